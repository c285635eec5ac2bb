//! Attributions that stand right beside a verbatim content.
//!
//! Owns two rules of layout, for contents in marks that the tagger linked to nothing or across the end of a sentence:
//! `“…,” Ruiz said` and `“…,” said Ruiz` leave no doubt whose words these are, and neither does a signature after a dash,
//! `“…” — Ana Ruiz`, on the same line or the next. Everything else is left as the tagger has it.

use hearsay_model::Role;
use hearsay_text::TokenKind;

use crate::marks::{Ending, Marks};
use crate::report_words::{CueClass, cue_class};
use crate::tag::TaggedSpan;
use crate::words::Words;

/// Most tokens of a mention before its verb, apposition and all: `“…,” Ruiz, the mayor of Osk, said`.
const LONGEST_MENTION: usize = 14;

/// Most tokens between a content and the cue that the tagger found for it.
const REACH: usize = 16;

/// Confidence of a content that its form alone vouches for.
const CONFIDENCE: f32 = 0.7;

/// Most tokens of a signature: a name, an office, a date.
const LONGEST_SIGNATURE: usize = 20;

/// Most punctuation marks between a content and what attributes it.
const LONGEST_GAP: usize = 4;

/// A cue and a source that follow a content.
struct Attribution {
    cue: Place,
    source: Option<Place>,
}

/// A span that the tagger has, or one to be added.
enum Place {
    Tagged(usize),
    New(usize, usize),
}

/// The spans of the tagging, with the links that the layout asks for; spans that it asks for are added at the end.
pub(crate) fn attach(words: Words<'_>, marks: &Marks, tagged: &[TaggedSpan]) -> Vec<TaggedSpan> {
    let mut spans = tagged.to_vec();
    for nth in 0..tagged.len() {
        let content = tagged[nth];
        if content.role != Role::Content || !hangs_loose(words, tagged, &content) {
            continue;
        }
        let is_marked = marks.outermost_over(content.span).next().is_some();
        if let Some(cue) = content.parent.filter(|cue| is_marked && *cue < nth)
            && is_cut_off(words, marks, &tagged[cue..nth], &content, &tagged[cue])
        {
            spans[nth].parent = None;
        }
        let Some(after) = after_marks(words, marks, content) else {
            continue;
        };
        if let Some(found) = after.attribution(words, tagged, nth + 1) {
            spans[nth].parent = Some(found.put(words, &mut spans));
        }
    }
    take_in_unseen(words, marks, tagged, &mut spans);
    spans
}

/// Adds contents in marks that the tagger saw nothing in, where such an attribution follows: *“…,” said Ana Ruiz*. The
/// sentence in marks after it goes on: *“…,” said Ana Ruiz. “…”*
fn take_in_unseen(
    words: Words<'_>,
    marks: &Marks,
    tagged: &[TaggedSpan],
    spans: &mut Vec<TaggedSpan>,
) {
    // The cue of the pair before, and the number of the token after its sentence.
    let mut before: Option<(usize, usize)> = None;
    for pair in marks.outermost() {
        let range = words.range(pair.inner);
        let next = tagged.partition_point(|span| span.last < range.start);
        let is_seen = tagged.get(next).is_some_and(|span| span.first <= range.end);
        if is_seen || range.is_empty() || !matches!(pair.ending, Ending::Closed(_)) {
            before = None;
            continue;
        }
        let mut content = TaggedSpan {
            role: Role::Content,
            span: pair.inner,
            first: range.start,
            last: range.end - 1,
            probability: CONFIDENCE,
            parent: None,
            link_probability: 1.0,
        };
        let after = after_marks(words, marks, content);
        if let Some(found) = after.and_then(|after| after.attribution(words, tagged, next)) {
            let cue = found.put(words, spans);
            content.parent = Some(cue);
            let source = spans[cue].parent.map_or(0, |source| spans[source].last);
            before = Some((cue, spans[cue].last.max(source) + 1));
            spans.push(content);
        } else if let Some((cue, end)) = before.take()
            && words.word_at(end) == "."
            && words.first_from(pair.open.start) == end + 1
        {
            content.parent = Some(cue);
            spans.push(content);
        }
    }
}

