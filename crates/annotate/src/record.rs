//! Owns the records: versioned shapes in which a document is stored and passed between worker and page.
//!
//! They are apart from the engine's types, so that either can change alone. Spans are `[start, end]` in **bytes of the
//! canonical text**: this is an internal format, read by Hearsay only, and travels with the text it counts in. Formats
//! for others are in [`crate::w3c`].

use hearsay_text::{Article, Block, BlockKind, Inline, InlineStyle, Metadata, QuoteKind, Span};
use serde::{Deserialize, Serialize};

use crate::{
    Annotation, AnnotationId, AnnotationSet, Body, ClaimBody, EditError, Origin, QuoteBody, Status,
    Tag, TagId, TagSet, Timestamp,
};

/// Version of the records written here.
pub const VERSION: u32 = 1;

/// An article and all that was said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// What was said of it.
    pub annotations: AnnotationSet,
    /// The tags that its claims refer to.
    pub tag_set: TagSet,
}

/// A [`Document`] as stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// [`VERSION`] when written here.
    pub version: u32,
    /// The article.
    pub article: ArticleRecord,
    /// Ordered by position.
    pub annotations: Vec<AnnotationRecord>,
    /// The tags.
    pub tag_set: TagSetRecord,
}

/// The version alone: to be read first from data that may be newer than this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRecord {
    /// Version of the record it is read from.
    pub version: u32,
}

/// An [`Article`] as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// [`Metadata::title`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// [`Metadata::byline`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// [`Metadata::date`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// [`Metadata::site`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// [`Metadata::url`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// [`Metadata::language`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The canonical text.
    pub text: String,
    /// In reading order.
    pub blocks: Vec<BlockRecord>,
}

/// Bytes of the canonical text: start and end, the end exclusive.
pub type SpanRecord = [u32; 2];

/// A [`Block`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// What it is.
    pub kind: BlockKindRecord,
    /// Its words.
    pub span: SpanRecord,
    /// Styled runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inlines: Vec<InlineRecord>,
}

/// A [`BlockKind`] as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the kind of that name")]
pub enum BlockKindRecord {
    Heading(u8),
    Paragraph,
    ListItem { ordered: bool, depth: u8 },
    BlockQuote,
    Caption,
    Post,
    TableCell { header: bool, starts_row: bool },
    Preformatted,
}

/// An [`Inline`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineRecord {
    /// The words.
    pub span: SpanRecord,
    /// How they are set.
    pub style: InlineStyleRecord,
}

/// An [`InlineStyle`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is the style of that name")]
pub enum InlineStyleRecord {
    Emphasis,
    Strong,
    Code,
    Link(String),
}

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
        /// The words that attribute.
        cue: Vec<SpanRecord>,
        /// The mention of who speaks.
        source: Vec<SpanRecord>,
        /// Who the source resolves to.
        speaker: Option<String>,
        /// What the resolution rests on.
        evidence: Option<String>,
        /// The engine's probability.
        confidence: Option<f32>,
    },
    /// [`Body::Claim`].
    Claim {
        /// A tag of the tag set.
        tag: String,
        /// The person's note; empty for none.
        note: String,
    },
    /// [`Body::Note`].
    Note(String),
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

/// A [`TagSet`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagSetRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// In the order offered.
    pub tags: Vec<TagRecord>,
}

/// A [`Tag`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub label: String,
    /// What is tagged with it.
    pub description: String,
    /// Key that gives it.
    pub key: Option<char>,
    /// Place in the palette.
    pub color: u8,
}

/// Why a record cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// A newer Hearsay wrote it.
    #[error(
        "this document was saved by a newer Hearsay (format {found}, this one reads up to {VERSION}); update Hearsay to open it"
    )]
    Newer {
        /// Version of the record.
        found: u32,
    },
    /// It is not a record of this shape.
    #[error("this is no document of Hearsay: {reason}")]
    Unreadable {
        /// What the parser says, with line and column where it knows them.
        reason: String,
    },
    /// A block lies outside the text, cuts a character, is empty, or overlaps the one before.
    #[error("block {index} points at bytes {start} to {end}, which is no place for it in a text of {length} bytes; the document is damaged", index = .index + 1)]
    BadBlock {
        /// Of the block, from 0.
        index: usize,
        /// First byte.
        start: u32,
        /// End.
        end: u32,
        /// Of the text, in bytes.
        length: usize,
    },
    /// An annotation points outside the text or cuts a character.
    #[error(
        "annotation {id} points at bytes {start} to {end}, which are no words of a text of {length} bytes; the document is damaged"
    )]
    BadSpan {
        /// Of the annotation.
        id: String,
        /// First byte.
        start: u32,
        /// End.
        end: u32,
        /// Of the text, in bytes.
        length: usize,
    },
    /// A quote is of no known kind.
    #[error("annotation {id} is a quote of kind “{kind}”; known are direct, indirect and mixed")]
    BadKind {
        /// Of the annotation.
        id: String,
        /// What the record says.
        kind: String,
    },
    /// The annotations make no set: two have one id, or one points at nothing.
    #[error("{0}; the document is damaged")]
    BadSet(#[from] EditError),
}

