//! Pieces of narration and the phrases they make.
//!
//! Owns the cutting of a stretch of text into words and marks, and where a subject (*la ministra de Educación, Ana Ruiz*)
//! begins and ends, by the word lists of the language. Where the verb of saying stands is left to `attribution.rs`.

use hearsay_text::Span;

use super::lexicon::{
    ACCORDING, CUE, DETERMINER, HELPER, LINK, Lexicon, PRONOUN, STOP, THAT, TITLE,
};
use crate::language::Language;

/// Most words of a subject, and of an apposition to it.
const LONGEST_SUBJECT: usize = 9;

/// A piece is a word; the classes of `lexicon.rs` come below.
pub(super) const WORD: u32 = 1 << 16;
/// It begins with a capital letter.
pub(super) const CAPITAL: u32 = 1 << 17;
/// A full stop after it is part of it: *Sra.*, *J.*
pub(super) const ABBREVIATED: u32 = 1 << 18;
/// It ends with the particle of a subject: Korean, Japanese.
pub(super) const PARTICLE: u32 = 1 << 19;
/// What cannot be the first word of an apposition: *ajoutant*.
const PARTICIPLE: u32 = 1 << 20;

/// A word or a mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// The mark, or the first letter of the word.
    pub(super) first: char,
    /// What it is.
    pub(super) classes: u32,
}

