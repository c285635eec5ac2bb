//! EPUB books become articles: the whole, and each chapter.
#![cfg(feature = "epub")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "support/archive.rs"]
#[allow(dead_code, reason = "shared with tests of other formats")]
mod archive;
#[allow(dead_code, reason = "shared with tests of other formats")]
mod support;

use archive::{Entry, archive, pack};
use hearsay_extract::{Ask, Format, Hints, LoadError, Progress, Readings, read};
use hearsay_text::{Metadata, Place};
use support::{assert_sound, show};

const CONTAINER: &str = r#"<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

const METADATA: &str = r##"<dc:title id="s">A Subtitle</dc:title><dc:title id="t">The Flood</dc:title>
    <meta refines="#t" property="title-type">main</meta>
    <dc:creator id="a">Ana Ruiz</dc:creator><dc:creator id="b">Tom Okafor</dc:creator><dc:creator id="c">Eva Editor</dc:creator>
    <meta refines="#c" property="role">edt</meta><meta refines="#a" property="role" scheme="marc:relators">aut</meta>
    <dc:publisher>River Press</dc:publisher><dc:date>2025-05-01</dc:date><dc:language>en-GB</dc:language>
    <dc:identifier>urn:isbn:9780000000000</dc:identifier><meta property="dcterms:modified">2025-06-01T00:00:00Z</meta>"##;

/// A page of a book.
fn page(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><link rel="stylesheet" href="x.css"/><script src="x.js"/></head>{}</html>"#,
        if body.starts_with("<body") {
            body.to_owned()
        } else {
            format!("<body>{body}</body>")
        }
    )
}

