//! Owns the likely kind of a claim, by rules over its words: a starting point for the person who tags it.

use crate::words::{Class, Word, is_in, words};

/// What would settle a claim, after the categories that Full Fact annotates with (Konstantinovskiy et al. 2021, *Toward Automated
/// Factchecking*, section 3). Names are the tag ids of the app's tag set for fact-checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// What the speaker saw, did or felt.
    PersonalExperience,
    /// A number, a share, a rank or a change in one of these.
    Quantity,
    /// One thing is said to bring about, prevent or go along with another.
    CauseOrCorrelation,
    /// What a law or a rule says, allows or forbids.
    LawOrRule,
    /// What will be, or would be.
    Prediction,
    /// Anything else.
    OtherClaim,
}

impl ClaimKind {
    /// The id of the tag: `quantity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PersonalExperience => "personal-experience",
            Self::Quantity => "quantity",
            Self::CauseOrCorrelation => "cause-or-correlation",
            Self::LawOrRule => "law-or-rule",
            Self::Prediction => "prediction",
            Self::OtherClaim => "other-claim",
        }
    }
}

// Lists of words and of pairs of words, each between spaces. A pair counts only where its words stand side by side.

const LAW: &str = " law laws bill constitution ordinance treaty statute ruling regulation regulations rule rules court unconstitutional clause amendment decree legislation permit licence license overtime ";
const ALLOWS: &str = " allow allowed allows ban banned bans bar bars cannot forbid forbidden forbids grant grants illegal lawful legal may must oblige outlaw permitted permits prohibit prohibited prohibits require required requires ruled signed unlawful voted punishable ";
const CAUSE: &str = " because cause caused causes causing due contributed contribute destroyed triggered triggers sparked prevents prevented reduces linked worsened worsens owing thanks fueled fuelled ";
const CAUSE_PAIRS: &str = " led to|leads to|lead to|results in|resulted in|as likely|more likely|less likely|driving up|drives up|drove up|driven by|blamed on|risk of|tied to|associated with|has cost|have cost|responsible for|stems from|stemmed from|correlated with ";
const FUTURE: &str = " will would 'll forecast forecasts predict predicts predicted projected projects expects expected ";
const FIRST_PERSON: &str = " i we ";
const EXPERIENCE: &str = " saw heard felt watched met remember went lost worked lived grew served witnessed visited spent tried found told fought learned ";
const MEASURE: &str = " percent % $ € £ average rate half majority most fewer fewest highest lowest largest biggest smallest doubled tripled record hottest coldest worst rose fell percentage per ";
const COMPARED: &str = " more than|less than|fewer than|as much|as many|no other|short of|up from|down from|times the|far above|far below ";

/// The likely kind of the claim that a sentence makes, if it makes one.
///
/// A law or a cause says more than the number beside it, and so does the future: *will cut taxes by 3 percent* is a prediction.
#[must_use]
pub fn kind(sentence: &str) -> ClaimKind {
    let words = words(sentence);
    let has = |list| words.iter().any(|word| is_in(list, &word.form));
    let is_first_person = |word: &Word| is_in(FIRST_PERSON, &word.form);
    let saw_it = words
        .windows(2)
        .any(|pair| is_first_person(&pair[0]) && is_in(EXPERIENCE, &pair[1].form));
    let speaks_of_law = words.iter().any(|word| {
        // `Rule` and `May` may be names; a court is one.
        is_in(LAW, &word.form)
            && (word.class == Class::Plain || word.form == "court" || word.form == "constitution")
    });
    if saw_it {
        ClaimKind::PersonalExperience
    } else if speaks_of_law && has(ALLOWS) {
        ClaimKind::LawOrRule
    } else if has(CAUSE) || has_pair(&words, CAUSE_PAIRS) {
        ClaimKind::CauseOrCorrelation
    } else if has(FUTURE) || by_a_year(&words) {
        ClaimKind::Prediction
    } else if has(MEASURE) || has_pair(&words, COMPARED) || words.iter().any(is_amount) {
        ClaimKind::Quantity
    } else {
        ClaimKind::OtherClaim
    }
}

/// A number that counts something: `14`, `a third`, `doubled`; not `one`, and not a year.
fn is_amount(word: &Word) -> bool {
    word.class == Class::Number
}

fn has_pair(words: &[Word], pairs: &str) -> bool {
    words.windows(2).any(|two| {
        pairs.trim().split('|').any(|pair| {
            pair.split_once(' ')
                .is_some_and(|(first, second)| two[0].form == first && two[1].form == second)
        })
    })
}

/// `By 2040`.
fn by_a_year(words: &[Word]) -> bool {
    words
        .windows(2)
        .any(|two| two[0].form == "by" && two[1].class == Class::Year)
}
