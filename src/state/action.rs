//! Owns [`Action`]: everything that can happen to the state.

use hearsay_annotate::{Annotation, AnnotationId, Edit, TagId, Timestamp};
use hearsay_text::{QuoteKind, Span};

use super::{
    AgreementAction, ArticleId, CastAction, ClaimAction, Comparing, Document, FocusOrigin,
    Language, LayoutAction, LibraryAction, LibraryEntry, NoticeAction, NoticeId, NoticeKind,
    NoticePlace, OpeningAction, RequestId, ReviewAction, SeeingAction, Settings, TagSetAction,
    Theme, View, WordMove, WorklistAction,
};

/// Time and identity for what a person makes. The reducer has neither clock nor chance, so whoever dispatches hands
/// them in; `services::stamp` draws them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Now.
    pub now: Timestamp,
    /// An identity nobody has.
    pub id: AnnotationId,
}

/// A setting that says what is shown, and to what it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Show quotes that are nobody's words too: thoughts, stances, evidence.
    Unsaid(bool),
    /// Hide quotes that the engine is less sure of, in percent.
    Threshold(u8),
    /// Show claims that the engine finds worth checking.
    Suggestions(bool),
    /// List these by how much they are worth checking, and not by place.
    ByScore(bool),
}

/// Everything that can happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    // Opening.
    /// A source was handed to the engine, or an article asked of storage.
    OpenRequested {
        /// Supersedes all before it.
        request: RequestId,
        /// What is being opened, for the reader.
        what: String,
    },
    /// The article is there.
    Opened {
        /// The answer is dropped unless this is the request awaited.
        request: RequestId,
        /// The article with its annotations.
        document: Box<Document>,
        /// Whether the engine goes on to find its quotes.
        analysing: bool,
        /// Whether this very document is what storage holds.
        stored: bool,
        /// What the person should know about how it was read, if anything.
        remark: Option<String>,
    },
    /// It could not be opened; what was on screen stays.
    OpenFailed {
        /// Dropped unless awaited; `None` for failures before any request, which always count.
        request: Option<RequestId>,
        /// Where the person acted.
        place: NoticePlace,
        /// What happened, to what, and what to do.
        message: String,
    },
    /// The engine was asked for the quotes of the open article once more.
    AnalysisRequested {
        /// Supersedes all before it.
        request: RequestId,
    },
    /// The engine's quotes are there.
    Suggested {
        /// Dropped unless awaited.
        request: RequestId,
        /// What it suggests.
        suggestions: Vec<Annotation>,
    },
    /// The engine failed; the article can be read and tagged all the same.
    AnalysisFailed {
        /// Dropped unless awaited.
        request: RequestId,
        /// What happened and what to do.
        message: String,
    },

    /// Something happened while something is being opened: it got further, it was stopped, it wants an answer.
    Opening(OpeningAction),

    // The parts of the app with actions of their own.
    /// Deciding about quotes and editing them.
    Review(ReviewAction),
    /// Speakers.
    Cast(CastAction),
    /// Claims.
    Claim(ClaimAction),
    /// The claims of all articles.
    Worklist(WorklistAction),
    /// Tag sets.
    TagSets(TagSetAction),
    /// Annotators of one article beside each other.
    Agreement(AgreementAction),
    /// What of the annotations is shown.
    Seeing(SeeingAction),
    /// Which list of the panel shows, what is over the page.
    Layout(LayoutAction),

    // Looking.
    /// Show the library or the open article.
    Show(View),
    /// Look at an annotation, or at none.
    Focus(Option<AnnotationId>, FocusOrigin),
    /// Look at the next or previous annotation by position.
    FocusNext {
        /// Backwards.
        back: bool,
        /// Among the claims that the engine finds worth checking; else among all the others.
        suggested: bool,
    },
    /// The browser's selection changed.
    SelectWords(Option<Span>),
    /// Change the selected words by keyboard.
    MoveWords {
        /// How.
        how: WordMove,
        /// Block to start from when nothing is selected yet: the one in view.
        near: usize,
    },

    // Annotating. Each is one step of the history.
    /// Give the selected words, or the focused quote or claim when none are, a tag, or take it away.
    Tag {
        /// With this tag.
        tag: TagId,
        /// For the claim, if it is new.
        stamp: Stamp,
    },
    /// Remove a claim. A quote that the engine suggested is rejected instead, so that it isn't suggested again.
    Remove {
        /// Which annotation.
        id: AnnotationId,
        /// When.
        now: Timestamp,
    },
    /// A quote, or a claim that the engine suggests, stands.
    Accept {
        /// Which one.
        id: AnnotationId,
        /// When.
        now: Timestamp,
    },
    /// It does not stand.
    Reject {
        /// Which one.
        id: AnnotationId,
        /// When.
        now: Timestamp,
    },
    /// Annotations from a file, checked and planned, as one step.
    Imported {
        /// What is added and replaced.
        edits: Vec<Edit>,
        /// What to say about it.
        summary: String,
        /// When.
        now: Timestamp,
    },
    /// Take the last step back.
    Undo {
        /// When.
        now: Timestamp,
    },
    /// Make the step again that was taken back last.
    Redo {
        /// When.
        now: Timestamp,
    },

    /// Take back or make again as many steps as it takes until so many are done.
    StepTo {
        /// How many are done then.
        n_done: usize,
        /// When.
        now: Timestamp,
    },

    // Keeping.
    /// A version of an article is durable.
    Saved {
        /// Its line in the library.
        entry: Box<LibraryEntry>,
        /// Which version.
        revision: u64,
    },
    /// A version could not be stored.
    SaveFailed {
        /// Of which article.
        id: ArticleId,
        /// Why, and what to do.
        message: String,
    },
    /// Another try to save is under way.
    SaveRetried,
    /// There is no storage; all stays in memory.
    StorageUnavailable {
        /// Why, and what to do.
        reason: String,
    },
    /// The list of articles is there.
    LibraryLoaded(Vec<LibraryEntry>),
    /// The list of articles cannot be had.
    LibraryFailed(String),
    /// An article is gone from storage.
    Deleted {
        /// Which.
        id: ArticleId,
        /// Its title, to name it.
        title: String,
    },
    /// Something happened to the list: others are wanted, what is searched is there.
    Library(LibraryAction),
    /// Two articles are compared, or no longer.
    Compare(Comparing),
    /// An article is on the list, or is again, or has another line there.
    Listed(Box<LibraryEntry>),
    /// What was open at the last visit is open again, or there was nothing.
    Started,

    // The rest.
    /// All settings, as the browser kept them.
    SettingsLoaded(Settings),
    /// Light or dark.
    SetTheme(Theme),
    /// Speak another language; `None` for the browser's.
    SetLanguage(Option<Language>),
    /// The page speaks this language from now on.
    Spoken(Language),
    /// Whether keys of one letter or digit do something.
    SetLetterKeys(bool),
    /// Show or hide a kind of quotes.
    ShowKind {
        /// Which kind.
        kind: QuoteKind,
        /// Whether it is shown.
        shown: bool,
    },
    /// Change one of the settings that say what is shown.
    Filter(Filter),
    /// Fetch what sites refuse through a proxy of the person's own, or through none.
    SetProxy(Option<String>),
    /// Tell the person something.
    Notify {
        /// How it is meant.
        kind: NoticeKind,
        /// Where it belongs.
        place: NoticePlace,
        /// What to say.
        text: String,
        /// A way on.
        action: Option<NoticeAction>,
    },
    /// Take a notice away.
    Dismiss(NoticeId),
}
