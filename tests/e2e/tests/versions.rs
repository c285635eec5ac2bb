//! The same article, later: both versions are kept, what a person tagged finds its words again, and what changed is shown,
//! quotes first.

use hearsay_e2e::{Journey, Scheme, Visitor};
use std::path::{Path, PathBuf};

/// A page as a news site sends it.
fn page(address: &str, paragraphs: &[&str]) -> String {
    let paragraphs: String = paragraphs
        .iter()
        .map(|words| format!("<p>{words}</p>\n"))
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ferry to stop on Sundays</title>\
         <link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">\
         <meta property=\"og:site_name\" content=\"Harbour Post\"></head>\
         <body><nav><a href=\"/\">Home</a></nav><main><article><h1>Ferry to stop on Sundays</h1>\n{paragraphs}</article></main></body></html>"
    )
}

const LEAD: &str = "The ferry to Ostrand will stop running on Sundays from next month, and the harbour has put up a notice about it beside the ticket window.";
const DOG: &str = "“We cannot ask everybody to pay for a boat that carries four people and a dog,” said Dana Whitlock, a spokeswoman for the company.";
const ROAD: &str = "“It is not a boat to us, it is the road,” said Peter Amsel, who runs the only shop on Ostrand.";
const COST: &str = "Deliveries to the island would cost 30 percent more by road and raft, as a count of the council of last winter has it.";
const ASKED: &str =
    "“Nobody asked us before all of it was decided,” said Rolf Eide, the chairman of the council.";
const CONTRACT: &str = "“The contract is clear and we have kept every word of it,” said Whitlock.";

fn first() -> String {
    page(
        "https://harbour.example/news/ferry",
        &[LEAD, DOG, ROAD, COST, ASKED, CONTRACT],
    )
}

fn second() -> String {
    let dog = DOG.replace("four people and a dog", "three people and a dog");
    let road = ROAD.replace("Peter Amsel", "Inga Moen");
    let cost = COST.replace("Deliveries to the island", "Deliveries to the small island");
    let may = "“We will look at the whole timetable again in May,” said Whitlock on Friday.";
    page(
        "https://www.harbour.example/news/ferry/?utm_source=mail#top",
        &[LEAD, &dog, &road, &cost, CONTRACT, may],
    )
}

