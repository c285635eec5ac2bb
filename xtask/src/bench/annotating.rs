//! `cargo xtask bench --annotating`: how annotating feels in the built site, and next to a peer.
//!
//! Owns what is fetched for it. What is measured, and how, stands in `annotating.mjs`.

use crate::{browser, console, process, workspace};
use anyhow::{Result, bail};
use std::path::Path;

/// The other tool that annotates texts in pages, and the version that it is measured in.
const PEER: &str = "@recogito/text-annotator@4.1.1";

/// What steers the browser.
const DRIVER: &str = "playwright-core@1.65.1";

/// Measures the site in `dist`, and prints.
///
/// # Errors
/// When there is no Node.js, or the browser does not finish.
pub(super) fn run(dist: &Path, browser: &browser::Browser, times: usize) -> Result<()> {
    let (Some(node), Some(npm)) = (process::find("node"), process::find("npm")) else {
        bail!("there is no Node.js with npm here, which fetches and runs {PEER}");
    };
    let folder = workspace::root().join("target").join("bench");
    std::fs::create_dir_all(&folder)?;
    super::install(&npm, &folder, PEER)?;
    super::install(&npm, &folder, DRIVER)?;
    console::step("Annotating in headless Chromium");
    let script = workspace::root().join("xtask/src/bench/annotating.mjs");
    let mut command = process::command(node);
    command
        .current_dir(&folder)
        .args([&script, dist, &browser.program])
        .arg(times.to_string());
    process::run(&mut command)
}
