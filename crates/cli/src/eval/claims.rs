//! `hearsay eval --claims`: how well the claim model agrees with people on which sentences are worth checking.
//!
//! Owns reading labelled sentences and the measures. The score itself is `hearsay-claims`'.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::bail;
use serde::Deserialize;

/// The label of the positive class.
const WORTH_CHECKING: &str = "factual-checkworthy";

/// Labels of the negative class.
const OTHERS: [&str; 2] = ["factual-unimportant", "not-factual"];

/// Bins of the expected calibration error, of equal width.
const N_BINS: usize = 10;

#[derive(Deserialize)]
struct Sentence {
    text: String,
    label: String,
}

/// A score, and whether people found the sentence worth checking.
type Scored = (f32, bool);

/// Prints the measures.
pub(super) fn run(path: &Path) -> anyhow::Result<()> {
    let sentences: Vec<Sentence> = super::read_records(path)?;
    let model = hearsay_claims::embedded().map_err(|error| anyhow::anyhow!(error.clone()))?;
    let mut scored = Vec::with_capacity(sentences.len());
    for (nth, Sentence { text, label }) in sentences.iter().enumerate() {
        if label != WORTH_CHECKING && !OTHERS.contains(&label.as_str()) {
            bail!(
                "{}, sentence {}: unknown label {label:?}; expected {WORTH_CHECKING}, {} or {}",
                path.display(),
                nth + 1,
                OTHERS[0],
                OTHERS[1]
            );
        }
        scored.push((model.score(text), label == WORTH_CHECKING));
    }
    if !scored.iter().any(|(_, right)| *right) {
        bail!(
            "{}: no sentence in it is labelled {WORTH_CHECKING}",
            path.display()
        );
    }
    crate::output::print(&report(&scored, model.threshold()))
}

fn report(scored: &[Scored], threshold: f32) -> String {
    let right = scored.iter().filter(|(_, right)| *right).count();
    let found = scored.iter().filter(|(score, _)| *score >= threshold);
    let found: Vec<_> = found.collect();
    let hits = found.iter().filter(|(_, right)| *right).count();
    let precision = super::words::ratio(hits, found.len());
    let recall = super::words::ratio(hits, right);
    let f1 = super::words::ratio(2 * hits, found.len() + right);
    let mut lines = String::new();
    let _ = writeln!(lines, "sentences                   {}", scored.len());
    let _ = writeln!(lines, "worth checking              {right}");
    let _ = writeln!(lines, "threshold                   {threshold:.3}");
    let _ = writeln!(lines, "precision                   {precision:.4}");
    let _ = writeln!(lines, "recall                      {recall:.4}");
    let _ = writeln!(lines, "F1                          {f1:.4}");
    let _ = writeln!(
        lines,
        "average precision           {:.4}",
        average_precision(scored)
    );
    let _ = writeln!(
        lines,
        "expected calibration error  {:.4}",
        calibration_error(scored)
    );
    lines
}

/// Step-wise, `Σ (Rₙ - Rₙ₋₁) Pₙ` over the distinct scores from the highest down, without interpolation: the definition of
/// scikit-learn's `average_precision_score`. Sentences of one score are one step.
fn average_precision(scored: &[Scored]) -> f64 {
    let mut order: Vec<Scored> = scored.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = order.iter().filter(|(_, right)| *right).count();
    let (mut seen, mut hits, mut sum) = (0, 0, 0.0);
    for step in order.chunk_by(|a, b| a.0 == b.0) {
        let new = step.iter().filter(|(_, right)| *right).count();
        seen += step.len();
        hits += new;
        sum += super::words::ratio(new, all) * super::words::ratio(hits, seen);
    }
    sum
}

/// Mean distance, over bins of equal width and weighed by how many sentences a bin holds, between the mean score and the share worth
/// checking.
fn calibration_error(scored: &[Scored]) -> f64 {
    let mut bins = [(0_usize, 0.0_f64, 0_usize); N_BINS];
    for (score, right) in scored {
        let bin = (score * N_BINS as f32) as usize;
        let (count, sum, hits) = &mut bins[bin.min(N_BINS - 1)];
        *count += 1;
        *sum += f64::from(*score);
        *hits += usize::from(*right);
    }
    let apart: f64 = bins
        .iter()
        .map(|(_, sum, hits)| (sum - *hits as f64).abs())
        .sum();
    apart / scored.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn average_precision_is_that_of_the_usual_step_wise_definition() {
        // Worked by hand: hits at ranks 1, 3 and 4 of 5.
        let scored = [
            (0.9, true),
            (0.8, false),
            (0.7, true),
            (0.6, true),
            (0.1, false),
        ];
        let expected = (1.0 + 2.0 / 3.0 + 3.0 / 4.0) / 3.0;
        assert!((average_precision(&scored) - expected).abs() < 1e-12);
    }

    #[test]
    fn sentences_of_one_score_count_alike_in_whatever_order_they_come() {
        let one = [(0.5, true), (0.5, false)];
        let other = [(0.5, false), (0.5, true)];
        assert!((average_precision(&one) - 0.5).abs() < 1e-12);
        assert!((average_precision(&other) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn calibration_error_is_the_distance_of_scores_from_shares() {
        let sure_and_right = [(1.0, true), (0.0, false)];
        assert!(calibration_error(&sure_and_right) < 1e-12);
        let sure_and_wrong = [(1.0, false), (0.0, true)];
        assert!((calibration_error(&sure_and_wrong) - 1.0).abs() < 1e-12);
    }
}
