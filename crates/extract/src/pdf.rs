//! Owns the reader of Pdf files.

use hearsay_text::Metadata;

use crate::{Format, LoadError, Progress, Readings};

pub(crate) fn read(
    _bytes: &[u8],
    _known: Metadata,
    _on_progress: &mut dyn FnMut(Progress),
) -> Result<Readings, LoadError> {
    Err(LoadError::NoReader {
        format: Format::Pdf,
    })
}
