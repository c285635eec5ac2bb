//! Owns the reader of EPUB books (EPUB 3.3 and EPUB 2): the whole book as one article, and each chapter as one of its own.
//!
//! Chapters are what the table of contents says: a chapter may go on over several files, and several may share one. Files
//! are XHTML, but read by the reader of web pages, so that their blocks come out alike. Pictures, styles and scripts are
//! never looked at.

mod chapter;
mod contents;
mod front;
mod package;
mod text;
mod xhtml;

use hearsay_text::{Article, Metadata};

use crate::archive::{Archive, is_archive};
use crate::xml::{Node, Xml, decode};
use crate::{
    Ask, Diagnostic, Format, LeftOut, LoadError, MAX_BYTES, Progress, Reading, Readings, path,
};
use chapter::Chapters;
use contents::{Entry, Starts};
use package::Package;
use text::Text;

/// Ways to scramble fonts, which lock nothing that is to be read (EPUB 3.3, section 4.4.2.5, and Adobe's).
const FONT_SCRAMBLING: [&str; 2] = [
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
];

/// The article in an EPUB book, and its chapters.
///
/// # Errors
///
/// [`LoadError`] if it is no book, locked, damaged or unpacks to too much.
pub(crate) fn read(
    bytes: &[u8],
    known: Metadata,
    on_progress: &mut dyn FnMut(Progress),
) -> Result<Readings, LoadError> {
    let format = Format::Epub;
    if !is_archive(bytes) {
        let problem = "it does not begin as a ZIP archive does, which EPUB books are".into();
        return Err(LoadError::Damaged { format, problem });
    }
    let archive = Archive::open(bytes, format)?;
    let package_path = package_path(&archive)?;
    let text = archive.read(&package_path)?.map(decode).unwrap_or_default();
    let mut package = Package::read(&text, folder_of(&package_path));
    if package.spine.is_empty() {
        package.spine = all_texts(&archive);
    }
    check_locks(&archive, &package)?;
    let starts = starts(&archive, &package)?;

    let total = u32::try_from(package.spine.len()).unwrap_or(u32::MAX);
    let mut chapters = Chapters::default();
    let (mut n_contents, mut n_missing) = (0, 0);
    for (done, item) in (0..).zip(&package.spine) {
        on_progress(Progress { done, total });
        let xhtml = match archive.read(&item.path) {
            Ok(Some(bytes)) => decode(bytes),
            Ok(None) | Err(LoadError::Damaged { .. }) => {
                n_missing += 1;
                continue;
            }
            Err(error) => return Err(error),
        };
        // A tree takes many times the bytes of its markup, so the limit is that of web pages.
        if xhtml.len() > MAX_BYTES {
            return Err(LoadError::TooLargeInside { limit: MAX_BYTES });
        }
        let text = Text::read(&xhtml);
        drop(xhtml);
        if item.is_contents || text.is_contents {
            n_contents += 1;
            continue;
        }
        chapters.add(item, text, &starts)?;
    }
    chapters.finish()?;
    on_progress(Progress { done: total, total });
    if chapters.found.is_empty() && n_missing > 0 {
        let problem = format!("{n_missing} of its {total} parts are missing or damaged");
        return Err(LoadError::Damaged { format, problem });
    }
    let metadata = ahead_of(package.metadata, chapters.language.take(), known);
    let mut readings = readings(chapters, metadata);
    let diagnostics = &mut readings.first.diagnostics;
    if n_contents > 0 {
        let what = LeftOut::Contents;
        let count = n_contents;
        diagnostics.push(Diagnostic::LeftOut { what, count });
    }
    if n_missing > 0 {
        diagnostics.push(Diagnostic::PartsMissing { count: n_missing });
    }
    Ok(readings)
}

/// What the book says of itself before what the caller knows.
fn ahead_of(said: Metadata, language: Option<String>, known: Metadata) -> Metadata {
    let written = Metadata {
        language,
        ..Metadata::default()
    };
    said.or(written).or(known)
}

fn readings(chapters: Chapters, metadata: Metadata) -> Readings {
    let (article, mut diagnostics) = chapter::whole(&chapters.found, metadata);
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    let n_chapters = chapters.found.iter().filter(|one| one.is_chapter()).count();
    if n_chapters < 2 {
        return Readings::one(article, diagnostics);
    }
    let kept = chapters
        .found
        .into_iter()
        .filter(chapter::Chapter::is_chapter);
    let others = (1..)
        .zip(kept)
        .map(|(nth, chapter)| chapter.into_reading(nth, &article.metadata))
        .collect();
    Readings {
        first: whole_book(article, diagnostics),
        others,
        ask: Some(Ask::WhichChapter),
    }
}

