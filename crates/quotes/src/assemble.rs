//! Labelled spans, links and marks become quotes.
//!
//! Owns which contents are one quote, how sure the engine is of it, and the order in which rules of layout have their say.
//! Each of those is a file: attributions beside a content in `attach.rs`, pieces of a quote in `pieces.rs`, *according to*
//! in `according.rs`, paragraphs in `paragraphs.rs`, lists in `lists.rs`, signed posts in `posts.rs`, interviews in
//! `turns.rs`. Where a content begins and ends for a reader is in `edges.rs`; who is meant by a source is left to
//! `resolve.rs`.

use std::collections::BTreeMap;

use hearsay_model::Role;
use hearsay_text::{Article, Modality, QuoteKind, ReportKind, Span, Token};

use crate::Quote;
use crate::according::take_in_according;
use crate::attach::attach;
use crate::edges::{trim_content, trim_mention, with_end_mark, without_full_stop};
use crate::floating::take_in_floating;
use crate::kind::kind_of;
use crate::lists::take_in_lists;
use crate::marks::Marks;
use crate::modality::modality;
use crate::paragraphs::join_paragraphs;
use crate::pieces::mend_pieces;
use crate::posts::{take_in_posts, without_links};
use crate::reports::reports;
use crate::split::rejoin;
use crate::tag::{TaggedSpan, Tagging};
use crate::turns::take_in_turns;
use crate::words::Words;

/// What the caller wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Quotes of lower confidence are left out, 0 to 1.
    pub threshold: f32,
}

impl Default for Options {
    /// Keeps whatever the tagger finds: it weighs a find against a miss already.
    fn default() -> Self {
        Self { threshold: 0.0 }
    }
}

/// The quotes that the tagging describes, ordered by their first word; speakers are not yet known.
///
/// Contents that chose one cue are one quote; a content without a cue stands alone.
#[must_use]
pub fn assemble(
    article: &Article,
    tokens: &[Token],
    marks: &Marks,
    tagging: &Tagging,
    options: Options,
) -> Vec<Quote> {
    let words = Words {
        text: &article.text,
        tokens,
    };
    let spans = attach(words, marks, &tagging.spans);
    let mut quotes: Vec<Quote> = groups(&spans)
        .into_iter()
        .filter_map(|group| quote_of(article, words, marks, &spans, &group))
        .collect();
    rejoin(words, marks, &mut quotes);
    mend_pieces(words, marks, &mut quotes);
    take_in_according(words, &mut quotes);
    join_paragraphs(words.text, marks, &mut quotes);
    take_in_floating(article, words, marks, &mut quotes);
    take_in_lists(article, words, &mut quotes);
    for quote in &mut quotes {
        finish(words, marks, quote);
    }
    take_in_posts(article, words, &mut quotes);
    take_in_turns(article, words, &mut quotes);
    quotes.retain(|quote| !quote.content.is_empty() && quote.confidence >= options.threshold);
    quotes.sort_by(|a, b| a.content.cmp(&b.content));
    quotes
}

/// Contents that are one quote, and their cue, as places among the spans.
struct Group {
    cue: Option<usize>,
    contents: Vec<usize>,
}

fn groups(spans: &[TaggedSpan]) -> Vec<Group> {
    let mut by_cue: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut groups = Vec::new();
    for (place, span) in spans.iter().enumerate() {
        match (span.role, span.parent) {
            (Role::Content, Some(cue)) => by_cue.entry(cue).or_default().push(place),
            (Role::Content, None) => groups.push(Group {
                cue: None,
                contents: vec![place],
            }),
            _ => {}
        }
    }
    groups.extend(by_cue.into_iter().map(|(cue, contents)| Group {
        cue: Some(cue),
        contents,
    }));
    groups
}

