//! Claims: how words, sentences and quotes become claims, and everything that a check writes down of them.
//!
//! Owns [`ClaimAction`] and what it does to a [`Document`]; the claims of other articles are left to `worklist`.

use hearsay_annotate::{
    Annotation, AnnotationId, Body, ClaimBody, Edit, EditError, Evidence, Origin, Progress, Status,
    TagId, TagSet, Timestamp, VerdictId,
};
use hearsay_text::{Article, Span, sentences};

use super::shown::stands;
use super::{AppState, Document, NoticeKind, NoticePlace, Selection, Stamp};
use crate::t;

/// What happens to claims of the open article. Each is one step of the history, or none where nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimAction {
    /// Change one claim.
    Change {
        /// Which.
        id: AnnotationId,
        /// How.
        change: ClaimChange,
        /// When.
        now: Timestamp,
    },
    /// Make a claim, without a tag yet, and look at it.
    Make {
        /// Of which words.
        of: ClaimFrom,
        /// For the claim.
        stamp: Stamp,
    },
}

/// Which words become a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimFrom {
    /// Those selected, or the quote in focus.
    Chosen,
    /// The sentence in which the words selected, or what is in focus, begin; else the first of the block in view, given here.
    Sentence {
        /// Position of that block.
        near: usize,
    },
}

/// One change to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimChange {
    /// Give it a tag, or take that tag away. The tag that the engine guessed gives way to the first that a person gives.
    ToggleTag(TagId),
    /// Say what the check came to, or that it is open.
    Verdict(Option<VerdictId>),
    /// Say why.
    Reasoning(String),
    /// Add what the verdict rests on, as the last.
    AddEvidence(Evidence),
    /// Put other words in place of a piece of evidence.
    EditEvidence(usize, Evidence),
    /// Take a piece of evidence away.
    RemoveEvidence(usize),
    /// Move a piece of evidence from one place to another.
    MoveEvidence(usize, usize),
    /// Say how far the check has come.
    Progress(Progress),
    /// Say who checks it; empty for nobody.
    Assignee(String),
    /// Write a working note; empty for none.
    Note(String),
}

impl ClaimChange {
    /// What this step is called in the history, for a claim as it is before.
    fn label(&self, claim: &ClaimBody, set: &TagSet) -> String {
        match self {
            Self::ToggleTag(tag) if claim.tags.contains(tag) => {
                t!("claim-step-untag", tag = set.label(tag))
            }
            Self::ToggleTag(tag) => t!("claim-step-tag", tag = set.label(tag)),
            Self::Verdict(Some(verdict)) => {
                t!("claim-step-verdict", verdict = set.verdict_label(verdict))
            }
            Self::Verdict(None) => t!("claim-step-no-verdict"),
            Self::Reasoning(_) => t!("claim-step-reasoning"),
            Self::AddEvidence(_) => t!("claim-step-add-evidence"),
            Self::EditEvidence(..) => t!("claim-step-edit-evidence"),
            Self::RemoveEvidence(_) => t!("claim-step-remove-evidence"),
            Self::MoveEvidence(..) => t!("claim-step-move-evidence"),
            Self::Progress(progress) => {
                t!("claim-step-progress", progress = progress_label(*progress))
            }
            Self::Assignee(name) if name.trim().is_empty() => t!("claim-step-no-assignee"),
            Self::Assignee(name) => t!("claim-step-assignee", name = name.trim()),
            Self::Note(_) => t!("claim-step-note"),
        }
    }

    /// What this step would be called for a claim of an article; `None` where it would change nothing.
    #[must_use]
    pub fn label_in(&self, document: &Document, id: &AnnotationId) -> Option<String> {
        let annotation = document.annotations.get(id)?;
        let Body::Claim(claim) = &annotation.body else {
            return None;
        };
        let mut changed = claim.clone();
        self.clone().make(&mut changed);
        (changed != *claim).then(|| self.label(claim, document.tag_set()))
    }

