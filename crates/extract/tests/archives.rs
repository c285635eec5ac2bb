//! Archives that are broken, or made to harm: bounded work, and a message that says what is wrong.
#![cfg(all(feature = "docx", feature = "epub"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do"
)]

#[path = "support/archive.rs"]
mod archive;

use archive::{Entry, archive, pack};
use hearsay_extract::{Hints, LoadError, MAX_FILE_BYTES, Readings, read};
use hearsay_text::Metadata;
use proptest::prelude::*;

const DOCUMENT: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>“No,” she said.</w:t></w:r></w:p></w:body></w:document>";
const CONTAINER: &str = "<container><rootfile full-path=\"book.opf\"/></container>";
const PACKAGE: &str = "<package><manifest><item id=\"a\" href=\"a.html\" media-type=\"text/html\"/><item id=\"b\" href=\"b.html\" media-type=\"text/html\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";

fn opened(bytes: &[u8]) -> Result<Readings, LoadError> {
    read(bytes, Hints::default(), Metadata::default(), &mut |_| {})
}

fn text(bytes: &[u8]) -> String {
    opened(bytes).unwrap().first.article.text
}

fn message(bytes: &[u8]) -> String {
    opened(bytes)
        .map(|readings| readings.first.article.text)
        .unwrap_err()
        .to_string()
}

fn sound_book() -> Vec<u8> {
    archive(&[
        ("META-INF/container.xml", CONTAINER),
        ("book.opf", PACKAGE),
        (
            "a.html",
            "<h1>Rain</h1><p>“It rained,” <i>said</i> Ana.</p>",
        ),
        ("b.html", "<p>And <a href=\"x\">rose</a>.</p>"),
    ])
}

fn sound_document() -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", DOCUMENT),
    ])
}

#[test]
fn a_file_that_breaks_off_says_where() {
    let whole = sound_document();
    let cut = message(&whole[..whole.len() / 2]);
    assert!(
        cut.starts_with(
            "a Word document that cannot be read (its table of contents is missing: it ends after"
        ),
        "{cut}"
    );
    let mut moved = Entry::deflated("word/document.xml", DOCUMENT.as_bytes());
    moved.offset = Some(1_000_000);
    let moved = message(&pack(&[Entry::stored("first", b""), moved]));
    assert!(
        moved.contains("“word/document.xml” inside it is cut off or not where it should be"),
        "{moved}"
    );
}

#[test]
fn damage_inside_an_entry_is_not_read_over() {
    let mut wrong_sum = Entry::stored("word/document.xml", DOCUMENT.as_bytes());
    wrong_sum.crc ^= 1;
    let wrong_sum = message(&pack(&[wrong_sum]));
    assert!(wrong_sum.contains("its checksum differs"), "{wrong_sum}");
    let mut garbage = Entry::deflated("word/document.xml", DOCUMENT.as_bytes());
    garbage.packed = vec![0xff; 40];
    let garbage = message(&pack(&[garbage]));
    assert!(garbage.contains("cannot be unpacked"), "{garbage}");
    let mut odd = Entry::stored("word/document.xml", DOCUMENT.as_bytes());
    odd.method = 12;
    let odd = message(&pack(&[odd]));
    assert!(odd.contains("packed in an unknown way (12)"), "{odd}");
    let mut locked = Entry::stored("word/document.xml", DOCUMENT.as_bytes());
    locked.flags = 1;
    assert!(message(&pack(&[locked])).contains("protected by a password"));
}

#[test]
fn a_part_that_unpacks_to_too_much_is_not_unpacked_whatever_it_says() {
    let zeros = vec![b' '; 65 << 20];
    let honest = Entry::deflated("word/document.xml", &zeros);
    assert!(honest.packed.len() < 1 << 20, "a small file");
    let liar = Entry {
        size: 10,
        ..honest.clone()
    };
    for bomb in [honest, liar] {
        let message = message(&pack(&[bomb]));
        assert!(
            message.starts_with("too large inside: it unpacks to more than 64 MB"),
            "{message}"
        );
    }
}

#[test]
fn parts_that_are_too_much_together_are_not_all_unpacked() {
    let chapter = format!("<!--{}-->", " ".repeat(9 << 20));
    let chapter = Entry::deflated("c", chapter.as_bytes());
    let n = 20;
    let (mut items, mut references) = (String::new(), String::new());
    let mut entries = vec![Entry::stored(
        "META-INF/container.xml",
        CONTAINER.as_bytes(),
    )];
    for nth in 0..n {
        items += &format!("<item id=\"{nth}\" href=\"{nth}.html\" media-type=\"text/html\"/>");
        references += &format!("<itemref idref=\"{nth}\"/>");
        entries.push(Entry {
            name: format!("{nth}.html"),
            ..chapter.clone()
        });
    }
    let package =
        format!("<package><manifest>{items}</manifest><spine>{references}</spine></package>");
    entries.push(Entry::stored("book.opf", package.as_bytes()));
    let message = message(&pack(&entries));
    assert!(
        message.starts_with("too large inside: it unpacks to more than 128 MB"),
        "{message}"
    );
}

#[test]
fn a_chapter_is_no_larger_than_a_web_page_may_be() {
    let chapter = "<p>a</p>".repeat((10 << 20) / 8 + 1);
    let bytes = archive(&[
        ("META-INF/container.xml", CONTAINER),
        ("book.opf", PACKAGE),
        ("a.html", &chapter),
    ]);
    let message = message(&bytes);
    assert!(
        message.starts_with("too large inside: it unpacks to more than 10 MB"),
        "{message}"
    );
}

