//! Owns which words of the article are on the screen, and scrolling to words.

use hearsay_text::{Article, Span};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, EventTarget, NodeList};

use super::BAR_HEIGHT;
use super::selection::{block_element, block_of};

/// Calls a function whenever the page is scrolled or the window changes its size, until it is dropped.
pub struct ScrollListener {
    targets: [Option<(EventTarget, &'static str)>; 2],
    closure: Closure<dyn Fn()>,
}

impl ScrollListener {
    /// Listens from now on.
    #[must_use]
    pub fn new(listener: impl Fn() + 'static) -> Self {
        let window = web_sys::window();
        let page = window.as_ref().and_then(|window| window.document());
        let listening = Self {
            targets: [
                page.map(|page| (page.into(), "scroll")),
                window.map(|window| (window.into(), "resize")),
            ],
            closure: Closure::new(listener),
        };
        let function = listening.closure.as_ref().unchecked_ref();
        for (target, event) in listening.targets.iter().flatten() {
            // Adding a listener to the page does not fail.
            let _ = target.add_event_listener_with_callback(event, function);
        }
        listening
    }
}

impl Drop for ScrollListener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for (target, event) in self.targets.iter().flatten() {
            let _ = target.remove_event_listener_with_callback(event, function);
        }
    }
}

/// The words on the screen, from the first to the last, in the article that `blocks` (its elements with `data-block`, down the
/// page) show. Blocks are measured by halving, so that it costs little at each scroll.
#[must_use]
pub fn visible_words(article: &Article, blocks: &NodeList) -> Option<Span> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let (from, to) = (
        byte_at(article, blocks, BAR_HEIGHT)?,
        byte_at(article, blocks, height)?,
    );
    Some(Span::new(from, to))
}

/// The byte that stands about `top` CSS pixels below the upper edge of the window.
fn byte_at(article: &Article, blocks: &NodeList, top: f64) -> Option<u32> {
    let block = |nth: u32| blocks.get(nth)?.dyn_into::<Element>().ok();
    let (mut low, mut high) = (0, blocks.length().checked_sub(1)?);
    while low < high {
        let middle = low + (high - low) / 2;
        if block(middle)?.get_bounding_client_rect().bottom() <= top {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let element = block(low)?;
    let (_, block_idx) = block_of(&element)?;
    let place = element.get_bounding_client_rect();
    let inside = ((top - place.top()) / place.height().max(1.0)).clamp(0.0, 1.0);
    let words = article.blocks.get(block_idx)?.span;
    // `as` keeps within the numbers there are.
    Some(words.start + (f64::from(words.len()) * inside) as u32)
}

/// Scrolls so that the byte `at` stands in the middle of the screen.
pub fn scroll_to_byte(root: &Element, article: &Article, at: u32) {
    let after = article
        .blocks
        .partition_point(|block| block.span.start <= at);
    let block_idx = after.saturating_sub(1);
    let (Some(window), Some(block), Some(element)) = (
        web_sys::window(),
        article.blocks.get(block_idx),
        block_element(root, block_idx),
    ) else {
        return;
    };
    let inside =
        f64::from(at.saturating_sub(block.span.start)) / f64::from(block.span.len().max(1));
    let place = element.get_bounding_client_rect();
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let middle = height.unwrap_or_default() / 2.0;
    window.scroll_by_with_x_and_y(0.0, place.top() + place.height() * inside.min(1.0) - middle);
}
