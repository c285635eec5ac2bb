//! Owns lists in plain text: what an item begins with, and which lines that look like items are some.

use super::Paragraph;

/// What a list item begins with.
#[derive(Clone, Copy)]
pub(super) struct Marker {
    /// Bytes to leave out, the space included.
    pub(super) len: usize,
    /// Of a numbered item.
    pub(super) number: Option<u32>,
}

/// The marker that `line` begins with. Long dashes are none: they open speech in many languages.
pub(super) fn marker(line: &str) -> Option<Marker> {
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
pub(super) fn list_markers(paragraphs: &[Paragraph]) -> Vec<Option<Marker>> {
    let found: Vec<_> = paragraphs
        .iter()
        .map(|paragraph| marker(&paragraph.words).filter(|_| paragraph.depth == 0))
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
