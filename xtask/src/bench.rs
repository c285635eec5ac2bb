//! `cargo xtask bench`: how fast the engine reads on this machine, next to a peer, and how fast the app shows what it found.
//!
//! Owns what is measured and in what order. The comparison itself is `bench/compare.mjs`, web pages `bench/pages.rs`,
//! annotating `bench/annotating.rs`, time as text grows `growth.rs`.

mod annotating;
mod pages;

use crate::{browser, console, growth, process, site, workspace};
use anyhow::{Context as _, Result, bail};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Options of `cargo xtask bench`.
#[derive(Args, Debug)]
pub struct Options {
    /// The article to read, instead of the app's sample
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// How often each thing is done; the median counts
    #[arg(long, value_name = "N", default_value_t = 20)]
    times: usize,
    /// Measure the engine only, without a browser
    #[arg(long)]
    engine_only: bool,
    /// Measure how time grows with text, from 10 KB to 10 MB, instead
    #[arg(long)]
    growth: bool,
    /// Measure how web pages are read, next to Mozilla's Readability, instead
    #[arg(long)]
    pages: bool,
    /// Measure key presses, scrolling and memory while annotating, next to @recogito/text-annotator, instead
    #[arg(long)]
    annotating: bool,
    /// Measure the site in this folder, built before, instead of building it
    #[arg(long, value_name = "FOLDER")]
    dist: Option<PathBuf>,
}

/// The other tool that finds quotes in JavaScript, and the version that it is measured in.
const PEER: &str = "compromise@14.17.0";

/// The article is read this often by one run of the command, so that its start hardly counts.
const COPIES: usize = 100;

/// Measures and prints.
///
/// # Errors
/// When something cannot be built or run.
pub fn run(options: &Options) -> Result<()> {
    if options.times == 0 {
        bail!("--times 0 measures nothing");
    }
    let built = || match &options.dist {
        Some(folder) => anyhow::Ok(std::env::current_dir()?.join(folder)),
        None => site::build(),
    };
    if options.pages {
        let browser = browser::get()?;
        return pages::run(&built()?, &browser, options.times);
    }
    if options.annotating {
        let browser = browser::get()?;
        return annotating::run(&built()?, &browser, options.times);
    }
    let article = match &options.article {
        Some(file) => std::env::current_dir()?.join(file),
        None => sample()?,
    };
    if options.growth {
        return growth::run(&program()?, &article);
    }
    let native = engine(&article, options.times)?;
    if !options.engine_only {
        let browser = browser::get()?;
        let dist = built()?;
        compare(&article, options.times, native, &browser, &dist)?;
        app(&article, options.times, &browser, &dist)?;
    }
    Ok(())
}

/// The article that comes with the app.
fn sample() -> Result<PathBuf> {
    let folder = workspace::root().join("src").join("samples");
    let files = site::files_of(&folder)?;
    files
        .into_iter()
        .next()
        .with_context(|| format!("{} holds no article", folder.display()))
}

/// The command line, built for release.
fn program() -> Result<PathBuf> {
    console::step("Building the command line for release");
    process::run(process::cargo().args(["build", "--release", "--package", "hearsay-cli"]))?;
    Ok(workspace::cargo_target_folder()
        .join("release")
        .join(format!("hearsay{}", std::env::consts::EXE_SUFFIX)))
}

/// Measures the command line; words a second.
fn engine(article: &Path, times: usize) -> Result<f64> {
    let program = program()?;
    let text = std::fs::read_to_string(article)
        .with_context(|| format!("cannot read {}", article.display()))?;
    let words = text.split_whitespace().count();
    console::step(format!(
        "hearsay analyze: {COPIES} times {} ({words} words), one core",
        article.display()
    ));
    let timed = |copies: usize| {
        let mut command = process::command(&program);
        command
            .args(["analyze", "--to", "jsonl"])
            .args(vec![article; copies])
            .stdout(Stdio::null());
        let clock = Instant::now();
        process::run(&mut command).map(|()| clock.elapsed())
    };
    let all = median((0..times).map(|_| timed(COPIES)).collect::<Result<_>>()?);
    let one = median((0..times).map(|_| timed(1)).collect::<Result<_>>()?);
    let each = all.saturating_sub(one).as_secs_f64() / (COPIES - 1) as f64;
    console::note(format!(
        "{:.0} words a second ({:.2} ms an article, median of {times})",
        words as f64 / each,
        each * 1000.0
    ));
    console::note(format!(
        "{:.1} ms from start to end for one article",
        one.as_secs_f64() * 1000.0
    ));
    Ok(words as f64 / each)
}

/// The engine and its peer on the same text, in Node.js and in Chromium.
fn compare(
    article: &Path,
    times: usize,
    native: f64,
    browser: &browser::Browser,
    dist: &Path,
) -> Result<()> {
    let (Some(node), Some(npm)) = (process::find("node"), process::find("npm")) else {
        console::note("no Node.js with npm here: the comparison with compromise is left out");
        return Ok(());
    };
    let folder = workspace::root().join("target").join("bench");
    std::fs::create_dir_all(&folder)?;
    install(&npm, &folder, PEER)?;
    let script = workspace::root().join("xtask/src/bench/compare.mjs");
    let mut command = process::command(node);
    command
        .current_dir(&folder)
        .args([&script, dist, &browser.program, article])
        .args([times.to_string(), native.to_string()]);
    process::run(&mut command)
}

fn app(article: &Path, times: usize, browser: &browser::Browser, dist: &Path) -> Result<()> {
    console::step(format!(
        "The app in headless Chromium: paste of {}",
        article.display()
    ));
    let mut command = process::cargo();
    command
        .args([
            "run",
            "--quiet",
            "--package",
            "hearsay-e2e",
            "--example",
            "paste",
            "--",
        ])
        .arg(article)
        .arg(times.to_string());
    command
        .env("HEARSAY_DIST", dist)
        .env("HEARSAY_CHROMIUM", &browser.program)
        .env("HEARSAY_CHROMEDRIVER", &browser.driver);
    process::run(&mut command)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Gets a peer by npm into `folder`, which is none of ours to commit.
fn install(npm: &Path, folder: &Path, peer: &str) -> Result<()> {
    console::step(format!("Hearsay and {peer}, by npm into target/bench"));
    let mut command = process::command(npm);
    command
        .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
        .args([folder.as_os_str(), peer.as_ref()]);
    process::run(&mut command)
}
