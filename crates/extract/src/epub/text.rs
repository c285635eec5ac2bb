//! Owns the events of one file of a book: without the marks of notes and pages, and cut where chapters begin.

use std::collections::BTreeMap;

use super::front::{is_contents_kind, is_front_kind};
use super::xhtml::{ID, TYPE, to_html};
use crate::event::attribute;
use crate::{Event, html};

/// Marks of notes are no longer than this, in characters.
const LONGEST_MARK: usize = 5;

/// How many events the mark of a note takes at most: `<sup><a>12</a></sup>` and some spans.
const MARK_EVENTS: usize = 12;

/// One file of a book.
pub(super) struct Text {
    pub(super) events: Vec<Event>,
    /// It says that it is a cover, a title page or the like.
    pub(super) is_front: bool,
    /// It says that it is a table of contents.
    pub(super) is_contents: bool,
}

impl Text {
    pub(super) fn read(xhtml: &str) -> Self {
        let mut text = Self {
            events: Vec::new(),
            is_front: false,
            is_contents: false,
        };
        text.clean(html::read(&to_html(xhtml)));
        text
    }

    /// Takes over `events` but for the marks of notes and of pages, which would stand in the middle of quotes.
    fn clean(&mut self, events: Vec<Event>) {
        let mut n_elements = 0;
        let mut skip_until = 0;
        let mut kept = vec![true; events.len()];
        for at in 0..events.len() {
            if at < skip_until {
                kept[at] = false;
                continue;
            }
            if let Event::Open { tag, attributes } = &events[at] {
                let kinds = attribute(attributes, TYPE).unwrap_or_default();
                let role = attribute(attributes, "role").unwrap_or_default();
                // Kinds of the file stand on its outermost elements.
                if n_elements < 8 && !matches!(tag.as_str(), "meta" | "link") {
                    let mut kinds = kinds.split_whitespace();
                    self.is_front |= kinds.clone().any(is_front_kind);
                    self.is_contents |= kinds.any(is_contents_kind);
                    n_elements += 1;
                }
                let is = |kind: &str, doc: &str| {
                    kinds.split_whitespace().any(|one| one == kind) || role == doc
                };
                let is_mark = is("noteref", "doc-noteref")
                    || is("pagebreak", "doc-pagebreak")
                    || matches!(tag.as_str(), "sup" | "a") && is_note_mark(&events[at..], tag);
                if is_mark {
                    skip_until = at + length(&events[at..]);
                    kept[at] = false;
                }
            }
        }
        let events = events.into_iter().zip(kept);
        self.events = events
            .filter(|(_, kept)| *kept)
            .map(|(event, _)| event)
            .collect();
    }

    /// Where the elements with these ids begin, each moved to the start of the block it opens.
    pub(super) fn positions<'a>(
        &self,
        ids: impl Iterator<Item = &'a str>,
    ) -> BTreeMap<&'a str, usize> {
        let wanted: BTreeMap<&str, ()> = ids.map(|id| (id, ())).collect();
        let mut found = BTreeMap::new();
        if wanted.is_empty() {
            return found;
        }
        for (at, event) in self.events.iter().enumerate() {
            if let Event::Open { attributes, .. } = event
                && let Some((id, ())) =
                    attribute(attributes, ID).and_then(|id| wanted.get_key_value(id))
            {
                found.entry(*id).or_insert_with(|| self.start_of_block(at));
            }
        }
        found
    }

    /// The first of the elements that begin together at `at`, without words between them.
    fn start_of_block(&self, mut at: usize) -> usize {
        for (before, event) in self.events[..at].iter().enumerate().rev() {
            match event {
                Event::Open { tag, .. } if tag != "body" && tag != "html" => at = before,
                Event::Text(text) if text.trim().is_empty() => {}
                _ => break,
            }
        }
        at
    }
}

/// Whether the element that `events` begin with is a mark that leads to a note or back: a short link inside the book that
/// is raised or leads to what is called a note.
fn is_note_mark(events: &[Event], outer: &str) -> bool {
    let (mut depth, mut is_raised, mut is_link, mut is_called_note) = (0, false, false, false);
    let mut words = String::new();
    for event in events.iter().take(MARK_EVENTS) {
        match event {
            Event::Open { tag, attributes } => {
                depth += 1;
                is_raised |= tag == "sup";
                let address = attribute(attributes, "href").filter(|_| tag == "a");
                let fragment = address
                    .filter(|address| !address.contains("://"))
                    .and_then(|address| address.split_once('#'));
                is_link |= fragment.is_some();
                is_called_note |= fragment.is_some_and(|(_, id)| is_note_id(id));
            }
            Event::Text(text) => words.push_str(text),
            Event::Close => depth -= 1,
        }
        if words.chars().nth(LONGEST_MARK).is_some() || outer == "a" && !is_link {
            return false;
        }
        if depth == 0 {
            break;
        }
    }
    let is_mark = |c: char| {
        let is_sign = "*†‡§[]() \u{a0}".contains(c);
        is_sign || c.is_ascii_digit() || is_raised && c.is_ascii_lowercase()
    };
    let is_arrow = |c: char| "↩↑↵⏎^ \u{fe0e}\u{a0}".contains(c);
    let leads_to = (is_raised || is_called_note) && words.chars().all(is_mark);
    let leads_back = !words.is_empty() && words.chars().all(is_arrow);
    depth == 0 && is_link && (leads_to || leads_back)
}

/// Whether an element of this id is a note, or the mark of one.
fn is_note_id(id: &str) -> bool {
    const STARTS: [&str; 9] = [
        "fn", "ftn", "note", "footnote", "edn", "en", "endnote", "rfn", "ref",
    ];
    let id = id.trim_start_matches('_').to_ascii_lowercase();
    STARTS.iter().any(|start| {
        let rest = id.strip_prefix(start);
        let goes_on = |c: char| c.is_ascii_digit() || "-_r:".contains(c);
        rest.is_some_and(|rest| rest.starts_with(goes_on))
    })
}

/// How many events the element takes that `events` begin with.
fn length(events: &[Event]) -> usize {
    let mut depth = 0_usize;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Open { .. } => depth += 1,
            Event::Close => depth = depth.saturating_sub(1),
            Event::Text(_) => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    events.len()
}