fn whole_book(article: Article, diagnostics: Vec<Diagnostic>) -> Reading {
    Reading {
        label: chapter::label("The whole book", &article.text),
        article,
        diagnostics,
    }
}

/// Where the package document is, as `META-INF/container.xml` says (EPUB 3.3, section 4.2.6.3.1), else the first that
/// looks like one.
fn package_path(archive: &Archive<'_>) -> Result<String, LoadError> {
    let container = archive.read("META-INF/container.xml");
    let container = container.ok().flatten().map(decode).unwrap_or_default();
    let mut xml = Xml::new(&container);
    while let Some(node) = xml.next() {
        if let Node::Open(element) = node
            && element.name() == "rootfile"
        {
            let path = path::resolve("", &element.get("full-path").unwrap_or_default());
            if archive.has(&path) {
                return Ok(path);
            }
        }
    }
    let guess = archive
        .names()
        .find(|name| name.to_ascii_lowercase().ends_with(".opf"));
    if let Some(guess) = guess {
        return Ok(guess.to_owned());
    }
    let format = Format::Epub;
    if archive.has("META-INF/container.xml") || archive.has("mimetype") {
        let problem = "its package document, which says what is in it, is missing".into();
        return Err(LoadError::Damaged { format, problem });
    }
    Err(LoadError::Mistaken {
        format,
        looks_like: "some other ZIP archive",
        instead: "unpack it and open the file in it that holds the text",
    })
}

/// The texts of a book that does not say in what order they are read: as they stand in the archive.
fn all_texts(archive: &Archive<'_>) -> Vec<package::SpineItem> {
    let is_text = |name: &&str| {
        let name = name.to_ascii_lowercase();
        [".xhtml", ".html", ".htm"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    let texts = archive.names().filter(is_text);
    texts
        .map(|path| package::SpineItem {
            path: path.to_owned(),
            is_contents: false,
            is_front: front::is_front_file(path),
        })
        .collect()
}

/// # Errors
///
/// [`LoadError::Locked`] if texts are encrypted, not only fonts (EPUB 3.3, section 4.2.6.3.2).
fn check_locks(archive: &Archive<'_>, package: &Package) -> Result<(), LoadError> {
    let Some(bytes) = archive.read("META-INF/encryption.xml")? else {
        return Ok(());
    };
    let text = decode(bytes);
    let mut xml = Xml::new(&text);
    let mut locks = true;
    let mut locked = std::collections::BTreeSet::new();
    while let Some(node) = xml.next() {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "EncryptedData" => locks = true,
            "EncryptionMethod" => {
                let method = element.get("Algorithm").unwrap_or_default();
                locks = !FONT_SCRAMBLING.contains(&method.as_str());
            }
            "CipherReference" if locks => {
                locked.insert(path::resolve("", &element.get("URI").unwrap_or_default()));
            }
            _ => {}
        }
    }
    if package.spine.iter().any(|item| locked.contains(&item.path)) {
        return Err(LoadError::Locked {
            format: Format::Epub,
        });
    }
    Ok(())
}

/// Where chapters begin, by the table of contents, the newer kind first.
fn starts(archive: &Archive<'_>, package: &Package) -> Result<Starts, LoadError> {
    type Reader = fn(&str, &str) -> Vec<Entry>;
    let kinds: [(&Option<String>, Reader); 2] = [
        (&package.navigation, contents::of_navigation),
        (&package.ncx, contents::of_ncx),
    ];
    for (path, read) in kinds {
        let Some(path) = path else {
            continue;
        };
        let bytes = match archive.read(path) {
            Ok(bytes) => bytes,
            // A book can be read without.
            Err(LoadError::Damaged { .. }) => None,
            Err(error) => return Err(error),
        };
        let text = bytes.map(decode).unwrap_or_default();
        let starts = contents::starts(read(&text, folder_of(path)));
        let is_read = |item: &package::SpineItem| starts.contains_key(&item.path);
        if package.spine.iter().any(is_read) {
            return Ok(starts);
        }
    }
    Ok(Starts::new())
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
