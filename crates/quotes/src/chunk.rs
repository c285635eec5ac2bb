//! An article's tokens, cut into the chunks that the model reads one at a time.
//!
//! Owns where the cuts fall. Training uses the same cuts (`examples/dump_features.rs`).

use std::ops::Range;

use hearsay_model::FIRST_OF_SENTENCE;

use crate::features::{MarkState, TokenFeatures};

/// Tokens that a chunk is filled up to with whole paragraphs.
pub const CHUNK_TOKENS: usize = 128;
/// Tokens that no chunk exceeds: a longer paragraph is cut, at a sentence where there is one.
pub const MAX_CHUNK_TOKENS: usize = 400;

/// The chunks of an article, in order, as ranges of token numbers. A paragraph keeps the line break that ends it.
/// Tokens outside every chunk are line breaks.
#[must_use]
pub fn chunks(features: &[TokenFeatures]) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    // The chunk being filled, and the end of the last paragraph in it.
    let (mut start, mut filled) = (0, 0);
    for end in paragraph_ends(features) {
        if end - start > CHUNK_TOKENS && filled > start {
            chunks.push(start..filled);
            start = filled;
        }
        filled = end;
        while end - start > MAX_CHUNK_TOKENS {
            let cut = (start + MAX_CHUNK_TOKENS / 2..start + MAX_CHUNK_TOKENS)
                .rev()
                .find(|&token| features[token].position >= FIRST_OF_SENTENCE)
                .unwrap_or(start + MAX_CHUNK_TOKENS);
            chunks.push(start..cut);
            start = cut;
        }
    }
    if filled > start {
        chunks.push(start..filled);
    }
    chunks.retain(|chunk| {
        features[chunk.clone()]
            .iter()
            .any(|token| token.state != MarkState::Break)
    });
    chunks
}

fn paragraph_ends(features: &[TokenFeatures]) -> impl Iterator<Item = usize> {
    let breaks = features
        .iter()
        .enumerate()
        .filter(|(_, token)| token.state == MarkState::Break);
    let last = features
        .last()
        .filter(|token| token.state != MarkState::Break)
        .map(|_| features.len());
    breaks.map(|(number, _)| number + 1).chain(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::token_features;

    fn cut(text: &str) -> Vec<Range<usize>> {
        chunks(&token_features(text, &hearsay_text::tokenize(text)))
    }

    #[test]
    fn whole_paragraphs_fill_a_chunk() {
        let paragraph = "word ".repeat(49) + "\n";
        assert_eq!(cut(&paragraph.repeat(5)), [0..100, 100..200, 200..250]);
    }

    #[test]
    fn a_paragraph_longer_than_a_chunk_stays_whole_up_to_the_limit() {
        assert_eq!(
            cut(&("a\n".to_owned() + &"word ".repeat(300) + "\nb")),
            [0..2, 2..303, 303..304]
        );
    }

    #[test]
    fn a_giant_paragraph_is_cut_at_a_sentence_or_else_at_the_limit() {
        let sentence = "word ".repeat(149) + ". ";
        assert_eq!(cut(&sentence.repeat(4)), [0..300, 300..600]);
        assert_eq!(cut(&"word ".repeat(900)), [0..400, 400..800, 800..900]);
    }

    #[test]
    fn nothing_but_line_breaks_gives_no_chunk() {
        assert_eq!(cut(""), []);
        assert_eq!(cut("\n \n"), []);
    }
}
