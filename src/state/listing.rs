//! Lists of the open article for the panel: who said what, and the claims.

use std::collections::HashMap;

use hearsay_annotate::{Annotation, AnnotationId, Body, ClaimBody, Progress, Status, TagId};
use hearsay_text::{Modality, QuoteKind, ReportKind};

use super::shown::stands;
use super::{Document, Label, Settings, Shown, in_percent};

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
    /// Speech, writing, thought, stance or evidence.
    pub reports: ReportKind,
    /// Whether it is said to have happened.
    pub modality: Modality,
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
    /// Its tags.
    pub tags: Vec<TagId>,
    /// The tags as shown, comma between.
    pub label: String,
    /// The tags as shown, one by one.
    pub labels: Vec<Label>,
    /// What the check came to.
    pub verdict: Option<Label>,
    /// How far the check has come.
    pub progress: Progress,
    /// Who checks it; empty for nobody.
    pub assignee: String,
    /// Who says it, when it sits in a quote.
    pub speaker: Option<String>,
}

/// A claim that the engine finds worth checking and nobody has decided about.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionItem {
    /// The claim, with its likely tag.
    pub claim: ClaimItem,
    /// How likely a person would find it worth checking, in percent.
    pub percent: u8,
}

/// Who said what: speakers by number of quotes, ties by first appearance, nobody last. What is not shown is left out.
#[must_use]
pub fn quotes_by_speaker(document: &Document, settings: &Settings) -> Vec<SpeakerGroup> {
    let mut groups: Vec<SpeakerGroup> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    let shown = Shown::new(document, settings);
    for (annotation, quote) in document.annotations.quotes() {
        if !shown.shows(annotation) {
            continue;
        }
        let item = QuoteItem {
            id: annotation.id.clone(),
            words: words(document, &annotation.target).unwrap_or_default(),
            kind: quote.kind,
            reports: quote.reports,
            modality: quote.modality,
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

/// How many quotes, claims of a person's, and claims worth checking are shown.
#[must_use]
pub fn counts(document: &Document, settings: &Settings) -> [usize; 3] {
    let shown = Shown::new(document, settings);
    let mut counts = [0; 3];
    for annotation in document.annotations.iter() {
        if shown.shows(annotation) {
            match &annotation.body {
                Body::Quote(_) => counts[0] += 1,
                Body::Claim(_) if stands(annotation) => counts[1] += 1,
                Body::Claim(_) => counts[2] += 1,
                Body::Note(_) => {}
            }
        }
    }
    counts
}

/// The claims of a person's, in the order of the article: what they tagged or accepted.
#[must_use]
pub fn claims(document: &Document) -> Vec<ClaimItem> {
    let set = &document.annotations;
    set.claims()
        .filter(|(annotation, _)| stands(annotation))
        .map(|(annotation, claim)| item(document, annotation, claim, set.speaker_of(annotation)))
        .collect()
}

/// The claims of a person's that the filters let through, in the order of the article.
#[must_use]
pub fn shown_claims(document: &Document, settings: &Settings) -> Vec<ClaimItem> {
    let shown = Shown::new(document, settings);
    let set = &document.annotations;
    set.claims()
        .filter(|(annotation, _)| stands(annotation) && shown.shows(annotation))
        .map(|(annotation, claim)| item(document, annotation, claim, set.speaker_of(annotation)))
        .collect()
}

/// The claims that the engine finds worth checking and that are shown, by score or by place.
#[must_use]
pub fn suggested_claims(document: &Document, settings: &Settings) -> Vec<SuggestionItem> {
    let shown = Shown::new(document, settings);
    let mut found: Vec<_> = document
        .annotations
        .claims()
        .filter(|(annotation, _)| !stands(annotation) && shown.shows(annotation))
        .map(|(annotation, claim)| SuggestionItem {
            claim: item(document, annotation, claim, shown.speaker_of(annotation)),
            percent: in_percent(claim.check_worthiness.unwrap_or_default()),
        })
        .collect();
    if settings.claims_by_score {
        // Stable, so ties stay in the order of the article.
        found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.percent));
    }
    found
}

fn item(
    document: &Document,
    annotation: &Annotation,
    claim: &ClaimBody,
    speaker: Option<&str>,
) -> ClaimItem {
    let set = document.tag_set();
    ClaimItem {
        id: annotation.id.clone(),
        words: words(document, &annotation.target).unwrap_or_default(),
        tags: claim.tags.clone(),
        label: set.labels(&claim.tags),
        labels: claim
            .tags
            .iter()
            .map(|tag| Label::of_tag(set, tag))
            .collect(),
        verdict: claim.verdict.as_ref().map(|id| Label::of_verdict(set, id)),
        progress: claim.progress,
        assignee: claim.assignee.clone(),
        speaker: speaker.map(str::to_owned),
    }
}

pub(super) fn words(document: &Document, spans: &[hearsay_text::Span]) -> Option<String> {
    let article = &document.article;
    let pieces: Vec<_> = spans.iter().map(|span| article.slice(*span)).collect();
    (!pieces.is_empty()).then(|| pieces.join(" … "))
}
