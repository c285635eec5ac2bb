//! Decides whether a quote is direct, indirect or mixed.
//!
//! Owns that decision and its evidence. Quotation marks decide where they enclose words of the content. Scraped and
//! translated articles lost theirs, so where there are none the way the words are put decides: see [`unmarked_score`].

use hearsay_text::{QuoteKind, Span, TokenKind};

use crate::marks::Marks;
use crate::words::Words;

/// Share of the content's letters and digits inside marks from which it counts as verbatim.
const VERBATIM_SHARE: f32 = 0.9;

/// Score from which an unmarked content counts as verbatim.
const UNMARKED_DIRECT: i32 = 3;

/// How many marks and breaks may lie between a colon and the content it introduces.
const COLON_REACH: usize = 6;

/// The kind of a content, and whether marks enclose any of it.
pub(crate) fn kind_of(
    words: Words<'_>,
    marks: &Marks,
    content: &[Span],
    cue: Option<Span>,
    source: Option<Span>,
) -> (QuoteKind, bool) {
    let share = marked_share(words.text, marks, content);
    if share >= VERBATIM_SHARE {
        (QuoteKind::Direct, true)
    } else if share > 0.0 {
        (QuoteKind::Mixed, true)
    } else if unmarked_score(words, content, cue, source) >= UNMARKED_DIRECT {
        (QuoteKind::Direct, false)
    } else {
        (QuoteKind::Indirect, false)
    }
}

/// Share of letters and digits that stand inside marks, 0 to 1.
fn marked_share(text: &str, marks: &Marks, content: &[Span]) -> f32 {
    let (mut inside, mut all) = (0_u32, 0_u32);
    for span in content {
        let count = |span: Span| -> u32 {
            let letters = span.slice(text).chars().filter(|c| c.is_alphanumeric());
            u32::try_from(letters.count()).unwrap_or(u32::MAX)
        };
        all = all.saturating_add(count(*span));
        for pair in marks.outermost_over(*span) {
            if let Some(shared) = pair.inner.intersection(*span) {
                inside = inside.saturating_add(count(shared));
            }
        }
    }
    if all == 0 {
        0.0
    } else {
        // Counts of characters of one quote; far below 2^24 or near enough.
        inside as f32 / all as f32
    }
}

/// Evidence that words without marks are verbatim, in points.
///
/// | evidence | points |
/// |---|---|
/// | speaks of *I*, *we*, *my*, *our* | 3 |
/// | follows a colon | 3 |
/// | speaks to *you* | 2 |
/// | goes over more than one sentence | 2 |
/// | asks or exclaims | 1 |
/// | contracts (*don’t*, *we’re*) | 1 |
/// | stands before its cue, or without one | 1 |
/// | the source itself is *I* or *we*, so the first person is the writer’s | −3 |
/// | begins with *that*, *whether*, *if*, *to*, *how*, … after its cue | −6 |
fn unmarked_score(
    words: Words<'_>,
    content: &[Span],
    cue: Option<Span>,
    source: Option<Span>,
) -> i32 {
    let Some(first) = content.first() else {
        return 0;
    };
    let mut score = 0;
    let mut speaks_of = [false; 4];
    let mut sentence_ends = 0;
    let mut is_over = false;
    for (nth, span) in content.iter().enumerate() {
        // The words between two pieces may end a sentence.
        let before = nth.checked_sub(1).map(|before| content[before]);
        is_over |= before.is_some_and(|before| {
            let between = words.range(Span::new(before.end, span.start.max(before.end)));
            let mut between = words.tokens[between].iter();
            between.any(|token| matches!(words.word(token), "." | "?" | "!"))
        });
        for token in words.within(*span) {
            let word = words.word(token).to_lowercase().replace('’', "'");
            match word.as_str() {
                "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours"
                | "ourselves" => speaks_of[0] = true,
                "you" | "your" | "yours" | "yourself" => speaks_of[1] = true,
                "?" | "!" => speaks_of[2] = true,
                "n't" | "'m" | "'re" | "'ve" | "'ll" | "'d" => speaks_of[3] = true,
                _ => {}
            }
            if is_over && token.kind == TokenKind::Word {
                sentence_ends += 1;
                is_over = false;
            }
            is_over |= matches!(word.as_str(), "." | "?" | "!");
        }
    }
    score += 3 * i32::from(speaks_of[0]) + 2 * i32::from(speaks_of[1]);
    score += i32::from(speaks_of[2]) + i32::from(speaks_of[3]);
    score += 2 * i32::from(sentence_ends > 0);
    if follows_colon(words, *first) {
        score += 3;
    }
    let precedes_cue = cue.is_none_or(|cue| first.end <= cue.start);
    if precedes_cue {
        score += 1;
    } else if begins_subordinate(words, *first) {
        score -= 6;
    }
    if source.is_some_and(|source| {
        matches!(
            source.slice(words.text).to_lowercase().as_str(),
            "i" | "we" | "me" | "us"
        )
    }) {
        score -= 3;
    }
    score
}

/// Whether the last word or mark before `span`, in its paragraph or at the end of the one before, is a colon.
pub(crate) fn follows_colon(words: Words<'_>, span: Span) -> bool {
    let number = words.first_from(span.start);
    let before = words.tokens[..number]
        .iter()
        .rev()
        .take(COLON_REACH)
        // The number of a list item says nothing.
        .filter(|token| !words.word(token).bytes().all(|b| b.is_ascii_digit()))
        .find(|token| token.kind == TokenKind::Word || words.word(token) == ":")
        .filter(|token| token.kind != TokenKind::Word);
    before.is_some()
}

fn begins_subordinate(words: Words<'_>, span: Span) -> bool {
    let first = words.word_at(words.first_from(span.start)).to_lowercase();
    matches!(
        first.as_str(),
        "that" | "whether" | "if" | "to" | "how" | "why" | "what" | "who" | "when" | "where"
    )
}
