//! Which names are one person's or body's: *LeCun*, *Y. LeCun* and *Yann LeCun*, *the FBI* and the bureau.
//!
//! Owns the grouping of runs into the entities of `names.rs`, by full names, then surnames, first names, initials and
//! short forms.

use hearsay_text::Span;

use crate::Evidence;
use crate::acronyms::{initials_of, packed};
use crate::index::Index;
use crate::name_runs::{LONGEST_NAME, Run, is_initial, is_shouted, key_of};
use crate::name_words::{is_group, lookup};
use crate::names::{Being, Entity, Mention, Names};
use crate::order::sorted;
use crate::roles::is_told_kind;
use crate::words::Words;

/// Most bearers of one surname that are told apart; bounds the work for a list of namesakes.
const MOST_BEARERS: usize = 16;

/// What is known of a word of some name.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    /// In a name that does not owe its capital to its place.
    is_known: bool,
    /// A name by itself, without an article.
    is_alone: bool,
    is_lowercase: bool,
    /// First of the entities whose name ends in it, and begins with it.
    bearers: [Option<usize>; 2],
    /// The entity that goes by this word alone.
    short: Option<usize>,
}

/// The words and names met so far.
#[derive(Default)]
struct Table<'a> {
    words: Index<'a>,
    parts: Vec<Part>,
    full: Index<'a>,
    /// The entity of each full name.
    entity_of: Vec<usize>,
    /// Initials of the bodies with longer names, and the body.
    initials: Vec<(u32, usize)>,
}

/// Adds the names among `runs` and their bearers to `names`. A word alone at the start of a sentence is taken for a name if
/// it is one elsewhere, or stands in one of `sources`, which are ordered.
pub(crate) fn group<'a>(
    names: &mut Names,
    words: Words<'a>,
    mut runs: Vec<Run<'a>>,
    sources: &[Span],
) {
    let mut table = Table::default();
    table.learn(words, &mut runs, sources);
    names.group(words, &runs, &mut table);
}

impl Names {
    fn group<'a>(&mut self, words: Words<'a>, runs: &[Run<'a>], table: &mut Table<'a>) {
        let plain = || runs.iter().filter(|run| !run.is_headline);
        // Longer names first, then those that may be short for them.
        let is_short = |run: &&Run<'a>| run.is_initialed() || run.is_surname();
        for run in plain().filter(|run| run.n_words > 1 && !is_short(run)) {
            self.group_full(words, run, table);
        }
        for run in plain().filter(is_short) {
            self.group_full(words, run, table);
        }
        table.initials = sorted(&table.initials, |(letters, _)| *letters);
        // A headline tells names apart only with the help of the article below it.
        let mut of_headlines = Vec::new();
        for run in runs.iter().filter(|run| run.is_headline) {
            table.known_parts(words, run, &mut of_headlines);
        }
        let runs: Vec<&Run<'a>> = plain().chain(&of_headlines).collect();
        let runs = sorted(&runs, |run| run.span.start);
        for run in runs {
            let entity = if run.n_words > 1 {
                table
                    .full
                    .find(run.span.slice(words.text))
                    .map(|nth| table.entity_of[nth])
            } else {
                self.short_for(words, run, table)
            };
            let Some(nth) = entity else {
                continue;
            };
            let entity = &mut self.entities[nth];
            if run.n_words == 1 {
                entity.n_mentions += 1;
                entity.n_located += u32::from(run.is_located);
            }
            let before = run.first.checked_sub(1).map_or("", |at| words.word_at(at));
            let before = match before {
                "." => run.first.checked_sub(2).map_or("", |at| words.word_at(at)),
                before => before,
            };
            entity.gender = entity.gender.or(lookup(before).gender());
            if run.has_title && entity.being != Being::Body {
                entity.being = Being::Person;
            }
            self.mentions.push(Mention {
                span: run.span,
                start: run.span.start,
                entity: nth,
                evidence: Evidence::Named,
                evidence_at: None,
                is_noun: false,
            });
            let fuller = self.entities[nth].span;
            if run.n_words >= self.entities[nth].n_words
                || fuller.slice(words.text) == run.span.slice(words.text)
            {
                continue;
            }
            if let Some(mention) = self.mentions.last_mut() {
                mention.evidence_at = Some(fuller);
                mention.evidence = if run.n_words == 1 && is_shouted(run.lead) {
                    Evidence::Acronym
                } else {
                    Evidence::PartOfName
                };
            }
        }
        self.mark_initialed(words);
    }

