//! F1 of spans: marks of two annotators paired one to one.
//!
//! Owns the pairing and the mean over pairs of annotators. The rule is that of the scorer of quotes, but for ties, which there go
//! to what one side has earlier: here no side comes first.

use super::layout::{Layout, Overlap};
use crate::order::{Key, order, short};

/// F1, of all marks or those with one tag.
#[derive(Clone, Default)]
pub(super) struct F1 {
    pub(super) n_marks: Vec<u32>,
    pub(super) exact: Option<f64>,
    pub(super) overlap: Option<f64>,
}

/// F1 of all marks, then of those with each tag.
pub(super) fn f1s(layout: &Layout<'_>, overlaps: &[Overlap]) -> Vec<F1> {
    let n_annotators = layout.n_annotators;
    let none = F1 {
        n_marks: vec![0; n_annotators],
        ..F1::default()
    };
    let mut f1s = vec![none; layout.tags.len() + 1];
    let mut firsts = Vec::with_capacity(layout.marks.len());
    let mut n_slots = 0;
    for mark in &layout.marks {
        firsts.push(n_slots);
        n_slots += 1 + mark.tags.len();
        if mark.len > 0 {
            for column in columns(&mark.tags) {
                f1s[column].n_marks[mark.annotator] += 1;
            }
        }
    }
    // Which pair of annotators a mark was last paired in, as a whole and with each of its tags.
    let mut taken = vec![u32::MAX; n_slots];
    let mut hits: Vec<Key> = Vec::new();
    for overlaps in layout.by_pair(overlaps) {
        let pair = layout.pair(&overlaps[0]);
        for overlap in nearest_first(layout, overlaps) {
            let (one, other) = (&layout.marks[overlap.one], &layout.marks[overlap.other]);
            let is_exact = u32::from(one.len == other.len && one.len == overlap.shared);
            for (mine, column) in columns(&one.tags).enumerate() {
                let theirs = match mine {
                    0 => Some(0),
                    _ => other.tags.binary_search(&one.tags[mine - 1]).ok(),
                };
                let Some(theirs) = theirs.map(|nth| nth + usize::from(mine > 0)) else {
                    continue;
                };
                let slots = [firsts[overlap.one] + mine, firsts[overlap.other] + theirs];
                if slots.iter().all(|slot| taken[*slot] != pair) {
                    for slot in slots {
                        taken[slot] = pair;
                    }
                    hits.push([short(column), pair, is_exact, 0]);
                }
            }
        }
    }
    order(&mut hits);
    let mut hits = hits.chunk_by(|one, other| one[0] == other[0]).peekable();
    for (column, f1) in f1s.iter_mut().enumerate() {
        let hits = hits.next_if(|hits| hits[0][0] as usize == column);
        average(f1, hits.unwrap_or_default());
    }
    f1s
}

/// The columns that a mark with `tags` counts in: that of all marks, and that of each tag.
fn columns(tags: &[u32]) -> impl Iterator<Item = usize> {
    [0].into_iter()
        .chain(tags.iter().map(|tag| *tag as usize + 1))
}

/// The overlaps of an IoU of ½ or more, greatest first; of equal ones, those that stand earlier in both.
///
/// Equal ones with an equal sum of places never share a mark, so that it makes no difference whose marks are named first.
pub(super) fn nearest_first<'a>(
    layout: &Layout<'_>,
    overlaps: &'a [Overlap],
) -> impl Iterator<Item = &'a Overlap> {
    let mut keys: Vec<Key> = Vec::new();
    for (nth, overlap) in overlaps.iter().enumerate() {
        let (one, other) = (&layout.marks[overlap.one], &layout.marks[overlap.other]);
        if one.is_close(other, overlap.shared) {
            let either = f64::from(one.len) + f64::from(other.len) - f64::from(overlap.shared);
            // The bits of positive numbers are ordered as the numbers are.
            let far = !(f64::from(overlap.shared) / either).to_bits();
            let place = short(overlap.one + overlap.other);
            keys.push([(far >> 32) as u32, far as u32, place, short(nth)]);
        }
    }
    order(&mut keys);
    keys.into_iter().map(|key| &overlaps[key[3] as usize])
}

/// Means over all pairs of annotators of whom one has a mark, from the pairs of marks: `[_, pair of annotators, 1 if exact, _]`.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of annotators stay far below 2^52"
)]
fn average(f1: &mut F1, hits: &[Key]) {
    let n_annotators = f1.n_marks.len();
    let n_idle = f1.n_marks.iter().filter(|n| **n == 0).count();
    let pairs = |n: usize| n * n.saturating_sub(1) / 2;
    let n_pairs = pairs(n_annotators) - pairs(n_idle);
    if n_pairs == 0 {
        return;
    }
    let (mut exact, mut overlap) = (0.0, 0.0);
    for hits in hits.chunk_by(|one, other| one[1] == other[1]) {
        let pair = hits[0][1] as usize;
        let n_one = f64::from(f1.n_marks[pair / n_annotators]);
        let n_both = n_one + f64::from(f1.n_marks[pair % n_annotators]);
        let n_exact: u32 = hits.iter().map(|hit| hit[2]).sum();
        exact += 2.0 * f64::from(n_exact) / n_both;
        overlap += 2.0 * hits.len() as f64 / n_both;
    }
    f1.exact = Some(exact / n_pairs as f64);
    f1.overlap = Some(overlap / n_pairs as f64);
}
