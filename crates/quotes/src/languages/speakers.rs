//! Speakers of quotes in languages that the English resolver does not read.
//!
//! Owns the names of an article, as far as capital letters show them, and the step from a source to the fullest name: titles
//! and roles are left out, a surname becomes the full name, and a pronoun becomes somebody only where articles and titles
//! tell one person's gender in reach. Where that lacks, the mention stays as it is.

use hearsay_text::{Article, Span};

use super::lexicon::Gender;
use super::phrase::{Grammar, Piece};
use crate::language::Language;
use crate::{Evidence, Speaker};

/// How many names before a pronoun are looked at.
const NAMES_SEEN: usize = 12;

/// How many bytes a pronoun reaches back.
const PRONOUN_REACH: u32 = 800;

/// Ends of German words for what somebody is; with *-in* for women.
const GERMAN_ROLES: &str = "minister kanzler präsident sprecher chef meister leiter direktor experte expert forscher anwalt anwält trainer autor sekretär vorsitzende vorsitzender abgeordnete abgeordneter politiker richter lehrer ärzt arzt könig";

/// Capitalised words that are a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    span: Span,
    n_words: usize,
    gender: Option<Gender>,
    /// Right after an article or *of*: what somebody is or belongs to.
    is_noun: bool,
}

/// All names of `article`, in order.
pub(super) fn names_of(article: &Article, grammar: &Grammar<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    if grammar.language.has_case() {
        for block in &article.blocks {
            names_in(grammar, &grammar.pieces(block.span, usize::MAX), &mut names);
        }
    }
    names
}

fn names_in(grammar: &Grammar<'_>, pieces: &[Piece], names: &mut Vec<Name>) {
    let lexicon = &grammar.lexicon;
    let mut at = 0;
    while at < pieces.len() {
        if !pieces[at].is_capitalised() {
            at += 1;
            continue;
        }
        let from = at;
        at += 1;
        loop {
            let follows = |n: usize| pieces.get(at + n).is_some_and(Piece::is_capitalised);
            let is_link = |n: usize| {
                pieces
                    .get(at + n)
                    .is_some_and(|piece| lexicon.is_link(&piece.lower))
            };
            let is_short = pieces.get(at).is_some_and(|piece| piece.first == '.')
                && grammar.is_abbreviation(&pieces[at - 1].lower);
            let is_plain_link = is_link(0)
                && (lexicon.determiner(&pieces[at].lower).is_none()
                    || grammar.language == Language::Dutch);
            at += if follows(0) {
                1
            } else if is_short && follows(1) || is_plain_link && follows(1) {
                2
            } else if is_plain_link && is_link(1) && follows(2) {
                3
            } else {
                break;
            };
        }
        if let Some(name) = name_of(grammar, pieces, from, at) {
            names.push(name);
        }
    }
}

/// The name in a run of capitalised words, without what stands before it.
fn name_of(grammar: &Grammar<'_>, pieces: &[Piece], from: usize, end: usize) -> Option<Name> {
    let lexicon = &grammar.lexicon;
    let mut first = from;
    let mut gender = None;
    let mut after_article = false;
    while first < end {
        let word = &*pieces[first].lower;
        let title = lexicon.title(word);
        let determiner = lexicon.determiner(word);
        let role = role_of(grammar, word, end - first, after_article);
        let is_other = lexicon.is_stop(word)
            || lexicon.is_cue(word) && first == from
            || lexicon.pronoun(word).is_some()
            || !pieces[first].is_word()
            || lexicon.according(word, "") > 0;
        if title.is_none() && determiner.is_none() && role.is_none() && !is_other {
            break;
        }
        gender = role.or(title).or(determiner).or(gender);
        after_article = determiner.is_some();
        first += 1;
    }
    if first == end {
        return None;
    }
    // An article before the role tells the gender: *la ministra Ana Ruiz*.
    let mut is_noun = after_article;
    for back in 1..=4 {
        let Some(piece) = from.checked_sub(back).and_then(|at| pieces.get(at)) else {
            break;
        };
        let article = lexicon.determiner(&piece.lower);
        is_noun |=
            back == 1 && first == from && (article.is_some() || lexicon.is_link(&piece.lower));
        if !piece.is_word() && piece.first != '.' || lexicon.is_cue(&piece.lower) {
            break;
        }
        let title = (back <= 2).then(|| lexicon.title(&piece.lower)).flatten();
        if let Some(told) = title.or(article) {
            gender = gender.or(Some(told));
            break;
        }
    }
    let german_role = grammar.language == Language::German && after_article && end - first == 1;
    Some(Name {
        span: pieces[first].span.cover(pieces[end - 1].span),
        n_words: pieces[first..end]
            .iter()
            .filter(|piece| piece.is_word())
            .count(),
        gender: gender.filter(|gender| *gender != Gender::Either),
        is_noun: is_noun || german_role,
    })
}

