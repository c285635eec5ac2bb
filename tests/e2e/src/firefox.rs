//! What Firefox wants in its own way: its preferences, and by scripts in its own window what WebDriver has no words for.

use crate::hearing::Node;
use crate::session::{self, Session};
use crate::visitor::{Scheme, Visitor};
use serde_json::{Value, json};
use std::path::Path;

/// Which scheme pages are told: 0 dark, 1 light.
const SCHEME: &str = "layout.css.prefers-color-scheme.content-override";

/// Scripts in the browser's own window are allowed to drivers that ask; the profile goes where it is cleared away.
pub(crate) fn driver_options(folder: &Path) -> Vec<String> {
    vec![
        "--websocket-port=0".to_owned(),
        "--allow-system-access".to_owned(),
        format!("--profile-root={}", folder.display()),
    ]
}

/// The browser to ask geckodriver for. That it keeps away from the network is among what geckodriver prefers anyway.
pub(crate) fn capabilities(program: &Path, visitor: &Visitor, folder: &Path) -> Value {
    // 1 is a coarse pointer, 2 a fine one, 4 one that hovers.
    let pointer = if visitor.touch { 1 } else { 2 + 4 };
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program,
            "args": ["-headless"],
            "prefs": {
                (SCHEME): number_of(visitor.scheme),
                "ui.prefersReducedMotion": 1,
                "ui.primaryPointerCapabilities": pointer,
                "ui.allPointerCapabilities": pointer,
                // Whose colours pages have: 0 is for the system to say, 1 their own, 2 those of the system.
                "browser.display.document_color_use": if visitor.forces_colours { 2 } else { 1 },
                "intl.accept_languages": "en-US",
                "intl.locale.requested": "en-US",
                // The clipboard may be written without a click before, as Chromium may be told.
                "dom.events.testing.asyncClipboard": true,
                "browser.download.folderList": 2,
                "browser.download.dir": session::downloads_in(folder),
                "browser.download.useDownloadDir": true,
                "browser.download.alwaysOpenPanel": false,
                "browser.download.always_ask_before_handling_new_types": false,
                "network.dns.disablePrefetch": true,
                "network.prefetch-next": false,
            },
        },
    })
}

fn number_of(scheme: Scheme) -> u8 {
    match scheme {
        Scheme::Dark => 0,
        Scheme::Light => 1,
    }
}

/// Makes the page as large as the visitor's screen, and begins to listen for errors.
///
/// A window has a least width and bars above the page, so it is the element that holds the page that gets its size.
pub(crate) fn prepare(session: &Session, visitor: &Visitor) {
    session.must(
        "window/rect",
        &json!({ "width": visitor.width, "height": visitor.height + 200 }),
    );
    let script = r#"
        const [width, height] = arguments;
        const size = (browser) => {
            browser.style.setProperty("width", width + "px");
            browser.style.setProperty("height", height + "px");
        };
        size(gBrowser.selectedBrowser);
        Services.obs.addObserver(size, "tabbrowser-browser-element-will-be-inserted");
    "#;
    in_the_browser(
        session,
        script,
        &[json!(visitor.width), json!(visitor.height)],
    );
    if visitor.listens {
        // Firefox tells the focus only to who has listened when it moved.
        let script = r#"window.hearsayAccessibility = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);"#;
        in_the_browser(session, script, &[]);
    }
    listen(session);
}

/// Errors that scripts throw are in the browser's console already. What pages write there as errors, and answers that are
/// errors, are added to it.
fn listen(session: &Session) {
    let script = r#"
        const note = (words) => Services.console.logStringMessage("hearsay: " + words);
        Services.ppmm.addMessageListener("hearsay:console-error", ({ data }) => note(data));
        Services.obs.addObserver((channel) => {
            channel.QueryInterface(Ci.nsIHttpChannel);
            if (channel.responseStatus >= 400) note(`${channel.URI.spec} answered with status ${channel.responseStatus}`);
        }, "http-on-examine-response");
    "#;
    in_the_browser(session, script, &[]);
    let in_every_process = r#"
        const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
        storage.addLogEventListener((message) => {
            const { level, filename, arguments: words } = message.wrappedJSObject;
            if (level !== "error" || /^(chrome|resource):/.test(filename)) return;
            Services.cpmm.sendAsyncMessage("hearsay:console-error", words.map(String).join(" "));
        }, Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal));
    "#;
    load_in_every_process(session, in_every_process);
}

/// Loads a script into every process that shows pages, those of today and of later.
fn load_in_every_process(session: &Session, script: &str) {
    let load = r#"Services.ppmm.loadProcessScript("data:application/javascript;charset=utf-8," + encodeURIComponent(arguments[0]), true);"#;
    in_the_browser(session, load, &[json!(script)]);
}

/// Has a script run before anything else in every page from now on.
pub(crate) fn before_each_page(session: &Session, script: &str) {
    let script = format!(
        r#"Services.obs.addObserver((page) => {{
            if (page.location.protocol.startsWith("http")) page.eval({});
        }}, "content-document-global-created");"#,
        json!(script)
    );
    load_in_every_process(session, &script);
}

