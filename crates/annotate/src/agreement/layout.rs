//! Everybody's marks on one ruler: what they hold, in word characters and words, and which of them overlap.
//!
//! Owns the two sweeps over the text, that for overlaps and that for α; what follows from them is left to others.

use std::collections::HashMap;

use hearsay_text::Span;

use super::alpha::{NoAlpha, Units, Value, masi, nominal};
use super::words::{Stretch, Words};
use super::{Annotator, Mark};
use crate::order::{Key, order, short};

/// Marks of one annotator, one in the other, that others' marks are compared with: it bounds the time for any marks.
const DEEP: usize = 64;

/// Tags that fit a set.
const TAGS: usize = 96;

/// Everybody's marks.
pub(super) struct Layout<'a> {
    pub(super) n_annotators: usize,
    pub(super) n_words: u32,
    /// The names of tags; everywhere else they are numbers.
    pub(super) tags: Vec<&'a str>,
    /// Annotator after annotator, the marks of each in reading order: a mark's number is its place here.
    pub(super) marks: Vec<Placed>,
}

/// A mark.
pub(super) struct Placed {
    pub(super) annotator: usize,
    /// Its position among the annotator's marks, as they were given.
    pub(super) given: usize,
    /// From its first byte to its last.
    pub(super) cover: Span,
    /// Where its word characters begin and end.
    pub(super) hull: Stretch,
    /// Its word characters.
    pub(super) chars: Vec<Stretch>,
    /// Number of its word characters.
    pub(super) len: u32,
    /// Its words.
    words: Vec<Stretch>,
    /// Its tags, ascending.
    pub(super) tags: Vec<u32>,
}

/// Marks of two annotators that share word characters.
#[derive(Clone, Copy)]
pub(super) struct Overlap {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) shared: u32,
}

impl<'a> Layout<'a> {
    pub(super) fn of(text: &'a str, annotators: &'a [Annotator]) -> Self {
        let words = Words::of(text);
        let mut tags = Tags::default();
        let mut marks = Vec::new();
        for (annotator, person) in annotators.iter().enumerate() {
            let placed = person.marks.iter().enumerate();
            let mut placed: Vec<Option<Placed>> = placed
                .map(|(given, mark)| {
                    Some(Placed {
                        annotator,
                        given,
                        ..place(mark, &words, &mut tags)
                    })
                })
                .collect();
            let mut keys: Vec<Key> = placed.iter().flatten().map(Placed::key).collect();
            order(&mut keys);
            let take = |key: &Key| placed.get_mut(key[3] as usize)?.take();
            marks.extend(keys.iter().filter_map(take));
        }
        Self {
            n_annotators: annotators.len(),
            n_words: words.len(),
            tags: tags.names,
            marks,
        }
    }

