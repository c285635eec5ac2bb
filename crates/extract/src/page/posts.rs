//! Owns embedded posts as they stand in a page: which elements are posts, and how they come through readability whole.

use dom_query::{Element, NodeRef};
use html5ever::local_name;

use super::dom::{Go, Step, attribute, short_text, walk};
use super::names::Names;
use crate::post::{POST_CLASS, is_post_address, is_post_class};

/// Whether an element is a post by its names; what is named loosely has to look like one too, see [`looks_like_one`].
pub(super) fn is_post(element: &Element, names: &Names) -> bool {
    attribute(element, local_name!("class")).is_some_and(is_post_class)
        || (matches!(
            &*element.name.local,
            "blockquote" | "article" | "div" | "figure" | "section" | "aside"
        ) && (names.any(&["tweet", "toot", "skeet"])
            || names.any(&[
                "social",
                "twitter",
                "bluesky",
                "mastodon",
                "facebook",
                "instagram",
                "threads",
                "embedded",
                "embed",
            ]) && names.any(&["post", "embed", "status", "card", "quote"])))
}

/// Whether an element that is named like a post holds one: words, and who wrote them or where they stand.
pub(super) fn looks_like_one(node: NodeRef<'_>) -> bool {
    let is_named = node
        .element_ref()
        .and_then(|element| attribute(&element, local_name!("class")).map(is_post_class))
        .unwrap_or_default();
    if is_named {
        return true;
    }
    let Some(words) = short_text(node, 3_000) else {
        return false;
    };
    let mut n_addresses = 0;
    let mut steps = 0;
    walk(node, |step| {
        steps += 1;
        if let Step::Open(node) = step
            && let Some(element) = node.element_ref()
        {
            let address = attribute(&element, local_name!("href"));
            n_addresses += usize::from(address.is_some_and(is_post_address));
        }
        if steps < 500 { Go::On } else { Go::Stop }
    });
    words.len() > 20
        && (n_addresses > 0
            || words.contains(" @")
            || words.contains("(@")
            || words.starts_with('@'))
}

/// Makes a post such that readability keeps it whole: names and tags that it holds against an element go, from the post,
/// from what is in it, and from what wraps nothing else.
pub(super) fn protect(node: NodeRef<'_>) {
    let mut inner = Vec::new();
    walk(node, |step| {
        if let Step::Open(at) = step {
            inner.push(at);
        }
        Go::On
    });
    for at in inner {
        if at.id == node.id {
            continue;
        }
        let is_box = at.has_name("div")
            || at.has_name("header")
            || at.has_name("footer")
            || at.has_name("aside");
        if is_box {
            at.rename("section");
        }
        // Names stay only where they tell who wrote it.
        let names = at.attr("class").unwrap_or_default();
        let tells = ["author", "name", "handle", "user"]
            .iter()
            .any(|word| names.contains(word));
        at.remove_attrs(&["id", "role", "style", "aria-modal", "rel", "itemprop"]);
        if tells {
            let kept = if names.contains("handle") || names.contains("screen") {
                "handle"
            } else {
                "who"
            };
            at.set_attr("class", kept);
        } else {
            at.remove_attr("class");
        }
    }
    let size = node.normalized_char_count();
    let mut around = node.parent();
    for _ in 0..4 {
        let Some(parent) = around else {
            break;
        };
        let is_wrapper = ["div", "aside", "figure", "section", "center"]
            .iter()
            .any(|tag| parent.has_name(tag));
        if !is_wrapper || parent.normalized_char_count() > size + 40 {
            break;
        }
        parent.rename("section");
        parent.remove_attrs(&["id", "class", "role", "style"]);
        around = parent.parent();
    }
    if !node.has_name("blockquote") {
        node.rename("blockquote");
    }
    node.remove_attrs(&["id", "role", "style"]);
    node.set_attr("class", POST_CLASS);
}
