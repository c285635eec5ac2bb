//! The `hearsay` command from outside: what goes in, what comes out, and with which exit code.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const ARTICLE: &str = "“We will not wait,” said Ana Ruiz, the mayor of Osk, on Monday.\n\nShe said that the bridge would be closed.\n";

fn hearsay(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearsay"));
    command.args(args).env_remove("NO_COLOR");
    command
}

fn run(args: &[&str]) -> Output {
    run_with_input(args, "")
}

fn run_with_input(args: &[&str], input: &str) -> Output {
    let mut child = hearsay(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing has closed its end already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of its own for a test, in the folder that Cargo keeps for them.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn words(record: &Value, part: &str, quote: usize) -> Vec<String> {
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let spans = record["quotes"][quote][part].as_array().unwrap();
    spans
        .iter()
        .map(|span| {
            let at = |end: usize| usize::try_from(span[end].as_u64().unwrap()).unwrap();
            text[at(0)..at(1)].iter().collect()
        })
        .collect()
}

#[test]
fn a_listing_names_quotes_speakers_and_cues_without_colour_in_a_pipe() {
    let output = run_with_input(&["analyze"], ARTICLE);
    assert!(output.status.success());
    let listing = stdout(&output);
    for part in [
        "We will not wait",
        "Ana Ruiz",
        "cue: said",
        "direct",
        "indirect",
        "confidence: 0.",
    ] {
        assert!(listing.contains(part), "{part}: {listing}");
    }
    assert!(!listing.contains('\u{1b}'), "{listing}");
}

#[test]
fn json_lines_of_a_file_carry_its_path_and_its_text() {
    let path = file("mayor.txt", ARTICLE.as_bytes());
    let path = path.to_str().unwrap();
    let output = run(&["analyze", path, "--to", "jsonl"]);
    let record: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(record["id"], path);
    assert_eq!(words(&record, "content", 0), ["We will not wait"]);
    assert_eq!(words(&record, "cue", 0), ["said"]);
    assert_eq!(record["quotes"][0]["kind"], "direct");
    assert_eq!(record["quotes"][0]["speaker"], "Ana Ruiz");
    assert_eq!(record["quotes"][1]["speaker"], "Ana Ruiz");
}

#[test]
fn corpus_lines_keep_id_and_text_and_count_code_points() {
    let text = "\u{1f600} né\r\n\r\n  “We will not wait,” said Ana Ruiz. ";
    let line = serde_json::json!({"id": {"n": 7}, "text": text, "more": true}).to_string();
    let output = run_with_input(&["analyze", "--to", "jsonl"], &format!("\n{line}\n"));
    assert!(output.status.success(), "{}", stderr(&output));
    let record: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(record["id"], serde_json::json!({"n": 7}));
    assert_eq!(record["text"], text);
    assert_eq!(words(&record, "content", 0), ["We will not wait"]);
}

#[test]
fn corpus_lines_are_answered_one_by_one_while_more_are_to_come() {
    let mut child = hearsay(&["analyze", "--from", "jsonl", "--to", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{}", serde_json::json!({"id": id, "text": ARTICLE})).unwrap();
        // The input stays open: an answer that waited for its end would never come.
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let record: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(record["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let good = serde_json::json!({"id": "a", "text": "Fine."}).to_string();
    let path = file(
        "lines.jsonl",
        format!("{good}\nnot json\n{good}\n").as_bytes(),
    );
    let output = run(&["analyze", path.to_str().unwrap(), "--to", "jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).lines().count(), 2);
    assert!(
        stderr(&output).contains("lines.jsonl, line 2:"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_others_are_answered() {
    let good = file("good.txt", ARTICLE.as_bytes());
    let binary = file("picture.png", b"\x89PNG\r\n\x1a\n\0\0");
    let latin = file("latin.txt", b"caf\xe9 ol\xe9");
    let paths = [&binary, &latin, &PathBuf::from("no-such-file.txt"), &good];
    let mut args = vec!["analyze"];
    args.extend(paths.iter().map(|path| path.to_str().unwrap()));
    let output = run(&args);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("We will not wait"));
    let complaints = stderr(&output);
    for part in [
        "picture.png: not a text but a PNG image",
        "latin.txt: not valid UTF-8",
        "no-such-file.txt: ",
    ] {
        assert!(complaints.contains(part), "{part}: {complaints}");
    }
}

#[test]
fn web_annotations_are_json_with_a_collection() {
    let output = run_with_input(&["analyze", "--to", "w3c"], ARTICLE);
    assert!(output.status.success());
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert!(json.to_string().contains("AnnotationCollection"));
    assert!(json.to_string().contains("We will not wait"));
}

#[test]
fn markup_is_read_by_ending_or_by_order() {
    let html = "<p>“We will not wait,” said <b>Ana Ruiz</b>.</p>";
    let page = file("page.html", html.as_bytes());
    for args in [
        &["analyze", page.to_str().unwrap(), "--to", "jsonl"][..],
        &["analyze", "--from", "html", "--to", "jsonl"],
    ] {
        let record: Value = serde_json::from_str(&stdout(&run_with_input(args, html))).unwrap();
        assert_eq!(record["text"], "“We will not wait,” said Ana Ruiz.");
    }
    let record: Value = serde_json::from_str(&stdout(&run_with_input(
        &["analyze", "--from", "text", "--to", "jsonl"],
        html,
    )))
    .unwrap();
    assert!(record["text"].as_str().unwrap().contains("<b>"));
}

#[test]
fn a_high_threshold_leaves_quotes_out() {
    let output = run_with_input(&["analyze", "--threshold", "1", "--to", "jsonl"], ARTICLE);
    let record: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(record["quotes"], serde_json::json!([]));
}

#[test]
fn what_is_not_understood_on_the_command_line_is_exit_code_2() {
    for args in [
        &["annotate"][..],
        &["analyze", "--threshold", "2"],
        &["show", "nonsense", "-"],
        &[],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn help_documents_the_exit_codes() {
    for args in [&["--help"][..], &["analyze", "--help"], &["eval", "--help"]] {
        let output = run(args);
        assert!(output.status.success());
        assert!(stdout(&output).contains("Exit codes:"), "{args:?}");
    }
}

#[test]
fn a_reader_that_leaves_ends_the_command_quietly() {
    let line = serde_json::json!({"id": 1, "text": ARTICLE.repeat(20)}).to_string() + "\n";
    let path = file("many.jsonl", line.repeat(50).as_bytes());
    let mut child = hearsay(&["analyze", path.to_str().unwrap(), "--to", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{:?}", output.status);
    assert_eq!(stderr(&output), "");
}

#[test]
fn every_stage_can_be_shown() {
    let path = file("stages.txt", ARTICLE.as_bytes());
    for (stage, part) in [
        ("blocks", "Paragraph\t0\t"),
        ("tokens", "Punctuation\t0\t3\t“"),
        ("sentences", "She said that the bridge would be closed."),
        ("marks", "closed\t0\t3\t20\tWe will not wait,"),
        ("features", "word \"we\""),
        ("labels", "B-cue"),
        ("quotes", "said"),
        ("speakers", "She\tpronoun\tAna Ruiz"),
    ] {
        let output = run(&["show", stage, path.to_str().unwrap()]);
        assert!(output.status.success(), "{stage}");
        assert!(
            stdout(&output).contains(part),
            "{stage}: {}",
            stdout(&output)
        );
    }
}

#[test]
fn eval_scores_predictions_and_says_what_it_lacks() {
    let gold = serde_json::json!({"id": "a", "text": ARTICLE, "quotes": [
        {"content": [[1, 17]], "cue": [[20, 24]], "source": [[25, 33]], "speaker": "Ana Ruiz", "kind": "direct"},
    ]});
    // One document over many lines, as people write them.
    let pretty = file(
        "gold.json",
        serde_json::to_string_pretty(&gold).unwrap().as_bytes(),
    );
    let lines = file("gold.jsonl", format!("{gold}\n").as_bytes());
    for path in [pretty, lines.clone()] {
        let output = run(&[
            "eval",
            path.to_str().unwrap(),
            "--pred",
            lines.to_str().unwrap(),
        ]);
        let table = stdout(&output);
        assert!(
            table.starts_with("gold                       kind       gold  pred | "),
            "{table}"
        );
        assert!(
            table.contains("all           1     1 | 100.0 100.0 100.0 | 100.0"),
            "{table}"
        );
        assert!(
            table.contains("speakers: 1 of 1 found right (100.0%), 1 in the gold"),
            "{table}"
        );
    }
    let output = run(&["eval", lines.to_str().unwrap(), "--speech"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("--cue-classes"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn eval_without_predictions_runs_the_engine() {
    let gold = serde_json::json!({"id": "a", "text": ARTICLE, "quotes": [{"content": [[1, 17]]}]});
    let path = file("engine-gold.jsonl", gold.to_string().as_bytes());
    let table = stdout(&run(&["eval", path.to_str().unwrap()]));
    assert!(table.starts_with("hearsay "), "{table}");
    assert!(table.contains("direct        1     1 |"), "{table}");
    let unmarked = stdout(&run(&["eval", path.to_str().unwrap(), "--unmarked"]));
    assert!(unmarked.contains("direct        0     0 |"), "{unmarked}");
}
