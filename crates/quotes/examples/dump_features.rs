//! Writes what training reads: the features of a corpus, from the code that runs in the product.
//!
//! ```text
//! dump_features CORPUS.jsonl… > FEATURES.jsonl
//! ```
//!
//! One article a line in, two lines out: the article as written, and the same with its double quotation marks deleted. Offsets are
//! code points, as in the corpus. Words that the vocabulary will hold are training's to choose, so words stay strings.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write, stdout};

use hearsay_quotes::chunk::chunks;
use hearsay_quotes::features::{PREFIX_ROWS, SHAPE_ROWS, SUFFIX_ROWS, token_features};
use serde_json::{Value, json};

const ROLES: [&str; 3] = ["content", "source", "cue"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut output = BufWriter::new(stdout().lock());
    let sizes =
        json!({"prefix_rows": PREFIX_ROWS, "suffix_rows": SUFFIX_ROWS, "shape_rows": SHAPE_ROWS});
    writeln!(output, "{sizes}")?;
    for path in std::env::args().skip(1) {
        let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
        for (number, line) in BufReader::new(file).lines().enumerate() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            let at_fault =
                |problem: &dyn std::fmt::Display| format!("{path}, line {}: {problem}", number + 1);
            let article: Value = serde_json::from_str(&line).map_err(|error| at_fault(&error))?;
            let text = article["text"]
                .as_str()
                .ok_or_else(|| at_fault(&"it has no \"text\""))?;
            let (without, moved) = delete_marks(text);
            let quotes = &article["quotes"];
            writeln!(output, "{}", dump(&article["id"], false, text, quotes))?;
            writeln!(
                output,
                "{}",
                dump(&article["id"], true, &without, &move_quotes(quotes, &moved))
            )?;
        }
    }
    Ok(())
}

fn dump(id: &Value, unmarked: bool, text: &str, quotes: &Value) -> Value {
    let tokens = hearsay_text::tokenize(text);
    let features = token_features(text, &tokens);
    // Code points before each byte that begins one, and before the end.
    let mut code_points = vec![0; text.len() + 1];
    let mut n_code_points = 0;
    for (byte, _) in text.char_indices() {
        code_points[byte] = n_code_points;
        n_code_points += 1;
    }
    code_points[text.len()] = n_code_points;
    let starts: Vec<usize> = tokens
        .iter()
        .map(|token| code_points[token.span.start as usize])
        .collect();
    let ends: Vec<usize> = tokens
        .iter()
        .map(|token| code_points[token.span.end as usize])
        .collect();
    let rows: Vec<_> = features
        .iter()
        .map(|token| {
            [
                token.prefix,
                token.suffix,
                token.shape,
                u16::from(token.state as u8),
                u16::from(token.position),
            ]
        })
        .collect();
    let chunks: Vec<_> = chunks(&features)
        .into_iter()
        .map(|chunk| [chunk.start, chunk.end])
        .collect();
    let words: Vec<_> = features.iter().map(|token| token.word.as_str()).collect();
    json!({
        "id": id, "unmarked": unmarked, "starts": starts, "ends": ends, "words": words, "rows": rows,
        "chunks": chunks, "quotes": quotes,
    })
}

/// The text without double quotation marks, and for each code point offset, the end included, where it went.
fn delete_marks(text: &str) -> (String, Vec<usize>) {
    let (mut without, mut moved) = (
        String::with_capacity(text.len()),
        Vec::with_capacity(text.len() + 1),
    );
    let mut kept = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        moved.push(kept);
        let is_pair = matches!(c, '\'' | '`') && characters.peek() == Some(&c);
        if is_pair {
            characters.next();
            moved.push(kept);
        } else if !matches!(c, '"' | '“' | '”' | '„' | '«' | '»') {
            without.push(c);
            kept += 1;
        }
    }
    moved.push(kept);
    (without, moved)
}

/// Quotes with their spans moved; spans that were nothing but marks are gone.
fn move_quotes(quotes: &Value, moved: &[usize]) -> Value {
    let at = |offset: &Value| {
        let offset = offset.as_u64().map_or(usize::MAX, |offset| {
            usize::try_from(offset).unwrap_or(usize::MAX)
        });
        moved[offset.min(moved.len() - 1)]
    };
    let quotes = quotes.as_array().map(Vec::as_slice).unwrap_or_default();
    let moved_quotes = quotes.iter().map(|quote| {
        let roles = ROLES.map(|role| {
            let spans = quote[role]
                .as_array()
                .map(Vec::as_slice)
                .unwrap_or_default();
            let spans = spans
                .iter()
                .map(|span| [at(&span[0]), at(&span[1])])
                .filter(|[start, end]| start < end);
            (role.to_owned(), json!(spans.collect::<Vec<_>>()))
        });
        Value::Object(roles.into_iter().collect())
    });
    Value::Array(moved_quotes.collect())
}
