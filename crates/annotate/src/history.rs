//! Owns [`History`]: what can be undone and redone, step by step.

use std::collections::VecDeque;

use crate::edit::apply_all;
use crate::{AnnotationSet, Edit, EditError};

/// Steps kept when nobody asks for another number.
const DEFAULT_LIMIT: usize = 1_000;

/// The steps made on one [`AnnotationSet`], to be undone and redone. The set itself is held by the caller, who changes
/// it through the history alone; [`crate::merge_suggestions`] is the exception, see there.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Done, the latest last.
    undo: VecDeque<Step>,
    /// Undone, the next to redo last.
    redo: Vec<Step>,
    limit: usize,
}

/// What a person did in one go, and the edits that lead back (on the undo side) or forth (on the redo side).
#[derive(Clone, Debug, PartialEq)]
struct Step {
    label: String,
    edits: Vec<Edit>,
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
        let edits = apply_all(step.edits, set)?;
        let label = step.label.clone();
        self.redo.push(Step { edits, ..step });
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
        let edits = apply_all(step.edits, set)?;
        let label = step.label.clone();
        self.push_done(Step { edits, ..step });
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

    /// Forgets every step, as when another article is opened.
    pub fn clear(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }

    fn push_done(&mut self, step: Step) {
        self.undo.push_back(step);
        while self.undo.len() > self.limit {
            self.undo.pop_front();
        }
    }
}
