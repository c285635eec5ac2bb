//! Annotators of one article, beside each other: who they are, how far they agree, what is decided where they do not.
//!
//! Comparing itself is `hearsay_annotate::agreement`'s; when it is done is `services`', because it may take a second. All of this
//! lasts as long as the page: nothing of it is stored.

mod decide;
mod matched;
mod own;
mod settle;

use std::rc::Rc;

use hearsay_annotate::agreement::{DisagreementKind, OwnMark};
use hearsay_annotate::{AnnotationId, AnnotationSet, Timestamp};

use super::{AppState, ArticleId, Document, NoticeKind, NoticePlace, View};
use crate::t;

pub use matched::{Item, Matched, Part, Party, Scope, is_compared};
pub use own::Nudge;
pub use settle::Settled;

/// Disagreements that are shown at once.
pub const PAGE: usize = 20;

/// Somebody whose annotations came as a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Colleague {
    /// Tells them apart from others; from 1.
    pub number: u32,
    /// What they are called.
    pub name: String,
    /// The file.
    pub file: String,
    /// What is in it.
    pub annotations: Rc<AnnotationSet>,
    /// The words of what points at words that this article does not have.
    pub lost: Vec<String>,
}

/// What is decided about a disagreement.
#[derive(Clone, Debug, PartialEq)]
pub enum Pick {
    /// What the person of this number marked there; nothing, if they marked nothing.
    Take(u32),
    /// Nothing is to be marked there.
    Nothing,
    /// Something else.
    Own(OwnMark),
}

/// A decision that was made or taken back: about which disagreement, and what was decided before.
type Step = (Rc<str>, Option<Pick>);

/// Annotators of one article, compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreeing {
    /// The article.
    pub of: Option<ArticleId>,
    /// Those who came as files, in the order they came.
    pub colleagues: Vec<Colleague>,
    /// Why files were not taken in.
    pub problems: Vec<String>,
    /// Whether the person at this page is compared too; `None` for: if they marked anything.
    pub with_me: Option<bool>,
    /// What is compared.
    pub scope: Scope,
    /// The comparison, if there is one.
    pub matched: Option<Rc<Matched>>,
    /// The comparison that is being made, by number.
    pub working: Option<u32>,
    /// Whether the outcome went into the article since it was made.
    pub taken_over: bool,
    /// The only kind of disagreement that is shown.
    pub only_kind: Option<DisagreementKind>,
    /// The only tag that is shown.
    pub only_tag: Option<String>,
    /// The disagreement that is looked at.
    pub current: usize,
    /// Grows when another is to be brought into view.
    pub moved: u32,
    /// What the person makes of it themselves, while they do.
    pub own: Option<OwnMark>,
    /// By key, in order.
    picks: Vec<(Rc<str>, Pick)>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    n_joined: u32,
    n_asked: u32,
}

/// Annotators of one article, beside each other.
#[derive(Clone, Debug, PartialEq)]
pub enum AgreementAction {
    /// Files were read: those who made them, and why others were not taken in.
    Joined {
        /// Their numbers are given here.
        colleagues: Vec<Colleague>,
        /// One sentence or more for each file.
        problems: Vec<String>,
    },
    /// Another name for somebody.
    Rename(u32, String),
    /// Without somebody.
    Leave(u32),
    /// With the person at this page, or without.
    WithMe(bool),
    /// Compare something else.
    Compare(Scope),
    /// Compare once more if anything changed since, or if it `must`.
    Again {
        /// Even after the outcome went into the article.
        must: bool,
    },
    /// The comparison of that number is made.
    Compared(u32, Rc<Matched>),
    /// Show one kind of disagreement only.
    OnlyKind(Option<DisagreementKind>),
    /// Show those about one tag only.
    OnlyTag(Option<String>),
    /// Look at the next, or at the one before.
    Next {
        /// Backwards.
        back: bool,
    },
    /// Look at this one.
    Look(usize),
    /// Show the next page of them, or the one before.
    Turn {
        /// Backwards.
        back: bool,
    },
    /// Take what somebody marked there, by their place among those compared: for this disagreement, or the one looked at, and then
    /// go on to the next that is open.
    Take(Option<usize>, usize),
    /// Nothing is to be marked there.
    Nothing(Option<usize>),
    /// Begin something of one's own, there.
    Own(Option<usize>),
    /// Move an end of it.
    Nudge(Nudge),
    /// Give it a tag, or take it away.
    OwnTag(String),
    /// Decide for it, or leave it.
    EndOwn {
        /// Decide for it.
        keep: bool,
    },
    /// Take the last decision back.
    Undo,
    /// Make it again.
    Redo,
    /// Bring the outcome into the article, as one step.
    TakeOver {
        /// Fresh identities, [`Agreeing::n_ids`] of them.
        ids: Vec<AnnotationId>,
        /// When.
        now: Timestamp,
    },
}

