//! Owns the reader of Word documents.

use hearsay_text::Metadata;

use crate::{Format, LoadError, Readings};

pub(crate) fn read(_bytes: &[u8], _known: Metadata) -> Result<Readings, LoadError> {
    Err(LoadError::NoReader {
        format: Format::Docx,
    })
}
