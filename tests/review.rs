//! What reviewing does to an article: deciding, editing quotes, and speakers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

mod annotated;

use annotated::{
    TEXT, analyse, annotation, at, claim_id, document, id, quote, quote_id, reading, stamp, stored,
    suggestions, words,
};
use hearsay::state::{
    Action, AppState, Batch, CastAction, Edge, Editing, FocusOrigin, NoticeAction, NoticePlace,
    Pace, QuoteChange, ReviewAction, Settings, Tally, cast, claims, tally,
};
use hearsay_annotate::{AnnotationId, Origin, Profile, Status, Timestamp, is_touched};
use hearsay_text::{QuoteKind, ReportKind};

const NOW: Timestamp = Timestamp(50);

fn review(state: &mut AppState, action: ReviewAction) {
    state.apply(Action::Review(action));
}

fn focus(state: &mut AppState, id: AnnotationId) {
    state.apply(Action::Focus(Some(id), FocusOrigin::Keyboard));
}

fn decide(state: &mut AppState, status: Status, onward: bool) {
    review(
        state,
        ReviewAction::Decide {
            status,
            onward,
            now: NOW,
        },
    );
}

fn change(state: &mut AppState, nth: usize, change: QuoteChange) {
    let id = quote_id(nth);
    review(
        state,
        ReviewAction::Change {
            id,
            change,
            now: NOW,
        },
    );
}

fn edit(state: &mut AppState, nth: usize) {
    review(
        state,
        ReviewAction::Edit(Some(Editing::quote(quote_id(nth)))),
    );
}

fn step(state: &mut AppState, edge: Edge, pace: Pace, more: bool) {
    review(
        state,
        ReviewAction::Move {
            edge,
            pace,
            more,
            now: NOW,
        },
    );
}

fn undo(state: &mut AppState) {
    state.apply(Action::Undo { now: NOW });
}

/// What is said over the article, and whether with a way back.
fn notice(state: &AppState) -> Option<(&str, bool)> {
    let notice = state.notices.at(NoticePlace::Article)?;
    Some((&notice.text, notice.action == Some(NoticeAction::Undo)))
}

fn n_steps(state: &AppState) -> usize {
    document(state).history.n_done()
}

fn progress(state: &AppState) -> Tally {
    tally(document(state), &state.settings)
}

fn names(state: &AppState) -> Vec<(Option<String>, usize, usize)> {
    cast(document(state), &Settings::default())
        .into_iter()
        .map(|member| (member.speaker, member.n_quotes, member.percent))
        .collect()
}

#[test]
fn deciding_goes_on_to_the_next_undecided_quote_and_counts() {
    let mut state = reading();
    assert_eq!(progress(&state), Tally { decided: 0, all: 8 });
    review(&mut state, ReviewAction::NextUndecided { back: false });
    assert_eq!(state.selection.focused, Some(quote_id(0)));
    decide(&mut state, Status::Accepted, true);
    assert_eq!(state.selection.focused, Some(quote_id(1)));
    decide(&mut state, Status::Rejected, true);
    assert_eq!(state.selection.focused, Some(quote_id(2)));
    assert_eq!(progress(&state), Tally { decided: 2, all: 8 });
    // From the last, what was left out before comes next.
    focus(&mut state, quote_id(7));
    decide(&mut state, Status::Accepted, true);
    assert_eq!(state.selection.focused, Some(quote_id(2)));
}

#[test]
fn deciding_can_stay_and_looking_again_at_what_is_decided_goes_nowhere() {
    let mut state = reading();
    focus(&mut state, quote_id(3));
    decide(&mut state, Status::Accepted, false);
    assert_eq!(state.selection.focused, Some(quote_id(3)));
    decide(&mut state, Status::Accepted, true);
    assert_eq!(state.selection.focused, Some(quote_id(3)));
    assert_eq!(n_steps(&state), 1);
}

#[test]
fn when_all_is_decided_nothing_is_next_and_the_person_is_told() {
    let mut state = reading();
    focus(&mut state, quote_id(0));
    for _ in 0..8 {
        decide(&mut state, Status::Accepted, true);
    }
    assert_eq!(progress(&state), Tally { decided: 8, all: 8 });
    assert_eq!(state.selection.focused, Some(quote_id(7)));
    review(&mut state, ReviewAction::NextUndecided { back: false });
    assert_eq!(
        notice(&state),
        Some(("Every quote shown is decided.", false))
    );
}

