//! Changing the words of a quote: its pieces stay inside blocks, on character boundaries, in order, apart and never empty,
//! whatever a person asks for.

use hearsay_text::{Article, Span, TokenKind, sentences, tokenize};

use super::{WordMove, move_words};
use crate::t;

/// An end of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// How far an end moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// By one word or mark.
    Word,
    /// To the next border of a sentence.
    Sentence,
}

/// Why the words of a quote cannot be changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceError {
    /// Nothing of it would be left.
    NoWords,
    /// It is one word already.
    LastWord,
    /// Its paragraph goes no further.
    ParagraphEnds,
    /// There are no words of it on one side of the place.
    NothingToSplit,
}

impl PieceError {
    /// What happened and what to do.
    #[must_use]
    pub fn message(self) -> String {
        match self {
            Self::NoWords => t!("review-no-words"),
            Self::LastWord => t!("review-last-word"),
            Self::ParagraphEnds => t!("review-paragraph-ends"),
            Self::NothingToSplit => t!("review-nothing-to-split"),
        }
    }
}

/// `spans` as the pieces of a quote: in order, without white space at their ends, a piece for each block they touch;
/// pieces that overlap, or that only white space parts, are one.
///
/// # Errors
///
/// [`PieceError::NoWords`] when they hold none.
pub(super) fn fitted(
    article: &Article,
    spans: impl IntoIterator<Item = Span>,
) -> Result<Vec<Span>, PieceError> {
    let mut fitted: Vec<Span> = Vec::new();
    for span in spans {
        for (_, piece) in article.pieces(span) {
            let piece = piece.trimmed(&article.text);
            if !piece.is_empty() {
                take_in(article, &mut fitted, piece);
            }
        }
    }
    if fitted.is_empty() {
        return Err(PieceError::NoWords);
    }
    Ok(fitted)
}

/// Puts `piece` among `pieces`, which are in order and apart, and makes one of those that it joins.
fn take_in(article: &Article, pieces: &mut Vec<Span>, piece: Span) {
    let joins = |one: Span, next: Span| {
        let between = Span::new(one.end, next.start.max(one.end));
        let is_gap = article.slice(between).trim().is_empty();
        is_gap && article.block_at(one.start) == article.block_at(next.start)
    };
    let at = pieces.partition_point(|other| other.start < piece.start);
    pieces.insert(at, piece);
    // At most one before can reach into it; of those after, any number.
    let mut first = at;
    if at > 0 && joins(pieces[at - 1], piece) {
        first = at - 1;
    }
    let mut whole = pieces[first].cover(piece);
    let mut end = at + 1;
    while end < pieces.len() && joins(whole, pieces[end]) {
        whole = whole.cover(pieces[end]);
        end += 1;
    }
    pieces.splice(first..end, [whole]);
}

/// `target` with the piece at `place` put at `span`; what it runs into becomes part of it.
///
/// # Errors
///
/// [`PieceError::NoWords`] when nothing is left.
pub(super) fn with_piece(
    article: &Article,
    target: &[Span],
    place: usize,
    span: Span,
) -> Result<Vec<Span>, PieceError> {
    if span.trimmed(&article.text).is_empty() {
        return Err(PieceError::NoWords);
    }
    let others = (0..)
        .zip(target)
        .map(|(nth, piece)| if nth == place { span } else { *piece });
    fitted(article, others)
}

/// `target` with an end of the piece at `place` moved: outward for `more`, else inward.
///
/// # Errors
///
/// [`PieceError::ParagraphEnds`] and [`PieceError::LastWord`] where it goes no further.
pub(super) fn moved(
    article: &Article,
    target: &[Span],
    place: usize,
    (edge, pace, more): (Edge, Pace, bool),
) -> Result<Vec<Span>, PieceError> {
    let piece = *target.get(place).ok_or(PieceError::NoWords)?;
    let to = match pace {
        Pace::Word => {
            let how = match (edge, more) {
                (Edge::Start, true) => WordMove::ExtendStart,
                (Edge::Start, false) => WordMove::ShrinkStart,
                (Edge::End, true) => WordMove::ExtendEnd,
                (Edge::End, false) => WordMove::ShrinkEnd,
            };
            move_words(article, Some(piece), 0, how).filter(|to| *to != piece)
        }
        Pace::Sentence => by_sentence(article, piece, edge, more),
    };
    match to {
        Some(to) => with_piece(article, target, place, to),
        None if more => Err(PieceError::ParagraphEnds),
        None => Err(PieceError::LastWord),
    }
}

