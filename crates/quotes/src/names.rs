//! The names in an article, and who they belong to.
//!
//! Owns the table of names: runs of capitalised words, cut free of titles and of words that only begin a sentence,
//! grouped so that *LeCun* and *Yann LeCun* are one. What a source or pronoun refers to is left to `resolve.rs`.

use std::collections::{BTreeMap, BTreeSet};

use hearsay_text::{Article, Span, TokenKind, sentences};

use crate::gender::learn_genders;
use crate::mention::{MentionKind, read_mention};
use crate::name_words::{
    is_body_word, is_day, is_function_word, is_month, is_particle, is_preposition_of_place,
    is_title, stated_gender,
};
use crate::words::Words;

/// Most words of a name of a person; longer runs are titles of works and slogans, or bodies.
const LONGEST_NAME: usize = 6;

/// Most bearers of one surname that are told apart; bounds the work for a list of namesakes.
const MOST_BEARERS: usize = 16;

/// Grammatical gender that the text states for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
}

/// What a name is the name of, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Being {
    /// Somebody: a title, an apposition or a surname used alone says so.
    Person,
    /// Probably somebody: two words or more, and no sign of anything else.
    PersonPerhaps,
    /// A company, an office, a paper, a place.
    Body,
    /// One word that tells nothing.
    Unknown,
}

/// Somebody or something with a name.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// The fullest name the article gives.
    pub(crate) name: String,
    pub(crate) being: Being,
    /// `None` as long as nothing in the text states it.
    pub(crate) gender: Option<Gender>,
    first: u32,
    n_mentions: u32,
    /// Mentions right after *in*, *near*, …: of a place rather than a person.
    n_located: u32,
}

/// A place where a name stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    /// Place in [`Names::entities`].
    pub(crate) entity: usize,
}

/// The names of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) entities: Vec<Entity>,
    /// Ordered and disjoint.
    pub(crate) mentions: Vec<Mention>,
    /// Sentences of all blocks, in order.
    pub(crate) sentences: Vec<Span>,
}

/// A name as it stands in the text.
#[derive(Clone, Debug)]
struct Run<'a> {
    span: Span,
    words: Vec<&'a str>,
    /// Alone at the start of a sentence, where any word is capitalised.
    is_doubtful: bool,
    has_title: bool,
    has_article: bool,
    is_introduced: bool,
    is_located: bool,
    /// In a headline, where every word is capitalised.
    is_headline: bool,
    gender: Option<Gender>,
}

impl Names {
    /// Finds the names of `article`. A word alone at the start of a sentence is taken for a name if it is one elsewhere, or
    /// stands in one of `sources`.
    pub(crate) fn new(article: &Article, words: Words<'_>, sources: &[Span]) -> Self {
        let mut names = Self::default();
        let mut runs: Vec<Run<'_>> = Vec::new();
        for block in &article.blocks {
            for sentence in sentences(&article.text, block.span) {
                names.sentences.push(sentence);
                runs_in(words, sentence, &mut runs);
            }
        }
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for run in runs
            .iter()
            .filter(|run| !run.is_doubtful && !run.is_headline)
        {
            known.extend(&run.words);
        }
        let lowercase: BTreeSet<&str> = words
            .tokens
            .iter()
            .map(|token| words.word(token))
            .filter(|word| word.starts_with(char::is_lowercase))
            .collect();
        let is_source = |span: Span| {
            let nth = sources.partition_point(|source| source.end <= span.start);
            sources.get(nth) == Some(&span)
        };
        runs.retain(|run| {
            let word = run.words[0];
            !run.is_doubtful
                || known.contains(word)
                || is_source(run.span) && !lowercase.contains(word.to_lowercase().as_str())
        });
        names.group(words, &runs);
        names.settle(words, sources);
        names
    }

