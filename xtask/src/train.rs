//! `cargo xtask train`: the model again, from its data to the packed file.
//!
//! Owns the Python environment; what is trained, and how, is `training/README.md`'s to say.

use crate::{console, process, workspace};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Options of `cargo xtask train`.
#[derive(Args, Debug)]
pub struct Options {
    /// Options for training/train.py, after `--`; its `--help` lists them
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "OPTIONS"
    )]
    rest: Vec<OsString>,
}

/// Prepares the environment and runs the training.
///
/// # Errors
/// When Python is missing, its packages cannot be had, or the training fails.
pub fn run(options: &Options) -> Result<()> {
    let training = workspace::root().join("training");
    let script = training.join("train.py");
    if !script.is_file() {
        bail!("there is no {}", script.display());
    }
    let python = environment(&training)?;
    let clock = console::step("Training (training/train.py)");
    let mut command = process::command(python);
    // Files that a person names are where that person is.
    command
        .arg(script)
        .args(&options.rest)
        .current_dir(std::env::current_dir()?);
    process::run(&mut command)?;
    console::note(format!("trained in {}", console::spoken(clock.elapsed())));
    Ok(())
}

/// The Python of an environment that holds what `requirements.txt` names; made or brought up to date if need be.
fn environment(training: &Path) -> Result<PathBuf> {
    let folder = workspace::root().join("target").join("training-venv");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join(format!("python{}", std::env::consts::EXE_SUFFIX));
    let wanted = training.join("requirements.txt");
    let wanted_text = std::fs::read_to_string(&wanted)
        .with_context(|| format!("cannot read {}", wanted.display()))?;
    // Written last, so that an environment that was interrupted on the way is not taken for a finished one.
    let mark = folder.join("requirements-installed.txt");
    if python.is_file()
        && std::fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted_text)
    {
        return Ok(python);
    }
    let Some(system) = ["python3", "python"]
        .iter()
        .find_map(|name| process::find(name))
    else {
        bail!("training needs Python 3, which is not on the path; install it and run this again");
    };
    let clock =
        console::step("Getting the training's Python packages (pip, into target/training-venv)");
    process::run(process::command(system).args(["-m", "venv"]).arg(&folder)).context(
        "cannot make a Python environment (on Debian and Ubuntu it takes the package python3-venv)",
    )?;
    process::run(
        process::command(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(&wanted),
    )?;
    std::fs::write(&mark, wanted_text)
        .with_context(|| format!("cannot write {}", mark.display()))?;
    console::note(format!("done in {}", console::spoken(clock.elapsed())));
    Ok(python)
}