/// `piece` with one end at the next border of a sentence.
fn by_sentence(article: &Article, piece: Span, edge: Edge, more: bool) -> Option<Span> {
    let block = article.blocks.get(article.block_at(piece.start)?)?;
    let sentences = sentences(&article.text, block.span);
    let mut starts = sentences.iter().map(|sentence| sentence.start);
    let mut ends = sentences.iter().map(|sentence| sentence.end);
    match (edge, more) {
        (Edge::End, true) => {
            let end = ends.find(|end| *end > piece.end)?;
            Some(Span::new(piece.start, end))
        }
        (Edge::End, false) => {
            let end = ends.rfind(|end| piece.start < *end && *end < piece.end)?;
            Some(Span::new(piece.start, end))
        }
        (Edge::Start, true) => {
            let start = starts.rfind(|start| *start < piece.start)?;
            Some(Span::new(start, piece.end))
        }
        (Edge::Start, false) => {
            let start = starts.find(|start| piece.start < *start && *start < piece.end)?;
            Some(Span::new(start, piece.end))
        }
    }
}

/// The pieces before the byte `at` and those from it on.
///
/// # Errors
///
/// [`PieceError::NothingToSplit`] when one side has none.
pub(super) fn split(
    article: &Article,
    target: &[Span],
    at: u32,
) -> Result<(Vec<Span>, Vec<Span>), PieceError> {
    if !article.text.is_char_boundary(at as usize) {
        return Err(PieceError::NothingToSplit);
    }
    let before = target
        .iter()
        .filter_map(|piece| piece.intersection(Span::new(0, at)));
    let after = target
        .iter()
        .filter_map(|piece| piece.intersection(Span::new(at, u32::MAX)));
    match (fitted(article, before), fitted(article, after)) {
        (Ok(before), Ok(after)) => Ok((before, after)),
        _ => Err(PieceError::NothingToSplit),
    }
}

/// Words and marks of `piece`, in order.
fn words_of_piece(article: &Article, piece: Span) -> impl Iterator<Item = Span> {
    let tokens = tokenize(article.slice(piece));
    tokens
        .into_iter()
        .filter(|token| token.kind != TokenKind::Break)
        .map(move |token| Span::new(piece.start + token.span.start, piece.start + token.span.end))
}

/// Words and marks of all pieces of `target`, in order.
pub fn words_in<'a>(article: &'a Article, target: &'a [Span]) -> impl Iterator<Item = Span> + 'a {
    target
        .iter()
        .flat_map(|piece| words_of_piece(article, *piece))
}

