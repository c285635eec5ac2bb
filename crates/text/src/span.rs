//! Owns [`Span`], the one coordinate type inside Hearsay.

use std::ops::Range;

/// A half-open range of **bytes** of an article's canonical text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`; an end before the start gives the empty span at `start`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The span of `range`, saturating at `u32::MAX` bytes.
    #[must_use]
    pub fn from_range(range: Range<usize>) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self::new(cut(range.start), cut(range.end))
    }

    /// The span as a `usize` range, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies inside.
    #[must_use]
    pub const fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies inside.
    #[must_use]
    pub const fn encloses(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both hold, or `None` when they share none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self::new(self.start.max(other.start), self.end.min(other.end)))
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The words of the span; empty when it does not fit `text` or cuts a character.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span without leading and trailing white space.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.slice(text);
        let lead = words.len() - words.trim_start().len();
        let start = self.start + u32::try_from(lead).unwrap_or_default();
        Self::new(
            start,
            start + u32::try_from(words.trim().len()).unwrap_or_default(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_keeps_only_the_words() {
        let text = "  né le 3 mai \n";
        let span = Span::from_range(0..text.len()).trimmed(text);
        assert_eq!(span.slice(text), "né le 3 mai");
    }

    #[test]
    fn trimming_white_space_leaves_nothing() {
        assert!(Span::new(0, 3).trimmed(" \t\n").is_empty());
    }

    #[test]
    fn a_span_that_cuts_a_character_or_runs_out_slices_to_nothing() {
        assert_eq!(Span::new(0, 2).slice("né"), "");
        assert_eq!(Span::new(0, 9).slice("né"), "");
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 4).overlaps(Span::new(4, 8)));
        assert_eq!(
            Span::new(0, 5).intersection(Span::new(4, 8)),
            Some(Span::new(4, 5))
        );
    }
}
