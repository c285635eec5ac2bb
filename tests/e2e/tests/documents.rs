//! Files of every kind, brought as they are: each becomes an article that says where it is from, and what cannot be read
//! says why where the person acted.

use hearsay_e2e::{Folder, Journey, Visitor, documents};

/// A page with an article and all that stands around articles.
const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Bridge to open in June | The Valley Post</title>
<meta property="og:site_name" content="The Valley Post"><meta property="og:title" content="Bridge to open in June">
<meta name="author" content="Tom Vale"><meta property="article:published_time" content="2024-05-02T08:00:00Z">
<link rel="canonical" href="https://valley.example/bridge"></head><body>
<header><a href="/">The Valley Post</a></header><nav><ul><li><a href="/a">Sports of the day</a></li><li><a href="/b">Weather desk</a></li></ul></nav>
<div class="cookie-banner"><p>We value your privacy and our 214 partners do too.</p><button>Accept</button></div>
<main><article><h1>Bridge to open in June</h1><p class="byline">By Tom Vale</p>
<p>The new bridge over the Arrow will open in June, two years later than planned, the city said on Thursday morning.</p>
<p>“It is safe, and it will stay safe for a hundred years,” said Ana Ruiz, who built it and who has walked over it every day since March.</p>
<p>The mayor, Lena Ortiz, said that the city would close one lane in the first summer, so that the bearings can be looked at once more.</p>
<p>People who live on the other side have waited long enough, she said, and added that nobody would have to pay a toll.</p></article>
<aside class="related"><h2>Read this too</h2><a href="/c">Ten tricks with lemons</a></aside></main>
<footer><p>Copyright The Valley Post. Subscribe to our newsletter.</p></footer></body></html>"#;

