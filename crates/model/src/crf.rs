//! The linear-chain CRF over labels: the best sequence, and how sure each label of it is.
//!
//! Owns exact decoding (Viterbi) and marginals (forward-backward). Emissions come from the encoder.

// Labels number rows and columns of several tables at once; indices say so more plainly than nested iterators.
#![allow(clippy::needless_range_loop)]

use crate::label::{LABELS, Label, N_LABELS, Role};
use crate::math::exp;

/// One value per label.
pub type LabelScores = [f32; N_LABELS];

/// Score of a move that must not be made.
const FORBIDDEN: f32 = -1e4;

/// Transition scores, with moves that break the label scheme priced out.
#[derive(Debug)]
pub(crate) struct Crf {
    /// From, to.
    transitions: [LabelScores; N_LABELS],
    initial: LabelScores,
}

/// What the tagger says of the tokens of one chunk.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decoding {
    /// The best label sequence. It keeps to the label scheme: an inside label always continues a span of its own role.
    pub labels: Vec<Label>,
    /// Per token, the probability of each label whatever the other tokens are; sums to one.
    pub marginals: Vec<LabelScores>,
    /// Scaled forward scores, kept for [`Decoding::span_probability`].
    forward: Vec<LabelScores>,
    /// Scaled backward scores.
    backward: Vec<LabelScores>,
    /// Per token, exponentials of the emissions over the scale of the step.
    factors: Vec<LabelScores>,
    moves: [LabelScores; N_LABELS],
}

impl Decoding {
    /// Probability that a span of `role` begins at token `first` and ends at token `last`, exactly; 0 for a span that is
    /// empty or reaches outside.
    pub fn span_probability(&self, role: Role, first: usize, last: usize) -> f32 {
        if first > last || last >= self.forward.len() {
            return 0.0;
        }
        let begin = match role {
            Role::Content => Label::BeginContent,
            Role::Source => Label::BeginSource,
            Role::Cue => Label::BeginCue,
        }
        .index();
        let inside = begin + 1;
        let (mut path, mut label) = (self.forward[first][begin], begin);
        for token in first + 1..=last {
            path *= self.moves[label][inside] * self.factors[token][inside];
            label = inside;
        }
        let after = last + 1;
        let goes_on = if after < self.forward.len() {
            (0..N_LABELS)
                .filter(|&next| next != inside)
                .map(|next| {
                    self.moves[label][next] * self.factors[after][next] * self.backward[after][next]
                })
                .fold(0.0, |sum, part| sum + part)
        } else {
            1.0
        };
        // Rounding may lift a near certainty above one.
        (path * goes_on).clamp(0.0, 1.0)
    }
}

impl Crf {
    pub(crate) fn new(transitions: &[f32], initial: &[f32]) -> Self {
        let mut crf = Self {
            transitions: [[0.0; N_LABELS]; N_LABELS],
            initial: [0.0; N_LABELS],
        };
        for from in LABELS {
            for to in LABELS {
                let learned = transitions
                    .get(from.index() * N_LABELS + to.index())
                    .copied()
                    .unwrap_or(0.0);
                crf.transitions[from.index()][to.index()] = if from.allows(to) {
                    learned
                } else {
                    learned + FORBIDDEN
                };
            }
        }
        for label in LABELS {
            let learned = initial.get(label.index()).copied().unwrap_or(0.0);
            crf.initial[label.index()] = if Label::Outside.allows(label) {
                learned
            } else {
                learned + FORBIDDEN
            };
        }
        crf
    }

    #[inline(always)]
    pub(crate) fn decode(&self, emissions: &[f32]) -> Decoding {
        let mut decoding = Decoding {
            labels: self.best_path(emissions),
            ..Decoding::default()
        };
        self.forward_backward(emissions, &mut decoding);
        decoding
    }

