//! Owns what the app tells the person: short, where they acted, and with a way on.

use hearsay_annotate::AnnotationId;

use super::{ArticleId, ClaimChange, TagSetUndo};
use crate::t;

/// Identity of a notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId(pub u32);

/// Something the app tells the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Identity, for dismissing and as a key.
    pub id: NoticeId,
    /// How it is meant.
    pub kind: NoticeKind,
    /// Where it belongs: beside what the person acted on.
    pub place: NoticePlace,
    /// What happened, to what, and what to do.
    pub text: String,
    /// A way on, as a button.
    pub action: Option<NoticeAction>,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// It worked.
    Success,
    /// It worked in part.
    Warning,
    /// It did not work.
    Error,
}

/// What the person acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticePlace {
    /// Opening an article: paste, file, sample.
    Open,
    /// The open article and its annotations.
    Article,
    /// Importing annotations.
    Import,
    /// The list of articles.
    Library,
    /// Storage.
    Storage,
    /// The language of the page.
    Language,
}

/// A way on from a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Take the last change back.
    Undo,
    /// Put deleted articles back.
    RestoreArticles(Vec<ArticleId>),
    /// Show what changed from the first of two articles to the second.
    Compare(ArticleId, ArticleId),
    /// Try to save again.
    RetrySave,
    /// Try again to get the words of a language.
    RetryLanguage,
    /// Ask the engine again.
    RetryAnalysis,
    /// Take the annotations away as a file.
    Export,
    /// Go back to the article that was open before.
    BackTo(ArticleId),
    /// Take back what was done to tag sets.
    TagSets(TagSetUndo),
    /// Take back a change to a claim of an article, by one that leads back.
    ChangeClaim(ArticleId, AnnotationId, ClaimChange),
}

impl NoticeAction {
    /// What its button says.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Compare(..) => t!("notice-compare"),
            Self::Undo | Self::RestoreArticles(_) | Self::TagSets(_) | Self::ChangeClaim(..) => {
                t!("app-undo")
            }
            Self::RetrySave | Self::RetryAnalysis | Self::RetryLanguage => t!("notice-try-again"),
            Self::Export => t!("notice-export"),
            Self::BackTo(_) => t!("notice-back-to"),
        }
    }
}

/// All notices shown, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// In the order they came.
    pub list: Vec<Notice>,
    next: u32,
}

impl Notices {
    /// Shows a notice. At a place only the latest counts, so it takes the place of an earlier one there.
    pub fn show(
        &mut self,
        kind: NoticeKind,
        place: NoticePlace,
        text: impl Into<String>,
        action: Option<NoticeAction>,
    ) {
        self.clear(place);
        self.next += 1;
        self.list.push(Notice {
            id: NoticeId(self.next),
            kind,
            place,
            text: text.into(),
            action,
        });
    }

    /// Takes the notice of that id away.
    pub fn dismiss(&mut self, id: NoticeId) {
        self.list.retain(|notice| notice.id != id);
    }

    /// Takes away what is shown at `place`.
    pub fn clear(&mut self, place: NoticePlace) {
        self.list.retain(|notice| notice.place != place);
    }

    /// What is shown at `place`.
    #[must_use]
    pub fn at(&self, place: NoticePlace) -> Option<&Notice> {
        self.list.iter().find(|notice| notice.place == place)
    }
}
