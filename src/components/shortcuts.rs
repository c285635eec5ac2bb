//! The sheet that lists every key.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::commands::{self, Group};
use crate::state::{Action, LayoutAction, Over, use_dispatch, use_document, use_settings};
use crate::{t, words};

/// The sheet, open from its first appearance on.
#[component]
pub fn Shortcuts() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let letter_keys = use_settings().letter_keys;
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
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onclose = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: Event| {
            dispatch.dispatch(Action::Layout(LayoutAction::Gone(Over::Keys)));
        })
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // A browser that cannot print says so itself.
            let _ = window.print();
        }
    });
    let switch = Callback::from(move |_: Event| {
        dispatch.dispatch(Action::SetLetterKeys(!letter_keys));
    });
    // The keys of the tags are those of the set in use.
    let tags: Html = match document.as_ref() {
        Some(open) => {
            let set = open.tag_set();
            let with_key = set.tags.iter().filter_map(|tag| Some((tag, tag.key?)));
            let tags = with_key.map(|(tag, key)| {
                let key: String = key.to_uppercase().collect();
                row(&[vec![key]], t!("palette-tag-as", tag = &tag.label))
            });
            html! {
                <section>
                    <h3>{ t!("keys-tags-of", set = &set.name) }</h3>
                    <p class="soft small">{ t!("keys-tag") }</p>
                    <dl>{ for tags }</dl>
                </section>
            }
        }
        None => Html::default(),
    };
    let group = |group: Group| {
        let with_keys = commands::all()
            .filter(|command| command.group == group && !command.keys.is_empty())
            .map(|command| {
                let presses: Vec<_> = command.keys.iter().map(commands::Press::told).collect();
                row(&presses, command.label())
            });
        let rows: Vec<Html> = with_keys.collect();
        if rows.is_empty() {
            return Html::default();
        }
        html! {
            <section key={group.message()}>
                <h3>{ words::message(group.message(), &[]) }</h3>
                <dl>{ rows }</dl>
            </section>
        }
    };
    html! {
        <dialog class="shortcuts" ref={node} {onclose} aria-labelledby="shortcuts-title">
            <header>
                <h2 id="shortcuts-title">{ t!("keys-title") }</h2>
                <button type="button" class="button plain" onclick={print}>{ t!("keys-print") }</button>
                <button type="button" class="button plain icon" aria-label={t!("keys-close")} onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </header>
            <div class="groups">
                { for Group::ALL.into_iter().map(group) }
                { tags }
            </div>
            <label class="switch">
                <input type="checkbox" checked={letter_keys} onchange={switch} data-role="letter-keys" />
                { t!("keys-letters") }
            </label>
        </dialog>
    }
}

fn row(presses: &[Vec<String>], what: String) -> Html {
    html! {
        <div>
            <dt>
                { for presses.iter().enumerate().map(|(nth, press)| html! {
                    <>
                        if nth > 0 { <span class="soft small">{ t!("keys-or") }</span> }
                        { keys(press) }
                    </>
                }) }
            </dt>
            <dd>{ what }</dd>
        </div>
    }
}

/// Keys pressed together.
pub(super) fn keys(keys: &[String]) -> Html {
    html! { { for keys.iter().map(|key| html! { <kbd>{ key }</kbd> }) } }
}
