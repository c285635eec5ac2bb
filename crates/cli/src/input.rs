//! Articles from files and standard input.
//!
//! Owns which format a file has, streaming of JSON lines, and what is told of a file or line that cannot be read.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, stdin};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ValueEnum;
use hearsay_engine::{Diagnostic, Format, Hints, Metadata};
use hearsay_extract::{Ask, MAX_FILE_BYTES, Reading};
use hearsay_text::Article;
use serde_json::Value;

use crate::corpus::Record;

/// What to read, and how.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Choice {
    /// Format of the files; their content tells it, whatever they are called
    #[arg(long, value_enum, default_value_t)]
    from: From,
    /// Where a file can be read in several ways (a page as its article or whole, a book whole or by chapter): which, by its
    /// number or words of its name; `hearsay show readings FILE` lists them
    #[arg(long, value_name = "N|NAME")]
    reading: Option<String>,
    /// Of a book, this chapter alone, by its number or words of its title
    #[arg(long, value_name = "N|TITLE", conflicts_with = "reading")]
    chapter: Option<String>,
}

impl Choice {
    /// Which of the readings a person asked for; the first if they asked for none.
    fn of(
        &self,
        path: &Path,
        readings: &[(String, usize)],
        ask: Option<Ask>,
    ) -> anyhow::Result<usize> {
        // The first reading of a book is all of it.
        let (wanted, what, skipped) = match (&self.reading, &self.chapter) {
            (Some(wanted), _) => (wanted, "reading", 0),
            (_, Some(wanted)) if ask == Some(Ask::WhichChapter) => (wanted, "chapter", 1),
            (_, Some(_)) => anyhow::bail!("it has no chapters to choose from; leave --chapter out"),
            (None, None) => return Ok(0),
        };
        let names = &readings[skipped..];
        let lower = wanted.to_lowercase();
        let is_it = |(label, _): &(String, usize)| label.to_lowercase().contains(&lower);
        let found = match wanted.parse::<usize>() {
            Ok(number) => number.checked_sub(1).filter(|nth| *nth < names.len()),
            Err(_) => names.iter().position(is_it),
        };
        let found = found
            .with_context(|| {
                let plural = if names.len() == 1 { "" } else { "s" };
                format!(
                    "there is no {what} “{wanted}” among its {} {what}{plural}; `hearsay show readings {}` lists them",
                    names.len(),
                    path.display()
                )
            })?;
        Ok(found + skipped)
    }
}

/// How the articles of a file are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// By its content, then by the ending of its name.
    #[default]
    Auto,
    /// Words and line breaks.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved with all that belongs to it (.mhtml, .mht).
    Mhtml,
    /// A mail (.eml).
    Mail,
    /// A Word document.
    Docx,
    /// An EPUB book.
    Epub,
    /// PDF.
    Pdf,
    /// Corpus JSON lines: one article a line, with `id` and `text`.
    Jsonl,
}

impl From {
    /// The format of an article's file; `None` when it is to be told from the content.
    const fn format(self) -> Option<Format> {
        match self {
            Self::Auto | Self::Jsonl => None,
            Self::Text => Some(Format::Plain),
            Self::Markdown => Some(Format::Markdown),
            Self::Html => Some(Format::Html),
            Self::Mhtml => Some(Format::Mhtml),
            Self::Mail => Some(Format::Mail),
            Self::Docx => Some(Format::Docx),
            Self::Epub => Some(Format::Epub),
            Self::Pdf => Some(Format::Pdf),
        }
    }
}

/// An article and what it is called.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// Its `id` in a corpus file; else the path as given.
    pub id: Value,
    /// The article.
    pub article: Article,
    /// What was left out or repaired on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// Every way to read its file, the best guess first, with the number of characters; none in a corpus file.
    pub readings: Vec<(String, usize)>,
    /// Which of them the article is.
    pub nth_reading: usize,
}

impl Loaded {
    /// The id as a person reads it.
    pub(crate) fn name(&self) -> String {
        self.id
            .as_str()
            .map_or_else(|| self.id.to_string(), str::to_owned)
    }
}

