//! Owns the stored shape of an annotation.

use hearsay_text::{Modality, QuoteKind, ReportKind, Span};
use serde::{Deserialize, Serialize};

use super::{RecordError, SpanRecord, record_of, span_in};
use crate::{
    Annotation, AnnotationId, Body, ClaimBody, Evidence, Origin, Progress, QuoteBody, Status,
    TagId, Timestamp, VerdictId,
};

/// An [`Annotation`] as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnnotationRecord {
    /// A URI.
    pub id: String,
    /// The words annotated.
    pub target: Vec<SpanRecord>,
    /// What is said of them.
    pub body: BodyRecord,
    /// Who made it.
    pub origin: OriginRecord,
    /// What a person decided.
    pub status: StatusRecord,
    /// Milliseconds since 1970-01-01T00:00:00Z; 0 for a suggestion.
    pub created: u64,
    /// As `created`.
    pub modified: u64,
}

/// A [`Body`] as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyRecord {
    /// [`Body::Quote`].
    Quote {
        /// [`QuoteKind::name`].
        kind: String,
        /// [`ReportKind::name`]; documents from before it was told apart have none, and mean speech.
        #[serde(default)]
        reports: Option<String>,
        /// [`Modality::name`]; none for what happened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        modality: Option<String>,
        /// The words that attribute.
        cue: Vec<SpanRecord>,
        /// The mention of who speaks.
        source: Vec<SpanRecord>,
        /// Who the source resolves to.
        speaker: Option<String>,
        /// What the resolution rests on.
        evidence: Option<String>,
        /// The words that the resolution rests on.
        #[serde(default)]
        evidence_at: Vec<SpanRecord>,
        /// Tags of the tag set.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tags: Vec<String>,
        /// The engine's probability.
        confidence: Option<f32>,
    },
    /// [`Body::Claim`].
    Claim {
        /// A tag of the tag set: the first it has; empty for none.
        tag: String,
        /// Its further tags.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        more_tags: Vec<String>,
        /// A verdict of the tag set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        verdict: Option<String>,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reasoning: String,
        /// What the verdict rests on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<EvidenceRecord>,
        /// [`Progress::name`]; none for *to do*.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        progress: Option<String>,
        /// Who checks it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        assignee: String,
        /// The person's note; empty for none.
        note: String,
        /// The engine's probability that it is worth checking.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        check_worthiness: Option<f32>,
    },
    /// [`Body::Note`].
    Note(String),
}

/// An [`Evidence`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRecord {
    /// Where it is.
    #[serde(default)]
    pub link: String,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// The words that count.
    #[serde(default)]
    pub excerpt: String,
    /// The day on which it was seen.
    #[serde(default)]
    pub seen: String,
}

/// An [`Origin`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the origin of that name")]
pub enum OriginRecord {
    Engine,
    Person,
}

/// A [`Status`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the status of that name")]
pub enum StatusRecord {
    Suggested,
    Accepted,
    Rejected,
}

impl From<&Annotation> for AnnotationRecord {
    fn from(annotation: &Annotation) -> Self {
        let records = |spans: &[Span]| spans.iter().copied().map(record_of).collect();
        Self {
            id: annotation.id.0.clone(),
            target: records(&annotation.target),
            body: match &annotation.body {
                Body::Quote(quote) => BodyRecord::Quote {
                    kind: quote.kind.name().into(),
                    reports: Some(quote.reports.name().into()),
                    modality: Some(quote.modality)
                        .filter(|modality| *modality != Modality::Actual)
                        .map(|modality| modality.name().into()),
                    cue: records(&quote.cue),
                    source: records(&quote.source),
                    speaker: quote.speaker.clone(),
                    evidence: quote.evidence.clone(),
                    evidence_at: records(&quote.evidence_at),
                    tags: quote.tags.iter().map(|tag| tag.0.clone()).collect(),
                    confidence: quote.confidence,
                },
                Body::Claim(claim) => BodyRecord::Claim {
                    tag: claim
                        .main_tag()
                        .map_or_else(String::new, |tag| tag.0.clone()),
                    more_tags: claim.tags.iter().skip(1).map(|tag| tag.0.clone()).collect(),
                    verdict: claim.verdict.as_ref().map(|verdict| verdict.0.clone()),
                    reasoning: claim.reasoning.clone(),
                    evidence: claim
                        .evidence
                        .iter()
                        .map(|evidence| EvidenceRecord {
                            link: evidence.link.clone(),
                            title: evidence.title.clone(),
                            excerpt: evidence.excerpt.clone(),
                            seen: evidence.seen.clone(),
                        })
                        .collect(),
                    progress: Some(claim.progress)
                        .filter(|progress| *progress != Progress::ToDo)
                        .map(|progress| progress.name().into()),
                    assignee: claim.assignee.clone(),
                    note: claim.note.clone(),
                    check_worthiness: claim.check_worthiness,
                },
                Body::Note(note) => BodyRecord::Note(note.clone()),
            },
            origin: match annotation.origin {
                Origin::Engine => OriginRecord::Engine,
                Origin::Person => OriginRecord::Person,
            },
            status: match annotation.status {
                Status::Suggested => StatusRecord::Suggested,
                Status::Accepted => StatusRecord::Accepted,
                Status::Rejected => StatusRecord::Rejected,
            },
            created: annotation.created.0,
            modified: annotation.modified.0,
        }
    }
}

