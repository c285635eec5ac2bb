//! Classes of cues: which report speech, which a stance, a thought or evidence.
//!
//! Owns the look-up; the word list is a file of whoever measures, not part of Hearsay.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use unicode_general_category::{GeneralCategory, get_general_category};

use super::words::is_space;

/// What a cue does, by its class in a word list.
#[derive(Debug, Default)]
pub(crate) struct CueClasses {
    class_of: BTreeMap<String, String>,
}

impl CueClasses {
    /// Reads a word list: tab-separated lines `form, lemma, class, …`; lines that begin with `#` are comments.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let list = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the list of cue classes {}", path.display()))?;
        Self::parse(&list).with_context(|| path.display().to_string())
    }

    pub(crate) fn parse(list: &str) -> anyhow::Result<Self> {
        let mut class_of = BTreeMap::new();
        for (nth, line) in list.lines().enumerate() {
            if line.starts_with('#') || line.is_empty() {
                continue;
            }
            let mut fields = line.split('\t');
            let (Some(form), Some(class)) = (fields.next(), fields.nth(1)) else {
                bail!(
                    "line {}: expected form, lemma and class between tabs",
                    nth + 1
                );
            };
            class_of.insert(form.to_owned(), class.to_owned());
        }
        Ok(Self { class_of })
    }

    /// Whether the cue reports speech or writing. A mark alone (`:`, `—`) does, and so does an unknown word before a colon.
    pub(crate) fn is_speech(&self, cue: &str) -> bool {
        let cue = cue.to_lowercase();
        let words: Vec<&str> = cue
            .split(is_space)
            .filter(|word| !word.is_empty())
            .collect();
        let Some(last) = words.last() else {
            return false;
        };
        let tokens: Vec<String> = words.iter().flat_map(|word| tokens(word)).collect();
        if tokens.is_empty() {
            return true;
        }
        let has = |class: &str| {
            let is_of = |token| self.class_of.get(token).is_some_and(|known| known == class);
            tokens.iter().any(is_of)
        };
        if has("speech") {
            return true;
        }
        !["stance", "mental", "evidence"].into_iter().any(has) && last.ends_with(':')
    }
}

/// The letter-and-digit tokens of a word; an apostrophe joins letters.
fn tokens(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        while chars.get(at).is_some_and(|c| is_alphanumeric(*c)) {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let joins = |at: usize| chars.get(at).is_some_and(|c| matches!(c, '’' | '\''));
        let letter = |at: usize| {
            let is_letter = |c: &char| is_alphanumeric(*c) && !is_decimal(*c);
            chars.get(at).is_some_and(is_letter)
        };
        while joins(at) && letter(at + 1) {
            at += 1;
            while letter(at) {
                at += 1;
            }
        }
        found.push(chars[start..at].iter().collect());
    }
    found
}

/// Letters and numbers of any script, without the combining marks that Rust counts in.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    use GeneralCategory as G;
    matches!(
        get_general_category(c),
        G::UppercaseLetter
            | G::LowercaseLetter
            | G::TitlecaseLetter
            | G::ModifierLetter
            | G::OtherLetter
            | G::DecimalNumber
            | G::LetterNumber
            | G::OtherNumber
    )
}

fn is_decimal(c: char) -> bool {
    get_general_category(c) == GeneralCategory::DecimalNumber
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speech_comes_before_other_classes_and_marks_alone_are_speech() {
        let list = "#form\tlemma\tclass\nsaid\tsay\tspeech\t9\nmocked\tmock\tstance\t2\nadd's\tadd\tspeech\n";
        let classes = CueClasses::parse(list).unwrap();
        for (cue, expected) in [
            ("said", true),
            ("has  Said", true),
            ("said, mocked", true),
            ("mocked", false),
            ("mocked:", false),
            ("blurted", false),
            ("blurted:", true),
            (":", true),
            ("—", true),
            ("", false),
            ("add's", true),
        ] {
            assert_eq!(classes.is_speech(cue), expected, "{cue:?}");
        }
    }

    #[test]
    fn a_line_without_a_class_is_named() {
        let error = CueClasses::parse("#x\nsaid say\n").unwrap_err();
        assert!(error.to_string().contains("line 2"), "{error}");
    }
}
