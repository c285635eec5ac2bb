//! Parts in life and kinds of bodies: what the article says its people and bodies are.
//!
//! Owns what is said next to a name (*Minister Ana Ruiz*, *Harrow, a company in Osk*). Who *the minister* is, further on,
//! is left to `nouns.rs`.

use std::ops::Range;

use hearsay_text::Span;

use crate::mention::is_of_owner;
use crate::name_words::lookup;
use crate::names::{Being, Mention, Names};
use crate::order::sorted;
use crate::words::Words;

/// Most words between a determiner and its noun, the noun included.
pub(crate) const LONGEST_PHRASE: usize = 6;

/// Words around a role that may tell it from others of its sort: *the Osk mayor*, *the minister of health*.
const AROUND: usize = 5;

/// What the article says that somebody is.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) sense: u16,
    pub(crate) entity: usize,
    /// The words that say so, the name among them.
    pub(crate) span: Span,
    /// Tokens of the role's phrase, the noun last.
    pub(crate) phrase: Range<usize>,
    /// Tokens that may tell more of it.
    pub(crate) around: Range<usize>,
}

/// What the article says of its people and bodies, ordered by sense.
pub(crate) fn gather_roles(names: &mut Names, words: Words<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    for nth in 0..names.mentions.len() {
        let mention = names.mentions[nth];
        let name = words.range(mention.span);
        if mention.span == names.entities[mention.entity].span
            && let Some(role) = role_in_name(words, &mention, name.clone())
        {
            names.entities[mention.entity].has_kind = true;
            roles.push(role);
        }
        let found = [
            role_before(words, &mention, name.clone()),
            role_after(words, &mention, name.clone()),
        ];
        for role in found.into_iter().flatten() {
            let noun = lookup(words.word_at(role.phrase.end - 1));
            let entity = &mut names.entities[mention.entity];
            if matches!(entity.being, Being::Unknown | Being::PersonPerhaps) {
                entity.being = if noun.is_person() {
                    Being::Person
                } else {
                    Being::Body
                };
            }
            let is_body = matches!(entity.being, Being::Body | Being::Place);
            if noun.is_person() && !is_body {
                entity.gender = entity.gender.or(noun.gender());
            }
            // A body is nobody's minister.
            if noun.is_person() != is_body {
                entity.has_kind |= is_body;
                roles.push(role);
            }
        }
        if is_introduced(words, name.end) {
            let entity = &mut names.entities[mention.entity];
            if matches!(entity.being, Being::Unknown | Being::PersonPerhaps) {
                entity.being = Being::Person;
            }
        }
    }
    // They came in the order of the text, and stay so within a sense.
    sorted(&roles, |role| u32::from(role.sense))
}

/// Whether a word is followed by *a company* or the like, as only a name is.
pub(crate) fn is_told_kind(words: Words<'_>, name: Range<usize>) -> bool {
    words.word_at(name.end) == ","
        && matches!(words.word_at(name.end + 1), "a" | "an")
        && phrase_after(words, name).is_some()
}

/// Whether an apposition or *who* follows a name, as they follow people's.
fn is_introduced(words: Words<'_>, at: usize) -> bool {
    let follows = |at: usize, with: &[&str]| with.contains(&words.word_at(at));
    follows(at, &["who"])
        || follows(at, &[","])
            && (follows(at + 1, &["a", "an", "the", "his", "her", "who", "whose"])
                || words
                    .word_at(at + 1)
                    .starts_with(|c: char| c.is_ascii_digit()))
}

fn role(
    words: Words<'_>,
    mention: &Mention,
    phrase: Range<usize>,
    around: Range<usize>,
) -> Option<Role> {
    let noun = phrase.end.checked_sub(1)?;
    let last = words.tokens.get(noun)?.span;
    let first = words.tokens.get(phrase.start)?.span;
    Some(Role {
        sense: lookup(words.word_at(noun)).sense,
        entity: mention.entity,
        span: first.cover(last).cover(mention.span),
        phrase,
        around,
    })
}

/// *Osk University* is a university, *Harrow Inc.* a company.
fn role_in_name(words: Words<'_>, mention: &Mention, name: Range<usize>) -> Option<Role> {
    let of = name.clone().find(|at| words.word_at(*at) == "of");
    let last = of.unwrap_or(name.end).checked_sub(1)?;
    let is_named = name.len() > 1 && lookup(words.word_at(last)).is_in_body_name();
    let around = name.clone();
    is_named.then(|| role(words, mention, last..last + 1, around))?
}

