//! Owns what the app is doing: the page shown, the engine's work, whether changes are saved.

use super::Language;

/// What the app is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Whether it is not known yet what was open at the last visit: too early to show either page.
    pub starting: bool,
    /// The page shown.
    pub view: View,
    /// The engine's work.
    pub engine: EngineStatus,
    /// Whether the article's last change is in storage.
    pub save: SaveState,
    /// The language that the page speaks; a person may have set another that is still on its way.
    pub language: Language,
}

impl Default for Status {
    fn default() -> Self {
        Self {
            starting: true,
            view: View::default(),
            engine: EngineStatus::default(),
            save: SaveState::default(),
            language: Language::default(),
        }
    }
}

/// The page shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Where articles are opened and listed.
    #[default]
    Library,
    /// The open article.
    Read,
    /// Two articles beside each other.
    Compare,
    /// The claims of all articles.
    Worklist,
    /// The tag sets, and the one that is edited.
    TagSets,
    /// Annotators of one article beside each other.
    Agreement,
}

/// Identity of a request to open or analyse; later requests have greater numbers and supersede earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// The engine's work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EngineStatus {
    /// Nothing is asked of it.
    #[default]
    Idle,
    /// A source is being read, or an article fetched from storage; the article is not there yet.
    Opening {
        /// Whose answer is awaited.
        request: RequestId,
        /// What is being opened, for the reader: *pasted text*, *speech.html*.
        what: String,
    },
    /// The article is there, its quotes are being found.
    Analysing {
        /// Whose answer is awaited.
        request: RequestId,
    },
    /// It failed; why and what to do.
    Failed(String),
}

impl EngineStatus {
    /// The request whose answer is awaited.
    #[must_use]
    pub const fn awaited(&self) -> Option<RequestId> {
        match self {
            Self::Opening { request, .. } | Self::Analysing { request } => Some(*request),
            Self::Idle | Self::Failed(_) => None,
        }
    }
}

/// Whether the article's last change is in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Every change is durable.
    #[default]
    Saved,
    /// The last change is on its way.
    Saving,
    /// The last change could not be stored; what was stored before is still there.
    NotSaved {
        /// Why, and what to do.
        message: String,
    },
    /// This browser offers no storage here; all is kept in memory only.
    Unavailable {
        /// Why, and what to do.
        reason: String,
    },
}
