//! What the palette of commands finds, where the history leads, and which language is spoken.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use hearsay::state::{
    Action, AppState, Document, Language, Layout, LayoutAction, NoticePlace, Offered, Over,
    RequestId, Stamp, ranked,
};
use hearsay_annotate::{AnnotationId, TagId, Timestamp};
use hearsay_text::{Article, Span};

fn offered() -> Vec<Offered> {
    let entries = [
        (
            "find",
            "Find in the article",
            "Moving about",
            "Ctrl F",
            false,
        ),
        ("next", "Next quote or claim", "Review", "J", false),
        (
            "accept",
            "Accept the quote or claim in focus",
            "Review",
            "A",
            false,
        ),
        ("tag:quantity", "Tag as Quantity", "Tagging", "1", false),
        ("ana", "Go to Ana Ruiz", "Speakers", "", false),
        ("jose", "Go to José Peña", "Speakers", "", false),
        ("a1", "Open “Fares rise in Quito”", "Articles", "", true),
    ];
    let entries = entries.map(|(id, label, group, keys, only_typed)| Offered {
        id: id.to_owned(),
        label: label.to_owned(),
        group: group.to_owned(),
        keys: keys.split_whitespace().map(str::to_owned).collect(),
        only_typed,
    });
    entries.into()
}

fn found(query: &str, recent: &[&str]) -> Vec<String> {
    let offered = offered();
    let recent: Vec<String> = recent.iter().map(|id| (*id).to_owned()).collect();
    let places = ranked(&offered.iter().collect::<Vec<_>>(), query, &recent);
    places.iter().map(|idx| offered[*idx].id.clone()).collect()
}

#[test]
fn an_empty_palette_offers_what_was_chosen_lately_first_and_articles_only_to_who_types() {
    let all = found("", &["ana", "next"]);
    assert_eq!(all[..3], ["ana", "next", "find"]);
    assert!(!all.contains(&"a1".to_owned()));
    assert_eq!(all.len(), 6);
}

#[test]
fn what_begins_as_typed_comes_before_what_holds_it() {
    assert_eq!(found("quo", &[])[..2], ["next", "accept"]);
    assert_eq!(found("go to", &[]), ["ana", "jose"]);
    // The beginning of the name, then a word of it, then its middle.
    assert_eq!(found("a", &[])[0], "accept");
    assert_eq!(found("quito", &[]), ["a1"]);
}

#[test]
fn keys_find_their_command() {
    assert_eq!(found("ctrl f", &[])[0], "find");
    assert_eq!(found("j", &[])[0], "next");
    assert_eq!(found("1", &[]), ["tag:quantity"]);
}

#[test]
fn accents_case_and_order_of_words_do_not_matter() {
    assert_eq!(found("pena jose", &[]), ["jose"]);
    assert_eq!(found("QUANTITY", &[]), ["tag:quantity"]);
}

#[test]
fn letters_in_order_find_what_nothing_else_does_and_other_letters_nothing() {
    assert_eq!(found("taq", &[]), ["tag:quantity"]);
    assert_eq!(found("zzz", &[]), Vec::<String>::new());
    // A group finds what belongs to it.
    assert_eq!(found("review next", &[]), ["next"]);
    assert_eq!(found("speakers", &[]), ["ana", "jose"]);
}

#[test]
fn among_equals_the_one_chosen_lately_is_first() {
    assert_eq!(found("go to", &["jose"]), ["jose", "ana"]);
    // But not before what fits better.
    assert_eq!(found("find", &["next"])[0], "find");
}

#[test]
fn what_is_gone_takes_nothing_else_from_over_the_page() {
    let mut state = AppState::default();
    let mut tell = |action| {
        state.apply(Action::Layout(action));
        state.layout.over
    };
    assert_eq!(
        tell(LayoutAction::Over(Some(Over::Palette))),
        Some(Over::Palette)
    );
    // The palette put the sheet of keys up, and says only afterwards that it is gone itself.
    assert_eq!(tell(LayoutAction::Over(Some(Over::Keys))), Some(Over::Keys));
    assert_eq!(tell(LayoutAction::Gone(Over::Palette)), Some(Over::Keys));
    assert_eq!(tell(LayoutAction::Gone(Over::Keys)), None);
}

