//! Runs the model over an article, chunk by chunk.
//!
//! Owns the step from features to labelled spans and their links, in bytes of the canonical text. What a quote is made
//! of them is left to `assemble.rs`.

use hearsay_model::{Label, LabelScores, Model, Role, Workspace, role_spans};
use hearsay_text::{Span, Token, TokenKind};

use crate::chunk::chunks;
use crate::features::TokenFeatures;

/// What the model says of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagging {
    /// The best label of each token.
    pub labels: Vec<Label>,
    /// The probability of each label of each token.
    pub marginals: Vec<LabelScores>,
    /// The spans that the labels describe, in text order.
    pub spans: Vec<TaggedSpan>,
}

/// A span of one role, and what it hangs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaggedSpan {
    /// Content, source or cue.
    pub role: Role,
    /// Its words.
    pub span: Span,
    /// Number of its first token.
    pub first: usize,
    /// Number of its last token, inclusive.
    pub last: usize,
    /// Probability that a span of this role begins and ends just here.
    pub probability: f32,
    /// Position in [`Tagging::spans`] of its parent: a content's cue, a cue's source. `None` where none is likelier than
    /// any, and for sources.
    pub parent: Option<usize>,
    /// Probability of that choice of parent; 1 for sources.
    pub link_probability: f32,
}

/// Labels, spans and links of a whole article. `on_progress` is told how many tokens are done, chunk by chunk.
#[must_use]
pub fn tag(
    tokens: &[Token],
    features: &[TokenFeatures],
    model: &Model,
    on_progress: &mut dyn FnMut(usize),
) -> Tagging {
    let mut tagging = Tagging {
        labels: vec![Label::Outside; tokens.len()],
        marginals: vec![OUTSIDE; tokens.len()],
        spans: Vec::new(),
    };
    let mut workspace = Workspace::default();
    let mut rows = Vec::new();
    for chunk in chunks(features) {
        on_progress(chunk.start);
        // Marks alone are nobody's words; a text of nothing else need not wait for the model.
        let has_words = tokens[chunk.clone()]
            .iter()
            .any(|token| token.kind == TokenKind::Word);
        if !has_words {
            continue;
        }
        rows.clear();
        rows.extend(
            features[chunk.clone()]
                .iter()
                .map(|token| token.rows(model)),
        );
        let encoding = model.encode(&rows, &mut workspace);
        let decoding = encoding.decode();
        let spans = role_spans(&decoding.labels);
        let (cues, sources) = (encoding.link_cues(&spans), encoding.link_sources(&spans));
        let base = tagging.spans.len();
        let place_of = |role: Role| -> Vec<usize> {
            let of_role = spans
                .iter()
                .enumerate()
                .filter(|(_, span)| span.role == role);
            of_role.map(|(nth, _)| base + nth).collect()
        };
        let (cue_places, source_places) = (place_of(Role::Cue), place_of(Role::Source));
        let (mut n_contents, mut n_cues) = (0, 0);
        for span in &spans {
            let (parent, link_probability) = match span.role {
                Role::Content => {
                    let (best, probability) = cues.best(n_contents);
                    n_contents += 1;
                    (
                        best.and_then(|cue| cue_places.get(cue).copied()),
                        probability,
                    )
                }
                Role::Cue => {
                    let (best, probability) = sources.best(n_cues);
                    n_cues += 1;
                    (
                        best.and_then(|source| source_places.get(source).copied()),
                        probability,
                    )
                }
                Role::Source => (None, 1.0),
            };
            let (first, last) = (chunk.start + span.first, chunk.start + span.last);
            tagging.spans.push(TaggedSpan {
                role: span.role,
                span: tokens[first].span.cover(tokens[last].span),
                first,
                last,
                probability: decoding.span_probability(span.role, span.first, span.last),
                parent,
                link_probability,
            });
        }
        tagging.labels[chunk.clone()].copy_from_slice(&decoding.labels);
        tagging.marginals[chunk].copy_from_slice(&decoding.marginals);
    }
    tagging
}

/// What a token outside every chunk is for certain.
const OUTSIDE: LabelScores = {
    let mut scores = [0.0; hearsay_model::N_LABELS];
    scores[Label::Outside as usize] = 1.0;
    scores
};
