//! Linking heads: which cue a content belongs to, which source a cue belongs to.
//!
//! Owns the scores of child and parent spans and their softmax. What to do with the probabilities is left to the caller.

use crate::kernel::{Kernel, Work};
use crate::label::{Role, RoleSpan};
use crate::math::{dot, exp, tanh};
use crate::tensor::{Dense, Quantised};

/// Distance buckets on either side; see [`bucket`].
pub(crate) const N_BUCKETS: usize = 12;
/// Numbers of breaks between two spans that are told apart: 0, 1, more.
pub(crate) const N_BREAKS: usize = 3;
/// Numbers of sentence starts between two spans that are told apart: 0, 1, 2, more.
pub(crate) const N_SENTENCES: usize = 4;
/// Numbers of spans of one role between two spans that are told apart: 0, 1, 2, more.
pub(crate) const N_BETWEEN: usize = 4;

/// Probabilities of the parents of each child span, "none" among them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    /// One row per child: first the probability of having no parent, then of each parent, in the order of the spans.
    probabilities: Vec<f32>,
    /// The same, before the softmax.
    scores: Vec<f32>,
    n_parents: usize,
}

impl Links {
    /// Number of children.
    pub fn n_children(&self) -> usize {
        self.probabilities.len() / (self.n_parents + 1)
    }

    /// Number of parents that each child chose among.
    pub fn n_parents(&self) -> usize {
        self.n_parents
    }

    /// Probability that the child has no parent here. Children and parents are numbered in the order of their spans, each role
    /// for itself. A child that is not there has no parent for certain.
    pub fn none(&self, child: usize) -> f32 {
        self.row(child).first().copied().unwrap_or(1.0)
    }

    /// Probabilities of the parents of a child; with [`Links::none`] they sum to one. Empty for a child that is not there.
    pub fn parents(&self, child: usize) -> &[f32] {
        self.row(child).get(1..).unwrap_or_default()
    }

    /// The likeliest parent of a child and its probability, or `None` with the probability of having none. Of equals the first wins.
    pub fn best(&self, child: usize) -> (Option<usize>, f32) {
        let mut best = (None, self.none(child));
        for (parent, &probability) in self.parents(child).iter().enumerate() {
            if probability > best.1 {
                best = (Some(parent), probability);
            }
        }
        best
    }

    /// Scores before the softmax, one row per child with "none" first; for tests against the training code.
    pub fn raw_scores(&self) -> &[f32] {
        &self.scores
    }

    fn row(&self, child: usize) -> &[f32] {
        let width = self.n_parents + 1;
        self.probabilities
            .get(child * width..(child + 1) * width)
            .unwrap_or_default()
    }
}

/// Scores parents for child spans: a bilinear match of the ends of the spans, plus learned amounts for distance, breaks,
/// sentence starts, and spans that begin between the two.
#[derive(Debug)]
pub(crate) struct LinkHead {
    pub(crate) child: Dense,
    pub(crate) parent: Dense,
    pub(crate) none: Dense,
    /// Buckets for parents after the child, then for parents before it.
    pub(crate) distance: Vec<f32>,
    pub(crate) breaks: Vec<f32>,
    pub(crate) sentences: Vec<f32>,
    /// Role × number of its spans.
    pub(crate) between: Vec<f32>,
}

/// What a linking head sees of a chunk.
pub(crate) struct Context<'a> {
    /// Hidden states, a row per token.
    pub(crate) hidden: &'a [f32],
    /// Width of a hidden state.
    pub(crate) width: usize,
    /// Breaks up to and with each token.
    pub(crate) breaks: &'a [u32],
    /// Sentence starts up to and with each token.
    pub(crate) sentences: &'a [u32],
}

impl LinkHead {
    pub(crate) fn score(
        &self,
        context: &Context<'_>,
        spans: &[RoleSpan],
        child: Role,
        parent: Role,
    ) -> Links {
        self.child.level().run(Score {
            head: self,
            context,
            spans,
            child,
            parent,
        })
    }

