//! Deciding about quotes and editing them.

use super::AppState;

/// Deciding about quotes and editing them.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_review(&mut self, action: ReviewAction) {
        match action {}
    }
}
