//! Kernels for x86-64 processors with AVX2 or AVX-512 VNNI, chosen as the program runs.
//!
//! Owns all unsafe code of the workspace, which is of two kinds. Functions compiled for processors with more than the
//! baseline are called; a [`Level`] that calls one exists only if the processor was asked first. And the sums in vector
//! registers are read as arrays of the same size. Nothing here touches memory by pointer: weights and activations come as
//! slices. Tests hold every kernel of the machine at hand to the portable one.
#![allow(unsafe_code, reason = "see above")]

use std::arch::x86_64::{
    __m256i, __m512i, _mm256_add_epi32, _mm256_madd_epi16, _mm256_set_epi32, _mm256_set1_epi32,
    _mm512_dpbusd_epi32, _mm512_set_epi32, _mm512_set1_epi32,
};

use crate::kernel::{Block, Kernel, PANEL, Packing, Portable, ROWS, Sums, Work};

/// Which kernel to use, decided once when a model is read. It cannot be made but by [`Level::best`] and its like, which
/// ask the processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Portable,
    Avx2,
    Vnni,
}

impl Level {
    /// The fastest kernel of this machine.
    pub(crate) fn best() -> Self {
        let has_avx2 = is_x86_feature_detected!("avx2");
        let has_vnni = has_avx2
            && is_x86_feature_detected!("avx512f")
            && is_x86_feature_detected!("avx512bw")
            && is_x86_feature_detected!("avx512dq")
            && is_x86_feature_detected!("avx512vl")
            && is_x86_feature_detected!("avx512vnni");
        Self(match (has_vnni, has_avx2) {
            (true, _) => Kind::Vnni,
            (_, true) => Kind::Avx2,
            _ => Kind::Portable,
        })
    }

    /// Every kernel that this machine can run, the portable one first.
    #[cfg(test)]
    pub(crate) fn all() -> Vec<Self> {
        let kinds: &[Kind] = match Self::best().0 {
            Kind::Portable => &[Kind::Portable],
            Kind::Avx2 => &[Kind::Portable, Kind::Avx2],
            Kind::Vnni => &[Kind::Portable, Kind::Avx2, Kind::Vnni],
        };
        kinds.iter().map(|&kind| Self(kind)).collect()
    }

    /// The packing that the kernel reads.
    pub(crate) const fn packing(self) -> Packing {
        match self.0 {
            Kind::Portable => Portable::PACKING,
            Kind::Avx2 => Avx2::PACKING,
            Kind::Vnni => Vnni::PACKING,
        }
    }

    /// Does `work` by the kernel.
    #[inline(always)]
    pub(crate) fn run<W: Work>(self, work: W) -> W::Output {
        match self.0 {
            Kind::Portable => work.run::<Portable>(),
            // SAFETY: this level was made after the processor said that it has AVX2.
            Kind::Avx2 => unsafe { with_avx2(work) },
            // SAFETY: this level was made after the processor said that it has these parts of AVX-512.
            Kind::Vnni => unsafe { with_vnni(work) },
        }
    }
}

#[target_feature(enable = "avx2")]
fn with_avx2<W: Work>(work: W) -> W::Output {
    work.run::<Avx2>()
}

#[target_feature(enable = "avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")]
fn with_vnni<W: Work>(work: W) -> W::Output {
    work.run::<Vnni>()
}

/// Sixteen 16-bit products an instruction, added in pairs.
struct Avx2;

impl Kernel for Avx2 {
    const PACKING: Packing = Packing::Pairs;

    #[inline(always)]
    fn sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
        // SAFETY: only `with_avx2` names this kernel, and it runs where there is AVX2.
        unsafe { avx2_sums(start, weights, rows) }
    }
}

#[target_feature(enable = "avx2")]
#[inline]
fn avx2_sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
    // Eight loads in the source, one in the output.
    let halves = |block: &Block| -> [__m256i; 2] {
        let w = &block.0;
        [
            _mm256_set_epi32(w[7], w[6], w[5], w[4], w[3], w[2], w[1], w[0]),
            _mm256_set_epi32(w[15], w[14], w[13], w[12], w[11], w[10], w[9], w[8]),
        ]
    };
    let mut sums = [[0; PANEL]; ROWS];
    // Four rows at a time: eight sums, which leaves room in sixteen registers.
    for group in [0, ROWS / 2] {
        let rows: [&[i32]; ROWS / 2] =
            std::array::from_fn(|row| &rows[group + row][..weights.len()]);
        let mut found = [halves(start); ROWS / 2];
        for (at, block) in weights.iter().enumerate() {
            let [left, right] = halves(block);
            for (found, row) in found.iter_mut().zip(rows) {
                let values = _mm256_set1_epi32(row[at]);
                found[0] = _mm256_add_epi32(found[0], _mm256_madd_epi16(left, values));
                found[1] = _mm256_add_epi32(found[1], _mm256_madd_epi16(right, values));
            }
        }
        for (sums, found) in sums[group..].iter_mut().zip(found) {
            // SAFETY: both are 64 bytes of plain integers.
            *sums = unsafe { std::mem::transmute::<[__m256i; 2], [i32; PANEL]>(found) };
        }
    }
    sums
}

/// Sixty-four products of bytes an instruction, added in fours.
struct Vnni;

impl Kernel for Vnni {
    const PACKING: Packing = Packing::Quads;

    #[inline(always)]
    fn sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
        // SAFETY: only `with_vnni` names this kernel, and it runs where there are these parts of AVX-512.
        unsafe { vnni_sums(start, weights, rows) }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
#[inline]
fn vnni_sums(start: &Block, weights: &[Block], rows: &[&[i32]; ROWS]) -> Sums {
    // Sixteen loads in the source, one in the output.
    let whole = |block: &Block| -> __m512i {
        let w = &block.0;
        _mm512_set_epi32(
            w[15], w[14], w[13], w[12], w[11], w[10], w[9], w[8], w[7], w[6], w[5], w[4], w[3],
            w[2], w[1], w[0],
        )
    };
    let rows: [&[i32]; ROWS] = std::array::from_fn(|row| &rows[row][..weights.len()]);
    let mut found = [whole(start); ROWS];
    for (at, block) in weights.iter().enumerate() {
        let weights = whole(block);
        for (found, row) in found.iter_mut().zip(rows) {
            *found = _mm512_dpbusd_epi32(*found, _mm512_set1_epi32(row[at]), weights);
        }
    }
    // SAFETY: both are as many vectors of 64 bytes of plain integers.
    unsafe { std::mem::transmute::<[__m512i; ROWS], Sums>(found) }
}
