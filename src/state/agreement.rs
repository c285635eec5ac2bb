//! Annotators of one article, beside each other.

use super::AppState;

/// Annotators of one article, compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreeing {}

/// Annotators of one article, beside each other.
#[derive(Clone, Debug, PartialEq)]
pub enum AgreementAction {}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_agreement(&mut self, action: AgreementAction) {
        match action {}
    }
}