    /// Viterbi. Of two sequences that score the same, the one whose last differing label comes first in [`LABELS`] wins.
    #[inline(always)]
    fn best_path(&self, emissions: &[f32]) -> Vec<Label> {
        let mut best = [0.0; N_LABELS];
        let mut back: Vec<[u8; N_LABELS]> = Vec::with_capacity(emissions.len() / N_LABELS);
        for (token, emission) in emissions.chunks_exact(N_LABELS).enumerate() {
            let (mut scores, mut origins) = ([0.0; N_LABELS], [0; N_LABELS]);
            for to in 0..N_LABELS {
                let (mut top, mut origin) = (self.initial[to], 0);
                if token > 0 {
                    top = best[0] + self.transitions[0][to];
                    for from in 1..N_LABELS {
                        let score = best[from] + self.transitions[from][to];
                        if score > top {
                            (top, origin) = (score, from);
                        }
                    }
                }
                scores[to] = top + emission[to];
                origins[to] = origin as u8;
            }
            best = scores;
            back.push(origins);
        }
        let mut label = (1..N_LABELS).fold(
            0,
            |top, label| if best[label] > best[top] { label } else { top },
        );
        let mut path = vec![Label::Outside; back.len()];
        for (slot, origins) in path.iter_mut().zip(&back).rev() {
            *slot = LABELS[label];
            label = usize::from(origins[label]);
        }
        path
    }

    /// Forward-backward in probability space: each step is divided by its sum, so nothing under- or overflows.
    #[inline(always)]
    fn forward_backward(&self, emissions: &[f32], decoding: &mut Decoding) {
        let n = emissions.len() / N_LABELS;
        let top_move = self
            .transitions
            .iter()
            .flatten()
            .fold(f32::MIN, |top, &x| if x > top { x } else { top });
        let top_initial = highest(&self.initial);
        decoding.moves = self
            .transitions
            .map(|row| row.map(|score| exp(score - top_move)));
        let mut state = self.initial.map(|score| exp(score - top_initial));
        for (token, emission) in emissions.chunks_exact(N_LABELS).enumerate() {
            let mut factors: LabelScores = [0.0; N_LABELS];
            factors.copy_from_slice(emission);
            let top = highest(&factors);
            // The floor keeps even an absurd chunk within the range of `f32`; shares below e⁻³⁰ mean nothing to anyone.
            factors = factors.map(|score| {
                exp(if score - top < -30.0 {
                    -30.0
                } else {
                    score - top
                })
            });
            if token > 0 {
                let mut moved = [0.0; N_LABELS];
                for from in 0..N_LABELS {
                    for to in 0..N_LABELS {
                        moved[to] += state[from] * decoding.moves[from][to];
                    }
                }
                state = moved;
            }
            for label in 0..N_LABELS {
                state[label] *= factors[label];
            }
            let total = total(&state);
            state = state.map(|score| score / total);
            decoding.factors.push(factors.map(|factor| factor / total));
            decoding.forward.push(state);
        }
        decoding.backward = vec![[1.0; N_LABELS]; n];
        for token in (1..n).rev() {
            for from in 0..N_LABELS {
                let mut sum = 0.0;
                for to in 0..N_LABELS {
                    sum += decoding.moves[from][to]
                        * decoding.factors[token][to]
                        * decoding.backward[token][to];
                }
                decoding.backward[token - 1][from] = sum;
            }
        }
        decoding.marginals = decoding
            .forward
            .iter()
            .zip(&decoding.backward)
            .map(|(forward, backward)| {
                let joint: LabelScores =
                    std::array::from_fn(|label| forward[label] * backward[label]);
                let total = total(&joint);
                joint.map(|score| score / total)
            })
            .collect();
    }
}

#[inline(always)]
fn highest(scores: &LabelScores) -> f32 {
    scores.iter().fold(
        f32::MIN,
        |top, &score| if score > top { score } else { top },
    )
}