    /// Names with an initial may have as many words as the name they are short for.
    fn mark_initialed(&mut self, words: Words<'_>) {
        for mention in &mut self.mentions {
            let fuller = self.entities[mention.entity].span;
            let lead = |span: Span| words.word_at(words.first_from(span.start));
            if fuller != mention.span && is_initial(lead(mention.span)) && !is_initial(lead(fuller))
            {
                mention.evidence = Evidence::Initials;
                mention.evidence_at = Some(fuller);
            }
        }
    }

    /// Puts a name of several words with its bearer, or makes one.
    fn group_full<'a>(&mut self, words: Words<'a>, run: &Run<'a>, table: &mut Table<'a>) {
        let nth = table.full.insert(run.span.slice(words.text));
        if nth == table.entity_of.len() {
            let entity = table.namesake(self, words, run).unwrap_or_else(|| {
                let entity = self.add(run);
                table.add_bearer(&mut self.entities, entity, run);
                for with_small in [false, true] {
                    let initials = initials_of(words, run, with_small);
                    table
                        .initials
                        .extend(initials.map(|letters| (letters, entity)));
                }
                entity
            });
            if self.entities[entity].n_words < run.n_words && !run.is_initialed() {
                self.entities[entity].n_words = run.n_words;
                self.entities[entity].span = run.span;
            }
            table.entity_of.push(entity);
        }
        let entity = &mut self.entities[table.entity_of[nth]];
        entity.n_mentions += 1;
        entity.n_located += u32::from(run.is_located);
    }

    /// Who a name of one word belongs to: the bearer of a fuller name, else whoever goes by it alone.
    fn short_for<'a>(
        &mut self,
        words: Words<'a>,
        run: &Run<'a>,
        table: &mut Table<'a>,
    ) -> Option<usize> {
        let number = table.word(run.lead);
        let part = table.parts[number];
        let is_short = is_shouted(run.lead);
        let fuller = if is_short {
            let initials = packed(run.lead.chars().filter(|c| c.is_alphabetic()))?;
            let nth = table
                .initials
                .partition_point(|(known, _)| *known < initials);
            table
                .initials
                .get(nth)
                .filter(|(known, _)| *known == initials)
                .map(|(_, entity)| *entity)
        } else if run.has_article {
            // *the Institute* is the Osk Institute, *the Times* the Osk Times.
            let is_body = |nth: usize| self.entities[nth].being == Being::Body;
            self.best_known(part.bearers[0], 0, words, run, &is_body)
        } else {
            // A first name alone stands for a person, or for one whose surname stands alone too: *Google* is not *Google
            // Brain*.
            let is_no_body = |nth: usize| self.entities[nth].being != Being::Body;
            let is_somebody = |nth: usize| {
                let surname = self.entities[nth].span.slice(words.text).rsplit(' ').next();
                let surname = surname.filter(|word| !is_shouted(word));
                let surname = surname.and_then(|word| table.words.find(word));
                self.entities[nth].being == Being::Person
                    || is_no_body(nth) && surname.is_some_and(|nth| table.parts[nth].is_alone)
            };
            self.best_known(part.bearers[0], 0, words, run, &is_no_body)
                .or_else(|| self.best_known(part.bearers[1], 1, words, run, &is_somebody))
        };
        if let Some(nth) = fuller
            && self.entities[nth].being == Being::PersonPerhaps
        {
            // Bodies and places are rarely called by half their name.
            self.entities[nth].being = Being::Person;
        }
        if fuller.is_some() {
            return fuller;
        }
        // *Officials* begins a sentence, *the President* has a title: neither is a name.
        let is_noun = lookup(run.lead).is_person() || is_group(run.lead);
        if is_noun && !run.has_title {
            return None;
        }
        if part.short.is_none() {
            table.parts[number].short = Some(self.add(run));
        }
        table.parts[number].short
    }

    /// Of several bearers of a name: one of the stated gender, the first that is named. Those who come later keep their
    /// first names.
    fn best_known(
        &self,
        first: Option<usize>,
        chain: usize,
        words: Words<'_>,
        run: &Run<'_>,
        fits: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let title = run.first.checked_sub(2).map_or("", |at| words.word_at(at));
        let title = match words.word_at(run.first.saturating_sub(1)) {
            "." => title,
            word => word,
        };
        let gender = lookup(title).gender();
        let bearers =
            std::iter::successors(first, |nth| self.entities[*nth].next[chain]).take(MOST_BEARERS);
        bearers
            .filter(|nth| {
                let known = self.entities[*nth].gender;
                fits(*nth) && (known.is_none() || gender.is_none() || known == gender)
            })
            .max_by_key(|nth| {
                let entity = &self.entities[*nth];
                let is_before = entity.span.start < run.span.start;
                (is_before, std::cmp::Reverse(entity.span.start))
            })
    }
}

