//! Owns what a tag set must be, so that every tag of it can be told apart, read and given.

use super::{PALETTE, TagSet};

/// Most tags that a set holds, and most verdicts.
pub const MAX_TAGS: usize = 60;

/// Longest id, name or label, in characters.
pub const MAX_LABEL: usize = 80;

/// Longest description, in characters.
pub const MAX_DESCRIPTION: usize = 1_000;

/// Keys that no tag can have, because the app's commands have them.
pub const RESERVED_KEYS: &str = "abcefhijknopqrstuvwxy";

/// Part of a tag set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The set itself: its id, name and description.
    Set,
    /// A tag, by its place from 0.
    Tag(usize),
    /// A verdict, by its place from 0.
    Verdict(usize),
}

/// Something that keeps a tag set from being used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", told(.part, .name))]
pub struct TagSetError {
    /// What is at fault.
    pub part: Part,
    /// What that is called; empty for nothing.
    pub name: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a part of a tag set. The words say what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Its id is empty.
    #[error("it has no id; give it one that nothing else in the set has")]
    NoId,
    /// Another has its id.
    #[error("its id is that of “{other}”; give it another")]
    SameId {
        /// Name of the earlier one.
        other: String,
    },
    /// It has no name or label.
    #[error("it has no name; give it one")]
    NoName,
    /// Its id, name or label is too long.
    #[error("its name or id is longer than {MAX_LABEL} characters; shorten it")]
    LongName,
    /// Its description is too long.
    #[error("its description is longer than {MAX_DESCRIPTION} characters; shorten it")]
    LongDescription,
    /// The set has more tags, or more verdicts, than can be told apart.
    #[error("more than {MAX_TAGS} tags or verdicts; leave out what comes after")]
    TooMany,
    /// Another tag has its key.
    #[error("the key {key} gives “{other}” already; choose another key, or none")]
    SameKey {
        /// The key.
        key: char,
        /// Label of the earlier one.
        other: String,
    },
    /// Its key cannot be a tag's.
    #[error(
        "the key {key} cannot be a tag’s; choose a digit, or a small letter other than {RESERVED_KEYS}, or none"
    )]
    BadKey {
        /// The key.
        key: char,
    },
    /// Its colour is not in the palette.
    #[error("there is no colour {color}; choose one from 0 to {}", PALETTE - 1)]
    BadColor {
        /// The colour.
        color: u8,
    },
}

fn told(part: &Part, name: &str) -> String {
    let (what, place) = match part {
        Part::Set => ("the tag set", 0),
        Part::Tag(at) => ("tag", at + 1),
        Part::Verdict(at) => ("verdict", at + 1),
    };
    let mut told = String::from(what);
    if place > 0 {
        told += " ";
        told += &place.to_string();
    }
    if !name.is_empty() {
        let short: String = name.chars().take(MAX_LABEL).collect();
        told += &[" (“", &short, "”)"].concat();
    }
    told
}

/// What tags and verdicts have in common.
struct Row<'a> {
    id: &'a str,
    label: &'a str,
    description: &'a str,
    color: u8,
}

impl TagSet {
    /// Whether the set can be used.
    ///
    /// # Errors
    ///
    /// The first of [`TagSet::problems`].
    pub fn check(&self) -> Result<(), TagSetError> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// All that keeps the set from being used, in its order.
    #[must_use]
    pub fn problems(&self) -> Vec<TagSetError> {
        let mut found = Vec::new();
        let mut tell = |part: Part, name: &str, problem: Problem| {
            found.push(TagSetError {
                part,
                name: name.to_owned(),
                problem,
            });
        };
        words(&self.id, &self.name, &self.description, &mut |problem| {
            tell(Part::Set, &self.name, problem);
        });
        let tags: Vec<Row<'_>> = self
            .tags
            .iter()
            .map(|tag| Row {
                id: &tag.id.0,
                label: &tag.label,
                description: &tag.description,
                color: tag.color,
            })
            .collect();
        let verdicts: Vec<Row<'_>> = self
            .verdicts
            .iter()
            .map(|verdict| Row {
                id: &verdict.id.0,
                label: &verdict.label,
                description: &verdict.description,
                color: verdict.color,
            })
            .collect();
        for (rows, part) in [
            (&tags, Part::Tag as fn(usize) -> Part),
            (&verdicts, Part::Verdict),
        ] {
            // No more is looked at than there may be, so that a huge file is told of at once.
            for (at, row) in rows.iter().take(MAX_TAGS).enumerate() {
                let mut tell = |problem| tell(part(at), row.label, problem);
                words(row.id, row.label, row.description, &mut tell);
                let twin = rows[..at].iter().find(|other| other.id == row.id);
                if let Some(twin) = twin.filter(|_| !row.id.is_empty()) {
                    let other = twin.label.to_owned();
                    tell(Problem::SameId { other });
                }
                if row.color >= PALETTE {
                    tell(Problem::BadColor { color: row.color });
                }
            }
            if let Some(row) = rows.get(MAX_TAGS) {
                tell(part(MAX_TAGS), row.label, Problem::TooMany);
            }
        }
        for (at, tag) in self.tags.iter().take(MAX_TAGS).enumerate() {
            let Some(key) = tag.key else {
                continue;
            };
            if !is_key(key) {
                tell(Part::Tag(at), &tag.label, Problem::BadKey { key });
            } else if let Some(twin) = self.tags[..at].iter().find(|other| other.key == tag.key) {
                let other = twin.label.clone();
                tell(Part::Tag(at), &tag.label, Problem::SameKey { key, other });
            }
        }
        found
    }

    /// A key that a new tag can have: the first digit that none has, else a letter; `None` when all are given.
    #[must_use]
    pub fn free_key(&self) -> Option<char> {
        ('1'..='9')
            .chain(['0'])
            .chain('a'..='z')
            .find(|key| is_key(*key) && self.by_key(*key).is_none())
    }
}

/// Whether a tag can have the key: a digit, or a small letter that no command has.
fn is_key(key: char) -> bool {
    let is_small = key.is_numeric() || key.is_alphabetic() && key.to_lowercase().eq([key]);
    is_small && !RESERVED_KEYS.contains(key)
}

fn words(id: &str, name: &str, description: &str, tell: &mut dyn FnMut(Problem)) {
    if id.trim().is_empty() {
        tell(Problem::NoId);
    }
    if name.trim().is_empty() {
        tell(Problem::NoName);
    }
    if is_longer(id, MAX_LABEL) || is_longer(name, MAX_LABEL) {
        tell(Problem::LongName);
    }
    if is_longer(description, MAX_DESCRIPTION) {
        tell(Problem::LongDescription);
    }
}

fn is_longer(text: &str, than: usize) -> bool {
    text.chars().nth(than).is_some()
}
