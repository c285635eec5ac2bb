//! The scorer on articles written for it. The figures were computed by the reference scorer on the same articles.

use super::cue_class::CueClasses;
use super::score::{Options, Tally, score_article};
use super::table::table;
use super::unmark::delete_marks;
use crate::corpus::{Record, RecordQuote};

const CLASSES: &str = "said\tsay\tspeech\t9\nmocked\tmock\tstance\t3\nwrote\twrite\tspeech\t2\n";

/// An article whose quotes are given as words that occur in it, pieces of one part divided by `|`.
fn article(text: &str, quotes: &[[&str; 3]]) -> Record {
    let find = |parts: &str| -> Vec<(i64, i64)> {
        let parts = parts.split('|').filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let byte = text.find(part).expect(part);
                let start = i64::try_from(text[..byte].chars().count()).unwrap();
                (start, start + i64::try_from(part.chars().count()).unwrap())
            })
            .collect()
    };
    Record {
        id: "a".into(),
        text: text.to_owned(),
        quotes: quotes
            .iter()
            .map(|[content, cue, source]| RecordQuote {
                content: find(content),
                cue: find(cue),
                source: find(source),
                ..RecordQuote::default()
            })
            .collect(),
    }
}

const FIRST: &str = "“We won’t wait,” Ana Ruiz said. “Not now.”\n\nThe council mocked “her plan” as too dear, and critics said that buses, trams and trains would stop. Obi wrote: the née bridge’s closed.";
const SECOND: &str = "Nobody said it would rain. ''It did,'' she said. The mayor thinks so, too.";

fn gold() -> Vec<Record> {
    vec![
        article(
            FIRST,
            &[
                ["We won’t wait|Not now", "said", "Ana Ruiz"],
                ["“her plan” as too dear", "mocked", "The council"],
                [
                    "that buses, trams and trains would stop",
                    "said that",
                    "critics",
                ],
                ["the née bridge’s closed", "wrote:", "Obi"],
            ],
        ),
        article(
            SECOND,
            &[
                ["it would rain", "said", "Nobody"],
                ["''It did,''", "she said", "she"],
                ["so", "thinks", ""],
            ],
        ),
    ]
}

fn predicted() -> Vec<Record> {
    vec![
        article(
            FIRST,
            &[
                ["“We won’t wait,”", "said", "Ana Ruiz"],
                ["plan” as too dear", "mocked", "council"],
                ["buses, trams and trains would stop", "said", "The council"],
                ["née bridge’s closed", "wrote", ""],
            ],
        ),
        article(
            SECOND,
            &[
                ["It did", "said", "she said"],
                ["so, too", "thinks", "The mayor"],
                ["Nobody said", "", ""],
            ],
        ),
    ]
}

fn scored(gold: &[Record], options: Options<'_>) -> String {
    let mut tally = Tally::default();
    for (gold, predicted) in gold.iter().zip(predicted()) {
        score_article(
            &mut tally,
            &gold.text,
            &gold.quotes,
            &predicted.quotes,
            options,
        );
    }
    table("name", &tally)
}

#[test]
fn the_table_is_that_of_the_reference_scorer() {
    let classes = CueClasses::parse(CLASSES).unwrap();
    let plain = Options::default();
    let with_speech = Options {
        speech: Some(&classes),
        ..plain
    };
    for (options, expected) in [
        (plain, PLAIN),
        (with_speech, SPEECH),
        (
            Options {
                segments: true,
                ..plain
            },
            SEGMENTS,
        ),
        (
            Options {
                that: true,
                ..plain
            },
            THAT,
        ),
        (
            Options {
                segments: true,
                that: true,
                ..with_speech
            },
            ALL,
        ),
    ] {
        assert_eq!(scored(&gold(), options), expected, "{options:?}");
    }
}

#[test]
fn without_marks_every_quote_is_indirect() {
    let unmarked: Vec<Record> = gold().iter().map(delete_marks).collect();
    let mut tally = Tally::default();
    for record in &unmarked {
        score_article(
            &mut tally,
            &record.text,
            &record.quotes,
            &record.quotes,
            Options::default(),
        );
    }
    assert_eq!(tally.gold, [7, 0, 0, 7]);
    assert_eq!(tally.exact_gold, [7, 0, 0, 7]);
}

const PLAIN: &str = "\
name                       kind       gold  pred |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1
                           all           7     7 |  85.1  73.3  78.7 |  14.3  14.3  14.3 |  71.4  71.4  71.4 |  60.0  40.0 |  42.9  50.0  46.2
                           direct        2     2 | 100.0  71.4  83.3 |  50.0  50.0  50.0 | 100.0 100.0 100.0 | 100.0  50.0 | 100.0 100.0 100.0
                           mixed         1     1 | 100.0  81.2  89.7 |   0.0   0.0   0.0 | 100.0 100.0 100.0 | 100.0 100.0 | 100.0 100.0 100.0
                           indirect      4     4 |  78.0  71.9  74.8 |   0.0   0.0   0.0 |  50.0  50.0  50.0 |   0.0   0.0 |   0.0   0.0   0.0
