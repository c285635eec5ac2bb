//! A visit: how it begins, where it goes, how it ends. What a person does in it is [`crate::hands`]'s, what they see
//! [`crate::sight`]'s, what they hear [`crate::hearing`]'s.

use crate::firefox;
use crate::session::Session;
use crate::visitor::{Scheme, Visitor};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use xtask::browser::Kind;
use xtask::server::Site;

/// A visit to the app by one person with a fresh profile.
///
/// It ends with [`Journey::end`], which insists on a console without errors. One that panics on its way leaves a
/// screenshot, `failed-…`, and what the console said.
pub struct Journey {
    pub(crate) name: String,
    pub(crate) session: Session,
    pub(crate) visitor: Visitor,
    pub(crate) site: Site,
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
        match self.session.kind() {
            Kind::Chromium => {
                self.session.devtools(
                    "Page.addScriptToEvaluateOnNewDocument",
                    &json!({ "source": script }),
                );
            }
            Kind::Firefox => firefox::before_each_page(&self.session, script),
        }
    }

    /// Changes what the person's system prefers, while the page is open.
    pub fn prefer(&self, scheme: Scheme) {
        self.session.prefer(scheme);
    }

    /// Ends the journey, and returns all that its browser wrote down about the network; for a
    /// [`Visitor::whose_network_is_logged`]. Chromium only.
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
