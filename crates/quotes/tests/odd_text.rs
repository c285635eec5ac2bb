//! What holds of the quotes of any text, however odd: nothing out of bounds, pieces in order and apart.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use hearsay_quotes::{Options, analyze};
use hearsay_text::Article;

/// Pieces that rules look for, thrown together.
const PIECES: [&str; 48] = [
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "''",
    "«",
    "»",
    "—",
    " - ",
    "-",
    "*",
    "(",
    ")",
    "@",
    "\n\n",
    "\n",
    ". ",
    "? ",
    ": ",
    ", ",
    "said ",
    "Ana Ruiz ",
    "she ",
    "according to ",
    "According to ",
    "Q: ",
    "A: ",
    "• ",
    "1. ",
    "the mayor ",
    "(@ana) ",
    "https://t.co/x ",
    "We will wait ",
    "It was reported that ",
    "was quoted as saying ",
    "is expected to ",
    "not ",
    "nobody ",
    "é",
    "日本",
    "will ",
    "in a statement ",
    "the poll shows ",
    "announced ",
    "reasons:",
    "\u{a0}",
];

#[test]
fn pieces_of_quotes_lie_in_bounds_in_order_and_apart() {
    let model = hearsay_model::embedded().unwrap();
    // Xorshift: the same texts on every run.
    let mut state = 88_172_645_463_325_252_u64;
    let mut below = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(n).unwrap()).unwrap()
    };
    for _ in 0..400 {
        let n_pieces = below(60);
        let text: String = (0..n_pieces).map(|_| PIECES[below(PIECES.len())]).collect();
        let article = Article::verbatim(text.clone());
        for quote in analyze(&article, model, Options::default()).quotes {
            let parts = [&quote.content, &quote.cue, &quote.source];
            for span in parts.into_iter().flatten() {
                let words = text.get(span.start as usize..span.end as usize);
                assert!(
                    words.is_some_and(|words| !words.is_empty()),
                    "{text:?} {quote:?}"
                );
            }
            assert!(!quote.content.is_empty(), "{text:?} {quote:?}");
            let in_order = quote.content.is_sorted_by(|a, b| a.end <= b.start);
            assert!(in_order, "{text:?} {quote:?}");
        }
    }
}
