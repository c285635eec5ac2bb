//! `cargo xtask dist`: the optimised site, and what a first visit to it transfers.

use crate::size::{Report, grouped};
use crate::{console, site};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// The most that all files of the site may weigh together after Brotli, in bytes.
///
/// A first visit loads all of them, the engine's weights included, and then the app works without a network. 720 KB is
/// about four seconds on a slow phone connection (1.6 Mbit/s), less than a news site's front page takes.
pub const BUDGET: usize = 720_000;

/// Options of `cargo xtask dist`.
#[derive(Args, Debug)]
pub struct Options {
    /// Only report the sizes of what dist/ holds
    #[arg(long)]
    no_build: bool,
}

/// Builds and reports; fails when the site weighs more than its budget.
///
/// # Errors
/// When the site cannot be built or measured.
pub fn run(options: &Options) -> Result<ExitCode> {
    let folder = if options.no_build {
        site::folder()
    } else {
        site::build()?
    };
    console::step(format!(
        "What a first visit transfers ({})",
        folder.display()
    ));
    let report = Report::of(&folder)?;
    print!("{report}");
    let total = report.total().brotli;
    if total > BUDGET {
        eprintln!(
            "error: the first load is {} bytes after Brotli; the budget is {}",
            grouped(total),
            grouped(BUDGET)
        );
        return Ok(ExitCode::FAILURE);
    }
    console::note(format!(
        "{} of {} bytes of the budget",
        grouped(total),
        grouped(BUDGET)
    ));
    Ok(ExitCode::SUCCESS)
}
