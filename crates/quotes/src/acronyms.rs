//! Short forms of names: *FDA* for the Food and Drug Administration.
//!
//! Owns how a short form is told from the name it is short for, and the names that only their short form shows to be one.

use hearsay_text::Span;

use crate::index::Index;
use crate::name_runs::{Run, is_shouted};
use crate::words::Words;

/// Most bytes of a short form that is looked for spelled out.
const LONGEST_SHORT: usize = 12;

/// Makes one name of the words that a short form in brackets tells to be one: *Food and Drug Administration (FDA)*, there
/// and wherever else they stand.
pub(crate) fn join_spelled_out<'a>(words: Words<'a>, runs: &mut Vec<Run<'a>>) {
    let mut starts: Index<'a> = Index::default();
    let mut spans: Vec<(Span, usize)> = Vec::new();
    for run in runs.iter() {
        let Some(open) = run.first.checked_sub(1) else {
            continue;
        };
        if words.word_at(open) == "("
            && words.word_at(run.end) == ")"
            && is_shouted(run.lead)
            && run.lead.len() <= LONGEST_SHORT
            && let Some(first) = spelled_out(words, open, run.lead)
            && let Some(long) = Run::new(words, first..open)
            && starts.insert(long.lead) == spans.len()
        {
            spans.push((long.span, open - first));
        }
    }
    if spans.is_empty() {
        return;
    }
    let mut joined: Vec<Run<'a>> = Vec::with_capacity(runs.len());
    for run in runs.drain(..) {
        if joined.last().is_some_and(|last| run.first < last.end) {
            continue;
        }
        let long = starts.find(run.lead).and_then(|nth| {
            let (span, n_tokens) = spans[nth];
            let long = Run::new(words, run.first..run.first + n_tokens)?;
            let is_same = long.span.slice(words.text) == span.slice(words.text);
            is_same.then_some(Run {
                is_body: true,
                has_article: run.has_article,
                is_located: run.is_located,
                ..long
            })
        });
        joined.push(long.unwrap_or(run));
    }
    *runs = joined;
}

/// The letters in one number, which tells the initials of bodies apart; nothing for more than six or for others than those
/// of English.
pub(crate) fn packed(letters: impl Iterator<Item = char>) -> Option<u32> {
    letters
        .enumerate()
        .try_fold(0_u32, |packed, (nth, letter)| {
            let is_english = letter.is_ascii_uppercase() && nth < 6;
            is_english.then_some(packed << 5 | u32::from(letter) & 31)
        })
}

/// The initials of a longer name, small words passed over or not: FBI, DOJ.
pub(crate) fn initials_of(words: Words<'_>, run: &Run<'_>, with_small: bool) -> Option<u32> {
    let initials = (run.first..run.end).filter_map(|at| {
        let first = words.word_at(at).chars().next()?;
        (with_small || first.is_uppercase()).then_some(first.to_ascii_uppercase())
    });
    packed(initials).filter(|initials| *initials > 31 && (run.is_body || run.n_words > 2))
}

/// Number of the first word of what the capitals before the bracket at token `open` are short for: *Food and Drug
/// Administration (FDA)*.
fn spelled_out(words: Words<'_>, open: usize, short: &str) -> Option<usize> {
    let mut at = open;
    let mut letters = short.chars().rev().filter(|c| c.is_alphabetic()).peekable();
    let begins = |at: usize, letter: char| {
        let first = words.word_at(at).chars().next();
        first.is_some_and(|first| first.to_uppercase().eq(letter.to_uppercase()))
    };
    while let Some(letter) = letters.next() {
        at = at.checked_sub(1)?;
        // Small words count or do not: the FDA passes over *and*, the DoJ names its *of*.
        let mut n_passed = 0;
        while !(begins(at, letter) && is_spelled(words.word_at(at), letters.peek().is_none())) {
            let is_small = matches!(
                words.word_at(at),
                "of" | "and" | "for" | "the" | "in" | "on" | "to" | "&"
            );
            n_passed += 1;
            if !is_small || n_passed > 2 {
                return None;
            }
            at = at.checked_sub(1)?;
        }
    }
    (at < open).then_some(at)
}

/// Whether a word can be one that a letter stands for; the first one is capitalised.
fn is_spelled(word: &str, is_first: bool) -> bool {
    !is_first || word.starts_with(char::is_uppercase)
}
