//! Owns [`Readings`]: what became of a source, and what the person is to be asked about it.

use hearsay_text::Article;

use crate::Diagnostic;

/// One way to read a source as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What tells it from the other readings, for a person who chooses: *The article*, *The whole page*, *Chapter 3: The
    /// Flood*.
    pub label: String,
    /// The article.
    pub article: Article,
    /// What was left out or repaired on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// The readings of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings {
    /// The best guess: what to open when nobody can be asked.
    pub first: Reading,
    /// The others, in the order to be offered.
    pub others: Vec<Reading>,
    /// Why a person should choose; `None` when the first is plainly right.
    pub ask: Option<Ask>,
}

/// Why a person should choose between readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// It is not sure what on the page is the article.
    WhichIsTheArticle,
    /// A book: its chapters are articles of their own.
    WhichChapter,
}

impl Readings {
    /// A source with one reading.
    #[must_use]
    pub const fn one(article: Article, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            first: Reading {
                label: String::new(),
                article,
                diagnostics,
            },
            others: Vec::new(),
            ask: None,
        }
    }

    /// All readings, the best guess first.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Reading> {
        std::iter::once(&mut self.first).chain(&mut self.others)
    }
}
