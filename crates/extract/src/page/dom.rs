//! Owns the document that readability works on: parsing into it, walking through it, reporting it as events.

use dom_query::{Document, Element, LocalName, NodeData, NodeRef};
use html5ever::local_name;

use super::address::Base;
use crate::html::Growing;
use crate::{Event, is_left_out};

impl Growing for Document {
    fn n_nodes(&self) -> usize {
        self.tree.len()
    }
}

/// A step of a walk.
pub(super) enum Step<'a> {
    Open(NodeRef<'a>),
    Text(NodeRef<'a>),
    Close(NodeRef<'a>),
}

/// How a walk goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Go {
    /// With the next step.
    On,
    /// Past what is inside the element that opened.
    Past,
    /// Not at all.
    Stop,
}

/// Walks through all under `root`, itself included; without recursion, for pages nest as deep as they please.
pub(super) fn walk<'a>(root: NodeRef<'a>, mut visit: impl FnMut(Step<'a>) -> Go) {
    let mut at = root;
    loop {
        let is_element = at.is_element();
        let go = if is_element {
            visit(Step::Open(at))
        } else if at.is_text() {
            visit(Step::Text(at))
        } else {
            Go::On
        };
        if go == Go::Stop {
            return;
        }
        if go == Go::On
            && let Some(first) = at.first_child()
        {
            at = first;
            continue;
        }
        if is_element && visit(Step::Close(at)) == Go::Stop {
            return;
        }
        loop {
            if at.id == root.id {
                return;
            }
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(parent) = at.parent() else {
                return;
            };
            at = parent;
            if at.is_element() && visit(Step::Close(at)) == Go::Stop {
                return;
            }
        }
    }
}

/// The value of an attribute.
pub(super) fn attribute(element: &Element, name: LocalName) -> Option<&str> {
    element.attr_ref(name)
}

/// Attributes that events of a page carry: what the builder and the look for clutter ask for.
fn is_kept(name: &LocalName) -> bool {
    matches!(
        &**name,
        "class"
            | "id"
            | "role"
            | "style"
            | "datetime"
            | "data-author"
            | "data-date"
            | "data-url"
            | "data-href"
            | "data-instgrm-permalink"
            | "data-text-post-permalink"
            | "cite"
            | "itemprop"
            | "rel"
    )
}

/// The events of all inside `root`, with addresses made whole.
pub(super) fn events(root: NodeRef<'_>, base: &Base<'_>) -> Vec<Event> {
    let mut events = Vec::with_capacity(256);
    walk(root, |step| {
        match step {
            Step::Open(node) => {
                let Some(element) = node.element_ref() else {
                    return Go::Past;
                };
                let tag = element.name.local.to_string();
                let mut attributes = Vec::new();
                for one in &element.attrs {
                    if one.name.local == local_name!("href") {
                        if tag == "a"
                            && let Some(address) = base.resolve(&one.value)
                        {
                            attributes.push(("href".to_owned(), address));
                        }
                    } else if is_kept(&one.name.local) {
                        attributes.push((one.name.local.to_string(), one.value.to_string()));
                    }
                }
                let inside = !is_left_out(&tag);
                events.push(Event::Open { tag, attributes });
                if !inside {
                    return Go::Past;
                }
            }
            Step::Text(node) => {
                node.query(|node| {
                    if let NodeData::Text { contents } = &node.data {
                        events.push(Event::text(&**contents));
                    }
                });
            }
            Step::Close(_) => events.push(Event::Close),
        }
        Go::On
    });
    events
}

/// The words inside `node`, white space collapsed; `None` when they take more than `most` bytes, or there are none.
pub(super) fn short_text(node: NodeRef<'_>, most: usize) -> Option<String> {
    let mut text = String::new();
    let mut space = false;
    walk(node, |step| {
        match step {
            Step::Open(node) => {
                let Some(element) = node.element_ref() else {
                    return Go::Past;
                };
                let tag = &*element.name.local;
                space |= crate::builder::is_block(tag) || tag == "br";
                if is_left_out(tag) {
                    return Go::Past;
                }
            }
            Step::Text(node) => {
                node.query(|node| {
                    if let NodeData::Text { contents } = &node.data {
                        collapse_into(&mut text, &mut space, contents, most);
                    }
                });
                if text.len() > most {
                    return Go::Stop;
                }
            }
            Step::Close(node) => {
                space |= node
                    .element_ref()
                    .is_some_and(|element| crate::builder::is_block(&element.name.local));
            }
        }
        Go::On
    });
    (text.len() <= most && !text.is_empty()).then_some(text)
}

fn collapse_into(text: &mut String, space: &mut bool, more: &str, most: usize) {
    for c in more.chars() {
        if c.is_whitespace() {
            *space = true;
            continue;
        }
        if std::mem::take(space) && !text.is_empty() {
            text.push(' ');
        }
        text.push(c);
        if text.len() > most {
            return;
        }
    }
}
