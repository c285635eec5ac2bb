//! What words that attribute report, word by word.
//!
//! Owns the table and its look-up; how the words around a cue bear on it is in `reports.rs`. Written for Hearsay from
//! general knowledge of English, not taken from any list.

/// What a word that attributes does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// Reports spoken words: *said*.
    Speech,
    /// Reports written words: *tweeted*.
    Writing,
    /// Tells a thought, wish, feeling or perception: *believes*.
    Thought,
    /// Tells where somebody stands: *endorsed*.
    Stance,
    /// Reports a finding: *shows*.
    Evidence,
    /// Speech with a clause, else no more than a topic or a deed: *announced the model*.
    Topic,
    /// Keeps somebody from speaking: *declined*.
    Refusal,
}

/// What kind of thing a noun in a source or around a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    /// Something written: *statement*, *tweet*, *report*.
    Document,
    /// Where one writes, which may be a company that speaks as well: *Twitter*.
    Medium,
    /// Both a medium and something written: *website*.
    Page,
    /// Something that finds: *poll*, *study*, *data*.
    Study,
    /// Where one speaks: *interview*, *rally*.
    Occasion,
}

/// Base forms and irregular forms, ordered, each followed by the letter of its class.
const CUES: &str = include_str!("report_words/cues.txt");

/// Singular nouns, ordered, each followed by the letter of its kind.
const NOUNS: &str = include_str!("report_words/nouns.txt");

/// What a lowercase word in a cue does; `None` for words that tell nothing.
pub(crate) fn cue_class(word: &str) -> Option<CueClass> {
    let letter = look_up_inflected(CUES, word)?;
    Some(match letter {
        b's' => CueClass::Speech,
        b'w' => CueClass::Writing,
        b't' => CueClass::Thought,
        b'e' => CueClass::Evidence,
        b'n' => CueClass::Topic,
        b'r' => CueClass::Refusal,
        _ => CueClass::Stance,
    })
}

/// What a lowercase noun, singular or plural, is.
pub(crate) fn noun(word: &str) -> Option<Noun> {
    let letter = look_up_inflected(NOUNS, word)?;
    Some(match letter {
        b'd' => Noun::Document,
        b'm' => Noun::Medium,
        b'b' => Noun::Page,
        b'o' => Noun::Occasion,
        _ => Noun::Study,
    })
}

/// The letter of the word itself, or of what it is a regular form of.
fn look_up_inflected(table: &str, word: &str) -> Option<u8> {
    let exact = look_up(table, word);
    if exact.is_some() || !word.is_ascii() {
        return exact;
    }
    for (ending, replacements) in [
        ("ies", &["y"][..]),
        ("ied", &["y"]),
        ("s", &[""]),
        ("es", &[""]),
        ("d", &[""]),
        ("ed", &[""]),
        ("ing", &["", "e"]),
    ] {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        for replacement in replacements {
            if let Some(letter) = look_up(table, &[stem, replacement].concat()) {
                return Some(letter);
            }
        }
        // *admitted*, *rebutting*: a doubled consonant before the ending.
        let mut last = stem.bytes().rev();
        if matches!(ending, "ed" | "ing")
            && stem.len() > 2
            && last.next() == last.next()
            && let Some(letter) = look_up(table, &stem[..stem.len() - 1])
        {
            return Some(letter);
        }
    }
    None
}

/// Searches lines `word letter`, ordered by word.
fn look_up(table: &str, word: &str) -> Option<u8> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let line = &bytes[..middle];
        let start = line
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |at| at + 1);
        let length = bytes[start..].iter().position(|b| *b == b'\n')?;
        let end = start + length;
        let entry = &bytes[start..end - 2];
        match entry.cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(bytes[end - 1]),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_ordered_without_repeats() {
        for table in [CUES, NOUNS] {
            let words: Vec<&str> = table
                .lines()
                .filter_map(|line| line.split(' ').next())
                .collect();
            let bad: Vec<_> = words.windows(2).filter(|two| two[0] >= two[1]).collect();
            assert!(bad.is_empty(), "{bad:?}");
            assert!(table.ends_with('\n'));
        }
    }

    #[test]
    fn every_entry_is_found() {
        for table in [CUES, NOUNS] {
            for line in table.lines() {
                let (word, letter) = line.split_once(' ').unwrap();
                assert_eq!(look_up(table, word), letter.bytes().next(), "{word}");
            }
        }
    }

    #[test]
    fn inflected_forms_are_found_by_their_base() {
        for (word, class) in [
            ("says", CueClass::Speech),
            ("saying", CueClass::Speech),
            ("tweeting", CueClass::Writing),
            ("believes", CueClass::Thought),
            ("admitted", CueClass::Speech),
            ("replies", CueClass::Speech),
            ("denied", CueClass::Speech),
            ("endorsing", CueClass::Stance),
            ("refused", CueClass::Refusal),
        ] {
            assert_eq!(cue_class(word), Some(class), "{word}");
        }
        for word in ["", "bridge", "é", "ing", "s"] {
            assert_eq!(cue_class(word), None, "{word:?}");
        }
        assert_eq!(noun("surveys"), Some(Noun::Study));
        assert_eq!(noun("stories"), Some(Noun::Document));
    }
}
