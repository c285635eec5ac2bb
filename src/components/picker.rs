//! Choosing files: a hidden field of the browser's, pressed by a button of ours.

use web_sys::{File, FileList, HtmlInputElement};
use yew::prelude::*;

/// Opens the browser's choice of files for a hidden field.
pub fn open(field: &NodeRef) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        field.click();
    }
}

/// Hands on what was chosen in such a field.
pub fn chosen(take: impl Fn(Option<FileList>) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        take(field.files());
        // So that choosing the same file again is a change again.
        field.set_value("");
    })
}

/// Hands on the one file that was chosen in such a field.
pub fn chosen_file(take: impl Fn(File) + 'static) -> Callback<Event> {
    chosen(move |files| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            take(file);
        }
    })
}
