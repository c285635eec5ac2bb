//! Resolves sources to speakers. (Being built.)

use hearsay_text::{Article, Token};

use crate::Quote;

/// Fills in the speakers of `quotes`.
pub fn resolve(_article: &Article, _tokens: &[Token], _quotes: &mut [Quote]) {}
