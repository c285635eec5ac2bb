//! What actions do to the app's state: opening, tagging, undoing, saving, and answers nobody waits for any more.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use hearsay::state::{
    Action, AppState, ArticleId, ClaimAction, ClaimChange, Compared, Document, EngineStatus,
    Filter, FocusOrigin, Hidden, Library, LibraryEntry, Loadable, NoticeAction, NoticePlace,
    RequestId, SaveState, Settings, Shown, Sort, Stamp, View, Wanted, WordMove, claims, highlights,
    quotes_by_speaker, suggested_claims,
};
use hearsay_annotate::{
    Annotation, AnnotationId, Body, ClaimBody, Edit, Origin, QuoteBody, Status, TagId, Timestamp,
};
use hearsay_text::{Article, QuoteKind, ReportKind, Span};

const TEXT: &str =
    "“We won’t wait,” said Ana Ruiz.\n\nThe fare rose by 9 percent, Ruiz said. Nobody knew why.";

fn id(n: u8) -> AnnotationId {
    AnnotationId::from_random_bytes([n; 16])
}

fn stamp(n: u8) -> Stamp {
    Stamp {
        now: Timestamp(u64::from(n)),
        id: id(n),
    }
}

fn tag(name: &str) -> TagId {
    TagId(name.to_owned())
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::from_range(start..start + words.len())
}

fn quote(n: u8, words: &str, speaker: &str, kind: QuoteKind) -> Annotation {
    Annotation {
        id: id(n),
        target: vec![span(words)],
        body: Body::Quote(QuoteBody {
            kind,
            reports: Default::default(),
            modality: Default::default(),
            cue: vec![span("said")],
            source: vec![span("Ana Ruiz")],
            speaker: Some(speaker.to_owned()),
            evidence: None,
            evidence_at: Vec::new(),
            tags: Vec::new(),
            confidence: Some(0.9),
        }),
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

fn suggestions() -> Vec<Annotation> {
    vec![
        quote(101, "We won’t wait", "Ana Ruiz", QuoteKind::Direct),
        quote(
            102,
            "The fare rose by 9 percent",
            "Ana Ruiz",
            QuoteKind::Indirect,
        ),
    ]
}

fn opened(request: u32) -> Action {
    Action::Opened {
        request: RequestId(request),
        document: Box::new(Document::new(Article::verbatim(TEXT), Timestamp(1))),
        analysing: true,
        stored: false,
        remark: None,
    }
}

fn requested(request: u32) -> Action {
    Action::OpenRequested {
        request: RequestId(request),
        what: "pasted text".to_owned(),
    }
}

/// An app that reads [`TEXT`] with its two quotes.
fn reading() -> AppState {
    let mut state = AppState::default();
    state.apply(requested(1));
    state.apply(opened(1));
    state.apply(Action::Suggested {
        request: RequestId(1),
        suggestions: suggestions(),
    });
    state
}

fn document(state: &AppState) -> &Document {
    state.document.as_ref().expect("an open article")
}

/// Words, tag and speaker of each claim.
fn claimed(state: &AppState) -> Vec<(String, String, Option<String>)> {
    claims(document(state))
        .into_iter()
        .map(|claim| (claim.words, claim.tags[0].0.clone(), claim.speaker))
        .collect()
}

#[test]
fn opening_shows_the_article_first_and_its_quotes_when_they_come() {
    let mut state = AppState::default();
    state.apply(requested(1));
    assert_eq!(state.status.view, View::Library);
    state.apply(opened(1));
    assert_eq!(state.status.view, View::Read);
    assert_eq!(
        state.status.engine,
        EngineStatus::Analysing {
            request: RequestId(1)
        }
    );
    assert_eq!(state.status.save, SaveState::Saving);
    state.apply(Action::Suggested {
        request: RequestId(1),
        suggestions: suggestions(),
    });
    assert_eq!(state.status.engine, EngineStatus::Idle);
    assert_eq!(document(&state).annotations.len(), 2);
}

#[test]
fn answers_to_superseded_requests_are_dropped() {
    let mut state = reading();
    state.apply(requested(2));
    state.apply(requested(3));
    let before = state.clone();
    state.apply(opened(2));
    state.apply(Action::Suggested {
        request: RequestId(2),
        suggestions: Vec::new(),
    });
    state.apply(Action::AnalysisFailed {
        request: RequestId(1),
        message: "late".to_owned(),
    });
    assert_eq!(state, before);
}

#[test]
fn what_cannot_be_opened_leaves_everything_as_it_was_and_says_so_where_the_person_acted() {
    let mut state = reading();
    let before = document(&state).clone();
    state.apply(requested(2));
    state.apply(Action::OpenFailed {
        request: Some(RequestId(2)),
        place: NoticePlace::Open,
        message: "No.".to_owned(),
    });
    assert_eq!(*document(&state), before);
    assert_eq!(state.status.engine, EngineStatus::Idle);
    assert_eq!(state.notices.at(NoticePlace::Open).unwrap().text, "No.");
}

#[test]
fn selected_words_become_a_claim_with_the_speaker_of_the_quote_around_them() {
    let mut state = reading();
    state.apply(Action::SelectWords(Some(span("rose by 9 percent"))));
    state.apply(Action::Tag {
        tag: tag("quantity"),
        stamp: stamp(1),
    });
    let ruiz = Some("Ana Ruiz".to_owned());
    let words = "rose by 9 percent".to_owned();
    assert_eq!(
        claimed(&state),
        [(words.clone(), "quantity".to_owned(), ruiz.clone())]
    );
    assert_eq!(state.selection.focused, Some(id(1)));
    assert_eq!(state.selection.words, None);

    // The same words again: the claim gets a second tag, and stays one.
    state.apply(Action::SelectWords(Some(span("rose by 9 percent"))));
    state.apply(Action::Tag {
        tag: tag("prediction"),
        stamp: stamp(2),
    });
    assert_eq!(claimed(&state), [(words, "quantity".to_owned(), ruiz)]);
    let tagged = claims(document(&state)).swap_remove(0).tags;
    assert_eq!(tagged, [tag("quantity"), tag("prediction")]);
}

#[test]
fn a_focused_quote_becomes_a_claim_whole_and_the_claim_then_in_focus_gets_further_tags() {
    let mut state = reading();
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Article));
    for (n, name) in [(1, "other-claim"), (2, "not-a-claim")] {
        state.apply(Action::Tag {
            tag: tag(name),
            stamp: stamp(n),
        });
    }
    let claims = claims(document(&state));
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].words, "We won’t wait");
    assert_eq!(claims[0].tags, [tag("other-claim"), tag("not-a-claim")]);
}

