//! Owns the stored shape of a tag set.

use serde::{Deserialize, Serialize};

use crate::{Applies, Tag, TagId, TagSet, Verdict, VerdictId};

/// A [`TagSet`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagSetRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// In the order offered.
    pub tags: Vec<TagRecord>,
    /// In the order of the scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<VerdictRecord>,
}

/// A [`Verdict`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub label: String,
    /// When it is given.
    #[serde(default)]
    pub description: String,
    /// Place in the palette.
    #[serde(default)]
    pub color: u8,
}

/// A [`Tag`] as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRecord {
    /// Name in files.
    pub id: String,
    /// Name as shown.
    pub label: String,
    /// What is tagged with it.
    #[serde(default)]
    pub description: String,
    /// Key that gives it.
    #[serde(default)]
    pub key: Option<char>,
    /// Place in the palette.
    #[serde(default)]
    pub color: u8,
    /// [`Applies::name`]; none for claims.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies: Option<String>,
}

impl From<&TagSet> for TagSetRecord {
    fn from(set: &TagSet) -> Self {
        Self {
            id: set.id.clone(),
            name: set.name.clone(),
            description: set.description.clone(),
            verdicts: set
                .verdicts
                .iter()
                .map(|verdict| VerdictRecord {
                    id: verdict.id.0.clone(),
                    label: verdict.label.clone(),
                    description: verdict.description.clone(),
                    color: verdict.color,
                })
                .collect(),
            tags: set
                .tags
                .iter()
                .map(|tag| TagRecord {
                    id: tag.id.0.clone(),
                    label: tag.label.clone(),
                    description: tag.description.clone(),
                    key: tag.key,
                    color: tag.color,
                    applies: Some(tag.applies)
                        .filter(|applies| *applies != Applies::Claims)
                        .map(|applies| applies.name().into()),
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
            description: self.description,
            verdicts: self
                .verdicts
                .into_iter()
                .map(|verdict| Verdict {
                    id: VerdictId(verdict.id),
                    label: verdict.label,
                    description: verdict.description,
                    color: verdict.color,
                })
                .collect(),
            tags: tags
                .map(|tag| Tag {
                    id: TagId(tag.id),
                    label: tag.label,
                    description: tag.description,
                    key: tag.key,
                    color: tag.color,
                    // A name from a newer Hearsay is no reason to refuse the set.
                    applies: tag
                        .applies
                        .and_then(|name| Applies::from_name(&name))
                        .unwrap_or_default(),
                })
                .collect(),
        }
    }
}
