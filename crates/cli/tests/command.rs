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

fn run_with_input(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = hearsay(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing has closed its end already.
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
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
    let output = run_with_input(&["analyze", "--to", "jsonl"], format!("\n{line}\n"));
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
    let noise = file("noise.txt", b"\x01\x02\0\x03\xff\x80");
    let paths = [&binary, &noise, &PathBuf::from("no-such-file.txt"), &good];
    let mut args = vec!["analyze"];
    args.extend(paths.iter().map(|path| path.to_str().unwrap()));
    let output = run(&args);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("We will not wait"));
    let complaints = stderr(&output);
    for part in [
        "picture.png: not a text but a PNG image",
        "noise.txt: not a text but binary data",
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
    for args in [
        &["--help"][..],
        &["analyze", "--help"],
        &["extract", "--help"],
        &["eval", "--help"],
    ] {
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
        ("readings", "1*\t106\tthe only one"),
        ("metadata", "format\tplain text\nfile\tstages.txt\n"),
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

/// A mail with the article in the encoding of old.
fn mail() -> Vec<u8> {
    let mut mail = b"From: Ana Ruiz <ana@osk.test>\r\nTo: ben@daily.test\r\nSubject: The bridge\r\nDate: Mon, 4 Mar 2024 10:20:00 +0100\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n".to_vec();
    mail.extend(b"\x93We will not wait,\x94 said Ana Ruiz, the mayor of Osk, on Monday.\r\n");
    mail
}

const SAVED: &str = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://daily.test/bridge\r\nSubject: The bridge\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><article><h1>The bridge</h1><p>=E2=80=9CWe will not wait,=E2=80=9D said Ana Ruiz, the mayor of Osk, on Monday. The Lantern Bridge in Osk stays closed until the summer, and buses run over the northern crossing.</p></article></body></html>\r\n--b--\r\n";

#[test]
fn files_of_several_formats_are_read_at_once_by_their_content() {
    let files = [
        file("letter.eml", &mail()),
        // The wrong ending does no harm.
        file("saved.txt", SAVED.as_bytes()),
        file("notes.md", format!("# Notes\n\n{ARTICLE}").as_bytes()),
        file(
            "old.txt",
            b"\x93We will not wait,\x94 said Ana Ruiz, the mayor of Osk.",
        ),
    ];
    let mut args = vec!["analyze", "--to", "jsonl"];
    args.extend(files.iter().map(|path| path.to_str().unwrap()));
    let output = run(&args);
    assert!(output.status.success(), "{}", stderr(&output));
    let printed = stdout(&output);
    assert_eq!(printed.lines().count(), files.len());
    for (line, path) in printed.lines().zip(&files) {
        let record: Value = serde_json::from_str(line).unwrap();
        assert_eq!(record["id"], path.to_str().unwrap());
        assert_eq!(words(&record, "content", 0), ["We will not wait"]);
        assert_eq!(record["quotes"][0]["speaker"], "Ana Ruiz");
    }
    assert!(
        stderr(&output).contains("old.txt: note: read as Windows-1252"),
        "{}",
        stderr(&output)
    );
}

/// An archive of files that are not compressed.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let crc = |bytes: &[u8]| {
        !bytes.iter().fold(!0_u32, |mut crc, byte| {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
            }
            crc
        })
    };
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let offset = u32::try_from(out.len()).unwrap();
        let size = u32::try_from(content.len()).unwrap().to_le_bytes();
        let mut facts = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0].to_vec();
        facts.extend(crc(content.as_bytes()).to_le_bytes());
        facts.extend([size, size].concat());
        facts.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        facts.extend([0, 0]);
        out.extend([b"PK\x03\x04", &*facts, name.as_bytes(), content.as_bytes()].concat());
        directory.extend([b"PK\x01\x02\x14\0", &*facts, &[0; 10]].concat());
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let at = u32::try_from(out.len()).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    out.extend(directory);
    out.extend(
        [
            b"PK\x05\x06\0\0\0\0",
            &count[..],
            &count,
            &size,
            &at,
            &[0, 0],
        ]
        .concat(),
    );
    out
}