/// *Minister Ana Ruiz*, *Secretary of State Ana Ruiz*, *researcher Ana Ruiz*, *the mayor, Ana Ruiz*, *the company
/// Harrow*.
fn role_before(words: Words<'_>, mention: &Mention, name: Range<usize>) -> Option<Role> {
    let mut noun = name.start.checked_sub(1)?;
    let is_apposition = words.word_at(noun) == ",";
    if is_apposition || words.word_at(noun) == "." {
        noun = noun.checked_sub(1)?;
    }
    let is_role = |at: usize| {
        let word = lookup(words.word_at(at));
        word.is_person() || word.is_body() && words.word_at(at).starts_with(char::is_lowercase)
    };
    if !is_role(noun) {
        // *minister of transport Ana Ruiz*.
        let of = (noun.saturating_sub(2)..noun).find(|at| words.word_at(*at) == "of")?;
        noun = of.checked_sub(1).filter(|at| is_role(*at))?;
    }
    let start = phrase_before(words, noun);
    let determiner = start.checked_sub(1).map_or("", |at| words.word_at(at));
    let is_determined = is_determiner(determiner) || is_of_owner(determiner);
    let needs_article = is_apposition || lookup(words.word_at(noun)).is_body();
    if needs_article && !is_determined {
        return None;
    }
    role(words, mention, start..noun + 1, start..name.end + AROUND)
}

/// First token of the noun phrase that ends in token `noun`, without its determiner.
pub(crate) fn phrase_before(words: Words<'_>, noun: usize) -> usize {
    let mut start = noun;
    while noun - start < LONGEST_PHRASE
        && let Some(before) = start.checked_sub(1)
        && is_of_phrase(words.word_at(before))
    {
        start = before;
    }
    start
}

/// *Ana Ruiz, the minister of health*, *Ana Ruiz (Osk), mayor of Osk*, *Ana Ruiz is the mayor*.
fn role_after(words: Words<'_>, mention: &Mention, name: Range<usize>) -> Option<Role> {
    let phrase = phrase_after(words, name.clone())?;
    let around = name.start.saturating_sub(2)..phrase.end + AROUND;
    role(words, mention, phrase, around)
}

/// The phrase that says what the name before it is, without its determiner.
fn phrase_after(words: Words<'_>, name: Range<usize>) -> Option<Range<usize>> {
    let mut at = name.end;
    if words.word_at(at) == "("
        && let Some(close) = (at..at + 8).find(|at| words.word_at(*at) == ")")
    {
        at = close + 1;
    }
    let is_number = |at: usize| words.word_at(at).starts_with(|c: char| c.is_ascii_digit());
    let is_copula = match (words.word_at(at), words.word_at(at + 1)) {
        (",", "who") => {
            at += 3;
            if !matches!(words.word_at(at - 1), "is" | "was") {
                return None;
            }
            true
        }
        (",", _) => {
            let is_aged = is_number(at + 1) && words.word_at(at + 2) == ",";
            at += if is_aged { 3 } else { 1 };
            false
        }
        ("is" | "was" | "became", _) => {
            at += 1;
            true
        }
        _ => return None,
    };
    let start = at + usize::from(is_determiner(words.word_at(at)));
    let is_determined = start > at;
    let mut end = start;
    while end < start + LONGEST_PHRASE + 2
        && (is_of_phrase(words.word_at(end)) || end > start && is_of_owner(words.word_at(end)))
    {
        end += 1;
    }
    let noun = lookup(words.word_at(end.checked_sub(1)?));
    let next = words.word_at(end);
    let is_bare = end - start <= 4
        && !is_copula
        && matches!(
            next,
            "," | "." | "of" | "at" | "for" | "in" | "who" | ")" | ";"
        );
    let is_role = end > start && (noun.is_person() || noun.is_body());
    (is_role && (is_determined || is_bare)).then_some(start..end)
}

pub(crate) fn is_determiner(word: &str) -> bool {
    let is = |list: &[&str]| list.iter().any(|it| word.eq_ignore_ascii_case(it));
    match word.len() {
        1 => is(&["a"]),
        2 => is(&["an"]),
        3 => is(&["the", "his", "her", "its", "one", "two"]),
        4 => is(&["this", "some", "many"]),
        5 => is(&["their", "other", "three"]),
        7 => is(&["several", "another"]),
        _ => false,
    }
}

/// Whether a word can be part of a noun phrase.
pub(crate) fn is_of_phrase(word: &str) -> bool {
    word.starts_with(char::is_alphanumeric) && !lookup(word).is_function()
}
