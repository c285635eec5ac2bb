//! Deciding about quotes, one after the other or many at once, and editing them.

use hearsay_annotate::{
    Annotation, AnnotationId, Body, Edit, Origin, QuoteBody, Status as Decision, Timestamp,
};
use hearsay_text::{Modality, QuoteKind, ReportKind, Span};

use super::progress::{next_undecided, undecided};
use super::{
    AppState, Document, Edge, Editing, FocusOrigin, NoticeKind, NoticePlace, Pace, PieceError,
    Stamp, in_percent, pieces,
};
use crate::t;

/// Deciding about quotes and editing them.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewAction {
    /// Accept or reject what is looked at, and go on to the next that is undecided, if this was.
    Decide {
        /// Which of the two.
        status: Decision,
        /// Whether to go on; else it stays in focus.
        onward: bool,
        /// When.
        now: Timestamp,
    },
    /// Accept or reject many quotes that are shown and undecided, as one step.
    DecideAll {
        /// Which.
        batch: Batch,
        /// Which of the two.
        status: Decision,
        /// When.
        now: Timestamp,
    },
    /// Look at the next quote that is undecided; from the last to the first.
    NextUndecided {
        /// Backwards.
        back: bool,
    },
    /// Open the editor of the panel, or close it.
    Edit(Option<Editing>),
    /// Of the quote that is edited, the piece whose ends are to be moved: the next one, or one by its place.
    Piece(Option<usize>),
    /// Move an end of the piece that is edited.
    Move {
        /// Which end.
        edge: Edge,
        /// How far.
        pace: Pace,
        /// Outward.
        more: bool,
        /// When.
        now: Timestamp,
    },
    /// Change one thing about a quote.
    Change {
        /// Which quote.
        id: AnnotationId,
        /// What.
        change: QuoteChange,
        /// When.
        now: Timestamp,
    },
    /// Make two quotes of one. Without a place: before the words that are selected in it, or else the editor asks.
    Split {
        /// First byte of the second.
        at: Option<u32>,
        /// When, and the identity of the second.
        stamp: Stamp,
    },
    /// Make one of a quote and the next.
    Join {
        /// When.
        now: Timestamp,
    },
    /// Make a quote of the selected words, which the engine missed.
    Add {
        /// When, and its identity.
        stamp: Stamp,
    },
}

/// Quotes to decide about at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// Those of a speaker; `None` for those that have none.
    Speaker(Option<String>),
    /// Those that the engine is at least so sure of, in percent.
    Sure(u8),
}

impl Batch {
    fn holds(&self, quote: &QuoteBody) -> bool {
        match self {
            Self::Speaker(speaker) => quote.speaker == *speaker,
            Self::Sure(percent) => quote
                .confidence
                .is_some_and(|confidence| in_percent(confidence) >= *percent),
        }
    }
}

/// What changes about a quote.
#[derive(Clone, Debug, PartialEq)]
pub enum QuoteChange {
    /// Its words.
    Words(Vec<Span>),
    /// One piece of them: its place and where it is now.
    Piece(usize, Span),
    /// How faithful it is.
    Kind(QuoteKind),
    /// What it reports.
    Reports(ReportKind),
    /// Whether it is said to have happened.
    Modality(Modality),
    /// The words that attribute.
    Cue(Vec<Span>),
    /// The mention of who speaks.
    Source(Vec<Span>),
    /// Who speaks.
    Speaker(Option<String>),
}

impl QuoteChange {
    /// What the step is called.
    fn label(&self) -> String {
        match self {
            Self::Words(_) | Self::Piece(..) => t!("review-did-words"),
            Self::Kind(_) => t!("review-did-kind"),
            Self::Reports(_) => t!("review-did-reports"),
            Self::Modality(_) => t!("review-did-modality"),
            Self::Cue(_) => t!("review-did-cue"),
            Self::Source(_) => t!("review-did-source"),
            Self::Speaker(None) => t!("review-did-no-speaker"),
            Self::Speaker(Some(name)) => t!("review-did-speaker", name = name),
        }
    }

    /// Makes it.
    fn make(self, document: &Document, quote: &mut Annotation) -> Result<(), PieceError> {
        let article = &document.article;
        let fitted = |spans: Vec<Span>| match spans.is_empty() {
            true => Ok(spans),
            false => pieces::fitted(article, spans),
        };
        let Body::Quote(body) = &mut quote.body else {
            return Ok(());
        };
        match self {
            Self::Words(target) => quote.target = pieces::fitted(article, target)?,
            Self::Piece(place, span) => {
                quote.target = pieces::with_piece(article, &quote.target, place, span)?;
            }
            Self::Kind(kind) => body.kind = kind,
            Self::Reports(reports) => body.reports = reports,
            Self::Modality(modality) => body.modality = modality,
            Self::Cue(cue) => body.cue = fitted(cue)?,
            Self::Source(source) => body.source = fitted(source)?,
            Self::Speaker(speaker) => give_speaker(body, speaker),
        }
        Ok(())
    }
}

