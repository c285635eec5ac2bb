//! Finds and attributes quotes, and resolves their speakers: [`analyze`].
#![warn(missing_docs)]

pub mod chunk;
pub mod features;
mod quote;

pub use hearsay_text::QuoteKind;
pub use quote::{Evidence, Quote, Speaker};
