//! From a source to an article with suggested annotations: what worker, command line and embedders call.
//!
//! Owns the order of the parts (extract, analyze, annotate) and nothing else: each part is a crate of its own. Reading
//! files and storing what people decide are left to the callers.
//!
//! ```
//! use hearsay_engine::{Options, Source, open};
//!
//! let source = Source::Plain("“We will not wait,” said Ana Ruiz, the mayor.");
//! let opened = open(source, Default::default(), Options::default())?;
//! assert_eq!(opened.article.blocks.len(), 1);
//! for suggestion in &opened.suggestions {
//!     println!("{}", opened.article.slice(suggestion.target[0]));
//! }
//! # Ok::<(), hearsay_engine::EngineError>(())
//! ```
#![warn(missing_docs)]

mod suggestion;

pub use hearsay_extract::{Diagnostic, Format, Hints, LoadError, Readings, Source, read};
pub use hearsay_model::ModelError;
pub use hearsay_quotes::{Analysis, DEFAULT_THRESHOLD, Options};
pub use hearsay_text::{Article, Metadata};
pub use suggestion::{annotations, claims};

use hearsay_annotate::Annotation;
use hearsay_extract::{Reading, extract};

/// An article, ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The article.
    pub article: Article,
    /// What the engine suggests, ordered by position.
    pub suggestions: Vec<Annotation>,
    /// What was left out or repaired on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The source cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The model of this build is damaged.
    #[error("the model of this build cannot be used: {0}; install Hearsay again")]
    Model(ModelError),
}

/// The article that `source` holds, with the engine's suggestions. See [`extract`] for `known`.
///
/// # Errors
///
/// [`EngineError::Model`].
pub fn open(source: Source<'_>, known: Metadata, options: Options) -> Result<Opened, EngineError> {
    let (article, diagnostics) = extract(source, known);
    let suggestions = suggest(&article, options)?;
    Ok(Opened {
        article,
        suggestions,
        diagnostics,
    })
}

/// The article that the bytes of a file hold, with the engine's suggestions. Where a person should choose between readings,
/// the first is taken; [`read`] has them all.
///
/// # Errors
///
/// Any [`EngineError`]; the caller puts the name of the file before it.
pub fn open_bytes(
    bytes: &[u8],
    hints: Hints<'_>,
    known: Metadata,
    options: Options,
) -> Result<Opened, EngineError> {
    let Reading {
        article,
        diagnostics,
        ..
    } = read(bytes, hints, known, &mut |_| {})?.first;
    let suggestions = suggest(&article, options)?;
    Ok(Opened {
        article,
        suggestions,
        diagnostics,
    })
}

/// The quotes of `article`.
///
/// # Errors
///
/// [`EngineError::Model`].
pub fn analyze(article: &Article, options: Options) -> Result<Analysis, EngineError> {
    let model = hearsay_model::embedded().map_err(|error| EngineError::Model(error.clone()))?;
    Ok(hearsay_quotes::analyze(article, model, options))
}

/// What the engine suggests for `article`, quotes and claims worth checking, ordered by position: the same for the same article, on every machine.
///
/// # Errors
///
/// [`EngineError::Model`].
pub fn suggest(article: &Article, options: Options) -> Result<Vec<Annotation>, EngineError> {
    suggest_with(article, options, &mut |_| {})
}

/// As [`suggest`], telling now and then how far it is: a share that grows from 0 towards 1.
///
/// # Errors
///
/// [`EngineError::Model`].
pub fn suggest_with(
    article: &Article,
    options: Options,
    on_progress: &mut dyn FnMut(f32),
) -> Result<Vec<Annotation>, EngineError> {
    let model = hearsay_model::embedded().map_err(|error| EngineError::Model(error.clone()))?;
    let analysis = hearsay_quotes::analyze_with(article, model, options, on_progress);
    let mut suggestions = annotations(article, &analysis.quotes);
    suggestions.extend(claims(article));
    // Stable: of a quote and a claim that begin together the quote is first.
    suggestions.sort_by_key(|suggestion| suggestion.target.first().map(|span| span.start));
    Ok(suggestions)
}
