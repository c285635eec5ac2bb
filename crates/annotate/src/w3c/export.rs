//! Owns the export to Web Annotation JSON-LD.

use hearsay_text::{Article, Modality, OffsetMap, Span};
use serde::Serialize;

use super::{CONTEXT, NAMESPACE};
use crate::{
    Annotation, AnnotationSet, ArticleKey, Body, ClaimBody, Origin, Progress, QuoteBody, Selectors,
    Status, TagId, TagSet, Timestamp, time,
};

/// What an export says beyond the annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// Name of the person whose annotations these are; `None` leaves them unnamed.
    pub creator: Option<String>,
}

/// Writes `annotations` of `article` as an `AnnotationCollection` with one `AnnotationPage`, in JSON-LD, indented.
///
/// The same input gives the same bytes.
#[must_use]
pub fn export(article: &Article, annotations: &AnnotationSet, options: &ExportOptions) -> String {
    let key = ArticleKey::of_text(&article.text);
    let writer = Writer {
        text: &article.text,
        map: OffsetMap::new(&article.text),
        source: article.metadata.url.clone().unwrap_or_else(|| key.to_urn()),
        tags: annotations.tag_set(),
        creator: options.creator.as_deref(),
    };
    let collection = Collection {
        context: (CONTEXT, Prefixes { hearsay: NAMESPACE }),
        id: key.named("collection").0,
        kind: "AnnotationCollection",
        label: article.metadata.title.as_deref(),
        total: annotations.len(),
        first: Page {
            id: key.named("page 1").0,
            kind: "AnnotationPage",
            part_of: key.named("collection").0,
            start_index: 0,
            items: annotations.iter().map(|one| writer.item(one)).collect(),
        },
    };
    // No map with keys other than strings is in the collection, so this cannot fail.
    let mut json = serde_json::to_string_pretty(&collection).unwrap_or_default();
    json.push('\n');
    json
}

struct Writer<'a> {
    text: &'a str,
    map: OffsetMap,
    source: String,
    tags: &'a TagSet,
    creator: Option<&'a str>,
}

impl<'a> Writer<'a> {
    fn item(&self, annotation: &'a Annotation) -> Item<'a> {
        let mut item = Item {
            id: &annotation.id.0,
            kind: "Annotation",
            motivation: Vec::new(),
            creator: self.creator(annotation.origin),
            created: written(annotation.created),
            modified: written(annotation.modified),
            body: Vec::new(),
            target: self.places(&annotation.target),
            origin: annotation.origin.name(),
            status: annotation.status.name(),
            tags: Vec::new(),
            check_worthiness: None,
            claim: None,
            quote: None,
        };
        match &annotation.body {
            Body::Quote(quote) => {
                item.say("classifying", format!("{} quote", quote.kind.name()));
                if let Some(speaker) = &quote.speaker {
                    item.say("identifying", speaker.clone());
                }
                // Whose words these are is the point of it, known or not.
                item.motivation = vec!["identifying", "classifying"];
                self.tag(&mut item, &quote.tags);
                item.quote = Some(self.quote(quote));
            }
            Body::Claim(claim) => {
                self.tag(&mut item, &claim.tags);
                if claim.tags.is_empty() {
                    item.motivation.push("highlighting");
                }
                if !claim.note.is_empty() {
                    item.say("commenting", claim.note.clone());
                }
                item.claim = check(claim);
                item.check_worthiness = claim.check_worthiness.filter(|value| value.is_finite());
            }
            Body::Note(note) if note.is_empty() => item.motivation.push("highlighting"),
            Body::Note(note) => item.say("commenting", note.clone()),
        }
        item
    }

    fn tag(&self, item: &mut Item<'a>, tags: &'a [TagId]) {
        for tag in tags {
            item.say("tagging", self.tags.label(tag).to_owned());
            item.tags.push(&tag.0);
        }
        // A motivation is named once, however many bodies serve it.
        item.motivation.dedup();
    }

    fn quote(&self, quote: &'a QuoteBody) -> Quote<'a> {
        Quote {
            kind: quote.kind.name(),
            reports: quote.reports.name(),
            modality: Some(quote.modality.name()).filter(|_| quote.modality != Modality::Actual),
            cue: self.places(&quote.cue),
            source: self.places(&quote.source),
            speaker: quote.speaker.as_deref(),
            evidence: quote.evidence.as_deref(),
            evidence_at: self.places(&quote.evidence_at),
            confidence: quote.confidence.filter(|value| value.is_finite()),
        }
    }

    fn places(&self, spans: &[Span]) -> Vec<Place> {
        let places = spans.iter().map(|span| {
            let found = Selectors::of_span(self.text, &self.map, *span);
            let quote = found.quote.map(|quote| Selector::TextQuoteSelector {
                exact: quote.exact,
                prefix: quote.prefix,
                suffix: quote.suffix,
            });
            let position = found
                .position
                .map(|position| Selector::TextPositionSelector {
                    start: position.start,
                    end: position.end,
                });
            Place {
                kind: "SpecificResource",
                source: self.source.clone(),
                selector: quote.into_iter().chain(position).collect(),
            }
        });
        places.collect()
    }

    fn creator(&self, origin: Origin) -> Option<Agent<'a>> {
        match origin {
            Origin::Engine => Some(Agent {
                kind: "Software",
                name: "Hearsay",
            }),
            Origin::Person => self.creator.map(|name| Agent {
                kind: "Person",
                name,
            }),
        }
    }
}

/// How far the check of a claim has come and what it came to; nothing when nobody has begun.
fn check(claim: &ClaimBody) -> Option<Claim<'_>> {
    let begun = claim.progress != Progress::ToDo
        || claim.verdict.is_some()
        || !claim.evidence.is_empty()
        || !claim.reasoning.is_empty()
        || !claim.assignee.is_empty();
    begun.then(|| Claim {
        progress: claim.progress.name(),
        verdict: claim.verdict.as_ref().map(|verdict| verdict.0.as_str()),
        reasoning: &claim.reasoning,
        assignee: &claim.assignee,
        evidence: claim
            .evidence
            .iter()
            .map(|one| Proof {
                link: &one.link,
                title: &one.title,
                excerpt: &one.excerpt,
                seen: &one.seen,
            })
            .collect(),
    })
}

