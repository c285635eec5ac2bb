//! Whatever a person hands in by mistake: a message where they acted, and nothing that was there is lost.

use std::path::Path;

use hearsay_e2e::{Folder, Journey, Visitor};

const ARTICLE: &str =
    "The bridge will open in June, the mayor said.\n\n“It is safe,” said Ana Ruiz, who built it.";

fn open_article(journey: &Journey) {
    journey.click("#paste");
    journey.paste(ARTICLE);
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
}

fn refused(journey: &Journey, file: &Path, words: &str) {
    journey.give_file("[data-role=open-file]", file);
    journey.wait_until(&format!("a message with {words:?}"), || {
        journey
            .words_of(".open-panel .message.error")
            .contains(words)
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn what_cannot_be_opened_is_named_where_the_person_acted_and_the_open_article_stays() {
    let folder = Folder::new("files");
    let journey = Journey::start("bad files", Visitor::at_a_desk());
    open_article(&journey);
    let quotes = journey.annotations("quote");
    journey.choose("Hearsay");

    journey.choose("Open");
    journey.wait_until("a message about nothing pasted", || {
        !journey.words_of(".open-panel .message.error").is_empty()
    });
    journey.screenshot("message-empty");
    refused(
        &journey,
        &folder.file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        "picture.txt",
    );
    refused(
        &journey,
        &folder.file("huge.txt", vec![b'a'; 20 * 1024 * 1024]),
        "too large",
    );
    refused(&journey, &folder.file("empty.md", b" \n"), "empty.md");
    journey.screenshot("message-file");

    journey.choose("Back to “The bridge will open in June, the mayor said.”");
    journey.wait_until("the article as it was", || {
        journey.annotations("quote") == quotes
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn annotations_that_cannot_be_read_change_nothing_and_say_where_they_break() {
    let folder = Folder::new("imports");
    let journey = Journey::start("bad imports", Visitor::at_a_desk());
    open_article(&journey);
    journey.press("j");
    journey.press("1");
    journey.wait_until("a claim", || journey.annotations("claim").len() == 1);
    let before = (journey.annotations("quote"), journey.annotations("claim"));
    for (name, bytes, words) in [
        (
            "cut.jsonld",
            br#"{"type": "AnnotationCollection", "#.as_slice(),
            "line 1",
        ),
        (
            "other.json",
            br#"{"type": "Recipe"}"#.as_slice(),
            "AnnotationCollection",
        ),
        (
            "binary.jsonld",
            b"\x89PNG\r\n\x1a\n\0".as_slice(),
            "binary.jsonld",
        ),
        ("empty.jsonld", b"".as_slice(), "empty.jsonld"),
    ] {
        journey.give_file("[data-role=import]", &folder.file(name, bytes));
        journey.wait_until(&format!("a message with {words:?}"), || {
            journey.words_of(".notices .message.error").contains(words)
        });
    }
    journey.screenshot("message-import");
    assert_eq!(
        (journey.annotations("quote"), journey.annotations("claim")),
        before
    );
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn without_storage_the_main_job_works_and_the_page_says_that_nothing_is_kept() {
    for denied in [
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        "IDBFactory.prototype.open = () => { throw new DOMException('The user denied permission', 'SecurityError'); };",
    ] {
        let journey = Journey::prepare("no storage", Visitor::at_a_desk());
        journey.before_each_page(denied);
        journey.open();
        open_article(&journey);
        journey.wait_until("a warning", || {
            journey.count("[data-save='Not kept']") == 1 && journey.count(".message") == 1
        });
        journey.screenshot("message-no-storage");
        journey.press("j");
        journey.press("1");
        journey.wait_until("a claim", || journey.annotations("claim").len() == 1);
        journey.choose("More");
        journey.click("[data-role=export]");
        assert!(journey.downloaded().is_file());
        journey.end();
    }
}
