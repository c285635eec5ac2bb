//! Reads the mention of a source: is it a pronoun, a name with or without trimmings, a role, something of somebody's.
//!
//! Owns that reading of one mention. Who a pronoun stands for is left to `antecedent.rs`.

use hearsay_text::Span;

use crate::name_words::lookup;
use crate::names::{Gender, Mention, Names};
use crate::words::Words;

/// What a mention is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// *she*, *it*, *who*.
    Pronoun(Pronoun),
    /// A name of the table.
    Name(Mention),
    /// *the minister*, *a spokesman*: a noun of the table.
    Noun(Mention),
    /// *her office*, *Ruiz's spokesman*: the words from `rest` on belong to the owner.
    Owned { owner: Owner, rest: Span },
    /// *Obi and Marsh*.
    Joined { first: Mention, last: Mention },
    /// *@anaruiz*.
    Handle(Span),
    /// *officials*, *fishmongers in Osk*: as it stands. `head` is the token of its noun.
    Plain { head: usize },
}

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Pronoun(Pronoun),
    Mention(Mention),
}

/// Pronouns by what they can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    It,
    They,
    /// *I*, *my*: whoever is talking.
    First,
    /// *we*, *you*: whoever is talking and others, or the reader.
    Other,
    /// *who*.
    Relative,
    /// *which*, *that*.
    RelativeThing,
}

impl Pronoun {
    pub(crate) const fn gender(self) -> Option<Gender> {
        match self {
            Self::He => Some(Gender::Male),
            Self::She => Some(Gender::Female),
            _ => None,
        }
    }
}

/// Pronouns of English, and those of its neighbours that can be nothing else in English.
fn pronoun(word: &str) -> Option<Pronoun> {
    Some(match word {
        "he" | "him" | "himself" | "his" | "él" | "il" | "er" => Pronoun::He,
        "she" | "her" | "herself" | "hers" | "ella" | "elle" => Pronoun::She,
        "it" | "itself" | "its" => Pronoun::It,
        "they" | "them" | "themselves" | "their" | "ellos" | "ellas" | "ils" | "elles" => {
            Pronoun::They
        }
        "i" | "me" | "my" | "myself" => Pronoun::First,
        "we" | "us" | "you" | "our" | "your" => Pronoun::Other,
        "who" | "whom" => Pronoun::Relative,
        "which" | "that" => Pronoun::RelativeThing,
        _ => return None,
    })
}

/// Words and marks that end the head of a mention: what follows tells more about it.
fn ends_head(word: &str) -> bool {
    let is_mark = matches!(word, "," | ";" | "(" | "[" | "—" | "–" | "-" | "--" | ":");
    is_mark || lookup(word).ends_head()
}

