//! Finds Chromium, Firefox and their drivers, or gets them by the system's package manager where that needs no asking.
//!
//! Firefox's driver is no package of most systems: it is one of [`crate::tools`].

use crate::{console, process, tools};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// A browser and the driver that steers it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Chromium, Chrome or another browser made of it; or Firefox.
    pub program: PathBuf,
    /// Its ChromeDriver, or geckodriver.
    pub driver: PathBuf,
}

/// The browsers that journeys are walked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, Chrome or another browser made of it.
    Chromium,
    /// Firefox, best in its long-lived release.
    Firefox,
}

/// How a kind of browser is called, on the path and elsewhere.
struct Names {
    programs: &'static [&'static str],
    on_mac: &'static str,
    drivers: &'static [&'static str],
    program_variable: &'static str,
    driver_variable: &'static str,
    spoken: &'static str,
    by_hand: &'static str,
}

/// A package manager, and how it brings each browser. Chromium comes with its driver, and with letters to show.
struct Manager {
    program: &'static str,
    refresh: &'static [&'static str],
    install: &'static [&'static str],
    chromium: &'static [&'static str],
    firefox: &'static [&'static str],
}

const MANAGERS: [Manager; 5] = [
    Manager {
        program: "apt-get",
        refresh: &["update"],
        install: &["install", "--yes", "--no-install-recommends"],
        chromium: &[
            "chromium",
            "chromium-driver",
            "fonts-liberation",
            "fonts-dejavu-core",
        ],
        firefox: &["firefox-esr"],
    },
    Manager {
        program: "dnf",
        refresh: &[],
        install: &["install", "--assumeyes"],
        chromium: &["chromium", "chromedriver"],
        firefox: &["firefox"],
    },
    Manager {
        program: "pacman",
        refresh: &[],
        install: &["-Sy", "--noconfirm"],
        chromium: &["chromium"],
        firefox: &["firefox", "geckodriver"],
    },
    Manager {
        program: "apk",
        refresh: &[],
        install: &["add"],
        chromium: &["chromium", "chromium-chromedriver"],
        firefox: &["firefox-esr"],
    },
    Manager {
        program: "zypper",
        refresh: &[],
        install: &["--non-interactive", "install"],
        chromium: &["chromium", "chromedriver"],
        firefox: &["MozillaFirefox"],
    },
];

impl Kind {
    fn names(self) -> Names {
        match self {
            Self::Chromium => Names {
                programs: &[
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "chrome",
                ],
                on_mac: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                drivers: &["chromedriver", "chromium.chromedriver"],
                program_variable: "HEARSAY_CHROMIUM",
                driver_variable: "HEARSAY_CHROMEDRIVER",
                spoken: "Chromium and ChromeDriver",
                by_hand: "Install Chromium (or Chrome) and the ChromeDriver of the same version",
            },
            Self::Firefox => Names {
                programs: &["firefox-esr", "firefox"],
                on_mac: "/Applications/Firefox.app/Contents/MacOS/firefox",
                drivers: &["geckodriver"],
                program_variable: "HEARSAY_FIREFOX",
                driver_variable: "HEARSAY_GECKODRIVER",
                spoken: "Firefox",
                by_hand: "Install Firefox",
            },
        }
    }

    /// The browser of this kind on this machine, with its driver. `HEARSAY_CHROMIUM`, `HEARSAY_CHROMEDRIVER`,
    /// `HEARSAY_FIREFOX` and `HEARSAY_GECKODRIVER` name others than those on the path.
    #[must_use]
    pub fn find(self) -> Option<Browser> {
        Some(Browser {
            program: self.program()?,
            driver: self.driver()?,
        })
    }

    fn program(self) -> Option<PathBuf> {
        let names = self.names();
        let named = std::env::var_os(names.program_variable).map(PathBuf::from);
        let on_mac = PathBuf::from(names.on_mac);
        named
            .or_else(|| names.programs.iter().find_map(|name| process::find(name)))
            .or_else(|| on_mac.is_file().then_some(on_mac))
    }

    fn driver(self) -> Option<PathBuf> {
        let names = self.names();
        let named = std::env::var_os(names.driver_variable).map(PathBuf::from);
        named.or_else(|| names.drivers.iter().find_map(|name| process::find(name)))
    }

    /// Whether all is here that the package manager could bring.
    fn needs_packages(self) -> bool {
        match self {
            Self::Chromium => self.find().is_none(),
            Self::Firefox => self.program().is_none(),
        }
    }

    /// Finds the browser, or gets it.
    ///
    /// # Errors
    /// When it is missing and cannot be had without asking a person; the message is the line for them to run.
    pub fn get(self) -> Result<Browser> {
        if self.needs_packages() {
            self.install()?;
        }
        if self == Self::Firefox && std::env::var_os(self.names().driver_variable).is_none() {
            tools::geckodriver()?;
        }
        match self.find() {
            Some(browser) => Ok(browser),
            None => bail!(
                "{}",
                self.by_hand(
                    "The packages were installed, but bring no browser with a driver onto the path. Install both by hand"
                )
            ),
        }
    }

    fn install(self) -> Result<()> {
        let Some(manager) = MANAGERS
            .iter()
            .find(|manager| process::find(manager.program).is_some())
        else {
            bail!("{}", self.by_hand(self.names().by_hand));
        };
        let packages = match self {
            Self::Chromium => manager.chromium,
            Self::Firefox => manager.firefox,
        };
        let arguments = [manager.install, packages].concat();
        let line = format!("{} {}", manager.program, arguments.join(" "));
        if !is_root() {
            bail!("{}", self.by_hand(&format!("Run: sudo {line}")));
        }
        console::step(format!("Getting {} ({line})", self.names().spoken));
        if !manager.refresh.is_empty() {
            process::run(&mut administer(manager.program, manager.refresh))?;
        }
        process::run(&mut administer(manager.program, &arguments))
    }

    fn by_hand(self, what: &str) -> String {
        let names = self.names();
        format!(
            "the tests in a browser need {}, which this machine lacks.\n  {what}\n  then run this again ({} and {} may name them, too)",
            names.spoken, names.program_variable, names.driver_variable
        )
    }
}

/// Finds or gets Chromium and its driver, in which the tests of single modules and the measurements run.
///
/// # Errors
/// See [`Kind::get`].
pub fn get() -> Result<Browser> {
    Kind::Chromium.get()
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
