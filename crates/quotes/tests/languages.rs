//! What the engine should find in many languages, case by case.
//!
//! A case is a declared language (empty for none), a text with its quotes marked as in `cases.rs`, and kind and speaker of
//! each quote, `-` for nobody. A case that fails today is listed as known to; once it passes, its test fails until it is
//! promoted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use hearsay_quotes::{Options, Quote, analyze};
use hearsay_text::Article;
use support::{marked, plain};

include!("cases/languages.rs");

/// A language, a text with its quotes marked, and their kinds and speakers.
type Case = (&'static str, &'static str, &'static str);

/// Kind and speaker of each quote.
fn facts(quotes: &[Quote]) -> String {
    let fact = |quote: &Quote| {
        let speaker = quote.speaker.as_ref().map_or("-", |speaker| &*speaker.name);
        format!("{} {speaker}", quote.kind.name())
    };
    quotes.iter().map(fact).collect::<Vec<_>>().join("; ")
}

fn found(case: &Case) -> (String, String) {
    let model = hearsay_model::embedded().unwrap();
    let text = plain(case.1);
    let mut article = Article::verbatim(text.clone());
    article.metadata.language = (!case.0.is_empty()).then(|| case.0.to_owned());
    let quotes = analyze(&article, model, Options::default()).quotes;
    (marked(&text, &quotes), facts(&quotes))
}

fn passes(case: &Case) -> bool {
    found(case) == (case.1.to_owned(), case.2.to_owned())
}

#[test]
fn every_language_gives_its_quotes_kinds_and_speakers() {
    let failed: Vec<String> = CASES
        .iter()
        .filter(|case| !passes(case))
        .map(|case| {
            let (text, facts) = found(case);
            format!(
                "{} expected {}\n            {}\n   found    {text}\n            {facts}\n",
                case.0, case.1, case.2
            )
        })
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {}\n{}",
        failed.len(),
        CASES.len(),
        failed.join("\n")
    );
}

#[test]
fn known_failures_that_pass_are_to_be_promoted() {
    let passing: Vec<&str> = KNOWN_FAILURES
        .iter()
        .filter(|case| passes(case))
        .map(|case| case.1)
        .collect();
    assert!(passing.is_empty(), "move to CASES:\n{}", passing.join("\n"));
}

#[test]
fn odd_text_in_any_language_gives_quotes_in_bounds_and_in_order() {
    let pieces = [
        "„",
        "“",
        "”",
        "«",
        "»",
        "‘",
        "’",
        "‚",
        "\"",
        "'",
        "「",
        "」",
        "— ",
        "– ",
        " -",
        ", ",
        ". ",
        ": ",
        "\n",
        "\n— ",
        " ",
        "sagte",
        " a dit ",
        "dijo ",
        "Ana ",
        "Ruiz",
        "l’",
        "que ",
        "dass ",
        "は",
        "と述べた",
        "说",
        "고 말했다",
        "은 ",
        " dedi",
        "قال ",
        "ने कहा",
        "…",
        "!",
        "z. B. ",
        "сказал ",
    ];
    let model = hearsay_model::embedded().unwrap();
    let mut state = 7_u32;
    for tag in "de fr es it pt nl sv fi pl cs ru uk el tr ar he hi zh ja ko ro".split(' ') {
        for _ in 0..60 {
            let mut text = String::new();
            for _ in 0..40 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(pieces[(state >> 16) as usize % pieces.len()]);
            }
            let mut article = Article::verbatim(text.clone());
            article.metadata.language = Some(tag.to_owned());
            for quote in analyze(&article, model, Options::default()).quotes {
                let mut end = 0;
                assert!(!quote.content.is_empty(), "{tag} {text}");
                for span in &quote.content {
                    assert!(
                        span.start >= end && !span.is_empty(),
                        "{tag} {text} {quote:?}"
                    );
                    end = span.end;
                }
                for span in quote.content.iter().chain(&quote.source).chain(&quote.cue) {
                    assert!(text.get(span.range()).is_some(), "{tag} {text} {quote:?}");
                    assert!(!span.is_empty(), "{tag} {text} {quote:?}");
                }
            }
        }
    }
}

#[test]
fn the_table_covers_every_language_with_several_cases() {
    assert!(CASES.len() + KNOWN_FAILURES.len() >= 90);
    assert!(KNOWN_FAILURES.len() * 6 < CASES.len());
    for language in [
        "en", "de", "fr", "es", "it", "pt", "pl", "ru", "uk", "cs", "sv", "fi", "nl", "el", "tr",
        "ar", "he", "hi", "zh", "ja", "ko",
    ] {
        let n_cases = CASES.iter().filter(|case| case.0 == language).count();
        assert!(n_cases >= 3, "{language}: {n_cases}");
    }
}
