//! Verbatim sentences that the tagger saw nothing in.
//!
//! Owns two forms that say so all the same: a sentence in marks after a colon (*Her message was short: “Come home.”*), and
//! a paragraph that is nothing but a sentence in marks, beside another quote.

use hearsay_text::{Article, Modality, QuoteKind, ReportKind, Span, TokenKind};

use crate::Quote;
use crate::attach::{begins_mention, says};
use crate::edges::trim_content;
use crate::marks::{Ending, MarkPair, Marks};
use crate::words::Words;

/// Confidence of a quote that its form alone vouches for.
const CONFIDENCE: f32 = 0.6;

/// Fewest words of a paragraph that counts without a colon.
const FEWEST_WORDS: usize = 5;

/// Most tokens from the start of a sentence to its colon.
const LONGEST_LEAD: usize = 24;

/// Adds these quotes, and to quotes that have nothing but their content the colon before them.
pub(crate) fn take_in_floating(
    article: &Article,
    words: Words<'_>,
    marks: &Marks,
    quotes: &mut Vec<Quote>,
) {
    let taken = crate::quote::spans(quotes);
    let is_free = |span: Span| {
        let next = taken.partition_point(|taken| taken.end <= span.start);
        taken.get(next).is_none_or(|taken| taken.start >= span.end)
    };
    for quote in quotes.iter_mut() {
        let Some(first) = quote.content.first().copied() else {
            continue;
        };
        let pair = marks.outermost_over(first).next();
        if let Some(pair) = pair.filter(|pair| pair.inner.start <= first.start)
            && quote.source.is_empty()
            && let Some((colon, source)) = lead_of(words, pair)
            && quote.cue.iter().all(|cue| cue.end <= colon.end)
        {
            if quote.cue.is_empty() {
                quote.cue.push(colon);
            }
            quote
                .source
                .extend(source.filter(|source| is_free(*source)));
        }
    }
    for pair in marks.outermost() {
        if !matches!(pair.ending, Ending::Closed(_)) || !is_free(pair.inner) {
            continue;
        }
        let content = trim_content(words.text, marks, pair.inner);
        let n_words = words
            .within(content)
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count();
        if !is_sentence(words.text, pair) || n_words < 2 {
            continue;
        }
        let lead = lead_of(words, pair);
        let (cue, source) = match lead {
            Some((colon, _)) if !is_free(colon) => continue,
            Some((colon, source)) => (vec![colon], source.filter(|source| is_free(*source))),
            None if n_words >= FEWEST_WORDS
                && !pair.is_single
                && is_paragraph(article, pair, &taken) =>
            {
                (Vec::new(), None)
            }
            None => continue,
        };
        quotes.push(Quote {
            content: vec![content],
            cue,
            source: source.into_iter().collect(),
            kind: QuoteKind::Direct,
            reports: ReportKind::Speech,
            modality: Modality::Actual,
            marked: true,
            speaker: None,
            confidence: CONFIDENCE,
        });
    }
}

/// Whether a sentence ends with the marks.
fn is_sentence(text: &str, pair: &MarkPair) -> bool {
    let inner = pair.inner.slice(text);
    let ends = |words: &str| words.trim_end().ends_with(['.', '?', '!', '…']);
    inner.starts_with(char::is_uppercase)
        && (ends(inner) || text[pair.outer().end as usize..].starts_with('.'))
}

/// The colon right before a pair, and who its sentence begins with.
fn lead_of(words: Words<'_>, pair: &MarkPair) -> Option<(Span, Option<Span>)> {
    let open = words.first_from(pair.open.start);
    let colon = open.checked_sub(1).filter(|at| words.word_at(*at) == ":")?;
    let start = (colon.saturating_sub(LONGEST_LEAD)..colon)
        .rev()
        .find(|number| {
            words.tokens[*number].kind == TokenKind::Break
                || matches!(words.word_at(*number), "." | "?" | "!")
        })
        .map_or(0, |number| number + 1);
    let verb = (start + 1..colon).find(|number| {
        let word = words.word_at(*number);
        says(word)
            || matches!(
                word,
                "is" | "was" | "are" | "were" | "had" | "has" | "reads" | "read"
            )
    });
    let source = verb
        .filter(|_| begins_mention_at(words, start))
        .map(|verb| {
            let (first, last) = (words.tokens[start].span, words.tokens[verb - 1].span);
            first.cover(last)
        });
    Some((words.tokens[colon].span, source))
}

fn begins_mention_at(words: Words<'_>, start: usize) -> bool {
    let word = words.word_at(start);
    begins_mention(word) && !matches!(word, "It" | "There" | "This" | "That" | "In" | "On" | "At")
}

/// Whether the pair is all of its paragraph, and one of the paragraphs beside it holds part of a quote.
fn is_paragraph(article: &Article, pair: &MarkPair, taken: &[Span]) -> bool {
    let Some(nth) = article.block_at(pair.open.start) else {
        return false;
    };
    let block = article.blocks[nth].span;
    let outer = pair.outer();
    if outer.start > block.start + 1 || outer.end + 1 < block.end {
        return false;
    }
    let holds_quote = |nth: usize| {
        let Some(block) = article.blocks.get(nth) else {
            return false;
        };
        let next = taken.partition_point(|taken| taken.end <= block.span.start);
        taken
            .get(next)
            .is_some_and(|taken| taken.start < block.span.end)
    };
    nth.checked_sub(1).is_some_and(holds_quote) || holds_quote(nth + 1)
}
