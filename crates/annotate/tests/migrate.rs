//! Annotations follow their tag set when it changes, and come back when that is undone.
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

mod support;

use hearsay_annotate::{
    Annotation, AnnotationSet, Applies, Body, ClaimBody, Edit, Mapping, Origin, Status, Tag, TagId,
    TagSet, Timestamp, Verdict, VerdictId, apply_all, fit_suggestions, migrate,
};
use hearsay_text::Span;
use proptest::prelude::*;
use support::{annotation, any_annotated, quote};

const NOW: Timestamp = Timestamp(99);

/// A set whose tags are given as `id=Label/applies`, and whose verdicts as `id=Label`.
fn tag_set(id: &str, tags: &[&str], verdicts: &[&str]) -> TagSet {
    TagSet {
        id: id.into(),
        name: id.into(),
        description: String::new(),
        tags: tags
            .iter()
            .map(|tag| {
                let (id, label) = tag.split_once('=').unwrap();
                let (label, applies) = label.split_once('/').unwrap_or((label, "claims"));
                Tag {
                    id: TagId(id.into()),
                    label: label.into(),
                    description: String::new(),
                    key: None,
                    color: 0,
                    applies: Applies::from_name(applies).unwrap(),
                }
            })
            .collect(),
        verdicts: verdicts
            .iter()
            .map(|verdict| {
                let (id, label) = verdict.split_once('=').unwrap();
                Verdict {
                    id: VerdictId(id.into()),
                    label: label.into(),
                    description: String::new(),
                    color: 0,
                }
            })
            .collect(),
    }
}

fn tags(ids: &str) -> Vec<TagId> {
    ids.split_whitespace().map(|id| TagId(id.into())).collect()
}

/// A claim of the `nth` letter with these tags.
fn claim(nth: u64, ids: &str, verdict: Option<&str>) -> Annotation {
    let body = Body::Claim(ClaimBody {
        tags: tags(ids),
        verdict: verdict.map(|verdict| VerdictId(verdict.into())),
        reasoning: "because".into(),
        ..ClaimBody::default()
    });
    let at = u32::try_from(nth).unwrap();
    annotation(nth, &[Span::new(at, at + 1)], body)
}

/// A quote of the `nth` letter with these tags.
fn tagged_quote(nth: u64, ids: &str) -> Annotation {
    let at = u32::try_from(nth).unwrap();
    let mut annotation = annotation(nth, &[Span::new(at, at + 1)], quote("Zoë"));
    if let Body::Quote(quote) = &mut annotation.body {
        quote.tags = tags(ids);
    }
    annotation
}

fn suggested(nth: u64, ids: &str) -> Annotation {
    Annotation {
        origin: Origin::Engine,
        status: Status::Suggested,
        ..claim(nth, ids, None)
    }
}

fn set_of(tag_set: &TagSet, annotations: impl IntoIterator<Item = Annotation>) -> AnnotationSet {
    let mut set = AnnotationSet::from_annotations(annotations).unwrap();
    set.set_tag_set(tag_set.clone());
    set
}

/// The tags that each annotation has after the migration, and its verdict.
fn after(set: &AnnotationSet, new: &TagSet, mapping: &Mapping) -> Vec<String> {
    let mut set = set.clone();
    apply_all(migrate(&set, new, mapping, NOW).edits, &mut set).unwrap();
    assert_eq!(set.tag_set(), new);
    set.iter()
        .map(|annotation| {
            let (tags, verdict) = match &annotation.body {
                Body::Quote(quote) => (&quote.tags, None),
                Body::Claim(claim) => (&claim.tags, claim.verdict.as_ref()),
                Body::Note(_) => unreachable!(),
            };
            let mut words: Vec<&str> = tags.iter().map(|tag| tag.0.as_str()).collect();
            words.extend(verdict.map(|verdict| verdict.0.as_str()));
            words.join(" ")
        })
        .collect()
}