fn package(files: &[&str], rest: &str) -> String {
    let items: String = files
        .iter()
        .map(|file| {
            format!(r#"<item id="{file}" href="{file}" media-type="application/xhtml+xml"/>"#)
        })
        .collect();
    let references: String = files
        .iter()
        .map(|file| format!(r#"<itemref idref="{file}"/>"#))
        .collect();
    format!(
        r#"<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{METADATA}</metadata><manifest>{items}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>{references}</spine>{rest}</package>"#
    )
}

/// A book of these files, with a table of contents made of `list`.
fn book(files: &[(&str, &str)], list: &str) -> Vec<u8> {
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let mut entries = vec![
        Entry::stored("mimetype", b"application/epub+zip"),
        Entry::deflated("META-INF/container.xml", CONTAINER.as_bytes()),
        Entry::deflated("OEBPS/book.opf", package(&names, "").as_bytes()),
        Entry::deflated(
            "OEBPS/nav.xhtml",
            page(&format!(r#"<nav epub:type="landmarks"><ol><li><a href="x">No</a></li></ol></nav><nav epub:type="toc"><h1>Contents</h1>{list}</nav>"#)).as_bytes(),
        ),
    ];
    entries.extend(
        files
            .iter()
            .map(|(name, body)| Entry::deflated(&format!("OEBPS/{name}"), page(body).as_bytes())),
    );
    pack(&entries)
}

fn opened(bytes: &[u8]) -> Result<Readings, LoadError> {
    let mut readings = read(bytes, Hints::default(), Metadata::default(), &mut |_| {})?;
    for reading in readings.all_mut() {
        assert_sound(&reading.article);
        for landmark in &reading.article.landmarks {
            let starts = |block: &hearsay_text::Block| block.span.start == landmark.start;
            assert!(
                reading.article.blocks.iter().any(starts),
                "landmarks stand at blocks"
            );
        }
    }
    Ok(readings)
}

/// Labels of the chapters and what is in them.
fn chapters(readings: &Readings) -> Vec<String> {
    let shown = |reading: &hearsay_extract::Reading| {
        format!("{}\n{}", reading.label, show(&reading.article))
    };
    readings.others.iter().map(shown).collect()
}

fn landmarks(readings: &Readings) -> Vec<(&str, &str)> {
    let article = &readings.first.article;
    let mut found = Vec::new();
    for landmark in &article.landmarks {
        let words = &article.text[landmark.start as usize..];
        let Place::Chapter(title) = &landmark.place else {
            panic!("books have chapters");
        };
        found.push((title.as_str(), words.lines().next().unwrap_or_default()));
    }
    found
}

#[test]
fn a_book_is_one_article_and_each_chapter_another() {
    let bytes = book(
        &[
            (
                "a.xhtml",
                "<section epub:type='chapter'><header><h1>Rain</h1></header><p>“It rained,” said <i>Ana</i>.</p></section>",
            ),
            (
                "b.xhtml",
                "<h1>Flood</h1><blockquote><p>It rose.</p></blockquote><ul><li>One</li></ul><aside><p>A note aside.</p></aside>",
            ),
        ],
        "<ol><li><a href='a.xhtml'>One: Rain</a></li><li><a href='b.xhtml'>Two:  Flood</a></li></ol>",
    );
    let mut steps = Vec::new();
    let readings = read(&bytes, Hints::default(), Metadata::default(), &mut |step| {
        steps.push(step)
    })
    .unwrap();
    assert_eq!(
        show(&readings.first.article),
        "h1: Rain\np: “It rained,” said <em Ana>.\nh1: Flood\nquote: It rose.\nul0: One\np: A note aside."
    );
    assert_eq!(readings.first.label, "The whole book · 12 words");
    assert_eq!(
        landmarks(&readings),
        [("One: Rain", "Rain"), ("Two: Flood", "Flood")]
    );
    assert_eq!(readings.ask, Some(Ask::WhichChapter));
    assert_eq!(
        chapters(&readings),
        [
            "One: Rain · 5 words\nh1: Rain\np: “It rained,” said <em Ana>.",
            "Two: Flood · 7 words\nh1: Flood\nquote: It rose.\nul0: One\np: A note aside."
        ]
    );
    assert_eq!(steps.first(), Some(&Progress { done: 0, total: 2 }));
    assert_eq!(steps.last(), Some(&Progress { done: 2, total: 2 }));
    let whole = &readings.first.article.metadata;
    assert_eq!(whole.title.as_deref(), Some("The Flood"));
    assert_eq!(whole.byline.as_deref(), Some("Ana Ruiz, Tom Okafor"));
    assert_eq!(whole.site.as_deref(), Some("River Press"));
    assert_eq!(whole.date.as_deref(), Some("2025-05-01"));
    assert_eq!(whole.modified.as_deref(), Some("2025-06-01T00:00:00Z"));
    assert_eq!(whole.language.as_deref(), Some("en-GB"));
    assert_eq!(whole.url, None);
    let chapter = &readings.others[1].article.metadata;
    assert_eq!(chapter.title.as_deref(), Some("Two: Flood – The Flood"));
    assert_eq!(chapter.byline, whole.byline);
}

#[test]
fn chapters_go_on_over_files_and_share_files() {
    let bytes = book(
        &[
            ("a.xhtml", "<div><a id='one'/><h2>I</h2><p>First.</p></div>"),
            (
                "b.xhtml",
                "<p>Still first.</p><div class='part'>\n<h2><a id='two'/>II</h2><p>Second.</p></div><p id='sec'>A section.</p><h2 id='three'>III</h2><p>Third.</p>",
            ),
        ],
        "<ol><li><a href='a.xhtml#one'>I</a></li><li><a href='b.xhtml#two'>II</a><ol><li><a href='b.xhtml#sec'>A section</a></li></ol></li><li><a href='b.xhtml#three'>III</a></li></ol>",
    );
    assert_eq!(
        chapters(&opened(&bytes).unwrap()),
        [
            "I · 4 words\nh2: I\np: First.\np: Still first.",
            "II · 4 words\nh2: II\np: Second.\np: A section.",
            "III · 2 words\nh2: III\np: Third."
        ]
    );
}

#[test]
fn covers_and_contents_are_no_chapters() {
    let bytes = book(
        &[
            ("cover.xhtml", "<p>The Flood, by Ana Ruiz</p>"),
            (
                "legal.xhtml",
                "<body epub:type='copyright-page'><p>© 2025</p></body>",
            ),
            ("list.xhtml", "<body epub:type='toc'><p>1 Rain</p></body>"),
            ("part.xhtml", "<h1>Part One</h1>"),
            ("a.xhtml", "<p>Rain.</p>"),
            ("b.xhtml", "<p>Flood.</p>"),
            ("colophon.xhtml", "<p>Set in Garamond.</p>"),
        ],
        "<ol><li><a href='cover.xhtml'>Cover</a></li><li><a href='part.xhtml'>Part One</a><ol><li><a href='a.xhtml'>Rain</a></li><li><a href='b.xhtml'>Flood</a></li></ol></li></ol>",
    );
    let readings = opened(&bytes).unwrap();
    assert_eq!(
        chapters(&readings),
        ["Rain · 1 word\np: Rain.", "Flood · 1 word\np: Flood."]
    );
    assert_eq!(
        readings.first.article.text,
        "The Flood, by Ana Ruiz\n\n© 2025\n\nPart One\n\nRain.\n\nFlood.\n\nSet in Garamond."
    );
    let said: Vec<String> = readings
        .first
        .diagnostics
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(said, ["1 table of contents left out"]);
}

#[test]
fn books_of_epub_2_say_it_in_their_own_way() {
    let opf = r#"<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="d" xmlns:opf="http://www.idpf.org/2007/opf"><metadata>
        <dc:title>Alt</dc:title><dc:creator opf:role="trl">Tom</dc:creator><dc:creator opf:role="aut">Ana Ruiz</dc:creator>
        <dc:date opf:event="creation">1999</dc:date><dc:date opf:event="publication">2001</dc:date>
        <dc:identifier opf:scheme="URI">https://example.org/books/1</dc:identifier></metadata>
        <manifest><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="1" href="text/a%20b.html" media-type="application/xhtml+xml"/>
        <item id="2" href="text/c.html" media-type="application/xhtml+xml"/><item id="3" href="notes.html" media-type="text/html"/><item id="4" href="d.pdf" media-type="application/pdf" fallback="2"/></manifest>
        <spine toc="n"><itemref idref="3" linear="no"/><itemref idref="1"/><itemref idref="4"/><itemref idref="2"/><itemref idref="9"/></spine></package>"#;
    let ncx = r##"<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Eins</text></navLabel><content src="text/a%20b.html"/></navPoint><navPoint><navLabel><text>Zwei</text></navLabel><content src="text/c.html#top"/></navPoint></navMap><pageList><pageTarget><navLabel><text>5</text></navLabel><content src="text/c.html#p5"/></pageTarget></pageList></ncx>"##;
    let bytes = archive(&[
        ("META-INF/container.xml", &CONTAINER.replace("OEBPS/", "")),
        ("book.opf", opf),
        ("toc.ncx", ncx),
        (
            "text/a b.html",
            "<html lang='de'><p>Regen&nbsp;&mdash; viel<![CDATA[ <b>&]]></p>",
        ),
        ("text/c.html", "<html><p>Flut.<br></br>Ja.</p>"),
        ("notes.html", "<html><p>Noten.</p>"),
    ]);
    let readings = opened(&bytes).unwrap();
    assert_eq!(
        chapters(&readings),
        [
            "Eins · 3 words\np: Regen\u{a0}— viel <b>&",
            "Zwei · 3 words\np: Flut.⏎Ja.\np: Noten."
        ]
    );
    let said = &readings.first.article.metadata;
    assert_eq!(said.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(said.date.as_deref(), Some("2001"));
    assert_eq!(said.url.as_deref(), Some("https://example.org/books/1"));
    assert_eq!(said.language.as_deref(), Some("de"));
}

#[test]
fn marks_of_notes_and_pages_stand_in_no_quote() {
    let bytes = book(
        &[(
            "a.xhtml",
            "<p>“No,<a epub:type='noteref' href='#n1'>1</a> <span epub:type='pagebreak' id='p7'>7</span>never,<sup><a href='notes.xhtml#n2'>12</a></sup>” x<sup>2</sup> <a href='#x'>there</a><a class='r' href='#fn3'>3</a>. <a href='#fnref3'>↩</a></p><hr/><p>H<sub>2</sub>O <math><semantics><mi>e</mi><mo>=</mo><mn>1</mn><annotation>e=1</annotation></semantics></math></p>",
        )],
        "",
    );
    let readings = opened(&bytes).unwrap();
    assert_eq!(
        show(&readings.first.article),
        "p: “No, never,” x2 <#x there>.\np: H2O e=1"
    );
    assert_eq!((readings.others.len(), readings.ask), (0, None));
}

#[test]
fn without_a_table_of_contents_each_file_is_a_chapter_called_by_its_heading() {
    let bytes = book(
        &[
            ("a.xhtml", "<h2>Rain</h2><p>A.</p>"),
            ("b.xhtml", "<p>B.</p>"),
        ],
        "",
    );
    assert_eq!(
        chapters(&opened(&bytes).unwrap()),
        ["Rain · 2 words\nh2: Rain\np: A.", "Part 2 · 1 word\np: B."]
    );
}

#[test]
fn a_book_without_its_package_or_its_parts_says_what_is_missing() {
    let message = |parts: &[(&str, &str)]| {
        let hints = Hints {
            format: Some(Format::Epub),
            ..Hints::default()
        };
        read(&archive(parts), hints, Metadata::default(), &mut |_| {})
            .unwrap_err()
            .to_string()
    };
    let no_package = message(&[("META-INF/container.xml", CONTAINER)]);
    assert!(
        no_package.contains("its package document, which says what is in it, is missing"),
        "{no_package}"
    );
    let no_parts = message(&[
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", &package(&["a.xhtml", "b.xhtml"], "")),
    ]);
    assert!(
        no_parts.contains("2 of its 2 parts are missing or damaged"),
        "{no_parts}"
    );
    let no_book = message(&[("notes.txt", "x")]);
    assert!(
        no_book.starts_with("not an EPUB book but some other ZIP archive; unpack it"),
        "{no_book}"
    );
    let bytes = archive(&[
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", &package(&["a.xhtml", "b.xhtml"], "")),
        ("oebps/B.XHTML", &page("<p>There in spite of its name.</p>")),
    ]);
    let readings = opened(&bytes).unwrap();
    assert_eq!(
        show(&readings.first.article),
        "p: There in spite of its name."
    );
    assert_eq!(
        readings.first.diagnostics[0].to_string(),
        "1 part missing or damaged"
    );
}

#[test]
fn locked_books_say_so_and_scrambled_fonts_lock_nothing() {
    let locked = |algorithm: &str, uri: &str| {
        let lock = format!(
            r#"<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData><enc:CipherReference URI="{uri}"/></enc:CipherData></enc:EncryptedData></encryption>"#
        );
        let bytes = archive(&[
            ("META-INF/container.xml", CONTAINER),
            ("META-INF/encryption.xml", &lock),
            ("OEBPS/book.opf", &package(&["a.xhtml"], "")),
            ("OEBPS/a.xhtml", &page("<p>Words.</p>")),
        ]);
        opened(&bytes).map(|_| ())
    };
    let aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    let format = Format::Epub;
    assert_eq!(
        locked(aes, "OEBPS/a.xhtml"),
        Err(LoadError::Locked { format })
    );
    assert_eq!(locked(aes, "OEBPS/cover.jpg"), Ok(()));
    assert_eq!(
        locked("http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml"),
        Ok(())
    );
}

#[test]
fn books_are_told_by_what_is_in_them() {
    let bytes = book(&[("a.xhtml", "<p>Words.</p>")], "");
    assert_eq!(Format::sniff(&bytes, Some("book.zip"), None), Format::Epub);
    let unmarked = archive(&[("META-INF/container.xml", CONTAINER)]);
    assert_eq!(Format::sniff(&unmarked, Some("book"), None), Format::Epub);
    let word = archive(&[("word/document.xml", "")]);
    assert_eq!(Format::sniff(&word, Some("book.epub"), None), Format::Docx);
}

#[test]
fn depth_and_careless_markup_cost_time_in_proportion() {
    let n = 100_000;
    let deep = [&"<div>".repeat(n), "<p>Deep.</p>", &"</div>".repeat(n)].concat();
    for body in [
        deep,
        format!("<p>Deep.</p>{}", "<!--".repeat(n)),
        format!("<p>Deep.</p>{}", "<a b=\"".repeat(n)),
        format!("<p>Deep.</p>{}", "<![CDATA[".repeat(n)),
        format!("<p>Deep.</p>{}", "<!DOCTYPE [".repeat(n)),
        format!("<p>Deep.</p>{}", "<sup><a href='#'>".repeat(n)),
    ] {
        let readings = opened(&book(&[("a.xhtml", &body)], "")).unwrap();
        let text = &readings.first.article.text;
        assert!(text.starts_with("Deep."), "{}", &text[..text.len().min(50)]);
    }
    let list = [
        "<ol><li>".repeat(n),
        "<a href='a.xhtml'>One</a>".into(),
        "</li></ol>".repeat(n),
    ]
    .concat();
    let readings = opened(&book(&[("a.xhtml", "<p>Words.</p>")], &list)).unwrap();
    assert_eq!(landmarks(&readings), [("One", "Words.")]);
}
