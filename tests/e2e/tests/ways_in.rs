//! Ways to bring an article: typed, pasted with its formatting, chosen as a file, dropped.

use hearsay_e2e::{Folder, Journey, Visitor};

const HTML: &str = r#"<nav>Home News</nav><article><h1>Bridge to open in June</h1>
<p>“It is <em>safe</em>,” said <a href="https://example.org/ruiz">Ana Ruiz</a>, who built it.<script>document.title = "ran"</script></p>
<ul><li>One lane is closed, the city said.</li></ul><img src="https://example.org/x.png" onerror="document.title = 'ran'"></article>"#;

/// The browser tells of each event handler in a parsed article that the page's policy forbids; that is all it may tell of.
fn only_blocked_handlers(journey: &Journey) {
    for error in journey.console_errors() {
        assert!(
            error.contains("inline event handler") && error.contains("has been blocked"),
            "the console shows {error}"
        );
    }
}

fn wait_for_quotes(journey: &Journey) {
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn rich_text_keeps_its_headings_lists_and_emphasis_and_runs_nothing() {
    let journey = Journey::start("rich text", Visitor::at_a_desk());
    journey.click("#paste");
    journey.paste_rich(HTML, "Bridge to open in June");
    wait_for_quotes(&journey);
    assert_eq!(journey.words_of("main h1"), "Bridge to open in June");
    assert_eq!(journey.words_of("main article .emphasis"), "safe");
    assert_eq!(journey.count("main article .list-item"), 1);
    assert_eq!(journey.count("main img, main script"), 0);
    assert_ne!(journey.script("return document.title"), "ran");
    let quote = &journey.annotations("quote")[0];
    assert_eq!(
        (quote.kind.as_str(), quote.speaker.as_str()),
        ("direct", "Ana Ruiz")
    );
    only_blocked_handlers(&journey);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn files_are_opened_by_dialog_and_by_drop() {
    let folder = Folder::new("ways");
    let html = folder.file("bridge.html", HTML);
    let markdown = folder.file("bridge.md", "# Bridge\n\n“It is *safe*,” said Ana Ruiz.\n");

    let journey = Journey::start("files", Visitor::at_a_desk());
    journey.give_file("[data-role=open-file]", &html);
    wait_for_quotes(&journey);
    assert_eq!(journey.words_of("main h1"), "Bridge to open in June");
    journey.drop_file(&markdown);
    journey.wait_until("the other article", || {
        journey.words_of("main h1") == "Bridge"
    });
    wait_for_quotes(&journey);
    only_blocked_handlers(&journey);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn by_keyboard_alone_one_opens_an_article_chooses_a_quote_and_gets_help() {
    let journey = Journey::start("keyboard", Visitor::at_a_desk());
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    // Skip link, brand, pages, palette, menu, then the field.
    for _ in 0..8 {
        journey.press("Tab");
        if journey.script("return document.activeElement.id") == "paste" {
            break;
        }
    }
    assert_eq!(journey.script("return document.activeElement.id"), "paste");
    journey.type_words("The mayor said that the bridge was safe.");
    journey.press("Tab");
    journey.press("Enter");
    wait_for_quotes(&journey);
    journey.press("j");
    journey.wait_until("the mark to take the focus", || {
        journey.script("return document.activeElement.matches('mark.focused')") == true
    });
    journey.press("?");
    journey.wait_until("the sheet of keys", || {
        journey.is_in_view("dialog.shortcuts")
    });
    journey.screenshot("keys");
    journey.press("Escape");
    journey.wait_until("the sheet to be gone", || {
        journey.count("dialog.shortcuts") == 0
    });
    journey.end();
}