#[test]
fn deciding_about_a_suggested_claim_goes_on_among_suggested_claims() {
    let mut state = reading();
    focus(&mut state, claim_id(0));
    decide(&mut state, Status::Rejected, true);
    assert_eq!(state.selection.focused, Some(claim_id(1)));
}

#[test]
fn all_quotes_of_a_speaker_are_accepted_as_one_step_that_says_how_many() {
    let mut state = reading();
    let start = stored(&state);
    focus(&mut state, quote_id(1));
    decide(&mut state, Status::Rejected, false);
    let batch = Batch::Speaker(Some("Mara Lindqvist".to_owned()));
    let status = Status::Accepted;
    review(
        &mut state,
        ReviewAction::DecideAll {
            batch: batch.clone(),
            status,
            now: NOW,
        },
    );
    assert_eq!(
        annotation(&state, &quote_id(1)).status,
        Status::Rejected,
        "decided before"
    );
    assert_eq!(annotation(&state, &quote_id(2)).status, Status::Accepted);
    assert_eq!(
        annotation(&state, &quote_id(3)).status,
        Status::Suggested,
        "of somebody else"
    );
    assert_eq!(
        notice(&state),
        Some(("Done: Accept 1 quote of Mara Lindqvist.", true))
    );
    assert_eq!(n_steps(&state), 2);
    // Once more there is nothing to do, and no step.
    review(
        &mut state,
        ReviewAction::DecideAll {
            batch,
            status,
            now: NOW,
        },
    );
    assert_eq!(n_steps(&state), 2);
    assert_eq!(
        notice(&state),
        Some(("There is no undecided quote among these.", false))
    );
    undo(&mut state);
    undo(&mut state);
    assert_eq!(stored(&state), start);
}

#[test]
fn all_quotes_above_a_confidence_are_accepted_and_those_without_speaker_rejected() {
    let mut state = reading();
    let all = |batch, status| ReviewAction::DecideAll {
        batch,
        status,
        now: NOW,
    };
    review(&mut state, all(Batch::Sure(90), Status::Accepted));
    let accepted: Vec<_> = (0..8)
        .filter(|nth| annotation(&state, &quote_id(*nth)).status == Status::Accepted)
        .collect();
    assert_eq!(accepted, [0, 1, 4, 5, 6]);
    assert_eq!(
        notice(&state),
        Some(("Done: Accept 5 quotes that are at least 90% sure.", true))
    );
    review(&mut state, all(Batch::Speaker(None), Status::Rejected));
    assert_eq!(annotation(&state, &quote_id(7)).status, Status::Rejected);
    assert_eq!(
        notice(&state),
        Some(("Done: Reject 1 quote without a speaker.", true))
    );
}

#[test]
fn the_ends_of_a_quote_move_by_word_and_by_sentence_and_every_move_can_be_taken_back() {
    use {Edge::*, Pace::*};
    let mut state = reading();
    let start = stored(&state);
    edit(&mut state, 4);
    step(&mut state, End, Word, false);
    assert_eq!(words(&state, &quote_id(4)), ["My shelves are half"]);
    step(&mut state, Start, Word, false);
    assert_eq!(words(&state, &quote_id(4)), ["shelves are half"]);
    step(&mut state, End, Sentence, true);
    assert_eq!(
        words(&state, &quote_id(4)),
        ["shelves are half empty,” he said."]
    );
    step(&mut state, Start, Sentence, true);
    assert_eq!(
        words(&state, &quote_id(4)),
        ["“My shelves are half empty,” he said."]
    );
    assert_eq!(n_steps(&state), 4);
    for _ in 0..4 {
        undo(&mut state);
    }
    assert_eq!(stored(&state), start);
}

