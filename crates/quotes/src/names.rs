//! The names in an article, and who they belong to.
//!
//! Owns the table of names: runs of capitalised words, cut free of titles and of words that only begin a sentence,
//! grouped so that *LeCun* and *Yann LeCun* are one. What a source or pronoun refers to is left to `resolve.rs`.

use std::collections::{BTreeMap, BTreeSet};

use hearsay_text::{Article, Span, TokenKind, sentences};

use crate::name_words::{is_body_word, is_function_word, is_particle, is_title, stated_gender};
use crate::words::Words;

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
        for run in runs.iter().filter(|run| !run.is_doubtful) {
            known.extend(&run.words);
        }
        let in_source = |span: Span| {
            let nth = sources.partition_point(|source| source.end <= span.start);
            sources.get(nth).is_some_and(|source| source.encloses(span))
        };
        runs.retain(|run| !run.is_doubtful || known.contains(run.words[0]) || in_source(run.span));
        names.group(&runs);
        names
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

    fn group(&mut self, runs: &[Run<'_>]) {
        let mut full: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        for run in runs.iter().filter(|run| run.words.len() > 1) {
            let entity = *full.entry(run.words.clone()).or_insert_with(|| {
                self.entities.push(entity_of(run));
                self.entities.len() - 1
            });
            self.entities[entity].n_mentions += 1;
        }
        // Fuller names that a shorter one may be the end or the beginning of.
        let mut by_last: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (words, entity) in &full {
            if let [first, .., last] = words.as_slice() {
                by_last.entry(last).or_default().push(*entity);
                by_first.entry(first).or_default().push(*entity);
            }
        }
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
                words => match full.get(words) {
                    Some(entity) => *entity,
                    None => continue,
                },
            };
            let known = &mut self.entities[entity];
            if run.words.len() == 1 {
                known.n_mentions += 1;
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
    }
}

/// Whether a word is all capitals, as the short forms of bodies are.
fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// Whether a token can be part of a name by its look: *Ruiz*, *Ruiz-Obi*, and not *Zurich-based*.
fn is_capitalised(word: &str) -> bool {
    let last = word.rsplit('-').next();
    word.starts_with(char::is_uppercase)
        && last.is_some_and(|part| !part.starts_with(char::is_lowercase))
}

/// The names in a sentence.
fn runs_in<'a>(words: Words<'a>, sentence: Span, runs: &mut Vec<Run<'a>>) {
    let range = words.range(sentence);
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
            runs.push(run);
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
    // A word such as *Monday* or *English* alone is no name, but nothing here can tell; it does little harm.
    if parts.is_empty() || parts.iter().all(|part| part.chars().count() == 1) {
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
            && (matches!(next.as_str(), "a" | "an" | "his" | "her" | "who" | "whose")
                || next.starts_with(|c: char| c.is_ascii_digit()));
    Some(Run {
        span: tokens.first()?.span.cover(tokens.last()?.span),
        words: parts,
        is_doubtful,
        has_title,
        has_article,
        is_introduced,
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
