//! Owns sentence boundaries: the Unicode rules, mended where an abbreviation is no end.

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;

/// Words that end in a full stop and are followed by more of the same sentence, lowercased, without the stop.
const ABBREVIATIONS: [&str; 42] = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "gen", "col", "sgt", "lt", "capt", "cmdr", "adm",
    "sen", "rep", "gov", "pres", "hon", "st", "mt", "ft", "jr", "sr", "vs", "etc", "inc", "corp",
    "ltd", "co", "no", "vol", "fig", "e.g", "i.e", "jan", "feb", "aug", "sept", "oct", "nov",
    "dec", "approx",
];

/// The sentences of `block`, trimmed of white space, in order; together they hold all its words.
///
/// Boundaries follow Unicode Standard Annex #29, section 5, except after abbreviations and initials.
#[must_use]
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let words = block.slice(text);
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, piece) in words.split_sentence_bound_indices() {
        let start = block.start + u32::try_from(at).unwrap_or_default();
        let span = Span::new(
            start,
            start + u32::try_from(piece.len()).unwrap_or_default(),
        );
        match found.last_mut() {
            Some(last) if open => *last = last.cover(span),
            _ => found.push(span),
        }
        open = found
            .last()
            .is_some_and(|last| ends_in_abbreviation(last.slice(text)));
    }
    found.iter_mut().for_each(|span| *span = span.trimmed(text));
    found.retain(|span| !span.is_empty());
    found
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(stem) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let word = stem
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘'))
        .next()
        .unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::from_range(0..text.len()))
            .into_iter()
            .map(|span| span.slice(text))
            .collect()
    }

    #[test]
    fn a_sentence_ends_at_its_mark_and_keeps_what_closes_it() {
        assert_eq!(
            split("“We won’t wait.” She left. Why? Nobody knows!"),
            ["“We won’t wait.”", "She left.", "Why?", "Nobody knows!"]
        );
    }

    #[test]
    fn titles_initials_and_abbreviations_end_nothing() {
        assert_eq!(
            split("Dr. Ruiz met J. K. Obi. They spoke."),
            ["Dr. Ruiz met J. K. Obi.", "They spoke."]
        );
    }

    #[test]
    fn white_space_alone_has_no_sentence() {
        assert!(split(" \n ").is_empty());
    }
}
