//! Resolves sources to speakers.
//!
//! Owns the step from a mention (*she*, *LeCun*, *the minister*, *her office*, *officials*) to the person or body meant,
//! over the whole article, and the evidence for it. Names are gathered in `names.rs`, parts in life in `roles.rs`, a
//! mention is read in `mention.rs`, pronouns look back in `antecedent.rs`. Gender is known only from what the text says of
//! somebody, never from a first name.

use hearsay_text::{Article, QuoteKind, Span, Token};

use crate::antecedent::{Search, Told};
use crate::handles::Handles;
use crate::index::Index;
use crate::mention::{MentionKind, Owner, Pronoun, read_mention};
use crate::name_words::{Word, is_group, lookup};
use crate::names::{Being, Mention, Names, in_one_line, without};
use crate::order::{in_order, sorted};
use crate::words::Words;
use crate::{Evidence, Quote, Speaker};

/// How many contents are looked through for one that encloses a source.
const ENCLOSING_SEEN: usize = 8;

/// How many mentions of a sentence are looked at; bounds the work for text without full stops.
const MENTIONS_SEEN: usize = 64;

/// Most words of an owner who has no name.
const LONGEST_OWNER: usize = 5;

/// Most words of what somebody owns, up to its noun.
const LONGEST_PHRASE: usize = 8;

/// Fills in the speakers of `quotes`, which are ordered by their content. A speaker that is there already (a signature's)
/// keeps its evidence.
pub fn resolve(article: &Article, tokens: &[Token], quotes: &mut [Quote]) {
    let words = Words {
        text: &article.text,
        tokens,
    };
    let sources: Vec<Span> = quotes
        .iter()
        .flat_map(|quote| &quote.source)
        .copied()
        .collect();
    let sources = sorted(&sources, |source| source.start);
    // Contents with the numbers of their quotes.
    let mut contents: Vec<(Span, usize)> = Vec::with_capacity(quotes.len());
    for (nth, quote) in quotes.iter().enumerate() {
        contents.extend(quote.content.iter().map(|span| (*span, nth)));
    }
    let contents = sorted(&contents, |(content, _)| content.start);
    let names = Names::new(article, words, &sources);
    let handles = Handles::new(words, &names);
    let mut resolver = Resolver {
        words,
        names,
        handles,
        contents,
        told: Vec::new(),
        plain: Index::default(),
        plain_entities: Vec::new(),
    };
    // Sources are resolved in the order of the text, whatever the order of the contents, so that what one of them
    // tells serves the next.
    let order = in_order(
        quotes
            .iter()
            .map(|quote| quote.source.first().map_or(0, |source| source.start)),
    );
    let mut first_persons = Vec::new();
    for nth in order {
        let Some(source) = quotes[nth].source.first().copied() else {
            continue;
        };
        let kind = read_mention(words, &resolver.names, source);
        first_persons.extend(first_person(&kind).map(|rest| (nth, rest)));
        let found = resolver.speaker_of(source, kind);
        match &mut quotes[nth].speaker {
            None => quotes[nth].speaker = found,
            // A post is signed with a name that the article may have in full.
            Some(known) => {
                if let Some(found) = found.filter(|found| found.evidence_at.is_some()) {
                    known.name = found.name;
                    known.evidence_at = found.evidence_at;
                }
            }
        }
    }
    resolve_first_persons(words, &resolver.contents, &first_persons, quotes);
    continue_speakers(article, quotes);
}

struct Resolver<'a> {
    words: Words<'a>,
    names: Names,
    handles: Handles<'a>,
    /// Contents of all quotes and the numbers of these, ordered.
    contents: Vec<(Span, usize)>,
    /// Sources resolved so far, ordered.
    told: Vec<Told>,
    /// Sources that stay as they are, and their entities: *officials* are the *Officials* of before.
    plain: Index<'a>,
    plain_entities: Vec<usize>,
}

