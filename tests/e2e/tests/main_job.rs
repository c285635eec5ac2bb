//! The main job, end to end: paste an article, see who said what, tag claims, come back, take them away and bring them
//! back in elsewhere.

use hearsay_e2e::{Annotation, Journey, Scheme, Visitor};
use serde_json::Value;

/// An article without a single quotation mark, as scraping and machine translation leave them.
struct Pasted {
    text: String,
    at_least: usize,
    speaker: &'static str,
}

/// The article Hearsay was asked for where it is at hand, and always one of our own like it.
fn articles() -> Vec<Pasted> {
    let root = xtask::workspace::root();
    let ours = Pasted {
        text: OURS.to_owned(),
        at_least: 5,
        speaker: "Dana Whitlock",
    };
    let seed = std::fs::read_to_string(root.join("../shared/data/seed_article.txt")).ok();
    let seed = seed.map(|text| Pasted {
        text,
        at_least: 14,
        speaker: "Joelle Pineau",
    });
    std::iter::once(ours).chain(seed).collect()
}

const OURS: &str = "The ferry to Ostrand will stop running on Sundays from next month, the harbour company said on Tuesday.\n\n\
Dana Whitlock, a spokeswoman for the company, said that Sunday boats had been nearly empty for two years.\n\n\
We cannot ask everybody to pay for a boat that carries four people and a dog, she said. We looked for another way and did not find one.\n\n\
Islanders were angry. Peter Amsel, who runs the only shop on Ostrand, told the council that his deliveries would cost 30 percent more.\n\n\
It is not a boat to us, it is the road, Amsel said.\n\n\
The council insisted that it had not been asked. According to its chairman, Rolf Eide, the contract forbids changes before 2028.\n\n\
Whitlock said the company had read the contract differently.";

fn open(name: &str, visitor: Visitor, text: &str) -> Journey {
    let journey = Journey::start(name, visitor);
    journey.click("#paste");
    journey.paste(text);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    journey
}

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

