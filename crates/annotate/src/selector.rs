//! Owns selectors: how an annotation finds its words again.
//!
//! The two selectors are those of the W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5. Finding words that were
//! changed is left to a later module beside this one.

use hearsay_text::{OffsetMap, Span};

/// Code points of context kept on each side of the words.
const CONTEXT: usize = 32;

/// Words longer than this, in bytes, are looked for without overlap, which keeps the search linear; no quote is as long
/// as this and overlaps itself.
const LONG: usize = 4_096;

/// The words, and those before and after (Web Annotation Data Model, section 4.2.4). Nothing is normalised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuoteSelector {
    /// The words themselves.
    pub exact: String,
    /// The words before, at most 32 code points when made here.
    pub prefix: String,
    /// The words after, at most 32 code points when made here.
    pub suffix: String,
}

/// The place of the words, counted in Unicode code points from 0, the end exclusive (Web Annotation Data Model,
/// section 4.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextPositionSelector {
    /// Code points before the first.
    pub start: u32,
    /// Code points before the end.
    pub end: u32,
}

/// All that is known of where some words stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selectors {
    /// What the words are.
    pub quote: Option<TextQuoteSelector>,
    /// Where they were.
    pub position: Option<TextPositionSelector>,
}

impl TextQuoteSelector {
    /// The selector of the words of `span`. Context is cut so that it does not begin or end with a combining mark that
    /// belongs to a letter outside.
    #[must_use]
    pub fn of_span(text: &str, span: Span) -> Self {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..).unwrap_or_default();
        let from = before
            .char_indices()
            .rev()
            .nth(CONTEXT - 1)
            .map_or(0, |(at, _)| at);
        let prefix = before[from..].trim_start_matches(|c| from > 0 && joins_what_precedes(c));
        let to = after
            .char_indices()
            .nth(CONTEXT)
            .map_or(after.len(), |(at, _)| at);
        let cuts = after[to..].chars().next().is_some_and(joins_what_precedes);
        let mut suffix = &after[..to];
        if cuts {
            suffix = suffix.trim_end_matches(joins_what_precedes);
            let last = suffix.char_indices().next_back();
            suffix = last.map_or("", |(at, _)| &suffix[..at]);
        }
        Self {
            exact: span.slice(text).into(),
            prefix: prefix.into(),
            suffix: suffix.into(),
        }
    }
}

impl TextPositionSelector {
    /// The selector of `span`, in code points.
    #[must_use]
    pub fn of_span(map: &OffsetMap, span: Span) -> Self {
        let (start, end) = map.code_points(span);
        Self { start, end }
    }

    /// The span it points at; `None` when it is empty or reaches past the end of the text.
    #[must_use]
    pub fn span(self, map: &OffsetMap) -> Option<Span> {
        let fits = self.start < self.end && self.end <= map.n_code_points();
        fits.then(|| map.span_of_code_points(self.start, self.end))
    }
}

impl Selectors {
    /// Both selectors of `span`.
    #[must_use]
    pub fn of_span(text: &str, map: &OffsetMap, span: Span) -> Self {
        Self {
            quote: Some(TextQuoteSelector::of_span(text, span)),
            position: Some(TextPositionSelector::of_span(map, span)),
        }
    }

    /// Where the words stand in `text`, whose map is `map`; `None` when they are not there (an orphan).
    ///
    /// The position holds if its words are those of the quote. Otherwise all places where the words stand compete: the
    /// one with most of the context around it wins, among equals the nearest to the position, among those the first.
    /// A position without quote is taken at its word.
    #[must_use]
    pub fn anchor(&self, text: &str, map: &OffsetMap) -> Option<Span> {
        let placed = self.position.and_then(|position| position.span(map));
        let Some(quote) = &self.quote else {
            return placed;
        };
        if quote.exact.is_empty() {
            return None;
        }
        if let Some(span) = placed
            && span.slice(text) == quote.exact
        {
            return Some(span);
        }
        // A position past the end still says that the words were late in the text.
        let near = self.position.map_or(0, |position| {
            map.byte_of_code_point(hearsay_text::CodePointOffset(position.start))
        });
        occurrences(text, &quote.exact).min_by_key(|span| {
            let agreement = context_agreement(text, *span, quote);
            (
                std::cmp::Reverse(agreement),
                span.start.abs_diff(near),
                span.start,
            )
        })
    }
}

/// Places of `words` in `text`, also those that overlap.
fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Span> + 'a {
    let step = match words.chars().next() {
        Some(first) if words.len() <= LONG => first.len_utf8(),
        _ => words.len(),
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + step.max(1);
        Some(Span::from_range(at..at + words.len()))
    })
}

/// Number of characters around `span` that agree with the context, counted outward until the first that does not.
fn context_agreement(text: &str, span: Span, quote: &TextQuoteSelector) -> usize {
    let before = text[..span.start as usize].chars().rev();
    let after = text[span.end as usize..].chars();
    let agree = |(a, b): &(char, char)| a == b;
    let prefix = before.zip(quote.prefix.chars().rev()).take_while(agree);
    let suffix = after.zip(quote.suffix.chars()).take_while(agree);
    prefix.count() + suffix.count()
}

/// Combining marks, joiners, variation selectors and skin tones: characters shown as part of the one before.
const fn joins_what_precedes(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}
