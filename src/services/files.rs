//! Files, the clipboard and what is dropped: to something that can be opened, or a message why not.

use hearsay_annotate::w3c;
use hearsay_extract::{
    Format, LoadError, MAX_BYTES, MAX_FILE_BYTES, check_size, check_text, decode,
};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

use super::readers;
use crate::dom;
use crate::protocol::SourceMessage;
use crate::state::{listed_address, lone_address};
use crate::t;

/// The built-in sample, in Markdown.
const SAMPLE: &str = include_str!("../samples/tour.md");

/// How many bytes of a file are looked at to tell its format.
const HEAD: u32 = 8_192;

/// Bytes of pasted HTML beyond which it is no fragment but most of a page.
const FRAGMENT: usize = 200_000;

/// Something that can be opened.
#[derive(Debug)]
pub(super) struct Opening {
    /// What it is called, for the reader: *pasted text*, *speech.html*.
    pub(super) what: String,
    /// What to make the article from.
    pub(super) matter: Matter,
    /// Title, if the source says none.
    pub(super) title: Option<String>,
    /// Name of the file.
    pub(super) file: Option<String>,
    /// The address that it was had from.
    pub(super) address: Option<String>,
}

/// What an article is made from, and by whom.
#[derive(Debug)]
pub(super) enum Matter {
    /// Text or events, for the engine.
    Source(Format, SourceMessage),
    /// A file, for the reader of its format.
    Bytes {
        /// Who reads it.
        reader: &'static str,
        /// Its format.
        format: Format,
        /// Its media type.
        media_type: Option<String>,
        /// The file.
        bytes: ArrayBuffer,
    },
}

/// What is in a transfer, whether pasted or dropped.
pub(super) enum Transferred {
    /// Words.
    Opening(Opening),
    /// A file, to be read.
    File(File),
    /// The address of a page, to be fetched.
    Address(String),
    /// Nothing that could be opened; why, and what to do.
    Nothing(String),
}

/// The sample.
pub(super) fn sample() -> Opening {
    Opening {
        what: t!("what-sample"),
        matter: markdown(SAMPLE),
        title: None,
        file: None,
        address: None,
    }
}

/// Text that was typed or pasted as text.
///
/// # Errors
///
/// Says what is wrong with it and what to do.
pub(super) fn text(text: String) -> Result<Opening, String> {
    check_text(&text).map_err(|error| match error {
        LoadError::Empty => t!("open-nothing-pasted"),
        error => t!("open-pasted-is", problem = error.to_string()),
    })?;
    let matter = match Format::detect(None, None, &text) {
        Format::Markdown => markdown(&text),
        // Somebody who pastes markup as text has copied the source of a page.
        Format::Html => html(&text),
        _ => Matter::Source(Format::Plain, SourceMessage::Plain(text)),
    };
    Ok(pasted(matter))
}

/// The HTML of a page, as text, for the reader of pages; `address` is where it was had from.
pub(super) fn page(html_text: &str, what: String, address: Option<String>) -> Opening {
    Opening {
        what,
        address,
        ..pasted(html(html_text))
    }
}

fn pasted(matter: Matter) -> Opening {
    Opening {
        what: t!("what-pasted"),
        matter,
        title: None,
        file: None,
        address: None,
    }
}

fn markdown(text: &str) -> Matter {
    Matter::Bytes {
        reader: readers::MARKDOWN,
        format: Format::Markdown,
        media_type: Some(String::from("text/markdown")),
        bytes: Uint8Array::from(text.as_bytes()).buffer(),
    }
}

fn html(text: &str) -> Matter {
    Matter::Bytes {
        reader: readers::PAGE,
        format: Format::Html,
        // The text is Unicode, whatever it says of itself.
        media_type: Some(String::from("text/html;charset=utf-8")),
        bytes: Uint8Array::from(text.as_bytes()).buffer(),
    }
}

/// What was pasted or dropped: an address alone, rich text if it has a shape, else plain text, else a file.
pub(super) fn transferred(transfer: &DataTransfer) -> Transferred {
    let data = |kind: &str| transfer.get_data(kind).unwrap_or_default();
    let rich = data("text/html");
    let plain = data("text/plain");
    let files = transfer.files();
    let n_files = files.as_ref().map_or(0, web_sys::FileList::length);
    let list = data("text/uri-list");
    // A link that is dragged or copied has its words as rich text, which are no article.
    let address = if n_files == 0 {
        lone_address(&plain).or_else(|| listed_address(&list))
    } else {
        None
    };
    if let Some(address) = address {
        return Transferred::Address(address.to_owned());
    }
    if let Some(matter) = rich_text(&rich, plain.trim().is_empty()) {
        return Transferred::Opening(pasted(matter));
    }
    if plain.trim().is_empty() && n_files > 0 {
        return match files.and_then(|files| files.get(0)) {
            Some(file) if n_files == 1 => Transferred::File(file),
            _ => Transferred::Nothing(t!("open-several-files")),
        };
    }
    match text(plain) {
        Ok(opening) => Transferred::Opening(opening),
        Err(message) => Transferred::Nothing(message),
    }
}

