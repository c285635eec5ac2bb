//! What the scorer counts: word characters, and which of them stand inside quotation marks.
//!
//! Owns the reference scorer's reading of a text. It is deliberately apart from the engine's own tokens and marks: a
//! scorer that shared code with what it scores could hide its mistakes.

use unicode_general_category::{GeneralCategory, get_general_category};

/// A text as the scorer sees it; positions are Unicode code points.
#[derive(Debug)]
pub(crate) struct ScoredText {
    chars: Vec<char>,
    is_word: Vec<bool>,
    is_quoted: Vec<bool>,
}

/// A set of word characters, as ascending code point positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CharSet(Vec<u32>);

impl ScoredText {
    /// Reads `text` once.
    pub(crate) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let is_word: Vec<bool> = chars.iter().map(|c| is_word_char(*c)).collect();
        let mut is_quoted = vec![false; chars.len()];
        let mut start = 0;
        for paragraph in chars.split(|c| *c == '\n') {
            mark_quoted(
                paragraph,
                &mut is_quoted[start..start + paragraph.len()],
                |at| is_word[start + at],
            );
            start += paragraph.len() + 1;
        }
        Self {
            chars,
            is_word,
            is_quoted,
        }
    }

    /// The word characters of `spans`; what lies outside the text is left out.
    pub(crate) fn word_chars(&self, spans: &[(i64, i64)]) -> CharSet {
        let mut found = Vec::new();
        for span in spans {
            let range = self.clamp(*span);
            let words = range.filter(|at| self.is_word[*at]);
            found.extend(words.filter_map(|at| u32::try_from(at).ok()));
        }
        found.sort_unstable();
        found.dedup();
        CharSet(found)
    }

    /// The characters of `span`.
    pub(crate) fn slice(&self, span: (i64, i64)) -> &[char] {
        &self.chars[self.clamp(span)]
    }

    /// Whether no word character lies in `span`.
    pub(crate) fn is_wordless(&self, span: (i64, i64)) -> bool {
        !self.clamp(span).any(|at| self.is_word[at])
    }

    /// How many of the characters stand inside quotation marks.
    pub(crate) fn n_quoted(&self, chars: &CharSet) -> usize {
        let quoted = |at: &&u32| self.is_quoted[**at as usize];
        chars.0.iter().filter(quoted).count()
    }

    fn clamp(&self, (start, end): (i64, i64)) -> std::ops::Range<usize> {
        let cut = |at: i64| usize::try_from(at).unwrap_or(0).min(self.chars.len());
        let start = cut(start);
        start..cut(end).max(start)
    }
}

impl CharSet {
    /// Number of characters.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of characters that both have.
    pub(crate) fn n_shared(&self, other: &Self) -> usize {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else {
            return 0;
        };
        let from = other.0.partition_point(|at| at < first);
        let mut theirs = other.0[from..]
            .iter()
            .take_while(|at| *at <= last)
            .peekable();
        let mut n_shared = 0;
        for mine in &self.0 {
            while theirs.next_if(|at| *at < mine).is_some() {}
            n_shared += usize::from(theirs.next_if_eq(&mine).is_some());
        }
        n_shared
    }

    /// The characters of all sets.
    pub(crate) fn union<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all: Vec<u32> = sets.into_iter().flat_map(|set| &set.0).copied().collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// The characters that `other` does not have.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let lacks = |at: &&u32| other.0.binary_search(at).is_err();
        Self(self.0.iter().filter(lacks).copied().collect())
    }

    /// Shared characters over all characters of either, 0 to 1.
    pub(crate) fn overlap(&self, other: &Self) -> f64 {
        let n_shared = self.n_shared(other);
        if n_shared == 0 {
            return 0.0;
        }
        ratio(n_shared, self.len() + other.len() - n_shared)
    }
}

