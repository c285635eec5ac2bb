//! How large the files of a site are, raw and as a server would send them.

use anyhow::{Context, Result};
use std::fmt;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The best that Brotli does; static hosts compress once and take their time.
const BROTLI_QUALITY: u32 = 11;

/// Brotli's usual window, as a power of two.
const BROTLI_WINDOW: u32 = 22;

/// One file's sizes in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// As it lies on the disk.
    pub raw: usize,
    /// After gzip at its best.
    pub gzip: usize,
    /// After Brotli at its best.
    pub brotli: usize,
}

/// The sizes of all files of a site.
#[derive(Clone, Debug, Default)]
pub struct Report {
    files: Vec<(PathBuf, Sizes)>,
}

impl Report {
    /// Measures every file in a folder.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for path in crate::site::files_of(folder)? {
            let bytes =
                std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push((
                path.strip_prefix(folder).unwrap_or(&path).to_path_buf(),
                measured(&bytes)?,
            ));
        }
        Ok(Self { files })
    }

    /// The sum over the files that every visit loads.
    #[must_use]
    pub fn first_load(&self) -> Sizes {
        sum(self.files.iter().filter(|(path, _)| later(path).is_none()))
    }

    /// What is loaded later, if ever, and the sum over the files of each.
    #[must_use]
    pub fn later(&self) -> Vec<(String, Sizes)> {
        let mut names: Vec<String> = self
            .files
            .iter()
            .filter_map(|(path, _)| later(path))
            .collect();
        names.sort();
        names.dedup();
        let of = |name: &String| {
            let files = self.files.iter();
            sum(files.filter(|(path, _)| later(path).as_ref() == Some(name)))
        };
        names.iter().map(|name| (name.clone(), of(name))).collect()
    }
}

fn sum<'a>(files: impl Iterator<Item = &'a (PathBuf, Sizes)>) -> Sizes {
    files.fold(Sizes::default(), |sum, (_, sizes)| Sizes {
        raw: sum.raw + sizes.raw,
        gzip: sum.gzip + sizes.gzip,
        brotli: sum.brotli + sizes.brotli,
    })
}

/// What a file belongs to that is not part of the first load: a reader of files, what only an installed app shows, or the
/// words of a language that is spoken by who set it, or whose browser prefers it.
fn later(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    if let Some(reader) = name.strip_prefix("hearsay-read-") {
        let reader = reader.split(['.', '_']).next().unwrap_or_default();
        return Some(format!("reader: {reader}"));
    }
    if let Some(language) = name.strip_suffix(".ftl") {
        return Some(format!("language: {language}"));
    }
    match name {
        "reader.js" => Some("reader: any, to start it".to_owned()),
        _ if name.starts_with("icon-") => Some("icons, when installed".to_owned()),
        _ => None,
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = "first load, all files";
        let later_ones = self.later();
        let width = self
            .files
            .iter()
            .map(|(path, _)| path.to_string_lossy().chars().count())
            .max()
            .unwrap_or_default()
            .max(total.len());
        writeln!(
            f,
            "{:width$}  {:>11}  {:>11}  {:>11}",
            "file", "bytes", "gzip", "brotli"
        )?;
        for (path, sizes) in self.files.iter().filter(|(path, _)| later(path).is_none()) {
            row(f, width, &path.to_string_lossy(), sizes)?;
        }
        row(f, width, total, &self.first_load())?;
        if !later_ones.is_empty() {
            writeln!(f, "\nloaded when needed")?;
        }
        for (name, sizes) in &later_ones {
            row(f, width, name, sizes)?;
        }
        Ok(())
    }
}

fn row(f: &mut fmt::Formatter<'_>, width: usize, name: &str, sizes: &Sizes) -> fmt::Result {
    writeln!(
        f,
        "{name:width$}  {:>11}  {:>11}  {:>11}",
        grouped(sizes.raw),
        grouped(sizes.gzip),
        grouped(sizes.brotli)
    )
}

/// A number with a space between thousands.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

fn measured(bytes: &[u8]) -> Result<Sizes> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    brotli::CompressorReader::new(bytes, 1 << 16, BROTLI_QUALITY, BROTLI_WINDOW)
        .read_to_end(&mut brotli)?;
    Ok(Sizes {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Report, Sizes, grouped, measured};

    #[test]
    fn repetition_compresses_and_raw_bytes_are_counted_as_they_are() {
        let Sizes { raw, gzip, brotli } = measured(&b"who said what? ".repeat(400)).unwrap();
        assert_eq!(raw, 6000);
        assert!(brotli < gzip && gzip < 200, "gzip {gzip}, brotli {brotli}");
    }

    #[test]
    fn what_is_loaded_later_is_no_part_of_the_first_load() {
        let file = |name: &str, brotli| {
            let sizes = Sizes {
                brotli,
                ..Sizes::default()
            };
            (name.into(), sizes)
        };
        let report = Report {
            files: vec![
                file("hearsay-read-pdf.js", 1),
                file("hearsay-read-pdf_bg.wasm", 20),
                file("hearsay-worker_bg.wasm", 300),
                file("icon-192.png", 4_000),
                file("index.html", 50_000),
                file("locales/de.ftl", 600_000),
            ],
        };
        assert_eq!(report.first_load().brotli, 50_300);
        let later = report.later();
        let later: Vec<_> = later
            .iter()
            .map(|(name, sizes)| (name.as_str(), sizes.brotli))
            .collect();
        assert_eq!(
            later,
            [
                ("icons, when installed", 4_000),
                ("language: de", 600_000),
                ("reader: pdf", 21)
            ]
        );
        assert!(report.to_string().contains("loaded when needed"));
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(612), "612");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
