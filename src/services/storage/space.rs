//! How much room there is, as far as the browser tells.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What the browser says of the room that it gives, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    /// Used by this site: articles, and whatever else the browser counts.
    pub used: f64,
    /// The most that it may use, by the browser's estimate.
    pub quota: f64,
    /// Whether the browser promised not to clear it by itself.
    pub persisted: bool,
}

/// The room that there is; `None` where the browser doesn't tell.
pub async fn space() -> Option<Space> {
    let estimate = ask("estimate").await?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    let (used, quota) = (number("usage")?, number("quota")?);
    let persisted = ask("persisted")
        .await
        .is_some_and(|answer| answer.is_truthy());
    Some(Space {
        used,
        quota,
        persisted,
    })
}

/// Asks the browser not to clear what is stored when the disk is full; whether it promised.
pub async fn keep_for_good() -> bool {
    ask("persist")
        .await
        .is_some_and(|answer| answer.is_truthy())
}

/// What a method of the browser's storage manager answers. By name: not every browser has one, nor on every page.
async fn ask(method: &str) -> Option<JsValue> {
    let window: JsValue = web_sys::window()?.into();
    let navigator = Reflect::get(&window, &"navigator".into()).ok()?;
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    let method = Reflect::get(&manager, &method.into()).ok()?;
    let method: js_sys::Function = method.dyn_into().ok()?;
    let promise: Promise = method.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