impl<'a> Resolver<'a> {
    fn speaker_of(&mut self, source: Span, kind: MentionKind) -> Option<Speaker> {
        match kind {
            MentionKind::Pronoun(pronoun) => {
                let (entity, at) = self.antecedent(source, pronoun, false)?;
                let is_group = self.names.entities[entity].being == Being::Group;
                let evidence = if is_group {
                    Evidence::Group
                } else {
                    Evidence::Pronoun
                };
                Some(self.tell(source, entity, at, evidence, Some(at)))
            }
            MentionKind::Name(mention) => Some(self.tell(
                source,
                mention.entity,
                mention.span,
                mention.evidence,
                mention.evidence_at,
            )),
            MentionKind::Noun(mention) => Some(self.noun(source, mention)),
            MentionKind::Owned { owner, rest } => self.owned(source, owner, rest),
            MentionKind::Joined { first, last } => Some(self.joined(source, first, last)),
            MentionKind::Handle(handle) => Some(self.handle(source, handle)),
            MentionKind::Plain { head } => self.plain(source, head),
        }
    }

    fn antecedent(&mut self, at: Span, pronoun: Pronoun, owns: bool) -> Option<(usize, Span)> {
        let search = Search {
            owns,
            words: self.words,
            names: &self.names,
            contents: &self.contents,
            told: &self.told,
        };
        let found = search.antecedent(at, pronoun)?;
        // A pronoun tells the gender of whoever is alone in reach; where others are, it may be one of them.
        let sentence = self.names.sentence_at(found.1.start);
        let others = self
            .names
            .sentences
            .get(sentence)
            .map_or(&[][..], |it| self.names.within(*it));
        let is_alone = others.iter().take(MENTIONS_SEEN).all(|mention| {
            let being = self.names.entities[mention.entity].being;
            mention.entity == found.0 || !matches!(being, Being::Person | Being::PersonPerhaps)
        });
        if is_alone {
            let entity = &mut self.names.entities[found.0];
            entity.gender = entity.gender.or(pronoun.gender());
        }
        Some(found)
    }

    /// The speaker that `entity` is; what comes later can go on from it.
    fn tell(
        &mut self,
        source: Span,
        entity: usize,
        at: Span,
        evidence: Evidence,
        evidence_at: Option<Span>,
    ) -> Speaker {
        self.told.push(Told { source, entity, at });
        Speaker {
            name: self.names.name_of(self.words.text, entity),
            evidence,
            evidence_at,
        }
    }

    fn noun(&mut self, source: Span, mention: Mention) -> Speaker {
        let entity = &self.names.entities[mention.entity];
        let own = Span::new(mention.start, mention.span.end);
        if mention.evidence != Evidence::MentionOnly {
            let at = mention.evidence_at;
            return self.tell(source, mention.entity, own, mention.evidence, at);
        }
        let as_it_stands = as_it_stands(self.words, source);
        let first = entity.span;
        if first.start < own.start {
            // *The neighbor* goes on from *a neighbor of the family*.
            let name = self.names.name_of(self.words.text, mention.entity);
            let evidence = if entity.being == Being::Body {
                Evidence::KindOfBody
            } else {
                Evidence::Role
            };
            if !name.eq_ignore_ascii_case(&as_it_stands) {
                return self.tell(source, mention.entity, first, evidence, Some(first));
            }
        } else {
            self.names.entities[mention.entity].called = Some(as_it_stands);
        }
        self.tell(source, mention.entity, own, Evidence::MentionOnly, None)
    }

    fn plain(&mut self, source: Span, head: usize) -> Option<Speaker> {
        let text: &'a str = self.words.text;
        let name = as_it_stands(self.words, source);
        if name.is_empty() {
            return None;
        }
        let nth = self.plain.insert(source.slice(text));
        if nth == self.plain_entities.len() {
            let entity = self.unnamed(source, head);
            self.names.entities[entity].called = Some(name);
            self.plain_entities.push(entity);
        }
        let entity = self.plain_entities[nth];
        Some(self.tell(source, entity, source, Evidence::MentionOnly, None))
    }

