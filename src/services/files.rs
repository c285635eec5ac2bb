//! Files, the clipboard and what is dropped: to something that the engine can open, or a message why not.

use hearsay_annotate::w3c;
use hearsay_extract::{Format, LoadError, check_size, check_text, decode};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

use crate::dom;
use crate::protocol::SourceMessage;

/// The built-in sample, in Markdown.
const SAMPLE: &str = include_str!("../samples/tram.md");

/// Something that the engine can open.
#[derive(Debug)]
pub(super) struct Opening {
    /// What it is called, for the reader: *pasted text*, *speech.html*.
    pub(super) what: String,
    /// What to make the article from.
    pub(super) source: SourceMessage,
    /// Title, if the source says none.
    pub(super) title: Option<String>,
}

/// What is in a transfer, whether pasted or dropped.
pub(super) enum Transferred {
    /// Words.
    Opening(Opening),
    /// A file, to be read.
    File(File),
    /// Nothing that could be opened; why, and what to do.
    Nothing(String),
}

/// The sample.
pub(super) fn sample() -> Opening {
    Opening {
        what: String::from("the sample"),
        source: SourceMessage::Markdown(SAMPLE.to_owned()),
        title: None,
    }
}

/// Text that was typed or pasted as text.
///
/// # Errors
///
/// Says what is wrong with it and what to do.
pub(super) fn text(text: String) -> Result<Opening, String> {
    check_text(&text).map_err(|error| match error {
        LoadError::Empty => String::from(
            "Nothing to open: there are no words in what was pasted. Copy the article's text first, then paste it here.",
        ),
        error => ["The pasted text is ", &error.to_string(), "."].concat(),
    })?;
    let what = String::from("pasted text");
    let source = match Format::detect(None, None, &text) {
        // Somebody who pastes markup as text has copied the source of a page.
        Format::Html => html(&text).unwrap_or(SourceMessage::Plain(text)),
        Format::Markdown => SourceMessage::Markdown(text),
        Format::Plain => SourceMessage::Plain(text),
    };
    Ok(Opening {
        what,
        source,
        title: None,
    })
}

/// What was pasted or dropped: rich text if it has a shape, else plain text, else a file.
pub(super) fn transferred(transfer: &DataTransfer) -> Transferred {
    let data = |kind: &str| transfer.get_data(kind).unwrap_or_default();
    let rich = data("text/html");
    let plain = data("text/plain");
    let files = transfer.files();
    let n_files = files.as_ref().map_or(0, web_sys::FileList::length);
    if check_text(&rich).is_ok()
        && let Some(document) = dom::parse(&rich)
        && (dom::has_structure(&document) || plain.trim().is_empty())
        && document
            .body()
            .and_then(|body| body.text_content())
            .is_some_and(|words| check_text(&words).is_ok())
    {
        return Transferred::Opening(Opening {
            what: String::from("pasted text"),
            source: SourceMessage::Events(dom::events(&document)),
            title: None,
        });
    }
    if plain.trim().is_empty() && n_files > 0 {
        return match files.and_then(|files| files.get(0)) {
            Some(file) if n_files == 1 => Transferred::File(file),
            _ => Transferred::Nothing(String::from(
                "Several files at once; Hearsay opens one article at a time. Choose or drop one of them.",
            )),
        };
    }
    match text(plain) {
        Ok(opening) => Transferred::Opening(opening),
        Err(message) => Transferred::Nothing(message),
    }
}

/// Reads a file that was chosen or dropped.
///
/// # Errors
///
/// Says what is wrong with it and what to do. Its size is looked at before it is read.
pub(super) async fn open(file: &File) -> Result<Opening, String> {
    let name = file.name();
    let bytes = read(file, |size| {
        check_size(size).map_err(|error| error.to_string())
    })
    .await?;
    let text = decode(&bytes).map_err(|error| about(&name, &error.to_string()))?;
    let kind = file.type_();
    let format = Format::detect(
        Some(&name),
        Some(&kind)
            .filter(|kind| !kind.is_empty())
            .map(String::as_str),
        &text,
    );
    let source = match format {
        Format::Html => html(&text).unwrap_or(SourceMessage::Plain(text)),
        Format::Markdown => SourceMessage::Markdown(text),
        Format::Plain => SourceMessage::Plain(text),
    };
    let title = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    Ok(Opening {
        title: (!title.is_empty()).then(|| title.to_owned()),
        what: name,
        source,
    })
}

/// Reads a file of annotations.
///
/// # Errors
///
/// Says what is wrong with it and what to do.
pub(super) async fn annotations(file: &File) -> Result<String, String> {
    let name = file.name();
    let bytes = read(file, |size| {
        if size > w3c::MAX_BYTES {
            let error = w3c::ImportError::TooLarge { bytes: size };
            return Err(error.to_string());
        }
        Ok(())
    })
    .await?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to().to_string();
        about(
            &name,
            &[
                "not valid UTF-8 (first fault at byte ",
                &at,
                "); is this the file that was exported?",
            ]
            .concat(),
        )
    })
}

async fn read(
    file: &File,
    check: impl FnOnce(usize) -> Result<(), String>,
) -> Result<Vec<u8>, String> {
    let name = file.name();
    // A size that does not fit is too large.
    check(file.size() as usize).map_err(|error| about(&name, &error))?;
    let failed = || {
        about(
            &name,
            "it could not be read; it may have been moved, or it is a folder. Choose it again",
        )
    };
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| failed())?;
    let buffer: js_sys::ArrayBuffer = buffer.dyn_into().map_err(|_| failed())?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn html(text: &str) -> Option<SourceMessage> {
    let document = dom::parse(text)?;
    Some(SourceMessage::Events(dom::events(&document)))
}

/// A message about a file.
fn about(name: &str, problem: &str) -> String {
    let problem = ended(problem.to_owned());
    ["“", name, "” cannot be opened: ", &problem].concat()
}

/// `words` with a full stop, unless something ends them already.
pub(super) fn ended(mut words: String) -> String {
    if !words.ends_with(['.', '?', '!']) {
        words.push('.');
    }
    words
}
