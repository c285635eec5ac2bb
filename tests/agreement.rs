//! What actions do to annotators who are compared: who counts, what is decided, and how it comes into the article and out of it
//! again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use std::rc::Rc;

use hearsay::state::{
    Action, Agreeing, AgreementAction, AppState, Colleague, Document, Matched, Nudge, Part, Pick,
    RequestId, Scope, View,
};
use hearsay_annotate::agreement::{DisagreementKind, NoAlpha};
use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, Body, ClaimBody, Origin, QuoteBody, Status, TagId,
    Timestamp, w3c,
};
use hearsay_text::{Article, QuoteKind, Span};

const TEXT: &str = "The fare rose by 9 percent, Ruiz said. Buses will run at night from May.\n\n\
                    Nobody knew why. The mayor had promised more. Half of the drivers left.";

fn id(n: u8) -> AnnotationId {
    AnnotationId::from_random_bytes([n; 16])
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::from_range(start..start + words.len())
}

fn claim(n: u8, words: &str, tag: &str) -> Annotation {
    Annotation {
        id: id(n),
        target: vec![span(words)],
        body: Body::Claim(ClaimBody::tagged(TagId(tag.to_owned()))),
        origin: Origin::Person,
        status: Status::Accepted,
        created: Timestamp(5),
        modified: Timestamp(5),
    }
}

