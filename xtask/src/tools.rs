//! Gets the tools that a build needs: the WebAssembly target, Trunk, wasm-bindgen and, if it may be had, wasm-opt. For
//! journeys also Firefox's driver and axe, which judges pages.
//!
//! A tool on the path is used when its version fits. Else it is downloaded by cargo-binstall, if that is there and succeeds,
//! or compiled, once, into `target/tools`. Nothing is installed anywhere else. Browsers are [`crate::browser`]'s business.

use crate::{console, process, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The Trunk that is downloaded, ready to run.
const TRUNK_READY_MADE: &str = "0.22.1";

/// The Trunk that is compiled: the newest that the pinned Rust can build.
const TRUNK_FROM_SOURCE: &str = "0.22.0-beta.1";

/// The npm package that carries wasm-opt, and its version.
const BINARYEN: &str = "binaryen@132.0.0";

/// The driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// The first that lets journeys reach into the browser's own window.
const OLDEST_GECKODRIVER: [u64; 2] = [0, 36];

/// The npm package of axe, and its version. It is run against our pages, and is part of none.
const AXE: &str = "axe-core@4.14.1";

/// The first wasm-opt that knows what today's Rust emits.
const OLDEST_WASM_OPT: u64 = 116;

/// Gets all that building the site needs.
///
/// # Errors
/// When something is missing and cannot be had; the message says what to do.
pub fn for_the_site() -> Result<()> {
    wasm_target()?;
    wasm_bindgen()?;
    trunk()
}

/// Gets the standard library of the WebAssembly target.
///
/// # Errors
/// When rustup is missing or fails.
pub fn wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    console::step(format!(
        "Getting Rust's {WASM_TARGET} target (rustup, some 30 MB)"
    ));
    if process::find("rustup").is_none() {
        bail!(
            "Rust has no {WASM_TARGET} target here, and there is no rustup to add it. \
             Install Rust by rustup, or your system's package of that target, and run this again."
        );
    }
    process::run(process::command("rustup").args(["target", "add", WASM_TARGET]))?;
    if !has_wasm_target()? {
        bail!(
            "rustup added {WASM_TARGET}, but the rustc in use does not see it; `rustup show` tells which toolchain is active"
        );
    }
    Ok(())
}

