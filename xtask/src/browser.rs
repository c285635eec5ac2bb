//! Finds Chromium and its driver, or gets them by the system's package manager where that needs no asking.

use crate::{console, process};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// A browser and the driver that steers it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Chromium, Chrome or another browser made of it.
    pub program: PathBuf,
    /// Its ChromeDriver.
    pub driver: PathBuf,
}

const PROGRAMS: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];

/// A package manager, and how it brings a browser with its driver and letters to show.
struct Manager {
    program: &'static str,
    refresh: &'static [&'static str],
    install: &'static [&'static str],
}

const MANAGERS: [Manager; 5] = [
    Manager {
        program: "apt-get",
        refresh: &["update"],
        install: &[
            "install",
            "--yes",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
            "fonts-liberation",
            "fonts-dejavu-core",
        ],
    },
    Manager {
        program: "dnf",
        refresh: &[],
        install: &["install", "--assumeyes", "chromium", "chromedriver"],
    },
    Manager {
        program: "pacman",
        refresh: &[],
        install: &["-Sy", "--noconfirm", "chromium"],
    },
    Manager {
        program: "apk",
        refresh: &[],
        install: &["add", "chromium", "chromium-chromedriver"],
    },
    Manager {
        program: "zypper",
        refresh: &[],
        install: &["--non-interactive", "install", "chromium", "chromedriver"],
    },
];

/// The browser and driver on this machine. `HEARSAY_CHROMIUM` and `HEARSAY_CHROMEDRIVER` name others than those on the path.
#[must_use]
pub fn find() -> Option<Browser> {
    Some(Browser {
        program: program()?,
        driver: driver()?,
    })
}

fn program() -> Option<PathBuf> {
    let named = std::env::var_os("HEARSAY_CHROMIUM").map(PathBuf::from);
    let on_mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    named
        .or_else(|| PROGRAMS.iter().find_map(|name| process::find(name)))
        .or_else(|| on_mac.is_file().then_some(on_mac))
}

fn driver() -> Option<PathBuf> {
    let named = std::env::var_os("HEARSAY_CHROMEDRIVER").map(PathBuf::from);
    named.or_else(|| DRIVERS.iter().find_map(|name| process::find(name)))
}

/// Finds the browser, or gets it.
///
/// # Errors
/// When it is missing and cannot be had without asking a person; the message is the line for them to run.
pub fn get() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let Some(manager) = MANAGERS
        .iter()
        .find(|manager| process::find(manager.program).is_some())
    else {
        bail!(
            "{}",
            by_hand("Install Chromium (or Chrome) and the ChromeDriver of the same version")
        );
    };
    let line = format!("{} {}", manager.program, manager.install.join(" "));
    if !is_root() {
        bail!("{}", by_hand(&format!("Run: sudo {line}")));
    }
    console::step(format!("Getting Chromium and ChromeDriver ({line})"));
    if !manager.refresh.is_empty() {
        process::run(&mut administer(manager.program, manager.refresh))?;
    }
    process::run(&mut administer(manager.program, manager.install))?;
    match find() {
        Some(browser) => Ok(browser),
        None => bail!(
            "{}",
            by_hand(
                "The packages were installed, but bring no browser with a driver onto the path. Install both by hand"
            )
        ),
    }
}

/// Gets Node.js by apt, for wasm-opt; without it the site is larger, which is not worth more effort.
pub fn node_if_easy() {
    if process::find("npm").is_some() || process::find("apt-get").is_none() || !is_root() {
        return;
    }
    console::step("Getting Node.js and npm, which bring wasm-opt (apt-get install nodejs npm)");
    let outcome = process::run(&mut administer("apt-get", &["update"])).and_then(|()| {
        process::run(&mut administer(
            "apt-get",
            &[
                "install",
                "--yes",
                "--no-install-recommends",
                "nodejs",
                "npm",
            ],
        ))
    });
    if let Err(error) = outcome {
        console::note(format!("{error:#}; going on without"));
    }
}

fn by_hand(what: &str) -> String {
    format!(
        "the tests in a browser need Chromium and ChromeDriver, which are not on this machine.\n  {what}\n  then run this again (HEARSAY_CHROMIUM and HEARSAY_CHROMEDRIVER may name them, too)"
    )
}

fn administer(program: &str, arguments: &[&str]) -> Command {
    let mut command = process::command(program);
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this process may install packages: on Unix, whether it is root's.
#[must_use]
pub fn is_root() -> bool {
    process::capture(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
