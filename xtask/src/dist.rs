//! `cargo xtask dist`: the optimised site, and what a first visit to it transfers.

use crate::size::{Report, grouped};
use crate::{console, site};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// The most that the files of the first load may weigh together after Brotli, in bytes.
///
/// A first visit loads the page and the engine, its weights included, and then both work without a network. What reads
/// files of a kind, and the words of other languages, are loaded when they are asked for, and do not count. About a megabyte:
/// five seconds on a slow phone connection (1.6 Mbit/s), less than a news site's front page takes. It grew by a third with
/// review, claims, tag sets, overview and comparing; docs/DESIGN.md says why, and what would take it back.
pub const BUDGET: usize = 1_005_000;

/// Options of `cargo xtask dist`.
#[derive(Args, Debug)]
pub struct Options {
    /// Only report the sizes of what dist/ holds
    #[arg(long)]
    no_build: bool,
}

/// Builds and reports; fails when the first load weighs more than its budget, or the page loads a reader ahead of need.
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
    let page = std::fs::read_to_string(folder.join("index.html"))?;
    if page.contains("hearsay-read-") {
        eprintln!("error: index.html names a reader, so that browsers load it ahead of need");
        return Ok(ExitCode::FAILURE);
    }
    let total = report.first_load().brotli;
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
