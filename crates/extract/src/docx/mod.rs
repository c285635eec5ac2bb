//! Owns the reader of Word documents (Office Open XML, ECMA-376): from the package to the article.
//!
//! It reports the same events as readers of markup do, and the builder makes blocks of them. What it decides: tracked
//! changes are accepted; comments, headers and footers, hidden text and tables of contents are left out; notes follow at
//! the end, without the marks that point to them, so that they stand in no quote; a document is named by its title line,
//! then by its first heading, then by its properties, which programs fill in by themselves.

mod body;
mod field;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod story;
mod styles;
mod symbol;

use std::collections::BTreeMap;

use hearsay_text::Metadata;

use crate::archive::{Archive, is_archive};
use crate::xml::decode;
use crate::{Diagnostic, Event, Format, LeftOut, LoadError, Readings, Source, check_size, extract};
use body::{Body, Context, Found, NoteId};
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Compound files (MS-CFB, section 2.2): Office documents before 2007, and later ones under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Lines that name the author are short.
const LONGEST_BYLINE: usize = 200;

/// The article in a Word document.
///
/// # Errors
///
/// [`LoadError`] if it is no Word document, wants a password, is damaged or unpacks to too much.
pub(crate) fn read(bytes: &[u8], known: Metadata) -> Result<Readings, LoadError> {
    let format = Format::Docx;
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if !is_archive(bytes) {
        let problem = "it does not begin as a ZIP archive does, which Word documents are".into();
        return Err(LoadError::Damaged { format, problem });
    }
    let archive = Archive::open(bytes, format)?;
    let package = Package::open(&archive)?;
    let styles = Styles::read(&package.part(&archive, "styles")?);
    let numbering = Numbering::read(&package.part(&archive, "numbering")?);
    let properties = archive.read(&package.properties).ok().flatten();
    let properties = properties.map(|bytes| properties::read(&decode(bytes)));
    let main = archive.read(&package.main)?.map(decode).unwrap_or_default();
    let context = || Context {
        styles: &styles,
        numbering: &numbering,
        targets: &package.targets,
    };
    let mut body = Body::new(context());
    let (mut events, _) = body.walk(&main);
    drop(main);
    let fault = body.fault;
    let found = body.found;
    let n_notes = add_notes(&mut events, &found.notes, |kind| {
        let part = package.part(&archive, kind)?;
        Ok(Body::new(context()).walk(&part).1)
    })?;

    let known = ahead_of(properties.unwrap_or_default(), &found, known);
    let (mut article, mut diagnostics) = extract(Source::Events(&events), known);
    check_size(article.text.len())?;
    if let Some(byte) = fault {
        if article.blocks.is_empty() {
            let problem = format!(
                "its text makes no sense from byte {byte} of “{}” on",
                package.main
            );
            return Err(LoadError::Damaged { format, problem });
        }
        diagnostics.push(Diagnostic::CutShort);
    }
    if let Some(title) = found.title.clone() {
        article.metadata.title = Some(title);
    }
    diagnostics.extend(diagnostics_of(&found, n_notes));
    Ok(Readings::one(article, diagnostics))
}

fn compound(bytes: &[u8]) -> LoadError {
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let format = Format::Docx;
    if bytes
        .windows(encrypted.len())
        .any(|window| window == encrypted)
    {
        return LoadError::Protected { format };
    }
    LoadError::Mistaken {
        format,
        looks_like: "a document of an older Office program (.doc, .xls, .ppt or .msg)",
        instead: "open it in Word or LibreOffice, save it as .docx and open that",
    }
}

/// Adds the notes that the text refers to, footnotes first, and counts them.
fn add_notes(
    events: &mut Vec<Event>,
    wanted: &[NoteId],
    mut read: impl FnMut(&str) -> Result<BTreeMap<String, Vec<Event>>, LoadError>,
) -> Result<usize, LoadError> {
    let mut n_notes = 0;
    for (at_end, kind) in [(false, "footnotes"), (true, "endnotes")] {
        if !wanted.iter().any(|(is_at_end, _)| *is_at_end == at_end) {
            continue;
        }
        let mut notes = read(kind)?;
        let ids = wanted.iter().filter(|(is_at_end, _)| *is_at_end == at_end);
        for note in ids.filter_map(|(_, id)| notes.remove(id)) {
            n_notes += usize::from(!note.is_empty());
            events.extend(note);
        }
    }
    Ok(n_notes)
}

/// What the document says of itself before what the caller knows.
fn ahead_of(properties: Metadata, found: &Found, known: Metadata) -> Metadata {
    let line = |line: &Option<String>| line.clone().filter(|line| line.len() <= LONGEST_BYLINE);
    // The language that most is written in; of two, the first by name.
    let languages = found.languages.iter().rev();
    let language = languages.max_by_key(|(_, size)| **size);
    let printed = Metadata {
        byline: line(&found.byline),
        date: line(&found.date),
        language: language.map(|(language, _)| language.clone()),
        ..Metadata::default()
    };
    printed.or(properties).or(known)
}

fn diagnostics_of(found: &Found, n_notes: usize) -> impl Iterator<Item = Diagnostic> {
    let left_out = |what, count| Diagnostic::LeftOut { what, count };
    let all = [
        (
            found.n_changes,
            Diagnostic::Changes {
                count: found.n_changes,
            },
        ),
        (n_notes, Diagnostic::Notes { count: n_notes }),
        (
            found.n_comments,
            left_out(LeftOut::Comment, found.n_comments),
        ),
        (found.n_hidden, left_out(LeftOut::Hidden, found.n_hidden)),
        (found.n_pictures, left_out(LeftOut::Media, found.n_pictures)),
        (
            found.n_embedded,
            left_out(LeftOut::Embedded, found.n_embedded),
        ),
        (
            usize::from(found.has_contents),
            left_out(LeftOut::Contents, 1),
        ),
    ];
    all.into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, diagnostic)| diagnostic)
}
