//! What is counted of a text: its word characters, for spans, and its words, for Krippendorff's α.
//!
//! Owns that quotation marks, punctuation and space at the edges of a mark, or between its pieces, never count.

use hearsay_text::{Span, TokenKind, tokenize};

use crate::order::{Key, order, short};

/// Bytes between two places whose count is kept.
const STEP: usize = 64;

/// A stretch of things that are counted, from the first to one past the last.
pub(super) type Stretch = (u32, u32);

/// A text, as places in it are counted.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Word characters that begin before every `STEP`th byte.
    before: Vec<u32>,
    words: Vec<Span>,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (at, c) in text.char_indices() {
            while before.len() * STEP <= at {
                before.push(count);
            }
            count += u32::from(is_word(c));
        }
        before.resize(text.len() / STEP + 1, count);
        let tokens = tokenize(text).into_iter();
        let words = tokens.filter(|token| token.kind == TokenKind::Word);
        Self {
            text,
            before,
            words: words.map(|token| token.span).collect(),
        }
    }

    /// Number of words in the text.
    pub(super) fn len(&self) -> u32 {
        short(self.words.len())
    }

    /// Number of word characters before byte `at`.
    pub(super) fn chars_before(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let mut from = at / STEP * STEP;
        let before = self.before.get(at / STEP).copied().unwrap_or_default();
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let rest = self.text.get(from..at).unwrap_or_default();
        before + short(rest.chars().filter(|c| is_word(*c)).count())
    }

    /// The word characters of `spans`.
    pub(super) fn chars(&self, spans: &[Span]) -> Vec<Stretch> {
        joined(spans, |span| {
            (self.chars_before(span.start), self.chars_before(span.end))
        })
    }

    /// The words that `spans` hold, or cut.
    pub(super) fn words(&self, spans: &[Span]) -> Vec<Stretch> {
        joined(spans, |span| {
            let first = self.words.partition_point(|word| word.end <= span.start);
            let end = self.words.partition_point(|word| word.start < span.end);
            (short(first), short(end))
        })
    }
}

/// Where `spans` stand, in order, those that touch made one, without empty ones.
fn joined(spans: &[Span], place: impl Fn(Span) -> Stretch) -> Vec<Stretch> {
    let mut keys = Vec::with_capacity(spans.len());
    for span in spans {
        let (start, end) = place(*span);
        keys.push([start, end, 0, 0]);
    }
    join(keys)
}

fn join(mut keys: Vec<Key>) -> Vec<Stretch> {
    order(&mut keys);
    let mut joined: Vec<Stretch> = Vec::with_capacity(keys.len());
    for [start, end, ..] in keys {
        match joined.last_mut() {
            _ if start >= end => {}
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

/// Whether `c` is part of a word: no white space, control character or punctuation. Symbols are.
///
/// What counts as punctuation are Unicode's categories P\*, Zs, Cc and Cf, and the accents ` and ´ that stand for
/// quotation marks; of scripts that no newspaper is printed in, it is not listed here.
fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric()
            || matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~');
    }
    // Letters and digits of most scripts stand between these.
    let mark = matches!(c, '\u{80}'..='\u{a1}' | '\u{a7}' | '\u{ab}' | '\u{ad}' | '\u{b4}' | '\u{b6}' | '\u{b7}' | '\u{bb}' | '\u{bf}'
        | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}'
        | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}' | '\u{5f3}' | '\u{5f4}'
        | '\u{600}'..='\u{605}' | '\u{609}' | '\u{60a}' | '\u{60c}' | '\u{60d}' | '\u{61b}'..='\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{6dd}'
        | '\u{964}' | '\u{965}' | '\u{970}' | '\u{df4}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}' | '\u{f04}'..='\u{f12}' | '\u{104a}'..='\u{104f}'
        | '\u{10fb}' | '\u{1360}'..='\u{1368}' | '\u{1680}' | '\u{17d4}'..='\u{17d6}' | '\u{17d8}'..='\u{17da}' | '\u{1800}'..='\u{180a}' | '\u{180e}'
        | '\u{2000}'..='\u{2043}' | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{206f}' | '\u{2308}'..='\u{230b}' | '\u{2329}' | '\u{232a}'
        | '\u{2768}'..='\u{2775}' | '\u{27e6}'..='\u{27ef}' | '\u{2983}'..='\u{2998}' | '\u{2e00}'..='\u{2e2e}' | '\u{2e30}'..='\u{2e4f}' | '\u{2e52}'..='\u{2e5d}'
        | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{3030}' | '\u{303d}' | '\u{30a0}' | '\u{30fb}'
        | '\u{fd3e}' | '\u{fd3f}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe61}' | '\u{fe63}' | '\u{fe68}' | '\u{fe6a}' | '\u{fe6b}'
        | '\u{feff}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}'
        | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}' | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}' | '\u{fff9}'..='\u{fffb}');
    !mark
}
