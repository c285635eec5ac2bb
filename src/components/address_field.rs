//! The field for a web address, and what to do when its site refuses.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::bookmarklet::Bookmarklet;
use crate::services::use_services;
use crate::state::{Action, OpeningAction, is_proxy, use_dispatch, use_opening, use_settings};

/// The field, with its button.
#[component]
pub fn AddressField() -> Html {
    let services = use_services();
    let typed = use_state_eq(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let typed = typed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            services.open_address(&typed);
        })
    };
    html! {
        <form class="address" {onsubmit}>
            <label for="address">{ "Or open a web address" }</label>
            <div class="row">
                <input id="address" class="field" type="text" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false"
                    placeholder="https://…" {oninput} value={(*typed).clone()} />
                <button type="submit" class="button">{ "Fetch" }</button>
            </div>
        </form>
    }
}

/// Why the address could not be opened, and what works instead; nothing when nothing was refused.
#[component]
pub fn RefusalPanel() -> Html {
    let opening = use_opening();
    let dispatch = use_dispatch();
    let services = use_services();
    let Some(refusal) = opening.refusal.clone() else {
        return html! {};
    };
    let again = {
        let address = refusal.address.clone();
        Callback::from(move |_: MouseEvent| services.open_address(&address))
    };
    let dismiss = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Opening(OpeningAction::RefusalRead));
    });
    html! {
        <section class="refusal" role="alert" aria-label="The address could not be opened">
            <p class="why"><strong>{ &refusal.message }</strong></p>
            <p>{ "A page in your own browser can be brought here in other ways:" }</p>
            <ol class="ways">
                <li>
                    <a href={refusal.address.clone()} target="_blank" rel="noopener noreferrer">{ "Open the page" }</a>
                    { " and press " }<Bookmarklet />{ " in the bookmarks bar. Drag it there once." }
                </li>
                <li>{ "Or save the page (" }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "S" }</kbd>{ ") and drop the file here." }</li>
                <li>{ "Or copy all of it (" }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "A" }</kbd>{ ", " }<kbd>{ "Ctrl" }</kbd>{ " " }<kbd>{ "C" }</kbd>{ ") and paste it here." }</li>
                <li>{ "On a phone: put Hearsay on the home screen, then share the page's text with it." }</li>
            </ol>
            <div class="choices">
                <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                <button type="button" class="button plain" onclick={dismiss}>{ "Dismiss" }</button>
            </div>
            <ProxySetting />
        </section>
    }
}

/// A proxy of the person's own: off, and explained.
#[component]
pub fn ProxySetting() -> Html {
    let dispatch = use_dispatch();
    let settings = use_settings();
    let typed = use_state_eq(|| None::<String>);
    let shown = (*typed)
        .clone()
        .or_else(|| settings.proxy.clone())
        .unwrap_or_default();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(Some(
                event.target_unchecked_into::<HtmlInputElement>().value(),
            ));
        })
    };
    let good = shown.trim().is_empty() || is_proxy(&shown);
    let onsubmit = {
        let (typed, shown) = (typed.clone(), shown.trim().to_owned());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if shown.is_empty() || is_proxy(&shown) {
                let proxy = Some(shown.clone()).filter(|proxy| !proxy.is_empty());
                dispatch.dispatch(Action::SetProxy(proxy));
                typed.set(None);
            }
        })
    };
    let kept = settings.proxy.is_some();
    html! {
        <details class="proxy">
            <summary>{ "A proxy of your own" }{ if kept { " (in use)" } else { " (none)" } }</summary>
            <form {onsubmit}>
                <label for="proxy">{ "Address of a proxy that you run or trust; {url} stands for the page’s address" }</label>
                <div class="row">
                    <input id="proxy" class="field" type="text" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false"
                        placeholder="https://proxy.example/?url={url}" value={shown} {oninput} aria-invalid={(!good).then_some("true")} />
                    <button type="submit" class="button" disabled={!good}>{ "Keep" }</button>
                </div>
                <p class="soft small">
                    { "Pages that sites refuse are then fetched through it. It sees their addresses and their words. Hearsay brings none of \
                       its own; this stays in this browser. Empty for none." }
                </p>
            </form>
        </details>
    }
}
