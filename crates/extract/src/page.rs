//! Owns the reader of web pages.

use hearsay_text::Metadata;

use crate::encoding::decode_html;
use crate::{Hints, LoadError, Readings, html};

pub(crate) fn read(
    bytes: &[u8],
    hints: Hints<'_>,
    _known: Metadata,
) -> Result<Readings, LoadError> {
    let (text, note) = decode_html(bytes, hints.media_type)?;
    let (article, mut diagnostics) = html::extract(&text);
    diagnostics.splice(0..0, note);
    Ok(Readings::one(article, diagnostics))
}
