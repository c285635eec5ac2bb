//! Claims: tags, verdict, evidence, progress.

use super::AppState;

/// Claims: tags, verdict, evidence, progress.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_claim(&mut self, action: ClaimAction) {
        match action {}
    }
}
