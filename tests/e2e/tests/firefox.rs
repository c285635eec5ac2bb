//! The main job in Firefox: paste an article, see who said what, tag it, come back. How much of it there is to see is for the
//! journeys in Chromium to say; here that it works the same.

use hearsay_e2e::{Annotation, Journey, Scheme, Visitor};

const ARTICLE: &str = "The mill will turn again\n\n\
“We open the sluice on Friday,” said Nora Field, who bought the mill last year.\n\n\
The council had doubted that the wheel would bear the load. Field said it had been tested for a month.\n\n\
“It cost us 40,000 crowns, and every one was worth it,” she said.";

fn claims(journey: &Journey, n: usize) -> Vec<Annotation> {
    journey.wait_until(&format!("{n} claims"), || {
        journey.annotations("claim").len() == n
    });
    journey.annotations("claim")
}

fn wait_until_saved(journey: &Journey) {
    journey.wait_until("the page to say that all is saved", || {
        journey.count("[data-save='Saved']") == 1
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_article_is_pasted_read_tagged_by_key_and_kept() {
    let journey = Journey::start("main job in Firefox", Visitor::at_a_desk().in_firefox());
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    let quotes = journey.annotations("quote");
    assert!(quotes.len() >= 2, "{quotes:#?}");
    assert!(
        quotes.iter().any(|quote| quote.speaker == "Nora Field"),
        "{quotes:#?}"
    );
    journey.screenshot("firefox-read-wide-light");

    // A quote is tagged by its key; a selection of words too.
    journey.press("j");
    journey.press("2");
    let first = claims(&journey, 1);
    assert_eq!(first[0].text, quotes[0].text);
    journey.press("Escape");
    journey.select("tested for a month");
    journey.press("3");
    let both = claims(&journey, 2);
    assert!(
        both.iter().any(|claim| claim.text == "tested for a month"),
        "{both:#?}"
    );
    journey.press("Control+z");
    assert_eq!(claims(&journey, 1), first, "undo takes the last alone");
    journey.press("Control+Shift+z");
    assert_eq!(claims(&journey, 2), both);
    wait_until_saved(&journey);

    journey.reload();
    assert_eq!(claims(&journey, 2), both);
    assert_eq!(journey.annotations("quote"), quotes);
    journey.prefer(Scheme::Dark);
    journey.screenshot("firefox-read-wide-dark");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_article_pasted_with_its_layout_is_read_and_a_finger_tags_it() {
    let journey = Journey::start("a phone with Firefox", Visitor::on_a_phone().in_firefox());
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.click("#paste");
    let html: String = ARTICLE
        .split("\n\n")
        .map(|paragraph| format!("<p>{paragraph}</p>"))
        .collect();
    journey.paste_rich(&html, ARTICLE);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    assert!(
        !journey.scrolls_sideways(),
        "the page is wider than a phone"
    );
    let quote = journey.annotations("quote").remove(0);
    journey.click(&format!("mark[data-annotation='{}']", quote.id));
    journey.click(".tag-bar [data-tag=prediction]");
    let tagged = claims(&journey, 1);
    assert_eq!(tagged[0].kind, "prediction");
    assert_eq!(tagged[0].text, quote.text);
    journey.screenshot("firefox-read-phone-light");
    wait_until_saved(&journey);
    journey.end();
}
