//! What a check writes down of claims: how words become claims, what each change does and takes back, and how the claims of all
//! articles are listed, stored and found.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use std::rc::Rc;

use hearsay::state::{
    Action, AppState, Arrange, ArticleId, ClaimAction, ClaimChange, ClaimFrom, Document,
    FocusOrigin, Loadable, NoticeAction, NoticePlace, RequestId, Stamp, WantedClaims, WorkArticle,
    WorkHeading, WorklistAction, claims,
};
use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, Applies, Body, ClaimBody, Edit, Evidence, Origin,
    Progress, QuoteBody, Status, TagId, TagSet, Timestamp, VerdictId,
};
use hearsay_text::{Article, QuoteKind, Span};

const TEXT: &str = "“The bridge cost 9 million,” said Ana Ruiz. Nobody disagreed.\n\n\
    The ferry stops in May, Ruiz said.";

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

fn annotation(n: u8, words: &str, body: Body) -> Annotation {
    Annotation {
        id: id(n),
        target: vec![span(words)],
        body,
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

/// An app that reads [`TEXT`] with a quote (101) and a claim that the engine suggests (102), a quantity by its guess.
fn reading() -> AppState {
    let quote = Body::Quote(QuoteBody {
        kind: QuoteKind::Direct,
        reports: Default::default(),
        modality: Default::default(),
        cue: vec![span("said")],
        source: vec![span("Ana Ruiz")],
        speaker: Some("Ana Ruiz".to_owned()),
        evidence: None,
        evidence_at: Vec::new(),
        tags: Vec::new(),
        confidence: Some(0.9),
    });
    let guess = Body::Claim(ClaimBody {
        check_worthiness: Some(0.8),
        ..ClaimBody::tagged(tag("quantity"))
    });
    let mut state = AppState::default();
    state.apply(Action::OpenRequested {
        request: RequestId(1),
        what: "pasted text".to_owned(),
    });
    state.apply(Action::Opened {
        request: RequestId(1),
        document: Box::new(Document::new(Article::verbatim(TEXT), Timestamp(1))),
        analysing: true,
        stored: false,
        remark: None,
    });
    state.apply(Action::Suggested {
        request: RequestId(1),
        suggestions: vec![
            annotation(101, "The bridge cost 9 million", quote),
            annotation(102, "The ferry stops in May", guess),
        ],
    });
    state
}

fn document(state: &AppState) -> &Document {
    state.document.as_ref().expect("an open article")
}

fn set(state: &AppState) -> AnnotationSet {
    document(state).annotations.as_ref().clone()
}

fn claim(state: &AppState, id: &AnnotationId) -> ClaimBody {
    match &document(state).annotations.get(id).expect("a claim").body {
        Body::Claim(claim) => claim.clone(),
        other => panic!("{other:?}"),
    }
}

fn give(state: &mut AppState, n: u8, name: &str) {
    state.apply(Action::Tag {
        tag: tag(name),
        stamp: stamp(n),
    });
}

fn change(state: &mut AppState, id: &AnnotationId, change: ClaimChange) {
    state.apply(Action::Claim(ClaimAction::Change {
        id: id.clone(),
        change,
        now: Timestamp(50),
    }));
}

/// [`reading`], with the words “Nobody disagreed” tagged as claim 1 and in focus.
fn checking() -> AppState {
    let mut state = reading();
    state.apply(Action::SelectWords(Some(span("Nobody disagreed"))));
    give(&mut state, 1, "other-claim");
    state
}

fn evidence(n: u8) -> Evidence {
    Evidence {
        link: format!("https://example.org/{n}"),
        title: format!("Minutes {n}"),
        excerpt: "It was agreed.".to_owned(),
        seen: "2026-11-23".to_owned(),
    }
}

/// A tag for quotes, one for both, beside those of fact-checking.
fn with_tags_for_quotes(state: &mut AppState) {
    let mut tags = TagSet::fact_checking();
    for (name, applies) in [("rumour", Applies::Quotes), ("striking", Applies::Both)] {
        let mut tag = tags.tags[0].clone();
        tag.id = TagId(name.to_owned());
        tag.label = name.to_owned();
        tag.key = None;
        tag.applies = applies;
        tags.tags.push(tag);
    }
    state.apply(Action::Imported {
        edits: vec![Edit::SetTagSet(Box::new(tags))],
        summary: String::new(),
        now: Timestamp(2),
    });
}

#[test]
fn a_claim_takes_several_tags_and_gives_each_up_when_it_is_given_again() {
    let mut state = checking();
    give(&mut state, 2, "quantity");
    assert_eq!(
        claim(&state, &id(1)).tags,
        [tag("other-claim"), tag("quantity")]
    );
    give(&mut state, 3, "other-claim");
    assert_eq!(claim(&state, &id(1)).tags, [tag("quantity")]);
    give(&mut state, 4, "quantity");
    assert_eq!(claim(&state, &id(1)).tags, []);
    assert_eq!(
        claims(document(&state)).len(),
        1,
        "it is a claim all the same"
    );
}

#[test]
fn the_first_tag_on_a_suggestion_takes_the_place_of_the_guess_and_accepts_it() {
    for name in ["prediction", "quantity"] {
        let mut state = reading();
        state.apply(Action::Focus(Some(id(102)), FocusOrigin::Panel));
        give(&mut state, 1, name);
        assert_eq!(claim(&state, &id(102)).tags, [tag(name)]);
        let status = document(&state).annotations.get(&id(102)).unwrap().status;
        assert_eq!(status, Status::Accepted);
        state.apply(Action::Undo { now: Timestamp(9) });
        assert_eq!(set(&state), set(&reading()));
    }
}

#[test]
fn a_tag_for_quotes_tags_the_quote_in_focus_and_one_for_claims_makes_a_claim_of_it() {
    let mut state = reading();
    with_tags_for_quotes(&mut state);
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Panel));
    for name in ["rumour", "striking", "rumour"] {
        give(&mut state, 1, name);
    }
    let quote = document(&state).annotations.get(&id(101)).unwrap().clone();
    let Body::Quote(body) = &quote.body else {
        panic!("{quote:?}");
    };
    assert_eq!(body.tags, [tag("striking")]);
    assert_eq!(quote.status, Status::Accepted);
    assert_eq!(state.selection.focused, Some(id(101)));
    assert!(claims(document(&state)).is_empty());

    give(&mut state, 2, "quantity");
    assert_eq!(state.selection.focused, Some(id(2)));
    let made = claims(document(&state));
    assert_eq!(made[0].words, "The bridge cost 9 million");
    assert_eq!(made[0].speaker.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn a_tag_for_quotes_makes_no_claim_of_words_and_says_why() {
    let mut state = reading();
    with_tags_for_quotes(&mut state);
    state.apply(Action::SelectWords(Some(span("9 million"))));
    give(&mut state, 1, "rumour");
    assert!(claims(document(&state)).is_empty());
    let notice = state.notices.at(NoticePlace::Article).expect("a notice");
    assert!(notice.text.contains("rumour"), "{}", notice.text);
    give(&mut state, 2, "striking");
    assert_eq!(claims(document(&state))[0].words, "9 million");
}

#[test]
fn a_sentence_a_quote_or_words_become_a_claim_without_a_tag() {
    let make = |state: &mut AppState, n, of| {
        state.apply(Action::Claim(ClaimAction::Make {
            of,
            stamp: stamp(n),
        }));
    };
    let mut state = reading();
    make(&mut state, 1, ClaimFrom::Sentence { near: 1 });
    state.apply(Action::Focus(Some(id(101)), FocusOrigin::Panel));
    make(&mut state, 2, ClaimFrom::Chosen);
    state.apply(Action::SelectWords(Some(span("disagreed"))));
    make(&mut state, 3, ClaimFrom::Sentence { near: 1 });
    state.apply(Action::SelectWords(Some(span("in May"))));
    make(&mut state, 4, ClaimFrom::Chosen);
    assert_eq!(state.selection.focused, Some(id(4)));
    let made: Vec<_> = claims(document(&state))
        .into_iter()
        .map(|claim| (claim.words, claim.tags.len()))
        .collect();
    let words = [
        "The bridge cost 9 million",
        "Nobody disagreed.",
        "The ferry stops in May, Ruiz said.",
        "in May",
    ];
    assert_eq!(made, words.map(|words| (words.to_owned(), 0)));
}

#[test]
fn making_a_claim_of_what_is_one_looks_at_it_and_accepts_what_was_suggested() {
    let mut state = reading();
    state.apply(Action::SelectWords(Some(span("The ferry stops in May"))));
    let of = ClaimFrom::Chosen;
    state.apply(Action::Claim(ClaimAction::Make {
        of,
        stamp: stamp(1),
    }));
    assert_eq!(state.selection.focused, Some(id(102)));
    assert_eq!(claims(document(&state)).len(), 1);
    state.apply(Action::SelectWords(Some(span("The ferry stops in May"))));
    let before = document(&state).revision;
    state.apply(Action::Claim(ClaimAction::Make {
        of,
        stamp: stamp(2),
    }));
    assert_eq!(document(&state).revision, before, "nothing was to be done");
}

#[test]
fn every_change_of_a_check_is_one_step_and_is_taken_back_exactly() {
    let mut state = checking();
    let false_ = VerdictId("false".to_owned());
    let changes = [
        ClaimChange::ToggleTag(tag("quantity")),
        ClaimChange::Verdict(Some(false_.clone())),
        ClaimChange::Reasoning("The minutes say otherwise.".to_owned()),
        ClaimChange::AddEvidence(evidence(1)),
        ClaimChange::AddEvidence(evidence(2)),
        ClaimChange::AddEvidence(evidence(3)),
        ClaimChange::MoveEvidence(2, 0),
        ClaimChange::EditEvidence(1, evidence(4)),
        ClaimChange::RemoveEvidence(2),
        ClaimChange::Progress(Progress::Done),
        ClaimChange::Assignee(" Kim ".to_owned()),
        ClaimChange::Note("Call again.".to_owned()),
        ClaimChange::Verdict(None),
    ];
    let mut versions = vec![set(&state)];
    for one in changes {
        change(&mut state, &id(1), one);
        versions.push(set(&state));
    }
    let done = claim(&state, &id(1));
    assert_eq!(done.tags, [tag("other-claim"), tag("quantity")]);
    assert_eq!(done.evidence, [evidence(3), evidence(4)]);
    assert_eq!(done.assignee, "Kim");
    assert_eq!(done.progress, Progress::Done);
    assert_eq!(done.verdict, None);
    assert_eq!(done.reasoning, "The minutes say otherwise.");
    assert_eq!(done.note, "Call again.");
    for version in versions.iter().rev() {
        assert_eq!(set(&state), *version);
        state.apply(Action::Undo { now: Timestamp(99) });
    }
    assert_eq!(
        set(&state),
        set(&reading()),
        "the claim itself was the first step"
    );
}

#[test]
fn steps_are_named_for_what_they_did() {
    let mut state = checking();
    let mut label = |one: ClaimChange| {
        change(&mut state, &id(1), one);
        let document = document(&state);
        document.history.undo_label().unwrap_or_default().to_owned()
    };
    let verdict = |id: &str| ClaimChange::Verdict(Some(VerdictId(id.to_owned())));
    assert_eq!(label(verdict("mostly-true")), "Verdict Mostly true");
    assert_eq!(
        label(ClaimChange::ToggleTag(tag("quantity"))),
        "Tag as Quantity"
    );
    assert_eq!(
        label(ClaimChange::ToggleTag(tag("quantity"))),
        "Take tag Quantity off"
    );
    assert_eq!(
        label(ClaimChange::Assignee("Kim".to_owned())),
        "Assign to Kim"
    );
    assert_eq!(
        label(ClaimChange::Progress(Progress::InProgress)),
        "Progress In progress"
    );
}

#[test]
fn what_changes_nothing_is_no_step_and_leaves_a_suggestion_a_suggestion() {
    let mut state = reading();
    let before = document(&state).revision;
    for one in [
        ClaimChange::Note(String::new()),
        ClaimChange::Progress(Progress::ToDo),
        ClaimChange::RemoveEvidence(0),
        ClaimChange::MoveEvidence(0, 5),
        ClaimChange::EditEvidence(3, evidence(1)),
        ClaimChange::Assignee("  ".to_owned()),
    ] {
        change(&mut state, &id(102), one);
    }
    assert_eq!(document(&state).revision, before);
    assert!(claims(document(&state)).is_empty());
}

#[test]
fn a_change_to_a_claim_that_is_gone_says_so_and_changes_nothing() {
    let mut state = checking();
    let before = set(&state);
    change(&mut state, &id(77), ClaimChange::Note("?".to_owned()));
    change(&mut state, &id(101), ClaimChange::Note("?".to_owned()));
    assert_eq!(set(&state), before);
    let notice = state.notices.at(NoticePlace::Article).expect("a notice");
    assert!(notice.text.contains("no longer there"), "{}", notice.text);
}

#[test]
fn evidence_that_was_removed_can_be_brought_back_from_the_notice() {
    let mut state = checking();
    change(&mut state, &id(1), ClaimChange::AddEvidence(evidence(1)));
    change(&mut state, &id(1), ClaimChange::RemoveEvidence(0));
    let notice = state.notices.at(NoticePlace::Article).expect("a notice");
    assert_eq!(notice.action, Some(NoticeAction::Undo));
    state.apply(Action::Undo { now: Timestamp(60) });
    assert_eq!(claim(&state, &id(1)).evidence, [evidence(1)]);
}

// The claims of all articles.

/// An article with the claims of `checks`: words, progress, assignee, when.
fn article(name: &str, checks: &[(&str, Progress, &str, u64)]) -> Rc<WorkArticle> {
    let text: Vec<&str> = checks.iter().map(|(words, ..)| *words).collect();
    let text = [name, "\n\n", &text.join(". ")].concat();
    let mut document = Document::new(Article::verbatim(&text), Timestamp(1));
    for (nth, (words, progress, assignee, when)) in checks.iter().enumerate() {
        let start = text.rfind(words).unwrap();
        let target = vec![Span::from_range(start..start + words.len())];
        let stamp = Stamp {
            now: Timestamp(*when),
            id: AnnotationId(format!("{name} {nth}")),
        };
        let id = document.tag(target, tag("quantity"), stamp).unwrap();
        for change in [
            ClaimChange::Progress(*progress),
            ClaimChange::Assignee((*assignee).to_owned()),
        ] {
            document
                .change_claim(&id, change, Timestamp(*when))
                .unwrap();
        }
    }
    Rc::new(WorkArticle::of(&document))
}

fn listing() -> AppState {
    let mut state = AppState::default();
    state.apply(Action::Worklist(WorklistAction::Asked));
    state.apply(Action::Worklist(WorklistAction::Loaded(vec![
        article(
            "Bridges",
            &[
                ("Nine fell", Progress::Done, "Kim", 10),
                ("Ten stand", Progress::ToDo, "", 40),
            ],
        ),
        article("Ferries", &[("Two sail", Progress::ToDo, "Ada", 30)]),
    ])));
    state
}

fn want(state: &mut AppState, wanted: WantedClaims) {
    state.apply(Action::Worklist(WorklistAction::Want(wanted)));
}

/// The groups, each with its heading and words.
fn listed(state: &AppState) -> Vec<(WorkHeading, Vec<String>)> {
    let groups = state.worklist.listed().groups.into_iter();
    groups
        .map(|group| {
            let rows = group.rows.iter();
            let words = rows.map(|(article, nth)| article.claims[*nth].words.clone());
            (group.heading, words.collect())
        })
        .collect()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|one| (*one).to_owned()).collect()
}

#[test]
fn the_worklist_groups_by_progress_article_and_assignee_and_sorts_by_what_changed_last() {
    let mut state = listing();
    assert_eq!(
        listed(&state),
        [
            (
                WorkHeading::Progress(Progress::ToDo),
                words(&["Ten stand", "Two sail"])
            ),
            (WorkHeading::Progress(Progress::Done), words(&["Nine fell"])),
        ]
    );
    let arranged = |state: &mut AppState, arrange| {
        want(
            state,
            WantedClaims {
                arrange,
                ..WantedClaims::default()
            },
        );
        let groups = listed(state).into_iter();
        groups.map(|(_, words)| words).collect::<Vec<_>>()
    };
    assert_eq!(
        arranged(&mut state, Arrange::Article),
        [words(&["Nine fell", "Ten stand"]), words(&["Two sail"])],
        "claims stay in the order of their article"
    );
    assert_eq!(
        arranged(&mut state, Arrange::Assignee),
        [
            words(&["Two sail"]),
            words(&["Nine fell"]),
            words(&["Ten stand"])
        ],
        "nobody comes last"
    );
    assert_eq!(
        arranged(&mut state, Arrange::Changed),
        [words(&["Ten stand", "Two sail", "Nine fell"])]
    );
}

#[test]
fn the_worklist_finds_by_words_progress_assignee_tag_and_verdict_and_counts() {
    let mut state = listing();
    let mut found = |wanted: WantedClaims| {
        want(&mut state, wanted);
        let listed = state.worklist.listed();
        (listed.n_found, listed.n_all, listed.n_by_progress)
    };
    let all = WantedClaims::default;
    assert_eq!(found(all()), (3, 3, [2, 0, 1]));
    let query = |query: &str| WantedClaims {
        query: query.to_owned(),
        ..all()
    };
    assert_eq!(found(query("BRIDGES")), (2, 3, [1, 0, 1]));
    assert_eq!(found(query("bridges kim")), (1, 3, [0, 0, 1]));
    assert_eq!(found(query("quantity sail")), (1, 3, [1, 0, 0]));
    assert_eq!(found(query("nothing")), (0, 3, [0, 0, 0]));
    let done = WantedClaims {
        progress: Some(Progress::Done),
        ..all()
    };
    assert_eq!(found(done), (1, 3, [2, 0, 1]), "what else there would be");
    let nobodys = WantedClaims {
        assignee: Some(String::new()),
        ..all()
    };
    assert_eq!(found(nobodys).0, 1);
    let tagged = |label: &str| WantedClaims {
        tag: Some(label.to_owned()),
        ..all()
    };
    assert_eq!(found(tagged("Quantity")).0, 3);
    assert_eq!(found(tagged("Prediction")).0, 0);
    let open = WantedClaims {
        verdict: Some(String::new()),
        ..all()
    };
    assert_eq!(found(open).0, 3);
}

#[test]
fn the_worklist_follows_what_is_saved_and_what_is_deleted() {
    let mut state = listing();
    let changed = article("Ferries", &[("Two sail", Progress::Done, "Ada", 60)]);
    state.apply(Action::Worklist(WorklistAction::Put(changed)));
    assert_eq!(state.worklist.listed().n_by_progress, [1, 0, 2]);
    let id = ArticleId::of_text("Bridges\n\nNine fell. Ten stand");
    state.apply(Action::Deleted {
        id,
        title: "Bridges".to_owned(),
    });
    assert_eq!(state.worklist.listed().n_all, 1);
}

#[test]
fn before_anybody_asked_for_the_worklist_it_holds_nothing_of_what_is_saved() {
    let mut state = AppState::default();
    let article = article("Ferries", &[("Two sail", Progress::Done, "Ada", 60)]);
    state.apply(Action::Worklist(WorklistAction::Put(article)));
    assert_eq!(state.worklist.articles, Loadable::Loading);
}

#[test]
fn the_line_of_an_articles_claims_comes_back_as_it_was_written() {
    let mut state = checking();
    for one in [
        ClaimChange::Verdict(Some(VerdictId("false".to_owned()))),
        ClaimChange::ToggleTag(tag("unheard-of")),
        ClaimChange::Assignee("Zoë 😀".to_owned()),
        ClaimChange::Progress(Progress::InProgress),
    ] {
        change(&mut state, &id(1), one);
    }
    let written = WorkArticle::of(document(&state));
    assert_eq!(
        written.claims.len(),
        1,
        "what is only suggested is not listed"
    );
    assert_eq!(written.claims[0].tags[1].color, None);
    let back = WorkArticle::from_line(&written.id.0, &written.to_line());
    assert_eq!(back, Some(written));
}

#[test]
fn a_line_that_cannot_be_read_is_none_and_no_panic() {
    let line = WorkArticle::of(document(&checking())).to_line();
    assert!(WorkArticle::from_line("a", "").is_none());
    assert!(WorkArticle::from_line("a", "2").is_none());
    for end in (0..line.len()).filter(|end| line.is_char_boundary(*end)) {
        // Cut anywhere, it is read in part or not at all.
        let _ = WorkArticle::from_line("a", &line[..end]);
    }
    let strange = line.replace("to-do", "sometime");
    assert!(WorkArticle::from_line("a", &strange).is_none());
}
