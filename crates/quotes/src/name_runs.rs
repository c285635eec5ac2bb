//! Runs of capitalised words: names as they stand in the text.
//!
//! Owns where such a run begins and ends, cut free of titles and of words that only begin a sentence. Which runs name the
//! same person or body is left to `names.rs`.

use std::ops::Range;

use hearsay_text::{Span, TokenKind};

use crate::name_words::{is_group, lookup};
use crate::words::Words;

/// Most words of a name of a person; longer runs are titles of works and slogans, or bodies.
pub(crate) const LONGEST_NAME: usize = 6;

/// Most words of the name of a body that *of* and *for* hold together.
const LONGEST_BODY: usize = 9;

/// A name as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run<'a> {
    pub(crate) span: Span,
    /// Number of its first token.
    pub(crate) first: usize,
    /// Number of the token after it.
    pub(crate) end: usize,
    pub(crate) n_words: usize,
    /// Its first word.
    pub(crate) lead: &'a str,
    /// Its last word.
    pub(crate) last: &'a str,
    /// Alone at the start of a sentence, where any word is capitalised.
    pub(crate) is_doubtful: bool,
    pub(crate) has_title: bool,
    pub(crate) has_article: bool,
    /// Right after *in*, *near*, ….
    pub(crate) is_located: bool,
    /// In a headline, where every word is capitalised.
    pub(crate) is_headline: bool,
    /// Holds a word that makes it the name of a body or place.
    pub(crate) is_body: bool,
}

impl<'a> Run<'a> {
    /// The name that these tokens are.
    pub(crate) fn new(words: Words<'a>, range: Range<usize>) -> Option<Self> {
        let tokens = words.tokens.get(range.clone())?;
        let (first, end) = (range.start, range.end);
        let is_part = |at: &usize| words.tokens[*at].kind != TokenKind::Punctuation;
        let last = range.clone().rev().find(is_part).unwrap_or(first);
        Some(Self {
            span: tokens.first()?.span.cover(tokens.last()?.span),
            first,
            end,
            n_words: range.clone().filter(is_part).count(),
            lead: words.word_at(first),
            last: words.word_at(last),
            is_doubtful: false,
            has_title: false,
            has_article: false,
            is_located: false,
            is_headline: false,
            is_body: range
                .into_iter()
                .any(|at| lookup(words.word_at(at)).is_in_body_name()),
        })
    }

    /// Whether it begins with an initial: *J. Pineau*.
    pub(crate) fn is_initialed(&self) -> bool {
        self.n_words > 1 && is_initial(self.lead)
    }

    /// Whether it may be a surname of several words: *De Marsh*.
    pub(crate) fn is_surname(&self) -> bool {
        self.n_words > 1 && lookup(self.lead).is_particle()
    }
}

/// Whether a word stands for a name by its first letter: *J*, *J.K*.
pub(crate) fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1)
}

/// What a surname is known by, whichever apostrophe it is written with: *Neill* for *O’Neill*.
pub(crate) fn key_of(word: &str) -> &str {
    let is_apostrophe = |(_, c): &(usize, char)| matches!(c, '\'' | '’');
    let apostrophe = word.char_indices().rev().find(is_apostrophe);
    let last = apostrophe.map_or(word, |(at, c)| &word[at + c.len_utf8()..]);
    if last.len() > 2 { last } else { word }
}

/// Whether a word is all capitals, as the short forms of bodies are.
pub(crate) fn is_shouted(word: &str) -> bool {
    word.len() > 1
        && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        && word.chars().nth(1).is_some()
}

/// Whether a token can be part of a name by its look: *Ruiz*, *Ruiz-Obi*, and not *Zurich-based*, *R-Wis* or *Monday*.
fn is_capitalised(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return false;
    }
    let mut parts = word.split('-');
    let is_party = matches!(parts.next(), Some("R" | "D" | "I")) && word.contains('-');
    let is_compound = parts.any(|part| part.starts_with(char::is_lowercase));
    let is_day = word.ends_with("day") && lookup(word).is_date();
    !(is_party || is_compound || is_day)
}

