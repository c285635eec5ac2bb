//! Owns the way of the keyboard into the card of a claim, and having fields say what they hold before the page goes.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventInit, HtmlElement};

/// Gives the keyboard's focus to a part of the claim that is open as a card (`data-part`), or to what can take it inside; for
/// one of several that exclude each other, to the one that is chosen. Returns whether there is such a part.
pub fn focus_in_claim(part: &str) -> bool {
    let Some(page) = page() else {
        return false;
    };
    let outer = [".claim-item.focused [data-part=", part, "]"].concat();
    let Ok(Some(found)) = page.query_selector(&outer) else {
        return false;
    };
    let inside = |selector: &str| found.query_selector(selector).ok().flatten();
    let inner = inside(":checked").or_else(|| inside("input, button"));
    let Ok(field) = inner.unwrap_or(found).dyn_into::<HtmlElement>() else {
        return false;
    };
    // Fails only for what cannot take the focus.
    let _ = field.focus();
    true
}

/// Presses a button of the claim that is open as a card.
pub fn press_in_claim(part: &str) {
    if focus_in_claim(part)
        && let Some(button) = page().and_then(|page| page.active_element())
        && let Some(button) = button.dyn_ref::<HtmlElement>()
    {
        button.click();
    }
}

/// Has what is being typed into the page count as typed: the field that has the focus says that it changed, forms that are
/// open say that they are to be kept. Returns whether there was anything of the kind.
pub fn settle_fields() -> bool {
    let Some(page) = page() else {
        return false;
    };
    let mut any = false;
    if let Some(field) = page.active_element()
        && matches!(field.tag_name().as_str(), "INPUT" | "TEXTAREA")
        && field.has_attribute("data-part")
        && field.closest("form").is_ok_and(|form| form.is_none())
    {
        any = tell(&field, "change");
    }
    if let Ok(Some(form)) = page.query_selector("form.evidence-form") {
        any |= tell(&form, "submit");
    }
    any
}

fn tell(element: &Element, what: &str) -> bool {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    // An event that cannot be made is one that nobody hears.
    Event::new_with_event_init_dict(what, &init)
        .is_ok_and(|event| element.dispatch_event(&event).is_ok())
}

fn page() -> Option<Document> {
    web_sys::window()?.document()
}
