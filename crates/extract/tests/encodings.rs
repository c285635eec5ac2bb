//! Text in any encoding is read, and the person told what it was taken for.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use hearsay_extract::{Format, Hints, LoadError, MAX_BYTES, read};
use hearsay_text::Metadata;
use proptest::prelude::*;

fn open(
    bytes: &[u8],
    format: Format,
    media_type: Option<&str>,
) -> Result<(String, Vec<String>), LoadError> {
    let hints = Hints {
        format: Some(format),
        media_type,
        ..Hints::default()
    };
    let reading = read(bytes, hints, Metadata::default(), &mut |_| {})?.first;
    let notes = reading.diagnostics.iter().map(ToString::to_string);
    Ok((reading.article.text, notes.collect()))
}

fn text(bytes: &[u8]) -> (String, Vec<String>) {
    open(bytes, Format::Plain, None).unwrap()
}

fn page(bytes: &[u8], media_type: Option<&str>) -> (String, Vec<String>) {
    let (text, mut notes) = open(bytes, Format::Html, media_type).unwrap();
    notes.retain(|note| note.starts_with("read as"));
    (text, notes)
}

#[test]
fn utf8_and_utf16_with_their_marks_are_read_without_a_word() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}„Nein“, sagte sie 😀"
            .encode_utf16()
            .flat_map(unit)
            .collect()
    };
    for bytes in [
        "„Nein“, sagte sie 😀".as_bytes().to_vec(),
        "\u{feff}„Nein“, sagte sie 😀".as_bytes().to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        assert_eq!(text(&bytes), ("„Nein“, sagte sie 😀".into(), vec![]));
    }
}

#[test]
fn utf16_without_a_mark_is_told_by_its_zero_bytes() {
    for (words, unit, name) in [
        (
            "“We will not wait,” she said.",
            u16::to_le_bytes as fn(u16) -> [u8; 2],
            "UTF-16LE",
        ),
        (
            "“We will not wait,” she said.",
            u16::to_be_bytes,
            "UTF-16BE",
        ),
        ("「我們不會等待。」 她說", u16::to_le_bytes, "UTF-16LE"),
    ] {
        let bytes: Vec<u8> = words.encode_utf16().flat_map(unit).collect();
        assert_eq!(
            text(&bytes),
            (words.into(), vec![format!("read as {name}")])
        );
    }
}

