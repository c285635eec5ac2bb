//! Owns [`TagSet`]: what claims and quotes are labelled with, and the scale of verdicts. What becomes of annotations when
//! their set changes is left to [`crate::migrate`].

mod built_in;
mod check;
mod file;

use crate::{TagId, VerdictId};

pub use check::{MAX_DESCRIPTION, MAX_LABEL, MAX_TAGS, Part, Problem, RESERVED_KEYS, TagSetError};
pub use file::{FILE_ENDING, MAX_FILE_BYTES, TagSetFileError};

/// Colours there are for tags and verdicts; they are told apart by number, 0 and up, and the page knows how they look.
pub const PALETTE: u8 = 12;

/// A set of tags that people make and share; claims and quotes refer to its tags by [`TagId`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSet {
    /// Name in files, unique among tag sets: `fact-checking`.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// What it is for, in a sentence or a few; empty for nothing said.
    pub description: String,
    /// In the order they are offered.
    pub tags: Vec<Tag>,
    /// What the check of a claim can come to, in the order of the scale; empty where verdicts are not given.
    pub verdicts: Vec<Verdict>,
}

/// One step of the scale of verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Name in files, unique in its set.
    pub id: VerdictId,
    /// Name as shown.
    pub label: String,
    /// When it is given, in a sentence.
    pub description: String,
    /// Place in the palette, from 0, below [`PALETTE`].
    pub color: u8,
}

/// What a tag can be given to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Applies {
    /// Claims alone.
    #[default]
    Claims,
    /// Quotes alone.
    Quotes,
    /// Both.
    Both,
}

impl Applies {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::Claims, Self::Quotes, Self::Both];

    /// Name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Quotes => "quotes",
            Self::Both => "both",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether claims can have it.
    #[must_use]
    pub const fn to_claims(self) -> bool {
        matches!(self, Self::Claims | Self::Both)
    }

    /// Whether quotes can have it.
    #[must_use]
    pub const fn to_quotes(self) -> bool {
        matches!(self, Self::Quotes | Self::Both)
    }
}

/// One tag of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Name in files, unique in its set.
    pub id: TagId,
    /// Name as shown.
    pub label: String,
    /// What is to be tagged with it, in a sentence.
    pub description: String,
    /// Key that gives it.
    pub key: Option<char>,
    /// Place in the palette of tags, from 0, below [`PALETTE`].
    pub color: u8,
    /// What it can be given to.
    pub applies: Applies,
}

impl Default for TagSet {
    fn default() -> Self {
        Self::fact_checking()
    }
}

impl TagSet {
    /// The tag of that id.
    #[must_use]
    pub fn get(&self, id: &TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// The tag that `key` gives.
    #[must_use]
    pub fn by_key(&self, key: char) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.key == Some(key))
    }

    /// The verdict of that id.
    #[must_use]
    pub fn verdict(&self, id: &VerdictId) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.id == *id)
    }

    /// How to show the verdict of that id: its label; the id itself when the set does not have it.
    #[must_use]
    pub fn verdict_label<'a>(&'a self, id: &'a VerdictId) -> &'a str {
        self.verdict(id).map_or(&id.0, |verdict| &verdict.label)
    }

    /// How to show several tags: their labels, comma between.
    #[must_use]
    pub fn labels(&self, ids: &[TagId]) -> String {
        let labels: Vec<&str> = ids.iter().map(|id| self.label(id)).collect();
        labels.join(", ")
    }

    /// How to show the tag of that id: its label; the id itself when the set does not have it.
    #[must_use]
    pub fn label<'a>(&'a self, id: &'a TagId) -> &'a str {
        self.get(id).map_or(&id.0, |tag| &tag.label)
    }
}
