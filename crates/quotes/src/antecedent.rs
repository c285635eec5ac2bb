//! Whom a pronoun stands for.
//!
//! Owns the search back from a pronoun, by number and grammatical gender as far as the text states them.

use hearsay_text::Span;

use crate::mention::Pronoun;
use crate::names::{Being, Entity, Mention, Names};
use crate::words::Words;

/// How many sentences back a pronoun may reach.
const PRONOUN_REACH: usize = 12;

/// How many sentences back somebody known to be a person comes before a name that tells nothing.
const NEAR: usize = 3;

/// How many sentences are looked at, those within quotes included.
const SENTENCES_SEEN: usize = 40;

/// How many names of a sentence are looked at; bounds the work for text without full stops.
const MENTIONS_SEEN: usize = 64;

/// How many bytes a relative pronoun may look back over: an apposition at most.
const RELATIVE_REACH: u32 = 60;

/// A source whose speaker is settled: later pronouns go on from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) source: Span,
    pub(crate) entity: usize,
    /// The words that name the speaker.
    pub(crate) at: Span,
}

/// What the search looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) names: &'a Names,
    /// Contents of all quotes, ordered: names inside them are rarely who speaks.
    pub(crate) contents: &'a [(Span, usize)],
    /// Sources before the pronoun, ordered.
    pub(crate) told: &'a [Told],
    /// Whether the pronoun owns something (*her office*): then it often goes on from the words that are quoted.
    pub(crate) owns: bool,
}

/// An entity, and the words that name it.
type Found = (usize, Span);

