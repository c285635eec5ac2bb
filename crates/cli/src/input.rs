//! Articles from files and standard input.
//!
//! Owns which format a file has, streaming of JSON lines, and what is told of a file or line that cannot be read.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, stdin};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ValueEnum;
use hearsay_engine::{Diagnostic, Format, Hints, Metadata};
use hearsay_text::Article;
use serde_json::Value;

use crate::corpus::Record;

/// How the articles of a file are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// By the ending of the file's name, else by its look.
    #[default]
    Auto,
    /// Words and line breaks.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Corpus JSON lines: one article a line, with `id` and `text`.
    Jsonl,
}

/// An article and what it is called.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// Its `id` in a corpus file; else the path as given.
    pub id: Value,
    /// The article.
    pub article: Article,
}

impl Loaded {
    /// The id as a person reads it.
    pub(crate) fn name(&self) -> String {
        self.id
            .as_str()
            .map_or_else(|| self.id.to_string(), str::to_owned)
    }
}

/// Says something on standard error.
pub(crate) fn complain(message: &str) {
    eprintln!("hearsay: {}", crate::listing::printable(message));
}

/// Hands every article of `files` (standard input if there are none, or for `-`) to `handle`, one at a time. A file or
/// line that cannot be read is told of and left out; the answer is whether there was none. What `handle` cannot do ends
/// it all.
pub(crate) fn each_article(
    files: &[PathBuf],
    from: From,
    handle: &mut dyn FnMut(Loaded) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() {
        &standard_input
    } else {
        files
    };
    let mut is_fine = true;
    for path in files {
        let reader = match open(path) {
            Ok(reader) => reader,
            Err(error) => {
                complain(&format!("{}: {error}", path.display()));
                is_fine = false;
                continue;
            }
        };
        is_fine &= read(path, reader, from, handle)?;
    }
    Ok(is_fine)
}

fn open(path: &Path) -> std::io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(stdin().lock()));
    }
    Ok(Box::new(BufReader::new(File::open(path)?)))
}

fn read(
    path: &Path,
    mut reader: Box<dyn BufRead>,
    from: From,
    handle: &mut dyn FnMut(Loaded) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let format = match from {
        From::Jsonl => return read_lines(path, reader, handle),
        From::Auto => {
            let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
            if ending == "jsonl" || ending == "ndjson" {
                return read_lines(path, reader, handle);
            }
            if path == Path::new("-") {
                // A look at the first line tells, and leaves the rest to be streamed.
                let mut head = Vec::new();
                if let Err(error) = first_line(&mut reader, &mut head) {
                    complain(&format!("{}: {error}", path.display()));
                    return Ok(false);
                }
                let is_record = serde_json::from_slice::<Record>(&head).is_ok();
                reader = Box::new(BufReader::new(Cursor::new(head).chain(reader)));
                if is_record {
                    return read_lines(path, reader, handle);
                }
            }
            None
        }
        From::Text => Some(Format::Plain),
        From::Markdown => Some(Format::Markdown),
        From::Html => Some(Format::Html),
    };
    match read_article(path, reader, format) {
        Ok((article, diagnostics)) => {
            for diagnostic in diagnostics {
                complain(&format!("{}: note: {diagnostic}", path.display()));
            }
            let id = Value::String(path.display().to_string());
            handle(Loaded { id, article })?;
            Ok(true)
        }
        Err(error) => {
            complain(&format!("{}: {error:#}", path.display()));
            Ok(false)
        }
    }
}

/// Reads blank lines and the first that is not.
fn first_line(reader: &mut dyn BufRead, head: &mut Vec<u8>) -> std::io::Result<()> {
    loop {
        let start = head.len();
        let n_bytes = reader.read_until(b'\n', head)?;
        if n_bytes == 0 || !head[start..].trim_ascii().is_empty() {
            return Ok(());
        }
    }
}

fn read_article(
    path: &Path,
    reader: Box<dyn BufRead>,
    format: Option<Format>,
) -> anyhow::Result<(Article, Vec<Diagnostic>)> {
    // One byte over the limit is enough to know that there are too many.
    let limit = u64::try_from(hearsay_extract::MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    reader
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .context("cannot be read")?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    let hints = Hints {
        name: name.as_deref(),
        format,
        ..Hints::default()
    };
    let readings = hearsay_engine::read(&bytes, hints, Metadata::default(), &mut |_| {})?;
    Ok((readings.first.article, readings.first.diagnostics))
}

fn read_lines(
    path: &Path,
    mut reader: Box<dyn BufRead>,
    handle: &mut dyn FnMut(Loaded) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let mut is_fine = true;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let mut complain_of = |what: &dyn std::fmt::Display| {
            complain(&format!("{}, line {number}: {what}", path.display()));
            is_fine = false;
        };
        match reader.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                complain_of(&error);
                break;
            }
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Record>(&line) {
            Ok(record) => handle(Loaded {
                id: record.id,
                article: Article::verbatim(record.text),
            })?,
            Err(error) => complain_of(&format!(
                "not an article in corpus JSON lines, left out: {error}"
            )),
        }
    }
    Ok(is_fine)
}
