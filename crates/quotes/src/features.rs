//! Tokens of an article become the feature rows that the model reads.
//!
//! Owns what the model sees of a token: normalised word, hashed prefix, suffix and shape, quotation-mark state, place of its
//! sentence. Training reads these very features (`examples/dump_features.rs`), so a change here asks for a new model.
//! Cutting articles into chunks is left to `chunk.rs`, the network to `hearsay-model`.

use hearsay_model::{FIRST_OF_SENTENCE, Features, Model, STATE_BREAK};
use hearsay_text::{Token, TokenKind};

/// Rows that prefixes are hashed to.
pub const PREFIX_ROWS: u32 = 1000;
/// Rows that suffixes are hashed to.
pub const SUFFIX_ROWS: u32 = 1000;
/// Rows that shapes are hashed to.
pub const SHAPE_ROWS: u32 = 96;

/// Highest number of a sentence in its paragraph that is told apart.
const LAST_SENTENCE: u8 = 3;
/// Characters of a word that its shape looks at, and characters of a shape that count.
const SHAPE_REACH: usize = 24;
const SHAPE_LENGTH: usize = 6;

/// Where a token stands with respect to double quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum MarkState {
    /// Outside any pair.
    Outside = 0,
    /// An opening mark.
    Opening = 1,
    /// Inside a pair.
    Inside = 2,
    /// A closing mark.
    Closing = 3,
    /// A line break, which closes whatever is open.
    Break = STATE_BREAK,
}

/// A token as the model sees it, before its word is looked up in a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenFeatures {
    /// Lowercased, digits folded to `0`, `’` as `'`; every double quotation mark is `"`, every line break is a line feed.
    pub word: String,
    /// Row of the first three characters of the word.
    pub prefix: u16,
    /// Row of the last three characters of the word.
    pub suffix: u16,
    /// Row of the shape: case, digits and punctuation, runs cut to two.
    pub shape: u16,
    /// Quotation-mark state.
    pub state: MarkState,
    /// Number of the sentence in its paragraph, at most 3, plus 4 on its first token.
    pub position: u8,
}

impl TokenFeatures {
    /// The rows of `model` for this token.
    #[must_use]
    pub fn rows(&self, model: &Model) -> Features {
        Features {
            word: model.word_row(&self.word),
            prefix: self.prefix,
            suffix: self.suffix,
            shape: self.shape,
            state: self.state as u8,
            position: self.position,
        }
    }
}

/// Features of all tokens of an article, in order.
///
/// ```
/// use hearsay_quotes::features::{MarkState, token_features};
/// let text = "“Not now,” she said.";
/// let features = token_features(text, &hearsay_text::tokenize(text));
/// assert_eq!(features[0].state, MarkState::Opening);
/// assert_eq!(features[1].word, "not");
/// ```
#[must_use]
pub fn token_features(text: &str, tokens: &[Token]) -> Vec<TokenFeatures> {
    let states = mark_states(text, tokens);
    let positions = sentence_positions(text, tokens, &states);
    tokens
        .iter()
        .zip(states.iter().zip(positions))
        .map(|(token, (&state, position))| {
            let spelled = token.span.slice(text);
            let is_mark = matches!(state, MarkState::Opening | MarkState::Closing);
            let word = match token.kind {
                TokenKind::Break => "\n".to_owned(),
                _ if is_mark => "\"".to_owned(),
                _ => normalise(spelled),
            };
            let shape = match token.kind {
                TokenKind::Break => "\n".to_owned(),
                _ if is_mark => "\"".to_owned(),
                _ => shape(spelled),
            };
            let n_characters = word.chars().count();
            TokenFeatures {
                prefix: row(7, "^", word.chars().take(3), "", PREFIX_ROWS),
                suffix: row(
                    8,
                    "",
                    word.chars().skip(n_characters.saturating_sub(3)),
                    "$",
                    SUFFIX_ROWS,
                ),
                shape: row(9, "", shape.chars(), "", SHAPE_ROWS),
                word,
                state,
                position,
            }
        })
        .collect()
}