";

const SPEECH: &str = "\
name                       kind       gold  pred |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1
                           all           5     6 |  81.9  71.1  76.1 |  16.7  20.0  18.2 |  66.7  80.0  72.7 |  50.0  25.0 |  33.3  40.0  36.4
                           direct        2     2 | 100.0  71.4  83.3 |  50.0  50.0  50.0 | 100.0 100.0 100.0 | 100.0  50.0 | 100.0 100.0 100.0
                           mixed         0     0 |   0.0   0.0   0.0 |   0.0   0.0   0.0 |   0.0   0.0   0.0 |   0.0   0.0 |   0.0   0.0   0.0
                           indirect      3     4 |  77.2  71.0  73.9 |   0.0   0.0   0.0 |  50.0  66.7  57.1 |   0.0   0.0 |   0.0   0.0   0.0
";

const SEGMENTS: &str = "\
name                       kind       gold  pred |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1
                           all           8     7 |  85.1  73.3  78.7 |  28.6  25.0  26.7 |  71.4  62.5  66.7 |  60.0  40.0 |  42.9  42.9  42.9
                           direct        3     2 | 100.0  71.4  83.3 | 100.0  66.7  80.0 | 100.0  66.7  80.0 | 100.0  50.0 | 100.0  66.7  80.0
                           mixed         1     1 | 100.0  81.2  89.7 |   0.0   0.0   0.0 | 100.0 100.0 100.0 | 100.0 100.0 | 100.0 100.0 100.0
                           indirect      4     4 |  78.0  71.9  74.8 |   0.0   0.0   0.0 |  50.0  50.0  50.0 |   0.0   0.0 |   0.0   0.0   0.0
";

const THAT: &str = "\
name                       kind       gold  pred |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1
                           all           7     7 |  85.1  76.3  80.4 |  28.6  28.6  28.6 |  71.4  71.4  71.4 |  60.0  40.0 |  42.9  50.0  46.2
                           direct        2     2 | 100.0  71.4  83.3 |  50.0  50.0  50.0 | 100.0 100.0 100.0 | 100.0  50.0 | 100.0 100.0 100.0
                           mixed         1     1 | 100.0  81.2  89.7 |   0.0   0.0   0.0 | 100.0 100.0 100.0 | 100.0 100.0 | 100.0 100.0 100.0
                           indirect      4     4 |  78.0  76.7  77.3 |  25.0  25.0  25.0 |  50.0  50.0  50.0 |   0.0   0.0 |   0.0   0.0   0.0
";

const ALL: &str = "\
name                       kind       gold  pred |  token P R F1    |  exact P R F1    |  IoU50 P R F1    | attr  at50 |  e2e P R F1
                           all           6     6 |  81.9  74.7  78.1 |  50.0  50.0  50.0 |  66.7  66.7  66.7 |  50.0  25.0 |  33.3  33.3  33.3
                           direct        3     2 | 100.0  71.4  83.3 | 100.0  66.7  80.0 | 100.0  66.7  80.0 | 100.0  50.0 | 100.0  66.7  80.0
                           mixed         0     0 |   0.0   0.0   0.0 |   0.0   0.0   0.0 |   0.0   0.0   0.0 |   0.0   0.0 |   0.0   0.0   0.0
                           indirect      3     4 |  77.2  75.9  76.5 |  25.0  33.3  28.6 |  50.0  66.7  57.1 |   0.0   0.0 |   0.0   0.0   0.0
";

#[test]
fn shown_leaves_out_what_a_reader_does_not_see_unasked() {
    let args = |more: &[&str]| {
        let line = [&["eval", "gold.jsonl"], more].concat();
        <Parsed as clap::Parser>::parse_from(line).args
    };
    let quote = |reports: Option<&str>, confidence: Option<f64>| RecordQuote {
        reports: reports.map(str::to_owned),
        confidence,
        ..RecordQuote::default()
    };
    let kept = |more: &[&str], reports: Option<&str>, confidence: Option<f64>| {
        super::keeps(&args(more), &quote(reports, confidence))
    };
    for (reports, confidence, expected) in [
        (Some("speech"), Some(0.9), true),
        (Some("writing"), Some(0.9), true),
        (Some("stance"), Some(0.9), false),
        (Some("thought"), None, false),
        (Some("speech"), Some(0.05), false),
        (None, None, true),
    ] {
        let shown = kept(&["--shown"], reports, confidence);
        assert_eq!(shown, expected, "{reports:?} {confidence:?}");
        assert!(kept(&[], reports, confidence));
    }
    assert!(!kept(&["--threshold", "0.95"], Some("speech"), Some(0.9)));
    assert!(kept(
        &["--shown", "--threshold", "0"],
        Some("speech"),
        Some(0.05)
    ));
}

#[derive(clap::Parser)]
struct Parsed {
    #[command(flatten)]
    args: super::EvalArgs,
}
