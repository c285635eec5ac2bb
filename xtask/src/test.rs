//! `cargo xtask test`: every check and test there is, and a last line that counts them.
//!
//! Owns the order of the steps and what each one runs. A step that fails does not keep the others from running: the
//! last lines say all that is wrong.

use crate::browser::{self, Browser};
use crate::counts::Counts;
use crate::{console, process, site, tools, workspace};
use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The crates that may see the world outside; all others in `crates/` must build for browsers as for this machine.
const WORLDLY_CRATES: [&str; 4] = ["cli", "embed", "readers", "worker"];

/// Options of `cargo xtask test`.
#[derive(Args, Debug)]
pub struct Options {
    /// Run this step only; may be given several times
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// List the steps and run none
    #[arg(long)]
    list: bool,
}

/// One step of the tests, in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    Format,
    Clippy,
    ClippyWasm,
    Docs,
    Native,
    PureWasm,
    Web,
    Journeys,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Format => "the code is laid out by rustfmt",
            Self::Clippy => "clippy has nothing to say about any target on this machine",
            Self::ClippyWasm => "nor about the app as browsers get it",
            Self::Docs => "the documentation builds without a broken link",
            Self::Native => "unit, golden and tidy tests, and the examples in the documentation",
            Self::PureWasm => "the pure crates build for WebAssembly",
            Self::Web => "tests inside a headless browser",
            Self::Journeys => {
                "whole journeys through the built site in real browsers, Chromium and Firefox"
            }
        }
    }

    fn needs_browser(self) -> bool {
        matches!(self, Self::Web | Self::Journeys)
    }

    fn needs_wasm(self) -> bool {
        !matches!(
            self,
            Self::Format | Self::Clippy | Self::Docs | Self::Native
        )
    }
}

/// How a step went.
struct Outcome {
    step: Step,
    counts: Counts,
    trouble: Option<String>,
}

/// Runs the steps and reports.
///
/// # Errors
/// Never for a failing test, which is an outcome; only when the report itself cannot be made.
pub fn run(options: &Options) -> Result<ExitCode> {
    if options.list {
        for step in Step::value_variants() {
            println!("{:12} {}", step.name(), step.purpose());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let chosen: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| options.only.is_empty() || options.only.contains(step))
        .collect();
    let clock = std::time::Instant::now();
    let needs = Needs::met_for(&chosen);
    let mut outcomes = Vec::new();
    for step in chosen {
        let clock = console::step(format!("{}: {}", step.name(), step.purpose()));
        let outcome = perform(step, &needs);
        console::note(format!(
            "{}: {}, {}",
            step.name(),
            outcome.counts,
            console::spoken(clock.elapsed())
        ));
        outcomes.push(outcome);
    }
    println!();
    let mut sum = Counts::default();
    for outcome in &outcomes {
        sum += outcome.counts;
        if let Some(trouble) = &outcome.trouble {
            println!("FAILED {}: {trouble}", outcome.step.name());
        }
    }
    println!("all of it took {}", console::spoken(clock.elapsed()));
    println!("{sum}");
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What the steps need from outside; each either there or the words that say why not.
struct Needs {
    wasm: Result<(), String>,
    browser: Result<Browser, String>,
    firefox: Result<Browser, String>,
    /// The tests that need it say themselves what to do without.
    axe: Option<PathBuf>,
}

impl Needs {
    fn met_for(steps: &[Step]) -> Self {
        let told = |error: anyhow::Error| {
            let words = format!("{error:#}");
            eprintln!("error: {words}");
            words
        };
        let wasm = if steps.iter().any(|step| step.needs_wasm()) {
            tools::wasm_target().map_err(told)
        } else {
            Err("not asked for".to_owned())
        };
        let unasked = || "not asked for".to_owned();
        let browser = if steps.iter().any(|step| step.needs_browser()) {
            browser::get().map_err(told)
        } else {
            Err(unasked())
        };
        let (firefox, axe) = if steps.contains(&Step::Journeys) {
            browser::node_if_easy();
            let firefox = browser::Kind::Firefox.get().map_err(told);
            (firefox, tools::axe().map_err(told).ok())
        } else {
            (Err(unasked()), None)
        };
        Self {
            wasm,
            browser,
            firefox,
            axe,
        }
    }
}

fn perform(step: Step, needs: &Needs) -> Outcome {
    let (counts, trouble) = match attempt(step, needs) {
        Ok(counts) if counts.failed == 0 => (counts, None),
        Ok(counts) => (counts, Some(format!("{} failed", counts.failed))),
        Err(error) => (Counts::FAIL, Some(format!("{error:#}"))),
    };
    Outcome {
        step,
        counts,
        trouble,
    }
}

fn attempt(step: Step, needs: &Needs) -> Result<Counts> {
    if step.needs_wasm()
        && let Err(why) = &needs.wasm
    {
        bail!("{why}");
    }
    let browser = || needs.browser.clone().map_err(anyhow::Error::msg);
    match step {
        Step::Format => check(process::cargo().args(["fmt", "--all", "--check"])),
        Step::Clippy => check(process::cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ])),
        Step::ClippyWasm => check(process::cargo().args([
            "clippy",
            "--package",
            "hearsay",
            "--package",
            "hearsay-worker",
            "--package",
            "hearsay-readers",
            "--all-targets",
            "--target",
            tools::WASM_TARGET,
            "--",
            "--deny",
            "warnings",
        ])),
        Step::Docs => check(
            process::cargo()
                .args(["doc", "--workspace", "--no-deps"])
                .env("RUSTDOCFLAGS", "--deny warnings"),
        ),
        Step::Native => count(process::cargo().args([
            "test",
            "--workspace",
            "--exclude",
            "hearsay-e2e",
            "--no-fail-fast",
        ])),
        Step::PureWasm => {
            let mut command = process::cargo();
            command.args(["build", "--target", tools::WASM_TARGET]);
            for folder in crates()? {
                if !WORLDLY_CRATES.iter().any(|name| folder.ends_with(name)) {
                    command.args(["--package", &package_name(&folder)?]);
                }
            }
            check(&mut command)
        }
        Step::Web => in_browser(&browser()?),
        Step::Journeys => {
            let firefox = needs.firefox.clone().map_err(anyhow::Error::msg)?;
            journeys(&browser()?, &firefox, needs.axe.as_deref())
        }
    }
}

