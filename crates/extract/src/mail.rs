//! Owns the reader of mail and of saved pages.

use hearsay_text::Metadata;

use crate::{Hints, LoadError, Readings, decode, html};

pub(crate) fn read(
    bytes: &[u8],
    _hints: Hints<'_>,
    _known: Metadata,
) -> Result<Readings, LoadError> {
    let text = decode(bytes)?;
    let (article, diagnostics) = html::extract(&text);
    Ok(Readings::one(article, diagnostics))
}
