//! What must stay true of the tree, checked from the tree itself: the pure crates stay pure, every module says what it is for,
//! nothing puts text into a page as HTML, nobody's machine is named, and nothing is unsafe.
//!
//! Each check is a function over text with a test of its own that feeds it something bad: a check that cannot fail guards nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crates that may see the world outside: a command line reads files, an embedding sees the page that it is in, a
/// worker and the readers the messages of the page.
const WORLDLY: [&str; 4] = ["cli", "embed", "readers", "worker"];

/// What no pure crate may depend on, not even by way of others: browsers, clocks, networks, threads, and chance.
const OUTSIDE: [&str; 38] = [
    "async-std",
    "chrono",
    "console_error_panic_hook",
    "dirs",
    "fastrand",
    "futures-timer",
    "getrandom",
    "gloo",
    "gloo-timers",
    "gloo-utils",
    "hyper",
    "instant",
    "jiff",
    "js-sys",
    "mio",
    "num_cpus",
    "oorandom",
    "rand",
    "rand_chacha",
    "rand_core",
    "rayon",
    "reqwest",
    "rustix",
    "serde-wasm-bindgen",
    "smol",
    "socket2",
    "tempfile",
    "time",
    "tokio",
    "ureq",
    "walkdir",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "wasm-timer",
    "web-sys",
    "web-time",
    "windows-sys",
    "yew",
];

/// What no pure crate may call, outside its tests.
const OUTSIDE_PATHS: [&str; 9] = [
    "std::env::",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "SystemTime::now",
    "Instant::now",
];

/// The ways to have a browser read text as HTML.
const HTML_DOORS: [&str; 8] = [
    "innerHTML",
    "set_inner_html",
    "outerHTML",
    "set_outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "from_html_unchecked",
    "document.write",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of the pure crates.
fn pure_crates() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|folder| folder.join("Cargo.toml").is_file())
        .filter(|folder| !WORLDLY.iter().any(|name| folder.ends_with(name)))
        .collect();
    folders.sort();
    folders
}

/// The files under a folder with one of these extensions, build folders left out.
fn files_under(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let extension = path
                .extension()
                .and_then(|extension| extension.to_str())
                .unwrap_or_default();
            if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
                folders.push(path);
            } else if extensions.contains(&extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

// What a pure crate may depend on.

/// The packages in the output of `cargo tree --prefix none` that a pure crate must not have.
fn outside_packages(tree: &str) -> BTreeSet<&str> {
    let packages = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    packages
        .filter(|package| OUTSIDE.contains(package))
        .collect()
}

fn dependencies(manifest: &Path, target: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--all-features",
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .args(["--target", target, "--manifest-path"])
        .arg(manifest)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo tree: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_pure_crates_depend_on_no_browser_clock_network_file_or_random_number() {
    let crates = pure_crates();
    assert!(crates.len() >= 5, "found only {crates:?}");
    for folder in crates {
        for target in ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"] {
            let tree = dependencies(&folder.join("Cargo.toml"), target);
            assert!(tree.starts_with("hearsay-"), "not a tree of ours: {tree}");
            let outside = outside_packages(&tree);
            assert!(
                outside.is_empty(),
                "{} on {target} depends on {outside:?}",
                shown(&folder)
            );
        }
    }
}

#[test]
fn an_impure_dependency_is_seen_however_deep_it_sits() {
    let tree = "hearsay-text v0.1.0 (/somewhere)\nunicode-segmentation v1.13.0\nuuid v1.29.0\ngetrandom v0.3.4\njs-sys v0.3.107 (*)\n";
    assert_eq!(
        outside_packages(tree),
        BTreeSet::from(["getrandom", "js-sys"])
    );
    assert_eq!(
        outside_packages("hearsay-text v0.1.0\nrandom-looking-name v1.0.0\n"),
        BTreeSet::new()
    );
}

#[test]
fn the_app_does_depend_on_a_browser_so_the_look_into_the_tree_works() {
    let tree = dependencies(&root().join("Cargo.toml"), "wasm32-unknown-unknown");
    assert!(outside_packages(&tree).contains("web-sys"), "{tree}");
}

/// The paths in a pure crate's source that lead outside, with their line numbers. Tests may go where they like.
fn outside_paths(source: &str) -> Vec<(usize, &'static str)> {
    let own = source
        .lines()
        .take_while(|line| !line.starts_with("mod tests"))
        .enumerate();
    let code = own.filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(idx, line)| {
        OUTSIDE_PATHS
            .iter()
            .filter(move |path| line.contains(*path))
            .map(move |path| (idx + 1, *path))
    })
    .collect()
}

