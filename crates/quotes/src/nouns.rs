//! Nouns that mention somebody: who is *the minister*, which body is *the company*.
//!
//! Owns the pass that finds them (*the minister*, *a neighbor*) and settles whom they mean, in the order of the text, by
//! what `roles.rs` has gathered.

use std::ops::Range;

use hearsay_text::{Span, TokenKind};

use crate::Evidence;
use crate::mention::is_of_owner;
use crate::name_words::{Word, is_group, lookup};
use crate::names::{Being, Mention, Names};
use crate::order::sorted;
use crate::roles::{LONGEST_PHRASE, Role, is_determiner, is_of_phrase, phrase_before};
use crate::words::Words;

/// Most bearers of one role that are looked at.
const MOST_BEARERS: usize = 24;

/// How many sentences back a body may be that a noun for it goes on with.
const REACH: usize = 3;

/// Adds the nouns that mention somebody, and settles whom. The `sources` are ordered.
pub(crate) fn add_nouns(names: &mut Names, words: Words<'_>, roles: &[Role], sources: &[Span]) {
    let named = std::mem::take(&mut names.mentions);
    let mut nouns = Nouns {
        names,
        words,
        roles,
        seen: Vec::new(),
        of_sense: Vec::new(),
        sentence: 0,
    };
    // Nouns that say what a name is belong to its bearer.
    let noun_of = |role: &Role| role.phrase.end - 1;
    let told: Vec<&Role> = roles.iter().collect();
    let told = sorted(&told, |role| {
        u32::try_from(noun_of(role)).unwrap_or(u32::MAX)
    });
    nouns.names.mentions.reserve(named.len() * 2);
    let mut named = named.into_iter().peekable();
    let mut at = 0;
    while at < words.tokens.len() {
        let first = words.word_at(at);
        at += 1;
        let noun = if first.len() <= 7 && (is_determiner(first) || is_of_owner(first)) {
            noun_after(words, at, sources)
        } else {
            begins_with_group(words, at - 1).then_some(at - 1)
        };
        let Some(noun) = noun else {
            continue;
        };
        let span = words.tokens[noun].span;
        while let Some(mention) = named.next_if(|mention| mention.span.start < span.start) {
            nouns.push(mention);
        }
        let in_name = |mention: &Mention| mention.span.overlaps(span);
        if named.peek().is_some_and(in_name) || nouns.names.mentions.last().is_some_and(in_name) {
            continue;
        }
        let nth = told.partition_point(|role| noun_of(role) < noun);
        let told = told.get(nth).filter(|role| noun_of(role) == noun);
        // *She was the best student* and *as a lawyer* say what somebody is, and mention nobody else.
        let before = at.checked_sub(2).map_or("", |at| words.word_at(at));
        let is_said = matches!(
            before,
            "as" | "is" | "was" | "are" | "were" | "be" | "been" | "become"
        );
        if !is_said || told.is_some() {
            nouns.add(at - 1, noun, told.copied());
        }
        at = noun + 1;
    }
    for mention in named {
        nouns.push(mention);
    }
}

/// Whether a sentence begins with several people at token `at`: *Inspectors went down*.
fn begins_with_group(words: Words<'_>, at: usize) -> bool {
    let is_after_word = at
        .checked_sub(1)
        .is_some_and(|before| words.tokens[before].kind == TokenKind::Word);
    let word = words.word_at(at);
    let next = words.word_at(at + 1);
    !is_after_word
        && word.starts_with(char::is_uppercase)
        && next.starts_with(char::is_lowercase)
        && is_group(word)
}