#[test]
fn entries_that_share_bytes_are_not_read_for_ever() {
    // Four million packed bytes that unpack to nothing, named two thousand times.
    let empty_blocks = [0, 0, 0, 0xff, 0xff].repeat(800_000);
    let mut entries = vec![
        Entry::stored("META-INF/container.xml", CONTAINER.as_bytes()),
        Entry {
            name: "0.html".into(),
            method: 8,
            packed: empty_blocks.clone(),
            ..Entry::default()
        },
    ];
    let at = 30 + "META-INF/container.xml".len() + CONTAINER.len();
    let (mut items, mut references) = (String::new(), String::new());
    for nth in 1..2_000 {
        items += &format!("<item id=\"{nth}\" href=\"{nth}.html\" media-type=\"text/html\"/>");
        references += &format!("<itemref idref=\"{nth}\"/>");
        entries.push(Entry {
            name: format!("{nth}.html"),
            method: 8,
            packed_size: Some(empty_blocks.len() as u32),
            offset: Some(at as u32),
            ..Entry::default()
        });
    }
    let package =
        format!("<package><manifest>{items}</manifest><spine>{references}</spine></package>");
    entries.push(Entry::stored("book.opf", package.as_bytes()));
    let bytes = pack(&entries);
    assert!(bytes.len() < MAX_FILE_BYTES);
    let message = message(&bytes);
    assert!(message.starts_with("too large inside"), "{message}");
}

#[test]
fn more_entries_than_any_book_has_are_refused() {
    let entry = |nth: usize| Entry {
        offset: Some(0),
        ..Entry::stored(&nth.to_string(), b"")
    };
    let entries = [Entry::stored("first", b"")].into_iter();
    let entries: Vec<Entry> = entries.chain((0..100_000).map(entry)).collect();
    assert!(message(&pack(&entries)).contains("more than 100000 entries"));
}

#[test]
fn archives_within_archives_are_not_followed() {
    let inner = sound_document();
    let outer = pack(&[
        Entry::stored("0.zip", &inner),
        Entry::stored("1.zip", &inner),
    ]);
    assert!(message(&outer).starts_with("not a Word document but a ZIP archive"));
}

#[test]
fn of_two_entries_with_one_name_the_first_counts_and_case_does_not() {
    let other = DOCUMENT.replace("No", "Yes");
    let bytes = pack(&[
        Entry::deflated("Word\\Document.xml", DOCUMENT.as_bytes()),
        Entry::deflated("word/document.XML", other.as_bytes()),
    ]);
    assert_eq!(text(&bytes), "“No,” she said.");
}

#[test]
fn names_that_lead_out_of_the_archive_lead_nowhere() {
    let package = PACKAGE
        .replace("a.html", "../../../etc/passwd")
        .replace("b.html", "/b.html");
    let bytes = archive(&[
        ("META-INF/container.xml", CONTAINER),
        ("book.opf", &package),
        ("etc/passwd", "<p>Inside.</p>"),
        ("b.html", "<p>Rooted.</p>"),
    ]);
    assert_eq!(text(&bytes), "Inside.\n\nRooted.");
}

#[test]
fn what_stands_before_and_after_an_archive_is_passed_over() {
    let mut bytes = sound_document();
    bytes.extend(b"trailing bytes");
    assert_eq!(text(&bytes), "“No,” she said.");
}

#[test]
fn declared_entities_are_not_expanded() {
    let lol: String = (1..30)
        .map(|n| format!("<!ENTITY l{n} \"&l{};&l{};\">", n - 1, n - 1))
        .collect();
    let document = DOCUMENT.replace("No", "&l29; &x;");
    let document = format!(
        "<!DOCTYPE w [<!ENTITY l0 \"ha\"><!ENTITY x SYSTEM \"file:///etc/passwd\">{lol}]>{document}"
    );
    let bytes = archive(&[("word/document.xml", &document)]);
    assert_eq!(text(&bytes), "“&l29; &x;,” she said.");
}

fn assert_whole(readings: &mut Readings) {
    for reading in readings.all_mut() {
        let article = &reading.article;
        for block in &article.blocks {
            assert!(
                article
                    .text
                    .get(block.span.range())
                    .is_some_and(|words| !words.trim().is_empty())
            );
            for inline in &block.inlines {
                assert!(
                    block.span.encloses(inline.span)
                        && article.text.get(inline.span.range()).is_some()
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_archives_never_panic(
        is_book in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = if is_book { sound_book() } else { sound_document() };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(mut readings) = opened(&bytes) {
            assert_whole(&mut readings);
        }
    }

    #[test]
    fn any_tags_make_a_sound_article(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let body = pieces.concat();
        let document = DOCUMENT.replace("<w:body>", &format!("<w:body>{body}"));
        // Where nothing but markup is left, the message says that it makes no sense.
        match opened(&archive(&[("word/document.xml", &document)])) {
            Ok(mut readings) => assert_whole(&mut readings),
            Err(error) => assert!(matches!(error, LoadError::Damaged { .. }), "{error}"),
        }
        let book = archive(&[
            ("META-INF/container.xml", CONTAINER),
            ("book.opf", PACKAGE),
            ("a.html", &body.replace("w:", "")),
            ("b.html", "<p>End.</p>"),
        ]);
        assert_whole(&mut opened(&book).unwrap());
    }
}

/// Tags of both formats, to be strewn about.
const PIECES: [&str; 36] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>words é</w:t>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:pStyle w:val=\"Heading1\"/>",
    "<w:rPr><w:b/></w:rPr>",
    "<w:del>",
    "</w:del>",
    "<w:ins>",
    "<w:br/>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:instrText>HYPERLINK \"x\"</w:instrText>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:sdt>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:hyperlink r:id=\"a\">",
    "</w:hyperlink>",
    " ",
    "&#x20;",
    "&",
    "<",
    "<w:rPr><w:del/></w:rPr>",
];
