//! `hearsay analyze`: articles in, quotes out.
//!
//! Owns the choice of output. How a listing looks is in `listing.rs`, the corpus format in `corpus.rs`.

use std::path::PathBuf;

use clap::ValueEnum;
use hearsay_annotate::AnnotationSet;
use hearsay_annotate::w3c::{ExportOptions, export};
use hearsay_quotes::Quote;

use crate::corpus::{Record, record_quotes};
use crate::input::{Choice, Loaded, each_article};
use crate::listing::Listing;
use crate::output::print;

/// What to read and what to write.
#[derive(Debug, clap::Args)]
pub(crate) struct AnalyzeArgs {
    /// Files to read, of any format and several at once: web pages (.html, .mhtml), PDF, Word documents, EPUB books, mails,
    /// Markdown, text; - is standard input, and so is none
    files: Vec<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    to: To,
    /// Leave out quotes that the engine is less sure of, 0 to 1
    #[arg(long, value_name = "P", value_parser = crate::probability)]
    threshold: Option<f32>,
}

/// Format of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum To {
    /// A listing to read.
    #[default]
    Text,
    /// Corpus JSON lines: one article a line, offsets in Unicode code points, end exclusive.
    Jsonl,
    /// W3C Web Annotations in JSON-LD, a collection for each article.
    W3c,
}

/// Writes the quotes of every article as soon as they are found; says whether all input was fine.
pub(crate) fn run(args: &AnalyzeArgs) -> anyhow::Result<bool> {
    let model = crate::model()?;
    let options = crate::options(args.threshold);
    let listing = Listing::for_standard_output();
    each_article(&args.files, &args.choice, &mut |loaded| {
        let analysis = hearsay_quotes::analyze(&loaded.article, model, options);
        match args.to {
            To::Text => print(&listing.quotes(&loaded, &analysis.quotes)),
            To::Jsonl => print(&json_line(loaded, &analysis.quotes)?),
            To::W3c => print(&web_annotations(&loaded, &analysis.quotes)?),
        }
    })
}

fn json_line(loaded: Loaded, quotes: &[Quote]) -> anyhow::Result<String> {
    let record = Record {
        quotes: record_quotes(&loaded.article, quotes),
        id: loaded.id,
        text: loaded.article.text,
    };
    Ok(serde_json::to_string(&record)? + "\n")
}

fn web_annotations(loaded: &Loaded, quotes: &[Quote]) -> anyhow::Result<String> {
    let suggestions = hearsay_engine::annotations(&loaded.article, quotes);
    let set = AnnotationSet::from_annotations(suggestions)?;
    let json = export(&loaded.article, &set, &ExportOptions::default());
    Ok(json.trim_end().to_owned() + "\n")
}