/// Whether most words of a sentence but the small ones are capitalised, as in English headlines.
pub(crate) fn is_headline(words: Words<'_>, sentence: Span) -> bool {
    let long = words.within(sentence).iter().map(|token| words.word(token));
    let (mut n_long, mut n_capitalised) = (0_usize, 0_usize);
    let is_telling = |word: &&str| {
        word.starts_with(char::is_alphabetic)
            && (word.len() > 3 || word.len() > 1 && !lookup(word).is_function())
    };
    for word in long.filter(is_telling) {
        n_long += 1;
        n_capitalised += usize::from(word.starts_with(char::is_uppercase));
    }
    n_long >= 4 && n_capitalised * 10 >= n_long * 9
}

/// The names in a sentence.
pub(crate) fn runs_in<'a>(
    words: Words<'a>,
    sentence: Span,
    is_headline: bool,
    runs: &mut Vec<Run<'a>>,
) {
    let range = words.range(sentence);
    let mut at = range.start;
    while at < range.end {
        if !is_capitalised(words.word_at(at)) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        // End of the name, should the joiners after it lead to no further part of it.
        let mut firm = end;
        while end < range.end {
            let word = words.word_at(end);
            let before = words.word_at(end - 1);
            let joins = || {
                let is_abbreviation =
                    word == "." && (is_initial(before) || lookup(before).is_person());
                // *Department of Justice*.
                let is_of_body =
                    matches!(word, "of" | "for") && firm == end && lookup(before).is_in_body_name();
                is_abbreviation || is_of_body || word == "&" || lookup(word).is_particle()
            };
            if is_capitalised(word) {
                end += 1;
                firm = end;
            } else if joins() || matches!(word, "the" | "a") && matches!(before, "of" | "for") {
                end += 1;
            } else {
                break;
            }
        }
        runs.extend(run_of(words, sentence, is_headline, at..firm));
        at = end.max(at + 1);
    }
}

/// The name in a run of capitalised tokens.
fn run_of<'a>(
    words: Words<'a>,
    sentence: Span,
    is_headline: bool,
    range: Range<usize>,
) -> Option<Run<'a>> {
    if is_headline {
        // Names are looked for among its words once they are known.
        let run = Run::new(words, range)?;
        return Some(Run { is_headline, ..run });
    }
    let (mut first, end) = (range.start, range.end);
    let is_the = |at: usize| words.word_at(at).eq_ignore_ascii_case("the");
    let mut has_article = first > 0 && is_the(first - 1);
    while first < end
        && lookup(words.word_at(first)).is_function()
        && words.word_at(first + 1) != "."
    {
        has_article = is_the(first);
        first += 1;
    }
    // *Google chief executive officer* is lowercase; *Google CEO* is not, so the last title ends what is no name.
    let after = |title: usize| title + 1 + usize::from(words.word_at(title + 1) == ".");
    let title = (first..end).rev().find(|at| {
        let after = after(*at);
        let word = words.word_at(*at);
        (lookup(word).is_person() || is_group(word))
            && after < end
            && !(after..end).all(|at| lookup(words.word_at(at)).is_in_body_name())
    });
    let has_title = title.is_some();
    if let Some(title) = title {
        first = after(title);
    } else if first > 1
        && end - first > 2
        && words.word_at(first - 1) == "of"
        && lookup(words.word_at(first - 2)).is_person()
    {
        // *Secretary of State Ana Ruiz*.
        first = end - 2;
    }
    let run = Run::new(words, first..end)?;
    // Initials alone are no name, nor is a title alone; a single word may be a surname all the same.
    let is_name = (first..end).any(|at| {
        let word = words.word_at(at);
        let is_title = || lookup(word).is_person() || lookup(word).is_shift();
        word.chars().nth(1).is_some() && (run.n_words == 1 || !is_title())
    });
    let longest = if run.is_body {
        LONGEST_BODY
    } else {
        LONGEST_NAME
    };
    if run.n_words > longest || !is_name || run.n_words == 1 && lookup(run.lead).is_date() {
        return None;
    }
    let before = first.checked_sub(1).map_or("", |at| words.word_at(at));
    Some(Run {
        is_doubtful: run.n_words == 1 && !has_title && begins(words, sentence, first),
        has_title,
        has_article,
        is_located: lookup(before).is_before_place(),
        ..run
    })
}

/// Whether token `at` is the first word of a sentence.
fn begins(words: Words<'_>, sentence: Span, at: usize) -> bool {
    let is_mark = |token: &hearsay_text::Token| token.kind != TokenKind::Word;
    let start = words.first_from(sentence.start);
    words
        .tokens
        .get(start..at)
        .is_some_and(|before| before.len() < 4 && before.iter().all(is_mark))
}
