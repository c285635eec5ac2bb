//! Pairs quotation marks.
//!
//! Owns which marks open, which close and which belong together: `"`, “ ”, „ “, « », ‹ ›, 「 」, `''`, ` `` `, and single
//! marks as against apostrophes. Whether anyone is quoted between them is left to the model: a pair may hold a title or
//! a scare quote. An unpaired mark is evidence, not an error.

use hearsay_text::{Article, Span};

/// The quotation marks of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Pairs, ordered by their opening mark; they nest and never cross.
    pub pairs: Vec<MarkPair>,
    /// Marks that open or close nothing, in order.
    pub unpaired: Vec<Span>,
    /// Start of each closing mark and the place of its pair in `pairs`, ordered.
    closing: Vec<(u32, usize)>,
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
        self.pairs.get(self.closing[at.ok()?].1)
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

/// Families of marks: an opener is closed by a closer of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// `"`, `''`, ` `` `, `＂`, “ ”, „ “: writers and converters mix them.
    Double,
    /// « ».
    Guillemet,
    /// ‹ ›.
    SingleGuillemet,
    /// 「 」.
    Corner,
    /// 『 』.
    WhiteCorner,
    /// ‘ ’ and `'`.
    Single,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// Opens if nothing of its family is open, else closes.
    Either,
}

struct Mark {
    span: Span,
    family: Family,
    side: Side,
    /// „ and ‚, which “ and ‘ close.
    is_low: bool,
    /// After an *s*, where it may be an apostrophe: *the boats’ fault*.
    is_after_s: bool,
}

/// How many open marks a closing one may reach over; bounds the work for text that is nothing but marks.
const REACH: usize = 4;

/// Finds and pairs the marks of every block, in linear time.
#[must_use]
pub fn pair_marks(article: &Article) -> Marks {
    let mut marks = Marks::default();
    for (nth, block) in article.blocks.iter().enumerate() {
        let found = marks_of(&article.text, block.span);
        let next_opens = article.blocks.get(nth + 1).is_some_and(|next| {
            let first = next.span.slice(&article.text).chars().next();
            first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '＂' | '「'))
                || next.span.slice(&article.text).starts_with("''")
                || next.span.slice(&article.text).starts_with("``")
        });
        pair_block(&article.text, block.span, &found, next_opens, &mut marks);
    }
    marks.pairs.sort_by_key(|pair| pair.open.start);
    marks.unpaired.sort_unstable();
    let mut end = 0;
    for (nth, pair) in marks.pairs.iter().enumerate() {
        if pair.open.start >= end {
            end = pair.outer().end;
            marks.outermost.push(nth);
        }
    }
    let closing = marks.pairs.iter().enumerate();
    let closing = closing.filter_map(|(nth, pair)| match pair.ending {
        Ending::Closed(close) => Some((close.start, nth)),
        Ending::Continued | Ending::Unclosed => None,
    });
    marks.closing = closing.collect();
    marks.closing.sort_unstable();
    marks
}

fn pair_block(text: &str, block: Span, found: &[Mark], next_opens: bool, marks: &mut Marks) {
    // Single marks are apostrophes unless proven otherwise: an opener needs a closer after it.
    let last_single = found
        .iter()
        .rposition(|mark| mark.family == Family::Single && mark.side != Side::Opens);
    // Whether the next single mark closes too: then a closing one after an *s* was an apostrophe.
    let mut closes_later = vec![false; found.len()];
    let mut next_closes = false;
    for (nth, mark) in found.iter().enumerate().rev() {
        closes_later[nth] = next_closes;
        if mark.family == Family::Single {
            next_closes = mark.side == Side::Closes;
        }
    }
    let mut open: Vec<&Mark> = Vec::new();
    for (nth, mark) in found.iter().enumerate() {
        if mark.family == Family::Single
            && mark.side == Side::Closes
            && mark.is_after_s
            && closes_later[nth]
        {
            continue;
        }
        let reach = open.len().saturating_sub(REACH);
        let partner = open[reach..]
            .iter()
            .rposition(|other| other.family == mark.family)
            .map(|place| place + reach);
        let low_is_open = open.last().is_some_and(|other| other.is_low);
        let opens = match mark.side {
            // “ closes what „ opened.
            Side::Opens => {
                !(low_is_open && partner.is_some() && !mark.is_low && is_high(text, mark))
            }
            Side::Closes => false,
            Side::Either => partner.is_none(),
        };
        if opens {
            if mark.family == Family::Single && last_single.is_none_or(|last| last <= nth) {
                continue;
            }
            open.push(mark);
            continue;
        }
        let Some(partner) = partner else {
            // A closing single mark without an opening one is an apostrophe: *the dogs’ bowl*.
            if mark.family != Family::Single {
                marks.unpaired.push(mark.span);
            }
            continue;
        };
        for stray in open.drain(partner + 1..) {
            if stray.family != Family::Single {
                marks.unpaired.push(stray.span);
            }
        }
        let Some(opener) = open.pop() else { continue };
        marks.pairs.push(MarkPair {
            open: opener.span,
            inner: Span::new(opener.span.end, mark.span.start),
            ending: Ending::Closed(mark.span),
            depth: u32::try_from(open.len()).unwrap_or(u32::MAX),
            is_single: opener.family == Family::Single,
        });
    }
    let mut is_outermost = true;
    for opener in open {
        if opener.family == Family::Single {
            continue;
        }
        // Of several unclosed marks only the outermost can be meant; a pair for each would nest without end.
        if is_outermost {
            marks.pairs.push(MarkPair {
                open: opener.span,
                inner: Span::new(opener.span.end, block.end),
                ending: if next_opens {
                    Ending::Continued
                } else {
                    Ending::Unclosed
                },
                depth: 0,
                is_single: false,
            });
        }
        if !(is_outermost && next_opens) {
            marks.unpaired.push(opener.span);
        }
        is_outermost = false;
    }
}