/// Gives a quote a speaker on a person's word: what the engine went by counts no more. A name of white space is none.
pub(super) fn give_speaker(quote: &mut QuoteBody, speaker: Option<String>) {
    let speaker = speaker.as_deref().map(str::trim).unwrap_or_default();
    let speaker = (!speaker.is_empty()).then(|| speaker.to_owned());
    if speaker != quote.speaker {
        quote.speaker = speaker;
        quote.evidence = None;
        quote.evidence_at = Vec::new();
    }
}

/// The edit that changes `quote`, as what a person decided about; `None` when nothing changes.
pub(super) fn changed(old: &Annotation, mut new: Annotation, now: Timestamp) -> Option<Edit> {
    if new == *old {
        return None;
    }
    new.origin = Origin::Person;
    new.status = Decision::Accepted;
    new.modified = now;
    Some(Edit::Replace(new))
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_review(&mut self, action: ReviewAction) {
        match action {
            ReviewAction::Decide {
                status,
                onward,
                now,
            } => self.decide(status, onward, now),
            ReviewAction::DecideAll { batch, status, now } => self.decide_all(&batch, status, now),
            ReviewAction::NextUndecided { back } => {
                let focused = self.selection.focused.as_ref();
                let document = self.document.as_ref();
                let next = document
                    .and_then(|open| next_undecided(open, &self.settings, focused, back, false));
                match next {
                    Some(id) => self.go_on_to(id),
                    None => self.tell(t!("review-none-undecided")),
                }
            }
            ReviewAction::Edit(editing) => self.set_editing(editing),
            ReviewAction::Piece(place) => self.choose_piece(place),
            ReviewAction::Move {
                edge,
                pace,
                more,
                now,
            } => {
                let Some(Editing::Quote { id, piece, .. }) = self.selection.editing.clone() else {
                    return;
                };
                self.change_quote(&id, t!("review-did-words"), now, |document, quote| {
                    let (target, how) = (&quote.target, (edge, pace, more));
                    quote.target = pieces::moved(&document.article, target, piece, how)?;
                    Ok(())
                });
            }
            ReviewAction::Change { id, change, now } => {
                let label = change.label();
                self.change_quote(&id, label, now, |document, quote| {
                    change.make(document, quote)
                });
            }
            ReviewAction::Split { at, stamp } => self.split_quote(at, stamp),
            ReviewAction::Join { now } => self.join_quotes(now),
            ReviewAction::Add { stamp } => self.add_quote(stamp),
        }
    }

    fn decide(&mut self, status: Decision, onward: bool, now: Timestamp) {
        let (Some(id), Some(document)) = (self.selection.focused.clone(), self.document.as_ref())
        else {
            return;
        };
        let Some(annotation) = document.annotations.get(&id) else {
            return;
        };
        // Only who is reviewing wants to go on; who changes their mind about one looks at that one.
        let reviews = onward && annotation.status == Decision::Suggested;
        let claims = matches!(annotation.body, Body::Claim(_));
        let next = next_undecided(document, &self.settings, Some(&id), false, claims);
        let before = document.revision;
        let made = self.edit(|document| match status {
            Decision::Rejected => document.remove(&id, now),
            _ => document.decide(&id, status, now),
        });
        if !made {
            return;
        }
        let changes = self.document.as_ref().map(|open| open.revision) != Some(before);
        if changes && status == Decision::Rejected {
            self.tell_undoable();
        }
        if let (true, Some(next)) = (reviews, next) {
            self.go_on_to(next);
        }
    }

    fn decide_all(&mut self, batch: &Batch, status: Decision, now: Timestamp) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let edits: Vec<Edit> = undecided(document, &self.settings, false)
            .filter(|quote| matches!(&quote.body, Body::Quote(body) if batch.holds(body)))
            .map(|quote| {
                let mut quote = quote.clone();
                quote.status = status;
                quote.modified = now;
                Edit::Replace(quote)
            })
            .collect();
        let n = edits.len();
        if n == 0 {
            self.tell(t!("review-none-to-decide"));
            return;
        }
        let rejects = status == Decision::Rejected;
        let label = match batch {
            Batch::Speaker(Some(name)) if rejects => {
                t!("review-did-reject-speaker", n = n, name = name)
            }
            Batch::Speaker(Some(name)) => t!("review-did-accept-speaker", n = n, name = name),
            Batch::Speaker(None) if rejects => t!("review-did-reject-nobody", n = n),
            Batch::Speaker(None) => t!("review-did-accept-nobody", n = n),
            Batch::Sure(percent) if rejects => {
                t!("review-did-reject-sure", n = n, percent = *percent)
            }
            Batch::Sure(percent) => t!("review-did-accept-sure", n = n, percent = *percent),
        };
        self.make_step(&label, edits, now);
    }

    /// Makes a step whose outcome may be out of sight, and says so.
    pub(super) fn make_step(&mut self, label: &str, edits: Vec<Edit>, now: Timestamp) -> bool {
        let made = !edits.is_empty() && self.edit(|document| document.edit(label, edits, now));
        if made {
            self.tell_undoable();
        }
        made
    }

    /// Looks at what is undecided, as by a key.
    fn go_on_to(&mut self, id: AnnotationId) {
        self.apply(super::Action::SelectWords(None));
        self.focus(Some(id), FocusOrigin::Keyboard);
    }

    pub(super) fn tell(&mut self, text: String) {
        self.notify(NoticeKind::Info, NoticePlace::Article, text, None);
    }

    pub(super) fn set_editing(&mut self, editing: Option<Editing>) {
        let mut selection = self.selection.as_ref_clone();
        if let Some(id) = editing.as_ref().and_then(Editing::quote_id)
            && selection.focused.as_ref() != Some(id)
        {
            selection.focused = Some(id.clone());
            selection.focused_from = FocusOrigin::Panel;
        }
        selection.editing = editing;
        self.selection.set(selection);
    }

    fn choose_piece(&mut self, place: Option<usize>) {
        let Some(Editing::Quote { id, piece, .. }) = self.selection.editing.clone() else {
            return;
        };
        let document = self.document.as_ref();
        let quote = document.and_then(|open| open.annotations.get(&id));
        let n = quote.map_or(1, |quote| quote.target.len().max(1));
        self.set_editing(Some(Editing::Quote {
            id,
            piece: place.unwrap_or(piece + 1) % n,
            splitting: false,
        }));
    }

    /// Whether a click in the article is for the editor rather than for what is clicked on: it ends a selection of words
    /// that are to become cue or source, or misses the words.
    pub(super) fn keeps_editing(&self, id: Option<&AnnotationId>, from: FocusOrigin) -> bool {
        let edits_quote = matches!(self.selection.editing, Some(Editing::Quote { .. }));
        edits_quote
            && from == FocusOrigin::Article
            && (id.is_none() || self.selection.words.is_some())
    }

    /// Closes the editor of what is gone, and holds it to the pieces that there are.
    pub(super) fn drop_lost_editing(&mut self) {
        let (Some(editing), Some(document)) = (&self.selection.editing, self.document.as_ref())
        else {
            return;
        };
        let kept = match editing {
            Editing::Quote {
                id,
                piece,
                splitting,
            } => {
                let quote = document.annotations.get(id);
                let quote = quote.filter(|quote| quote.status != Decision::Rejected);
                quote.map(|quote| Editing::Quote {
                    id: id.clone(),
                    piece: (*piece).min(quote.target.len().saturating_sub(1)),
                    splitting: *splitting,
                })
            }
            Editing::Speaker(speaker) => document
                .annotations
                .quotes()
                .any(|(_, quote)| quote.speaker == *speaker)
                .then(|| editing.clone()),
        };
        if kept != self.selection.editing {
            let mut selection = self.selection.as_ref_clone();
            selection.editing = kept;
            self.selection.set(selection);
        }
    }

    /// The quote that commands are for: the one that is edited, or else the one in focus.
    pub(super) fn quote_at_hand(&self) -> Option<&Annotation> {
        let editing = self.selection.editing.as_ref().and_then(Editing::quote_id);
        let id = editing.or(self.selection.focused.as_ref())?;
        let annotation = self.document.as_ref()?.annotations.get(id)?;
        matches!(annotation.body, Body::Quote(_)).then_some(annotation)
    }

    /// Changes a quote as one step; says so when it cannot be done.
    fn change_quote(
        &mut self,
        id: &AnnotationId,
        label: String,
        now: Timestamp,
        change: impl FnOnce(&Document, &mut Annotation) -> Result<(), PieceError>,
    ) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let Some(old) = document.annotations.get(id) else {
            return;
        };
        let mut new = old.clone();
        match change(document, &mut new) {
            Err(error) => self.tell(error.message()),
            Ok(()) => {
                if let Some(edit) = changed(old, new, now) {
                    self.clear_notice(NoticePlace::Article);
                    self.edit(|document| document.edit(&label, Vec::from([edit]), now));
                }
            }
        }
    }
}

/// Whether the engine found `annotation`, whatever a person has changed about it since: only what it makes was made at no
/// time.
pub(super) fn is_engines(annotation: &Annotation) -> bool {
    annotation.created == Timestamp(0)
}
