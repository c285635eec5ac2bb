//! One browser with a profile of its own, steered by WebDriver: the few commands that journeys need.
//!
//! Speaks the W3C protocol by plain requests; what a person does with it is [`crate::journey`]'s.

use crate::driver::Driver;
use crate::visitor::Visitor;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What ChromeDriver calls an element in its answers (WebDriver §11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Where the browser writes down what it does on the network, in its folder.
const NETWORK_LOG: &str = "network.json";

/// No single command takes longer, not even the start of a browser on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser window under control.
pub struct Session {
    agent: ureq::Agent,
    address: String,
    folder: PathBuf,
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
        let browser = xtask::browser::Kind::Chromium
            .find()
            .expect("Chromium and ChromeDriver; `cargo xtask test` gets them");
        let folder = fresh_folder();
        let driver = Driver::start(&browser.driver);
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build()
            .into();
        let mut options = json!({
            "binary": browser.program,
            "args": arguments(visitor, &folder),
            "prefs": {
                "download.default_directory": folder.join("downloads"),
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        });
        if let Some(emulation) = visitor.emulation() {
            options["mobileEmulation"] = emulation;
        }
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        }}});
        let address = driver.address();
        let started = ask(&agent, "POST", &format!("{address}/session"), Some(&wanted))
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", browser.program.display()));
        let id = started["sessionId"].as_str().expect("a session has an id");
        let session = Self {
            agent,
            address: format!("{address}/session/{id}"),
            folder,
            _driver: driver,
        };
        session.prefer(visitor);
        session
    }

    fn prefer(&self, visitor: &Visitor) {
        if !visitor.touch {
            let size = json!({ "width": visitor.width, "height": visitor.height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", &size);
        }
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [
                { "name": "prefers-color-scheme", "value": visitor.scheme.css() },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]}),
        );
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

    /// Sends a command of the DevTools protocol.
    ///
    /// # Panics
    /// When the browser refuses.
    pub fn devtools(&self, name: &str, parameters: &Value) -> Value {
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

    /// What the browser's console has said since the last time somebody asked: level and words.
    #[must_use]
    pub fn console(&self) -> Vec<(String, String)> {
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
    /// When it kept no log, or never finished it.
    #[must_use]
    pub fn close_for_network_log(&self) -> String {
        // Only a browser that has ended has written all of it.
        let _ = ask(&self.agent, "DELETE", &self.address, None);
        let path = self.folder.join(NETWORK_LOG);
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
        self.folder.join("downloads")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // This closes the browser; the driver follows it when its own value is dropped.
        let _ = ask(&self.agent, "DELETE", &self.address, None);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn arguments(visitor: &Visitor, folder: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--lang=en-US",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!(
        "--window-size={},{}",
        visitor.width, visitor.height
    ));
    let profile = folder.join("profile");
    arguments.push(format!("--user-data-dir={}", profile.display()));
    if visitor.logs_network {
        let log = folder.join(NETWORK_LOG);
        arguments.push(format!("--log-net-log={}", log.display()));
    }
    if xtask::browser::is_root() {
        // Chromium's sandbox refuses to run for root, who runs tests in containers.
        arguments.push("--no-sandbox".to_owned());
    }
    arguments
}

/// A folder of this browser's own for its profile and its downloads.
fn fresh_folder() -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("hearsay-journey-{}-{number}", std::process::id()));
    std::fs::create_dir_all(folder.join("downloads")).expect("a folder for the browser");
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
