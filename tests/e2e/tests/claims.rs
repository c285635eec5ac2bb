//! Claims: from words to a verdict by keyboard, kept over a reload, taken back; and the claims of several articles worked
//! through in one list.

use hearsay_e2e::{Journey, Scheme, Visitor};

const BRIDGE: &str = "Bridge closed to lorries\n\n\
    The council spent 9 million on the bridge in 2019, Zoë Keller told reporters on Monday. Nobody at the town hall disagreed.\n\n\
    “It was never meant for lorries,” said Keller, an engineer of the city.";

const FERRY: &str = "Ferry to stop in May\n\n\
    The ferry carried 40 percent fewer people last year, Olaf Brandt said. He has sold the tickets since 1998.\n\n\
    “We cannot go on like that,” said Brandt.";

fn open(journey: &Journey, text: &str) {
    journey.wait_until("the page to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    journey.paste(text);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
}

fn wait_until_saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

/// What has the keyboard's focus, by the name of its part.
fn part(journey: &Journey) -> String {
    let part = journey
        .script("return document.activeElement?.closest('[data-part]')?.dataset.part ?? '';");
    part.as_str().unwrap_or_default().to_owned()
}

fn wait_for_part(journey: &Journey, name: &str) {
    journey.wait_until(&format!("the keyboard to be at {name}"), || {
        part(journey) == name
    });
}

fn kinds(journey: &Journey) -> Vec<String> {
    let claims = journey.annotations("claim").into_iter();
    claims.map(|claim| claim.kind).collect()
}

/// Chooses the words of the first sentence that begins so, by keyboard.
fn choose_sentence(journey: &Journey, beginning: &str) {
    journey.script("window.scrollTo(0, 0)");
    for _ in 0..12 {
        journey.press("s");
        let words = journey.words_of(".tag-bar .words");
        if words.starts_with(beginning) {
            return;
        }
    }
    panic!("no sentence begins with {beginning:?}");
}

fn labels(journey: &Journey, selector: &str) -> Vec<String> {
    let script = format!(
        "return [...document.querySelectorAll(\"{selector}\")].map((one) => one.innerText.trim());"
    );
    let found = journey.script(&script);
    let found = found.as_array().cloned().unwrap_or_default();
    let words = found.iter().map(|one| one.as_str().unwrap_or_default());
    words.map(str::to_owned).collect()
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_claim_goes_from_selection_to_verdict_by_keyboard_alone() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        check(visitor);
    }
}

