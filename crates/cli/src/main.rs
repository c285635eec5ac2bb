//! The native `hearsay` command: analyze, extract, show, eval.
//!
//! Owns arguments, files, standard streams and exit codes. What a quote is, and who said it, is found by the engine.

mod analyze;
mod corpus;
mod eval;
mod extract;
mod input;
mod listing;
mod markdown;
mod output;
mod show;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use hearsay_engine::Options;
use hearsay_model::Model;

const EXIT_CODES: &str = "\
Exit codes:
  0  all input was read and answered
  1  some input could not be read or used; each is named on standard error, the rest was answered
  2  the command line was not understood";

/// Who said what in a news article: web page, PDF, Word document, book, mail or text.
#[derive(Debug, Parser)]
#[command(name = "hearsay", version, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find the quotes of articles, and who is quoted
    #[command(after_help = EXIT_CODES)]
    Analyze(analyze::AnalyzeArgs),
    /// Print the article that a file holds, clean, without looking for quotes
    #[command(after_help = EXIT_CODES)]
    Extract(extract::ExtractArgs),
    /// Print a stage on the way from an article to its quotes
    #[command(after_help = EXIT_CODES)]
    Show(show::ShowArgs),
    /// Score the engine, or given predictions, against articles with their right quotes
    #[command(after_help = EXIT_CODES)]
    Eval(eval::EvalArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read a pipe had enough: `hearsay … | head` is no failure.
        Err(error) if error.is::<output::ReaderLeft>() => ExitCode::SUCCESS,
        Err(error) => {
            input::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Runs a command; the answer is whether all input was fine.
fn run(command: &Command) -> anyhow::Result<bool> {
    match command {
        Command::Analyze(args) => analyze::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Show(args) => show::run(args),
        Command::Eval(args) => eval::run(args).map(|()| true),
    }
}

/// The model of this build.
fn model() -> anyhow::Result<&'static Model> {
    hearsay_model::embedded().map_err(|error| anyhow::anyhow!(error.clone()))
}

/// The engine's options with the threshold of the command line, if there is one.
fn options(threshold: Option<f32>) -> Options {
    let mut options = Options::default();
    if let Some(threshold) = threshold {
        options.threshold = threshold;
    }
    options
}

/// A number from 0 to 1 on the command line.
fn probability(argument: &str) -> Result<f32, String> {
    match argument.parse::<f32>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}