/// The noun of the phrase that begins at token `first`.
fn noun_after(words: Words<'_>, first: usize, sources: &[Span]) -> Option<usize> {
    let mut noun = None;
    // What a source ends in is a noun of its own.
    let ends_source = |at: usize| {
        let end = words.tokens[at].span.end;
        let nth = sources.partition_point(|source| source.end < end);
        sources.get(nth).is_some_and(|source| source.end == end)
    };
    for at in first..first + LONGEST_PHRASE {
        let text = words.word_at(at);
        let word = lookup(text);
        let is_noun = word.is_person() || word.is_body() || is_group(text);
        if is_noun {
            noun = Some(at);
        } else if noun.is_some() || !is_of_phrase(text) {
            // *the campaign trail* is no campaign: what follows a noun must be able to follow a phrase.
            let can_follow = noun
                .is_some_and(|at| !lookup(words.word_at(at)).is_body() || ends_source(at))
                || !is_of_phrase(text)
                || word.is_verb()
                || text.ends_with("ed")
                || text.starts_with(char::is_uppercase);
            return noun.filter(|_| can_follow);
        }
    }
    None
}

/// Nouns as they are settled.
struct Nouns<'a, 'n> {
    names: &'n mut Names,
    words: Words<'a>,
    roles: &'n [Role],
    /// Sentence of the last mention of each entity, and one.
    seen: Vec<usize>,
    /// The last entity that each sense named without a name.
    of_sense: Vec<Option<usize>>,
    sentence: usize,
}

impl Nouns<'_, '_> {
    fn push(&mut self, mention: Mention) {
        self.go_to(mention.span.start);
        let entity = mention.entity;
        if self.seen.len() <= entity {
            self.seen.resize(entity + 1, 0);
        }
        self.seen[entity] = self.sentence + 1;
        self.names.mentions.push(mention);
    }

    fn go_to(&mut self, offset: u32) {
        let sentences = &self.names.sentences;
        while sentences
            .get(self.sentence + 1)
            .is_some_and(|next| next.start <= offset)
        {
            self.sentence += 1;
        }
    }

    /// Adds the phrase from its determiner to its noun.
    fn add(&mut self, determiner: usize, noun: usize, told: Option<&Role>) {
        let words = self.words;
        let text = words.word_at(noun);
        let word = lookup(text);
        let span = words.tokens[noun].span;
        self.go_to(span.start);
        let owner = is_of_owner(words.word_at(determiner));
        let start = if owner {
            phrase_before(words, determiner)
        } else {
            // *the two engineers*.
            let before = determiner.checked_sub(1);
            before
                .filter(|at| is_determiner(words.word_at(*at)))
                .unwrap_or(determiner)
        };
        let start = words.tokens[start].span.start;
        let is_definite =
            owner || matches!(words.word_at(determiner), "the" | "The" | "this" | "This");
        let is_one = word.is_person() || word.is_body();
        let owner = owner.then(|| determiner.saturating_sub(1));
        let known = told.map(|role| (role.entity, role.span)).or_else(|| {
            (is_definite && is_one)
                .then(|| self.bearer(word, determiner + 1..noun, noun, owner))
                .flatten()
        });
        let sense = usize::from(word.sense);
        let (entity, evidence, evidence_at) = if let Some((entity, at)) = known {
            let evidence = if word.is_person() {
                Evidence::Role
            } else {
                Evidence::KindOfBody
            };
            (entity, evidence, Some(at))
        } else {
            // *The mayor* goes on from a mayor without a name, as long as nothing tells them apart.
            let is_same = is_definite && is_one && determiner + 1 == noun;
            let before = self.of_sense.get(sense).copied().flatten();
            let being = if word.is_person() {
                Being::Person
            } else if word.is_body() {
                Being::Body
            } else {
                Being::Group
            };
            let phrase = Span::new(start, span.end);
            let entity = before
                .filter(|_| is_same)
                .unwrap_or_else(|| self.names.add_unnamed(phrase, being, word.gender()));
            if self.of_sense.len() <= sense {
                self.of_sense.resize(sense + 1, None);
            }
            self.of_sense[sense] = Some(entity);
            (entity, Evidence::MentionOnly, None)
        };
        self.push(Mention {
            span,
            start,
            entity,
            evidence,
            evidence_at,
            is_noun: true,
        });
    }