#[test]
fn tagging_nothing_says_what_to_do() {
    let mut state = reading();
    state.apply(Action::Tag {
        tag: tag("quantity"),
        stamp: stamp(1),
    });
    assert!(claimed(&state).is_empty());
    assert!(state.notices.at(NoticePlace::Article).is_some());
}

#[test]
fn every_change_can_be_undone_and_redone_one_by_one() {
    let mut state = reading();
    let words = state.clone();
    let now = Timestamp(9);
    state.apply(Action::SelectWords(Some(span("Nobody knew why."))));
    state.apply(Action::Tag {
        tag: tag("other-claim"),
        stamp: stamp(1),
    });
    state.apply(Action::Tag {
        tag: tag("quantity"),
        stamp: stamp(2),
    });
    state.apply(Action::Claim(ClaimAction::Change {
        id: id(1),
        change: ClaimChange::Note("Ask her.".to_owned()),
        now,
    }));
    state.apply(Action::Reject { id: id(101), now });
    state.apply(Action::Accept { id: id(102), now });
    state.apply(Action::Remove { id: id(1), now });
    state.apply(Action::Imported {
        edits: vec![Edit::Add(quote(
            103,
            "Nobody knew why",
            "Nobody",
            QuoteKind::Mixed,
        ))],
        summary: "1 added".to_owned(),
        now,
    });
    let done = document(&state).annotations.clone();
    let n_steps = 7;
    for _ in 0..n_steps {
        state.apply(Action::Undo { now });
    }
    assert_eq!(document(&state).annotations, document(&words).annotations);
    assert_eq!(document(&state).history.undo_label(), None);
    for _ in 0..n_steps {
        state.apply(Action::Redo { now });
    }
    assert_eq!(document(&state).annotations, done);
}