fn has_wasm_target() -> Result<bool> {
    let folder = process::capture(process::command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

/// Gets wasm-bindgen's command line and its test runner, of exactly the version in `Cargo.lock`.
///
/// # Errors
/// When it is missing and can be neither downloaded nor compiled.
pub fn wasm_bindgen() -> Result<()> {
    let version = workspace::locked_version("wasm-bindgen")?;
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    let fits = || {
        programs
            .iter()
            .all(|program| version_of(program).as_deref() == Some(version.as_str()))
    };
    if fits() {
        return Ok(());
    }
    // Its own lock file names releases that not every registry serves, hence no `--locked`.
    let recipe = Recipe {
        package: "wasm-bindgen-cli",
        ready_made: &version,
        from_source: &version,
        locked: false,
        minutes: "2 to 3 minutes on two cores",
    };
    recipe.follow(fits)
}

/// Gets Trunk.
///
/// # Errors
/// When it is missing and can be neither downloaded nor compiled.
pub fn trunk() -> Result<()> {
    let fits = || version_of("trunk").is_some_and(|version| trunk_fits(&version));
    if fits() {
        return Ok(());
    }
    let recipe = Recipe {
        package: "trunk",
        ready_made: TRUNK_READY_MADE,
        from_source: TRUNK_FROM_SOURCE,
        locked: true,
        minutes: "4 to 6 minutes on two cores, this once",
    };
    recipe.follow(fits)
}

fn trunk_fits(version: &str) -> bool {
    let numbers = numbers_in(version);
    numbers >= vec![0, 21, 14] && numbers < vec![0, 23]
}

/// Finds wasm-opt, or gets it from npm; without either a build is larger, and works.
#[must_use]
pub fn wasm_opt() -> Option<PathBuf> {
    if let Some(version) = version_of("wasm-opt") {
        let number = numbers_in(&version).first().copied().unwrap_or_default();
        if number >= OLDEST_WASM_OPT {
            return process::find("wasm-opt");
        }
        console::note(format!(
            "wasm-opt {number} on the path is too old for today's Rust ({OLDEST_WASM_OPT} is the first that is not)"
        ));
    }
    let Some(npm) = process::find("npm").filter(|_| process::find("node").is_some()) else {
        console::note("no wasm-opt, and no Node.js to get it with: the site works, but is larger");
        return None;
    };
    console::step(format!(
        "Getting wasm-opt ({BINARYEN} from npm, into target/tools)"
    ));
    if let Err(error) = from_npm(&npm, BINARYEN, &workspace::tools_folder()) {
        console::note(format!(
            "could not get wasm-opt: {error:#}; the site works without, but is larger"
        ));
        return None;
    }
    process::find("wasm-opt")
}

/// Installs an npm package into a folder of its own: npm takes out what it finds there beside.
fn from_npm(npm: &Path, package: &str, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let mut command = process::command(npm);
    command
        .args([
            "install",
            "--no-save",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(folder)
        .arg(package);
    process::run(&mut command)
}

/// Gets the driver of Firefox.
///
/// # Errors
/// When it is missing and can be neither downloaded nor compiled.
pub fn geckodriver() -> Result<()> {
    let fits = || {
        version_of("geckodriver")
            .is_some_and(|version| numbers_in(&version) >= OLDEST_GECKODRIVER.to_vec())
    };
    if fits() {
        return Ok(());
    }
    let recipe = Recipe {
        package: "geckodriver",
        ready_made: GECKODRIVER,
        from_source: GECKODRIVER,
        locked: true,
        minutes: "2 minutes on two cores, this once",
    };
    recipe.follow(fits)
}

/// Axe as one script, if it is here. `HEARSAY_AXE` names another than the one that [`axe`] gets.
#[must_use]
pub fn find_axe() -> Option<PathBuf> {
    let named = std::env::var_os("HEARSAY_AXE").map(PathBuf::from);
    let script = axe_folder()
        .join("node_modules")
        .join("axe-core")
        .join("axe.min.js");
    named.or_else(|| script.is_file().then_some(script))
}

fn axe_folder() -> PathBuf {
    workspace::tools_folder().join(AXE)
}

/// Finds axe, or gets it from npm.
///
/// # Errors
/// When it is missing and cannot be had; the message says what to do.
pub fn axe() -> Result<PathBuf> {
    if let Some(script) = find_axe() {
        return Ok(script);
    }
    let by_hand = "the tests of accessibility need axe.\n  Install Node.js with npm, or set HEARSAY_AXE to an axe.min.js, and run this again";
    let Some(npm) = process::find("npm").filter(|_| process::find("node").is_some()) else {
        bail!("{by_hand}");
    };
    console::step(format!("Getting axe ({AXE} from npm, into target/tools)"));
    from_npm(&npm, AXE, &axe_folder())?;
    find_axe().with_context(|| format!("{AXE} was installed, and has no axe.min.js; {by_hand}"))
}

/// How to come by a tool that is written in Rust.
struct Recipe<'a> {
    package: &'a str,
    ready_made: &'a str,
    from_source: &'a str,
    locked: bool,
    minutes: &'a str,
}

impl Recipe<'_> {
    fn follow(&self, fits: impl Fn() -> bool) -> Result<()> {
        let folder = workspace::tools_folder();
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        if process::find("cargo-binstall").is_some() {
            console::step(format!(
                "Downloading {} {} (cargo binstall, into target/tools)",
                self.package, self.ready_made
            ));
            match process::run(&mut self.download()) {
                Ok(()) if fits() => return Ok(()),
                Ok(()) => console::note("what it brought does not fit; compiling instead"),
                Err(error) => console::note(format!("{error:#}; compiling instead")),
            }
        }
        let clock = console::step(format!(
            "Compiling {} {} into target/tools ({}; cargo-binstall, if you have it, would download it)",
            self.package, self.from_source, self.minutes
        ));
        process::run(&mut self.compile())?;
        if !fits() {
            bail!(
                "{} was installed into {}, but does not run or says another version",
                self.package,
                folder.display()
            );
        }
        console::note(format!(
            "{} is ready after {}",
            self.package,
            console::spoken(clock.elapsed())
        ));
        // What remains of the compilation is of no more use, and large.
        let _ = std::fs::remove_dir_all(folder.join("build"));
        Ok(())
    }

    fn download(&self) -> Command {
        let mut command = process::cargo();
        command
            .args([
                "binstall",
                "--no-confirm",
                "--disable-telemetry",
                "--strategies",
                "crate-meta-data,quick-install",
                "--root",
            ])
            .arg(workspace::tools_folder())
            .arg(format!("{}@{}", self.package, self.ready_made));
        command
    }

    fn compile(&self) -> Command {
        let folder = workspace::tools_folder();
        let mut command = process::cargo();
        // A tool that runs for a second need not be compiled for ten minutes: light optimisation, in parallel, and
        // without the default features, which are for downloading what is already here. A folder of its own lets an
        // interrupted compilation go on where it stopped.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            .args([
                "install",
                self.package,
                "--version",
                self.from_source,
                "--no-default-features",
                "--force",
                "--root",
            ])
            .arg(&folder)
            .arg("--target-dir")
            .arg(folder.join("build"));
        if self.locked {
            command.arg("--locked");
        }
        command
    }
}

/// What a program says when asked for its version, without its name.
fn version_of(program: &str) -> Option<String> {
    let path = process::find(program)?;
    let said = process::capture(process::command(path).arg("--version")).ok()?;
    said.split_whitespace()
        .find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .map(str::to_owned)
}

/// The numbers of a version, up to the first that is none: `0.22.0-beta.1` is 0, 22, 0.
fn numbers_in(version: &str) -> Vec<u64> {
    version
        .split(['.', '-', '+'])
        .map_while(|part| part.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::trunk_fits;

    #[test]
    fn a_trunk_fits_from_0_21_14_up_to_the_next_series_that_nobody_has_tried() {
        for fitting in ["0.21.14", "0.22.0-beta.1", "0.22.1"] {
            assert!(trunk_fits(fitting), "{fitting} should fit");
        }
        for other in ["0.21.4", "0.20.3", "0.23.0", "1.0.0", "unknown"] {
            assert!(!trunk_fits(other), "{other} should not fit");
        }
    }
}
