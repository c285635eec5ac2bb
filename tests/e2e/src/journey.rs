//! A visit, and what a person does in it, in their words. What they see is [`crate::sight`]'s.

use crate::keys;
use crate::page;
use crate::session::Session;
use crate::visitor::{Scheme, Visitor};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use xtask::server::Site;

/// A visit to the app by one person with a fresh profile.
///
/// It ends with [`Journey::end`], which insists on a console without errors. One that panics on its way leaves a
/// screenshot, `failed-…`, and what the console said.
pub struct Journey {
    pub(crate) name: String,
    pub(crate) session: Session,
    visitor: Visitor,
    site: Site,
    ended: bool,
}

impl Journey {
    /// Opens the built site, the folder that `HEARSAY_DIST` names, in a browser of this journey's own.
    ///
    /// # Panics
    /// When there is no site or no browser.
    #[must_use]
    pub fn start(name: &str, visitor: Visitor) -> Self {
        let journey = Self::prepare(name, visitor);
        journey.open();
        journey
    }

    /// Like [`Journey::start`], but the page is not opened yet: for what must be so before it loads.
    ///
    /// # Panics
    /// When there is no site or no browser.
    #[must_use]
    pub fn prepare(name: &str, visitor: Visitor) -> Self {
        let dist = dist();
        assert!(
            dist.join("index.html").is_file(),
            "no site in {}: `cargo xtask test` builds it",
            dist.display()
        );
        Self::prepare_at(&dist, name, visitor)
    }

    /// Like [`Journey::prepare`], for the site in some other folder.
    ///
    /// # Panics
    /// When there is no browser.
    #[must_use]
    pub fn prepare_at(folder: &Path, name: &str, visitor: Visitor) -> Self {
        let site = Site::start(folder, 0).expect("a server on a free port");
        let session = Session::start(&visitor);
        Self {
            name: name.to_owned(),
            session,
            visitor,
            site,
            ended: false,
        }
    }

    /// Goes to the app's first page.
    pub fn open(&self) {
        self.session.go(&self.site.address());
    }

    /// The address of the app's first page.
    #[must_use]
    pub fn address(&self) -> String {
        self.site.address()
    }

    /// The windows of the browser, in the order in which they were opened.
    ///
    /// # Panics
    /// When the browser does not tell.
    #[must_use]
    pub fn windows(&self) -> Vec<String> {
        let handles = self.session.command("GET", "window/handles", None);
        let handles = handles.expect("the windows");
        let handles = handles.as_array().map(Vec::as_slice).unwrap_or_default();
        let named = handles.iter().filter_map(Value::as_str);
        named.map(str::to_owned).collect()
    }

    /// Turns to a window.
    pub fn look_at(&self, window: &str) {
        self.session.must("window", &json!({ "handle": window }));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.session.must("refresh", &json!({}));
    }

    /// The browser itself, for what has no words here.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Runs a script in the page and returns its value.
    pub fn script(&self, script: &str) -> Value {
        self.session.script(script, &[])
    }

