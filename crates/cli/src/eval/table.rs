//! Prints a tally as the reference scorer prints it, to the last digit.

use std::fmt::Write as _;

use super::score::{Counts, ROWS, Tally};
use super::words::ratio;

/// The table, one line per row, each ended by a line break.
pub(crate) fn table(name: &str, tally: &Tally) -> String {
    let mut out = format!(
        "{name:26} {:9} {:>5} {:>5} |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1\n",
        "kind", "gold", "pred"
    );
    for (row, kind) in ROWS.iter().enumerate() {
        let of = |counts: &Counts| counts[row];
        let scores =
            |hit_predicted: &Counts, predicted: &Counts, hit_gold: &Counts, gold: &Counts| {
                let precision = ratio(of(hit_predicted), of(predicted));
                let recall = ratio(of(hit_gold), of(gold));
                let sum = precision + recall;
                let f1 = if sum > 0.0 {
                    2.0 * precision * recall / sum
                } else {
                    0.0
                };
                format!(
                    "{:5.1} {:5.1} {:5.1}",
                    100.0 * precision,
                    100.0 * recall,
                    100.0 * f1
                )
            };
        let token = scores(
            &tally.predicted_chars_hit,
            &tally.predicted_chars,
            &tally.gold_chars_hit,
            &tally.gold_chars,
        );
        let exact = scores(
            &tally.exact_predicted,
            &tally.predicted,
            &tally.exact_gold,
            &tally.gold,
        );
        let overlap = scores(
            &tally.overlap_predicted,
            &tally.predicted,
            &tally.overlap_gold,
            &tally.gold,
        );
        let end_to_end = scores(
            &tally.end_to_end_predicted_hit,
            &tally.end_to_end_predicted,
            &tally.end_to_end_gold_hit,
            &tally.end_to_end_gold,
        );
        let right = 100.0 * ratio(of(&tally.source_right), of(&tally.sourced));
        let half_right = 100.0 * ratio(of(&tally.source_half_right), of(&tally.sourced));
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{:26} {kind:9} {:5} {:5} | {token} | {exact} | {overlap} | {right:5.1} {half_right:5.1} | {end_to_end}",
            "",
            of(&tally.gold),
            of(&tally.predicted),
        );
    }
    out
}
