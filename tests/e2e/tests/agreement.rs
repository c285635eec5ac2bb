//! Two people mark the same article apart, a third compares what they marked, decides where they differ, and takes the result.

use std::path::{Path, PathBuf};

use hearsay_e2e::{Folder, Journey, Scheme, Visitor};
use serde_json::Value;

const ARTICLE: &str = "The mill will turn again\n\n\
“We open the sluice on Friday,” said Nora Field, who bought the mill last year.\n\n\
The wheel weighs nine tons. It had not turned since the flood of 1993. There are pictures of that.\n\n\
The road to the mill costs 40,000 crowns. Half of the town will pay for it in June.\n\n\
Nobody had asked the old miller, who lives next to the sluice.";

fn read(name: &str, visitor: Visitor) -> Journey {
    let journey = Journey::start(name, visitor);
    journey.click("#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    wait_until_saved(&journey);
    journey
}

fn wait_until_saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

/// Words of the claims in the article.
fn claims(journey: &Journey) -> Vec<String> {
    let claims = journey.annotations("claim").into_iter();
    let ours = claims.filter(|claim| !claim.kind.is_empty());
    ours.map(|claim| claim.text).collect()
}

fn tag(journey: &Journey, words: &str, key: &str) {
    journey.select(words);
    journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
    journey.press(key);
    journey.wait_until(&format!("the claim {words:?}"), || {
        claims(journey).iter().any(|claim| claim == words)
    });
    journey.press("Escape");
}

fn exported(journey: &Journey) -> String {
    let file = journey.downloaded();
    let json = std::fs::read_to_string(&file).expect("the file that was downloaded");
    std::fs::remove_file(&file).expect("the file that was downloaded");
    json
}

/// What somebody marks in a browser of their own, as the file that they export.
fn marked(folder: &Folder, name: &str, claims: &[(&str, &str)]) -> PathBuf {
    let journey = read(name, Visitor::at_a_desk());
    for (words, key) in claims {
        tag(&journey, words, key);
    }
    journey.click("[data-role=menu]");
    journey.click("[data-role=export]");
    let file = folder.file(&[name, ".jsonld"].concat(), exported(&journey));
    journey.end();
    file
}

/// The files of two people who agree about the wheel, and about three other things do not.
fn two_files(folder: &Folder) -> (PathBuf, PathBuf) {
    let ana = [
        ("The wheel weighs nine tons", "2"),
        ("It had not turned since the flood of 1993", "2"),
        ("costs 40,000 crowns", "2"),
    ];
    let ben = [
        ("The wheel weighs nine tons", "2"),
        ("It had not turned since the flood of 1993", "3"),
        ("The road to the mill costs 40,000 crowns", "2"),
        ("Half of the town will pay for it in June", "3"),
    ];
    (marked(folder, "ana", &ana), marked(folder, "ben", &ben))
}

/// Goes to the comparison, by the palette, and brings these files along.
fn compare(journey: &Journey, ana: &Path, ben: &Path) {
    journey.press("Control+k");
    journey.wait_until("the palette", || journey.count("dialog.palette[open]") == 1);
    journey.type_words("Compare annotators");
    journey.press("Enter");
    journey.wait_for_words("Bring in what others marked");
    // Several at once, a line each.
    let both = [ana, ben].map(|file| file.to_str().expect("a name in Unicode"));
    journey.give_file("[data-role=annotators]", Path::new(&both.join("\n")));
    journey.wait_until("the disagreements", || {
        journey.count(".agreement-card") == 3
    });
}

fn progress(journey: &Journey) -> String {
    journey.words_of(".agreement-progress b")
}

fn wait_for_progress(journey: &Journey, words: &str) {
    journey.wait_until(words, || progress(journey) == words);
}

/// The kinds of the disagreements that are listed.
fn kinds(journey: &Journey) -> Value {
    journey.script(
        "return [...document.querySelectorAll('.agreement-card')].map((card) => card.dataset.kind).join(' ')",
    )
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn two_annotators_are_compared_and_what_they_settle_on_is_taken_over_and_out() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        settle(visitor);
    }
}