#[test]
fn few_choices_are_remembered_the_latest_first_and_each_once() {
    let mut state = AppState::default();
    for id in ["a", "b", "c", "b", "d", "e", "f", "g"] {
        state.apply(Action::Layout(LayoutAction::Chosen(id.to_owned())));
    }
    let layout: &Layout = &state.layout;
    assert_eq!(layout.recent, ["g", "f", "e", "d", "b", "c"]);
}

const TEXT: &str = "One thing. Another thing. A third thing.";

fn tag(state: &mut AppState, n: u8, start: u32, end: u32) {
    state.apply(Action::SelectWords(Some(Span::new(start, end))));
    state.apply(Action::Tag {
        tag: TagId("quantity".to_owned()),
        stamp: Stamp {
            now: Timestamp(u64::from(n) * 1_000),
            id: AnnotationId::from_random_bytes([n; 16]),
        },
    });
}

fn three_steps() -> AppState {
    let mut state = AppState::default();
    let request = RequestId(1);
    state.apply(Action::OpenRequested {
        request,
        what: "text".to_owned(),
    });
    let article = Article::verbatim(TEXT);
    state.apply(Action::Opened {
        request,
        document: Box::new(Document::new(article, Timestamp(0))),
        analysing: false,
        stored: true,
        remark: None,
    });
    tag(&mut state, 1, 0, 10);
    tag(&mut state, 2, 11, 25);
    tag(&mut state, 3, 26, 40);
    state
}

fn step_to(state: &mut AppState, n_done: usize) -> (usize, usize) {
    let now = Timestamp(9_000);
    state.apply(Action::StepTo { n_done, now });
    let open = state.document.as_ref().unwrap();
    (open.annotations.claims().count(), open.history.n_done())
}

#[test]
fn a_step_of_the_history_is_reached_at_once_back_and_forth() {
    let mut state = three_steps();
    let whole = state.document.as_ref().unwrap().annotations.clone();
    assert_eq!(step_to(&mut state, 1), (1, 1));
    let said = state.notices.at(NoticePlace::Article).unwrap().text.clone();
    assert_eq!(said, "2 steps were taken back.");
    assert_eq!(step_to(&mut state, 0), (0, 0));
    assert_eq!(step_to(&mut state, 3), (3, 3));
    assert_eq!(state.document.as_ref().unwrap().annotations, whole);
    // Further than there are steps is as far as there are.
    assert_eq!(step_to(&mut state, 99), (3, 3));
}

#[test]
fn every_step_has_a_label_and_its_time_and_undone_ones_stay_listed() {
    let mut state = three_steps();
    step_to(&mut state, 1);
    let open = state.document.as_ref().unwrap();
    let steps: Vec<_> = open.history.steps().collect();
    let times = [1_000, 2_000, 3_000].map(|time| Some(Timestamp(time)));
    assert_eq!(steps.iter().map(|step| step.1).collect::<Vec<_>>(), times);
    assert!(
        steps.iter().all(|step| step.0 == "Tag as Quantity"),
        "{steps:?}"
    );
}

#[test]
fn a_new_step_after_going_back_forgets_what_was_undone() {
    let mut state = three_steps();
    step_to(&mut state, 1);
    tag(&mut state, 4, 26, 40);
    let open = state.document.as_ref().unwrap();
    assert_eq!(
        (open.history.steps().count(), open.history.n_done()),
        (2, 2)
    );
}

#[test]
fn the_first_language_that_can_be_spoken_is_spoken() {
    let preferred = |codes: &[&str]| Language::preferred(codes.iter().copied());
    assert_eq!(preferred(&["fr-CA", "de-AT", "en"]), Language::German);
    assert_eq!(preferred(&["es-419"]), Language::Spanish);
    assert_eq!(preferred(&["ES"]), Language::Spanish);
    assert_eq!(preferred(&["fr", "ar"]), Language::English);
    assert_eq!(preferred(&[]), Language::English);
    // The mirrored one is nobody's.
    assert_eq!(preferred(&["ar-XB"]), Language::English);
}
