//! Where things are in the work tree, and what `Cargo.lock` has settled on.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The root of the work tree.
///
/// Cargo tells the running command; a binary that is started by hand falls back to where it was built.
#[must_use]
pub fn root() -> PathBuf {
    let of_package = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    of_package
        .ancestors()
        .find(|folder| folder.join("Cargo.lock").is_file())
        .map_or_else(|| of_package.clone(), Path::to_path_buf)
}

/// The folder for the tools that the commands get; it does not move with `CARGO_TARGET_DIR`, so that every build shares it.
#[must_use]
pub fn tools_folder() -> PathBuf {
    root().join("target").join("tools")
}

/// The folder that cargo builds in.
#[must_use]
pub fn cargo_target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The version of a package in `Cargo.lock`.
///
/// # Errors
/// When the file cannot be read, or names no such package.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    version_in(&lock, package)
        .with_context(|| format!("{} names no package `{package}`", path.display()))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn reads_the_version_of_the_named_package_and_of_no_other() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