/// Two annotators from their files to what they settle on.
fn settle(visitor: Visitor) {
    let folder = Folder::new("agreement");
    let (ana, ben) = two_files(&folder);
    let journey = read("agreement", visitor);
    compare(&journey, &ana, &ben);
    assert_eq!(
        journey.script("return [...document.querySelectorAll('.agreement-name')].map((name) => name.value).join(' ')"),
        "ana ben"
    );
    assert_eq!(kinds(&journey), "tags boundaries missing");
    // Of claims there is an α, two of their marks are the same; of quotes nobody decided anything.
    let all = journey.words_of(".agreement-table tr.all");
    assert!(all.contains("0.") && all.contains("3"), "{all}");
    assert!(
        journey
            .words_of("main")
            .contains("Nobody made, changed or accepted a quote")
    );
    wait_for_progress(&journey, "0 of 3 decided.");
    journey.insist_on_no_faults("annotators compared");
    for (scheme, name) in [
        (Scheme::Light, "agreement-wide-light"),
        (Scheme::Dark, "agreement-wide-dark"),
    ] {
        journey.prefer(scheme);
        journey.screenshot(name);
    }
    journey.prefer(Scheme::Light);

    // A file for another article does not come in, and says so.
    let other = std::fs::read_to_string(&ana).expect("the file");
    let other = other
        .replace("weighs", "weighed")
        .replace("turned", "moved");
    let other = folder.file("other.jsonld", other.replace("costs", "cost"));
    let broken = folder.file("broken.jsonld", "{");
    for (file, words) in [(&other, "other.jsonld"), (&broken, "line 1")] {
        journey.drop_file(file);
        journey.wait_until(words, || {
            journey.words_of(".agreement-problems").contains(words)
        });
    }
    assert_eq!(journey.count(".agreement-name"), 2);

    // All by keyboard: the second's tag, then something else and back, then one's own words, then nothing.
    journey.press("2");
    wait_for_progress(&journey, "1 of 3 decided.");
    assert!(journey.is_in_view(".agreement-card.current"));
    journey.press("1");
    wait_for_progress(&journey, "2 of 3 decided.");
    journey.press("Control+z");
    wait_for_progress(&journey, "1 of 3 decided.");
    journey.press("o");
    journey.wait_until("the editor", || journey.count(".agreement-own") == 1);
    journey.choose("Start a word earlier");
    journey.wait_until("a word more", || {
        journey.words_of(".agreement-own mark") == "mill costs 40,000 crowns"
    });
    journey.screenshot("agreement-own");
    journey.insist_on_no_faults("a mark of one's own");
    journey.choose("Keep");
    wait_for_progress(&journey, "2 of 3 decided.");
    journey.press("j");
    journey.wait_until("the focus on the last", || {
        journey.script("return document.activeElement?.dataset.kind ?? ''") == "missing"
    });
    journey.press("0");
    wait_for_progress(&journey, "3 of 3 decided.");

    // Taken out, and over, in one step that can be undone.
    journey.click("[data-role=export-settled]");
    let file: Value = serde_json::from_str(&exported(&journey)).expect("JSON");
    let items = file["first"]["items"].as_array().expect("annotations");
    assert_eq!(items.len(), 3);
    journey.click("[data-role=take-over]");
    let settled = [
        "The wheel weighs nine tons",
        "It had not turned since the flood of 1993",
        "mill costs 40,000 crowns",
    ];
    let standing = |journey: &Journey| -> Vec<String> {
        claims(journey)
            .into_iter()
            .filter(|claim| settled.contains(&claim.as_str()))
            .collect()
    };
    journey.wait_until("the claims in the article", || {
        standing(&journey) == settled
    });
    journey.press("Control+z");
    journey.wait_until("the article as it was", || {
        !standing(&journey).contains(&settled[2].to_owned())
    });
    journey.press("Control+Shift+z");
    journey.wait_until("the claims once more", || standing(&journey) == settled);
    wait_until_saved(&journey);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn annotators_are_compared_on_a_phone_without_scrolling_sideways() {
    let folder = Folder::new("agreement-phone");
    let (ana, ben) = two_files(&folder);
    let journey = read("agreement on a phone", Visitor::on_a_phone());
    compare(&journey, &ana, &ben);
    assert!(!journey.scrolls_sideways());
    for (scheme, name) in [
        (Scheme::Light, "agreement-phone-light"),
        (Scheme::Dark, "agreement-phone-dark"),
    ] {
        journey.prefer(scheme);
        journey.screenshot(name);
    }
    // By finger.
    journey.click(".agreement-card .take");
    wait_for_progress(&journey, "1 of 3 decided.");
    journey.screenshot("agreement-phone-card");
    assert!(!journey.scrolls_sideways());
    journey.insist_on_no_faults("annotators compared on a phone");
    journey.end();
}
