//! Owns the way from a place in the window to the words there.

use hearsay_text::{Article, OffsetMap, Span};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use super::selection::{byte_of_point, select_span, selected_span};

/// The byte of the article at a place in the window, in CSS pixels; `None` outside of its blocks.
///
/// Browsers have two functions for it: the standard one, and an older one that gives a range.
#[must_use]
pub fn byte_at_point(
    root: &Element,
    article: &Article,
    offsets: &OffsetMap,
    (x, y): (f64, f64),
) -> Option<u32> {
    let page: JsValue = root.owner_document()?.into();
    let place = Array::of2(&x.into(), &y.into());
    let ask = |name: &str| {
        let ask: Function = Reflect::get(&page, &name.into()).ok()?.dyn_into().ok()?;
        let answer = ask.apply(&page, &place).ok()?;
        (!answer.is_null()).then_some(answer)
    };
    let (caret, node, offset) = match ask("caretPositionFromPoint") {
        Some(caret) => (caret, "offsetNode", "offset"),
        None => (ask("caretRangeFromPoint")?, "startContainer", "startOffset"),
    };
    let node: Node = Reflect::get(&caret, &node.into()).ok()?.dyn_into().ok()?;
    let offset = Reflect::get(&caret, &offset.into()).ok()?.as_f64()?;
    byte_of_point(root, &node, offset as u32, article, offsets)
}

/// How far a pointer moves before it drags, in CSS pixels.
const DRAGGED: f64 = 4.0;

/// Selects the words between two places in the window, if the pointer was dragged from one to the other and the browser
/// selected nothing: Chromium doesn't where the press at the first letter of a mark gives the mark the focus, because the
/// selection then begins outside of what has it.
pub fn finish_drag(article: &Article, offsets: &OffsetMap, from: (f64, f64), to: (f64, f64)) {
    let dragged = (from.0 - to.0).abs().max((from.1 - to.1).abs()) >= DRAGGED;
    let Some(root) = super::article_element().filter(|_| dragged) else {
        return;
    };
    if selected_span(&root, article, offsets).is_some() {
        return;
    }
    let at = |place| byte_at_point(&root, article, offsets, place);
    if let (Some(one), Some(other)) = (at(from), at(to))
        && one != other
    {
        let words = Span::new(one.min(other), one.max(other));
        select_span(&root, article, offsets, words);
    }
}
