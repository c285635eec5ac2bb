//! The people and bodies of an article, and where they are mentioned.
//!
//! Owns the table of both. Where a name begins and ends is in `name_runs.rs`, which names are one person's in
//! `name_groups.rs`, parts in life and kinds of bodies in `roles.rs` and `nouns.rs`; what a source or pronoun refers to is
//! left to `resolve.rs`.

use hearsay_text::{Article, BlockKind, Span, sentences};

use crate::Evidence;
use crate::acronyms::join_spelled_out;
use crate::gender::learn_genders;
use crate::mention::{MentionKind, read_mention};
use crate::name_groups::group;
use crate::name_runs::{Run, is_headline, is_shouted, runs_in};
use crate::nouns::add_nouns;
use crate::roles::gather_roles;
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
    /// A company, an office, a paper.
    Body,
    /// Where things happen.
    Place,
    /// Several people.
    Group,
    /// One word that tells nothing.
    Unknown,
}

/// Somebody or something that is mentioned.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// Where its fullest name stands, or the words for it if it has none.
    pub(crate) span: Span,
    /// What it is called instead of the words at `span`.
    pub(crate) called: Option<String>,
    pub(crate) being: Being,
    /// `None` as long as nothing in the text states it.
    pub(crate) gender: Option<Gender>,
    /// Whether it has a name of its own.
    pub(crate) is_named: bool,
    /// Whether the text tells its kind: a bank, a company.
    pub(crate) has_kind: bool,
    /// Whether it is a source by name.
    pub(crate) speaks: bool,
    pub(crate) n_words: usize,
    pub(crate) n_mentions: u32,
    /// Mentions right after *in*, *near*, …: of a place rather than a person.
    pub(crate) n_located: u32,
    /// The next entity with the same last word, and with the same first.
    pub(crate) next: [Option<usize>; 2],
}

/// A place where somebody or something is mentioned by name or by a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The name, or the noun alone.
    pub(crate) span: Span,
    /// Where the phrase of a noun begins; the start of the name else.
    pub(crate) start: u32,
    /// Place in [`Names::entities`].
    pub(crate) entity: usize,
    /// What ties the mention to the entity.
    pub(crate) evidence: Evidence,
    /// The words elsewhere that tie it.
    pub(crate) evidence_at: Option<Span>,
    pub(crate) is_noun: bool,
}

/// The people and bodies of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) entities: Vec<Entity>,
    /// Ordered and disjoint.
    pub(crate) mentions: Vec<Mention>,
    /// Sentences of all blocks, in order.
    pub(crate) sentences: Vec<Span>,
}

impl Names {
    /// Finds the names of `article`. A word alone at the start of a sentence is taken for a name if it is one elsewhere, or
    /// stands in one of `sources`, which are ordered.
    pub(crate) fn new(article: &Article, words: Words<'_>, sources: &[Span]) -> Self {
        let mut names = Self::default();
        let mut runs: Vec<Run<'_>> = Vec::new();
        for (nth, block) in article.blocks.iter().enumerate() {
            let is_heading = matches!(block.kind, BlockKind::Heading(_));
            let may_be_title = nth == 0 && article.blocks.len() > 1;
            for sentence in sentences(&article.text, block.span) {
                names.sentences.push(sentence);
                let begins_block = sentence.start == block.span.start;
                // A line without an end at the top is a title too.
                let ends = ['.', '!', '?', '”', '"', ':'];
                let is_headline = is_heading
                    || may_be_title && !sentence.slice(&article.text).ends_with(ends)
                    || begins_block && is_headline(words, sentence);
                runs_in(words, sentence, is_headline, &mut runs);
            }
        }
        join_spelled_out(words, &mut runs);
        group(&mut names, words, runs, sources);
        names.settle(words, sources);
        names
    }

    /// What only the whole article tells: who is introduced as what, who speaks and is therefore somebody, which pronouns
    /// follow.
    fn settle(&mut self, words: Words<'_>, sources: &[Span]) {
        for entity in &mut self.entities {
            let is_settled = matches!(entity.being, Being::Person | Being::Body);
            if !is_settled && entity.n_located > 0 && entity.n_located * 2 >= entity.n_mentions {
                entity.being = Being::Place;
            }
        }
        let roles = gather_roles(self, words);
        for source in sources {
            if let MentionKind::Name(mention) = read_mention(words, self, *source) {
                let entity = &mut self.entities[mention.entity];
                entity.speaks = true;
                if entity.being == Being::PersonPerhaps {
                    entity.being = Being::Person;
                }
            }
        }
        learn_genders(self, words);
        add_nouns(self, words, &roles, sources);
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

    /// The mention that ends at `offset`.
    pub(crate) fn ending_at(&self, offset: u32) -> Option<&Mention> {
        let nth = self
            .mentions
            .partition_point(|mention| mention.span.end < offset);
        self.mentions
            .get(nth)
            .filter(|mention| mention.span.end == offset)
    }

    /// Number of the sentence that holds `offset`, or of the last before it.
    pub(crate) fn sentence_at(&self, offset: u32) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.start <= offset)
            .saturating_sub(1)
    }

    /// What an entity is called: the fullest name that the article gives.
    pub(crate) fn name_of(&self, text: &str, entity: usize) -> String {
        let entity = &self.entities[entity];
        entity
            .called
            .clone()
            .unwrap_or_else(|| in_one_line(entity.span.slice(text)))
    }

    pub(crate) fn add(&mut self, run: &Run<'_>) -> usize {
        self.entities.push(Entity {
            span: run.span,
            called: None,
            being: being_of(run),
            gender: None,
            is_named: true,
            has_kind: false,
            speaks: false,
            n_words: run.n_words,
            n_mentions: 0,
            n_located: 0,
            next: [None; 2],
        });
        self.entities.len() - 1
    }

    /// An entity for the words at `span`, which are no name.
    pub(crate) fn add_unnamed(
        &mut self,
        span: Span,
        being: Being,
        gender: Option<Gender>,
    ) -> usize {
        self.entities.push(Entity {
            span,
            called: None,
            being,
            gender,
            is_named: false,
            has_kind: false,
            speaks: false,
            n_words: 0,
            n_mentions: 1,
            n_located: 0,
            next: [None; 2],
        });
        self.entities.len() - 1
    }
}

fn being_of(run: &Run<'_>) -> Being {
    if run.has_title {
        Being::Person
    } else if run.is_body || run.has_article || run.n_words == 1 && is_shouted(run.lead) {
        Being::Body
    } else if run.n_words > 1 {
        Being::PersonPerhaps
    } else {
        Being::Unknown
    }
}

/// The words with single spaces between them.
pub(crate) fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words without any of these endings.
pub(crate) fn without<'a>(mut words: &'a str, endings: &[&str]) -> &'a str {
    while let Some(rest) = endings.iter().find_map(|end| words.strip_suffix(end)) {
        words = rest;
    }
    words
}
