//! stub
use crate::Event;
use hearsay_text::Metadata;
pub(super) fn without(
    events: Vec<Event>,
    _metadata: &Metadata,
    _standfirst: Option<&str>,
) -> Vec<Event> {
    events
}
