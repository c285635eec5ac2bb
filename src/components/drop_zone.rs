//! Lets a file or words be dropped or pasted anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, DragEvent, HtmlElement};
use yew::prelude::*;

use crate::services::use_services;
use crate::state::{View, use_status};
use crate::t;

/// Listens to drags over the window; while one is over it, says that it may be dropped.
#[component]
pub fn DropZone() -> Html {
    let services = use_services();
    let over = use_state_eq(|| false);
    // Among annotators, what is dropped are files of theirs.
    let comparing = use_status().view == View::Agreement;
    {
        let over = over.clone();
        use_effect_with(comparing, move |comparing| {
            let comparing = *comparing;
            let listener = Closure::<dyn Fn(DragEvent)>::new(move |event: DragEvent| {
                // A drag of the page's own words is none of ours.
                let Some(dragged) = event.data_transfer().filter(|_| is_from_outside(&event))
                else {
                    return;
                };
                event.prevent_default();
                match event.type_().as_str() {
                    "drop" => {
                        over.set(false);
                        if comparing {
                            services.import_annotators(dragged.files());
                        } else {
                            services.open_transfer(&dragged);
                        }
                    }
                    // Left the window, not just one element for another.
                    "dragleave" if event.related_target().is_none() => over.set(false),
                    "dragleave" => {}
                    _ => over.set(true),
                }
            });
            let window = web_sys::window();
            const EVENTS: [&str; 3] = ["dragover", "dragleave", "drop"];
            for event in EVENTS {
                if let Some(window) = &window {
                    // Adding a listener to the window does not fail.
                    let _ = window
                        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
                }
            }
            move || {
                for event in EVENTS {
                    if let Some(window) = &window {
                        let _ = window.remove_event_listener_with_callback(
                            event,
                            listener.as_ref().unchecked_ref(),
                        );
                    }
                }
            }
        });
    }
    use_paste_anywhere();
    html! {
        if *over {
            <div class="drop-hint" aria-hidden="true"><p>{ t!("open-drop") }</p></div>
        }
    }
}

/// What is pasted outside of fields is opened.
#[hook]
fn use_paste_anywhere() {
    let services = use_services();
    let reading = use_status().view == View::Read;
    use_effect_with(reading, move |reading| {
        let reading = *reading;
        let listener = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            if event.default_prevented() || is_in_field(&event) {
                return;
            }
            let Some(pasted) = event.clipboard_data() else {
                return;
            };
            event.prevent_default();
            if reading {
                services.open_pasted_over(&pasted);
            } else {
                services.open_transfer(&pasted);
            }
        });
        let window = web_sys::window();
        if let Some(window) = &window {
            // Adding a listener to the window does not fail.
            let _ =
                window.add_event_listener_with_callback("paste", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = window {
                let _ = window.remove_event_listener_with_callback(
                    "paste",
                    listener.as_ref().unchecked_ref(),
                );
            }
        }
    });
}

/// Whether the event is about a field or a dialog, which take what is pasted themselves.
fn is_in_field(event: &ClipboardEvent) -> bool {
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok())
    else {
        return false;
    };
    let fields = "input, textarea, select, dialog";
    target.is_content_editable() || target.closest(fields).is_ok_and(|field| field.is_some())
}

/// Whether what is dragged comes from outside of the page: a file, or rich text.
fn is_from_outside(event: &DragEvent) -> bool {
    let Some(dragged) = event.data_transfer() else {
        return false;
    };
    let types = dragged.types();
    types.includes(&"Files".into(), 0)
        || types.includes(&"text/uri-list".into(), 0)
        || types.includes(&"text/html".into(), 0)
        || types.includes(&"text/plain".into(), 0)
}
