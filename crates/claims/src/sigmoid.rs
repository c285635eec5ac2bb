//! Owns the logistic function, from plain IEEE operations: the platform's own differs between native code and WebAssembly.

/// Adding and subtracting 1.5 · 2²³ rounds a number below 2²² to the nearest integer, ties to even.
const ROUNDER: f32 = 12_582_912.0;

/// `1 / (1 + e⁻ˣ)`; absolute error at most 10⁻⁶. The same bits everywhere.
///
/// `eˣ` is a power of two times the Taylor series of what remains, of seven terms.
pub(crate) fn sigmoid(x: f32) -> f32 {
    let x = -x.clamp(-30.0, 30.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUNDER;
    let rest = x - (shifted - ROUNDER) * std::f32::consts::LN_2;
    let mut series = 1.0_f32;
    for divisor in [7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0] {
        series = 1.0 + series * rest / divisor;
    }
    // The low bits of `shifted` hold the power as an integer; moved to the exponent field they make 2^power.
    let power = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    1.0 / (1.0 + series * power)
}

#[cfg(test)]
mod tests {
    use super::sigmoid;

    #[test]
    fn stays_within_its_stated_error() {
        for step in -4000_i16..=4000 {
            let x = f32::from(step) / 100.0;
            let exact = 1.0 / (1.0 + (-f64::from(x)).exp());
            assert!((f64::from(sigmoid(x)) - exact).abs() <= 1e-6, "{x}");
        }
    }
}