/// A command that passes or fails as a whole counts as one test.
fn check(command: &mut Command) -> Result<Counts> {
    process::run(command).map(|()| Counts::PASS)
}

/// A command that runs tests counts as many as it says; one that fails without saying so counts as one more.
fn count(command: &mut Command) -> Result<Counts> {
    let shown = process::show(command)?;
    let mut counts = Counts::in_output(&shown.output);
    if !shown.success && counts.failed == 0 {
        eprintln!(
            "error: `{}` failed, and not by a failing test",
            process::spelled(command)
        );
        counts += Counts::FAIL;
    }
    Ok(counts)
}

/// Runs the tests that are written for a browser, wherever they are, in a headless one.
fn in_browser(browser: &Browser) -> Result<Counts> {
    tools::wasm_bindgen()?;
    let mut sum = Counts::default();
    for folder in std::iter::once(workspace::root()).chain(crates()?) {
        let targets = browser_test_targets(&folder)?;
        if targets.is_empty() {
            continue;
        }
        sum += count(
            process::cargo()
                .args([
                    "test",
                    "--package",
                    &package_name(&folder)?,
                    "--no-fail-fast",
                ])
                .args(["--target", tools::WASM_TARGET])
                .args(targets)
                .env(
                    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                    "wasm-bindgen-test-runner",
                )
                // A test that doesn't say where it runs would otherwise run in Node.js, which nobody needs to have.
                .env("WASM_BINDGEN_USE_BROWSER", "1")
                .env("CHROMEDRIVER", &browser.driver)
                .env(
                    "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
                    workspace::root().join("tests").join("webdriver.json"),
                )
                .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
                .env_remove("GECKODRIVER")
                .env_remove("SAFARIDRIVER"),
        )?;
    }
    Ok(sum)
}

/// The folders of the crates, in order.
fn crates() -> Result<Vec<PathBuf>> {
    let entries =
        std::fs::read_dir(workspace::root().join("crates")).context("cannot read crates/")?;
    let folders = entries.map_while(Result::ok).map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = folders
        .filter(|folder| folder.join("Cargo.toml").is_file())
        .collect();
    folders.sort();
    Ok(folders)
}

/// Cargo's options that choose the targets of a package with tests for a browser: those that name wasm-bindgen's test macro.
fn browser_test_targets(folder: &Path) -> Result<Vec<String>> {
    let names_it = |file: &Path| {
        std::fs::read_to_string(file).is_ok_and(|text| text.contains("wasm_bindgen_test"))
    };
    let mut options = Vec::new();
    let sources = site::files_of(&folder.join("src"))?;
    if sources.iter().any(|file| names_it(file)) {
        options.push("--lib".to_owned());
    }
    let Ok(entries) = std::fs::read_dir(folder.join("tests")) else {
        return Ok(options);
    };
    let mut tests: Vec<String> = Vec::new();
    for path in entries.map_while(Result::ok).map(|entry| entry.path()) {
        let is_test = match path.extension() {
            Some(extension) => extension == "rs" && names_it(&path),
            None => {
                path.join("main.rs").is_file()
                    && site::files_of(&path)?.iter().any(|file| names_it(file))
            }
        };
        if is_test {
            tests.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    tests.sort();
    for test in tests {
        options.extend(["--test".to_owned(), test]);
    }
    Ok(options)
}

/// The name of the package in a folder.
fn package_name(folder: &Path) -> Result<String> {
    let manifest = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest)
        .with_context(|| format!("cannot read {}", manifest.display()))?;
    let mut lines = text.lines().skip_while(|line| *line != "[package]");
    let name = lines.find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    name.map(str::to_owned)
        .with_context(|| format!("{} names no package", manifest.display()))
}

/// Builds the site and walks through it.
fn journeys(browser: &Browser, firefox: &Browser, axe: Option<&Path>) -> Result<Counts> {
    let dist = site::build()?;
    count(
        process::cargo()
            .args([
                "test",
                "--package",
                "hearsay-e2e",
                "--no-fail-fast",
                "--",
                "--include-ignored",
                "--test-threads=1",
            ])
            .env("HEARSAY_DIST", dist)
            .env("HEARSAY_CHROMIUM", &browser.program)
            .env("HEARSAY_CHROMEDRIVER", &browser.driver)
            .env("HEARSAY_FIREFOX", &firefox.program)
            .env("HEARSAY_GECKODRIVER", &firefox.driver)
            .envs(axe.map(|script| ("HEARSAY_AXE", script))),
    )
}
