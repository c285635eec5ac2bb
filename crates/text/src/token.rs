//! Owns tokenisation: words, quotation marks, other punctuation and line breaks.
//!
//! The quote tagger was trained on exactly these tokens, so a change here asks for a new model.

use crate::Span;

/// A token and its place. Tokens are ordered and disjoint; what lies between them is white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the canonical text.
    pub span: Span,
    /// What the token is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters and digits, with inner hyphens, full stops, ampersands and apostrophes; a clitic (`'s`, `n't`).
    Word,
    /// One other character, or a typewriter quotation mark (`''`, ` `` `).
    Punctuation,
    /// A run of line breaks.
    Break,
}

/// Splits `text` into tokens, in one pass and linear time.
///
/// Clitics stand alone (`she|'s`, `do|n't`), as in the Penn Treebank; a character of a script written without spaces
/// is a token of its own.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let (end, kind) = if is_break(c) {
            (end_of_breaks(text, at), TokenKind::Break)
        } else if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if stands_alone(c) {
            (at + c.len_utf8(), TokenKind::Word)
        } else if is_word(c) {
            (end_of_word(text, at), TokenKind::Word)
        } else if let Some(end) = end_of_clitic(text, at) {
            (end, TokenKind::Word)
        } else if text[at..].starts_with("''") || text[at..].starts_with("``") {
            (at + 2, TokenKind::Punctuation)
        } else {
            (at + c.len_utf8(), TokenKind::Punctuation)
        };
        tokens.push(Token {
            span: Span::from_range(at..end),
            kind,
        });
        at = end;
    }
    tokens
}

fn char_at(text: &str, at: usize) -> Option<char> {
    // The common case without decoding.
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Han, kana and the like: no space separates words, so a character is the unit.
const fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

fn end_of_breaks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.find(|c| !is_break(c)).unwrap_or(rest.len())
}

/// End of the run of word characters from `at`, which holds at least one; and the start of its last character.
fn end_of_run(text: &str, at: usize) -> (usize, usize) {
    let (mut last, mut end) = (at, at);
    while let Some(c) = char_at(text, end) {
        if !is_word(c) || stands_alone(c) {
            break;
        }
        last = end;
        end += c.len_utf8();
    }
    (last, end)
}

/// End of the word that begins at `at`.
fn end_of_word(text: &str, at: usize) -> usize {
    let mut start = at;
    loop {
        let (last, end) = end_of_run(text, start);
        if let Some(after) = end_of_negation(text, last) {
            // `do` + `n't`; a lone `n't` is its own token.
            return if last == at { after } else { last };
        }
        let Some(joiner) = char_at(text, end) else {
            return end;
        };
        let next = end + joiner.len_utf8();
        let joins = matches!(joiner, '-' | '.' | '&')
            || is_apostrophe(joiner) && end_of_suffix(text, next, true).is_none();
        let goes_on = char_at(text, next).is_some_and(|c| is_word(c) && !stands_alone(c));
        if !(joins && goes_on) {
            return end;
        }
        start = next;
    }
}

/// End of `n't` when it stands at `at` and a word ends there.
fn end_of_negation(text: &str, at: usize) -> Option<usize> {
    let mut chars = text[at..].chars();
    let n = chars.next().filter(|c| matches!(c, 'n' | 'N'))?;
    let apostrophe = chars.next().filter(|c| is_apostrophe(*c))?;
    let t = chars.next().filter(|c| matches!(c, 't' | 'T'))?;
    let ends = !chars.next().is_some_and(|c| is_word(c) || c == '_');
    ends.then(|| at + n.len_utf8() + apostrophe.len_utf8() + t.len_utf8())
}

/// End of a clitic (`'s`, `'re`, …) whose apostrophe stands at `at`.
fn end_of_clitic(text: &str, at: usize) -> Option<usize> {
    let apostrophe = char_at(text, at).filter(|c| is_apostrophe(*c))?;
    end_of_suffix(text, at + apostrophe.len_utf8(), false)
}

/// End of the letters of a clitic that stand at `at`, if a word ends after them.
fn end_of_suffix(text: &str, at: usize, with_t: bool) -> Option<usize> {
    let letters = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let suffix = &text[at..at + letters];
    let known = ["s", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|clitic| suffix.eq_ignore_ascii_case(clitic))
        || with_t && suffix.eq_ignore_ascii_case("t");
    let ends = !char_at(text, at + letters).is_some_and(|c| is_word(c) || c == '_');
    (known && ends).then_some(at + letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens joined by `|`, line breaks as `⏎`.
    fn split(text: &str) -> String {
        let words: Vec<_> = tokenize(text)
            .iter()
            .map(|token| match token.kind {
                TokenKind::Break => "⏎",
                _ => token.span.slice(text),
            })
            .collect();
        words.join("|")
    }

    #[test]
    fn tokens_are_words_marks_and_breaks() {
        for (text, expected) in [
            ("", ""),
            ("  \t ", ""),
            ("She said.", "She|said|."),
            ("“No,” he said", "“|No|,|”|he|said"),
            ("''No,'' ``yes''", "''|No|,|''|``|yes|''"),
            ("she's, we’re, I'd", "she|'s|,|we|’re|,|I|'d"),
            ("don't can’t DON'T", "do|n't|ca|n’t|DO|N'T"),
            ("n't", "n't"),
            ("O'Neill isn't rock'n'roll", "O'Neill|is|n't|rock'n'roll"),
            ("open-source U.S. AT&T", "open-source|U.S|.|AT&T"),
            ("matters?Hundreds", "matters|?|Hundreds"),
            ("@Skim https://t.co/0o", "@|Skim|https|:|/|/|t.co|/|0o"),
            ("one\r\n\n two", "one|⏎|two"),
            ("a_b", "a|_|b"),
            ("彼は言った。", "彼|は|言|っ|た|。"),
            ("the dogs' bowl", "the|dogs|'|bowl"),
            ("'twas 'sblood", "'|twas|'|sblood"),
            ("Zoë’s café", "Zoë|’s|café"),
        ] {
            assert_eq!(split(text), expected, "{text:?}");
        }
    }

    #[test]
    fn only_white_space_lies_between_tokens() {
        for text in [
            "a “b” —c\u{a0}d\n\n'e’",
            "日本 don't\u{2028}x",
            "e\u{301}\u{200d}😀’",
        ] {
            let mut at = 0;
            for token in tokenize(text) {
                let gap = Span::new(at, token.span.start).slice(text);
                assert!(gap.chars().all(char::is_whitespace), "{text:?}: {gap:?}");
                assert!(!token.span.slice(text).is_empty(), "{text:?}");
                at = token.span.end;
            }
            assert_eq!(text[at as usize..].trim(), "", "{text:?}");
        }
    }
}
