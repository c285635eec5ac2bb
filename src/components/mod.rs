//! What the reader sees: one component a file, each with a style sheet of the same name where it needs one.
//!
//! Components draw state and dispatch actions; effects are asked of `services`, and nothing is decided here.

mod article_view;
mod block_view;
mod claim_list;
mod drop_zone;
mod icon;
mod keys;
mod library_list;
mod notices;
mod open_panel;
mod quote_card;
mod reading;
mod shortcuts;
mod side_panel;
mod speaker_list;
mod start;
mod tag_bar;
mod top_bar;
mod voices;

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
