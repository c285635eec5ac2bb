//! Walks a document that the browser has parsed and reports it as the events that `hearsay_extract` builds articles
//! from.
//!
//! The document is one of `DOMParser`: inert, so no script of it runs and nothing it names is fetched. The walk keeps
//! no stack, so nesting may be as deep as the browser allows.

use hearsay_extract::{Event, KEPT_ATTRIBUTES, is_left_out};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// The inert document that `html` is; `None` where the browser has no parser, which is nowhere.
#[must_use]
pub fn parse(html: &str) -> Option<Document> {
    let parser = DomParser::new().ok()?;
    parser.parse_from_string(html, SupportedType::TextHtml).ok()
}

/// The events of `document`, in document order.
#[must_use]
pub fn events(document: &Document) -> Vec<Event> {
    let mut events = Vec::new();
    let root: &Node = document;
    let mut at = root.first_child();
    while let Some(node) = at {
        let inside = enter(&node, &mut events);
        at = inside.or_else(|| after(root, node, &mut events));
    }
    events
}

/// Reports `node` and returns its first child, if there is one to go into.
fn enter(node: &Node, events: &mut Vec<Event>) -> Option<Node> {
    if let Some(element) = node.dyn_ref::<Element>() {
        let tag = element.local_name().to_ascii_lowercase();
        // What is left out can hold a lot (scripts, pictures as text), and none of it is words.
        // The title is not words of the text, but names the article.
        let skipped = is_left_out(&tag) && tag != "title";
        let inside = if skipped { None } else { node.first_child() };
        events.push(Event::Open {
            attributes: attributes(element),
            tag,
        });
        if inside.is_none() {
            events.push(Event::Close);
        }
        return inside;
    }
    if matches!(node.node_type(), Node::TEXT_NODE | Node::CDATA_SECTION_NODE) {
        events.push(Event::Text(node.node_value().unwrap_or_default()));
    }
    None
}

/// The node after all of `node`, closing what ends before it.
fn after(root: &Node, mut node: Node, events: &mut Vec<Event>) -> Option<Node> {
    loop {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node()?;
        if node.is_same_node(Some(root)) {
            return None;
        }
        events.push(Event::Close);
    }
}

fn attributes(element: &Element) -> Vec<(String, String)> {
    if !element.has_attributes() {
        return Vec::new();
    }
    element
        .get_attribute_names()
        .iter()
        .filter_map(|name| {
            let name = name.as_string()?;
            if !KEPT_ATTRIBUTES.contains(&name.as_str()) {
                return None;
            }
            let value = element.get_attribute(&name)?;
            Some((name, value))
        })
        .collect()
}

/// Whether `document` has a shape worth keeping: paragraphs, headings, lists, rather than lines of an editor.
#[must_use]
pub fn has_structure(document: &Document) -> bool {
    let shape = "p, h1, h2, h3, h4, h5, h6, li, blockquote, table, article, figure";
    matches!(document.query_selector(shape), Ok(Some(_)))
}

/// Whether `document` is most of a page and not a piece of an article: what stands around articles is in it.
#[must_use]
pub fn is_whole_page(document: &Document) -> bool {
    let around = "nav, header, footer, aside, [role=navigation], [role=banner], [class*=cookie i], [id*=cookie i], [class*=consent i]";
    matches!(document.query_selector(around), Ok(Some(_)))
}
