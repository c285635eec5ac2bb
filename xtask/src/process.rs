//! Starts other programs: their output is shown as it comes, and kept where someone counts in it.

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command in the root of the work tree whose search path starts with the project's own tools.
#[must_use]
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(workspace::root())
        .stdin(Stdio::null())
        .env("PATH", search_path());
    for (name, _) in std::env::vars_os() {
        // What cargo says to this program about this program is not meant for the ones that it starts.
        let keep = name.to_str().is_none_or(|name| {
            !(name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
        });
        if !keep {
            command.env_remove(&name);
        }
    }
    command
}

/// The cargo that runs this program, or the one on the path.
#[must_use]
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The folders in which the commands look for programs: the project's own tools, then the path.
#[must_use]
pub fn search_path() -> OsString {
    let tools = workspace::tools_folder();
    let own = [tools.join("bin"), tools.join("node_modules").join(".bin")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<PathBuf> = own
        .into_iter()
        .chain(std::env::split_paths(&path))
        .collect();
    std::env::join_paths(all).unwrap_or(path)
}

/// The full path of a program, if it is to be found.
#[must_use]
pub fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&search_path())
        .map(|folder| folder.join(&file))
        .find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// Runs a command with its output shown; anything but success is an error that repeats the command line.
///
/// # Errors
/// When the program cannot be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let line = spelled(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command quietly and returns what it printed.
///
/// # Errors
/// When the program cannot be started or fails; then the error carries its last words.
pub fn capture(command: &mut Command) -> Result<String> {
    let line = spelled(command);
    let output = command
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!("`{line}` failed ({}): {}", output.status, words.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How a shown command ended, with what it wrote to its standard output.
#[derive(Debug)]
pub struct Shown {
    /// Whether it ended well.
    pub success: bool,
    /// Its standard output.
    pub output: String,
}

/// Runs a command, shows its output as it comes and keeps a copy of its standard output.
///
/// # Errors
/// When the program cannot be started.
pub fn show(command: &mut Command) -> Result<Shown> {
    let line = spelled(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{line}`"))?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes)? > 0 {
            let text = String::from_utf8_lossy(&bytes);
            output.push_str(&text);
            // Nobody reading any more is no reason to stop the tests.
            let _ = std::io::stdout().write_all(&bytes);
            bytes.clear();
        }
    }
    let status = child
        .wait()
        .with_context(|| format!("lost sight of `{line}`"))?;
    Ok(Shown {
        success: status.success(),
        output,
    })
}

/// A command line as a person would type it.
#[must_use]
pub fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    let arguments = command
        .get_args()
        .map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name)
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
