//! Which marks belong together.
//!
//! Owns the pairing of a block's marks, which a stray mark spoils for its own block only. The work for each mark is
//! bounded, so that text of nothing but marks takes no longer a mark than any other.

use hearsay_text::{Article, Span};

use super::side::{Family, Mark, Side, marks_of};
use super::{Ending, MarkPair, Marks};
use crate::language::Language;

/// How many open marks a closing one may reach over; bounds the work for text that is nothing but marks.
const REACH: usize = 4;

/// Finds and pairs the marks of every block by the conventions of the article's language, in linear time.
#[must_use]
pub fn pair_marks(article: &Article) -> Marks {
    pair_marks_in(article, Language::of(article))
}

/// As [`pair_marks`], by the conventions of `language`.
#[must_use]
pub fn pair_marks_in(article: &Article, language: Language) -> Marks {
    let mut marks = Marks::default();
    let found_in = |nth: usize| {
        let block = article.blocks.get(nth)?;
        Some(marks_of(&article.text, block.span, language))
    };
    let mut next = found_in(0);
    for (nth, block) in article.blocks.iter().enumerate() {
        let found = next.take().unwrap_or_default();
        next = found_in(nth + 1);
        let next_opener = article.blocks.get(nth + 1).and_then(|after| {
            let first = next.as_ref()?.first()?;
            let opens = first.side != Side::Closes && first.span.start == after.span.start;
            opens.then_some(first.family)
        });
        pair_block(block.span, &found, next_opener, &mut marks);
    }
    let mut end = 0;
    for (nth, pair) in marks.pairs.iter().enumerate() {
        if pair.open.start >= end {
            end = pair.outer().end;
            marks.outermost.push(nth);
        }
    }
    marks
}

fn pair_block(block: Span, found: &[Mark], next_opener: Option<Family>, marks: &mut Marks) {
    // Single marks are apostrophes unless proven otherwise: an opener needs a closer after it, or a next paragraph that
    // opens again.
    let last_single = found
        .iter()
        .rposition(|mark| mark.family == Family::Single && mark.side != Side::Opens);
    let is_primary = |mark: &Mark| {
        let begins = mark.is_high && mark.span.start == block.start;
        begins && next_opener == Some(Family::Single)
    };
    // Whether the next single mark closes too: then a closing one after an *s* was an apostrophe.
    let mut closes_later = vec![false; found.len()];
    let mut next_closes = false;
    for (nth, mark) in found.iter().enumerate().rev() {
        closes_later[nth] = next_closes;
        if mark.family == Family::Single {
            next_closes = mark.side == Side::Closes;
        }
    }
    // The pair that each mark opens, and whether it is paired with none: collected in the order of the marks.
    let mut opened: Vec<Option<MarkPair>> = vec![None; found.len()];
    let mut is_stray = vec![false; found.len()];
    let mut open: Vec<usize> = Vec::new();
    for (nth, mark) in found.iter().enumerate() {
        let is_single = mark.family == Family::Single;
        if is_single && mark.side == Side::Closes && mark.is_after_s && closes_later[nth] {
            continue;
        }
        let reach = open.len().saturating_sub(REACH);
        steps::count(open.len() - reach);
        let partner = open[reach..]
            .iter()
            .rposition(|other| found[*other].family == mark.family)
            .map(|place| place + reach);
        // “ closes what „ opened.
        let closes_low = mark.is_high && partner.is_some_and(|place| found[open[place]].is_low);
        let opens = match mark.side {
            Side::Opens => !closes_low,
            Side::Closes => false,
            Side::Either => partner.is_none(),
        };
        if opens {
            // ‚ is no apostrophe, and ‘ closes it.
            let has_closer = mark.is_low || last_single.is_some_and(|last| last > nth);
            if !is_single || has_closer || is_primary(mark) {
                open.push(nth);
            }
            continue;
        }
        let Some(partner) = partner else {
            // A closing single mark without an opening one is an apostrophe: *the dogs’ bowl*.
            is_stray[nth] = !is_single;
            continue;
        };
        steps::count(open.len() - partner);
        for stray in open.drain(partner + 1..) {
            is_stray[stray] = found[stray].family != Family::Single;
        }
        let Some(opener) = open.pop() else { continue };
        let opening = found[opener].span;
        opened[opener] = Some(MarkPair {
            open: opening,
            inner: Span::new(opening.end, mark.span.start),
            ending: Ending::Closed(mark.span),
            depth: u32::try_from(open.len()).unwrap_or(u32::MAX),
            is_single,
        });
        marks.closing.push((mark.span.start, opening.start));
    }
    let mut is_outermost = true;
    for nth in open {
        let opener = &found[nth];
        let is_single = opener.family == Family::Single;
        if is_single && !is_primary(opener) {
            continue;
        }
        // Of several unclosed marks only the outermost can be meant; a pair for each would nest without end.
        let goes_on = next_opener == Some(opener.family);
        if is_outermost {
            opened[nth] = Some(MarkPair {
                open: opener.span,
                inner: Span::new(opener.span.end, block.end),
                ending: if goes_on {
                    Ending::Continued
                } else {
                    Ending::Unclosed
                },
                depth: 0,
                is_single,
            });
        }
        is_stray[nth] = !(is_outermost && goes_on);
        is_outermost = false;
    }
    for (nth, mark) in found.iter().enumerate() {
        marks.pairs.extend(opened[nth]);
        if is_stray[nth] {
            marks.unpaired.push(mark.span);
        }
    }
}

/// Counts the looks at open marks, which are all that could take long, for a test.
#[cfg(test)]
mod steps {
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count(n: usize) {
        STEPS.set(STEPS.get() + n);
    }

    pub(super) fn take() -> usize {
        STEPS.take()
    }
}

#[cfg(not(test))]
mod steps {
    pub(super) const fn count(_: usize) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks in an order without a pattern, always the same.
    fn mixed(n_marks: usize) -> String {
        let marks = [
            "\"", "“", "”", "‘", "’", "'", "«", "»", "„", "‚", "''", "「", "』", "a ", "s",
        ];
        let mut state = 1_u32;
        let mut text = String::new();
        for _ in 0..n_marks {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(marks[(state >> 16) as usize % marks.len()]);
        }
        text
    }

    #[test]
    fn a_text_of_nothing_but_marks_costs_a_bounded_number_of_steps_a_mark() {
        for language in [Language::English, Language::German, Language::Swedish] {
            for n_marks in [1_000, 30_000, 600_000] {
                steps::take();
                let marks = pair_marks_in(&Article::verbatim(mixed(n_marks)), language);
                let n_steps = steps::take();
                assert!(n_steps > 0 && !marks.pairs.is_empty());
                // A look at each of the marks in reach, and each is closed once.
                assert!(n_steps <= n_marks * (REACH + 1), "{n_steps} for {n_marks}");
            }
        }
    }
}