#[test]
fn a_quote_is_never_left_without_words_nor_taken_out_of_its_paragraph() {
    let mut state = reading();
    edit(&mut state, 3);
    step(&mut state, Edge::End, Pace::Word, false);
    assert_eq!(words(&state, &quote_id(3)), ["a"]);
    step(&mut state, Edge::End, Pace::Word, false);
    assert_eq!(words(&state, &quote_id(3)), ["a"]);
    let told = "This piece has one word left. Remove the piece, or reject the quote.";
    assert_eq!(notice(&state), Some((told, false)));
    for _ in 0..9 {
        step(&mut state, Edge::End, Pace::Sentence, true);
    }
    assert_eq!(words(&state, &quote_id(3)), ["a disgrace."]);
    assert!(
        notice(&state)
            .unwrap()
            .0
            .starts_with("A piece ends with its paragraph.")
    );
    change(&mut state, 3, QuoteChange::Words(Vec::new()));
    assert_eq!(words(&state, &quote_id(3)), ["a disgrace."]);
    assert_eq!(n_steps(&state), 2, "what is refused is no step");
}

#[test]
fn keys_move_the_ends_of_the_piece_that_is_chosen() {
    let mut state = reading();
    edit(&mut state, 1);
    review(&mut state, ReviewAction::Piece(None));
    step(&mut state, Edge::Start, Pace::Word, false);
    let left = [
        "We ran out of captains",
        "left in March, and nobody applied.",
    ];
    assert_eq!(words(&state, &quote_id(1)), left);
    // Drawn over what lies between, the two become one.
    change(
        &mut state,
        1,
        QuoteChange::Piece(1, at("captains,” said Mara Lindqvist. “Two")),
    );
    let one = "We ran out of captains,” said Mara Lindqvist. “Two";
    assert_eq!(words(&state, &quote_id(1)), [one]);
    let Some(Editing::Quote { piece, .. }) = state.selection.editing else {
        panic!("the editor stays open");
    };
    assert_eq!(piece, 0, "there is no second piece any more");
}

#[test]
fn a_quote_is_split_before_the_words_selected_in_it() {
    let mut state = reading();
    state.apply(Action::Claim(hearsay::state::ClaimAction::Change {
        id: claim_id(0),
        change: hearsay::state::ClaimChange::Note("Who?".to_owned()),
        now: NOW,
    }));
    let before = stored(&state);
    focus(&mut state, quote_id(1));
    state.apply(Action::SelectWords(Some(at("and nobody applied"))));
    review(
        &mut state,
        ReviewAction::Split {
            at: None,
            stamp: stamp(7),
        },
    );
    assert_eq!(
        words(&state, &quote_id(1)),
        ["We ran out of captains", "Two left in March,"]
    );
    assert_eq!(words(&state, &id(7)), ["and nobody applied."]);
    assert_eq!(
        quote(&state, &id(7)).speaker,
        quote(&state, &quote_id(1)).speaker
    );
    assert_eq!(notice(&state), Some(("Done: Split a quote.", true)));
    let claim = &claims(document(&state))[0];
    assert_eq!(
        claim.speaker.as_deref(),
        Some("Mara Lindqvist"),
        "the claim in it knows who speaks"
    );
    undo(&mut state);
    assert_eq!(stored(&state), before);
}

#[test]
fn without_a_place_the_editor_asks_where_to_split_and_a_lone_word_is_refused() {
    let mut state = reading();
    focus(&mut state, quote_id(3));
    review(
        &mut state,
        ReviewAction::Split {
            at: None,
            stamp: stamp(7),
        },
    );
    let asks = matches!(
        state.selection.editing,
        Some(Editing::Quote {
            splitting: true,
            ..
        })
    );
    assert!(asks);
    assert_eq!(n_steps(&state), 0);
    review(
        &mut state,
        ReviewAction::Split {
            at: Some(at("disgrace").start),
            stamp: stamp(7),
        },
    );
    assert_eq!(words(&state, &id(7)), ["disgrace"]);
    focus(&mut state, id(7));
    review(
        &mut state,
        ReviewAction::Split {
            at: None,
            stamp: stamp(8),
        },
    );
    assert_eq!(n_steps(&state), 1);
    assert!(
        notice(&state)
            .unwrap()
            .0
            .starts_with("There are no words of the quote on one side")
    );
}

#[test]
fn two_quotes_are_joined_and_the_second_is_not_suggested_again() {
    let mut state = reading();
    let start = stored(&state);
    focus(&mut state, quote_id(4));
    review(&mut state, ReviewAction::Join { now: NOW });
    let both = ["My shelves are half empty", "Three shops closed last year"];
    assert_eq!(words(&state, &quote_id(4)), both);
    assert_eq!(annotation(&state, &quote_id(5)).status, Status::Rejected);
    assert_eq!(
        quote(&state, &quote_id(4)).kind,
        QuoteKind::Mixed,
        "they were of two kinds"
    );
    assert_eq!(notice(&state), Some(("Done: Join two quotes.", true)));
    undo(&mut state);
    assert_eq!(stored(&state), start);
    focus(&mut state, quote_id(7));
    review(&mut state, ReviewAction::Join { now: NOW });
    assert_eq!(stored(&state), start, "there is none after the last");
}

