//! Articles, blocks, spans and the maps between their offsets; tokens and sentences.
//!
//! This crate owns the one coordinate system of Hearsay: byte offsets into an article's
//! canonical text ([`Span`]). UTF-16 units and Unicode code points exist only behind
//! [`OffsetMap`], for the DOM and for exported formats. Reading files and markup is left to
//! `hearsay-extract`; finding quotes is left to `hearsay-quotes`.
#![warn(missing_docs)]

mod article;
mod offset_map;
mod quote_kind;
mod report;
mod sentence;
mod span;
mod token;

pub use article::{
    Article, ArticleBuilder, Block, BlockKind, Inline, InlineStyle, Landmark, Metadata, Place,
    Post, Provenance,
};
pub use offset_map::{CodePointOffset, OffsetMap, Utf16Offset};
pub use quote_kind::QuoteKind;
pub use report::{Modality, ReportKind};
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
