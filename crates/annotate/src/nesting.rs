//! Owns which quotes of a set may hold a place in the article, found without looking at all of them.

use std::sync::Arc;

use crate::{Annotation, Body, Status};

/// The quotes of a set that count (those not rejected), by where they begin, with a tree of how far they reach.
#[derive(Clone, Debug)]
pub(crate) struct Nesting {
    /// First byte of each quote, and its place in the set; ascending.
    quotes: Vec<(u32, u32)>,
    /// The root at 1, the branches of a node at twice its number and the one after, the leaves in the order of `quotes`:
    /// for each node the furthest end below it.
    ends: Vec<u32>,
    /// Number of the first leaf: a power of two.
    leaves: usize,
}

impl Nesting {
    /// Of the annotations of a set, in their order; linear.
    pub(crate) fn of(annotations: &[Arc<Annotation>]) -> Self {
        let mut quotes = Vec::new();
        let mut reach = Vec::new();
        for (place, annotation) in (0_u32..).zip(annotations) {
            if matches!(annotation.body, Body::Quote(_)) && annotation.status != Status::Rejected {
                let (start, end) = annotation.reach();
                quotes.push((start, place));
                reach.push(end);
            }
        }
        let leaves = quotes.len().next_power_of_two();
        let mut ends = vec![0; 2 * leaves];
        ends[leaves..leaves + reach.len()].copy_from_slice(&reach);
        for node in (1..leaves).rev() {
            ends[node] = ends[2 * node].max(ends[2 * node + 1]);
        }
        Self {
            quotes,
            ends,
            leaves,
        }
    }

    /// Tells `found` the place in the set of every quote that begins at `start` or before and ends at `end` or after, in
    /// their order. Takes as long as there are such quotes, times the height of the tree.
    pub(crate) fn around(&self, start: u32, end: u32, mut found: impl FnMut(usize)) {
        let n_before = self.quotes.partition_point(|(first, _)| *first <= start);
        let mut waiting = vec![(1, self.leaves)];
        while let Some((node, width)) = waiting.pop() {
            let first = node * width - self.leaves;
            if first >= n_before || self.ends[node] < end {
                continue;
            }
            if width == 1 {
                found(self.quotes[first].1 as usize);
            } else {
                // The left branch is looked at first.
                waiting.push((2 * node + 1, width / 2));
                waiting.push((2 * node, width / 2));
            }
        }
    }
}
