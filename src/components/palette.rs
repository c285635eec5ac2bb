//! The palette of commands: a field that finds what can be done, and the list of what it found.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::shortcuts::keys;
use crate::commands::{Context, offers, use_commands};
use crate::dom;
use crate::state::{Action, LayoutAction, Over, ranked, use_library};
use crate::t;

/// Entries that are drawn: nobody reads further, but types more.
const N_SHOWN: usize = 60;

/// How far *Page up* and *Page down* go.
const PAGE: usize = 8;

/// The palette; open from its first appearance on. The pattern is the ARIA practices' combobox with a listbox: the focus
/// stays in the field, and the entry that Enter would choose is told as its active descendant.
#[component]
pub fn Palette() -> Html {
    let context = use_commands();
    let library = use_library();
    // The field takes the browser's selection away: what is done is done to what was chosen before.
    let context = use_memo((), |()| context);
    let offered = {
        let context = context.clone();
        use_memo(library, move |library| offers(&context, library))
    };
    let query = use_state_eq(String::new);
    let at = use_state_eq(|| 0_usize);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                // Fails only when it is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let shown: Vec<_> = offered.iter().map(|offer| &offer.shown).collect();
    let found = Rc::new(ranked(&shown, &query, &context.layout.recent));
    let n_shown = found.len().min(N_SHOWN);
    {
        let node = node.clone();
        use_effect_with((*at, (*query).clone()), move |_| {
            let chosen = node.cast::<Element>().and_then(|dialog| {
                let chosen = dialog.query_selector("[role=option][aria-selected=true]");
                chosen.ok().flatten()
            });
            if let Some(chosen) = chosen {
                dom::scroll_into_list(&chosen);
            }
        });
    }
    let choose = {
        let (node, found, offered) = (node.clone(), found.clone(), offered.clone());
        let context = context.clone();
        Callback::from(move |nth: usize| {
            let Some(offer) = found.get(nth).and_then(|idx| offered.get(*idx)) else {
                return;
            };
            // First, so that the focus is where it was before what is done moves it.
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            restore_words(&context);
            offer.run(&context);
        })
    };
    let oninput = {
        let (query, at) = (query.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let onkeydown = {
        let (at, choose, node) = (at.clone(), choose.clone(), node.clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = n_shown.saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.set(if *at >= last { 0 } else { *at + 1 }),
                "ArrowUp" => at.set(if *at == 0 { last } else { *at - 1 }),
                "PageDown" => at.set((*at + PAGE).min(last)),
                "PageUp" => at.set(at.saturating_sub(PAGE)),
                // Enter that ends the writing of a Chinese or Japanese word is none of ours.
                "Enter" if !event.is_composing() => choose.emit(*at),
                "k" if event.ctrl_key() || event.meta_key() => {
                    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                        dialog.close();
                    }
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onclose = {
        let context = context.clone();
        Callback::from(move |_: Event| {
            context.tell(Action::Layout(LayoutAction::Gone(Over::Palette)));
        })
    };
    // A press beside the palette closes it.
    let onclick = {
        let node = node.clone();
        Callback::from(move |event: MouseEvent| {
            let dialog = node.cast::<HtmlDialogElement>();
            let target = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(dialog) = dialog.filter(|dialog| target.as_ref() == Some(dialog)) {
                dialog.close();
            }
        })
    };
    let chosen = (*at).min(n_shown.saturating_sub(1));
    let option = |nth: usize, idx: usize| {
        let shown = &offered[idx].shown;
        let choose = choose.reform(move |_: MouseEvent| nth);
        html! {
            <li key={shown.id.clone()} id={option_id(nth)} role="option" aria-selected={(nth == chosen).to_string()} onclick={choose}>
                <span class="label">{ &shown.label }</span>
                <span class="soft small">{ &shown.group }</span>
                <span class="keys">{ keys(&shown.keys) }</span>
            </li>
        }
    };
    html! {
        <dialog class="palette" ref={node} {onclose} {onclick} aria-label={t!("palette-title")}>
            <div class="inside">
                <input type="text" class="field" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
                    aria-activedescendant={(n_shown > 0).then(|| option_id(chosen))} aria-label={t!("palette-label")}
                    placeholder={t!("palette-placeholder")} autocomplete="off" autocapitalize="none" spellcheck="false" autofocus=true
                    {oninput} {onkeydown} value={(*query).clone()} />
                <ul id="palette-list" role="listbox" aria-label={t!("palette-title")}>
                    { for found.iter().take(N_SHOWN).enumerate().map(|(nth, idx)| option(nth, *idx)) }
                </ul>
                if n_shown == 0 {
                    <p class="soft none">{ t!("palette-none") }</p>
                }
                <p class="visually-hidden" role="status">{ t!("palette-found", n = found.len()) }</p>
            </div>
        </dialog>
    }
}

fn option_id(nth: usize) -> String {
    ["palette-", &nth.to_string()].concat()
}

/// Words that were selected when the palette came up are selected again.
fn restore_words(context: &Context) {
    let (Some(open), Some(words)) = (context.document.as_ref(), context.selection.words) else {
        return;
    };
    if let Some(article) = dom::article_element() {
        dom::select_span(&article, &open.article, &open.offsets, words);
    }
    context.tell(Action::SelectWords(Some(words)));
}
