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

    /// The sum over all files.
    #[must_use]
    pub fn total(&self) -> Sizes {
        self.files
            .iter()
            .fold(Sizes::default(), |sum, (_, sizes)| Sizes {
                raw: sum.raw + sizes.raw,
                gzip: sum.gzip + sizes.gzip,
                brotli: sum.brotli + sizes.brotli,
            })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = "first load, all files";
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
        for (path, sizes) in &self.files {
            row(f, width, &path.to_string_lossy(), sizes)?;
        }
        row(f, width, total, &self.total())
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
    use super::{Sizes, grouped, measured};

    #[test]
    fn repetition_compresses_and_raw_bytes_are_counted_as_they_are() {
        let Sizes { raw, gzip, brotli } = measured(&b"who said what? ".repeat(400)).unwrap();
        assert_eq!(raw, 6000);
        assert!(brotli < gzip && gzip < 200, "gzip {gzip}, brotli {brotli}");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(612), "612");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
