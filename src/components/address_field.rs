//! The field for a web address, and what to do when its site refuses.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::from_anywhere::bookmarklet;
use crate::services::use_services;
use crate::state::{Action, OpeningAction, Refusal, use_dispatch, use_opening};
use crate::t;

/// The field with its button; below it, once a site has refused, why, and what works instead.
#[component]
pub fn AddressField() -> Html {
    let services = use_services();
    let opening = use_opening();
    let dispatch = use_dispatch();
    let typed = use_state_eq(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(value_of(&event)))
    };
    let onsubmit = {
        let services = services.clone();
        let typed = typed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            services.open_address(&typed);
        })
    };
    let refusal = opening.refusal.as_ref().map(|refusal| {
        let address = refusal.address.clone();
        let again = Callback::from(move |_: MouseEvent| services.open_address(&address));
        let dismiss = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Opening(OpeningAction::RefusalRead));
        });
        ways(refusal, again, dismiss)
    });
    html! {
        <>
            <form class="address" {onsubmit}>
                <label for="address">{ t!("open-address") }</label>
                <div class="row">
                    { input("address", "https://…", (*typed).clone(), oninput, false) }
                    <button type="submit" class="button">{ t!("open-fetch") }</button>
                </div>
            </form>
            { for refusal }
        </>
    }
}

/// A field for an address.
pub(super) fn input(
    id: &'static str,
    placeholder: &'static str,
    value: String,
    oninput: Callback<InputEvent>,
    wrong: bool,
) -> Html {
    html! {
        <input {id} class="field" type="text" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false"
            {placeholder} {oninput} {value} aria-invalid={wrong.then_some("true")} />
    }
}

/// What was typed.
pub(super) fn value_of(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// Why a site refused, and what works instead.
fn ways(refusal: &Refusal, again: Callback<MouseEvent>, dismiss: Callback<MouseEvent>) -> Html {
    html! {
        <section class="refusal" role="alert" aria-label={t!("refusal-title")}>
            <p><strong>{ &refusal.message }</strong></p>
            <p>{ t!("refusal-ways") }</p>
            <ol class="ways">
                <li>
                    <a href={refusal.address.clone()} target="_blank" rel="noopener noreferrer">{ t!("refusal-open-page") }</a>
                    { " " }{ bookmarklet() }{ " " }{ t!("refusal-bookmarklet") }
                </li>
                <li>{ t!("refusal-save") }</li>
                <li>{ t!("refusal-copy") }</li>
                <li>{ t!("refusal-phone") }</li>
            </ol>
            <div class="choices">
                <button type="button" class="button" onclick={again}>{ t!("notice-try-again") }</button>
                <button type="button" class="button plain" onclick={dismiss}>{ t!("refusal-dismiss") }</button>
            </div>
        </section>
    }
}
