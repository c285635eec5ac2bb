//! What actions about opening do to the app's state: progress, stopping, choosing between readings, refusals.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use hearsay::state::{
    Action, AppState, Choice, Document, EngineStatus, NoticeAction, NoticePlace, Obstacle,
    OpeningAction, ReadingOption, Refusal, RequestId, Step, View, Why,
};
use hearsay_annotate::Timestamp;
use hearsay_text::Article;

fn requested(request: u32) -> Action {
    Action::OpenRequested {
        request: RequestId(request),
        what: "report.pdf".to_owned(),
    }
}

fn opened(request: u32, analysing: bool) -> Action {
    Action::Opened {
        request: RequestId(request),
        document: Box::new(Document::new(
            Article::verbatim("“No,” said Ana Ruiz."),
            Timestamp(1),
        )),
        analysing,
        stored: false,
        remark: None,
    }
}

fn choice() -> Choice {
    let option = |label: &str| ReadingOption {
        label: label.to_owned(),
        title: None,
        words: 3,
        preview: "One two three".to_owned(),
    };
    Choice {
        what: "page.html".to_owned(),
        why: Why::Article,
        options: vec![option("The article"), option("The whole page")],
        current: None,
    }
}

fn apply(state: &mut AppState, action: OpeningAction) {
    state.apply(Action::Opening(action));
}

#[test]
fn progress_counts_for_the_request_that_is_awaited_and_no_other() {
    let mut state = AppState::default();
    state.apply(requested(2));
    let step = Step::Reading {
        done: 34,
        total: 210,
        pages: true,
    };
    let progressed = |request| OpeningAction::Progressed {
        request: RequestId(request),
        step,
    };
    apply(&mut state, progressed(1));
    assert_eq!(state.opening.step, None);
    apply(&mut state, progressed(2));
    assert_eq!(state.opening.step, Some((RequestId(2), step)));
    state.apply(requested(3));
    assert_eq!(state.opening.step, None);
}

#[test]
fn stopping_to_read_leaves_what_was_on_screen_and_says_nothing() {
    let mut state = AppState::default();
    state.apply(requested(1));
    state.apply(opened(1, false));
    state.apply(requested(2));
    apply(&mut state, OpeningAction::Stopped);
    assert_eq!(state.status.engine, EngineStatus::Idle);
    assert_eq!(state.status.view, View::Read);
    assert!(state.notices.list.is_empty());
    // An answer that comes all the same is nobody's.
    let before = state.document.clone();
    state.apply(opened(2, true));
    assert!(state.document == before);
}

#[test]
fn stopping_to_find_quotes_says_so_and_offers_to_go_on() {
    let mut state = AppState::default();
    state.apply(requested(1));
    state.apply(opened(1, true));
    apply(&mut state, OpeningAction::Stopped);
    assert_eq!(state.status.engine, EngineStatus::Idle);
    let notice = state.notices.at(NoticePlace::Article).unwrap();
    assert!(notice.text.contains("stopped"));
    assert_eq!(notice.action, Some(NoticeAction::RetryAnalysis));
}

#[test]
fn a_choice_is_asked_for_once_and_kept_when_something_of_it_is_open() {
    let mut state = AppState::default();
    state.apply(requested(1));
    let request = RequestId(1);
    let offered = |request| OpeningAction::Offered {
        request,
        choice: choice(),
    };
    apply(&mut state, offered(RequestId(9)));
    assert!(!state.opening.choosing, "nobody waits for that");
    apply(&mut state, offered(request));
    assert!(state.opening.choosing);
    assert_eq!(state.status.engine, EngineStatus::Idle);
    // Escape: nothing was opened, so there is nothing to choose from any more.
    apply(&mut state, OpeningAction::Ask(false));
    assert_eq!(state.opening.choice, None);

    state.apply(requested(2));
    state.apply(opened(2, false));
    let chosen = Choice {
        current: Some(1),
        ..choice()
    };
    apply(&mut state, OpeningAction::Known(chosen.clone()));
    assert!(!state.opening.choosing);
    apply(&mut state, OpeningAction::Ask(true));
    assert!(state.opening.choosing);
    apply(&mut state, OpeningAction::Ask(false));
    assert_eq!(state.opening.choice, Some(chosen));
    state.apply(requested(3));
    assert_eq!(state.opening.choice, None);
}

#[test]
fn a_refusal_with_other_ways_is_a_panel_and_one_without_is_a_message() {
    let mut state = AppState::default();
    let refused = |request, obstacle| OpeningAction::Refused {
        request: RequestId(request),
        refusal: Refusal::new("https://example.com/a", "example.com", obstacle),
    };
    state.apply(requested(1));
    apply(&mut state, refused(1, Obstacle::Blocked));
    assert!(state.opening.refusal.is_some());
    assert!(state.notices.list.is_empty());
    state.apply(requested(2));
    assert_eq!(state.opening.refusal, None, "another try");
    apply(&mut state, refused(2, Obstacle::Status(404)));
    assert_eq!(state.opening.refusal, None);
    assert!(
        state
            .notices
            .at(NoticePlace::Open)
            .unwrap()
            .text
            .contains("404")
    );
}