    /// The change that leads back to a claim as it is before; `None` where that takes more than one, or what is to be put
    /// back is not known.
    #[must_use]
    pub fn back(&self, claim: &ClaimBody) -> Option<Self> {
        Some(match self {
            Self::ToggleTag(tag) => Self::ToggleTag(tag.clone()),
            Self::Verdict(_) => Self::Verdict(claim.verdict.clone()),
            Self::Reasoning(_) => Self::Reasoning(claim.reasoning.clone()),
            Self::EditEvidence(idx, _) => {
                Self::EditEvidence(*idx, claim.evidence.get(*idx)?.clone())
            }
            Self::MoveEvidence(from, to) => Self::MoveEvidence(*to, *from),
            Self::Progress(_) => Self::Progress(claim.progress),
            Self::Assignee(_) => Self::Assignee(claim.assignee.clone()),
            Self::Note(_) => Self::Note(claim.note.clone()),
            Self::AddEvidence(_) => Self::RemoveEvidence(claim.evidence.len()),
            Self::RemoveEvidence(_) => return None,
        })
    }

    /// Makes the change. What does not fit, such as a piece of evidence that is gone, changes nothing.
    fn make(self, claim: &mut ClaimBody) {
        let n_evidence = claim.evidence.len();
        match self {
            Self::ToggleTag(tag) => toggle(&mut claim.tags, tag),
            Self::Verdict(verdict) => claim.verdict = verdict,
            Self::Reasoning(reasoning) => claim.reasoning = reasoning,
            Self::AddEvidence(evidence) => claim.evidence.push(evidence),
            Self::EditEvidence(idx, evidence) => {
                if let Some(old) = claim.evidence.get_mut(idx) {
                    *old = evidence;
                }
            }
            Self::RemoveEvidence(idx) if idx < n_evidence => {
                claim.evidence.remove(idx);
            }
            Self::MoveEvidence(from, to) if from < n_evidence && to < n_evidence => {
                let moved = claim.evidence.remove(from);
                claim.evidence.insert(to, moved);
            }
            Self::RemoveEvidence(_) | Self::MoveEvidence(..) => {}
            Self::Progress(progress) => claim.progress = progress,
            Self::Assignee(name) => name.trim().clone_into(&mut claim.assignee),
            Self::Note(note) => claim.note = note,
        }
    }
}

/// How far a check has come, as shown.
#[must_use]
pub fn progress_label(progress: Progress) -> String {
    match progress {
        Progress::ToDo => t!("claim-to-do"),
        Progress::InProgress => t!("claim-in-progress"),
        Progress::Done => t!("claim-done"),
    }
}

/// What comes after `progress` when one goes through them again and again.
#[must_use]
pub const fn next_progress(progress: Progress) -> Progress {
    match progress {
        Progress::ToDo => Progress::InProgress,
        Progress::InProgress => Progress::Done,
        Progress::Done => Progress::ToDo,
    }
}

impl Document {
    /// Changes a claim; no step where nothing changes. A claim that the engine suggested, or that was dismissed, stands from
    /// then on.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the claim is gone.
    pub fn change_claim(
        &mut self,
        id: &AnnotationId,
        change: ClaimChange,
        now: Timestamp,
    ) -> Result<(), EditError> {
        let gone = || EditError::NotThere { id: id.clone() };
        let annotation = self.annotations.get(id).ok_or_else(gone)?;
        let Body::Claim(claim) = &annotation.body else {
            return Err(gone());
        };
        let mut changed = claim.clone();
        let guessed = !stands(annotation);
        if guessed && matches!(change, ClaimChange::ToggleTag(_)) {
            changed.tags.clear();
        }
        let label = change.label(&changed, self.tag_set());
        let tags = matches!(change, ClaimChange::ToggleTag(_));
        change.make(&mut changed);
        if changed == *claim && !(tags && guessed) {
            return Ok(());
        }
        let mut annotation = annotation.clone();
        annotation.body = Body::Claim(changed);
        annotation.status = Status::Accepted;
        annotation.modified = now;
        self.edit(&label, vec![Edit::Replace(annotation)], now)
    }