/// A Word document of one paragraph.
fn document() -> Vec<u8> {
    let words = "“We will not wait,” said Ana Ruiz, the mayor of Osk, on Monday.";
    archive(&[
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        ),
        (
            "word/document.xml",
            &format!(
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
            ),
        ),
    ])
}

/// A book of two chapters.
fn book() -> Vec<u8> {
    let chapter = |title: &str, words: &str| {
        format!(
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
        )
    };
    archive(&[
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>",
        ),
        (
            "book.opf",
            "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>The river</dc:title></metadata><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/><item id=\"b\" href=\"b.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>",
        ),
        (
            "a.xhtml",
            &chapter(
                "The bridge",
                "“We will not wait,” said Ana Ruiz, the mayor of Osk, on Monday.",
            ),
        ),
        (
            "b.xhtml",
            &chapter(
                "The ferry",
                "“Nobody asks us,” said Noor Haddad, who runs the ferry of Osk.",
            ),
        ),
    ])
}

/// A PDF of one line.
fn print() -> Vec<u8> {
    let page = "BT /F1 12 Tf 72 700 Td (\\223We will not wait,\\224 said Ana Ruiz, the mayor of Osk, on Monday.) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{page}\nendstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (nth, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", nth + 1);
    }
    let at = out.len();
    out +=
        &format!("xref\n0 6\n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
    out.into_bytes()
}

#[test]
fn documents_and_books_are_read_like_any_other_file() {
    let page = format!(
        "<!doctype html><title>The bridge</title><article><h1>The bridge</h1><p>{ARTICLE}</p></article>"
    );
    let files = [
        file("page.html", page.as_bytes()),
        file("report.pdf", &print()),
        file("notes.docx", &document()),
        file("book.epub", &book()),
        file("saved.mhtml", SAVED.as_bytes()),
        file("letter.eml", &mail()),
    ];
    let mut args = vec!["analyze", "--to", "jsonl"];
    args.extend(files.iter().map(|path| path.to_str().unwrap()));
    let output = run(&args);
    assert!(output.status.success(), "{}", stderr(&output));
    let printed = stdout(&output);
    assert_eq!(printed.lines().count(), files.len());
    for (line, path) in printed.lines().zip(&files) {
        let record: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            words(&record, "content", 0),
            ["We will not wait"],
            "{}",
            path.display()
        );
        assert_eq!(
            record["quotes"][0]["speaker"],
            "Ana Ruiz",
            "{}",
            path.display()
        );
    }
    let listing = stdout(&run(&["analyze", files[1].to_str().unwrap()]));
    assert!(listing.contains("page 1"), "{listing}");
    let piped = stdout(&run_with_input(&["extract", "--to", "json"], document()));
    assert!(piped.contains("Word document"), "{piped}");
}