fn normalise(spelled: &str) -> String {
    let mut word = String::with_capacity(spelled.len());
    for c in spelled.chars() {
        match c {
            'A'..='Z' => word.push(c.to_ascii_lowercase()),
            '’' => word.push('\''),
            _ if c.is_ascii() && !c.is_ascii_digit() => word.push(c),
            _ if c.is_numeric() => word.push('0'),
            _ => word.extend(c.to_lowercase()),
        }
    }
    word
}

/// Case, digits and punctuation of a word: `Xx-dd` of *Boeing-747*.
fn shape(spelled: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut before_last, mut length) = (None, None, 0);
    for c in spelled.chars().take(SHAPE_REACH) {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        if last == Some(class) && before_last == last {
            continue;
        }
        (before_last, last) = (last, Some(class));
        shape.push(class);
        length += 1;
        if length == SHAPE_LENGTH {
            break;
        }
    }
    shape
}

/// Per token: where it stands with respect to double marks, or single curly ones used in their place.
///
/// A line break closes: an opening mark without a closing one is the custom for quotes that run over paragraphs, and a
/// stray mark then spoils one paragraph only.
fn mark_states(text: &str, tokens: &[Token]) -> Vec<MarkState> {
    let mut states = Vec::with_capacity(tokens.len());
    let closes_later = single_closes_later(text, tokens);
    // The mark that would close, while something is open.
    let mut open: Option<Closer> = None;
    for (number, token) in tokens.iter().enumerate() {
        let spelled = token.span.slice(text);
        let state = match (token.kind, spelled) {
            (TokenKind::Break, _) => {
                open = None;
                MarkState::Break
            }
            (_, "„" | "«" | "「" | "『") => {
                open = Some(Closer::Double);
                MarkState::Opening
            }
            (_, "“") if open == Some(Closer::LowMark) => {
                open = None;
                MarkState::Closing
            }
            (_, "“" | "‟") => {
                open = Some(Closer::Double);
                MarkState::Opening
            }
            (_, "\"" | "''" | "``" | "＂") if open.is_none() => {
                open = Some(Closer::Double);
                MarkState::Opening
            }
            (_, "\"" | "''" | "``" | "＂" | "”" | "»" | "」" | "』") => {
                open = None;
                MarkState::Closing
            }
            (_, "‘") if open.is_none() && closes_later[number] => {
                open = Some(Closer::Single);
                MarkState::Opening
            }
            (_, "’") if open == Some(Closer::Single) => {
                open = None;
                MarkState::Closing
            }
            _ if open.is_some() => MarkState::Inside,
            _ => MarkState::Outside,
        };
        if spelled == "„" {
            open = Some(Closer::LowMark);
        }
        states.push(state);
    }
    states
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closer {
    /// Any closing double mark.
    Double,
    /// The same or `“`, which closes what `„` opened.
    LowMark,
    /// `’` as a token of its own.
    Single,
}

/// Per token: whether a `’` that is no apostrophe follows before the paragraph ends. One pass from the end, so that a text
/// of nothing but marks takes no longer than any other.
fn single_closes_later(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut closes = vec![false; tokens.len()];
    let mut closes_later = false;
    for (number, token) in tokens.iter().enumerate().rev() {
        closes[number] = closes_later;
        closes_later = match token.kind {
            TokenKind::Break => false,
            _ => closes_later || token.span.slice(text) == "’",
        };
    }
    closes
}

/// Per token: number of its sentence in the paragraph, plus [`FIRST_OF_SENTENCE`] on the first token of a sentence.
fn sentence_positions(text: &str, tokens: &[Token], states: &[MarkState]) -> Vec<u8> {
    let mut positions = Vec::with_capacity(tokens.len());
    let (mut number, mut is_first, mut has_ended) = (0, true, false);
    for (token, &state) in tokens.iter().zip(states) {
        let spelled = token.span.slice(text);
        if state == MarkState::Break {
            positions.push(0);
            (number, is_first, has_ended) = (0, true, false);
            continue;
        }
        // Closing marks belong to the sentence they end.
        if has_ended && state != MarkState::Closing && !matches!(spelled, ")" | "]" | "’" | "'") {
            (number, is_first, has_ended) = (LAST_SENTENCE.min(number + 1), true, false);
        }
        positions.push(number + if is_first { FIRST_OF_SENTENCE } else { 0 });
        is_first = false;
        has_ended |= matches!(spelled, "." | "!" | "?");
    }
    positions
}

/// FNV-1a with a finaliser, modulo the rows: plain FNV leaves its low bits poorly mixed for strings this short.
fn row(
    seed: u32,
    before: &str,
    characters: impl Iterator<Item = char>,
    after: &str,
    rows: u32,
) -> u16 {
    let mut hash = 0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b1);
    let mut mix = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    mix(before.as_bytes());
    for c in characters {
        mix(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
    mix(after.as_bytes());
    hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d);
    hash = (hash ^ hash >> 12).wrapping_mul(0x297a_2d39);
    ((hash ^ hash >> 15) % rows) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearsay_text::tokenize;

    fn features(text: &str) -> Vec<TokenFeatures> {
        token_features(text, &tokenize(text))
    }

    /// States as letters: `.` outside, `(` opening, `i` inside, `)` closing, `/` break.
    fn states(text: &str) -> String {
        features(text)
            .iter()
            .map(|token| match token.state {
                MarkState::Outside => '.',
                MarkState::Opening => '(',
                MarkState::Inside => 'i',
                MarkState::Closing => ')',
                MarkState::Break => '/',
            })
            .collect()
    }

    #[test]
    fn marks_open_and_close_whatever_their_style() {
        for text in [
            "a “b c” d",
            "a \"b c\" d",
            "a ''b c'' d",
            "a ``b c'' d",
            "a «b c» d",
            "a „b c“ d",
            "a „b c” d",
            "a ‘b c’ d",
            "a 「b c」 d",
        ] {
            assert_eq!(states(text), ".(ii).", "{text}");
        }
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        assert_eq!(states("“a b\n“c” d"), "(ii/(i).");
    }

    #[test]
    fn an_apostrophe_is_no_single_mark() {
        assert_eq!(states("the ‘90s it’s"), ".....");
        assert_eq!(states("“the ‘b’ c”"), "(iiiii)");
    }

    #[test]
    fn words_are_the_same_however_marks_apostrophes_digits_and_case_are_written() {
        let words = |text| {
            features(text)
                .into_iter()
                .map(|token| token.word)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            words("“We’re 42,” ÉLAN said\r\n"),
            ["\"", "we", "'re", "00", ",", "\"", "élan", "said", "\n"]
        );
        assert_eq!(
            words("\"we're 17,\" élan SAID\n"),
            words("“We’re 42,” ÉLAN said\n")
        );
    }

    #[test]
    fn positions_count_sentences_and_mark_their_first_tokens() {
        let positions: Vec<u8> = features("“No.” A b. (C.) d? e f! g\nh")
            .iter()
            .map(|token| token.position)
            .collect();
        //                       “  No .  ”  A  b  .  (  C  .  )  d  ?  e  f  !  g  /  h
        assert_eq!(
            positions,
            [4, 0, 0, 0, 5, 1, 1, 6, 2, 2, 2, 7, 3, 7, 3, 3, 7, 0, 4]
        );
    }

    #[test]
    fn shapes_keep_case_digits_and_punctuation_in_short() {
        let shapes = [
            "said",
            "Washington",
            "NATO",
            "McCain",
            "Boeing-747",
            "U.S",
            "2,016",
            "’s",
        ]
        .map(shape);
        assert_eq!(
            shapes,
            ["xx", "Xxx", "XX", "XxXxx", "Xxx-dd", "X.X", "d,dd", "’x"]
        );
    }

    #[test]
    fn the_embedded_model_has_the_rows_that_features_are_hashed_to() {
        let info = hearsay_model::embedded().unwrap().info();
        let rows = [info.n_prefix_rows, info.n_suffix_rows, info.n_shape_rows];
        assert_eq!(
            rows,
            [PREFIX_ROWS, SUFFIX_ROWS, SHAPE_ROWS].map(|rows| rows as usize)
        );
    }

    #[test]
    fn rows_do_not_change_between_versions() {
        // Frozen: the committed model was trained with these.
        let token = &features("Reported")[0];
        assert_eq!((token.prefix, token.suffix, token.shape), (177, 577, 41));
    }
}
