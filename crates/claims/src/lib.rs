//! Which sentences of an article are worth checking, and what kind of claim they make.
//!
//! Owns the claim model, trained on sentences of debates that people labelled (see `MODEL.md`), and the rules for kinds. Suggestions are
//! all it makes: accepting, dismissing and showing them is left to others. English only.
#![warn(missing_docs)]

pub mod features;
mod kind;
mod model;
mod sigmoid;
mod words;

use std::sync::OnceLock;

use hearsay_text::{Article, BlockKind, Span, sentences};

pub use kind::{ClaimKind, kind};
pub use model::{Model, ModelError};

/// A sentence, how much it is worth checking, and what kind of claim it would be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The sentence, as bytes of the canonical text.
    pub span: Span,
    /// How likely a person would find it worth checking, 0 to 1; calibrated on debates.
    pub score: f32,
    /// The likely kind of claim.
    pub kind: ClaimKind,
}

/// The model of this build.
///
/// # Errors
///
/// When the model that was built in is damaged; a test keeps that from happening.
pub fn embedded() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL
        .get_or_init(|| Model::parse(include_bytes!("../claims.model")))
        .as_ref()
}

/// How likely a person would find the sentence worth checking, 0 to 1. Nothing is worth checking to a damaged model.
///
/// ```
/// let claim = hearsay_claims::score("Unemployment fell to 4 percent last year.");
/// assert!(claim > hearsay_claims::score("What a lovely evening."));
/// ```
#[must_use]
pub fn score(sentence: &str) -> f32 {
    embedded().map_or(0.0, |model| model.score(sentence))
}

/// The score from which a sentence counts as worth checking.
#[must_use]
pub fn threshold() -> f32 {
    embedded().map_or(1.0, Model::threshold)
}

/// The sentences of the article's running text that score `least` or more, in order: of paragraphs, list items, block
/// quotes, captions and posts.
#[must_use]
pub fn check_worthiness(article: &Article, least: f32) -> Vec<Candidate> {
    article
        .blocks
        .iter()
        .filter(|block| is_running_text(block.kind))
        .flat_map(|block| sentences(&article.text, block.span))
        .filter_map(|span| {
            let sentence = article.slice(span);
            let score = score(sentence);
            (score >= least).then(|| Candidate {
                span,
                score,
                kind: kind(sentence),
            })
        })
        .collect()
}

const fn is_running_text(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph
            | BlockKind::ListItem { .. }
            | BlockKind::BlockQuote
            | BlockKind::Caption
            | BlockKind::Post
    )
}
