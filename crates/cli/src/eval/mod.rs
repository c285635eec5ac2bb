//! `hearsay eval`: runs the engine over gold articles, or reads predictions, and prints how well they agree.
//!
//! Owns reading gold and predictions and the order of the work. Matching is in `score.rs`, claims worth checking in `claims.rs`.

mod claims;
mod cue_class;
mod reliability;
mod score;
mod table;
mod unmark;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use hearsay_model::Model;
use hearsay_quotes::DEFAULT_THRESHOLD;
use hearsay_text::{Article, ReportKind};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::corpus::{Prediction, Record, RecordQuote};
use cue_class::CueClasses;
use score::{Extra, Tally};

/// What to score, and how.
#[derive(Debug, clap::Args)]
pub(crate) struct EvalArgs {
    /// Articles with their right quotes: corpus JSON lines, or one JSON document
    #[arg(required_unless_present = "claims")]
    gold: Option<PathBuf>,
    /// Score the claim model instead, on sentences labelled as in ClaimBuster (JSON lines with text and label)
    #[arg(long, value_name = "FILE", exclusive = true)]
    claims: Option<PathBuf>,
    /// Delete every double quotation mark first, as in scraped articles
    #[arg(long)]
    unmarked: bool,
    /// Score attributions of speech and writing only, and ignore the others
    #[arg(long)]
    speech: bool,
    /// Score every contiguous piece of a split quote on its own
    #[arg(long)]
    segments: bool,
    /// Take a leading that, whether, if or to off every content before comparing
    #[arg(long)]
    that: bool,
    /// Score these predictions (corpus JSON lines) instead of running the engine
    #[arg(long, value_name = "FILE")]
    pred: Option<PathBuf>,
    /// Score only what the app shows unasked: speech and writing, of at least the usual confidence
    #[arg(long)]
    shown: bool,
    /// Also print how often quotes were right, by confidence
    #[arg(long)]
    calibration: bool,
    /// Leave out quotes that the engine is less sure of
    #[arg(long, value_name = "P", value_parser = crate::probability)]
    threshold: Option<f32>,
    /// Word list for --speech, tab-separated: form, lemma, class [default: ../eval/cue_classes.tsv beside the gold's folder]
    #[arg(long, value_name = "FILE")]
    cue_classes: Option<PathBuf>,
    /// Name in the first line of the table [default: the predictions' file name, or hearsay]
    #[arg(long)]
    name: Option<String>,
}

/// Prints the table.
pub(crate) fn run(args: &EvalArgs) -> anyhow::Result<()> {
    if let Some(path) = &args.claims {
        return claims::run(path);
    }
    let Some(path) = &args.gold else {
        bail!("nothing to score: name a file of articles, or one of sentences with --claims");
    };
    let classes = args.speech.then(|| read_classes(args, path)).transpose()?;
    let mut gold: Vec<Record> = read_records(path)?;
    if gold.is_empty() {
        bail!("{}: no article in it", path.display());
    }
    if args.unmarked {
        gold = gold.iter().map(unmark::delete_marks).collect();
    }
    let options = score::Options {
        segments: args.segments,
        that: args.that,
        speech: classes.as_ref(),
    };
    let predictions = args.pred.as_deref().map(read_predictions).transpose()?;
    let mut tally = Tally::default();
    for record in &gold {
        let mut predicted = match &predictions {
            Some(predictions) => predictions
                .get(&record.id.to_string())
                .cloned()
                .unwrap_or_default(),
            None => predict(record, crate::model()?),
        };
        predicted.retain(|quote| keeps(args, quote));
        score::score_article(
            &mut tally,
            &record.text,
            &record.quotes,
            &predicted,
            options,
        );
    }
    crate::output::print(&table::table(&name(args), &tally))?;
    if args.calibration {
        crate::output::print(&tally.reliability.table())?;
    }
    crate::output::print(&extra_lines(&tally.extra))
}

/// Whether a predicted quote is scored. One that states no confidence is taken for certain, one that does not say what it
/// reports for speech.
fn keeps(args: &EvalArgs, quote: &RecordQuote) -> bool {
    let usual = args.shown.then_some(DEFAULT_THRESHOLD);
    let threshold = f64::from(args.threshold.or(usual).unwrap_or(0.0));
    let is_said = || {
        let reports = quote.reports.as_deref().and_then(ReportKind::from_name);
        reports.is_none_or(ReportKind::is_said)
    };
    quote.confidence.is_none_or(|sure| sure >= threshold) && (!args.shown || is_said())
}

fn predict(record: &Record, model: &Model) -> Vec<RecordQuote> {
    let article = Article::verbatim(record.text.clone());
    let analysis = hearsay_quotes::analyze(&article, model, crate::options(None));
    crate::corpus::record_quotes(&article, &analysis.quotes)
}

fn name(args: &EvalArgs) -> String {
    let of_file = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.replace(".jsonl", "")
    };
    args.name.clone().unwrap_or_else(|| {
        args.pred
            .as_ref()
            .map_or_else(|| "hearsay".to_owned(), of_file)
    })
}

/// What the reference scorer has no figure for; nothing when the gold says nothing of it.
fn extra_lines(extra: &Extra) -> String {
    let found = if extra.speakers == 0 {
        String::new()
    } else {
        format!(
            "quotes: {} of {} found, {} with the right source; {} others\n",
            extra.found, extra.gold, extra.sources_right, extra.others
        )
    };
    let line = |what: &str, right: usize, found: usize, all: usize| {
        if all == 0 {
            String::new()
        } else {
            let share = 100.0 * words::ratio(right, found);
            format!("{what}: {right} of {found} found right ({share:.1}%), {all} in the gold\n")
        }
    };
    found
        + &line(
            "speakers",
            extra.speakers_right,
            extra.speakers_found,
            extra.speakers,
        )
        + &line("kinds", extra.kinds_right, extra.kinds_found, extra.kinds)
}

fn read_classes(args: &EvalArgs, gold: &Path) -> anyhow::Result<CueClasses> {
    if let Some(path) = &args.cue_classes {
        return CueClasses::read(path);
    }
    let folder = gold.parent().unwrap_or(Path::new("."));
    let beside = folder.join("../eval/cue_classes.tsv");
    CueClasses::read(&beside)
        .context("--speech needs a list of cue classes: give one with --cue-classes FILE")
}

fn read_predictions(path: &Path) -> anyhow::Result<BTreeMap<String, Vec<RecordQuote>>> {
    let predictions: Vec<Prediction> = read_records(path)?;
    let by_id = predictions
        .into_iter()
        .map(|prediction| (prediction.id.to_string(), prediction.quotes));
    Ok(by_id.collect())
}

/// Reads JSON lines, or one JSON document over many lines.
fn read_records<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text =
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    if let Ok(whole) = serde_json::from_str::<Value>(&text) {
        let record = T::deserialize(whole).with_context(|| path.display().to_string())?;
        return Ok(vec![record]);
    }
    let mut records = Vec::new();
    for (nth, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            let record = serde_json::from_str(line)
                .with_context(|| format!("{}, line {}", path.display(), nth + 1))?;
            records.push(record);
        }
    }
    Ok(records)
}

#[cfg(test)]
mod tests;
