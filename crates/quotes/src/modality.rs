//! Whether what a quote reports is said to have happened.
//!
//! Owns that decision, from the words of the cue and those just before it. *Denied* is a word that was spoken, so a denial
//! has happened; *did not say* has not. Negations inside the content are the speaker's own and change nothing.

use hearsay_text::{Modality, ReportKind, Span, TokenKind};

use crate::Quote;
use crate::report_words::{CueClass, cue_class};
use crate::words::Words;

/// Most words before a cue that can bear on it: *did not, in the end, say*.
const REACH: usize = 5;

/// Whether `quote` is said to have happened.
///
/// | words | example | modality |
/// |---|---|---|
/// | *not*, *never*, *nobody*, … on the cue or as its source | *did not say whether* | negated |
/// | a refusal before a verb of speech | *declined to say* | negated |
/// | a modal verb or *will* on the cue | *would say*, *may have told* | hypothetical |
/// | *expected*, *likely*, *set*, … *to* before a verb of speech | *is expected to announce* | hypothetical |
/// | *if*, *unless* before source and cue | *if she said* | hypothetical |
///
/// *Not only said* is said; *would like* and *cannot believe* are ways to put a thought that is there. A modal with
/// *not* is negated (*would not say*).
pub(crate) fn modality(words: Words<'_>, quote: &Quote) -> Modality {
    let Some(cue) = quote.cue.first().copied() else {
        return Modality::Actual;
    };
    let told = told_before(words, quote, cue);
    let is_thought = quote.reports == ReportKind::Thought;
    let mut found = Modality::Actual;
    for (nth, word) in told.iter().enumerate() {
        let next = told.get(nth + 1).map_or("", String::as_str);
        let is_said_later = || {
            let classes = told[nth + 1..].iter().map(|word| cue_class(word));
            let mut said = classes.flatten();
            said.any(|class| {
                matches!(
                    class,
                    CueClass::Speech | CueClass::Writing | CueClass::Topic
                )
            })
        };
        match word.as_str() {
            "not" | "n't" | "n’t" | "never" | "cannot" | "neither" | "nor"
                if !is_idle(word, next) =>
            {
                return Modality::Negated;
            }
            // *Could not help but say*: it was said.
            "help" => found = Modality::Actual,
            "would" | "could" | "might" | "may" | "should" | "can" | "will" | "shall" | "'ll"
            | "’ll" | "wo" | "ca"
                if !is_thought =>
            {
                found = Modality::Hypothetical;
            }
            "expected" | "likely" | "set" | "due" | "scheduled" | "slated" | "planning"
            | "plans" | "going" | "about" | "unlikely" | "poised"
                if next == "to" && is_said_later() =>
            {
                found = Modality::Hypothetical;
            }
            _ if cue_class(word) == Some(CueClass::Refusal) && is_said_later() => {
                return Modality::Negated;
            }
            _ => {}
        }
    }
    let source = quote.source.first().copied();
    if source.is_some_and(|source| names_nobody(words, source)) {
        return Modality::Negated;
    }
    if is_conditional(words, quote, source.map_or(cue, |source| source.cover(cue))) {
        return Modality::Hypothetical;
    }
    found
}

/// Whether *not* stands in a phrase that negates nothing said: *not only said*, *could not help but say*, *not to mention*.
fn is_idle(word: &str, next: &str) -> bool {
    matches!(next, "only" | "just" | "simply" | "merely")
        || word != "never" && matches!(next, "help" | "to")
}

/// The lowercase words of the cue, after those before it that belong to its verb.
fn told_before(words: Words<'_>, quote: &Quote, cue: Span) -> Vec<String> {
    let at = words.first_from(cue.start);
    let is_taken = |span: Span| {
        let mut taken = quote.content.iter().chain(&quote.source);
        taken.any(|taken| taken.overlaps(span))
    };
    let before = words.tokens[..at].iter().rev().take(REACH);
    let before = before.take_while(|token| token.kind == TokenKind::Word && !is_taken(token.span));
    let mut told: Vec<String> = before
        .map(|token| words.word(token).to_lowercase())
        // Another verb or a conjunction begins something else.
        .take_while(|word| {
            !matches!(
                word.as_str(),
                "and" | "but" | "or" | "who" | "which" | "that"
            )
        })
        .collect();
    told.reverse();
    let cue = quote.cue.iter().flat_map(|span| words.within(*span));
    told.extend(cue.map(|token| words.word(token).to_lowercase()));
    told
}

fn names_nobody(words: Words<'_>, source: Span) -> bool {
    let tokens = words.within(source);
    let word = |nth: usize| {
        tokens
            .get(nth)
            .map(|token| words.word(token).to_lowercase())
    };
    match word(0).as_deref() {
        Some("nobody" | "none" | "neither" | "no") => true,
        Some("not") => word(1).as_deref() != Some("only"),
        _ => false,
    }
}

/// Whether *if* or *unless* opens the clause of source and cue.
fn is_conditional(words: Words<'_>, quote: &Quote, attribution: Span) -> bool {
    let at = words.first_from(attribution.start);
    let is_said = |span: Span| quote.content.iter().any(|content| content.overlaps(span));
    let before = words.tokens[..at].iter().rev().take(3);
    let mut before =
        before.take_while(|token| token.kind == TokenKind::Word && !is_said(token.span));
    before.any(|token| {
        let word = words.word(token);
        ["if", "unless", "suppose"]
            .iter()
            .any(|opens| word.eq_ignore_ascii_case(opens))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::tests::quote_of;
    use hearsay_text::tokenize;

    fn check(expected: Modality, cases: &[&str]) {
        for case in cases {
            let (text, quote) = quote_of(case);
            let tokens = tokenize(&text);
            let words = Words {
                text: &text,
                tokens: &tokens,
            };
            assert_eq!(modality(words, &quote), expected, "{case}");
        }
    }

    #[test]
    fn what_was_not_said_is_negated() {
        check(
            Modality::Negated,
            &[
                "[Ruiz] <did not say> {whether it was old}.",
                "[Ruiz] did not <say> {whether it was old}.",
                "[Ruiz] <never said> {that it was old}.",
                "[Ruiz] <wouldn’t say> {whether it was old}.",
                "[Nobody] <said> {that it was old}.",
                "[No engineer] <said> {that it was old}.",
                "[Ruiz] <declined to say> {whether it was old}.",
                "{It is old}, <said> [nobody].",
            ],
        );
    }

    #[test]
    fn what_may_be_said_is_hypothetical() {
        check(
            Modality::Hypothetical,
            &[
                "[Critics] <could argue> {that it is old}.",
                "[Ruiz] <may have told> {them that it is old}.",
                "[Ruiz] <will announce> {that it is old}.",
                "[Ruiz] <is expected to say> {that it is old}.",
                "If [Ruiz] <said> {that it was old}, nobody heard.",
                "Not a stone moves unless [Ruiz] <says> {it may}.",
            ],
        );
    }

    #[test]
    fn what_was_said_is_actual_whatever_its_words_deny() {
        check(
            Modality::Actual,
            &[
                "[Ruiz] <said> {it would not hold}.",
                "[Ruiz] <denied> {that it was old}.",
                "[Ruiz] <not only said> {it was old}.",
                "[Ruiz] <could not help but say> {it was old}.",
                "“{I would not say that},” [Ruiz] <said>.",
                "{It is not old}, [Ruiz] <said>.",
                "[Ruiz] <declined> {to say whether it was old}.",
                "“{Never!}”",
            ],
        );
    }
}
