//! One browser with a profile of its own, steered by WebDriver: the few commands that journeys need.
//!
//! Speaks the W3C protocol by plain requests, the same to both browsers; what each wants in its own way is
//! [`crate::chromium`]'s and [`crate::firefox`]'s, and what a person does with it [`crate::journey`]'s.

use crate::driver::Driver;
use crate::visitor::{Scheme, Visitor};
use crate::{chromium, firefox};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use xtask::browser::Kind;

/// What drivers call an element in their answers (WebDriver §11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// No single command takes longer, not even the start of a browser on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser window under control.
pub struct Session {
    agent: ureq::Agent,
    address: String,
    folder: PathBuf,
    kind: Kind,
    forces_colours: bool,
    // Fields drop in order: the driver goes after the browser was told to close.
    _driver: Driver,
}

impl Session {
    /// Starts a browser with a fresh profile for this visitor.
    ///
    /// # Panics
    /// When there is no browser or driver, or they refuse.
    #[must_use]
    pub fn start(visitor: &Visitor) -> Self {
        let browser = visitor.browser.find().unwrap_or_else(|| {
            panic!(
                "{:?} and its driver; `cargo xtask test` gets them",
                visitor.browser
            )
        });
        let folder = fresh_folder();
        let (options, capabilities) = match visitor.browser {
            Kind::Chromium => (
                Vec::new(),
                chromium::capabilities(&browser.program, visitor, &folder),
            ),
            Kind::Firefox => (
                firefox::driver_options(&folder),
                firefox::capabilities(&browser.program, visitor, &folder),
            ),
        };
        let driver = Driver::start(&browser.driver, &options);
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build()
            .into();
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let address = driver.address();
        let started = ask(&agent, "POST", &format!("{address}/session"), Some(&wanted))
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", browser.program.display()));
        let id = started["sessionId"].as_str().expect("a session has an id");
        let session = Self {
            agent,
            address: format!("{address}/session/{id}"),
            folder,
            kind: visitor.browser,
            forces_colours: visitor.forces_colours,
            _driver: driver,
        };
        match session.kind {
            Kind::Chromium => chromium::prepare(&session, visitor),
            Kind::Firefox => firefox::prepare(&session, visitor),
        }
        session
    }

    /// Which browser this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Changes what the person's system prefers.
    pub(crate) fn prefer(&self, scheme: Scheme) {
        match self.kind {
            Kind::Chromium => chromium::prefer(self, scheme, self.forces_colours),
            Kind::Firefox => firefox::prefer(self, scheme),
        }
    }

    /// Sends a WebDriver command.
    ///
    /// # Errors
    /// With the driver's own words.
    pub fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        ask(
            &self.agent,
            method,
            &format!("{}/{path}", self.address),
            body,
        )
    }

    /// Sends a command that has to work.
    ///
    /// # Panics
    /// When it does not.
    pub fn must(&self, path: &str, body: &Value) -> Value {
        self.command("POST", path, Some(body))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Sends a command of the DevTools protocol: Chromium only.
    ///
    /// # Panics
    /// When the browser refuses, or is Firefox.
    pub fn devtools(&self, name: &str, parameters: &Value) -> Value {
        assert!(
            self.kind == Kind::Chromium,
            "{name} is for Chromium only: Firefox has no DevTools protocol"
        );
        self.must(
            "goog/cdp/execute",
            &json!({ "cmd": name, "params": parameters }),
        )
    }

    /// Runs a script in the page, waits for its promise if it returns one, and returns the value.
    ///
    /// # Panics
    /// When the script throws.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Goes to an address and waits for the page to load.
    pub fn go(&self, address: &str) {
        self.must("url", &json!({ "url": address }));
    }

    /// Finds an element by CSS selector.
    #[must_use]
    pub fn element(&self, selector: &str) -> Option<String> {
        let found = self
            .command(
                "POST",
                "element",
                Some(&json!({ "using": "css selector", "value": selector })),
            )
            .ok()?;
        found[ELEMENT].as_str().map(str::to_owned)
    }

    /// An element id as the argument of a script.
    #[must_use]
    pub fn as_argument(element: &str) -> Value {
        json!({ ELEMENT: element })
    }

    /// What the browser's console has said since the last time somebody asked: level and words. Of Firefox only the errors.
    #[must_use]
    pub fn console(&self) -> Vec<(String, String)> {
        if self.kind == Kind::Firefox {
            let errors = firefox::console_errors(self).into_iter();
            return errors.map(|words| ("SEVERE".to_owned(), words)).collect();
        }
        let entries = self.must("se/log", &json!({ "type": "browser" }));
        let said = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        entries
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .map(|entry| (said(entry, "level"), said(entry, "message")))
            .collect()
    }

    /// Closes the browser, and returns all that it wrote down about the network: each request of any page, worker or
    /// service, and each name that it looked up, as the JSON of Chromium's own log.
    ///
    /// # Panics
    /// When it kept no log, as Firefox never does, or never finished it.
    #[must_use]
    pub fn close_for_network_log(&self) -> String {
        // Only a browser that has ended has written all of it.
        let _ = ask(&self.agent, "DELETE", &self.address, None);
        let path = self.folder.join(chromium::NETWORK_LOG);
        for _ in 0..300 {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            if serde_json::from_str::<Value>(&text).is_ok() {
                return text;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("no complete network log in {}", path.display());
    }

    /// The folder that this browser downloads into.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        downloads_in(&self.folder)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // This closes the browser; the driver follows it when its own value is dropped.
        let _ = ask(&self.agent, "DELETE", &self.address, None);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Where a browser that keeps its files in this folder downloads to.
pub(crate) fn downloads_in(folder: &std::path::Path) -> PathBuf {
    folder.join("downloads")
}

/// A folder of this browser's own for its profile and its downloads.
fn fresh_folder() -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("hearsay-journey-{}-{number}", std::process::id()));
    std::fs::create_dir_all(downloads_in(&folder)).expect("a folder for the browser");
    folder
}

/// One request and the `value` of its answer, or the driver's words for what went wrong.
fn ask(
    agent: &ureq::Agent,
    method: &str,
    address: &str,
    body: Option<&Value>,
) -> Result<Value, String> {
    let answered = match (method, body) {
        ("GET", _) => agent.get(address).call(),
        ("DELETE", _) => agent.delete(address).call(),
        (_, body) => agent
            .post(address)
            .content_type("application/json")
            .send(body.unwrap_or(&json!({})).to_string()),
    };
    let mut answer = answered.map_err(|error| error.to_string())?;
    let status = answer.status();
    // Screenshots of long pages are large.
    let text = answer
        .body_mut()
        .with_config()
        .limit(256 << 20)
        .read_to_string()
        .map_err(|error| error.to_string())?;
    let mut answer: Value =
        serde_json::from_str(&text).map_err(|error| format!("{error} in {text:?}"))?;
    let value = answer["value"].take();
    if status.is_success() {
        Ok(value)
    } else {
        let said = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Err(format!("{}: {}", said("error"), said("message")))
    }
}
