//! Owns showing found words: painted over the text by the browser's own highlights, so that not one element of the article
//! changes, and brought into view.

use hearsay_text::{Article, OffsetMap, Span};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, Range};

use super::BAR_HEIGHT;
use super::selection::{block_element, first_text, next_text, range_of};

/// The most places that are painted, around the one looked at: the others are off the screen.
const PAINTED: usize = 600;
/// Names of the two highlights, as `find_bar.css` has them.
const FOUND: &str = "found";
const LOOKED_AT: &str = "found-here";
/// Room that is kept free below, in CSS pixels: bars stand there.
const BELOW: f64 = 150.0;
/// Room that the bar for finding takes, in CSS pixels.
const FIND_BAR: f64 = 56.0;

/// The text nodes of a block, and the UTF-16 offset at which each ends.
struct Texts {
    block_idx: usize,
    nodes: Vec<(Node, u32)>,
}

impl Texts {
    fn of(root: &Element, block_idx: usize) -> Option<Self> {
        let block = block_element(root, block_idx)?;
        let mut nodes = Vec::new();
        let mut end = 0;
        let mut next = first_text(&block, &block);
        while let Some(node) = next {
            let text = node.node_value().map(js_sys::JsString::from);
            end += text.map_or(0, |text| text.length());
            next = next_text(&block, &node);
            nodes.push((node, end));
        }
        Some(Self { block_idx, nodes })
    }

    /// The boundary point at an offset; at the seam of two nodes in the one before.
    fn point(&self, offset: u32) -> Option<(&Node, u32)> {
        let nth = self.nodes.partition_point(|(_, end)| *end < offset);
        let start = nth.checked_sub(1).map_or(0, |before| self.nodes[before].1);
        let (node, _) = self.nodes.get(nth)?;
        Some((node, offset - start))
    }
}

/// Paints `hits` in the article that `root` shows, and the one at `at` so that it stands out. Says whether the browser can.
pub fn paint_found(
    root: &Element,
    article: &Article,
    offsets: &OffsetMap,
    hits: &[Span],
    at: usize,
) -> bool {
    let Some(registry) = registry() else {
        return false;
    };
    let from = at.saturating_sub(PAINTED / 2);
    let near = hits.iter().enumerate().skip(from).take(PAINTED);
    let (all, here) = (Array::new(), Array::new());
    let mut texts: Option<Texts> = None;
    for (nth, hit) in near {
        let Some(block_idx) = article.block_at(hit.start) else {
            continue;
        };
        if texts
            .as_ref()
            .is_none_or(|texts| texts.block_idx != block_idx)
        {
            texts = Texts::of(root, block_idx);
        }
        let Some(texts) = &texts else {
            continue;
        };
        let start = offsets.utf16(article.blocks[block_idx].span.start).0;
        let point = |byte: u32| texts.point(offsets.utf16(byte).0.saturating_sub(start));
        let range = || -> Option<Range> {
            let range = root.owner_document()?.create_range().ok()?;
            let (node, offset) = point(hit.start)?;
            range.set_start(node, offset).ok()?;
            let (node, offset) = point(hit.end)?;
            range.set_end(node, offset).ok()?;
            Some(range)
        };
        if let Some(range) = range() {
            (if nth == at { &here } else { &all }).push(&range);
        }
    }
    paint(&registry, FOUND, &all).is_some() && paint(&registry, LOOKED_AT, &here).is_some()
}

/// Takes away what [`paint_found`] painted.
pub fn clear_found() {
    if let Some(registry) = registry()
        && let Some(delete) = function(&registry, "delete")
    {
        for name in [FOUND, LOOKED_AT] {
            // What is not there need not be taken away.
            let _ = delete.call1(&registry, &name.into());
        }
    }
}

/// Brings words into view, unless they are.
pub fn reveal_words(root: &Element, article: &Article, offsets: &OffsetMap, words: Span) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let range = range_of(root, article, offsets, words);
    if let (Some(height), Some(range)) = (height, range) {
        let place = range.get_bounding_client_rect();
        if place.top() < BAR_HEIGHT + FIND_BAR || place.bottom() > height - BELOW {
            window.scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
        }
    }
}

/// Gives the keyboard's focus to the block of these words for as long as it has it, so that the Tab key and a screen reader
/// go on from there.
pub fn focus_block(root: &Element, block_idx: usize) {
    let block =
        block_element(root, block_idx).and_then(|block| block.dyn_into::<HtmlElement>().ok());
    if let Some(block) = block {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        block.set_tab_index(-1);
        // Fails only for what cannot take the focus.
        let _ = block.focus_with_options(&options);
        let _ = block.remove_attribute("tabindex");
    }
}

/// The browser's registry of highlights (CSS Custom Highlight API, Level 1); Firefox has it from 140 on.
fn registry() -> Option<JsValue> {
    let window = web_sys::window()?;
    let css = Reflect::get(&window, &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    (!registry.is_undefined()).then_some(registry)
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn paint(registry: &JsValue, name: &str, ranges: &Array) -> Option<()> {
    let highlight = function(&web_sys::window()?.into(), "Highlight")?;
    let highlight = Reflect::construct(&highlight, ranges).ok()?;
    function(registry, "set")?
        .call2(registry, &name.into(), &highlight)
        .ok()?;
    Some(())
}
