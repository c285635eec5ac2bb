//! Speakers of quotes in languages that the English resolver does not read.
//!
//! Owns the names of an article, as far as capital letters show them, and the step from a source to the fullest name: titles
//! and roles are left out, a surname becomes the full name, and a pronoun becomes somebody only where articles and titles
//! tell one person's gender in reach. Where that lacks, the mention stays as it is.

use hearsay_text::{Article, Span};

use super::lexicon::{ACCORDING, CUE, DETERMINER, FEMININE, LINK, MASCULINE, PRONOUN, STOP, TITLE};
use super::phrase::{ABBREVIATED, CAPITAL, Grammar, Piece, WORD, at, cover};
use crate::language::Language;
use crate::{Evidence, Speaker};

/// How many names before a pronoun are looked at.
const NAMES_SEEN: usize = 12;

/// How many bytes a pronoun reaches back.
const PRONOUN_REACH: u32 = 800;

/// Ends of German words for what somebody is; with *-in* for women.
const GERMAN_ROLES: &str = "minister kanzler präsident sprecher chef meister leiter direktor experte expert forscher anwalt anwält trainer autor sekretär vorsitzende politiker";

/// Capitalised words that are a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    span: Span,
    has_several_words: bool,
    /// [`MASCULINE`], [`FEMININE`] or 0, where an article or title tells it.
    gender: u32,
    /// Right after an article or *of*: what somebody is or belongs to.
    is_noun: bool,
}

/// All names of `article`, in order.
pub(super) fn names_of(article: &Article, grammar: &Grammar<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for block in &article.blocks {
        names_in(grammar, &grammar.pieces(block.span, usize::MAX), &mut names);
    }
    names
}

fn names_in(grammar: &Grammar<'_>, pieces: &[Piece], names: &mut Vec<Name>) {
    let mut next = 0;
    while next < pieces.len() {
        let from = next;
        next += 1;
        if !pieces[from].is(CAPITAL) {
            continue;
        }
        loop {
            let [here, one, two] = [0, 1, 2].map(|n| at(pieces, next + n));
            let is_short = here.first == '.' && at(pieces, next - 1).is(ABBREVIATED);
            // An article is part of a name in Dutch alone: *Anna de Wit*.
            let links =
                here.is(LINK) && (!here.is(DETERMINER) || grammar.language == Language::Dutch);
            next += if here.is(CAPITAL) {
                1
            } else if (is_short || links) && one.is(CAPITAL) {
                2
            } else if links && one.is(LINK) && two.is(CAPITAL) {
                3
            } else {
                break;
            };
        }
        names.extend(name_of(grammar, pieces, from, next));
    }
}

/// The name in a run of capitalised words, without what stands before it.
fn name_of(grammar: &Grammar<'_>, pieces: &[Piece], from: usize, end: usize) -> Option<Name> {
    const OTHER: u32 = DETERMINER | TITLE | STOP | PRONOUN | ACCORDING;
    // What stands before a title belongs to it: *Osk Belediye Başkanı Ayşe Demir*.
    let titled = pieces[from..end].iter().rposition(|piece| piece.is(TITLE));
    let mut first = from + titled.unwrap_or_default();
    let mut classes = 0;
    let mut after_article = false;
    while first < end {
        let piece = pieces[first];
        let role = role_of(grammar, piece.span, end - first, after_article);
        if role == 0 && piece.is(WORD) && !piece.is(OTHER) && !(piece.is(CUE) && first == from) {
            break;
        }
        if role | piece.classes & (DETERMINER | TITLE) != 0 {
            classes = role | piece.classes & (DETERMINER | TITLE);
        }
        after_article = piece.is(DETERMINER);
        first += 1;
    }
    // Where there are no articles, of what comes between: *мэр Москвы Иван Орлов*.
    let before = at(pieces, first.wrapping_sub(1));
    if before.is(TITLE) && end - first == 3 && grammar.lexicon.has_bare_nouns() {
        first += 1;
    }
    if first == end {
        return None;
    }
    // An article before the role tells the gender: *la ministra Ana Ruiz*.
    let before = at(pieces, from.wrapping_sub(1));
    let is_noun = after_article || first == from && before.is(DETERMINER | LINK);
    for back in 1..=4 {
        let piece = at(pieces, from.wrapping_sub(back));
        if classes != 0 || !piece.is(WORD) && piece.first != '.' || piece.is(CUE) {
            break;
        }
        classes |= piece.classes & (DETERMINER | TITLE);
    }
    // So does one that begins the phrase before a comma: *La maire d’Osque, Marie Dupin*.
    if classes == 0 && from > 0 && pieces[from - 1].first == ',' {
        let start = pieces[..from - 1].iter().rposition(|piece| !piece.is(WORD));
        let start = at(pieces, start.map_or(0, |start| start + 1));
        if start.is(CAPITAL) {
            classes = start.classes & DETERMINER;
        }
    }
    let gender = [MASCULINE, FEMININE];
    let gender = gender.into_iter().find(|gender| classes & gender != 0);
    Some(Name {
        span: cover(pieces, first, end),
        has_several_words: end > first + 1,
        gender: gender.unwrap_or_default(),
        // Greek names have articles too.
        is_noun: is_noun && grammar.language != Language::Greek,
    })
}

