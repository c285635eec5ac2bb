//! Owns [`History`]: what can be undone and redone, step by step.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::edit::apply_all;
use crate::{AnnotationSet, Edit, EditError, Timestamp};

/// Steps kept when nobody asks for another number.
const DEFAULT_LIMIT: usize = 1_000;

/// The steps made on one [`AnnotationSet`], to be undone and redone. The set itself is held by the caller, who changes
/// it through the history alone; [`crate::merge_suggestions`] is the exception, see there.
///
/// A copy shares its steps with the original, so that keeping the state of before an edit costs no copy of them.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Done, the latest last.
    undo: VecDeque<Arc<Step>>,
    /// Undone, the next to redo last.
    redo: Vec<Arc<Step>>,
    limit: usize,
}

/// What a person did in one go, and the edits that lead back (on the undo side) or forth (on the redo side).
#[derive(Clone, Debug, PartialEq)]
struct Step {
    label: String,
    edits: Vec<Edit>,
    made: Option<Timestamp>,
}

impl Default for History {
    fn default() -> Self {
        Self::new(DEFAULT_LIMIT)
    }
}

impl History {
    /// A history that keeps at most `limit` steps and forgets the oldest beyond.
    #[must_use]
    pub const fn new(limit: usize) -> Self {
        Self {
            undo: VecDeque::new(),
            redo: Vec::new(),
            limit,
        }
    }

    /// Makes `edits` as one step called `label` (*Tag as quantity*). What was undone before can then no longer be
    /// redone.
    ///
    /// # Errors
    ///
    /// [`EditError`] when one of the edits does not fit; set and history are then as they were.
    pub fn apply(
        &mut self,
        set: &mut AnnotationSet,
        label: impl Into<String>,
        edits: Vec<Edit>,
    ) -> Result<(), EditError> {
        let edits = apply_all(edits, set)?;
        self.redo.clear();
        self.push_done(Step {
            label: label.into(),
            edits,
            made: None,
        });
        Ok(())
    }

    /// Takes the last step back and returns its label; `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the set was changed behind the history's back so that the step no longer fits: the set is
    /// then as it was, and the step is forgotten so that the next undo reaches the one before.
    pub fn undo(&mut self, set: &mut AnnotationSet) -> Result<Option<String>, EditError> {
        let Some(step) = self.undo.pop_back() else {
            return Ok(None);
        };
        let mut step = Arc::unwrap_or_clone(step);
        step.edits = apply_all(step.edits, set)?;
        let label = step.label.clone();
        self.redo.push(Arc::new(step));
        Ok(Some(label))
    }

    /// Makes the step that was undone last again and returns its label; `None` when there is none.
    ///
    /// # Errors
    ///
    /// As [`History::undo`].
    pub fn redo(&mut self, set: &mut AnnotationSet) -> Result<Option<String>, EditError> {
        let Some(step) = self.redo.pop() else {
            return Ok(None);
        };
        let mut step = Arc::unwrap_or_clone(step);
        step.edits = apply_all(step.edits, set)?;
        let label = step.label.clone();
        self.push_done(step);
        Ok(Some(label))
    }

    /// Label of the step that [`History::undo`] would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.back().map(|step| step.label.as_str())
    }

    /// Label of the step that [`History::redo`] would make again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// Says when the last step was made; the history has no clock of its own.
    pub fn date(&mut self, made: Timestamp) {
        if let Some(step) = self.undo.back_mut() {
            Arc::make_mut(step).made = Some(made);
        }
    }

    /// Label and time of every step, the earliest first: those that are done, then those that are undone.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = (&str, Option<Timestamp>)> {
        let steps = self.undo.iter().chain(self.redo.iter().rev());
        steps.map(|step| (step.label.as_str(), step.made))
    }

    /// How many of [`History::steps`] are done.
    #[must_use]
    pub fn n_done(&self) -> usize {
        self.undo.len()
    }

    /// Forgets every step, as when another article is opened.
    pub fn clear(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }

    fn push_done(&mut self, step: Step) {
        self.undo.push_back(Arc::new(step));
        while self.undo.len() > self.limit {
            self.undo.pop_front();
        }
    }
}
