//! Resolves sources to speakers.
//!
//! Owns the step from a mention (*she*, *LeCun*, *Zurich-based researcher Lucas Beyer*, *officials*) to the person or body
//! meant, over the whole article. The names themselves are gathered in `names.rs`. Gender is known only from what the
//! text says of somebody, never from a first name.

use hearsay_text::{Article, QuoteKind, Span, Token};

use crate::mention::{MentionKind, Pronoun, read_mention};
use crate::names::{Being, Gender, Names};
use crate::words::Words;
use crate::{Evidence, Quote, Speaker};

/// How many sentences back a pronoun may reach.
const PRONOUN_REACH: usize = 12;

/// How many sentences are looked at, those within quotes included.
const SENTENCES_SEEN: usize = 40;

/// How many names of a sentence are looked at; bounds the work for text without full stops.
const MENTIONS_SEEN: usize = 64;

/// How many bytes a relative pronoun may look back over: an apposition at most.
const RELATIVE_REACH: u32 = 60;

/// Fills in the speakers of `quotes`, which are ordered by their content. A speaker that is there already (a signature's)
/// stays.
pub fn resolve(article: &Article, tokens: &[Token], quotes: &mut [Quote]) {
    let words = Words {
        text: &article.text,
        tokens,
    };
    let mut sources: Vec<Span> = quotes
        .iter()
        .flat_map(|quote| &quote.source)
        .copied()
        .collect();
    sources.sort_unstable();
    let mut contents: Vec<Span> = quotes
        .iter()
        .flat_map(|quote| &quote.content)
        .copied()
        .collect();
    contents.sort_unstable();
    let names = Names::new(article, words, &sources);
    let mut resolver = Resolver {
        words,
        names,
        contents,
    };
    // Pronouns are resolved in the order of the text, whatever the order of the contents, so that what one of them
    // tells of a gender serves the next.
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    order.sort_by_key(|nth| quotes[*nth].source.first().map(|source| source.start));
    for nth in order {
        if quotes[nth].speaker.is_none()
            && let Some(source) = quotes[nth].source.first()
        {
            quotes[nth].speaker = resolver.speaker_of(*source);
        }
    }
    continue_speakers(article, quotes);
}

struct Resolver<'a> {
    words: Words<'a>,
    names: Names,
    /// Contents of all quotes, ordered: names inside them are rarely who speaks.
    contents: Vec<Span>,
}

impl Resolver<'_> {
    fn speaker_of(&mut self, source: Span) -> Option<Speaker> {
        match read_mention(self.words, &self.names, source) {
            MentionKind::Pronoun(pronoun) => {
                let entity = self.antecedent(source, pronoun)?;
                let entity = &mut self.names.entities[entity];
                entity.gender = entity.gender.or(pronoun.gender());
                Some(Speaker {
                    name: entity.name.clone(),
                    evidence: Evidence::Pronoun,
                    evidence_at: None,
                })
            }
            MentionKind::Name { entity, span } => {
                let name = self.names.entities[entity].name.clone();
                let own = span.slice(self.words.text);
                let is_part = own.split_whitespace().count() < name.split_whitespace().count();
                let evidence = if is_part {
                    Evidence::PartOfName
                } else {
                    Evidence::Named
                };
                Some(Speaker {
                    name,
                    evidence,
                    evidence_at: None,
                })
            }
            MentionKind::Spelled(name) => Some(Speaker {
                name,
                evidence: Evidence::Named,
                evidence_at: None,
            }),
            MentionKind::Role(name) => (!name.is_empty()).then_some(Speaker {
                name,
                evidence: Evidence::MentionOnly,
                evidence_at: None,
            }),
        }
    }

    /// Who a pronoun stands for: the first fitting name of its sentence before it, else of the nearest sentence before
    /// that has one. The first name of a sentence is most often its subject, and subjects are what pronouns go on with.
    fn antecedent(&self, at: Span, pronoun: Pronoun) -> Option<usize> {
        if pronoun == Pronoun::Relative {
            let near = Span::new(at.start.saturating_sub(RELATIVE_REACH), at.start);
            let sentence = self.names.sentences.get(self.names.sentence_at(at.start))?;
            let near = near.intersection(*sentence)?;
            return self.names.within(near).last().map(|mention| mention.entity);
        }
        if self.names.sentences.is_empty() {
            return None;
        }
        let here = self.names.sentence_at(at.start);
        // Sentences that somebody speaks are no distance: a pronoun after a long quote goes on from before it.
        let is_told = |nth: &usize| *nth == here || !self.in_content(self.names.sentences[*nth]);
        let found = |fits: &dyn Fn(usize) -> bool, reach: usize| {
            let near = (here.saturating_sub(SENTENCES_SEEN)..=here).rev();
            near.filter(is_told).take(reach + 1).find_map(|nth| {
                let sentence = self.names.sentences[nth];
                let before = Span::new(sentence.start, sentence.end.min(at.start));
                self.names
                    .within(before)
                    .iter()
                    .take(MENTIONS_SEEN)
                    .find(|mention| fits(mention.entity) && !self.in_content(mention.span))
                    .map(|mention| mention.entity)
            })
        };
        let being = |entity: usize| self.names.entities[entity].being;
        let agrees = |entity: usize| {
            let gender = self.names.entities[entity].gender;
            gender.is_none() || gender == pronoun.gender()
        };
        match pronoun {
            Pronoun::He | Pronoun::She => {
                let person = |entity| being(entity) == Being::Person && agrees(entity);
                let perhaps = |entity| being(entity) != Being::Body && agrees(entity);
                // Somebody known to be a person a little further off comes before a name that tells nothing.
                found(&person, 3)
                    .or_else(|| found(&perhaps, 3))
                    .or_else(|| found(&person, PRONOUN_REACH))
            }
            Pronoun::It => {
                let body = |entity| matches!(being(entity), Being::Body | Being::Unknown);
                found(&body, 3)
            }
            Pronoun::They => {
                let body = |entity| being(entity) == Being::Body;
                found(&body, 1)
            }
            Pronoun::Relative | Pronoun::First => None,
        }
    }

    fn in_content(&self, span: Span) -> bool {
        let nth = self
            .contents
            .partition_point(|content| content.end <= span.start);
        // The words count, not the marks around them.
        let edge = |content: &Span| content.start <= span.start + 4 && span.end <= content.end + 4;
        self.contents.get(nth).is_some_and(edge)
    }
}

impl Pronoun {
    const fn gender(self) -> Option<Gender> {
        match self {
            Self::He => Some(Gender::Male),
            Self::She => Some(Gender::Female),
            _ => None,
        }
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
            evidence_at: None,
        });
        quotes[nth].source = source;
        quotes[nth].speaker = speaker;
    }
}
