//! Owns sentence boundaries: a mark that ends a sentence, what closes it, white space, and no abbreviation before it.

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
/// The rules are those of Unicode Standard Annex #29, section 5, for terminators, closing marks and line breaks, without
/// its tables (they weigh more than the rest of the page's engine code), and mended for abbreviations and initials.
#[must_use]
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let words = block.slice(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
            '。' | '！' | '？' | '｡' => {
                skip_closers(&mut chars);
                true
            }
            '.' | '!' | '?' | '…' | '؟' | '।' => {
                skip_closers(&mut chars);
                // The cheap question first: the other looks back over a whole word.
                goes_on_as_a_new_sentence(words, chars.peek().map(|next| next.0), c)
                    && !(c == '.' && ends_in_abbreviation(&words[start..at]))
            }
            _ => false,
        };
        if ends {
            let end = chars.peek().map_or(words.len(), |next| next.0);
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..words.len());
    found
        .into_iter()
        .map(|piece| {
            let piece = Span::from_range(piece);
            Span::new(block.start + piece.start, block.start + piece.end).trimmed(text)
        })
        .filter(|span| !span.is_empty())
        .collect()
}

/// Skips further terminators and the quotation marks and brackets that close a sentence.
fn skip_closers(chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    while chars
        .next_if(|(_, c)| {
            matches!(
                c,
                '.' | '!'
                    | '?'
                    | '…'
                    | '。'
                    | '！'
                    | '？'
                    | '"'
                    | '\''
                    | '”'
                    | '’'
                    | '»'
                    | '›'
                    | ')'
                    | ']'
                    | '」'
                    | '』'
            )
        })
        .is_some()
    {}
}

/// Whether what begins at `at` is a new sentence: after white space, and, after a full stop, not in lower case.
fn goes_on_as_a_new_sentence(words: &str, at: Option<usize>, terminator: char) -> bool {
    let Some(rest) = at.and_then(|at| words.get(at..)) else {
        return true;
    };
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    // A quotation mark or bracket may open the next sentence: what counts is its first letter or digit.
    let first = rest.chars().take(8).find(|c| c.is_alphanumeric());
    !first.is_some_and(char::is_lowercase) || matches!(terminator, '؟' | '।')
}

fn ends_in_abbreviation(before_the_stop: &str) -> bool {
    let word = before_the_stop
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
        assert_eq!(
            split("Wait ... (Really?!) “No.”"),
            ["Wait ...", "(Really?!)", "“No.”"]
        );
    }

    #[test]
    fn a_mark_inside_a_sentence_ends_nothing() {
        for text in [
            "“Why?” she asked.",
            "It rose 3.5 percent.",
            "See example.org for more",
            "It was, he said … a start.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn titles_initials_and_abbreviations_end_nothing() {
        assert_eq!(
            split("Dr. Ruiz met J. K. Obi. They spoke."),
            ["Dr. Ruiz met J. K. Obi.", "They spoke."]
        );
    }

    #[test]
    fn other_scripts_and_line_breaks_end_sentences_too() {
        assert_eq!(
            split("彼は言った。「はい。」彼女は笑った。"),
            ["彼は言った。", "「はい。」", "彼女は笑った。"]
        );
        assert_eq!(
            split("One line\nAnother line"),
            ["One line", "Another line"]
        );
    }

    #[test]
    fn white_space_alone_has_no_sentence() {
        assert!(split(" \n ").is_empty());
    }

    #[test]
    fn sentences_hold_all_words_in_order() {
        for text in [
            "A. b. C? “d” e.",
            "...",
            "  x.  Y!z  ",
            "né. À la mode… Öl.",
        ] {
            let joined: String = split(text).concat();
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&joined), squeezed(text));
        }
    }
}
