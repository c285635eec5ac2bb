//! Tokens of a text, looked up by place.
//!
//! Owns small questions that several stages ask of the words: which tokens lie in a span, what stands before it.

use hearsay_text::{Span, Token};

/// A text and its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Words<'a> {
    /// Numbers of the tokens that begin in `span`.
    pub(crate) fn range(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.first_from(span.start);
        first..self.first_from(span.end).max(first)
    }

    /// The tokens that begin in `span`.
    pub(crate) fn within(&self, span: Span) -> &'a [Token] {
        &self.tokens[self.range(span)]
    }

    /// Number of the first token that begins at `offset` or after it.
    pub(crate) fn first_from(&self, offset: u32) -> usize {
        self.tokens
            .partition_point(|token| token.span.start < offset)
    }

    /// The words of a token.
    pub(crate) fn word(&self, token: &Token) -> &'a str {
        token.span.slice(self.text)
    }

    /// The words of the token of that number; nothing beyond either end.
    pub(crate) fn word_at(&self, number: usize) -> &'a str {
        self.tokens
            .get(number)
            .map_or("", |token| token.span.slice(self.text))
    }
}
