//! Owns hard-wrapped text: which line breaks are those of a narrow window, and which are meant.

use super::{Chunk, Paragraph, ends_sentence, list, quoting};

/// Hard-wrapped text is at most so wide, in columns.
const WIDEST: usize = 100;
/// … and at least so wide: narrower lines are verse, addresses, lists.
const NARROWEST: usize = 40;
/// How far from the edge a line may end though the next word would have fitted: programs that wrap differ.
const SLACK: usize = 8;
/// With fewer lines than this, a chunk alone does not tell whether it is wrapped.
const TELLING: usize = 4;

/// The paragraphs of all chunks, and how many of the chunks had lines to be joined.
pub(super) fn paragraphs(chunks: &[Chunk<'_>]) -> (Vec<Paragraph>, usize) {
    // What was quoted more often was wrapped anew, or shortened by other programs.
    let common = [
        width(chunks.iter().filter(|chunk| chunk.depth == 0)),
        width(chunks.iter().filter(|chunk| chunk.depth > 0)),
    ];
    let mut all = Vec::new();
    let mut n_joined = 0;
    for (nth, chunk) in chunks.iter().enumerate() {
        let is_answered = chunks
            .get(nth + 1)
            .is_some_and(|next| next.depth > chunk.depth);
        let introduction = is_answered
            .then(|| quoting::attribution(&chunk.lines))
            .flatten();
        let (lines, introduction) = chunk
            .lines
            .split_at(introduction.unwrap_or(chunk.lines.len()));
        let width = common[usize::from(chunk.depth > 0)]
            .filter(|width| widest(lines) <= Some(*width))
            .or_else(|| (lines.len() >= TELLING).then(|| width([chunk])).flatten());
        let mut joined = match width {
            Some(width) => unwrap(lines, width),
            None => lines.iter().map(|line| line.trim().into()).collect(),
        };
        n_joined += usize::from(joined.len() < lines.len());
        if !introduction.is_empty() {
            let words: Vec<&str> = introduction.iter().map(|line| line.trim()).collect();
            joined.push(words.join(" "));
        }
        for (nth, words) in joined.into_iter().enumerate() {
            all.push(Paragraph {
                words,
                depth: chunk.depth,
                is_close: nth > 0,
            });
        }
    }
    (all, n_joined)
}

/// The longest line but for those that cannot be wrapped, as long addresses.
fn widest(lines: &[&str]) -> Option<usize> {
    let breakable = lines.iter().filter(|line| {
        let words = line.trim();
        words.contains(' ') || words.chars().next_back().is_some_and(is_spaceless)
    });
    breakable.map(|line| columns(line.trim_end())).max()
}

/// The width that the lines of `chunks` were wrapped at, in columns; `None` when line breaks are meant. Chunks with longer
/// lines are not asked.
fn width<'a>(chunks: impl IntoIterator<Item = &'a Chunk<'a>>) -> Option<usize> {
    let several: Vec<&Chunk<'_>> = chunks
        .into_iter()
        .filter(|chunk| chunk.lines.len() > 1 && widest(&chunk.lines) <= Some(WIDEST))
        .collect();
    let width = several
        .iter()
        .filter_map(|chunk| widest(&chunk.lines))
        .max()
        .filter(|width| *width >= NARROWEST)?;
    // Where most lines end sentences, or the next word would have fitted, somebody broke them on purpose.
    let pairs = || {
        let pairs = several.iter().flat_map(|chunk| chunk.lines.windows(2));
        // What begins an item or a turn is broken off in any text.
        pairs.filter(|pair| !begins_anew(pair[1].trim()))
    };
    let n_meant = pairs()
        .filter(|pair| ends_sentence(pair[0]) || !goes_on(pair[0], pair[1], width))
        .count();
    (n_meant * 2 < pairs().count()).then_some(width)
}

/// Whether `next` goes on where the edge of a window broke `line`.
fn goes_on(line: &str, next: &str, width: usize) -> bool {
    is_full(line, next, width) || is_ragged(line, next)
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let mut word = next.split_whitespace().next().unwrap_or_default();
    // Where no spaces are written, lines are broken between any two characters.
    if let Some(first) = word.chars().next().filter(|first| is_spaceless(*first)) {
        word = &word[..first.len_utf8()];
    }
    columns(line.trim_end()) + 1 + columns(word) + SLACK > width
}

/// Whether a sentence is broken in its middle, far from the edge: programs that wrap differ, and editing leaves gaps.
fn is_ragged(line: &str, next: &str) -> bool {
    let begins_small = next.trim_start().starts_with(char::is_lowercase);
    begins_small && !ends_sentence(line) && columns(line.trim_end()) >= NARROWEST
}

/// The paragraphs of `lines`, each joined from the lines that wrapping made of it.
fn unwrap(lines: &[&str], width: usize) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut previous: Option<&str> = None;
    for line in lines {
        let words = line.trim();
        let is_joined = previous.is_some_and(|previous| {
            goes_on(previous, line, width)
                && !(ends_sentence(previous) && (indent(line) > indent(previous) || is_turn(words)))
        }) && !begins_anew(words);
        match paragraphs.last_mut() {
            Some(paragraph) if is_joined => {
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

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// What stands before the colon of a line like *Ana Ruiz: We will not wait.*
fn label(words: &str) -> Option<&str> {
    // Enough for any name, and nobody looks through a book for a colon.
    let end = words.bytes().take(40).position(|byte| byte == b':')?;
    let rest = &words[end + 1..];
    (end > 0 && rest.starts_with(' ')).then(|| &words[..end])
}

/// Whether it begins with somebody's name and a colon, as in a transcript.
fn is_turn(words: &str) -> bool {
    label(words).is_some_and(|label| {
        let mut names = label.split_whitespace();
        names.clone().count() <= 3 && names.all(|name| name.starts_with(char::is_uppercase))
    })
}

/// Whether it begins an item of a list, or plainly a turn of a transcript.
fn begins_anew(words: &str) -> bool {
    list::marker(words).is_some() || is_loud_turn(words)
}

/// [`is_turn`] in capitals, or with Q and A, which nothing else is like.
fn is_loud_turn(words: &str) -> bool {
    label(words).is_some_and(|label| {
        label.starts_with(char::is_uppercase) && !label.contains(char::is_lowercase)
    })
}

/// After a hyphen inside a word (which is kept), and between characters of scripts that write no spaces.
fn joins_without_space(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    let in_word = before.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    last == '-' && in_word && first.is_lowercase() || (is_spaceless(last) && is_spaceless(first))
}

/// How many columns `text` takes: characters of the East are two wide.
fn columns(text: &str) -> usize {
    let is_wide = |c: char| is_spaceless(c) || matches!(c, '\u{ac00}'..='\u{d7a3}');
    text.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// Han, kana and their punctuation.
const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}')
}
