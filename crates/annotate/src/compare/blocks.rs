//! Owns comparing texts block by block.

use std::collections::BTreeMap;

use hearsay_text::{Article, Span};

use super::BlockChange;
use super::pieces::{Difference, Piece, changes};
use crate::Rebase;

/// Share of the shorter block's words that both have, from which one is taken for the other.
const SAME_BLOCK: f32 = 0.4;

/// Share of the words of a block found elsewhere, from which it was split or joined and not added or removed.
const FOUND: f32 = 0.9;

pub(super) fn compare(
    old: &Article,
    new: &Article,
    forth: &Rebase,
    back: &Rebase,
) -> Vec<BlockChange> {
    let pairs = pairs(old, new, forth);
    let mut changes: Vec<((usize, usize), BlockChange)> = Vec::new();
    // Where what was removed is shown: after what stood before it.
    let mut after = 0;
    for (old_idx, block) in old.blocks.iter().enumerate() {
        if let Some((new_idx, moved)) = pairs.get(&old_idx) {
            if !moved {
                after = new_idx + 1;
            }
        } else if forth.kept_share(block.span) < FOUND {
            changes.push((
                (after, old_idx),
                BlockChange {
                    old: Some(old_idx),
                    new: None,
                    moved: false,
                    pieces: whole(Difference::Removed, old.slice(block.span)),
                },
            ));
        }
    }
    let by_new: BTreeMap<usize, (usize, bool)> = pairs
        .iter()
        .map(|(old_idx, (new_idx, moved))| (*new_idx, (*old_idx, *moved)))
        .collect();
    for (new_idx, block) in new.blocks.iter().enumerate() {
        let change = match by_new.get(&new_idx) {
            Some((old_idx, moved)) => {
                let old_span = old.blocks[*old_idx].span;
                let pieces = pieces_of((old, old_span, forth), (new, block.span, back));
                let differs = pieces
                    .iter()
                    .any(|piece| piece.difference != Difference::Same);
                (differs || *moved).then_some((Some(*old_idx), *moved, pieces))
            }
            None if back.kept_share(block.span) < FOUND => {
                let words = new.slice(block.span);
                Some((None, false, whole(Difference::Added, words)))
            }
            None => None,
        };
        if let Some((old_idx, moved, pieces)) = change {
            changes.push((
                // After what was removed before it.
                (new_idx, usize::MAX),
                BlockChange {
                    old: old_idx,
                    new: Some(new_idx),
                    moved,
                    pieces,
                },
            ));
        }
    }
    changes.sort_by_key(|(place, _)| *place);
    changes.into_iter().map(|(_, change)| change).collect()
}

fn whole(difference: Difference, words: &str) -> Vec<Piece> {
    vec![Piece {
        difference,
        words: words.to_owned(),
    }]
}

/// The words of a block in both versions; those that only went to another block, or came from one, count as the same.
fn pieces_of(
    (old, old_span, forth): (&Article, Span, &Rebase),
    (new, new_span, back): (&Article, Span, &Rebase),
) -> Vec<Piece> {
    let (old_words, new_words) = (old.slice(old_span), new.slice(new_span));
    if old_words == new_words {
        return whole(Difference::Same, new_words);
    }
    let moved_by = |span: Span, by: u32| Span::new(span.start + by, span.end + by);
    changes(
        old_words,
        new_words,
        |gone| !gone.is_empty() && forth.kept_share(moved_by(gone, old_span.start)) >= FOUND,
        |come| !come.is_empty() && back.kept_share(moved_by(come, new_span.start)) >= FOUND,
    )
}

/// Which block became which, and whether it was moved: each at most once, those with most in common first.
fn pairs(old: &Article, new: &Article, forth: &Rebase) -> BTreeMap<usize, (usize, bool)> {
    let mut shared: Vec<(u32, bool, usize, usize)> = Vec::new();
    for (old_idx, block) in old.blocks.iter().enumerate() {
        let mut sums: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
        for (was, is, moved) in forth.words(block.span) {
            if let Some(new_idx) = new.block_at(is.start) {
                let sum = sums.entry(new_idx).or_default();
                sum.0 += was.len();
                sum.1 += if moved { was.len() } else { 0 };
            }
        }
        for (new_idx, (weight, moved)) in sums {
            let shorter = block.span.len().min(new.blocks[new_idx].span.len());
            if weight as f32 >= SAME_BLOCK * shorter as f32 {
                shared.push((weight, 2 * moved > weight, old_idx, new_idx));
            }
        }
    }
    shared.sort_by_key(|(weight, _, old_idx, new_idx)| {
        (std::cmp::Reverse(*weight), *old_idx, *new_idx)
    });
    let mut pairs = BTreeMap::new();
    let mut taken = vec![false; new.blocks.len()];
    for (_, moved, old_idx, new_idx) in shared {
        if !taken[new_idx] && !pairs.contains_key(&old_idx) {
            taken[new_idx] = true;
            pairs.insert(old_idx, (new_idx, moved));
        }
    }
    pairs
}
