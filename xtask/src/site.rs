//! Builds the site: Trunk for the pages, styles and both WebAssembly programs, then wasm-opt where it can be had.

use crate::{console, process, styles, tools, workspace};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The instruction sets beyond the first version of WebAssembly that Rust emits by default, and every browser of
/// today runs. Named one by one: with all of them wasm-opt may write what browsers do not read yet.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-extended-const",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// The folder of the built site.
#[must_use]
pub fn folder() -> PathBuf {
    workspace::root().join("dist")
}

/// Gets what is missing and builds the site for release.
///
/// # Errors
/// When a tool cannot be had, the app does not compile, or the site cannot be written.
pub fn build() -> Result<PathBuf> {
    let page = workspace::root().join("index.html");
    if !page.is_file() {
        bail!(
            "there is no {}: nothing to build a site from",
            page.display()
        );
    }
    tools::for_the_site()?;
    let wasm_opt = tools::wasm_opt();
    let clock = console::step("Building the site for release (trunk build --release)");
    let trunk = process::find("trunk").context("trunk was there a moment ago, and is gone")?;
    let mut command = process::command(trunk);
    command
        .args(["build", "--release"])
        .arg("--dist")
        .arg(folder())
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk reads this variable as its own option, which knows only `true` and `false`.
        command.env("NO_COLOR", "true");
    }
    process::run(&mut command)?;
    styles::join(&folder())?;
    console::note(format!("built in {}", console::spoken(clock.elapsed())));
    if let Some(wasm_opt) = wasm_opt {
        let clock = console::step("Shrinking the WebAssembly programs (wasm-opt)");
        for file in files_of(&folder())?.into_iter().filter(|file| {
            file.extension()
                .is_some_and(|extension| extension == "wasm")
        }) {
            shrink(&wasm_opt, &file)?;
        }
        console::note(format!("done in {}", console::spoken(clock.elapsed())));
    }
    Ok(folder())
}

fn shrink(wasm_opt: &Path, file: &Path) -> Result<()> {
    let before = std::fs::metadata(file)?.len();
    let smaller = file.with_extension("wasm.smaller");
    let run = |from: &Path, to: &Path, passes: &[&str]| {
        let mut command = process::command(wasm_opt);
        command.args(WASM_FEATURES).args(passes);
        command.arg(from).arg("-o").arg(to);
        process::run(&mut command)
    };
    run(file, &smaller, &["-Oz", "-g"])?;
    // Functions of one name are made of one source and nearly alike: side by side they compress better. In a run of its own,
    // because the order would not outlast the other passes.
    let in_order = [
        "--reorder-functions-by-name",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
        "--strip-toolchain-annotations",
    ];
    run(&smaller, file, &in_order)?;
    std::fs::remove_file(&smaller)
        .with_context(|| format!("cannot remove {}", smaller.display()))?;
    let after = std::fs::metadata(file)?.len();
    console::note(format!(
        "{}: {before} bytes, now {after}",
        file.file_name().unwrap_or_default().display()
    ));
    Ok(())
}

/// All files in a folder and the folders in it, in the order of their paths.
///
/// # Errors
/// When a folder cannot be read.
pub fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
