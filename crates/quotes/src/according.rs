//! *According to*: the one attribution that a rule reads as well as anybody.
//!
//! Owns the quotes of sentences that begin with it (*According to Ruiz, the bridge is old.*) or end in it (*The bridge is
//! old, according to Ruiz.*), when the tagger saw no attribution there.

use hearsay_text::{Modality, QuoteKind, ReportKind, Span, TokenKind};

use crate::Quote;
use crate::words::Words;

/// Confidence of a quote that this form alone vouches for.
const CONFIDENCE: f32 = 0.7;

/// Most tokens of a source.
const LONGEST_SOURCE: usize = 20;

/// Most tokens of a sentence that is looked at.
const LONGEST_SENTENCE: usize = 120;

/// Adds cue and source to contents that lack them, and quotes where there is none.
pub(crate) fn take_in_according(words: Words<'_>, quotes: &mut Vec<Quote>) {
    let mut cues: Vec<Span> = quotes.iter().flat_map(|q| &q.cue).copied().collect();
    cues.sort_unstable();
    let mut contents: Vec<(Span, usize)> = quotes
        .iter()
        .enumerate()
        .flat_map(|(nth, quote)| quote.content.iter().map(move |span| (*span, nth)))
        .collect();
    contents.sort_unstable();
    let n = words.tokens.len();
    for at in 0..n.saturating_sub(2) {
        if !words.word_at(at).eq_ignore_ascii_case("according") || words.word_at(at + 1) != "to" {
            continue;
        }
        let cue = words.tokens[at].span.cover(words.tokens[at + 1].span);
        let next = cues.partition_point(|span| span.end <= cue.start);
        if cues.get(next).is_some_and(|span| span.overlaps(cue)) {
            continue;
        }
        let Some((source, content)) = sentence_of(words, at) else {
            continue;
        };
        let begin = contents.partition_point(|(span, _)| span.end <= content.start);
        let over = contents[begin..]
            .iter()
            .take_while(|(span, _)| span.start < content.end);
        let over: Vec<usize> = over.map(|(_, nth)| *nth).collect();
        match over[..] {
            [] => quotes.push(Quote {
                content: vec![content],
                cue: vec![cue],
                source: vec![source],
                kind: QuoteKind::Indirect,
                reports: ReportKind::Speech,
                modality: Modality::Actual,
                marked: false,
                speaker: None,
                confidence: CONFIDENCE,
            }),
            [nth] if quotes[nth].cue.is_empty() && quotes[nth].source.is_empty() => {
                quotes[nth].cue.push(cue);
                quotes[nth].source.push(source);
            }
            _ => {}
        }
    }
}

/// Source and content of the sentence around *according to* at token `at`.
fn sentence_of(words: Words<'_>, at: usize) -> Option<(Span, Span)> {
    let tokens = words.tokens;
    let ends = |number: usize| {
        tokens[number].kind == TokenKind::Break || matches!(words.word_at(number), "." | "?" | "!")
    };
    let is_comma = |number: usize| words.word_at(number) == ",";
    let reach = tokens.len().min(at + LONGEST_SENTENCE);
    let end = (at..reach).find(|number| ends(*number)).unwrap_or(reach);
    let start = (at.saturating_sub(LONGEST_SENTENCE)..at)
        .rev()
        .find(|number| ends(*number))
        .map_or(0, |number| number + 1);
    let source_end = if start == at {
        let comma = (at + 2..end.min(at + LONGEST_SOURCE)).find(|number| is_comma(*number))?;
        apposition_end(words, comma, end).unwrap_or(comma)
    } else {
        let comma = (at + 2..end).find(|number| is_comma(*number));
        comma.unwrap_or(end).min(at + LONGEST_SOURCE)
    };
    let span = |range: std::ops::Range<usize>| {
        let tokens = tokens.get(range)?;
        Some(tokens.first()?.span.cover(tokens.last()?.span))
    };
    let source = span(at + 2..source_end)?;
    let is_custom = matches!(
        words.word_at(at + 2),
        "plan" | "schedule" | "custom" | "tradition" | "law" | "whether" | "how" | "what"
    );
    let content = if start == at {
        span(source_end + 1..end)?
    } else {
        // Only the last part of a sentence is sure to speak of all that is before it.
        (is_comma(at - 1) && source_end == end).then(|| span(start..at - 1))??
    };
    let n_words = words
        .within(content)
        .iter()
        .filter(|token| token.kind == TokenKind::Word);
    (!is_custom && n_words.count() >= 3).then_some((source, content))
}

/// The comma that ends an apposition to the source which the comma at `comma` begins: *Ana Ruiz, the mayor, …*
fn apposition_end(words: Words<'_>, comma: usize, end: usize) -> Option<usize> {
    let first = words.word_at(comma + 1);
    let next = (comma + 2..end.min(comma + 12)).find(|number| words.word_at(*number) == ",")?;
    matches!(
        first,
        "the" | "a" | "an" | "who" | "which" | "his" | "her" | "its"
    )
    .then_some(next)
}
