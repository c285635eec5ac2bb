//! What a quote reports: speech, writing, thought, stance or evidence.
//!
//! Owns that decision, from the cue and the words around it; the words themselves are in `report_words.rs`, whether it
//! happened at all is in `modality.rs`.

use hearsay_text::{QuoteKind, ReportKind, Span, TokenKind};

use crate::Quote;
use crate::kind::follows_colon;
use crate::marks::Marks;
use crate::report_words::{CueClass, Noun, cue_class, noun};
use crate::words::Words;

/// Most words of the writer's that are looked at on either side of a cue.
const REACH: usize = 24;

/// Most words from *in* to what it is in: *in a long and angry letter*.
const PHRASE: usize = 6;

/// Most words of a content that are looked at for its verb.
const CLAUSE: usize = 40;

/// What `quote` reports.
///
/// The words of the cue say what it does by itself. Its surroundings may change that: a poll that *suggests* is evidence;
/// what is said *in a statement* is written; and whoever is quoted verbatim has spoken, whatever verb tells of it. A
/// word that we do not know reports speech when a clause follows. Verbs of presenting and of topics (*announced the
/// model*, *spoke about the bridge*) report speech with a clause only: without one nobody is told what was said.
pub(crate) fn reports(words: Words<'_>, marks: &Marks, quote: &Quote) -> ReportKind {
    let source = quote.source.first().and_then(|source| head(words, *source));
    let in_words = by_cue(words, marks, quote);
    match (in_words, source) {
        (ReportKind::Speech, Some(Noun::Study)) if !is_verbatim(words.text, marks, quote) => {
            ReportKind::Evidence
        }
        (ReportKind::Speech, Some(Noun::Document | Noun::Page | Noun::Study)) => {
            ReportKind::Writing
        }
        (ReportKind::Speech, _) if is_in_writing(words, quote) => ReportKind::Writing,
        (kind, _) => kind,
    }
}

/// What the cue and the form of the content tell.
fn by_cue(words: Words<'_>, marks: &Marks, quote: &Quote) -> ReportKind {
    let cue = quote
        .cue
        .iter()
        .flat_map(|span| words.within(*span))
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| words.word(token).to_lowercase());
    let cue: Vec<String> = cue.collect();
    let classes: Vec<CueClass> = cue.iter().filter_map(|word| cue_class(word)).collect();
    let has = |class| classes.contains(&class);
    if has(CueClass::Writing) {
        return ReportKind::Writing;
    }
    let thinks = |word: &String| word.starts_with("think") || word == "thought";
    if is_verbatim(words.text, marks, quote) && !has(CueClass::Refusal) && !cue.iter().any(thinks) {
        return ReportKind::Speech;
    }
    // Refusals come first: who *declined to say* did not speak.
    if has(CueClass::Refusal) {
        ReportKind::Stance
    } else if has(CueClass::Speech)
        || cue.is_empty()
        || has(CueClass::Topic) && is_clause(words, quote)
    {
        ReportKind::Speech
    } else if has(CueClass::Topic) || has(CueClass::Stance) {
        ReportKind::Stance
    } else if has(CueClass::Thought) {
        ReportKind::Thought
    } else if has(CueClass::Evidence) {
        ReportKind::Evidence
    } else if is_clause(words, quote) {
        ReportKind::Speech
    } else {
        ReportKind::Stance
    }
}

/// Whether the words are somebody's own: a direct quote, or verbatim pieces that are neither names nor titles.
fn is_verbatim(text: &str, marks: &Marks, quote: &Quote) -> bool {
    match quote.kind {
        QuoteKind::Direct => true,
        QuoteKind::Indirect => false,
        QuoteKind::Mixed => quote.content.iter().any(|span| {
            let mut pairs = marks.outermost_over(*span);
            pairs.any(|pair| pair.inner.slice(text).starts_with(char::is_lowercase))
        }),
    }
}

/// Whether the content is a clause, not just a thing: *the bridge would close*, not *the new bridge*.
fn is_clause(words: Words<'_>, quote: &Quote) -> bool {
    let Some(first) = quote.content.first() else {
        return false;
    };
    if quote.kind == QuoteKind::Direct || follows_colon(words, *first) {
        return true;
    }
    let tokens = quote.content.iter().flat_map(|span| words.within(*span));
    for (nth, token) in tokens.take(CLAUSE).enumerate() {
        let word = words.word(token).to_lowercase();
        match word.as_str() {
            "that" | "how" | "why" | "what" | "he" | "she" | "it" | "they" | "we" | "i" | "you"
            | "there"
                if nth == 0 =>
            {
                return true;
            }
            // What follows says more of a thing.
            "that" | "which" | "who" | "whose" | "where" | "when" | "to" => return false,
            "is" | "are" | "was" | "were" | "has" | "had" | "have" | "will" | "would" | "can"
            | "could" | "may" | "might" | "must" | "should" | "does" | "did" | "do" | "'ll"
            | "’ll" | "'re" | "’re" | "'d" | "’d" => return true,
            _ => {}
        }
    }
    false
}

