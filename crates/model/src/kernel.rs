//! The integer kernel: sums of products of int8 weights and int8 activations, sixteen outputs by eight rows at a time.
//!
//! Owns what a kernel is, and the one that needs nothing special of the processor; those for x86-64 with more are in
//! `x86.rs`. Kernels differ in speed alone: the sums are integers, far from overflow, and integers add up to the same in
//! any order.

/// Outputs that are summed side by side.
pub(crate) const PANEL: usize = 16;

/// Rows of activations that meet a block of weights while it is at hand.
pub(crate) const ROWS: usize = 8;

/// One word of weights for each output of a panel. A panel is a run of blocks: first where its sums start, then its weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(align(64))]
pub(crate) struct Block(pub(crate) [i32; PANEL]);

/// Sums of a panel for as many rows.
pub(crate) type Sums = [[i32; PANEL]; ROWS];

/// A way to compute sums of products.
pub(crate) trait Kernel {
    /// Which packing of values into 32-bit words the kernel reads.
    const PACKING: Packing;

    /// Sums of products of `weights` (a panel without its start) and as many words of each row, added to `start`.
    fn sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums;
}

/// How int8 values share a 32-bit word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(any(test, target_arch = "x86_64")),
    allow(dead_code, reason = "only kernels for x86-64 read bytes")
)]
pub(crate) enum Packing {
    /// Two of 16 bits each: the operands of `pmaddwd` and of WebAssembly's `i32x4.dot_i16x8_s`.
    Pairs,
    /// Four bytes, those of activations unsigned and 128 too large: the operands of `vpdpbusd`.
    Quads,
}

impl Packing {
    /// Values in a word.
    pub(crate) const fn depth(self) -> usize {
        match self {
            Self::Pairs => 2,
            Self::Quads => 4,
        }
    }

    /// A word of up to [`Packing::depth`] weights; what is missing is zero.
    pub(crate) fn word(self, weights: &[i8]) -> i32 {
        let bits = 32 / self.depth();
        weights.iter().enumerate().fold(0, |word, (at, &weight)| {
            let field = i32::from(weight) & if bits == 16 { 0xffff } else { 0xff };
            word | field << (bits * at)
        })
    }

    /// Where the sums of an output with these weights start, so that activations which are too large come out right.
    pub(crate) fn start(self, weights: &[i8]) -> i32 {
        match self {
            Self::Pairs => 0,
            Self::Quads => -128 * weights.iter().map(|&weight| i32::from(weight)).sum::<i32>(),
        }
    }
}

/// What does one job by a kernel that is chosen as it runs.
pub(crate) trait Work {
    /// What comes of it.
    type Output;

    /// Does it. Implementations are `#[inline(always)]`, and so is what they call: the compiler then writes all of it,
    /// floating point too, for the processor that the kernel is made for.
    fn run<K: Kernel>(self) -> Self::Output;
}

/// The kernel that runs everywhere; in WebAssembly it is the only one.
pub(crate) struct Portable;

impl Kernel for Portable {
    const PACKING: Packing = Packing::Pairs;

