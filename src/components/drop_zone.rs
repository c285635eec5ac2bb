//! Lets a file or words be dropped anywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::services::use_services;

/// Listens to drags over the window; while one is over it, says that it may be dropped.
#[component]
pub fn DropZone() -> Html {
    let services = use_services();
    let over = use_state_eq(|| false);
    {
        let over = over.clone();
        use_effect_with((), move |()| {
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
                        services.open_transfer(&dragged);
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
    html! {
        if *over {
            <div class="drop-hint" aria-hidden="true"><p>{ "Drop the article here" }</p></div>
        }
    }
}

/// Whether what is dragged comes from outside of the page: a file, or rich text.
fn is_from_outside(event: &DragEvent) -> bool {
    let Some(dragged) = event.data_transfer() else {
        return false;
    };
    let types = dragged.types();
    types.includes(&"Files".into(), 0)
        || types.includes(&"text/html".into(), 0)
        || types.includes(&"text/plain".into(), 0)
}
