//! What is looked at in the open article, and the words that are chosen in it.

use hearsay_annotate::{Annotation, AnnotationId, Body, is_touched};

use super::{Action, AppState, Editing, FocusOrigin, Shown, WordMove, move_words};

impl AppState {
    pub(super) fn focus(&mut self, id: Option<AnnotationId>, from: FocusOrigin) {
        let mut selection = self.selection.as_ref_clone();
        let editing = selection.editing.as_ref().and_then(Editing::quote_id);
        if editing.is_some() && editing != id.as_ref() {
            selection.editing = None;
        }
        selection.focused = id;
        selection.focused_from = from;
        selection.left_at = 0;
        self.selection.set(selection);
    }

    /// Looks at the next shown annotation by position; from the last to the first.
    pub(super) fn focus_next(&mut self, back: bool, suggested: bool) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let set = &document.annotations;
        let filter = Shown::new(document, &self.settings);
        let is_suggested = |annotation: &Annotation| {
            matches!(annotation.body, Body::Claim(_)) && !is_touched(annotation)
        };
        // Each with its place in the set.
        let shown: Vec<(usize, &Annotation)> = set
            .iter()
            .enumerate()
            .filter(|(_, one)| is_suggested(one) == suggested && filter.shows(one))
            .collect();
        // From what is looked at, or from where that was which is gone; the walk need not hold it itself.
        let focused = self.selection.focused.as_ref();
        let from = focused.and_then(|id| set.position(id));
        let left_at = self.selection.left_at;
        let n_before = shown.partition_point(|(place, one)| match from {
            Some(from) => *place < from,
            None => start_of(one) < left_at,
        });
        let here = shown.get(n_before).filter(|one| focused == Some(&one.1.id));
        let next = match (n_before, back) {
            (_, false) => n_before + usize::from(here.is_some()),
            (0, true) => shown.len().saturating_sub(1),
            (_, true) => n_before - 1,
        };
        let next = shown.get(next).or(shown.first());
        let next = next.map(|(_, one)| one.id.clone());
        // What is looked at is what a tag is for, so words selected before are let go.
        self.apply(Action::SelectWords(None));
        self.focus(next, FocusOrigin::Keyboard);
    }

    /// Forgets the focus of an annotation that is gone, rejected or hidden, but not where it was.
    pub(super) fn drop_lost_focus(&mut self) {
        self.drop_lost_editing();
        let (Some(id), Some(document)) = (&self.selection.focused, self.document.as_ref()) else {
            return;
        };
        let annotation = document.annotations.get(id);
        let shown = Shown::new(document, &self.settings);
        if !annotation.is_some_and(|annotation| shown.shows(annotation)) {
            let left_at = annotation.map_or(0, start_of);
            self.focus(None, FocusOrigin::Article);
            let mut selection = self.selection.as_ref_clone();
            selection.left_at = left_at;
            self.selection.set(selection);
        }
    }

    pub(super) fn move_words(&mut self, how: WordMove, near: usize) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let moved = move_words(&document.article, self.selection.words, near, how);
        let mut selection = self.selection.as_ref_clone();
        selection.words = moved;
        selection.words_by_keyboard = true;
        self.selection.set(selection);
    }
}

/// First byte of what is annotated.
fn start_of(annotation: &Annotation) -> u32 {
    annotation.target.first().map_or(0, |span| span.start)
}
