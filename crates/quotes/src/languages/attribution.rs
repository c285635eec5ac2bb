//! Who said it, where a cue stands beside marked words.
//!
//! Owns the patterns: inversion after a quote (*sagte Merkel*, *a déclaré M. Dupont*), subject and verb before it (*Ana Ruiz
//! dijo:*), a name and a colon, *according to*, and languages that put the verb last. What a subject is, is in `phrase.rs`.

use hearsay_text::Span;

use super::lexicon::{ACCORDING, CUE, DETERMINER, HELPER, LINK, STOP, THAT, TITLE};
use super::phrase::{
    ABBREVIATED, CAPITAL, Grammar, PARTICLE, Piece, WORD, at, cover, ends_sentence,
};
use crate::language::Language;

/// How many pieces of narration are looked at beside a quote.
const REACH: usize = 40;

/// How many bytes of narration before a quote are looked at.
const BYTES_BEFORE: u32 = 400;

/// How many words may stand between a verb and the comma before the quote that it introduces.
const GAP: usize = 6;

/// How many pieces there may be between a quote and the verb after it.
const VERB_REACH: usize = 12;

/// A cue and who it names.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Attribution {
    pub(super) cue: Span,
    /// Who is named; empty for nobody.
    pub(super) source: Span,
    /// Where the words of both end.
    pub(super) end: u32,
    /// Where the reported clause begins that a *that* introduces, else 0.
    pub(super) clause: u32,
    /// Whether the verb stands before its subject.
    pub(super) is_inverted: bool,
}

