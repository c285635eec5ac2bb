//! Any bytes as a Word document, or as one of its parts: nothing panics, and the article is sound.
//!
//! The first byte chooses the part. Try it with `-dict=fuzz/markup.dict`.
#![no_main]
#![allow(clippy::panic, reason = "a find is a panic")]

mod sound;
mod stored;

use hearsay_extract::{Format, Hints, read};
use libfuzzer_sys::fuzz_target;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fuzz_target!(|data: &[u8]| {
    let Some((&part, bytes)) = data.split_first() else {
        return;
    };
    let element = |name: &str, inside: &[u8]| {
        let open = format!("<w:{name} {NAMESPACE}>");
        [open.as_bytes(), inside, format!("</w:{name}>").as_bytes()].concat()
    };
    let text = b"<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val=\"b\"/></w:rPr><w:t>Words.</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
    let document = element("document", text);
    let file = match part % 6 {
        0 => bytes.to_vec(),
        1 => stored::archive(&[("word/document.xml", bytes)]),
        2 => stored::archive(&[
            ("word/document.xml", &document),
            ("word/styles.xml", &element("styles", bytes)),
        ]),
        3 => stored::archive(&[
            ("word/document.xml", &document),
            ("word/numbering.xml", &element("numbering", bytes)),
        ]),
        4 => stored::archive(&[
            ("word/document.xml", &document),
            ("word/footnotes.xml", &element("footnotes", bytes)),
            ("docProps/core.xml", bytes),
        ]),
        _ => stored::archive(&[
            ("word/document.xml", &element("document", bytes)),
            ("word/_rels/document.xml.rels", bytes),
        ]),
    };
    let hints = Hints {
        format: Some(Format::Docx),
        ..Hints::default()
    };
    if let Ok(mut readings) = read(&file, hints, Default::default(), &mut |_| {}) {
        sound::check(&mut readings);
    }
});