#[test]
fn a_book_is_read_whole_unless_a_chapter_is_asked_for() {
    let path = file("chapters.epub", &book());
    let path = path.to_str().unwrap();
    let whole = run(&["extract", path]);
    assert!(stdout(&whole).contains("Ana Ruiz") && stdout(&whole).contains("Noor Haddad"));
    let note = stderr(&whole);
    assert!(
        note.contains("--chapter chooses another of 2: 1 “The bridge"),
        "{note}"
    );
    for chapter in ["2", "ferry"] {
        let output = run(&["extract", "--chapter", chapter, path]);
        assert_eq!(stderr(&output), "");
        assert!(stdout(&output).contains("Noor Haddad") && !stdout(&output).contains("Ana Ruiz"));
    }
    let output = run(&["extract", "--chapter", "3", path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("no chapter “3” among its 2 chapters"),
        "{}",
        stderr(&output)
    );
    let listed = stdout(&run(&["show", "readings", "--chapter", "1", path]));
    assert!(
        listed.starts_with("1\t") && listed.contains("\n2*\t"),
        "{listed}"
    );
}

#[test]
fn binary_input_comes_through_a_pipe_too() {
    let output = run_with_input(&["extract"], mail());
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(
        stdout(&output),
        "The bridge\n\n“We will not wait,” said Ana Ruiz, the mayor of Osk, on Monday.\n"
    );
    let wide: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(stdout(&run_with_input(&["extract", "-"], wide)), ARTICLE);
}

#[test]
fn extract_prints_all_that_is_known_as_json_with_code_points() {
    let path = file("known.eml", &mail());
    let output = run(&["extract", "--to", "json", path.to_str().unwrap()]);
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(found["title"], "The bridge");
    assert_eq!(found["byline"], "Ana Ruiz");
    assert_eq!(found["date"], "2024-03-04T10:20:00+01:00");
    assert_eq!(found["modified"], Value::Null);
    assert_eq!(
        found["provenance"],
        serde_json::json!({"format": "mail", "file": "known.eml", "address": null})
    );
    let text = found["text"].as_str().unwrap();
    assert_eq!(
        found["blocks"],
        serde_json::json!([{"kind": "paragraph", "start": 0, "end": text.chars().count()}])
    );
    assert_eq!(found["reading"], 1);
    let saved = run_with_input(&["extract", "--to", "json"], SAVED);
    let found: Value = serde_json::from_str(&stdout(&saved)).unwrap();
    assert_eq!(found["provenance"]["address"], "https://daily.test/bridge");
}

#[test]
fn extract_to_markdown_is_read_back_as_the_same_blocks() {
    let html = "<html lang=en><head><title>A \"bridge\"</title></head><body><h1>A *bridge* # 1</h1><p>1. <b>Not</b> a <i>list</i>, <a href='https://x.test/a_b'>a <i>link</i></a>, <code>a`b</code>.<br>- nor this | &lt;b&gt; &amp;amp; _x_</p><ul><li>One<ol><li>Two<li>Three</ol><li>Four</ul><blockquote><p>So.<p>Be it.</blockquote><pre>a\n  ```\nb</pre><p>+ plus<table><tr><th>A<th>B|b<tr><td>1<td>2</table><p>--- end ~~</p></body></html>";
    let page = file("markdown.html", html.as_bytes());
    let as_json = |args: &[&str], input: &str| -> Value {
        let output = run_with_input(args, input);
        serde_json::from_str(&stdout(&output)).unwrap()
    };
    // Blocks of the page itself, whatever is thought to be its article.
    let written = stdout(&run(&[
        "extract",
        "--to",
        "markdown",
        page.to_str().unwrap(),
    ]));
    let before = as_json(&["extract", "--to", "json", page.to_str().unwrap()], "");
    let after = as_json(&["extract", "--to", "json", "--from", "markdown"], &written);
    for part in ["text", "blocks", "title", "language"] {
        assert_eq!(before[part], after[part], "{part} of\n{written}");
    }
}

#[test]
fn a_reading_that_is_not_there_is_told_and_how_to_find_those_that_are() {
    let path = file("one.txt", ARTICLE.as_bytes());
    let path = path.to_str().unwrap();
    let output = run(&["analyze", "--reading", "7", path]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = stderr(&output);
    assert!(
        complaint.contains("no reading “7” among its 1 reading; `hearsay show readings "),
        "{complaint}"
    );
    assert!(run(&["extract", "--reading", "1", path]).status.success());
    let output = run(&["extract", "--chapter", "1", path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("it has no chapters"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn several_articles_are_told_apart_and_cannot_steer_the_terminal() {
    let one = file("first.txt", b"One \x1b[2J word.\n");
    let two = file("second.txt", b"Two words.\n");
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    assert_eq!(
        stdout(&run(&["extract", one, two])),
        format!("==> {one} <==\n\nOne \u{fffd}[2J word.\n\n==> {two} <==\n\nTwo words.\n")
    );
}
