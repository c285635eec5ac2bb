//! Reading and steering the page: parsed documents to events, ranges to spans and back.
//!
//! UTF-16 offsets exist here and nowhere else in the app.

mod events;
mod reveal;
mod selection;

pub use events::{events, has_structure, is_whole_page, parse};
pub use reveal::{focus_annotation, reveal_block, reveal_evidence, reveal_in_list};
pub use selection::{
    block_of, first_visible_block, range_of, scroll_to_annotation, scroll_to_block, select_span,
    selected_span,
};
