//! Reads the mention of a source: is it a pronoun, a name with or without trimmings, or a role.
//!
//! Owns that reading of one mention. Who a pronoun stands for is left to `resolve.rs`.

use hearsay_text::Span;

use crate::names::{Mention, Names};
use crate::words::Words;

/// What a mention is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// *she*, *it*, *who*.
    Pronoun(Pronoun),
    /// A name of the table, at `span`.
    Name { entity: usize, span: Span },
    /// A name that is in no table: a handle.
    Spelled(String),
    /// *officials*, *a Google spokesperson*: as it stands.
    Role(String),
}

/// Pronouns by what they can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    It,
    They,
    /// *I*, *we*, *you*: the writer or whoever is talking.
    First,
    /// *who*, *which*.
    Relative,
}

fn pronoun(word: &str) -> Option<Pronoun> {
    Some(match word {
        "he" | "him" | "himself" | "his" => Pronoun::He,
        "she" | "her" | "herself" | "hers" => Pronoun::She,
        "it" | "itself" | "its" => Pronoun::It,
        "they" | "them" | "themselves" | "their" => Pronoun::They,
        "i" | "we" | "me" | "us" | "you" | "my" | "our" => Pronoun::First,
        "who" | "which" | "whom" | "that" => Pronoun::Relative,
        _ => return None,
    })
}

/// Words that end the head of a mention: what follows tells more about it.
fn ends_head(word: &str) -> bool {
    matches!(
        word,
        "," | ";"
            | "("
            | "["
            | "—"
            | "–"
            | "-"
            | ":"
            | "who"
            | "which"
            | "that"
            | "of"
            | "at"
            | "for"
            | "from"
            | "in"
            | "with"
            | "on"
            | "to"
            | "as"
            | "by"
            | "and"
            | "or"
            | "near"
            | "inside"
            | "behind"
    )
}

/// Reads the mention at `source`.
///
/// The head of a mention ends at its first comma, preposition or relative pronoun. A head that ends in a name is that
/// name with whatever stands before it (*researcher Lucas Beyer*); one that does not is a role, unless an apposition
/// consists of a name alone (*the mayor, Ana Ruiz*).
pub(crate) fn read_mention(words: Words<'_>, names: &Names, source: Span) -> MentionKind {
    let range = words.range(source);
    let lowered = |at: usize| words.word_at(at).to_lowercase();
    let as_it_stands = || {
        let mention = source
            .slice(words.text)
            .trim_end_matches("'s")
            .trim_end_matches("’s");
        MentionKind::Role(mention.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    // *his surrogates* begins with a pronoun and is none.
    let is_alone = (range.start + 1..range.end)
        .all(|at| !words.word_at(at).starts_with(char::is_alphanumeric));
    if let Some(pronoun) = pronoun(&lowered(range.start))
        && is_alone
    {
        return MentionKind::Pronoun(pronoun);
    }
    let mentions = names.within(source);
    if mentions.is_empty() {
        let is_handle = words.word_at(range.start) == "@" && range.len() <= 4;
        return if is_handle {
            MentionKind::Spelled(source.slice(words.text).to_owned())
        } else {
            as_it_stands()
        };
    }
    let mut piece = range.start;
    for nth in 0..3 {
        let end = (piece.max(range.start + 1)..range.end)
            .find(|at| ends_head(&lowered(*at)) && !is_inside(mentions, words, *at))
            .unwrap_or(range.end);
        if let Some(mention) = name_ending_at(words, mentions, piece, end)
            // A later piece must be a name and nothing else, or it says where or for whom: *officials in Iowa*.
            && (nth == 0 || mention.span.start == words.tokens[piece].span.start)
        {
            let joined = matches!(lowered(end).as_str(), "and" | "or") && end < range.end;
            return if joined {
                as_it_stands()
            } else {
                MentionKind::Name {
                    entity: mention.entity,
                    span: mention.span,
                }
            };
        }
        // Only a comma introduces an apposition.
        let Some(comma) = (end..range.end).find(|at| words.word_at(*at) == ",") else {
            break;
        };
        piece = comma + 1;
    }
    as_it_stands()
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
            "'s" | "’s" | "'" | "’" | "." | "”" | "\""
        )
    {
        last -= 1;
    }
    let span = words.tokens.get(last)?.span;
    let start = words.tokens.get(first)?.span.start;
    mentions
        .iter()
        .find(|mention| mention.span.encloses(span) || mention.span.end == span.end)
        .filter(|mention| mention.span.start >= start)
}

fn is_inside(mentions: &[Mention], words: Words<'_>, at: usize) -> bool {
    words.tokens.get(at).is_some_and(|token| {
        let start = token.span.start;
        mentions.iter().any(|mention| mention.span.contains(start))
    })
}
