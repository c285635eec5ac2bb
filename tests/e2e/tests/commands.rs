//! Command of the app by keyboard: the palette, the history, messages, the sheet of keys; and its languages, switched in the
//! middle of work, and from right to left.

use hearsay_e2e::{Journey, Visitor};

const ARTICLE: &str = "The port of Eskdale lost 40 percent of its trade in 2019, Mara Quill told reporters on Monday. “We lost two of every five ships,” said Quill, who runs the port.\n\n\
“The council spent 3 million dollars on the road in 2023,” said Owen Tarn, the mayor.\n\n\
“Nobody asked the fishermen,” said Ida Brack.";

fn read(name: &str, visitor: Visitor) -> Journey {
    let journey = Journey::start(name, visitor);
    journey.click("#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || journey.marks("quote").len() >= 3);
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
    journey
}

/// What has the keyboard's focus: its tag, and the annotation, id or role that tells it from others.
fn focused(journey: &Journey) -> String {
    let told = journey.script(
        "const at = document.activeElement; return at.dataset.annotation ?? at.id ?? at.tagName;",
    );
    told.as_str().unwrap_or_default().to_owned()
}

fn palette(journey: &Journey, words: &str) {
    journey.press("Control+k");
    journey.wait_until("the palette", || journey.count("dialog.palette[open]") == 1);
    journey.type_words(words);
}

/// What Enter would choose.
fn first_offer(journey: &Journey) -> String {
    journey.words_of("[role=option][aria-selected=true] .label")
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_palette_finds_commands_speakers_and_tags_and_does_them_where_one_was() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = read("palette", visitor);
        palette(&journey, "brack");
        journey.wait_until("the speaker offered", || {
            first_offer(&journey) == "Go to Ida Brack"
        });
        // The field says which entry Enter chooses.
        let told = "const field = document.querySelector('.palette input');
            const chosen = document.getElementById(field.getAttribute('aria-activedescendant'));
            return document.activeElement === field && chosen?.getAttribute('aria-selected') === 'true';";
        assert!(journey.script(told) == true, "no active descendant");
        journey.screenshot("palette");
        journey.insist_on_no_faults("the palette");
        journey.press("Enter");
        journey.wait_until("her quote in focus", || {
            journey.count("dialog[open]") == 0
                && journey.words_of("mark:focus").contains("Nobody asked")
        });

        // What was in focus is what a tag of the palette is for, and the focus comes back to it.
        palette(&journey, "tag as quantity");
        journey.wait_until("the tag offered", || {
            first_offer(&journey) == "Tag as Quantity"
        });
        journey.press("Enter");
        journey.wait_until("a claim", || !journey.marks("claim").is_empty());

        // Chosen before, it comes first to somebody who types nothing.
        palette(&journey, "");
        journey.wait_until("what was chosen lately first", || {
            first_offer(&journey).starts_with("Tag as Quantity")
                || first_offer(&journey).starts_with("Go to Ida Brack")
        });
        let before = first_offer(&journey);
        journey.press("ArrowDown");
        journey.wait_until("the next entry", || first_offer(&journey) != before);
        journey.press("Escape");
        journey.wait_until("no palette", || journey.count("dialog[open]") == 0);

        // Words that are selected stay selected for what is done to them.
        journey.select("spent 3 million dollars");
        journey.wait_until("the bar to show all the words", || {
            journey.words_of(".tag-bar .words").trim() == "spent 3 million dollars"
        });
        palette(&journey, "tag as quantity");
        journey.wait_until("the tag offered", || {
            first_offer(&journey) == "Tag as Quantity"
        });
        journey.press("Enter");
        journey.wait_until("a claim of the words", || {
            let claims = journey.marks("claim");
            claims.iter().any(|mark| mark.text.contains("3 million"))
        });
        assert_eq!(journey.console_errors(), Vec::<String>::new());
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_step_of_the_history_is_gone_back_to_by_keyboard_and_the_focus_returns() {
    let journey = read("history", Visitor::at_a_desk());
    let quotes = journey.annotations("quote").len();
    for _ in 0..2 {
        journey.press("j");
        journey.press("x");
    }
    journey.wait_until("two quotes fewer", || {
        journey.annotations("quote").len() + 2 == quotes
    });
    journey.press("j");
    let before = focused(&journey);
    journey.press("h");
    journey.wait_until("the history", || {
        journey.count(".history li") == 3
            && journey.count(".history [aria-current=step]:focus") == 1
    });
    journey.screenshot("history");
    journey.insist_on_no_faults("the history");
    journey.press("ArrowDown");
    journey.press("ArrowDown");
    journey.press("Enter");
    journey.wait_until("all quotes again, at once", || {
        journey.annotations("quote").len() == quotes
    });
    journey.wait_until("where one is, in focus", || {
        journey.count(".history .undone") == 2
            && !journey
                .words_of(".history [aria-current=step]:focus")
                .is_empty()
    });
    journey.press("Escape");
    journey.wait_until("the focus where it was", || {
        journey.count(".history") == 0 && focused(&journey) == before
    });
    // The message about it is reached by key, and gives the focus back.
    journey.press("F6");
    journey.wait_until("the message in focus", || {
        journey.count(".message button:focus") == 1
    });
    journey.press("Escape");
    journey.wait_until("the message gone, the focus back", || {
        journey.count(".message") == 0 && focused(&journey) == before
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_language_is_switched_in_the_middle_of_work_and_kept() {
    for visitor in Visitor::at_a_desk().in_each_browser() {
        let journey = read("languages", visitor);
        assert_eq!(journey.script("return document.documentElement.lang"), "en");
        journey.click("[data-role=menu]");
        let choose = |code: &str| {
            journey.wait_until("the languages", || {
                journey.count("[data-role=language]") == 1
            });
            journey.script(&format!(
                "const list = document.querySelector('[data-role=language]'); list.focus(); list.value = '{code}';
                list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            ));
            journey.wait_until("the language", || {
                journey.script("return document.documentElement.lang") == code
            });
        };
        choose("de");
        journey.wait_until("German words", || {
            journey.words_of(".top-bar").contains("Gespeichert")
                && journey.words_of("#tab-claims").contains("Behauptungen")
        });
        // The menu is still there, and the focus on the list.
        assert_eq!(journey.count("[data-role=language]:focus"), 1);
        assert!(journey.marks("quote").len() >= 3);
        journey.screenshot("german");
        journey.insist_on_no_faults("in German, with the menu");
        // All is said as after a reload: nothing is left in the language before.
        journey.press("Escape");
        let switched = journey.words_of("body");
        journey.reload();
        journey.wait_until("the same page in German", || {
            journey.words_of("body") == switched
        });
        journey.click("[data-role=menu]");
        choose("es");
        journey.wait_until("Spanish words", || {
            journey.words_of(".top-bar").contains("Guardado")
        });
        choose("en");
        journey.wait_until("English words", || {
            journey.words_of(".top-bar").contains("Saved")
        });
        assert_eq!(journey.console_errors(), Vec::<String>::new());
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn from_right_to_left_nothing_is_cut_off() {
    for (name, visitor) in [
        ("rtl", Visitor::at_a_desk()),
        ("rtl-phone", Visitor::on_a_phone()),
    ] {
        let journey = read(name, visitor);
        journey.script("localStorage.setItem('hearsay.settings', 'lang=ar-XB')");
        journey.reload();
        journey.wait_until("the page from right to left", || {
            journey.script("return document.documentElement.dir") == "rtl"
                && journey.marks("quote").len() >= 3
        });
        assert!(!journey.scrolls_sideways(), "{name} scrolls sideways");
        // The bar's brand stands right, its menu left.
        let mirrored = "const place = (selector) => document.querySelector(selector).getBoundingClientRect().left;
            return place('.brand') > place('[data-role=menu]');";
        assert!(journey.script(mirrored) == true, "{name} is not mirrored");
        journey.screenshot(name);
        journey.insist_on_no_faults(name);
        journey.click("[data-role=menu]");
        journey.wait_until("the menu", || journey.count(".menu-list") == 1);
        let inside = "const box = document.querySelector('.menu-list').getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth;";
        assert!(
            journey.script(inside) == true,
            "{name}: the menu is cut off"
        );
        journey.screenshot(&format!("{name}-menu"));
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn on_a_phone_the_bar_fits_and_leads_everywhere() {
    let journey = read("bar", Visitor::on_a_phone());
    assert!(!journey.scrolls_sideways());
    let one_line =
        "const tops = [...document.querySelectorAll('.top-bar .actions > *, .top-bar .brand')]
            .map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0)
            .map((box) => box.top + box.height / 2);
        return Math.max(...tops) - Math.min(...tops) < 8;";
    assert!(journey.script(one_line) == true, "the bar wraps");
    journey.screenshot("bar-phone");
    journey.click("[data-role=menu]");
    journey.wait_until("the pages in the menu", || {
        journey.count(".menu-list .page") == 3
    });
    journey.screenshot("menu-phone");
    journey.insist_on_no_faults("the menu on a phone");
    journey.click(".menu-list .page:nth-of-type(1)");
    journey.wait_until("the library, with the focus on it", || {
        journey.count("main.start") == 1 && focused(&journey) == "main"
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn keys_of_one_letter_can_be_switched_off() {
    let journey = read("letters", Visitor::at_a_desk());
    journey.press("?");
    journey.wait_until("the sheet of keys", || {
        journey.count("dialog.shortcuts[open]") == 1
    });
    // The keys of the tags are the set's own.
    assert!(
        journey
            .words_of("dialog.shortcuts")
            .contains("Tag as Quantity")
    );
    journey.screenshot("keys");
    journey.insist_on_no_faults("the sheet of keys");
    journey.click("[data-role=letter-keys]");
    journey.press("Escape");
    journey.wait_until("no sheet", || journey.count("dialog[open]") == 0);
    journey.press("j");
    journey.press("h");
    palette(&journey, "next quote");
    journey.wait_until("the palette all the same", || {
        first_offer(&journey) == "Next quote or claim"
    });
    assert_eq!(journey.count(".history, mark:focus"), 0);
    journey.press("Enter");
    journey.wait_until("the first quote in focus", || {
        journey.count("mark:focus") == 1
    });
    journey.end();
}
