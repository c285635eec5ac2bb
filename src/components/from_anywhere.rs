//! How pages get here from any site, folded away: the bookmarklet, and a proxy of the person's own.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::address_field::{input, value_of};
use crate::state::{Action, is_proxy, use_dispatch, use_settings};
use crate::t;

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
        <a class="button bookmarklet" href={address()} {onclick} draggable="true" title={t!("from-drag-title")}>{ t!("from-bookmarklet") }</a>
    }
}

/// Where each browser keeps its bookmarks, and how to put one there.
fn browsers() -> [(String, String); 4] {
    [
        (String::from("Chrome, Edge"), t!("from-chrome")),
        (String::from("Firefox"), t!("from-firefox")),
        (String::from("Safari"), t!("from-safari")),
        (t!("from-phones"), t!("from-phones-how")),
    ]
}

/// All of it.
#[component]
pub fn FromAnywhere() -> Html {
    let dispatch = use_dispatch();
    let kept = use_settings().proxy.clone();
    let typed = use_state_eq(|| None::<String>);
    let copied = use_state_eq(String::new);
    let copy = {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            spawn_local(async move {
                let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
                if let (Some(clipboard), Some(address)) = (clipboard, address()) {
                    let done = JsFuture::from(clipboard.write_text(&address)).await;
                    copied.set(match done {
                        Ok(_) => t!("from-copied"),
                        Err(_) => t!("from-not-copied"),
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
            <summary>{ t!("from-title") }</summary>
            <p>{ t!("from-drag") }{ " " }{ bookmarklet() }{ " " }{ t!("from-then") }</p>
            <ul>
                { for browsers().into_iter().map(|(browser, how)| html! { <li><strong>{ browser }</strong>{ ": " }{ how }</li> }) }
            </ul>
            <div class="choices">
                <button type="button" class="button" data-role="copy-bookmarklet" onclick={copy}>{ t!("from-copy") }</button>
                <span class="soft small" role="status">{ (*copied).clone() }</span>
            </div>
            <p class="soft small">{ t!("from-safe") }</p>
            <form class="proxy" {onsubmit}>
                <label for="proxy">{ if in_use { t!("from-proxy-in-use") } else { t!("from-proxy-none") } }</label>
                <div class="row">
                    { input("proxy", "https://proxy.example/?url={url}", shown, oninput, wrong) }
                    <button type="submit" class="button" disabled={wrong}>{ t!("from-proxy-keep") }</button>
                </div>
                <p class="soft small">{ t!("from-proxy-hint") }</p>
            </form>
        </details>
    }
}
