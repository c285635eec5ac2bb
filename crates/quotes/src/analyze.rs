//! The way from an article to its quotes.
//!
//! Owns the order of the stages and their outputs; each stage is a file of its own.

use hearsay_model::Model;
use hearsay_text::{Article, Token, tokenize};

use crate::Quote;
use crate::assemble::{Options, assemble};
use crate::features::{TokenFeatures, token_features};
use crate::language::Language;
use crate::languages::quotes_by_rule;
use crate::marks::{Marks, pair_marks_in};
use crate::resolve::resolve;
use crate::tag::{Tagging, tag};

/// What the engine finds in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The quotes, ordered by their first word.
    pub quotes: Vec<Quote>,
}

/// An analysis with the output of every stage on the way, for whoever wants to see how it came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stages {
    /// Tokens of the canonical text.
    pub tokens: Vec<Token>,
    /// Quotation marks and their pairs.
    pub marks: Marks,
    /// What the model sees of each token; nothing in a language that it does not read.
    pub features: Vec<TokenFeatures>,
    /// Labels, spans and links; none in a language that the model does not read.
    pub tagging: Tagging,
    /// The quotes, with speakers.
    pub analysis: Analysis,
}

/// Finds the quotes of `article` and who is quoted.
///
/// Any article gets an answer, in time and memory linear in its length; the same article, model and options get the same
/// answer on every machine.
///
/// ```
/// use hearsay_quotes::{Options, analyze};
/// use hearsay_text::Article;
///
/// let model = hearsay_model::embedded().map_err(|error| error.clone())?;
/// let article = Article::verbatim("“We will not wait,” said Ana Ruiz, the mayor.");
/// let analysis = analyze(&article, model, Options::default());
/// for quote in &analysis.quotes {
///     assert!((0.0..=1.0).contains(&quote.confidence));
/// }
/// # Ok::<(), hearsay_model::ModelError>(())
/// ```
#[must_use]
pub fn analyze(article: &Article, model: &Model, options: Options) -> Analysis {
    stages(article, model, options).analysis
}

/// As [`analyze`], telling now and then how far it is: a share that grows from 0 towards 1. What is found does not depend
/// on who listens.
#[must_use]
pub fn analyze_with(
    article: &Article,
    model: &Model,
    options: Options,
    on_progress: &mut dyn FnMut(f32),
) -> Analysis {
    stages_with(article, model, options, on_progress).analysis
}

/// As [`analyze`], keeping the output of every stage.
#[must_use]
pub fn stages(article: &Article, model: &Model, options: Options) -> Stages {
    stages_with(article, model, options, &mut |_| {})
}

fn stages_with(
    article: &Article,
    model: &Model,
    options: Options,
    on_progress: &mut dyn FnMut(f32),
) -> Stages {
    let tokens = tokenize(&article.text);
    let language = Language::of(article);
    let marks = pair_marks_in(article, language);
    if language != Language::English {
        let mut quotes = quotes_by_rule(article, &marks, language);
        quotes.retain(|quote| quote.confidence >= options.threshold);
        return Stages {
            tokens,
            marks,
            analysis: Analysis { quotes },
            ..Stages::default()
        };
    }
    let features = token_features(&article.text, &tokens);
    // The model takes most of the time.
    let tagging = tag(&tokens, &features, model, &mut |done| {
        on_progress(done as f32 / tokens.len() as f32);
    });
    let mut quotes = assemble(article, &tokens, &marks, &tagging, options);
    resolve(article, &tokens, &mut quotes);
    Stages {
        tokens,
        marks,
        features,
        tagging,
        analysis: Analysis { quotes },
    }
}
