//! W3C Web Annotation Data Model: [`export`] writes a collection in JSON-LD, [`import`] reads one back.
//!
//! Owns the shape of the files; where words are found again is left to [`crate::Selectors`].
//!
//! # Shape
//!
//! An `AnnotationCollection` with one embedded `AnnotationPage`. Every target and every part of a quote is a specific
//! resource with a `TextQuoteSelector` and a `TextPositionSelector`; positions count **Unicode code points** of the
//! canonical text (section 4.2.5). An annotation of several spans has several targets, in the order of the text.
//! The source of a target is the article's address, or for want of one a URN made of its text.
//!
//! | annotation | motivation | bodies |
//! |---|---|---|
//! | quote | `identifying` (whose words these are), `classifying` | the kind (`direct quote`) for `classifying`; the speaker for `identifying` |
//! | claim | `tagging`; with a note also `commenting` | the tag's label for `tagging`; the note for `commenting` |
//! | note | `commenting`; without words `highlighting` | the note for `commenting` |
//!
//! So other tools show something sensible. What the model has no words for is said in terms of our own, on the
//! annotation rather than in a body, because a body must be a resource or text (section 3.2). [`NAMESPACE`] names them:
//!
//! - `hearsay:origin`: `engine` or `person`; `hearsay:status`: `suggested`, `accepted` or `rejected`;
//! - `hearsay:tag`: of a claim or quote, the names of its tags in their set; `hearsay:claim`: of a claim that somebody works on,
//!   an object with `hearsay:progress` (`to-do`, `in-progress`, `done`), `hearsay:verdict` (its name in the tag set),
//!   `hearsay:reasoning`, `hearsay:assignee` and `hearsay:evidence`, a list of objects with `hearsay:link`, `hearsay:title`,
//!   `hearsay:excerpt` and `hearsay:seen` (a date); `hearsay:checkWorthiness`: the engine's probability that it is
//!   worth checking, 0 to 1;
//! - `hearsay:quote`: of a quote, an object with `hearsay:kind` (`direct`, `indirect`, `mixed`), `hearsay:reports`
//!   (`speech`, `writing`, `thought`, `stance`, `evidence`), `hearsay:modality` (`negated`, `hypothetical`; none for what
//!   happened), `hearsay:cue`, `hearsay:source` and `hearsay:evidenceAt` (lists of specific resources; the last are the words
//!   that the speaker was told by), `hearsay:speaker`, `hearsay:evidence`, `hearsay:confidence` (0 to 1).

mod export;
mod import;
mod read;

pub use export::{ExportOptions, export};
pub use import::{ImportPlan, Orphan, Part, import};
pub use read::{ImportError, MAX_BYTES};

/// The context of the Web Annotation vocabulary.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Namespace of our own terms, version 1. A UUID because the project owns no domain to promise anything about.
pub const NAMESPACE: &str = "urn:uuid:0b7a6c7e-52b4-4d0e-9c43-6f1f3f6f2a10#";
