//! `cargo xtask bench --pages`: the reader of web pages next to Mozilla's Readability, in the same run of Chromium.
//!
//! Owns the table. The run is `pages.mjs`; pages and scores are the package `hearsay-pages`, and what must hold of them is
//! checked by `tests/pages.rs`.

use crate::{browser, console, process, workspace};
use anyhow::{Context as _, Result, bail};
use hearsay_pages::{Fixture, score};
use std::path::Path;

/// The other tool that finds articles in pages, and the version that it is measured in.
const PEER: &str = "@mozilla/readability@0.6.0";

/// What one of the two found on a page.
struct Found {
    /// Median, in milliseconds.
    time: f64,
    /// The shortest, in milliseconds: what it takes when nothing else wants the processor.
    least: f64,
    title: String,
    byline: String,
    text: String,
}

/// How good that is.
struct Scored {
    time: f64,
    least: f64,
    f1: f64,
    title: Option<bool>,
    byline: Option<bool>,
}

/// Measures the site in `dist`, and prints.
///
/// # Errors
/// When the pages cannot be made, there is no Node.js, or the browser does not finish.
pub(super) fn run(dist: &Path, browser: &browser::Browser, times: usize) -> Result<()> {
    let (Some(node), Some(npm)) = (process::find("node"), process::find("npm")) else {
        bail!("there is no Node.js with npm here, which fetches and runs {PEER}");
    };
    let folder = workspace::root().join("target").join("bench");
    let pages = folder.join("pages");
    let found = folder.join("found");
    if pages.is_dir() {
        std::fs::remove_dir_all(&pages)?;
    }
    let fixtures = hearsay_pages::write_to(&pages).map_err(anyhow::Error::msg)?;
    super::install(&npm, &folder, PEER)?;
    let script = workspace::root().join("xtask/src/bench/pages.mjs");
    let mut command = process::command(node);
    command
        .current_dir(&folder)
        .args([&script, dist, &browser.program, &pages, &found])
        .arg(times.to_string());
    process::run(&mut command)?;

    let mut rows = Vec::new();
    for fixture in &fixtures {
        let side = |name: &str| -> Result<Scored> {
            let path = found.join(format!("{}.{name}", fixture.name));
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            Ok(scored(fixture, &parsed(&text)?))
        };
        rows.push((fixture, side("hearsay")?, side("readability")?));
    }
    let start = std::fs::read_to_string(found.join("start"))?;
    print(&rows, times, start.trim().parse()?);
    Ok(())
}

fn parsed(text: &str) -> Result<Found> {
    let mut parts = text.splitn(5, '\n');
    let mut next = || parts.next().context("what was found is cut short");
    Ok(Found {
        time: next()?.parse()?,
        least: next()?.parse()?,
        title: next()?.to_owned(),
        byline: next()?.to_owned(),
        text: next()?.to_owned(),
    })
}

fn scored(fixture: &Fixture, found: &Found) -> Scored {
    let expected = &fixture.expected;
    Scored {
        time: found.time,
        least: found.least,
        f1: score::text(expected, &found.text).f1,
        title: score::fact(expected, "title", Some(&found.title)),
        byline: score::fact(expected, "byline", Some(&found.byline)),
    }
}

fn print(rows: &[(&Fixture, Scored, Scored)], times: usize, start: f64) {
    console::note(format!(
        "medians of {times}, warm, in milliseconds; × is Readability's time by Hearsay's; t, b: title, byline wrong"
    ));
    println!(
        "    {:<26}{:>5} {:>9}{:>9}{:>7}  {:<11}{:<11}",
        "page", "KB", "Hearsay", "Readab.", "×", "F1", "F1"
    );
    for (fixture, ours, theirs) in rows {
        let text = |side: &Scored| {
            let wrong = |fact: Option<bool>, sign| if fact == Some(false) { sign } else { "" };
            let f1 = if fixture.expected.unsure {
                "–".to_owned()
            } else {
                format!("{:.4}", side.f1)
            };
            let (title, byline) = (wrong(side.title, "t"), wrong(side.byline, "b"));
            format!("{f1} {title}{byline}")
        };
        println!(
            "    {:<26}{:>5} {:>9.2}{:>9.2}{:>7.2}  {:<11}{:<11}",
            fixture.name,
            fixture.html.len().div_ceil(1024),
            ours.time,
            theirs.time,
            theirs.time / ours.time,
            text(ours),
            text(theirs)
        );
    }
    let ratios = |time: fn(&Scored) -> f64| -> Vec<f64> {
        let rows = rows.iter();
        rows.map(|(_, ours, theirs)| time(theirs) / time(ours))
            .collect()
    };
    for (name, ratios) in [
        ("medians", ratios(|scored| scored.time)),
        ("least times", ratios(|scored| scored.least)),
    ] {
        let count = ratios.iter().filter(|ratio| **ratio >= 1.0).count();
        console::note(format!(
            "Readability's time by Hearsay's, of {name}: {:.2} × in the middle; Hearsay is no slower on {count} of {} pages",
            middle(ratios),
            rows.len()
        ));
    }
    console::note(format!("Hearsay's reader starts in {start:.0} ms"));
    let ours: Vec<_> = rows
        .iter()
        .map(|(fixture, ours, _)| (*fixture, ours))
        .collect();
    let theirs: Vec<_> = rows
        .iter()
        .map(|(fixture, _, theirs)| (*fixture, theirs))
        .collect();
    for (name, side) in [("Hearsay", ours), ("Readability", theirs)] {
        summary(name, &side);
    }
}

fn summary(name: &str, side: &[(&Fixture, &Scored)]) {
    let times: Vec<f64> = side.iter().map(|(_, scored)| scored.time).collect();
    let least: Vec<f64> = side.iter().map(|(_, scored)| scored.least).collect();
    let texts: Vec<f64> = side
        .iter()
        .filter(|(fixture, _)| !fixture.expected.unsure)
        .map(|(_, scored)| scored.f1)
        .collect();
    let right = |fact: fn(&Scored) -> Option<bool>| {
        let asked: Vec<bool> = side
            .iter()
            .filter(|(fixture, _)| !fixture.expected.unsure)
            .filter_map(|(_, scored)| fact(scored))
            .collect();
        let right = asked.iter().filter(|right| **right).count();
        format!("{right} of {}", asked.len())
    };
    console::note(format!(
        "{name:<12} {:.2} ms median, {:.2} ms mean (least times {:.2}, {:.2}); text F1 {:.4} mean, {:.4} median; title right {}, byline right {}",
        middle(times.clone()),
        mean(&times),
        middle(least.clone()),
        mean(&least),
        mean(&texts),
        middle(texts),
        right(|scored| scored.title),
        right(|scored| scored.byline)
    ));
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
