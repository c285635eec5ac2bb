//! The harness does to a page what its words say: tried on a page of its own, so that a failing journey is the app's fault.

use hearsay_e2e::{Journey, Kind, QUICKEST, Scheme, Visitor};
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
addEventListener("keydown", (event) => { if (event.key === "w") { const begun = performance.now(); while (performance.now() - begun < 80); } });
addEventListener("drop", (event) => { event.preventDefault(); tell("dropped " + event.dataTransfer.files[0].name); });
</script></body></html>"##;

/// A page that lets no script in, and has nothing wrong with it.
const GUARDED: &str = r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A guarded page</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:">
<link rel="icon" href="data:,"></head><body><main><h2>Who <span>said</span> what</h2>
<p>Ana Ruiz said <mark aria-description="a quote">it is safe</mark>.</p>
<div><button aria-pressed="true">Pin it</button> <button aria-expanded="false" aria-label="Menu">≡</button>
<input aria-label="Search" value="ferry"> <label><input type="checkbox" checked> Claims</label> <button disabled>Undo</button></div>
<ul><li><a href="#first">first entry</a></li></ul></main></body></html>"##;

/// A page with something to drag over words.
const HANDLE: &str = r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A handle</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>#handle { touch-action: none; width: 44px; height: 44px; background: blue } article { padding: 40px 0 }</style>
</head><body><main><div id="handle"></div><article><p>It goes as far as here but no further.</p></article><pre id="told"></pre></main>
<script>
const handle = document.querySelector("#handle");
let from = null;
window.steps = 0;
handle.addEventListener("pointerdown", (event) => { from = event; handle.setPointerCapture(event.pointerId); });
handle.addEventListener("pointermove", () => { if (from) window.steps++; });
handle.addEventListener("pointerup", (event) => {
    const word = (text, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return [...range.getClientRects()].some((rect) => event.clientX >= rect.left && event.clientX <= rect.right && event.clientY >= rect.top && event.clientY <= rect.bottom);
    };
    const text = document.querySelector("p").firstChild;
    const at = [...text.data].findIndex((_, at) => word(text, at));
    const before = text.data.slice(0, at + 1).trim().split(" ").pop();
    const after = text.data.slice(at).trim().split(" ")[0];
    document.querySelector("#told").append(`dropped by ${Math.round(event.clientX - from.clientX)} ${Math.round(event.clientY - from.clientY)} \ndropped after ${before} dropped before ${after}\n`);
    from = null;
});
</script></body></html>"##;

