//! Quotes in languages that the model does not read, by rules.
//!
//! Owns the way from paired marks and dialogue dashes to quotes: which of them quote somebody, what stands beside them,
//! and which belong together. Words of saying are in `lexicon.rs`, phrases in `phrase.rs`, the cue beside a quote in
//! `attribution.rs`, narration inside speech in `speech.rs`, and who is meant in `speakers.rs`. Pairs of marks come from
//! `marks`; English is left to the model.

mod attribution;
mod lexicon;
mod phrase;
mod speakers;
mod speech;

use hearsay_text::{Article, Block, BlockKind, Modality, QuoteKind, ReportKind, Span};

use self::attribution::Attribution;
pub(crate) use self::lexicon::Lexicon;
use self::phrase::{Grammar, WORD, bytes, ends_sentence};
use self::speakers::{Name, names_of};
use self::speech::{Speech, is_dash};
use crate::language::Language;
use crate::marks::{Ending, MarkPair, Marks};
use crate::{Evidence, Quote, Speaker};

/// Confidence of a quote that a cue stands beside.
const WITH_CUE: f32 = 0.9;

/// Confidence of a quote that only marks and its shape vouch for.
const WITHOUT_CUE: f32 = 0.6;

/// Words from which marked words in mid-sentence can be more than a name or a scare quote.
const SENTENCE: usize = 3;

/// Most words between a told attribution and a quote that goes on after it.
const SPLIT_REACH: usize = 8;

/// A quote in the making.
struct Draft {
    content: Vec<Span>,
    attribution: Option<Attribution>,
    kind: QuoteKind,
    marked: bool,
    /// Number of the block that it ends in.
    block: usize,
    begins_block: bool,
    /// Its marks are to be closed in the next block.
    is_open: bool,
}

/// The quotes of an article in a language that the model does not read, ordered by their first word, with speakers.
pub(crate) fn quotes_by_rule(article: &Article, marks: &Marks, language: Language) -> Vec<Quote> {
    let mut reader = Reader {
        article,
        grammar: Grammar::new(&article.text, language),
        drafts: Vec::new(),
    };
    let pairs: Vec<&MarkPair> = marks.outermost().collect();
    let mut first = 0;
    for (nth, block) in article.blocks.iter().enumerate() {
        let n_here = pairs[first..].partition_point(|pair| pair.open.start < block.span.end);
        let here = &pairs[first..first + n_here];
        first += n_here;
        if reader.opens_with_dash(block) {
            reader.read_dash(nth, block.span);
        } else {
            reader.read_pairs(nth, block.span, here);
        }
    }
    reader.finish()
}

struct Reader<'a> {
    article: &'a Article,
    grammar: Grammar<'a>,
    drafts: Vec<Draft>,
}