impl Search<'_> {
    /// Who the pronoun at `at` stands for: of its sentence before it, else of the nearest sentence before, who speaks
    /// there, else the first fitting name. The first name of a sentence is most often its subject, and subjects are what
    /// pronouns go on with.
    pub(crate) fn antecedent(&self, at: Span, pronoun: Pronoun) -> Option<Found> {
        let agrees = |entity: &Entity| entity.gender.is_none() || entity.gender == pronoun.gender();
        let is_person = |entity: &Entity| entity.being == Being::Person && agrees(entity);
        match pronoun {
            Pronoun::He | Pronoun::She => {
                let perhaps = |entity: &Entity| {
                    let may_be = match entity.being {
                        Being::PersonPerhaps => true,
                        Being::Unknown if entity.is_named => entity.speaks,
                        Being::Unknown => self.sounds_like_somebody(entity),
                        _ => false,
                    };
                    may_be && agrees(entity)
                };
                let is_unknown = |entity: &Entity| {
                    entity.being == Being::Unknown && entity.is_named && agrees(entity)
                };
                self.search(at, PRONOUN_REACH, &is_person, &perhaps)
                    .or_else(|| self.search(at, NEAR, &is_unknown, &|_| false))
            }
            Pronoun::It => {
                let is_thing = |entity: &Entity| match entity.being {
                    Being::Body => true,
                    Being::Unknown => entity.gender.is_none(),
                    _ => false,
                };
                self.search(at, NEAR, &is_thing, &|_| false)
            }
            Pronoun::They => {
                let is_group = |entity: &Entity| entity.being == Being::Group;
                let is_body = |entity: &Entity| entity.being == Being::Body;
                self.search(at, NEAR, &is_group, &|_| false)
                    .or_else(|| self.search(at, 1, &is_body, &|_| false))
            }
            Pronoun::Relative => self.right_before(at).or_else(|| {
                // *Ana Ruiz, 44, who spoke*.
                let near = Span::new(at.start.saturating_sub(RELATIVE_REACH), at.start);
                let sentence = self.names.sentences.get(self.names.sentence_at(at.start))?;
                let near = self.names.within(near.intersection(*sentence)?);
                let word_after = |offset: u32| self.words.word_at(self.words.first_from(offset));
                let is_set_off = word_before(self.words, at) == ",";
                let is_somebody = |mention: &&Mention| {
                    let being = self.names.entities[mention.entity].being;
                    !matches!(being, Being::Body | Being::Place)
                        && word_after(mention.span.end) == ","
                };
                near.iter()
                    .filter(|_| is_set_off)
                    .rfind(is_somebody)
                    .map(found)
            }),
            Pronoun::RelativeThing => self.right_before(at),
            Pronoun::First | Pronoun::Other => None,
        }
    }

    /// What is mentioned right before `at`, a comma passed over.
    fn right_before(&self, at: Span) -> Option<Found> {
        let before = self.words.first_from(at.start).checked_sub(1)?;
        let comma = usize::from(self.words.word_at(before) == ",");
        let last = self.words.tokens.get(before.checked_sub(comma)?)?;
        self.names.ending_at(last.span.end).map(found)
    }

    /// The nearest entity that `fits`, or one that perhaps does where none is near.
    fn search(
        &self,
        at: Span,
        reach: usize,
        fits: &dyn Fn(&Entity) -> bool,
        perhaps: &dyn Fn(&Entity) -> bool,
    ) -> Option<Found> {
        let here = self.names.sentence_at(at.start);
        let mut maybe = None;
        let mut n_told = 0;
        for nth in (here.saturating_sub(SENTENCES_SEEN)..=here).rev() {
            let sentence = *self.names.sentences.get(nth)?;
            // Sentences that somebody speaks are no distance: a pronoun after a long quote goes on from before it.
            if nth != here && self.in_content(sentence) {
                continue;
            }
            if n_told > NEAR && maybe.is_some() || n_told > reach {
                break;
            }
            n_told += 1;
            let before = Span::new(sentence.start, sentence.end.min(at.start));
            let quoted = self.owns && nth == here;
            if let Some(found) = self.first_in(before, quoted, fits) {
                return Some(found);
            }
            // Whoever the sentence just before begins with is its subject.
            if n_told <= 2
                && let Some(first) = self.names.within(before).first()
                && first.span.start == before.start
                && perhaps(&self.names.entities[first.entity])
                && !self.in_content(first.span)
            {
                return Some(found(first));
            }
            if n_told <= NEAR + 1 {
                maybe = maybe.or_else(|| self.first_in(before, quoted, perhaps));
            }
        }
        maybe
    }

    /// Who speaks in this part of a sentence, the last of them first; else the first name, of quoted words too if asked.
    fn first_in(&self, part: Span, quoted: bool, fits: &dyn Fn(&Entity) -> bool) -> Option<Found> {
        let fits = |entity: usize| fits(&self.names.entities[entity]);
        let first = self
            .told
            .partition_point(|told| told.source.start < part.start);
        let end = self
            .told
            .partition_point(|told| told.source.start < part.end);
        let speakers = self.told.get(first..end).unwrap_or_default().iter().rev();
        let speaker = speakers
            .take(MENTIONS_SEEN)
            .find(|told| fits(told.entity) && !self.in_content(told.source))
            .map(|told| (told.entity, told.at));
        let named = || {
            let mentions = self.names.within(part).iter();
            mentions
                .take(MENTIONS_SEEN)
                .find(|mention| fits(mention.entity) && (quoted || !self.in_content(mention.span)))
                .map(found)
        };
        speaker.or_else(named)
    }

    /// Whether words for somebody that are in no list end as words for people do.
    fn sounds_like_somebody(&self, entity: &Entity) -> bool {
        let words = entity.span.slice(self.words.text);
        ["man", "ist", "ian", "er", "or"]
            .iter()
            .any(|ending| words.ends_with(ending))
    }

    fn in_content(&self, span: Span) -> bool {
        let nth = self
            .contents
            .partition_point(|(content, _)| content.end <= span.start);
        // The words count, not the marks around them.
        self.contents.get(nth).is_some_and(|(content, _)| {
            content.start <= span.start + 4 && span.end <= content.end + 4
        })
    }
}

/// The word or mark before `at`.
fn word_before(words: Words<'_>, at: Span) -> &str {
    let before = words.first_from(at.start).checked_sub(1);
    before.map_or("", |at| words.word_at(at))
}

/// A noun with a bearer points at the words that name the bearer.
fn found(mention: &Mention) -> Found {
    let own = Span::new(mention.start, mention.span.end);
    let named = mention.evidence_at.filter(|_| mention.is_noun);
    (mention.entity, named.unwrap_or(own))
}
