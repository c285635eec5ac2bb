//! What a person does in a visit: paste, press keys, point, drag, hand in files.

use crate::journey::Journey;
use crate::session::Session;
use crate::{keys, page};
use serde_json::{Value, json};
use std::path::Path;
use xtask::browser::Kind;

impl Journey {
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
        if self.session.kind() == Kind::Chromium {
            let origin = self.site.address();
            self.session.devtools(
                "Browser.grantPermissions",
                &json!({ "origin": origin.trim_end_matches('/'), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
            );
        }
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
        self.pointer(&[place_in(&centre)], true);
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
        self.pointer(&[place_in(&place)], false);
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

    /// Takes hold of the first element that a CSS selector finds, in its middle, and drags it by so many CSS pixels.
    ///
    /// # Panics
    /// When nothing turns up.
    pub fn drag_by(&self, selector: &str, right: f64, down: f64) {
        self.wait_until(&format!("{selector} to drag"), || self.count(selector) > 0);
        let from = self.middle_of(selector);
        self.drag(from, (from.0 + right, from.1 + down));
    }

    /// Drags the first element that a CSS selector finds to where words of the article begin, their first occurrence.
    ///
    /// # Panics
    /// When there is no such element, or no such words.
    pub fn drag_to_start_of(&self, selector: &str, words: &str) {
        self.drag_to_words(selector, words, |[left, top, ..]| (left + 1.0, top));
    }

    /// Drags the first element that a CSS selector finds to where words of the article end, their first occurrence.
    ///
    /// # Panics
    /// When there is no such element, or no such words.
    pub fn drag_to_end_of(&self, selector: &str, words: &str) {
        self.drag_to_words(selector, words, |[.., right, bottom]| (right - 1.0, bottom));
    }

    fn drag_to_words(&self, selector: &str, words: &str, place: impl Fn([f64; 4]) -> (f64, f64)) {
        self.wait_until(&format!("{selector} to drag"), || self.count(selector) > 0);
        let Some(to) = page::place_of(&self.session, words) else {
            panic!("the article has no {words:?}");
        };
        // The words are in the middle of the window now; so the element is looked for where it is then.
        self.drag(self.middle_of(selector), place(to));
    }

    fn middle_of(&self, selector: &str) -> (f64, f64) {
        let place = self.session.script(
            r#"
            const rect = document.querySelector(arguments[0]).getBoundingClientRect();
            return [rect.left + rect.width / 2, rect.top + rect.height / 2];
            "#,
            &[json!(selector)],
        );
        place_in(&place)
    }

    /// Drags in steps, as a hand does: pages that follow the pointer see it come.
    fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let between = |part: f64| {
            (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            )
        };
        self.pointer(&[0.0, 0.1, 0.4, 0.7, 0.9, 1.0, 1.0].map(between), true);
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

    /// Drags a file from outside into the middle of the window and drops it. In Firefox, whose driver cannot, a script of
    /// the page does so.
    pub fn drop_file(&self, file: &Path) {
        let (x, y) = (self.visitor.width / 2, self.visitor.height / 2);
        if self.session.kind() == Kind::Firefox {
            page::drop_file(&self.session, file, (x, y));
            return;
        }
        for stage in ["dragEnter", "dragOver", "drop"] {
            self.session.devtools(
                "Input.dispatchDragEvent",
                &json!({ "type": stage, "x": x, "y": y, "data": { "items": [], "files": [file], "dragOperationsMask": 1 } }),
            );
        }
    }
}

/// The place that a script returned.
fn place_in(value: &Value) -> (f64, f64) {
    let at = |idx: usize| value[idx].as_f64().unwrap_or_default();
    (at(0), at(1))
}
