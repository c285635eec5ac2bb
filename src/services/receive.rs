//! What comes to the page as it opens: a page from the bookmarklet, something shared on a phone.
//!
//! Owns who is believed. Of windows, only the one that opened this one, once, and only about pages of its own site; what
//! it sends is text that is read like any file. Nothing of it runs.

use std::cell::RefCell;
use std::rc::Rc;

use hearsay_extract::MAX_BYTES;
use js_sys::{Object, Reflect};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Url, Window};

use super::timer::sleep;
use crate::state::{Shared, shared};
use crate::t;

/// What the bookmarklet opens this page with.
const RECEIVE: &str = "#receive";

/// Version of the messages.
const VERSION: f64 = 1.0;

/// Milliseconds until nothing is expected any more.
const PATIENCE: i32 = 10_000;

/// Longest address that is taken, in bytes, and longest title, in characters.
const LONGEST: usize = 4_096;

/// Hears what windows say.
type Listener = Closure<dyn FnMut(MessageEvent)>;

/// Why this page was opened.
pub(super) enum Errand {
    /// Something was shared with it.
    Shared(Shared),
    /// The bookmarklet wants to send a page.
    Receive(Window),
    /// The bookmarklet wants to send a page, but the window that it was pressed in cannot be asked.
    Deaf,
}

/// A page that was sent.
#[derive(Debug)]
pub(super) struct Page {
    /// Its address.
    pub(super) address: String,
    /// Its title.
    pub(super) title: String,
    /// Its HTML, as the sender's browser has it.
    pub(super) html: String,
}

/// Why this page was opened, if for more than to be here. Afterwards the address says nothing of it, so that a reload is
/// only a reload.
pub(super) fn errand() -> Option<Errand> {
    let window = web_sys::window()?;
    let location = window.location();
    let errand = if location.hash().is_ok_and(|hash| hash == RECEIVE) {
        let opener = window.opener().ok();
        let opener = opener.filter(JsValue::is_object);
        // A window of another site cannot be looked into, not even to ask what it is.
        opener.map_or(Errand::Deaf, |opener| {
            Errand::Receive(opener.unchecked_into())
        })
    } else {
        let query = web_sys::UrlSearchParams::new_with_str(&location.search().ok()?).ok()?;
        let part = |name: &str| query.get(name).unwrap_or_default();
        Errand::Shared(shared(&part("title"), &part("text"), &part("url"))?)
    };
    let history = window.history().ok()?;
    // A browser that refuses shows a longer address, and no more.
    let _ = history.replace_state_with_url(&JsValue::NULL, "", location.pathname().ok().as_deref());
    Some(errand)
}

/// Asks the window that opened this one for its page; `heard` is called once, with the page or with why there is none.
pub(super) fn receive(opener: Window, heard: impl FnOnce(Result<Page, String>) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let done: Rc<RefCell<Option<Listener>>> = Rc::default();
    let heard = Rc::new(RefCell::new(Some(heard)));
    let finish = {
        let (done, window) = (Rc::clone(&done), window.clone());
        Rc::new(move |outcome: Result<Page, String>| {
            let Some(heard) = heard.borrow_mut().take() else {
                return;
            };
            if let Some(listener) = done.borrow_mut().take() {
                let _ = window.remove_event_listener_with_callback(
                    "message",
                    listener.as_ref().unchecked_ref(),
                );
            }
            // From here on neither window reaches the other.
            let _ = window.set_opener(&JsValue::NULL);
            heard(outcome);
        })
    };
    let listener = {
        let (finish, opener) = (Rc::clone(&finish), opener.clone());
        Listener::new(move |event: MessageEvent| {
            let is_opener = event
                .source()
                .is_some_and(|source| Object::is(&source, &opener));
            // What others say is not even an error: anybody may say anything.
            if is_opener && let Some(page) = page_of(&event) {
                finish(page);
            }
        })
    };
    // Adding a listener to the window does not fail.
    let _ = window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    *done.borrow_mut() = Some(listener);
    let ready = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&ready, &JsValue::from_str(name), &value);
    let _ = set("type", JsValue::from_str("hearsay/ready"));
    let _ = set("version", JsValue::from_f64(VERSION));
    // Any site may have been left for this page; the question tells nothing but that Hearsay is here.
    let asked = opener.post_message(&ready, "*");
    if asked.is_err() {
        finish(Err(deaf()));
        return;
    }
    spawn_local(async move {
        sleep(PATIENCE).await;
        finish(Err(deaf()));
    });
}

/// What to say when no page arrived.
pub(super) fn deaf() -> String {
    t!("open-deaf")
}

/// What the bookmarklet sends.
#[derive(Deserialize)]
struct PageMessage {
    r#type: String,
    version: f64,
    url: String,
    title: String,
    html: String,
}

/// The page that a message carries; `None` when it is no such message of the site that it speaks of.
fn page_of(event: &MessageEvent) -> Option<Result<Page, String>> {
    // A message is a copy without behaviour (HTML, section 2.7, structured data), so writing it down runs nothing. What
    // refers to itself cannot be written, and is no message of ours.
    let json: String = js_sys::JSON::stringify(&event.data()).ok()?.into();
    let message: PageMessage = serde_json::from_str(&json).ok()?;
    drop(json);
    let is_ours = message.r#type == "hearsay/page" && message.version == VERSION;
    if !is_ours || message.url.len() > LONGEST {
        return None;
    }
    let url = Url::new(&message.url).ok()?;
    let of_the_web = matches!(url.protocol().as_str(), "http:" | "https:");
    if !of_the_web || url.origin() != event.origin() {
        return None;
    }
    if message.html.len() > MAX_BYTES {
        return Some(Err(t!("open-page-too-large")));
    }
    url.set_hash("");
    Some(Ok(Page {
        address: url.href(),
        title: message.title.chars().take(LONGEST).collect(),
        html: message.html,
    }))
}
