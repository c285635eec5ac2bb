//! Owns the look over the whole document before blocks are built: where the article is, and what is not part of it.
//!
//! The rules are few and plain on purpose. Telling an article from the clutter of any web page is another matter.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::event::{attribute, is_control, is_machinery, is_media};
use crate::{Event, LeftOut};

/// What the look over the document found; positions are those of [`Event::Open`].
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The events of the article: of one `article` or `main` if it holds most of the words, else all.
    pub(crate) article: Range<usize>,
    /// Elements that are not part of it, and where each ends.
    pub(crate) left_out: BTreeMap<usize, Omission>,
    /// Table cells that hold several blocks: the table is there for the layout.
    pub(crate) layout_cells: BTreeSet<usize>,
}

/// An element that is left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Omission {
    /// Position of its [`Event::Close`], or the end of the events.
    pub(crate) end: usize,
    /// What to tell the person; `None` for what is never seen anyway.
    pub(crate) what: Option<LeftOut>,
}

/// What to know of events of which all are the article: nothing is left out but what is never read.
#[cfg(feature = "page")]
pub(crate) fn inside(events: &[Event]) -> Survey {
    let (elements, _) = elements(events);
    let mut found = Survey {
        article: 0..events.len(),
        ..Survey::default()
    };
    for element in &elements {
        let (start, end) = (element.range.start, element.range.end);
        if is_unseen(element.tag) {
            let what = None;
            found.left_out.insert(start, Omission { end, what });
        } else if matches!(element.tag, "td" | "th") && element.n_blocks > 1 {
            found.layout_cells.insert(start);
        }
    }
    found
}

struct Element<'a> {
    tag: &'a str,
    attributes: &'a [(String, String)],
    range: Range<usize>,
    /// Letters, digits and marks inside, as far as they are seen.
    size: usize,
    /// Of them, in paragraphs.
    size_in_paragraphs: usize,
    /// Block-level elements inside.
    n_blocks: usize,
    /// Inside an element that has headers and footers of its own.
    in_section: bool,
}

/// Running totals, to be subtracted.
#[derive(Clone, Copy, Default)]
struct Totals {
    size: usize,
    size_in_paragraphs: usize,
    n_blocks: usize,
}

pub(crate) fn survey(events: &[Event]) -> Survey {
    let (elements, totals) = elements(events);
    let mut found = Survey {
        article: article(&elements, totals, events.len()),
        ..Survey::default()
    };
    for element in &elements {
        let end = element.range.end;
        let never = is_machinery(element.tag);
        let bulk = element.size * 2 > totals.size;
        let what = left_out(element).filter(|what| *what == LeftOut::Media || !bulk);
        if never || what.is_some() {
            let what = what.filter(|_| !never);
            found
                .left_out
                .insert(element.range.start, Omission { end, what });
        } else if matches!(element.tag, "td" | "th") && element.n_blocks > 1 {
            found.layout_cells.insert(element.range.start);
        }
    }
    found
}

/// All elements, and the totals of the document.
fn elements(events: &[Event]) -> (Vec<Element<'_>>, Totals) {
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut open: Vec<(usize, Totals)> = Vec::new();
    let (mut n_unseen, mut n_paragraphs, mut n_sections) = (0_usize, 0_usize, 0_usize);
    let mut totals = Totals::default();
    let close = |element: &mut Element<'_>, before: Totals, totals: Totals, at: usize| {
        element.range.end = at;
        element.size = totals.size - before.size;
        element.size_in_paragraphs = totals.size_in_paragraphs - before.size_in_paragraphs;
        element.n_blocks = totals.n_blocks - before.n_blocks;
    };
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Open { tag, attributes } => {
                totals.n_blocks += usize::from(is_own_block(tag));
                elements.push(Element {
                    tag,
                    attributes,
                    range: at..events.len(),
                    size: 0,
                    size_in_paragraphs: 0,
                    n_blocks: 0,
                    in_section: n_sections > 0,
                });
                open.push((elements.len() - 1, totals));
                n_unseen += usize::from(is_unseen(tag));
                n_paragraphs += usize::from(tag == "p");
                n_sections += usize::from(is_section(tag));
            }
            Event::Text(text) if n_unseen == 0 => {
                let size = text.chars().filter(|c| !c.is_whitespace()).count();
                totals.size += size;
                totals.size_in_paragraphs += if n_paragraphs > 0 { size } else { 0 };
            }
            Event::Text(_) => {}
            Event::Close => {
                let Some((idx, before)) = open.pop() else {
                    continue;
                };
                let element = &mut elements[idx];
                n_unseen -= usize::from(is_unseen(element.tag));
                n_paragraphs -= usize::from(element.tag == "p");
                n_sections -= usize::from(is_section(element.tag));
                close(element, before, totals, at);
            }
        }
    }
    for (idx, before) in open {
        close(&mut elements[idx], before, totals, events.len());
    }
    (elements, totals)
}

/// The events of the article: the `article` or `main` with most words in paragraphs, if it has at least half of them.
fn article(elements: &[Element<'_>], totals: Totals, n_events: usize) -> Range<usize> {
    let size = |element: &Element<'_>| {
        if totals.size_in_paragraphs == 0 {
            element.size
        } else {
            element.size_in_paragraphs
        }
    };
    let all = if totals.size_in_paragraphs == 0 {
        totals.size
    } else {
        totals.size_in_paragraphs
    };
    elements
        .iter()
        .filter(|element| {
            matches!(element.tag, "article" | "main")
                || attribute(element.attributes, "role") == Some("main")
        })
        .filter(|element| size(element) > 0 && size(element) * 2 >= all)
        // Of one in the other, the inner where it has as many words.
        .max_by_key(|element| (size(element), element.range.start))
        .map_or(0..n_events, |element| element.range.clone())
}

fn left_out(element: &Element<'_>) -> Option<LeftOut> {
    match element.tag {
        tag if is_media(tag) => Some(LeftOut::Media),
        tag if is_control(tag) => Some(LeftOut::Control),
        "form" => Some(LeftOut::Form),
        "nav" => Some(LeftOut::Navigation),
        "aside" | "dialog" => Some(LeftOut::Surroundings),
        "header" | "footer" if !element.in_section => Some(LeftOut::Surroundings),
        _ if is_hidden(element.attributes) => Some(LeftOut::Hidden),
        _ => None,
    }
}

fn is_hidden(attributes: &[(String, String)]) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default();
    let mut declarations = style.split(';').filter_map(|one| one.split_once(':'));
    attribute(attributes, "hidden").is_some()
        || attribute(attributes, "aria-hidden") == Some("true")
        || declarations.any(|(property, value)| {
            let is = |name: &str, wanted: &str| {
                property.trim().eq_ignore_ascii_case(name)
                    && value.trim().to_ascii_lowercase().starts_with(wanted)
            };
            is("display", "none") || is("visibility", "hidden")
        })
}

/// Text in these does not count as seen.
fn is_unseen(tag: &str) -> bool {
    is_machinery(tag) || is_media(tag) || is_control(tag)
}

/// Elements whose headers and footers are their own rather than the page's.
fn is_section(tag: &str) -> bool {
    matches!(
        tag,
        "article" | "main" | "section" | "blockquote" | "figure"
    )
}

/// Elements that make a table cell more than a cell when it has two.
fn is_own_block(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "table"
            | "ul"
            | "ol"
            | "blockquote"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
    )
}