fn quote_of(
    article: &Article,
    words: Words<'_>,
    marks: &Marks,
    spans: &[TaggedSpan],
    group: &Group,
) -> Option<Quote> {
    let contents: Vec<&TaggedSpan> = group.contents.iter().map(|place| &spans[*place]).collect();
    // A content that runs over blocks has a span in each: what lies between them is no word of anybody's.
    let pieces = contents
        .iter()
        .flat_map(|content| article.pieces(content.span))
        .map(|(_, piece)| trim_content(words.text, marks, piece));
    let mut content: Vec<Span> = pieces.filter(|piece| !piece.is_empty()).collect();
    content.sort_unstable();
    if content.is_empty() {
        return None;
    }
    let cue = group.cue.map(|place| &spans[place]);
    let source = cue.and_then(|cue| cue.parent).map(|place| {
        let source = spans[place].span;
        trim_mention(
            words.text,
            piece_beside(article, source, group.cue.map(|cue| spans[cue].span)),
        )
    });
    let cue = cue.map(|cue| trim_mention(words.text, cue.span));
    Some(Quote {
        content,
        cue: cue.into_iter().collect(),
        source: source.into_iter().collect(),
        kind: QuoteKind::Indirect,
        reports: ReportKind::Speech,
        modality: Modality::Actual,
        marked: false,
        speaker: None,
        confidence: confidence(&contents),
    })
}

/// The piece of a source that stands in the block of its cue: a mention does not go over blocks.
fn piece_beside(article: &Article, source: Span, cue: Option<Span>) -> Span {
    let block = cue.and_then(|cue| article.block_at(cue.start));
    let mut pieces = article.pieces(source);
    let own = pieces.find(|(nth, _)| Some(*nth) == block);
    own.map_or(source, |(_, piece)| piece)
}

/// Fills in what follows from the parts of a quote: its kind and with it where its sentences end, what it reports, and
/// its modality.
fn finish(words: Words<'_>, marks: &Marks, quote: &mut Quote) {
    put_in_order(&mut quote.content);
    let (cue, source) = (quote.cue.first().copied(), quote.source.first().copied());
    (quote.kind, quote.marked) = kind_of(words, marks, &quote.content, cue, source);
    for span in &mut quote.content {
        *span = match quote.kind {
            QuoteKind::Direct => with_end_mark(words.text, *span),
            QuoteKind::Indirect | QuoteKind::Mixed => without_full_stop(words.text, marks, *span),
        };
    }
    if let Some(last) = quote.content.last_mut() {
        let kept = without_links(words, *last);
        *last = if kept.is_empty() { *last } else { kept };
    }
    put_in_order(&mut quote.content);
    quote.reports = reports(words, marks, quote);
    quote.modality = modality(words, quote);
}

/// Makes pieces ascend without overlap: rules that add to them and move their ends need not know of each other.
fn put_in_order(content: &mut Vec<Span>) {
    content.sort_unstable();
    let mut end = 0;
    content.retain(|span| {
        let is_new = span.start >= end && !span.is_empty();
        end = end.max(span.end);
        is_new
    });
}

/// Share of the doubt about the exact words that is doubt about the quote: a quote whose edges are unsure is mostly a quote.
/// Fitted, this one number, on the reliability over a held-out split, so that of quotes at 0.8 about 80% overlap one that a person
/// marked by half or more: see `docs/EVALUATION.md`.
const DOUBT: f32 = 0.65;

/// How likely this is a quote. It starts from how likely the contents are just these and hang on this cue: the mean over
/// contents of the probability of the span times that of its link. Sources are not counted in: a quote with a doubtful
/// source is a quote all the same.
fn confidence(contents: &[&TaggedSpan]) -> f32 {
    let sum = contents
        .iter()
        .map(|content| content.probability * content.link_probability)
        .fold(0.0, |sum: f32, probability| sum + probability);
    let n_contents = u16::try_from(contents.len()).unwrap_or(u16::MAX);
    let exactly = (sum / f32::from(n_contents.max(1))).clamp(0.0, 1.0);
    1.0 - DOUBT * (1.0 - exactly)
}