impl Agreeing {
    /// Who is compared: the person at this page, if they are to be and marked anything; then the colleagues.
    #[must_use]
    pub fn sides(&self, document: &Document) -> Vec<Party> {
        let mut sides = Vec::new();
        if self.is_with_me(document) {
            sides.push(Party {
                number: 0,
                annotations: Rc::clone(&document.annotations),
            });
        }
        for colleague in &self.colleagues {
            sides.push(Party {
                number: colleague.number,
                annotations: Rc::clone(&colleague.annotations),
            });
        }
        sides
    }

    /// Whether the person at this page is compared.
    #[must_use]
    pub fn is_with_me(&self, document: &Document) -> bool {
        let mut made = document.annotations.iter();
        self.with_me
            .unwrap_or_else(|| made.any(|one| is_compared(one, true) || is_compared(one, false)))
    }

    /// Number of annotations that are compared.
    #[must_use]
    pub fn n_marks(&self, annotations: &AnnotationSet) -> usize {
        let compared = annotations.iter().filter(|one| {
            let of = |quotes| self.scope.holds(quotes) && is_compared(one, quotes);
            of(true) || of(false)
        });
        compared.count()
    }

    /// Whether the comparison is of these annotations of the person's, as they are.
    #[must_use]
    pub fn is_current(&self, document: &Document) -> bool {
        let Some(matched) = &self.matched else {
            return false;
        };
        match matched.sides.iter().find(|side| side.number == 0) {
            Some(me) => Rc::ptr_eq(&me.annotations, &document.annotations),
            None => !self.is_with_me(document),
        }
    }

    /// The name of the person of this number; `None` for the person at this page.
    #[must_use]
    pub fn name(&self, number: u32) -> Option<&str> {
        let mut colleagues = self.colleagues.iter();
        let found = colleagues.find(|colleague| colleague.number == number)?;
        Some(&found.name)
    }

    /// The items that are shown: their places among all.
    #[must_use]
    pub fn shown(&self) -> Vec<usize> {
        let Some(matched) = &self.matched else {
            return Vec::new();
        };
        let shows = |nth: &usize| {
            let Some((part, disagreement)) = matched.item(*nth) else {
                return false;
            };
            self.only_kind.is_none_or(|kind| kind == disagreement.kind)
                && self.only_tag.as_ref().is_none_or(|tag| {
                    let mut marks = part.marks(disagreement);
                    marks.any(|(_, mark)| match mark.tags.is_empty() {
                        true => tag.is_empty(),
                        false => mark.tags.contains(tag),
                    })
                })
        };
        (0..matched.items.len()).filter(shows).collect()
    }

