//! Sets, edits, undo and redo, and the engine running again.
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

mod support;

use std::sync::Arc;

use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, Body, Edit, EditError, History, MergeReport, Origin,
    Status, TagId, merge_suggestions,
};
use hearsay_text::Span;
use proptest::prelude::*;
use support::{annotation, claim, id, quote, suggestion};

fn set_of(annotations: impl IntoIterator<Item = Annotation>) -> AnnotationSet {
    AnnotationSet::from_annotations(annotations).unwrap()
}

fn ids(set: &AnnotationSet) -> Vec<AnnotationId> {
    set.iter().map(|annotation| annotation.id.clone()).collect()
}

#[test]
fn a_set_is_ordered_by_position_the_longer_first() {
    let at = |nth, start, end| annotation(nth, &[Span::new(start, end)], claim("x"));
    let set = set_of([at(1, 9, 12), at(4, 3, 5), at(3, 3, 8), at(2, 3, 5)]);
    assert_eq!(ids(&set), [id(3), id(2), id(4), id(1)]);
    assert_eq!(set.position(&id(4)), Some(2));
    assert_eq!(set.get(&id(1)).map(|found| found.target[0].start), Some(9));
    assert_eq!(set.get(&id(7)), None);
}

#[test]
fn a_claim_has_the_speaker_of_the_most_enclosed_quote_it_lies_in() {
    let quotes = [
        annotation(1, &[Span::new(0, 50)], quote("Ana")),
        annotation(2, &[Span::new(10, 20), Span::new(30, 40)], quote("Obi")),
        Annotation {
            status: Status::Rejected,
            ..annotation(3, &[Span::new(10, 14)], quote("Nobody"))
        },
    ];
    let set = set_of(quotes);
    let speaker = |spans: &[Span]| {
        let claim = annotation(9, spans, claim("quantity"));
        set.speaker_of(&claim).map(str::to_owned)
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(speaker(&[Span::new(10, 14)]), some("Obi"));
    assert_eq!(
        speaker(&[Span::new(12, 14), Span::new(30, 40)]),
        some("Obi")
    );
    assert_eq!(
        speaker(&[Span::new(12, 32)]),
        some("Ana"),
        "it lies over both pieces of the inner quote"
    );
    assert_eq!(speaker(&[Span::new(45, 55)]), None);
    let own = set.get(&id(3)).and_then(|quote| set.speaker_of(quote));
    assert_eq!(own, Some("Nobody"), "a quote has its own speaker");
}

/// What [`AnnotationSet::enclosing_quote`] finds, by looking at every quote.
fn enclosing_by_looking<'a>(
    set: &'a AnnotationSet,
    annotation: &Annotation,
) -> Option<&'a Annotation> {
    let holds = |quote: &Annotation| {
        let held = |span: &Span| quote.target.iter().any(|words| words.encloses(*span));
        annotation.target.iter().all(held)
    };
    set.quotes()
        .map(|(quote, _)| quote)
        .filter(|quote| quote.status != Status::Rejected && quote.id != annotation.id)
        .filter(|quote| holds(quote))
        .min_by_key(|quote| quote.target.iter().map(|span| span.len()).sum::<u32>())
}

proptest! {
    #[test]
    fn the_quote_around_an_annotation_is_the_one_that_a_look_at_all_of_them_finds(
        places in proptest::collection::vec((0_u32..60, 1_u32..40, 0_u32..30, any::<bool>(), any::<bool>()), 0..40),
    ) {
        let annotations = (1_u64..).zip(places).map(|(nth, (start, length, gap, is_quote, rejected))| {
            let mut target = vec![Span::new(start, start + length)];
            if gap > 0 {
                target.push(Span::new(start + length + gap, start + length + gap + 5));
            }
            let body = if is_quote { quote("Ana") } else { claim("x") };
            let status = if rejected { Status::Rejected } else { Status::Accepted };
            Annotation { status, ..annotation(nth, &target, body) }
        });
        let mut set = set_of(annotations);
        while let Some(first) = set.iter().next().cloned() {
            for one in &set {
                let found = set.enclosing_quote(one).map(|(quote, _)| quote);
                prop_assert_eq!(found, enclosing_by_looking(&set, one));
            }
            // What was known of the places is not kept when they change.
            set.remove(&first.id).unwrap();
        }
    }
}

