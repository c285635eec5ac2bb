//! The keyboard: every command that has a key, and the keys of the tag set.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::commands::{self, Context, use_commands};
use crate::dom;
use crate::services::stamp;
use crate::state::Action;

/// Listens to the keyboard; draws nothing.
#[component]
pub fn Keys() -> Html {
    let context = use_commands();
    use_effect_with(context, move |context| {
        let context = context.clone();
        let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let typing = is_typing(&event);
            if event.default_prevented() || typing && !reaches_fields(&event) {
                return;
            }
            let with = event.ctrl_key() || event.meta_key() || event.alt_key();
            if !context.settings.letter_keys && !with && event.key().chars().count() == 1 {
                return;
            }
            if let Some(command) = commands::pressed(&event, &context) {
                event.prevent_default();
                (command.run)(&context);
            } else if let Some(action) = commands::annotator_of(&event, &context) {
                event.prevent_default();
                context.tell(action);
            } else if let Some(action) = tag_of(&event, &context) {
                event.prevent_default();
                tell_selection(&context);
                context.tell(action);
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
    });
    html! {}
}

/// The browser may tell of a selection only after a key that was pressed right behind it.
fn tell_selection(context: &Context) {
    if let (Some(open), Some(article)) = (context.document.as_ref(), dom::article_element())
        && let Some(words) = dom::selected_span(&article, &open.article, &open.offsets)
    {
        context.tell(Action::SelectWords(Some(words)));
    }
}

/// Whether the key does something in fields too: the palette's and the one that goes to messages. Nothing does over a dialog.
fn reaches_fields(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let is_ours = key == "F6" || (event.ctrl_key() || event.meta_key()) && key == "k";
    is_ours && !dom::is_there("dialog[open]")
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

/// The tag that a key gives to what is chosen.
fn tag_of(event: &KeyboardEvent, context: &Context) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || !context.is_reading() {
        return None;
    }
    let key = event.key();
    let mut chars = key.chars();
    let (only, None) = (chars.next()?, chars.next()) else {
        return None;
    };
    let tag = context
        .document
        .as_ref()?
        .tag_set()
        .by_key(only)?
        .id
        .clone();
    let chosen = context.selection.words.is_some() || context.selection.focused.is_some();
    chosen.then(|| Action::Tag {
        tag,
        stamp: stamp(),
    })
}