/// Changes what the system prefers; motion it wants little of, always.
pub(crate) fn prefer(session: &Session, scheme: Scheme) {
    let number = number_of(scheme);
    in_the_browser(
        session,
        "Services.prefs.setIntPref(arguments[0], arguments[1]);",
        &[json!(SCHEME), json!(number)],
    );
    // The page hears of it a little later; where colours are forced, they say what the scheme is.
    let heard = r#"
        const query = matchMedia("(prefers-color-scheme: dark)");
        if (query.matches === arguments[0] || matchMedia("(forced-colors: active)").matches) return;
        return new Promise((done) => query.addEventListener("change", () => done(), { once: true }));
    "#;
    session.script(heard, &[json!(scheme == Scheme::Dark)]);
}

/// The errors since somebody last asked.
pub(crate) fn console_errors(session: &Session) -> Vec<String> {
    // What a page has said before it answers has arrived when the answer has.
    let _ = session.command(
        "POST",
        "execute/sync",
        Some(&json!({ "script": "return 0;", "args": [] })),
    );
    let script = r#"
        const errors = [];
        for (const message of Services.console.getMessageArray()) {
            if (message instanceof Ci.nsIScriptError) {
                const { warningFlag, infoFlag } = Ci.nsIScriptError;
                const ofThePage = !/^(chrome|XPConnect)/.test(message.category) && !/^(chrome|resource):/.test(message.sourceName);
                if (!(message.flags & (warningFlag | infoFlag)) && ofThePage)
                    errors.push(`${message.sourceName}:${message.lineNumber} ${message.errorMessage}`);
            } else if (message.message.startsWith("hearsay: ")) {
                errors.push(message.message.slice("hearsay: ".length));
            }
        }
        Services.console.reset();
        return errors;
    "#;
    let errors = in_the_browser(session, script, &[]);
    let errors = errors.as_array().cloned().unwrap_or_default();
    let words = errors.iter().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}

/// The whole accessibility tree, in its order. It follows the page with a delay, so it is taken when it rests.
pub(crate) fn accessible_tree(session: &Session) -> Vec<Node> {
    let script = r#"
        const service = window.hearsayAccessibility;
        if (!service) throw new Error("nobody listens: Visitor::who_listens");
        const SPOKEN = { unavailable: "disabled" };
        const STATES = ["focused", "checked", "selected", "pressed", "disabled", "required", "invalid", "modal", "expanded", "collapsed"];
        const node = (accessible, depth) => {
            const inner = service.getStringRole(accessible.role);
            const role = { "text leaf": "text", summary: "button", label: "label" }[inner] ?? accessible.computedARIARole;
            const [state, extra] = [{}, {}];
            accessible.getState(state, extra);
            const all = service.getStringStates(state.value, extra.value);
            const states = [];
            for (let idx = 0; idx < all.length; idx++) {
                const name = SPOKEN[all.item(idx)] ?? all.item(idx);
                if (STATES.includes(name)) states.push(name);
            }
            if (role === "heading") {
                const [level, of, at] = [{}, {}, {}];
                accessible.groupPosition(level, of, at);
                states.push("level " + level.value);
            }
            const value = ["link", "document"].includes(role) ? "" : accessible.value;
            return [depth, role || "generic", accessible.name ?? "", accessible.description ?? "", value ?? "", states];
        };
        const walk = () => {
            const found = [];
            const waiting = [[service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild, 0]];
            while (waiting.length) {
                const [accessible, depth] = waiting.pop();
                if (!accessible) continue;
                found.push(node(accessible, depth));
                const children = [];
                for (let child = accessible.firstChild; child; child = child.nextSibling) children.push([child, depth + 1]);
                waiting.push(...children.reverse());
            }
            return found;
        };
        const pause = () => new Promise((done) => setTimeout(done, 250));
        const settled = async () => {
            let before = "";
            for (let look = 0; look < 40; look++) {
                let now = [];
                // What changes while one walks through it throws; the next look is another chance.
                try { now = walk(); } catch (error) { before = ""; }
                const words = JSON.stringify(now);
                if (now.length > 1 && words === before) return now;
                before = words;
                await pause();
            }
            throw new Error("the accessibility tree does not come to rest");
        };
        return settled();
    "#;
    let nodes = in_the_browser(session, script, &[]);
    let nodes = nodes.as_array().map(Vec::as_slice).unwrap_or_default();
    nodes.iter().map(accessible).collect()
}

fn accessible(node: &Value) -> Node {
    let said = |idx: usize| node[idx].as_str().unwrap_or_default().to_owned();
    let states = node[5].as_array().map(Vec::as_slice).unwrap_or_default();
    let depth = node[0].as_u64().unwrap_or_default();
    Node {
        depth: usize::try_from(depth).unwrap_or_default(),
        role: said(1),
        name: said(2),
        description: said(3),
        value: said(4),
        states: states
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    }
}

/// Runs a script in the browser's own window, with all its rights.
fn in_the_browser(session: &Session, script: &str, arguments: &[Value]) -> Value {
    session.must("moz/context", &json!({ "context": "chrome" }));
    let value = session.command(
        "POST",
        "execute/sync",
        Some(&json!({ "script": script, "args": arguments })),
    );
    session.must("moz/context", &json!({ "context": "content" }));
    value.unwrap_or_else(|error| panic!("in Firefox's own window: {error}"))
}