    /// Tags `target`: a claim of the very same words gets the tag, or loses it if it has it, else a claim is made. Returns its
    /// id.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the target holds no words.
    pub fn tag(
        &mut self,
        target: Vec<Span>,
        tag: TagId,
        stamp: Stamp,
    ) -> Result<AnnotationId, EditError> {
        if let Some(id) = self.claim_of(&target) {
            self.change_claim(&id, ClaimChange::ToggleTag(tag), stamp.now)?;
            return Ok(id);
        }
        let label = t!("claim-step-tag", tag = self.tag_set().label(&tag));
        self.add_claim(&label, target, ClaimBody::tagged(tag), stamp)
    }

    /// Makes a claim of `target`, without a tag yet; one of the very same words is taken for it, and stands from then on.
    /// Returns its id.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the target holds no words.
    pub fn make_claim(
        &mut self,
        target: Vec<Span>,
        stamp: Stamp,
    ) -> Result<AnnotationId, EditError> {
        if let Some(id) = self.claim_of(&target) {
            let known = self.annotations.get(&id);
            if !known.is_some_and(stands) {
                self.decide(&id, Status::Accepted, stamp.now)?;
            }
            return Ok(id);
        }
        let label = t!("claim-step-make");
        self.add_claim(&label, target, ClaimBody::default(), stamp)
    }

    /// Gives a quote a tag, or takes that tag away; the quote stands from then on.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the quote is gone.
    pub fn tag_quote(
        &mut self,
        id: &AnnotationId,
        tag: TagId,
        now: Timestamp,
    ) -> Result<(), EditError> {
        let gone = || EditError::NotThere { id: id.clone() };
        let mut annotation = self.annotations.get(id).ok_or_else(gone)?.clone();
        let label = self.tag_set().label(&tag);
        let Body::Quote(quote) = &mut annotation.body else {
            return Err(gone());
        };
        let label = if quote.tags.contains(&tag) {
            t!("claim-step-untag-quote", tag = label)
        } else {
            t!("claim-step-tag-quote", tag = label)
        };
        toggle(&mut quote.tags, tag);
        annotation.status = Status::Accepted;
        annotation.modified = now;
        self.edit(&label, vec![Edit::Replace(annotation)], now)
    }

    fn claim_of(&self, target: &[Span]) -> Option<AnnotationId> {
        let mut claims = self.annotations.claims();
        let same = claims.find(|(claim, _)| claim.target == target);
        same.map(|(claim, _)| claim.id.clone())
    }

    fn add_claim(
        &mut self,
        label: &str,
        target: Vec<Span>,
        claim: ClaimBody,
        stamp: Stamp,
    ) -> Result<AnnotationId, EditError> {
        let claim = Annotation {
            id: stamp.id.clone(),
            target,
            body: Body::Claim(claim),
            origin: Origin::Person,
            status: Status::Accepted,
            created: stamp.now,
            modified: stamp.now,
        };
        self.edit(label, vec![Edit::Add(claim)], stamp.now)?;
        Ok(stamp.id)
    }
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_claim(&mut self, action: ClaimAction) {
        match action {
            ClaimAction::Change { id, change, now } => {
                let removes = matches!(change, ClaimChange::RemoveEvidence(_));
                if self.edit(|document| document.change_claim(&id, change, now)) && removes {
                    self.tell_undoable();
                }
            }
            ClaimAction::Make { of, stamp } => self.make_claim(of, stamp),
        }
    }

