//! The harness does to a page what its words say: tried on a page of its own, so that a failing journey is the app's fault.

use hearsay_e2e::{Journey, Scheme, Visitor};
use std::path::PathBuf;

/// A page that tells what happens to it, in the shape of the app's DOM contract.
const PAGE: &str = r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page to try</title>
<link rel="icon" href="data:,">
<style>body { margin: 20px } @media (prefers-color-scheme: dark) { html { background: black } } button { height: 40px }</style>
</head><body><main><article><p>Ana Ruiz <em>said</em> that <mark data-annotation="q1" data-type="quote" data-kind="indirect" data-speaker="Ana Ruiz">the bridge is</mark> <mark data-annotation="q1" data-type="quote" data-kind="indirect" data-speaker="Ana Ruiz">safe</mark> and <mark data-annotation="c1" data-type="claim" data-kind="prediction" data-speaker="">it will stay so</mark>.</p></article>
<button aria-label="Keep it">K</button><button hidden>Throw it away</button><input type="file"><pre id="told"></pre>
<a id="take" download="kept.json" href="data:application/json,%7B%7D">Take it away</a></main>
<script>
const tell = (words) => { document.querySelector("#told").append(words + "\n"); };
addEventListener("paste", (event) => tell("pasted " + event.clipboardData.getData("text/plain") + "|" + event.clipboardData.getData("text/html")));
addEventListener("keydown", (event) => { if (event.key.length === 1) tell((event.ctrlKey ? "ctrl " : "") + "key " + event.key); });
document.querySelector("button").addEventListener("pointerup", (event) => tell("pressed by " + event.pointerType));
document.querySelector("button").addEventListener("click", () => tell("clicked"));
document.addEventListener("selectionchange", () => { window.lastSelection = String(getSelection()); });
document.querySelector("input").addEventListener("change", (event) => tell("given " + event.target.files[0].name));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => { event.preventDefault(); tell("dropped " + event.dataTransfer.files[0].name); });
</script></body></html>"##;

/// A folder with the page, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with_the_page(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("hearsay-harness-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), PAGE).unwrap();
        Self(folder)
    }

    fn visited_by(&self, visitor: Visitor) -> Journey {
        let journey = Journey::prepare_at(&self.0, "the harness", visitor);
        journey.open();
        journey
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn at_a_desk_it_pastes_types_selects_points_and_reads() {
    let folder = Folder::with_the_page("desk");
    let journey = folder.visited_by(Visitor::at_a_desk());
    let told = || journey.words_of("#told");

    journey.paste("plain “words”");
    journey.wait_until("the paste", || told().contains("pasted plain “words”|"));
    journey.paste_rich("<b>rich</b>", "rich");
    journey.wait_until("the rich paste", || {
        told().contains("pasted rich|") && told().contains("<b>rich</b>")
    });
    journey.press("2");
    journey.press("Control+z");
    journey.wait_until("the keys", || {
        told().contains("\nkey 2\n") && told().contains("ctrl key z")
    });
    journey.choose("Keep it");
    journey.wait_until("the click", || told().contains("pressed by mouse\nclicked"));

    journey.select("that the bridge is safe and");
    assert_eq!(
        journey.script("return window.lastSelection;"),
        "that the bridge is safe and"
    );

    let quotes = journey.annotations("quote");
    assert_eq!(quotes.len(), 1);
    assert_eq!(
        (
            quotes[0].id.as_str(),
            quotes[0].kind.as_str(),
            quotes[0].speaker.as_str()
        ),
        ("q1", "indirect", "Ana Ruiz")
    );
    assert_eq!(journey.marks("quote").len(), 2);
    assert_eq!(journey.annotations("claim")[0].text, "it will stay so");
    assert!(
        journey.is_in_view("#take")
            && !journey.is_in_view("[hidden]")
            && !journey.scrolls_sideways()
    );
    journey.end();
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn files_go_in_by_dialog_and_by_drop_and_come_out_by_download() {
    let folder = Folder::with_the_page("files");
    let file = folder.0.join("article.txt");
    std::fs::write(&file, "Ana Ruiz said so.").unwrap();
    let journey = folder.visited_by(Visitor::at_a_desk());
    journey.give_file("input", &file);
    journey.wait_until("the file", || {
        journey.words_of("#told").contains("given article.txt")
    });
    journey.drop_file(&file);
    journey.wait_until("the dropped file", || {
        journey.words_of("#told").contains("dropped article.txt")
    });
    journey.choose("Take it away");
    let taken = journey.downloaded();
    assert!(taken.ends_with("kept.json"), "{}", taken.display());
    assert_eq!(std::fs::read_to_string(taken).unwrap(), "{}");
    journey.end();
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn on_a_phone_it_touches_and_prefers_what_the_visitor_prefers() {
    let folder = Folder::with_the_page("phone");
    let journey = folder.visited_by(Visitor::on_a_phone().in_the_dark());
    let dark =
        || journey.script("return matchMedia('(prefers-color-scheme: dark)').matches;") == true;
    assert!(dark());
    assert_eq!(
        journey.script("return matchMedia('(pointer: coarse)').matches;"),
        true
    );
    journey.choose("Keep it");
    journey.wait_until("the touch", || {
        journey
            .words_of("#told")
            .contains("pressed by touch\nclicked")
    });
    journey.select("said that");
    assert_eq!(
        journey.script("return String(getSelection());"),
        "said that"
    );
    journey.reload();
    assert!(dark(), "a reload changes nobody's preference");
    journey.prefer(Scheme::Light);
    assert!(!dark());
    journey.end();
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
#[should_panic(expected = "the console shows errors")]
fn an_error_in_the_console_fails_the_journey() {
    let folder = Folder::with_the_page("errors");
    let journey = Journey::prepare_at(&folder.0, "the harness", Visitor::at_a_desk());
    journey.before_each_page("addEventListener('load', () => { throw new Error('a mistake') });");
    journey.open();
    journey.end();
}
