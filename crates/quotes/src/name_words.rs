//! Word lists for names: what is no part of one, titles, and what tells people, bodies and genders.
//!
//! Owns the lists alone. They hold function words and kinds of things, never names of anybody.

use crate::names::Gender;

/// Capitalised at the start of a sentence or headline, and no part of a name there.
const FUNCTION_WORDS: [&str; 93] = [
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "any",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "can",
    "did",
    "do",
    "does",
    "during",
    "each",
    "even",
    "every",
    "few",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "is",
    "it",
    "its",
    "just",
    "last",
    "like",
    "many",
    "maybe",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "not",
    "now",
    "of",
    "on",
    "one",
    "only",
    "or",
    "other",
    "our",
    "over",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "under",
    "until",
    "was",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "with",
    "you",
];

/// Before a name, and no part of it. Lowercased, without a full stop.
const TITLES: [&str; 69] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lady",
    "lord",
    "rev",
    "reverend",
    "fr",
    "sen",
    "senator",
    "rep",
    "representative",
    "congressman",
    "congresswoman",
    "gov",
    "governor",
    "mayor",
    "president",
    "vice",
    "premier",
    "chancellor",
    "minister",
    "prime",
    "secretary",
    "ambassador",
    "judge",
    "justice",
    "attorney",
    "sheriff",
    "officer",
    "detective",
    "inspector",
    "chief",
    "gen",
    "general",
    "lt",
    "col",
    "colonel",
    "capt",
    "captain",
    "sgt",
    "sergeant",
    "maj",
    "major",
    "adm",
    "admiral",
    "pope",
    "bishop",
    "archbishop",
    "cardinal",
    "rabbi",
    "imam",
    "coach",
    "ceo",
    "cfo",
    "cto",
    "director",
    "chairman",
    "chairwoman",
    "speaker",
    "candidate",
    "nominee",
    "spokesman",
];

/// Inside or at the end of a name, they make it one of a body or place.
const BODY_WORDS: [&str; 78] = [
    "academy",
    "administration",
    "agency",
    "airlines",
    "airport",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "campaign",
    "center",
    "centre",
    "church",
    "city",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "conservancy",
    "corp",
    "corporation",
    "council",
    "county",
    "court",
    "daily",
    "department",
    "enterprise",
    "federation",
    "force",
    "forum",
    "foundation",
    "fund",
    "group",
    "guard",
    "herald",
    "hospital",
    "house",
    "inc",
    "initiative",
    "institute",
    "international",
    "journal",
    "labs",
    "league",
    "library",
    "ltd",
    "media",
    "ministry",
    "museum",
    "navy",
    "network",
    "news",
    "office",
    "organization",
    "parliament",
    "party",
    "police",
    "post",
    "press",
    "project",
    "radio",
    "reserve",
    "school",
    "senate",
    "service",
    "society",
    "states",
    "street",
    "times",
    "union",
    "university",
    "watch",
];

/// Small words inside a name.
const PARTICLES: [&str; 14] = [
    "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "bin", "ibn", "al", "la",
];

pub(crate) fn is_day(word: &str) -> bool {
    matches!(
        word,
        "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday"
    )
}

pub(crate) fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Jan"
            | "Feb"
            | "Aug"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}

pub(crate) fn is_preposition_of_place(word: &str) -> bool {
    matches!(
        word,
        "in" | "near"
            | "at"
            | "outside"
            | "across"
            | "into"
            | "around"
            | "throughout"
            | "toward"
            | "inside"
    )
}

pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

pub(crate) fn is_body_word(word: &str) -> bool {
    BODY_WORDS.binary_search(&word).is_ok()
}

pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// The gender that a title or a word for a person's part in life states. A first name states none.
pub(crate) fn stated_gender(word: &str) -> Option<Gender> {
    match word {
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "husband" | "son" | "brother"
        | "widower" | "uncle" | "nephew" | "man" | "boy" | "spokesman" | "congressman"
        | "businessman" | "councilman" | "assemblyman" | "grandfather" | "boyfriend" => {
            Some(Gender::Male)
        }
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "mother" | "wife"
        | "daughter" | "sister" | "widow" | "aunt" | "niece" | "woman" | "girl" | "spokeswoman"
        | "congresswoman" | "businesswoman" | "councilwoman" | "assemblywoman" | "chairwoman"
        | "actress" | "grandmother" | "girlfriend" => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(BODY_WORDS.is_sorted());
    }
}
