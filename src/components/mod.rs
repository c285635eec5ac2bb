//! What the reader sees: one component a file, each with a style sheet of the same name where it needs one.
//!
//! Components draw state and dispatch actions; effects are asked of `services`, and nothing is decided here.

pub mod article_view;
pub mod block_view;
pub mod claim_list;
pub mod drop_zone;
pub mod icon;
pub mod keys;
pub mod library_list;
pub mod notices;
pub mod open_panel;
pub mod quote_card;
pub mod reading;
pub mod shortcuts;
pub mod side_panel;
pub mod speaker_list;
pub mod start;
pub mod tag_bar;
pub mod top_bar;
pub mod voices;

use hearsay_text::QuoteKind;

pub use drop_zone::DropZone;
pub use keys::Keys;
pub use notices::Notices;
pub use reading::Reading;
pub use shortcuts::Shortcuts;
pub use start::Start;
pub use top_bar::TopBar;

use crate::state::{Action, Dispatch, FocusOrigin};

/// A kind of quote, as shown.
const fn kind_label(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct",
        QuoteKind::Indirect => "Indirect",
        QuoteKind::Mixed => "Mixed",
    }
}

/// What a speaker's resolution rests on, as shown; the engine's own word when it is one we don't know.
fn evidence_label(evidence: &str) -> &str {
    match evidence {
        "named" => "name in the source",
        "part-of-name" => "fuller name elsewhere",
        "pronoun" => "pronoun, nearest fit",
        "signature" => "signature under the post",
        "continuation" => "goes on from the quote before",
        "mention-only" => "the mention as it stands",
        other => other,
    }
}

/// A probability as whole percent.
fn percent(probability: f32) -> String {
    format!("{:.0}%", probability * 100.0)
}

/// Lets go of whatever is chosen: words, quote, claim.
fn let_go(dispatch: &Dispatch) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // A browser that refuses keeps showing its selection; ours is gone all the same.
        let _ = selection.remove_all_ranges();
    }
    dispatch.dispatch(Action::SelectWords(None));
    dispatch.dispatch(Action::Focus(None, FocusOrigin::Article));
}