    /// What lies between two spans, as a score.
    fn gap_score(
        &self,
        context: &Context<'_>,
        begun: &[Vec<u32>; 3],
        child: &RoleSpan,
        parent: &RoleSpan,
    ) -> f32 {
        let (follows, precedes) = (parent.first > child.last, child.first > parent.last);
        let (low, high) = if follows {
            (child.last, parent.first)
        } else {
            (parent.last, child.first)
        };
        let distance = match (follows, precedes) {
            (true, _) => bucket(parent.first - child.last - 1),
            (_, true) => N_BUCKETS + bucket(child.first - parent.last),
            // They overlap, which labels of one layer never do.
            _ => 0,
        };
        let passed =
            |counts: &[u32], from: usize, to: usize| counts[to].abs_diff(counts[from]) as usize;
        let mut score = self.distance[distance];
        score += self.breaks[passed(context.breaks, low, high).min(N_BREAKS - 1)];
        score += self.sentences[passed(context.sentences, low, high).min(N_SENTENCES - 1)];
        for (role, begun) in begun.iter().enumerate() {
            let between = if high > low {
                passed(begun, low, high - 1).min(N_BETWEEN - 1)
            } else {
                0
            };
            score += self.between[role * N_BETWEEN + between];
        }
        score
    }
}

/// [`LinkHead::score`] as a job for a kernel.
struct Score<'a> {
    head: &'a LinkHead,
    context: &'a Context<'a>,
    spans: &'a [RoleSpan],
    child: Role,
    parent: Role,
}

impl Work for Score<'_> {
    type Output = Links;

    #[inline(always)]
    fn run<K: Kernel>(self) -> Links {
        let Self {
            head,
            context,
            spans,
            child,
            parent,
        } = self;
        let n_tokens = context.breaks.len();
        let fits = |span: &&RoleSpan| span.first <= span.last && span.last < n_tokens;
        let of_role = |role: Role| -> Vec<RoleSpan> {
            spans
                .iter()
                .filter(fits)
                .filter(|span| span.role == role)
                .copied()
                .collect()
        };
        let (children, parents) = (of_role(child), of_role(parent));
        let mut scratch = Quantised::default();
        let child_vectors = ends::<K>(&head.child, context, &children, &mut scratch);
        let parent_vectors = ends::<K>(&head.parent, context, &parents, &mut scratch);
        let size = head.child.outputs();
        scratch.start(size);
        child_vectors
            .chunks_exact(size)
            .for_each(|vector| scratch.push::<K>(vector));
        let mut none = Vec::new();
        head.none.apply::<K>(&scratch, &mut none);

        let begun = [Role::Content, Role::Source, Role::Cue]
            .map(|role| starts_up_to(&of_role(role), n_tokens));
        let mut links = Links {
            n_parents: parents.len(),
            ..Links::default()
        };
        for ((child, vector), none) in children
            .iter()
            .zip(child_vectors.chunks_exact(size))
            .zip(none)
        {
            let row = links.scores.len();
            links.scores.push(none);
            for (parent, other) in parents.iter().zip(parent_vectors.chunks_exact(size)) {
                links
                    .scores
                    .push(dot(vector, other) + head.gap_score(context, &begun, child, parent));
            }
            softmax(&links.scores[row..], &mut links.probabilities);
        }
        links
    }
}

/// Bucket of a gap in tokens: up to four exactly, then half powers of two of five.
fn bucket(gap: usize) -> usize {
    const FROM: [usize; N_BUCKETS] = [0, 1, 2, 3, 4, 5, 8, 10, 15, 20, 29, 40];
    FROM.iter().rposition(|&from| from <= gap).unwrap_or(0)
}

/// Per span, `tanh` of a linear layer over its first and last hidden state.
#[inline(always)]
fn ends<K: Kernel>(
    layer: &Dense,
    context: &Context<'_>,
    spans: &[RoleSpan],
    scratch: &mut Quantised,
) -> Vec<f32> {
    let state = |token: usize| &context.hidden[token * context.width..(token + 1) * context.width];
    let mut both = Vec::with_capacity(2 * context.width);
    scratch.start(2 * context.width);
    for span in spans {
        both.clear();
        both.extend_from_slice(state(span.first));
        both.extend_from_slice(state(span.last));
        scratch.push::<K>(&both);
    }
    let mut vectors = Vec::new();
    layer.apply::<K>(scratch, &mut vectors);
    vectors.iter_mut().for_each(|value| *value = tanh(*value));
    vectors
}