#[test]
fn the_pure_crates_call_nothing_outside() {
    for folder in pure_crates() {
        let files = files_under(&folder.join("src"), &["rs"]);
        assert!(!files.is_empty(), "{} has no source", shown(&folder));
        for file in files {
            // A file of tests beside its module is as free as a module of tests.
            if file.file_stem().is_some_and(|stem| stem == "tests")
                || shown(&file).contains("/tests/")
            {
                continue;
            }
            let found = outside_paths(&std::fs::read_to_string(&file).unwrap());
            assert!(found.is_empty(), "{}: {found:?}", shown(&file));
        }
    }
}

#[test]
fn a_call_to_the_outside_is_seen_but_not_in_tests_or_comments() {
    let source = "//! Like std::fs, but pure.\nfn now() { std::time::Instant::now(); }\n#[cfg(test)]\nmod tests { use std::fs; }\n";
    assert_eq!(
        outside_paths(source),
        [(2, "std::time::Instant"), (2, "Instant::now")]
    );
}

// What every file of code must say.

/// Whether a module opens with what it is for. Something must follow the `//!`.
fn opens_with_its_purpose(source: &str) -> bool {
    source
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("//! "))
        .is_some_and(|words| !words.trim().is_empty())
}

/// The files that a source pulls in by `include!`: parts of a module, not modules.
fn included(source: &str) -> Vec<&str> {
    let after = source.split("include!(\"").skip(1);
    after.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_module_opens_with_what_it_is_for() {
    let folders = ["src", "crates", "xtask", "tests"];
    let files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| files_under(&root().join(folder), &["rs"]))
        .collect();
    assert!(files.len() > 20, "looked at {} files only", files.len());
    let mut poor = Vec::new();
    let mut parts = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(&file).unwrap();
        parts.extend(
            included(&source)
                .iter()
                .map(|part| file.with_file_name(part)),
        );
        if !opens_with_its_purpose(&source) {
            poor.push(file);
        }
    }
    poor.retain(|file| !parts.contains(file));
    let poor: Vec<String> = poor.iter().map(|file| shown(file)).collect();
    assert!(
        poor.is_empty(),
        "these should open with a line that begins `//! `: {poor:?}"
    );
}

#[test]
fn a_module_without_words_for_itself_is_seen() {
    assert!(opens_with_its_purpose(
        "//! Spans of text.\nuse std::fmt;\n"
    ));
    for poor in [
        "",
        "use std::fmt;\n//! Spans.",
        "// Spans.\n",
        "//!\n//! Spans.",
        "//!   \n",
    ] {
        assert!(!opens_with_its_purpose(poor), "{poor:?}");
    }
}

// What nothing may do.

fn html_doors(source: &str) -> Vec<&'static str> {
    HTML_DOORS
        .into_iter()
        .filter(|door| source.contains(door))
        .collect()
}

#[test]
fn no_text_ever_reaches_a_page_as_html() {
    let mut files = files_under(&root().join("src"), &["rs", "js", "html"]);
    files.extend(files_under(&root().join("crates"), &["rs", "js", "html"]));
    files.extend(
        [root().join("index.html")]
            .into_iter()
            .filter(|page| page.is_file()),
    );
    for file in files {
        let found = html_doors(&std::fs::read_to_string(&file).unwrap());
        assert!(found.is_empty(), "{} uses {found:?}", shown(&file));
    }
}

#[test]
fn a_door_for_html_is_seen() {
    assert_eq!(
        html_doors("element.set_inner_html(text)"),
        ["set_inner_html"]
    );
    assert_eq!(html_doors("element.set_text_content(Some(text))"), [""; 0]);
}

/// Whether a package inherits the workspace's lints or forbids unsafe code itself.
fn forbids_unsafe_code(manifest: &str) -> bool {
    let table = |name: &str, line: &str| {
        manifest
            .lines()
            .skip_while(|found| found.trim() != name)
            .skip(1)
            .take_while(|found| !found.starts_with('['))
            .any(|found| found.trim() == line)
    };
    table("[lints]", "workspace = true")
        || table("[lints.rust]", "unsafe_code = \"forbid\"")
        || table("[lints.rust]", "unsafe_code = \"deny\"")
}