#[test]
fn unlabelled_text_of_old_is_told_by_its_look() {
    let cases: [(&str, &'static encoding_rs::Encoding, &str); 9] = [
        (
            "“We’re late,” said the café’s owner — “again.”",
            encoding_rs::WINDOWS_1252,
            "Windows-1252",
        ),
        (
            "Der Bürgermeister sagte, die Brücke müsse für längere Zeit schließen.",
            encoding_rs::WINDOWS_1252,
            "Windows-1252",
        ),
        (
            "«Мы не будем ждать», — сказала мэр города Анна Руис в понедельник.",
            encoding_rs::WINDOWS_1251,
            "Windows-1251",
        ),
        (
            "Мы не будем ждать, сказала мэр города Анна Руис в понедельник утром.",
            encoding_rs::KOI8_R,
            "KOI8-U",
        ),
        (
            "「私たちは待ちません」と市長は月曜日に語った。",
            encoding_rs::SHIFT_JIS,
            "Shift_JIS",
        ),
        (
            "「私たちは待ちません」と市長は月曜日に語った。",
            encoding_rs::EUC_JP,
            "EUC-JP",
        ),
        (
            "“我们不会等待，”市长星期一说。桥梁将关闭三个星期。",
            encoding_rs::GBK,
            "GBK",
        ),
        (
            "「我們不會等待，」市長星期一說。橋樑將關閉三個星期。",
            encoding_rs::BIG5,
            "Big5",
        ),
        (
            "“우리는 기다리지 않을 것입니다”라고 시장이 월요일에 말했다.",
            encoding_rs::EUC_KR,
            "EUC-KR",
        ),
    ];
    for (words, encoding, name) in cases {
        let (bytes, _, lossy) = encoding.encode(words);
        assert!(!lossy, "{name}");
        assert_eq!(
            text(&bytes),
            (words.into(), vec![format!("read as {name}")])
        );
    }
    assert_eq!(text(b"\x1b$B;d$O\x1b(B").1, ["read as ISO-2022-JP"]);
}

#[test]
fn damaged_utf8_stays_utf8_and_the_damage_is_counted() {
    let mut bytes = "„Größe“, „Übung“, „Äpfel“ – sagte sie.".as_bytes().to_vec();
    bytes.push(0xff);
    let (words, notes) = text(&bytes);
    assert_eq!(words, "„Größe“, „Übung“, „Äpfel“ – sagte sie.\u{fffd}");
    assert_eq!(
        notes,
        ["read as UTF-8; 1 character damaged, shown as \u{fffd}"]
    );
    // Those that were there already are not damage.
    let (_, notes) = text("\u{feff}a \u{fffd} b".as_bytes());
    assert!(notes.is_empty(), "{notes:?}");
}

#[test]
fn data_that_is_no_text_is_refused() {
    for bytes in [
        &b"a\0b"[..],
        b"\x01\x02\x03\x04\xff\xfe\x00\x00abc",
        b"%PDF-1.7 x",
        b"\x89PNG\r\n\x1a\n\0",
    ] {
        let error = open(bytes, Format::Plain, None).unwrap_err();
        assert!(
            matches!(error, LoadError::Binary { .. }),
            "{bytes:?}: {error}"
        );
    }
    assert_eq!(
        open(b"\xff\xfe \0", Format::Plain, None),
        Err(LoadError::Empty)
    );
    assert!(matches!(
        open(&vec![b'a'; MAX_BYTES + 1], Format::Plain, None),
        Err(LoadError::TooLarge { .. })
    ));
}

#[test]
fn a_page_is_read_as_its_mark_its_server_or_its_head_says() {
    let meta = b"<meta charset=windows-1251><p>\xcd\xe5\xf2</p>";
    assert_eq!(page(meta, None).0, "Нет");
    assert_eq!(
        page(meta, Some("text/html; charset=\"iso-8859-1\"")).0,
        "Íåò"
    );
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend_from_slice("<meta charset=windows-1251><p>Нет</p>".as_bytes());
    assert_eq!(
        page(&marked, Some("text/html; charset=koi8-r")),
        ("Нет".into(), vec![])
    );
    for head in [
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Windows-1251'>",
        "<!-- <meta charset=utf-8> --><html><head data-x='<meta charset=utf-8>'><meta name=a content=b /><meta/charset = 'cp1251'>",
        "<?xml version='1.0' encoding=\"windows-1251\"?>",
        "<!doctype html><meta content='text/html; charset=cp1251' http-equiv=content-type>",
        "<meta charset=nonsense><meta charset=windows-1251>",
    ] {
        let mut bytes = head.as_bytes().to_vec();
        bytes.extend_from_slice(b"<p>\xcd\xe5\xf2</p>");
        assert_eq!(page(&bytes, None), ("Нет".into(), vec![]), "{head}");
    }
}

#[test]
fn a_page_that_says_nonsense_of_its_encoding_is_read_by_the_standards_rules() {
    assert_eq!(
        page("<meta charset=utf-16><p>Größe</p>".as_bytes(), None).0,
        "Größe"
    );
    assert_eq!(
        page(b"<meta charset=x-user-defined><p>Gr\xf6\xdfe</p>", None).0,
        "Größe"
    );
    // No content type, so no label.
    let words = "<meta name=x content='charset=koi8-r'><p>Größe</p>";
    assert_eq!(page(words.as_bytes(), None).0, "Größe");
    // Saved anew in UTF-8, the label left behind.
    for label in ["iso-8859-1", "gb2312", "windows-1251"] {
        let html = format!("<meta charset={label}><p>Größe</p>");
        assert_eq!(page(html.as_bytes(), None), ("Größe".into(), vec![]));
    }
}

#[test]
fn bytes_of_a_page_that_mean_nothing_are_counted() {
    assert_eq!(
        page(b"<meta charset=utf-8><p>caf\xe9 \xe9t\xe9</p>", None),
        (
            "caf\u{fffd} \u{fffd}t\u{fffd}".into(),
            vec!["read as UTF-8; 3 characters damaged, shown as \u{fffd}".into()]
        )
    );
}

#[test]
fn a_page_without_a_label_is_utf8_if_it_can_be_and_else_told_by_its_look() {
    assert_eq!(
        page("<p>Größe</p>".as_bytes(), None),
        ("Größe".into(), vec![])
    );
    assert_eq!(
        page(
            "<p>„Größe“, sagte sie über die Brücke.</p>"
                .replace("„", "\"")
                .replace("“", "\"")
                .chars()
                .map(|c| c as u8)
                .collect::<Vec<_>>()
                .as_slice(),
            None
        ),
        (
            "\"Größe\", sagte sie über die Brücke.".into(),
            vec!["read as Windows-1252".into()]
        )
    );
    let late = format!(
        "<head><script>{}</script><meta charset=windows-1251><p>",
        " ".repeat(3_000)
    );
    let mut bytes = late.into_bytes();
    bytes.extend_from_slice(b"\xcd\xe5\xf2");
    assert_eq!(page(&bytes, None).0, "Нет");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_with_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for format in [Format::Plain, Format::Markdown, Format::Html] {
            if let Err(error) = open(&bytes, format, None) {
                prop_assert!(matches!(error, LoadError::Binary { .. } | LoadError::Empty), "{error}");
            }
        }
    }

    #[test]
    fn utf8_is_always_read_as_it_is(words in "[a-zé\u{4e00}-\u{4f00}]{1,40}") {
        prop_assert_eq!(text(words.as_bytes()), (words, vec![]));
    }
}