/// Per token, how many of the spans begin up to and with it.
fn starts_up_to(spans: &[RoleSpan], n_tokens: usize) -> Vec<u32> {
    let mut counts = vec![0; n_tokens];
    for span in spans {
        counts[span.first] += 1;
    }
    for token in 1..n_tokens {
        counts[token] += counts[token - 1];
    }
    counts
}

#[inline(always)]
fn softmax(scores: &[f32], output: &mut Vec<f32>) {
    let top = scores.iter().fold(
        f32::MIN,
        |top, &score| if score > top { score } else { top },
    );
    let start = output.len();
    let mut total = 0.0;
    for score in scores {
        let weight = exp(score - top);
        total += weight;
        output.push(weight);
    }
    for weight in &mut output[start..] {
        *weight /= total;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(role: Role, first: usize, last: usize) -> RoleSpan {
        RoleSpan { role, first, last }
    }

    /// A head that looks at nothing but what lies between.
    fn head() -> LinkHead {
        let zeros = |outputs: usize, inputs: usize| {
            Dense::new(
                &vec![0; outputs * inputs],
                vec![1.0; outputs],
                vec![0.0; outputs],
            )
        };
        LinkHead {
            child: zeros(2, 4),
            parent: zeros(2, 4),
            none: zeros(1, 2),
            distance: (0..24).map(|i| -(i as f32)).collect(),
            breaks: vec![0.0, -100.0, -200.0],
            sentences: vec![0.0, -1000.0, -2000.0, -3000.0],
            between: (0..12).map(|i| -1e4 * i as f32).collect(),
        }
    }

    fn score(breaks: &[u32], sentences: &[u32], spans: &[RoleSpan]) -> Links {
        let hidden = vec![0.0; 2 * breaks.len()];
        let context = Context {
            hidden: &hidden,
            width: 2,
            breaks,
            sentences,
        };
        head().score(&context, spans, Role::Content, Role::Cue)
    }

    #[test]
    fn a_link_pays_for_distance_breaks_sentences_and_spans_between() {
        let spans = [
            span(Role::Cue, 0, 0),
            span(Role::Content, 2, 3),
            span(Role::Source, 5, 5),
            span(Role::Cue, 6, 7),
        ];
        let links = score(&[0, 0, 0, 0, 1, 1, 1, 1], &[1, 1, 1, 1, 1, 2, 2, 2], &spans);
        assert_eq!((links.n_children(), links.n_parents()), (1, 2));
        // No role has a span in the first gap, so each role pays its amount for "0": 0, -4e4, -8e4.
        let nothing_between = -12e4;
        let before = -14.0 + nothing_between;
        let after = -2.0 - 100.0 - 1000.0 + nothing_between - 1e4;
        assert_eq!(links.raw_scores(), [0.0, before, after]);
    }

    #[test]
    fn probabilities_of_a_child_sum_to_one_and_the_best_is_the_largest() {
        let spans = [span(Role::Content, 0, 1), span(Role::Cue, 2, 2)];
        let mut head = head();
        head.between = vec![0.0; 12];
        head.distance[0] = 3.0;
        let context = Context {
            hidden: &[0.0; 6],
            width: 2,
            breaks: &[0; 3],
            sentences: &[1; 3],
        };
        let links = head.score(&context, &spans, Role::Content, Role::Cue);
        let (parent, probability) = links.best(0);
        assert_eq!(parent, Some(0));
        assert!((probability - 0.952_574).abs() < 1e-4, "{probability}");
        assert!((links.none(0) + links.parents(0)[0] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_child_without_candidates_has_no_parent_for_certain() {
        let links = score(&[0; 3], &[1; 3], &[span(Role::Content, 0, 1)]);
        assert_eq!(links.best(0), (None, 1.0));
        assert_eq!(links.best(7), (None, 1.0));
    }

    #[test]
    fn buckets_grow_with_the_gap() {
        let found = [0, 4, 5, 7, 8, 9, 10, 14, 15, 19, 20, 28, 29, 39, 40, 4000].map(bucket);
        assert_eq!(found, [0, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11]);
    }

    #[test]
    fn spans_that_reach_outside_the_chunk_are_left_out() {
        let links = score(
            &[0; 3],
            &[1; 3],
            &[span(Role::Content, 0, 3), span(Role::Content, 2, 1)],
        );
        assert_eq!(links.n_children(), 0);
    }
}