#[test]
fn no_package_may_be_unsafe() {
    let workspace = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let shared = workspace.replace("[workspace.lints.rust]", "[lints.rust]");
    assert!(
        shared != workspace && forbids_unsafe_code(&shared.replace("[lints]", "")),
        "the shared lints allow unsafe code"
    );
    let manifests = files_under(root(), &["toml"])
        .into_iter()
        .filter(|file| file.ends_with("Cargo.toml"));
    let manifests: Vec<PathBuf> = manifests.collect();
    assert!(manifests.len() >= 8, "found only {manifests:?}");
    for manifest in manifests {
        let text = std::fs::read_to_string(&manifest).unwrap();
        assert!(
            forbids_unsafe_code(&text),
            "{} neither inherits the lints nor forbids unsafe code",
            shown(&manifest)
        );
    }
}

/// The only module that may be unsafe: kernels for processors with more than the baseline.
const UNSAFE: &str = "crates/model/src/x86.rs";

#[test]
fn only_the_kernels_for_one_processor_may_be_unsafe() {
    // Put together here so that this file does not say it itself.
    let exceptions = ["allow", "expect", "warn"].map(|level| format!("{level}(unsafe_code"));
    let files: Vec<PathBuf> = files_under(root(), &["rs"])
        .into_iter()
        .filter(|file| {
            let text = std::fs::read_to_string(file).unwrap();
            exceptions.iter().any(|exception| text.contains(exception))
        })
        .collect();
    assert_eq!(files, [root().join(UNSAFE)]);
}

#[test]
fn a_package_that_could_be_unsafe_is_seen() {
    assert!(forbids_unsafe_code(
        "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n"
    ));
    assert!(forbids_unsafe_code(
        "[lints.rust]\nunsafe_code = \"forbid\"\n"
    ));
    assert!(!forbids_unsafe_code(
        "[package]\nedition.workspace = true\n[dependencies]\nworkspace = true\n"
    ));
    assert!(!forbids_unsafe_code(
        "[lints.rust]\nunsafe_code = \"warn\"\n"
    ));
}

// What no committed file may name.

/// The places of somebody's machine, and the hosts of package registries, that a text names. Put together here so that this
/// file does not name them itself.
fn private_places(text: &str) -> Vec<String> {
    let folders = ["root", "work", "home", "Users", "tmp/w"].map(|folder| format!("/{folder}/"));
    let hosts = [
        "static.crates",
        "index.crates",
        "registry.npmjs",
        "files.pythonhosted",
        "deb.debian",
    ]
    .map(|host| format!("{host}."));
    let begins_a_path = |before: &str| {
        let last = before.chars().next_back();
        last.is_none_or(|last| {
            !(last.is_alphanumeric()
                || matches!(last, '.' | '_' | '-' | '/' | '~' | '}' | '>' | ')'))
        })
    };
    let folders = folders.into_iter().filter(|folder| {
        text.match_indices(folder.as_str())
            .any(|(at, _)| begins_a_path(&text[..at]))
    });
    folders
        .chain(
            hosts
                .into_iter()
                .filter(|host| text.contains(host.as_str())),
        )
        .collect()
}

/// What git tracks; in a copy without git, what lies in the folders that it would track.
fn tracked_files() -> Vec<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root())
        .output();
    match listed {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => {
            let names = String::from_utf8(output.stdout).unwrap();
            names
                .split('\0')
                .filter(|name| !name.is_empty())
                .map(|name| root().join(name))
                .collect()
        }
        _ => [
            "src", "crates", "xtask", "tests", "docs", "styles", "training", ".ci", ".cargo",
        ]
        .iter()
        .flat_map(|folder| {
            files_under(
                &root().join(folder),
                &[
                    "rs", "toml", "md", "py", "css", "html", "js", "json", "txt", "svg",
                ],
            )
        })
        .collect(),
    }
}

#[test]
fn no_committed_file_names_a_place_on_somebodys_machine_or_the_host_of_a_registry() {
    let files = tracked_files();
    assert!(files.len() > 20, "found only {} files", files.len());
    for file in files {
        // A file that was deleted and not yet committed so, or a picture, has no words to check.
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        let found = private_places(&text);
        assert!(found.is_empty(), "{} names {found:?}", shown(&file));
    }
}

#[test]
fn a_private_place_is_seen_and_an_address_on_the_web_is_not() {
    let place = ["see ", "/", "root", "/notes.txt"].concat();
    assert_eq!(private_places(&place), [["/", "root", "/"].concat()]);
    let host = ["https://", "static.crates", ".io/crates/anyhow"].concat();
    assert_eq!(private_places(&host), [["static.crates", "."].concat()]);
    for fine in [
        "https://example.org/home/news",
        "target/tmp/file",
        "../root/file",
        "127.0.0.1",
    ] {
        assert_eq!(private_places(fine), [""; 0], "{fine}");
    }
}
