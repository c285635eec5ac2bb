//! W3C Web Annotation Data Model: [`export`] writes a collection in JSON-LD, [`import`] reads one back.
//!
//! Owns the shape of the files; where words are found again is left to [`crate::Selectors`].

mod export;
mod import;

pub use export::{ExportOptions, export};
pub use import::{ImportError, ImportPlan, MAX_BYTES, Orphan, Part, import};
