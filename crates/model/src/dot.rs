//! The integer kernel: dot products of int8 values held as 16-bit ones.
//!
//! Owns the only code that differs between processors. It cannot differ in what it computes: the sums are integers, far from
//! overflow, and integers add up to the same in any order.

/// Values that the kernel takes at a time; rows are filled up to a multiple of it with zeros.
pub(crate) const LANES: usize = 16;

/// Sum of products of two rows.
///
/// Compilers for x86 and ARM turn this loop into 16-bit multiply-adds by themselves.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
pub(crate) fn dot(weights: &[[i16; LANES]], values: &[[i16; LANES]]) -> i32 {
    let mut sums = [0; LANES];
    for (weights, values) in weights.iter().zip(values) {
        for lane in 0..LANES {
            sums[lane] += i32::from(weights[lane]) * i32::from(values[lane]);
        }
    }
    sums.iter().sum()
}

/// Sum of products of two rows, by WebAssembly's own multiply-add, which the compiler does not find for us.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline]
pub(crate) fn dot(weights: &[[i16; LANES]], values: &[[i16; LANES]]) -> i32 {
    use core::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128,
    };

    // Eight loads in the source, one in the output.
    let half = |v: &[i16; 8]| -> v128 { i16x8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]) };
    let mut sums = i32x4_splat(0);
    for (weights, values) in weights.iter().zip(values) {
        let (weights, _) = weights.as_chunks::<8>();
        let (values, _) = values.as_chunks::<8>();
        for (weights, values) in weights.iter().zip(values) {
            sums = i32x4_add(sums, i32x4_dot_i16x8(half(weights), half(values)));
        }
    }
    i32x4_extract_lane::<0>(sums)
        + i32x4_extract_lane::<1>(sums)
        + i32x4_extract_lane::<2>(sums)
        + i32x4_extract_lane::<3>(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_is_counted_at_the_extremes_too() {
        let weights = [[127; LANES], [-127; LANES]];
        let mut values = [[127; LANES], [127; LANES]];
        assert_eq!(dot(&weights, &values), 0);
        values[1][15] = -127;
        assert_eq!(dot(&weights, &values), 2 * 127 * 127);
        assert_eq!(
            dot(&weights[..1], &[std::array::from_fn(|i| i as i16)]),
            127 * 120
        );
    }
}
