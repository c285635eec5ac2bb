//! How pages get here from any site, folded away: the bookmarklet, and a proxy of the person's own.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::address_field::{input, value_of};
use crate::state::{Action, is_proxy, use_dispatch, use_settings};

/// The program of the bookmarklet; what stands for this page in it is replaced by this page's own address. It loads nothing.
const PROGRAM: &str = include_str!("../boot/send.js");

/// The bookmarklet as an address; nothing where the page has no address of its own.
fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    let home = [location.origin().ok()?, location.pathname().ok()?].concat();
    // In a string of a script, and in an address: what would end either is written otherwise.
    let home = home.replace(['"', '\\'], "");
    let program = PROGRAM.trim().replace("HEARSAY_PAGE", &home);
    let encoded: String = js_sys::encode_uri(&program).into();
    Some(["javascript:", &encoded.replace('#', "%23")].concat())
}

/// The bookmarklet, to be dragged. Pressing it here does nothing: this is the page that it sends to.
pub(super) fn bookmarklet() -> Html {
    let onclick = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <a class="button bookmarklet" href={address()} {onclick} draggable="true" title="Drag this to the bookmarks bar">{ "Send to Hearsay" }</a>
    }
}

/// Where each browser keeps its bookmarks, and how to put one there.
const BROWSERS: [(&str, &str); 4] = [
    ("Chrome, Edge", "Ctrl Shift B (⌘ Shift B) shows the bar."),
    (
        "Firefox",
        "Ctrl Shift B shows the bar; or right-click the button, then Bookmark Link.",
    ),
    ("Safari", "View, Show Favourites Bar; then drag."),
    (
        "Phones",
        "bookmark any page, edit the bookmark, call it Send to Hearsay and paste its code as the address; to use it, type its name into the address bar on a page. Or put Hearsay on the home screen and share pages with it.",
    ),
];

/// All of it.
#[component]
pub fn FromAnywhere() -> Html {
    let dispatch = use_dispatch();
    let kept = use_settings().proxy.clone();
    let typed = use_state_eq(|| None::<String>);
    let copied = use_state_eq(|| "");
    let copy = {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            spawn_local(async move {
                let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
                if let (Some(clipboard), Some(address)) = (clipboard, address()) {
                    let done = JsFuture::from(clipboard.write_text(&address)).await;
                    copied.set(match done {
                        Ok(_) => "Copied.",
                        Err(_) => "The browser did not allow it; drag the button instead.",
                    });
                }
            });
        })
    };
    let in_use = kept.is_some();
    let shown = (*typed).clone().or(kept).unwrap_or_default();
    let wrong = !shown.trim().is_empty() && !is_proxy(shown.trim());
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(Some(value_of(&event))))
    };
    let onsubmit = {
        let proxy = Some(shown.trim().to_owned()).filter(|proxy| !proxy.is_empty());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !wrong {
                dispatch.dispatch(Action::SetProxy(proxy.clone()));
                typed.set(None);
            }
        })
    };
    html! {
        <details class="from-anywhere">
            <summary>{ "Send pages here from any site" }</summary>
            <p>{ "Drag this to the bookmarks bar: " }{ bookmarklet() }{ " Then press it on any page with an article: the page opens here as you see it there." }</p>
            <ul>
                { for BROWSERS.iter().map(|(browser, how)| html! { <li><strong>{ *browser }</strong>{ ": " }{ *how }</li> }) }
            </ul>
            <div class="choices">
                <button type="button" class="button" data-role="copy-bookmarklet" onclick={copy}>{ "Copy its code" }</button>
                <span class="soft small" role="status">{ *copied }</span>
            </div>
            <p class="soft small">{ "It hands the page to this one, in your browser, when you press it. Nothing of the page runs here." }</p>
            <form class="proxy" {onsubmit}>
                <label for="proxy">{ "A proxy of your own for addresses that sites refuse" }{ if in_use { " (in use)" } else { " (none)" } }</label>
                <div class="row">
                    { input("proxy", "https://proxy.example/?url={url}", shown, oninput, wrong) }
                    <button type="submit" class="button" disabled={wrong}>{ "Keep" }</button>
                </div>
                <p class="soft small">{ "It sees the addresses and the words of the pages fetched through it. Hearsay brings none of its own. Empty for none." }</p>
            </form>
        </details>
    }
}
