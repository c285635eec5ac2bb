//! Owns showing two versions of a passage as one: what stayed, what was taken out, what was put in.

use hearsay_text::Span;

use crate::rebase::{Known, Words, common};

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Both versions have them.
    Same,
    /// Only the old one has them.
    Removed,
    /// Only the new one has them.
    Added,
}

/// Some words of a passage, with the spaces between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub difference: Difference,
    /// The words.
    pub words: String,
}

/// What was changed from `old` to `new`, word by word. What stayed and what was put in are `new`, letter for letter.
#[must_use]
pub fn word_changes(old: &str, new: &str) -> Vec<Piece> {
    changes(old, new, |_| false, |_| false)
}

/// Like [`word_changes`], for words of which some are found elsewhere in the other version: `elsewhere_in_new` is asked for
/// spans of `old` and `elsewhere_in_old` for spans of `new`; such words are neither taken out nor put in.
pub(super) fn changes(
    old: &str,
    new: &str,
    elsewhere_in_new: impl Fn(Span) -> bool,
    elsewhere_in_old: impl Fn(Span) -> bool,
) -> Vec<Piece> {
    let mut known = Known::default();
    let old_words = Words::of(old, &mut known);
    let new_words = Words::of(new, &mut known);
    let mut pieces = Pieces(Vec::new());
    let (mut at_old, mut at_new) = (0, 0);
    let place = |spans: &[Span], at: u32, end: usize| {
        spans
            .get(at as usize)
            .map_or(end, |span| span.start as usize)
    };
    let end_of = |spans: &[Span], at: u32| {
        let last = at.checked_sub(1).and_then(|last| spans.get(last as usize));
        last.map_or(0, |span| span.end as usize)
    };
    let runs = common(&old_words, &new_words);
    let end = (old_words.len(), new_words.len(), 0);
    let runs = runs.iter().map(|run| (run.old, run.new, run.len));
    for (run_old, run_new, len) in runs.chain([end]) {
        let (old_to, new_to) = (
            place(&old_words.spans, run_old, old.len()),
            place(&new_words.spans, run_new, new.len()),
        );
        let gone = Span::from_range(at_old..old_to);
        let come = Span::from_range(at_new..new_to);
        let kept = elsewhere_in_new(gone.trimmed(old));
        pieces.gap(
            if kept { "" } else { gone.slice(old) },
            come.slice(new),
            elsewhere_in_old(come.trimmed(new)),
        );
        at_old = end_of(&old_words.spans, run_old + len).max(old_to);
        at_new = end_of(&new_words.spans, run_new + len).max(new_to);
        pieces.push(Difference::Same, &new[new_to..at_new]);
    }
    pieces.0
}

struct Pieces(Vec<Piece>);

impl Pieces {
    /// What stands between words that stayed: `gone` in the old version, `come` in the new one.
    fn gap(&mut self, gone: &str, come: &str, stayed: bool) {
        let words = come.trim();
        let lead = come.len() - come.trim_start().len();
        let (before, after) = if words.is_empty() {
            (come, "")
        } else {
            (&come[..lead], &come[lead + words.len()..])
        };
        self.push(Difference::Same, before);
        if !gone.trim().is_empty() {
            let spaced = if before.is_empty() {
                gone
            } else {
                gone.trim_start()
            };
            self.push(Difference::Removed, spaced);
            if !words.is_empty() && !spaced.ends_with(char::is_whitespace) {
                self.push(Difference::Removed, " ");
            }
        }
        let added = if stayed {
            Difference::Same
        } else {
            Difference::Added
        };
        self.push(added, words);
        self.push(Difference::Same, after);
    }

    fn push(&mut self, difference: Difference, words: &str) {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.difference == difference => last.words.push_str(words),
            _ => self.0.push(Piece {
                difference,
                words: words.to_owned(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[-gone-]` and `{+come+}`.
    fn shown(old: &str, new: &str) -> String {
        let pieces = word_changes(old, new)
            .into_iter()
            .map(|piece| match piece.difference {
                Difference::Same => piece.words,
                Difference::Removed => ["[-", &piece.words, "-]"].concat(),
                Difference::Added => ["{+", &piece.words, "+}"].concat(),
            });
        pieces.collect()
    }

    #[test]
    fn what_was_taken_out_and_put_in_stands_between_what_stayed() {
        for (old, new, expected) in [
            ("It is cold.", "It is cold.", "It is cold."),
            ("It is cold.", "It is very cold.", "It is {+very+} cold."),
            ("It is very cold.", "It is cold.", "It is [-very -]cold."),
            ("It is cold.", "It is warm.", "It is [-cold -]{+warm+}."),
            ("a b c", "a", "a[- b c-]"),
            ("b c a", "a", "[-b c -]a"),
            ("", "New words", "{+New words+}"),
            ("Old words", "", "[-Old words-]"),
        ] {
            assert_eq!(shown(old, new), expected);
        }
    }

    #[test]
    fn what_stayed_and_what_was_put_in_are_the_new_version() {
        let (old, new) = (
            "One two  three, four.\nFive",
            " One  deux three four —\n\nFive six ",
        );
        let kept: String = word_changes(old, new)
            .into_iter()
            .filter(|piece| piece.difference != Difference::Removed)
            .map(|piece| piece.words)
            .collect();
        assert_eq!(kept, new);
    }
}
