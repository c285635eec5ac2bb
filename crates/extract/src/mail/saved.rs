//! Owns saved pages (MHTML): which of the parts is the page, and where it was saved from.

use hearsay_text::Metadata;

use super::part::{DEEPEST, Part};
use super::{field, letter};
use crate::{Format, Hints, LoadError, Readings, page};

/// The readings of the page that `whole` was saved from.
pub(super) fn read(
    whole: &Part<'_>,
    hints: Hints<'_>,
    mut known: Metadata,
) -> Result<Readings, LoadError> {
    let saved_from = field::words(whole.header, "Snapshot-Content-Location");
    let Some(root) = root(whole, saved_from.as_deref()) else {
        // Some programs save plain text so.
        return letter::read(whole, known);
    };
    let address = saved_from
        .or_else(|| root.bare("Content-Location"))
        .filter(|address| address.starts_with("http"))
        .or_else(|| hints.address.map(str::to_owned));
    known.title = known
        .title
        .or_else(|| field::words(whole.header, "Subject"));
    let content_type = root.content_type();
    let hints = Hints {
        media_type: Some(&content_type),
        address: address.as_deref(),
        format: Some(Format::Html),
        ..hints
    };
    let mut readings = page::read(&root.decoded(), hints, known)?;
    for reading in readings.all_mut() {
        let found = &mut reading.article.provenance;
        found.format = Some(Format::Mhtml.label().into());
        found.address = found.address.take().or_else(|| address.clone());
    }
    Ok(readings)
}

/// The part that is the page: the one that is said to be (RFC 2387, section 3.2), the one with the address of the whole,
/// else the first that is HTML. Frames are pages of their own and come later.
fn root<'a>(whole: &Part<'a>, saved_from: Option<&str>) -> Option<Part<'a>> {
    let mut level = *whole;
    for _ in 0..DEEPEST {
        let kind = level.content_type();
        if is_page(&kind) {
            return Some(level);
        }
        let parts = level.parts();
        let start = field::parameter(&kind, "start");
        let start = start
            .as_deref()
            .map(|start| start.trim_matches(['<', '>', ' ']));
        let is_inner = |part: &Part<'_>| {
            let kind = part.content_type();
            is_page(&kind) || field::essence(&kind).starts_with("multipart/")
        };
        let is_started =
            |part: &&Part<'_>| start.is_some() && part.bare("Content-ID").as_deref() == start;
        let is_there = |part: &&Part<'_>| {
            saved_from.is_some() && part.bare("Content-Location").as_deref() == saved_from
        };
        let candidates = || parts.iter().filter(|part| is_inner(part));
        level = *candidates()
            .find(is_started)
            .or_else(|| candidates().find(is_there))
            .or_else(|| candidates().next())?;
    }
    None
}

fn is_page(content_type: &str) -> bool {
    matches!(
        field::essence(content_type).as_str(),
        "text/html" | "application/xhtml+xml"
    )
}