    /// Whom the article says to be what the noun is, and where it says so; nobody if it says so of several.
    fn bearer(
        &self,
        word: Word,
        modifiers: Range<usize>,
        noun: usize,
        owner: Option<usize>,
    ) -> Option<(usize, Span)> {
        let first = self.roles.partition_point(|role| role.sense < word.sense);
        let of_sense = self.roles[first..]
            .iter()
            .take_while(|role| role.sense == word.sense);
        let mut only: Option<&Role> = None;
        let mut in_reach: Option<&Role> = None;
        let (mut n_bearers, mut n_in_reach, mut n_of_sense) = (0, 0, 0);
        let complement = self.complement(noun);
        for role in of_sense.take(MOST_BEARERS) {
            n_of_sense += 1;
            let agrees =
                self.agrees(word, role) && self.fits(role, modifiers.clone(), owner, complement);
            // *The agency* goes on from one that was named, *the mayor* may come before her name.
            let is_new = word.is_body() && !self.is_seen_within(role.entity, usize::MAX / 2);
            if !agrees || is_new || only.is_some_and(|only| only.entity == role.entity) {
                continue;
            }
            if !self.is_seen_within(role.entity, REACH) {
                n_bearers += 1;
                only = only.or(Some(role));
                continue;
            }
            if in_reach.is_none_or(|known| known.entity != role.entity) {
                n_bearers += 1;
                n_in_reach += 1;
                only = only.or(Some(role));
                in_reach = Some(role);
            }
        }
        let found = match (n_bearers, n_in_reach) {
            (1, _) => only,
            (_, 1) => in_reach,
            _ => None,
        };
        if let Some(role) = found {
            return Some((role.entity, role.span));
        }
        let is_company = word.sense == lookup("company").sense;
        let is_plain = modifiers.is_empty() && owner.is_none() && complement.is_none();
        (is_company && is_plain && n_of_sense == 0)
            .then(|| self.only_body_near())
            .flatten()
    }

    /// The one body with a name in the sentences just before, where nothing tells its kind.
    fn only_body_near(&self) -> Option<(usize, Span)> {
        let mut only: Option<&Mention> = None;
        for mention in self.names.mentions.iter().rev().take(16) {
            let entity = &self.names.entities[mention.entity];
            let is_near = self.is_seen_within(mention.entity, REACH - 1);
            let may_be = matches!(entity.being, Being::Body | Being::Unknown)
                && entity.gender.is_none()
                && entity.is_named;
            if !is_near || !may_be || entity.has_kind {
                continue;
            }
            if only.is_some_and(|only| only.entity != mention.entity) {
                return None;
            }
            only = Some(mention);
        }
        only.map(|mention| (mention.entity, mention.span))
    }

    fn is_seen_within(&self, entity: usize, reach: usize) -> bool {
        let seen = self.seen.get(entity).copied().unwrap_or_default();
        seen > 0 && seen + reach > self.sentence
    }

    fn agrees(&self, word: Word, role: &Role) -> bool {
        let gender = self.names.entities[role.entity].gender;
        gender.is_none() || word.gender().is_none() || gender == word.gender()
    }

    /// The first word of what a noun is *of*: *the minister of health*.
    fn complement(&self, noun: usize) -> Option<usize> {
        let first = noun + 2 + usize::from(self.words.word_at(noun + 2) == "the");
        (self.words.word_at(noun + 1) == "of").then_some(first)
    }

    /// Whether whatever tells a noun from others of its sort is said of the role too, and *former* of both or neither.
    fn fits(
        &self,
        role: &Role,
        modifiers: Range<usize>,
        owner: Option<usize>,
        complement: Option<usize>,
    ) -> bool {
        let word = |at: usize| self.words.word_at(at);
        let shifts = |range: Range<usize>| {
            range.filter(move |at| lookup(self.words.word_at(*at)).is_shift())
        };
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        let has =
            |range: Range<usize>, it: usize| range.into_iter().any(|at| same(word(at), word(it)));
        let noun = role.phrase.end - 1;
        let is_shifted = shifts(role.phrase.start..noun).all(|at| has(modifiers.clone(), at))
            && shifts(modifiers.clone()).all(|at| has(role.phrase.clone(), at));
        let mut telling = modifiers
            .filter(|at| !lookup(word(*at)).is_shift())
            .chain(owner)
            .chain(complement);
        is_shifted && telling.all(|at| has(role.around.clone(), at))
    }
}