#[test]
fn tags_and_verdicts_go_by_id_then_by_label_then_nowhere() {
    let old = tag_set(
        "old",
        &["a=Apple", "b=Pear", "c=Plum"],
        &["t=True", "f=False"],
    );
    let new = tag_set("new", &["x= PEAR ", "a=Something else"], &["false=false"]);
    let mapping = Mapping::guess(&old, &new);
    let becomes = |id: &str| {
        mapping
            .tag(&TagId(id.into()))
            .unwrap()
            .map(|to| to.0.as_str())
    };
    assert_eq!(becomes("a"), Some("a"));
    assert_eq!(becomes("b"), Some("x"));
    assert_eq!(becomes("c"), None);
    assert_eq!(mapping.tag(&TagId("unheard-of".into())), None);
    let verdict = |id: &str| mapping.verdict(&VerdictId(id.into())).unwrap();
    assert_eq!(verdict("f"), Some(&VerdictId("false".into())));
    assert_eq!(verdict("t"), None);
    let set = set_of(
        &old,
        [
            claim(1, "a b", Some("f")),
            claim(2, "c", Some("t")),
            claim(3, "c unheard-of", None),
            suggested(4, "b c"),
        ],
    );
    assert_eq!(
        after(&set, &new, &mapping),
        ["a x false", "", "unheard-of", "x"]
    );
}

#[test]
fn tags_that_become_one_leave_one_in_the_place_of_the_first() {
    let old = tag_set("old", &["a=A", "b=B", "c=C"], &[]);
    let new = tag_set("new", &["c=C", "ab=A or B"], &[]);
    let one = Some(TagId("ab".into()));
    let mapping = Mapping {
        tags: vec![(TagId("a".into()), one.clone()), (TagId("b".into()), one)],
        ..Mapping::default()
    };
    let set = set_of(
        &old,
        [
            claim(1, "b c a", None),
            claim(2, "a", None),
            claim(3, "c b", None),
        ],
    );
    assert_eq!(after(&set, &new, &mapping), ["ab c", "ab", "c ab"]);
}

#[test]
fn a_tag_is_dropped_where_it_no_longer_applies() {
    let old = tag_set("old", &["a=A/both"], &[]);
    let set = set_of(&old, [claim(1, "a", None), tagged_quote(2, "a")]);
    for (applies, expected) in [
        ("claims", ["a", ""]),
        ("quotes", ["", "a"]),
        ("both", ["a", "a"]),
    ] {
        let new = tag_set("new", &[&["a=A/", applies].concat()], &[]);
        let mapping = Mapping::guess(&old, &new);
        assert_eq!(after(&set, &new, &mapping), expected, "{applies}");
        let migration = migrate(&set, &new, &mapping, NOW);
        assert_eq!(migration.n_bare, usize::from(applies != "both"));
        assert_eq!(migration.tags[0].n_lost, migration.n_bare);
    }
}

#[test]
fn the_preview_counts_what_has_a_tag_and_what_loses_it() {
    let old = tag_set("old", &["a=A/both", "b=B"], &["t=True"]);
    let new = tag_set("new", &["b=B"], &["t=True"]);
    let rejected = Annotation {
        status: Status::Rejected,
        ..claim(6, "a", None)
    };
    let set = set_of(
        &old,
        [
            claim(1, "a b", Some("t")),
            claim(2, "a", None),
            tagged_quote(3, "a"),
            tagged_quote(4, ""),
            suggested(5, "a"),
            rejected,
        ],
    );
    let migration = migrate(&set, &new, &Mapping::guess(&old, &new), NOW);
    let [a, b] = migration.tags.as_slice() else {
        unreachable!("two tags");
    };
    assert_eq!(
        (a.n_claims, a.n_quotes, a.n_suggested, a.n_lost),
        (2, 1, 1, 3)
    );
    assert_eq!(
        (b.n_claims, b.n_quotes, b.n_suggested, b.n_lost),
        (1, 0, 0, 0)
    );
    assert_eq!((&a.to, &b.to), (&None, &Some(TagId("b".into()))));
    assert_eq!(
        (migration.verdicts[0].n_claims, migration.verdicts[0].n_lost),
        (1, 0)
    );
    // The second claim and the quote; the rejected claim changes, but nobody counts on it.
    assert_eq!((migration.n_changed, migration.n_bare), (5, 2));
}

#[test]
fn a_persons_annotation_is_changed_now_and_a_suggestion_stays_one() {
    let old = tag_set("old", &["a=A"], &[]);
    let new = tag_set("new", &["b=A"], &[]);
    let mut set = set_of(&old, [claim(1, "a", None), suggested(2, "a")]);
    apply_all(
        migrate(&set, &new, &Mapping::default(), NOW).edits,
        &mut set,
    )
    .unwrap();
    let (mine, engines) = (
        set.get(&support::id(1)).unwrap(),
        set.get(&support::id(2)).unwrap(),
    );
    assert_eq!((mine.modified, engines.modified), (NOW, Timestamp(0)));
    assert_eq!(
        (engines.origin, engines.status),
        (Origin::Engine, Status::Suggested)
    );
}

