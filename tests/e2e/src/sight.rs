//! What a person sees, and waits for.

use crate::journey::Journey;
use crate::page::{self, Annotation, Mark};
use base64::Engine as _;
use serde_json::json;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a person waits before they say that it does not work; generous, for machines that do much at once.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often somebody who waits looks again.
const GLANCE: Duration = Duration::from_millis(25);

impl Journey {
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
        // Chromium reserves the name by an empty file, writes under a hidden or a `.crdownload` name, and renames what is
        // complete. Firefox does so too, and writes under a `.part` name.
        let complete = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let filled = path.metadata().is_ok_and(|about| about.len() > 0);
            let partial = name.ends_with(".crdownload") || name.ends_with(".part");
            filled && !name.starts_with('.') && !partial
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
}
