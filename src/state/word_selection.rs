//! Selecting words by keyboard: sentence by sentence, then word by word at the end.

use hearsay_text::{Article, Span, TokenKind, sentences, tokenize};

/// A way to change the words selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordMove {
    /// Select the next sentence.
    NextSentence,
    /// Select the sentence before.
    PreviousSentence,
    /// Select one word more at the end.
    ExtendEnd,
    /// Select one word less at the end.
    ShrinkEnd,
    /// Leave out one word at the start.
    ShrinkStart,
    /// Select one word more at the start.
    ExtendStart,
}

/// The words selected after `how`. `near` is the block to start from when nothing is selected.
///
/// Sentences go on from block to block; words stay within theirs. A move that leads nowhere changes nothing, and the
/// last word left stays selected.
#[must_use]
pub fn move_words(
    article: &Article,
    selected: Option<Span>,
    near: usize,
    how: WordMove,
) -> Option<Span> {
    let Some(selected) = selected else {
        // Any first move selects the first sentence in view.
        let block = article.blocks.get(near)?;
        return sentences(&article.text, block.span).first().copied();
    };
    let moved = match how {
        WordMove::NextSentence => next_sentence(article, selected),
        WordMove::PreviousSentence => previous_sentence(article, selected),
        WordMove::ExtendEnd => words_around(article, selected.end, selected)
            .find(|word| word.end > selected.end)
            .map(|word| Span::new(selected.start, word.end)),
        WordMove::ShrinkEnd => words_around(article, selected.end.saturating_sub(1), selected)
            .filter(|word| word.end < selected.end && word.end > selected.start)
            .last()
            .map(|word| Span::new(selected.start, word.end)),
        WordMove::ShrinkStart => words_around(article, selected.start, selected)
            .find(|word| word.start > selected.start && word.start < selected.end)
            .map(|word| Span::new(word.start, selected.end)),
        WordMove::ExtendStart => words_around(article, selected.start, selected)
            .filter(|word| word.start < selected.start)
            .last()
            .map(|word| Span::new(word.start, selected.end)),
    };
    moved.or(Some(selected))
}

/// The sentence after the one that holds the selection's start.
fn next_sentence(article: &Article, selected: Span) -> Option<Span> {
    let first = article.block_at(selected.start)?;
    article.blocks[first..].iter().find_map(|block| {
        sentences(&article.text, block.span)
            .into_iter()
            .find(|sentence| sentence.start > selected.start)
    })
}

/// The sentence before the one that holds the selection's start.
fn previous_sentence(article: &Article, selected: Span) -> Option<Span> {
    let last = article.block_at(selected.start)?;
    let before = |sentence: &Span| sentence.end <= selected.start;
    article.blocks[..=last].iter().rev().find_map(|block| {
        sentences(&article.text, block.span)
            .into_iter()
            .rfind(before)
    })
}

/// The words and marks of the block that holds the byte at `at`, each with the punctuation that follows it joined to
/// nothing: they are selected one by one.
fn words_around(article: &Article, at: u32, selected: Span) -> impl Iterator<Item = Span> {
    let block = article
        .block_at(at)
        .or_else(|| article.block_at(selected.start));
    let block = block.map_or(Span::default(), |idx| article.blocks[idx].span);
    let tokens = tokenize(block.slice(&article.text));
    tokens.into_iter().filter_map(move |token| {
        let span = Span::new(block.start + token.span.start, block.start + token.span.end);
        (token.kind != TokenKind::Break).then_some(span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use WordMove::{
        ExtendEnd, ExtendStart, NextSentence, PreviousSentence, ShrinkEnd, ShrinkStart,
    };

    /// Makes `moves` from nothing selected, near block `near`, and gives the words selected after each.
    fn walk(text: &str, near: usize, moves: &[WordMove]) -> Vec<String> {
        let article = Article::verbatim(text);
        let mut selected = None;
        moves
            .iter()
            .map(|how| {
                selected = move_words(&article, selected, near, *how);
                selected.map_or("", |span| article.slice(span)).to_owned()
            })
            .collect()
    }

    #[test]
    fn sentences_are_walked_across_blocks() {
        let text = "One rose. Two fell.\n\nThree stayed.";
        assert_eq!(
            walk(
                text,
                0,
                &[
                    NextSentence,
                    NextSentence,
                    NextSentence,
                    NextSentence,
                    PreviousSentence
                ]
            ),
            [
                "One rose.",
                "Two fell.",
                "Three stayed.",
                "Three stayed.",
                "Two fell."
            ]
        );
    }

    #[test]
    fn the_first_move_takes_the_first_sentence_in_view() {
        for how in [NextSentence, PreviousSentence, ExtendEnd] {
            assert_eq!(walk("Up.\n\nHere it is. More.", 1, &[how]), ["Here it is."]);
        }
    }

    #[test]
    fn either_end_moves_word_by_word_and_one_word_stays() {
        assert_eq!(
            walk(
                "Zoë’s café closed.",
                0,
                &[
                    NextSentence,
                    ShrinkEnd,
                    ShrinkEnd,
                    ShrinkEnd,
                    ShrinkEnd,
                    ShrinkEnd,
                    ExtendEnd
                ]
            ),
            [
                "Zoë’s café closed.",
                "Zoë’s café closed",
                "Zoë’s café",
                "Zoë’s",
                "Zoë",
                "Zoë",
                "Zoë’s"
            ]
        );
        assert_eq!(
            walk(
                "One two three.",
                0,
                &[NextSentence, ShrinkStart, ShrinkStart, ExtendStart]
            ),
            ["One two three.", "two three.", "three.", "two three."]
        );
    }

    #[test]
    fn an_article_without_blocks_has_nothing_to_select() {
        assert_eq!(walk(" \n ", 0, &[NextSentence, ExtendEnd]), ["", ""]);
    }
}
