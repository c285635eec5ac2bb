//! Pieces of narration and the phrases they make.
//!
//! Owns the cutting of a stretch of text into words and marks, and where a subject (*la ministra de Educación, Ana Ruiz*)
//! begins and ends, by the word lists of the language. Where the verb of saying stands is left to `attribution.rs`.

use hearsay_text::Span;

use super::lexicon::Lexicon;
use crate::language::Language;

/// Most words of a subject, and of an apposition to it.
const LONGEST_SUBJECT: usize = 9;

/// A word or a mark.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// The word in lower case; empty for a mark.
    pub(super) lower: String,
    /// The mark, or the first letter of the word.
    pub(super) first: char,
}

impl Piece {
    pub(super) const fn is_word(&self) -> bool {
        !self.lower.is_empty()
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.is_word() && (self.first.is_uppercase() || self.first.is_numeric())
    }
}

/// What the language and its words tell of phrases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grammar<'a> {
    pub(super) text: &'a str,
    pub(super) language: Language,
    pub(super) lexicon: Lexicon,
}

impl<'a> Grammar<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        Self {
            text,
            language,
            lexicon: Lexicon::of(language),
        }
    }

    /// The first pieces of `span`, at most `limit`.
    ///
    /// An elided word (*l'*, *dell'*) and a pronoun behind a hyphen (*dit-il*) are words of their own.
    pub(super) fn pieces(&self, span: Span, limit: usize) -> Vec<Piece> {
        let elides = matches!(self.language, Language::French | Language::Italian);
        let text = span.slice(self.text);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut chars = text.char_indices().peekable();
        while let Some((at, first)) = chars.next() {
            if first.is_whitespace() || pieces.len() >= limit {
                if pieces.len() >= limit {
                    break;
                }
                continue;
            }
            let mut end = at + first.len_utf8();
            let is_word = is_letter(first);
            while is_word && let Some((next, c)) = chars.peek().copied() {
                let after = text[next + c.len_utf8()..].chars().next();
                let joins = after.is_some_and(is_letter);
                let apostrophe = matches!(c, '\'' | '’');
                let hyphen = c == '-' && joins;
                let word = &text[at..next];
                if hyphen && first.is_lowercase() {
                    break;
                }
                let goes_on =
                    is_letter(c) || (hyphen || matches!(c, '"' | '״') && self.is_hebrew()) && joins;
                if !(goes_on || apostrophe && joins) {
                    break;
                }
                chars.next();
                end = next + c.len_utf8();
                if apostrophe && elides && (first.is_lowercase() || word.chars().count() <= 2) {
                    break;
                }
            }
            let start = span.start + u32::try_from(at).unwrap_or_default();
            let word = if is_word { &text[at..end] } else { "" };
            // The hyphen of *dit-il* is no mark of the sentence's.
            if first == '-'
                && pieces
                    .last()
                    .is_some_and(|last| last.span.end == start && last.is_word())
            {
                continue;
            }
            pieces.push(Piece {
                span: Span::new(start, span.start + u32::try_from(end).unwrap_or_default()),
                lower: word.to_lowercase().replace('’', "'"),
                first,
            });
        }
        pieces
    }

    /// Whether a full stop after the word is part of it: *Sra.*, *J.*
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        match word.chars().count() {
            1 => true,
            2..=4 => self.lexicon.title(word).is_some(),
            _ => false,
        }
    }

    fn is_hebrew(&self) -> bool {
        self.language == Language::Hebrew
    }

    /// End of the subject that begins at `from`, as a place in `pieces`; `None` when none does.
    pub(super) fn subject(&self, pieces: &[Piece], from: usize) -> Option<usize> {
        let lexicon = &self.lexicon;
        let first = pieces.get(from).filter(|piece| piece.is_word())?;
        if lexicon.pronoun(&first.lower).is_some() && lexicon.determiner(&first.lower).is_none() {
            return Some(from + 1);
        }
        let cased = self.language.has_case();
        let has_determiner = lexicon.determiner(&first.lower).is_some();
        let mut has_name = false;
        let mut end = from;
        while let Some(piece) = pieces.get(end).filter(|_| end < from + LONGEST_SUBJECT) {
            if !piece.is_word() {
                // The full stop of a title or initial: *Sra. Ruiz*, *J. Ruiz*.
                let short = end > from && self.is_abbreviation(&pieces[end - 1].lower);
                if piece.first == '.' && short && pieces.get(end + 1).is_some_and(Piece::is_word) {
                    end += 1;
                    continue;
                }
                break;
            }
            let word = &*piece.lower;
            let capital = cased && piece.is_capitalised();
            let is_determiner = lexicon.determiner(word).is_some();
            // The first word of a sentence is capitalised whatever it is.
            let is_stop = lexicon.is_stop(word) && !(capital && end > from && !is_determiner);
            if is_stop && !(end == from && has_determiner)
                || lexicon.is_cue(word) && !capital
                || end > from && lexicon.is_helper(word) && !capital && !lexicon.is_link(word)
            {
                break;
            }
            if has_name && !capital {
                let leads_on = lexicon.is_link(word) && {
                    let next = |n: usize| pieces.get(end + n);
                    let names = |piece: &Piece| piece.is_capitalised();
                    let links = |piece: &Piece| lexicon.is_link(&piece.lower);
                    let leads = next(1).is_some_and(names)
                        || next(1).is_some_and(links) && next(2).is_some_and(names);
                    // After a bare name *der* begins something else: *sagte Merkel der Zeitung*.
                    leads && (has_determiner || self.language != Language::German || !is_determiner)
                };
                if !leads_on {
                    break;
                }
            }
            has_name |= capital && !is_determiner;
            end += 1;
        }
        // Articles and links at the end belong to what follows.
        while end > from + 1
            && pieces.get(end - 1).is_some_and(|piece| {
                !piece.is_word() || lexicon.is_link(&piece.lower) && !piece.is_capitalised()
            })
        {
            end -= 1;
        }
        let n_words = end - from;
        let is_title_alone = n_words == 1 && has_determiner;
        let is_bare = cased && !has_determiner && !has_name && !lexicon.has_bare_nouns();
        let is_swedish = self.language == Language::Swedish;
        (n_words > 0 && !is_title_alone && (!is_bare || is_swedish)).then_some(end)
    }

    /// End of the apposition that the comma at `comma` begins (*Ana Ruiz, alcaldesa de Osk*), or `comma` without one.
    pub(super) fn apposition(&self, pieces: &[Piece], comma: usize) -> usize {
        if pieces.get(comma).is_none_or(|piece| piece.first != ',') {
            return comma;
        }
        let lexicon = &self.lexicon;
        let mut end = comma + 1;
        while let Some(piece) = pieces.get(end).filter(|piece| piece.is_word()) {
            let word = &*piece.lower;
            let is_first = end == comma + 1;
            let participle = ["ant", "ndo", "end"].iter().any(|end| word.ends_with(end));
            let is_verb = lexicon.is_cue(word) || lexicon.is_helper(word) && is_first;
            if is_verb
                || lexicon.is_that(word)
                || lexicon.pronoun(word).is_some() && lexicon.determiner(word).is_none()
                || is_first && (lexicon.is_stop(word) || participle)
                || end > comma + LONGEST_SUBJECT
            {
                return comma;
            }
            end += 1;
        }
        // It must end with a mark or with the text, or it was cut off.
        if end > comma + 1 { end } else { comma }
    }
}

/// Letters, digits and the signs of scripts that write vowels above and below.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{900}'..='\u{963}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{300}'..='\u{36f}')
}

/// Whether a mark ends a sentence.
pub(super) const fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | ';'
    )
}
