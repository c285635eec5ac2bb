//! What of an article is seen: filters, find, the map, the charts.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use std::rc::Rc;

use hearsay::state::{
    Action, AppState, Document, Filter, FocusOrigin, Only, Run, SeeingAction, Shown, Slice,
    Standing, highlights, quotes_by_speaker, shown_claims, suggested_claims,
};
use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, Body, ClaimBody, Origin, Progress, QuoteBody, Status,
    TagId, Timestamp, VerdictId,
};
use hearsay_text::{Article, QuoteKind, Span};

const TEXT: &str = "The port lost 40 percent of its trade, Mara Quill said. “We lost two of every five ships,” she said.\n\n\
“The council spent 3 million dollars on the road,” said Owen Tarn. He hopes for a better year.\n\n\
Unemployment rose to 9 percent, the highest rate since 1985.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::from_range(start..start + words.len())
}

fn id(name: &str) -> AnnotationId {
    AnnotationId(name.to_owned())
}

fn tag(name: &str) -> TagId {
    TagId(name.to_owned())
}

fn annotation(name: &str, words: &str, body: Body, status: Status) -> Annotation {
    Annotation {
        id: id(name),
        target: vec![span(words)],
        body,
        origin: Origin::Engine,
        status,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

fn quote(name: &str, words: &str, speaker: Option<&str>, kind: QuoteKind, sure: f32) -> Annotation {
    let body = Body::Quote(QuoteBody {
        kind,
        reports: Default::default(),
        modality: Default::default(),
        cue: Vec::new(),
        source: Vec::new(),
        speaker: speaker.map(str::to_owned),
        evidence: None,
        evidence_at: Vec::new(),
        tags: Vec::new(),
        confidence: Some(sure),
    });
    annotation(name, words, body, Status::Suggested)
}

fn claim(
    name: &str,
    words: &str,
    status: Status,
    change: impl FnOnce(&mut ClaimBody),
) -> Annotation {
    let mut body = ClaimBody::tagged(tag("quantity"));
    body.check_worthiness = Some(0.8);
    change(&mut body);
    annotation(name, words, Body::Claim(body), status)
}

/// Two quotes of Quill's, one direct; one of Tarn's with a checked claim in it; one of nobody known; a claim in bare words and
/// a suggested one in Quill's first quote.
fn state() -> AppState {
    let annotations = [
        quote(
            "quill-1",
            "The port lost 40 percent of its trade",
            Some("Mara Quill"),
            QuoteKind::Indirect,
            0.6,
        ),
        claim("suggested", "lost 40 percent", Status::Suggested, |_| {}),
        quote(
            "quill-2",
            "We lost two of every five ships",
            Some("Mara Quill"),
            QuoteKind::Direct,
            0.9,
        ),
        quote(
            "tarn",
            "The council spent 3 million dollars on the road",
            Some("Owen Tarn"),
            QuoteKind::Direct,
            0.95,
        ),
        claim(
            "checked",
            "spent 3 million dollars",
            Status::Accepted,
            |claim| {
                claim.verdict = Some(VerdictId("false".to_owned()));
                claim.progress = Progress::Done;
            },
        ),
        quote(
            "nobody",
            "hopes for a better year",
            None,
            QuoteKind::Indirect,
            0.5,
        ),
        claim(
            "bare",
            "Unemployment rose to 9 percent",
            Status::Accepted,
            |claim| {
                claim.tags = vec![tag("prediction"), tag("law-or-rule")];
            },
        ),
    ];
    let mut document = Document::new(Article::verbatim(TEXT), Timestamp(1));
    document.annotations = Rc::new(AnnotationSet::from_annotations(annotations).expect("a set"));
    AppState {
        document: Slice::new(Some(document)),
        ..AppState::default()
    }
}

fn with(asked: impl IntoIterator<Item = Only>) -> AppState {
    let mut state = state();
    for only in asked {
        state.apply(Action::Seeing(SeeingAction::Toggle(only)));
    }
    state
}

fn open(state: &AppState) -> &Document {
    state.document.as_ref().expect("an open article")
}

/// Names of what is highlighted in the article, and of what the lists hold; they must agree.
fn seen(state: &AppState) -> Vec<String> {
    fn collect(runs: &[Run], ids: &mut Vec<String>) {
        for run in runs {
            match run {
                Run::Mark {
                    annotation,
                    children,
                } => {
                    ids.push(annotation.0.clone());
                    collect(children, ids);
                }
                Run::Inline { children, .. } | Run::Part { children, .. } => collect(children, ids),
                Run::Text(_) => {}
            }
        }
    }
    let document = open(state);
    let mut marked = Vec::new();
    for block in highlights(document, &state.settings, None) {
        collect(&block.runs, &mut marked);
    }
    marked.sort();
    marked.dedup();
    let quotes = quotes_by_speaker(document, &state.settings);
    let quotes = quotes
        .iter()
        .flat_map(|group| &group.quotes)
        .map(|quote| &quote.id);
    let claims = shown_claims(document, &state.settings);
    let suggested = suggested_claims(document, &state.settings);
    let listed = quotes
        .chain(claims.iter().map(|claim| &claim.id))
        .chain(suggested.iter().map(|suggestion| &suggestion.claim.id));
    let mut listed: Vec<_> = listed.map(|id| id.0.clone()).collect();
    listed.sort();
    assert_eq!(marked, listed, "the lists hold what the article shows");
    marked
}

fn speaker(name: &str) -> Only {
    Only::Speaker(Some(name.to_owned()))
}

#[test]
fn without_filters_everything_is_seen() {
    let all = [
        "bare",
        "checked",
        "nobody",
        "quill-1",
        "quill-2",
        "suggested",
        "tarn",
    ];
    assert_eq!(seen(&state()), all);
    assert_eq!(
        Shown::new(open(&state()), &state().settings).n_filtered(),
        0
    );
}

#[test]
fn a_speaker_is_seen_with_the_claims_in_what_they_said() {
    assert_eq!(
        seen(&with([speaker("Mara Quill")])),
        ["quill-1", "quill-2", "suggested"]
    );
    assert_eq!(seen(&with([speaker("Owen Tarn")])), ["checked", "tarn"]);
    assert_eq!(seen(&with([Only::Speaker(None)])), ["nobody"]);
}

#[test]
fn several_of_one_thing_widen_and_different_things_narrow() {
    let both = with([speaker("Mara Quill"), speaker("Owen Tarn")]);
    assert_eq!(
        seen(&both),
        ["checked", "quill-1", "quill-2", "suggested", "tarn"]
    );
    let direct = with([
        speaker("Mara Quill"),
        Only::Kind(QuoteKind::Direct),
        speaker("Owen Tarn"),
    ]);
    assert_eq!(seen(&direct), ["checked", "quill-2", "tarn"]);
    let claims = with([speaker("Owen Tarn"), Only::Tag(tag("quantity"))]);
    assert_eq!(seen(&claims), ["checked"]);
}

#[test]
fn tags_decisions_progress_and_verdicts_are_asked_for() {
    for (only, expected) in [
        (Only::Tag(tag("law-or-rule")), vec!["bare"]),
        (Only::Standing(Standing::Accepted), vec!["bare", "checked"]),
        (
            Only::Standing(Standing::Suggested),
            vec!["nobody", "quill-1", "quill-2", "suggested", "tarn"],
        ),
        (
            Only::Standing(Standing::Check(Progress::Done)),
            vec!["checked"],
        ),
        (
            Only::Standing(Standing::Check(Progress::ToDo)),
            vec!["bare"],
        ),
        (
            Only::Verdict(Some(VerdictId("false".to_owned()))),
            vec!["checked"],
        ),
        (Only::Verdict(None), vec!["bare"]),
    ] {
        assert_eq!(seen(&with([only.clone()])), expected, "{only:?}");
    }
}

#[test]
fn confidence_is_asked_for_from_and_to_and_one_end_pushes_the_other() {
    let mut state = state();
    let ask = |from, to| Action::Seeing(SeeingAction::Confidence { from, to });
    state.apply(ask(0, 60));
    assert_eq!(seen(&state), ["nobody", "quill-1"]);
    state.apply(ask(90, 60));
    assert_eq!(
        (state.settings.filters.from, state.settings.filters.to),
        (90, 90)
    );
    assert_eq!(seen(&state), ["quill-2"]);
    state.apply(ask(90, 20));
    assert_eq!(
        (state.settings.filters.from, state.settings.filters.to),
        (20, 20)
    );
    state.apply(ask(20, 200));
    assert_eq!(
        (state.settings.filters.from, state.settings.filters.to),
        (20, 100)
    );
}

#[test]
fn what_filters_hide_is_counted_apart_from_what_the_settings_hide() {
    let mut state = with([speaker("Owen Tarn")]);
    state.apply(Action::Filter(Filter::Threshold(55)));
    let hidden = |state: &AppState| {
        let shown = Shown::new(open(state), &state.settings);
        (shown.n_filtered(), shown.hidden().unsure)
    };
    // Of the seven, two are Tarn's and one is unsure.
    assert_eq!(hidden(&state), (4, 0));
    state.apply(Action::Seeing(SeeingAction::ShowEverything));
    assert_eq!(hidden(&state), (0, 1));
}

#[test]
fn what_was_rejected_is_seen_when_it_is_asked_for_and_not_otherwise() {
    let mut state = state();
    state.apply(Action::Reject {
        id: id("tarn"),
        now: Timestamp(2),
    });
    assert!(!seen(&state).contains(&"tarn".to_owned()));
    state.apply(Action::Seeing(SeeingAction::Toggle(Only::Standing(
        Standing::Rejected,
    ))));
    assert_eq!(seen(&state), ["tarn"]);
}

#[test]
fn what_is_asked_for_twice_is_asked_for_no_longer() {
    let state = with([speaker("Owen Tarn"), speaker("Owen Tarn")]);
    assert!(state.settings.filters.is_empty());
}

#[test]
fn a_claim_keeps_its_speaker_when_the_quote_around_it_is_filtered_out() {
    let state = with([Only::Tag(tag("quantity"))]);
    let suggested = suggested_claims(open(&state), &state.settings);
    assert_eq!(suggested[0].claim.speaker.as_deref(), Some("Mara Quill"));
}

#[test]
fn keys_pass_over_what_is_filtered_out_and_the_focus_leaves_it() {
    let mut state = state();
    state.apply(Action::Focus(Some(id("quill-2")), FocusOrigin::Panel));
    state.apply(Action::Seeing(SeeingAction::Toggle(speaker("Owen Tarn"))));
    assert_eq!(state.selection.focused, None);
    state.apply(Action::FocusNext {
        back: false,
        suggested: false,
    });
    assert_eq!(state.selection.focused, Some(id("tarn")));
}

#[test]
fn another_article_is_seen_whole_and_the_same_as_it_was() {
    use hearsay::state::RequestId;
    let mut state = with([speaker("Owen Tarn")]);
    let opened = |state: &mut AppState, document: Document| {
        let request = RequestId(7);
        state.apply(Action::OpenRequested {
            request,
            what: String::new(),
        });
        state.apply(Action::Opened {
            request,
            document: Box::new(document),
            analysing: false,
            stored: true,
            remark: None,
        });
    };
    let same = open(&state).clone();
    opened(&mut state, same);
    assert_eq!(seen(&state), ["checked", "tarn"]);
    opened(
        &mut state,
        Document::new(Article::verbatim("Other words."), Timestamp(3)),
    );
    assert!(state.settings.filters.is_empty());
}

#[test]
fn filters_are_not_kept_with_the_settings() {
    let state = with([speaker("Owen Tarn")]);
    assert!(!state.settings.to_line().contains("Tarn"));
}
