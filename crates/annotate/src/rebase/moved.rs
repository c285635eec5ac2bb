//! Owns finding what was moved: passages that one text has elsewhere than the other.

use std::collections::HashMap;

use imara_diff::Token;

use super::{Link, words::Words};

/// Words in a row by which a passage is looked for.
const SEED: usize = 4;

/// The fewest words in a row that count as moved and not as said twice.
const SHORTEST: usize = 6;

/// Words that may differ between two parts of one moved passage.
const GAP: u32 = 12;

/// Links words of the old text that the new one has elsewhere. Time is linear in both texts.
pub(super) fn link(old: &Words, new: &Words, links: &mut [Option<Link>]) {
    let mut taken = vec![false; new.ids.len()];
    for link in links.iter().flatten() {
        taken[link.new as usize] = true;
    }
    let mut places: HashMap<&[Token], u32> = HashMap::new();
    for (at, seed) in new.ids.windows(SEED).enumerate() {
        if !taken[at..at + SEED].contains(&true) {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            places.entry(seed).or_insert(at);
        }
    }
    if places.is_empty() {
        return;
    }
    let mut chain = 0;
    // Where the last moved passage ended, in both texts.
    let mut last: Option<(usize, usize)> = None;
    let mut at = 0;
    while at + SEED <= old.ids.len() {
        let seed = &old.ids[at..at + SEED];
        let free = links[at..at + SEED].iter().all(Option::is_none);
        let Some(place) = places.get(seed).filter(|_| free) else {
            at += 1;
            continue;
        };
        let place = *place as usize;
        let len = old.ids[at..]
            .iter()
            .zip(&new.ids[place..])
            .enumerate()
            .take_while(|(nth, (a, b))| a == b && links[at + nth].is_none() && !taken[place + nth])
            .count();
        if len < SHORTEST {
            at += 1;
            continue;
        }
        let goes_on = last.is_some_and(|(old_end, new_end)| {
            at - old_end <= GAP as usize && place >= new_end && place - new_end <= GAP as usize
        });
        if !goes_on {
            chain += 1;
        }
        for nth in 0..len {
            taken[place + nth] = true;
            links[at + nth] = Some(Link::same(place + nth, chain, old.spans[at + nth]));
        }
        at += len;
        last = Some((at, place + len));
    }
}
