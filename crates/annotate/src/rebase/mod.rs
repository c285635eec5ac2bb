//! Re-anchoring: where the words of one version of a text stand in the next.
//!
//! Owns [`Rebase`], made of both texts, and what becomes of annotations. Where only the words of an annotation are known
//! and not the text that it was made in, [`crate::Selectors`] look for them instead.

mod anchors;
mod moved;
mod words;

use hearsay_text::Span;

pub(crate) use self::words::{Known, Words, common};

use self::words::likeness;
use crate::order::ordered;
use crate::{Annotation, Body};

/// The least likeness, 0 to 1, of words and what became of them; below it they are gone.
pub const FLOOR: f32 = 0.5;

/// The most words on either side of a changed passage in which words that are alike are looked for.
const PASSAGE: usize = 24;

/// Words that are looked back over for a place near by.
const FAR: usize = 1_000;

/// Where the words of an old text stand in a new one.
///
/// Made by comparing both word for word, in time that grows with their length and not with its square; words that were
/// changed are compared letter by letter, and passages that were moved are found where they stand now.
#[derive(Clone, Debug, Default)]
pub struct Rebase {
    old: Words,
    new: Words,
    /// For each word of the old text, which word of the new one it is.
    links: Vec<Option<Link>>,
    /// Bytes of the words of the new text before each.
    new_weights: Vec<u32>,
}

/// What became of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    /// Which word of the new text it is.
    new: u32,
    /// Which passage it went with: 0 for what stayed in its order, another number for each passage that was moved.
    chain: u32,
    /// Bytes that it begins with as before.
    prefix: u32,
    /// Bytes that it ends with as before, beyond those.
    suffix: u32,
}

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mapped {
    /// Where they stand now.
    pub span: Span,
    /// How much of them is left, 0 to 1: twice what both have, by what either has.
    pub score: f32,
    /// Whether every word is as it was and none came in between.
    pub unchanged: bool,
    /// Whether they stand elsewhere in the order of the text.
    pub moved: bool,
}

/// An annotation in the new text.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebased {
    /// The annotation; all but its spans is as it was.
    pub annotation: Annotation,
    /// How much of its words is left, as [`Mapped::score`].
    pub score: f32,
}

impl Link {
    fn same(new: usize, chain: u32, span: Span) -> Self {
        Self {
            new: u32::try_from(new).unwrap_or(u32::MAX),
            chain,
            prefix: span.len(),
            suffix: 0,
        }
    }
}

impl Rebase {
    /// Compares two versions of a text.
    #[must_use]
    pub fn new(old_text: &str, new_text: &str) -> Self {
        let mut known = Known::default();
        let old = Words::of(old_text, &mut known);
        let new = Words::of(new_text, &mut known);
        let mut links = vec![None; old.spans.len()];
        for run in common(&old, &new) {
            for nth in 0..run.len {
                let (from, to) = ((run.old + nth) as usize, (run.new + nth) as usize);
                links[from] = Some(Link::same(to, 0, old.spans[from]));
            }
        }
        moved::link(&old, &new, &mut links);
        let mut sum = 0;
        let mut new_weights = vec![0];
        new_weights.extend(new.spans.iter().map(|span| {
            sum += span.len();
            sum
        }));
        let mut rebase = Self {
            old,
            new,
            links,
            new_weights,
        };
        rebase.link_alike(old_text, new_text);
        rebase
    }

    /// Links words that were changed to what they became: *house* to *houses*.
    fn link_alike(&mut self, old_text: &str, new_text: &str) {
        let mut from = 0;
        while from < self.links.len() {
            let n_gone = self.links[from..]
                .iter()
                .take_while(|link| link.is_none())
                .count();
            if n_gone == 0 {
                from += 1;
                continue;
            }
            let to = from + n_gone;
            let before = from.checked_sub(1).and_then(|at| self.links[at]);
            let after = self.links.get(to).copied().flatten();
            let chain = before.or(after).map_or(0, |link| link.chain);
            let first = before.map_or(0, |link| link.new + 1);
            let end = after.map_or(self.new.len(), |link| link.new);
            let one_chain = before.zip(after).is_none_or(|(a, b)| a.chain == b.chain);
            let fits = one_chain && first < end && (end - first) as usize <= PASSAGE;
            if fits && n_gone <= PASSAGE {
                self.align(
                    (from, to),
                    (first as usize, end as usize),
                    chain,
                    old_text,
                    new_text,
                );
            }
            from = to;
        }
    }

