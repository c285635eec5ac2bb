//! The words that have a row of their own in the word table.
//!
//! Owns the compact form (sorted and front-coded) and the search. How a token becomes a word is left to the caller.

/// Sorted words; the row of a word is its place plus one, and row 0 is every other word.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

impl Vocabulary {
    /// Reads `count` front-coded words: per word the number of bytes shared with the word before, the number of bytes
    /// that follow, and those bytes.
    pub(crate) fn parse(count: usize, mut bytes: &[u8]) -> Result<Self, String> {
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(count.min(bytes.len())));
        let mut word: Vec<u8> = Vec::new();
        for number in 1..=count {
            let [shared, added, rest @ ..] = bytes else {
                return Err(format!("it ends before word {number} of {count}"));
            };
            let (shared, added) = (usize::from(*shared), usize::from(*added));
            if shared > word.len() || added > rest.len() {
                return Err(format!("word {number} reaches beyond what is there"));
            }
            let (tail, after) = rest.split_at(added);
            bytes = after;
            let is_sorted = number == 1 || tail > &word[shared..];
            word.truncate(shared);
            word.extend_from_slice(tail);
            let Ok(spelled) = std::str::from_utf8(&word) else {
                return Err(format!("word {number} is not UTF-8"));
            };
            if !is_sorted {
                return Err(format!("word {number}, \"{spelled}\", is out of order"));
            }
            text.push_str(spelled);
            let Ok(end) = u32::try_from(text.len()) else {
                return Err("it is larger than 4 GB".to_owned());
            };
            ends.push(end);
        }
        if bytes.is_empty() {
            Ok(Self { text, ends })
        } else {
            Err(format!("{} bytes follow its last word", bytes.len()))
        }
    }

    /// Row of a word, 0 if it has none.
    pub(crate) fn row(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Equal => return middle + 1,
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        0
    }

    fn word(&self, place: usize) -> &str {
        let start = if place == 0 {
            0
        } else {
            self.ends[place - 1] as usize
        };
        &self.text[start..self.ends[place] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "said", "say", "élan".
    const THREE: &[u8] = b"\x00\x04said\x02\x01y\x00\x05\xc3\xa9lan";

    #[test]
    fn every_word_has_its_place_as_row_and_others_have_row_zero() {
        let vocabulary = Vocabulary::parse(3, THREE).unwrap();
        let rows =
            ["said", "say", "élan", "", "zoo", "sai", "says"].map(|word| vocabulary.row(word));
        assert_eq!(rows, [1, 2, 3, 0, 0, 0, 0]);
    }

    #[test]
    fn damage_is_reported_with_the_word_it_hit() {
        let problem = |count, bytes: &[u8]| Vocabulary::parse(count, bytes).unwrap_err();
        assert!(problem(4, THREE).contains("word 4 of 4"));
        assert!(problem(2, THREE).contains("follow its last word"));
        assert!(problem(1, b"\x03\x01a").contains("word 1"));
        assert!(problem(2, b"\x00\x01b\x00\x01a").contains("out of order"));
        assert!(problem(1, b"\x00\x01\xff").contains("UTF-8"));
    }
}