/// A folder with the page, gone when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with_the_page(name: &str) -> Self {
        Self::with(name, PAGE)
    }

    fn with(name: &str, page: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("hearsay-harness-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), page).unwrap();
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
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = folder.visited_by(visitor);
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
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn files_go_in_by_dialog_and_by_drop_and_come_out_by_download() {
    let folder = Folder::with_the_page("files");
    let file = folder.0.join("article.txt");
    std::fs::write(&file, "Ana Ruiz said so.").unwrap();
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = folder.visited_by(visitor);
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
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn on_a_phone_it_touches_and_prefers_what_the_visitor_prefers() {
    let folder = Folder::with_the_page("phone");
    for visitor in Visitor::on_a_phone().in_the_dark().in_each_browser() {
        let journey = folder.visited_by(visitor);
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
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn colours_are_forced_for_whom_they_are() {
    let folder = Folder::with_the_page("forced");
    for visitor in Visitor::at_a_desk().in_forced_colours().in_each_browser() {
        let journey = folder.visited_by(visitor);
        let forced = || journey.script("return matchMedia('(forced-colors: active)').matches;");
        assert_eq!(forced(), true);
        assert_eq!(
            journey.script(
                "document.querySelector('p').style.color = 'rgb(1, 2, 3)';
                 return getComputedStyle(document.querySelector('p')).color !== 'rgb(1, 2, 3)';"
            ),
            true
        );
        journey.prefer(Scheme::Dark);
        assert_eq!(forced(), true, "in the dark as well");
        journey.end();
    }
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

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn the_console_tells_of_what_is_thrown_what_is_written_and_what_is_missing() {
    let folder = Folder::with("console", GUARDED);
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = Journey::prepare_at(&folder.0, "the harness", visitor);
        journey.before_each_page(
            "window.early = document.body === null;
             addEventListener('load', () => { console.error('written', 'there'); throw new Error('a mistake') });",
        );
        journey.open();
        assert_eq!(
            journey.script("return window.early;"),
            true,
            "it ran before the page, whose policy forbids scripts"
        );
        journey.script("const image = new Image(); image.src = 'missing.png'; return image.decode().catch(() => 0);");
        let errors = journey.console_errors().join("\n");
        for part in ["a mistake", "written", "missing.png"] {
            assert!(errors.contains(part), "{part:?} is not in {errors}");
        }
        assert_eq!(
            journey.console_errors(),
            Vec::<String>::new(),
            "each error is told once"
        );
        journey.end();
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn the_page_is_heard_as_it_is_read_out() {
    let folder = Folder::with("heard", GUARDED);
    for visitor in Visitor::at_a_desk().who_listens().in_each_browser() {
        let journey = folder.visited_by(visitor);
        assert_eq!(journey.heard_in_focus().to_string(), "document");
        journey.press("Tab");
        assert_eq!(journey.heard_in_focus().to_string(), "button “Pin it”");
        let heard: Vec<String> = journey.heard().iter().map(ToString::to_string).collect();
        assert_eq!(
            heard,
            [
                "document “A guarded page”",
                "main",
                "heading “Who said what”, level 2",
                "text “Ana Ruiz said”",
                "mark (a quote)",
                "text “it is safe”",
                "text “.”",
                "button “Pin it”, focused, pressed",
                "button “Menu”, collapsed",
                "textbox “Search”: ferry",
                "checkbox “Claims”, checked",
                "button “Undo”, disabled",
                "list",
                "listitem",
                "link “first entry”",
            ]
        );
        assert_eq!(journey.heard_at("input").to_string(), "textbox “Search”");
        journey.end();
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn axe_finds_what_is_wrong_whatever_the_policy_of_the_page() {
    let folder = Folder::with("axe", GUARDED);
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = folder.visited_by(visitor);
        assert_eq!(journey.faults(), []);
        journey.insist_on_no_faults("as it is");
        journey.script("document.querySelector('input').removeAttribute('aria-label');");
        let faults = journey.faults();
        let rules: Vec<&str> = faults.iter().map(|fault| fault.rule.as_str()).collect();
        assert_eq!(rules, ["label"]);
        assert!(
            faults[0].nodes[0].starts_with("input[value=\"ferry\"]: "),
            "{faults:?}"
        );
        assert_eq!(
            journey.script("return typeof window.axe;"),
            "undefined",
            "it leaves nothing behind"
        );
        journey.end();
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn things_are_dragged_by_mouse_and_by_finger() {
    let folder = Folder::with("drag", HANDLE);
    for visitor in [Visitor::at_a_desk(), Visitor::on_a_phone()] {
        for visitor in visitor.in_each_browser() {
            let journey = folder.visited_by(visitor);
            let told = || journey.words_of("#told");
            journey.drag_by("#handle", 40.0, 25.0);
            journey.wait_until("the drag", || told().contains("dropped by 40 25 "));
            journey.drag_to_end_of("#handle", "as far as here");
            journey.wait_until("the drag to words", || {
                told().contains("dropped after here")
            });
            journey.drag_to_start_of("#handle", "but no");
            journey.wait_until("the drag back", || told().contains("dropped before but"));
            let steps = journey.script("return window.steps;").as_u64();
            assert!(steps > Some(6), "a drag has steps: {steps:?}");
            journey.end();
        }
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn the_browser_tells_how_long_a_key_takes_to_be_seen() {
    let folder = Folder::with_the_page("times");
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = folder.visited_by(visitor);
        journey.press("w");
        journey.watch_times();
        for key in ["a", "w", "b"] {
            journey.press(key);
        }
        let slow: Vec<_> = journey.event_times();
        let slow: Vec<_> = slow.iter().filter(|time| time.name == "keydown").collect();
        assert!(
            slow.iter()
                .any(|time| time.duration >= 80.0 && time.handling >= 79.0),
            "{slow:?}"
        );
        let durations = journey.durations_of("keydown");
        assert_eq!(durations.len(), 3, "{durations:?}");
        assert!(
            durations[0] >= QUICKEST && durations[2] >= 80.0,
            "{durations:?}"
        );
        if journey.session().kind() == Kind::Chromium {
            let tasks = journey.long_tasks();
            assert!(tasks.iter().any(|task| task.duration >= 79.0), "{tasks:?}");
        }
        journey.end();
    }
}
