//! HTML, Markdown or plain text becomes an article, with diagnostics.
//!
//! Owns the way from what a person hands in to an [`Article`]: [`decode`] bytes, [`Format::detect`], [`extract`]. Finding
//! the article among the clutter of a whole web page is done only roughly here; files and the browser are left to callers.
#![warn(missing_docs)]

#[cfg(any(feature = "docx", feature = "epub"))]
mod archive;
mod builder;
mod decode;
mod diagnostic;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "encodings")]
mod encoding;
#[cfg(feature = "epub")]
mod epub;
mod event;
mod format;
#[cfg(feature = "html")]
mod html;
mod import;
mod line;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "markdown")]
mod markdown;
mod metadata;
#[cfg(feature = "page")]
mod page;
#[cfg(any(feature = "docx", feature = "epub"))]
mod path;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod post;
mod reading;
mod survey;
#[cfg(any(feature = "docx", feature = "epub"))]
mod xml;

use hearsay_text::{Article, Metadata};

pub use decode::{
    LoadError, MAX_BYTES, MAX_FILE_BYTES, check_file_size, check_size, check_text, decode,
};
pub use diagnostic::{Diagnostic, LeftOut};
pub use event::{Event, KEPT_ATTRIBUTES, is_left_out};
pub use format::Format;
pub use import::{Hints, Progress, read};
pub use reading::{Ask, Reading, Readings};

/// What an article is extracted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// Words and line breaks.
    Plain(&'a str),
    /// Markdown (CommonMark with tables), with or without front matter.
    #[cfg(feature = "markdown")]
    Markdown(&'a str),
    /// An HTML document or a piece of one.
    #[cfg(feature = "html")]
    Html(&'a str),
    /// A document that the caller walked through: what a browser's own parser made of a page or of pasted rich text.
    Events(&'a [Event]),
}

/// The article that `source` holds, and what was left out or repaired on the way.
///
/// `known` is what the caller knows of the article (its address, the name of its file as title); what the source says
/// of itself comes first.
///
/// Never fails: a poor source gives a poorer article, and one without words an empty one with
/// [`Diagnostic::NoWords`].
///
/// ```
/// use hearsay_extract::{Source, extract};
///
/// let (article, _) = extract(Source::Plain("“No,” she said.\n\nHe left."), Default::default());
/// assert_eq!(article.blocks.len(), 2);
/// ```
#[must_use]
pub fn extract(source: Source<'_>, known: Metadata) -> (Article, Vec<Diagnostic>) {
    let (mut article, mut diagnostics) = match source {
        Source::Plain(text) => plain::extract(text),
        #[cfg(feature = "markdown")]
        Source::Markdown(text) => markdown::extract(text),
        #[cfg(feature = "html")]
        Source::Html(text) => html::extract(text),
        Source::Events(events) => builder::extract(events),
    };
    article.metadata = std::mem::take(&mut article.metadata).or(known);
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    (article, diagnostics)
}