/// `target` with an end of the piece at `place` drawn to the byte `at`, held on to whole words; `None` where it cannot go:
/// past the other end of the piece, or out of its block.
#[must_use]
pub fn dragged(
    article: &Article,
    target: &[Span],
    place: usize,
    edge: Edge,
    at: u32,
) -> Option<Span> {
    let piece = *target.get(place)?;
    let block = article.blocks.get(article.block_at(piece.start)?)?;
    let at = at.clamp(block.span.start, block.span.end);
    // The border of a word that is nearest, counted in bytes; words are short.
    let borders = words_of_piece(article, block.span).filter_map(|word| match edge {
        Edge::Start => (word.start < piece.end).then_some(word.start),
        Edge::End => (word.end > piece.start).then_some(word.end),
    });
    let border = borders.min_by_key(|border| border.abs_diff(at))?;
    Some(match edge {
        Edge::Start => Span::new(border, piece.end),
        Edge::End => Span::new(piece.start, border),
    })
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may panic")]
mod tests {
    use super::*;

    const TEXT: &str = "One rose. Two fell, Zoë said. Three left.\n\nFour stayed.";

    fn at(words: &str) -> Span {
        let start = TEXT.find(words).unwrap_or_default();
        Span::from_range(start..start + words.len())
    }

    fn words(pieces: Result<Vec<Span>, PieceError>) -> Vec<&'static str> {
        let pieces = pieces.unwrap_or_default();
        pieces.into_iter().map(|piece| piece.slice(TEXT)).collect()
    }

    #[test]
    fn pieces_are_put_in_order_trimmed_cut_at_blocks_and_joined_where_they_meet() {
        let article = Article::verbatim(TEXT);
        for (given, expected) in [
            (
                vec!["Three left", "One rose"],
                vec!["One rose", "Three left"],
            ),
            (vec!["rose. Two", "Two fell"], vec!["rose. Two fell"]),
            (vec!["One rose.", "Two fell"], vec!["One rose. Two fell"]),
            (vec![" Two fell"], vec!["Two fell"]),
            (vec!["left.\n\nFour"], vec!["left.", "Four"]),
            (
                vec!["One", "said", "rose. Two fell, Zoë"],
                vec!["One rose. Two fell, Zoë said"],
            ),
            (vec!["\n\n"], vec![]),
        ] {
            let spans = given.iter().map(|words| at(words));
            assert_eq!(words(fitted(&article, spans)), expected, "{given:?}");
        }
        let cut = Span::new(at("ë").start + 1, at("ë").end);
        assert_eq!(fitted(&article, [cut]), Err(PieceError::NoWords));
    }

    #[test]
    fn either_end_of_a_piece_goes_by_word_and_by_sentence_and_says_where_it_stops() {
        use {Edge::*, Pace::*};
        let article = Article::verbatim(TEXT);
        for (from, how, expected) in [
            ("Two fell", (End, Word, true), Ok("Two fell,")),
            ("Two fell", (End, Word, false), Ok("Two")),
            ("Two fell", (Start, Word, true), Ok(". Two fell")),
            ("Two fell", (Start, Word, false), Ok("fell")),
            ("Two fell", (End, Sentence, true), Ok("Two fell, Zoë said.")),
            (
                "Two fell, Zoë said. Three",
                (End, Sentence, false),
                Ok("Two fell, Zoë said."),
            ),
            ("fell", (Start, Sentence, true), Ok("Two fell")),
            ("rose. Two fell", (Start, Sentence, false), Ok("Two fell")),
            ("Two", (End, Word, false), Err(PieceError::LastWord)),
            ("Two", (Start, Word, false), Err(PieceError::LastWord)),
            ("left.", (End, Word, true), Err(PieceError::ParagraphEnds)),
            (
                "Four",
                (Start, Sentence, true),
                Err(PieceError::ParagraphEnds),
            ),
        ] {
            let moved = moved(&article, &[at(from)], 0, how);
            let moved = moved.map(|pieces| pieces[0].slice(TEXT));
            assert_eq!(moved, expected, "{from:?} {how:?}");
        }
    }

    #[test]
    fn a_piece_that_runs_into_the_next_becomes_one_with_it() {
        let article = Article::verbatim(TEXT);
        let target = [at("One"), at(". Two")];
        let moved = moved(&article, &target, 0, (Edge::End, Pace::Word, true));
        assert_eq!(words(moved), ["One rose. Two"]);
    }

    #[test]
    fn a_split_leaves_words_on_both_sides_or_is_refused() {
        let article = Article::verbatim(TEXT);
        let target = [at("One rose"), at("Zoë said")];
        let (before, after) =
            split(&article, &target, at("said").start).expect("words on both sides");
        assert_eq!(words(Ok(before)), ["One rose", "Zoë"]);
        assert_eq!(words(Ok(after)), ["said"]);
        for at in [0, at("One").start, at("Three").start, at("ë").start + 1] {
            let refused = split(&article, &target, at);
            assert_eq!(refused, Err(PieceError::NothingToSplit), "{at}");
        }
    }

    #[test]
    fn a_dragged_end_holds_on_to_whole_words_and_stays_in_its_block() {
        let article = Article::verbatim(TEXT);
        let target = [at("Two fell")];
        for (edge, to, expected) in [
            (Edge::End, at("aid").start, "Two fell, Zoë"),
            (Edge::End, at("id. T").start, "Two fell, Zoë said"),
            (Edge::End, at("One").start, "Two"),
            (Edge::End, at("Four").end, "Two fell, Zoë said. Three left."),
            (Edge::Start, at("ne rose").start, "One rose. Two fell"),
            (Edge::Start, at("Three").start, "fell"),
        ] {
            let dragged = dragged(&article, &target, 0, edge, to);
            assert_eq!(dragged.map(|span| span.slice(TEXT)), Some(expected));
        }
    }
}