    /// Number of disagreements that are decided, and of all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let Some(matched) = &self.matched else {
            return (0, 0);
        };
        let decided = (0..matched.items.len()).filter(|nth| self.pick(*nth).is_some());
        (decided.count(), matched.items.len())
    }

    fn ask(&mut self, document: &Document) {
        self.taken_over = false;
        self.own = None;
        self.working = None;
        if self.sides(document).len() < 2 {
            self.matched = None;
            return;
        }
        self.n_asked += 1;
        self.working = Some(self.n_asked);
    }

    fn look(&mut self, nth: usize) {
        self.current = nth;
        self.own = None;
    }

    /// Looks at another item, `by` so many further among those shown.
    fn go(&mut self, by: usize, back: bool) {
        let shown = self.shown();
        let here = shown.partition_point(|nth| *nth < self.current);
        let is_there = shown.get(here) == Some(&self.current);
        let to = match back {
            true => here.saturating_sub(by),
            // Whoever looks at one that is hidden goes to the next that is shown.
            false => here + by - usize::from(!is_there && by > 0),
        };
        if let Some(nth) = shown.get(to).or(shown.last()) {
            self.look(*nth);
            self.moved += 1;
        }
    }
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_agreement(&mut self, action: AgreementAction) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let agreeing = self.agreeing.make_mut();
        if agreeing.of.as_ref() != Some(&document.id) {
            *agreeing = Agreeing {
                of: Some(document.id.clone()),
                // Numbers of requests go on: an answer about another article is not awaited.
                n_asked: agreeing.n_asked,
                ..Agreeing::default()
            };
        }
        match action {
            AgreementAction::Joined {
                colleagues,
                problems,
            } => {
                agreeing.problems = problems;
                let n_before = agreeing.colleagues.len();
                for mut colleague in colleagues {
                    agreeing.n_joined += 1;
                    colleague.number = agreeing.n_joined;
                    agreeing.colleagues.push(colleague);
                }
                if agreeing.colleagues.len() > n_before {
                    agreeing.ask(document);
                }
            }
            AgreementAction::Rename(number, name) => {
                let name = name.trim();
                let mut colleagues = agreeing.colleagues.iter_mut();
                let found = colleagues.find(|colleague| colleague.number == number);
                if let Some(colleague) = found.filter(|_| !name.is_empty()) {
                    name.clone_into(&mut colleague.name);
                }
            }
            AgreementAction::Leave(number) => {
                agreeing
                    .colleagues
                    .retain(|colleague| colleague.number != number);
                agreeing.ask(document);
            }
            AgreementAction::WithMe(with) => {
                agreeing.with_me = Some(with);
                agreeing.ask(document);
            }
            AgreementAction::Compare(scope) => {
                agreeing.scope = scope;
                agreeing.ask(document);
            }
            AgreementAction::Again { must } => {
                if must || !agreeing.taken_over && !agreeing.is_current(document) {
                    agreeing.ask(document);
                }
            }
            AgreementAction::Compared(number, matched) => {
                if agreeing.working == Some(number) {
                    agreeing.working = None;
                    agreeing.current = agreeing.current.min(matched.items.len().saturating_sub(1));
                    agreeing.matched = Some(matched);
                    agreeing.only_tag = None;
                }
            }
            AgreementAction::OnlyKind(kind) => {
                agreeing.only_kind = kind;
                agreeing.own = None;
            }
            AgreementAction::OnlyTag(tag) => {
                agreeing.only_tag = tag;
                agreeing.own = None;
            }
            AgreementAction::Next { back } => agreeing.go(1, back),
            AgreementAction::Look(nth) => agreeing.look(nth),
            AgreementAction::Turn { back } => agreeing.go(PAGE, back),
            AgreementAction::Take(nth, who) => {
                let sides = agreeing.matched.as_ref().map(|matched| &matched.sides);
                if let Some(side) = sides.and_then(|sides| sides.get(who)) {
                    let number = side.number;
                    agreeing.decide(nth, Pick::Take(number));
                }
            }
            AgreementAction::Nothing(nth) => agreeing.decide(nth, Pick::Nothing),
            AgreementAction::Own(nth) => agreeing.begin_own(nth.unwrap_or(agreeing.current)),
            AgreementAction::Nudge(nudge) => agreeing.nudge(nudge),
            AgreementAction::OwnTag(tag) => {
                if let Some(own) = &mut agreeing.own {
                    toggle(&mut own.tags, tag);
                }
            }
            AgreementAction::EndOwn { keep } => {
                if let Some(own) = agreeing.own.take().filter(|_| keep) {
                    let current = agreeing.current;
                    agreeing.decide(Some(current), Pick::Own(own));
                }
                agreeing.moved += 1;
            }
            AgreementAction::Undo => agreeing.step(true),
            AgreementAction::Redo => agreeing.step(false),
            AgreementAction::TakeOver { ids, now } => self.take_over(&ids, now),
        }
    }

    fn take_over(&mut self, ids: &[AnnotationId], now: Timestamp) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let has = &document.annotations;
        let settled = self.agreeing.settled(has, ids, now);
        let edits = settled.edits(has, now);
        if edits.is_empty() {
            let text = t!("agreement-nothing-to-take");
            self.notify(NoticeKind::Info, NoticePlace::Article, text, None);
            return;
        }
        let label = t!("agreement-step");
        if self.edit(|document| document.edit(&label, edits, now)) {
            self.agreeing.make_mut().taken_over = true;
            self.show(View::Read);
            self.tell_undoable();
        }
    }
}

/// Gives a tag, or takes it away; of the kinds that a quote can be, it is always one.
fn toggle(tags: &mut Vec<String>, tag: String) {
    if tag.starts_with(matched::KIND) {
        tags.retain(|one| !one.starts_with(matched::KIND));
        tags.insert(0, tag);
    } else if tags.contains(&tag) {
        tags.retain(|one| *one != tag);
    } else {
        tags.push(tag);
    }
}