#[test]
fn kind_cue_source_and_speaker_change_and_the_engines_evidence_goes_with_its_speaker() {
    let mut state = reading();
    for done in [
        QuoteChange::Kind(QuoteKind::Mixed),
        QuoteChange::Reports(ReportKind::Writing),
        QuoteChange::Cue(vec![at(" called ")]),
        QuoteChange::Source(vec![at("Jon Ek")]),
        QuoteChange::Speaker(Some(" Jon Ek, grocer ".to_owned())),
    ] {
        change(&mut state, 3, done);
    }
    let changed = quote(&state, &quote_id(3));
    assert_eq!(
        (changed.kind, changed.reports),
        (QuoteKind::Mixed, ReportKind::Writing)
    );
    assert_eq!(
        (&changed.cue, &changed.source),
        (&vec![at("called")], &vec![at("Jon Ek")])
    );
    assert_eq!(changed.speaker.as_deref(), Some("Jon Ek, grocer"));
    assert_eq!((&changed.evidence, changed.evidence_at.len()), (&None, 0));
    let steps = n_steps(&state);
    change(
        &mut state,
        3,
        QuoteChange::Speaker(Some("Jon Ek, grocer".to_owned())),
    );
    assert_eq!(n_steps(&state), steps, "the same again is no step");
    change(&mut state, 3, QuoteChange::Speaker(Some("  ".to_owned())));
    assert_eq!(quote(&state, &quote_id(3)).speaker, None);
}

#[test]
fn words_that_the_engine_missed_become_a_quote_of_whoever_speaks_nearest() {
    let mut state = reading();
    for (selected, expected, kind, speaker) in [
        (
            "Ferries were cheap once",
            "Ferries were cheap once",
            QuoteKind::Indirect,
            "Lindqvist",
        ),
        (
            "“Nobody asked us,”",
            "Nobody asked us,",
            QuoteKind::Direct,
            "Lindqvist",
        ),
        (
            "called it a disgrace.",
            "called it a disgrace.",
            QuoteKind::Indirect,
            "Jon Ek",
        ),
    ] {
        let n = 20 + u32::try_from(n_steps(&state)).unwrap();
        state.apply(Action::SelectWords(Some(at(selected))));
        review(&mut state, ReviewAction::Add { stamp: stamp(n) });
        assert_eq!(words(&state, &id(n)), [expected]);
        assert_eq!(quote(&state, &id(n)).kind, kind, "{selected}");
        assert_eq!(
            quote(&state, &id(n)).speaker.as_deref(),
            Some(speaker),
            "{selected}"
        );
        assert_eq!(state.selection.focused, Some(id(n)));
        assert_eq!(state.selection.words, None);
    }
    assert_eq!(notice(&state), Some(("Done: Add a quote.", true)));
}

#[test]
fn words_that_are_a_quote_already_are_accepted_and_none_are_asked_for() {
    let mut state = reading();
    review(&mut state, ReviewAction::Add { stamp: stamp(7) });
    let told = "Choose the words of the quote in the article first.";
    assert_eq!(notice(&state), Some((told, false)));
    state.apply(Action::SelectWords(Some(at("the pay would rise"))));
    review(&mut state, ReviewAction::Add { stamp: stamp(7) });
    assert_eq!(annotation(&state, &quote_id(6)).status, Status::Accepted);
    assert_eq!(state.selection.focused, Some(quote_id(6)));
    assert_eq!(document(&state).annotations.quotes().count(), 8);
}