    /// Beings that only the whole article tells: who speaks under two names or more is somebody, and what things happen
    /// in is a place.
    fn settle(&mut self, words: Words<'_>, sources: &[Span]) {
        for entity in &mut self.entities {
            let is_settled = matches!(entity.being, Being::Person | Being::Body);
            if !is_settled && entity.n_located * 2 >= entity.n_mentions {
                entity.being = Being::Body;
            }
        }
        for source in sources {
            if let MentionKind::Name { entity, .. } = read_mention(words, self, *source) {
                let entity = &mut self.entities[entity];
                if entity.being == Being::PersonPerhaps {
                    entity.being = Being::Person;
                }
            }
        }
        learn_genders(self, words);
    }

    /// The mentions that lie in `span`.
    pub(crate) fn within(&self, span: Span) -> &[Mention] {
        let first = self
            .mentions
            .partition_point(|mention| mention.span.start < span.start);
        let rest = &self.mentions[first..];
        let n_inside = rest.partition_point(|mention| mention.span.end <= span.end);
        &rest[..n_inside]
    }

    /// Number of the sentence that holds `offset`, or of the last before it.
    pub(crate) fn sentence_at(&self, offset: u32) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.start <= offset)
            .saturating_sub(1)
    }

    fn group(&mut self, words: Words<'_>, runs: &[Run<'_>]) {
        let mut full: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        for run in runs
            .iter()
            .filter(|run| run.words.len() > 1 && !run.is_headline)
        {
            let entity = *full.entry(run.words.clone()).or_insert_with(|| {
                self.entities.push(entity_of(run));
                self.entities.len() - 1
            });
            self.entities[entity].n_mentions += 1;
            self.entities[entity].n_located += u32::from(run.is_located);
        }
        // Fuller names that a shorter one may be the end or the beginning of.
        let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (parts, entity) in &full {
            if let [first, .., last] = parts.as_slice() {
                for (list, part) in [(&mut by_last, last), (&mut by_first, first)] {
                    let bearers = list.entry(*part).or_default();
                    if bearers.len() < MOST_BEARERS {
                        bearers.push(*entity);
                    }
                }
            }
        }
        // A headline tells names apart only with the help of the article below it.
        let of_headlines = runs.iter().filter(|run| run.is_headline).flat_map(|run| {
            let is_known = |parts: &[&str]| {
                full.contains_key(parts) || parts.len() == 1 && by_last.contains_key(parts[0])
            };
            run.known_parts(words, &is_known)
        });
        let of_headlines: Vec<Run<'_>> = of_headlines.collect();
        let mut runs: Vec<&Run<'_>> = runs
            .iter()
            .filter(|run| !run.is_headline)
            .chain(&of_headlines)
            .collect();
        runs.sort_by_key(|run| run.span);
        let alone: BTreeSet<&str> = runs
            .iter()
            .filter(|run| run.words.len() == 1 && !run.has_article)
            .map(|run| run.words[0])
            .collect();
        let mut short: BTreeMap<&str, usize> = BTreeMap::new();
        for run in runs {
            let entity = match run.words.as_slice() {
                [word] => {
                    let people = |list: Option<&Vec<usize>>, fits: &dyn Fn(usize) -> bool| {
                        let list = list?.iter().copied();
                        let list = list.filter(|at| self.entities[*at].being != Being::Body);
                        self.best_known(list.filter(|at| fits(*at)), run)
                    };
                    // Only somebody who is called by surname, or is somebody beyond doubt, is called by first name:
                    // *Google* is not *Google Brain*.
                    let is_somebody = |at: usize| {
                        let entity = &self.entities[at];
                        let surname = entity.name.rsplit(' ').next();
                        entity.being == Being::Person
                            || surname.is_some_and(|s| !is_shouted(s) && alone.contains(s))
                    };
                    let fuller = if run.has_article || is_shouted(word) {
                        None
                    } else {
                        people(by_last.get(word), &|_| true)
                            .or_else(|| people(by_first.get(word), &is_somebody))
                    };
                    if let Some(entity) = fuller
                        && self.entities[entity].being == Being::PersonPerhaps
                    {
                        // Bodies and places are rarely called by half their name.
                        self.entities[entity].being = Being::Person;
                    }
                    fuller.unwrap_or_else(|| {
                        *short.entry(word).or_insert_with(|| {
                            self.entities.push(entity_of(run));
                            self.entities.len() - 1
                        })
                    })
                }
                parts => match full.get(parts) {
                    Some(entity) => *entity,
                    None => continue,
                },
            };
            let known = &mut self.entities[entity];
            if run.words.len() == 1 {
                known.n_mentions += 1;
                known.n_located += u32::from(run.is_located);
            }
            known.gender = known.gender.or(run.gender);
            if (run.has_title || run.is_introduced) && known.being != Being::Body {
                known.being = Being::Person;
            }
            self.mentions.push(Mention {
                span: run.span,
                entity,
            });
        }
    }

    /// Of several bearers of a surname: one named before, of the stated gender, and most often.
    fn best_known(&self, fits: impl Iterator<Item = usize>, run: &Run<'_>) -> Option<usize> {
        fits.filter(|at| {
            let gender = self.entities[*at].gender;
            gender.is_none() || run.gender.is_none() || gender == run.gender
        })
        .max_by_key(|at| {
            let entity = &self.entities[*at];
            let is_before = entity.first < run.span.start;
            (
                is_before,
                entity.n_mentions,
                std::cmp::Reverse(entity.first),
            )
        })
    }
}

