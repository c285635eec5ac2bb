//! The sheet that lists every key.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::commands::{self, Group};
use crate::state::{Action, LayoutAction, use_dispatch};
use crate::{t, words};

/// The sheet, open from its first appearance on.
#[component]
pub fn Shortcuts() -> Html {
    let dispatch = use_dispatch();
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
    let onclose = Callback::from(move |_: Event| {
        dispatch.dispatch(Action::Layout(LayoutAction::Over(None)));
    });
    let group = |group: Group| {
        let with_keys = commands::all()
            .filter(|command| command.group == group)
            .filter_map(|command| Some((command, command.keys.first()?)));
        let tags = (group == Group::Tag).then(|| {
            let keys = ["1", "…", "9"].map(String::from);
            row(&keys, t!("keys-tag"))
        });
        html! {
            <section key={group.message()}>
                <h3>{ words::message(group.message(), &[]) }</h3>
                <dl>
                    { tags }
                    { for with_keys.map(|(command, press)| row(&press.told(), command.label())) }
                </dl>
            </section>
        }
    };
    html! {
        <dialog class="shortcuts" ref={node} {onclose} aria-labelledby="shortcuts-title">
            <header>
                <h2 id="shortcuts-title">{ t!("keys-title") }</h2>
                <button type="button" class="button plain icon" aria-label={t!("keys-close")} onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </header>
            { for Group::ALL.into_iter().map(group) }
        </dialog>
    }
}

fn row(keys: &[String], what: String) -> Html {
    html! {
        <>
            <dt>{ for keys.iter().map(|key| html! { <><kbd>{ key }</kbd>{ " " }</> }) }</dt>
            <dd>{ what }</dd>
        </>
    }
}