#[test]
fn removing_what_the_engine_suggested_rejects_it_so_that_it_does_not_come_back() {
    let mut state = reading();
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Panel));
    state.apply(Action::Remove {
        id: id(101),
        now: Timestamp(5),
    });
    assert_eq!(state.selection.focused, None);
    assert_eq!(
        state.notices.at(NoticePlace::Article).unwrap().action,
        Some(NoticeAction::Undo)
    );
    state.apply(Action::AnalysisRequested {
        request: RequestId(2),
    });
    state.apply(Action::Suggested {
        request: RequestId(2),
        suggestions: suggestions(),
    });
    let annotations = &document(&state).annotations;
    assert_eq!(annotations.get(&id(101)).unwrap().status, Status::Rejected);
    let groups = quotes_by_speaker(document(&state), &state.settings);
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].quotes.len(), 1);
}

#[test]
fn an_import_is_all_or_nothing() {
    let mut state = reading();
    let before = document(&state).clone();
    state.apply(Action::Imported {
        edits: vec![
            Edit::Add(quote(103, "Nobody knew why", "Nobody", QuoteKind::Mixed)),
            Edit::Add(quote(101, "We won’t wait", "Ana Ruiz", QuoteKind::Direct)),
        ],
        summary: "2 added".to_owned(),
        now: Timestamp(5),
    });
    assert_eq!(*document(&state), before);
    assert!(state.notices.at(NoticePlace::Import).is_none());
    assert!(state.notices.at(NoticePlace::Article).is_some());
}

#[test]
fn saved_is_said_only_of_the_last_change() {
    let mut state = reading();
    let first = (document(&state).entry(), document(&state).revision);
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Article));
    state.apply(Action::Tag {
        tag: tag("quantity"),
        stamp: stamp(1),
    });
    state.apply(Action::Saved {
        entry: Box::new(first.0),
        revision: first.1,
    });
    assert_eq!(state.status.save, SaveState::Saving);
    state.apply(Action::Saved {
        entry: Box::new(document(&state).entry()),
        revision: document(&state).revision,
    });
    assert_eq!(state.status.save, SaveState::Saved);
    let Loadable::Ready(entries) = &state.library.entries else {
        panic!("the library lists what was saved");
    };
    assert_eq!((entries[0].n_quotes, entries[0].n_claims), (2, 1));
}

#[test]
fn without_storage_nothing_ever_claims_to_be_saved() {
    let mut state = AppState::default();
    state.apply(Action::StorageUnavailable {
        reason: "private".to_owned(),
    });
    state.apply(requested(1));
    state.apply(opened(1));
    state.apply(Action::Suggested {
        request: RequestId(1),
        suggestions: suggestions(),
    });
    assert!(matches!(state.status.save, SaveState::Unavailable { .. }));
    state.apply(Action::Undo { now: Timestamp(2) });
    assert!(matches!(state.status.save, SaveState::Unavailable { .. }));
}

#[test]
fn a_failed_save_is_said_with_a_way_to_try_again() {
    let mut state = reading();
    state.apply(Action::SaveFailed {
        id: document(&state).id.clone(),
        message: "The disk is full.".to_owned(),
    });
    assert!(matches!(state.status.save, SaveState::NotSaved { .. }));
    let notice = state.notices.at(NoticePlace::Storage).unwrap();
    assert_eq!(notice.action, Some(NoticeAction::RetrySave));
}

#[test]
fn the_focus_walks_over_what_is_shown_and_comes_round() {
    let mut state = reading();
    let mut seen = Vec::new();
    for _ in 0..3 {
        state.apply(Action::FocusNext {
            back: false,
            suggested: false,
        });
        seen.push(state.selection.focused.clone());
    }
    assert_eq!(seen, [Some(id(101)), Some(id(102)), Some(id(101))]);
    state.apply(Action::ShowKind {
        kind: QuoteKind::Direct,
        shown: false,
    });
    state.apply(Action::FocusNext {
        back: true,
        suggested: false,
    });
    assert_eq!(state.selection.focused, Some(id(102)));
}

