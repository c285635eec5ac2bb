//! Finds and attributes quotes, and resolves their speakers: [`analyze()`].
//!
//! Owns everything between an article and its quotes but the network itself, which is `hearsay-model`: features and
//! chunks go into it, labels and links come out and are assembled with the quotation marks and the blocks of the
//! article. Each stage can be had alone, see [`stages`].
#![warn(missing_docs)]

mod according;
mod acronyms;
mod analyze;
mod antecedent;
mod assemble;
mod attach;
pub mod chunk;
mod edges;
pub mod features;
mod floating;
mod gender;
mod handles;
mod index;
mod kind;
pub mod language;
mod languages;
mod lists;
pub mod marks;
mod mention;
mod modality;
mod name_groups;
mod name_runs;
mod name_words;
mod names;
mod nouns;
mod order;
mod paragraphs;
mod pieces;
mod posts;
mod quote;
mod report_words;
mod reports;
mod resolve;
mod roles;
mod split;
pub mod tag;
mod turns;
mod words;

pub use analyze::{Analysis, Stages, analyze, analyze_with, stages};
pub use assemble::{Options, assemble};
pub use hearsay_text::{Modality, QuoteKind, ReportKind};
pub use quote::{DEFAULT_THRESHOLD, Evidence, Quote, Speaker};
pub use resolve::resolve;
