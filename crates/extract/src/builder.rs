//! Owns the way from events to blocks.

use hearsay_text::Article;

use crate::{Diagnostic, Event};

/// The article that the events of a document make.
pub(crate) fn extract(events: &[Event]) -> (Article, Vec<Diagnostic>) {
    let _ = events;
    (Article::default(), Vec::new())
}
