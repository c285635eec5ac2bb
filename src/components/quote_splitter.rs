//! Choosing the word before which a quote is split: the words of it in a row, to go through with the arrow keys.

use hearsay_annotate::AnnotationId;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::services::stamp;
use crate::state::{Action, Editing, ReviewAction, use_dispatch, use_document, words_in};
use crate::t;

/// Words offered at most; who splits a longer quote can choose the words in the article.
const MOST: usize = 400;

/// Properties of [`QuoteSplitter`].
#[derive(Properties, PartialEq)]
pub struct QuoteSplitterProps {
    /// Which quote.
    pub id: AnnotationId,
}

/// The words of a quote; choosing one splits before it.
#[component]
pub fn QuoteSplitter(props: &QuoteSplitterProps) -> Html {
    let document = use_document();
    let dispatch = use_dispatch();
    let row = use_node_ref();
    let at = use_state_eq(|| 0_usize);
    {
        let row = row.clone();
        use_effect_with(*at, move |at| {
            let buttons = row
                .cast::<Element>()
                .and_then(|row| row.query_selector_all("button").ok());
            let word = buttons.and_then(|buttons| buttons.get(u32::try_from(*at).ok()?));
            let word = word.and_then(|word| {
                use wasm_bindgen::JsCast;
                word.dyn_into::<HtmlElement>().ok()
            });
            if let Some(word) = word {
                // Fails only for what cannot take the focus.
                let _ = word.focus();
            }
        });
    }
    let Some(open) = document.as_ref() else {
        return html! {};
    };
    let Some(quote) = open.annotations.get(&props.id) else {
        return html! {};
    };
    // Before the first word there is nothing to part from.
    let words: Vec<_> = words_in(&open.article, &quote.target).take(MOST).collect();
    let n = words.len().saturating_sub(1);
    let back = {
        let (dispatch, id) = (dispatch.clone(), props.id.clone());
        move || {
            let editing = Some(Editing::quote(id.clone()));
            dispatch.dispatch(Action::Review(ReviewAction::Edit(editing)));
        }
    };
    let onkeydown = {
        let (at, back) = (at.clone(), back.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = n.saturating_sub(1);
            match event.key().as_str() {
                "ArrowLeft" | "ArrowUp" => at.set(at.saturating_sub(1)),
                "ArrowRight" | "ArrowDown" => at.set((*at + 1).min(last)),
                "Home" => at.set(0),
                "End" => at.set(last),
                "Escape" => back(),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let cancel = Callback::from(move |_: MouseEvent| back());
    html! {
        <div class="splitter">
            <p class="label" id="split-where">{ t!("review-split-where") }</p>
            <div class="split-words" ref={row} role="group" aria-labelledby="split-where" {onkeydown}>
                if let Some(first) = words.first() {
                    <span>{ open.article.slice(*first) }</span>
                }
                { for words.iter().skip(1).enumerate().map(|(nth, word)| {
                    let (dispatch, start) = (dispatch.clone(), word.start);
                    let onclick = Callback::from(move |_: MouseEvent| {
                        let at = Some(start);
                        dispatch.dispatch(Action::Review(ReviewAction::Split { at, stamp: stamp() }));
                    });
                    html! {
                        <button key={word.start} type="button" class="split-word" {onclick}
                            tabindex={if nth == *at { "0" } else { "-1" }}>{ open.article.slice(*word) }</button>
                    }
                }) }
            </div>
            <button type="button" class="button" onclick={cancel}>{ t!("review-split-cancel") }<kbd>{ "Esc" }</kbd></button>
        </div>
    }
}