/// The gender of a German role before a name: nouns are capitalised there as names are.
fn role_of(
    grammar: &Grammar<'_>,
    word: &str,
    n_left: usize,
    after_article: bool,
) -> Option<Gender> {
    if grammar.language != Language::German || n_left < 2 {
        return None;
    }
    let stem = word.strip_suffix("in");
    let is_role = GERMAN_ROLES
        .split(' ')
        .any(|role| word.ends_with(role) || stem.is_some_and(|stem| stem.ends_with(role)));
    // After an article any noun is one: *die Kundin Ana Ruiz*.
    if !(is_role || after_article && n_left >= 3) {
        return None;
    }
    Some(if stem.is_some() {
        Gender::Feminine
    } else {
        Gender::Masculine
    })
}

impl Grammar<'_> {
    /// Who `source` means; `None` for a pronoun that nothing in the text ties to one person.
    pub(super) fn speaker(&self, names: &[Name], source: Span) -> Option<Speaker> {
        let pieces = self.pieces(source, 40);
        let alone = pieces.len() == 1;
        if alone && let Some(gender) = self.lexicon.pronoun(&pieces[0].lower) {
            let name = antecedent(names, source, gender)?;
            return Some(self.named(name, Evidence::Pronoun, Some(name.span)));
        }
        let mut own = Vec::new();
        if self.language.has_case() {
            names_in(self, &pieces, &mut own);
        }
        let full = own.iter().find(|name| name.n_words > 1);
        if let Some(name) = full {
            return Some(self.named(name, Evidence::Named, None));
        }
        let single = own.iter().find(|name| !name.is_noun);
        let Some(single) = single else {
            return Some(Speaker {
                name: squeezed(self.head(source, &pieces).slice(self.text)),
                evidence: Evidence::MentionOnly,
                evidence_at: None,
            });
        };
        let surname = single.span.slice(self.text);
        let is_fuller = |name: &&Name| {
            let name = name.span.slice(self.text);
            name.strip_suffix(surname)
                .is_some_and(|rest| rest.ends_with(char::is_whitespace))
        };
        // The nearest before, else the first after.
        let split = names.partition_point(|name| name.span.end <= source.start);
        let fuller = names[..split].iter().rev().find(is_fuller);
        Some(
            match fuller.or_else(|| names[split..].iter().find(is_fuller)) {
                Some(fuller) => self.named(fuller, Evidence::PartOfName, Some(fuller.span)),
                None => self.named(single, Evidence::Named, None),
            },
        )
    }

    fn named(&self, name: &Name, evidence: Evidence, evidence_at: Option<Span>) -> Speaker {
        Speaker {
            name: squeezed(name.span.slice(self.text)),
            evidence,
            evidence_at,
        }
    }

    /// A mention without its apposition.
    fn head(&self, source: Span, pieces: &[Piece]) -> Span {
        let comma = pieces.iter().find(|piece| piece.first == ',');
        comma.map_or(source, |comma| Span::new(source.start, comma.span.start))
    }
}

/// The one name of that gender in reach before a pronoun.
fn antecedent(names: &[Name], pronoun: Span, gender: Gender) -> Option<&Name> {
    let split = names.partition_point(|name| name.span.end <= pronoun.start);
    let near = names[..split].iter().rev().take(NAMES_SEEN);
    let mut fits = near.filter(|name| {
        name.gender == Some(gender)
            && !name.is_noun
            && name.span.start + PRONOUN_REACH > pronoun.start
    });
    let found = fits.next()?;
    // A second person of that gender makes it a guess.
    fits.all(|other| other.span.len() == found.span.len())
        .then_some(found)
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
