//! `hearsay eval --claims`, as it is run.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::PathBuf;
use std::process::{Command, Output};

fn run(name: &str, lines: &str) -> Output {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, lines).unwrap();
    Command::new(env!("CARGO_BIN_EXE_hearsay"))
        .args(["eval", "--claims"])
        .arg(file)
        .output()
        .unwrap()
}

#[test]
fn prints_every_measure_for_labelled_sentences() {
    let output = run(
        "claims.jsonl",
        r#"{"text": "Unemployment fell to 4 percent last year, the lowest rate since 1979.", "label": "factual-checkworthy"}
{"text": "What a lovely evening.", "label": "not-factual", "debate": "none"}
{"text": "I met him here.", "label": "factual-unimportant"}
"#,
    );
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{printed}");
    for line in [
        "sentences                   3",
        "worth checking              1",
        "precision                   1.0000",
        "recall                      1.0000",
        "F1                          1.0000",
        "average precision           1.0000",
    ] {
        assert!(
            printed.lines().any(|found| found == line),
            "{line}:\n{printed}"
        );
    }
    assert!(
        printed.contains("expected calibration error  0."),
        "{printed}"
    );
}

#[test]
fn names_the_sentence_with_a_label_that_it_does_not_know() {
    let output = run("label.jsonl", "{\"text\": \"So.\", \"label\": \"maybe\"}\n");
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        complaint.contains("sentence 1") && complaint.contains("maybe"),
        "{complaint}"
    );
}

#[test]
fn says_so_when_nothing_could_be_found() {
    let output = run(
        "none.jsonl",
        "{\"text\": \"So.\", \"label\": \"not-factual\"}\n",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("factual-checkworthy")
    );
}
