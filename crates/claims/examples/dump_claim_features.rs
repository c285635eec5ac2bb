//! Writes what training reads: the features of sentences, from the code that runs in the product.
//!
//! ```text
//! dump_claim_features FILE.jsonl… > FEATURES.jsonl
//! ```
//!
//! A line with a `label` is a sentence; any other is an article, and gives a line for each of its sentences. `label` and `debate`
//! are handed through; `features` holds a list of hashes per group.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write, stdout};

use hearsay_claims::features::{N_GROUPS, each_feature};
use hearsay_text::{Article, sentences};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut output = BufWriter::new(stdout().lock());
    for path in std::env::args().skip(1) {
        let file = File::open(&path).map_err(|error| format!("{path}: {error}"))?;
        for (number, line) in BufReader::new(file).lines().enumerate() {
            let line: Value = serde_json::from_str(&line?)
                .map_err(|error| format!("{path}, line {}: {error}", number + 1))?;
            let text = line["text"]
                .as_str()
                .ok_or_else(|| format!("{path}, line {}: it has no \"text\"", number + 1))?;
            if line["label"].is_string() {
                dump(&mut output, text, &line)?;
                continue;
            }
            let article = Article::verbatim(text);
            for block in &article.blocks {
                for sentence in sentences(&article.text, block.span) {
                    dump(&mut output, article.slice(sentence), &line)?;
                }
            }
        }
    }
    Ok(())
}

fn dump(output: &mut impl Write, sentence: &str, line: &Value) -> std::io::Result<()> {
    let mut groups = vec![Vec::new(); N_GROUPS];
    each_feature(sentence, |group, hash| groups[group].push(hash));
    let (label, debate) = (&line["label"], &line["debate"]);
    writeln!(
        output,
        "{}",
        json!({"text": sentence, "label": label, "debate": debate, "features": groups})
    )
}
