//! Who said it, where a cue stands beside marked words.
//!
//! Owns the patterns: inversion after a quote (*sagte Merkel*, *a déclaré M. Dupont*), subject and verb before it (*Ana Ruiz
//! dijo:*), a name and a colon, *according to*, and languages that put the verb last. What a subject is, is in `phrase.rs`.

use hearsay_text::Span;

use super::phrase::{Grammar, Piece, ends_sentence};
use crate::language::Language;

/// How many pieces of narration are looked at beside a quote.
const REACH: usize = 40;

/// How many bytes of narration before a quote are looked at.
const BYTES_BEFORE: u32 = 400;

/// How many words may stand between a verb and the quote that it introduces without a colon.
const GAP: usize = 6;

/// A cue and who it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attribution {
    pub(super) cue: Span,
    pub(super) source: Option<Span>,
    /// Where the words of both end.
    pub(super) end: u32,
    /// Where the reported clause begins that a *that* introduces.
    pub(super) clause: Option<u32>,
    /// Whether the verb stands before its subject.
    pub(super) is_inverted: bool,
}

impl Grammar<'_> {
    /// The cue that follows a quote, in `region` after it.
    pub(super) fn after(&self, region: Span, with_apposition: bool) -> Option<Attribution> {
        let pieces = self.pieces(region, REACH);
        let mut from = 0;
        // The particle of quotation is written to the mark: *”고 말했다*.
        let is_glued = |piece: &Piece| piece.span.start == region.start && piece.is_word();
        if self.language == Language::Korean
            && pieces.first().is_some_and(is_glued)
            && !self.is_verb(&pieces[0])
        {
            from = 1;
        }
        while let Some(piece) = pieces.get(from).filter(|piece| !piece.is_word()) {
            if matches!(piece.first, ':' | '(' | '«' | '“' | '"' | '„') {
                return None;
            }
            let stops = ends_sentence(piece.first);
            from += 1;
            if stops && pieces.get(from).is_none_or(Piece::is_capitalised) {
                return None;
            }
            if stops && !self.language.has_case() {
                return None;
            }
        }
        let word = |nth: usize| pieces.get(nth).map_or("", |piece| &*piece.lower);
        let lexicon = &self.lexicon;
        let n_according = lexicon.according(word(from), word(from + 1));
        let named = |at: usize, cue: Span, is_inverted: bool| {
            let source = self.subject(&pieces, at).map(|end| {
                let long = if with_apposition && lexicon.pronoun(word(at)).is_none() {
                    self.apposition(&pieces, end)
                } else {
                    end
                };
                cover(&pieces[at..long])
            });
            Attribution {
                cue,
                source,
                end: source.unwrap_or(cue).end.max(cue.end),
                clause: None,
                is_inverted,
            }
        };
        if n_according > 0 {
            let at = from + n_according;
            let found = named(at, cover(&pieces[from..at]), true);
            return found.source.is_some().then_some(found);
        }
        let limit = (from + 12).min(pieces.len());
        let verb = (from..limit)
            .take_while(|nth| pieces[*nth].is_word() || is_short_stop(&pieces, *nth))
            .find(|nth| self.is_verb(&pieces[*nth]))?;
        let before = &pieces[from..verb];
        let pronoun = before
            .iter()
            .find(|piece| self.is_subject_pronoun(&piece.lower));
        let is_led_by_helpers = before
            .iter()
            .all(|piece| lexicon.is_helper(&piece.lower) || self.is_subject_pronoun(&piece.lower));
        if is_led_by_helpers {
            let first = before
                .first()
                .filter(|piece| lexicon.is_helper(&piece.lower));
            let cue = pieces[verb].span;
            if let Some(pronoun) = pronoun {
                return Some(Attribution {
                    cue,
                    source: Some(pronoun.span),
                    end: cue.end,
                    clause: None,
                    is_inverted: first.is_some(),
                });
            }
            let cue = first.map_or(cue, |first| first.span.cover(cue));
            let mut at = verb + 1;
            // A second verb or a helper: *sagte nun Merkel*, *dijo también Ana*.
            while lexicon.is_helper(word(at)) && lexicon.determiner(word(at)).is_none() {
                at += 1;
            }
            return Some(named(at, cue, true));
        }
        let end = self.subject(&pieces, from)?;
        let rest = pieces.get(end..verb)?;
        let is_beside = rest.iter().all(|piece| lexicon.is_helper(&piece.lower));
        is_beside.then(|| Attribution {
            cue: pieces[verb].span,
            source: Some(self.without_particle(cover(&pieces[from..end]))),
            end: pieces[verb].span.end,
            clause: None,
            is_inverted: false,
        })
    }

    /// The cue that introduces a quote, in `region` before it.
    pub(super) fn before(&self, region: Span) -> Option<Attribution> {
        let pieces = self.last_sentence(region);
        let last = pieces.last()?;
        let has_colon = matches!(last.first, ':' | '：') && !last.is_word();
        let lexicon = &self.lexicon;
        let found = pieces.iter().rposition(|piece| self.is_verb(piece));
        let Some(verb) = found else {
            return self.introduced(&pieces, has_colon);
        };
        let that = (verb + 1..pieces.len())
            .find(|nth| lexicon.is_that(&pieces[*nth].lower))
            .filter(|that| that - verb <= GAP);
        let words_between = pieces[verb + 1..]
            .iter()
            .filter(|piece| piece.is_word())
            .count();
        let mut clause = that.map(|that| pieces[that].span.start);
        if !has_colon && that.is_none() {
            // *Merkel sagte, die Lage sei „ernst“*: German leaves *dass* out.
            let comma = pieces[verb..].iter().position(|piece| piece.first == ',');
            let is_reported = self.language == Language::German && words_between > 0;
            if let Some(comma) = comma.filter(|_| is_reported) {
                clause = pieces.get(verb + comma + 1).map(|piece| piece.span.start);
            }
        }
        let cue = pieces[verb].span;
        // Helpers may stand before the verb: *le ministre a déclaré*, *se lo dijo*.
        let mut head = verb;
        while head > 0 && lexicon.is_helper(&pieces[head - 1].lower) {
            head -= 1;
        }
        let after = (verb + 1..pieces.len())
            .find(|nth| !lexicon.is_helper(&pieces[*nth].lower))
            .and_then(|at| {
                let end = self.subject(&pieces, at)?;
                let long = self.apposition(&pieces, end);
                let is_clause = clause.is_some_and(|clause| clause <= pieces[at].span.start);
                (!is_clause).then(|| (cover(&pieces[at..long]), long))
            });
        if !has_colon && clause.is_none() {
            // What stands between belongs to neither: *sprach über den „Tag X“*.
            let rest = &pieces[after.map_or(verb + 1, |(_, end)| end)..];
            let n_words = rest
                .iter()
                .filter(|piece| piece.is_word() && !lexicon.is_helper(&piece.lower))
                .count();
            if n_words > if last.first == ',' { GAP } else { 0 } {
                return None;
            }
        }
        let after = after.map(|(source, _)| source);
        let at_verb = head == 0 || !pieces[head - 1].is_word();
        let source = match (self.subject_before(&pieces[..head]), after) {
            (Some(before), Some(after)) if at_verb && before.end <= pieces[verb].span.start => {
                // *Das Geld fehlt, sagte Merkel*: what stands before the comma is told, not telling.
                if has_colon { Some(before) } else { Some(after) }
            }
            (before, after) => before.or(after),
        };
        Some(Attribution {
            cue,
            source,
            end: region.end,
            clause,
            is_inverted: false,
        })
    }

    /// Who is spoken of at the start of the sentence before a quote whose verb follows it: *Ayşe Demir, “…” dedi*.
    pub(super) fn topic(&self, region: Span) -> Option<Span> {
        let pieces = self.last_sentence(region);
        let end = if self.language == Language::Korean {
            // The particle of the topic or subject ends it.
            pieces
                .iter()
                .position(|piece| has_particle(&piece.lower))
                .filter(|nth| *nth < 6)?
                + 1
        } else {
            self.subject(&pieces, 0)?
        };
        Some(self.without_particle(cover(&pieces[..end])))
    }

    /// A quote without a verb: *Según Ana Ruiz, «…»*, *Ana Ruiz: «…»*.
    fn introduced(&self, pieces: &[Piece], has_colon: bool) -> Option<Attribution> {
        let word = |nth: usize| pieces.get(nth).map_or("", |piece| &*piece.lower);
        let n_according = self.lexicon.according(word(0), word(1));
        if n_according > 0 && word(0) != "so" {
            let end = self.subject(pieces, n_according)?;
            return Some(Attribution {
                cue: cover(&pieces[..n_according]),
                source: Some(cover(&pieces[n_according..end])),
                end: pieces[end - 1].span.end,
                clause: pieces.get(end + 1).map(|piece| piece.span.start),
                is_inverted: false,
            });
        }
        let end = self.subject(pieces, 0).filter(|_| has_colon)?;
        let end = self.apposition(pieces, end);
        // A label is a name or a role and nothing else, and more than a word of running text.
        (end + 1 == pieces.len() && pieces[0].is_capitalised() || !self.language.has_case()).then(
            || Attribution {
                cue: pieces[pieces.len() - 1].span,
                source: Some(cover(&pieces[..end])),
                end: pieces[pieces.len() - 1].span.end,
                clause: None,
                is_inverted: false,
            },
        )
    }

    /// The subject in `pieces`, which end before a verb: the first phrase of the sentence that can be one, with its
    /// appositions.
    fn subject_before(&self, pieces: &[Piece]) -> Option<Span> {
        let mut from = 0;
        while from < pieces.len() {
            if !pieces[from].is_word()
                || self.lexicon.is_link(&pieces[from].lower) && pieces[from].lower == "y"
            {
                from += 1;
                continue;
            }
            let mut end = self.subject(pieces, from);
            // A second subject behind a conjunction: *… y la ministra dijo*.
            if end.is_none() && pieces.get(from + 1).is_some_and(Piece::is_word) {
                let is_and = matches!(
                    &*pieces[from].lower,
                    "y" | "et" | "und" | "e" | "i" | "и" | "en" | "och" | "ja"
                );
                if is_and {
                    from += 1;
                    end = self.subject(pieces, from);
                }
            }
            if let Some(end) = end {
                let long = self.apposition(pieces, end);
                return Some(self.without_particle(cover(&pieces[from..long])));
            }
            from += pieces[from..]
                .iter()
                .position(|piece| !piece.is_word())
                .unwrap_or(pieces.len());
        }
        None
    }

    /// The pieces of the last sentence of `region`.
    fn last_sentence(&self, region: Span) -> Vec<Piece> {
        let mut start = region.start.max(region.end.saturating_sub(BYTES_BEFORE));
        while !self.text.is_char_boundary(start as usize) {
            start += 1;
        }
        let mut pieces = self.pieces(Span::new(start, region.end), usize::MAX);
        let is_end = |nth: usize| {
            let before = nth
                .checked_sub(1)
                .map_or("", |before| &*pieces[before].lower);
            let short = self.is_abbreviation(before);
            let glued = pieces
                .get(nth + 1)
                .is_some_and(|next| next.span.start == pieces[nth].span.end && next.is_word());
            !pieces[nth].is_word()
                && ends_sentence(pieces[nth].first)
                && !(pieces[nth].first == '.' && (short || glued && self.language.has_case()))
                && nth + 1 < pieces.len()
        };
        let first = (0..pieces.len()).rev().find(|nth| is_end(*nth));
        pieces.drain(..first.map_or(0, |first| first + 1));
        // Closing marks and dashes that the sentence begins with.
        let n_marks = pieces.iter().take_while(|piece| !piece.is_word()).count();
        pieces.drain(..n_marks);
        pieces
    }

    fn is_verb(&self, piece: &Piece) -> bool {
        if self.language == Language::Korean {
            // The particle of quotation may be written together with the verb: *고말했다*.
            return self.lexicon.cues().any(|cue| piece.lower.ends_with(cue));
        }
        // German nouns are capitalised; a verb is only at the start of a sentence.
        self.lexicon.is_cue(&piece.lower)
    }

    fn is_subject_pronoun(&self, word: &str) -> bool {
        self.lexicon.pronoun(word).is_some() && self.lexicon.determiner(word).is_none()
    }

    /// A Korean subject without the particle that marks it.
    fn without_particle(&self, source: Span) -> Span {
        let words = source.slice(self.text);
        if self.language == Language::Korean && has_particle(words) {
            let last = words.chars().next_back().map_or(0, char::len_utf8);
            return Span::new(
                source.start,
                source.end - u32::try_from(last).unwrap_or_default(),
            );
        }
        source
    }
}

fn has_particle(word: &str) -> bool {
    word.ends_with(['은', '는', '이', '가']) && word.chars().count() > 1
}

/// The full stop of an abbreviated title inside a phrase: *M. Dupont*.
fn is_short_stop(pieces: &[Piece], nth: usize) -> bool {
    let short = nth > 0 && pieces[nth - 1].lower.chars().count() <= 3 && pieces[nth - 1].is_word();
    pieces[nth].first == '.' && short && pieces.get(nth + 1).is_some_and(Piece::is_capitalised)
}

/// The span of all `pieces`, which are not empty.
fn cover(pieces: &[Piece]) -> Span {
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}