/// A claim from the words chosen to the verdict and the worklist.
fn check(visitor: Visitor) {
    let journey = Journey::start("a claim's check", visitor);
    open(&journey, BRIDGE);
    choose_sentence(&journey, "The council spent");
    journey.press("2");
    journey.wait_until("a claim", || kinds(&journey) == ["quantity"]);
    // A second tag, on the claim that is in focus now.
    journey.press("3");
    journey.wait_until("the second tag", || {
        journey.count(".claim-card .claim-tags .tag-chip") == 2
    });

    // The card, and through it without leaving the keyboard.
    journey.press("c");
    wait_for_part(&journey, "statement");
    journey.press("p");
    wait_for_part(&journey, "verdict");
    journey.screenshot("claim-card-empty");
    journey.press("Escape");
    wait_for_part(&journey, "statement");
    journey.press("Shift+o");
    wait_for_part(&journey, "assignee");
    journey.type_words("Kim");
    journey.press("Escape");
    wait_for_part(&journey, "statement");
    journey.press("Shift+e");
    wait_for_part(&journey, "evidence-link");
    journey.type_words("example.org/minutes");
    journey.press("Tab");
    journey.type_words("Minutes of the council");
    journey.press("Tab");
    journey.type_words("The bridge cost 11 million.");
    journey.press("Tab");
    journey.press("Shift+Tab");
    journey.press("Shift+Tab");
    journey.press("Enter");
    wait_for_part(&journey, "add-evidence");
    journey.wait_until("the evidence as a link", || {
        journey.count(
            ".claim-evidence a[href='https://example.org/minutes'][rel='noopener noreferrer']",
        ) == 1
    });
    journey.press("Shift+p");
    wait_for_part(&journey, "reasoning");
    journey.type_words("The minutes have another sum.");
    journey.press("Escape");
    wait_for_part(&journey, "statement");
    journey.press("p");
    wait_for_part(&journey, "verdict");
    // From "open", the last, to the first and on to the second.
    journey.press("ArrowRight");
    journey.press("ArrowRight");
    journey.press("Escape");
    journey.press("o");
    journey.press("o");
    journey.wait_until("the claim to be done", || {
        labels(
            &journey,
            ".claim-card [data-part=progress] .step:has(:checked)",
        ) == ["Done"]
    });
    let verdict = labels(
        &journey,
        ".claim-card [data-part=verdict] .step:has(:checked)",
    );
    assert_eq!(verdict, ["Mostly true"]);
    journey.screenshot("claim-card-done");
    journey.insist_on_no_faults("the card of a claim");
    journey.prefer(Scheme::Dark);
    journey.screenshot("claim-card-done-dark");
    journey.prefer(Scheme::Light);
    wait_until_saved(&journey);

    // It is in the worklist.
    journey.click(".wide-only .page:nth-child(2)");
    journey.wait_until("the claim in the worklist", || {
        journey.count(".work-row") == 1
    });
    assert!(
        journey
            .words_of(".work-row")
            .contains("Bridge closed to lorries")
    );
    assert_eq!(journey.count(".work-row.done .tag-chip"), 2);
    let assignee = "return document.querySelector('.work-row [data-part=assignee]').value";
    assert_eq!(journey.script(assignee), "Kim");

    // All of it is there after a reload.
    journey.reload();
    journey.wait_until("the page to draw itself", || journey.count(".brand") == 1);
    journey.click(".wide-only .page:nth-child(2)");
    journey.wait_until("the claim in the worklist", || {
        journey.count(".work-row.done") == 1
    });
    journey.click(".work-row .words");
    journey.wait_until("the card", || journey.count(".claim-card") == 1);
    assert_eq!(
        journey.script("return document.querySelector('.claim-card [data-part=reasoning]').value"),
        "The minutes have another sum."
    );
    assert_eq!(kinds(&journey), ["quantity"]);

    // And a change can be taken back.
    journey.press("o");
    let progress = || {
        labels(
            &journey,
            ".claim-card [data-part=progress] .step:has(:checked)",
        )
    };
    journey.wait_until("the next step", || progress() == ["To do"]);
    journey.press("Control+z");
    journey.wait_until("the step before", || progress() == ["Done"]);
    wait_until_saved(&journey);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn what_is_being_typed_when_the_page_is_left_is_kept() {
    let journey = Journey::start("leaving while typing", Visitor::at_a_desk());
    open(&journey, BRIDGE);
    choose_sentence(&journey, "Nobody at");
    journey.press("6");
    journey.wait_until("a claim", || kinds(&journey) == ["other-claim"]);
    wait_until_saved(&journey);
    journey.press("Shift+p");
    wait_for_part(&journey, "reasoning");
    journey.type_words("Half a thou");
    // The page is hidden while the field still has the focus.
    journey.script("window.dispatchEvent(new Event('pagehide'))");
    journey.wait_until("the steps to say so", || {
        journey.script("return document.querySelector('.save-state')?.dataset.save ?? ''")
            == "Saved"
    });
    wait_until_saved(&journey);
    journey.script("document.activeElement.value = ''");
    journey.reload();
    journey.wait_until("the claim again", || kinds(&journey) == ["other-claim"]);
    journey.click("#tab-claims");
    journey.click(".claim-item .words");
    journey.wait_until("what was typed", || {
        journey.script(
            "return document.querySelector('.claim-card [data-part=reasoning]')?.value ?? ''",
        ) == "Half a thou"
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_claims_of_two_articles_are_worked_through_in_one_list() {
    let journey = Journey::start("the worklist", Visitor::at_a_desk());
    for (text, sentence) in [(BRIDGE, "The council spent"), (FERRY, "The ferry carried")] {
        open(&journey, text);
        choose_sentence(&journey, sentence);
        journey.press("2");
        journey.wait_until("a claim", || kinds(&journey) == ["quantity"]);
        journey.press("Escape");
        wait_until_saved(&journey);
        journey.choose("Hearsay");
    }
    journey.click(".wide-only .page:nth-child(2)");
    journey.wait_until("both claims", || journey.count(".work-row") == 2);
    assert_eq!(labels(&journey, ".work-group h2"), ["To do2"]);
    journey.screenshot("worklist");
    journey.insist_on_no_faults("the worklist");

    // A change in an article that is not open, and one in that which is: said, kept, and taken back.
    let row = |title: &str, part: &str| {
        format!(
            "[...document.querySelectorAll('.work-row')].find((row) => row.textContent.includes('{title}')).querySelector('[data-part={part}]')"
        )
    };
    let set = |title: &str, part: &str, value: &str| {
        journey.script(&format!(
            "const field = {}; field.value = '{value}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
            row(title, part)
        ));
    };
    let value = |title: &str, part: &str| {
        let value = journey.script(&format!("return {}.value", row(title, part)));
        value.as_str().unwrap_or_default().to_owned()
    };
    for title in ["Bridge closed", "Ferry to stop"] {
        set(title, "verdict", "false");
        journey.wait_for_words("Verdict False");
        set(title, "progress", "done");
        journey.wait_for_words("Progress Done");
        journey.wait_until("it to be done", || value(title, "progress") == "done");
        journey.choose("Undo");
        journey.wait_until("it to be taken back", || {
            value(title, "progress") == "to-do"
        });
        set(title, "progress", "in-progress");
        journey.wait_until("it to be in progress", || {
            value(title, "progress") == "in-progress"
        });
    }
    // Found by words, by progress, in groups.
    journey.click("[data-role=worklist-search]");
    journey.type_words("ferry");
    journey.wait_until("the ferry alone", || journey.count(".work-row") == 1);
    for _ in 0..5 {
        journey.press("Backspace");
    }
    journey.wait_until("both", || journey.count(".work-row") == 2);
    journey.script("const list = document.querySelector('[data-role=worklist-arrange]'); list.value = 'article'; list.dispatchEvent(new Event('change', { bubbles: true }));");
    journey.wait_until("a group for each article", || {
        labels(&journey, ".work-group h2").len() == 2
    });

    // All is in storage.
    journey.reload();
    journey.wait_until("the page to draw itself", || journey.count(".brand") == 1);
    journey.click(".wide-only .page:nth-child(2)");
    journey.wait_until("both claims", || {
        journey.count(".work-row.in-progress") == 2
    });
    assert_eq!(value("Bridge closed", "verdict"), "false");

    // And the way into the article leads to the claim.
    let open_bridge = "[...document.querySelectorAll('.work-row')].find((row) => row.textContent.includes('Bridge closed')).querySelector('.words').click()";
    journey.script(open_bridge);
    journey.wait_until("the card of the claim", || {
        journey
            .words_of(".claim-item.focused")
            .contains("The council spent 9 million")
    });
    assert_eq!(
        labels(
            &journey,
            ".claim-card [data-part=verdict] .step:has(:checked)"
        ),
        ["False"]
    );
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_claim_is_checked_and_the_worklist_read_with_a_finger_on_a_phone() {
    let journey = Journey::start("a claim on a phone", Visitor::on_a_phone());
    open(&journey, FERRY);
    journey.select("40 percent fewer people");
    journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
    journey.click(".tag-bar .tag[data-tag=quantity]");
    journey.wait_until("a claim", || kinds(&journey) == ["quantity"]);
    journey.click(".bottom-bar .button:nth-child(2)");
    journey.wait_until("the card in the sheet", || {
        journey.is_in_view(".claim-card")
    });
    journey.screenshot("claim-card-phone");
    journey.insist_on_no_faults("the card of a claim on a phone");
    journey.click(".claim-card [data-part=verdict] .step:nth-child(3)");
    journey.wait_until("the verdict", || {
        labels(
            &journey,
            ".claim-card [data-part=verdict] .step:has(:checked)",
        ) == ["Mixed"]
    });
    assert!(!journey.scrolls_sideways());
    let wide = "return [...document.querySelectorAll('.side-panel .tab-panel *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length";
    assert_eq!(
        journey.script(wide),
        0,
        "something of the card leaves the screen"
    );
    // The card stays in the sheet when the claim is chosen there.
    journey.click(".claim-item .words");
    journey.wait_until("a line again", || journey.count(".claim-card") == 0);
    journey.screenshot("claim-line-phone");
    journey.click(".claim-item .words");
    journey.wait_until("the card in the sheet", || {
        journey.is_in_view(".claim-card")
    });
    wait_until_saved(&journey);
    journey.reload();
    journey.wait_until("the claim again", || kinds(&journey) == ["quantity"]);
    journey.choose("More");
    journey.click(".narrow-only .page:nth-child(2)");
    journey.wait_until("the claim in the worklist", || {
        journey.count(".work-row") == 1
    });
    assert!(!journey.scrolls_sideways());
    journey.screenshot("worklist-phone");
    journey.insist_on_no_faults("the worklist on a phone");
    journey.prefer(Scheme::Dark);
    journey.screenshot("worklist-phone-dark");
    journey.end();
}
