//! The claims of all articles, to be worked through.

use super::AppState;

/// The claims of all articles, as they are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worklist {}

/// The claims of all articles, to be worked through.
#[derive(Clone, Debug, PartialEq)]
pub enum WorklistAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_worklist(&mut self, action: WorklistAction) {
        match action {}
    }
}
