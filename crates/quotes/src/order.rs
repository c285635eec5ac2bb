//! Puts things in order by a number.
//!
//! Owns one small sort for all: the standard one is compiled anew for each type it sorts, at two to four kilobytes a type,
//! and what is sorted here is nearly in order.

/// The places of items, those of the smallest keys first; items of one key stay in their order.
pub(crate) fn in_order(keys: impl Iterator<Item = u32>) -> Vec<usize> {
    let mut packed: Vec<u64> = keys
        .zip(0_u64..)
        .map(|(key, place)| u64::from(key) << 32 | place)
        .collect();
    sort(&mut packed);
    packed
        .into_iter()
        .map(|packed| (packed & u64::from(u32::MAX)) as usize)
        .collect()
}

/// Merges ever longer runs, unless all is in order.
fn sort(numbers: &mut Vec<u64>) {
    let mut merged = Vec::with_capacity(numbers.len());
    let mut length = 1;
    while length < numbers.len() && !numbers.is_sorted() {
        merged.clear();
        for runs in numbers.chunks(length * 2) {
            let (mut left, mut right) = runs.split_at(length.min(runs.len()));
            while let (Some(one), Some(other)) = (left.first(), right.first()) {
                let smaller = if one <= other { &mut left } else { &mut right };
                merged.push(smaller[0]);
                *smaller = &smaller[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(numbers, &mut merged);
        length *= 2;
    }
}

/// The items in the order of their keys.
pub(crate) fn sorted<T: Clone>(items: &[T], key: impl Fn(&T) -> u32) -> Vec<T> {
    let order = in_order(items.iter().map(key));
    order.into_iter().map(|nth| items[nth].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_key_stay_in_their_order() {
        assert_eq!(in_order([3, 1, 3, 0].into_iter()), [3, 1, 0, 2]);
        assert_eq!(
            sorted(&["bb", "a", "cc"], |it| it.len() as u32),
            ["a", "bb", "cc"]
        );
    }
}
