//! Bytes as a PDF file, and as what a page of a sound PDF file draws. Whatever they are, reading ends, and every block
//! and landmark lies in the text, in order.
#![no_main]

use hearsay_extract::{Format, Hints, read};
use hearsay_text::Metadata;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    match data {
        [b'p', content @ ..] => check(&page(content)),
        _ => check(data),
    }
});

fn check(file: &[u8]) {
    let hints = Hints {
        format: Some(Format::Pdf),
        ..Hints::default()
    };
    let Ok(readings) = read(file, hints, Metadata::default(), &mut |_| {}) else {
        return;
    };
    let article = readings.first.article;
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end && block.span.end > block.span.start);
        assert!(!article.slice(block.span).is_empty());
        end = block.span.end;
    }
    assert!(end as usize <= article.text.len());
    let mut last = 0;
    for landmark in &article.landmarks {
        assert!(landmark.start >= last);
        assert!(
            article
                .blocks
                .iter()
                .any(|block| block.span.start == landmark.start)
        );
        last = landmark.start;
    }
}

/// A file of one page that draws `content`; it has a font of the standard ones and a form that is the page itself. Its
/// table of objects is left to be made up.
fn page(content: &[u8]) -> Vec<u8> {
    let head = format!(
        "%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
/Resources << /Font << /F 4 0 R >> /XObject << /X 5 0 R >> >> >> endobj
4 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj
5 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {} >>
stream\n",
        content.len()
    );
    let tail = b"\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF";
    [head.as_bytes(), content, tail].concat()
}