/// What pasted HTML is to be opened as: a fragment as the browser's own parser has it, most of a page by the reader of
/// pages; `None` where the plain text beside it says as much.
fn rich_text(rich: &str, is_alone: bool) -> Option<Matter> {
    check_text(rich).ok()?;
    if rich.len() > FRAGMENT {
        return Some(html(rich));
    }
    let document = dom::parse(rich)?;
    let words = document.body()?.text_content()?;
    let has_shape = dom::has_structure(&document) || is_alone;
    if !has_shape || check_text(&words).is_err() {
        return None;
    }
    if dom::is_whole_page(&document) {
        return Some(html(rich));
    }
    let events = SourceMessage::Events(dom::events(&document));
    Some(Matter::Source(Format::Html, events))
}

/// Reads a file that was chosen or dropped.
///
/// # Errors
///
/// Says what is wrong with it and what to do. Its size is looked at before it is read.
pub(super) async fn open(file: &File) -> Result<Opening, String> {
    let name = file.name();
    let buffer = read(file, |size| match size {
        0..=MAX_FILE_BYTES => Ok(()),
        bytes => Err(too_large(bytes)),
    })
    .await?;
    let kind = Some(file.type_()).filter(|kind| !kind.is_empty());
    let matter = matter(buffer, Some(&name), kind).map_err(|error| about(&name, &error))?;
    let title = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    Ok(Opening {
        title: (!title.is_empty()).then(|| title.to_owned()),
        what: name.clone(),
        matter,
        file: Some(name),
        address: None,
    })
}

/// What the bytes of a file are to be opened as: text in Unicode by the engine, all else by a reader.
///
/// # Errors
///
/// Says what is wrong with them; to follow the name of the file.
pub(super) fn matter(
    bytes: ArrayBuffer,
    name: Option<&str>,
    media_type: Option<String>,
) -> Result<Matter, String> {
    let view = Uint8Array::new(&bytes);
    let head = view.subarray(0, HEAD).to_vec();
    let format = Format::sniff(&head, name, media_type.as_deref());
    let mut reader = readers::of(format);
    if matches!(format, Format::Plain | Format::Markdown) {
        check_size(view.length() as usize).map_err(|error| error.to_string())?;
        match decode(&view.to_vec()) {
            Ok(_) if format == Format::Markdown => {}
            Ok(text) => return Ok(Matter::Source(format, SourceMessage::Plain(text))),
            // Who reads pages knows the encodings of old.
            Err(LoadError::NotUtf8 { .. } | LoadError::NotUtf16 { .. }) => reader = readers::PAGE,
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(Matter::Bytes {
        reader,
        format,
        media_type,
        bytes,
    })
}

fn too_large(bytes: usize) -> String {
    let limit = if bytes > MAX_FILE_BYTES {
        MAX_FILE_BYTES
    } else {
        MAX_BYTES
    };
    LoadError::TooLarge { bytes, limit }.to_string()
}

/// Reads a file of annotations.
///
/// # Errors
///
/// Says what is wrong with it and what to do.
pub(super) async fn annotations(file: &File) -> Result<String, String> {
    words(file, |size| {
        if size > w3c::MAX_BYTES {
            let error = w3c::ImportError::TooLarge { bytes: size };
            return Err(error.to_string());
        }
        Ok(())
    })
    .await
}

/// The words of a file that one of ours should be, if its size passes `check`.
///
/// # Errors
///
/// Says what is wrong with it and what to do.
pub(super) async fn words(
    file: &File,
    check: impl FnOnce(usize) -> Result<(), String>,
) -> Result<String, String> {
    let name = file.name();
    let buffer = read(file, check).await?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to().to_string();
        about(&name, &t!("open-not-utf8", at = at))
    })
}

async fn read(
    file: &File,
    check: impl FnOnce(usize) -> Result<(), String>,
) -> Result<ArrayBuffer, String> {
    let name = file.name();
    // A size that does not fit is too large.
    check(file.size() as usize).map_err(|error| about(&name, &error))?;
    let failed = || about(&name, &t!("open-unreadable-file"));
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| failed())?;
    buffer.dyn_into().map_err(|_| failed())
}

/// A message about a file.
pub(super) fn about(name: &str, problem: &str) -> String {
    let problem = ended(problem.to_owned());
    t!("open-failed", name = name, problem = problem)
}

/// `words` with a full stop, unless something ends them already.
pub(super) fn ended(mut words: String) -> String {
    if !words.ends_with(['.', '?', '!']) {
        words.push('.');
    }
    words
}