    /// Has a script run before anything else in every page from now on, to take something away from the app.
    pub fn before_each_page(&self, script: &str) {
        self.session.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        );
    }

    /// Puts plain words on the clipboard and pastes them where the focus is.
    pub fn paste(&self, text: &str) {
        self.copy(&json!({ "text/plain": text }));
        self.press("Control+v");
    }

    /// Pastes as from another page: HTML, with the plain words beside it.
    pub fn paste_rich(&self, html: &str, text: &str) {
        self.copy(&json!({ "text/html": html, "text/plain": text }));
        self.press("Control+v");
    }

    fn copy(&self, flavours: &Value) {
        let origin = self.site.address();
        self.session.devtools(
            "Browser.grantPermissions",
            &json!({ "origin": origin.trim_end_matches('/'), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        );
        let script = r#"
            const flavours = Object.entries(arguments[0]).map(([type, text]) => [type, new Blob([text], { type })]);
            return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(flavours))]);
        "#;
        self.session.script(script, std::slice::from_ref(flavours));
    }

    /// Presses a key, or several at once: `2`, `Enter`, `Control+Shift+z`.
    pub fn press(&self, chord: &str) {
        let keys = keys::chord(chord);
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key }));
        self.keyboard(down.chain(up).collect());
    }

    /// Types words where the focus is.
    pub fn type_words(&self, words: &str) {
        let strokes = words.chars().flat_map(|letter| {
            [
                json!({ "type": "keyDown", "value": letter }),
                json!({ "type": "keyUp", "value": letter }),
            ]
        });
        self.keyboard(strokes.collect());
    }

    fn keyboard(&self, strokes: Vec<Value>) {
        self.session.must(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }),
        );
    }

    /// Presses the button, link or field of this name, with mouse or finger, once it is there.
    ///
    /// # Panics
    /// When nothing of that name turns up.
    pub fn choose(&self, name: &str) {
        self.wait_until(&format!("something called {name:?} to choose"), || {
            page::control(&self.session, name).is_some()
        });
        let element = page::control(&self.session, name).expect("it was there a moment ago");
        self.point_at(&element);
    }

    /// Presses the first element that a CSS selector finds, with mouse or finger, once it is there.
    ///
    /// # Panics
    /// When nothing turns up.
    pub fn click(&self, selector: &str) {
        self.wait_until(&format!("{selector} to press"), || {
            self.session.element(selector).is_some()
        });
        let element = self
            .session
            .element(selector)
            .expect("it was there a moment ago");
        self.point_at(&element);
    }

    fn point_at(&self, element: &str) {
        let script = r#"
            arguments[0].scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
            const rect = [...arguments[0].getClientRects()].find((rect) => rect.width > 0) ?? arguments[0].getBoundingClientRect();
            return [rect.left + rect.width / 2, rect.top + rect.height / 2];
        "#;
        let centre = self
            .session
            .script(script, &[Session::as_argument(element)]);
        let at = (
            centre[0].as_f64().unwrap_or_default(),
            centre[1].as_f64().unwrap_or_default(),
        );
        self.pointer(&[at], true);
    }

    /// Rests the mouse on the first element that a CSS selector finds.
    pub fn hover(&self, selector: &str) {
        let place = self.session.script(
            r#"
            const element = document.querySelector(arguments[0]);
            element.scrollIntoView({ block: "center", behavior: "instant" });
            const rect = element.getClientRects()[0];
            return [rect.left + rect.width / 2, rect.top + rect.height / 2];
            "#,
            &[json!(selector)],
        );
        self.pointer(
            &[(
                place[0].as_f64().unwrap_or_default(),
                place[1].as_f64().unwrap_or_default(),
            )],
            false,
        );
    }

    /// Selects words of the article, their first occurrence: drags over them with a mouse. What a finger does by a long
    /// press, browsers that are steered do not do: there the words are selected by the page's own interface.
    ///
    /// # Panics
    /// When the article has no such words.
    pub fn select(&self, words: &str) {
        if self.visitor.touch {
            assert!(
                page::select(&self.session, words),
                "the article has no {words:?}"
            );
            return;
        }
        let Some([left, top, right, bottom]) = page::place_of(&self.session, words) else {
            panic!("the article has no {words:?}");
        };
        // A step on the way makes it a drag.
        self.pointer(
            &[
                (left + 0.5, top),
                ((left + right) / 2.0, f64::midpoint(top, bottom)),
                (right - 0.5, bottom),
            ],
            true,
        );
    }

    /// Moves to the first place, presses if asked to, goes on to the others and lets go.
    fn pointer(&self, places: &[(f64, f64)], press: bool) {
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let moves: Vec<Value> = places
            .iter()
            .map(|(x, y)| json!({ "type": "pointerMove", "duration": 0, "x": x.round() as i64, "y": y.round() as i64 }))
            .collect();
        let mut actions = moves;
        if press {
            actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
            actions.push(json!({ "type": "pointerUp", "button": 0 }));
        }
        let device = if self.visitor.touch { "touch" } else { "mouse" };
        self.session.must(
            "actions",
            &json!({ "actions": [{ "type": "pointer", "id": device, "parameters": { "pointerType": device }, "actions": actions }] }),
        );
    }

    /// Gives a file to the field for files that a CSS selector finds, as its dialog would.
    ///
    /// # Panics
    /// When there is no such field.
    pub fn give_file(&self, selector: &str, file: &Path) {
        self.wait_until(&format!("{selector} to give a file to"), || {
            self.session.element(selector).is_some()
        });
        let element = self
            .session
            .element(selector)
            .expect("it was there a moment ago");
        self.session.must(
            &format!("element/{element}/value"),
            &json!({ "text": file }),
        );
    }

    /// Drags a file from outside into the middle of the window and drops it.
    pub fn drop_file(&self, file: &Path) {
        let (x, y) = (self.visitor.width / 2, self.visitor.height / 2);
        for stage in ["dragEnter", "dragOver", "drop"] {
            self.session.devtools(
                "Input.dispatchDragEvent",
                &json!({ "type": stage, "x": x, "y": y, "data": { "items": [], "files": [file], "dragOperationsMask": 1 } }),
            );
        }
    }

    /// Changes what the person's system prefers, while the page is open.
    pub fn prefer(&self, scheme: Scheme) {
        self.session.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme.css() },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]}),
        );
    }

    /// Ends the journey, and returns all that its browser wrote down about the network; for a
    /// [`Visitor::whose_network_is_logged`].
    #[must_use]
    pub fn network_log(mut self) -> String {
        self.ended = true;
        self.session.close_for_network_log()
    }

    /// Ends the journey.
    ///
    /// # Panics
    /// When the console has shown errors.
    pub fn end(mut self) {
        let errors = self.console_errors();
        assert!(
            errors.is_empty(),
            "{}: the console shows errors: {errors:#?}",
            self.name
        );
        self.ended = true;
    }
}

impl Drop for Journey {
    fn drop(&mut self) {
        if self.ended || !std::thread::panicking() {
            return;
        }
        // The journey is already lost: what helps to see why must not fail it a second time, so nothing here panics.
        let look = std::panic::AssertUnwindSafe(|| {
            self.screenshot(&format!(
                "failed-{}",
                self.name
                    .replace(|letter: char| !letter.is_alphanumeric(), "-")
            ));
            for (level, words) in self.session.console() {
                eprintln!("console {level}: {words}");
            }
        });
        let _ = std::panic::catch_unwind(look);
    }
}

/// The built site: what `HEARSAY_DIST` names, or `dist`.
fn dist() -> PathBuf {
    let root = xtask::workspace::root();
    std::env::var_os("HEARSAY_DIST").map_or_else(|| root.join("dist"), |folder| root.join(folder))
}
