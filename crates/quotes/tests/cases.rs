//! What the engine should find, case by case.
//!
//! A case is a text with its quotes marked: `{1:content}`, `[1:source]`; a source of two quotes is `[1,2:source]`. After it
//! stand kind and speaker of each quote, `-` for nobody, then what it reports unless that is speech, and its modality
//! unless it is actual: `indirect officials thought negated`. Cues are left out: where they begin and end is a matter of
//! taste.
//! A case that fails today is listed as known to; once it passes, its test fails until it is promoted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use hearsay_quotes::marks::pair_marks;
use hearsay_quotes::tag::Tagging;
use hearsay_quotes::{Options, Quote, analyze, assemble, resolve};
use hearsay_text::{Article, Modality, ReportKind, tokenize};
use support::{marked, plain};

/// A text with its quotes marked, and the facts of each quote.
type Case = (&'static str, &'static str);

include!("cases/table.rs");
include!("cases/verbatim.rs");
include!("cases/reported.rs");
include!("cases/report_kinds.rs");
include!("cases/modality.rs");
include!("cases/layout.rs");
include!("cases/left_alone.rs");
include!("cases/by_form.rs");
include!("cases/speakers.rs");

/// Every table of cases that pass.
const TABLES: &[&[Case]] = &[
    CASES,
    VERBATIM,
    REPORTED,
    REPORT_KINDS,
    MODALITY,
    LAYOUT,
    LEFT_ALONE,
    BY_FORM,
    SPEAKERS,
];

/// Every table of cases that fail today.
const FAILING: &[&[Case]] = &[
    KNOWN_FAILURES,
    VERBATIM_KNOWN_FAILURES,
    REPORTED_KNOWN_FAILURES,
    REPORT_KINDS_KNOWN_FAILURES,
    MODALITY_KNOWN_FAILURES,
    LAYOUT_KNOWN_FAILURES,
    LEFT_ALONE_KNOWN_FAILURES,
    BY_FORM_KNOWN_FAILURES,
    SPEAKERS_KNOWN_FAILURES,
];

fn cases(tables: &'static [&'static [Case]]) -> impl Iterator<Item = &'static Case> {
    tables.iter().copied().flatten()
}

/// Kind and speaker of each quote, and what is out of the ordinary in what it reports and in its modality.
fn facts(quotes: &[Quote]) -> String {
    let fact = |quote: &Quote| {
        let speaker = quote.speaker.as_ref().map_or("-", |speaker| &*speaker.name);
        let mut fact = format!("{} {speaker}", quote.kind.name());
        for (name, usual) in [
            (quote.reports.name(), ReportKind::Speech.name()),
            (quote.modality.name(), Modality::Actual.name()),
        ] {
            if name != usual {
                fact = format!("{fact} {name}");
            }
        }
        fact
    };
    quotes.iter().map(fact).collect::<Vec<_>>().join("; ")
}

/// A way to the quotes of a text.
type Path = fn(&Article) -> Vec<Quote>;

fn with_model(article: &Article) -> Vec<Quote> {
    let model = hearsay_model::embedded().unwrap();
    analyze(article, model, Options::default()).quotes
}

/// The rules alone, as if the tagger had seen nothing.
fn without_model(article: &Article) -> Vec<Quote> {
    let tokens = tokenize(&article.text);
    let marks = pair_marks(article);
    let nothing = Tagging::default();
    let mut quotes = assemble(article, &tokens, &marks, &nothing, Options::default());
    resolve(article, &tokens, &mut quotes);
    quotes
}

fn found(case: &Case, path: Path) -> (String, String) {
    let text = plain(case.0);
    let quotes = path(&Article::verbatim(text.clone()));
    (marked(&text, &quotes), facts(&quotes))
}

fn passes(case: &Case, path: Path) -> bool {
    found(case, path) == (case.0.to_owned(), case.1.to_owned())
}

fn check(tables: &'static [&'static [Case]], path: Path) {
    let failed: Vec<String> = cases(tables)
        .filter(|case| !passes(case, path))
        .map(|case| {
            let (text, facts) = found(case, path);
            format!(
                "expected {}\n         {}\nfound    {text}\n         {facts}\n",
                case.0, case.1
            )
        })
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {}\n{}",
        failed.len(),
        cases(tables).count(),
        failed.join("\n")
    );
}

#[test]
fn every_case_gives_its_quotes_kinds_and_speakers() {
    check(TABLES, with_model);
}

#[test]
fn what_form_alone_tells_needs_no_model() {
    check(&[BY_FORM, LEFT_ALONE], without_model);
}

#[test]
fn known_failures_that_pass_are_to_be_promoted() {
    let passing: Vec<&str> = cases(FAILING)
        .filter(|case| passes(case, with_model))
        .map(|case| case.0)
        .collect();
    assert!(passing.is_empty(), "move to CASES:\n{}", passing.join("\n"));
}

#[test]
fn the_table_is_large_enough_to_mean_something() {
    let (n_passing, n_failing) = (cases(TABLES).count(), cases(FAILING).count());
    assert!(n_passing + n_failing >= 230);
    assert!(n_failing * 3 < n_passing);
}
