//! `cargo xtask bench`: how fast the engine reads.

use anyhow::{Result, bail};
use clap::Args;
use std::path::PathBuf;

/// Options of `cargo xtask bench`.
#[derive(Args, Debug)]
pub struct Options {
    /// An article to read instead of the one that comes with the app
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// How often each thing is done; the median counts
    #[arg(long, value_name = "N", default_value_t = 20)]
    times: usize,
}

/// Measures and prints.
///
/// # Errors
/// When something cannot be built or run.
pub fn run(options: &Options) -> Result<()> {
    bail!("nothing to measure yet ({options:?})")
}
