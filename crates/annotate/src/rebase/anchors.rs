//! Owns finding passages that two long texts surely have in common, between which little is left to compare.

use std::collections::HashMap;

use imara_diff::Token;

use super::words::Run;
use crate::order::{Key, order, short};

/// Words in a row that are taken for the same passage when each text has them exactly once.
const SEED: usize = 6;

/// Stands for the place of what stands in several.
const SEVERAL: u32 = u32::MAX;

/// Passages that each text has once, in the order of both: as many as keep one order. Time grows with the length of the
/// texts, times its logarithm.
pub(super) fn anchors(old: &[Token], new: &[Token]) -> Vec<Run> {
    let (in_old, in_new) = (once(old), once(new));
    let place = |at: &u32| (*at != SEVERAL).then_some(*at);
    let mut shared: Vec<Key> = in_old
        .iter()
        .filter_map(|(seed, at)| Some([place(at)?, place(in_new.get(seed)?)?, 0, 0]))
        .collect();
    order(&mut shared);
    let mut runs: Vec<Run> = Vec::new();
    for (at, place) in ascending(&shared) {
        let seed = u32::try_from(SEED).unwrap_or(u32::MAX);
        match runs.last_mut() {
            // Seeds that overlap are one passage if they agree on where it is; else the first has it.
            Some(last) if at < last.old + last.len || place < last.new + last.len => {
                if at - last.old == place - last.new {
                    last.len = at + seed - last.old;
                }
            }
            _ => runs.push(Run {
                old: at,
                new: place,
                len: seed,
            }),
        }
    }
    runs
}

/// Where each passage of [`SEED`] words stands; [`SEVERAL`] for those that stand in several places.
fn once(ids: &[Token]) -> HashMap<&[Token], u32> {
    let mut places = HashMap::with_capacity(ids.len());
    for (at, seed) in ids.windows(SEED).enumerate() {
        places
            .entry(seed)
            .and_modify(|place| *place = SEVERAL)
            .or_insert(short(at));
    }
    places
}

/// The longest part of `pairs`, which ascend by their first number, that ascends by the second too.
fn ascending(pairs: &[Key]) -> Vec<(u32, u32)> {
    // For each length, the pair that ends a row of it with the least second number.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (nth, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end][1] < pair[1]);
        before.push(length.checked_sub(1).map(|at| ends[at]));
        if length == ends.len() {
            ends.push(nth);
        } else {
            ends[length] = nth;
        }
    }
    let mut at = ends.last().copied();
    let mut row = Vec::with_capacity(ends.len());
    while let Some(nth) = at {
        row.push((pairs[nth][0], pairs[nth][1]));
        at = before[nth];
    }
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ascending_row_is_found() {
        let pairs = [
            [0, 5, 0, 0],
            [1, 1, 0, 0],
            [2, 2, 0, 0],
            [3, 9, 0, 0],
            [4, 3, 0, 0],
        ];
        assert_eq!(ascending(&pairs), [(1, 1), (2, 2), (4, 3)]);
        assert!(ascending(&[]).is_empty());
    }

    #[test]
    fn passages_that_both_have_once_are_anchors() {
        let tokens =
            |numbers: &[u32]| -> Vec<Token> { numbers.iter().copied().map(Token).collect() };
        let old = tokens(&[1, 2, 3, 4, 5, 6, 7, 9, 9, 9, 9, 9, 9, 9, 9]);
        let new = tokens(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9, 9]);
        assert_eq!(
            anchors(&old, &new),
            [Run {
                old: 0,
                new: 1,
                len: 7
            }]
        );
    }
}
