//! The tag sets that a person has, and the one that is edited.

use super::AppState;

/// The tag sets that a person has, and the one that is edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSets {}

/// The tag sets that a person has, and the one that is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum TagSetAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_tag_sets(&mut self, action: TagSetAction) {
        match action {}
    }
}
