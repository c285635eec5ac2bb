//! The library: articles are found by what is in them, sorted, filtered, deleted and brought back.

use hearsay_e2e::{Journey, Scheme, Visitor};

const ARTICLES: [&str; 4] = [
    "Bridge closed\n\n“The bridge is not safe any more,” said Zoë Keller, an engineer of the city.\n\nIt was built in 1931.",
    "Ämter schließen\n\n“We close at noon from now on,” said Ana Ruiz, the mayor.\n\nThe council met on Monday.",
    "Catch of the year\n\n“I have never seen such herring,” said Olaf Brandt, who fishes off Ostrand.\n\nThe harbour was full.",
    "Dam to be raised\n\n“Two metres more will be enough for us,” said Ana Ruiz, the mayor.\n\nThe river rose by 40 percent.",
];

fn library_of(name: &str, visitor: Visitor) -> Journey {
    let journey = Journey::start(name, visitor);
    for text in ARTICLES {
        journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
        journey.click("#paste");
        journey.paste(text);
        journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
        if text.contains("40 percent") {
            journey.select("rose by 40 percent");
            journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
            journey.press("2");
            journey.wait_until("a claim", || !journey.annotations("claim").is_empty());
            journey.press("Escape");
        }
        journey.wait_until("all to be saved", || {
            journey.count("[data-save='Saved']") == 1
        });
        journey.choose("Hearsay");
    }
    journey.wait_until("four articles", || journey.count(".library-list > li") == 4);
    journey
}

/// The titles on the list, by their first words.
fn titles(journey: &Journey) -> Vec<String> {
    let titles = journey.script(
        "return [...document.querySelectorAll('.library-list .title')].map((title) => title.innerText.split(' ')[0]);",
    );
    let titles = titles.as_array().cloned().unwrap_or_default();
    titles
        .iter()
        .map(|title| title.as_str().unwrap_or_default().to_owned())
        .collect()
}

fn wait_for_titles(journey: &Journey, expected: &[&str]) {
    journey.wait_until(&format!("{expected:?} and no other"), || {
        titles(journey) == expected
    });
}

fn search(journey: &Journey, words: &str) {
    journey.click("[data-role=library-search]");
    journey.press("Control+a");
    journey.press("Delete");
    journey.type_words(words);
}

fn sort(journey: &Journey, by: &str) {
    journey.script(&format!(
        "const sort = document.querySelector('[data-role=library-sort]'); sort.value = '{by}';
         sort.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn articles_are_found_by_speaker_words_and_tag_and_put_in_order() {
    let journey = library_of("library", Visitor::at_a_desk());
    // By a speaker, whatever the accents and case.
    search(&journey, "KELLER zoe");
    wait_for_titles(&journey, &["Bridge"]);
    assert_eq!(journey.words_of(".snippet"), "Speaker: Zoë Keller");
    assert_eq!(journey.count(".snippet mark"), 2);
    // By words of the text.
    search(&journey, "herring harbour");
    wait_for_titles(&journey, &["Catch"]);
    assert!(journey.words_of(".snippet").contains("such herring"));
    journey.screenshot("library-search");
    // By a tag.
    search(&journey, "quantity");
    wait_for_titles(&journey, &["Dam"]);
    // By the title, with its accent left out.
    search(&journey, "amter");
    wait_for_titles(&journey, &["Ämter"]);
    // All words must occur.
    search(&journey, "ruiz herring");
    journey.wait_for_words("No article is like that.");
    journey.choose("Show all");
    journey.wait_until("all again", || titles(&journey).len() == 4);
    sort(&journey, "title");
    wait_for_titles(&journey, &["Ämter", "Bridge", "Catch", "Dam"]);
    sort(&journey, "claims");
    journey.wait_until("the one with a claim first", || {
        titles(&journey).first().is_some_and(|first| first == "Dam")
    });
    journey.choose("With claims");
    wait_for_titles(&journey, &["Dam"]);
    for (scheme, name) in [
        (Scheme::Dark, "library-wide-dark"),
        (Scheme::Light, "library-wide-light"),
    ] {
        journey.prefer(scheme);
        journey.screenshot(name);
    }
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn several_articles_are_deleted_and_all_come_back() {
    let journey = library_of("delete several", Visitor::at_a_desk());
    sort(&journey, "title");
    journey.choose("Delete “Bridge closed”");
    wait_for_titles(&journey, &["Ämter", "Catch", "Dam"]);
    journey.choose("Select …");
    journey.choose("Select “Catch of the year”");
    journey.choose("Select “Dam to be raised”");
    journey.screenshot("library-select");
    journey.click("[data-role=delete-selected]");
    wait_for_titles(&journey, &["Ämter"]);
    journey.choose("Undo");
    wait_for_titles(&journey, &["Ämter", "Bridge", "Catch", "Dam"]);
    // They are back in storage too, and found by their words.
    journey.reload();
    journey.wait_until("the four", || journey.count(".library-list > li") == 4);
    search(&journey, "brandt");
    wait_for_titles(&journey, &["Catch"]);
    journey.click(".library-list .entry");
    journey.wait_until("the article as it was", || {
        journey.words_of("main article").contains("herring")
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn on_a_phone_the_library_fits_the_window() {
    let journey = library_of("library on a phone", Visitor::on_a_phone());
    assert!(!journey.scrolls_sideways());
    search(&journey, "ruiz");
    journey.wait_until("two articles", || titles(&journey).len() == 2);
    journey.script("document.querySelector('.library').scrollIntoView()");
    journey.screenshot("library-phone-search");
    journey.prefer(Scheme::Dark);
    journey.screenshot("library-phone-dark");
    assert!(!journey.scrolls_sideways());
    journey.end();
}
