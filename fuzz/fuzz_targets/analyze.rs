//! Any bytes, read as an article and searched for quotes: nothing panics, and what is found lies where it can.
//!
//! The first byte chooses the format. `analyze.dict` beside `Cargo.toml` has the words and marks that matter to the engine.
#![no_main]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a find is a panic")]

use hearsay_extract::{Source, decode, extract};
use hearsay_quotes::{Options, analyze};
use hearsay_text::Span;
use libfuzzer_sys::fuzz_target;

fn check_span(text: &str, span: Span, what: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(
        start < end && end <= text.len(),
        "{what} {span:?} is empty or reaches outside"
    );
    assert!(
        text.is_char_boundary(start) && text.is_char_boundary(end),
        "{what} {span:?} cuts a character"
    );
}

fn check_spans(text: &str, spans: &[Span], what: &str) {
    for span in spans {
        check_span(text, *span, what);
    }
    for pair in spans.windows(2) {
        assert!(
            pair[0].end <= pair[1].start,
            "{what}: {pair:?} overlap or are out of order"
        );
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((&format, bytes)) = data.split_first() else {
        return;
    };
    let Ok(text) = decode(bytes) else {
        return;
    };
    let source = if format % 2 == 0 {
        Source::Plain(&text)
    } else {
        Source::Markdown(&text)
    };
    let (article, _) = extract(source, Default::default());
    let model = hearsay_model::embedded().unwrap();
    let analysis = analyze(&article, model, Options::default());
    for quote in &analysis.quotes {
        assert!(!quote.content.is_empty(), "a quote without content");
        check_spans(&article.text, &quote.content, "content");
        check_spans(&article.text, &quote.cue, "cue");
        check_spans(&article.text, &quote.source, "source");
        assert!(
            (0.0..=1.0).contains(&quote.confidence),
            "confidence {}",
            quote.confidence
        );
        if let Some(speaker) = &quote.speaker {
            assert!(!speaker.name.trim().is_empty(), "a speaker without a name");
        }
    }
    for pair in analysis.quotes.windows(2) {
        assert!(
            pair[0].content[0].start <= pair[1].content[0].start,
            "quotes out of order"
        );
    }
});