#[test]
fn the_engine_run_again_leaves_alone_what_a_person_changed_split_joined_added_or_renamed() {
    let mut state = reading();
    edit(&mut state, 0);
    for _ in 0..4 {
        step(&mut state, Edge::End, Pace::Word, false);
    }
    focus(&mut state, quote_id(1));
    let stamp_of_second = stamp(7);
    review(
        &mut state,
        ReviewAction::Split {
            at: Some(at("Two left").start),
            stamp: stamp_of_second,
        },
    );
    focus(&mut state, quote_id(4));
    review(&mut state, ReviewAction::Join { now: NOW });
    state.apply(Action::SelectWords(Some(at("Ferries were cheap once"))));
    review(&mut state, ReviewAction::Add { stamp: stamp(8) });
    state.apply(Action::Cast(CastAction::Rename {
        from: Some("Lindqvist".to_owned()),
        to: "Mara Lindqvist".to_owned(),
        now: NOW,
    }));
    // A quote that a person changed and then rejected is still one that the engine found.
    change(&mut state, 2, QuoteChange::Kind(QuoteKind::Direct));
    state.apply(Action::Remove {
        id: quote_id(2),
        now: NOW,
    });
    let touched = |state: &AppState| {
        let set = &document(state).annotations;
        let touched: Vec<_> = set.iter().filter(|one| is_touched(one)).cloned().collect();
        touched
    };
    let before = touched(&state);
    let steps = n_steps(&state);
    analyse(&mut state, 2, suggestions());
    assert_eq!(touched(&state), before);
    let all = document(&state).annotations.quotes();
    let open: Vec<_> = all
        .filter(|(one, _)| !is_touched(one))
        .map(|(one, _)| one.id.clone())
        .collect();
    assert_eq!(
        open,
        [quote_id(3), quote_id(7)],
        "nothing decided is suggested again"
    );
    // And all of it can still be taken back.
    for _ in 0..steps {
        let before = n_steps(&state);
        undo(&mut state);
        assert_eq!(n_steps(&state), before - 1);
    }
}

#[test]
fn what_a_person_changed_is_theirs_and_accepted() {
    let mut state = reading();
    change(&mut state, 0, QuoteChange::Kind(QuoteKind::Mixed));
    let changed = annotation(&state, &quote_id(0));
    assert_eq!(
        (changed.origin, changed.status),
        (Origin::Person, Status::Accepted)
    );
    assert_eq!(changed.modified, NOW);
}

#[test]
fn the_cast_says_who_speaks_how_often_and_how_much() {
    let state = reading();
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(
        names(&state),
        [
            (some("Mara Lindqvist"), 2, 40),
            (some("Jon Ek"), 2, 16),
            (some("harbour office"), 1, 16),
            (some("Ek"), 1, 12),
            (some("Lindqvist"), 1, 9),
            (None, 1, 7),
        ]
    );
}

#[test]
fn speakers_who_are_one_person_are_merged_with_what_is_known_of_them() {
    let mut state = reading();
    let start = stored(&state);
    let describe = |speaker: &str, role: &str, link: &str| {
        Action::Cast(CastAction::Describe {
            speaker: speaker.to_owned(),
            profile: Profile {
                role: role.to_owned(),
                link: link.to_owned(),
                ..Profile::default()
            },
            now: NOW,
        })
    };
    state.apply(describe("Lindqvist", "head of the ferry line", ""));
    state.apply(describe("Mara Lindqvist", "", " https://ferries.example/ "));
    state.apply(Action::Cast(CastAction::Merge {
        speakers: vec!["Lindqvist".to_owned(), "Mara Lindqvist".to_owned()],
        into: "Mara Lindqvist".to_owned(),
        now: NOW,
    }));
    let members = cast(document(&state), &Settings::default());
    assert_eq!(members[0].speaker.as_deref(), Some("Mara Lindqvist"));
    assert_eq!(members[0].n_quotes, 3);
    assert_eq!(members[0].profile.role, "head of the ferry line");
    assert_eq!(members[0].profile.link, "https://ferries.example/");
    assert_eq!(document(&state).annotations.cast().get("Lindqvist"), None);
    assert_eq!(
        notice(&state),
        Some(("Done: Merge 2 speakers as Mara Lindqvist.", true))
    );
    assert_eq!(n_steps(&state), 3);
    for _ in 0..3 {
        undo(&mut state);
    }
    assert_eq!(stored(&state), start);
}

