//! The keys that work everywhere on the page, as the sheet of keys lists them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::dom;
use crate::services::{now, stamp};
use crate::state::{
    Action, Document, Selection, View, WordMove, use_dispatch, use_document, use_selection,
    use_status,
};

/// Properties of [`Keys`].
#[derive(Properties, PartialEq)]
pub struct KeysProps {
    /// The sheet of keys is asked for.
    pub onhelp: Callback<()>,
    /// Escape was pressed while nothing was chosen.
    pub onescape: Callback<()>,
}

/// Listens to the keyboard; draws nothing.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let selection = use_selection();
    let reading = use_status().view == View::Read;
    let (onhelp, onescape) = (props.onhelp.clone(), props.onescape.clone());
    use_effect_with(
        (document, selection, reading),
        move |(document, selection, reading)| {
            let (document, selection, reading) = (document.clone(), selection.clone(), *reading);
            let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                if event.default_prevented() || is_typing(&event) {
                    return;
                }
                if event.key() == "?" {
                    onhelp.emit(());
                    return;
                }
                let (true, Some(open)) = (reading, document.as_ref()) else {
                    return;
                };
                if event.key() == "Escape" {
                    if selection.words.is_none() && selection.focused.is_none() {
                        onescape.emit(());
                    }
                    super::let_go(&dispatch);
                    return;
                }
                if event.key() == "e" && !event.ctrl_key() && !event.meta_key() && !event.alt_key()
                {
                    super::reading::show_evidence();
                    return;
                }
                if let Some(action) = action_of(&event, open, &selection) {
                    event.prevent_default();
                    // The browser may tell of a selection only after a key that was pressed right behind it.
                    if matches!(action, Action::Tag { .. })
                        && let Some(article) = super::reading::article_element()
                        && let Some(words) =
                            dom::selected_span(&article, &open.article, &open.offsets)
                    {
                        dispatch.dispatch(Action::SelectWords(Some(words)));
                    }
                    dispatch.dispatch(action);
                }
            });
            let window = web_sys::window();
            if let Some(window) = &window {
                // Adding a listener to the window does not fail.
                let _ = window
                    .add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
            }
            move || {
                if let Some(window) = window {
                    let _ = window.remove_event_listener_with_callback(
                        "keydown",
                        listener.as_ref().unchecked_ref(),
                    );
                }
            }
        },
    );
    html! {}
}

/// Whether the key goes into a field, a list or a dialog.
fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || target.is_content_editable()
        || target
            .closest("dialog")
            .is_ok_and(|dialog| dialog.is_some())
}

/// What a key does to the open article.
fn action_of(event: &KeyboardEvent, document: &Document, selection: &Selection) -> Option<Action> {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return match (key.to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Some(Action::Undo { now: now() }),
            ("z", true) | ("y", false) => Some(Action::Redo { now: now() }),
            _ => None,
        };
    }
    if event.alt_key() {
        return None;
    }
    let focused = selection.focused.clone();
    match (key.as_str(), event.shift_key()) {
        ("j", _) => Some(next(false, false)),
        ("k", _) => Some(next(true, false)),
        ("w", false) => Some(next(false, true)),
        ("W", true) => Some(next(true, true)),
        ("s", false) => Some(words(WordMove::NextSentence)),
        ("S", true) => Some(words(WordMove::PreviousSentence)),
        ("ArrowRight", true) if selection.words.is_some() => Some(words(WordMove::ExtendEnd)),
        ("ArrowLeft", true) if selection.words.is_some() => Some(words(WordMove::ShrinkEnd)),
        ("a", _) => focused.map(|id| Action::Accept { id, now: now() }),
        ("x" | "Delete" | "Backspace", _) => focused.map(|id| Action::Remove { id, now: now() }),
        _ => {
            let mut chars = key.chars();
            let (only, None) = (chars.next()?, chars.next()) else {
                return None;
            };
            let tag = document.tag_set().by_key(only)?.id.clone();
            let chosen = selection.words.is_some() || focused.is_some();
            chosen.then(|| Action::Tag {
                tag,
                stamp: stamp(),
            })
        }
    }
}

const fn next(back: bool, suggested: bool) -> Action {
    Action::FocusNext { back, suggested }
}

fn words(how: WordMove) -> Action {
    let near = super::reading::article_element()
        .and_then(|article| dom::first_visible_block(&article, super::reading::BAR_HEIGHT))
        .unwrap_or_default();
    Action::MoveWords { how, near }
}
