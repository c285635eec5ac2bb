//! Any bytes as a web page: nothing panics, and what is found is sound.
#![no_main]

use hearsay_extract::{Format, Hints, read};
use hearsay_text::Metadata;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let hints = Hints {
        format: Some(Format::Html),
        address: Some("https://daily.test/news/dam.html?a=b#c"),
        ..Hints::default()
    };
    let Ok(mut readings) = read(bytes, hints, Metadata::default(), &mut |_| {}) else {
        return;
    };
    for reading in readings.all_mut() {
        let article = &reading.article;
        let mut end = 0;
        for block in &article.blocks {
            assert!(block.span.start >= end && !article.slice(block.span).trim().is_empty());
            for inline in &block.inlines {
                assert!(block.span.encloses(inline.span));
                assert!(article.text.get(inline.span.range()).is_some());
            }
            end = block.span.end;
        }
        for post in &article.posts {
            assert!(article.text.get(post.span.range()).is_some());
        }
    }
});
