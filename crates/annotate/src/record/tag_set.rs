//! Owns the stored shape of a tag set.

use serde::{Deserialize, Serialize};

use crate::{Tag, TagId, TagSet};

/// A [`TagSet`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagSetRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// In the order offered.
    pub tags: Vec<TagRecord>,
}

/// A [`Tag`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub label: String,
    /// What is tagged with it.
    pub description: String,
    /// Key that gives it.
    pub key: Option<char>,
    /// Place in the palette.
    pub color: u8,
}

impl From<&TagSet> for TagSetRecord {
    fn from(set: &TagSet) -> Self {
        Self {
            id: set.id.clone(),
            name: set.name.clone(),
            tags: set
                .tags
                .iter()
                .map(|tag| TagRecord {
                    id: tag.id.0.clone(),
                    label: tag.label.clone(),
                    description: tag.description.clone(),
                    key: tag.key,
                    color: tag.color,
                })
                .collect(),
        }
    }
}

impl TagSetRecord {
    /// The tag set.
    #[must_use]
    pub fn into_tag_set(self) -> TagSet {
        let tags = self.tags.into_iter();
        TagSet {
            id: self.id,
            name: self.name,
            tags: tags
                .map(|tag| Tag {
                    id: TagId(tag.id),
                    label: tag.label,
                    description: tag.description,
                    key: tag.key,
                    color: tag.color,
                })
                .collect(),
        }
    }
}