    /// An entity for a mention that names nobody, by its noun.
    fn unnamed(&mut self, source: Span, head: usize) -> usize {
        let word = self.words.word_at(head);
        let listed = lookup(word);
        // What is in no list and has a plural ending are people or things: either way *they*.
        let is_plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
        let being = if is_group(word) || listed == Word::default() && is_plural {
            Being::Group
        } else if listed.is_person() {
            Being::Person
        } else if listed.is_body() {
            Being::Body
        } else {
            Being::Unknown
        };
        let noun = self.words.tokens.get(head).map(|token| token.span);
        let noun = noun.and_then(|noun| source.intersection(noun));
        let span = noun.map_or(source, |noun| Span::new(source.start, noun.end));
        self.names.add_unnamed(span, being, listed.gender())
    }

    /// Whatever somebody owns is called by the owner, in one way whatever the article writes: *Ana Ruiz’s office*.
    fn owned(&mut self, source: Span, owner: Owner, rest: Span) -> Option<Speaker> {
        let words = self.words;
        let range = words.range(rest);
        let ends_phrase = |at: &usize| {
            let word = words.word_at(*at);
            !word.starts_with(char::is_alphanumeric) || lookup(word).is_function()
        };
        let mut phrase = range.clone().skip(1).take(LONGEST_PHRASE);
        let head = phrase.find(ends_phrase).unwrap_or(range.end).max(1) - 1;
        let found = match owner {
            Owner::Pronoun(pronoun) => self.antecedent(source, pronoun, true),
            Owner::Mention(mention) => {
                let is_named = self.names.entities[mention.entity].is_named;
                let at = mention.evidence_at;
                (is_named || at.is_some()).then_some((mention.entity, at.unwrap_or(mention.span)))
            }
        };
        let Some((owner_entity, at)) = found else {
            return self.plain(source, head);
        };
        let mut name = self.names.name_of(words.text, owner_entity);
        // *A panel of engineers from three countries* owns as *a panel*.
        let known = &self.names.entities[owner_entity];
        if !known.is_named && name.split(' ').count() > LONGEST_OWNER {
            name = in_one_line(known.span.slice(words.text));
        }
        name.push_str("’s ");
        name.push_str(&as_it_stands(words, rest));
        let entity = self.unnamed(source, head);
        self.names.entities[entity].called = Some(name);
        let (evidence, at) = match owner {
            Owner::Mention(mention) if mention.evidence_at.is_none() => {
                (Evidence::MentionOnly, None)
            }
            _ => (Evidence::Possessive, Some(at)),
        };
        Some(self.tell(source, entity, source, evidence, at))
    }

    fn joined(&mut self, source: Span, first: Mention, last: Mention) -> Speaker {
        let text = self.words.text;
        let name = [
            self.names.name_of(text, first.entity),
            self.names.name_of(text, last.entity),
        ]
        .join(" and ");
        let span = first.span.cover(last.span);
        let entity = self.names.add_unnamed(span, Being::Group, None);
        self.names.entities[entity].called = Some(name);
        let (evidence, at) = match (first.evidence_at, last.evidence_at) {
            (None, None) => (Evidence::Named, None),
            (None, at) => (last.evidence, at),
            (at, _) => (first.evidence, at),
        };
        self.tell(source, entity, span, evidence, at)
    }

    fn handle(&mut self, source: Span, handle: Span) -> Speaker {
        if let Some((entity, at)) = self.handles.bearer(self.words, &self.names, handle) {
            return self.tell(source, entity, at, Evidence::Handle, Some(at));
        }
        let entity = self.names.add_unnamed(handle, Being::Person, None);
        self.tell(source, entity, handle, Evidence::Named, None)
    }
}

