//! Whether confidence means what it says: of quotes at 0.8, about 80% should be right.
//!
//! Owns the reliability table and the expected calibration error over ten bins of equal width (Naeini, Cooper, Hauskrecht,
//! AAAI 2015). A quote is right when it overlaps one of the gold by half or more.

use std::fmt::Write as _;

const N_BINS: usize = 10;

/// Quotes, by how sure the engine was of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Reliability {
    bins: [Bin; N_BINS],
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Bin {
    n: u32,
    sure: f64,
    right: u32,
}

impl Reliability {
    /// Counts one quote of confidence `sure`, 0 to 1.
    pub(crate) fn add(&mut self, sure: f64, is_right: bool) {
        // Ten bins at most, so nothing is cut.
        let nth = ((sure.clamp(0.0, 1.0) * N_BINS as f64) as usize).min(N_BINS - 1);
        let bin = &mut self.bins[nth];
        bin.n += 1;
        bin.sure += sure;
        bin.right += u32::from(is_right);
    }

    /// Mean distance between confidence and share of right quotes, weighted by quotes; 0 for no quotes.
    pub(crate) fn expected_error(&self) -> f64 {
        let n: u32 = self.bins.iter().map(|bin| bin.n).sum();
        let off = self
            .bins
            .iter()
            .map(|bin| (bin.sure - f64::from(bin.right)).abs());
        off.sum::<f64>() / f64::from(n.max(1))
    }

    /// The table, a line for each bin that holds a quote.
    pub(crate) fn table(&self) -> String {
        let mut out = "confidence   quotes  mean   right\n".to_owned();
        for (nth, bin) in self.bins.iter().enumerate().filter(|(_, bin)| bin.n > 0) {
            let n = f64::from(bin.n);
            let low = nth as f64 / N_BINS as f64;
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "{low:.1} to {:.1}   {:6}  {:.3}  {:.3}",
                low + 1.0 / N_BINS as f64,
                bin.n,
                bin.sure / n,
                f64::from(bin.right) / n,
            );
        }
        let _ = writeln!(
            out,
            "expected calibration error: {:.3}",
            self.expected_error()
        );
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_distance_of_confidence_from_what_was_right_weighted_by_quotes() {
        let mut honest = Reliability::default();
        for nth in 0..10 {
            honest.add(0.85, nth % 20 != 3);
        }
        assert!((honest.expected_error() - 0.05).abs() < 1e-9);
        honest.add(1.0, false);
        honest.add(1.0, false);
        assert!((honest.expected_error() - 2.5 / 12.0).abs() < 1e-9);
        assert!(
            honest.table().contains("0.8 to 0.9       10  0.850  0.900"),
            "{}",
            honest.table()
        );
        assert_eq!(Reliability::default().expected_error(), 0.0);
    }
}
