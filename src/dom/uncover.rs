//! Owns keeping what is chosen in the article clear of a bar that is docked over it.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element};

/// Room left between what is chosen and the bar, in CSS pixels.
const MARGIN: f64 = 12.0;

/// Whether a pointer is pressed in the article: somebody may be selecting words just then, and nothing must move.
#[must_use]
pub fn is_pressed() -> bool {
    super::is_there("main article:active")
}

/// Scrolls so far that `bar` covers neither the selected words nor, where none are, the marks in focus; never so far that
/// their beginning leaves the page at the top.
pub fn uncover(bar: &Element) {
    let Some((window, chosen)) = web_sys::window().zip(chosen_rect()) else {
        return;
    };
    let top = bar.get_bounding_client_rect().top();
    let covered = chosen.bottom() + MARGIN - top;
    let room = chosen.top() - super::BAR_HEIGHT - MARGIN;
    let by = covered.min(room);
    // What lies below the page altogether was not chosen by pointing at it, and is brought into view by others.
    if by > 0.0 && chosen.top() < window_height(&window) {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}

fn window_height(window: &web_sys::Window) -> f64 {
    let height = window.inner_height().ok();
    height
        .and_then(|height| height.as_f64())
        .unwrap_or_default()
}

/// Where the selected words are, else the mark in focus.
fn chosen_rect() -> Option<DomRect> {
    let article = super::article_element()?;
    let selection = article.owner_document()?.get_selection().ok().flatten();
    let range = selection
        .filter(|selection| !selection.is_collapsed() && selection.range_count() > 0)
        .and_then(|selection| selection.get_range_at(0).ok());
    if let Some(range) = range
        && let Ok(at) = range.common_ancestor_container()
        && article.contains(Some(&at))
    {
        return Some(range.get_bounding_client_rect());
    }
    let marks = article.query_selector_all("mark.focused").ok()?;
    let last = marks.get(marks.length().checked_sub(1)?)?;
    Some(last.dyn_into::<Element>().ok()?.get_bounding_client_rect())
}
