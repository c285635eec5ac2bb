//! How long the claims of a thousand articles take to be listed, found and regrouped, in the built site and Chromium:
//! `HEARSAY_DIST=dist cargo run --release -p hearsay-e2e --example worklist [articles] [claims of each]`.
//!
//! The articles are made up. Times are from the act to the frame that shows what came of it.

use hearsay_e2e::{Journey, Visitor};
use serde_json::json;

/// Fills the stores as the app would.
const FILL: &str = r#"
    const [count, each] = arguments;
    const names = ["", "Kim", "Ada", "Lee"];
    const words = "the ferry council harbour said that nobody would pay for it because winter came early and prices rose by nine percent in May while people waited".split(" ");
    let seed = 7;
    const roll = (sides) => (seed = (seed * 1103515245 + 12345) % 2147483648) % sides;
    const scale = ["true", "mixed", "false"].map((id, n) => ["v", id, id, String(n)]);
    return new Promise((resolve, reject) => {
        const open = indexedDB.open("hearsay");
        open.onerror = reject;
        open.onsuccess = () => {
            const transaction = open.result.transaction(["entries", "claims"], "readwrite");
            for (let n = 0; n < count; n++) {
                const id = `urn:uuid:00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;
                const time = 1700000000000 + n * 60000;
                transaction.objectStore("entries").put(JSON.stringify({
                    version: 1, id, title: `Article ${n} of the harbour`, n_quotes: 3, n_claims: each, n_suggested: 0,
                    created: time, modified: time, opened: time,
                }), id);
                const rows = [["1", `Article ${n} of the harbour`], ...scale];
                for (let c = 0; c < each; c++) {
                    let text = n === 777 && c === 3 ? "xylophone" : "";
                    for (let w = 0; w < 14; w++) text += ` ${words[roll(words.length)]}`;
                    const progress = ["to-do", "in-progress", "done"][roll(3)];
                    rows.push(["c", `${id}-${c}`, text, String(100 * c), roll(2) ? "Ana Ruiz" : "", progress, names[roll(4)], String(time + c)]);
                    if (progress === "done") rows.push(["g", "false", "false", "2"]);
                    rows.push(["t", "quantity", "Quantity", "1"]);
                }
                transaction.objectStore("claims").put(rows.map((row) => row.join("\u0002")).join("\u0001"), id);
            }
            transaction.oncomplete = () => { open.result.close(); resolve(true); };
            transaction.onabort = reject;
        };
    });
"#;

/// Does something, and waits until the list says something else; milliseconds.
const TIMED: &str = r#"
    const [act, value] = arguments;
    const said = () => document.querySelector(".worklist .found")?.textContent ?? "";
    const first = () => document.querySelector(".work-row .words")?.textContent ?? "";
    const before = said() + first();
    const begun = performance.now();
    if (act === "open") {
        document.querySelector(".wide-only .page:nth-child(2)").click();
    } else {
        const field = document.querySelector(`[data-role=worklist-${act}]`);
        field.value = value;
        field.dispatchEvent(act === "search" ? new InputEvent("input", { bubbles: true }) : new Event("change", { bubbles: true }));
    }
    return new Promise((resolve) => {
        const look = () => {
            if (said() !== "" && said() + first() !== before) resolve([Math.round(performance.now() - begun), said()]);
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
"#;

fn main() {
    let mut numbers = std::env::args().skip(1).map(|n| n.parse::<u32>());
    let mut number = |usual| numbers.next().and_then(Result::ok).unwrap_or(usual);
    let (count, each) = (number(1_000), number(10));
    let journey = Journey::start("worklist times", Visitor::at_a_desk());
    journey.wait_until("the app", || journey.count("#paste") == 1);
    journey.session().script(FILL, &[json!(count), json!(each)]);
    for _ in 0..3 {
        journey.reload();
        journey.wait_until("the list", || journey.count(".library-list li") > 0);
        for (act, value) in [
            ("open", ""),
            ("search", "xylophone"),
            ("search", "harbour kim"),
            ("search", ""),
            ("arrange", "article"),
            ("arrange", "assignee"),
        ] {
            let timed = journey.session().script(TIMED, &[json!(act), json!(value)]);
            println!("{act} {value:?}: {timed}");
        }
    }
    println!("rows drawn: {}", journey.count(".work-row"));
    journey.end();
}