/// Whether a paragraph of the writer's lies between a content and the cue before it.
fn is_cut_off(
    words: Words<'_>,
    marks: &Marks,
    near: &[TaggedSpan],
    content: &TaggedSpan,
    cue: &TaggedSpan,
) -> bool {
    if cue.last >= content.first {
        return false;
    }
    let between = &words.tokens[cue.last + 1..content.first];
    let mut breaks = between
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == TokenKind::Break)
        .map(|(nth, _)| cue.last + 1 + nth);
    let (Some(first), Some(last)) = (breaks.next(), breaks.next_back()) else {
        return false;
    };
    (first..last).any(|number| {
        let token = words.tokens[number];
        let is_content = |span: &TaggedSpan| {
            span.role == Role::Content && (span.first..=span.last).contains(&number)
        };
        token.kind == TokenKind::Word
            && marks.outermost_over(token.span).next().is_none()
            && !near.iter().any(is_content)
    })
}

/// Whether a content hangs on no cue, or on one beyond the end of a sentence or before a colon.
fn hangs_loose(words: Words<'_>, tagged: &[TaggedSpan], content: &TaggedSpan) -> bool {
    let Some(cue) = content.parent.map(|place| &tagged[place]) else {
        return true;
    };
    if cue.first > content.last {
        let between = content.last + 1..cue.first;
        return words.tokens[between]
            .iter()
            .any(|token| token.kind == TokenKind::Break);
    }
    let between = cue.last + 1..content.first;
    between.rev().any(|number| {
        words.tokens[number].kind == TokenKind::Break
            || matches!(words.word_at(number), "." | "?" | "!" | ":")
    })
}

/// What follows a content and its closing mark, and the number of its first token.
enum After {
    Words(usize),
    Dash(usize),
}

impl After {
    /// The attribution there; `next` is the place of the next tagged span.
    fn attribution(
        &self,
        words: Words<'_>,
        tagged: &[TaggedSpan],
        next: usize,
    ) -> Option<Attribution> {
        match *self {
            Self::Words(at) => attribution(words, tagged, next, at),
            Self::Dash(at) => signature(words, at),
        }
    }
}

impl Attribution {
    /// Puts its spans among the others, unless they are there, and links them; the place of the cue.
    fn put(self, words: Words<'_>, spans: &mut Vec<TaggedSpan>) -> usize {
        let source = self
            .source
            .map(|place| put(words, spans, Role::Source, place));
        let cue = put(words, spans, Role::Cue, self.cue);
        if spans[cue].parent.is_none() {
            spans[cue].parent = source;
        }
        cue
    }
}

/// What follows the closing mark that ends `content`; `None` if none does, or if its sentence is over.
fn after_marks(words: Words<'_>, marks: &Marks, content: TaggedSpan) -> Option<After> {
    let mut closed = None;
    // The closing mark may be the last token of the content itself.
    for number in content.last..content.last + LONGEST_GAP {
        let token = words.tokens.get(number)?;
        let word = words.word(token);
        if closed.is_some() && is_dash(word) {
            return Some(After::Dash(number));
        }
        if token.kind == TokenKind::Word && number > content.last {
            let is_next = words.tokens[number - 1].kind != TokenKind::Break;
            return (closed.is_some() && is_next).then_some(After::Words(number));
        }
        if closed.is_some() && matches!(word, "." | ":" | "(") {
            return None;
        }
        closed = closed.or(marks.closing_at(token.span.start));
    }
    None
}

fn is_dash(word: &str) -> bool {
    matches!(word, "―" | "—" | "–" | "-")
}

/// The name after the dash at token `at`, when it is all that its line still holds.
fn signature(words: Words<'_>, at: usize) -> Option<Attribution> {
    let dashes = (at..words.tokens.len()).take_while(|number| is_dash(words.word_at(*number)));
    let dash = dashes.take(2).last()?;
    let line = dash + 1..words.tokens.len().min(dash + 1 + LONGEST_SIGNATURE + 1);
    let n = line
        .clone()
        .take_while(|number| words.tokens[*number].kind != TokenKind::Break)
        .count();
    let is_name = words.word_at(dash + 1).starts_with(char::is_uppercase);
    if n == 0 || n > LONGEST_SIGNATURE || !is_name {
        return None;
    }
    let last = line
        .take(n)
        .take_while(|number| {
            !matches!(words.word_at(*number), "," | "." | "(")
                && !ends_mention(words.word_at(*number))
        })
        .last()?;
    Some(Attribution {
        cue: Place::New(at, dash),
        source: Some(Place::New(dash + 1, last)),
    })
}