#[test]
fn an_edited_copy_of_a_set_shares_with_the_original_all_that_was_not_edited() {
    let at = |nth, start| annotation(nth, &[Span::new(start, start + 3)], claim("x"));
    let set = set_of([at(1, 0), at(2, 10), at(3, 20)]);
    let mut copy = set.clone();
    copy.replace(annotation(2, &[Span::new(10, 13)], claim("y")))
        .unwrap();
    let same = set.shared().iter().zip(copy.shared());
    let same: Vec<bool> = same.map(|(one, other)| Arc::ptr_eq(one, other)).collect();
    assert_eq!(same, [true, false, true]);
    assert_eq!(
        set.get(&id(2)),
        Some(&at(2, 10)),
        "the original is as it was"
    );
}

#[test]
fn annotations_taken_in_at_once_stop_at_the_first_that_does_not_fit() {
    let at = |nth, start| annotation(nth, &[Span::new(start, start + 3)], claim("x"));
    for (taken, error) in [
        (
            vec![at(2, 9), at(4, 0), at(2, 3), at(5, 1)],
            EditError::AlreadyThere { id: id(2) },
        ),
        (
            vec![at(2, 9), at(4, 0), at(1, 3), at(2, 3)],
            EditError::AlreadyThere { id: id(1) },
        ),
        (
            vec![
                at(2, 9),
                at(4, 0),
                annotation(3, &[Span::new(3, 3)], claim("x")),
                at(2, 3),
            ],
            EditError::NoTarget { id: id(3) },
        ),
    ] {
        let mut set = set_of([at(1, 5)]);
        assert_eq!(set.extend(taken), Err(error));
        assert_eq!(ids(&set), [id(4), id(1), id(2)], "what came before is in");
        assert_eq!(set.get(&id(2)), Some(&at(2, 9)));
        assert_eq!(set.remove(&id(4)), Ok(at(4, 0)));
    }
}

#[test]
fn an_edit_that_does_not_fit_is_refused_and_changes_nothing() {
    let one = annotation(1, &[Span::new(0, 4)], claim("x"));
    let mut set = set_of([one.clone()]);
    let before = set.clone();
    let nowhere = annotation(2, &[Span::new(3, 3)], claim("x"));
    let other = annotation(3, &[Span::new(0, 4)], claim("x"));
    for (edit, error) in [
        (Edit::Add(one), EditError::AlreadyThere { id: id(1) }),
        (
            Edit::Add(nowhere.clone()),
            EditError::NoTarget { id: id(2) },
        ),
        (
            Edit::Replace(Annotation {
                id: id(1),
                ..nowhere
            }),
            EditError::NoTarget { id: id(1) },
        ),
        (
            Edit::Replace(other.clone()),
            EditError::NotThere { id: id(3) },
        ),
        (Edit::Remove(id(3)), EditError::NotThere { id: id(3) }),
    ] {
        let mut history = History::default();
        // The first of the two fits, and must be taken back.
        let edits = vec![
            Edit::Remove(id(1)),
            Edit::Add(before.get(&id(1)).unwrap().clone()),
            edit,
        ];
        assert_eq!(history.apply(&mut set, "Try", edits), Err(error));
        assert_eq!(set, before);
        assert_eq!(history.undo_label(), None);
    }
    assert_eq!(
        Edit::Remove(id(3)).apply(&mut set).unwrap_err().to_string(),
        "annotation urn:uuid:00000000-0000-4000-8000-000000000003 is no longer there, so it cannot be changed or removed"
    );
}

#[test]
fn steps_are_undone_and_redone_by_name_and_a_new_one_ends_redoing() {
    let mut set = AnnotationSet::new();
    let mut history = History::default();
    let add = |nth| vec![Edit::Add(annotation(nth, &[Span::new(0, 4)], claim("x")))];
    history.apply(&mut set, "Tag as quantity", add(1)).unwrap();
    history
        .apply(&mut set, "Tag as prediction", add(2))
        .unwrap();
    assert_eq!(history.undo_label(), Some("Tag as prediction"));
    assert_eq!(history.undo(&mut set), Ok(Some("Tag as prediction".into())));
    assert_eq!(ids(&set), [id(1)]);
    assert_eq!(history.redo_label(), Some("Tag as prediction"));
    assert_eq!(history.redo(&mut set), Ok(Some("Tag as prediction".into())));
    assert_eq!(ids(&set), [id(1), id(2)]);
    assert_eq!(history.redo(&mut set), Ok(None));
    history.undo(&mut set).unwrap();
    history.apply(&mut set, "Tag as other", add(3)).unwrap();
    assert_eq!(history.redo_label(), None);
    assert_eq!(ids(&set), [id(1), id(3)]);
}