fn export(journey: &Journey) -> Value {
    journey.choose("More");
    journey.click("[data-role=export]");
    let file = journey.downloaded();
    let exported = std::fs::read_to_string(&file).expect("the file that was downloaded");
    std::fs::remove_file(&file).expect("the file that was downloaded");
    serde_json::from_str(&exported).expect("an export that is JSON")
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_article_without_marks_is_read_tagged_kept_and_carried_to_another_browser() {
    for article in articles() {
        let journey = open("main job", Visitor::at_a_desk(), &article.text);
        let quotes = journey.annotations("quote");
        assert!(
            quotes.len() >= article.at_least,
            "only {} quotes: {quotes:#?}",
            quotes.len()
        );
        assert!(
            quotes.iter().any(|quote| quote.speaker == article.speaker),
            "nothing said by {}",
            article.speaker
        );
        // The panel counts what the article shows.
        assert_eq!(journey.count(".quote-item"), quotes.len());
        assert_eq!(
            journey.words_of("#tab-quotes .count"),
            quotes.len().to_string()
        );
        journey.screenshot("read-wide-light");
        journey.prefer(Scheme::Dark);
        journey.screenshot("read-wide-dark");
        journey.prefer(Scheme::Light);

        // The card of a quote under the pointer stays in the window, wherever the mark is.
        for quote in &quotes {
            journey.hover(&format!("mark[data-annotation='{}']", quote.id));
            journey.wait_until("the card that names the speaker", || {
                journey
                    .words_of(".quote-card .speaker")
                    .contains(&quote.speaker)
            });
            let fits = "const card = document.querySelector('.quote-card').getBoundingClientRect(); \
                        return card.top >= 0 && card.left >= 0 && card.bottom <= innerHeight && card.right <= innerWidth;";
            assert_eq!(journey.script(fits), true, "the card leaves the window");
        }

        // From the panel to the article, and the other way round.
        let last = quotes.last().expect("a quote");
        journey.click(&format!(".quote-item[data-annotation='{}']", last.id));
        let mark = format!("mark.focused[data-annotation='{}']", last.id);
        journey.wait_until("the chosen quote to come into view", || {
            journey.is_in_view(&mark)
        });
        journey.screenshot("quote-from-panel");
        let first = &quotes[0];
        journey.click(&format!("mark[data-annotation='{}']", first.id));
        journey.wait_until("its entry in the panel to be marked", || {
            journey.is_in_view(&format!(
                ".quote-item.focused[data-annotation='{}']",
                first.id
            ))
        });

        // Two claims, by keyboard alone: a quote whole, and a sentence.
        journey.press("Escape");
        journey.press("j");
        journey.press("2");
        let tagged = claims(&journey, 1);
        assert_eq!(tagged[0].kind, "quantity");
        assert_eq!(tagged[0].text, first.text, "the whole quote is the claim");
        assert_eq!(
            tagged[0].speaker, first.speaker,
            "a claim in a quote has its speaker"
        );
        journey.press("Escape");
        journey.press("s");
        journey.press("s");
        journey.press("3");
        claims(&journey, 2);
        journey.screenshot("two-claims");
        journey.press("Control+z");
        let kept = claims(&journey, 1);
        assert_eq!(kept, tagged, "undo takes the last claim and no other");
        journey.press("Control+Shift+z");
        let kept = claims(&journey, 2);
        wait_until_saved(&journey);

        // All of it is there after a reload.
        journey.reload();
        assert_eq!(claims(&journey, 2), kept);
        assert_eq!(journey.annotations("quote"), quotes);

        // Taken away, and brought into a clean profile.
        let exported = export(&journey);
        assert_eq!(exported["type"], "AnnotationCollection");
        let file = std::env::temp_dir().join(format!("hearsay-{}.jsonld", std::process::id()));
        std::fs::write(&file, exported.to_string()).expect("room for the export");
        journey.end();

        let elsewhere = open("another browser", Visitor::at_a_desk(), &article.text);
        elsewhere.give_file("[data-role=import]", &file);
        assert_eq!(claims(&elsewhere, 2), kept);
        assert_eq!(elsewhere.annotations("quote"), quotes);
        // Once more adds nothing.
        elsewhere.give_file("[data-role=import]", &file);
        elsewhere.wait_for_words("already there");
        assert_eq!(claims(&elsewhere, 2), kept);
        assert_eq!(
            annotations_of(&export(&elsewhere)),
            annotations_of(&exported),
            "what comes in goes out the same"
        );
        std::fs::remove_file(&file).expect("the export");
        elsewhere.end();
    }
}

/// The annotations of an export, over all its pages.
fn annotations_of(collection: &Value) -> Vec<Value> {
    let mut page = &collection["first"];
    let mut found = Vec::new();
    while page.is_object() {
        let items = page["items"].as_array().expect("a page with items");
        found.extend(items.iter().cloned());
        page = &page["next"];
    }
    assert!(!found.is_empty(), "an export without annotations");
    found
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn on_a_phone_the_sample_is_read_and_tagged_by_touch() {
    let journey = Journey::start("phone", Visitor::on_a_phone());
    journey.screenshot("start-phone-light");
    journey.choose("Try the sample");
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    assert!(
        !journey.scrolls_sideways(),
        "the page is wider than a phone"
    );
    journey.screenshot("read-phone-light");
    journey.prefer(Scheme::Dark);
    journey.screenshot("read-phone-dark");

    // The panel comes up as a sheet and makes room for the quote that is chosen in it.
    let quotes = journey.annotations("quote");
    let chosen = &quotes[quotes.len() / 2];
    journey.click(".bottom-bar .button");
    journey.wait_until("the sheet", || journey.is_in_view(".side-panel.open"));
    journey.screenshot("panel-phone-dark");
    journey.click(&format!(".quote-item[data-annotation='{}']", chosen.id));
    journey.wait_until("the quote in view, without the sheet", || {
        journey.count(".side-panel.open") == 0
            && journey.is_in_view(&format!("mark.focused[data-annotation='{}']", chosen.id))
    });

    assert!(
        journey
            .words_of(".tag-bar .said-by")
            .contains(&chosen.speaker),
        "the bar names the speaker, for there is no room for the panel"
    );
    // A finger tags the quote, then words that it selected.
    journey.click(".tag-bar [data-tag=prediction]");
    let tagged = claims(&journey, 1);
    assert_eq!(tagged[0].kind, "prediction");
    assert_eq!(tagged[0].text, chosen.text);
    journey.select("from 412 in March to 268 in April");
    journey.wait_until("the bar to show the words", || {
        journey
            .words_of(".tag-bar .words")
            .contains("from 412 in March to 268 in April")
    });
    journey.screenshot("tag-phone-dark");
    journey.click(".tag-bar [data-tag=quantity]");
    claims(&journey, 2);
    journey.prefer(Scheme::Light);
    journey.screenshot("claims-phone-light");
    assert!(!journey.scrolls_sideways());
    wait_until_saved(&journey);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_claim_gets_a_note_another_tag_and_goes_and_every_step_can_be_undone() {
    let journey = open("a claim's life", Visitor::at_a_desk(), OURS);
    journey.select("cost 30 percent more");
    journey.press("2");
    let made = claims(&journey, 1);
    assert_eq!(made[0].text, "cost 30 percent more");
    assert_eq!(
        made[0].speaker, "Peter Amsel",
        "it sits in what Amsel told the council"
    );
    journey.choose("Claims1");
    journey.click(".claim-item [data-part=note]");
    journey.type_words("Ask the shop for last year's bills.");
    journey.press("Escape");
    wait_until_saved(&journey);

    // Tagged otherwise by the keys while in focus: the tag of before off, another on.
    journey.press("2");
    journey.press("4");
    journey.wait_until("the new tag", || {
        journey.annotations("claim")[0].kind == "law-or-rule"
    });
    journey.press("x");
    claims(&journey, 0);
    journey.press("Control+z");
    let back = claims(&journey, 1);
    assert_eq!(back[0].kind, "law-or-rule");
    journey.press("Control+z");
    journey.press("Control+z");
    journey.wait_until("the old tag", || {
        journey.annotations("claim")[0].kind == "quantity"
    });
    wait_until_saved(&journey);
    journey.reload();
    claims(&journey, 1);
    journey.choose("Claims1");
    journey.click(".claim-item .words");
    journey.wait_until("the note", || {
        journey.script("return document.querySelector('.claim-item [data-part=note]')?.value ?? ''")
            == "Ask the shop for last year's bills."
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn the_library_lists_articles_opens_them_and_takes_a_deletion_back() {
    let journey = open("library", Visitor::at_a_desk(), OURS);
    wait_until_saved(&journey);
    journey.choose("Hearsay");
    journey.choose("Try the sample");
    journey.wait_until("the sample", || {
        journey
            .words_of("main article")
            .contains("The desk that marks every quote")
            && !journey.marks("quote").is_empty()
    });
    wait_until_saved(&journey);
    journey.choose("Hearsay");
    journey.wait_until("two articles", || journey.count(".library-list li") == 2);
    journey.screenshot("start-wide-light");
    journey.prefer(Scheme::Dark);
    journey.screenshot("start-wide-dark");
    journey.prefer(Scheme::Light);

    journey.choose("Delete “The desk that marks every quote”");
    journey.wait_until("one article", || journey.count(".library-list li") == 1);
    journey.choose("Undo");
    journey.wait_until("two articles", || journey.count(".library-list li") == 2);
    journey.reload();
    journey.wait_until("the place where one was", || journey.count("main") == 1);
    journey.choose("Hearsay");
    journey.click(".library-list li:last-child .entry");
    journey.wait_until("the first article", || {
        journey
            .words_of("main article")
            .contains("The ferry to Ostrand")
    });
    journey.end();
}