/// The attribution that begins at token `at`, before the tagged span of place `next`.
fn attribution(
    words: Words<'_>,
    tagged: &[TaggedSpan],
    next: usize,
    at: usize,
) -> Option<Attribution> {
    let end = (at..words.tokens.len().min(at + REACH))
        .find(|number| {
            words.tokens[*number].kind == TokenKind::Break
                || matches!(words.word_at(*number), "." | "?" | "!" | ":" | ";")
        })
        .unwrap_or(words.tokens.len().min(at + REACH));
    let near: Vec<usize> = (next..tagged.len())
        .take_while(|place| tagged[*place].first < end && tagged[*place].role != Role::Content)
        .collect();
    let of_role = |role| {
        near.iter()
            .copied()
            .find(|place| tagged[*place].role == role)
    };
    let by_rule = spoken_by(words, at, end);
    if let Some(cue) = of_role(Role::Cue) {
        let begins_here = |place: usize| tagged[place].first <= at + 1;
        let source = tagged[cue].parent.or_else(|| of_role(Role::Source));
        // The attribution must begin right here: with the cue, or with its source.
        let is_near = begins_here(cue)
            || source.is_some_and(|source| begins_here(source) && tagged[source].first >= at)
            || by_rule.is_some();
        let of_rule = by_rule.map(|(_, mention)| Place::New(mention.0, mention.1));
        return is_near.then_some(Attribution {
            cue: Place::Tagged(cue),
            source: source.map(Place::Tagged).or(of_rule),
        });
    }
    let ((verb, _), mention) = by_rule?;
    let source = of_role(Role::Source).map(Place::Tagged);
    Some(Attribution {
        cue: Place::New(verb, verb),
        source: source.or(Some(Place::New(mention.0, mention.1))),
    })
}

type Range = (usize, usize);

/// Verb and mention of *said Ana Ruiz* or *Ana Ruiz, the mayor, said*, as first and last tokens.
fn spoken_by(words: Words<'_>, at: usize, end: usize) -> Option<(Range, Range)> {
    let word = |number: usize| words.word_at(number);
    let is_word = |number: &usize| words.tokens[*number].kind == TokenKind::Word;
    if says(word(at)) {
        let last = (at + 1..end)
            .take_while(|number| is_word(number) && !ends_mention(word(*number)))
            .last()?;
        return Some(((at, at), (at + 1, last)));
    }
    let verb = (at + 1..end.min(at + LONGEST_MENTION)).find(|number| says(word(*number)))?;
    let is_subject = |number: usize| {
        let is_inner = matches!(word(number), "," | "." | "-" | "(" | ")" | "’" | "'");
        (is_word(&number) || is_inner) && !ends_mention(word(number))
            || matches!(word(number), "of" | "for" | "at" | "from" | "in" | "with")
    };
    if !(at..verb).all(is_subject) || !begins_mention(word(at)) {
        return None;
    }
    let last = (at..verb)
        .take_while(|number| word(*number) != ",")
        .last()?;
    Some(((verb, verb), (at, last)))
}

/// Whether a word is a finite verb of speech or writing: *said*, *tweets*.
pub(crate) fn says(word: &str) -> bool {
    let is_finite = word.ends_with('s')
        || word.ends_with("ed")
        || matches!(word, "said" | "told" | "wrote" | "sang" | "swore");
    is_finite
        && word.starts_with(char::is_lowercase)
        && matches!(cue_class(word), Some(CueClass::Speech | CueClass::Writing))
}

/// Whether a word ends a mention that began before it.
fn ends_mention(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "during"
            | "as"
            | "after"
            | "before"
            | "when"
            | "while"
            | "to"
            | "that"
            | "who"
            | "which"
            | "about"
            | "and"
            | "but"
            | "with"
            | "via"
            | "through"
            | "by"
            | "from"
            | "for"
            | "last"
            | "earlier"
            | "later"
            | "again"
    )
}

/// Whether a mention may begin so: with a name, a pronoun or an article.
pub(crate) fn begins_mention(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(
            word,
            "he" | "she"
                | "they"
                | "it"
                | "we"
                | "i"
                | "one"
                | "the"
                | "a"
                | "an"
                | "another"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "my"
                | "some"
                | "many"
                | "several"
                | "officials"
                | "police"
                | "authorities"
        )
}

fn put(words: Words<'_>, spans: &mut Vec<TaggedSpan>, role: Role, place: Place) -> usize {
    match place {
        Place::Tagged(place) => place,
        Place::New(first, last) => {
            spans.push(TaggedSpan {
                role,
                span: words.tokens[first].span.cover(words.tokens[last].span),
                first,
                last,
                probability: 1.0,
                parent: None,
                link_probability: 1.0,
            });
            spans.len() - 1
        }
    }
}