/// What the head of a mention is: the last word before *of*, *by*, *from*, a comma, ….
fn head(words: Words<'_>, mention: Span) -> Option<Noun> {
    let tokens = words.within(mention);
    let ends = |word: &str| {
        matches!(
            word,
            "of" | "by"
                | "from"
                | "in"
                | "on"
                | "at"
                | "for"
                | "with"
                | "that"
                | "which"
                | ","
                | "about"
                | "to"
                | "released"
                | "published"
                | "conducted"
                | "obtained"
        )
    };
    let n = tokens.iter().position(|token| ends(words.word(token)));
    let (last, before) = tokens.get(..n.unwrap_or(tokens.len()))?.split_last()?;
    let word = words.word(last);
    let found = noun(&word.to_lowercase())?;
    // *The Post* is a paper, *the post* is not.
    let is_name = word.starts_with(char::is_uppercase) && !before.is_empty();
    (found == Noun::Study || !is_name).then_some(found)
}

/// Whether the writer says, in the sentence of the cue, that this was written: *in a statement*, *on Twitter*, *by email*.
fn is_in_writing(words: Words<'_>, quote: &Quote) -> bool {
    let Some(cue) = quote.cue.first() else {
        return false;
    };
    let told = sentence_around(words, *cue, &quote.content);
    for (nth, word) in told.iter().enumerate() {
        let is_on = word == "on";
        let reach = match word.as_str() {
            "in" | "on" | "via" | "through" => PHRASE,
            "by" => 1,
            _ => continue,
        };
        for word in told.iter().skip(nth + 1).take(reach) {
            match noun(word) {
                Some(Noun::Document) if !is_on => return true,
                Some(Noun::Medium | Noun::Page) => return true,
                Some(Noun::Occasion) => return false,
                _ => {}
            }
            if matches!(
                word.as_str(),
                "in" | "on" | "of" | "to" | "by" | "with" | "for" | "and" | "," | ":"
            ) {
                break;
            }
        }
    }
    false
}

/// The lowercase words of the writer's in the sentence of `cue`, contents left out.
pub(crate) fn sentence_around(words: Words<'_>, cue: Span, contents: &[Span]) -> Vec<String> {
    let at = words.first_from(cue.start);
    let mut before = Vec::new();
    let mut number = at;
    while before.len() < REACH && number > 0 {
        number -= 1;
        let token = words.tokens[number];
        if let Some(content) = contents.iter().find(|content| content.encloses(token.span)) {
            number = words.first_from(content.start);
            continue;
        }
        if is_end(words, number) {
            break;
        }
        before.push(words.word(&token).to_lowercase());
    }
    before.reverse();
    let (mut told, mut number) = (before, at);
    let most = told.len() + REACH;
    while told.len() < most && number < words.tokens.len() {
        let token = words.tokens[number];
        if let Some(content) = contents.iter().find(|content| content.encloses(token.span)) {
            number = words.first_from(content.end).max(number + 1);
            continue;
        }
        if is_end(words, number) {
            break;
        }
        told.push(words.word(&token).to_lowercase());
        number += 1;
    }
    told
}

