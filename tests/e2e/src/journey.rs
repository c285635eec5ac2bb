//! What a person does and sees, in their words.

use crate::keys;
use crate::page::{self, Annotation, Mark};
use crate::session::Session;
use crate::visitor::{Scheme, Visitor};
use base64::Engine as _;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use xtask::server::Site;

/// How long a person waits before they say that it does not work; generous, for machines that do much at once.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often somebody who waits looks again.
const GLANCE: Duration = Duration::from_millis(25);

/// A visit to the app by one person with a fresh profile.
///
/// It ends with [`Journey::end`], which insists on a console without errors. One that panics on its way leaves a
/// screenshot, `failed-…`, and what the console said.
pub struct Journey {
    name: String,
    session: Session,
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

    // What a person does.

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

    // What a person sees.

    /// The highlights of one type, `quote` or `claim`, in the order of the article.
    #[must_use]
    pub fn marks(&self, kind_of_annotation: &str) -> Vec<Mark> {
        page::marks(&self.session, kind_of_annotation)
    }

    /// The annotations of one type: their highlights, with those of one id taken together.
    #[must_use]
    pub fn annotations(&self, kind_of_annotation: &str) -> Vec<Annotation> {
        page::gathered(self.marks(kind_of_annotation))
    }

    /// The words of the first element that a CSS selector finds, as they are shown; empty if there is none.
    #[must_use]
    pub fn words_of(&self, selector: &str) -> String {
        let words = self.session.script(
            "return document.querySelector(arguments[0])?.innerText ?? '';",
            &[json!(selector)],
        );
        words.as_str().unwrap_or_default().to_owned()
    }

    /// How many elements a CSS selector finds.
    #[must_use]
    pub fn count(&self, selector: &str) -> usize {
        let count = self.session.script(
            "return document.querySelectorAll(arguments[0]).length;",
            &[json!(selector)],
        );
        count
            .as_u64()
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or_default()
    }

    /// Whether the first element that a CSS selector finds is in the window, at least in part.
    #[must_use]
    pub fn is_in_view(&self, selector: &str) -> bool {
        let script = r#"
            const element = document.querySelector(arguments[0]);
            if (!element || !element.checkVisibility({ visibilityProperty: true })) return false;
            return [...element.getClientRects()].some((rect) =>
                rect.bottom > 0 && rect.right > 0 && rect.top < innerHeight && rect.left < innerWidth);
        "#;
        self.session.script(script, &[json!(selector)]) == json!(true)
    }

    /// Whether the page is wider than the window, so that one has to scroll sideways to read.
    #[must_use]
    pub fn scrolls_sideways(&self) -> bool {
        self.script("return document.documentElement.scrollWidth > innerWidth;") == json!(true)
    }

    /// Waits until something is so.
    ///
    /// # Panics
    /// When it is not so in time; `what` finishes the sentence "waited for …".
    pub fn wait_until(&self, what: &str, so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !so() {
            assert!(
                begun.elapsed() < PATIENCE,
                "{}: waited {} seconds for {what}",
                self.name,
                PATIENCE.as_secs()
            );
            std::thread::sleep(GLANCE);
        }
    }

    /// Waits for words to be shown somewhere on the page.
    ///
    /// # Panics
    /// When they are not shown in time.
    pub fn wait_for_words(&self, words: &str) {
        self.wait_until(&format!("the words {words:?}"), || {
            self.words_of("body").contains(words)
        });
    }

    /// The file that was downloaded last, once it is complete.
    ///
    /// # Panics
    /// When none arrives in time.
    #[must_use]
    pub fn downloaded(&self) -> PathBuf {
        // Chromium writes under a hidden or a `.crdownload` name and renames what is complete.
        let complete = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with('.') && !name.ends_with(".crdownload")
        };
        let newest = || {
            let files = std::fs::read_dir(self.session.downloads()).ok()?;
            let files = files.map_while(Result::ok).map(|file| file.path());
            files
                .filter(complete)
                .max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
        };
        self.wait_until("a download", || newest().is_some());
        newest().expect("it was there a moment ago")
    }

    /// Keeps a picture of the window in `target/screenshots/NAME.png`.
    ///
    /// # Panics
    /// When it cannot be taken or written.
    pub fn screenshot(&self, name: &str) {
        let picture = self
            .session
            .command("GET", "screenshot", None)
            .unwrap_or_else(|error| panic!("no picture: {error}"));
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .expect("a picture in base64");
        let folder = xtask::workspace::root().join("target").join("screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        std::fs::write(folder.join(format!("{name}.png")), bytes).expect("room for a picture");
    }

    /// The errors that the browser's console has shown since somebody last asked: exceptions, missing files, refused
    /// requests.
    #[must_use]
    pub fn console_errors(&self) -> Vec<String> {
        self.session
            .console()
            .into_iter()
            .filter(|(level, _)| level == "SEVERE")
            .map(|(_, words)| words)
            .collect()
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
