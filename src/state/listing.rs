//! Lists of the open article for the panel: who said what, and the claims.

use std::collections::HashMap;

use hearsay_annotate::{AnnotationId, Body, Status, TagId};
use hearsay_text::QuoteKind;

use super::{Document, Settings};

/// What one speaker said.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerGroup {
    /// Who; `None` for quotes that nobody could be found for.
    pub speaker: Option<String>,
    /// In the order of the article.
    pub quotes: Vec<QuoteItem>,
}

/// A quote, as the panel lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteItem {
    /// Which quote.
    pub id: AnnotationId,
    /// Its words, pieces joined by ` … `.
    pub words: String,
    /// Verbatim, reported or both.
    pub kind: QuoteKind,
    /// What a person decided.
    pub status: Status,
    /// The mention of who speaks, as printed.
    pub source: Option<String>,
    /// The words that attribute, as printed.
    pub cue: Option<String>,
    /// The engine's probability, 0 to 1.
    pub confidence: Option<f32>,
}

/// A claim, as the panel lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimItem {
    /// Which claim.
    pub id: AnnotationId,
    /// Its words.
    pub words: String,
    /// Its tag.
    pub tag: TagId,
    /// The tag as shown.
    pub label: String,
    /// Place of the tag in the palette, if the tag set has it.
    pub color: Option<u8>,
    /// The person's note; empty for none.
    pub note: String,
    /// Who says it, when it sits in a quote.
    pub speaker: Option<String>,
}

/// Who said what: speakers by number of quotes, ties by first appearance, nobody last. Rejected quotes and kinds that
/// are hidden are left out.
#[must_use]
pub fn quotes_by_speaker(document: &Document, settings: &Settings) -> Vec<SpeakerGroup> {
    let mut groups: Vec<SpeakerGroup> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    for (annotation, quote) in document.annotations.quotes() {
        if annotation.status == Status::Rejected || !settings.shows(quote.kind) {
            continue;
        }
        let item = QuoteItem {
            id: annotation.id.clone(),
            words: words(document, &annotation.target).unwrap_or_default(),
            kind: quote.kind,
            status: annotation.status,
            source: words(document, &quote.source),
            cue: words(document, &quote.cue),
            confidence: quote.confidence,
        };
        let place = *places.entry(quote.speaker.as_deref()).or_insert_with(|| {
            groups.push(SpeakerGroup {
                speaker: quote.speaker.clone(),
                quotes: Vec::new(),
            });
            groups.len() - 1
        });
        groups[place].quotes.push(item);
    }
    // Stable, so ties stay in the order of first appearance.
    groups.sort_by_key(|group| {
        (
            group.speaker.is_none(),
            std::cmp::Reverse(group.quotes.len()),
        )
    });
    groups
}

/// The claims, in the order of the article.
#[must_use]
pub fn claims(document: &Document) -> Vec<ClaimItem> {
    let set = &document.annotations;
    set.claims()
        .map(|(annotation, claim)| ClaimItem {
            id: annotation.id.clone(),
            words: words(document, &annotation.target).unwrap_or_default(),
            tag: claim.tag.clone(),
            label: document.tag_set.label(&claim.tag).to_owned(),
            color: document.tag_set.get(&claim.tag).map(|tag| tag.color),
            note: claim.note.clone(),
            speaker: set.speaker_of(annotation).map(str::to_owned),
        })
        .collect()
}

/// Whether `annotation` is one that the article highlights with these settings.
#[must_use]
pub(super) fn is_shown(annotation: &hearsay_annotate::Annotation, settings: &Settings) -> bool {
    annotation.status != Status::Rejected
        && match &annotation.body {
            Body::Quote(quote) => settings.shows(quote.kind),
            Body::Claim(_) => true,
            Body::Note(_) => false,
        }
}

fn words(document: &Document, spans: &[hearsay_text::Span]) -> Option<String> {
    let article = &document.article;
    let pieces: Vec<_> = spans.iter().map(|span| article.slice(*span)).collect();
    (!pieces.is_empty()).then(|| pieces.join(" … "))
}