#[test]
fn renaming_a_speaker_reaches_every_quote_and_claim_and_decides_nothing() {
    let mut state = reading();
    state.apply(Action::SelectWords(Some(at("ran out"))));
    state.apply(Action::Tag {
        tag: hearsay_annotate::TagId("quantity".to_owned()),
        stamp: stamp(7),
    });
    state.apply(Action::Review(ReviewAction::Edit(Some(Editing::Speaker(
        Some("Mara Lindqvist".to_owned()),
    )))));
    state.apply(Action::Cast(CastAction::Rename {
        from: Some("Mara Lindqvist".to_owned()),
        to: " Maria Lindqvist ".to_owned(),
        now: NOW,
    }));
    for nth in [1, 2] {
        let renamed = annotation(&state, &quote_id(nth));
        assert_eq!(
            quote(&state, &quote_id(nth)).speaker.as_deref(),
            Some("Maria Lindqvist")
        );
        assert_eq!(
            renamed.status,
            Status::Suggested,
            "the words are still to be decided about"
        );
        assert!(is_touched(renamed), "and the engine keeps its hands off");
    }
    assert_eq!(
        claims(document(&state))[0].speaker.as_deref(),
        Some("Maria Lindqvist")
    );
    let still = Editing::Speaker(Some("Maria Lindqvist".to_owned()));
    assert_eq!(
        state.selection.editing,
        Some(still),
        "the editor goes along"
    );
    let steps = n_steps(&state);
    state.apply(Action::Cast(CastAction::Rename {
        from: Some("Jon Ek".to_owned()),
        to: "  ".to_owned(),
        now: NOW,
    }));
    assert_eq!(n_steps(&state), steps);
    assert!(
        notice(&state)
            .unwrap()
            .0
            .starts_with("A speaker needs a name")
    );
}

#[test]
fn renaming_shows_no_quote_that_was_hidden() {
    let mut state = reading();
    state.apply(Action::Filter(hearsay::state::Filter::Threshold(80)));
    let before = progress(&state);
    state.apply(Action::Cast(CastAction::Rename {
        from: Some("Mara Lindqvist".to_owned()),
        to: "Mara".to_owned(),
        now: NOW,
    }));
    assert_eq!(quote(&state, &quote_id(2)).speaker.as_deref(), Some("Mara"));
    assert_eq!(progress(&state), before);
}

#[test]
fn a_speaker_is_split_by_moving_some_quotes_to_somebody_else() {
    let mut state = reading();
    let start = stored(&state);
    state.apply(Action::Cast(CastAction::Move {
        quotes: vec![quote_id(4), quote_id(7), claim_id(0), id(99)],
        to: Some("Nils Ek".to_owned()),
        now: NOW,
    }));
    for nth in [4, 7] {
        assert_eq!(
            quote(&state, &quote_id(nth)).speaker.as_deref(),
            Some("Nils Ek")
        );
        assert_eq!(quote(&state, &quote_id(nth)).evidence, None);
    }
    assert_eq!(
        quote(&state, &quote_id(3)).speaker.as_deref(),
        Some("Jon Ek")
    );
    assert_eq!(
        notice(&state),
        Some(("Done: Move 2 quotes to Nils Ek.", true))
    );
    undo(&mut state);
    assert_eq!(stored(&state), start);
}

#[test]
fn only_addresses_of_the_web_are_links_of_a_speaker() {
    let mut state = reading();
    for link in [
        "javascript:alert(1)",
        "ferries.example",
        "data:text/html,x",
        "https://",
    ] {
        state.apply(Action::Cast(CastAction::Describe {
            speaker: "Jon Ek".to_owned(),
            profile: Profile {
                link: link.to_owned(),
                ..Profile::default()
            },
            now: NOW,
        }));
        assert_eq!(n_steps(&state), 0, "{link}");
        assert!(
            notice(&state)
                .unwrap()
                .0
                .contains("is no address of the web"),
            "{link}"
        );
    }
}

#[test]
fn a_click_that_ends_a_selection_leaves_the_editor_open_and_another_quote_closes_it() {
    let mut state = reading();
    edit(&mut state, 1);
    state.apply(Action::SelectWords(Some(at("said Mara"))));
    state.apply(Action::Focus(Some(quote_id(0)), FocusOrigin::Article));
    assert_eq!(state.selection.focused, Some(quote_id(1)));
    assert!(state.selection.editing.is_some());
    state.apply(Action::FocusNext {
        back: false,
        suggested: false,
    });
    assert_ne!(state.selection.focused, Some(quote_id(1)));
    assert_eq!(state.selection.editing, None);
    assert!(TEXT.contains("said Mara"));
}