impl<'a> Run<'a> {
    /// The names that are known among the words of a headline, longest first.
    fn known_parts(&self, words: Words<'a>, is_known: &dyn Fn(&[&str]) -> bool) -> Vec<Self> {
        let tokens = words.within(self.span);
        let mut parts = Vec::new();
        let mut first = 0;
        while first < tokens.len() {
            let longest = LONGEST_NAME.min(tokens.len() - first);
            let found = (1..=longest).rev().find_map(|length| {
                let tokens = &tokens[first..first + length];
                let named = name_parts(words, tokens);
                let span = tokens.first()?.span.cover(tokens.last()?.span);
                is_known(&named).then_some((length, named, span))
            });
            first += found.as_ref().map_or(1, |(length, ..)| *length);
            if let Some((_, named, span)) = found {
                parts.push(Run {
                    span,
                    words: named,
                    is_doubtful: false,
                    has_title: false,
                    has_article: false,
                    is_introduced: false,
                    is_located: false,
                    is_headline: false,
                    gender: None,
                });
            }
        }
        parts
    }
}

fn entity_of(run: &Run<'_>) -> Entity {
    let lowered: Vec<String> = run.words.iter().map(|word| word.to_lowercase()).collect();
    let is_body = lowered.iter().any(|word| is_body_word(word))
        || run.has_article && !run.has_title
        || run.words.len() == 1 && run.words.iter().all(|word| is_shouted(word));
    let being = if run.has_title {
        Being::Person
    } else if is_body {
        Being::Body
    } else if run.words.len() > 1 {
        Being::PersonPerhaps
    } else {
        Being::Unknown
    };
    Entity {
        name: run.words.join(" "),
        being,
        gender: run.gender,
        first: run.span.start,
        n_mentions: 0,
        n_located: 0,
    }
}

/// Whether a word is all capitals, as the short forms of bodies are.
fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// Whether a token can be part of a name by its look: *Ruiz*, *Ruiz-Obi*, and not *Zurich-based*, *R-Wis* or *Monday*.
fn is_capitalised(word: &str) -> bool {
    let mut parts = word.split('-');
    let is_party = matches!(parts.next(), Some("R" | "D" | "I")) && word.contains('-');
    let is_compound = parts.any(|part| part.starts_with(char::is_lowercase));
    word.starts_with(char::is_uppercase) && !is_party && !is_compound && !is_day(word)
}

/// Whether most longer words of a sentence are capitalised, as in English headlines.
fn is_headline(words: Words<'_>, sentence: Span) -> bool {
    let long = words.within(sentence).iter().map(|token| words.word(token));
    let (mut n_long, mut n_capitalised) = (0_usize, 0_usize);
    for word in
        long.filter(|word| word.chars().count() > 3 && word.starts_with(char::is_alphabetic))
    {
        n_long += 1;
        n_capitalised += usize::from(word.starts_with(char::is_uppercase));
    }
    n_long >= 4 && n_capitalised * 10 >= n_long * 8
}

