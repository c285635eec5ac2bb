//! Fetches what is at a web address, as far as its site allows: no cookies, no referrer, nothing that the person did not
//! ask for.
//!
//! Owns the request, its limits and what is wrong when it fails. What is made of the bytes is left to `opening`.

use std::cell::Cell;
use std::rc::Rc;

use hearsay_extract::MAX_FILE_BYTES;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestInit,
    RequestMode, Response, Url,
};

use super::timer::sleep;
use crate::state::{Obstacle, Step, proxied};

/// Milliseconds without a byte after which a site is given up.
const PATIENCE: i32 = 30_000;

/// What was at an address.
pub(super) struct Fetched {
    /// All of it.
    pub(super) bytes: ArrayBuffer,
    /// Its media type, as the site has it.
    pub(super) media_type: Option<String>,
    /// Where it was in the end, redirections followed, without a fragment.
    pub(super) address: String,
}

/// An address that can be fetched, as browsers write it, and its host. Unencrypted addresses become encrypted ones, but for
/// this very machine: a page that came encrypted may fetch nothing else.
pub(super) fn checked(address: &str) -> Option<(String, String)> {
    let url = Url::new(address).ok()?;
    let host = url.hostname();
    let is_here = matches!(host.as_str(), "localhost" | "127.0.0.1");
    match url.protocol().as_str() {
        "https:" => {}
        "http:" if is_here => {}
        "http:" => url.set_protocol("https:"),
        _ => return None,
    }
    // Nobody's password is sent along.
    url.set_username("");
    url.set_password("");
    url.set_hash("");
    (!host.is_empty()).then(|| (url.href(), host))
}

/// Fetches `address`; where its site refuses, by way of the person's own `proxy` if they have one.
///
/// # Errors
///
/// What stands in the way.
pub(super) async fn fetch(
    address: &str,
    proxy: Option<&str>,
    abort: &AbortController,
    on_progress: &dyn Fn(Step),
) -> Result<Fetched, Obstacle> {
    match (attempt(address, abort, on_progress).await, proxy) {
        (Err(Obstacle::Blocked), Some(proxy)) => {
            let by_proxy = proxied(proxy, address);
            let mut fetched = attempt(&by_proxy, abort, on_progress).await?;
            fetched.address = address.to_owned();
            Ok(fetched)
        }
        (outcome, _) => outcome,
    }
}

async fn attempt(
    address: &str,
    abort: &AbortController,
    on_progress: &dyn Fn(Step),
) -> Result<Fetched, Obstacle> {
    let window = web_sys::window().ok_or(Obstacle::Blocked)?;
    let watch = Watch::new(abort);
    let init = RequestInit::new();
    init.set_method("GET");
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&abort.signal()));
    let failed = |watch: &Watch| {
        if watch.ran_out.get() {
            Obstacle::Silent
        } else if window.navigator().on_line() {
            Obstacle::Blocked
        } else {
            Obstacle::Offline
        }
    };
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await;
    let response: Response = response
        .ok()
        .and_then(|response| response.dyn_into().ok())
        .ok_or_else(|| failed(&watch))?;
    if !response.ok() {
        return Err(Obstacle::Status(response.status()));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let total = header("content-length").and_then(|length| length.parse::<usize>().ok());
    if total.is_some_and(|total| total > MAX_FILE_BYTES) {
        abort.abort();
        return Err(Obstacle::TooLarge);
    }
    let body = response.body().ok_or(Obstacle::Empty)?;
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| failed(&watch))?;
    let mut pieces = Vec::new();
    let mut done = 0;
    while let Some(piece) = next(&reader).await.map_err(|_| failed(&watch))? {
        done += piece.length() as usize;
        if done > MAX_FILE_BYTES {
            abort.abort();
            return Err(Obstacle::TooLarge);
        }
        pieces.push(piece);
        watch.saw_something();
        // Of what is sent compressed, more arrives than was announced.
        let total = total.filter(|total| *total >= done);
        on_progress(Step::Fetching { done, total });
    }
    if done == 0 {
        return Err(Obstacle::Empty);
    }
    // No more than the limit, which fits.
    let whole = Uint8Array::new_with_length(done as u32);
    let mut at = 0;
    for piece in pieces {
        whole.set(&piece, at);
        at += piece.length();
    }
    let url = response.url();
    Ok(Fetched {
        bytes: whole.buffer(),
        media_type: header("content-type"),
        address: checked(&url).map_or(url, |(address, _)| address),
    })
}

/// The next piece of a stream; `None` at its end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let read = JsFuture::from(reader.read()).await?;
    if Reflect::get(&read, &JsValue::from_str("done"))?.is_truthy() {
        return Ok(None);
    }
    let value = Reflect::get(&read, &JsValue::from_str("value"))?;
    value.dyn_into().map(Some)
}

/// Ends a request that has been silent for too long.
struct Watch {
    ran_out: Rc<Cell<bool>>,
    seen: Rc<Cell<u32>>,
    over: Rc<Cell<bool>>,
}

impl Watch {
    fn new(abort: &AbortController) -> Self {
        let watch = Self {
            ran_out: Rc::default(),
            seen: Rc::default(),
            over: Rc::default(),
        };
        let (ran_out, seen, over) = (
            Rc::clone(&watch.ran_out),
            Rc::clone(&watch.seen),
            Rc::clone(&watch.over),
        );
        let abort = abort.clone();
        spawn_local(async move {
            let mut before = u32::MAX;
            while !over.get() && before != seen.get() {
                before = seen.get();
                sleep(PATIENCE).await;
            }
            if !over.get() {
                ran_out.set(true);
                abort.abort();
            }
        });
        watch
    }

    fn saw_something(&self) {
        self.seen.set(self.seen.get().wrapping_add(1));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.over.set(true);
    }
}
