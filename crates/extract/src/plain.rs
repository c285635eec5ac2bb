//! Owns the reader of plain text: which lines are paragraphs, which are one paragraph cut by a narrow window, which are
//! items of a list. Words are never changed.

use hearsay_text::{Article, ArticleBuilder, BlockKind, Metadata};

use crate::Diagnostic;

/// Hard-wrapped text is at most so wide, in characters.
const WIDEST: usize = 100;
/// … and at least so wide: narrower lines are verse, addresses, lists.
const NARROWEST: usize = 40;
/// How far from the edge a line may end though the next word would have fitted: programs that wrap differ.
const SLACK: usize = 8;
/// A headline has at most so many characters.
const LONGEST_HEADLINE: usize = 120;

/// The article that `text` is.
pub(crate) fn extract(text: &str) -> (Article, Vec<Diagnostic>) {
    let mut chunks = chunks(text);
    let mut diagnostics = Vec::new();
    if let Some(width) = wrap_width(&chunks) {
        let mut paragraphs = 0;
        for chunk in &mut chunks {
            let joined = unwrap(&chunk.lines, width);
            paragraphs += usize::from(joined.len() < chunk.lines.len());
            chunk.paragraphs = joined;
        }
        if paragraphs > 0 {
            diagnostics.push(Diagnostic::Unwrapped { paragraphs });
        }
    } else {
        for chunk in &mut chunks {
            chunk.paragraphs = chunk.lines.iter().map(|line| line.trim().into()).collect();
        }
    }
    let headline = headline(&chunks);
    let mut builder = ArticleBuilder::new(Metadata {
        title: headline.clone(),
        ..Metadata::default()
    });
    let paragraphs: Vec<String> = chunks
        .into_iter()
        .flat_map(|chunk| chunk.paragraphs)
        .collect();
    let markers = list_markers(&paragraphs);
    for (nth, (paragraph, marker)) in paragraphs.iter().zip(markers).enumerate() {
        let (kind, words) = match marker {
            _ if nth == 0 && headline.is_some() => (BlockKind::Heading(1), paragraph.as_str()),
            Some(Marker { len, number }) => {
                let ordered = number.is_some();
                let kind = BlockKind::ListItem { ordered, depth: 0 };
                (kind, &paragraph[len..])
            }
            None => (BlockKind::Paragraph, paragraph.as_str()),
        };
        builder.push(kind, words, Vec::new());
    }
    (builder.build(), diagnostics)
}

/// Lines without a blank line between them.
#[derive(Default)]
struct Chunk<'a> {
    lines: Vec<&'a str>,
    paragraphs: Vec<String>,
}

fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut chunks = vec![Chunk::default()];
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for line in lines(text) {
        if line.trim().is_empty() {
            chunks.push(Chunk::default());
        } else if let Some(chunk) = chunks.last_mut() {
            chunk.lines.push(line);
        }
    }
    chunks.retain(|chunk| !chunk.lines.is_empty());
    chunks
}

/// The lines of `text`, which end at `\n`, `\r`, `\r\n`, and at Unicode's separators and form feeds.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
    })
}

/// The width that the lines were wrapped at, in characters; `None` when line breaks are meant.
fn wrap_width(chunks: &[Chunk<'_>]) -> Option<usize> {
    let several = || chunks.iter().filter(|chunk| chunk.lines.len() > 1);
    let width = several()
        .flat_map(|chunk| &chunk.lines)
        // A long address cannot be wrapped.
        .filter(|line| line.trim().contains(' '))
        .map(|line| line.trim_end().chars().count())
        .max()?;
    if !(NARROWEST..=WIDEST).contains(&width) {
        return None;
    }
    // Where most lines end sentences, or the next word would have fitted, somebody broke them on purpose.
    let pairs = || several().flat_map(|chunk| chunk.lines.windows(2));
    let n_meant = pairs()
        .filter(|pair| ends_sentence(pair[0]) || !is_full(pair[0], pair[1], width))
        .count();
    (n_meant * 2 < pairs().count()).then_some(width)
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let length = |words: &str| words.chars().count();
    let word = next.split_whitespace().next().unwrap_or_default();
    length(line.trim_end()) + 1 + length(word) + SLACK > width
}

/// The paragraphs of `lines`, each joined from the lines that wrapping made of it.
fn unwrap(lines: &[&str], width: usize) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut previous: Option<&str> = None;
    for line in lines {
        let words = line.trim();
        let goes_on = previous.is_some_and(|previous| is_full(previous, line, width))
            && marker(words).is_none();
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => {
                if !joins_without_space(paragraph, words) {
                    paragraph.push(' ');
                }
                paragraph.push_str(words);
            }
            _ => paragraphs.push(words.into()),
        }
        previous = Some(line);
    }
    paragraphs
}

/// After a hyphen inside a word (which is kept), and between characters of scripts that write no spaces.
fn joins_without_space(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let in_word = before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    last == '-' && in_word && first.is_lowercase() || (is_spaceless(last) && is_spaceless(first))
}

/// Han, kana and their punctuation.
const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end();
    let bare = line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// The title, when the first block plainly is one: a short line by itself that ends like no sentence, holds no quotation
/// marks, and has longer text below. Anything less plain stays a paragraph, which harms nothing.
fn headline(chunks: &[Chunk<'_>]) -> Option<String> {
    let [first, second, ..] = chunks else {
        return None;
    };
    let ([line], [next, ..]) = (&*first.paragraphs, &*second.paragraphs) else {
        return None;
    };
    let length = line.chars().count();
    let plain = line.ends_with(|c: char| c.is_alphanumeric())
        && !line.contains(['"', '“', '”', '„', '«', '»', '@'])
        && !line.contains("://")
        && line.split_whitespace().nth(1).is_some()
        && marker(line).is_none();
    let is_headline =
        plain && length <= LONGEST_HEADLINE && next.chars().count() > length && ends_sentence(next);
    is_headline.then(|| line.clone())
}

/// What a list item begins with.
#[derive(Clone, Copy)]
struct Marker {
    /// Bytes to leave out, the space included.
    len: usize,
    /// Of a numbered item.
    number: Option<u32>,
}

/// The marker that `line` begins with. Long dashes are none: they open speech in many languages.
fn marker(line: &str) -> Option<Marker> {
    for bullet in ["- ", "* ", "• "] {
        if line.starts_with(bullet) {
            let len = bullet.len();
            return Some(Marker { len, number: None });
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if !(1..=3).contains(&digits) || !(rest.starts_with(". ") || rest.starts_with(") ")) {
        return None;
    }
    let number = line[..digits].parse().ok();
    let len = digits + 2;
    Some(Marker { len, number })
}

/// The markers of those paragraphs that are items: two bullets or more in a row, or numbers that count up from 1, so
/// that whoever shows the list can number it alike.
fn list_markers(paragraphs: &[String]) -> Vec<Option<Marker>> {
    let found: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| marker(paragraph))
        .collect();
    let mut kept = vec![None; found.len()];
    let mut at = 0;
    while at < found.len() {
        let mut end = at;
        let mut due = 1;
        while let Some(Some(marker)) = found.get(end) {
            let goes_on = match (found[at].and_then(|first| first.number), marker.number) {
                (None, None) => true,
                (Some(_), Some(number)) => number == due,
                _ => false,
            };
            if !goes_on {
                break;
            }
            due += 1;
            end += 1;
        }
        if end - at > 1 {
            kept[at..end].copy_from_slice(&found[at..end]);
        }
        at = end.max(at + 1);
    }
    kept
}
