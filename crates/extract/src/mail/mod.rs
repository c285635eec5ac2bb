//! Owns the reader of mail (RFC 5322) and of saved pages (MHTML, RFC 2557), which are mails by their form.
//!
//! Parts are looked at where they lie and decoded only when they hold words: pictures never are. Fields of headers are
//! read in `field`, the tree of parts in `part`, mails in `letter`, pages in `saved`.

mod field;
mod flowed;
mod letter;
mod part;
mod saved;
mod transfer;

use hearsay_text::Metadata;

use crate::{Format, Hints, LoadError, Readings};
use part::Part;

pub(crate) fn read(bytes: &[u8], hints: Hints<'_>, known: Metadata) -> Result<Readings, LoadError> {
    let whole = Part::read(bytes);
    match hints.format_of(bytes) {
        Format::Mhtml => saved::read(&whole, hints, known),
        _ => letter::read(&whole, known),
    }
}
