//! Golden articles: every article in `tests/corpus` still gives the quotes written down beside it.
//!
//! Owns the comparison and the form of the expectations. `HEARSAY_BLESS=1` rewrites them; their difference is then read
//! and committed like code.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hearsay_engine::{Article, Hints, Metadata, Options, analyze, annotations, read};
use hearsay_text::Span;

/// The articles: all files of the corpus but expectations and its README.
fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let files = std::fs::read_dir(folder).unwrap();
    let mut articles: Vec<PathBuf> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "quotes"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    articles.sort();
    articles
}

fn open(path: &Path) -> Article {
    let bytes = std::fs::read(path).unwrap();
    let hints = Hints {
        name: path.to_str(),
        ..Hints::default()
    };
    let readings = read(&bytes, hints, Metadata::default(), &mut |_| {}).unwrap();
    readings.first.article
}

/// What a person reviews: each quote with its speaker, and its parts word for word.
fn listing(article: &Article) -> String {
    let mut out = String::new();
    for (nth, quote) in analyze(article, Options::default())
        .unwrap()
        .quotes
        .iter()
        .enumerate()
    {
        let words = |spans: &[Span]| -> String {
            let words: Vec<&str> = spans.iter().map(|span| article.slice(*span)).collect();
            words.join(" | ")
        };
        let speaker = quote.speaker.as_ref().map_or_else(
            || "nobody".to_owned(),
            |speaker| format!("{} ({})", speaker.name, speaker.evidence.name()),
        );
        let marked = if quote.marked { "marked" } else { "unmarked" };
        let kind = quote.kind.name();
        writeln!(out, "{}. {speaker}, {kind}, {marked}", nth + 1).unwrap();
        for (part, spans) in [
            ("content", &quote.content),
            ("cue", &quote.cue),
            ("source", &quote.source),
        ] {
            if !spans.is_empty() {
                writeln!(out, "   {part}: {}", words(spans)).unwrap();
            }
        }
    }
    out
}

#[test]
fn every_article_of_the_corpus_gives_the_quotes_written_down_beside_it() {
    let blesses = std::env::var_os("HEARSAY_BLESS").is_some_and(|value| value == "1");
    let articles = articles();
    assert!(articles.len() >= 6, "the corpus is not where it should be");
    let mut changed = Vec::new();
    for path in articles {
        let found = listing(&open(&path));
        let beside = path.with_extension("quotes");
        if blesses {
            std::fs::write(&beside, &found).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if expected != found {
            changed.push(format!(
                "== {}\n{}",
                beside.display(),
                difference(&expected, &found)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "the engine finds other quotes than written down; if they are better, run with HEARSAY_BLESS=1 and review:\n{}",
        changed.join("\n")
    );
}

/// Lines that only one of the two has.
fn difference(expected: &str, found: &str) -> String {
    let only = |these: &str, those: &str, sign: &str| -> String {
        let lines = these
            .lines()
            .filter(|line| !those.lines().any(|other| other == *line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    only(expected, found, "-") + &only(found, expected, "+")
}

#[test]
fn quotes_lie_in_their_blocks_in_order_and_have_ids_of_their_own() {
    for path in articles() {
        let article = open(&path);
        let quotes = analyze(&article, Options::default()).unwrap().quotes;
        let mut ids = Vec::new();
        for suggestion in annotations(&article, &quotes) {
            ids.push(suggestion.id);
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), quotes.len(), "{}", path.display());
        for quote in &quotes {
            assert!(!quote.content.is_empty(), "{}", path.display());
            for pair in quote.content.windows(2) {
                assert!(pair[0].end <= pair[1].start, "{}", path.display());
            }
            for span in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
                assert!(!article.slice(*span).is_empty(), "{}", path.display());
                assert_eq!(article.pieces(*span).count(), 1, "{}", path.display());
            }
        }
    }
}

#[test]
fn the_same_article_gives_the_same_quotes_again() {
    for path in articles() {
        let (first, second) = (open(&path), open(&path));
        assert_eq!(
            analyze(&first, Options::default()).unwrap(),
            analyze(&second, Options::default()).unwrap()
        );
    }
}
