//! What is shown and what is not: the switch, the threshold, the words a speaker rests on, and claims worth checking; by
//! keyboard, kept over a reload.

use hearsay_e2e::{Journey, Visitor};

const ARTICLE: &str = "The port of Eskdale lost 40 percent of its trade in 2019, Mara Quill told reporters on Monday. “We lost two of every five ships,” said Quill, who runs the port.\n\n\
She believes that the new road will bring some of them back. “It opens in May,” she said.\n\n\
Unemployment in the town rose from 4 percent to 9 percent last year, the highest rate since 1985.\n\n\
“The council spent 3 million dollars on the road in 2023,” said Owen Tarn, the mayor.";

fn read(name: &str) -> Journey {
    let journey = Journey::start(name, Visitor::at_a_desk());
    journey.click("#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    saved(&journey);
    journey
}

fn saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

/// Gives the keyboard's focus to what a selector finds, as the Tab key would.
fn focus(journey: &Journey, selector: &str) {
    journey.wait_until(&format!("{selector} to focus"), || {
        journey.count(selector) > 0
    });
    journey.script(&format!("document.querySelector('{selector}').focus()"));
}

/// How many quotes the page says that the threshold hides.
fn n_unsure(journey: &Journey) -> usize {
    let words = journey.words_of("[data-role=n-unsure]");
    let digits = words.chars().filter(char::is_ascii_digit);
    digits.collect::<String>().parse().unwrap_or_default()
}

fn n_shown(journey: &Journey) -> usize {
    let quotes = journey.annotations("quote").len();
    journey.wait_until("the panel to count what the article shows", || {
        journey.words_of("#tab-quotes .count") == journey.annotations("quote").len().to_string()
            && journey.count(".quote-item") == journey.annotations("quote").len()
    });
    quotes
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn switch_and_threshold_are_worked_by_keyboard_agree_with_the_counts_and_are_kept() {
    let journey = read("filters");
    let usual = n_shown(&journey);
    let unsure = n_unsure(&journey);
    focus(&journey, "[data-role=threshold]");
    journey.press("End");
    journey.wait_until("fewer quotes", || {
        journey.annotations("quote").len() < usual
    });
    let certain = n_shown(&journey);
    assert_eq!(
        n_unsure(&journey) - unsure,
        usual - certain,
        "the page says how many are hidden"
    );
    focus(&journey, "[data-role=unsaid]");
    journey.press("Space");
    journey.reload();
    journey.wait_until("the settings as they were left", || {
        journey.count("[data-role=unsaid]:checked") == 1
            && journey.words_of(".threshold output") == "95%"
    });
    focus(&journey, "[data-role=threshold]");
    journey.press("Home");
    journey.wait_until("everything that was found", || {
        journey.annotations("quote").len() >= usual
    });
    n_shown(&journey);
    assert_eq!(journey.count(".hidden-quotes"), 0);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_key_leads_to_the_words_that_tell_who_she_is() {
    let journey = read("evidence");
    let hers = journey
        .annotations("quote")
        .into_iter()
        .find(|quote| quote.text.contains("opens in May"))
        .expect("a quote of hers");
    assert_eq!(hers.speaker, "Mara Quill");
    journey.click(&format!(".quote-item[data-annotation='{}']", hers.id));
    journey.wait_until("on what it rests", || {
        journey
            .words_of(".said-by")
            .contains("“she” stands for Mara Quill")
    });
    journey.press("e");
    journey.wait_until("the words to have the focus, in view", || {
        journey.script("return document.activeElement.dataset.role") == "evidence"
            && journey.is_in_view("[data-role=evidence]:focus")
    });
    assert!(
        journey
            .words_of("[data-role=evidence]:focus")
            .contains("Quill")
    );
    journey.screenshot("evidence");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn suggested_claims_are_accepted_dismissed_undone_kept_and_not_suggested_again() {
    let journey = read("worth checking");
    let suggested = || journey.annotations("suggestion");
    journey.wait_until("suggestions", || suggested().len() >= 2);
    let n = suggested().len();
    assert!(
        journey.annotations("claim").is_empty(),
        "nobody's claims yet"
    );
    // By key: the first is accepted, the next dismissed, and that taken back and made again.
    journey.press("w");
    journey.press("a");
    journey.wait_until("a claim", || journey.annotations("claim").len() == 1);
    let claim = journey.annotations("claim")[0].clone();
    journey.press("w");
    journey.press("x");
    journey.wait_until("one fewer", || suggested().len() == n - 2);
    journey.press("Control+z");
    journey.wait_until("it to be back", || suggested().len() == n - 1);
    journey.press("Control+Shift+z");
    journey.wait_until("it to go again", || suggested().len() == n - 2);
    saved(&journey);
    journey.reload();
    journey.wait_until("the claim, after the reload", || {
        journey.annotations("claim") == vec![claim.clone()]
    });
    assert_eq!(suggested().len(), n - 2);
    journey.choose("More");
    journey.choose("Find quotes again");
    saved(&journey);
    journey.wait_until("the engine to have looked again", || {
        !journey.words_of(".top-bar").contains("Finding quotes")
    });
    assert_eq!(journey.annotations("claim"), [claim]);
    assert_eq!(suggested().len(), n - 2);
    // One switch puts all of them away, and the claim stays.
    journey.click("#tab-claims");
    focus(&journey, "[data-role=suggest]");
    journey.press("Space");
    journey.wait_until("no suggestions", || suggested().is_empty());
    assert_eq!(journey.annotations("claim").len(), 1);
    journey.end();
}