#[test]
fn nothing_is_done_where_the_set_stays_as_it_is() {
    let set = set_of(
        &TagSet::fact_checking(),
        [claim(1, "quantity law-or-rule", Some("true"))],
    );
    let same = TagSet::fact_checking();
    assert_eq!(migrate(&set, &same, &Mapping::default(), NOW).edits, []);
}

#[test]
fn what_the_engine_suggests_later_has_the_tags_of_the_set_in_use() {
    let mut suggestions = [
        suggested(1, "prediction"),
        suggested(2, "quantity"),
        tagged_quote(3, ""),
    ];
    let before = suggestions.clone();
    fit_suggestions(&mut suggestions, &TagSet::fact_checking());
    assert_eq!(suggestions, before);
    fit_suggestions(&mut suggestions, &TagSet::news_literacy());
    let tags_of = |annotation: &Annotation| match &annotation.body {
        Body::Claim(claim) => claim.tags.clone(),
        _ => Vec::new(),
    };
    assert_eq!(tags_of(&suggestions[0]), tags("prediction"));
    assert_eq!(tags_of(&suggestions[1]), tags(""));
}

#[test]
fn ten_thousand_annotations_follow_without_a_wait() {
    let old = tag_set("old", &["a=A"], &[]);
    let new = tag_set("new", &["b=A"], &[]);
    let mut set = set_of(&old, (0..10_000).map(|nth| claim(nth, "a", None)));
    let migration = migrate(&set, &new, &Mapping::default(), NOW);
    assert_eq!((migration.n_changed, migration.n_bare), (10_000, 0));
    apply_all(migration.edits, &mut set).unwrap();
    assert!(set.claims().all(|(_, claim)| claim.tags == tags("b")));
}

fn any_set() -> impl Strategy<Value = TagSet> {
    let row = (0..6_u8, 0..4_u8, 0..3_usize);
    prop::collection::vec(row, 0..6).prop_map(|rows| {
        let mut rows: Vec<_> = rows;
        rows.sort_unstable();
        rows.dedup_by_key(|row| row.0);
        let names = ["quantity", "law-or-rule", "tag-0", "tag-1", "x", "y"];
        let tags: Vec<String> = rows
            .iter()
            .map(|(id, label, applies)| {
                format!(
                    "{}=L{label}/{}",
                    names[usize::from(*id)],
                    Applies::ALL[*applies].name()
                )
            })
            .collect();
        let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
        tag_set("any", &tags, &["true=True"])
    })
}

proptest! {
    #[test]
    fn a_migration_undone_leaves_everything_as_it_was(
        (_, annotations) in any_annotated(),
        (old, new) in (any_set(), any_set()),
        drops in any::<bool>(),
    ) {
        let mut set = AnnotationSet::from_annotations(annotations).unwrap();
        set.set_tag_set(old.clone());
        let before = set.clone();
        let mapping = if drops {
            Mapping { tags: old.tags.iter().map(|tag| (tag.id.clone(), None)).collect(), ..Mapping::default() }
        } else {
            Mapping::default()
        };
        let migration = migrate(&set, &new, &mapping, NOW);
        let inverses = apply_all(migration.edits, &mut set).unwrap();
        prop_assert_eq!(set.tag_set(), &new);
        // Nothing but tags and verdicts is touched, and no tag stands twice.
        prop_assert_eq!(set.len(), before.len());
        for (one, was) in set.iter().zip(&before) {
            prop_assert_eq!(&one.target, &was.target);
            if let (Body::Claim(one), Body::Claim(was)) = (&one.body, &was.body) {
                prop_assert_eq!(&one.note, &was.note);
                let mut seen = one.tags.clone();
                seen.sort();
                seen.dedup();
                prop_assert_eq!(seen.len(), one.tags.len());
            }
        }
        // Once more, it has nothing left to do.
        prop_assert!(!migrate(&set, &new, &Mapping::default(), NOW).edits.iter().any(|edit| matches!(edit, Edit::SetTagSet(_))));
        apply_all(inverses, &mut set).unwrap();
        prop_assert_eq!(set, before);
    }
}
