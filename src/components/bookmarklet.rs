//! The bookmarklet that sends the page one is looking at to Hearsay, and how to come by it.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::address_field::ProxySetting;

/// Its program; what stands for this page in it is replaced by this page's own address. It loads nothing.
const PROGRAM: &str = include_str!("../boot/send.js");

/// The bookmarklet as an address; nothing where the page has no address of its own.
fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    let home = [location.origin().ok()?, location.pathname().ok()?].concat();
    let program = PROGRAM.trim().replace("HEARSAY_PAGE", &home);
    // What browsers would else take for the end of the address, or undo.
    let encoded = program
        .replace('%', "%25")
        .replace('#', "%23")
        .replace('"', "%22")
        .replace(' ', "%20")
        .replace('<', "%3C")
        .replace('>', "%3E");
    Some(["javascript:", &encoded].concat())
}

/// The bookmarklet, to be dragged. Pressing it here does nothing: this is the page that it sends to.
#[component]
pub fn Bookmarklet() -> Html {
    let onclick = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <a class="button bookmarklet" href={address()} {onclick} draggable="true" title="Drag this to the bookmarks bar">{ "Send to Hearsay" }</a>
    }
}

/// How to bring articles from anywhere, folded away.
#[component]
pub fn FromAnywhere() -> Html {
    let copied = use_state_eq(|| None::<bool>);
    let copy = {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            spawn_local(async move {
                let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
                let done = match (clipboard, address()) {
                    (Some(clipboard), Some(address)) => {
                        JsFuture::from(clipboard.write_text(&address)).await.is_ok()
                    }
                    _ => false,
                };
                copied.set(Some(done));
            });
        })
    };
    html! {
        <details class="from-anywhere">
            <summary>{ "Send pages here from any site" }</summary>
            <p>{ "Drag this to the bookmarks bar: " }<Bookmarklet />{ " Then, on any page with an article, press it: the page as you see it opens here." }</p>
            <ul>
                <li><strong>{ "Chrome, Edge: " }</strong>{ "Ctrl Shift B (⌘ Shift B) shows the bar." }</li>
                <li><strong>{ "Firefox: " }</strong>{ "Ctrl Shift B shows it; where dragging fails, right-click the button, Bookmark Link." }</li>
                <li><strong>{ "Safari: " }</strong>{ "View, Show Favourites Bar; then drag." }</li>
                <li>
                    <strong>{ "Phones: " }</strong>{ "bookmark any page, then edit the bookmark: call it Send to Hearsay and paste its code as the address. To use it, \
                    type its name into the address bar on a page. Or put Hearsay on the home screen and share pages with it." }
                </li>
            </ul>
            <div class="choices">
                <button type="button" class="button" data-role="copy-bookmarklet" onclick={copy}>{ "Copy its code" }</button>
                <span class="soft small" role="status">{ match *copied {
                    Some(true) => "Copied.",
                    Some(false) => "The browser did not allow it; drag the button instead.",
                    None => "",
                } }</span>
            </div>
            <p class="soft small">
                { "It sends the text of the page to this page, in this browser, when you press it, and does nothing else. Nothing of the page runs here." }
            </p>
            <ProxySetting />
        </details>
    }
}