/// Whether a token is the clitic that makes an owner.
pub(crate) fn is_of_owner(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

/// Reads the mention at `source`.
///
/// The head of a mention ends at its first comma, preposition or relative pronoun. A head that ends in a name is that
/// name with whatever stands before it (*researcher Lucas Beyer*); one that does not is a role, unless an apposition
/// consists of a name alone (*the mayor, Ana Ruiz*).
pub(crate) fn read_mention(words: Words<'_>, names: &Names, source: Span) -> MentionKind {
    let range = words.range(source);
    let lowered = |at: usize| words.word_at(at).to_lowercase();
    // *his surrogates* begins with a pronoun and is none.
    let pronoun = pronoun(&lowered(range.start));
    let is_alone = (range.start + 1..range.end).all(|at| {
        let word = words.word_at(at);
        !word.starts_with(char::is_alphanumeric) || word.ends_with("self")
    });
    if let Some(pronoun) = pronoun
        && is_alone
    {
        return MentionKind::Pronoun(pronoun);
    }
    let mentions = names.within(source);
    if (words.word_at(range.start) == "@" || mentions.iter().all(|mention| mention.is_noun))
        && let Some(at) = (range.start..range.end).find(|at| words.word_at(*at) == "@")
        && range.len() <= 6
    {
        let start = words.tokens[at].span.start;
        return MentionKind::Handle(Span::new(start, source.end.max(start)));
    }
    let mut piece = range.start;
    let mut head = None;
    for nth in 0..3 {
        let end = end_of_head(words, names, piece.max(range.start + 1), range.end);
        if nth == 0 {
            head = last_word(words, piece, end);
        }
        if let Some(mention) = name_ending_at(words, mentions, piece, end)
            // A later piece must be a name and its titles, or it says where or for whom: *officials in Iowa*.
            && (nth == 0 || is_titled(words, piece, mention))
        {
            let joined = matches!(words.word_at(end), "and" | "or") && end < range.end;
            if !joined {
                return MentionKind::Name(*mention);
            }
            let after = end_of_head(words, names, end + 1, range.end);
            return match name_ending_at(words, mentions, end + 1, after) {
                Some(last) if words.word_at(end) == "and" => MentionKind::Joined {
                    first: *mention,
                    last: *last,
                },
                _ => MentionKind::Plain { head: end - 1 },
            };
        }
        // *his wife and candidate Ana Ruiz* is one person.
        let is_one = head.is_some_and(|at| lookup(words.word_at(at)).is_person());
        if is_one && words.word_at(end) == "and" {
            let after = end_of_head(words, names, end + 1, range.end);
            if let Some(mention) = name_ending_at(words, mentions, end + 1, after)
                && mention.span.start > words.tokens[end + 1].span.start
                && is_titled(words, end + 1, mention)
            {
                return MentionKind::Name(*mention);
            }
        }
        // Only a comma or a dash introduces an apposition.
        let introduces = |at: &usize| matches!(words.word_at(*at), "," | "—" | "–" | "--");
        let Some(comma) = (end..range.end).find(introduces) else {
            break;
        };
        piece = comma + 1;
    }
    let head = head.unwrap_or(range.start);
    owned(words, mentions, source, pronoun, head).unwrap_or_else(|| noun(words, mentions, head))
}

/// Whether nothing but titles and the like stands between token `first` and a name.
fn is_titled(words: Words<'_>, first: usize, mention: &Mention) -> bool {
    let name = words.first_from(mention.span.start);
    (first..name).all(|at| !lookup(words.word_at(at)).is_function())
        && (first == name
            || lookup(words.word_at(name - 1)).is_person()
            || words.word_at(name - 1) == ".")
}

/// The noun that a mention without a name ends in.
fn noun(words: Words<'_>, mentions: &[Mention], head: usize) -> MentionKind {
    let span = words.tokens.get(head).map(|token| token.span);
    mentions
        .iter()
        .find(|mention| mention.is_noun && Some(mention.span) == span)
        .map_or(MentionKind::Plain { head }, |mention| {
            MentionKind::Noun(*mention)
        })
}

/// A mention that begins with its owner: *her office*, *Ruiz's spokesman*. One that ends in the clitic is the owner
/// alone.
fn owned(
    words: Words<'_>,
    mentions: &[Mention],
    source: Span,
    pronoun: Option<Pronoun>,
    head: usize,
) -> Option<MentionKind> {
    let range = words.range(source);
    let rest_from = |at: usize| {
        let start = words.tokens.get(at)?.span.start;
        Some(Span::new(start, source.end.max(start)))
    };
    let is_owner = matches!(
        &*words.word_at(range.start).to_lowercase(),
        "his" | "her" | "its" | "their" | "my"
    );
    if let Some(pronoun) = pronoun
        && is_owner
        && head > range.start
    {
        return Some(MentionKind::Owned {
            owner: Owner::Pronoun(pronoun),
            rest: rest_from(range.start + 1)?,
        });
    }
    let clitic = (range.start + 1..head).find(|at| is_of_owner(words.word_at(*at)))?;
    let end = words.tokens[clitic - 1].span.end;
    let owner = mentions.iter().find(|mention| mention.span.end == end)?;
    Some(MentionKind::Owned {
        owner: Owner::Mention(*owner),
        rest: rest_from(clitic + 1)?,
    })
}

/// Number of the token that ends a head which begins at `first`. What stands in brackets between two capitalised words
/// (*Osk County (N.Y.) Sheriff*) does not end it, nor does a word within a name.
fn end_of_head(words: Words<'_>, names: &Names, first: usize, end: usize) -> usize {
    let mut at = first;
    while at < end {
        let word = words.word_at(at);
        if word == "("
            && let Some(close) = (at + 1..end.min(at + 5)).find(|at| words.word_at(*at) == ")")
            && words.word_at(close + 1).starts_with(char::is_uppercase)
            && close + 1 < end
        {
            at = close + 1;
        } else if let Some(name) = name_after_office(words, names, at) {
            at = name;
        } else if ends_head(word) && !is_inside(words, names, at) {
            return at;
        } else {
            at += 1;
        }
    }
    end
}

/// Token of the name that follows an office whose *of* is at token `of`: *Secretary of State Ana Ruiz*.
fn name_after_office(words: Words<'_>, names: &Names, of: usize) -> Option<usize> {
    if words.word_at(of) != "of" || !lookup(words.word_at(of.checked_sub(1)?)).is_person() {
        return None;
    }
    let is_capitalised = |at: &usize| words.word_at(*at).starts_with(char::is_uppercase);
    (of + 1..of + 5)
        .take_while(is_capitalised)
        .skip(1)
        .find(|at| {
            let start = words.tokens.get(*at).map(|token| token.span.start);
            let nth = names
                .mentions
                .partition_point(|mention| Some(mention.span.start) < start);
            let mention = names.mentions.get(nth);
            mention.is_some_and(|mention| Some(mention.span.start) == start)
        })
}

/// The last word between two tokens, clitics and marks passed over.
fn last_word(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    (first..end).rev().find(|at| {
        let word = words.word_at(*at);
        word.starts_with(char::is_alphanumeric)
    })
}

/// The name that ends where token `end` begins; a clitic after it and a nickname in it do no harm.
fn name_ending_at<'a>(
    words: Words<'_>,
    mentions: &'a [Mention],
    first: usize,
    end: usize,
) -> Option<&'a Mention> {
    let mut last = end.checked_sub(1)?;
    while last > first
        && matches!(
            words.word_at(last),
            "'s" | "’s" | "'" | "’" | "." | "”" | "\"" | ")"
        )
    {
        last -= 1;
    }
    let span = words.tokens.get(last)?.span;
    let start = words.tokens.get(first)?.span.start;
    mentions
        .iter()
        .filter(|mention| !mention.is_noun)
        .find(|mention| mention.span.encloses(span) || mention.span.end == span.end)
        .filter(|mention| mention.span.start >= start)
}

fn is_inside(words: Words<'_>, names: &Names, at: usize) -> bool {
    words.tokens.get(at).is_some_and(|token| {
        let mentions = &names.mentions;
        let nth = mentions.partition_point(|mention| mention.span.end <= token.span.start);
        mentions
            .get(nth)
            .is_some_and(|mention| mention.span.contains(token.span.start))
    })
}
