//! Owns [`Diagnostic`]: what was left out or repaired on the way, for the person to know.

use std::fmt;

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
    /// Elements were nested deeper than is kept apart; their words are there, their nesting is not.
    TooDeep {
        /// Deepest nesting that is kept apart.
        limit: usize,
    },
    /// Hard-wrapped lines were joined to paragraphs.
    Unwrapped {
        /// How many paragraphs.
        paragraphs: usize,
    },
    /// A line of the front matter was not understood and is not in the article.
    FrontMatter {
        /// The line, from 1.
        line: usize,
    },
    /// Raw HTML in Markdown was dropped.
    RawHtml {
        /// How many pieces.
        count: usize,
    },
}

/// Kind of element that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Forms and what people fill in.
    Form,
    /// Navigation.
    Navigation,
    /// Headers and footers of the page, and asides.
    Surroundings,
    /// Marked as not to be seen.
    Hidden,
    /// Pictures in the text, recordings, frames.
    Media,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWords => f.write_str("no words found: the article is empty"),
            Self::LeftOut { what, count } => {
                let name = what.name();
                let plural = if *count == 1 { "" } else { "s" };
                write!(f, "{count} {name}{plural} left out")
            }
            Self::TooDeep { limit } => {
                write!(
                    f,
                    "nested more than {limit} deep: the words are kept, the deeper nesting is not"
                )
            }
            Self::Unwrapped { paragraphs: 1 } => {
                f.write_str("lines of 1 hard-wrapped paragraph joined")
            }
            Self::Unwrapped { paragraphs } => {
                write!(f, "lines of {paragraphs} hard-wrapped paragraphs joined")
            }
            Self::FrontMatter { line } => {
                write!(
                    f,
                    "line {line} of the front matter not understood and left out"
                )
            }
            Self::RawHtml { count: 1 } => f.write_str("1 HTML tag in the Markdown dropped"),
            Self::RawHtml { count } => write!(f, "{count} HTML tags in the Markdown dropped"),
        }
    }
}

impl LeftOut {
    const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Navigation => "navigation block",
            Self::Surroundings => "page header, footer or aside",
            Self::Hidden => "hidden element",
            Self::Media => "picture, recording or frame",
        }
    }
}