fn written(at: Timestamp) -> Option<String> {
    (at != Timestamp(0)).then(|| time::format(at))
}

impl Origin {
    pub(super) const ALL: [Self; 2] = [Self::Engine, Self::Person];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Person => "person",
        }
    }
}

impl Status {
    pub(super) const ALL: [Self; 3] = [Self::Suggested, Self::Accepted, Self::Rejected];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: (&'a str, Prefixes<'a>),
    id: String,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Prefixes<'a> {
    hearsay: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'a str,
    part_of: String,
    start_index: usize,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    motivation: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Textual<'a>>,
    target: Vec<Place>,
    #[serde(rename = "hearsay:origin")]
    origin: &'a str,
    #[serde(rename = "hearsay:status")]
    status: &'a str,
    #[serde(
        rename = "hearsay:tag",
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "one_or_several"
    )]
    tags: Vec<&'a str>,
    #[serde(
        rename = "hearsay:checkWorthiness",
        skip_serializing_if = "Option::is_none"
    )]
    check_worthiness: Option<f32>,
    #[serde(rename = "hearsay:claim", skip_serializing_if = "Option::is_none")]
    claim: Option<Claim<'a>>,
    #[serde(rename = "hearsay:quote", skip_serializing_if = "Option::is_none")]
    quote: Option<Quote<'a>>,
}

impl<'a> Item<'a> {
    /// Adds a textual body and the motivation that it serves.
    fn say(&mut self, purpose: &'a str, value: String) {
        self.motivation.push(purpose);
        self.body.push(Textual {
            kind: "TextualBody",
            purpose,
            format: "text/plain",
            value,
        });
    }
}

/// A single value by itself, several as an array: in JSON-LD both mean the same, and the first is what other readers expect.
fn one_or_several<S: serde::Serializer>(values: &[&str], to: S) -> Result<S::Ok, S::Error> {
    match values {
        [value] => value.serialize(to),
        values => values.serialize(to),
    }
}

#[derive(Serialize)]
struct Agent<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Textual<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    purpose: &'a str,
    format: &'a str,
    value: String,
}

#[derive(Serialize)]
struct Place {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: Vec<Selector>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector {
        exact: String,
        prefix: String,
        suffix: String,
    },
    TextPositionSelector {
        start: u32,
        end: u32,
    },
}

#[derive(Serialize)]
struct Claim<'a> {
    #[serde(rename = "hearsay:progress")]
    progress: &'a str,
    #[serde(rename = "hearsay:verdict", skip_serializing_if = "Option::is_none")]
    verdict: Option<&'a str>,
    #[serde(rename = "hearsay:reasoning", skip_serializing_if = "str::is_empty")]
    reasoning: &'a str,
    #[serde(rename = "hearsay:assignee", skip_serializing_if = "str::is_empty")]
    assignee: &'a str,
    #[serde(rename = "hearsay:evidence", skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Proof<'a>>,
}

#[derive(Serialize)]
struct Proof<'a> {
    #[serde(rename = "hearsay:link", skip_serializing_if = "str::is_empty")]
    link: &'a str,
    #[serde(rename = "hearsay:title", skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(rename = "hearsay:excerpt", skip_serializing_if = "str::is_empty")]
    excerpt: &'a str,
    #[serde(rename = "hearsay:seen", skip_serializing_if = "str::is_empty")]
    seen: &'a str,
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "hearsay:kind")]
    kind: &'a str,
    #[serde(rename = "hearsay:reports")]
    reports: &'a str,
    #[serde(rename = "hearsay:modality", skip_serializing_if = "Option::is_none")]
    modality: Option<&'a str>,
    #[serde(rename = "hearsay:cue", skip_serializing_if = "Vec::is_empty")]
    cue: Vec<Place>,
    #[serde(rename = "hearsay:source", skip_serializing_if = "Vec::is_empty")]
    source: Vec<Place>,
    #[serde(rename = "hearsay:speaker", skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    #[serde(rename = "hearsay:evidence", skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(rename = "hearsay:evidenceAt", skip_serializing_if = "Vec::is_empty")]
    evidence_at: Vec<Place>,
    #[serde(rename = "hearsay:confidence", skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}