    #[inline(always)]
    fn sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
        portable(start, weights, rows)
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn portable(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
    let [a, b, c, d, e, f, g, h] = *rows;
    let mut sums = [[0; PANEL]; ROWS];
    let (upper, lower) = sums.split_at_mut(ROWS / 2);
    part::<0>(start, weights, [a, b, c, d], upper);
    part::<8>(start, weights, [a, b, c, d], upper);
    part::<0>(start, weights, [e, f, g, h], lower);
    part::<8>(start, weights, [e, f, g, h], lower);
    sums
}

/// Eight outputs from `FROM` on by four rows: eight vectors of sums, which leaves room in sixteen registers. `FROM` is a
/// constant so that a block's words are loaded as vectors, unasked whether they are there.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(never)]
fn part<const FROM: usize>(
    start: &Block,
    weights: &[Block],
    rows: [&[i32]; ROWS / 2],
    sums: &mut [[i32; PANEL]],
) {
    use core::arch::wasm32::{
        i32x4, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128,
    };

    // Four loads in the source, one in the output.
    let halves = |block: &Block| -> [v128; 2] {
        let w = &block.0;
        [
            i32x4(w[FROM], w[FROM + 1], w[FROM + 2], w[FROM + 3]),
            i32x4(w[FROM + 4], w[FROM + 5], w[FROM + 6], w[FROM + 7]),
        ]
    };
    let [mut a, mut b, mut c, mut d] = [halves(start); ROWS / 2];
    let step = |found: &mut [v128; 2], [left, right]: [v128; 2], value: i32| {
        let values = i32x4_splat(value);
        found[0] = i32x4_add(found[0], i32x4_dot_i16x8(left, values));
        found[1] = i32x4_add(found[1], i32x4_dot_i16x8(right, values));
    };
    let values = rows[0].iter().zip(rows[1]).zip(rows[2].iter().zip(rows[3]));
    for (block, ((&of_a, &of_b), (&of_c, &of_d))) in weights.iter().zip(values) {
        let weights = halves(block);
        step(&mut a, weights, of_a);
        step(&mut b, weights, of_b);
        step(&mut c, weights, of_c);
        step(&mut d, weights, of_d);
    }
    for (sums, found) in sums.iter_mut().zip([a, b, c, d]) {
        for (at, four) in [(FROM, found[0]), (FROM + 4, found[1])] {
            sums[at] = i32x4_extract_lane::<0>(four);
            sums[at + 1] = i32x4_extract_lane::<1>(four);
            sums[at + 2] = i32x4_extract_lane::<2>(four);
            sums[at + 3] = i32x4_extract_lane::<3>(four);
        }
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn portable(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
    let mut sums = [[0; PANEL]; ROWS];
    for (sums, row) in sums.iter_mut().zip(rows) {
        let mut found = start.0;
        for (block, &values) in weights.iter().zip(*row) {
            let (low, high) = (i32::from(values as i16), values >> 16);
            for (sum, &weights) in found.iter_mut().zip(&block.0) {
                *sum += i32::from(weights as i16) * low + (weights >> 16) * high;
            }
        }
        *sums = found;
    }
    sums
}

/// Which kernel to use, decided once when a model is read.
#[cfg(not(target_arch = "x86_64"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level;

#[cfg(not(target_arch = "x86_64"))]
impl Level {
    /// The fastest kernel of this machine.
    pub(crate) const fn best() -> Self {
        Self
    }

    /// The packing that the kernel reads.
    pub(crate) const fn packing(self) -> Packing {
        Portable::PACKING
    }

    /// Does `work` by the kernel.
    #[inline(always)]
    pub(crate) fn run<W: Work>(self, work: W) -> W::Output {
        work.run::<Portable>()
    }
}

#[cfg(target_arch = "x86_64")]
pub(crate) use crate::x86::Level;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_holds_its_values_side_by_side() {
        assert_eq!(Packing::Pairs.word(&[-1, 2]), 0x0002_ffff_u32.cast_signed());
        assert_eq!(
            Packing::Quads.word(&[-1, 2, -128]),
            0x0080_02ff_u32.cast_signed()
        );
    }

    #[test]
    fn every_product_is_counted_at_the_extremes_too() {
        let weights = [
            Block([Packing::Pairs.word(&[127, -127]); PANEL]),
            Block([Packing::Pairs.word(&[-128, 1]); PANEL]),
        ];
        let row = [
            Packing::Pairs.word(&[127, 127]),
            Packing::Pairs.word(&[-127, 5]),
        ];
        let sums = Portable::sums(&Block([7; PANEL]), &weights, &[row.as_slice(); ROWS]);
        assert_eq!(sums, [[7 + 128 * 127 + 5; PANEL]; ROWS]);
    }
}