    /// All marks of different annotators that share word characters, by pairs of annotators.
    pub(super) fn overlaps(&self) -> Vec<Overlap> {
        let mut pieces: Vec<Key> = Vec::new();
        // The first mark of everybody comes before the second of anybody: of many on one place, the same ones meet.
        let groups = self
            .marks
            .chunk_by(|one, other| one.annotator == other.annotator);
        let numbered = groups.flat_map(|group| group.iter().enumerate());
        for (number, (nth, mark)) in numbered.enumerate() {
            let chars = mark.chars.iter();
            pieces.extend(chars.map(|(start, end)| [*start, !*end, short(nth), short(number)]));
        }
        order(&mut pieces);
        let mut open: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.n_annotators];
        let mut shares: Vec<Key> = Vec::new();
        for [start, end, _, number] in pieces {
            let end = !end;
            let mine = self.marks[number as usize].annotator;
            for (theirs, open) in open.iter_mut().enumerate() {
                open.retain(|(end, _)| *end > start);
                if theirs == mine {
                    if open.len() == DEEP {
                        open.remove(0);
                    }
                    open.push((end, number));
                    continue;
                }
                let pair = mine.min(theirs) * self.n_annotators + mine.max(theirs);
                for (their_end, other) in open.iter() {
                    let shared = end.min(*their_end) - start;
                    shares.push([short(pair), number.min(*other), number.max(*other), shared]);
                }
            }
        }
        order(&mut shares);
        let mut overlaps: Vec<Overlap> = Vec::new();
        for [_, one, other, shared] in shares {
            let (one, other) = (one as usize, other as usize);
            match overlaps.last_mut() {
                Some(last) if (last.one, last.other) == (one, other) => last.shared += shared,
                _ => overlaps.push(Overlap { one, other, shared }),
            }
        }
        overlaps
    }

    /// A number for the two annotators that an overlap is between.
    pub(super) fn pair(&self, overlap: &Overlap) -> u32 {
        let (one, other) = (&self.marks[overlap.one], &self.marks[overlap.other]);
        short(one.annotator * self.n_annotators + other.annotator)
    }

    /// The overlaps between two annotators, then those between two others.
    pub(super) fn by_pair<'b>(
        &self,
        overlaps: &'b [Overlap],
    ) -> impl Iterator<Item = &'b [Overlap]> {
        overlaps.chunk_by(|one, other| self.pair(one) == self.pair(other))
    }

    /// α over words: of sets of tags, and of each tag.
    pub(super) fn alphas(&self) -> (Result<f64, NoAlpha>, Vec<Result<f64, NoAlpha>>) {
        let mut edges: Vec<Key> = Vec::new();
        for mark in &self.marks {
            for tag in &mark.tags {
                for (start, end) in &mark.words {
                    edges.push([*tag, *start, short(mark.annotator), 1]);
                    edges.push([*tag, *end, short(mark.annotator), 0]);
                }
            }
        }
        order(&mut edges);
        let mut by_tag = vec![Err(NoAlpha::NoVariation); self.tags.len()];
        for edges in edges.chunk_by(|one, other| one[0] == other[0]) {
            let (tag, mut edges) = (edges[0][0], edges.to_vec());
            for edge in &mut edges {
                *edge = [edge[1], edge[2], 0, edge[3]];
            }
            by_tag[tag as usize] = self.sweep(edges, 1, Units::new(nominal));
        }
        for edge in &mut edges {
            *edge = [edge[1], edge[2], edge[0], edge[3]];
        }
        let all = if self.tags.len() > TAGS {
            Err(NoAlpha::TooVaried)
        } else {
            self.sweep(edges, self.tags.len(), Units::new(masi))
        };
        (all, by_tag)
    }

    /// α of the sets that words have, from where marks begin (1) and end (0): `[word, annotator, tag, 0 or 1]`.
    fn sweep(&self, mut edges: Vec<Key>, n_tags: usize, mut units: Units) -> Result<f64, NoAlpha> {
        if self.n_annotators < 2 {
            return Err(NoAlpha::NoVariation);
        }
        order(&mut edges);
        let mut depth = vec![0_u32; self.n_annotators * n_tags];
        let mut values: Vec<Value> = vec![[0; 3]; self.n_annotators];
        let mut since = vec![0; self.n_annotators];
        let mut at = 0;
        for [word, annotator, tag, begins] in edges {
            if word > at {
                units.observe(&values, word - at);
                at = word;
            }
            let (annotator, tag) = (annotator as usize, tag as usize);
            let depth = &mut depth[annotator * n_tags + tag];
            // Of one annotator and tag, ends come before beginnings, and every end has its beginning before it.
            *depth = if begins == 1 { *depth + 1 } else { *depth - 1 };
            if *depth == begins {
                units.hold(values[annotator], at - since[annotator]);
                since[annotator] = at;
                values[annotator][tag / 32] ^= 1 << (tag % 32);
            }
        }
        units.observe(&values, self.n_words - at);
        for (value, since) in values.iter().zip(since) {
            units.hold(*value, self.n_words - since);
        }
        units.alpha()
    }
}

impl Placed {
    /// Where it stands: what begins earlier, and what is longer, comes first.
    fn key(&self) -> Key {
        [self.hull.0, !self.hull.1, 0, short(self.given)]
    }

    /// Whether at least half of the words of both are shared: an IoU of ½ or more.
    pub(super) fn is_close(&self, other: &Self, shared: u32) -> bool {
        3 * u64::from(shared) >= u64::from(self.len) + u64::from(other.len)
    }
}

/// Tags by number.
#[derive(Default)]
struct Tags<'a> {
    names: Vec<&'a str>,
    numbers: HashMap<&'a str, u32>,
}

impl<'a> Tags<'a> {
    fn number(&mut self, name: &'a str) -> u32 {
        let next = short(self.names.len());
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.names.push(name);
        }
        number
    }
}

fn place<'a>(mark: &'a Mark, words: &Words<'_>, tags: &mut Tags<'a>) -> Placed {
    let cover = mark.spans.iter().copied().reduce(Span::cover);
    let cover = cover.unwrap_or_default();
    let chars = words.chars(&mark.spans);
    let place = words.chars_before(cover.start);
    let ends = (chars.first(), chars.last());
    let hull = match ends {
        (Some((start, _)), Some((_, end))) => (*start, *end),
        _ => (place, place),
    };
    let mut keys: Vec<Key> = mark
        .tags
        .iter()
        .map(|tag| [tags.number(tag), 0, 0, 0])
        .collect();
    if keys.is_empty() {
        keys.push([tags.number(""), 0, 0, 0]);
    }
    order(&mut keys);
    keys.dedup();
    Placed {
        annotator: 0,
        given: 0,
        cover,
        hull,
        len: chars.iter().map(|(start, end)| end - start).sum(),
        chars,
        words: words.words(&mark.spans),
        tags: keys.iter().map(|key| key[0]).collect(),
    }
}