fn quote(n: u8, words: &str, kind: QuoteKind, status: Status) -> Annotation {
    Annotation {
        id: id(n),
        target: vec![span(words)],
        body: Body::Quote(QuoteBody {
            kind,
            reports: Default::default(),
            modality: Default::default(),
            cue: vec![span("said")],
            source: vec![span("Ruiz")],
            speaker: Some("Ruiz".to_owned()),
            evidence: None,
            evidence_at: Vec::new(),
            tags: Vec::new(),
            confidence: Some(0.9),
        }),
        origin: Origin::Engine,
        status,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

fn colleague(name: &str, annotations: Vec<Annotation>) -> Colleague {
    Colleague {
        number: 0,
        name: name.to_owned(),
        file: [name, ".jsonld"].concat(),
        annotations: Rc::new(AnnotationSet::from_annotations(annotations).unwrap()),
        lost: Vec::new(),
    }
}

/// An app that reads [`TEXT`] with `mine` in it.
fn reading(mine: Vec<Annotation>) -> AppState {
    let mut state = AppState::default();
    let request = RequestId(1);
    let mut document = Document::new(Article::verbatim(TEXT), Timestamp(1));
    document.annotations = Rc::new(AnnotationSet::from_annotations(mine).unwrap());
    state.apply(Action::OpenRequested {
        request,
        what: "pasted text".to_owned(),
    });
    state.apply(Action::Opened {
        request,
        document: Box::new(document),
        analysing: false,
        stored: false,
        remark: None,
    });
    state
}

fn act(state: &mut AppState, action: AgreementAction) {
    state.apply(Action::Agreement(action));
}

/// Makes the comparison that is waited for, as the service does.
fn matched(state: &AppState) -> Matched {
    let document = document(state);
    let sides = state.agreeing.sides(document);
    let scope = state.agreeing.scope;
    let kinds = [false, true].into_iter().filter(|one| scope.holds(*one));
    let parts = kinds.map(|quotes| Part::of(&document.article, &sides, quotes));
    let parts = parts.collect();
    Matched::new(Rc::clone(&document.article), sides, parts)
}

fn compare(state: &mut AppState) {
    let number = state.agreeing.working.expect("a comparison to be made");
    let made = Rc::new(matched(state));
    act(state, AgreementAction::Compared(number, made));
}

/// An app in which `mine` are compared with what others made.
fn comparing(mine: Vec<Annotation>, others: Vec<Colleague>) -> AppState {
    let mut state = reading(mine);
    let problems = Vec::new();
    let colleagues = others;
    act(
        &mut state,
        AgreementAction::Joined {
            colleagues,
            problems,
        },
    );
    compare(&mut state);
    state
}

/// Three places of disagreement and one of agreement: a tag, an end, and what only Ben marked; both have the promise.
fn two_people() -> AppState {
    comparing(
        vec![
            claim(1, "The fare rose by 9 percent", "quantity"),
            claim(2, "Buses will run at night", "prediction"),
            claim(3, "The mayor had promised more", "fact"),
        ],
        vec![colleague(
            "Ben",
            vec![
                claim(11, "The fare rose by 9 percent", "cause"),
                claim(12, "Buses will run at night from May", "prediction"),
                claim(13, "The mayor had promised more", "fact"),
                claim(14, "Half of the drivers left", "quantity"),
            ],
        )],
    )
}

fn document(state: &AppState) -> &Document {
    state.document.as_ref().expect("an open article")
}

fn kinds(agreeing: &Agreeing) -> Vec<DisagreementKind> {
    let matched = agreeing.matched.as_ref().expect("a comparison");
    let items = 0..matched.items.len();
    items.map(|nth| matched.item(nth).unwrap().1.kind).collect()
}

/// Words and tags of the claims in the article.
fn claims(state: &AppState) -> Vec<(String, String)> {
    let document = document(state);
    let claims = document.annotations.claims();
    claims
        .map(|(claim, body)| {
            let words = claim.target.iter().map(|span| span.slice(TEXT));
            let tags = body.tags.iter().map(|tag| tag.0.as_str());
            (
                words.collect::<Vec<_>>().join("|"),
                tags.collect::<Vec<_>>().join("|"),
            )
        })
        .collect()
}

fn pair(words: &str, tags: &str) -> (String, String) {
    (words.to_owned(), tags.to_owned())
}

fn take_over(state: &mut AppState) {
    let n_ids = u8::try_from(state.agreeing.n_ids()).unwrap();
    let ids = (0..n_ids).map(|n| id(200 + n)).collect();
    let now = Timestamp(99);
    act(state, AgreementAction::TakeOver { ids, now });
}

#[test]
fn disagreements_stand_in_reading_order_with_what_they_are() {
    let state = two_people();
    assert_eq!(
        kinds(&state.agreeing),
        [
            DisagreementKind::Tags,
            DisagreementKind::Boundaries,
            DisagreementKind::Missing
        ]
    );
    assert_eq!(state.agreeing.progress(), (0, 3));
    let matched = state.agreeing.matched.as_ref().unwrap();
    let claims = &matched.parts[0];
    assert_eq!(claims.agreement.agreed.len(), 1);
    assert_eq!(claims.agreement.all.n_marks, [3, 4]);
    assert!(claims.agreement.all.alpha.unwrap() > 0.0);
    let quotes = &matched.parts[1];
    assert_eq!(quotes.agreement.all.alpha, Err(NoAlpha::NoVariation));
}

#[test]
fn what_only_the_engine_suggests_and_what_is_rejected_is_nobodys_mark() {
    let words = "The fare rose by 9 percent";
    let suggested = quote(1, words, QuoteKind::Indirect, Status::Suggested);
    let rejected = quote(1, words, QuoteKind::Indirect, Status::Rejected);
    for mine in [suggested, rejected] {
        let accepted = quote(1, words, QuoteKind::Indirect, Status::Accepted);
        let state = comparing(
            vec![mine],
            vec![
                colleague("Ana", vec![accepted.clone()]),
                colleague("Ben", vec![accepted]),
            ],
        );
        let matched = state.agreeing.matched.as_ref().unwrap();
        // Whoever marked nothing is not compared, unless they say so.
        assert_eq!(matched.sides.len(), 2);
        assert_eq!(matched.parts[1].agreement.agreed.len(), 1);
    }
}

#[test]
fn the_person_at_the_page_is_compared_or_not_as_they_wish() {
    let mut state = two_people();
    act(&mut state, AgreementAction::WithMe(false));
    // One person alone cannot agree with anybody.
    assert_eq!(state.agreeing.working, None);
    assert_eq!(state.agreeing.matched, None);
    act(&mut state, AgreementAction::WithMe(true));
    compare(&mut state);
    assert_eq!(state.agreeing.progress(), (0, 3));
}

#[test]
fn a_claim_is_no_answer_to_a_quote_of_the_same_words() {
    let words = "The fare rose by 9 percent";
    let state = comparing(
        vec![claim(1, words, "quantity")],
        vec![colleague(
            "Ben",
            vec![quote(11, words, QuoteKind::Indirect, Status::Accepted)],
        )],
    );
    assert_eq!(kinds(&state.agreeing), [DisagreementKind::Missing; 2]);
}

#[test]
fn quotes_of_the_same_words_differ_by_their_kind() {
    let words = "The fare rose by 9 percent";
    let made = |n, kind| vec![quote(n, words, kind, Status::Accepted)];
    let mut state = comparing(
        made(1, QuoteKind::Indirect),
        vec![colleague("Ben", made(1, QuoteKind::Mixed))],
    );
    assert_eq!(kinds(&state.agreeing), [DisagreementKind::Tags]);
    act(&mut state, AgreementAction::Take(None, 1));
    take_over(&mut state);
    let (quote, body) = document(&state).annotations.quotes().next().unwrap();
    assert_eq!((body.kind, &quote.id), (QuoteKind::Mixed, &id(1)));
    assert_eq!(document(&state).annotations.len(), 1);
}

#[test]
fn an_answer_to_a_comparison_that_is_no_longer_wanted_is_dropped() {
    let mut state = reading(vec![claim(1, "Nobody knew why", "fact")]);
    let colleagues = vec![colleague("Ben", vec![claim(2, "Nobody", "fact")])];
    let problems = Vec::new();
    act(
        &mut state,
        AgreementAction::Joined {
            colleagues,
            problems,
        },
    );
    let late = (state.agreeing.working.unwrap(), Rc::new(matched(&state)));
    act(&mut state, AgreementAction::Compare(Scope::Quotes));
    act(&mut state, AgreementAction::Compared(late.0, late.1));
    assert_eq!(state.agreeing.matched, None);
    compare(&mut state);
    assert_eq!(state.agreeing.progress(), (0, 0));
}

#[test]
fn a_digit_decides_and_goes_on_to_what_is_open_and_a_click_stays() {
    let mut state = two_people();
    act(&mut state, AgreementAction::Take(None, 1));
    assert_eq!(state.agreeing.pick(0), Some(&Pick::Take(1)));
    assert_eq!(state.agreeing.current, 1);
    act(&mut state, AgreementAction::Nothing(Some(2)));
    assert_eq!(state.agreeing.current, 2);
    // The only one that is still open comes before it.
    act(&mut state, AgreementAction::Take(None, 0));
    assert_eq!(state.agreeing.pick(2), Some(&Pick::Take(0)));
    assert_eq!(state.agreeing.current, 1);
    assert_eq!(state.agreeing.progress(), (2, 3));
    // There is nobody of that number.
    act(&mut state, AgreementAction::Take(None, 8));
    assert_eq!(state.agreeing.progress(), (2, 3));
}

#[test]
fn every_decision_is_undone_and_made_again_where_it_was_made() {
    let mut state = two_people();
    let mut seen = vec![state.agreeing.clone()];
    for action in [
        AgreementAction::Take(None, 0),
        AgreementAction::Nothing(None),
        AgreementAction::Take(Some(0), 1),
        AgreementAction::Nothing(Some(2)),
    ] {
        act(&mut state, action);
        seen.push(state.agreeing.clone());
    }
    let picks = |agreeing: &Agreeing| [0, 1, 2].map(|nth| agreeing.pick(nth).cloned());
    for before in seen.iter().rev().skip(1) {
        act(&mut state, AgreementAction::Undo);
        assert_eq!(picks(&state.agreeing), picks(before));
    }
    assert!(!state.agreeing.can_undo());
    for after in &seen[1..] {
        act(&mut state, AgreementAction::Redo);
        assert_eq!(picks(&state.agreeing), picks(after));
    }
    assert_eq!(state.agreeing.current, 2);
    assert!(!state.agreeing.can_redo());
}

#[test]
fn decisions_are_known_again_when_everything_is_compared_once_more() {
    let mut state = two_people();
    act(&mut state, AgreementAction::Take(Some(1), 1));
    act(&mut state, AgreementAction::Compare(Scope::Claims));
    compare(&mut state);
    assert_eq!(state.agreeing.pick(1), Some(&Pick::Take(1)));
    // A claim of one's own more, before it: the others move on by one.
    let stamp = hearsay::state::Stamp {
        now: Timestamp(7),
        id: id(50),
    };
    state.apply(Action::SelectWords(Some(span("Ruiz"))));
    state.apply(Action::Tag {
        tag: TagId("fact".to_owned()),
        stamp,
    });
    act(&mut state, AgreementAction::Again { must: false });
    compare(&mut state);
    assert_eq!(state.agreeing.progress(), (1, 4));
    assert_eq!(state.agreeing.pick(2), Some(&Pick::Take(1)));
    // Nothing changed since: nothing is compared.
    act(&mut state, AgreementAction::Again { must: false });
    assert_eq!(state.agreeing.working, None);
}

#[test]
fn what_was_settled_on_comes_into_the_article_as_one_step_that_is_undone_whole() {
    let mut state = two_people();
    let before = document(&state).annotations.as_ref().clone();
    act(&mut state, AgreementAction::Take(Some(0), 0));
    act(&mut state, AgreementAction::Take(Some(1), 1));
    act(&mut state, AgreementAction::Take(Some(2), 1));
    take_over(&mut state);
    assert_eq!(
        claims(&state),
        [
            pair("The fare rose by 9 percent", "quantity"),
            pair("Buses will run at night from May", "prediction"),
            pair("The mayor had promised more", "fact"),
            pair("Half of the drivers left", "quantity"),
        ]
    );
    let set = &document(&state).annotations;
    // Mine keep their identity, and nobody else's is taken.
    assert!(set.get(&id(1)).is_some() && set.get(&id(3)).is_some());
    assert!(
        [2, 11, 12, 13, 14]
            .iter()
            .all(|n| set.get(&id(*n)).is_none())
    );
    assert_eq!(state.status.view, View::Read);
    assert!(state.agreeing.taken_over);
    state.apply(Action::Undo {
        now: Timestamp(100),
    });
    assert_eq!(document(&state).annotations.as_ref(), &before);
    assert_eq!(document(&state).history.undo_label(), None);
}

#[test]
fn what_is_open_stays_as_it_is_in_the_article() {
    let mut state = two_people();
    act(&mut state, AgreementAction::Nothing(Some(0)));
    take_over(&mut state);
    assert_eq!(
        claims(&state),
        [
            pair("Buses will run at night", "prediction"),
            pair("The mayor had promised more", "fact"),
        ]
    );
    // The comparison is still that of before, until another is wanted.
    act(&mut state, AgreementAction::Again { must: false });
    assert_eq!(state.agreeing.working, None);
    act(&mut state, AgreementAction::Again { must: true });
    compare(&mut state);
    assert_eq!(state.agreeing.progress(), (0, 3));
}

#[test]
fn a_suggestion_that_others_accepted_is_accepted_and_not_doubled() {
    let words = "The fare rose by 9 percent";
    let suggested = quote(1, words, QuoteKind::Indirect, Status::Suggested);
    let accepted = quote(1, words, QuoteKind::Indirect, Status::Accepted);
    let mut state = comparing(
        vec![suggested],
        vec![
            colleague("Ana", vec![accepted.clone()]),
            colleague("Ben", vec![accepted]),
        ],
    );
    take_over(&mut state);
    let set = &document(&state).annotations;
    assert_eq!(set.len(), 1);
    assert_eq!(set.get(&id(1)).unwrap().status, Status::Accepted);
}

#[test]
fn a_suggestion_that_is_not_kept_is_rejected_so_that_it_does_not_come_back() {
    let words = "The fare rose by 9 percent";
    let accepted = quote(1, words, QuoteKind::Indirect, Status::Accepted);
    let mut state = comparing(
        vec![accepted],
        vec![colleague("Ben", vec![claim(11, words, "quantity")])],
    );
    for nth in 0..2 {
        act(&mut state, AgreementAction::Nothing(Some(nth)));
    }
    take_over(&mut state);
    let kept = document(&state).annotations.get(&id(1)).unwrap();
    assert_eq!(kept.status, Status::Rejected);
    assert_eq!(document(&state).annotations.len(), 1);
}

#[test]
fn taking_over_what_is_there_already_changes_nothing() {
    let mut state = two_people();
    let revision = document(&state).revision;
    for nth in 0..3 {
        act(&mut state, AgreementAction::Take(Some(nth), 0));
    }
    take_over(&mut state);
    assert_eq!(document(&state).revision, revision);
    assert!(!state.agreeing.taken_over);
}

#[test]
fn one_can_mark_something_of_ones_own_by_words_and_tags() {
    let mut state = two_people();
    act(&mut state, AgreementAction::Own(Some(1)));
    let words = |state: &AppState| {
        let own = state.agreeing.own.as_ref().expect("a mark of one's own");
        own.spans[0].slice(TEXT).to_owned()
    };
    assert_eq!(words(&state), "Buses will run at night");
    for (nudge, expected) in [
        (Nudge::EndLater, "Buses will run at night from"),
        (Nudge::EndLater, "Buses will run at night from May"),
        // It ends with its block.
        (Nudge::EndLater, "Buses will run at night from May"),
        (Nudge::StartLater, "will run at night from May"),
        (Nudge::StartEarlier, "Buses will run at night from May"),
        (
            Nudge::StartEarlier,
            "said. Buses will run at night from May",
        ),
        (Nudge::EndEarlier, "said. Buses will run at night from"),
    ] {
        act(&mut state, AgreementAction::Nudge(nudge));
        assert_eq!(words(&state), expected);
    }
    for tag in ["fact", "prediction", "cause", "cause"] {
        act(&mut state, AgreementAction::OwnTag(tag.to_owned()));
    }
    act(&mut state, AgreementAction::EndOwn { keep: true });
    assert_eq!(state.agreeing.own, None);
    take_over(&mut state);
    let own = pair("said. Buses will run at night from", "fact");
    assert!(claims(&state).contains(&own), "{:?}", claims(&state));
}

#[test]
fn a_mark_of_ones_own_never_becomes_empty() {
    let mut state = two_people();
    act(&mut state, AgreementAction::Own(Some(0)));
    for nudge in [Nudge::StartLater, Nudge::EndEarlier] {
        for _ in 0..20 {
            act(&mut state, AgreementAction::Nudge(nudge));
        }
        let own = state.agreeing.own.as_ref().unwrap();
        assert!(!own.spans[0].is_empty());
    }
    act(&mut state, AgreementAction::EndOwn { keep: false });
    assert_eq!(state.agreeing.pick(0), None);
}

#[test]
fn what_is_filtered_out_is_passed_over() {
    let mut state = two_people();
    let tag = Some("quantity".to_owned());
    act(&mut state, AgreementAction::OnlyTag(tag));
    assert_eq!(state.agreeing.shown(), [0, 2]);
    act(&mut state, AgreementAction::Next { back: false });
    assert_eq!(state.agreeing.current, 2);
    act(&mut state, AgreementAction::Next { back: false });
    assert_eq!(state.agreeing.current, 2);
    act(&mut state, AgreementAction::Next { back: true });
    assert_eq!(state.agreeing.current, 0);
    act(&mut state, AgreementAction::OnlyTag(None));
    let kind = Some(DisagreementKind::Boundaries);
    act(&mut state, AgreementAction::OnlyKind(kind));
    assert_eq!(state.agreeing.shown(), [1]);
    act(&mut state, AgreementAction::Next { back: false });
    assert_eq!(state.agreeing.current, 1);
}

#[test]
fn people_are_renamed_and_leave_and_nobody_is_called_nothing() {
    let mut state = two_people();
    act(
        &mut state,
        AgreementAction::Rename(1, " Benedict ".to_owned()),
    );
    act(&mut state, AgreementAction::Rename(1, "  ".to_owned()));
    assert_eq!(state.agreeing.name(1), Some("Benedict"));
    assert_eq!(state.agreeing.name(0), None);
    act(&mut state, AgreementAction::Leave(1));
    assert!(state.agreeing.colleagues.is_empty());
    assert_eq!(state.agreeing.matched, None);
}

#[test]
fn files_that_are_not_taken_in_change_nothing_and_are_named() {
    let mut state = two_people();
    let problems = vec!["“notes.txt” was not taken in.".to_owned()];
    act(
        &mut state,
        AgreementAction::Joined {
            colleagues: Vec::new(),
            problems: problems.clone(),
        },
    );
    assert_eq!(state.agreeing.problems, problems);
    assert_eq!(state.agreeing.working, None);
    assert_eq!(state.agreeing.progress(), (0, 3));
}

#[test]
fn annotators_are_those_of_one_article() {
    let mut state = two_people();
    let request = RequestId(2);
    state.apply(Action::OpenRequested {
        request,
        what: "pasted text".to_owned(),
    });
    let other = Document::new(Article::verbatim("Another text."), Timestamp(1));
    state.apply(Action::Opened {
        request,
        document: Box::new(other),
        analysing: false,
        stored: false,
        remark: None,
    });
    act(&mut state, AgreementAction::Again { must: false });
    assert!(state.agreeing.colleagues.is_empty());
    assert_eq!(state.agreeing.of.as_ref(), Some(&document(&state).id));
}

#[test]
fn the_outcome_of_three_travels_as_a_file_and_comes_back_the_same() {
    let words = "The fare rose by 9 percent";
    let mut state = comparing(
        vec![claim(1, words, "quantity")],
        vec![
            colleague(
                "Ana",
                vec![
                    claim(11, words, "quantity"),
                    claim(12, "Nobody knew why", "fact"),
                ],
            ),
            colleague(
                "Ben",
                vec![
                    claim(21, words, "quantity"),
                    claim(22, "Nobody knew", "fact"),
                ],
            ),
        ],
    );
    assert_eq!(kinds(&state.agreeing), [DisagreementKind::Several]);
    act(&mut state, AgreementAction::Take(None, 2));
    let ids: Vec<_> = (200..210).map(id).collect();
    let set = &document(&state).annotations;
    let settled = state.agreeing.settled(set, &ids, Timestamp(9));
    assert_eq!(settled.n_open, 0);
    let mut out = set.without_annotations();
    out.extend(settled.annotations).unwrap();
    let article = &document(&state).article;
    let json = w3c::export(article, &out, &w3c::ExportOptions::default());
    let back = w3c::import(&json, article, &set.without_annotations()).unwrap();
    let found: Vec<_> = back
        .added
        .iter()
        .map(|one| one.target[0].slice(TEXT))
        .collect();
    assert_eq!(found.len(), 2);
    assert!(found.contains(&words) && found.contains(&"Nobody knew"));
}
