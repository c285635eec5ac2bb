//! Krippendorff's α, for any number of coders, with missing values.
//!
//! Owns the coefficient and its two distances. What a unit is, and who gave it which value, is its caller's business.
//!
//! After K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011), whose sections B and C are the nominal cases;
//! R. Artstein and M. Poesio, *Inter-Coder Agreement for Computational Linguistics* (2008), section 2.6; and R. Passonneau,
//! *Measuring Agreement on Set-valued Items (MASI)* (LREC 2006).

use crate::order::{Key, order, short};

/// A value that a coder gives to a unit: a name (any three numbers), or a set of up to 96 things (a bit for each).
pub type Value = [u32; 3];

/// How far two values are apart: from 0, the same, to 1.
pub type Distance = fn(&Value, &Value) -> f64;

/// Distinct values up to which α is computed: every two of them are compared.
const MANY: usize = 2_048;

/// Why there is no α.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAlpha {
    /// All values are the same, or there are none: chance alone would agree wholly, and α is 0 divided by 0.
    NoVariation,
    /// There are more than 96 tags, or 2,048 sets of tags, in one comparison.
    TooVaried,
}

/// Reliability data, unit after unit, on the way to an α.
#[derive(Clone, Debug)]
pub struct Units {
    distance: Distance,
    /// Σ over units of Σ over ordered pairs of values of their distance, by one less than the values of the unit.
    observed: f64,
    /// Which value was given how often, in pieces.
    held: Vec<(Value, u64)>,
}

impl Units {
    /// No units so far.
    #[must_use]
    pub const fn new(distance: Distance) -> Self {
        Self {
            distance,
            observed: 0.0,
            held: Vec::new(),
        }
    }

    /// Adds a unit: the values that coders gave it, without those who gave none. Fewer than two say nothing.
    pub fn unit(&mut self, values: &[Value]) {
        if values.len() > 1 {
            self.observe(values, 1);
            self.held.extend(values.iter().map(|value| (*value, 1)));
        }
    }

    /// Adds what coders differ in, in `times` units with the same values; the values themselves are added by `hold`.
    pub(super) fn observe(&mut self, values: &[Value], times: u32) {
        let mut apart = 0.0;
        for (nth, one) in values.iter().enumerate() {
            for other in values[nth + 1..].iter().filter(|other| *other != one) {
                apart += (self.distance)(one, other);
            }
        }
        if apart > 0.0 {
            self.observed += f64::from(times) * 2.0 * apart / f64::from(short(values.len() - 1));
        }
    }

    /// Adds that a coder gave `value` to `times` units.
    pub(super) fn hold(&mut self, value: Value, times: u32) {
        if times > 0 {
            self.held.push((value, times.into()));
        }
    }

    /// α = 1 − Dₒ / Dₑ: the disagreement observed, by that expected when the same values were given to any units.
    ///
    /// 1 is perfect agreement, 0 that of chance, and below 0 lies disagreement with method.
    ///
    /// # Errors
    ///
    /// When there is no variation, or too much of it to be weighed.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of words stay far below 2^52"
    )]
    pub fn alpha(&self) -> Result<f64, NoAlpha> {
        let numbered = self.held.iter().enumerate();
        let mut keys: Vec<Key> = numbered
            .map(|(nth, ([a, b, c], _))| [*a, *b, *c, short(nth)])
            .collect();
        order(&mut keys);
        let mut totals: Vec<(Value, u64)> = Vec::new();
        for [a, b, c, nth] in keys {
            let times = self.held[nth as usize].1;
            match totals.last_mut() {
                Some((value, total)) if *value == [a, b, c] => *total += times,
                _ => totals.push(([a, b, c], times)),
            }
        }
        if totals.len() > MANY {
            return Err(NoAlpha::TooVaried);
        }
        let mut expected = 0.0;
        for (nth, (one, n_one)) in totals.iter().enumerate() {
            for (other, n_other) in &totals[nth + 1..] {
                expected += 2.0 * *n_one as f64 * *n_other as f64 * (self.distance)(one, other);
            }
        }
        if expected > 0.0 {
            let n: u64 = totals.iter().map(|(_, total)| total).sum();
            Ok(1.0 - n.saturating_sub(1) as f64 * self.observed / expected)
        } else {
            Err(NoAlpha::NoVariation)
        }
    }
}

/// The distance of names: 0 of the same, 1 of others.
#[must_use]
pub fn nominal(one: &Value, other: &Value) -> f64 {
    f64::from(u8::from(one != other))
}

/// The distance of sets (Passonneau 2006): 1 − J · M, where J is Jaccard's share of what both have in all that either has,
/// and M is 1 for equal sets, ⅔ when one holds the other, ⅓ when they overlap, 0 when they share nothing.
#[must_use]
pub fn masi(one: &Value, other: &Value) -> f64 {
    let (mut n_one, mut n_other, mut n_both) = (0, 0, 0);
    for (a, b) in one.iter().zip(other) {
        n_one += a.count_ones();
        n_other += b.count_ones();
        n_both += (a & b).count_ones();
    }
    let thirds = if one == other {
        return 0.0;
    } else if n_both == n_one || n_both == n_other {
        2.0
    } else {
        1.0
    };
    1.0 - thirds * f64::from(n_both) / (3.0 * f64::from(n_one + n_other - n_both))
}
