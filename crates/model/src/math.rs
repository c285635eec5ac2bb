//! `exp`, `sigmoid` and `tanh` from plain additions, multiplications and divisions, and sums in a fixed order.
//!
//! The standard library's functions come from the platform and differ in the last bit between a native build and
//! WebAssembly; IEEE 754 operations do not. Everything the model computes in floating point goes through this module or
//! through single operations, so one article gives the same bits everywhere. Reductions run over eight fixed lanes, which
//! leaves a compiler room for SIMD without changing their order.

/// Adding and subtracting 1.5 · 2²³ rounds a number below 2²² to the nearest integer, ties to even.
pub(crate) const ROUNDER: f32 = 12_582_912.0;

/// Lanes of every floating-point reduction.
const LANES: usize = 8;

/// `eˣ`; relative error at most 3 · 10⁻⁷. Below -87 the result is 0, above 88 that of 88.
///
/// Range reduction by powers of two and the polynomial of Cephes' `expf` (Moshier, Cephes Mathematical Library 2.2).
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    let clamped = if x > 88.0 { 88.0 } else { x };
    let clamped = if clamped < -87.0 { -87.0 } else { clamped };
    let shifted = clamped * std::f32::consts::LOG2_E + ROUNDER;
    let power = shifted - ROUNDER;
    let rest = clamped - power * LN2_HIGH - power * LN2_LOW;
    let mut series = 1.987_569_1e-4;
    series = series * rest + 1.398_199_9e-3;
    series = series * rest + 8.333_452e-3;
    series = series * rest + 4.166_579_6e-2;
    series = series * rest + 1.666_666_5e-1;
    series = series * rest + 0.5;
    let mantissa = series * (rest * rest) + rest + 1.0;
    // The low bits of `shifted` hold the power as an integer; moved to the exponent field they make 2^power.
    let scale = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    if x < -87.0 { 0.0 } else { mantissa * scale }
}

/// `1 / (1 + e⁻ˣ)`; absolute error at most 2 · 10⁻⁷.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Hyperbolic tangent; absolute error at most 3 · 10⁻⁷.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (exp(x + x) + 1.0)
}

/// Sum of the values, in lanes.
#[inline(always)]
pub(crate) fn sum(values: &[f32]) -> f32 {
    lanes(values, |lane, &value| lane + value)
}

/// Sum of squared distances from `center`, in lanes.
#[inline(always)]
pub(crate) fn sum_of_squares(values: &[f32], center: f32) -> f32 {
    lanes(values, |lane, &value| {
        lane + (value - center) * (value - center)
    })
}

/// Dot product, in lanes. The longer slice is cut to the shorter.
#[inline(always)]
pub(crate) fn dot(left: &[f32], right: &[f32]) -> f32 {
    let n = left.len().min(right.len());
    let (left, right) = (&left[..n], &right[..n]);
    let mut lanes = [0.0; LANES];
    let (mut left_blocks, mut right_blocks) = (left.chunks_exact(LANES), right.chunks_exact(LANES));
    for (a, b) in left_blocks.by_ref().zip(right_blocks.by_ref()) {
        for lane in 0..LANES {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    for (lane, (a, b)) in left_blocks
        .remainder()
        .iter()
        .zip(right_blocks.remainder())
        .enumerate()
    {
        lanes[lane] += a * b;
    }
    fold(lanes)
}

/// Largest absolute value; 0 for an empty slice. A maximum does not depend on the order.
#[inline(always)]
pub(crate) fn largest(values: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let mut blocks = values.chunks_exact(LANES);
    for block in blocks.by_ref() {
        for lane in 0..LANES {
            let size = block[lane].abs();
            lanes[lane] = if size > lanes[lane] {
                size
            } else {
                lanes[lane]
            };
        }
    }
    for &value in blocks.remainder() {
        lanes[0] = if value.abs() > lanes[0] {
            value.abs()
        } else {
            lanes[0]
        };
    }
    lanes
        .iter()
        .fold(0.0, |top, &lane| if lane > top { lane } else { top })
}

#[inline(always)]
fn lanes(values: &[f32], step: impl Fn(f32, &f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    let mut blocks = values.chunks_exact(LANES);
    for block in blocks.by_ref() {
        for lane in 0..LANES {
            lanes[lane] = step(lanes[lane], &block[lane]);
        }
    }
    for (lane, value) in blocks.remainder().iter().enumerate() {
        lanes[lane] = step(lanes[lane], value);
    }
    fold(lanes)
}

#[inline(always)]
fn fold(lanes: [f32; LANES]) -> f32 {
    ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5]))
        + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(from: f32, to: f32) -> impl Iterator<Item = f32> {
        (0..=200_000).map(move |i| from + (to - from) * i as f32 / 200_000.0)
    }

    #[test]
    fn exp_stays_within_its_stated_error() {
        for x in steps(-87.0, 88.0) {
            let exact = f64::from(x).exp();
            let error = ((f64::from(exp(x)) - exact) / exact).abs();
            assert!(error <= 3e-7, "exp({x}): relative error {error:e}");
        }
    }

    #[test]
    fn exp_ends_gracefully_outside_its_range() {
        assert_eq!(exp(-1e4), 0.0);
        assert_eq!(exp(f32::NEG_INFINITY), 0.0);
        assert_eq!(exp(1e9), exp(88.0));
        assert_eq!(exp(0.0), 1.0);
    }

    #[test]
    fn sigmoid_and_tanh_stay_within_their_stated_errors() {
        for x in steps(-30.0, 30.0) {
            let wide = f64::from(x);
            let sigmoid_error = (f64::from(sigmoid(x)) - 1.0 / (1.0 + (-wide).exp())).abs();
            let tanh_error = (f64::from(tanh(x)) - wide.tanh()).abs();
            assert!(sigmoid_error <= 2e-7, "sigmoid({x}): {sigmoid_error:e}");
            assert!(tanh_error <= 3e-7, "tanh({x}): {tanh_error:e}");
        }
        assert_eq!((tanh(200.0), tanh(-200.0)), (1.0, -1.0));
    }

    #[test]
    fn rounding_goes_to_the_nearest_and_ties_to_even() {
        let cases = [
            (0.5, 0),
            (1.5, 2),
            (2.5, 2),
            (-0.5, 0),
            (-1.5, -2),
            (126.6, 127),
            (-127.0, -127),
            (0.49, 0),
        ];
        for (x, rounded) in cases {
            assert_eq!((x + ROUNDER).to_bits() as i16, rounded, "{x}");
        }
    }

    #[test]
    fn reductions_see_every_value_of_a_length_that_is_no_multiple_of_the_lanes() {
        let values: Vec<f32> = (1..=19).map(|i| i as f32).collect();
        assert_eq!(sum(&values), 190.0);
        assert_eq!(dot(&values, &values), 2470.0);
        assert_eq!(sum_of_squares(&values, 0.0), 2470.0);
        assert_eq!(largest(&[1.0, -7.0, 3.0]), 7.0);
        assert_eq!(largest(&values), 19.0);
    }
}
