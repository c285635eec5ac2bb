//! How long a library of a thousand articles takes to be listed and searched, in the built site and Chromium:
//! `HEARSAY_DIST=dist cargo run --release -p hearsay-e2e --example library [articles]`.
//!
//! The articles are made up, of 5,000 letters each. Times are from the act to the frame that shows it, the
//! first search of a visit with the fetching of all texts; of a search 50 ms are
//! the pause in typing that the page waits for.

use hearsay_e2e::{Journey, Visitor};
use serde_json::json;

/// Fills the stores as the app would.
const FILL: &str = r#"
    const [count] = arguments;
    const names = ["Dana Whitlock", "Peter Amsel", "Rolf Eide", "Zoë Keller", "Ana Ruiz", "Olaf Brandt"];
    const words = "the ferry council harbour said that nobody would pay for it because winter came early and prices rose by nine percent in May while people waited".split(" ");
    let seed = 7;
    const roll = (sides) => (seed = (seed * 1103515245 + 12345) % 2147483648) % sides;
    return new Promise((resolve, reject) => {
        const open = indexedDB.open("hearsay");
        open.onerror = reject;
        open.onsuccess = () => {
            const transaction = open.result.transaction(["entries", "texts"], "readwrite");
            for (let n = 0; n < count; n++) {
                const id = `urn:uuid:00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;
                let text = n === 777 ? "Xylophone. " : "";
                while (text.length < 5000) text += words[roll(words.length)] + (roll(9) ? " " : `${roll(10000)}. `);
                const time = 1700000000000 + n * 60000;
                transaction.objectStore("entries").put(JSON.stringify({
                    version: 1, id, title: `Article ${n} of the harbour`, site: `Site ${n % 20}`, date: "2026-05-03",
                    n_quotes: n % 30, n_claims: n % 4, n_suggested: n % 6, created: time, modified: time, opened: time,
                }), id);
                transaction.objectStore("texts").put(["1", names[n % 6], n % 4 ? "Quantity" : "", text].join("\u0001"), id);
            }
            transaction.oncomplete = () => { open.result.close(); resolve(true); };
            transaction.onabort = reject;
        };
    });
"#;

/// Clears the field, types words, and waits until the list says what it found; milliseconds.
const SEARCH: &str = r#"
    const [words] = arguments;
    const field = document.querySelector("[data-role=library-search]");
    const found = document.querySelector(".found");
    const type = (words) => {
        const said = found.textContent;
        const begun = performance.now();
        field.value = words;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        return new Promise((resolve) => {
            const look = () => {
                const done = found.textContent !== said && !found.textContent.includes("still looking");
                if (done) resolve([performance.now() - begun, found.textContent]);
                else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        });
    };
    return (field.value ? type("") : Promise.resolve()).then(() => type(words));
"#;

fn main() {
    let count: u32 = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000);
    let journey = Journey::start("library times", Visitor::at_a_desk());
    journey.wait_until("the app", || journey.count("#paste") == 1);
    journey.session().script(FILL, &[json!(count)]);
    journey.before_each_page(
        "new MutationObserver((_, observer) => {
            if (document.querySelector('.library-list li')) { observer.disconnect(); requestAnimationFrame(() => { window.listedAt = performance.now(); }); }
            else if (document.querySelector('.library')) { window.shownAt ??= performance.now(); }
        }).observe(document, { childList: true, subtree: true });",
    );
    for _ in 0..3 {
        journey.reload();
        journey.wait_until("the list", || journey.count(".library-list li") > 0);
        let times =
            journey.script("return [window.listedAt - (window.shownAt ?? 0), window.listedAt];");
        println!("listed: {times} ms after the page was drawn, and after it was asked for");
        for words in [
            "xylophone",
            "keller",
            "zoe percent",
            "harbour",
            "nobody winter 99",
            "quantity ruiz",
        ] {
            println!(
                "search {words:?}: {}",
                journey.session().script(SEARCH, &[json!(words)])
            );
        }
    }
    println!("rows drawn: {}", journey.count(".library-list li"));
    journey.end();
}
