//! Owns comparing texts block by block.

use hearsay_text::{Article, Span};

use super::BlockChange;
use super::pieces::{Difference, Piece, changes};
use crate::Rebase;
use crate::order::{Key, order, ordered, short};

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
    let mut changes: Vec<([u32; 3], BlockChange)> = Vec::new();
    // Where what was removed is shown: after what stood before it.
    let mut after = 0;
    for (old_idx, block) in old.blocks.iter().enumerate() {
        if let Some((new_idx, moved)) = pairs.of_old[old_idx] {
            if !moved {
                after = new_idx + 1;
            }
        } else if forth.kept_share(block.span) < FOUND {
            changes.push((
                [short(after), short(old_idx), 0],
                BlockChange {
                    old: Some(old_idx),
                    new: None,
                    moved: false,
                    pieces: whole(Difference::Removed, old.slice(block.span)),
                },
            ));
        }
    }
    for (new_idx, block) in new.blocks.iter().enumerate() {
        let change = match pairs.of_new[new_idx] {
            Some((old_idx, moved)) => {
                let old_span = old.blocks[old_idx].span;
                let pieces = pieces_of((old, old_span, forth), (new, block.span, back));
                let differs = pieces
                    .iter()
                    .any(|piece| piece.difference != Difference::Same);
                (differs || moved).then_some((Some(old_idx), moved, pieces))
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
                [short(new_idx), u32::MAX, 0],
                BlockChange {
                    old: old_idx,
                    new: Some(new_idx),
                    moved,
                    pieces,
                },
            ));
        }
    }
    ordered(changes)
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

/// The most blocks that one is compared with; torn into more, it is none of them.
const TORN: usize = 32;

/// Which block became which, and whether it was moved.
struct Pairs {
    /// For each old block.
    of_old: Vec<Option<(usize, bool)>>,
    /// For each new block.
    of_new: Vec<Option<(usize, bool)>>,
}

/// Pairs each block at most once, those with most in common first.
fn pairs(old: &Article, new: &Article, forth: &Rebase) -> Pairs {
    let mut shared: Vec<Key> = Vec::new();
    for (old_idx, block) in old.blocks.iter().enumerate() {
        // The new block, bytes in common, and bytes of those that were moved.
        let mut sums: Vec<(usize, u32, u32)> = Vec::new();
        for (was, is, moved) in forth.words(block.span) {
            let Some(new_idx) = new.block_at(is.start) else {
                continue;
            };
            let n_moved = if moved { was.len() } else { 0 };
            match sums.iter().position(|(idx, ..)| *idx == new_idx) {
                Some(nth) => {
                    sums[nth].1 += was.len();
                    sums[nth].2 += n_moved;
                }
                None if sums.len() < TORN => sums.push((new_idx, was.len(), n_moved)),
                None => {}
            }
        }
        for (new_idx, weight, moved) in sums {
            let shorter = block.span.len().min(new.blocks[new_idx].span.len());
            if weight as f32 >= SAME_BLOCK * shorter as f32 {
                let moved = u32::from(2 * moved > weight);
                shared.push([u32::MAX - weight, short(old_idx), short(new_idx), moved]);
            }
        }
    }
    order(&mut shared);
    let mut pairs = Pairs {
        of_old: vec![None; old.blocks.len()],
        of_new: vec![None; new.blocks.len()],
    };
    for [_, old_idx, new_idx, moved] in shared {
        let (old_idx, new_idx) = (old_idx as usize, new_idx as usize);
        if pairs.of_old[old_idx].is_none() && pairs.of_new[new_idx].is_none() {
            pairs.of_old[old_idx] = Some((new_idx, moved == 1));
            pairs.of_new[new_idx] = Some((old_idx, moved == 1));
        }
    }
    pairs
}
