//! Pairs quotation marks.
//!
//! Owns what a pair of marks is, and how pairs are looked up. Which side a mark can be by the conventions of its language
//! is in `side.rs`, which marks belong together in `pair.rs`. Whether anyone is quoted between them is left to others: a
//! pair may hold a title or a scare quote. An unpaired mark is evidence, not an error.

mod pair;
mod side;

use hearsay_text::Span;

pub use pair::{pair_marks, pair_marks_in};

/// The quotation marks of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Pairs, ordered by their opening mark; they nest and never cross.
    pub pairs: Vec<MarkPair>,
    /// Marks that open or close nothing, in order.
    pub unpaired: Vec<Span>,
    /// Start of each closing mark and of the mark that it closes, ordered.
    closing: Vec<(u32, u32)>,
    /// Places in `pairs` of those that stand in no other.
    outermost: Vec<usize>,
}

/// An opening mark and what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkPair {
    /// The opening mark.
    pub open: Span,
    /// The words between the marks, or up to the end of the block.
    pub inner: Span,
    /// How it ends.
    pub ending: Ending,
    /// Pairs around this one in its block.
    pub depth: u32,
    /// Whether these are single marks.
    pub is_single: bool,
}

/// How a pair of marks ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this closing mark.
    Closed(Span),
    /// With its block, and the next block opens again: the custom for a quote of several paragraphs.
    Continued,
    /// With its block, for want of a closing mark.
    Unclosed,
}

impl MarkPair {
    /// The words and the marks around them.
    #[must_use]
    pub const fn outer(&self) -> Span {
        match self.ending {
            Ending::Closed(close) => Span::new(self.open.start, close.end),
            Ending::Continued | Ending::Unclosed => Span::new(self.open.start, self.inner.end),
        }
    }
}

impl Marks {
    /// The pair whose closing mark begins at `start`.
    #[must_use]
    pub fn closing_at(&self, start: u32) -> Option<&MarkPair> {
        let at = self.closing.binary_search_by_key(&start, |close| close.0);
        let open = self.closing[at.ok()?].1;
        let at = self.pairs.partition_point(|pair| pair.open.start < open);
        self.pairs.get(at)
    }