/// One byte over the limit is enough to know that there are too many.
const MOST_BYTES: u64 = MAX_FILE_BYTES as u64 + 1;

/// Says something on standard error.
pub(crate) fn complain(message: &str) {
    eprintln!("hearsay: {}", crate::listing::printable(message));
}

/// Hands every article of `files` (standard input if there are none, or for `-`) to `handle`, one at a time. A file or
/// line that cannot be read is told of and left out; the answer is whether there was none. What `handle` cannot do ends
/// it all.
pub(crate) fn each_article(
    files: &[PathBuf],
    choice: &Choice,
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
        is_fine &= read(path, reader, choice, handle)?;
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
    choice: &Choice,
    handle: &mut dyn FnMut(Loaded) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    match choice.from {
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
        }
        _ => {}
    }
    match read_article(path, reader, choice) {
        Ok(loaded) => {
            for diagnostic in &loaded.diagnostics {
                complain(&format!("{}: note: {diagnostic}", path.display()));
            }
            handle(loaded)?;
            Ok(true)
        }
        Err(error) => {
            complain(&format!("{}: {error:#}", path.display()));
            Ok(false)
        }
    }
}

/// Reads blank lines and the first that is not.
fn first_line(mut reader: &mut dyn BufRead, head: &mut Vec<u8>) -> std::io::Result<()> {
    loop {
        let start = head.len();
        let n_bytes = (&mut reader).take(MOST_BYTES).read_until(b'\n', head)?;
        if n_bytes == 0 || !head[start..].trim_ascii().is_empty() {
            return Ok(());
        }
    }
}

fn read_article(path: &Path, reader: Box<dyn BufRead>, choice: &Choice) -> anyhow::Result<Loaded> {
    let mut bytes = Vec::new();
    reader
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .context("cannot be read")?;
    let is_named = path != Path::new("-");
    let name = path.file_name().filter(|_| is_named);
    let name = name.map(|name| name.to_string_lossy());
    let hints = Hints {
        name: name.as_deref(),
        format: choice.from.format(),
        ..Hints::default()
    };
    let found = hearsay_engine::read(&bytes, hints, Metadata::default(), &mut |_| {})?;
    let ask = found.ask;
    let mut all = vec![found.first];
    all.extend(found.others);
    let readings: Vec<(String, usize)> = all
        .iter()
        .map(|reading| (reading.label.clone(), reading.article.text.chars().count()))
        .collect();
    let nth_reading = choice.of(path, &readings, ask)?;
    let is_chosen = choice.reading.is_some() || choice.chapter.is_some();
    if readings.len() > 1 && !is_chosen {
        complain(&format!(
            "{}: note: {}",
            path.display(),
            told(&readings, ask)
        ));
    }
    let Reading {
        article,
        diagnostics,
        ..
    } = all.swap_remove(nth_reading);
    Ok(Loaded {
        id: Value::String(path.display().to_string()),
        article,
        diagnostics,
        readings,
        nth_reading,
    })
}

/// What is told when nobody chose.
fn told(readings: &[(String, usize)], ask: Option<Ask>) -> String {
    /// More would fill the screen.
    const SHOWN: usize = 6;
    let (option, skipped) = match ask {
        Some(Ask::WhichChapter) => ("--chapter", 1),
        _ => ("--reading", 0),
    };
    let others = &readings[skipped..];
    let mut shown: Vec<String> = (1..)
        .zip(others.iter().take(SHOWN))
        .map(|(number, (label, _))| format!("{number} “{label}”"))
        .collect();
    if others.len() > SHOWN {
        shown.push("…".to_owned());
    }
    format!(
        "read as “{}”; {option} chooses another of {}: {}",
        readings[0].0,
        others.len(),
        shown.join(", ")
    )
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
                diagnostics: Vec::new(),
                readings: Vec::new(),
                nth_reading: 0,
            })?,
            Err(error) => complain_of(&format!(
                "not an article in corpus JSON lines, left out: {error}"
            )),
        }
    }
    Ok(is_fine)
}
