//! Reviewing an article: all of it by keyboard, and the ends of a quote by mouse and by finger.

use hearsay_e2e::{Annotation, Journey, Scheme, Visitor};
use serde_json::json;

const ARTICLE: &str = "The mill will turn again\n\n\
“We open the sluice on Friday,” said Nora Field, who bought the mill last year. “The wheel has been tested for a month.”\n\n\
The council had doubted that the wheel would bear the load. Owen Tarn, the mayor, said the town would pay for the road.\n\n\
“It cost us 40,000 crowns, and every one was worth it,” Field said. “We would do it again.”\n\n\
“The road is a gift,” said Tarn. The old miller whispered that nobody had asked him.";

fn read(name: &str, visitor: Visitor) -> Journey {
    let journey = Journey::start(name, visitor);
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    focus(&journey, "#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || journey.marks("quote").len() >= 4);
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
    journey
}

/// Gives the keyboard's focus to what a selector finds, as the Tab key would.
fn focus(journey: &Journey, selector: &str) {
    journey.wait_until(&format!("{selector} to focus"), || {
        journey.count(selector) > 0
    });
    journey.script(&format!("document.querySelector('{selector}').focus()"));
}

/// The words of the mark that has the keyboard's focus.
fn in_focus(journey: &Journey) -> String {
    let words = journey.script("return document.activeElement?.closest('mark')?.textContent ?? ''");
    words.as_str().unwrap_or_default().to_owned()
}

/// Puts the panel up, where it is a sheet.
fn open_sheet(journey: &Journey) {
    journey.click(".bottom-bar .button");
    journey.wait_until("the sheet, come to rest", || {
        journey.script(
            "const sheet = document.querySelector('.side-panel.open'); return !!sheet && sheet.getAnimations().length === 0",
        ) == json!(true)
    });
}

fn progress(journey: &Journey) -> String {
    journey.words_of("[data-role=progress]")
}

/// The quote whose words begin like this.
fn quote(journey: &Journey, begins: &str) -> Option<Annotation> {
    let mut quotes = journey.annotations("quote").into_iter();
    quotes.find(|quote| quote.text.starts_with(begins))
}

/// Goes by keyboard to the quote that begins like this.
fn go_to(journey: &Journey, begins: &str) {
    for _ in 0..30 {
        journey.press("j");
        let before = in_focus(journey);
        if before.starts_with(begins) {
            return;
        }
    }
    panic!(
        "no key leads to {begins:?}: {:#?}",
        journey.annotations("quote")
    );
}

fn wait_for(journey: &Journey, begins: &str, text: &str) {
    journey.wait_until(&format!("the quote to be {text:?}"), || {
        quote(journey, begins).is_some_and(|quote| quote.text == text)
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_whole_article_is_reviewed_by_keyboard_alone_and_all_of_it_taken_back() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        review(visitor);
    }
}

/// The review of an article from the first quote to the last, and back.
fn review(visitor: Visitor) {
    let journey = read("review by keyboard", visitor);
    let start = journey.annotations("quote");
    let n = start.len();
    assert_eq!(progress(&journey), format!("0 of {n} decided"));

    // One accepted, the next rejected: each time the next undecided one comes into focus.
    journey.press("n");
    journey.wait_until("the first in focus", || {
        !in_focus(&journey).is_empty() && start[0].text.starts_with(&in_focus(&journey))
    });
    journey.press("a");
    journey.wait_until("one decided", || {
        progress(&journey) == format!("1 of {n} decided")
    });
    journey.wait_until("the second in focus", || {
        start[1].text.starts_with(&in_focus(&journey)) && !in_focus(&journey).is_empty()
    });
    journey.press("x");
    journey.wait_until("two decided", || {
        progress(&journey) == format!("2 of {n} decided")
    });
    assert_eq!(journey.annotations("quote").len(), n - 1);

    // All of the speaker in focus.
    go_to(&journey, "It cost us 40,000 crowns");
    journey.press("y");
    journey.wait_until("more decided at once, with a way back", || {
        journey.words_of(".notices").contains("Nora Field")
    });

    // The ends of a quote, word by word.
    journey.press("r");
    journey.wait_until("the editor to have the focus", || {
        journey.script("return document.activeElement.classList.contains('editor')") == json!(true)
    });
    let whole = quote(&journey, "It cost us").expect("a quote").text;
    journey.press("Shift+ArrowLeft");
    journey.wait_until("one word or mark less", || {
        quote(&journey, "It cost us").is_some_and(|quote| quote.text.len() < whole.len())
    });
    journey.press("Shift+ArrowRight");
    wait_for(&journey, "It cost us", &whole);
    journey.press("Control+Shift+ArrowRight");
    wait_for(&journey, "cost us", &whole[3..]);
    journey.press("Control+Shift+ArrowLeft");
    wait_for(&journey, "It cost us", &whole);
    journey.screenshot("review-editor-wide-light");
    journey.insist_on_no_faults("editing a quote");

    // Split before its second word, and joined again.
    journey.press("v");
    journey.wait_until("a word to have the focus", || {
        journey.script("return document.activeElement.textContent") == "cost"
    });
    journey.press("ArrowRight");
    journey.press("Enter");
    wait_for(&journey, "It cost", "It cost");
    journey.wait_until("the editor to have the focus again", || {
        journey.script("return document.activeElement.classList.contains('editor')") == json!(true)
    });
    journey.press("b");
    journey.wait_until("one quote again", || {
        quote(&journey, "It cost us").is_some()
    });

    // Somebody else says it.
    focus(&journey, ".editor input[list]");
    journey.press("Control+a");
    journey.type_words("Ada Field");
    journey.press("Enter");
    journey.wait_until("the other speaker", || {
        quote(&journey, "It cost us").is_some_and(|quote| quote.speaker == "Ada Field")
    });
    journey.press("Escape");
    journey.wait_until(
        "the editor to be closed, the focus back in the text",
        || journey.count(".editor") == 0 && in_focus(&journey).starts_with("It cost us"),
    );

    // What the engine missed: a sentence chosen by key becomes a quote.
    journey.press("Escape");
    for _ in 0..30 {
        journey.press("s");
        let chosen = journey.script("return getSelection().toString()");
        if chosen
            .as_str()
            .is_some_and(|chosen| chosen.starts_with("The council had doubted"))
        {
            break;
        }
    }
    journey.press("q");
    journey.wait_until("a quote more", || {
        quote(
            &journey,
            "The council had doubted that the wheel would bear the load.",
        )
        .is_some()
    });
    journey.press("Escape");

    // All of it taken back, step by step.
    for _ in 0..40 {
        journey.press("Control+z");
    }
    journey.wait_until("the start again", || {
        journey.annotations("quote") == start && progress(&journey) == format!("0 of {n} decided")
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_ends_of_a_quote_are_dragged_by_mouse_lit_up_given_up_and_taken_back() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = read("handles by mouse", visitor);
        let start = quote(&journey, "The road is a gift").expect("a quote").text;
        go_to(&journey, "The road is a gift");
        journey.click("[data-role=edit-quote]");
        journey.wait_until("a handle at each end", || journey.count(".handle") == 2);

        journey.drag_to_end_of(".handle[data-edge=end]", "said Tarn");
        journey.wait_until("the quote to end there", || {
            quote(&journey, "The road is a gift")
                .is_some_and(|quote| quote.text.ends_with("said Tarn"))
        });
        journey.drag_to_start_of(".handle[data-edge=start]", "is a gift");
        journey.wait_until("the quote to begin there", || {
            quote(&journey, "is a gift").is_some_and(|quote| quote.text.ends_with("said Tarn"))
        });
        journey.screenshot("review-handles-wide-light");

        // Given up half way.
        let before = journey.annotations("quote");
        let places = journey.script(
            "const rect = document.querySelector('.handle[data-edge=end]').getBoundingClientRect(); return [rect.left + rect.width / 2, rect.top + rect.height / 2]",
        );
        let x = places[0].as_f64().unwrap_or_default().round();
        let y = places[1].as_f64().unwrap_or_default().round();
        let pause = json!({ "type": "pause", "duration": 50 });
        journey.session().must("actions", &json!({ "actions": [
            { "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [
                { "type": "pointerMove", "duration": 0, "x": x, "y": y },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerMove", "duration": 0, "x": x - 60.0, "y": y },
                pause, pause, pause,
                { "type": "pointerUp", "button": 0 },
            ] },
            { "type": "key", "id": "keyboard", "actions": [
                pause, pause, pause, pause,
                { "type": "keyDown", "value": "\u{E00C}" },
                { "type": "keyUp", "value": "\u{E00C}" },
                pause,
            ] },
        ] }));
        assert_eq!(journey.annotations("quote"), before, "Escape gives up");
        assert_eq!(journey.count(".handle"), 2, "and the editor stays");

        journey.press("Control+z");
        journey.press("Control+z");
        journey.wait_until("the start again", || {
            quote(&journey, "The road is a gift").is_some_and(|quote| quote.text == start)
        });
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn on_a_phone_a_finger_drags_the_ends_of_a_quote_above_the_editor() {
    let journey = read("handles by finger", Visitor::on_a_phone());
    open_sheet(&journey);
    journey.click(".quote-item");
    journey.wait_until("the sheet to make room", || {
        journey.count(".side-panel.open") == 0
    });
    open_sheet(&journey);
    // The list brings what is in focus into view; a finger waits until it rests.
    journey.wait_until("the list at rest", || {
        let place = "const at = document.querySelector('[data-role=edit-quote]')?.getBoundingClientRect().top;
            const rests = at !== undefined && at === window.restedAt; window.restedAt = at; return rests;";
        journey.script(place) == json!(true)
    });
    journey.click("[data-role=edit-quote]");
    journey.wait_until("handles", || journey.count(".handle") >= 2);
    journey.screenshot("review-editor-360-light");
    journey.prefer(Scheme::Dark);
    journey.screenshot("review-editor-360-dark");
    let sizes = journey.script(
        "return [...document.querySelectorAll('.handle')].every((handle) => handle.offsetWidth >= 44 && handle.offsetHeight >= 44)",
    );
    assert_eq!(sizes, json!(true), "a finger needs room");
    let before = journey.annotations("quote");
    journey.drag_to_end_of(".handle[data-edge=end]", "the sluice");
    journey.wait_until("the quote to end there", || {
        quote(&journey, "We open the sluice").is_some_and(|quote| quote.text != before[0].text)
    });
    assert!(!journey.scrolls_sideways());
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_cast_shows_who_speaks_and_is_renamed_described_and_merged() {
    let journey = read("cast", Visitor::at_a_desk());
    journey.wait_until("the cast", || journey.count(".cast-member") >= 2);
    journey.screenshot("cast-wide-light");
    journey.choose("Edit Owen Tarn");
    journey.wait_until("the editor", || journey.count(".cast-editor") == 1);
    focus(&journey, ".cast-editor .fields label:nth-of-type(2) input");
    journey.type_words("mayor");
    journey.press("Enter");
    journey.wait_until("the role in the cast", || {
        journey.words_of(".cast").contains("mayor")
    });
    focus(&journey, ".cast-editor input");
    journey.press("Control+a");
    journey.type_words("O. Tarn");
    journey.press("Enter");
    journey.wait_until("the name in the article", || {
        quote(&journey, "The road is a gift").is_some_and(|quote| quote.speaker == "O. Tarn")
    });
    journey.insist_on_no_faults("editing a speaker");
    journey.prefer(Scheme::Dark);
    journey.screenshot("cast-editor-wide-dark");
    journey.click(".cast-editor input[value='Nora Field']");
    journey.click("[data-role=merge]");
    journey.wait_until("one speaker of two", || {
        journey
            .annotations("quote")
            .iter()
            .all(|quote| quote.speaker != "Nora Field")
    });
    journey.press("Escape");
    for _ in 0..3 {
        journey.press("Control+z");
    }
    journey.wait_until("the speakers as they were", || {
        quote(&journey, "The road is a gift").is_some_and(|quote| quote.speaker == "Owen Tarn")
    });
    journey.end();
}
