//! Hands files to the person.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::timer::sleep;

/// Milliseconds until a file handed over is forgotten; by then the browser has it.
const GRACE: i32 = 60_000;

/// Longest name of a file made from a title, in characters.
const NAME_CHARS: usize = 60;

/// Hands `content` to the person as a file.
///
/// # Errors
///
/// In the browser's words.
pub(super) fn hand_over(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document
        .create_element("a")?
        .dyn_into()
        .map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        sleep(GRACE).await;
        // Nothing is lost if it stays.
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// A name for a file about something called `title`: letters and digits, joined by hyphens.
pub(super) fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for c in title.chars().take(NAME_CHARS) {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { "article" } else { name };
    [name, ending].concat()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_title_in_characters_that_every_system_takes() {
        for (title, expected) in [
            (
                "The tram that learned to wait",
                "the-tram-that-learned-to-wait.jsonld",
            ),
            ("  “No,” says Zoë/Ruiz: 3:1 ", "no-says-zoë-ruiz-3-1.jsonld"),
            ("../..", "article.jsonld"),
            ("", "article.jsonld"),
        ] {
            assert_eq!(file_name(title, ".jsonld"), expected);
        }
    }
}
