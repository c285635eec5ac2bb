//! Web addresses: fetched where their site allows it, explained where it does not, stopped when the person has enough.

use std::time::Duration;

use hearsay_e2e::{Answered, Journey, OtherSite, Visitor};

/// A page with an article.
fn page(words: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><title>Ferry returns</title></head><body><nav><a href="/">Weather desk</a></nav><article><h1>Ferry returns to the lake</h1>
<p>“{words},” said Noor Kaplan, who runs it, on the first morning of the season.</p>
<p>The town council said that fares would stay where they were for the next two years at least.</p>
<p>Passengers who had waited since dawn cheered when the rope was let go, and the captain rang the bell twice.</p></article></body></html>"#
    )
}

fn go_to(journey: &Journey, address: &str) {
    journey.click("#address");
    journey.press("Control+a");
    journey.type_words(address);
    journey.press("Enter");
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_page_for_everybody_is_fetched_without_cookies_or_referrer_and_says_where_it_is_from() {
    let site = OtherSite::with(&[
        (
            "/ferry",
            Answered::page(&page("The ferry is back")).for_everybody(),
        ),
        (
            "/moved",
            Answered::page("")
                .with_status("302 Found")
                .for_everybody()
                .with_header("Location: /ferry"),
        ),
    ]);
    let journey = Journey::start("an address", Visitor::at_a_desk());
    go_to(&journey, &site.address("/moved"));
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    assert!(
        journey
            .words_of("main article")
            .contains("The ferry is back")
    );
    assert!(!journey.words_of("main article").contains("Weather desk"));
    assert_eq!(
        journey.script("return document.querySelector('.provenance a').href"),
        site.address("/ferry").as_str()
    );
    let asked = site.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    for head in &asked {
        let head = head.to_ascii_lowercase();
        assert!(
            !head.contains("\ncookie:") && !head.contains("\nreferer:"),
            "{head}"
        );
    }
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_refusal_is_explained_with_what_works_and_leaves_the_open_article_alone() {
    let site = OtherSite::with(&[
        ("/mine", Answered::page(&page("Nobody reads this"))),
        (
            "/gone",
            Answered::page("gone")
                .with_status("404 Not Found")
                .for_everybody(),
        ),
        (
            "/paid",
            Answered::page("pay")
                .with_status("403 Forbidden")
                .for_everybody(),
        ),
    ]);
    let journey = Journey::start("refused", Visitor::on_a_phone());
    journey.click("#paste");
    journey.paste(&site.address("/mine"));
    journey.wait_until("the reason", || {
        journey
            .words_of(".refusal")
            .contains("127.0.0.1 does not let other pages read it")
    });
    let ways = journey.words_of(".refusal");
    for way in [
        "Send to Hearsay",
        "Save the page",
        "Copy all of it",
        "home screen",
    ] {
        assert!(ways.contains(way), "no {way:?} in {ways}");
    }
    assert!(!journey.scrolls_sideways());
    journey.script("document.querySelector('.refusal').scrollIntoView()");
    journey.screenshot("refused");
    journey.choose("Dismiss");
    journey.wait_until("it to be gone", || journey.count(".refusal") == 0);

    go_to(&journey, &site.address("/gone"));
    journey.wait_until("the error by number and meaning", || {
        let words = journey.words_of(".open-panel .message.error");
        words.contains("404") && words.contains("no page at this address")
    });
    go_to(&journey, &site.address("/paid"));
    journey.wait_until("the error by number and meaning", || {
        let words = journey.words_of(".refusal");
        words.contains("403") && words.contains("paywall")
    });
    go_to(&journey, "no address");
    journey.wait_until("words about addresses", || {
        journey
            .words_of(".open-panel .message.error")
            .contains("no web address")
    });
    // The console tells of each refusal, and nothing else.
    for error in journey.console_errors() {
        let is_refusal = ["CORS", "ERR_FAILED", "404", "403"]
            .iter()
            .any(|word| error.contains(word));
        assert!(is_refusal, "the console shows {error}");
    }
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_slow_site_shows_how_far_it_is_and_can_be_given_up() {
    let slow = Answered::page(&page("The ferry is slow"))
        .for_everybody()
        .dawdling(Duration::from_secs(20));
    let site = OtherSite::with(&[("/slow", slow)]);
    let journey = Journey::start("a slow site", Visitor::at_a_desk());
    go_to(&journey, &site.address("/slow"));
    journey.wait_until("how far it is", || {
        journey.words_of(".working").contains("Fetching 127.0.0.1")
    });
    journey.screenshot("fetching");
    journey.choose("Cancel");
    journey.wait_until("it to be given up", || journey.count(".working") == 0);
    assert_eq!(journey.count("main article"), 0);
    assert_eq!(journey.words_of(".open-panel .message"), "");
    // And what is opened next opens.
    journey.click("#paste");
    journey.paste("“It floats,” said Noor Kaplan.");
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn finding_quotes_can_be_stopped_and_taken_up_again() {
    let journey = Journey::start("stop finding", Visitor::at_a_desk());
    let paragraph = "“The ferry is back,” said Noor Kaplan, who runs it, and the council said that fares would stay. ";
    let long = format!("{}\n\n", paragraph.repeat(5)).repeat(12_000);
    let file = std::env::temp_dir().join(format!("hearsay-long-{}.txt", std::process::id()));
    std::fs::write(&file, long).expect("room for a file");
    journey.give_file("[data-role=open-file]", &file);
    journey.wait_until("how far it is", || {
        journey.words_of(".finding").contains("Finding quotes · ")
    });
    journey.click(".finding [data-role=cancel]");
    journey.wait_until("the notice", || {
        journey
            .words_of(".notices")
            .contains("Finding quotes was stopped")
    });
    assert_eq!(journey.count(".finding"), 0);
    assert!(journey.is_in_view("main article [data-block='0']"));
    journey.choose("Try again");
    journey.wait_until("it to go on", || journey.count(".finding") == 1);
    std::fs::remove_file(&file).expect("the file");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn what_is_shared_with_the_installed_app_opens_once() {
    let site = OtherSite::with(&[(
        "/ferry",
        Answered::page(&page("The ferry is back")).for_everybody(),
    )]);
    let journey = Journey::prepare("shared", Visitor::on_a_phone());
    let encode =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02x}")).collect() };
    let shared = format!(
        "{}?title={}&text={}",
        journey.address(),
        encode("Ferry"),
        encode(&format!(
            "Ferry returns to the lake {}",
            site.address("/ferry")
        ))
    );
    journey.session().go(&shared);
    journey.wait_until("the article", || {
        journey
            .words_of("main article")
            .contains("The ferry is back")
    });
    assert_eq!(journey.script("return location.search + location.hash"), "");
    // Leaving before it is kept would be asked about.
    journey.wait_until("it to be kept", || {
        !journey.marks("quote").is_empty() && journey.count("[data-save='Saved']") == 1
    });
    journey.session().go(&format!(
        "{}?text={}",
        journey.address(),
        encode("“It floats,” said Noor Kaplan.")
    ));
    journey.wait_until("the words", || {
        journey.words_of("main article").contains("It floats")
    });
    let manifest = journey.script("return fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json()).then((manifest) => manifest.share_target.params.text + manifest.icons.length)");
    assert_eq!(manifest, "text3");
    journey.end();
}
