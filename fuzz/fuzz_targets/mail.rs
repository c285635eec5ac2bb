//! Any bytes as a mail or a saved page: there is an article that keeps its promises, or a reason.
#![no_main]

use hearsay_extract::{Format, Hints, LoadError, read};
use hearsay_text::Metadata;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let format = match choice % 4 {
        0 => Format::Mhtml,
        _ => Format::Mail,
    };
    let hints = Hints {
        format: Some(format),
        ..Hints::default()
    };
    match read(bytes, hints, Metadata::default(), &mut |_| {}) {
        Ok(readings) => {
            for reading in std::iter::once(&readings.first).chain(&readings.others) {
                let article = &reading.article;
                let mut end = 0;
                for block in &article.blocks {
                    assert!(block.span.start >= end, "blocks out of order");
                    assert!(
                        !article.slice(block.span).trim().is_empty(),
                        "an empty block"
                    );
                    end = block.span.end;
                }
            }
        }
        Err(LoadError::Binary { .. } | LoadError::Empty) => {}
        Err(error) => panic!("{error}"),
    }
});
