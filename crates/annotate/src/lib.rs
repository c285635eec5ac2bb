//! Annotations, tag sets, edits and undo, selectors, and the formats they travel in.
//!
//! Owns what people and the engine say about an article. Finding quotes is left to `hearsay-quotes`, storing and
//! showing to the app.
#![warn(missing_docs)]

mod annotation;

pub use annotation::{
    Annotation, AnnotationId, Body, ClaimBody, Origin, QuoteBody, Status, TagId, Timestamp,
};