impl Grammar<'_> {
    /// The cue that follows a quote, in `region` after it.
    ///
    /// With `any_verb`, a verb need not be known as one of saying: that of *„Das ist zu spät“, kritisierte Karl Lang* is told
    /// by its place.
    pub(super) fn after(
        &self,
        region: Span,
        with_apposition: bool,
        any_verb: bool,
    ) -> Option<Attribution> {
        let pieces = self.pieces(region, REACH);
        let mut from = 0;
        // The particle of quotation is written to the mark: *”고 말했다*.
        let glued = at(&pieces, 0);
        let is_glued = glued.span.start == region.start && glued.is(WORD) && !glued.is(CUE);
        if self.language == Language::Korean && is_glued {
            from = 1;
        }
        while from < pieces.len() && !pieces[from].is(WORD) {
            let mark = pieces[from].first;
            from += 1;
            let stops =
                ends_sentence(mark) && (!self.language.has_case() || at(&pieces, from).is(CAPITAL));
            if stops || matches!(mark, ':' | '(' | '«' | '“' | '"' | '„') {
                return None;
            }
        }
        // Helpers before the verb, and a pronoun among them: *a-t-il déclaré*.
        let mut pronoun = Span::default();
        let mut head = from;
        while at(&pieces, head).is(HELPER) || at(&pieces, head).is_pronoun() {
            if at(&pieces, head).is_pronoun() {
                pronoun = pieces[head].span;
            }
            head += 1;
        }
        let (n_according, told_from) = according(&pieces, from);
        let verb = at(&pieces, head);
        let is_told = any_verb && verb.classes == WORD && self.language.has_case();
        if n_according || (verb.is(CUE) || is_told) && !at(&pieces, from).is(DETERMINER) {
            let mut cue = at(&pieces, if n_according { from } else { head }).span;
            if at(&pieces, from).is(HELPER) && pronoun.is_empty() {
                cue = cover(&pieces, from, head + 1);
            }
            let mut source = pronoun;
            if pronoun.is_empty() {
                let mut first = if n_according { told_from } else { head + 1 };
                // *sagte nun Merkel*, *dijo también Ana*.
                while at(&pieces, first).is(HELPER) && !at(&pieces, first).is(DETERMINER) {
                    first += 1;
                }
                if !self.language.is_spaceless() && self.language != Language::Korean {
                    source = self.source_at(&pieces, first, with_apposition);
                }
            }
            let found = Attribution {
                cue,
                source,
                end: beyond_helpers(&pieces, cue.end.max(source.end)),
                clause: 0,
                is_inverted: pronoun.is_empty() || head > from + 1 || n_according,
            };
            // Of a verb that is not known the subject must be somebody beyond doubt.
            let is_somebody = pieces
                .iter()
                .any(|piece| source.encloses(piece.span) && piece.is(CAPITAL | DETERMINER | TITLE));
            return (!is_told || is_somebody)
                .then_some(found)
                .filter(|_| !n_according || !source.is_empty());
        }
        // Subject and verb: *Virtanen sanoo*, *と田中市長は述べた*.
        while at(&pieces, from).is(HELPER) && !at(&pieces, from).is(DETERMINER | CAPITAL) {
            from += 1;
        }
        let end = self.subject(&pieces, from);
        let mut verb = end;
        while at(&pieces, verb).is(HELPER) {
            verb += 1;
        }
        if end > 0 && at(&pieces, verb).is(CUE) {
            let cue = pieces[verb].span;
            return Some(Attribution {
                cue,
                source: self.without_particle(cover(&pieces, from, end)),
                end: cue.end,
                ..Attribution::default()
            });
        }
        // The verb at the end of the sentence: *「…」と記者団に述べた*.
        let verb_is_led = self.language.puts_verb_last() && at(&pieces, 0).is(HELPER);
        let verb = pieces
            .iter()
            .take(VERB_REACH)
            .take_while(|piece| piece.is(WORD));
        let verb = verb
            .into_iter()
            .find(|piece| verb_is_led && piece.is(CUE))?;
        (from <= 1).then(|| Attribution {
            cue: verb.span,
            end: verb.span.end,
            ..Attribution::default()
        })
    }

    /// The subject at `from` with its apposition; empty when there is none.
    fn source_at(&self, pieces: &[Piece], from: usize, with_apposition: bool) -> Span {
        let end = self.subject(pieces, from);
        if end == 0 {
            return Span::default();
        }
        let long = if with_apposition && !at(pieces, from).is_pronoun() {
            self.apposition(pieces, end)
        } else {
            end
        };
        self.without_particle(cover(pieces, from, long))
    }

    /// The cue that introduces a quote, in `region` before it.
    pub(super) fn before(&self, region: Span) -> Option<Attribution> {
        let pieces = self.last_sentence(region);
        let last = pieces.len().checked_sub(1)?;
        let has_colon = matches!(pieces[last].first, ':' | '：');
        let verb = pieces.iter().rposition(|piece| piece.is(CUE));
        let (n_according, told_from) = according(&pieces, 0);
        let Some(verb) = verb.filter(|_| !n_according) else {
            // *Según Ana Ruiz, «…»*, or a label: *Ana Ruiz: «…»*.
            let source = self.source_at(&pieces, told_from, !n_according);
            // What somebody with a name does before a colon is saying: *Pavel Obi warnte schon im Mai: „…“*
            let is_named = pieces.windows(2).any(|two| {
                two[0].is(CAPITAL) && two[1].is(CAPITAL) && source.encloses(two[1].span)
            });
            let is_label = has_colon
                && (is_named
                    || at(&pieces, last).span.start == source.end && pieces[0].is(CAPITAL));
            let clause = pieces
                .iter()
                .find(|piece| n_according && piece.span.start > source.end);
            return (!source.is_empty() && (n_according || is_label)).then(|| Attribution {
                cue: pieces[if n_according { 0 } else { last }].span,
                source,
                end: region.end,
                clause: clause.map_or(0, |piece| piece.span.start),
                is_inverted: false,
            });
        };
        // Where the reported clause begins: *que*; German leaves *dass* out, *Merkel sagte, die Lage sei „ernst“*.
        let mut clause = 0;
        for nth in (verb + 1..last).take(GAP) {
            let is_comma = self.language == Language::German && pieces[nth].first == ',';
            if pieces[nth].is(THAT) || is_comma && !has_colon {
                clause = pieces[if is_comma { nth + 1 } else { nth }].span.start;
                break;
            }
        }
        if at(&pieces, last).is(THAT) {
            clause = pieces[last].span.start;
        }
        // Helpers may stand before the verb (*le ministre a déclaré*) and after it.
        let mut head = verb;
        while head > 0 && pieces[head - 1].is(HELPER) {
            head -= 1;
        }
        let mut next = verb + 1;
        while at(&pieces, next).is(HELPER) {
            next += 1;
        }
        let mut after = Span::default();
        if clause == 0 || at(&pieces, next).span.start < clause {
            after = self.source_at(&pieces, next, true);
        }
        let told_until = after.end.max(pieces[next - 1].span.end);
        let n_between = pieces
            .iter()
            .filter(|piece| piece.is(WORD) && piece.span.start >= told_until)
            .count();
        // What stands between belongs to neither: *sprach über den „Tag X“*.
        let most = match pieces[last].first {
            _ if clause > 0 => usize::MAX,
            ':' | '：' if self.language.is_spaceless() => 1,
            ':' | '：' => usize::MAX,
            ',' | '，' => GAP,
            _ => 0,
        };
        if n_between > most {
            return None;
        }
        let before = self.subject_before(&pieces[..head]);
        // *Das Geld fehlt, sagte Merkel*: what stands before the comma is told, not telling.
        let is_told = !(has_colon || head > 0 && pieces[head - 1].is(WORD));
        // *Damals schrieb er*: a word alone before the verb need not be a name.
        let is_doubtful = head == 1
            && !pieces[0].is_pronoun()
            && matches!(
                self.language,
                Language::German | Language::Dutch | Language::Swedish
            )
            && (at(&pieces, next).is_pronoun() || at(&pieces, next).is(CAPITAL));
        let source = if before.is_empty() || (is_told || is_doubtful) && !after.is_empty() {
            after
        } else {
            before
        };
        Some(Attribution {
            cue: pieces[verb].span,
            source,
            end: region.end,
            clause,
            is_inverted: false,
        })
    }

    /// Who is spoken of at the start of the sentence before a quote whose verb follows it: *Ayşe Demir, “…” dedi*.
    pub(super) fn topic(&self, region: Span) -> Span {
        let pieces = self.last_sentence(region);
        match pieces.iter().take(GAP).position(|piece| piece.is(PARTICLE)) {
            Some(nth) if self.language == Language::Japanese => at(&pieces, nth.max(1) - 1).span,
            Some(nth) => self.without_particle(cover(&pieces, 0, nth + 1)),
            None => self.source_at(&pieces, 0, false),
        }
    }

    /// The subject in `pieces`, which end before a verb: the first phrase between commas that can be one, with its
    /// appositions.
    fn subject_before(&self, pieces: &[Piece]) -> Span {
        // The phrase right before the verb, unless a comma ends it: *Interrogé lundi, le ministre a dit*.
        let comma = pieces.iter().rposition(|piece| !piece.is(WORD));
        let last = comma.map_or(0, |comma| comma + 1);
        let source = self.source_at(pieces, last, true);
        if !source.is_empty() {
            return source;
        }
        let mut is_start = true;
        for (nth, piece) in pieces.iter().enumerate() {
            if is_start && piece.is(WORD) {
                let source = self.source_at(pieces, nth, true);
                if !source.is_empty() {
                    return source;
                }
            }
            // A second subject may stand behind a conjunction of one or two letters: *… y la ministra dijo*.
            let is_and = piece.is(STOP) && !piece.is(CAPITAL) && piece.span.len() < 4 && nth == 0;
            is_start = !piece.is(WORD) || is_and;
        }
        Span::default()
    }

    /// The pieces of the last sentence of `region`.
    fn last_sentence(&self, region: Span) -> Vec<Piece> {
        let mut start = region.start.max(region.end.saturating_sub(BYTES_BEFORE));
        while !self.text.is_char_boundary(start as usize) {
            start += 1;
        }
        let mut pieces = self.pieces(Span::new(start, region.end), usize::MAX);
        // What follows begins a sentence of its own.
        if pieces.last().is_some_and(|last| ends_sentence(last.first)) {
            return Vec::new();
        }
        let mut first = 0;
        for nth in 1..pieces.len() {
            let (before, here) = (at(&pieces, nth - 1), pieces[nth]);
            let is_inside = before.is(ABBREVIATED)
                || here.span.end == at(&pieces, nth + 1).span.start && self.language.has_case();
            let ends = ends_sentence(here.first) && !(here.first == '.' && is_inside);
            if ends && nth + 1 < pieces.len() {
                first = nth + 1;
            }
        }
        // Closing marks and dashes that the sentence begins with.
        while first < pieces.len() && !pieces[first].is(WORD) {
            first += 1;
        }
        pieces.drain(..first);
        pieces
    }

    /// A Korean subject without the particle that marks it.
    fn without_particle(&self, source: Span) -> Span {
        let words = source.slice(self.text);
        if self.language == Language::Korean && words.ends_with(['은', '는', '이', '가']) {
            return Span::new(source.start, source.end - 3);
        }
        source
    }
}

/// The end of the helpers that follow at `end`: *écrivait-il alors*.
fn beyond_helpers(pieces: &[Piece], mut end: u32) -> u32 {
    for piece in pieces {
        if piece.span.start >= end {
            if !piece.is(HELPER) {
                break;
            }
            end = piece.span.end;
        }
    }
    end
}

/// Whether *according to* stands at `from`, in one word or two (*по словам*, *σύμφωνα με*), and where who is named begins.
fn according(pieces: &[Piece], from: usize) -> (bool, usize) {
    let (first, second) = (at(pieces, from), at(pieces, from + 1));
    if first.is(ACCORDING) {
        return (
            true,
            from + 1 + usize::from(second.is(STOP) && !second.is(LINK)),
        );
    }
    let is_second = first.is(STOP) && second.is(ACCORDING);
    (is_second, from + 2 * usize::from(is_second))
}
