//! The sheet that lists every key.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};

/// What keys do, in the order to learn them.
const KEYS: [(&[&str], &str); 15] = [
    (&["J"], "Next quote or claim"),
    (&["K"], "Previous quote or claim"),
    (&["W"], "Next claim worth checking"),
    (&["Shift", "W"], "Previous claim worth checking"),
    (&["E"], "Show the words that tell who speaks"),
    (
        &["1", "…", "7"],
        "Tag the chosen words, or the quote in focus",
    ),
    (&["S"], "Choose the next sentence"),
    (&["Shift", "S"], "Choose the previous sentence"),
    (&["Shift", "←", "→"], "Shrink or extend the chosen words"),
    (&["A"], "Accept the quote or claim in focus"),
    (&["X"], "Reject the quote, dismiss or remove the claim"),
    (&["Ctrl", "Z"], "Undo"),
    (&["Ctrl", "Shift", "Z"], "Redo"),
    (&["Esc"], "Let go of words, focus, panel"),
    (&["?"], "This sheet"),
];

/// Properties of [`Shortcuts`].
#[derive(Properties, PartialEq)]
pub struct ShortcutsProps {
    /// The sheet was closed.
    pub onclose: Callback<()>,
}

/// The sheet, open from its first appearance on.
#[component]
pub fn Shortcuts(props: &ShortcutsProps) -> Html {
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
        let onclose = props.onclose.clone();
        Callback::from(move |_: Event| onclose.emit(()))
    };
    html! {
        <dialog class="shortcuts" ref={node} {onclose} aria-labelledby="shortcuts-title">
            <header>
                <h2 id="shortcuts-title">{ "Keys" }</h2>
                <button type="button" class="button plain icon" aria-label="Close" onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </header>
            <dl>
                { for KEYS.iter().map(|(keys, what)| html! {
                    <>
                        <dt>{ for keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</dt>
                        <dd>{ *what }</dd>
                    </>
                }) }
            </dl>
        </dialog>
    }
}
