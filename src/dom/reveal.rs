//! Owns bringing things into view where that needs more than scrolling: focus, lists with their own scroll bars.

use std::cell::RefCell;

use hearsay_annotate::AnnotationId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::selection::block_element;

/// Gives the keyboard's focus to the first mark of an annotation, without scrolling, and lets go of selected words.
pub fn focus_annotation(root: &Element, id: &AnnotationId) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // A browser that refuses keeps showing its selection; nothing depends on it.
        let _ = selection.remove_all_ranges();
    }
    let mark = find(root, "mark", id).and_then(|mark| mark.dyn_into::<HtmlElement>().ok());
    if let Some(mark) = mark {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for what cannot take the focus.
        let _ = mark.focus_with_options(&options);
    }
}

/// Brings the words into view that tell who says the quote in focus, and gives them the keyboard's focus, which makes them
/// flash.
pub fn show_evidence() {
    let Some(root) = super::article_element() else {
        return;
    };
    let Ok(Some(words)) = root.query_selector("[data-role=evidence]") else {
        return;
    };
    scroll_to(&words, ScrollLogicalPosition::Center);
    if let Some(words) = words.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Again for who asks again: what has the focus already would not flash.
        let _ = words.blur();
        // Fails only for what cannot take the focus.
        let _ = words.focus_with_options(&options);
    }
}

thread_local! {
    /// What had the keyboard's focus before an editor took it.
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Gives the keyboard's focus to `element`, and remembers what had it; not while it is in it already.
pub fn remember_focus(element: &Element) {
    let page = web_sys::window().and_then(|window| window.document());
    let before = page.and_then(|page| page.active_element());
    if before
        .as_ref()
        .is_some_and(|before| element.contains(Some(before)))
    {
        return;
    }
    // The page itself has the focus when what had it is gone.
    if let Some(before) = before.filter(|before| before.tag_name() != "BODY") {
        BEFORE.set(before.dyn_into().ok());
    }
    focus(element);
}

/// Gives the keyboard's focus back to what had it, or to the first mark of an annotation if that is gone.
pub fn return_focus(or_to: Option<&AnnotationId>) {
    let before = BEFORE.take().filter(|before| before.is_connected());
    match (before, or_to, super::article_element()) {
        (Some(before), ..) => focus(&before),
        (_, Some(id), Some(root)) => focus_annotation(&root, id),
        _ => {}
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for what cannot take the focus.
        let _ = element.focus_with_options(&options);
    }
}

/// Brings a block into view, moving as little as needed.
pub fn reveal_block(root: &Element, block_idx: usize) {
    if let Some(block) = block_element(root, block_idx) {
        scroll_to(&block, ScrollLogicalPosition::Nearest);
    }
}

/// Brings the entry of an annotation into view in a list that scrolls by itself, and leaves the page where it is.
pub fn reveal_in_list(list: &Element, id: &AnnotationId) {
    let Some(entry) = find(list, "", id) else {
        return;
    };
    let (frame, entry) = (
        list.get_bounding_client_rect(),
        entry.get_bounding_client_rect(),
    );
    let above = frame.top() - entry.top();
    let below = entry.bottom() - frame.bottom();
    // Of what is higher than the list, the beginning.
    let too_high = below > 0.0 && entry.height() + 2.0 * MARGIN > frame.height();
    let by = if above > 0.0 || too_high {
        -above - MARGIN
    } else if below > 0.0 {
        below + MARGIN
    } else {
        return;
    };
    list.set_scroll_top(list.scroll_top() + by as i32);
}

/// Room left above an entry that is brought into view, in CSS pixels: the heading that sticks there.
const MARGIN: f64 = 48.0;

/// The first element under `root` that the selector finds and that is of this annotation.
pub(super) fn find(root: &Element, selector: &str, id: &AnnotationId) -> Option<Element> {
    // One question to the browser, and not one for each of ten thousand marks.
    let selector = [selector, "[data-annotation=", &quoted(id.as_str()), "]"].concat();
    root.query_selector(&selector).ok()?
}

/// `words` as a string of CSS. Ids may come from imported files, so no sign in them has a meaning (CSS Syntax, section 4.3.7).
fn quoted(words: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in words.chars() {
        match sign {
            '\0'..='\x1f' | '"' | '\\' | '\x7f' => {
                quoted.push('\\');
                let code = u32::from(sign);
                quoted.extend(
                    [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
                );
                quoted.push(' ');
            }
            _ => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_sign_of_an_id_has_a_meaning_in_a_selector() {
        assert_eq!(quoted("urn:uuid:1-a"), r#""urn:uuid:1-a""#);
        assert_eq!(quoted(r#"a"],b"#), r#""a\22 ],b""#);
        assert_eq!(quoted("\\\n\u{7f}é"), r#""\5c \0a \7f é""#);
    }
}