#[test]
fn words_selected_by_keyboard_are_tagged_like_any() {
    let mut state = reading();
    for how in [
        WordMove::NextSentence,
        WordMove::NextSentence,
        WordMove::NextSentence,
    ] {
        state.apply(Action::MoveWords { how, near: 0 });
    }
    assert_eq!(state.selection.words, Some(span("Nobody knew why.")));
    state.apply(Action::Tag {
        tag: tag("other-claim"),
        stamp: stamp(1),
    });
    assert_eq!(claimed(&state)[0].0, "Nobody knew why.");
}

#[test]
fn deleting_the_open_article_closes_it_and_offers_it_back() {
    let mut state = reading();
    let entry = document(&state).entry();
    state.apply(Action::Listed(Box::new(entry.clone())));
    state.apply(Action::Deleted {
        id: entry.id.clone(),
        title: entry.title.clone(),
    });
    assert!(state.document.is_none());
    assert_eq!(state.status.view, View::Library);
    assert_eq!(
        state.notices.at(NoticePlace::Library).unwrap().action,
        Some(NoticeAction::RestoreArticles(vec![entry.id]))
    );
}

#[test]
fn only_what_changed_is_redrawn() {
    let mut state = reading();
    let before = state.clone();
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Article));
    assert!(state.selection != before.selection);
    assert!(state.document == before.document && state.library == before.library);
    let again = state.clone();
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Article));
    assert!(
        state == again,
        "an action that changes nothing changes no part"
    );

    // Of two paragraphs, the one without the quote looked at stays the same.
    let draw = |state: &AppState| {
        let focused = state.selection.focused.as_ref();
        highlights(document(state), &state.settings, focused)
    };
    let mut other = before.clone();
    other.apply(Action::Reject {
        id: id(102),
        now: Timestamp(3),
    });
    let (one, two) = (draw(&before), draw(&other));
    assert_eq!(one[0], two[0]);
    assert_ne!(one[1], two[1]);
}

#[test]
fn messages_about_an_article_go_when_it_is_left_and_those_about_opening_it_stay() {
    let mut state = AppState::default();
    state.apply(requested(1));
    state.apply(Action::Opened {
        request: RequestId(1),
        document: Box::new(Document::new(Article::verbatim(TEXT), Timestamp(1))),
        analysing: false,
        stored: false,
        remark: Some("You had this.".to_owned()),
    });
    let remark = state.notices.at(NoticePlace::Article).unwrap();
    assert_eq!(remark.text, "You had this.");
    state.apply(Action::Show(View::Library));
    assert!(state.notices.list.is_empty());
}

#[test]
fn the_same_text_is_the_same_article_and_another_is_not() {
    let one = Document::new(Article::verbatim(TEXT), Timestamp(1));
    let two = Document::new(Article::verbatim(TEXT), Timestamp(2));
    let other = Document::new(Article::verbatim("Other."), Timestamp(1));
    assert_eq!(one.id, two.id);
    assert_ne!(one.id, other.id);
    assert_eq!(other.title(), "Other.");
}

/// A quote of the engine's that reports `reports`, with this confidence.
fn unsure(n: u8, words: &str, reports: ReportKind, sure: f32) -> Annotation {
    let mut annotation = quote(n, words, "Ana Ruiz", QuoteKind::Indirect);
    if let Body::Quote(quote) = &mut annotation.body {
        quote.reports = reports;
        quote.confidence = Some(sure);
    }
    annotation
}

