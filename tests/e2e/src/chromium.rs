//! What Chromium wants in its own way: its options, and by the DevTools protocol what WebDriver has no words for.

use crate::hearing::Node;
use crate::session::{self, Session};
use crate::visitor::{Scheme, Visitor};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// Where the browser writes down what it does on the network, in its folder.
pub(crate) const NETWORK_LOG: &str = "network.json";

/// The browser to ask ChromeDriver for.
pub(crate) fn capabilities(program: &Path, visitor: &Visitor, folder: &Path) -> Value {
    let mut options = json!({
        "binary": program,
        "args": arguments(visitor, folder),
        "prefs": {
            "download.default_directory": session::downloads_in(folder),
            "download.prompt_for_download": false,
            "profile.default_content_setting_values.automatic_downloads": 1,
        },
    });
    if visitor.touch {
        options["mobileEmulation"] = json!({
            "deviceMetrics": { "width": visitor.width, "height": visitor.height, "pixelRatio": 2.0, "touch": true, "mobile": true },
            "userAgent": "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
        });
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
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

/// Makes the screen and the preferences those of the visitor.
pub(crate) fn prepare(session: &Session, visitor: &Visitor) {
    if !visitor.touch {
        let size = json!({ "width": visitor.width, "height": visitor.height, "deviceScaleFactor": 1, "mobile": false });
        session.devtools("Emulation.setDeviceMetricsOverride", &size);
    }
    session.prefer(visitor.scheme);
}

/// Changes what the system prefers; motion it wants little of, always.
pub(crate) fn prefer(session: &Session, scheme: Scheme, forces_colours: bool) {
    let scheme = match scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    let forced = if forces_colours { "active" } else { "none" };
    session.devtools(
        "Emulation.setEmulatedMedia",
        &json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": forced },
        ]}),
    );
}

/// The whole accessibility tree, in its order.
pub(crate) fn accessible_tree(session: &Session) -> Vec<Node> {
    let tree = session.devtools("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().map(Vec::as_slice);
    let nodes = nodes.unwrap_or_default();
    let by_id: HashMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let mut found = Vec::new();
    let mut waiting: Vec<(usize, &Value)> =
        nodes.first().map(|root| (0, root)).into_iter().collect();
    while let Some((depth, node)) = waiting.pop() {
        found.push(accessible(depth, node));
        let children = node["childIds"].as_array().map(Vec::as_slice);
        let children = children.unwrap_or_default().iter().rev();
        let children = children.filter_map(|id| by_id.get(id.as_str()?));
        waiting.extend(children.map(|child| (depth + 1, *child)));
    }
    found
}

fn accessible(depth: usize, node: &Value) -> Node {
    let said = |part: &str| match &node[part]["value"] {
        Value::String(words) => words.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let role = match said("role").as_str() {
        "StaticText" => "text".to_owned(),
        "RootWebArea" => "document".to_owned(),
        "sectionheader" | "sectionfooter" => "generic".to_owned(),
        "LabelText" => "label".to_owned(),
        "DisclosureTriangle" => "button".to_owned(),
        // What has a capital is a role of Chromium's own, which nothing is said of.
        own if own.starts_with(|letter: char| letter.is_ascii_uppercase()) => "none".to_owned(),
        role => role.to_owned(),
    };
    let properties = node["properties"].as_array().map(Vec::as_slice);
    let mut states = Vec::new();
    for property in properties.unwrap_or_default() {
        let value = &property["value"]["value"];
        let is = value == true || value == "true";
        match property["name"].as_str().unwrap_or_default() {
            "expanded" => states.push(if is { "expanded" } else { "collapsed" }.to_owned()),
            "level" if role == "heading" => states.push(format!("level {value}")),
            name @ ("focused" | "checked" | "selected" | "pressed" | "disabled" | "required"
            | "invalid" | "modal")
                if is =>
            {
                states.push(name.to_owned());
            }
            _ => {}
        }
    }
    let unsaid = node["ignored"] == true || role == "none";
    Node {
        depth,
        name: if unsaid { String::new() } else { said("name") },
        description: said("description"),
        value: said("value"),
        role: if unsaid { "none".to_owned() } else { role },
        states,
    }
}
