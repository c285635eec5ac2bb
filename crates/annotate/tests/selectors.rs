//! Words are found again, also where the text around them has changed.

mod support;

use hearsay_annotate::{Selectors, TextPositionSelector, TextQuoteSelector};
use hearsay_text::{OffsetMap, Span};
use proptest::prelude::*;
use proptest::sample::Index;
use support::{any_text, span, spans_at};

fn of(text: &str, span: Span) -> Selectors {
    Selectors::of_span(text, &OffsetMap::new(text), span)
}

/// What `selectors` find in `text`, shown in brackets.
fn found(selectors: &Selectors, text: &str) -> String {
    match selectors.anchor(text, &OffsetMap::new(text)) {
        Some(span) => {
            let (start, end) = (span.start as usize, span.end as usize);
            format!("{}[{}]{}", &text[..start], &text[start..end], &text[end..])
        }
        None => "nowhere".into(),
    }
}

#[test]
fn positions_count_code_points() {
    let text = "Zoë 😀 said no";
    let position = of(text, span(text, "said")).position;
    assert_eq!(position, Some(TextPositionSelector { start: 6, end: 10 }));
}

#[test]
fn context_is_at_most_32_code_points_and_cuts_no_letter_from_its_accent() {
    let text = format!("{}x{}", "é".repeat(50), "😀".repeat(50));
    let quote = TextQuoteSelector::of_span(&text, span(&text, "x"));
    assert_eq!(
        (quote.prefix, quote.suffix),
        ("é".repeat(32), "😀".repeat(32))
    );
    // 33 before: the first would be an accent without its letter. 33 after: the last a letter without its accent.
    let text = format!("e\u{301}{}x{}e\u{301}b", "a".repeat(31), "a".repeat(31));
    let quote = TextQuoteSelector::of_span(&text, span(&text, "x"));
    assert_eq!(
        (quote.prefix, quote.suffix),
        ("a".repeat(31), "a".repeat(31))
    );
}

#[test]
fn the_position_holds_where_its_words_are_the_same() {
    let text = "no no no";
    assert_eq!(found(&of(text, Span::new(3, 5)), text), "no [no] no");
}

#[test]
fn moved_words_are_found_by_their_context() {
    let selectors = of("He said no. She said no.", Span::new(21, 23));
    assert_eq!(
        found(&selectors, "Later. She said no. He said no."),
        "Later. She said [no]. He said no."
    );
}

#[test]
fn without_context_the_nearest_to_the_position_wins() {
    let quote = TextQuoteSelector {
        exact: "no".into(),
        ..TextQuoteSelector::default()
    };
    let at = |start| Selectors {
        quote: Some(quote.clone()),
        position: Some(TextPositionSelector {
            start,
            end: start + 1,
        }),
    };
    assert_eq!(found(&at(1), "no a no b no"), "[no] a no b no");
    assert_eq!(found(&at(6), "no a no b no"), "no a [no] b no");
    assert_eq!(found(&at(99), "no a no b no"), "no a no b [no]");
}

#[test]
fn occurrences_that_overlap_compete_too() {
    let selectors = Selectors {
        quote: Some(TextQuoteSelector {
            exact: "aba".into(),
            prefix: "b".into(),
            suffix: "c".into(),
        }),
        position: None,
    };
    assert_eq!(found(&selectors, "ababac"), "ab[aba]c");
}

#[test]
fn changed_words_are_an_orphan_and_nothing_is_normalised() {
    let selectors = of("She said “no”.", span("She said “no”.", "“no”"));
    assert_eq!(found(&selectors, "She said \"no\"."), "nowhere");
    assert_eq!(found(&Selectors::default(), "x"), "nowhere");
    assert_eq!(found(&of("x", Span::new(0, 0)), "x"), "nowhere");
}

#[test]
fn a_position_alone_is_taken_at_its_word_if_the_text_has_it() {
    let at = |start, end| Selectors {
        quote: None,
        position: Some(TextPositionSelector { start, end }),
    };
    assert_eq!(found(&at(1, 3), "aéb"), "a[éb]");
    for (start, end) in [(1, 4), (2, 2), (2, 1)] {
        assert_eq!(found(&at(start, end), "aéb"), "nowhere");
    }
}

proptest! {
    #[test]
    fn words_are_found_where_they_were(text in any_text(), cuts in prop::collection::vec(any::<Index>(), 2)) {
        let map = OffsetMap::new(&text);
        for span in spans_at(&text, &cuts, 1) {
            let selectors = of(&text, span);
            prop_assert_eq!(selectors.anchor(&text, &map), Some(span));
            // Without the position the same words are found, if not always the same place.
            let quote_only = Selectors { position: None, ..selectors.clone() };
            let found = quote_only.anchor(&text, &map).map(|span| span.slice(&text));
            prop_assert_eq!(found, Some(span.slice(&text)));
            // Text put before moves the words along.
            let later = format!("Updated: {text}");
            let moved = selectors.anchor(&later, &OffsetMap::new(&later)).map(|span| span.slice(&later).to_owned());
            prop_assert_eq!(moved.as_deref(), Some(span.slice(&text)));
        }
    }
}
