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
    Action, AppState, Document, Filter, Find, FindAction, FocusOrigin, FoldedText, MapColour, Only,
    Overview, Run, Scale, SeeingAction, Share, Shown, Slice, Standing, Stretch, article_map,
    highlights, quotes_by_speaker, shown_claims, suggested_claims, word_starts,
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

fn hits(state: &AppState) -> Vec<&'static str> {
    let find = state.seeing.find.as_ref().expect("an open bar");
    find.hits.iter().map(|hit| hit.slice(TEXT)).collect()
}

fn at(state: &AppState) -> Option<Span> {
    state.seeing.find.as_ref().and_then(Find::hit)
}

fn find(state: &mut AppState, action: FindAction) {
    state.apply(Action::Seeing(SeeingAction::Find(action)));
}

fn seeking(words: &str) -> AppState {
    let mut state = state();
    find(&mut state, FindAction::Open { near: 0 });
    find(&mut state, FindAction::Query(words.to_owned()));
    state
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    assert_eq!(hits(&seeking("PORT")), ["port"]);
    assert_eq!(hits(&seeking("  the   road ")), ["the road"]);
    assert_eq!(hits(&seeking("")), [""; 0]);
    assert_eq!(hits(&seeking("nowhere")), [""; 0]);
    let text = "Zoë met Zoe\u{308} in the cafe\u{301}\nbar, at 1\u{a0}000 Łódź.";
    let folded = FoldedText::new(text);
    for (sought, expected) in [
        ("zoe", vec!["Zoë", "Zoe\u{308}"]),
        ("café bar", vec!["cafe\u{301}\nbar"]),
        ("1 000 lodz", vec!["1\u{a0}000 Łódź"]),
        ("e\u{301}", vec!["ë", "e", "e\u{308}", "e", "e\u{301}"]),
    ] {
        let found = folded.find(text, sought, false);
        let found: Vec<_> = found.iter().map(|hit| hit.slice(text)).collect();
        // Met, the: a letter inside of words counts.
        assert_eq!(found, expected, "{sought}");
    }
}

#[test]
fn words_far_into_a_long_text_are_found_where_they_are() {
    let text = ["Ünter den Lînden. ".repeat(500).as_str(), "The end."].concat();
    let folded = FoldedText::new(&text);
    let found = folded.find(&text, "the end", false);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].slice(&text), "The end");
    assert_eq!(folded.find(&text, "linden", false).len(), 500);
}

#[test]
fn whole_words_are_not_found_inside_of_longer_ones() {
    let mut state = seeking("ship");
    assert_eq!(hits(&state), ["ship"]);
    find(&mut state, FindAction::WholeWords(true));
    assert_eq!(hits(&state), [""; 0]);
    find(&mut state, FindAction::Query("ships".to_owned()));
    assert_eq!(hits(&state), ["ships"]);
}

#[test]
fn the_way_goes_from_place_to_place_and_round() {
    let mut state = seeking("of");
    let n = hits(&state).len();
    assert_eq!(n, 2);
    let first = at(&state);
    find(&mut state, FindAction::Step { back: false });
    assert_ne!(at(&state), first);
    find(&mut state, FindAction::Step { back: false });
    assert_eq!(at(&state), first);
    find(&mut state, FindAction::Step { back: true });
    assert_ne!(at(&state), first);
}

#[test]
fn the_search_begins_where_the_reader_is() {
    let mut state = state();
    let near = span("Unemployment").start;
    find(&mut state, FindAction::Open { near });
    find(&mut state, FindAction::Query("the".to_owned()));
    assert_eq!(
        at(&state).map(|hit| hit.start),
        Some(span("the highest").start)
    );
    // Nothing further down: from the top.
    find(&mut state, FindAction::Query("port".to_owned()));
    assert_eq!(at(&state), Some(span("port")));
}

#[test]
fn what_one_speaker_said_is_searched_alone() {
    let mut state = seeking("the");
    assert!(hits(&state).len() > 2);
    find(&mut state, FindAction::By(Some("Owen Tarn".to_owned())));
    assert_eq!(hits(&state), ["The", "the"]);
    find(&mut state, FindAction::By(None));
    assert!(hits(&state).len() > 2);
}