/// The names in a sentence.
fn runs_in<'a>(words: Words<'a>, sentence: Span, runs: &mut Vec<Run<'a>>) {
    let range = words.range(sentence);
    let is_headline = is_headline(words, sentence);
    let mut at = range.start;
    while at < range.end {
        if !is_capitalised(words.word_at(at)) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        // End of the name, should the joiners after it lead to no further part of it.
        let mut firm = end;
        while end < range.end {
            let word = words.word_at(end);
            let before = words.word_at(end - 1);
            let abbreviates = before.chars().count() == 1 || is_title(&before.to_lowercase());
            if is_capitalised(word) {
                end += 1;
                firm = end;
            } else if word == "." && abbreviates || is_particle(word) && end < range.end {
                end += 1;
            } else {
                break;
            }
        }
        if let Some(run) = run_of(words, sentence, at..firm) {
            runs.push(Run { is_headline, ..run });
        }
        at = end.max(at + 1);
    }
}

/// The name in a run of capitalised tokens.
fn run_of<'a>(words: Words<'a>, sentence: Span, range: std::ops::Range<usize>) -> Option<Run<'a>> {
    let lowered = |at: usize| words.word_at(at).to_lowercase();
    let (mut first, end) = (range.start, range.end);
    let mut has_article = first > 0 && lowered(first - 1) == "the";
    while first < end && is_function_word(&lowered(first)) {
        has_article = lowered(first) == "the";
        first += 1;
    }
    // *Google chief executive officer* is lowercase; *Google CEO* is not, so the last title ends what is no name.
    let title = (first..end).rev().find(|at| is_title(&lowered(*at)));
    let mut has_title = false;
    let mut gender = None;
    if let Some(title) = title
        && title + 1 < end
    {
        gender = stated_gender(&lowered(title));
        let after = title + 1 + usize::from(words.word_at(title + 1) == ".");
        if after < end {
            first = after;
            has_title = true;
        }
    }
    let is_doubtful = end - first.min(end) == 1
        && !has_title
        && words.tokens.get(first)?.span.start <= sentence.start + 4;
    let tokens = words
        .tokens
        .get(first..end)
        .filter(|tokens| !tokens.is_empty())?;
    let parts: Vec<&str> = name_parts(words, tokens);
    if parts.len() > LONGEST_NAME || parts.iter().all(|part| part.chars().count() == 1) {
        return None;
    }
    if let [month] = parts.as_slice()
        && is_month(month)
    {
        return None;
    }
    let before = first.checked_sub(1).map(lowered).unwrap_or_default();
    gender = gender.or_else(|| stated_gender(&before));
    let apposition = lowered(end) == ",";
    let next = if apposition {
        lowered(end + 1)
    } else {
        lowered(end)
    };
    if gender.is_none() && apposition {
        let role = lowered(end + 2);
        gender = stated_gender(&next).or_else(|| {
            matches!(&*next, "a" | "the" | "his" | "her").then(|| stated_gender(&role))?
        });
    }
    let is_introduced = gender.is_some()
        || next == "who"
        || apposition
            && (matches!(
                next.as_str(),
                "a" | "an" | "the" | "his" | "her" | "who" | "whose"
            ) || next.starts_with(|c: char| c.is_ascii_digit()));
    Some(Run {
        span: tokens.first()?.span.cover(tokens.last()?.span),
        words: parts,
        is_doubtful,
        has_title,
        has_article,
        is_introduced,
        is_located: is_preposition_of_place(&before),
        is_headline: false,
        gender,
    })
}

/// The words of a name as it is printed, an initial with its full stop.
fn name_parts<'a>(words: Words<'a>, tokens: &[hearsay_text::Token]) -> Vec<&'a str> {
    let mut parts: Vec<Span> = Vec::new();
    for token in tokens {
        match parts.last_mut() {
            Some(last) if token.kind == TokenKind::Punctuation => *last = last.cover(token.span),
            _ => parts.push(token.span),
        }
    }
    parts.iter().map(|part| part.slice(words.text)).collect()
}
