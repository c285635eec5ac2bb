//! Reading and steering the page: parsed documents to events, ranges to spans and back.
//!
//! UTF-16 offsets exist here and nowhere else in the app.

mod claims;
mod events;
mod focus;
mod found;
mod point;
mod reveal;
mod selection;
mod uncover;
mod viewport;

pub use claims::{focus_in_claim, press_in_claim, settle_fields};
pub use events::{events, has_structure, is_whole_page, parse};
pub use focus::{focus_first, focused_element, is_there, press, scroll_into_list};
pub use found::{clear_found, focus_block, paint_found, reveal_words};
pub use point::{byte_at_point, finish_drag};
pub use reveal::{
    focus_annotation, remember_focus, return_focus, reveal_block, reveal_in_list, show_evidence,
};
pub use selection::{
    block_of, first_visible_block, range_of, scroll_to_annotation, scroll_to_block, select_span,
    selected_span,
};
pub use uncover::{is_pressed, uncover};
pub use viewport::{ScrollListener, scroll_to_byte, visible_words};

/// Height of the bar over the page, in CSS pixels; `--bar` in `tokens.css`.
pub const BAR_HEIGHT: f64 = 52.0;

/// The element that shows the open article.
#[must_use]
pub fn article_element() -> Option<web_sys::Element> {
    let document = web_sys::window()?.document()?;
    document.query_selector("main article").ok()?
}
