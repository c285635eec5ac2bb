//! Owns the reader of HTML files: the standard's parser, then a walk that reports events.
//!
//! It is in the readers of files and in the command line. Short pasted pieces are parsed by the browser, which costs no bytes.

mod attributes;
mod depth;
mod tree;

use hearsay_text::Article;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer};

use crate::{Diagnostic, Event, KEPT_ATTRIBUTES, builder, is_left_out};
pub(crate) use depth::Growing;
use depth::Shallow;
#[cfg(feature = "epub")]
pub(crate) use depth::is_void;
use tree::{Node, Tree};

/// The article that `text` is.
pub(crate) fn extract(text: &str) -> (Article, Vec<Diagnostic>) {
    builder::extract(&read(text))
}

/// The events of the document that `text` is.
pub(crate) fn read(text: &str) -> Vec<Event> {
    events(&parse(text, Tree::default()).into_nodes())
}

/// Builds the document that `text` is into `tree`, in time and space in proportion to it.
pub(crate) fn parse<S: Growing>(text: &str, tree: S) -> S
where
    S::Handle: Clone,
{
    let text = attributes::limited(text);
    let tokenizer = Tokenizer::new(Shallow::new(tree), Default::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(&*text));
    // It stops after each script, which is not run, and where the page names its encoding, which is decoded already.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.into_tree()
}

/// The events of the tree under the first node; without recursion, for pages nest as deep as they please.
fn events(nodes: &[Node]) -> Vec<Event> {
    let mut events = Vec::new();
    let mut at = nodes.first().and_then(|document| document.first_child);
    while let Some(idx) = at {
        let node = &nodes[idx];
        let mut inside = None;
        match (&node.element, &node.text) {
            (Some(element), _) => {
                let kept = |(name, value): &(String, String)| {
                    let kept = KEPT_ATTRIBUTES.contains(&name.as_str());
                    kept.then(|| (name.clone(), value.clone()))
                };
                events.push(Event::Open {
                    tag: element.tag.clone(),
                    attributes: element.attributes.iter().filter_map(kept).collect(),
                });
                if !is_left_out(&element.tag) {
                    inside = node.first_child;
                }
                if inside.is_none() {
                    events.push(Event::Close);
                }
            }
            (None, Some(text)) => events.push(Event::text(text.as_str())),
            (None, None) => {}
        }
        at = inside.or_else(|| next_outside(nodes, idx, &mut events));
    }
    events
}

/// The node after all of `idx`, closing what ends before it.
fn next_outside(nodes: &[Node], mut idx: usize, events: &mut Vec<Event>) -> Option<usize> {
    loop {
        if let Some(next) = nodes[idx].next {
            return Some(next);
        }
        idx = nodes[idx].parent?;
        if nodes[idx].element.is_some() {
            events.push(Event::Close);
        }
    }
}
