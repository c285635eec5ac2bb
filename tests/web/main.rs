//! The app's dealings with a browser, in one: parsing, ranges, storage, and the engine's arithmetic.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

mod engine;
mod events;
mod fingerprint;
mod selection;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// An element of the page to work in, empty.
fn stage() -> web_sys::Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let stage = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&stage).unwrap();
    stage
}