fn worth_checking(n: u8, words: &str, score: f32) -> Annotation {
    Annotation {
        id: id(n),
        target: vec![span(words)],
        body: Body::Claim(ClaimBody {
            check_worthiness: Some(score),
            ..ClaimBody::tagged(tag("quantity"))
        }),
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

/// An app that reads [`TEXT`] with these suggestions of the engine.
fn reading_with(suggestions: Vec<Annotation>) -> AppState {
    let mut state = AppState::default();
    state.apply(requested(1));
    state.apply(opened(1));
    state.apply(Action::Suggested {
        request: RequestId(1),
        suggestions,
    });
    state
}

fn n_listed(state: &AppState) -> usize {
    let groups = quotes_by_speaker(document(state), &state.settings);
    groups.iter().map(|group| group.quotes.len()).sum()
}

fn hidden(state: &AppState) -> Hidden {
    Shown::new(document(state), &state.settings).hidden()
}

fn unsaid_and_unsure() -> AppState {
    reading_with(vec![
        unsure(101, "We won’t wait", ReportKind::Writing, 0.9),
        unsure(102, "The fare rose by 9 percent", ReportKind::Thought, 0.9),
        unsure(103, "Nobody knew why", ReportKind::Speech, 0.1),
    ])
}

#[test]
fn what_is_said_is_shown_and_the_rest_is_counted_until_it_is_asked_for() {
    let mut state = unsaid_and_unsure();
    assert_eq!(n_listed(&state), 1);
    assert_eq!(
        hidden(&state),
        Hidden {
            unsaid: 1,
            unsure: 1
        }
    );
    assert_eq!(document(&state).entry().n_quotes, 1);
    state.apply(Action::Filter(Filter::Unsaid(true)));
    assert_eq!((n_listed(&state), hidden(&state).unsaid), (2, 0));
    state.apply(Action::Filter(Filter::Threshold(0)));
    assert_eq!((n_listed(&state), hidden(&state)), (3, Hidden::default()));
    state.apply(Action::Filter(Filter::Threshold(95)));
    assert_eq!((n_listed(&state), hidden(&state).unsure), (0, 3));
}

#[test]
fn what_a_person_accepted_or_tagged_is_shown_whatever_the_settings() {
    let mut state = unsaid_and_unsure();
    state.apply(Action::Accept {
        id: id(102),
        now: Timestamp(5),
    });
    assert_eq!(n_listed(&state), 2);
    state.apply(Action::SelectWords(Some(span("Nobody knew why"))));
    state.apply(Action::Tag {
        tag: tag("other-claim"),
        stamp: stamp(1),
    });
    assert_eq!(n_listed(&state), 3);
    for _ in 0..2 {
        state.apply(Action::Undo { now: Timestamp(6) });
    }
    assert_eq!(n_listed(&state), 1);
}

#[test]
fn hiding_what_is_looked_at_lets_it_go() {
    let mut state = reading();
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Panel));
    state.apply(Action::Filter(Filter::Threshold(95)));
    assert_eq!(state.selection.focused, None);
}

#[test]
fn the_page_starts_with_the_threshold_of_the_engine() {
    let percent = f32::from(Settings::DEFAULT_THRESHOLD);
    assert!((hearsay_engine::DEFAULT_THRESHOLD * 100.0 - percent).abs() < 0.5);
}

fn with_claims() -> AppState {
    let mut found = suggestions();
    found.push(worth_checking(
        111,
        "The fare rose by 9 percent, Ruiz said.",
        0.7,
    ));
    found.push(worth_checking(112, "Nobody knew why.", 0.9));
    reading_with(found)
}

fn suggested(state: &AppState) -> Vec<String> {
    let found = suggested_claims(document(state), &state.settings);
    found.into_iter().map(|one| one.claim.words).collect()
}

const FARE: &str = "The fare rose by 9 percent, Ruiz said.";
const NOBODY: &str = "Nobody knew why.";

#[test]
fn suggested_claims_are_listed_by_place_or_score_and_are_nobodys_claims_yet() {
    let mut state = with_claims();
    assert_eq!(suggested(&state), [FARE, NOBODY]);
    assert!(claimed(&state).is_empty());
    assert_eq!(document(&state).entry().n_claims, 0);
    state.apply(Action::Filter(Filter::ByScore(true)));
    assert_eq!(suggested(&state), [NOBODY, FARE]);
    state.apply(Action::Filter(Filter::Suggestions(false)));
    assert!(suggested(&state).is_empty());
}

