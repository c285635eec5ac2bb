//! What happens when the page is left or hidden.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, Window};

/// The listeners; they stop listening when this is dropped.
pub(super) struct Leaving {
    window: Option<Window>,
    listener: Closure<dyn Fn(Event)>,
}

const EVENTS: [&str; 3] = ["pagehide", "visibilitychange", "beforeunload"];

/// Calls `leave` whenever the page is hidden or left. When it says that something would be lost, the browser asks the
/// person before the page is left.
pub(super) fn listen(leave: impl Fn() -> bool + 'static) -> Leaving {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if leave() && event.type_() == "beforeunload" {
            event.prevent_default();
        }
    });
    let window = web_sys::window();
    if let Some(window) = &window {
        for event in EVENTS {
            // Adding a listener to the window does not fail.
            let _ =
                window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
    }
    Leaving { window, listener }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(window) = &self.window {
            for event in EVENTS {
                let _ = window.remove_event_listener_with_callback(
                    event,
                    self.listener.as_ref().unchecked_ref(),
                );
            }
        }
    }
}
