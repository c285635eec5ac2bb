//! How long it takes from the paste of an article to its highlights on the screen.
//!
//! `cargo xtask bench` builds the site and runs this. Every visit has a fresh profile and waits for the app to come to rest
//! before it pastes, as a person would. Times are taken in the page: from the paste event to the frame after the last
//! highlight was added.
//!
//! `HEARSAY_DIST=dist cargo run -p hearsay-e2e --example paste -- ARTICLE [TIMES]`

use hearsay_e2e::{Journey, Visitor};
use std::time::Duration;

/// Notes when the paste happens, and when the frame is drawn that shows the last highlight.
const CLOCK: &str = r#"
    addEventListener("paste", (event) => { window.pastedAt = event.timeStamp; }, true);
    const drawn = () => requestAnimationFrame(() => {
        // What is posted in a frame is received after it was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.drawnAt = performance.now(); };
        port2.postMessage(null);
    });
    addEventListener("DOMContentLoaded", () => {
        let marks = 0;
        new MutationObserver(() => {
            const now = document.querySelectorAll("main article mark[data-type=quote]").length;
            if (window.pastedAt && now > marks) { marks = now; drawn(); }
        }).observe(document, { childList: true, subtree: true });
    });
"#;

/// How long the app may rest before the paste, and the highlights must be unchanged after.
const REST: Duration = Duration::from_millis(700);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), times) = (arguments.next(), arguments.next()) else {
        panic!("usage: paste ARTICLE [TIMES]");
    };
    let article = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("cannot read {file}: {error}"));
    let times: usize = times.map_or(20, |times| times.parse().expect("a number of times"));
    let mut measured: Vec<f64> = Vec::new();
    let mut quotes = 0;
    for _ in 0..times {
        let journey = Journey::prepare("the clock", Visitor::at_a_desk());
        journey.before_each_page(CLOCK);
        journey.open();
        journey.wait_until("the app to draw itself", || journey.count("main") > 0);
        std::thread::sleep(REST);
        journey.click("#paste");
        journey.paste(&article);
        journey.wait_until("highlights", || {
            journey.script("return window.drawnAt ?? null;").is_number()
        });
        std::thread::sleep(REST);
        let time = journey.script("return window.drawnAt - window.pastedAt;");
        measured.push(time.as_f64().expect("a time in milliseconds"));
        quotes = journey.annotations("quote").len();
    }
    measured.sort_by(f64::total_cmp);
    let at = |share: usize| measured[(measured.len() - 1) * share / 100];
    println!(
        "paste to highlights painted: median {:.0} ms, fastest {:.0} ms, slowest {:.0} ms of {times} ({} words, {quotes} quotes)",
        at(50),
        at(0),
        at(100),
        article.split_whitespace().count(),
    );
}
