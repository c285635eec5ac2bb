//! Waiting.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// A promise that is kept after `milliseconds`.
pub(super) fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        let set = web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
        });
        if !matches!(set, Some(Ok(_))) {
            // Without a timer, now is the best there is.
            let _ = resolve.call0(&resolve);
        }
    })
}

/// Waits for `milliseconds`.
pub(super) async fn sleep(milliseconds: i32) {
    // The promise is never broken.
    let _ = JsFuture::from(after(milliseconds)).await;
}