#[test]
fn what_was_found_is_chosen_when_the_bar_goes() {
    let mut state = seeking("ships");
    find(&mut state, FindAction::Close);
    assert_eq!(state.seeing.find, None);
    assert_eq!(state.selection.words, Some(span("ships")));
    assert!(state.selection.words_by_keyboard);
}

fn overview(state: &AppState) -> Overview {
    let words = word_starts(&open(state).article);
    Overview::of(open(state), &state.settings, &words)
}

fn shares(shares: &[Share]) -> Vec<(String, usize, usize)> {
    let name = |only: &Only| match only {
        Only::Speaker(speaker) => speaker.clone().unwrap_or_else(|| "?".to_owned()),
        Only::Kind(kind) => kind.name().to_owned(),
        Only::Tag(tag) => tag.0.clone(),
        Only::Standing(standing) => format!("{standing:?}"),
        Only::Verdict(verdict) => format!("{verdict:?}"),
    };
    let share = |share: &Share| (name(&share.of), share.words, share.n);
    shares.iter().map(share).collect()
}

fn told(rows: &[(&str, usize, usize)]) -> Vec<(String, usize, usize)> {
    rows.iter()
        .map(|(name, words, n)| ((*name).to_owned(), *words, *n))
        .collect()
}

#[test]
fn shares_tell_who_has_how_many_words() {
    let overview = overview(&state());
    assert_eq!(
        shares(&overview.speakers),
        told(&[("Mara Quill", 15, 2), ("Owen Tarn", 9, 1), ("?", 5, 1)])
    );
    assert_eq!(
        shares(&overview.kinds),
        told(&[("direct", 16, 2), ("indirect", 13, 2), ("mixed", 0, 0)])
    );
    assert_eq!((overview.n_quoted, overview.n_quotes), (29, 4));
    assert_eq!((overview.n_claims, overview.n_suggested), (2, 1));
    assert_eq!(
        shares(&overview.tags),
        told(&[
            ("quantity", 0, 1),
            ("law-or-rule", 0, 1),
            ("prediction", 0, 1)
        ])
    );
}

#[test]
fn a_word_counts_once_for_the_innermost_quote_it_lies_in() {
    let mut state = state();
    let inner = [
        quote(
            "inner",
            "two of every five",
            Some("The harbour master"),
            QuoteKind::Direct,
            0.9,
        ),
        quote(
            "across",
            "five ships,” she said",
            Some("Owen Tarn"),
            QuoteKind::Mixed,
            0.9,
        ),
    ];
    let mut document = open(&state).clone();
    Rc::make_mut(&mut document.annotations)
        .extend(inner)
        .expect("new ones");
    state.document = Slice::new(Some(document));
    let overview = overview(&state);
    // Of “We lost two of every five ships” three words are left; “five” is the later one's.
    assert_eq!(
        shares(&overview.speakers),
        told(&[
            ("Owen Tarn", 13, 2),
            ("Mara Quill", 10, 2),
            ("The harbour master", 3, 1),
            ("?", 5, 1)
        ])
    );
    let sum: usize = overview.speakers.iter().map(|share| share.words).sum();
    assert_eq!(sum, overview.n_quoted);
}

#[test]
fn a_chart_shows_what_else_there_is_while_the_others_follow_the_filter() {
    let overview = overview(&with([speaker("Owen Tarn")]));
    assert_eq!(overview.speakers.len(), 3, "the others can still be chosen");
    assert_eq!(
        shares(&overview.kinds),
        told(&[("direct", 9, 1), ("indirect", 0, 0), ("mixed", 0, 0)])
    );
    assert_eq!((overview.n_quoted, overview.n_claims), (9, 1));
}

#[test]
fn standings_and_verdicts_are_counted_with_what_was_rejected() {
    let mut state = state();
    state.apply(Action::Reject {
        id: id("nobody"),
        now: Timestamp(2),
    });
    let overview = overview(&state);
    assert_eq!(
        shares(&overview.standings),
        told(&[
            ("Suggested", 0, 4),
            ("Accepted", 0, 2),
            ("Rejected", 0, 1),
            ("Check(ToDo)", 0, 1),
            ("Check(Done)", 0, 1)
        ])
    );
    assert_eq!(
        shares(&overview.verdicts),
        told(&[("Some(VerdictId(\"false\"))", 0, 1), ("None", 0, 1)])
    );
}

