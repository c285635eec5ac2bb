//! What of the annotations is shown: filters, find in article.

use super::AppState;

/// What is sought in the article, and which annotations are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seeing {}

/// What of the annotations is shown: filters, find in article.
#[derive(Clone, Debug, PartialEq)]
pub enum SeeingAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_seeing(&mut self, action: SeeingAction) {
        match action {}
    }
}