fn is_high(text: &str, mark: &Mark) -> bool {
    matches!(mark.span.slice(text), "“" | "‘")
}

/// The marks of a block in order, each with the sides it can be.
fn marks_of(text: &str, block: Span) -> Vec<Mark> {
    let words = block.slice(text);
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to {
            before = Some(c);
            continue;
        }
        let rest = &words[at..];
        let is_pair = rest.starts_with("''") || rest.starts_with("``");
        let width = if is_pair { 2 } else { c.len_utf8() };
        let after = words[at + width..].chars().next();
        let kind = if is_pair {
            Some((Family::Double, by_neighbours(before, after)))
        } else {
            match c {
                '"' | '＂' => Some((Family::Double, by_neighbours(before, after))),
                '“' | '„' | '‟' => Some((Family::Double, Side::Opens)),
                '”' => Some((Family::Double, Side::Closes)),
                '«' => Some((Family::Guillemet, Side::Opens)),
                '»' => Some((Family::Guillemet, Side::Closes)),
                '‹' => Some((Family::SingleGuillemet, Side::Opens)),
                '›' => Some((Family::SingleGuillemet, Side::Closes)),
                '「' => Some((Family::Corner, Side::Opens)),
                '」' => Some((Family::Corner, Side::Closes)),
                '『' => Some((Family::WhiteCorner, Side::Opens)),
                '』' => Some((Family::WhiteCorner, Side::Closes)),
                '‘' | '‚' | '’' | '\'' => {
                    single_side(c, before, &rest[width..]).map(|side| (Family::Single, side))
                }
                _ => None,
            }
        };
        if let Some((family, side)) = kind {
            let start = block.start + u32::try_from(at).unwrap_or_default();
            found.push(Mark {
                span: Span::new(start, start + u32::try_from(width).unwrap_or_default()),
                family,
                side,
                is_low: matches!(c, '„' | '‚'),
                is_after_s: before == Some('s'),
            });
            skip_to = at + width;
        }
        before = Some(c);
    }
    found
}

/// Side of a mark that looks alike on both sides.
fn by_neighbours(before: Option<char>, after: Option<char>) -> Side {
    let space_before = before.is_none_or(|c| c.is_whitespace() || opens_something(c));
    let space_after = after.is_none_or(|c| {
        c.is_whitespace() || matches!(c, ')' | ']' | '.' | ',' | ';' | ':' | '!' | '?')
    });
    match (space_before, space_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}

const fn opens_something(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '„' | '«' | '‘' | '"' | '\''
    )
}

/// Side of a single mark, or `None` for an apostrophe.
fn single_side(c: char, before: Option<char>, rest: &str) -> Option<Side> {
    let mut after = rest.chars();
    let next = after.next();
    let word_before = before.is_some_and(char::is_alphanumeric);
    let word_after = next.is_some_and(char::is_alphanumeric);
    if word_after && (word_before || c == '’') {
        return None;
    }
    if word_after && !word_before {
        // *’90s*, *’em*: letters left out, with whatever mark the keyboard had.
        let decade = rest.as_bytes().iter().take(2).all(u8::is_ascii_digit) && rest.len() > 2;
        let word: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .take(6)
            .collect::<String>()
            .to_lowercase();
        let clipped = matches!(
            word.as_str(),
            "em" | "til" | "till" | "twas" | "tis" | "cause" | "round" | "n"
        );
        return (!decade && !clipped).then_some(Side::Opens);
    }
    match c {
        '‘' | '‚' => Some(Side::Opens),
        '’' => Some(Side::Closes),
        _ if before.is_none_or(|c| c.is_whitespace() || opens_something(c)) => next
            .is_some_and(|c| !c.is_whitespace())
            .then_some(Side::Opens),
        _ => Some(Side::Closes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
