//! Labelled spans, links and marks become quotes.
//!
//! Owns which contents are one quote, where a content begins and ends for a reader, and how sure it is. Who is meant by
//! a source is left to `resolve.rs`.

use std::collections::BTreeMap;

use hearsay_model::Role;
use hearsay_text::{Article, QuoteKind, Span, Token};

use crate::Quote;
use crate::marks::Marks;
use crate::tag::Tagging;

/// What the caller wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Quotes of lower confidence are left out, 0 to 1.
    pub threshold: f32,
}

impl Default for Options {
    fn default() -> Self {
        Self { threshold: 0.0 }
    }
}

/// The quotes that the tagging describes, ordered by their first word; speakers are not yet known.
#[must_use]
pub fn assemble(
    _article: &Article,
    _tokens: &[Token],
    _marks: &Marks,
    tagging: &Tagging,
    _options: Options,
) -> Vec<Quote> {
    let mut groups: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
    for (nth, span) in tagging.spans.iter().enumerate() {
        if span.role == Role::Content {
            groups
                .entry(span.parent.map_or((nth, false), |cue| (cue, true)))
                .or_default()
                .push(nth);
        }
    }
    let mut quotes: Vec<Quote> = groups
        .into_iter()
        .map(|((at, has_cue), contents)| {
            let cue = has_cue.then(|| tagging.spans[at]);
            let source = cue
                .and_then(|cue| cue.parent)
                .map(|at| tagging.spans[at].span);
            Quote {
                content: contents.iter().map(|at| tagging.spans[*at].span).collect(),
                cue: cue.map(|cue| cue.span).into_iter().collect(),
                source: source.into_iter().collect(),
                kind: QuoteKind::Direct,
                marked: false,
                speaker: None,
                confidence: 1.0,
            }
        })
        .collect();
    quotes.sort_by_key(|quote| quote.content.first().map(|span: &Span| span.start));
    quotes
}
