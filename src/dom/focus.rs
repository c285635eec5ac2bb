//! Owns giving the keyboard's focus to where a person expects it.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What has the keyboard's focus; nothing when that is the page as a whole, as it is after what had it went away.
#[must_use]
pub fn focused_element() -> Option<HtmlElement> {
    let page = web_sys::window()?.document()?;
    let element = page.active_element()?;
    (element.tag_name() != "BODY").then_some(())?;
    element.dyn_into().ok()
}

/// Gives the focus to the first element that `selector` finds, and leaves the page where it is scrolled to. Says whether
/// there is one.
pub fn focus_first(selector: &str) -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    let found = page.and_then(|page| page.query_selector(selector).ok().flatten());
    let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only for what cannot take the focus.
    element.focus_with_options(&options).is_ok()
}

/// Whether `selector` finds anything.
#[must_use]
pub fn is_there(selector: &str) -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| matches!(page.query_selector(selector), Ok(Some(_))))
}

/// Brings an entry of a list that scrolls by itself into view, moving as little as needed.
pub fn scroll_into_list(entry: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    entry.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Presses what `selector` finds, for a command that does what a button does.
pub fn press(selector: &str) {
    let page = web_sys::window().and_then(|window| window.document());
    let found = page.and_then(|page| page.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