impl Piece {
    pub(super) const fn is(self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// A pronoun that is no article too.
    pub(super) const fn is_pronoun(self) -> bool {
        self.is(PRONOUN) && !self.is(DETERMINER)
    }
}

/// The piece at `nth`; nothing beyond the end.
pub(super) fn at(pieces: &[Piece], nth: usize) -> Piece {
    pieces.get(nth).copied().unwrap_or_default()
}

/// The span of the pieces from `from` to before `end`.
pub(super) fn cover(pieces: &[Piece], from: usize, end: usize) -> Span {
    at(pieces, from)
        .span
        .cover(at(pieces, end.saturating_sub(1)).span)
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
    /// An elided word (*l'*, *dell'*) and a pronoun behind a hyphen (*dit-il*) are words of their own; so are verbs and
    /// particles in scripts without spaces.
    pub(super) fn pieces(&self, span: Span, limit: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut start = span.start;
        let mut joint = false;
        while pieces.len() < limit && start < span.end {
            let rest = Span::new(start, span.end).slice(self.text);
            let Some(first) = rest.chars().next() else {
                break;
            };
            let length = bytes(if is_letter(first) {
                self.word_length(rest, first)
            } else {
                first.len_utf8()
            });
            let place = Span::new(start, start + length);
            start += length;
            // The hyphen of *dit-il* is no mark of the sentence's; what stands before it is a verb.
            let is_joint = first == '-'
                && pieces
                    .last()
                    .is_some_and(|last| last.span.end == place.start && last.is(WORD));
            if first.is_whitespace() || is_joint {
                joint = is_joint;
                continue;
            }
            let mut classes = 0;
            if is_letter(first) {
                classes = self.classes(place.slice(self.text), first);
            }
            if let Some(verb) = pieces.last_mut()
                && joint
                && classes & PRONOUN != 0
                && verb.classes == WORD
            {
                verb.classes |= CUE;
            }
            joint = false;
            pieces.push(Piece {
                span: place,
                first,
                classes,
            });
        }
        pieces
    }

    /// Length of the word that `rest` begins with, in bytes.
    fn word_length(&self, rest: &str, first: char) -> usize {
        let east = self.language.is_spaceless();
        if east && let length @ 1.. = self.lexicon.prefix(rest) {
            return length;
        }
        let elides = matches!(self.language, Language::French | Language::Italian);
        let mut end = 0;
        let mut chars = rest.chars().peekable();
        while let Some(c) = chars.next() {
            if is_letter(c) {
                if east && end > 0 && self.lexicon.prefix(&rest[end..]) > 0 {
                    break;
                }
                end += c.len_utf8();
                continue;
            }
            let joins = chars.peek().copied().is_some_and(is_letter);
            let is_apostrophe = matches!(c, '\'' | '’');
            let holds = match c {
                '\'' | '’' => true,
                '-' => !first.is_lowercase(),
                '"' | '״' => self.language == Language::Hebrew,
                _ => false,
            };
            if !(holds && joins) {
                break;
            }
            end += c.len_utf8();
            if is_apostrophe && elides && (first.is_lowercase() || end <= 5) {
                break;
            }
        }
        end
    }

    fn classes(&self, word: &str, first: char) -> u32 {
        let lower = word.to_lowercase().replace('’', "'");
        let mut classes = WORD | self.lexicon.classes(&lower);
        if first.is_uppercase() || first.is_numeric() {
            classes |= CAPITAL;
        }
        let n_letters = lower.chars().take(5).count();
        if n_letters == 1 || n_letters < 5 && classes & TITLE != 0 {
            classes |= ABBREVIATED;
        }
        if ["ant", "ndo", "end"].iter().any(|end| lower.ends_with(end)) {
            classes |= PARTICIPLE;
        }
        let particle = match self.language {
            Language::Korean => n_letters > 1 && word.ends_with(['은', '는', '이', '가']),
            Language::Japanese => matches!(word, "は" | "が" | "も"),
            _ => false,
        };
        if particle {
            classes |= PARTICLE;
        }
        if self.language == Language::Korean && self.lexicon.ends_in_verb(word) {
            classes |= CUE;
        }
        classes
    }

    /// End of the subject that begins at `from`, as a place in `pieces`; 0 when none does.
    pub(super) fn subject(&self, pieces: &[Piece], from: usize) -> usize {
        let first = at(pieces, from);
        if first.is_pronoun() {
            return from + 1;
        }
        let cased = self.language.has_case();
        let has_determiner = first.is(DETERMINER);
        let mut has_name = false;
        let mut end = from;
        while end < from + LONGEST_SUBJECT {
            let piece = at(pieces, end);
            let next = at(pieces, end + 1);
            if !piece.is(WORD) {
                // The full stop of a title or initial: *Sra. Ruiz*, *J. Ruiz*.
                let is_inside = end > from && at(pieces, end - 1).is(ABBREVIATED) && next.is(WORD);
                if piece.first == '.' && is_inside {
                    end += 1;
                    continue;
                }
                break;
            }
            // The first word of a sentence is capitalised whatever it is.
            let is_name = cased && piece.is(CAPITAL) && !piece.is(DETERMINER);
            let is_name_inside = is_name && end > from;
            let begins = end == from && has_determiner;
            if piece.is(STOP) && !is_name_inside && !begins
                || piece.is(CUE) && !is_name
                || piece.is(HELPER | DETERMINER) && end > from && !is_name && !piece.is(LINK)
            {
                break;
            }
            if has_name && !is_name {
                let leads = next.is(CAPITAL) || next.is(LINK) && at(pieces, end + 2).is(CAPITAL);
                // After a bare name *der* begins something else: *sagte Merkel der Zeitung*.
                let is_other = self.language == Language::German && piece.is(DETERMINER);
                if !(piece.is(LINK) && leads && (has_determiner || !is_other)) {
                    break;
                }
            }
            has_name |= is_name;
            end += 1;
        }
        // Links at the end belong to what follows.
        while end > from + 1 {
            let last = at(pieces, end - 1);
            if last.is(WORD) && (!last.is(LINK) || last.is(CAPITAL)) {
                break;
            }
            end -= 1;
        }
        let is_article_alone = end == from + 1 && has_determiner;
        let may_be_bare = !cased
            || has_determiner
            || has_name
            || self.lexicon.has_bare_nouns()
            || self.language == Language::Swedish;
        if end == from || is_article_alone || !may_be_bare {
            0
        } else {
            end
        }
    }

    /// End of the apposition that the comma at `comma` begins (*Ana Ruiz, alcaldesa de Osk*), or `comma` without one.
    pub(super) fn apposition(&self, pieces: &[Piece], comma: usize) -> usize {
        let mut end = comma + 1;
        if at(pieces, comma).first != ',' || at(pieces, end).is(STOP | PARTICIPLE | HELPER) {
            return comma;
        }
        while at(pieces, end).is(WORD) {
            let piece = at(pieces, end);
            if piece.is(CUE | THAT | ACCORDING)
                || piece.is_pronoun()
                || end > comma + LONGEST_SUBJECT
            {
                return comma;
            }
            end += 1;
        }
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

/// A length in bytes, as spans count it.
pub(super) fn bytes(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