impl Reader<'_> {
    fn slice(&self, span: Span) -> &str {
        span.slice(&self.article.text)
    }

    fn opens_with_dash(&self, block: &Block) -> bool {
        let mut chars = self.slice(block.span).chars();
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::BlockQuote);
        let dash = chars.next().filter(|c| is_dash(*c));
        // A hyphen needs its space: *-5 °C*.
        let next = chars.next();
        let opens = next.is_some_and(|c| c.is_whitespace() || dash != Some('-') && !is_dash(c));
        self.grammar.language.has_dashes() && is_text && dash.is_some() && opens
    }

    /// A paragraph of dialogue.
    fn read_dash(&mut self, block: usize, span: Span) {
        let lead = bytes(self.first(span).len_utf8());
        let speech = self
            .grammar
            .speech(Span::new(span.start + lead, span.end), false);
        let has_shape = self.ends(span);
        if speech.content.is_empty() || speech.attribution.is_none() && !has_shape {
            return;
        }
        self.drafts.push(Draft {
            content: speech.content,
            attribution: speech.attribution,
            kind: QuoteKind::Direct,
            marked: false,
            block,
            begins_block: true,
            is_open: false,
        });
    }

    fn read_pairs(&mut self, block: usize, span: Span, pairs: &[&MarkPair]) {
        // Where the last pair ended, and the last words of attribution after it.
        let (mut end, mut told_until) = (span.start, None);
        for (nth, pair) in pairs.iter().enumerate() {
            if pair.open.start < end {
                continue;
            }
            let next = pairs.get(nth + 1).map_or(span.end, |next| next.open.start);
            let place = Place {
                block,
                pair,
                before: Span::new(told_until.unwrap_or(end).max(end), pair.open.start),
                after: Span::new(pair.outer().end, next.max(pair.outer().end)),
                block_span: span,
                goes_on: told_until.is_some(),
            };
            let told = self.read_pair(&place);
            end = pair.outer().end;
            told_until = None;
            if let Some(until) = told {
                told_until = Some(until);
                // A clause may run over further pairs.
                if until > next {
                    end = until;
                    told_until = None;
                }
            }
        }
    }

    /// Reads a pair; gives the end of the attribution after it, if it has one.
    fn read_pair(&mut self, place: &Place<'_>) -> Option<u32> {
        let pair = place.pair;
        let inner = self.grammar.spoken(pair.inner);
        let Speech {
            content,
            attribution,
        } = self.grammar.speech(pair.inner, true);
        if content.is_empty() {
            return None;
        }
        let inside = attribution.is_some();
        let attribution = attribution.or_else(|| self.attribution(place, inner));
        let follows_open = place.begins_block()
            && self
                .drafts
                .last()
                .is_some_and(|last| last.is_open && last.block + 1 == place.block);
        let is_open = pair.ending == Ending::Continued;
        let told = attribution.filter(|told| !inside && told.end > pair.inner.end);
        if follows_open && let Some(last) = self.drafts.last_mut() {
            last.content.extend(content);
            last.attribution = last.attribution.or(attribution);
            (last.block, last.is_open) = (place.block, is_open);
            return told.map(|told| told.end);
        }
        if let Some(clause) = attribution.map(|told| told.clause)
            && clause > 0
            && !self.ends_in_colon(place.before)
        {
            // *… dijo que el puente «es viejo» y cerrará*: the clause is what is quoted.
            let rest = self.slice(Span::new(place.after.start, place.block_span.end));
            let length = rest.find(ends_sentence).unwrap_or(rest.len());
            let end = place.after.start + u32::try_from(length).unwrap_or_default();
            let content = Span::new(clause, end).trimmed(&self.article.text);
            self.push(place, vec![content], attribution, QuoteKind::Mixed);
            return Some(end);
        }
        // An opening mark in mid-sentence is not the custom for a quote that goes on in the next block.
        let is_open = is_open && (place.begins_block() || attribution.is_some());
        if attribution.is_none() && !is_open {
            if self.goes_on_from_last(place, inner) {
                let last = self.drafts.last_mut()?;
                last.content.extend(content);
                // What follows can go on in its turn.
                return Some(pair.outer().end);
            }
            if !matches!(pair.ending, Ending::Closed(_)) || !self.stands_alone(place, inner) {
                return None;
            }
        }
        self.push(place, content, attribution, QuoteKind::Direct);
        if let Some(last) = self.drafts.last_mut() {
            last.is_open = is_open;
        }
        told.map(|told| told.end)
    }

    fn push(
        &mut self,
        place: &Place<'_>,
        content: Vec<Span>,
        attribution: Option<Attribution>,
        kind: QuoteKind,
    ) {
        self.drafts.push(Draft {
            content,
            attribution,
            kind,
            marked: true,
            block: place.block,
            begins_block: place.begins_block(),
            is_open: false,
        });
    }

    /// The cue beside a pair, before or after it.
    fn attribution(&self, place: &Place<'_>, inner: Span) -> Option<Attribution> {
        let grammar = &self.grammar;
        let before = grammar.before(place.before);
        let has_colon = self.ends_in_colon(place.before);
        let is_introduced = before.is_some_and(|told| !told.source.is_empty()) && self.ends(inner);
        if has_colon && before.is_some() || is_introduced {
            return before;
        }
        // Languages that put the verb last name who speaks before the quote.
        let verb_is_last = grammar.language.puts_verb_last();
        let is_free = !self.last(place.before).is_alphanumeric();
        let is_more_than_a_name = is_free || self.n_words(inner) > SENTENCE || self.ends(inner);
        // A quote with its own full stop is over; what follows is another sentence.
        let is_over = self.last(inner) == '.' && self.first(place.after).is_uppercase();
        // After a sentence any verb may be one of saying.
        let begins = self.begins_sentence(place) && self.first(inner).is_uppercase();
        let last = self.last(place.pair.inner);
        let is_tied =
            matches!(self.first(place.after), ',' | '–' | '—') || matches!(last, ',' | '!' | '?');
        let any_verb = begins && is_tied && self.n_words(inner) >= SENTENCE;
        let after = ((is_more_than_a_name || verb_is_last) && !is_over)
            .then(|| grammar.after(place.after, true, any_verb))
            .flatten();
        if let Some(mut after) = after {
            if verb_is_last && after.source.is_empty() {
                after.source = grammar.topic(place.before);
            }
            return Some(after);
        }
        before
    }

    /// Whether a pair goes on with the quote before it: *„Nein“, sagte Merkel. „Wir warten.“*
    fn goes_on_from_last(&self, place: &Place<'_>, inner: Span) -> bool {
        if !place.goes_on
            || self
                .drafts
                .last()
                .is_none_or(|last| last.block != place.block || last.kind != QuoteKind::Direct)
        {
            return false;
        }
        let pieces = self.grammar.pieces(place.before, SPLIT_REACH + 6);
        let (mut n_words, mut n_ends, mut last) = (0, 0, ' ');
        for piece in &pieces {
            n_words += usize::from(piece.is(WORD));
            n_ends += usize::from(ends_sentence(piece.first));
            last = piece.first;
        }
        let is_new = ends_sentence(last);
        let is_tied = matches!(last, ',' | '，' | '—' | '–' | '-');
        let has_shape = self.ends(inner) || self.n_words(inner) >= SENTENCE;
        n_words <= SPLIT_REACH && (is_tied && n_ends == 0 || is_new && n_ends == 1 && has_shape)
    }

    /// Whether words in marks are a quote with no cue: a sentence of their own.
    fn stands_alone(&self, place: &Place<'_>, inner: Span) -> bool {
        let is_first = self.begins_sentence(place);
        let after = self.first(place.after);
        let is_block = place.begins_block() && matches!(after, ' ' | '.');
        // A title ends with no mark of its own; words that go on after it are about it.
        let is_about = self.grammar.language.has_case() && after.is_lowercase();
        let ends = self.ends(inner) || matches!(after, '.' | '。') && place.before.is_empty();
        let n_words = self.n_words(inner);
        is_first
            && !self.first(inner).is_lowercase()
            && !is_about
            && (ends && n_words >= SENTENCE || is_block && n_words > SENTENCE)
    }

    fn begins_sentence(&self, place: &Place<'_>) -> bool {
        let before = self.last(place.before);
        before == ' ' || before == ':' || ends_sentence(before)
    }

    /// The first character that is no white space; a space when there is none.
    fn first(&self, span: Span) -> char {
        let mut chars = self.slice(span).chars();
        chars.find(|c| !c.is_whitespace()).unwrap_or(' ')
    }

    /// The same from the end.
    fn last(&self, span: Span) -> char {
        let mut chars = self.slice(span).chars();
        chars.rfind(|c| !c.is_whitespace()).unwrap_or(' ')
    }

    fn ends_in_colon(&self, span: Span) -> bool {
        matches!(self.last(span), ':' | '：')
    }

    fn ends(&self, span: Span) -> bool {
        ends_sentence(self.last(span))
    }

    /// Words of `span`, as far as they matter here.
    fn n_words(&self, span: Span) -> usize {
        if self.grammar.language.is_spaceless() {
            // Two characters make up a word, about.
            return self.slice(span).chars().take(2 * SENTENCE + 2).count() / 2;
        }
        let pieces = self.grammar.pieces(span, 2 * SENTENCE + 2);
        pieces.iter().filter(|piece| piece.is(WORD)).count()
    }

    /// The drafts as quotes, with speakers.
    fn finish(self) -> Vec<Quote> {
        let names = names_of(self.article, &self.grammar);
        let mut quotes: Vec<Quote> = self
            .drafts
            .iter()
            .map(|draft| self.quote(draft, &names))
            .collect();
        for nth in 0..quotes.len() {
            if !quotes[nth].source.is_empty() {
                continue;
            }
            let Some(neighbour) = self.neighbour(&quotes, nth) else {
                continue;
            };
            let speaker = quotes[neighbour].speaker.as_ref().map(|speaker| Speaker {
                name: speaker.name.clone(),
                evidence: Evidence::Continuation,
                evidence_at: quotes[neighbour].source.first().copied(),
            });
            quotes[nth].source = quotes[neighbour].source.clone();
            quotes[nth].speaker = speaker;
        }
        // Blocks were read in order, and the pairs of each.
        quotes
    }

    /// The neighbour whose speaker goes on in a quote that names nobody.
    fn neighbour(&self, quotes: &[Quote], nth: usize) -> Option<usize> {
        let draft = &self.drafts[nth];
        let before = nth.checked_sub(1).filter(|before| {
            let other = &self.drafts[*before];
            let has_cue = draft.attribution.is_some();
            // Dashes take turns; marks go on.
            let next_block = draft.marked && other.marked && draft.begins_block && !has_cue;
            let is_near =
                other.block == draft.block || next_block && other.block + 1 == draft.block;
            is_near && !quotes[*before].source.is_empty()
        });
        let after = (nth + 1 < quotes.len()).then_some(nth + 1).filter(|after| {
            self.drafts[*after].block == draft.block && !quotes[*after].source.is_empty()
        });
        before.or(after)
    }

    fn quote(&self, draft: &Draft, names: &[Name]) -> Quote {
        let source = draft.attribution.map(|told| told.source);
        let source = source.filter(|source| !source.is_empty());
        Quote {
            content: draft.content.clone(),
            cue: draft.attribution.iter().map(|told| told.cue).collect(),
            source: source.into_iter().collect(),
            kind: draft.kind,
            reports: ReportKind::default(),
            modality: Modality::default(),
            marked: draft.marked,
            speaker: source.and_then(|source| self.grammar.speaker(names, source)),
            confidence: if draft.attribution.is_some() {
                WITH_CUE
            } else {
                WITHOUT_CUE
            },
        }
    }
}

/// A pair and what stands around it.
struct Place<'a> {
    block: usize,
    pair: &'a MarkPair,
    /// Narration before it, from the last quote or the end of its attribution.
    before: Span,
    /// Narration after it, up to the next pair.
    after: Span,
    block_span: Span,
    /// Whether an attribution of the quote before ends in the narration before this one.
    goes_on: bool,
}

impl Place<'_> {
    const fn begins_block(&self) -> bool {
        self.pair.open.start == self.block_span.start
    }
}