    /// The outermost pairs that share words with `span`, in order.
    pub fn outermost_over(&self, span: Span) -> impl Iterator<Item = &MarkPair> + '_ {
        // Outermost pairs are disjoint and ordered, so their ends are too.
        let first = self
            .outermost
            .partition_point(|at| self.pairs[*at].outer().end <= span.start);
        self.outermost[first..]
            .iter()
            .map(|at| &self.pairs[*at])
            .take_while(move |pair| pair.open.start < span.end)
    }

    /// The first outermost pair that opens at `offset` or after it.
    pub fn outermost_after(&self, offset: u32) -> Option<&MarkPair> {
        let next = self
            .outermost
            .partition_point(|at| self.pairs[*at].open.start < offset);
        self.outermost.get(next).map(|at| &self.pairs[*at])
    }

    /// The outermost pairs of double marks (or of single marks that stand in no double ones), in order.
    pub fn outermost(&self) -> impl Iterator<Item = &MarkPair> + '_ {
        self.outermost.iter().map(|at| &self.pairs[*at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use hearsay_text::Article;

    /// What the pairs hold, with `|` where the closing mark is missing and `…` where the next block goes on.
    fn pairs(text: &str) -> Vec<String> {
        let article = Article::verbatim(text);
        let marks = pair_marks(&article);
        let show = |pair: &MarkPair| {
            let end = match pair.ending {
                Ending::Closed(_) => "",
                Ending::Continued => "…",
                Ending::Unclosed => "|",
            };
            format!("{}{end}", article.slice(pair.inner))
        };
        marks.pairs.iter().map(show).collect()
    }

    /// The same by the conventions of a language, without endings.
    fn pairs_in(language: Language, text: &str) -> Vec<String> {
        let article = Article::verbatim(text);
        let marks = pair_marks_in(&article, language);
        assert!(marks.unpaired.is_empty(), "{text}: {:?}", marks.unpaired);
        let words = marks.pairs.iter().map(|pair| article.slice(pair.inner));
        words.map(str::to_owned).collect()
    }

    #[test]
    fn a_mark_opens_or_closes_as_its_language_has_it() {
        for (language, text) in [
            (
                Language::German,
                "Er sagte „nein“ und »nein« und «nein» und ‚nein‘.",
            ),
            (
                Language::Swedish,
                "Hon sa ”nej” och »nej» och «nej» och ’nej’.",
            ),
            (Language::Finnish, "Hän sanoi ”ei” ja »ei»."),
            (Language::Czech, "Řekl „ne“ a »ne« a ‚ne‘."),
            (Language::Polish, "Mówi „nie” i «nie» i »nie«."),
            (Language::French, "Il dit « non » et “non”."),
            (Language::Russian, "Он сказал «нет» и „нет“ и “нет”."),
            (Language::Arabic, "قال ”لا“ و «لا»."),
            (Language::Chinese, "他说“不”和「不」和『不』和‘不’。"),
            (
                Language::Korean,
                "그는 “아니”라고 ‘아니’라고 \"아니\"라고 했다.",
            ),
        ] {
            let found = pairs_in(language, text);
            let n_opening = text
                .chars()
                .filter(|c| "„»«‚”’“「『‘\"".contains(*c))
                .count();
            assert_eq!(
                found.len() * 2,
                n_opening + text.chars().filter(|c| "」』".contains(*c)).count(),
                "{text}: {found:?}"
            );
            assert!(
                found.iter().all(|word| word.chars().count() <= 6),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn hebrew_abbreviations_hold_no_mark() {
        assert_eq!(
            pairs_in(Language::Hebrew, "יו\"ר צה\"ל אמר \"לא\" על ה\"הסכם\"."),
            ["לא", "הסכם"]
        );
    }

    #[test]
    fn british_paragraphs_open_each_with_a_single_mark() {
        assert_eq!(
            pairs("‘It’s one.\n\n‘Two,’ he said."),
            ["It’s one.…", "Two,"]
        );
    }

    fn unpaired(text: &str) -> usize {
        pair_marks(&Article::verbatim(text)).unpaired.len()
    }

    #[test]
    fn every_style_of_marks_is_paired() {
        for text in [
            "He said \"not yet\" twice.",
            "He said “not yet” twice.",
            "He said „not yet“ twice.",
            "He said „not yet” twice.",
            "He said «not yet» twice.",
            "He said ‹not yet› twice.",
            "He said 「not yet」 twice.",
            "He said ''not yet'' twice.",
            "He said ``not yet'' twice.",
            "He said ‘not yet’ twice.",
            "He said 'not yet' twice.",
            "He said ＂not yet＂ twice.",
        ] {
            assert_eq!(pairs(text), ["not yet"], "{text}");
            assert_eq!(unpaired(text), 0, "{text}");
        }
    }

    #[test]
    fn pairs_nest() {
        assert_eq!(
            pairs("“She told me ‘no’ and \"never\" and left,” he said."),
            ["She told me ‘no’ and \"never\" and left,", "no", "never"]
        );
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "It’s the dogs’ bowl.",
            "It's the dogs' bowl.",
            "Rock 'n' roll of the ’90s, '80s and ‘70s.",
            "Give ’em hell, 'cause we can't.",
        ] {
            assert_eq!(pairs(text), [""; 0], "{text}");
            assert_eq!(unpaired(text), 0, "{text}");
        }
        assert_eq!(pairs("‘It’s ours,’ he said."), ["It’s ours,"]);
        assert_eq!(pairs("'It's ours,' he said."), ["It's ours,"]);
        assert_eq!(
            pairs("‘It’s the boats’ fault,’ he said, ‘and ours’."),
            ["It’s the boats’ fault,", "and ours"]
        );
    }

    #[test]
    fn a_quote_of_several_paragraphs_opens_each_and_closes_the_last() {
        assert_eq!(
            pairs("“One.\n\n“Two.\n\n“Three,” he said."),
            ["One.…", "Two.…", "Three,"]
        );
        assert_eq!(unpaired("“One.\n\n“Two,” he said."), 0);
    }

    #[test]
    fn a_stray_mark_is_evidence_and_spoils_its_own_block_only() {
        assert_eq!(
            pairs("He said “no and left.\n\nShe said “yes”."),
            ["no and left.|", "yes"]
        );
        assert_eq!(unpaired("He said “no and left.\n\nShe said “yes”."), 1);
        assert_eq!(pairs("A 5” pipe.\n\n“Yes.”"), ["Yes."]);
        assert_eq!(unpaired("A 5” pipe.\n\n“Yes.”"), 1);
    }

    #[test]
    fn pairs_lie_in_bounds_and_never_cross() {
        for text in [
            "“‘”’“”\"'\"'",
            "«“»”",
            "'''''\"\"\"",
            "``''``",
            "„“„“”",
            "」「」",
        ] {
            let article = Article::verbatim(text);
            let marks = pair_marks(&article);
            for pair in &marks.pairs {
                assert!(pair.outer().end as usize <= text.len(), "{text}");
                assert!(text.is_char_boundary(pair.inner.start as usize), "{text}");
                for other in &marks.pairs {
                    let (a, b) = (pair.outer(), other.outer());
                    assert!(!a.overlaps(b) || a.encloses(b) || b.encloses(a), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_megabyte_of_marks_is_paired_in_linear_time() {
        // Quadratic work would take hours here.
        for mark in ["“", "”", "\"", "'", "‘", "’", "''", "„", "«", "“‘"] {
            let marks = pair_marks(&Article::verbatim(mark.repeat(1 << 19)));
            assert!(marks.pairs.len() <= 1 << 20, "{mark}");
        }
    }
}
