//! Annotations, tag sets, edits and undo, selectors, and the formats they travel in.
//!
//! Owns what people and the engine say about an article. Finding quotes is left to `hearsay-quotes`, storing and
//! showing to the app. Nothing here asks the time or draws a random number: [`Timestamp`]s and the bytes of new ids are
//! handed in.
#![warn(missing_docs)]

pub mod agreement;
mod annotation;
mod cast;
pub mod compare;
mod edit;
mod history;
mod id;
mod migrate;
mod nesting;
mod order;
mod rebase;
pub mod record;
mod selector;
mod set;
mod suggestions;
mod tag_set;
mod tagged;
mod time;
pub mod w3c;

pub use annotation::{
    Annotation, AnnotationId, Body, ClaimBody, Evidence, Origin, Progress, QuoteBody, Status,
    TagId, Timestamp, VerdictId,
};
pub use cast::{Cast, Profile};
pub use edit::{Edit, EditError, apply_all};
pub use history::History;
pub use id::ArticleKey;
pub use migrate::{Becomes, Mapping, Migration, fit_suggestions, migrate};
pub use rebase::{FLOOR, Mapped, Rebase, Rebased};
pub use selector::{Selectors, TextPositionSelector, TextQuoteSelector};
pub use set::{AnnotationSet, Annotations};
pub use suggestions::{MergeReport, is_touched, merge_suggestions};
pub use tag_set::{
    Applies, FILE_ENDING, MAX_DESCRIPTION, MAX_FILE_BYTES, MAX_LABEL, MAX_TAGS, PALETTE, Part,
    Problem, RESERVED_KEYS, Tag, TagSet, TagSetError, TagSetFileError, Verdict,
};
