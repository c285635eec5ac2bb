//! People who marked the same article are compared: how far they agree, where they do not, and what they settle on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use hearsay_annotate::AnnotationId;
use hearsay_annotate::agreement::{
    Agreement, Annotator, Choice, Disagreement, DisagreementKind, Mark, NoAlpha, OwnMark, Units,
    Value, adjudicate, masi, nominal,
};
use hearsay_text::Span;
use proptest::prelude::*;

/// Words `from..to` of a text of numbered words of four bytes: `w00 w01 …`.
fn words(from: u32, to: u32) -> Span {
    Span::new(from * 4, to * 4 - 1)
}

fn numbered(n: u32) -> String {
    (0..n).map(|nth| format!("w{nth:02} ")).collect()
}

fn mark(name: &str, nth: usize, spans: &[Span], tags: &[&str]) -> Mark {
    Mark {
        id: AnnotationId(format!("urn:{name}:{nth}")),
        spans: spans.to_vec(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    }
}

/// An annotator who marked these, each with spans and tags.
fn annotator(name: &str, marks: &[(&[Span], &[&str])]) -> Annotator {
    let marks = marks.iter().enumerate();
    Annotator {
        name: name.to_owned(),
        marks: marks
            .map(|(nth, (spans, tags))| mark(name, nth, spans, tags))
            .collect(),
    }
}

/// An annotator who marked these ranges of numbered words with one tag.
fn of_words(name: &str, ranges: &[(u32, u32)], tag: &str) -> Annotator {
    let spans: Vec<[Span; 1]> = ranges.iter().map(|(a, b)| [words(*a, *b)]).collect();
    let tags = [tag];
    let marks: Vec<(&[Span], &[&str])> =
        spans.iter().map(|spans| (&spans[..], &tags[..])).collect();
    annotator(name, &marks)
}

/// α of a table with a row for each coder and a column for each unit; a full stop is a missing value.
fn nominal_alpha(rows: &[&str]) -> Result<f64, NoAlpha> {
    let mut units = Units::new(nominal);
    for column in 0..rows[0].len() {
        let values = rows.iter().map(|row| row.as_bytes()[column]);
        let values = values.filter(|value| *value != b'.');
        let values: Vec<Value> = values.map(|value| [value.into(), 0, 0]).collect();
        units.unit(&values);
    }
    units.alpha()
}

fn assert_close(found: Result<f64, NoAlpha>, expected: f64) {
    let found = found.expect("there is an α");
    assert!((found - expected).abs() < 5e-4, "{found} for {expected}");
}

#[test]
fn alpha_is_that_of_published_examples() {
    for (rows, expected) in [
        // Krippendorff 2011, section A: binary data, two observers.
        (&["0100000010", "1110010000"][..], 0.095),
        // Section B: nominal data, two observers.
        (&["aabbdcccedda", "babbbccceddd"][..], 0.692),
        // Section C: nominal data, four observers, missing values.
        (
            &[
                "123321412...",
                "1233224125.3",
                ".3332342251.",
                "12332441251.",
            ][..],
            0.743,
        ),
    ] {
        assert_close(nominal_alpha(rows), expected);
    }
}

#[test]
fn alpha_is_undefined_where_nothing_varies() {
    for rows in [&["", ""][..], &["aaaa", "aaaa"], &["ab..", "..ab"], &["ab"]] {
        assert_eq!(nominal_alpha(rows), Err(NoAlpha::NoVariation), "{rows:?}");
    }
    assert_close(nominal_alpha(&["aaab", "aaab"]), 1.0);
    // Two units, each with both values: 1 − 3 · 4 / 8.
    assert_close(nominal_alpha(&["ab", "ba"]), -0.5);
}

#[test]
fn sets_that_share_tags_are_nearer() {
    let set = |tags: &[u32]| {
        let mut set = [0; 3];
        for tag in tags {
            set[*tag as usize / 32] |= 1 << (tag % 32);
        }
        set
    };
    for (one, other, distance) in [
        (&[][..], &[][..], 0.0),
        (&[1, 2], &[1, 2], 0.0),
        (&[], &[1], 1.0),
        (&[1], &[2], 1.0),
        // Jaccard's share is ½ in both; what holds the other is nearer.
        (&[1, 2], &[1, 2, 40, 95], 1.0 - 0.5 * 2.0 / 3.0),
        (&[1, 2, 40], &[1, 2, 95], 1.0 - 0.5 / 3.0),
        (&[1, 2], &[2, 3], 1.0 - 1.0 / 9.0),
    ] {
        for (one, other) in [(one, other), (other, one)] {
            let found = masi(&set(one), &set(other));
            assert!(
                (found - distance).abs() < 1e-12,
                "{one:?} {other:?}: {found}"
            );
        }
    }
}

#[test]
fn alpha_of_a_tag_is_over_the_words_of_the_text() {
    // The binary example again, as marks of ten words.
    let meg = of_words("Meg", &[(1, 2), (8, 9)], "number");
    let owen = of_words("Owen", &[(0, 3), (5, 6)], "number");
    let agreement = Agreement::of(&numbered(10), &[meg, owen]);
    assert_eq!(agreement.n_words, 10);
    let (tag, measures) = &agreement.tags[0];
    assert_eq!(tag, "number");
    assert_close(measures.alpha, 0.095);
    // Of one tag alone, sets are the tag or nothing.
    assert_eq!(agreement.all.alpha, measures.alpha);
}

#[test]
fn a_mark_tags_the_words_that_it_holds_or_cuts() {
    // From the end of the first word to the middle of the third, and those two words whole.
    let one = annotator("A", &[(&[Span::new(3, 9)], &["x"])]);
    let other = of_words("B", &[(1, 3)], "x");
    let agreement = Agreement::of(&numbered(4), &[one, other]);
    assert_eq!(agreement.all.alpha, Ok(1.0));
}

#[test]
fn alpha_over_all_tags_weighs_sets() {
    // Four words: {a} and {a}, {a b} and {a}, {} and {b}, {} and {}.
    let one = annotator("A", &[(&[words(0, 2)], &["a"]), (&[words(1, 2)], &["b"])]);
    let other = annotator("B", &[(&[words(0, 2)], &["a"]), (&[words(2, 3)], &["b"])]);
    let agreement = Agreement::of(&numbered(4), &[one, other]);
    // Observed, both ways: ⅔ and 1. Held: {} 3, {a} 3, {b} 1, {a b} 1; of their pairs only {a b} with {a} and {b} is nearer
    // than 1, and ⅔.
    let observed = 2.0 * (2.0 / 3.0 + 1.0);
    let expected = 2.0 * (9.0 + 3.0 + 3.0 + 3.0 + 3.0 * 2.0 / 3.0 + 2.0 / 3.0);
    assert_close(agreement.all.alpha, 1.0 - 7.0 * observed / expected);
    assert_close(agreement.tags[0].1.alpha, 1.0);
    assert_close(agreement.tags[1].1.alpha, 1.0 - 7.0 * 4.0 / 24.0);
}

#[test]
fn marks_without_a_tag_are_not_unmarked() {
    let one = annotator("A", &[(&[words(0, 2)], &[])]);
    let other = annotator("B", &[(&[words(0, 2)], &[])]);
    let agreement = Agreement::of(&numbered(4), &[one, other]);
    assert_eq!(agreement.all.alpha, Ok(1.0));
    assert_eq!(agreement.tags.len(), 1);
    assert_eq!(agreement.tags[0].0, "");
    assert_eq!(agreement.agreed.len(), 1);
}

#[test]
fn more_tags_than_fit_a_set_have_no_common_alpha() {
    let tags: Vec<String> = (0..97).map(|nth| nth.to_string()).collect();
    let person = |n: usize| {
        let tags: Vec<&str> = tags.iter().take(n).map(String::as_str).collect();
        annotator("A", &[(&[words(0, 2)], &tags)])
    };
    let text = numbered(4);
    let fits = Agreement::of(&text, &[person(96), person(96)]);
    assert_eq!(fits.all.alpha, Ok(1.0));
    let varied = Agreement::of(&text, &[person(97), person(96)]);
    assert_eq!(varied.all.alpha, Err(NoAlpha::TooVaried));
    assert_eq!(varied.tags[0].1.alpha, Ok(1.0));
}

#[test]
fn punctuation_and_space_at_edges_do_not_matter() {
    let text = "She said: “We won’t wait — not £5 longer.” Then she left (early).";
    let span = |words: &str| {
        let start = text.find(words).unwrap();
        Span::from_range(start..start + words.len())
    };
    let one = annotator(
        "A",
        &[
            (&[span("“We won’t wait — not £5 longer.” ")], &["x"]),
            (&[span("(early).")], &["y"]),
        ],
    );
    let other = annotator(
        "B",
        &[
            (&[span("We won’t wait"), span("not £5 longer")], &["x"]),
            (&[span("early")], &["y"]),
        ],
    );
    let agreement = Agreement::of(text, &[one, other]);
    assert_eq!(agreement.all.exact, Some(1.0));
    assert_eq!(agreement.all.alpha, Ok(1.0));
    assert_eq!(agreement.disagreements, []);
    // A currency sign is no punctuation.
    for sum in ["£5", "$5"] {
        let text = format!("It cost {sum}.");
        let with = annotator("A", &[(&[Span::from_range(8..8 + sum.len())], &["x"])]);
        let at = 7 + sum.len();
        let without = annotator("B", &[(&[Span::from_range(at..at + 1)], &["x"])]);
        let exact = Agreement::of(&text, &[with, without]).all.exact;
        assert_eq!(exact, Some(0.0), "{sum}");
    }
}

#[test]
fn f1_pairs_marks_one_to_one_by_what_they_share() {
    for (one, other, exact, overlap) in [
        (&[][..], &[][..], None, None),
        (&[(0, 4)], &[], Some(0.0), Some(0.0)),
        (&[(0, 4)], &[(0, 4)], Some(1.0), Some(1.0)),
        // Half is enough, less is not.
        (&[(0, 4)], &[(0, 2)], Some(0.0), Some(1.0)),
        (&[(0, 5)], &[(0, 2)], Some(0.0), Some(0.0)),
        // A mark counts once: its halves are not both right.
        (&[(0, 4)], &[(0, 2), (2, 4)], Some(0.0), Some(2.0 / 3.0)),
        // The nearest first: (1, 5) goes to itself, and nothing is left for the others.
        (&[(0, 4), (1, 5)], &[(1, 5), (8, 9)], Some(0.5), Some(0.5)),
        (
            &[(0, 4), (6, 9)],
            &[(0, 4), (7, 9), (12, 13)],
            Some(0.4),
            Some(0.8),
        ),
    ] {
        let marks = [of_words("A", one, "x"), of_words("B", other, "x")];
        let all = Agreement::of(&numbered(20), &marks).all;
        assert_eq!(
            (all.exact, all.overlap),
            (exact, overlap),
            "{one:?} {other:?}"
        );
    }
}

#[test]
fn f1_of_a_tag_asks_for_the_tag_on_both_sides() {
    let one = annotator(
        "A",
        &[(&[words(0, 4)], &["x", "y"]), (&[words(6, 8)], &["y"])],
    );
    let other = annotator("B", &[(&[words(0, 4)], &["x"]), (&[words(6, 8)], &["y"])]);
    let agreement = Agreement::of(&numbered(20), &[one, other]);
    let exact: Vec<_> = agreement
        .tags
        .iter()
        .map(|(tag, measures)| (tag.as_str(), measures.n_marks.as_slice(), measures.exact))
        .collect();
    assert_eq!(agreement.all.exact, Some(1.0));
    let expected = [
        ("x", &[1, 1][..], Some(1.0)),
        ("y", &[2, 1][..], Some(2.0 / 3.0)),
    ];
    assert_eq!(exact, expected);
}

#[test]
fn f1_of_three_is_the_mean_over_pairs_that_have_marks() {
    let (a, b) = (of_words("A", &[(0, 4)], "x"), of_words("B", &[(0, 4)], "x"));
    let (c, d) = (of_words("C", &[], "x"), of_words("D", &[], "x"));
    let text = numbered(8);
    let three = Agreement::of(&text, &[a.clone(), b.clone(), c.clone()]);
    assert_eq!(three.all.exact, Some(1.0 / 3.0));
    // C and D have nothing to agree on and are no pair: one of five.
    let four = Agreement::of(&text, &[a, b, c, d]);
    assert_eq!(four.all.exact, Some(0.2));
}

/// What kind of disagreements there are, and whose marks they are of.
fn found(agreement: &Agreement) -> Vec<(DisagreementKind, Vec<Vec<usize>>)> {
    let all = agreement.disagreements.iter();
    all.map(|one| (one.kind, one.marks.clone())).collect()
}

#[test]
fn disagreements_say_what_differs_in_reading_order() {
    use DisagreementKind::{Boundaries, Missing, Several, Tags};
    let one = annotator(
        "A",
        &[
            (&[words(30, 33)], &["x"]),
            (&[words(20, 24)], &["x"]),
            (&[words(10, 14)], &["x"]),
            (&[words(0, 4)], &["x"]),
            (&[words(40, 48)], &["x"]),
            (&[words(50, 54)], &["y"]),
            (&[words(60, 62), words(64, 66)], &["x", "y"]),
        ],
    );
    let other = annotator(
        "B",
        &[
            (&[words(0, 5)], &["x"]),
            (&[words(10, 14)], &["y"]),
            (&[words(20, 25)], &["x", "y"]),
            (&[words(35, 36)], &["z"]),
            (&[words(40, 42)], &["x"]),
            (&[words(44, 48)], &["x"]),
            // Overlaps, but neither in half of its words nor in tags: something else.
            (&[words(53, 58)], &["x"]),
            (&[words(60, 62), words(64, 66)], &["y", "x", "y"]),
        ],
    );
    let agreement = Agreement::of(&numbered(70), &[one, other]);
    let expected = [
        (Boundaries, vec![vec![3], vec![0]]),
        (Tags, vec![vec![2], vec![1]]),
        (Several, vec![vec![1], vec![2]]),
        (Missing, vec![vec![0], vec![]]),
        (Missing, vec![vec![], vec![3]]),
        (Several, vec![vec![4], vec![4, 5]]),
        (Missing, vec![vec![5], vec![]]),
        (Missing, vec![vec![], vec![6]]),
    ];
    assert_eq!(found(&agreement), expected);
    assert_eq!(agreement.disagreements[0].cover, words(0, 5));
    assert_eq!(agreement.agreed.len(), 1);
    assert_eq!(agreement.agreed[0].marks, [6, 7]);
    assert_eq!(agreement.agreed[0].cover, words(60, 66));
}

#[test]
fn what_two_of_three_marked_alike_is_a_disagreement() {
    let marks = [
        of_words("A", &[(0, 4)], "x"),
        of_words("B", &[(0, 4)], "x"),
        of_words("C", &[], "x"),
    ];
    let agreement = Agreement::of(&numbered(8), &marks);
    assert_eq!(agreement.agreed, []);
    let expected = [(DisagreementKind::Missing, vec![vec![0], vec![0], vec![]])];
    assert_eq!(found(&agreement), expected);
}

#[test]
fn what_two_of_three_marked_otherwise_is_several() {
    use DisagreementKind::Several;
    for (range, tag) in [((0, 5), "x"), ((0, 4), "y")] {
        let marks = [
            of_words("A", &[(0, 4)], "x"),
            of_words("B", &[range], tag),
            of_words("C", &[], "x"),
        ];
        let agreement = Agreement::of(&numbered(8), &marks);
        let several = (Several, vec![vec![0], vec![0], vec![]]);
        assert_eq!(found(&agreement), [several]);
    }
}

#[test]
fn marks_that_only_touch_are_apart() {
    let marks = [of_words("A", &[(0, 4)], "x"), of_words("B", &[(4, 8)], "x")];
    let agreement = Agreement::of(&numbered(8), &marks);
    assert_eq!(agreement.disagreements.len(), 2);
}

#[test]
fn what_is_agreed_takes_no_mark_from_what_is_not() {
    let span = [words(0, 4)];
    let longer = [words(0, 5)];
    let one = annotator("A", &[(&span, &["x"]), (&span, &["y"])]);
    let other = annotator("B", &[(&span, &["y"]), (&longer, &["x"])]);
    let agreement = Agreement::of(&numbered(8), &[one, other]);
    assert_eq!(agreement.agreed[0].marks, [1, 0]);
    let boundaries = (DisagreementKind::Boundaries, vec![vec![0], vec![1]]);
    assert_eq!(found(&agreement), [boundaries]);
}

#[test]
fn what_all_agree_on_does_not_glue_what_lies_in_it() {
    let marks = [
        of_words("A", &[(0, 40), (2, 6), (20, 24)], "x"),
        of_words("B", &[(0, 40), (2, 7), (20, 25)], "x"),
    ];
    let agreement = Agreement::of(&numbered(50), &marks);
    assert_eq!(agreement.agreed[0].marks, [0, 0]);
    let boundaries = |nth| (DisagreementKind::Boundaries, vec![vec![nth], vec![nth]]);
    assert_eq!(found(&agreement), [boundaries(1), boundaries(2)]);
}

#[test]
fn what_lies_in_a_longer_mark_is_another_disagreement() {
    let one = [(0, 20), (2, 6), (12, 16)];
    let other = [(0, 19), (2, 7), (12, 17)];
    let marks = [of_words("A", &one, "x"), of_words("B", &other, "x")];
    let agreement = Agreement::of(&numbered(50), &marks);
    let boundaries = |nth| (DisagreementKind::Boundaries, vec![vec![nth], vec![nth]]);
    assert_eq!(found(&agreement), [0, 1, 2].map(boundaries));
}

#[test]
fn what_one_split_is_one_disagreement() {
    let marks = [
        of_words("A", &[(0, 20)], "x"),
        of_words("B", &[(0, 12), (12, 20)], "x"),
        of_words("C", &[(0, 5), (5, 10), (10, 20)], "x"),
    ];
    let agreement = Agreement::of(&numbered(50), &marks);
    let several = (
        DisagreementKind::Several,
        vec![vec![0], vec![0, 1], vec![0, 1, 2]],
    );
    assert_eq!(found(&agreement), [several]);
}

#[test]
fn what_is_marked_twice_is_agreed_as_often_as_by_all() {
    let marks = [
        of_words("A", &[(0, 4), (0, 4)], "x"),
        of_words("B", &[(0, 4)], "x"),
    ];
    let agreement = Agreement::of(&numbered(8), &marks);
    assert_eq!(agreement.agreed[0].marks, [0, 0]);
    let missing = (DisagreementKind::Missing, vec![vec![1], vec![]]);
    assert_eq!(found(&agreement), [missing]);
}

#[test]
fn adjudication_takes_agreements_and_choices() {
    let marks = [
        of_words("A", &[(30, 34), (0, 4), (10, 14), (20, 24), (40, 44)], "x"),
        of_words("B", &[(30, 34), (0, 5), (10, 15), (20, 25), (40, 45)], "x"),
    ];
    let agreement = Agreement::of(&numbered(50), &marks);
    assert_eq!(agreement.disagreements.len(), 4);
    let own = OwnMark {
        spans: vec![words(20, 23)],
        tags: vec!["y".into()],
    };
    let choices = [
        Some(Choice::Take(1)),
        Some(Choice::Nothing),
        Some(Choice::Own(vec![own])),
        None,
    ];
    let outcome = adjudicate(&marks, &agreement, &choices);
    let settled: Vec<_> = outcome
        .marks
        .iter()
        .map(|mark| {
            let from: Vec<&str> = mark.from.iter().map(|id| id.0.as_str()).collect();
            (mark.spans[0], mark.tags[0].as_str(), from)
        })
        .collect();
    let expected = [
        (words(0, 5), "x", vec!["urn:B:1"]),
        (words(20, 23), "y", vec!["urn:A:3", "urn:B:3"]),
        (words(30, 34), "x", vec!["urn:A:0", "urn:B:0"]),
    ];
    assert_eq!(settled, expected);
    assert_eq!(outcome.open, [3]);
    // Nothing chosen yet: what all agree on is there.
    let start = adjudicate(&marks, &agreement, &[]);
    assert_eq!((start.marks.len(), start.open.len()), (1, 4));
    // To take what somebody did not mark is to mark nothing.
    let only = [marks[0].clone(), of_words("B", &[], "x")];
    let agreement = Agreement::of(&numbered(50), &only);
    let choices = vec![Some(Choice::Take(1)); agreement.disagreements.len()];
    let outcome = adjudicate(&only, &agreement, &choices);
    assert_eq!((outcome.marks.len(), outcome.open.len()), (0, 0));
}

#[test]
fn odd_marks_are_kept() {
    let odd: [(&[Span], &[&str]); 4] = [
        (&[], &["x"]),
        (&[Span::new(900, 990)], &["x"]),
        (&[Span::new(3, 4)], &["x"]),
        (&[words(2, 4), words(1, 3), Span::new(8, 8)], &["x"]),
    ];
    let text = numbered(8);
    let both = Agreement::of(&text, &[annotator("A", &odd), annotator("B", &odd)]);
    assert_eq!((both.agreed.len(), both.disagreements.len()), (4, 0));
    assert_eq!(
        both.all.n_marks,
        [1, 1],
        "marks without words are not counted"
    );
    let one = Agreement::of(&text, &[annotator("A", &odd), annotator("B", &[])]);
    assert_eq!((one.agreed.len(), one.disagreements.len()), (0, 4));
}

#[test]
fn marks_nested_deep_agree_with_their_likes() {
    let nested: Vec<(u32, u32)> = (0..300).map(|nth| (nth, 1000 - nth)).collect();
    let same = vec![(0, 4); 300];
    let text = "w00 ".repeat(1000);
    for marks in [nested, same] {
        let all = Agreement::of(
            &text,
            &[of_words("A", &marks, "x"), of_words("B", &marks, "x")],
        );
        assert_eq!((all.all.exact, all.agreed.len()), (Some(1.0), 300));
    }
}

#[test]
fn with_fewer_than_two_there_is_nothing_to_compare() {
    let none = Agreement::of("Some words.", &[]);
    assert_eq!(
        (none.all.alpha, none.all.exact),
        (Err(NoAlpha::NoVariation), None)
    );
    let one = Agreement::of(&numbered(8), &[of_words("A", &[(0, 4)], "x")]);
    assert_eq!(
        (one.all.alpha, one.all.exact),
        (Err(NoAlpha::NoVariation), None)
    );
    assert_eq!((one.agreed.len(), one.disagreements.len()), (1, 0));
}

/// How many words the texts of property tests have.
const N_WORDS: u32 = 24;

fn any_mark() -> impl Strategy<Value = (Vec<(u32, u32)>, Vec<&'static str>)> {
    let piece = (0..N_WORDS, 1..8_u32).prop_map(|(from, len)| (from, (from + len).min(N_WORDS)));
    let pieces = prop::collection::vec(piece, 1..3);
    (pieces, prop::sample::subsequence(vec!["x", "y", "z"], 0..3))
}

fn any_annotators() -> impl Strategy<Value = Vec<Annotator>> {
    let marks = prop::collection::vec(any_mark(), 0..7);
    prop::collection::vec(marks, 2..5).prop_map(|people| {
        let people = people.into_iter().enumerate();
        people
            .map(|(person, marks)| {
                let name = person.to_string();
                let marks = marks.iter().enumerate();
                let marks = marks.map(|(nth, (pieces, tags))| {
                    let spans: Vec<Span> = pieces.iter().map(|(a, b)| words(*a, *b)).collect();
                    mark(&name, nth, &spans, tags)
                });
                let marks = marks.collect();
                Annotator { name, marks }
            })
            .collect()
    })
}

/// The words that a mark holds.
fn held(mark: &Mark) -> Vec<bool> {
    let holds = |word: u32| {
        mark.spans
            .iter()
            .any(|span| span.encloses(words(word, word + 1)))
    };
    (0..N_WORDS).map(holds).collect()
}

/// Twice the pairs, by the marks of both, as the reference scorer pairs quotes: over all pairs of marks, in order.
fn reference_f1(one: &[&Mark], other: &[&Mark], least: f64) -> Option<f64> {
    let mut pairs = Vec::new();
    for (nth_one, a) in one.iter().enumerate() {
        for (nth_other, b) in other.iter().enumerate() {
            let (a, b) = (held(a), held(b));
            let both = a.iter().zip(&b).filter(|(a, b)| **a && **b).count();
            let either = a.iter().zip(&b).filter(|(a, b)| **a || **b).count();
            let iou = both as f64 / either as f64;
            if iou >= least {
                pairs.push((iou, nth_one, nth_other));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut taken_one, mut taken_other) = (vec![false; one.len()], vec![false; other.len()]);
    let mut n = 0;
    for (_, a, b) in pairs {
        if !taken_one[a] && !taken_other[b] {
            (taken_one[a], taken_other[b]) = (true, true);
            n += 1;
        }
    }
    let all = one.len() + other.len();
    (all > 0).then(|| 2.0 * f64::from(n) / all as f64)
}

fn reference_alpha(people: &[Annotator], tag: &str) -> Result<f64, NoAlpha> {
    let mut units = Units::new(nominal);
    for word in 0..N_WORDS {
        let has = |mark: &Mark| mark.tags.iter().any(|own| own == tag) && held(mark)[word as usize];
        let value = |person: &Annotator| [u32::from(person.marks.iter().any(has)), 0, 0];
        units.unit(&people.iter().map(value).collect::<Vec<_>>());
    }
    units.alpha()
}

/// Every mark by annotator and place, as often as it stands in the agreement.
fn listed(agreement: &Agreement) -> Vec<(usize, usize)> {
    let agreed = agreement.agreed.iter();
    let agreed = agreed.flat_map(|agreed| agreed.marks.iter().copied().enumerate());
    let sides = |one: &Disagreement| {
        let sides = one.marks.clone().into_iter().enumerate();
        sides.flat_map(|(person, marks)| marks.into_iter().map(move |mark| (person, mark)))
    };
    let mut all: Vec<_> = agreed
        .chain(agreement.disagreements.iter().flat_map(sides))
        .collect();
    all.sort_unstable();
    all
}

/// All figures, in an order that does not depend on who comes first.
fn figures(agreement: &Agreement) -> Vec<(String, [Option<f64>; 3])> {
    let all = [("all".to_owned(), agreement.all.clone())];
    let mut figures: Vec<_> = all
        .into_iter()
        .chain(agreement.tags.iter().cloned())
        .map(|(tag, of)| (tag, [of.alpha.ok(), of.exact, of.overlap]))
        .collect();
    figures.sort_by(|a, b| a.0.cmp(&b.0));
    figures
}

proptest! {
    #[test]
    fn agreements_and_disagreements_partition_the_marks(people in any_annotators()) {
        let agreement = Agreement::of(&numbered(N_WORDS), &people);
        let marks = people.iter().enumerate();
        let all: Vec<_> = marks
            .flat_map(|(person, one)| (0..one.marks.len()).map(move |mark| (person, mark)))
            .collect();
        prop_assert_eq!(listed(&agreement), all);
        let starts: Vec<u32> = agreement.disagreements.iter().map(|one| one.cover.start).collect();
        prop_assert!(starts.is_sorted());
    }

    #[test]
    fn identical_annotators_agree_wholly(people in any_annotators(), n in 2..5_usize) {
        let same = vec![people[0].clone(); n];
        let agreement = Agreement::of(&numbered(N_WORDS), &same);
        prop_assert_eq!(agreement.disagreements.len(), 0);
        for (_, [alpha, exact, overlap]) in figures(&agreement) {
            prop_assert!(alpha.is_none_or(|alpha| alpha == 1.0));
            let whole = (!people[0].marks.is_empty()).then_some(1.0);
            prop_assert_eq!([exact, overlap], [whole, whole]);
        }
    }

    #[test]
    fn it_makes_no_difference_who_comes_first(people in any_annotators()) {
        let text = numbered(N_WORDS);
        let there = figures(&Agreement::of(&text, &people));
        let back: Vec<Annotator> = people.iter().rev().cloned().collect();
        let back = figures(&Agreement::of(&text, &back));
        prop_assert_eq!(there.len(), back.len());
        for ((tag, there), (other, back)) in there.iter().zip(&back) {
            prop_assert_eq!(tag, other);
            for (there, back) in there.iter().zip(back) {
                let near = there.zip(*back).map(|(there, back)| (there - back).abs() < 1e-12);
                prop_assert!(near.unwrap_or(there.is_none() && back.is_none()), "{tag}");
            }
        }
    }

    #[test]
    fn figures_are_those_of_counting_word_by_word(people in any_annotators()) {
        let agreement = Agreement::of(&numbered(N_WORDS), &people[..2]);
        for (tag, measures) in &agreement.tags {
            let tagged = |person: &Annotator| {
                let mut person = person.clone();
                for mark in person.marks.iter_mut().filter(|mark| mark.tags.is_empty()) {
                    mark.tags.push(String::new());
                }
                person
            };
            let people: Vec<Annotator> = people[..2].iter().map(tagged).collect();
            match (measures.alpha, reference_alpha(&people, tag)) {
                (Ok(found), Ok(expected)) => prop_assert!((found - expected).abs() < 1e-9),
                (found, expected) => prop_assert_eq!(found, expected),
            }
            let with_tag = |person: usize| -> Vec<&Mark> {
                let marks = people[person].marks.iter();
                marks.filter(|mark| mark.tags.contains(tag)).collect()
            };
            let (one, other) = (with_tag(0), with_tag(1));
            prop_assert_eq!(measures.exact, reference_f1(&one, &other, 1.0));
            // Ties may be broken otherwise, and a tie seldom costs a pair.
            let overlap = reference_f1(&one, &other, 0.5).unwrap_or_default();
            let one_pair = 2.0 / (one.len() + other.len()).max(1) as f64;
            prop_assert!((measures.overlap.unwrap_or_default() - overlap).abs() <= one_pair + 1e-9);
        }
    }
}
