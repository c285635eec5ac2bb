//! Everything that a person does to an article can be taken back, step by step, and made again: any sequence of acts.
#![cfg(not(target_arch = "wasm32"))]

mod annotated;

use annotated::{TEXT, document, reading, stamp, stored};
use hearsay::state::{
    Action, AppState, Batch, CastAction, ClaimAction, ClaimChange, ClaimFrom, Edge, Editing,
    FocusOrigin, Pace, QuoteChange, ReviewAction, Stamp, TagSetAction,
};
use hearsay_annotate::{
    Annotation, AnnotationId, Body, Evidence, Profile, Progress, Status, TagId, TagSet,
};
use hearsay_text::{Modality, QuoteKind, ReportKind, Span};
use proptest::prelude::*;

/// Chance that an act is made of: numbers drawn one after the other.
struct Dice<'a>(&'a [u16]);

impl Dice<'_> {
    fn below(&mut self, n: usize) -> usize {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        usize::from(*first) % n.max(1)
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn flip(&mut self) -> bool {
        self.below(2) == 1
    }

    /// Some words of the text, some of nothing but white space, some over several blocks.
    fn words(&mut self) -> Span {
        let places: Vec<_> = TEXT.char_indices().map(|(at, _)| at).collect();
        let start = self.one_of(&places);
        let longest = self.one_of(&[1, 8, 30, 200]);
        let end = places.iter().copied().filter(|end| *end >= start);
        let end = end.take(1 + longest).last().unwrap_or(start);
        Span::from_range(start..end)
    }

    /// An annotation of the article, or one that was never there.
    fn id(&mut self, state: &AppState, fits: fn(&Annotation) -> bool) -> AnnotationId {
        let set = &document(state).annotations;
        let mut ids: Vec<_> = set
            .iter()
            .filter(|one| fits(one))
            .map(|one| one.id.clone())
            .collect();
        ids.push(annotated::id(9_999_999));
        self.one_of(&ids)
    }

    fn name(&mut self) -> String {
        let names = [
            "Mara Lindqvist",
            "Lindqvist",
            "Jon Ek",
            "Ek",
            "harbour office",
            "Anna",
            " ",
            "",
        ];
        self.one_of(&names).to_owned()
    }

    fn speaker(&mut self) -> Option<String> {
        let name = self.name();
        self.below(5).checked_sub(1).map(|_| name)
    }

    fn tag(&mut self) -> TagId {
        TagId(
            self.one_of(&["quantity", "prediction", "law-or-rule", "unknown"])
                .to_owned(),
        )
    }
}

fn is_quote(annotation: &Annotation) -> bool {
    matches!(annotation.body, Body::Quote(_))
}

fn is_claim(annotation: &Annotation) -> bool {
    matches!(annotation.body, Body::Claim(_))
}

