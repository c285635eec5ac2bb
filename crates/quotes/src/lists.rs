//! Lists that a quote introduces with a colon.
//!
//! Owns the step from *She named three reasons:* to the list items after it: they are what was said.

use hearsay_text::{Article, BlockKind, Span};

use crate::Quote;
use crate::words::Words;

/// Most tokens of a block that is looked at from its end.
const REACH: usize = 40;

/// Makes the items of a list the content of the quote that leads to it, unless they have quotes of their own.
pub(crate) fn take_in_lists(article: &Article, words: Words<'_>, quotes: &mut [Quote]) {
    let mut contents: Vec<Span> = quotes.iter().flat_map(|q| &q.content).copied().collect();
    contents.sort_unstable();
    let is_free = |span: Span| {
        let next = contents.partition_point(|content| content.end <= span.start);
        contents
            .get(next)
            .is_none_or(|content| content.start >= span.end)
    };
    // The last quote before a colon is the one that leads to the list.
    let mut led = None;
    for quote in quotes.iter_mut().rev() {
        let Some(cue) = quote.cue.first().copied() else {
            continue;
        };
        let Some(nth) = article.block_at(cue.start) else {
            continue;
        };
        let block = article.blocks[nth].span;
        let Some(colon) =
            final_colon(words, block).filter(|colon| is_last_of(words, quote, *colon))
        else {
            continue;
        };
        let items: Vec<Span> = article.blocks[nth + 1..]
            .iter()
            .map_while(|block| item(article, block.kind, block.span))
            .take_while(|span| is_free(*span))
            .collect();
        if items.len() < 2 || led.replace(colon) == Some(colon) {
            continue;
        }
        // *Three reasons* is what the list is called, not what was said.
        quote
            .content
            .retain(|span| span.end < cue.start || span.end + 2 < colon.start);
        quote.content.extend(items);
    }
}

/// The colon at the end of a block.
fn final_colon(words: Words<'_>, block: Span) -> Option<Span> {
    let last = words.within(block).iter().rev();
    last.take(2)
        .find(|token| words.word(token) == ":")
        .map(|token| token.span)
}

/// Whether the quote stands in the last sentence before the colon.
fn is_last_of(words: Words<'_>, quote: &Quote, colon: Span) -> bool {
    let ends = quote.content.iter().chain(&quote.cue).map(|span| span.end);
    let Some(end) = ends.max().filter(|end| *end <= colon.end) else {
        return false;
    };
    let (from, to) = (words.first_from(end), words.first_from(colon.start));
    to.saturating_sub(from) < REACH
        && (from..to).all(|number| !matches!(words.word_at(number), "." | "?" | "!"))
}

/// The words of a list item without its bullet or number.
fn item(article: &Article, kind: BlockKind, span: Span) -> Option<Span> {
    let text = article.slice(span);
    let bullet = |c: char| matches!(c, '•' | '-' | '–' | '*' | '·' | '—' | '‣');
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if text.starts_with(bullet) {
        text.trim_start_matches(bullet)
    } else if number.len() < text.len() && number.starts_with(['.', ')']) {
        &number[1..]
    } else if matches!(kind, BlockKind::ListItem { .. }) {
        text
    } else {
        return None;
    };
    let start = span.end - u32::try_from(rest.len()).unwrap_or_default();
    let words = Span::new(start, span.end).trimmed(&article.text);
    (!words.is_empty()).then_some(words)
}
