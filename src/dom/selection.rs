//! Owns the way between the browser's selection and spans of the article.
//!
//! Every block is an element with `data-block="<index>"` whose text is exactly the block's words, however marks and
//! styled runs are nested in it.

use hearsay_annotate::AnnotationId;
use hearsay_text::{Article, OffsetMap, Span, Utf16Offset};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What counts of characters mean in an article.
#[derive(Clone, Copy, Debug)]
struct Words<'a> {
    /// The article shown.
    article: &'a Article,
    /// Its maps.
    offsets: &'a OffsetMap,
}

/// The words that are selected in the article that `root` shows, without white space at either end; `None` when none
/// are, or when the selection lies elsewhere. What a selection has outside of blocks is left off.
#[must_use]
pub fn selected_span(root: &Element, article: &Article, offsets: &OffsetMap) -> Option<Span> {
    let selection = root.owner_document()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    span_of_range(root, &range, Words { article, offsets })
}

/// The words of `range` in the article that `root` shows.
fn span_of_range(root: &Element, range: &Range, words: Words<'_>) -> Option<Span> {
    let start = range.start_container().ok()?;
    let end = range.end_container().ok()?;
    let start = point_to_byte(root, &start, range.start_offset().ok()?, words, Side::Start)?;
    let end = point_to_byte(root, &end, range.end_offset().ok()?, words, Side::End)?;
    let span = Span::new(start, end).trimmed(&words.article.text);
    (!span.is_empty()).then_some(span)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// The byte of the article at a boundary point of the page. A point outside of blocks moves to the nearest block after
/// it (a start) or before it (an end).
fn point_to_byte(
    root: &Element,
    node: &Node,
    offset: u32,
    words: Words<'_>,
    side: Side,
) -> Option<u32> {
    if let Some((element, block_idx)) = block_of(node) {
        if !root.contains(Some(&element)) {
            return None;
        }
        let block = words.article.blocks.get(block_idx)?.span;
        let before = utf16_before(&element, node, offset)?;
        let start = words.offsets.utf16(block.start);
        let byte = words.offsets.byte_of_utf16(Utf16Offset(start.0 + before));
        return Some(byte.min(block.end));
    }
    // Between blocks, or the ends of the page: compare with every block.
    let range = node.owner_document()?.create_range().ok()?;
    range.set_start(node, offset).ok()?;
    range.collapse_with_to_start(true);
    let blocks = root.query_selector_all("[data-block]").ok()?;
    let mut found = None;
    for nth in 0..blocks.length() {
        let element: Element = blocks.get(nth)?.dyn_into().ok()?;
        let Some((_, block_idx)) = block_of(&element) else {
            continue;
        };
        let block = words.article.blocks.get(block_idx)?.span;
        // 1: the start of the element comes after the point.
        let is_before = range.compare_point(&element, 0).ok()? == 1;
        match side {
            Side::Start if is_before => return Some(block.start),
            Side::End if is_before => return found,
            Side::Start => {}
            Side::End => found = Some(block.end),
        }
    }
    found
}

/// The byte of the article at a boundary point in one of its blocks.
pub(super) fn byte_of_point(
    root: &Element,
    node: &Node,
    offset: u32,
    article: &Article,
    offsets: &OffsetMap,
) -> Option<u32> {
    block_of(node)?;
    point_to_byte(root, node, offset, Words { article, offsets }, Side::Start)
}

/// UTF-16 units of text in `element` before a boundary point in it.
fn utf16_before(element: &Element, node: &Node, offset: u32) -> Option<u32> {
    let range = element.owner_document()?.create_range().ok()?;
    range.set_start(element, 0).ok()?;
    range.set_end(node, offset).ok()?;
    Some(range.to_string().length())
}

/// The block element that `node` lies in, and its index.
#[must_use]
pub fn block_of(node: &Node) -> Option<(Element, usize)> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let block = element.closest("[data-block]").ok()??;
    let block_idx = block.get_attribute("data-block")?.parse().ok()?;
    Some((block, block_idx))
}

