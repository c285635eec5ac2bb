//! The project's own commands: `cargo xtask serve|dist|test|bench|train`.
//!
//! Owns the command line only; each command has a module in the library beside it.

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use xtask::{bench, dist, serve, test, train};

/// Builds, serves, tests, measures and trains Hearsay.
///
/// Each command first gets the tools that it needs and does not find, and says so. What it gets it keeps in
/// target/tools; nothing is installed outside this folder, except a browser for `test`, by the system's package
/// manager, where that is allowed without asking.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the app for release and serve it on this machine; Ctrl-C stops it
    Serve(serve::Options),
    /// Build the optimised site in dist/ and report what a first visit transfers
    Dist(dist::Options),
    /// Run every check and test there is; the last line counts them
    Test(test::Options),
    /// Measure the engine and the app
    Bench(bench::Options),
    /// Train the model again, from its data to the file that the engine reads
    Train(train::Options),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve(options) => serve::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Dist(options) => dist::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Bench(options) => bench::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Train(options) => train::run(&options).map(|()| ExitCode::SUCCESS),
    }
}
