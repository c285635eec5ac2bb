//! The marks of a block, each with the sides it can be.
//!
//! Owns what a mark is and what an apostrophe, and what the letters beside a mark tell: by the delimiters that CLDR gives
//! for each language, and by what is typed instead of them. Which marks belong together is left to `pair.rs`.

use hearsay_text::Span;

use crate::language::Language;

/// Families of marks: an opener is closed by a closer of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `''`, ` `` `, `＂`, “ ”, „ “, ״: writers and converters mix them.
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
pub(super) enum Side {
    Opens,
    Closes,
    /// Opens if nothing of its family is open, else closes.
    Either,
}

pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) side: Side,
    /// „ and ‚, which “ and ‘ close.
    pub(super) is_low: bool,
    /// “ and ‘.
    pub(super) is_high: bool,
    /// After an *s* or an *in*, where it may be an apostrophe: *the boats’ fault*, *goin’ home*.
    pub(super) is_after_s: bool,
}

/// The marks of a block in order.
pub(super) fn marks_of(text: &str, block: Span, language: Language) -> Vec<Mark> {
    let words = block.slice(text);
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    let mut skip_to = 0;
    for (at, c) in words.char_indices() {
        if at < skip_to || c.is_ascii_alphanumeric() || c == ' ' {
            before = Some(c);
            continue;
        }
        let rest = &words[at..];
        let is_pair = rest.starts_with("''") || rest.starts_with("``");
        let width = if is_pair { 2 } else { c.len_utf8() };
        let neighbours = Neighbours {
            before,
            after: &rest[width..],
        };
        let kind = if is_pair {
            Some((Family::Double, neighbours.side()))
        } else {
            side_of(c, &neighbours, language)
        };
        if let Some((family, side)) = kind {
            let start = block.start + u32::try_from(at).unwrap_or_default();
            found.push(Mark {
                span: Span::new(start, start + u32::try_from(width).unwrap_or_default()),
                family,
                side,
                is_low: matches!(c, '„' | '‚'),
                is_high: matches!(c, '“' | '‘'),
                is_after_s: before == Some('s') || words[..at].ends_with("in"),
            });
            skip_to = at + width;
        }
        before = Some(c);
    }
    found
}

fn side_of(c: char, neighbours: &Neighbours<'_>, language: Language) -> Option<(Family, Side)> {
    // What the letters beside a mark tell, where a language has it on both sides; its shape where they tell nothing.
    let turned = |turns: bool, shape: Side| {
        if turns && neighbours.side() != Side::Either {
            neighbours.side()
        } else {
            shape
        }
    };
    let curly = |shape: Side| {
        let turns = language.turns_curly();
        match turned(turns, Side::Either) {
            Side::Either if !turns => shape,
            side => side,
        }
    };
    let turns_guillemets = language.turns_guillemets();
    Some(match c {
        '"' | '＂' | '״' if neighbours.is_gershayim() => return None,
        '"' | '＂' | '״' => (Family::Double, neighbours.side()),
        '„' | '‟' | '〝' => (Family::Double, Side::Opens),
        '“' => (Family::Double, curly(Side::Opens)),
        '”' => (Family::Double, curly(Side::Closes)),
        '〞' | '〟' => (Family::Double, Side::Closes),
        '«' => (Family::Guillemet, turned(turns_guillemets, Side::Opens)),
        '»' => (Family::Guillemet, turned(turns_guillemets, Side::Closes)),
        '‹' => (
            Family::SingleGuillemet,
            turned(turns_guillemets, Side::Opens),
        ),
        '›' => (
            Family::SingleGuillemet,
            turned(turns_guillemets, Side::Closes),
        ),
        '「' | '｢' => (Family::Corner, Side::Opens),
        '」' | '｣' => (Family::Corner, Side::Closes),
        '『' => (Family::WhiteCorner, Side::Opens),
        '』' => (Family::WhiteCorner, Side::Closes),
        '‘' | '‚' | '’' | '\'' => (Family::Single, neighbours.single_side(c, language)?),
        _ => return None,
    })
}

/// What stands beside a mark.
struct Neighbours<'a> {
    before: Option<char>,
    /// All that follows in the block.
    after: &'a str,
}

impl Neighbours<'_> {
    /// Side of a mark that looks alike on both sides.
    fn side(&self) -> Side {
        let space_before = self
            .before
            .is_none_or(|c| c.is_whitespace() || opens_something(c));
        let space_after = self.after.chars().next().is_none_or(|c| {
            c.is_whitespace() || matches!(c, ')' | ']' | '.' | ',' | ';' | ':' | '!' | '?')
        });
        match (space_before, space_after) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => Side::Either,
        }
    }

    /// Whether a mark stands before the last letter of a Hebrew abbreviation (*צה"ל*), or before its ending.
    fn is_gershayim(&self) -> bool {
        let is_hebrew = |c: char| matches!(c, '\u{5d0}'..='\u{5ea}');
        let mut after = self.after.chars();
        self.before.is_some_and(is_hebrew)
            && after.next().is_some_and(is_hebrew)
            && !after.next().is_some_and(is_hebrew)
    }

    /// Side of a single mark, or `None` for an apostrophe.
    fn single_side(&self, c: char, language: Language) -> Option<Side> {
        let next = self.after.chars().next();
        if self.before.is_some_and(has_no_apostrophes) || next.is_some_and(has_no_apostrophes) {
            return Some(match c {
                '‘' | '‚' => Side::Opens,
                '’' => Side::Closes,
                _ => Side::Either,
            });
        }
        let word_before = self.before.is_some_and(char::is_alphanumeric);
        let word_after = next.is_some_and(char::is_alphanumeric);
        let may_open = c != '’' || language.opens_with_right_single();
        if word_after && (word_before || !may_open) {
            return None;
        }
        if word_after {
            return (!is_clipped(self.after, language)).then_some(Side::Opens);
        }
        match c {
            '‘' | '‚' => Some(Side::Opens),
            '’' => Some(Side::Closes),
            _ if self
                .before
                .is_none_or(|c| c.is_whitespace() || opens_something(c)) =>
            {
                next.is_some_and(|c| !c.is_whitespace())
                    .then_some(Side::Opens)
            }
            _ => Some(Side::Closes),
        }
    }
}

/// Whether `rest` begins with what an apostrophe stands before: *’90s*, *’em*, Dutch *’s avonds*.
fn is_clipped(rest: &str, language: Language) -> bool {
    let decade = rest.as_bytes().iter().take(2).all(u8::is_ascii_digit) && rest.len() > 2;
    let letters = rest.chars().take_while(|c| c.is_alphanumeric()).take(6);
    let word = letters.collect::<String>().to_lowercase();
    decade
        || matches!(
            word.as_str(),
            "em" | "til" | "till" | "twas" | "tis" | "cause" | "round" | "n"
        )
        || language == Language::Dutch && matches!(word.as_str(), "s" | "t" | "m" | "k" | "r")
}

const fn opens_something(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '„' | '«' | '‘' | '"' | '\'' | '¿' | '¡'
    )
}

/// Letters of the scripts of East Asia, beside which a single mark is never an apostrophe.
const fn has_no_apostrophes(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3134f}')
}