/// Sum in order; never 0, so that it can divide.
#[inline(always)]
fn total(scores: &LabelScores) -> f32 {
    let sum = scores.iter().fold(0.0, |sum, &score| sum + score);
    if sum > 1e-30 { sum } else { 1e-30 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number in [-2, 2) that depends on its place in a scrambled way.
    fn scrambled(place: usize) -> f32 {
        let mixed = (place as u32 + 1).wrapping_mul(2_654_435_761);
        (mixed ^ mixed >> 15) as f32 / u32::MAX as f32 * 4.0 - 2.0
    }

    fn crf() -> Crf {
        let transitions: Vec<f32> = (0..49).map(scrambled).collect();
        let initial: Vec<f32> = (100..107).map(scrambled).collect();
        Crf::new(&transitions, &initial)
    }

    fn emissions(n: usize, seed: usize) -> Vec<f32> {
        (0..n * N_LABELS)
            .map(|i| scrambled(1000 * seed + i))
            .collect()
    }

    /// Every label sequence of `n` tokens with its score, in double precision.
    fn every_path(crf: &Crf, emissions: &[f32]) -> Vec<(Vec<usize>, f64)> {
        let n = emissions.len() / N_LABELS;
        (0..N_LABELS.pow(n as u32))
            .map(|code| {
                let path: Vec<usize> = (0..n)
                    .map(|t| code / N_LABELS.pow(t as u32) % N_LABELS)
                    .collect();
                let mut score = f64::from(crf.initial[path[0]]);
                for (t, &label) in path.iter().enumerate() {
                    score += f64::from(emissions[t * N_LABELS + label]);
                    if t > 0 {
                        score += f64::from(crf.transitions[path[t - 1]][label]);
                    }
                }
                (path, score)
            })
            .collect()
    }

    #[test]
    fn viterbi_finds_the_best_of_all_sequences() {
        let crf = crf();
        for seed in 0..20 {
            let emissions = emissions(4, seed);
            let (best, _) = every_path(&crf, &emissions)
                .into_iter()
                .max_by(|a, b| a.1.total_cmp(&b.1))
                .unwrap();
            let found: Vec<usize> = crf
                .decode(&emissions)
                .labels
                .iter()
                .map(|label| label.index())
                .collect();
            assert_eq!(found, best, "seed {seed}");
        }
    }

    #[test]
    fn marginals_are_the_shares_of_all_sequences_and_sum_to_one() {
        let crf = crf();
        for seed in 0..5 {
            let emissions = emissions(4, seed);
            let paths = every_path(&crf, &emissions);
            let all: f64 = paths.iter().map(|(_, score)| score.exp()).sum();
            let decoding = crf.decode(&emissions);
            for (t, marginals) in decoding.marginals.iter().enumerate() {
                assert!((marginals.iter().sum::<f32>() - 1.0).abs() < 1e-5);
                for (label, &found) in marginals.iter().enumerate() {
                    let with: f64 = paths
                        .iter()
                        .filter(|(path, _)| path[t] == label)
                        .map(|(_, s)| s.exp())
                        .sum();
                    assert!(
                        (f64::from(found) - with / all).abs() < 1e-5,
                        "seed {seed}, token {t}, label {label}"
                    );
                }
            }
        }
    }

    #[test]
    fn span_probability_is_the_share_of_sequences_with_exactly_that_span() {
        let crf = crf();
        let emissions = emissions(5, 3);
        let paths = every_path(&crf, &emissions);
        let all: f64 = paths.iter().map(|(_, score)| score.exp()).sum();
        let decoding = crf.decode(&emissions);
        for (role, begin) in [(Role::Content, 1), (Role::Source, 3), (Role::Cue, 5)] {
            for first in 0..5 {
                for last in first..5 {
                    let is_exact = |path: &[usize]| {
                        path[first] == begin
                            && path[first + 1..=last]
                                .iter()
                                .all(|&label| label == begin + 1)
                            && path.get(last + 1) != Some(&(begin + 1))
                    };
                    let with: f64 = paths
                        .iter()
                        .filter(|(path, _)| is_exact(path))
                        .map(|(_, s)| s.exp())
                        .sum();
                    let found = f64::from(decoding.span_probability(role, first, last));
                    assert!(
                        (found - with / all).abs() < 1e-5,
                        "{role:?} {first}..={last}: {found}, {}",
                        with / all
                    );
                }
            }
        }
        assert_eq!(decoding.span_probability(Role::Cue, 3, 5), 0.0);
        assert_eq!(decoding.span_probability(Role::Cue, 3, 2), 0.0);
    }

    #[test]
    fn a_decoded_sequence_keeps_to_the_label_scheme_even_where_emissions_do_not() {
        let crf = crf();
        let mut emissions = vec![0.0; 10 * N_LABELS];
        for token in 0..10 {
            emissions[token * N_LABELS + [2, 4, 6][token % 3]] = 50.0;
        }
        let labels = crf.decode(&emissions).labels;
        assert!(Label::Outside.allows(labels[0]));
        assert!(
            labels.windows(2).all(|pair| pair[0].allows(pair[1])),
            "{labels:?}"
        );
    }

    #[test]
    fn extreme_emissions_leave_marginals_finite() {
        let crf = crf();
        let emissions: Vec<f32> = (0..300 * N_LABELS).map(|i| scrambled(i) * 400.0).collect();
        let decoding = crf.decode(&emissions);
        for marginals in &decoding.marginals {
            assert!(
                marginals.iter().all(|p| (0.0..=1.0).contains(p)),
                "{marginals:?}"
            );
        }
    }

    #[test]
    fn no_tokens_have_no_labels() {
        assert_eq!(crf().decode(&[]).labels, []);
    }
}