fn open(journey: &Journey, file: &std::path::Path, words: &str) {
    journey.give_file("[data-role=open-file]", file);
    journey.wait_until(&format!("an article with {words:?}"), || {
        journey.words_of("main article").contains(words)
    });
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_saved_page_opens_as_its_article_and_says_where_it_is_from() {
    let folder = Folder::new("page");
    let journey = Journey::start("saved page", Visitor::at_a_desk());
    open(
        &journey,
        &folder.file("bridge.html", PAGE.as_bytes()),
        "It is safe",
    );
    let article = journey.words_of("main article");
    for clutter in ["Sports of the day", "214 partners", "lemons", "newsletter"] {
        assert!(!article.contains(clutter), "{clutter:?} in {article}");
    }
    let head = journey.words_of(".article-head");
    for fact in [
        "Tom Vale",
        "The Valley Post",
        "2024-05-02",
        "From bridge.html",
        "opened",
    ] {
        assert!(head.contains(fact), "no {fact:?} in {head}");
    }
    assert_eq!(
        journey.script("const link = document.querySelector('.provenance a'); return [link.href, link.rel, link.target].join(' ')"),
        "https://valley.example/bridge noopener noreferrer _blank"
    );
    journey.screenshot("page-opened");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_word_document_opens_with_its_headings() {
    let folder = Folder::new("docx");
    let journey = Journey::start("word document", Visitor::at_a_desk());
    let bytes = documents::docx(
        "Bridge to open in June",
        &[
            "“It is safe,” said Ana Ruiz, who built it.",
            "The mayor said that it would open in June.",
        ],
    );
    open(&journey, &folder.file("bridge.docx", &bytes), "It is safe");
    assert_eq!(
        journey.words_of("main article h1"),
        "Bridge to open in June"
    );
    assert!(
        journey
            .words_of(".provenance")
            .contains("From bridge.docx, Word document")
    );
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn of_a_book_one_opens_the_whole_or_a_chapter_by_keyboard_and_may_change_ones_mind() {
    let folder = Folder::new("epub");
    let journey = Journey::start("book", Visitor::on_a_phone());
    let bytes = documents::epub(
        "The Bridge",
        &[
            (
                "The River",
                &[
                    "The river was high, said Noor Kaplan, who kept the ferry.",
                    "Nobody crossed that day.",
                ],
            ),
            (
                "The Pillars",
                &[
                    "“They will hold,” said Ana Ruiz.",
                    "The mayor said that he believed her.",
                ],
            ),
        ],
    );
    journey.give_file("[data-role=open-file]", &folder.file("bridge.epub", &bytes));
    journey.wait_until("the question", || journey.is_in_view("dialog.picker"));
    let offered = journey.words_of("dialog.picker");
    assert!(
        offered.contains("The River") && offered.contains("The Pillars"),
        "{offered}"
    );
    assert!(!journey.scrolls_sideways());
    journey.screenshot("picker-chapters");
    journey.press("Escape");
    journey.wait_until("the question to be gone", || {
        journey.count("dialog.picker") == 0
    });
    assert_eq!(journey.count("main article"), 0);

    journey.give_file("[data-role=open-file]", &folder.file("bridge.epub", &bytes));
    journey.wait_until("the question", || journey.is_in_view("dialog.picker"));
    journey.script("[...document.querySelectorAll('dialog.picker .option')].find((option) => option.innerText.includes('The Pillars')).focus()");
    journey.press("Enter");
    journey.wait_until("the chapter", || {
        journey.words_of("main article").contains("They will hold")
    });
    assert!(!journey.words_of("main article").contains("Nobody crossed"));
    journey.choose("More");
    journey.click("[data-role=versions]");
    journey.wait_until("the question", || journey.is_in_view("dialog.picker"));
    journey.click("dialog.picker [data-reading='0']");
    journey.wait_until("the book", || {
        journey.words_of("main article").contains("Nobody crossed")
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_pdf_opens_with_its_pages_beside_the_text_and_only_its_reader_is_fetched() {
    let folder = Folder::new("pdf");
    let journey = Journey::start("pdf", Visitor::at_a_desk().whose_network_is_logged());
    let bytes = documents::pdf(&[
        &[
            "Bridge to open in June",
            "",
            "The new bridge over the Arrow will open in June, the city said.",
            "It is two years late.",
        ],
        &[
            "The mayor, Lena Ortiz, said that the city would close one lane",
            "in the first summer, so that the bearings can be looked at.",
        ],
    ]);
    open(
        &journey,
        &folder.file("bridge.pdf", &bytes),
        "two years late",
    );
    assert!(
        journey
            .words_of(".provenance")
            .contains("From bridge.pdf, PDF, 2 pages"),
        "{}",
        journey.words_of(".provenance")
    );
    assert_eq!(
        journey.count("main article .landmark[data-label='p. 2']"),
        1
    );
    journey.screenshot("pdf-opened");
    let log = journey.network_log();
    assert!(log.contains("hearsay-read-pdf_bg.wasm"));
    for other in [
        "hearsay-read-page",
        "hearsay-read-docx",
        "hearsay-read-epub",
    ] {
        assert!(!log.contains(other), "{other} was fetched for a PDF");
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn text_in_an_encoding_of_old_opens_and_names_do_not_deceive() {
    let folder = Folder::new("old");
    let journey = Journey::start("old text", Visitor::at_a_desk());
    open(
        &journey,
        &folder.file(
            "old.txt",
            b"\x93The caf\xe9 is closed,\x94 said Ren\xe9e Blanc, who owns it.",
        ),
        "The café is closed",
    );
    journey.choose("Hearsay");
    let bytes =
        documents::pdf(&[&["The mayor said that the bridge, which is new, would open in June."]]);
    open(
        &journey,
        &folder.file("notes.txt", &bytes),
        "would open in June",
    );
    assert!(journey.words_of(".provenance").contains("PDF"));
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn a_damaged_file_says_so_where_it_was_handed_in() {
    let folder = Folder::new("damaged");
    let journey = Journey::start("damaged files", Visitor::at_a_desk());
    let whole = documents::docx("Bridge", &["“It is safe,” said Ana Ruiz."]);
    for (name, bytes) in [
        ("cut.docx", &whole[..whole.len() / 2]),
        ("empty.pdf", b"%PDF-1.7\nnothing".as_slice()),
        (
            "cut.epub",
            b"PK\x03\x04mimetypeapplication/epub+zip".as_slice(),
        ),
    ] {
        journey.give_file("[data-role=open-file]", &folder.file(name, bytes));
        journey.wait_until(&format!("a message about {name}"), || {
            journey
                .words_of(".open-panel .message.error")
                .contains(name)
        });
    }
    journey.screenshot("message-damaged");
    assert_eq!(journey.count(".working"), 0);
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn what_is_pasted_anywhere_opens_and_the_way_back_is_offered() {
    let journey = Journey::start("paste anywhere", Visitor::at_a_desk());
    journey.wait_until("the app to draw itself", || journey.count("#paste") == 1);
    journey.script("document.activeElement.blur()");
    journey.paste_rich(PAGE, "Bridge to open in June");
    journey.wait_until("the article", || {
        journey.words_of("main article").contains("It is safe")
    });
    assert!(!journey.words_of("main article").contains("214 partners"));
    journey.paste("The ferry is back, said Noor Kaplan.");
    journey.wait_until("the other article", || {
        journey
            .words_of("main article")
            .contains("The ferry is back")
    });
    journey.choose("Back to the one before");
    journey.wait_until("the first article", || {
        journey.words_of("main article").contains("It is safe")
    });
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn an_embedded_post_says_who_posted_it_and_leads_there_only_when_pressed() {
    let folder = Folder::new("post");
    let journey = Journey::start("post", Visitor::on_a_phone().in_the_dark());
    let page = PAGE.replace(
        "</article>",
        r#"<blockquote class="twitter-tweet"><p>First walk over the bridge, and not a sound.</p>&mdash; Noor Kaplan (@noorkaplan) <a href="https://social.example/@noorkaplan/112233445566">May 2, 2024</a></blockquote><p>The council said that it would count who walks there.</p></article>"#,
    );
    open(
        &journey,
        &folder.file("post.html", page.as_bytes()),
        "not a sound",
    );
    journey.wait_until("who posted it", || {
        journey
            .words_of("main article .post-source")
            .contains("Noor Kaplan")
    });
    assert_eq!(
        journey.script("const link = document.querySelector('.post-source a'); return link.href + ' ' + link.rel"),
        "https://social.example/@noorkaplan/112233445566 noopener noreferrer"
    );
    assert!(!journey.scrolls_sideways());
    journey.screenshot("post-phone-dark");
    journey.script("document.querySelector('.post-source').scrollIntoView({ block: 'center' })");
    journey.screenshot("post-phone-dark-2");
    journey.end();
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test"]
fn where_it_is_not_sure_what_the_article_is_the_person_sees_both_and_chooses_by_keyboard() {
    let folder = Folder::new("unsure");
    let journey = Journey::start("unsure", Visitor::at_a_desk());
    // The front page of a site: links to many articles, and a few words of its own.
    let teaser = |nth: usize| {
        format!(
            r#"<div class="teaser"><a href="/n/{nth}"><h3>Lamps on street {nth} to be lit again</h3></a><span class="time">{nth} minutes ago</span></div>"#
        )
    };
    let page = format!(
        r#"<!doctype html><html lang="en"><head><title>The Valley Post</title><meta property="og:type" content="website"></head><body><main><section><h2>Top stories</h2>{}</section><section><p>The ferry will leave an hour later, the harbour master said, and come back an hour later too.</p></section></main></body></html>"#,
        (1..60).map(teaser).collect::<String>()
    );
    journey.give_file(
        "[data-role=open-file]",
        &folder.file("notes.html", page.as_bytes()),
    );
    journey.wait_until("the question", || journey.is_in_view("dialog.picker"));
    assert_eq!(journey.count("dialog.picker .option"), 2);
    assert_eq!(journey.count("dialog.picker .preview"), 2);
    assert!(journey.words_of("dialog.picker").contains("words"));
    journey.screenshot("picker-article");
    assert_eq!(
        journey.script("return document.activeElement.dataset.reading"),
        "0"
    );
    let second = journey.words_of("dialog.picker [data-reading='1'] strong");
    journey.press("Tab");
    journey.press("Enter");
    journey.wait_until("the chosen reading", || {
        journey.words_of("main article").contains("street 29")
    });
    journey.wait_until("highlighted quotes", || !journey.marks("quote").is_empty());
    assert!(!second.is_empty());
    journey.choose("More");
    assert_eq!(journey.count("[data-role=versions]"), 1);
    journey.end();
}
