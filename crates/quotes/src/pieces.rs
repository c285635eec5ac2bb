//! Which pieces a quote is made of.
//!
//! Owns small rules of layout and grammar that mend what the tagger cut or joined: verbatim words that went into a source,
//! the words that lead to a colon, the second half around an attribution, the subject of a passive.

use hearsay_text::{Span, TokenKind};

use crate::Quote;
use crate::edges::trim_content;
use crate::marks::{MarkPair, Marks};
use crate::words::Words;

/// Most words between a cue and the colon after it that say nothing: *said only this: “…”*
const LONGEST_LEAD: usize = 4;

/// Most tokens of a sentence's rest that is looked at.
const REACH: usize = 60;

/// Most words of the subject of a passive.
const LONGEST_SUBJECT: usize = 8;

/// Applies every rule to every quote.
pub(crate) fn mend_pieces(words: Words<'_>, marks: &Marks, quotes: &mut [Quote]) {
    let taken = crate::quote::spans(quotes);
    for quote in quotes {
        take_from_source(words, marks, quote);
        cut_lead(words, marks, quote);
        turn_subject(words, quote);
        drop_subject(words, quote);
        add_rest(words, &taken, quote);
    }
}

/// *said Ruiz, the mayor, “because I was there”*: a source holds no verbatim words after a comma.
fn take_from_source(words: Words<'_>, marks: &Marks, quote: &mut Quote) {
    let Some(source) = quote.source.first_mut() else {
        return;
    };
    let after_comma = |pair: &&MarkPair| {
        let before =
            words.text[source.start as usize..].get(..(pair.open.start - source.start) as usize);
        before.is_some_and(|before| before.trim_end().ends_with(','))
    };
    let pair = marks
        .outermost_over(*source)
        .filter(|pair| pair.open.start > source.start)
        .find(after_comma)
        .copied();
    let Some(pair) = pair.filter(|pair| pair.outer().end + 1 >= source.end) else {
        return;
    };
    let kept = Span::new(source.start, pair.open.start).slice(words.text);
    let kept = kept.trim_end_matches([',', ' ']);
    *source = Span::new(source.start, source.start + length(kept));
    let content = trim_content(words.text, marks, pair.inner);
    if !content.is_empty() && !quote.content.iter().any(|span| span.overlaps(content)) {
        quote.content.push(content);
        quote.content.sort_unstable();
    }
}

/// *said this: “…”*: what leads to the colon is no part of what was said.
fn cut_lead(words: Words<'_>, marks: &Marks, quote: &mut Quote) {
    let Some(content) = quote.content.first_mut() else {
        return;
    };
    let Some(pair) = marks.outermost_over(*content).next() else {
        return;
    };
    if pair.open.start <= content.start || pair.outer().end < content.end {
        return;
    }
    let lead = words.within(Span::new(content.start, pair.open.start));
    let n_words = lead.iter().filter(|token| token.kind == TokenKind::Word);
    let is_lead = lead.last().is_some_and(|token| words.word(token) == ":");
    if is_lead && n_words.count() <= LONGEST_LEAD {
        let inner = trim_content(words.text, marks, pair.inner);
        if !inner.is_empty() {
            *content = inner;
        }
    }
}

/// *It was reported that …*, *Ruiz was quoted as saying that …*: the subject of the passive is nothing said.
fn turn_subject(words: Words<'_>, quote: &mut Quote) {
    let (Some(cue), true) = (quote.cue.first().copied(), quote.content.len() > 1) else {
        return;
    };
    let subject = quote.content[0];
    let rest = quote.content[1];
    if subject.end > cue.start || rest.start < cue.end {
        return;
    }
    let is_it = subject.slice(words.text).eq_ignore_ascii_case("it");
    let is_quoted = cue.slice(words.text).contains("quoted");
    let is_short = words.within(subject).len() <= LONGEST_SUBJECT;
    if is_it || is_quoted && is_short && quote.source.is_empty() {
        quote.content.remove(0);
        if !is_it {
            quote.source.push(subject);
        }
    }
}

/// *It was said that …*, *The mayor is said to have wept*: the subject of such a passive says nothing.
fn drop_subject(words: Words<'_>, quote: &mut Quote) {
    let ([source], [cue], Some(first)) = (&quote.source[..], &quote.cue[..], quote.content.first())
    else {
        return;
    };
    if source.end > cue.start || first.start < cue.end {
        return;
    }
    let said = words.within(*cue);
    let be = said.iter().position(|token| {
        let word = words.word(token);
        matches!(word, "is" | "was" | "are" | "were" | "been")
    });
    let verb = be
        .and_then(|be| said.get(be + 1))
        .map(|token| words.word(token));
    let is_it = source.slice(words.text).eq_ignore_ascii_case("it");
    let is_subject = words.word_at(words.first_from(first.start)) == "to"
        && matches!(
            verb,
            Some("said" | "reported" | "rumored" | "rumoured" | "alleged")
        );
    if is_subject {
        quote.content.insert(0, *source);
    }
    // *It was said*, but not *it was saying*: the agency may be saying things.
    if is_subject || is_it && verb.is_some_and(|verb| !verb.ends_with("ing")) {
        quote.source.clear();
    }
}

/// *The ferry, officials said, will sail*: when a verb goes on after the attribution, so does the content.
fn add_rest(words: Words<'_>, taken: &[Span], quote: &mut Quote) {
    let ([content], [cue], [source]) = (&quote.content[..], &quote.cue[..], &quote.source[..])
    else {
        return;
    };
    let attribution = cue.cover(*source);
    if content.end > attribution.start {
        return;
    }
    let is_start = words
        .first_from(content.start)
        .checked_sub(1)
        .is_none_or(|before| {
            words.tokens[before].kind == TokenKind::Break || words.word_at(before) == "."
        });
    let comma = words.first_from(attribution.end);
    let first = comma + 1;
    let goes_on = matches!(
        words.word_at(first),
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "does"
            | "did"
            | "do"
    );
    if !is_start || words.word_at(comma) != "," || !goes_on {
        return;
    }
    let ends = |number: usize| {
        words.tokens[number].kind == TokenKind::Break
            || matches!(words.word_at(number), "." | "?" | "!")
    };
    let reach = words.tokens.len().min(first + REACH);
    let end = (first..reach).find(|number| ends(*number)).unwrap_or(reach);
    let rest = words.tokens[first].span.cover(words.tokens[end - 1].span);
    let next = taken.partition_point(|span| span.end <= rest.start);
    if taken.get(next).is_none_or(|span| span.start >= rest.end) {
        quote.content.push(rest);
    }
}

fn length(words: &str) -> u32 {
    u32::try_from(words.len()).unwrap_or_default()
}
