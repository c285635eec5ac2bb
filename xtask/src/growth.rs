//! `cargo xtask bench --growth`: ten times the text must not take much more than ten times as long.
//!
//! Owns the texts and the table. Times are those of the command line, start and output included, so the first step of each
//! table grows by less than its text.

use crate::{console, process, workspace};
use anyhow::{Context as _, Result};
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

/// Sizes of the texts in bytes.
const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 10_000_000];

/// Quotation marks of many conventions, in an order that pairs some of them.
const MARKS: &str = "“”\"«»‘„“’'「」''``‹›“‘’”„”";

/// Measures and prints.
///
/// # Errors
/// When a text cannot be written or the command line fails.
pub fn run(program: &Path, article: &Path) -> Result<()> {
    let prose = std::fs::read_to_string(article)
        .with_context(|| format!("cannot read {}", article.display()))?;
    let line = prose.split_whitespace().collect::<Vec<_>>().join(" ") + " ";
    let folder = workspace::root().join("target").join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("growth.txt");
    for (what, unit) in [
        ("an article again and again", prose + "\n\n"),
        ("nothing but quotation marks", MARKS.to_owned()),
        ("one endless line", line),
        ("one endless word", "word".to_owned()),
    ] {
        console::step(format!("hearsay analyze: {what}"));
        let mut before: Option<f64> = None;
        for size in SIZES {
            std::fs::write(&file, unit.repeat(size.div_ceil(unit.len())))?;
            let mut command = process::command(program);
            command
                .args(["analyze", "--from", "text", "--to", "jsonl"])
                .arg(&file)
                .stdout(Stdio::null());
            let clock = Instant::now();
            process::run(&mut command)?;
            let seconds = clock.elapsed().as_secs_f64();
            let growth = before.map_or(String::new(), |before| {
                format!("  × {:.1}", seconds / before)
            });
            console::note(format!("{size:>9} bytes {seconds:>9.3} s{growth}"));
            before = Some(seconds);
        }
    }
    std::fs::remove_file(&file)?;
    Ok(())
}