    /// Tags what is chosen: the words selected become a claim, or get the tag if they are one; a claim in focus gets the tag,
    /// or loses it; a quote in focus gets it if it is a tag for quotes, else becomes a claim.
    pub(super) fn tag(&mut self, tag: TagId, stamp: Stamp) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let set = &document.annotations;
        let applies = set.tag_set().get(&tag).map(|tag| tag.applies);
        let (to_claims, to_quotes) = applies.map_or((true, false), |applies| {
            (applies.to_claims(), applies.to_quotes())
        });
        let focused = self.selection.focused.as_ref().and_then(|id| set.get(id));
        let is_quote = |one: &Annotation| matches!(one.body, Body::Quote(_));
        let words = self.selection.words;
        let target = match (self.chosen_words(), focused) {
            (Some(words), _) => Vec::from([words]),
            (None, Some(annotation)) if words.is_none() => {
                if is_quote(annotation) && to_quotes {
                    let (id, now) = (annotation.id.clone(), stamp.now);
                    if self.edit(|document| document.tag_quote(&id, tag, now)) {
                        self.clear_notice(NoticePlace::Article);
                    }
                    return;
                }
                if matches!(annotation.body, Body::Claim(_)) && to_claims {
                    // The very claim looked at, even if another has the same words.
                    let (id, now) = (annotation.id.clone(), stamp.now);
                    let change = ClaimChange::ToggleTag(tag);
                    self.edit(|document| document.change_claim(&id, change, now));
                    return;
                }
                annotation.target.clone()
            }
            _ => {
                self.tell_plainly(t!("claim-nothing-to-tag"));
                return;
            }
        };
        if !to_claims {
            let label = set.tag_set().label(&tag);
            let text = t!("claim-tag-is-for-quotes", tag = label);
            self.tell_plainly(text);
            return;
        }
        self.look_at_made(|document| document.tag(target, tag, stamp));
    }

    /// Makes a claim and looks at it.
    fn make_claim(&mut self, of: ClaimFrom, stamp: Stamp) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let focused = self.selection.focused.as_ref();
        let focused = focused.and_then(|id| document.annotations.get(id));
        let words = self.chosen_words();
        let target = match of {
            ClaimFrom::Chosen => words
                .map(|words| Vec::from([words]))
                .or_else(|| focused.map(|annotation| annotation.target.clone())),
            ClaimFrom::Sentence { near } => {
                let first = focused.and_then(|annotation| annotation.target.first());
                let at = words.or(first.copied()).map(|span| span.start);
                sentence_at(&document.article, at, near).map(|sentence| Vec::from([sentence]))
            }
        };
        match target {
            Some(target) => self.look_at_made(|document| document.make_claim(target, stamp)),
            None => self.tell_plainly(t!("claim-nothing-chosen")),
        }
    }

    /// The words selected, without white space around them.
    fn chosen_words(&self) -> Option<Span> {
        let text = &self.document.as_ref()?.article.text;
        let words = self.selection.words?.trimmed(text);
        (!words.is_empty()).then_some(words)
    }

    /// Makes a claim and looks at it.
    fn look_at_made(
        &mut self,
        make: impl FnOnce(&mut Document) -> Result<AnnotationId, EditError>,
    ) {
        let mut made = None;
        self.edit(|document| {
            made = Some(make(document)?);
            Ok(())
        });
        if made.is_some() {
            self.clear_notice(NoticePlace::Article);
            self.selection.set(Selection {
                focused: made,
                ..Selection::default()
            });
        }
    }

    fn tell_plainly(&mut self, text: String) {
        self.notify(NoticeKind::Info, NoticePlace::Article, text, None);
    }
}

fn toggle(tags: &mut Vec<TagId>, tag: TagId) {
    match tags.iter().position(|known| *known == tag) {
        Some(idx) => {
            tags.remove(idx);
        }
        None => tags.push(tag),
    }
}

/// The sentence that holds the byte `at`; the first of block `near` when there is none.
fn sentence_at(article: &Article, at: Option<u32>, near: usize) -> Option<Span> {
    let held = at.and_then(|at| Some((article.block_at(at)?, at)));
    let (block_idx, at) = held.unwrap_or((near, 0));
    let block = article.blocks.get(block_idx)?;
    let sentences = sentences(&article.text, block.span);
    let holds = |sentence: &&Span| sentence.end > at;
    sentences.iter().find(holds).or(sentences.last()).copied()
}
