//! Owns the reader of plain text: which lines are paragraphs, which are quoted from a mail, which are items of a list.
//! Words are never changed.
//!
//! Joining hard-wrapped lines is done in `wrap`, marks of mail in `quoting`, title, byline and date in `head`.

mod head;
mod list;
mod quoting;
mod wrap;

use hearsay_text::{Article, ArticleBuilder, BlockKind, Metadata};

use crate::Diagnostic;
use list::{Marker, list_markers};

/// The article that `text` is.
pub(crate) fn extract(text: &str) -> (Article, Vec<Diagnostic>) {
    read(text, false)
}

/// The article that the text of a mail is: what quotes an earlier mail is set off, and the signature goes.
#[cfg(feature = "mail")]
pub(crate) fn extract_mail(text: &str) -> (Article, Vec<Diagnostic>) {
    read(text, true)
}

fn read(text: &str, is_mail: bool) -> (Article, Vec<Diagnostic>) {
    let lines = lines(text.strip_prefix('\u{feff}').unwrap_or(text));
    let (chunks, n_signature) = quoting::chunks(lines, is_mail);
    let (paragraphs, n_joined) = wrap::paragraphs(&chunks);
    let mut diagnostics = Vec::new();
    if n_joined > 0 {
        let paragraphs = n_joined;
        diagnostics.push(Diagnostic::Unwrapped { paragraphs });
    }
    if n_signature > 0 {
        let lines = n_signature;
        diagnostics.push(Diagnostic::Signature { lines });
    }
    let mut said = Metadata::default();
    let title = if is_mail {
        // Its subject says it.
        None
    } else {
        head::read(&paragraphs, &mut said)
    };
    let mut builder = ArticleBuilder::new(said);
    let markers = list_markers(&paragraphs);
    for (nth, (paragraph, marker)) in paragraphs.iter().zip(markers).enumerate() {
        let words = paragraph.words.as_str();
        let (kind, words) = match marker {
            _ if Some(nth) == title => (BlockKind::Heading(1), words),
            _ if paragraph.depth > 0 => (BlockKind::BlockQuote, words),
            Some(Marker { len, number }) => {
                let ordered = number.is_some();
                let kind = BlockKind::ListItem { ordered, depth: 0 };
                (kind, &words[len..])
            }
            None => (BlockKind::Paragraph, words),
        };
        builder.push(kind, words, Vec::new());
    }
    (builder.build(), diagnostics)
}

/// Lines without a blank line between them.
#[derive(Default)]
struct Chunk<'a> {
    /// Without the marks of quoting.
    lines: Vec<&'a str>,
    /// How many mails ago it was written: the number of `>` before each line.
    depth: usize,
}

/// Words that belong together.
struct Paragraph {
    words: String,
    /// As in [`Chunk`].
    depth: usize,
    /// No blank line is between it and the paragraph before.
    is_close: bool,
}

/// The lines of `text`, which end at `\n`, `\r`, `\r\n`, and at Unicode's separators and form feeds.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
    })
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end();
    let bare = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔'])
}
