//! Owns the words that the claim model sees: tokens in lowercase, numbers folded into classes.
//!
//! What a feature is made of them is left to `features.rs`.

use hearsay_text::{Token, TokenKind};

/// What a word is besides its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// An ordinary word or mark.
    Plain,
    /// Capitalised, and not the first word: most likely part of a name.
    Name,
    /// A number from 1900 to 2099 in digits, most likely a year.
    Year,
    /// Any other number, in digits or words.
    Number,
}

/// A word as the model sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lowercased, straight apostrophes; numbers are `0` for a single digit, `00` and so on, `0000,` for a year.
    pub(crate) form: String,
    /// What it is.
    pub(crate) class: Class,
}

/// Numbers in words, sorted.
const NUMBER_WORDS: &str = " billion billions dozen dozens eight eighteen eighty eleven fifteen fifty five forty four fourteen half hundred hundreds million millions nine nineteen ninety quarter seven seventeen seventy six sixteen sixty ten third thirds thirteen thirty thousand thousands three trillion trillions twelve twenty twice two ";

/// The words of a sentence, in order, marks included; line breaks are not.
#[must_use]
pub(crate) fn words(sentence: &str) -> Vec<Word> {
    let tokens = hearsay_text::tokenize(sentence);
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.iter().copied().peekable();
    let mut starts = true;
    while let Some(token) = rest.next() {
        if token.kind == TokenKind::Break {
            continue;
        }
        let text = token.span.slice(sentence);
        let mut end = token.span.end;
        let is_digits = text.starts_with(|c: char| c.is_ascii_digit());
        if is_digits {
            // `1,000,000` is three tokens and two commas.
            let mut ahead = rest.clone();
            while let (Some(comma), Some(group)) = (ahead.next(), ahead.next()) {
                if !continues_number(sentence, end, comma, group) {
                    break;
                }
                end = group.span.end;
                rest = ahead.clone();
            }
        }
        let whole = &sentence[token.span.start as usize..end as usize];
        words.push(if is_digits {
            number(whole)
        } else {
            plain(whole, starts)
        });
        starts = starts && token.kind == TokenKind::Punctuation;
    }
    words
}

fn continues_number(sentence: &str, end: u32, comma: Token, group: Token) -> bool {
    comma.span.start == end
        && comma.span.slice(sentence) == ","
        && group.span.start == comma.span.end
        && group
            .span
            .slice(sentence)
            .as_bytes()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
            == 3
}

fn number(text: &str) -> Word {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_bare = digits == text.len();
    let is_year = is_bare && digits == 4 && (text.starts_with("19") || text.starts_with("20"));
    let letters = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut form = if is_year {
        "0000,".to_owned()
    } else {
        "0".repeat(digits.min(7))
    };
    // `1990s`, `5th`, `12-year-old`, `3.5`.
    if !letters.is_empty() {
        form.extend(letters.chars().flat_map(char::to_lowercase));
    } else if text.contains('.') {
        form.push('.');
    }
    Word {
        form,
        class: if is_year { Class::Year } else { Class::Number },
    }
}

fn plain(text: &str, starts: bool) -> Word {
    let form: String = text
        .chars()
        .map(|c| if c == '’' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect();
    let class = if is_in(NUMBER_WORDS, form.split('-').next().unwrap_or_default()) {
        Class::Number
    } else if !starts && form != "i" && text.starts_with(char::is_uppercase) {
        Class::Name
    } else {
        Class::Plain
    };
    Word { form, class }
}

/// Whether a list of words, each between spaces, has that word.
pub(crate) fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty()
        && list
            .match_indices(word)
            .any(|(at, _)| list[..at].ends_with(' ') && list[at + word.len()..].starts_with(' '))
}