impl VersionRecord {
    /// Whether this program reads that version.
    ///
    /// # Errors
    ///
    /// [`RecordError::Newer`].
    pub const fn check(self) -> Result<(), RecordError> {
        if self.version > VERSION {
            let found = self.version;
            return Err(RecordError::Newer { found });
        }
        Ok(())
    }
}

impl Document {
    /// The document as stored.
    #[must_use]
    pub fn to_record(&self) -> DocumentRecord {
        DocumentRecord {
            version: VERSION,
            article: ArticleRecord::from(&self.article),
            annotations: self
                .annotations
                .iter()
                .map(AnnotationRecord::from)
                .collect(),
            tag_set: TagSetRecord::from(&self.tag_set),
        }
    }

    /// The document that `record` holds.
    ///
    /// # Errors
    ///
    /// [`RecordError`] when the record is newer than this program or damaged; it names the annotation at fault.
    pub fn from_record(record: DocumentRecord) -> Result<Self, RecordError> {
        let version = record.version;
        VersionRecord { version }.check()?;
        let article = record.article.into_article()?;
        let annotations = record
            .annotations
            .into_iter()
            .map(|annotation| annotation.into_annotation(&article.text))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            article,
            annotations: AnnotationSet::from_annotations(annotations)?,
            tag_set: record.tag_set.into_tag_set(),
        })
    }
}

impl DocumentRecord {
    /// The record as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // No map with keys other than strings is in the record, so this cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The record in `json`. The version is looked at first, so that data of a newer Hearsay is named as such.
    ///
    /// # Errors
    ///
    /// [`RecordError::Newer`] or [`RecordError::Unreadable`].
    pub fn from_json(json: &str) -> Result<Self, RecordError> {
        let unreadable = |error: serde_json::Error| RecordError::Unreadable {
            reason: error.to_string(),
        };
        let version: VersionRecord = serde_json::from_str(json).map_err(unreadable)?;
        version.check()?;
        serde_json::from_str(json).map_err(unreadable)
    }
}

impl From<&Article> for ArticleRecord {
    fn from(article: &Article) -> Self {
        let metadata = article.metadata.clone();
        Self {
            title: metadata.title,
            byline: metadata.byline,
            date: metadata.date,
            site: metadata.site,
            url: metadata.url,
            language: metadata.language,
            text: article.text.clone(),
            blocks: article.blocks.iter().map(BlockRecord::from).collect(),
        }
    }
}

impl ArticleRecord {
    /// The article.
    ///
    /// # Errors
    ///
    /// [`RecordError::BadBlock`] when a block or a styled run lies outside the text or cuts a character, or a block is
    /// empty or overlaps the one before.
    pub fn into_article(self) -> Result<Article, RecordError> {
        let Self { text, blocks, .. } = self;
        let mut end = 0;
        let mut checked = Vec::with_capacity(blocks.len());
        for (index, block) in blocks.into_iter().enumerate() {
            let span = span_in(&text, block.span).filter(|span| span.start >= end);
            let inlines: Option<Vec<Inline>> = block
                .inlines
                .into_iter()
                .map(|inline| {
                    let run = span_in(&text, inline.span)?;
                    span?.encloses(run).then(|| Inline {
                        span: run,
                        style: inline.style.into(),
                    })
                })
                .collect();
            let (Some(span), Some(inlines)) = (span, inlines) else {
                let [start, end] = block.span;
                let length = text.len();
                return Err(RecordError::BadBlock {
                    index,
                    start,
                    end,
                    length,
                });
            };
            end = span.end;
            checked.push(Block {
                kind: block.kind.into(),
                span,
                inlines,
            });
        }
        Ok(Article {
            metadata: Metadata {
                title: self.title,
                byline: self.byline,
                date: self.date,
                site: self.site,
                url: self.url,
                language: self.language,
            },
            text,
            blocks: checked,
        })
    }
}