/// The two files, in a folder of this test's own.
fn files(name: &str) -> (PathBuf, PathBuf, PathBuf) {
    let folder = std::env::temp_dir().join(format!("hearsay-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (one, two) = (folder.join("first.html"), folder.join("second.html"));
    std::fs::write(&one, first()).expect("room for a file");
    std::fs::write(&two, second()).expect("room for a file");
    (folder, one, two)
}

fn give(journey: &Journey, file: &Path, words: &str) {
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.give_file("[data-role=open-file]", file);
    journey.wait_until("the article with its quotes", || {
        journey.words_of("main article").contains(words) && !journey.marks("quote").is_empty()
    });
    wait_until_saved(journey);
}

fn wait_until_saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

/// Tags some words of the article as a claim.
fn tag(journey: &Journey, words: &str) {
    let has = || {
        journey
            .annotations("claim")
            .iter()
            .any(|claim| claim.text == words)
    };
    journey.select(words);
    journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
    journey.press("2");
    journey.wait_until(&format!("the claim {words:?}"), has);
    journey.press("Escape");
}

fn claims(journey: &Journey) -> Vec<String> {
    journey
        .annotations("claim")
        .into_iter()
        .map(|claim| claim.text)
        .collect()
}

/// The words of the changes of one kind.
fn changes(journey: &Journey, kind: &str) -> String {
    journey.words_of(&format!(".compare-item[data-change~='{kind}']"))
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_newer_version_is_kept_beside_the_old_one_and_what_changed_is_shown() {
    let (folder, one, two) = files("versions");
    let journey = Journey::start("versions", Visitor::at_a_desk());
    give(&journey, &one, "four people and a dog");
    tag(&journey, "will stop running on Sundays");
    tag(&journey, "would cost 30 percent more");
    tag(&journey, "Nobody asked us before all of it was decided");
    wait_until_saved(&journey);

    journey.choose("Hearsay");
    give(&journey, &two, "three people and a dog");
    journey.wait_until("the number of quotes that changed", || {
        journey.words_of(".notices").contains("quotes changed")
    });
    let kept = claims(&journey);
    for words in ["will stop running on Sundays", "would cost 30 percent more"] {
        assert!(
            kept.iter().any(|claim| claim == words),
            "{words} in {kept:?}"
        );
    }
    assert!(
        !kept.iter().any(|claim| claim.contains("Nobody asked")),
        "{kept:?}"
    );
    journey.screenshot("versions-notice");

    journey.choose("Compare");
    journey.wait_until("the comparison", || journey.count(".compare-item") > 3);
    assert!(changes(&journey, "added").contains("look at the whole timetable"));
    assert!(changes(&journey, "removed").contains("Nobody asked us"));
    assert!(changes(&journey, "reworded").contains("three people and a dog"));
    assert_eq!(journey.words_of("[data-change~=reworded] ins"), "three");
    assert_eq!(
        journey.words_of("[data-change~=reworded] del").trim(),
        "four"
    );
    let who = changes(&journey, "re-attributed");
    assert!(
        who.contains("Inga Moen") && who.contains("Peter Amsel"),
        "{who}"
    );
    assert!(
        !journey.words_of("#main").contains("The contract is clear"),
        "nothing changed there"
    );
    assert!(
        journey
            .words_of(".orphan")
            .contains("Nobody asked us before")
    );
    for (scheme, name) in [
        (Scheme::Light, "compare-wide-light"),
        (Scheme::Dark, "compare-wide-dark"),
    ] {
        journey.prefer(scheme);
        journey.screenshot(name);
    }
    journey.prefer(Scheme::Light);

    // Each leads to its place.
    journey.choose("Show after: We will look at the whole timetable");
    journey.wait_until("the added quote in view", || {
        journey.is_in_view("mark.focused") && journey.words_of("mark.focused").contains("timetable")
    });
    journey.choose("Hearsay");
    journey.wait_until("two versions of one article", || {
        journey.count(".library-list > li") == 1 && journey.count(".versions > li") == 1
    });
    journey.screenshot("versions-library");
    // The old version is whole.
    journey.click(".versions .entry");
    journey.wait_until("the old version with all its claims", || {
        journey
            .words_of("main article")
            .contains("four people and a dog")
            && claims(&journey)
                .iter()
                .any(|claim| claim.contains("Nobody asked"))
    });
    // The same file again is the same article, and no third version.
    journey.choose("Hearsay");
    give(&journey, &two, "three people and a dog");
    journey.choose("Hearsay");
    journey.wait_until("two versions still", || {
        journey.count(".library-list > li") == 1 && journey.count(".versions > li") == 1
    });
    // Compared by keyboard, from the library.
    journey.script("document.querySelector('.versions [aria-label^=Compare]').focus()");
    journey.press("Enter");
    journey.wait_until("the comparison once more", || {
        journey.count(".compare-item") > 3
    });
    assert_eq!(
        journey.script("return document.activeElement.textContent"),
        "What changed"
    );
    std::fs::remove_dir_all(&folder).expect("the folder");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn any_two_articles_are_compared_on_a_phone_without_scrolling_sideways() {
    let journey = Journey::start("compare on a phone", Visitor::on_a_phone());
    for words in [
        [LEAD, DOG, ROAD, COST].join("\n\n"),
        [LEAD, &DOG.replace("a dog", "two cats"), COST].join("\n\n"),
    ] {
        journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
        journey.click("#paste");
        journey.paste(&words);
        journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
        wait_until_saved(&journey);
        journey.choose("Hearsay");
    }
    journey.wait_until("two articles", || journey.count(".library-list > li") == 2);
    assert!(!journey.scrolls_sideways());
    journey.screenshot("library-phone-light");
    // Without an address they are not versions, but whoever wants compares them.
    journey.click(".library-list > li:first-child [aria-label^=Compare]");
    journey.wait_for_words("Choose the article to compare with");
    journey.click(".library-list > li:last-child .entry");
    journey.wait_until("the comparison", || journey.count(".compare-item") > 1);
    assert!(changes(&journey, "reworded").contains("two cats"));
    assert!(changes(&journey, "removed").contains("it is the road"));
    assert!(!journey.scrolls_sideways());
    journey.screenshot("compare-phone-light");
    journey.prefer(Scheme::Dark);
    journey.screenshot("compare-phone-dark");
    journey.end();
}
