//! Web pages: of every page in `tests/pages` the reader finds the article, its title and its byline, and little else.
//!
//! Owns the limits. The pages and the scores are the package `hearsay-pages`; the same pages are measured beside a peer by
//! `cargo xtask bench --pages`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;

use hearsay_engine::{Hints, Metadata, Readings, read};
use hearsay_pages::{Fixture, fixtures, score};

/// What every fact is called, and how it is had from an article.
const FACTS: [&str; 6] = ["title", "byline", "site", "date", "language", "url"];

fn reading(fixture: &Fixture) -> Readings {
    let name = format!("{}.html", fixture.name);
    let hints = Hints {
        name: Some(&name),
        ..Hints::default()
    };
    let bytes = fixture.html.as_bytes();
    read(bytes, hints, Metadata::default(), &mut |_| {}).unwrap()
}

fn value<'a>(metadata: &'a Metadata, fact: &str) -> Option<&'a str> {
    let value = match fact {
        "title" => &metadata.title,
        "byline" => &metadata.byline,
        "site" => &metadata.site,
        "date" => &metadata.date,
        "language" => &metadata.language,
        _ => &metadata.url,
    };
    value.as_deref()
}

/// The first and last words of a list.
fn shown(words: &[String]) -> String {
    const SHOWN: usize = 12;
    match words.len() {
        0..=SHOWN => words.join(" "),
        count => format!("{} … ({count} words)", words[..SHOWN].join(" ")),
    }
}

#[test]
fn of_every_page_the_article_is_found_with_its_title_and_byline() {
    let fixtures = fixtures().unwrap();
    assert!(fixtures.len() >= 48, "only {} pages", fixtures.len());
    let mut table = String::new();
    let mut scores = Vec::new();
    let mut right = [0_usize; FACTS.len()];
    let mut asked = [0_usize; FACTS.len()];
    for fixture in fixtures.iter().filter(|fixture| !fixture.expected.unsure) {
        let readings = reading(fixture);
        let article = &readings.first.article;
        let text = score::text(&fixture.expected, &article.text);
        let size = fixture.html.len().div_ceil(1024);
        writeln!(
            table,
            "{:.4}  {:<34} {size:>4} KB{}",
            text.f1,
            fixture.name,
            if readings.ask.is_some() { "  asks" } else { "" }
        )
        .unwrap();
        for (what, words) in [("missing", &text.missing), ("extra", &text.extra)] {
            if !words.is_empty() {
                writeln!(table, "        {what}: {}", shown(words)).unwrap();
            }
        }
        for (nth, fact) in FACTS.into_iter().enumerate() {
            let found = value(&article.metadata, fact);
            let is_right = score::fact(&fixture.expected, fact, found);
            asked[nth] += usize::from(is_right.is_some());
            right[nth] += usize::from(is_right == Some(true));
            if is_right == Some(false) {
                let wanted = &fixture.expected.facts[fact];
                writeln!(table, "        {fact}: {found:?}, expected {wanted:?}").unwrap();
            }
        }
        scores.push((text.f1, fixture.name.clone()));
    }
    scores.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mean = scores.iter().map(|(f1, _)| f1).sum::<f64>() / scores.len() as f64;
    let share = |nth: usize| right[nth] as f64 / asked[nth] as f64;
    writeln!(
        table,
        "{} pages, mean F1 {mean:.4}, median {:.4}",
        scores.len(),
        scores[scores.len() / 2].0
    )
    .unwrap();
    for (nth, fact) in FACTS.into_iter().enumerate() {
        let (right, asked) = (right[nth], asked[nth]);
        writeln!(
            table,
            "{fact} right: {right} of {asked}, {:.1}%",
            100.0 * share(nth)
        )
        .unwrap();
    }
    println!("{table}");
    let worst: Vec<_> = scores.iter().take(8).collect();
    assert!(
        mean >= MIN_F1,
        "mean F1 {mean:.4}; the worst: {worst:?}\n{table}"
    );
    assert!(share(0) >= MIN_TITLES, "titles\n{table}");
    assert!(share(1) >= MIN_BYLINES, "bylines\n{table}");
}

#[test]
fn of_a_page_that_is_no_article_the_reader_asks() {
    let fixtures = fixtures().unwrap();
    let unsure = fixtures.iter().filter(|fixture| fixture.expected.unsure);
    let sure: Vec<&str> = unsure
        .filter(|fixture| reading(fixture).ask.is_none())
        .map(|fixture| fixture.name.as_str())
        .collect();
    assert!(sure.is_empty(), "does not ask about {sure:?}");
}

/// Writes the pages where `HEARSAY_PAGES` says, for looking at them.
#[test]
fn pages_are_always_made_alike() {
    let made = || -> Vec<(String, String)> {
        let fixtures = fixtures().unwrap().into_iter();
        fixtures
            .map(|fixture| (fixture.name, fixture.html))
            .collect()
    };
    assert_eq!(made(), made());
    if let Some(folder) = std::env::var_os("HEARSAY_PAGES") {
        hearsay_pages::write_to(folder.as_ref()).unwrap();
    }
}

/// Of all pages together.
const MIN_F1: f64 = 0.98;
const MIN_TITLES: f64 = 0.95;
const MIN_BYLINES: f64 = 0.95;
