//! Owns the scores: how much of the expected text was found, and whether title and byline are right.

use std::collections::HashMap;

use crate::Expected;

/// How well a text was found.
#[derive(Clone, Debug, PartialEq)]
pub struct TextScore {
    /// Share of the words found that are expected.
    pub precision: f64,
    /// Share of the expected words that were found.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Expected words that were not found, in order.
    pub missing: Vec<String>,
    /// Words found that are not expected, in order.
    pub extra: Vec<String>,
}

/// The words of a text in small letters. A character of Chinese or Japanese is a word.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let alone = matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff);
        if (alone || !c.is_alphanumeric()) && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        if alone {
            found.push(c.to_string());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

/// Compares the words of `found` with those expected, as bags: order does not count. Words that are optional are taken
/// out of `found` once where they stand together, if it has more of them than are expected.
#[must_use]
pub fn text(expected: &Expected, found: &str) -> TextScore {
    let wanted = tokens(&expected.text());
    let mut found = tokens(found);
    let mut optional: Vec<Vec<String>> = expected.optional.iter().map(|t| tokens(t)).collect();
    optional.sort_by_key(|words| std::cmp::Reverse(words.len()));
    for words in optional.iter().filter(|words| !words.is_empty()) {
        let count = |text: &[String]| text.windows(words.len()).filter(|w| w == words).count();
        if count(&found) > count(&wanted)
            && let Some(at) = found.windows(words.len()).position(|w| w == words)
        {
            found.drain(at..at + words.len());
        }
    }
    let missing = beyond(&wanted, &found);
    let extra = beyond(&found, &wanted);
    let shared = (wanted.len() - missing.len()) as f64;
    let share = |of: usize| if of == 0 { 1.0 } else { shared / of as f64 };
    let (precision, recall) = (share(found.len()), share(wanted.len()));
    let sum = precision + recall;
    TextScore {
        precision,
        recall,
        f1: if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        },
        missing,
        extra,
    }
}

/// The words of `these` that `those` has fewer of: the last ones.
fn beyond(these: &[String], those: &[String]) -> Vec<String> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in those {
        *left.entry(word).or_default() += 1;
    }
    let mut beyond = these.to_vec();
    beyond.retain(|word| match left.get_mut(word.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    beyond
}

/// Says that there is none to be found.
const NOTHING: &str = "none";

/// Whether a fact (`title`, `byline`, `site`, `date`, `language`, `url`) was found; `None` where nothing is said of it.
#[must_use]
pub fn fact(expected: &Expected, key: &str, found: Option<&str>) -> Option<bool> {
    let right = expected.facts.get(key)?;
    let Some(found) = found.filter(|found| !found.trim().is_empty()) else {
        return Some(right.iter().any(|value| value == NOTHING));
    };
    let same = |value: &String| match key {
        _ if value == NOTHING => false,
        "byline" => names(value) == names(found),
        "date" => found.starts_with(value.as_str()) || tokens(found) == tokens(value),
        "language" => primary(value) == primary(found),
        "url" => value == found,
        _ => plain(value) == plain(found),
    };
    Some(right.iter().any(same))
}

fn primary(language: &str) -> String {
    let first = language.split(['-', '_']).next();
    first.unwrap_or_default().to_ascii_lowercase()
}

/// A title without what typesetting adds: kinds of quotation mark, dash and space.
fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' | '„' => '"',
            '–' | '—' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            c => c,
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a byline in the order of the alphabet, without those that only introduce and join names.
fn names(byline: &str) -> Vec<String> {
    const JOINING: [&str; 24] = [
        "by",
        "and",
        "von",
        "und",
        "par",
        "et",
        "por",
        "y",
        "e",
        "di",
        "od",
        "autor",
        "autorka",
        "i",
        "и",
        "автор",
        "текст",
        "ve",
        "yazan",
        "מאת",
        "بقلم",
        "with",
        "words",
        "text",
    ];
    let byline = ["记者", "本报记者", "文・"]
        .iter()
        .fold(byline, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let mut names = tokens(byline);
    names.retain(|word| !JOINING.contains(&word.as_str()));
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(text: &str, optional: &[&str]) -> Expected {
        Expected {
            blocks: vec![text.to_owned()],
            optional: optional.iter().map(|&words| words.to_owned()).collect(),
            ..Expected::default()
        }
    }

    #[test]
    fn a_text_is_scored_by_the_words_it_shares() {
        let score = text(
            &expected("The mayor said no.", &[]),
            "The mayor said NO, no ads",
        );
        assert_eq!(score.missing, [""; 0]);
        assert_eq!(score.extra, ["no", "ads"]);
        assert_eq!((score.precision, score.recall), (4.0 / 6.0, 1.0));
        assert!((score.f1 - 0.8).abs() < 1e-9);
        assert!(text(&expected("a b", &[]), "").f1 < 1e-9);
    }

    #[test]
    fn optional_words_count_neither_way() {
        let wanted = expected("The title is told. By then.", &["The title", "By Ana"]);
        let all = text(&wanted, "The title. By Ana. The title is told. By then.");
        let bare = text(&wanted, "The title is told. By then.");
        assert!((all.f1 - 1.0).abs() < 1e-9, "{all:?}");
        assert!((bare.f1 - 1.0).abs() < 1e-9, "{bare:?}");
    }

    #[test]
    fn chinese_is_counted_by_character() {
        assert_eq!(tokens("市长说：不"), ["市", "长", "说", "不"]);
    }

    #[test]
    fn facts_are_right_whatever_introduces_them() {
        let mut wanted = Expected::default();
        let mut set = |key: &str, values: &[&str]| {
            let values = values.iter().map(|&value| value.to_owned()).collect();
            wanted.facts.insert(key.to_owned(), values);
        };
        set("byline", &["Ana Ruiz and Tom Lee"]);
        set("title", &["“No,” she said"]);
        set("date", &["2026-03-04", "4 March 2026"]);
        set("site", &["none"]);
        let is = |key, found| fact(&wanted, key, found);
        assert_eq!(is("byline", Some("By Ana Ruiz, Tom Lee")), Some(true));
        assert_eq!(is("byline", Some("Ana Ruiz")), Some(false));
        assert_eq!(is("title", Some("\"No,\"  she said")), Some(true));
        assert_eq!(is("title", None), Some(false));
        assert_eq!(is("date", Some("2026-03-04T08:00:00Z")), Some(true));
        assert_eq!(is("site", None), Some(true));
        assert_eq!(is("site", Some("News")), Some(false));
        assert_eq!(is("url", Some("x")), None);
    }
}
