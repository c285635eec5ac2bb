//! Tag sets: edited as drafts, kept when saved, and changed in an article with a preview and a way back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use hearsay::state::{
    Action, AppState, ArticleId, Document, NoticeAction, NoticePlace, Others, Plan, RequestId,
    RowChange, Rows, SetChange, Stamp, TagSetAction, TagSetUndo, View, with_ids,
};
use hearsay_annotate::{
    Annotation, AnnotationId, Applies, Becomes, Body, ClaimBody, Origin, PALETTE, QuoteBody,
    Status, TagId, TagSet, Timestamp, VerdictId,
};
use hearsay_text::{Article, QuoteKind, Span};
use proptest::prelude::*;

const TEXT: &str =
    "“We won’t wait,” said Ana Ruiz.\n\nThe fare rose by 9 percent. Nobody knew why.";
const NOW: Timestamp = Timestamp(50);

fn stamp(n: u8) -> Stamp {
    Stamp {
        now: Timestamp(u64::from(n)),
        id: AnnotationId::from_random_bytes([n; 16]),
    }
}

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::from_range(start..start + words.len())
}

fn annotation(n: u8, words: &str, body: Body) -> Annotation {
    Annotation {
        id: stamp(n).id,
        target: vec![span(words)],
        body,
        origin: Origin::Person,
        status: Status::Accepted,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

fn claim(n: u8, words: &str, tags: &[&str], verdict: Option<&str>) -> Annotation {
    let body = Body::Claim(ClaimBody {
        tags: tags.iter().map(|tag| TagId((*tag).into())).collect(),
        verdict: verdict.map(|verdict| VerdictId(verdict.into())),
        ..ClaimBody::default()
    });
    annotation(n, words, body)
}

fn quote(n: u8, words: &str) -> Annotation {
    let body = Body::Quote(QuoteBody {
        kind: QuoteKind::Direct,
        reports: Default::default(),
        modality: Default::default(),
        cue: Vec::new(),
        source: Vec::new(),
        speaker: Some("Ana Ruiz".into()),
        evidence: None,
        evidence_at: Vec::new(),
        tags: Vec::new(),
        confidence: None,
    });
    annotation(n, words, body)
}

/// An article with three claims, in the set for fact-checking.
fn reading() -> AppState {
    let mut state = AppState::default();
    state.apply(Action::OpenRequested {
        request: RequestId(1),
        what: "the sample".into(),
    });
    let mut document = Document::new(Article::verbatim(TEXT), Timestamp(0));
    document.suggest(vec![
        quote(1, "We won’t wait,"),
        claim(2, "The fare rose by 9 percent", &["quantity"], Some("true")),
        claim(3, "fare rose", &["quantity", "prediction"], None),
        claim(4, "Nobody knew why", &["other-claim"], None),
    ]);
    state.apply(Action::Opened {
        request: RequestId(1),
        document: Box::new(document),
        analysing: false,
        stored: true,
        remark: None,
    });
    state
}

fn tell(state: &mut AppState, action: TagSetAction) {
    state.apply(Action::TagSets(action));
}

fn copy(state: &mut AppState, of: TagSet, name: &str, n: u8) -> String {
    tell(
        state,
        TagSetAction::Copy {
            of: Box::new(of),
            name: name.into(),
            stamp: stamp(n),
        },
    );
    state.tag_sets.open.clone().expect("the copy is looked at")
}

fn save(state: &mut AppState, id: &str) -> TagSet {
    let set = with_ids(state.tag_sets.get(id).expect("there is such a set"));
    tell(state, TagSetAction::Saved(Box::new(set.clone())));
    set
}

fn tags_of(state: &AppState, n: u8) -> Vec<String> {
    let document = state.document.as_ref().unwrap();
    match &document.annotations.get(&stamp(n).id).unwrap().body {
        Body::Claim(claim) => claim.tags.iter().map(|tag| tag.0.clone()).collect(),
        Body::Quote(quote) => quote.tags.iter().map(|tag| tag.0.clone()).collect(),
        Body::Note(_) => Vec::new(),
    }
}

fn plan(state: &AppState) -> &Plan {
    state.tag_sets.plan.as_ref().expect("there is a plan")
}

fn notice(state: &AppState) -> (String, Option<NoticeAction>) {
    let notice = state.notices.at(NoticePlace::Article).expect("a notice");
    (notice.text.clone(), notice.action.clone())
}

fn counted(ids: &[&str]) -> Others {
    Others::Counted {
        ids: ids.iter().map(|id| ArticleId((*id).into())).collect(),
        tags: vec![Becomes {
            from: TagId("quantity".into()),
            to: None,
            n_claims: 4,
            n_quotes: 1,
            n_suggested: 0,
            n_lost: 0,
        }],
        verdicts: Vec::new(),
    }
}

#[test]
fn a_copy_is_a_draft_with_an_id_of_its_own_until_it_is_saved() {
    let mut state = reading();
    let id = copy(&mut state, TagSet::fact_checking(), "Météo 2026!", 7);
    assert_eq!(id, "météo-2026-07070707");
    assert!(state.tag_sets.own.is_empty());
    let draft = state.tag_sets.draft(&id).unwrap();
    assert_eq!(draft.tags, TagSet::fact_checking().tags);
    // Whoever leaves and comes back finds it as it was left.
    state.apply(Action::Show(View::TagSets));
    state.apply(Action::Show(View::Read));
    assert!(state.tag_sets.draft(&id).is_some());
    save(&mut state, &id);
    assert_eq!(state.tag_sets.own.len(), 1);
    assert!(state.tag_sets.drafts.is_empty());
    // Nothing uses it yet, so there is nothing to change.
    assert_eq!(state.tag_sets.plan, None);
}

#[test]
fn a_set_that_is_built_in_cannot_be_changed() {
    let mut state = reading();
    tell(&mut state, TagSetAction::Open(Some("fact-checking".into())));
    tell(
        &mut state,
        TagSetAction::Change(SetChange::Name("Mine".into())),
    );
    assert!(state.tag_sets.drafts.is_empty());
}

#[test]
fn rows_are_added_changed_moved_and_removed() {
    use RowChange::{Applies as For, Color, Description, Key, Label};
    let mut set = TagSet::news_literacy();
    for change in [
        SetChange::Add(Rows::Tags),
        SetChange::Row(Rows::Tags, 10, Label("Fact".into())),
        SetChange::Row(Rows::Tags, 10, For(Applies::Quotes)),
        SetChange::Row(Rows::Tags, 10, Description("…".into())),
        SetChange::Move(Rows::Tags, 10, 0),
        SetChange::Remove(Rows::Tags, 1),
        SetChange::Row(Rows::Tags, 1, Key(None)),
        SetChange::Add(Rows::Verdicts),
        SetChange::Row(Rows::Verdicts, 4, Label("Who knows".into())),
        SetChange::Row(Rows::Verdicts, 0, Color(3)),
        SetChange::Move(Rows::Verdicts, 4, 3),
        // What does not fit changes nothing.
        SetChange::Remove(Rows::Tags, 99),
        SetChange::Move(Rows::Tags, 0, 99),
        SetChange::Row(Rows::Verdicts, 99, Color(1)),
    ] {
        change.make(&mut set);
    }
    let set = with_ids(set);
    assert_eq!(set.problems(), []);
    let tags: Vec<_> = set.tags.iter().map(|tag| tag.id.0.as_str()).collect();
    assert_eq!(tags[..3], ["fact", "opinion", "prediction"]);
    assert_eq!(set.tags.len(), 10);
    assert_eq!(
        (set.tags[0].applies, set.tags[0].key),
        (Applies::Quotes, Some('d'))
    );
    assert_eq!(set.tags[1].key, None);
    let verdicts: Vec<_> = set.verdicts.iter().map(|one| one.id.0.as_str()).collect();
    assert_eq!(
        verdicts,
        [
            "supported",
            "partly-supported",
            "not-supported",
            "who-knows",
            "cannot-tell"
        ]
    );
    assert_eq!(set.verdicts[0].color, 3);
}

#[test]
fn a_new_row_gets_an_id_that_no_other_has_and_an_old_one_keeps_its_own() {
    let mut set = TagSet::coding_frame();
    set.tags[0].label = "Renamed".into();
    for label in ["Code 2", "???", "???"] {
        SetChange::Add(Rows::Tags).make(&mut set);
        let last = set.tags.len() - 1;
        SetChange::Row(Rows::Tags, last, RowChange::Label(label.into())).make(&mut set);
    }
    let ids: Vec<_> = with_ids(set).tags.into_iter().map(|tag| tag.id.0).collect();
    assert_eq!(
        ids,
        [
            "code-1", "code-2", "code-3", "code-4", "code-5", "code-2-2", "tag", "tag-2"
        ]
    );
}

#[test]
fn what_is_discarded_can_be_had_back() {
    let mut state = reading();
    let id = copy(&mut state, TagSet::coding_frame(), "Mine", 7);
    save(&mut state, &id);
    tell(
        &mut state,
        TagSetAction::Change(SetChange::Name("Ours".into())),
    );
    let draft = state.tag_sets.draft(&id).unwrap().clone();
    tell(&mut state, TagSetAction::Discard);
    assert_eq!(state.tag_sets.get(&id).unwrap().name, "Mine");
    let (_, Some(NoticeAction::TagSets(TagSetUndo::Draft(back)))) = notice(&state) else {
        panic!("the notice has a way back");
    };
    tell(&mut state, TagSetAction::Restore(back));
    assert_eq!(state.tag_sets.draft(&id), Some(&draft));
    // Changed back by hand, it is no draft any more.
    tell(
        &mut state,
        TagSetAction::Change(SetChange::Name("Mine".into())),
    );
    assert_eq!(state.tag_sets.draft(&id), None);
}

#[test]
fn the_set_of_an_article_changes_in_one_step_that_undo_takes_back_whole() {
    let mut state = reading();
    let before = state.document.as_ref().unwrap().annotations.clone();
    let id = copy(&mut state, TagSet::fact_checking(), "Mine", 7);
    for change in [
        // Quantity is renamed, Prediction goes, Other claim is to become what was Quantity.
        SetChange::Row(Rows::Tags, 1, RowChange::Label("Numbers".into())),
        SetChange::Remove(Rows::Tags, 5),
        SetChange::Remove(Rows::Tags, 4),
    ] {
        tell(&mut state, TagSetAction::Change(change));
    }
    let mine = save(&mut state, &id);
    tell(&mut state, TagSetAction::Plan(Box::new(mine.clone())));
    let quantity = TagId("quantity".into());
    tell(
        &mut state,
        TagSetAction::MapTag(TagId("other-claim".into()), Some(quantity)),
    );
    let preview = plan(&state)
        .migration(state.document.as_ref(), NOW)
        .unwrap();
    let counts: Vec<_> = preview
        .tags
        .iter()
        .filter(|row| row.n_claims > 0)
        .map(|row| (row.from.0.as_str(), row.n_claims, row.n_lost))
        .collect();
    assert_eq!(
        counts,
        [
            ("quantity", 2, 0),
            ("prediction", 1, 1),
            ("other-claim", 1, 0)
        ]
    );
    assert_eq!(preview.n_bare, 0);
    // Nothing is done before it is said.
    assert_eq!(state.document.as_ref().unwrap().annotations, before);
    tell(
        &mut state,
        TagSetAction::Apply {
            others: Vec::new(),
            now: NOW,
        },
    );
    assert_eq!(state.tag_sets.plan, None);
    assert_eq!(state.document.as_ref().unwrap().tag_set(), &mine);
    assert_eq!(tags_of(&state, 2), ["quantity"]);
    assert_eq!(tags_of(&state, 3), ["quantity"]);
    assert_eq!(tags_of(&state, 4), ["quantity"]);
    assert_eq!(
        state
            .document
            .as_ref()
            .unwrap()
            .tag_set()
            .label(&TagId("quantity".into())),
        "Numbers"
    );
    let (text, undo) = notice(&state);
    assert_eq!(text, "This article now uses the tag set “Mine”.");
    assert_eq!(
        undo,
        Some(NoticeAction::TagSets(TagSetUndo::Changed {
            here: true,
            others: Vec::new()
        }))
    );
    tell(&mut state, TagSetAction::TakeBack { now: NOW });
    assert_eq!(state.document.as_ref().unwrap().annotations, before);
    // What was done since is not undone in its place.
    tell(&mut state, TagSetAction::TakeBack { now: NOW });
    assert_eq!(state.document.as_ref().unwrap().annotations, before);
    state.apply(Action::Redo { now: NOW });
    assert_eq!(state.document.as_ref().unwrap().tag_set(), &mine);
}

#[test]
fn a_set_in_use_that_is_saved_anew_is_offered_to_the_articles_that_use_it() {
    let mut state = reading();
    let id = copy(&mut state, TagSet::fact_checking(), "Mine", 7);
    let mine = save(&mut state, &id);
    tell(&mut state, TagSetAction::Plan(Box::new(mine)));
    tell(
        &mut state,
        TagSetAction::Apply {
            others: Vec::new(),
            now: NOW,
        },
    );
    tell(
        &mut state,
        TagSetAction::Change(SetChange::Remove(Rows::Tags, 1)),
    );
    let newer = save(&mut state, &id);
    let offered = plan(&state);
    assert!(offered.here && !offered.with_others);
    assert_eq!(offered.new, newer);
    assert_eq!(offered.others, Others::Counting);
    tell(
        &mut state,
        TagSetAction::Counted {
            old: id.clone(),
            others: counted(&["urn:uuid:1", "urn:uuid:2"]),
        },
    );
    assert!(plan(&state).with_others);
    assert_eq!(plan(&state).chosen_others().len(), 2);
    tell(&mut state, TagSetAction::WithOthers(false));
    assert_eq!(plan(&state).chosen_others(), []);
    // An answer about another set is none.
    tell(
        &mut state,
        TagSetAction::Counted {
            old: "other".into(),
            others: counted(&[]),
        },
    );
    assert!(matches!(&plan(&state).others, Others::Counted { ids, .. } if ids.len() == 2));
    tell(&mut state, TagSetAction::Cancel);
    assert_eq!(state.tag_sets.plan, None);
}

#[test]
fn a_set_that_no_article_uses_is_saved_without_asking() {
    let mut state = AppState::default();
    let id = copy(&mut state, TagSet::coding_frame(), "Mine", 7);
    save(&mut state, &id);
    tell(
        &mut state,
        TagSetAction::Change(SetChange::Name("Ours".into())),
    );
    save(&mut state, &id);
    // Other articles might; they are counted first.
    assert!(!plan(&state).here);
    tell(
        &mut state,
        TagSetAction::Counted {
            old: id,
            others: counted(&[]),
        },
    );
    assert_eq!(state.tag_sets.plan, None);
}

#[test]
fn another_set_for_this_article_leaves_the_others_alone_unless_asked() {
    let mut state = reading();
    tell(
        &mut state,
        TagSetAction::Plan(Box::new(TagSet::news_literacy())),
    );
    tell(
        &mut state,
        TagSetAction::Counted {
            old: "fact-checking".into(),
            others: counted(&["urn:uuid:1"]),
        },
    );
    assert_eq!(plan(&state).chosen_others(), []);
    tell(&mut state, TagSetAction::WithOthers(true));
    let others = plan(&state).chosen_others().to_vec();
    tell(&mut state, TagSetAction::Apply { others, now: NOW });
    assert_eq!(
        notice(&state).0,
        "This article and one other now use the tag set “News literacy in class”."
    );
    assert_eq!(tags_of(&state, 3), ["prediction"]);
    assert_eq!(tags_of(&state, 2), Vec::<String>::new());
}

#[test]
fn a_set_from_a_file_waits_for_a_decision_unless_it_is_there() {
    let mut state = AppState::default();
    let id = copy(&mut state, TagSet::coding_frame(), "Mine", 7);
    let mine = save(&mut state, &id);
    tell(&mut state, TagSetAction::Incoming(Box::new(mine.clone())));
    assert_eq!(state.tag_sets.incoming, None);
    assert!(notice(&state).0.contains("is here already"));
    let theirs = TagSet {
        name: "Theirs".into(),
        ..mine
    };
    tell(&mut state, TagSetAction::Incoming(Box::new(theirs.clone())));
    assert_eq!(state.tag_sets.incoming, Some(theirs.clone()));
    assert_eq!(state.tag_sets.kept(&id).unwrap().name, "Mine");
    tell(&mut state, TagSetAction::Refuse);
    assert_eq!(state.tag_sets.incoming, None);
    tell(&mut state, TagSetAction::Incoming(Box::new(theirs.clone())));
    tell(&mut state, TagSetAction::Saved(Box::new(theirs)));
    assert_eq!(state.tag_sets.incoming, None);
    assert_eq!(state.tag_sets.kept(&id).unwrap().name, "Theirs");
}

#[test]
fn a_deleted_set_stays_with_the_articles_that_use_it_and_can_be_had_back() {
    let mut state = reading();
    let id = copy(&mut state, TagSet::coding_frame(), "Mine", 7);
    let mine = save(&mut state, &id);
    tell(&mut state, TagSetAction::Plan(Box::new(mine.clone())));
    tell(
        &mut state,
        TagSetAction::Apply {
            others: Vec::new(),
            now: NOW,
        },
    );
    tell(&mut state, TagSetAction::Deleted(id));
    assert!(state.tag_sets.own.is_empty());
    assert_eq!(state.document.as_ref().unwrap().tag_set(), &mine);
    assert_eq!(
        notice(&state).1,
        Some(NoticeAction::TagSets(TagSetUndo::Deleted(Box::new(mine))))
    );
}

#[test]
fn what_the_engine_suggests_after_a_change_has_tags_of_the_new_set() {
    let mut state = reading();
    tell(
        &mut state,
        TagSetAction::Plan(Box::new(TagSet::news_literacy())),
    );
    tell(
        &mut state,
        TagSetAction::Apply {
            others: Vec::new(),
            now: NOW,
        },
    );
    state.apply(Action::AnalysisRequested {
        request: RequestId(2),
    });
    let suggested = |n, words, tag| Annotation {
        origin: Origin::Engine,
        status: Status::Suggested,
        ..claim(n, words, &[tag], None)
    };
    state.apply(Action::Suggested {
        request: RequestId(2),
        suggestions: vec![
            suggested(11, "said Ana Ruiz", "prediction"),
            suggested(12, "9 percent. Nobody", "quantity"),
        ],
    });
    assert_eq!(tags_of(&state, 11), ["prediction"]);
    assert_eq!(tags_of(&state, 12), Vec::<String>::new());
}

/// Colours of a style sheet, by name: for light and for dark.
fn colours(css: &str) -> Vec<(String, [f64; 2])> {
    let lines = css.lines().filter_map(|line| {
        let (name, rest) = line
            .trim()
            .strip_prefix("--")?
            .split_once(": light-dark(#")?;
        let (light, dark) = rest.strip_suffix(");")?.split_once(", #")?;
        Some((name.to_owned(), [luminance(light)?, luminance(dark)?]))
    });
    lines.collect()
}

/// Relative luminance of a colour, as the Web Content Accessibility Guidelines define it.
fn luminance(hex: &str) -> Option<f64> {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

#[test]
fn every_colour_of_the_palette_can_be_read_as_text_in_light_and_dark() {
    let grounds = colours(include_str!("../styles/tokens.css"));
    let palette = colours(include_str!("../styles/tag_sets.css"));
    assert_eq!(palette.len(), usize::from(PALETTE));
    for (nth, (name, colour)) in palette.iter().enumerate() {
        assert_eq!(*name, format!("tag-{nth}"));
        for (ground, behind) in &grounds {
            if !["paper", "raised"].contains(&ground.as_str()) {
                continue;
            }
            for (one, other) in colour.iter().zip(behind) {
                let contrast = (one.max(*other) + 0.05) / (one.min(*other) + 0.05);
                assert!(contrast >= 4.5, "{name} on {ground}: {contrast:.2}");
            }
        }
    }
}

/// A change of tag set, tags toggled and steps of the history, in any order.
fn any_act() -> impl Strategy<Value = u8> {
    0..8_u8
}

proptest! {
    #[test]
    fn any_changes_of_set_undone_whole_leave_the_article_as_it_was(acts in prop::collection::vec(any_act(), 0..12)) {
        let mut state = reading();
        let before = state.document.as_ref().unwrap().annotations.clone();
        let built_in = TagSet::built_in();
        for (nth, act) in (100_u8..).zip(acts) {
            match act {
                0..3 => {
                    tell(&mut state, TagSetAction::Plan(Box::new(built_in[usize::from(act)].clone())));
                    let dropped = TagId("prediction".into());
                    if nth % 2 == 0 {
                        tell(&mut state, TagSetAction::MapTag(dropped, None));
                    }
                    tell(&mut state, TagSetAction::Apply { others: Vec::new(), now: NOW });
                }
                3 => state.apply(Action::Undo { now: NOW }),
                4 => state.apply(Action::Redo { now: NOW }),
                n => {
                    let at = usize::from(n) % state.document.as_ref().unwrap().tag_set().tags.len();
                    let tag = state.document.as_ref().unwrap().tag_set().tags[at].id.clone();
                    state.apply(Action::SelectWords(Some(span("fare rose"))));
                    state.apply(Action::Tag { tag, stamp: stamp(nth) });
                }
            }
        }
        while state.document.as_ref().unwrap().history.undo_label().is_some() {
            state.apply(Action::Undo { now: NOW });
        }
        prop_assert_eq!(&state.document.as_ref().unwrap().annotations, &before);
    }
}
