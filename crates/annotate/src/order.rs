//! One way to put things in order, for all of this crate: a sort for every type that is sorted would weigh more than all else
//! that compares versions.

/// What something is ordered by, number after number. Ties are told apart by including the thing's own number.
pub(crate) type Key = [u32; 4];

/// Puts `keys` in ascending order.
#[inline(never)]
pub(crate) fn order(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// Puts `things` in ascending order of their keys, of which the last number is not used.
pub(crate) fn ordered<T>(things: Vec<([u32; 3], T)>) -> Vec<T> {
    let mut keys: Vec<Key> = things
        .iter()
        .enumerate()
        .map(|(nth, ([a, b, c], _))| [*a, *b, *c, short(nth)])
        .collect();
    order(&mut keys);
    let mut things: Vec<Option<T>> = things.into_iter().map(|(_, thing)| Some(thing)).collect();
    keys.iter()
        .filter_map(|key| things.get_mut(key[3] as usize)?.take())
        .collect()
}

/// A count or position, as a key holds it; texts are shorter than 4 GiB.
pub(crate) fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