/// The mention as the article prints it, on one line, without the clause or apposition after it.
fn as_it_stands(words: Words<'_>, source: Span) -> String {
    let range = words.range(source);
    let tells_more = |at: &usize| {
        words.word_at(*at) == ","
            && matches!(
                words.word_at(at + 1),
                "who" | "which" | "whose" | "whom" | "a" | "an" | "the" | "one"
            )
    };
    let end = range.clone().skip(1).find(tells_more);
    let end = end.map_or(source.end, |at| words.tokens[at].span.start);
    let mention = Span::new(source.start, end).slice(words.text);
    in_one_line(without(mention, &[",", " ", "'s", "’s", "'", "’"]))
}

/// For *I* nothing, for *my wife* the words after *my*.
const fn first_person(kind: &MentionKind) -> Option<Option<Span>> {
    match kind {
        MentionKind::Pronoun(Pronoun::First) => Some(None),
        MentionKind::Owned {
            owner: Owner::Pronoun(Pronoun::First),
            rest,
        } => Some(Some(*rest)),
        _ => None,
    }
}

/// *I* and *my* within somebody's words are that somebody's.
fn resolve_first_persons(
    words: Words<'_>,
    contents: &[(Span, usize)],
    first_persons: &[(usize, Option<Span>)],
    quotes: &mut [Quote],
) {
    for (nth, rest) in first_persons.iter().copied() {
        let Some(source) = quotes[nth].source.first().copied() else {
            continue;
        };
        let end = contents.partition_point(|(content, _)| content.start <= source.start);
        let enclosing = contents[..end]
            .iter()
            .rev()
            .take(ENCLOSING_SEEN)
            .find(|(content, other)| *other != nth && content.encloses(source))
            .map(|(_, other)| &quotes[*other]);
        let Some(enclosing) = enclosing else {
            continue;
        };
        let Some(speaker) = &enclosing.speaker else {
            continue;
        };
        let (name, evidence) = match rest {
            Some(rest) => {
                let rest = as_it_stands(words, rest);
                ([&speaker.name, "’s ", &rest].concat(), Evidence::Possessive)
            }
            None => (speaker.name.clone(), Evidence::Pronoun),
        };
        quotes[nth].speaker = Some(Speaker {
            name,
            evidence,
            evidence_at: enclosing.source.first().copied(),
        });
    }
}

/// Gives quotes without a source the speaker of a neighbour, where the layout says that the same person goes on: in the
/// same block, or at the start of the next one after a direct quote.
fn continue_speakers(article: &Article, quotes: &mut [Quote]) {
    let block_of = |quote: &Quote| {
        let first = quote.content.first()?;
        article.block_at(first.start)
    };
    for nth in 0..quotes.len() {
        if quotes[nth].speaker.is_some() || !quotes[nth].source.is_empty() {
            continue;
        }
        let Some(block) = block_of(&quotes[nth]) else {
            continue;
        };
        let is_direct = quotes[nth].kind == QuoteKind::Direct;
        let has_cue = !quotes[nth].cue.is_empty();
        let is_near = |other: &Quote, blocks: usize| {
            block_of(other).is_some_and(|other| other + blocks >= block && other <= block)
        };
        // An opening mark and a dash at most.
        let begins_block = quotes[nth]
            .content
            .first()
            .is_some_and(|first| first.start <= article.blocks[block].span.start + 8);
        let before = nth
            .checked_sub(1)
            .map(|before| &quotes[before])
            .filter(|before| {
                is_near(before, 0) && (is_direct || has_cue)
                    || is_direct
                        && begins_block
                        && before.kind == QuoteKind::Direct
                        && is_near(before, 1)
            });
        let after = quotes
            .get(nth + 1)
            .filter(|after| is_direct && is_near(after, 0));
        let Some(neighbour) = before.filter(|quote| quote.speaker.is_some()).or(after) else {
            continue;
        };
        // The neighbour's mention is the one that the text offers for these words too.
        let source = neighbour.source.clone();
        let speaker = neighbour.speaker.as_ref().map(|speaker| Speaker {
            name: speaker.name.clone(),
            evidence: Evidence::Continuation,
            evidence_at: source.first().copied(),
        });
        quotes[nth].source = source;
        quotes[nth].speaker = speaker;
    }
}