/// `part` over `whole`, or 0 of nothing.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of characters stay far below 2^52"
)]
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Whether the character is part of a word: no white space, control character or punctuation.
pub(crate) fn is_word_char(c: char) -> bool {
    use GeneralCategory as G;
    if c == '`' || c == '´' {
        return false;
    }
    !matches!(
        get_general_category(c),
        G::ConnectorPunctuation
            | G::DashPunctuation
            | G::OpenPunctuation
            | G::ClosePunctuation
            | G::InitialPunctuation
            | G::FinalPunctuation
            | G::OtherPunctuation
            | G::SpaceSeparator
            | G::LineSeparator
            | G::ParagraphSeparator
            | G::Control
            | G::Format
            | G::Surrogate
            | G::PrivateUse
            | G::Unassigned
    )
}

/// White space as the reference scorer has it: Unicode's, and the four separators of ASCII.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Marks what stands inside double quotation marks in one paragraph, the marks included. An unclosed opener runs to
/// the paragraph's end.
fn mark_quoted(chars: &[char], is_quoted: &mut [bool], is_word: impl Fn(usize) -> bool) {
    let mut open: Option<(usize, &[char])> = None;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let is_pair = c == '\'' && chars.get(at + 1) == Some(&'\'');
        let width = if is_pair { 2 } else { 1 };
        match open {
            None => {
                let opens_with: &[char] = match c {
                    '“' => &['”', '"'],
                    '„' => &['“', '”', '"'],
                    '«' => &['»', '"'],
                    '"' | '”' => &['"', '”'],
                    _ if is_pair => &['"', '”'],
                    _ => &[],
                };
                // Of marks that look alike on both sides, the opener follows space and precedes a word.
                let either_side = is_pair || matches!(c, '"' | '”');
                let opens = !either_side
                    || !chars.get(at + width).is_none_or(|c| is_space(*c))
                        && (at == 0 || is_space(chars[at - 1]) || !is_word(at - 1));
                if !opens_with.is_empty() && opens {
                    open = Some((at, opens_with));
                }
            }
            Some((from, closers)) => {
                if closers.contains(&c) || is_pair {
                    is_quoted[from..at + width].fill(true);
                    open = None;
                } else if c == '“' {
                    open = Some((at, closers));
                }
            }
        }
        at += width;
    }
    if let Some((from, _)) = open {
        is_quoted[from..].fill(true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with everything outside quotation marks turned into dots.
    fn quoted(text: &str) -> String {
        let scored = ScoredText::new(text);
        let shown = scored.chars.iter().zip(&scored.is_quoted);
        shown
            .map(|(c, quoted)| if *quoted { *c } else { '.' })
            .collect()
    }

    #[test]
    fn quoted_words_are_those_between_double_marks_of_one_paragraph() {
        for (text, expected) in [
            ("a “b” c", "..“b”.."),
            ("a \"b\" c", "..\"b\".."),
            ("''b'' c", "''b''.."),
            ("„b“ «c»", "„b“.«c»"),
            ("a “b\nc” d", "..“b....."),
            ("5\" a \"b\"", ".....\"b\""),
            ("say \" no", "........"),
            ("a “b “c” d", ".....“c”.."),
            ("it’s 'b'", "........"),
        ] {
            assert_eq!(quoted(text), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_spaces_and_punctuation_are_no_word_characters() {
        for c in "a1é日$+^°".chars() {
            assert!(is_word_char(c), "{c:?}");
        }
        for c in " \n\u{a0}.,“”'`´-—_«/\u{200b}\u{feff}".chars() {
            assert!(!is_word_char(c), "{c:?}");
        }
    }

    #[test]
    fn overlap_is_shared_over_all() {
        let text = ScoredText::new("ab, cd. ef");
        let left = text.word_chars(&[(0, 6)]);
        let right = text.word_chars(&[(4, 10), (4, 6)]);
        assert_eq!((left.len(), right.len(), left.n_shared(&right)), (4, 4, 2));
        assert!((left.overlap(&right) - 2.0 / 6.0).abs() < 1e-12);
        assert_eq!(left.without(&right), text.word_chars(&[(0, 2)]));
        assert_eq!(CharSet::union([&left, &right]).len(), 6);
    }

    #[test]
    fn spans_beyond_the_text_count_what_lies_inside() {
        let text = ScoredText::new("abc");
        assert_eq!(text.word_chars(&[(-5, 2), (9, 12), (2, 1)]).len(), 2);
    }
}