/// The range of the page that shows `span`, in the article that `root` shows.
#[must_use]
pub fn range_of(
    root: &Element,
    article: &Article,
    offsets: &OffsetMap,
    span: Span,
) -> Option<Range> {
    let words = Words { article, offsets };
    let (first, _) = article.pieces(span).next()?;
    let (last, _) = article.pieces(span).last()?;
    let range = root.owner_document()?.create_range().ok()?;
    let (node, offset) = byte_to_point(root, first, span.start, words)?;
    range.set_start(&node, offset).ok()?;
    let (node, offset) = byte_to_point(root, last, span.end, words)?;
    range.set_end(&node, offset).ok()?;
    Some(range)
}

/// The boundary point that shows the byte at `at` of a block.
fn byte_to_point(
    root: &Element,
    block_idx: usize,
    at: u32,
    words: Words<'_>,
) -> Option<(Node, u32)> {
    let block = words.article.blocks.get(block_idx)?.span;
    let at = at.clamp(block.start, block.end);
    let mut left = words.offsets.utf16(at).0 - words.offsets.utf16(block.start).0;
    let element = block_element(root, block_idx)?;
    let mut node = first_text(&element, &element)?;
    loop {
        let length = node
            .node_value()
            .map_or(0, |text| js_sys::JsString::from(text).length());
        if left <= length {
            return Some((node, left));
        }
        left -= length;
        match next_text(&element, &node) {
            Some(next) => node = next,
            None => return Some((node, length)),
        }
    }
}

pub(super) fn block_element(root: &Element, block_idx: usize) -> Option<Element> {
    let selector = ["[data-block=\"", &block_idx.to_string(), "\"]"].concat();
    root.query_selector(&selector).ok()?
}

/// The first text node in `node`, without leaving `within`.
pub(super) fn first_text(within: &Element, node: &Node) -> Option<Node> {
    if node.node_type() == Node::TEXT_NODE {
        return Some(node.clone());
    }
    match node.first_child() {
        Some(child) if child.node_type() == Node::TEXT_NODE => Some(child),
        Some(child) => first_text(within, &child).or_else(|| next_text(within, &child)),
        None => next_text(within, node),
    }
}

/// The text node after `node` in `within`.
pub(super) fn next_text(within: &Element, node: &Node) -> Option<Node> {
    let mut node = node.clone();
    loop {
        if node.is_same_node(Some(within)) {
            return None;
        }
        if let Some(next) = node.next_sibling() {
            return first_text(within, &next);
        }
        node = node.parent_node()?;
    }
}

/// Makes `span` the browser's selection.
pub fn select_span(root: &Element, article: &Article, offsets: &OffsetMap, span: Span) {
    let selection = root
        .owner_document()
        .and_then(|document| document.get_selection().ok().flatten());
    let range = range_of(root, article, offsets, span);
    if let (Some(selection), Some(range)) = (selection, range) {
        // A browser that refuses leaves its selection as it was; nothing depends on it.
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}

/// Brings the first mark of an annotation into view, gently.
pub fn scroll_to_annotation(root: &Element, id: &AnnotationId) {
    let found = super::reveal::find(root, "mark", id);
    if let Some(mark) = found {
        scroll_into_view(
            &mark,
            ScrollBehavior::Smooth,
            ScrollLogicalPosition::Nearest,
        );
    }
}

/// Brings a block to the top, at once: where reading goes on.
pub fn scroll_to_block(root: &Element, block_idx: usize) {
    if let Some(block) = block_element(root, block_idx) {
        scroll_into_view(
            &block,
            ScrollBehavior::Instant,
            ScrollLogicalPosition::Start,
        );
    }
}

fn scroll_into_view(element: &Element, behavior: ScrollBehavior, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(behavior);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The first block of the article that is in view at least in part, below `top` CSS pixels (the height of what sticks
/// there).
#[must_use]
pub fn first_visible_block(root: &Element, top: f64) -> Option<usize> {
    let blocks = root.query_selector_all("[data-block]").ok()?;
    // Blocks go down the page, so halve.
    let bottom = |nth: u32| {
        let element: Element = blocks.get(nth)?.dyn_into().ok()?;
        Some((
            element.get_bounding_client_rect().bottom(),
            block_of(&element)?.1,
        ))
    };
    let (mut low, mut high) = (0, blocks.length());
    while low < high {
        let middle = low + (high - low) / 2;
        if bottom(middle)?.0 <= top {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Some(bottom(low.min(blocks.length().checked_sub(1)?))?.1)
}
