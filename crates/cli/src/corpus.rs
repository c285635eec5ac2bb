//! Corpus JSON lines: the shape in which articles and their quotes travel between Hearsay and other tools.
//!
//! Owns that shape, apart from the engine's types: offsets here are Unicode code points, end exclusive.

use hearsay_quotes::Quote;
use hearsay_text::{Article, Modality, OffsetMap, Span};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An article and its quotes. Fields beyond these are skipped when read.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Record {
    /// Whatever the corpus names its articles by.
    #[serde(default)]
    pub id: Value,
    /// The words that offsets count in.
    pub text: String,
    /// Its quotes.
    #[serde(default)]
    pub quotes: Vec<RecordQuote>,
}

/// A line of predictions: as [`Record`], but the text may be left out.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Prediction {
    /// The article's name in the gold.
    pub id: Value,
    /// The quotes found in it.
    pub quotes: Vec<RecordQuote>,
}

/// A quote of a record.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct RecordQuote {
    /// The attributed words.
    pub content: Vec<(i64, i64)>,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Vec<(i64, i64)>,
    /// The mention of who speaks.
    #[serde(default)]
    pub source: Vec<(i64, i64)>,
    /// `direct`, `indirect` or `mixed`.
    #[serde(default)]
    pub kind: Option<String>,
    /// `speech`, `writing`, `thought`, `stance` or `evidence`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<String>,
    /// `negated` or `hypothetical`; absent for what happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<String>,
    /// Who the source resolves to.
    #[serde(default)]
    pub speaker: Option<String>,
    /// Probability that this is a quote with these words, 0 to 1.
    #[serde(default)]
    pub confidence: Option<f64>,
}

/// The engine's quotes as corpus files carry them.
pub(crate) fn record_quotes(article: &Article, quotes: &[Quote]) -> Vec<RecordQuote> {
    let map = OffsetMap::new(&article.text);
    let spans = |spans: &[Span]| -> Vec<(i64, i64)> {
        let code_points = spans.iter().map(|span| map.code_points(*span));
        code_points
            .map(|(start, end)| (i64::from(start), i64::from(end)))
            .collect()
    };
    quotes
        .iter()
        .map(|quote| RecordQuote {
            content: spans(&quote.content),
            cue: spans(&quote.cue),
            source: spans(&quote.source),
            kind: Some(quote.kind.name().to_owned()),
            reports: Some(quote.reports.name().to_owned()),
            modality: Some(quote.modality)
                .filter(|modality| *modality != Modality::Actual)
                .map(|modality| modality.name().to_owned()),
            speaker: quote.speaker.as_ref().map(|speaker| speaker.name.clone()),
            confidence: Some(rounded(quote.confidence)),
        })
        .collect()
}

/// Three decimals: more would say nothing, and make files hard to compare.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
