//! Any bytes as plain text or Markdown in any encoding: there is an article that keeps its promises, or a reason.
#![no_main]

use hearsay_extract::{Format, Hints, LoadError, read};
use hearsay_text::{Article, Metadata};
use libfuzzer_sys::fuzz_target;

fn check(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks out of order");
        let gap = &article.text[end as usize..block.span.start as usize];
        assert!(gap.trim().is_empty(), "words between blocks");
        assert!(
            !article.slice(block.span).trim().is_empty(),
            "an empty block"
        );
        for inline in &block.inlines {
            assert!(block.span.encloses(inline.span), "a run outside its block");
            assert!(
                article.text.get(inline.span.range()).is_some(),
                "half a character"
            );
        }
        end = block.span.end;
    }
    assert!(
        article.text[end as usize..].trim().is_empty(),
        "words behind the last block"
    );
}

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else {
        return;
    };
    let (format, name) = match choice % 4 {
        0 => (Some(Format::Plain), None),
        1 => (Some(Format::Markdown), None),
        2 => (None, Some("notes.md")),
        _ => (None, Some("notes.txt")),
    };
    let hints = Hints {
        name,
        format,
        ..Hints::default()
    };
    // What is another format by its look has a target of its own.
    if !hints.format_of(bytes).is_text() || hints.format_of(bytes) == Format::Html {
        return;
    }
    match read(bytes, hints, Metadata::default(), &mut |_| {}) {
        Ok(readings) => check(&readings.first.article),
        Err(LoadError::Binary { .. } | LoadError::Empty) => {}
        Err(error) => panic!("{error}"),
    }
});
