//! What changed from one version of an article to the next: quotes first, then title and dates, then the text.
//!
//! Owns what counts as a change. That nobody takes the engine's second thoughts for a change of the article is its main
//! business: words that both texts have are neither added nor removed, whatever the engine made of them.

mod blocks;
mod pieces;
mod quotes;

use hearsay_text::{Article, QuoteKind, Span};

use crate::{Annotation, AnnotationId, AnnotationSet, Rebase};

pub use pieces::{Difference, Piece, word_changes};

/// A version of an article, as it is compared.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// The article.
    pub article: &'a Article,
    /// All that was said of it.
    pub annotations: &'a AnnotationSet,
    /// Which of its quotes count: those that a reader is shown.
    pub shown: &'a dyn Fn(&Annotation) -> bool,
}

/// What changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What changed in quotes, in the order of the new version.
    pub quotes: Vec<QuoteChange>,
    /// What changed of what the article says of itself.
    pub fields: Vec<FieldChange>,
    /// What changed in the text, in the order of the new version.
    pub blocks: Vec<BlockChange>,
}

/// A quote that was added, removed or changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuoteChange {
    /// The quote in the old version; `None` when it was added.
    pub old: Option<QuoteSide>,
    /// The quote in the new version; `None` when it was removed.
    pub new: Option<QuoteSide>,
    /// Whether its words are others.
    pub reworded: bool,
    /// Whether somebody else says it, or the words that attribute it are others.
    pub reattributed: bool,
    /// Whether it is verbatim in one version and reported in the other.
    pub kind_changed: bool,
    /// Whether it stands elsewhere in the order of the article.
    pub moved: bool,
    /// Its words in both versions, with what was taken out and put in.
    pub words: Vec<Piece>,
}

/// A quote in one version.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteSide {
    /// The annotation; `None` where the words stand and are no quote any more, or yet.
    pub id: Option<AnnotationId>,
    /// Where its words stand.
    pub at: Vec<Span>,
    /// Its words, pieces joined by ` … `.
    pub words: String,
    /// Who says it.
    pub speaker: Option<String>,
    /// The mention of who says it, as printed.
    pub source: String,
    /// The words that attribute it, as printed.
    pub cue: String,
    /// Verbatim, reported or both; `None` where it is no quote.
    pub kind: Option<QuoteKind>,
}

/// Something that an article says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its headline.
    Title,
    /// Its author line.
    Byline,
    /// Its date of publication.
    Date,
    /// Its date of the last change.
    Modified,
}

/// Something that an article says of itself otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// What.
    pub field: Field,
    /// Before.
    pub old: Option<String>,
    /// Now.
    pub new: Option<String>,
}

/// A block that was added, removed, changed or moved.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockChange {
    /// Position of the block in the old article; `None` when it was added.
    pub old: Option<usize>,
    /// Position of the block in the new article; `None` when it was removed.
    pub new: Option<usize>,
    /// Whether it stands elsewhere in the order of the article.
    pub moved: bool,
    /// Its words in both versions, with what was taken out and put in.
    pub pieces: Vec<Piece>,
}

/// Compares two versions of an article; `rebase` is that of their texts.
#[must_use]
pub fn compare(old: Version<'_>, new: Version<'_>, rebase: &Rebase) -> Comparison {
    let back = Rebase::new(&new.article.text, &old.article.text);
    Comparison {
        quotes: quotes::compare(old, new, rebase, &back),
        fields: fields(old.article, new.article),
        blocks: blocks::compare(old.article, new.article, rebase, &back),
    }
}

fn fields(old: &Article, new: &Article) -> Vec<FieldChange> {
    let (a, b) = (&old.metadata, &new.metadata);
    let fields = [
        (Field::Title, &a.title, &b.title),
        (Field::Byline, &a.byline, &b.byline),
        (Field::Date, &a.date, &b.date),
        (Field::Modified, &a.modified, &b.modified),
    ];
    fields
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| FieldChange {
            field,
            old: old.clone(),
            new: new.clone(),
        })
        .collect()
}

impl Comparison {
    /// Whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.quotes.is_empty() && self.fields.is_empty() && self.blocks.is_empty()
    }
}
