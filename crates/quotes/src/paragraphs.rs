//! Quotes of several paragraphs, each of which opens while only the last closes.
//!
//! Owns their joining, by the marks alone: what the tagger found in one of the paragraphs holds for all of them.

use hearsay_text::Span;

use crate::Quote;
use crate::edges::trim_content;
use crate::marks::{Ending, Marks};

/// Joins a content without a cue that runs to the end of its paragraph, in marks that the next paragraph opens again, to
/// the quote that goes on there: one quote of several paragraphs.
pub(crate) fn join_paragraphs(text: &str, marks: &Marks, quotes: &mut Vec<Quote>) {
    quotes.sort_by(|a, b| a.content.cmp(&b.content));
    adopt(text, marks, quotes);
    quotes.sort_by(|a, b| a.content.cmp(&b.content));
    let goes_on: Vec<bool> = quotes
        .iter()
        .zip(quotes.iter().skip(1))
        .map(|(quote, next)| goes_on_in(marks, quote, next).unwrap_or(false))
        .collect();
    let mut joined: Vec<Quote> = Vec::with_capacity(quotes.len());
    // Contents that wait for the paragraph with the rest of their quote, and the least of their confidences.
    let (mut waiting, mut least): (Vec<Span>, f32) = (Vec::new(), 1.0);
    for (nth, mut quote) in quotes.drain(..).enumerate() {
        if goes_on.get(nth) == Some(&true) {
            waiting.append(&mut quote.content);
            least = least.min(quote.confidence);
            continue;
        }
        if !waiting.is_empty() {
            waiting.append(&mut quote.content);
            quote.content = std::mem::take(&mut waiting);
            quote.confidence = quote.confidence.min(least);
            least = 1.0;
        }
        joined.push(quote);
    }
    *quotes = joined;
}

/// Whether `quote` has neither cue nor source and its marks are taken up by those of `next`.
fn goes_on_in(marks: &Marks, quote: &Quote, next: &Quote) -> Option<bool> {
    if !(quote.cue.is_empty() && quote.source.is_empty()) {
        return None;
    }
    let pair = marks.outermost_over(*quote.content.last()?).last()?;
    let follower = marks.outermost_after(pair.inner.end)?;
    let opening = marks.outermost_over(*next.content.first()?).next()?;
    Some(pair.ending == Ending::Continued && follower.open == opening.open)
}

/// Gives paragraphs in which the tagger found nothing to the quote of the paragraph before or after them, where the marks
/// say that it is the same one.
fn adopt(text: &str, marks: &Marks, quotes: &mut [Quote]) {
    let mut owner: Vec<(Span, usize)> = quotes
        .iter()
        .enumerate()
        .flat_map(|(nth, quote)| quote.content.iter().map(move |span| (*span, nth)))
        .collect();
    owner.sort_unstable();
    let owner_of = |inner: Span, last: bool| {
        let end = owner.partition_point(|(span, _)| span.start < inner.end);
        let start = owner.partition_point(|(span, _)| span.end <= inner.start);
        let over = owner.get(start..end)?;
        let of = if last { over.last() } else { over.first() };
        of.map(|(_, nth)| *nth)
    };
    let pairs: Vec<_> = marks.outermost().copied().collect();
    let goes_on = |nth: usize| pairs[nth].ending == Ending::Continued && nth + 1 < pairs.len();
    let mut first = 0;
    while first < pairs.len() {
        let mut last = first;
        while goes_on(last) {
            last += 1;
        }
        if last > first {
            let mut own: Vec<Option<usize>> = (first..=last)
                .map(|nth| owner_of(pairs[nth].inner, nth < last))
                .collect();
            // The paragraph before knows best, then the one after.
            let mut adopted = Vec::new();
            for nth in 1..own.len() {
                if own[nth].is_none() && own[nth - 1].is_some() {
                    own[nth] = own[nth - 1];
                    adopted.push(nth);
                }
            }
            for nth in (0..own.len() - 1).rev() {
                if own[nth].is_none() && own[nth + 1].is_some() {
                    own[nth] = own[nth + 1];
                    adopted.push(nth);
                }
            }
            for nth in adopted {
                let inner = trim_content(text, marks, pairs[first + nth].inner);
                if let Some(quote) = own[nth]
                    && !inner.is_empty()
                {
                    let content = &mut quotes[quote].content;
                    content.push(inner);
                    content.sort_unstable();
                }
            }
        }
        first = last + 1;
    }
}