/// What a person may do about one area. To put another area to the test, write one and add it to [`AREAS`].
type Area = fn(&AppState, &mut Dice<'_>, Stamp) -> Action;

/// Everything that annotates.
const AREAS: [Area; 6] = [look, annotate, review, cast, claims, tag_sets];

/// Choosing what the next act is about. None of it is a step.
fn look(state: &AppState, dice: &mut Dice<'_>, _: Stamp) -> Action {
    match dice.below(4) {
        0 => Action::SelectWords(dice.flip().then(|| dice.words())),
        1 => Action::Focus(Some(dice.id(state, |_| true)), FocusOrigin::Panel),
        2 => Action::Review(ReviewAction::Edit(Some(Editing::quote(
            dice.id(state, is_quote),
        )))),
        _ => Action::Review(ReviewAction::Edit(Some(Editing::Speaker(dice.speaker())))),
    }
}

fn annotate(state: &AppState, dice: &mut Dice<'_>, stamp: Stamp) -> Action {
    let now = stamp.now;
    let id = dice.id(state, |_| true);
    match dice.below(6) {
        0 => Action::Tag {
            tag: dice.tag(),
            stamp,
        },
        1 => Action::Remove { id, now },
        2 => Action::Accept { id, now },
        3 => Action::Reject { id, now },
        4 => Action::Undo { now },
        _ => Action::Redo { now },
    }
}

fn review(state: &AppState, dice: &mut Dice<'_>, stamp: Stamp) -> Action {
    let now = stamp.now;
    let status = dice.one_of(&[Status::Accepted, Status::Rejected]);
    Action::Review(match dice.below(9) {
        0 => ReviewAction::Decide {
            status,
            onward: dice.flip(),
            now,
        },
        1 => ReviewAction::DecideAll {
            batch: match dice.flip() {
                true => Batch::Speaker(dice.speaker()),
                false => Batch::Sure(dice.one_of(&[0, 80, 100])),
            },
            status,
            now,
        },
        2 => ReviewAction::NextUndecided { back: dice.flip() },
        3 => ReviewAction::Piece(None),
        4 => ReviewAction::Move {
            edge: dice.one_of(&[Edge::Start, Edge::End]),
            pace: dice.one_of(&[Pace::Word, Pace::Sentence]),
            more: dice.flip(),
            now,
        },
        5 => ReviewAction::Change {
            id: dice.id(state, is_quote),
            change: quote_change(dice),
            now,
        },
        6 => ReviewAction::Split {
            at: dice.flip().then(|| dice.words().start),
            stamp,
        },
        7 => ReviewAction::Join { now },
        _ => ReviewAction::Add { stamp },
    })
}

fn quote_change(dice: &mut Dice<'_>) -> QuoteChange {
    match dice.below(8) {
        0 => QuoteChange::Words(vec![dice.words(), dice.words()]),
        1 => QuoteChange::Piece(dice.below(3), dice.words()),
        2 => QuoteChange::Kind(dice.one_of(&QuoteKind::ALL)),
        3 => QuoteChange::Reports(dice.one_of(&ReportKind::ALL)),
        4 => QuoteChange::Modality(dice.one_of(&Modality::ALL)),
        5 => QuoteChange::Cue(vec![dice.words()]),
        6 => QuoteChange::Source(Vec::new()),
        _ => QuoteChange::Speaker(dice.speaker()),
    }
}

fn cast(state: &AppState, dice: &mut Dice<'_>, stamp: Stamp) -> Action {
    let now = stamp.now;
    Action::Cast(match dice.below(4) {
        0 => CastAction::Rename {
            from: dice.speaker(),
            to: dice.name(),
            now,
        },
        1 => CastAction::Merge {
            speakers: vec![dice.name(), dice.name()],
            into: dice.name(),
            now,
        },
        2 => CastAction::Move {
            quotes: vec![dice.id(state, is_quote), dice.id(state, |_| true)],
            to: dice.speaker(),
            now,
        },
        _ => CastAction::Describe {
            speaker: dice.name(),
            profile: Profile {
                role: dice.one_of(&["", "captain", " grocer "]).to_owned(),
                organisation: dice.one_of(&["", "Ferries"]).to_owned(),
                link: dice
                    .one_of(&["", "https://ferries.example/", "javascript:alert(1)"])
                    .to_owned(),
            },
            now,
        },
    })
}

fn claims(state: &AppState, dice: &mut Dice<'_>, stamp: Stamp) -> Action {
    let now = stamp.now;
    let evidence = Evidence {
        title: dice.name(),
        ..Evidence::default()
    };
    let change = match dice.below(9) {
        0 => ClaimChange::ToggleTag(dice.tag()),
        1 => ClaimChange::Verdict(None),
        2 => ClaimChange::Reasoning(dice.name()),
        3 => ClaimChange::AddEvidence(evidence),
        4 => ClaimChange::EditEvidence(dice.below(3), evidence),
        5 => ClaimChange::RemoveEvidence(dice.below(3)),
        6 => ClaimChange::MoveEvidence(dice.below(3), dice.below(3)),
        7 => ClaimChange::Progress(dice.one_of(&Progress::ALL)),
        _ => ClaimChange::Note(dice.name()),
    };
    Action::Claim(match dice.below(3) {
        0 => {
            let of = dice.one_of(&[ClaimFrom::Chosen, ClaimFrom::Sentence { near: 1 }]);
            ClaimAction::Make { of, stamp }
        }
        _ => ClaimAction::Change {
            id: dice.id(state, is_claim),
            change,
            now,
        },
    })
}

/// Changes of tag set: what is planned, where tags are sent, and that it is done.
fn tag_sets(_: &AppState, dice: &mut Dice<'_>, stamp: Stamp) -> Action {
    Action::TagSets(match dice.below(5) {
        0 => TagSetAction::Plan(Box::new(dice.one_of(&TagSet::built_in()))),
        1 => TagSetAction::MapTag(dice.tag(), dice.flip().then(|| TagId("fact".into()))),
        2 => TagSetAction::Cancel,
        _ => TagSetAction::Apply {
            others: Vec::new(),
            now: stamp.now,
        },
    })
}

fn n_done(state: &AppState) -> usize {
    document(state).history.n_done()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_acts_undone_whole_restore_the_start_byte_for_byte_and_redone_whole_the_end(
        acts in prop::collection::vec(prop::collection::vec(any::<u16>(), 8), 1..40)
    ) {
        let mut state = reading();
        let start = stored(&state);
        let mut before = start.clone();
        for (nth, numbers) in (1..).zip(&acts) {
            let mut dice = Dice(numbers);
            let area = dice.one_of(&AREAS);
            let action = area(&state, &mut dice, stamp(nth));
            let told = format!("{action:?}");
            let back_or_forth = matches!(action, Action::Undo { .. } | Action::Redo { .. });
            let done = n_done(&state);
            state.apply(action);
            let after = stored(&state);
            if !back_or_forth {
                prop_assert_eq!(n_done(&state) - done, usize::from(after != before), "steps of {}", told);
            }
            before = after;
        }
        let end = before;
        let done = n_done(&state);
        let now = stamp(1_000).now;
        while n_done(&state) > 0 {
            let left = n_done(&state);
            state.apply(Action::Undo { now });
            prop_assert_eq!(n_done(&state), left - 1, "a step that cannot be taken back");
        }
        prop_assert_eq!(stored(&state), start);
        while n_done(&state) < done {
            let made = n_done(&state);
            state.apply(Action::Redo { now });
            prop_assert_eq!(n_done(&state), made + 1, "a step that cannot be made again");
        }
        prop_assert_eq!(stored(&state), end);
    }

    #[test]
    fn quotes_keep_words_in_order_and_apart_inside_blocks_whatever_a_person_does(
        acts in prop::collection::vec(prop::collection::vec(any::<u16>(), 8), 1..40)
    ) {
        let mut state = reading();
        for (nth, numbers) in (1..).zip(&acts) {
            let mut dice = Dice(numbers);
            let area = dice.one_of(&[look, review, cast]);
            let action = area(&state, &mut dice, stamp(nth));
            state.apply(action);
        }
        let open = document(&state);
        for (quote, body) in open.annotations.quotes() {
            prop_assert!(!quote.target.is_empty());
            for spans in [&quote.target, &body.cue, &body.source] {
                for span in spans {
                    let words = open.article.slice(*span);
                    prop_assert!(!words.is_empty() && words.trim() == words, "{:?}", words);
                    let block = open.article.blocks.iter().find(|block| block.span.encloses(*span));
                    prop_assert!(block.is_some(), "{:?} runs out of its block", words);
                }
                prop_assert!(spans.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?}", spans);
            }
        }
    }
}
