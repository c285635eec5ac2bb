//! Any bytes as a book, or as one of its parts: nothing panics, and the articles are sound.
//!
//! The first byte chooses the part. Try it with `-dict=fuzz/markup.dict`.
#![no_main]
#![allow(clippy::panic, reason = "a find is a panic")]

mod sound;
mod stored;

use hearsay_extract::{Format, Hints, read};
use libfuzzer_sys::fuzz_target;

const CONTAINER: &[u8] = b"<container><rootfile full-path=\"o\"/></container>";
const PACKAGE: &[u8] = b"<package><manifest><item id=\"n\" href=\"n\" media-type=\"text/html\" properties=\"nav\"/><item id=\"x\" href=\"x\" media-type=\"application/x-dtbncx+xml\"/><item id=\"a\" href=\"a\" media-type=\"text/html\"/><item id=\"b\" href=\"b\" media-type=\"text/html\"/></manifest><spine toc=\"x\"><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
const NAVIGATION: &[u8] = b"<nav><ol><li><a href=\"a#i\">One</a></li><li><a href=\"a#j\">Two</a></li><li><a href=\"b\">Three</a></li></ol></nav>";
const CHAPTER: &[u8] = b"<h1 id=\"i\">Rain</h1><p>\xe2\x80\x9cNo,\xe2\x80\x9d <i>said</i> Ana.</p><h1 id=\"j\">Flood</h1><p>It rose.</p>";

fuzz_target!(|data: &[u8]| {
    let Some((&part, bytes)) = data.split_first() else {
        return;
    };
    let mut parts = [
        ("META-INF/container.xml", CONTAINER),
        ("o", PACKAGE),
        ("n", NAVIGATION),
        ("a", CHAPTER),
        ("b", b"<p>The end.</p>".as_slice()),
        ("x", b"".as_slice()),
    ];
    let file = match part % 8 {
        0 => bytes.to_vec(),
        1 => {
            parts[0].1 = bytes;
            stored::archive(&parts)
        }
        2 => {
            parts[1].1 = bytes;
            stored::archive(&parts)
        }
        3 => {
            parts[2].1 = bytes;
            stored::archive(&parts)
        }
        4 => {
            (parts[2].1, parts[5].1) = (b"", bytes);
            stored::archive(&parts)
        }
        _ => {
            parts[3].1 = bytes;
            stored::archive(&parts)
        }
    };
    let hints = Hints {
        format: Some(Format::Epub),
        ..Hints::default()
    };
    if let Ok(mut readings) = read(&file, hints, Default::default(), &mut |_| {}) {
        sound::check(&mut readings);
    }
});
