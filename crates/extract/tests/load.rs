//! Bytes become text, or a message that says why not; and the format is told.

use hearsay_extract::{Format, LoadError, MAX_BYTES, check_text, decode};

#[test]
fn utf8_and_utf16_are_read_and_their_marks_dropped() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}né 😀".encode_utf16().flat_map(unit).collect()
    };
    for bytes in [
        "né 😀".as_bytes().to_vec(),
        "\u{feff}né 😀".as_bytes().to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ] {
        assert_eq!(decode(&bytes).as_deref(), Ok("né 😀"));
    }
}

#[test]
fn line_ends_and_odd_characters_are_kept_for_the_readers() {
    assert_eq!(decode(b"a\r\nb\x0c\x7f").as_deref(), Ok("a\r\nb\x0c\x7f"));
}

#[test]
fn what_cannot_be_read_says_what_it_is_and_what_to_do() {
    let message = |bytes: &[u8]| {
        decode(bytes)
            .map_err(|error| error.to_string())
            .unwrap_err()
    };
    for (bytes, expected) in [
        (
            &b"%PDF-1.7\nx"[..],
            "not a text but a PDF document; open a text, Markdown or HTML file, or paste the words",
        ),
        (
            b"PK\x03\x04word/",
            "not a text but a ZIP archive, as Word and EPUB files are; open a text, Markdown or HTML file, or paste the words",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0",
            "not a text but a PNG image; open a text, Markdown or HTML file, or paste the words",
        ),
        (
            b"a\0b",
            "not a text but binary data; open a text, Markdown or HTML file, or paste the words",
        ),
        (
            b"abc \xe9t\xe9",
            "not valid UTF-8 (first fault at byte 4); save it as UTF-8 in the program that made it and open it again",
        ),
        (
            b"\xef\xbb\xbfa\xff",
            "not valid UTF-8 (first fault at byte 4); save it as UTF-8 in the program that made it and open it again",
        ),
        (
            b"\xff\xfea\0\0\xd8b\0",
            "not valid UTF-16 (first fault at byte 4); save it as UTF-8 in the program that made it and open it again",
        ),
        (
            b"\xff\xfea\0b",
            "not valid UTF-16 (first fault at byte 4); save it as UTF-8 in the program that made it and open it again",
        ),
        (
            b"",
            "empty: there are no words in it; choose a file, or paste a text, that has some",
        ),
        (
            b"\xef\xbb\xbf \n\t",
            "empty: there are no words in it; choose a file, or paste a text, that has some",
        ),
    ] {
        assert_eq!(message(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn a_file_of_twenty_megabytes_is_too_large_and_one_at_the_limit_is_not() {
    let error = decode(&vec![b'a'; 20_000_000]).unwrap_err();
    assert_eq!(
        error,
        LoadError::TooLarge {
            bytes: 20_000_000,
            limit: MAX_BYTES
        }
    );
    assert_eq!(
        error.to_string(),
        "too large: 20000000 bytes (19.1 MB), and Hearsay reads at most 10.0 MB; cut it into parts"
    );
    assert!(decode(&vec![b'a'; MAX_BYTES]).is_ok());
}

#[test]
fn a_paste_without_words_is_empty() {
    assert_eq!(check_text(" \u{a0}\n"), Err(LoadError::Empty));
    assert_eq!(check_text("x"), Ok(()));
}

#[test]
fn the_format_is_told_by_type_then_name_then_look() {
    for (name, media_type, text, expected) in [
        (
            Some("a.txt"),
            Some("text/html; charset=utf-8"),
            "x",
            Format::Html,
        ),
        (Some("a.md"), Some("text/plain"), "x", Format::Markdown),
        (Some("A.HTM"), None, "x", Format::Html),
        (Some("a.txt"), None, "# Head", Format::Plain),
        (Some("notes"), None, "# Head\n\nText", Format::Markdown),
        (None, None, " <!DOCTYPE html><p>x", Format::Html),
        (None, None, "See [this](https://x.test).", Format::Markdown),
        (None, None, "---\ntitle: x\n---\ntext", Format::Markdown),
        (None, None, "#hashtag is no heading", Format::Plain),
        (None, None, "a < b", Format::Plain),
        (None, None, "", Format::Plain),
    ] {
        assert_eq!(
            Format::detect(name, media_type, text),
            expected,
            "{name:?} {media_type:?} {text:?}"
        );
    }
}
