//! The app's truth: plain data, the actions that change it, and how they do.
//!
//! Nothing here touches a browser, the time or chance; all of it is tested natively. Effects (storage, engine, files)
//! are left to `services`, which listen to this state and dispatch actions to it.

mod action;
mod address;
mod agreement;
mod app_state;
mod article_map;
mod cast;
mod cast_list;
mod checking;
mod contexts;
mod document;
mod filters;
mod find;
mod highlights;
mod language;
mod layout;
mod library;
mod listing;
mod looking;
mod marks;
mod missed;
mod notice;
mod opening;
mod opening_moves;
mod overview;
mod palette;
mod pieces;
mod progress;
mod published;
mod quotes;
mod review;
mod search;
mod seeing;
mod selection;
mod settings;
mod shown;
mod slice;
mod status;
mod tag_set_draft;
mod tag_sets;
mod versions;
mod word_selection;
mod worklist;

pub use action::{Action, Filter, Stamp};
pub use address::{Shared, is_proxy, listed_address, lone_address, proxied, shared, typed_address};
pub use agreement::{
    Agreeing, AgreementAction, Colleague, Item, Matched, Nudge, PAGE, Part, Party, Pick, Scope,
    Settled, is_compared,
};
pub use app_state::AppState;
pub use article_map::{
    MAP_COLUMNS, MAP_ROWS, MapBand, MapColour, Scale, article_map, found_on_map,
};
pub use cast::{CastAction, is_web_link};
pub use cast_list::{CastMember, cast, speaker_names};
pub use checking::{ClaimAction, ClaimChange, ClaimFrom, next_progress, progress_label};
pub use contexts::{
    Dispatch, StateProvider, StateProviderProps, use_agreeing, use_comparing, use_dispatch,
    use_document, use_layout, use_library, use_notices, use_opening, use_seeing, use_selection,
    use_settings, use_status, use_tag_sets, use_worklist,
};
pub use document::{ArticleId, Document};
pub use filters::{Facet, Filters, Only, Standing};
pub use find::{Find, FindAction, FoldedText};
pub use highlights::{BlockHighlights, PartRole, Run, highlights};
pub use language::Language;
pub use layout::{Layout, LayoutAction, Over, Tab};
pub use library::{
    Library, LibraryAction, LibraryEntry, Loadable, Sort, Texts, TextsState, Wanted,
};
pub use listing::{
    ClaimItem, QuoteItem, SpeakerGroup, SuggestionItem, claims, counts, quotes_by_speaker,
    shown_claims, suggested_claims,
};
pub use marks::{BlockMarks, InFocus, Marked, Marks, PASSAGE};
pub use missed::missed_quote;
pub use notice::{Notice, NoticeAction, NoticeId, NoticeKind, NoticePlace, Notices};
pub use opening::{Choice, Obstacle, Opening, OpeningAction, ReadingOption, Refusal, Step, Why};
pub use overview::{Overview, Share, Stretch, word_starts};
pub use palette::{Offered, ranked};
pub use pieces::{Edge, Pace, PieceError, dragged, words_in};
pub use progress::{Tally, tally};
pub use published::published;
pub use review::{Batch, QuoteChange, ReviewAction};
pub use search::{Question, SearchText, Searchable, Snippet, SnippetPart, fold};
pub use seeing::{Seeing, SeeingAction};
pub use selection::{Editing, FocusOrigin, Selection};
pub use settings::{Settings, Theme};
pub use shown::{Hidden, Shown, in_percent};
pub use slice::Slice;
pub use status::{EngineStatus, RequestId, SaveState, Status, View};
pub use tag_set_draft::{RowChange, Rows, SetChange, fresh_id, with_ids};
pub use tag_sets::{Others, Plan, TagSetAction, TagSetUndo, TagSets};
pub use versions::{Carried, Compared, Comparing, Orphan, Side, url_key};
pub use word_selection::{WordMove, move_words};
pub use worklist::{
    Arrange, Label, ListedClaims, WantedClaims, WorkArticle, WorkClaim, WorkGroup, WorkHeading,
    Worklist, WorklistAction,
};
