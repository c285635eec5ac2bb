//! Owns [`TagSet`]: what claims are labelled with.

use crate::TagId;

/// A set of tags that people make and share; claims refer to its tags by [`TagId`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSet {
    /// Name in files, unique among tag sets: `fact-checking`.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// In the order they are offered.
    pub tags: Vec<Tag>,
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
    /// Place in the palette of tags, from 0.
    pub color: u8,
}

impl Default for TagSet {
    fn default() -> Self {
        Self::fact_checking()
    }
}

impl TagSet {
    /// The built-in set for fact-checking: what kind of evidence would settle a claim. After the categories that Full
    /// Fact annotates with (Konstantinovskiy et al. 2021, *Toward Automated Factchecking*, section 3).
    #[must_use]
    pub fn fact_checking() -> Self {
        let rows = [
            (
                "personal-experience",
                "Personal experience",
                "Something that the speaker saw, did or felt, and that others can hardly check.",
            ),
            (
                "quantity",
                "Quantity",
                "A number, a share, a rank or a change in one of these, now or in the past.",
            ),
            (
                "cause-or-correlation",
                "Cause or correlation",
                "One thing is said to bring about, prevent or go along with another.",
            ),
            (
                "law-or-rule",
                "Law or rule",
                "What a law, a rule or a procedure says, allows or forbids.",
            ),
            (
                "prediction",
                "Prediction",
                "What will be, or would be if something else were.",
            ),
            (
                "other-claim",
                "Other claim",
                "Anything else that can be checked: that something happened, was said or is so.",
            ),
            (
                "not-a-claim",
                "Not a claim",
                "An opinion, a question, a wish or anything else that nobody can check.",
            ),
        ];
        let tags = rows
            .into_iter()
            .zip('1'..)
            .zip(0..)
            .map(|(((id, label, description), key), color)| Tag {
                id: TagId(id.into()),
                label: label.into(),
                description: description.into(),
                key: Some(key),
                color,
            })
            .collect();
        Self {
            id: "fact-checking".into(),
            name: "Fact-checking".into(),
            tags,
        }
    }

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

    /// How to show the tag of that id: its label; the id itself when the set does not have it.
    #[must_use]
    pub fn label<'a>(&'a self, id: &'a TagId) -> &'a str {
        self.get(id).map_or(&id.0, |tag| &tag.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_one_to_seven_give_the_tags_of_fact_checking_in_order() {
        let set = TagSet::fact_checking();
        let by_key: Vec<_> = ('1'..='7')
            .filter_map(|key| Some(set.by_key(key)?.label.as_str()))
            .collect();
        assert_eq!(
            by_key,
            [
                "Personal experience",
                "Quantity",
                "Cause or correlation",
                "Law or rule",
                "Prediction",
                "Other claim",
                "Not a claim"
            ]
        );
        assert_eq!(set.by_key('8'), None);
    }

    #[test]
    fn a_tag_that_the_set_lacks_is_shown_by_its_id() {
        let set = TagSet::fact_checking();
        assert_eq!(set.label(&TagId("quantity".into())), "Quantity");
        assert_eq!(set.label(&TagId("satire".into())), "satire");
    }
}