#[test]
fn only_so_many_steps_are_kept() {
    let mut set = AnnotationSet::new();
    let mut history = History::new(2);
    for nth in 1..=3 {
        let edits = vec![Edit::Add(annotation(nth, &[Span::new(0, 4)], claim("x")))];
        history
            .apply(&mut set, format!("Step {nth}"), edits)
            .unwrap();
    }
    while let Ok(Some(_)) = history.undo(&mut set) {}
    assert_eq!(ids(&set), [id(1)]);
}

#[test]
fn a_step_that_no_longer_fits_is_forgotten_and_the_one_before_can_be_undone() {
    let mut set = AnnotationSet::new();
    let mut history = History::default();
    for nth in [1, 2] {
        let edits = vec![Edit::Add(annotation(nth, &[Span::new(0, 4)], claim("x")))];
        history
            .apply(&mut set, format!("Step {nth}"), edits)
            .unwrap();
    }
    set.remove(&id(2)).unwrap();
    assert_eq!(
        history.undo(&mut set),
        Err(EditError::NotThere { id: id(2) })
    );
    assert_eq!(history.undo(&mut set), Ok(Some("Step 1".into())));
    assert!(set.is_empty());
}

#[test]
fn the_engine_replaces_what_nobody_touched() {
    let at = |start, end| [Span::new(start, end)];
    let mut set = set_of([
        suggestion(1, &at(0, 10), "she"),
        suggestion(2, &at(20, 30), "he"),
    ]);
    let new = vec![
        suggestion(1, &at(0, 10), "Ana"),
        suggestion(3, &at(40, 50), "Obi"),
    ];
    let report = merge_suggestions(&mut set, new.clone());
    assert_eq!(
        report,
        MergeReport {
            added: 1,
            renewed: 1,
            removed: 1,
            left_out: 0
        }
    );
    assert_eq!(set, set_of(new));
}

#[test]
fn the_engine_keeps_its_hands_off_what_a_person_touched() {
    let at = |start, end| [Span::new(start, end)];
    let accepted = Annotation {
        status: Status::Accepted,
        ..suggestion(1, &at(0, 10), "Ana")
    };
    let rejected = Annotation {
        status: Status::Rejected,
        ..suggestion(2, &at(20, 30), "Obi")
    };
    let made = annotation(3, &at(40, 50), quote("Kim"));
    let tagged = annotation(4, &at(60, 70), claim("quantity"));
    let touched = [accepted, rejected, made, tagged];
    let mut set = set_of(touched.clone());
    let report = merge_suggestions(
        &mut set,
        vec![
            suggestion(1, &at(0, 10), "somebody else"),
            // Nearly the words that were rejected, under another id.
            suggestion(5, &at(21, 31), "Obi"),
            suggestion(6, &at(40, 52), "Kim"),
            // Inside a claim, which is no quote.
            suggestion(7, &at(60, 70), "Ana"),
            suggestion(8, &at(80, 90), "Ana"),
        ],
    );
    assert_eq!(
        report,
        MergeReport {
            added: 2,
            renewed: 0,
            removed: 0,
            left_out: 3
        }
    );
    for annotation in &touched {
        assert_eq!(set.get(&annotation.id), Some(annotation));
    }
    assert_eq!(ids(&set), [id(1), id(2), id(3), id(4), id(7), id(8)]);
}

#[test]
fn a_decision_about_one_quote_leaves_the_suggestions_around_it() {
    let outer = suggestion(1, &[Span::new(0, 20)], "Ana");
    let inner = suggestion(2, &[Span::new(2, 18)], "Obi");
    let mut set = set_of([outer.clone(), inner.clone()]);
    let decided = Annotation {
        status: Status::Rejected,
        ..outer.clone()
    };
    set.replace(decided).unwrap();
    let before = set.clone();
    merge_suggestions(&mut set, vec![outer, inner]);
    assert_eq!(set, before);
}