impl From<&Block> for BlockRecord {
    fn from(block: &Block) -> Self {
        Self {
            kind: block.kind.into(),
            span: record_of(block.span),
            inlines: block
                .inlines
                .iter()
                .map(|inline| InlineRecord {
                    span: record_of(inline.span),
                    style: (&inline.style).into(),
                })
                .collect(),
        }
    }
}

impl From<BlockKind> for BlockKindRecord {
    fn from(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Heading(level) => Self::Heading(level),
            BlockKind::Paragraph => Self::Paragraph,
            BlockKind::ListItem { ordered, depth } => Self::ListItem { ordered, depth },
            BlockKind::BlockQuote => Self::BlockQuote,
            BlockKind::Caption => Self::Caption,
            BlockKind::Post => Self::Post,
            BlockKind::TableCell { header, starts_row } => Self::TableCell { header, starts_row },
            BlockKind::Preformatted => Self::Preformatted,
        }
    }
}

impl From<BlockKindRecord> for BlockKind {
    fn from(kind: BlockKindRecord) -> Self {
        match kind {
            BlockKindRecord::Heading(level) => Self::Heading(level),
            BlockKindRecord::Paragraph => Self::Paragraph,
            BlockKindRecord::ListItem { ordered, depth } => Self::ListItem { ordered, depth },
            BlockKindRecord::BlockQuote => Self::BlockQuote,
            BlockKindRecord::Caption => Self::Caption,
            BlockKindRecord::Post => Self::Post,
            BlockKindRecord::TableCell { header, starts_row } => {
                Self::TableCell { header, starts_row }
            }
            BlockKindRecord::Preformatted => Self::Preformatted,
        }
    }
}

impl From<&InlineStyle> for InlineStyleRecord {
    fn from(style: &InlineStyle) -> Self {
        match style {
            InlineStyle::Emphasis => Self::Emphasis,
            InlineStyle::Strong => Self::Strong,
            InlineStyle::Code => Self::Code,
            InlineStyle::Link(address) => Self::Link(address.clone()),
        }
    }
}

impl From<InlineStyleRecord> for InlineStyle {
    fn from(style: InlineStyleRecord) -> Self {
        match style {
            InlineStyleRecord::Emphasis => Self::Emphasis,
            InlineStyleRecord::Strong => Self::Strong,
            InlineStyleRecord::Code => Self::Code,
            InlineStyleRecord::Link(address) => Self::Link(address),
        }
    }
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
                    cue: records(&quote.cue),
                    source: records(&quote.source),
                    speaker: quote.speaker.clone(),
                    evidence: quote.evidence.clone(),
                    confidence: quote.confidence,
                },
                Body::Claim(claim) => BodyRecord::Claim {
                    tag: claim.tag.0.clone(),
                    note: claim.note.clone(),
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
                cue,
                source,
                speaker,
                evidence,
                confidence,
            } => Body::Quote(QuoteBody {
                kind: QuoteKind::from_name(&kind).ok_or_else(|| RecordError::BadKind {
                    id: id.clone(),
                    kind,
                })?,
                cue: spans(cue)?,
                source: spans(source)?,
                speaker,
                evidence,
                confidence,
            }),
            BodyRecord::Claim { tag, note } => Body::Claim(ClaimBody {
                tag: TagId(tag),
                note,
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

impl From<&TagSet> for TagSetRecord {
    fn from(set: &TagSet) -> Self {
        Self {
            id: set.id.clone(),
            name: set.name.clone(),
            tags: set
                .tags
                .iter()
                .map(|tag| TagRecord {
                    id: tag.id.0.clone(),
                    label: tag.label.clone(),
                    description: tag.description.clone(),
                    key: tag.key,
                    color: tag.color,
                })
                .collect(),
        }
    }
}

impl TagSetRecord {
    /// The tag set.
    #[must_use]
    pub fn into_tag_set(self) -> TagSet {
        let tags = self.tags.into_iter();
        TagSet {
            id: self.id,
            name: self.name,
            tags: tags
                .map(|tag| Tag {
                    id: TagId(tag.id),
                    label: tag.label,
                    description: tag.description,
                    key: tag.key,
                    color: tag.color,
                })
                .collect(),
        }
    }
}

const fn record_of(span: Span) -> SpanRecord {
    [span.start, span.end]
}

/// The span of `record`, if it is not empty, lies in `text` and cuts no character.
fn span_in(text: &str, [start, end]: SpanRecord) -> Option<Span> {
    let words = text.get(start as usize..end as usize)?;
    (!words.is_empty()).then_some(Span::new(start, end))
}