fn is_end(words: Words<'_>, number: usize) -> bool {
    words.tokens[number].kind == TokenKind::Break
        || matches!(words.word_at(number), "." | "?" | "!")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::kind::kind_of;
    use crate::marks::pair_marks;
    use hearsay_text::{Article, Modality, tokenize};

    /// The one quote of a text that marks its parts: `[source] <cue> {content}`.
    pub(crate) fn quote_of(marked: &str) -> (String, Quote) {
        let (mut text, mut open) = (String::new(), Vec::new());
        let (mut content, mut cue, mut source) = (Vec::new(), Vec::new(), Vec::new());
        for c in marked.chars() {
            match c {
                '[' | '<' | '{' => open.push(text.len()),
                ']' | '>' | '}' => {
                    let span = Span::from_range(open.pop().unwrap()..text.len());
                    match c {
                        ']' => source.push(span),
                        '>' => cue.push(span),
                        _ => content.push(span),
                    }
                }
                _ => text.push(c),
            }
        }
        let quote = Quote {
            content,
            cue,
            source,
            kind: QuoteKind::Indirect,
            reports: ReportKind::Speech,
            modality: Modality::Actual,
            marked: false,
            speaker: None,
            confidence: 1.0,
        };
        (text, quote)
    }

    fn reported(marked: &str) -> ReportKind {
        let (text, mut quote) = quote_of(marked);
        let tokens = tokenize(&text);
        let words = Words {
            text: &text,
            tokens: &tokens,
        };
        let marks = pair_marks(&Article::verbatim(text.clone()));
        let (cue, source) = (quote.cue.first().copied(), quote.source.first().copied());
        quote.kind = kind_of(words, &marks, &quote.content, cue, source).0;
        reports(words, &marks, &quote)
    }

    fn check(expected: ReportKind, cases: &[&str]) {
        for case in cases {
            assert_eq!(reported(case), expected, "{case}");
        }
    }

    #[test]
    fn verbs_of_speech_report_speech() {
        check(
            ReportKind::Speech,
            &[
                "[Ruiz] <said> {the bridge was old}.",
                "{The bridge is old}, <according to> [Ruiz].",
                "[Ruiz] <has repeatedly warned> {that the bridge is old}.",
                "[Ruiz] <said in an interview> {that the bridge was old}.",
                "“{It is old.}”",
                "[Ruiz]<:> “{It is old.}”",
                "[Facebook] <said> {it would appeal}.",
                "[The Post] <reported> {that the bridge was old}.",
            ],
        );
    }

    #[test]
    fn written_words_are_writing() {
        check(
            ReportKind::Writing,
            &[
                "[Ruiz] <tweeted> {that the bridge was old}.",
                "[Ruiz] <said> in a short statement {that the bridge was old}.",
                "In a letter to the council, [Ruiz] <said> {the bridge was old}.",
                "“{It is old},” [Ruiz] <said> on Twitter.",
                "[The report] <says> {the bridge is old}.",
                "[A statement from the mayor] <said> {the bridge was old}.",
                "“{It is old},” [Ruiz] <told> the Courier by email.",
            ],
        );
    }

    #[test]
    fn thoughts_stances_and_findings_are_told_apart() {
        check(
            ReportKind::Thought,
            &[
                "[Ruiz] <believes> {that the bridge is old}.",
                "[Residents] <hope> {the bridge will hold}.",
                "“{It is old},” [she] <thought>.",
            ],
        );
        check(
            ReportKind::Stance,
            &[
                "[Ruiz] <endorsed> {the plan}.",
                "[Ruiz] <declined> {to comment on the plan}.",
                "[Ruiz] <refused to say> {whether the bridge was old}.",
                "[Ruiz] <remains a friend of> {the bridge}.",
            ],
        );
        check(
            ReportKind::Evidence,
            &[
                "[The poll] <shows> {that most want a bridge}.",
                "[A new survey of drivers] <suggests> {that most want a bridge}.",
                "{Most want a bridge}, <according to> [the survey].",
                "[Engineers] <found> {that the pier had moved}.",
            ],
        );
    }

    #[test]
    fn presenting_a_thing_is_no_speech_but_with_a_clause_it_is() {
        check(
            ReportKind::Stance,
            &[
                "[Harrow] <announced> {the new bridge}.",
                "[Harrow] <announced> {the bridge that it will build}.",
                "[Ruiz] <spoke about> {the bridge}.",
                "[Ruiz] <highlighted> {the cost of the bridge}.",
            ],
        );
        check(
            ReportKind::Speech,
            &[
                "[Harrow] <announced> {that the bridge would open}.",
                "[Harrow] <announced> {the bridge would open}.",
                "[Ruiz] <mentioned> {that she had crossed it}.",
            ],
        );
    }

    #[test]
    fn verbatim_words_are_said_whatever_the_verb() {
        check(
            ReportKind::Speech,
            &[
                "[Ruiz] <mocked> the plan: “{What a bridge!}”",
                "[Ruiz] <criticized> {the plan as “a bad joke”}.",
                "“{It is old},” [Ruiz] <objected>.",
            ],
        );
        check(
            ReportKind::Stance,
            &["[Ruiz] <endorsed> {the “New Bridge Act”}."],
        );
    }
}