impl<'a> Table<'a> {
    fn word(&mut self, word: &'a str) -> usize {
        let number = self.words.insert(key_of(word));
        if number == self.parts.len() {
            self.parts.push(Part::default());
        }
        number
    }

    /// Takes in the words of all names, and drops words that only begin a sentence.
    fn learn(&mut self, words: Words<'a>, runs: &mut Vec<Run<'a>>, sources: &[Span]) {
        for run in runs.iter() {
            for at in run.first..run.end {
                let number = self.word(words.word_at(at));
                self.parts[number].is_known |= !run.is_doubtful && !run.is_headline;
            }
            if run.n_words == 1 && !run.has_article {
                let number = self.word(run.lead);
                self.parts[number].is_alone = true;
            }
        }
        let is_source = |span: Span| {
            let nth = sources.partition_point(|source| source.end <= span.start);
            sources.get(nth) == Some(&span)
        };
        let is_in_doubt = |parts: &[Part], table: &Index<'a>, run: &Run<'a>| {
            run.is_doubtful
                && !table
                    .find(key_of(run.lead))
                    .is_some_and(|nth| parts[nth].is_known)
                && !is_told_kind(words, run.first..run.end)
        };
        if runs
            .iter()
            .any(|run| is_in_doubt(&self.parts, &self.words, run) && is_source(run.span))
        {
            for token in words.tokens {
                let word = words.word(token);
                if word.starts_with(char::is_lowercase)
                    && let Some(nth) = self.words.find(word)
                {
                    self.parts[nth].is_lowercase = true;
                }
            }
        }
        runs.retain(|run| {
            !is_in_doubt(&self.parts, &self.words, run)
                || is_source(run.span)
                    && self
                        .words
                        .find(key_of(run.lead))
                        .is_some_and(|nth| !self.parts[nth].is_lowercase)
        });
    }

    /// The bearer of the same first and last name, or initial: *J. Pineau*, *Joelle M. Pineau*. One that several fit is
    /// nobody's.
    fn namesake(&mut self, names: &Names, words: Words<'a>, run: &Run<'a>) -> Option<usize> {
        if run.is_body {
            return None;
        }
        let number = self.word(run.last);
        let fits = |nth: &usize| {
            let entity = &names.entities[*nth];
            let lead = words.word_at(words.first_from(entity.span.start));
            let same = if run.is_surname() {
                let own = run.span.slice(words.text);
                let name = entity.span.slice(words.text);
                let end = name.len().checked_sub(own.len());
                end.and_then(|end| name.get(end..))
                    .is_some_and(|end| end.eq_ignore_ascii_case(own))
            } else if run.is_initialed() {
                run.lead.chars().next() == lead.chars().next()
            } else {
                run.lead.eq_ignore_ascii_case(lead)
            };
            same && entity.being != Being::Body
        };
        let bearers = std::iter::successors(self.parts[number].bearers[0], |nth| {
            names.entities[*nth].next[0]
        });
        let mut bearers = bearers.take(MOST_BEARERS).filter(fits);
        let bearer = bearers.next();
        bearer.filter(|_| bearers.next().is_none())
    }

    fn add_bearer(&mut self, entities: &mut [Entity], entity: usize, run: &Run<'a>) {
        for (chain, word) in [run.last, run.lead].into_iter().enumerate() {
            let number = self.word(word);
            let part = &mut self.parts[number];
            entities[entity].next[chain] = part.bearers[chain];
            part.bearers[chain] = Some(entity);
        }
    }

    /// The names that are known among the words of a headline, longest first.
    fn known_parts(&self, words: Words<'a>, headline: &Run<'a>, parts: &mut Vec<Run<'a>>) {
        let mut first = headline.first;
        while first < headline.end {
            let longest = LONGEST_NAME.min(headline.end - first);
            let found = (1..=longest).rev().find_map(|length| {
                let run = Run::new(words, first..first + length)?;
                let is_known = if run.n_words > 1 {
                    self.full.find(run.span.slice(words.text)).is_some()
                } else {
                    let part = self.words.find(key_of(run.lead));
                    part.is_some_and(|nth| {
                        let part = &self.parts[nth];
                        part.bearers[0].is_some() || part.is_known && part.is_alone
                    })
                };
                is_known.then_some(run)
            });
            first = found.as_ref().map_or(first + 1, |run| run.end);
            parts.extend(found);
        }
    }
}
