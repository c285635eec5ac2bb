//! Owns the records: versioned shapes in which a document is stored and passed between worker and page.
//!
//! They are apart from the engine's types, so that either can change alone. Spans are `[start, end]` in **bytes of the
//! canonical text**: this is an internal format, read by Hearsay only, and travels with the text it counts in. Formats
//! for others are in [`crate::w3c`].

mod annotation;
mod article;
mod cast;
mod tag_set;

use hearsay_text::{Article, Span};
use serde::{Deserialize, Serialize};

use crate::{AnnotationSet, EditError};

pub use annotation::{AnnotationRecord, BodyRecord, EvidenceRecord, OriginRecord, StatusRecord};
pub use article::{
    ArticleRecord, BlockKindRecord, BlockRecord, InlineRecord, InlineStyleRecord, LandmarkRecord,
    PlaceRecord, PostRecord, ProvenanceRecord,
};
pub use cast::ProfileRecord;
pub use tag_set::{TagRecord, TagSetRecord, VerdictRecord};

/// Version of the records written here. 2 has several tags, verdicts with what they rest on, and profiles of speakers; what
/// reads it reads 1 as well.
pub const VERSION: u32 = 2;

/// An article and all that was said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// What was said of it, with the tags and speakers that it refers to.
    pub annotations: AnnotationSet,
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
    /// What is known of the speakers, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cast: Vec<ProfileRecord>,
}

/// The version alone: to be read first from data that may be newer than this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRecord {
    /// Version of the record it is read from.
    pub version: u32,
}

/// Bytes of the canonical text: start and end, the end exclusive.
pub type SpanRecord = [u32; 2];

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
            tag_set: TagSetRecord::from(self.annotations.tag_set()),
            cast: self
                .annotations
                .cast()
                .iter()
                .map(ProfileRecord::of)
                .collect(),
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
        let mut annotations = AnnotationSet::from_annotations(annotations)?;
        annotations.set_tag_set(record.tag_set.into_tag_set().renewed());
        for profile in record.cast {
            let (speaker, profile) = profile.into_profile();
            annotations.describe(&speaker, Some(profile));
        }
        Ok(Self {
            article,
            annotations,
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

const fn record_of(span: Span) -> SpanRecord {
    [span.start, span.end]
}

/// The span of `record`, if it is not empty, lies in `text` and cuts no character.
fn span_in(text: &str, [start, end]: SpanRecord) -> Option<Span> {
    let words = text.get(start as usize..end as usize)?;
    (!words.is_empty()).then_some(Span::new(start, end))
}
