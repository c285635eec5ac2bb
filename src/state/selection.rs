//! Owns what is chosen in the open article.

use hearsay_annotate::AnnotationId;
use hearsay_text::Span;

/// What is chosen in the open article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The annotation looked at: its cue and source show, its card and its marks stand out.
    pub focused: Option<AnnotationId>,
    /// Where the focus came from, so that the other side follows: the article scrolls for the panel and the other way
    /// round.
    pub focused_from: FocusOrigin,
    /// The words selected for tagging.
    pub words: Option<Span>,
    /// Whether the words were selected through the app (by keyboard) rather than by the browser, so that they have yet
    /// to be shown as selected.
    pub words_by_keyboard: bool,
    /// What the editor of the panel is open for, if it is.
    pub editing: Option<Editing>,
    /// First byte of what was looked at last, if that is gone: where the way to the next goes on.
    pub left_at: u32,
}

/// What the editor of the panel is open for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editing {
    /// A quote.
    Quote {
        /// Which.
        id: AnnotationId,
        /// The piece of it whose ends the keys move.
        piece: usize,
        /// Whether the place is being chosen where it is split.
        splitting: bool,
    },
    /// A speaker, by name; `None` for the quotes that have none.
    Speaker(Option<String>),
}

impl Editing {
    /// Editing the quote of this id, from its first piece.
    #[must_use]
    pub const fn quote(id: AnnotationId) -> Self {
        Self::Quote {
            id,
            piece: 0,
            splitting: false,
        }
    }

    /// The quote that is edited.
    #[must_use]
    pub const fn quote_id(&self) -> Option<&AnnotationId> {
        match self {
            Self::Quote { id, .. } => Some(id),
            Self::Speaker(_) => None,
        }
    }
}

/// Where a focus came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FocusOrigin {
    /// From a mark in the article.
    #[default]
    Article,
    /// From the panel.
    Panel,
    /// By a key that goes from one to the next: both sides follow, and the mark takes the keyboard's focus.
    Keyboard,
}
