//! Owns [`read`]: from the bytes of a file to the readings of it, whatever its format.

use hearsay_text::{Metadata, Provenance};

use crate::{Format, LoadError, Reading, Readings, check_file_size, extract};

/// What the caller knows of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints<'a> {
    /// Its name, whose ending tells the format where its bytes don't.
    pub name: Option<&'a str>,
    /// Its media type, parameters included.
    pub media_type: Option<&'a str>,
    /// Its format, if somebody said so; else it is detected.
    pub format: Option<Format>,
    /// The address that it was fetched from: relative links are resolved against it.
    pub address: Option<&'a str>,
}

impl Hints<'_> {
    /// The format of `bytes`.
    #[must_use]
    pub fn format_of(&self, bytes: &[u8]) -> Format {
        self.format
            .unwrap_or_else(|| Format::sniff(bytes, self.name, self.media_type))
    }
}

/// How far reading is, in steps of the format: pages, chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// The readings of a file, of any format that this build has a reader for.
///
/// `known` is what the caller knows of the article; what the file says of itself comes first. `on_progress` is called
/// now and then by readers that may take long; whoever wants to stop one ends the worker or process it runs in.
///
/// # Errors
///
/// [`LoadError`]; the caller puts the name of the file before it.
pub fn read(
    bytes: &[u8],
    hints: Hints<'_>,
    known: Metadata,
    on_progress: &mut dyn FnMut(Progress),
) -> Result<Readings, LoadError> {
    let format = hints.format_of(bytes);
    check_file_size(bytes.len(), format)?;
    let mut readings = match format {
        Format::Plain | Format::Markdown => read_text(bytes, format, known)?,
        #[cfg(feature = "page")]
        Format::Html => crate::page::read(bytes, hints, known)?,
        #[cfg(feature = "mail")]
        Format::Mhtml | Format::Mail => crate::mail::read(bytes, hints, known)?,
        #[cfg(feature = "docx")]
        Format::Docx => crate::docx::read(bytes, known)?,
        #[cfg(feature = "epub")]
        Format::Epub => crate::epub::read(bytes, known, on_progress)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => crate::pdf::read(bytes, known, on_progress)?,
        #[allow(unreachable_patterns, reason = "reached without some of the features")]
        format => return Err(LoadError::NoReader { format }),
    };
    let _ = on_progress;
    for Reading { article, .. } in readings.all_mut() {
        let found = &mut article.provenance;
        let given = |value: Option<&str>| value.map(str::to_owned);
        *found = Provenance {
            format: Some(found.format.take().unwrap_or_else(|| format.label().into())),
            file: found.file.take().or_else(|| given(hints.name)),
            address: found.address.take().or_else(|| given(hints.address)),
        };
    }
    Ok(readings)
}

/// Text, in any encoding that this build knows.
fn read_text(bytes: &[u8], format: Format, known: Metadata) -> Result<Readings, LoadError> {
    #[cfg(feature = "encodings")]
    let (text, note) = crate::encoding::decode_text(bytes)?;
    #[cfg(not(feature = "encodings"))]
    let (text, note) = (crate::decode(bytes)?, None);
    let source = format.source(&text).ok_or(LoadError::NoReader { format })?;
    let (article, mut diagnostics) = extract(source, known);
    diagnostics.splice(0..0, note);
    Ok(Readings::one(article, diagnostics))
}
