//! Settings in the browser's local storage, and the theme on the page.

use crate::state::{Settings, Theme};

/// Where the settings are kept.
const KEY: &str = "hearsay.settings";

/// The settings as the browser kept them; the defaults where it keeps nothing.
pub(super) fn load() -> Settings {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.map_or_else(Settings::default, |line| Settings::from_line(&line))
}

/// Keeps the settings, where the browser does.
pub(super) fn keep(settings: &Settings) {
    if let Some(storage) = storage() {
        // A liking that is not kept is no loss worth a message.
        let _ = storage.set_item(KEY, &settings.to_line());
    }
}

/// Puts the theme on the page: `data-theme` on its root, absent for the system's.
pub(super) fn show(theme: Theme) {
    let page = web_sys::window().and_then(|window| window.document());
    let Some(root) = page.and_then(|page| page.document_element()) else {
        return;
    };
    // Setting an attribute of a plain name does not fail.
    let _ = match theme {
        Theme::System => root.remove_attribute("data-theme"),
        Theme::Light | Theme::Dark => root.set_attribute("data-theme", theme.name()),
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
