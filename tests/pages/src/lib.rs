//! Web pages of our own making, each with what a reader of it should find.
//!
//! Owns the making of the pages from the folders `hand`, `articles`, `layouts` and `clutter`, always the same bytes, and
//! the scores by which what somebody found is compared with what is expected. Reading the pages is left to whoever is
//! measured. `README.md` says how pages are written.

mod clutter;
mod layout;
pub mod score;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clutter::Clutter;
use layout::Layout;
use source::Source;

/// A page and what it holds.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// Its name: `hand-court`, `harbour.wordpress`.
    pub name: String,
    /// The whole page.
    pub html: String,
    /// What a reader should find.
    pub expected: Expected,
}

/// What the writer of a page says it holds.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// The words of the article, one block each, in reading order.
    pub blocks: Vec<String>,
    /// Words that may be found with the article or not: its title, byline and date as printed, the signature under an
    /// embedded post, a pull quote.
    pub optional: Vec<String>,
    /// Title, byline, site, date, language, url: values that are right, any one of them. The value `none`: there is
    /// none to be found. No entry: nothing is said.
    pub facts: BTreeMap<String, Vec<String>>,
    /// Whether a reader should ask what the article is: of a front page, nothing is.
    pub unsure: bool,
}

impl Expected {
    /// The words of the article.
    #[must_use]
    pub fn text(&self) -> String {
        self.blocks.join("\n")
    }
}

/// The folder of this package.
fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All pages, by name.
///
/// # Errors
/// When a file is missing or says something that is not understood.
pub fn fixtures() -> Result<Vec<Fixture>, String> {
    let clutter = Clutter::load(&home().join("clutter"))?;
    let mut found = Vec::new();
    for path in files(&home().join("hand"), "html")? {
        let name = format!("hand-{}", stem(&path));
        let source = Source::parse(&text(&path.with_extension("txt"))?);
        let page = layout::by_hand(&text(&path)?, &source, &clutter, &name)
            .map_err(|problem| format!("{name}: {problem}"))?;
        found.push(Fixture {
            name,
            html: page,
            expected: source.expected_as_written(),
        });
    }
    for path in files(&home().join("articles"), "txt")? {
        let source = Source::parse(&text(&path)?);
        for kind in source.layouts() {
            let name = format!("{}.{kind}", stem(&path));
            let file = home().join("layouts").join(format!("{kind}.html"));
            let layout = Layout::parse(&text(&file)?);
            let html = layout
                .page(&source, &clutter, &name)
                .map_err(|problem| format!("{name}: {problem}"))?;
            let expected = layout.expected(&source);
            found.push(Fixture {
                name,
                html,
                expected,
            });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Writes every page into a folder, for a browser or for looking at: `NAME.html`, and `NAME.txt` with what is expected.
///
/// # Errors
/// As [`fixtures`], and when a file cannot be written.
pub fn write_to(folder: &Path) -> Result<Vec<Fixture>, String> {
    let shown = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(shown)?;
    let fixtures = fixtures()?;
    for fixture in &fixtures {
        let file = |ending: &str| folder.join(format!("{}.{ending}", fixture.name));
        fs::write(file("html"), &fixture.html).map_err(shown)?;
        fs::write(file("txt"), fixture.expected.text()).map_err(shown)?;
    }
    Ok(fixtures)
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let listed = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = listed.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
