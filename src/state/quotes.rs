//! Making two quotes of one, one of two, and one of words that the engine missed.

use hearsay_annotate::{Annotation, Body, Edit, Origin, Status as Decision, Timestamp};
use hearsay_text::QuoteKind;

use super::review::{changed, is_engines};
use super::{AppState, Editing, FocusOrigin, PieceError, Shown, Stamp, missed_quote, pieces};
use crate::t;

impl AppState {
    pub(super) fn split_quote(&mut self, at: Option<u32>, stamp: Stamp) {
        let (Some(old), Some(document)) = (self.quote_at_hand(), self.document.as_ref()) else {
            return;
        };
        let selected = self.selection.words.map(|words| words.start);
        let selected = selected.filter(|at| old.target.iter().any(|piece| piece.contains(*at)));
        let Some(at) = at.or(selected) else {
            let id = old.id.clone();
            let splitting = pieces::words_in(&document.article, &old.target)
                .nth(1)
                .is_some();
            if splitting {
                self.set_editing(Some(Editing::Quote {
                    id,
                    piece: 0,
                    splitting,
                }));
            } else {
                self.tell(PieceError::NothingToSplit.message());
            }
            return;
        };
        match pieces::split(&document.article, &old.target, at) {
            Err(error) => self.tell(error.message()),
            Ok((before, after)) => {
                let mut first = old.clone();
                first.target = before;
                let mut second = first.clone();
                second.id = stamp.id;
                second.target = after;
                second.origin = Origin::Person;
                second.status = Decision::Accepted;
                second.created = stamp.now;
                second.modified = stamp.now;
                let id = first.id.clone();
                let edits = changed(old, first, stamp.now).into_iter();
                let edits = edits.chain([Edit::Add(second)]).collect();
                if self.make_step(&t!("review-did-split"), edits, stamp.now) {
                    self.apply(super::Action::SelectWords(None));
                    if self.selection.editing.is_some() {
                        self.set_editing(Some(Editing::quote(id)));
                    }
                }
            }
        }
    }

    pub(super) fn join_quotes(&mut self, now: Timestamp) {
        let (Some(one), Some(document)) = (self.quote_at_hand(), self.document.as_ref()) else {
            return;
        };
        let shown = Shown::new(document, &self.settings);
        let next = document
            .annotations
            .quotes()
            .map(|(quote, _)| quote)
            .skip_while(|quote| quote.id != one.id)
            .skip(1)
            .find(|quote| quote.status != Decision::Rejected && shown.shows(quote));
        let Some(next) = next else {
            self.tell(t!("review-nothing-to-join"));
            return;
        };
        let mut joined = one.clone();
        let both = one.target.iter().chain(&next.target).copied();
        let Ok(target) = pieces::fitted(&document.article, both) else {
            return;
        };
        joined.target = target;
        if let (Body::Quote(body), Body::Quote(other)) = (&mut joined.body, &next.body) {
            if body.kind != other.kind {
                body.kind = QuoteKind::Mixed;
            }
            if body.cue.is_empty() {
                body.cue.clone_from(&other.cue);
            }
            if body.source.is_empty() {
                body.source.clone_from(&other.source);
            }
            if body.speaker.is_none() {
                body.speaker.clone_from(&other.speaker);
                body.evidence.clone_from(&other.evidence);
                body.evidence_at.clone_from(&other.evidence_at);
            }
            let more = other.tags.iter().filter(|tag| !body.tags.contains(tag));
            let more: Vec<_> = more.cloned().collect();
            body.tags.extend(more);
        }
        let away = take_away(next, now);
        // The same words may be in both: then the one stays as it is.
        let edits = changed(one, joined, now)
            .into_iter()
            .chain([away])
            .collect();
        self.make_step(&t!("review-did-join"), edits, now);
    }

    pub(super) fn add_quote(&mut self, stamp: Stamp) {
        let (Some(words), Some(document)) = (self.selection.words, self.document.as_ref()) else {
            self.tell(t!("review-select-words-first"));
            return;
        };
        let quote = match missed_quote(document, words, stamp.clone()) {
            Ok(quote) => quote,
            Err(error) => {
                self.tell(error.message());
                return;
            }
        };
        let known = document
            .annotations
            .quotes()
            .map(|(known, _)| known)
            .find(|known| known.target == quote.target);
        // Words that are a quote already are accepted as such.
        let id = known.map_or_else(|| quote.id.clone(), |known| known.id.clone());
        let made = match known.map(|known| known.status) {
            Some(Decision::Accepted) => true,
            Some(_) => self.edit(|document| document.decide(&id, Decision::Accepted, stamp.now)),
            None => {
                let label = t!("review-did-add");
                let edits = Vec::from([Edit::Add(quote)]);
                self.make_step(&label, edits, stamp.now)
            }
        };
        if made {
            self.apply(super::Action::SelectWords(None));
            self.focus(Some(id.clone()), FocusOrigin::Keyboard);
            self.set_editing(Some(Editing::quote(id)));
        }
    }
}

/// The edit that takes a quote away for good: what the engine found is rejected, so that it isn't suggested again.
fn take_away(quote: &Annotation, now: Timestamp) -> Edit {
    if !is_engines(quote) {
        return Edit::Remove(quote.id.clone());
    }
    let mut rejected = quote.clone();
    rejected.status = Decision::Rejected;
    rejected.modified = now;
    Edit::Replace(rejected)
}