    /// Links the words of two short passages that are alike, in the order of both, as much as there is.
    fn align(
        &mut self,
        (from, to): (usize, usize),
        (first, end): (usize, usize),
        chain: u32,
        old_text: &str,
        new_text: &str,
    ) {
        let (rows, columns) = (to - from, end - first);
        let alike = |row: usize, column: usize| {
            likeness(
                self.old.spans[from + row].slice(old_text),
                self.new.spans[first + column].slice(new_text),
            )
        };
        let pairs: Vec<Option<(u32, u32)>> = (0..rows * columns)
            .map(|nth| alike(nth / columns, nth % columns))
            .collect();
        // The most that is alike from a word of each on to the end.
        let mut best = vec![0; (rows + 1) * (columns + 1)];
        let at = |row: usize, column: usize| row * (columns + 1) + column;
        let gain = |pair: (u32, u32)| pair.0 + pair.1;
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let skipped = best[at(row + 1, column)].max(best[at(row, column + 1)]);
                let paired = pairs[row * columns + column]
                    .map_or(0, |pair| gain(pair) + best[at(row + 1, column + 1)]);
                best[at(row, column)] = skipped.max(paired);
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let here = best[at(row, column)];
            match pairs[row * columns + column] {
                Some(pair) if gain(pair) + best[at(row + 1, column + 1)] == here => {
                    self.links[from + row] = Some(Link {
                        new: u32::try_from(first + column).unwrap_or(u32::MAX),
                        chain,
                        prefix: pair.0,
                        suffix: pair.1,
                    });
                    (row, column) = (row + 1, column + 1);
                }
                _ if best[at(row + 1, column)] == here => row += 1,
                _ => column += 1,
            }
        }
    }

    /// Where the words of `span` stand in the new text: from the first that is left of them to the last. What was put in
    /// between belongs to them, what was put before or after does not. `None` when less than [`FLOOR`] is left.
    #[must_use]
    pub fn map(&self, span: Span) -> Option<Mapped> {
        self.find(span).filter(|mapped| mapped.score >= FLOOR)
    }

    fn find(&self, span: Span) -> Option<Mapped> {
        let spans = &self.old.spans;
        let from = spans.partition_point(|word| word.end <= span.start);
        let to = spans.partition_point(|word| word.start < span.end);
        let links = self.links.get(from..to)?;
        let chain = main_chain(links, &spans[from..to])?;
        let mut left: Vec<usize> = (from..to)
            .filter(|at| self.links[*at].is_some_and(|link| link.chain == chain))
            .collect();
        self.drop_strays(&mut left);
        let (first, last) = (*left.first()?, *left.last()?);
        let (first_link, last_link) = (self.links[first]?, self.links[last]?);
        // Words that took the place of the first or last ones are theirs.
        let start_word = self.start_of_replaced(from, first, first_link);
        let end_word = self.end_of_replaced(to, last, last_link);
        let start_span = *self.new.spans.get(start_word as usize)?;
        let end_span = *self.new.spans.get(end_word as usize)?;
        let start = if start_word == first_link.new {
            inside(spans[first], start_span, first_link, span.start)
        } else {
            start_span.start
        };
        let end = if end_word == last_link.new {
            inside(spans[last], end_span, last_link, span.end)
        } else {
            end_span.end
        };
        let kept: u32 = left
            .iter()
            .filter_map(|at| self.links[*at])
            .map(|link| link.prefix + link.suffix)
            .sum();
        let old_weight: u32 = spans[from..to].iter().map(|word| word.len()).sum();
        let new_weight =
            self.new_weights[end_word as usize + 1] - self.new_weights[start_word as usize];
        let is_same = |at: &usize| {
            self.links[*at].is_some_and(|link| link.prefix == spans[*at].len() && link.suffix == 0)
        };
        let unchanged = left.len() == to - from
            && (end_word - start_word) as usize + 1 == left.len()
            && left.iter().all(is_same);
        // Lengths of texts are far below 2^24 for what is annotated; beyond, the last digits do not matter.
        let score = 2.0 * kept as f32 / (old_weight + new_weight).max(1) as f32;
        let new_span = Span::new(start, end);
        (!new_span.is_empty()).then_some(Mapped {
            span: new_span,
            score: if unchanged { 1.0 } else { score.min(1.0) },
            unchanged,
            moved: chain != 0,
        })
    }

    /// Drops single words at either end that are far from the rest: what they were part of is gone, and they are chance.
    fn drop_strays(&self, left: &mut Vec<usize>) {
        let far = |one: usize, other: usize| {
            let (Some(a), Some(b)) = (self.links[one], self.links[other]) else {
                return false;
            };
            let between = self.new_weights[b.new as usize] - self.new_weights[a.new as usize + 1];
            let before = self.old.spans[other].start - self.old.spans[one].end;
            between > before + 60
        };
        let light = |words: &[usize]| {
            words
                .iter()
                .map(|at| self.old.spans[*at].len())
                .sum::<u32>()
                < 16
        };
        let n = left.len();
        let reach = n.min(4);
        if let Some(cut) = (1..reach).find(|cut| far(left[cut - 1], left[*cut]))
            && light(&left[..cut])
        {
            left.drain(..cut);
        }
        let n = left.len();
        let reach = n.min(4);
        if let Some(cut) = (1..reach).find(|cut| far(left[n - cut - 1], left[n - cut]))
            && light(&left[n - cut..])
        {
            left.truncate(n - cut);
        }
    }

    /// The word that what is left begins with, or the first of those that took the place of the words before it.
    fn start_of_replaced(&self, from: usize, first: usize, link: Link) -> u32 {
        let n_gone = u32::try_from(first - from).unwrap_or(u32::MAX);
        let before = match from.checked_sub(1) {
            None => Some(0),
            Some(at) => self.links[at]
                .filter(|before| before.chain == link.chain && before.new < link.new)
                .map(|before| before.new + 1),
        };
        match before {
            Some(start) if n_gone > 0 && link.new - start <= 2 * n_gone + 2 => start,
            _ => link.new,
        }
    }

    /// The word that what is left ends with, or the last of those that took the place of the words after it.
    fn end_of_replaced(&self, to: usize, last: usize, link: Link) -> u32 {
        let n_gone = u32::try_from(to - 1 - last).unwrap_or(u32::MAX);
        let after = match self.links.get(to) {
            None => self.new.len().checked_sub(1),
            Some(after) => after
                .filter(|after| after.chain == link.chain && after.new > link.new)
                .map(|after| after.new - 1),
        };
        match after {
            Some(end) if n_gone > 0 && end - link.new <= 2 * n_gone + 2 => end,
            _ => link.new,
        }
    }

    /// Where the words of several spans stand, each for itself, and the score of all together. `None` when less than
    /// [`FLOOR`] of all is left.
    #[must_use]
    pub fn map_all(&self, spans: &[Span]) -> Option<(Vec<Span>, f32)> {
        let mut found: Vec<Span> = Vec::with_capacity(spans.len());
        let (mut sum, mut weight) = (0.0, 0.0);
        for span in spans {
            let length = span.len() as f32;
            weight += length;
            if let Some(mapped) = self.map(*span) {
                sum += mapped.score * length;
                found.push(mapped.span);
            }
        }
        let keyed = found
            .into_iter()
            .map(|span| ([span.start, span.end, 0], span));
        let mut found = ordered(keyed.collect());
        // Pieces that were apart and are no longer so are one.
        found.dedup_by(|next, last| {
            let joined = last.overlaps(*next);
            if joined {
                *last = last.cover(*next);
            }
            joined
        });
        let score = sum / f32::max(weight, 1.0);
        (!found.is_empty() && score >= FLOOR).then_some((found, score))
    }

    /// Whether all words of `spans` stand in the new text as they were.
    #[must_use]
    pub fn keeps(&self, spans: &[Span]) -> bool {
        let kept = |span: &Span| self.map(*span).is_some_and(|mapped| mapped.unchanged);
        !spans.is_empty() && spans.iter().all(kept)
    }

    /// A place in the new text near to what became of the byte at `at`: where the last words before it stand that are left.
    #[must_use]
    pub fn near(&self, at: u32) -> u32 {
        let to = self.old.spans.partition_point(|word| word.end <= at);
        let before = self.links[..to].iter().rev().take(FAR).flatten();
        let mut before = before.filter(|link| link.chain == 0);
        before
            .next()
            .and_then(|link| self.new.spans.get(link.new as usize))
            .map_or(0, |span| span.end)
    }

    /// Share of the words of `span`, by length, that the new text has in whatever order, 0 to 1; 1 when there are none.
    #[must_use]
    pub fn kept_share(&self, span: Span) -> f32 {
        let spans = &self.old.spans;
        let from = spans.partition_point(|word| word.end <= span.start);
        let to = spans.partition_point(|word| word.start < span.end);
        let (mut kept, mut all) = (0, 0);
        for (span, link) in spans.iter().zip(&self.links).take(to).skip(from) {
            all += span.len();
            kept += link.map_or(0, |link| link.prefix + link.suffix);
        }
        if all == 0 {
            1.0
        } else {
            kept as f32 / all as f32
        }
    }

    /// Where words of `span` went, each by itself: their bytes in the old text, their place in the new one, and whether
    /// they were moved. For telling which passage became which.
    pub fn words(&self, span: Span) -> impl Iterator<Item = (Span, Span, bool)> + '_ {
        let spans = &self.old.spans;
        let from = spans.partition_point(|word| word.end <= span.start);
        let to = spans.partition_point(|word| word.start < span.end);
        (from..to).filter_map(|at| {
            let link = self.links[at]?;
            Some((
                spans[at],
                *self.new.spans.get(link.new as usize)?,
                link.chain != 0,
            ))
        })
    }

    /// The annotation in the new text, with origin, status and dates as they were; `None` when its words are gone. Cue,
    /// source and evidence that are gone are left out.
    #[must_use]
    pub fn annotation(&self, annotation: &Annotation) -> Option<Rebased> {
        let (target, score) = self.map_all(&annotation.target)?;
        let mut annotation = Annotation {
            target,
            ..annotation.clone()
        };
        if let Body::Quote(quote) = &mut annotation.body {
            for spans in [&mut quote.cue, &mut quote.source, &mut quote.evidence_at] {
                *spans = self
                    .map_all(spans)
                    .map_or_else(Vec::new, |(found, _)| found);
            }
        }
        Some(Rebased { annotation, score })
    }
}

/// The passage that most of some words went with.
fn main_chain(links: &[Option<Link>], spans: &[Span]) -> Option<u32> {
    let mut sums: Vec<(u32, u32)> = Vec::new();
    for (link, span) in links.iter().zip(spans) {
        if let Some(link) = link {
            match sums.iter().position(|(chain, _)| *chain == link.chain) {
                Some(nth) => sums[nth].1 += span.len(),
                None if sums.len() < PASSAGE => sums.push((link.chain, span.len())),
                // Torn into more passages than that, it is not one thing any more.
                None => {}
            }
        }
    }
    let most = sums
        .into_iter()
        .max_by_key(|(chain, sum)| (*sum, std::cmp::Reverse(*chain)));
    most.map(|(chain, _)| chain)
}

/// The place in a new word that a place in, or at an end of, an old one became.
fn inside(old: Span, new: Span, link: Link, at: u32) -> u32 {
    if at <= old.start {
        new.start
    } else if at >= old.end {
        new.end
    } else if at - old.start <= link.prefix {
        new.start + (at - old.start).min(new.len())
    } else {
        new.end - (old.end - at).min(link.suffix).min(new.len())
    }
}