/// The gender of a German role before a name, 0 for another word: nouns are capitalised there as names are.
fn role_of(grammar: &Grammar<'_>, word: Span, n_left: usize, after_article: bool) -> u32 {
    if grammar.language != Language::German || n_left < 2 {
        return 0;
    }
    let word = word.slice(grammar.text).to_lowercase();
    let stem = word.strip_suffix("in").unwrap_or(&word);
    let is_agent = stem.len() < word.len() && stem.ends_with("er") && n_left > 2;
    let is_role = is_agent || GERMAN_ROLES.split(' ').any(|role| stem.ends_with(role));
    // After an article any noun is one: *die Kundin Ana Ruiz*.
    match is_role || after_article && n_left > 2 {
        true if stem.len() < word.len() => FEMININE,
        true => MASCULINE,
        false => 0,
    }
}

impl Grammar<'_> {
    /// Who `source` means; `None` for a pronoun that nothing in the text ties to one person.
    pub(super) fn speaker(&self, names: &[Name], source: Span) -> Option<Speaker> {
        let pieces = self.pieces(source, 40);
        let first = at(&pieces, 0);
        if first.is_pronoun() && pieces.len() == 1 {
            let name = antecedent(names, source, first.classes)?;
            return Some(self.named(name.span, Evidence::Pronoun, Some(name.span)));
        }
        let mut own = Vec::new();
        names_in(self, &pieces, &mut own);
        if let Some(name) = own.iter().find(|name| name.has_several_words) {
            return Some(self.named(name.span, Evidence::Named, None));
        }
        let Some(single) = own.iter().find(|name| !name.is_noun) else {
            // The mention as it stands, but for its apposition.
            let comma = pieces.iter().find(|piece| piece.first == ',');
            let end = comma.map_or(source.end, |comma| comma.span.start);
            let head = Span::new(source.start, end);
            return Some(self.named(head, Evidence::MentionOnly, None));
        };
        let surname = single.span.slice(self.text);
        let is_fuller = |name: &&Name| {
            let rest = name.span.slice(self.text).strip_suffix(surname);
            rest.is_some_and(|rest| rest.ends_with(char::is_whitespace))
        };
        // The nearest before, else the first after.
        let split = names.partition_point(|name| name.span.end <= source.start);
        let near = names[..split].iter().rev().chain(&names[split..]);
        let fuller = near.into_iter().find(is_fuller);
        Some(match fuller {
            Some(fuller) => self.named(fuller.span, Evidence::PartOfName, Some(fuller.span)),
            None => self.named(single.span, Evidence::Named, None),
        })
    }

    fn named(&self, name: Span, evidence: Evidence, evidence_at: Option<Span>) -> Speaker {
        let words: Vec<&str> = name.slice(self.text).split_whitespace().collect();
        Speaker {
            name: words.join(" "),
            evidence,
            evidence_at,
        }
    }
}

/// The one name of the pronoun's gender in reach before it.
fn antecedent(names: &[Name], pronoun: Span, classes: u32) -> Option<&Name> {
    let split = names.partition_point(|name| name.span.end <= pronoun.start);
    let near = names[..split].iter().rev().take(NAMES_SEEN);
    let mut fits = near.filter(|name| {
        let in_reach = name.span.start + PRONOUN_REACH > pronoun.start;
        name.gender & classes != 0 && !name.is_noun && in_reach
    });
    let found = fits.next()?;
    // A second person of that gender makes it a guess.
    fits.all(|other| other.span.len() == found.span.len())
        .then_some(found)
}