#[test]
fn a_suggested_claim_is_accepted_or_dismissed_undone_and_not_suggested_again() {
    let mut state = with_claims();
    let now = Timestamp(5);
    state.apply(Action::Accept { id: id(111), now });
    state.apply(Action::Remove { id: id(112), now });
    let accepted = vec![(FARE.to_owned(), "quantity".to_owned(), None)];
    assert_eq!(claimed(&state), accepted);
    assert!(suggested(&state).is_empty());
    assert_eq!(document(&state).entry().n_claims, 1);
    state.apply(Action::AnalysisRequested {
        request: RequestId(2),
    });
    state.apply(Action::Suggested {
        request: RequestId(2),
        suggestions: vec![
            worth_checking(111, FARE, 0.7),
            worth_checking(112, NOBODY, 0.9),
        ],
    });
    assert_eq!(claimed(&state), accepted);
    assert!(suggested(&state).is_empty());
    state.apply(Action::Undo { now });
    assert_eq!(suggested(&state), [NOBODY]);
    state.apply(Action::Undo { now });
    assert_eq!(suggested(&state), [FARE, NOBODY]);
}

#[test]
fn tagging_a_suggested_claim_accepts_it_with_that_tag() {
    let mut state = with_claims();
    state.apply(Action::Focus(Some(id(112)), FocusOrigin::Article));
    state.apply(Action::Tag {
        tag: tag("prediction"),
        stamp: stamp(1),
    });
    let mine = (NOBODY.to_owned(), "prediction".to_owned(), None);
    assert_eq!(claimed(&state), [mine]);
    assert_eq!(suggested(&state), [FARE]);
}

#[test]
fn words_that_a_person_tagged_are_not_suggested_beside_it() {
    let mut state = with_claims();
    state.apply(Action::SelectWords(Some(span("9 percent"))));
    state.apply(Action::Tag {
        tag: tag("quantity"),
        stamp: stamp(1),
    });
    assert_eq!(suggested(&state), [NOBODY]);
}

#[test]
fn the_way_through_suggestions_passes_over_quotes_and_goes_on_after_a_dismissal() {
    let mut state = with_claims();
    let next = |suggested| Action::FocusNext {
        back: false,
        suggested,
    };
    state.apply(next(true));
    assert_eq!(state.selection.focused, Some(id(111)));
    state.apply(Action::Remove {
        id: id(111),
        now: Timestamp(5),
    });
    state.apply(next(true));
    assert_eq!(state.selection.focused, Some(id(112)));
    state.apply(next(false));
    assert_eq!(state.selection.focused, Some(id(101)));
}

fn deleted(name: &str) -> Action {
    Action::Deleted {
        id: ArticleId(name.to_owned()),
        title: name.to_owned(),
    }
}

