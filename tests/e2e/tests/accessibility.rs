//! Nobody is kept out: axe finds nothing wrong in any state of the app that people come to, in light and in dark, at a desk
//! and at 360 CSS pixels, and the main job can be heard.

use hearsay_e2e::{Journey, Scheme, Visitor};

const MILL: &str = "The mill will turn again\n\n\
“We open the sluice on Friday,” said Nora Field, who bought the mill last year.\n\n\
The council had doubted that the wheel would bear the load. Field said it had been tested for a month.\n\n\
“It cost us 40,000 crowns, and every one was worth it,” she said.";

/// Every kind of screen.
fn visitors() -> [Visitor; 2] {
    [Visitor::at_a_desk(), Visitor::on_a_phone()]
}

/// In light and in dark.
fn insist(journey: &Journey, state: &str) {
    for scheme in [Scheme::Dark, Scheme::Light] {
        journey.prefer(scheme);
        journey.insist_on_no_faults(&format!("{state}, {scheme:?}"));
    }
}

fn wait_until_saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

fn read(journey: &Journey, text: &str) {
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    journey.paste(text);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    wait_until_saved(journey);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_start_page_and_the_library_have_no_faults() {
    for visitor in visitors() {
        let journey = Journey::start("start and library", visitor);
        journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
        insist(&journey, "the start page");
        read(&journey, MILL);
        journey.choose("Hearsay");
        journey.choose("Try the sample");
        journey.wait_until("the sample", || {
            journey.words_of("main article").contains("The desk")
                && !journey.marks("quote").is_empty()
        });
        wait_until_saved(&journey);
        journey.choose("Hearsay");
        journey.wait_until("two articles", || journey.count(".library-list > li") == 2);
        insist(&journey, "the library");
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_reading_page_has_no_faults() {
    for visitor in visitors() {
        let journey = Journey::start("reading", visitor);
        read(&journey, MILL);
        insist(&journey, "an article");
        let quote = journey.annotations("quote").remove(0);
        journey.click(&format!("mark[data-annotation='{}']", quote.id));
        journey.wait_until("the quote in focus", || journey.count("mark.focused") > 0);
        insist(&journey, "a quote in focus");
        journey.press("Escape");
        journey.select("bought the mill last year");
        journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
        journey.press("2");
        journey.wait_until("a claim", || !journey.annotations("claim").is_empty());
        insist(&journey, "a claim in focus");
        journey.press("Escape");
        journey.choose("More");
        insist(&journey, "the menu");
        journey.press("Escape");
        journey.press("?");
        journey.wait_until("the keys", || journey.count("dialog[open]") == 1);
        insist(&journey, "the sheet of keys");
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_comparison_of_two_articles_has_no_faults() {
    for visitor in visitors() {
        let journey = Journey::start("compare by axe", visitor);
        read(&journey, MILL);
        journey.choose("Hearsay");
        read(&journey, &MILL.replace("40,000", "60,000"));
        journey.choose("Hearsay");
        journey.wait_until("two articles", || journey.count(".library-list > li") == 2);
        journey.click(".library-list > li:first-child [aria-label^=Compare]");
        journey.wait_for_words("Choose the article to compare with");
        insist(&journey, "the choice of what to compare");
        journey.click(".library-list > li:last-child .entry");
        journey.wait_until("the comparison", || journey.count(".compare-item") > 0);
        insist(&journey, "the comparison");
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_article_is_heard_in_reading_order_with_who_said_what() {
    for visitor in Visitor::at_a_desk().who_listens().in_each_browser() {
        let journey = Journey::start("heard", visitor);
        read(&journey, MILL);
        let heard: Vec<String> = journey.heard().iter().map(ToString::to_string).collect();
        let mut rest = heard.iter();
        for part in [
            "main",
            "article",
            "heading “The mill will turn again”, level 1",
            "mark (quote: Direct, Nora Field)",
            "text “We open the sluice on Friday”",
            "text “,” said Nora Field, who bought the mill last year.”",
            "mark (quote: Indirect, Nora Field)",
            "text “it had been tested for a month”",
            "complementary",
            "tab “Quotes",
        ] {
            assert!(
                rest.any(|heard| heard.starts_with(part)),
                "{part:?} is not in its place in {heard:#?}"
            );
        }
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn at_twice_the_size_and_in_forced_colours_nothing_is_cut_off_or_at_fault() {
    // At 200 % a window of 1280 by 900 pixels has room for 640 by 450 of CSS.
    let zoomed = Visitor::at_a_desk().with_a_screen_of(640, 450);
    for visitor in [zoomed, Visitor::at_a_desk().in_forced_colours()] {
        let journey = Journey::start("zoom and forced colours", visitor);
        read(&journey, MILL);
        assert!(!journey.scrolls_sideways(), "an article");
        journey.insist_on_no_faults("an article");
        journey.press("j");
        journey.wait_until("a quote in focus", || journey.count("mark.focused") > 0);
        journey.wait_until("the bar of tags", || journey.is_in_view(".tag-bar"));
        journey.press("2");
        journey.wait_until("a claim", || !journey.annotations("claim").is_empty());
        journey.press("c");
        journey.wait_until("its card", || journey.is_in_view(".claim-card"));
        journey.insist_on_no_faults("a claim's card");
        journey.press("t");
        journey.wait_until("the tag sets", || journey.count(".tag-sets") == 1);
        assert!(!journey.scrolls_sideways(), "the tag sets");
        journey.insist_on_no_faults("the tag sets");
        journey.end();
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_article_from_right_to_left_is_laid_out_as_it_is_read() {
    let journey = Journey::start("from right to left", Visitor::on_a_phone());
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    journey.paste("القطار ينتظر\n\n«لن ننتظر حتى الصيف»، قالت ليلى حسن، رئيسة المجلس.\n\nوقال المجلس إن عدد الركاب زاد في الشهر الأول.");
    journey.wait_until("the article", || {
        journey.count("main article [data-block]") >= 3
    });
    let direction = |of: &str| {
        journey.script(&format!(
            "return getComputedStyle(document.querySelector({of:?})).direction"
        ))
    };
    assert_eq!(direction("main article"), "rtl");
    assert_eq!(direction("html"), "ltr", "the page speaks English still");
    assert!(!journey.scrolls_sideways());
    journey.insist_on_no_faults("an article from right to left");
    journey.end();
}
