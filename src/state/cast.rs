//! Speakers: merging, renaming, splitting, describing.

use super::AppState;

/// Speakers: merging, renaming, splitting, describing.
#[derive(Clone, Debug, PartialEq)]
pub enum CastAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_cast(&mut self, action: CastAction) {
        match action {}
    }
}