#[derive(Clone, Debug)]
enum Act {
    Add(u64, u32),
    Remove(u64),
    Retag(u64, u32),
    Undo,
    Redo,
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..8_u64, 0..30_u32).prop_map(|(nth, at)| Act::Add(nth, at)),
        (0..8_u64).prop_map(Act::Remove),
        (0..8_u64, 0..30_u32).prop_map(|(nth, at)| Act::Retag(nth, at)),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

proptest! {
    #[test]
    fn any_edits_undone_restore_the_start_and_redone_the_end(steps in prop::collection::vec(prop::collection::vec(any_act(), 1..4), 0..30)) {
        let start = set_of([annotation(1, &[Span::new(5, 9)], claim("x")), suggestion(2, &[Span::new(0, 30)], "Ana")]);
        let mut set = start.clone();
        let mut history = History::default();
        for acts in steps {
            let mut edits = Vec::new();
            for act in acts {
                let made = |nth, at| annotation(nth, &[Span::new(at, at + 3)], claim("y"));
                match act {
                    Act::Add(nth, at) => edits.push(Edit::Add(made(nth, at))),
                    Act::Remove(nth) => edits.push(Edit::Remove(id(nth))),
                    Act::Retag(nth, at) => edits.push(Edit::Replace(made(nth, at))),
                    Act::Undo => { history.undo(&mut set).unwrap(); }
                    Act::Redo => { history.redo(&mut set).unwrap(); }
                }
            }
            let before = set.clone();
            if history.apply(&mut set, "Step", edits).is_err() {
                prop_assert_eq!(&set, &before);
            }
        }
        let end = set.clone();
        let mut n_steps = 0;
        while history.undo(&mut set).unwrap().is_some() {
            n_steps += 1;
        }
        prop_assert_eq!(&set, &start);
        for _ in 0..n_steps {
            prop_assert!(history.redo(&mut set).unwrap().is_some());
        }
        prop_assert_eq!(&set, &end);
        let rebuilt = set_of(set.iter().cloned());
        prop_assert_eq!(&rebuilt, &set, "order and places are those of a set made at once");
    }

    #[test]
    fn merging_never_changes_what_was_touched_and_settles_at_once(
        old in prop::collection::vec((0..12_u64, 0..40_u32, 1..20_u32, 0..4_u8), 0..10),
        new in prop::collection::vec((0..12_u64, 0..40_u32, 1..20_u32), 0..10),
    ) {
        let mut set = AnnotationSet::new();
        for (nth, start, len, what) in old {
            let mut one = suggestion(nth, &[Span::new(start, start + len)], "Ana");
            match what {
                0 => one.status = Status::Accepted,
                1 => one.status = Status::Rejected,
                2 => one.origin = Origin::Person,
                _ => {}
            }
            let _ = set.insert(one);
        }
        let touched: Vec<_> = set.iter().filter(|one| hearsay_annotate::is_touched(one)).cloned().collect();
        let new: Vec<_> = new.into_iter().map(|(nth, start, len)| suggestion(nth, &[Span::new(start, start + len)], "Obi")).collect();
        merge_suggestions(&mut set, new.clone());
        for one in &touched {
            prop_assert_eq!(set.get(&one.id), Some(one));
        }
        let settled = set.clone();
        merge_suggestions(&mut set, new);
        prop_assert_eq!(&set, &settled);
    }
}

#[test]
fn a_note_is_neither_quote_nor_claim() {
    let set = set_of([
        annotation(1, &[Span::new(0, 4)], Body::Note("x".into())),
        annotation(2, &[Span::new(0, 4)], quote("Ana")),
        annotation(3, &[Span::new(0, 4)], claim("quantity")),
    ]);
    assert_eq!(set.len(), 3);
    assert_eq!(
        set.quotes()
            .map(|(one, _)| one.id.clone())
            .collect::<Vec<_>>(),
        [id(2)]
    );
    let tags: Vec<_> = set.claims().map(|(_, claim)| claim.tags.clone()).collect();
    assert_eq!(tags, [[TagId("quantity".into())]]);
}
