//! Owns the tag sets that Hearsay brings along.

use super::{Applies, Tag, TagSet, Verdict};
use crate::{TagId, VerdictId};

/// A tag or a verdict as written below: id, label, description, place in the palette.
type Row = (&'static str, &'static str, &'static str, u8);

/// Keys in the order in which built-in tags have them: the row of digits.
const KEYS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/// What evidence would settle a claim.
const FACT_CHECKING: [Row; 7] = [
    (
        "personal-experience",
        "Personal experience",
        "Something that the speaker saw, did or felt, and that others can hardly check.",
        0,
    ),
    (
        "quantity",
        "Quantity",
        "A number, a share, a rank or a change in one of these, now or in the past.",
        1,
    ),
    (
        "cause-or-correlation",
        "Cause or correlation",
        "One thing is said to bring about, prevent or go along with another.",
        2,
    ),
    (
        "law-or-rule",
        "Law or rule",
        "What a law, a rule or a procedure says, allows or forbids.",
        3,
    ),
    (
        "prediction",
        "Prediction",
        "What will be, or would be if something else were.",
        4,
    ),
    (
        "other-claim",
        "Other claim",
        "Anything else that can be checked: that something happened, was said or is so.",
        5,
    ),
    (
        "not-a-claim",
        "Not a claim",
        "An opinion, a question, a wish or anything else that nobody can check.",
        6,
    ),
];

/// From true to false, and what could not be settled.
const FACT_CHECKING_VERDICTS: [Row; 7] = [
    (
        "true",
        "True",
        "What is said is accurate, and nothing that matters is left out.",
        2,
    ),
    (
        "mostly-true",
        "Mostly true",
        "Accurate in the main, but a detail is off or something that helps to understand it is missing.",
        6,
    ),
    (
        "mixed",
        "Mixed",
        "Some of what is said is accurate and some is not, and both weigh.",
        4,
    ),
    (
        "misleading",
        "Misleading",
        "The words may be accurate, but what they leave out or suggest gives a wrong picture.",
        1,
    ),
    (
        "mostly-false",
        "Mostly false",
        "There is something true in it, but what it says as a whole is wrong.",
        5,
    ),
    (
        "false",
        "False",
        "The evidence shows that what is said is not so.",
        8,
    ),
    (
        "unproven",
        "Unproven",
        "There is not enough evidence that can be had to say whether it is so.",
        10,
    ),
];

/// What kind of statement it is.
const STATEMENTS: [Row; 5] = [
    (
        "fact",
        "Fact",
        "Says that something is or was so, in a way that others can check.",
        0,
    ),
    (
        "opinion",
        "Opinion",
        "Says what somebody thinks or feels; others may think otherwise, and neither is wrong.",
        1,
    ),
    (
        "prediction",
        "Prediction",
        "Says what will happen, or would; nobody can check it yet.",
        4,
    ),
    (
        "value-judgement",
        "Value judgement",
        "Says that something is good or bad, right or wrong, or what ought to be done.",
        3,
    ),
    (
        "evidence-given",
        "Evidence given",
        "Comes with something that backs it: a document, a study, a recording, a number and where it is from.",
        2,
    ),
];

/// Who stands behind the words.
const SOURCES: [Row; 5] = [
    (
        "named-source",
        "Named source",
        "The article says by name who it is from.",
        6,
    ),
    (
        "anonymous-source",
        "Anonymous source",
        "The article keeps back who it is from: “a person familiar with the matter”.",
        10,
    ),
    (
        "expert",
        "Expert",
        "From somebody who has studied the matter or works on it.",
        9,
    ),
    (
        "eyewitness",
        "Eyewitness",
        "From somebody who was there and saw or heard it.",
        7,
    ),
    (
        "official",
        "Official",
        "From somebody who speaks for a government, an authority, a company or a body.",
        5,
    ),
];

/// How far the evidence carries, for those who are learning to ask.
const CLASS_VERDICTS: [Row; 4] = [
    ("supported", "Supported", "What we found says the same.", 2),
    (
        "partly-supported",
        "Partly supported",
        "What we found backs some of it, or says it with a difference.",
        4,
    ),
    (
        "not-supported",
        "Not supported",
        "What we found says otherwise.",
        8,
    ),
    (
        "cannot-tell",
        "Can’t tell",
        "We found too little, or what we found does not agree.",
        10,
    ),
];

/// Codes without a meaning yet.
const CODES: [Row; 5] = [
    ("code-1", "Code 1", "", 0),
    ("code-2", "Code 2", "", 1),
    ("code-3", "Code 3", "", 2),
    ("code-4", "Code 4", "", 3),
    ("code-5", "Code 5", "", 4),
];

impl TagSet {
    /// The tag sets that Hearsay brings along, in the order to offer them. They are what they are: whoever wants another
    /// makes a copy under an id of its own.
    #[must_use]
    pub fn built_in() -> [Self; 3] {
        [
            Self::fact_checking(),
            Self::news_literacy(),
            Self::coding_frame(),
        ]
    }

    /// Whether `id` is that of a set which Hearsay brings along.
    #[must_use]
    pub fn is_built_in(id: &str) -> bool {
        Self::built_in().iter().any(|set| set.id == id)
    }

    /// The built-in set for fact-checking: what kind of evidence would settle a claim, after the categories that Full
    /// Fact annotates with (Konstantinovskiy et al. 2021, *Toward Automated Factchecking*, section 3); the scale is one
    /// of seven steps as signatories of the IFCN's code of principles publish theirs.
    #[must_use]
    pub fn fact_checking() -> Self {
        set(
            "fact-checking",
            "Fact-checking",
            "What kind of evidence would settle a claim, and what the check came to.",
            &[(&FACT_CHECKING, Applies::Claims)],
            &FACT_CHECKING_VERDICTS,
        )
    }

    /// The built-in set for a class that reads the news: what kind of statement it is, and who stands behind the words.
    #[must_use]
    pub fn news_literacy() -> Self {
        set(
            "news-literacy",
            "News literacy in class",
            "What kind of statement is it, who stands behind it, and does what we found support it?",
            &[(&STATEMENTS, Applies::Claims), (&SOURCES, Applies::Both)],
            &CLASS_VERDICTS,
        )
    }

    /// The built-in blank coding frame: codes to be renamed in a copy, for quotes and claims alike, without verdicts.
    #[must_use]
    pub fn coding_frame() -> Self {
        set(
            "coding-frame",
            "Blank coding frame",
            "Codes without a meaning yet, for quotes and claims. Make a copy and name them as your codebook does.",
            &[(&CODES, Applies::Both)],
            &[],
        )
    }

    /// The set as it is to be used: one that is, tag for tag, what was built in before there were verdicts has those of
    /// today; every other is left as it is.
    #[must_use]
    pub fn renewed(self) -> Self {
        let built_in = Self::fact_checking();
        let is_old = self.id == built_in.id
            && self.name == built_in.name
            && self.tags == built_in.tags
            && self.description.is_empty()
            && self.verdicts.is_empty();
        if is_old { built_in } else { self }
    }
}

fn set(
    id: &str,
    name: &str,
    description: &str,
    tags: &[(&[Row], Applies)],
    verdicts: &[Row],
) -> TagSet {
    let rows = tags
        .iter()
        .flat_map(|(rows, applies)| rows.iter().map(|row| (row, *applies)));
    TagSet {
        id: id.into(),
        name: name.into(),
        description: description.into(),
        tags: rows
            .zip(KEYS)
            .map(|(((id, label, description, color), applies), key)| Tag {
                id: TagId((*id).into()),
                label: (*label).into(),
                description: (*description).into(),
                key: Some(key),
                color: *color,
                applies,
            })
            .collect(),
        verdicts: verdicts
            .iter()
            .map(|(id, label, description, color)| Verdict {
                id: VerdictId((*id).into()),
                label: (*label).into(),
                description: (*description).into(),
                color: *color,
            })
            .collect(),
    }
}
