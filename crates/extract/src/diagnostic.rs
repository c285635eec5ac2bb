//! Owns [`Diagnostic`]: what was left out or repaired on the way, for the person to know.

use std::fmt;

/// How many names are shown where there are many.
const SHOWN: usize = 5;

/// Something about the source that a person may want to know. None of them stops the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Diagnostic {
    /// No words were found; the article is empty.
    NoWords,
    /// Elements were left out with all they hold.
    LeftOut {
        /// What they are, in the singular: `form`.
        what: LeftOut,
        /// How many.
        count: usize,
    },
    /// Hard-wrapped lines were joined to paragraphs.
    Unwrapped {
        /// How many paragraphs.
        paragraphs: usize,
    },
    /// The signature under a mail was left out.
    Signature {
        /// How many lines.
        lines: usize,
    },
    /// Changes that were tracked for review were accepted: what was added is kept, what was deleted is left out.
    Changes {
        /// How many.
        count: usize,
    },
    /// Footnotes and endnotes stand at the end.
    Notes {
        /// How many.
        count: usize,
    },
    /// Parts of the text are missing from the source or damaged.
    PartsMissing {
        /// How many.
        count: usize,
    },
    /// The source breaks off or makes no sense from some place on; what came before is kept.
    CutShort,
    /// Files that came with a mail were not read.
    Attachments {
        /// Their names, or what they are.
        names: Vec<String>,
    },
    /// A field of the front matter is not used.
    FrontMatter {
        /// Its name.
        key: String,
    },
    /// The encoding was guessed, or bytes in it stand for nothing.
    Encoding {
        /// What it was read as: `Windows-1252`.
        name: String,
        /// How many bytes, or runs of bytes, became U+FFFD.
        replaced: usize,
    },
    /// Pages of a PDF show pictures and hold no text: they were scanned, most likely.
    PagesWithoutText {
        /// Their numbers, counted from 1.
        pages: Vec<u32>,
        /// How many pages the file has.
        of: u32,
    },
    /// Pages of a PDF beyond the limit were left out.
    PagesLeftOut {
        /// The first of them.
        from: u32,
        /// How many pages the file has.
        of: u32,
    },
    /// A web page says that reading it costs money or an account, so it may hold only a part of the article.
    NotFree,
    /// Raw HTML in Markdown was dropped.
    RawHtml {
        /// How many pieces.
        count: usize,
    },
}

/// Kind of element that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Forms.
    Form,
    /// Buttons and fields.
    Control,
    /// Navigation.
    Navigation,
    /// Headers and footers of the page, and asides.
    Surroundings,
    /// Marked as not to be seen.
    Hidden,
    /// Pictures in the text, recordings, frames.
    Media,
    /// Comments of reviewers.
    Comment,
    /// Tables of contents.
    Contents,
    /// Documents of other formats inside.
    Embedded,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWords => f.write_str("no words found: the article is empty"),
            Self::LeftOut { what, count } => {
                let (one, many) = what.names();
                let name = if *count == 1 { one } else { many };
                write!(f, "{count} {name} left out")
            }
            Self::Unwrapped { paragraphs: 1 } => {
                f.write_str("lines of 1 hard-wrapped paragraph joined")
            }
            Self::Unwrapped { paragraphs } => {
                write!(f, "lines of {paragraphs} hard-wrapped paragraphs joined")
            }
            Self::Signature { lines: 1 } => f.write_str("signature of 1 line left out"),
            Self::Signature { lines } => write!(f, "signature of {lines} lines left out"),
            Self::Changes { count: 1 } => f.write_str("1 tracked change accepted"),
            Self::Changes { count } => write!(f, "{count} tracked changes accepted"),
            Self::Notes { count: 1 } => f.write_str("1 note moved to the end"),
            Self::Notes { count } => write!(f, "{count} notes moved to the end"),
            Self::PartsMissing { count: 1 } => f.write_str("1 part missing or damaged"),
            Self::PartsMissing { count } => write!(f, "{count} parts missing or damaged"),
            Self::CutShort => f.write_str("damaged: the end is missing"),
            Self::Attachments { names } => {
                let plural = if names.len() == 1 { "" } else { "s" };
                let shown = names[..names.len().min(SHOWN)].join(", ");
                write!(f, "{} attachment{plural} not read: {shown}", names.len())?;
                match names.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, " and {more} more"),
                }
            }
            Self::FrontMatter { key } => write!(f, "front matter “{key}” not used"),
            Self::Encoding { name, replaced: 0 } => write!(f, "read as {name}"),
            Self::Encoding { name, replaced } => {
                let plural = if *replaced == 1 { "" } else { "s" };
                write!(
                    f,
                    "read as {name}; {replaced} character{plural} damaged, shown as \u{fffd}"
                )
            }
            Self::PagesWithoutText { pages, of } => {
                const NAMED: usize = 10;
                let named: Vec<String> = pages.iter().take(NAMED).map(u32::to_string).collect();
                let more = pages.len().saturating_sub(NAMED);
                let (word, verb) = if pages.len() == 1 {
                    ("page", "has")
                } else {
                    ("pages", "have")
                };
                write!(f, "{word} {}", named.join(", "))?;
                if more > 0 {
                    write!(f, " and {more} more")?;
                }
                write!(
                    f,
                    " of {of} {verb} pictures and no text: text recognition (OCR) would find what they show"
                )
            }
            Self::PagesLeftOut { from, of } => {
                write!(f, "pages {from} to {of} left out: there are too many")
            }
            Self::NotFree => f.write_str(
                "the page is for subscribers: what it shows may be only part of the article",
            ),
            Self::RawHtml { count: 1 } => f.write_str("1 HTML tag in the Markdown dropped"),
            Self::RawHtml { count } => write!(f, "{count} HTML tags in the Markdown dropped"),
        }
    }
}

impl LeftOut {
    /// For one, and for several.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Form => ("form", "forms"),
            Self::Control => ("button or field", "buttons and fields"),
            Self::Navigation => ("navigation block", "navigation blocks"),
            Self::Surroundings => (
                "page header, footer or aside",
                "page headers, footers or asides",
            ),
            Self::Hidden => ("hidden element", "hidden elements"),
            Self::Media => (
                "picture, recording or frame",
                "pictures, recordings or frames",
            ),
            Self::Comment => ("comment", "comments"),
            Self::Contents => ("table of contents", "tables of contents"),
            Self::Embedded => ("embedded document", "embedded documents"),
        }
    }
}