#[test]
fn parts_hold_all_words_and_claims_of_the_article() {
    let overview = overview(&state());
    let sum = |of: fn(&Stretch) -> usize| overview.parts.iter().map(of).sum::<usize>();
    assert_eq!(sum(|part| part.words), overview.n_words);
    assert_eq!(sum(|part| part.quoted), overview.n_quoted);
    assert_eq!(sum(|part| part.claims), overview.n_claims);
    assert_eq!(overview.parts[0].start, 0);
    assert!(
        overview
            .parts
            .is_sorted_by(|one, other| one.start < other.start)
    );
    let last = &overview.parts[overview.parts.len() - 1];
    assert_eq!(last.quoted, 0, "nobody says the last words");
}

#[test]
fn what_hangs_on_by_an_apostrophe_is_no_word_of_its_own() {
    let words = |text: &str| word_starts(&Article::verbatim(text)).len();
    assert_eq!(words("She doesn’t know Ruiz's well-known ferry, no."), 7);
    assert_eq!(words("今日は"), 3);
    assert_eq!(words("– … —"), 0);
}

#[test]
fn an_article_without_words_has_an_overview() {
    let document = Document::new(Article::verbatim(""), Timestamp(1));
    let overview = Overview::of(&document, &Default::default(), &[]);
    assert_eq!(overview.parts, []);
    assert_eq!(
        article_map(
            &document,
            &Default::default(),
            &Scale::of(&document.article)
        ),
        []
    );
}

#[test]
fn the_map_shows_what_is_shown_and_follows_the_filters() {
    let of = |state: &AppState| {
        let scale = Scale::of(&open(state).article);
        let bands = article_map(open(state), &state.settings, &scale);
        bands.into_iter().map(|band| band.of).collect::<Vec<_>>()
    };
    let by = |name: &str| MapColour::Speaker(Some(name.to_owned()));
    assert_eq!(
        of(&state()),
        [
            MapColour::Speaker(None),
            by("Mara Quill"),
            by("Owen Tarn"),
            MapColour::Suggested,
            MapColour::Tag(Some(1)),
            MapColour::Tag(Some(4)),
        ]
    );
    assert_eq!(
        of(&with([speaker("Owen Tarn")])),
        [by("Owen Tarn"), MapColour::Tag(Some(1))]
    );
}

#[test]
fn a_place_on_the_map_leads_to_the_words_that_are_there() {
    let article = open(&state()).article.clone();
    let scale = Scale::of(&article);
    assert_eq!(scale.byte(0.0), 0);
    assert_eq!(scale.byte(7.0) as usize, TEXT.len());
    for words in ["The port", "two of every five", "Owen Tarn", "since 1985"] {
        let at = span(words).start;
        assert!(scale.byte(scale.place(at)).abs_diff(at) <= 1, "{words}");
    }
    assert!(scale.place(span("Owen Tarn").start) < scale.place(span("Unemployment").start));
}

#[test]
fn ten_thousand_annotations_are_drawn_with_few_shapes() {
    let text = "One says this. Another says that. ".repeat(5_000);
    let annotations = (0..10_000u32).map(|n| {
        let mut quote = quote(
            &n.to_string(),
            "The port",
            Some(&(n % 50).to_string()),
            QuoteKind::Direct,
            0.9,
        );
        quote.target = vec![Span::new(n * 17, n * 17 + 12)];
        quote
    });
    let mut document = Document::new(Article::verbatim(text), Timestamp(1));
    document.annotations = Rc::new(AnnotationSet::from_annotations(annotations).expect("a set"));
    let bands = article_map(
        &document,
        &Default::default(),
        &Scale::of(&document.article),
    );
    let shapes: usize = bands
        .iter()
        .map(|band| band.path.matches('M').count())
        .sum();
    assert!((1..=400).contains(&shapes), "{shapes} shapes");
}