/// What the undo of the library's notice would bring back.
fn would_restore(state: &AppState) -> Vec<String> {
    let notice = state.notices.at(NoticePlace::Library);
    match notice.and_then(|notice| notice.action.clone()) {
        Some(NoticeAction::RestoreArticles(ids)) => ids.into_iter().map(|id| id.0).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn several_articles_deleted_in_a_row_come_back_together() {
    let mut state = AppState::default();
    for name in ["a", "b", "c"] {
        state.apply(deleted(name));
    }
    assert_eq!(would_restore(&state), ["a", "b", "c"]);
    // Whoever put the message away has let go of them.
    let id = state
        .notices
        .at(NoticePlace::Library)
        .map(|notice| notice.id);
    state.apply(Action::Dismiss(id.unwrap()));
    state.apply(deleted("d"));
    assert_eq!(would_restore(&state), ["d"]);
}

fn entry(name: &str, n: u64) -> LibraryEntry {
    let mut entry = Document::new(Article::verbatim(name), Timestamp(n)).entry();
    entry.title = name.to_owned();
    entry
}

/// The titles of a library's groups, versions joined by `+`.
fn listed(library: &Library) -> Vec<String> {
    let titles = |group: &Vec<LibraryEntry>| {
        let titles: Vec<_> = group.iter().map(|entry| entry.title.clone()).collect();
        titles.join("+")
    };
    library.listed().iter().map(titles).collect()
}

#[test]
fn the_library_is_listed_in_the_order_wanted_with_versions_together() {
    let mut library = Library::default();
    let dated =
        |name: &str, n: u64, date: &str, site: Option<&str>, n_claims: u32, key: Option<&str>| {
            LibraryEntry {
                date: Some(date.to_owned()).filter(|date| !date.is_empty()),
                site: site.map(str::to_owned),
                n_claims,
                url_key: key.map(str::to_owned),
                opened: Timestamp(100 - n),
                ..entry(name, n)
            }
        };
    library.set(vec![
        dated("Ökologie", 1, "2026-01-02", Some("Zeit"), 0, None),
        dated("Apples", 2, "3 May 2026", None, 4, None),
        dated("Boats v1", 3, "", Some("Harbour"), 1, Some("h.org/b")),
        dated("Zoo", 4, "2025", Some("harbour"), 0, None),
        dated(
            "Boats v2",
            5,
            "2026-03-01",
            Some("Harbour"),
            0,
            Some("h.org/b"),
        ),
    ]);
    for (sort, expected) in [
        (
            Sort::Changed,
            vec!["Boats v2+Boats v1", "Zoo", "Apples", "Ökologie"],
        ),
        (
            Sort::Opened,
            vec!["Ökologie", "Apples", "Boats v2+Boats v1", "Zoo"],
        ),
        (
            Sort::Published,
            vec!["Apples", "Boats v2+Boats v1", "Ökologie", "Zoo"],
        ),
        (
            Sort::Title,
            vec!["Apples", "Boats v2+Boats v1", "Ökologie", "Zoo"],
        ),
        (
            Sort::Site,
            vec!["Boats v2+Boats v1", "Zoo", "Ökologie", "Apples"],
        ),
        (
            Sort::Claims,
            vec!["Apples", "Boats v2+Boats v1", "Zoo", "Ökologie"],
        ),
    ] {
        library.wanted.sort = sort;
        assert_eq!(listed(&library), expected, "{sort:?}");
    }
    library.wanted = Wanted {
        with_claims: true,
        ..Wanted::default()
    };
    assert_eq!(listed(&library), ["Boats v1", "Apples"]);
    library.wanted = Wanted {
        query: "boats V2".to_owned(),
        ..Wanted::default()
    };
    assert_eq!(listed(&library), ["Boats v2"]);
    assert_eq!(
        library
            .newest_at("h.org/b")
            .map(|entry| entry.title.as_str()),
        Some("Boats v2")
    );
}

#[test]
fn a_newer_version_takes_over_what_a_person_made_and_names_what_lost_its_words() {
    let old_text = "“We cannot go on,” said Ana Ruiz.\n\nThe fare rose by 9 percent in May.\n\nNobody had asked the islanders before.";
    let new_text = "Updated.\n\n“We cannot go on like this,” said Ana Ruiz.\n\nThe fare rose by 9 percent in May, and again in June.";
    let mut old = Document::new(Article::verbatim(old_text), Timestamp(1));
    let at = |words: &str| {
        let start = old_text.find(words).unwrap();
        vec![Span::from_range(start..start + words.len())]
    };
    old.tag(at("The fare rose by 9 percent"), tag("quantity"), stamp(5))
        .unwrap();
    old.tag(
        at("Nobody had asked the islanders before"),
        tag("other"),
        stamp(6),
    )
    .unwrap();
    let mut suggested = quote(101, "We won’t wait", "Ana Ruiz", QuoteKind::Direct);
    suggested.target = at("We cannot go on");
    old.suggest(vec![suggested]);
    let mut new = Document::new(Article::verbatim(new_text), Timestamp(9));
    let carried = new.carry_over(&old);
    assert_eq!((carried.found, carried.orphans), (1, 1));
    assert_eq!(new.earlier.as_ref(), Some(&old.id));
    // What the engine suggested is not taken over, what a person made is, with its dates.
    let made: Vec<_> = new.annotations.iter().collect();
    assert_eq!(made.len(), 1);
    assert_eq!(
        made[0].target[0].slice(new_text),
        "The fare rose by 9 percent"
    );
    assert_eq!(
        (made[0].created, made[0].origin),
        (Timestamp(5), Origin::Person)
    );
    let compared = Compared::new(&old, &new);
    assert_eq!(compared.orphans.len(), 1);
    assert_eq!(
        compared.orphans[0].words,
        "Nobody had asked the islanders before"
    );
    // Both are whole in what they were.
    assert_eq!(old.annotations.len(), 3);
}