impl AnnotationRecord {
    /// The annotation, of the article whose canonical text is `text`.
    ///
    /// # Errors
    ///
    /// [`RecordError::BadSpan`] or [`RecordError::BadKind`].
    pub fn into_annotation(self, text: &str) -> Result<Annotation, RecordError> {
        let id = self.id;
        let spans = |records: Vec<SpanRecord>| -> Result<Vec<Span>, RecordError> {
            records
                .into_iter()
                .map(|record @ [start, end]| {
                    span_in(text, record).ok_or_else(|| RecordError::BadSpan {
                        id: id.clone(),
                        start,
                        end,
                        length: text.len(),
                    })
                })
                .collect()
        };
        let target = spans(self.target)?;
        let body = match self.body {
            BodyRecord::Quote {
                kind,
                reports,
                modality,
                cue,
                source,
                speaker,
                evidence,
                evidence_at,
                tags,
                confidence,
            } => Body::Quote(QuoteBody {
                kind: QuoteKind::from_name(&kind).ok_or_else(|| RecordError::BadKind {
                    id: id.clone(),
                    kind,
                })?,
                // A name from a newer Hearsay is no reason to refuse the document.
                reports: reports
                    .and_then(|name| ReportKind::from_name(&name))
                    .unwrap_or_default(),
                modality: modality
                    .and_then(|name| Modality::from_name(&name))
                    .unwrap_or_default(),
                cue: spans(cue)?,
                source: spans(source)?,
                speaker,
                evidence,
                evidence_at: spans(evidence_at)?,
                tags: tags.into_iter().map(TagId).collect(),
                confidence,
            }),
            BodyRecord::Claim {
                tag,
                more_tags,
                verdict,
                reasoning,
                evidence,
                progress,
                assignee,
                note,
                check_worthiness,
            } => Body::Claim(ClaimBody {
                tags: Some(tag)
                    .into_iter()
                    .chain(more_tags)
                    .filter(|tag| !tag.is_empty())
                    .map(TagId)
                    .collect(),
                verdict: verdict.map(VerdictId),
                reasoning,
                evidence: evidence
                    .into_iter()
                    .map(|evidence| Evidence {
                        link: evidence.link,
                        title: evidence.title,
                        excerpt: evidence.excerpt,
                        seen: evidence.seen,
                    })
                    .collect(),
                progress: progress
                    .and_then(|name| Progress::from_name(&name))
                    .unwrap_or_default(),
                assignee,
                note,
                check_worthiness,
            }),
            BodyRecord::Note(note) => Body::Note(note),
        };
        Ok(Annotation {
            target,
            body,
            origin: match self.origin {
                OriginRecord::Engine => Origin::Engine,
                OriginRecord::Person => Origin::Person,
            },
            status: match self.status {
                StatusRecord::Suggested => Status::Suggested,
                StatusRecord::Accepted => Status::Accepted,
                StatusRecord::Rejected => Status::Rejected,
            },
            created: Timestamp(self.created),
            modified: Timestamp(self.modified),
            id: AnnotationId(id),
        })
    }
}
