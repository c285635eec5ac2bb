//! Annotations travel as W3C Web Annotations and come home.
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

mod support;

use hearsay_annotate::w3c::{
    ExportOptions, ImportError, ImportPlan, MAX_BYTES, Part, export, import,
};
use hearsay_annotate::{
    Annotation, AnnotationSet, ArticleKey, Body, ClaimBody, History, Origin, QuoteBody, Status,
    TagId, Timestamp,
};
use hearsay_text::{Article, Modality, QuoteKind, ReportKind};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{annotation, any_annotated, claim, id, quote, span, suggestion};

const TEXT: &str = "Zoë 😀 spoke.\n\n“We lost,” Ana Ruiz said, “again.”\n\nWe lost 5 dams.";

fn article() -> Article {
    Article::verbatim(TEXT)
}

fn set_of(annotations: impl IntoIterator<Item = Annotation>) -> AnnotationSet {
    AnnotationSet::from_annotations(annotations).unwrap()
}

/// A quote with all there is, a claim with a note, a remark and a highlight.
fn sample() -> AnnotationSet {
    let at = |words| span(TEXT, words);
    let full = Annotation {
        target: vec![at("We lost,"), at("again.")],
        body: Body::Quote(QuoteBody {
            kind: QuoteKind::Direct,
            reports: ReportKind::Writing,
            modality: Modality::Negated,
            cue: vec![at("said")],
            source: vec![at("Ana Ruiz")],
            speaker: Some("Ana Ruiz".into()),
            evidence: Some("named".into()),
            evidence_at: vec![at("Ana Ruiz")],
            tags: Vec::new(),
            confidence: Some(0.93),
        }),
        ..suggestion(1, &[], "")
    };
    let counted = Annotation {
        created: Timestamp(1_795_416_012_345),
        modified: Timestamp(1_795_416_013_000),
        ..annotation(
            2,
            &[at("5 dams")],
            Body::Claim(ClaimBody {
                note: "Which?".into(),
                check_worthiness: Some(0.5),
                ..ClaimBody::tagged(TagId("quantity".into()))
            }),
        )
    };
    let remark = annotation(3, &[at("😀")], Body::Note("A picture".into()));
    let highlight = annotation(4, &[at("Zoë")], Body::Note(String::new()));
    set_of([full, counted, remark, highlight])
}

fn exported(set: &AnnotationSet) -> String {
    let options = ExportOptions {
        creator: Some("Kim".into()),
    };
    export(&article(), set, &options)
}

fn imported(json: &str, set: &AnnotationSet) -> Result<ImportPlan, ImportError> {
    import(json, &article(), set)
}

fn items(json: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(json).unwrap();
    value["first"]["items"].as_array().unwrap().clone()
}

#[test]
fn an_export_is_a_collection_with_a_page_as_the_recommendation_has_it() {
    let value: Value = serde_json::from_str(&exported(&sample())).unwrap();
    assert_eq!(value["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(value["type"], "AnnotationCollection");
    assert_eq!(value["total"], 4);
    assert_eq!(value["first"]["type"], "AnnotationPage");
    assert_eq!(value["first"]["partOf"], value["id"]);
    assert_eq!(value["first"]["startIndex"], 0);
    for item in items(&exported(&sample())) {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().unwrap().starts_with("urn:uuid:"));
    }
}

#[test]
fn a_quote_says_its_words_kind_cue_source_and_speaker() {
    let items = items(&exported(&sample()));
    let source = ArticleKey::of_text(TEXT).to_urn();
    let place = |exact: &str, prefix: &str, suffix: &str, start: u32, end: u32| {
        json!({"type": "SpecificResource", "source": source, "selector": [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ]})
    };
    assert_eq!(
        items[2],
        json!({
            "id": id(1).0,
            "type": "Annotation",
            "motivation": ["identifying", "classifying"],
            "creator": {"type": "Software", "name": "Hearsay"},
            "body": [
                {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": "direct quote"},
                {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": "Ana Ruiz"},
            ],
            "target": [
                place("We lost,", "Zoë 😀 spoke.\n\n“", "” Ana Ruiz said, “again.”\n\nWe lo", 15, 23),
                place("again.", "ke.\n\n“We lost,” Ana Ruiz said, “", "”\n\nWe lost 5 dams.", 41, 47),
            ],
            "hearsay:origin": "engine",
            "hearsay:status": "suggested",
            "hearsay:quote": {
                "hearsay:kind": "direct",
                "hearsay:reports": "writing",
                "hearsay:modality": "negated",
                "hearsay:cue": [place("said", "ë 😀 spoke.\n\n“We lost,” Ana Ruiz ", ", “again.”\n\nWe lost 5 dams.", 34, 38)],
                "hearsay:source": [place("Ana Ruiz", "Zoë 😀 spoke.\n\n“We lost,” ", " said, “again.”\n\nWe lost 5 dams.", 25, 33)],
                "hearsay:speaker": "Ana Ruiz",
                "hearsay:evidence": "named",
                "hearsay:evidenceAt": [place("Ana Ruiz", "Zoë 😀 spoke.\n\n“We lost,” ", " said, “again.”\n\nWe lost 5 dams.", 25, 33)],
                "hearsay:confidence": 0.93,
            },
        })
    );
}

#[test]
fn a_claim_is_tagged_and_commented_with_its_times() {
    let item = &items(&exported(&sample()))[3];
    assert_eq!(item["motivation"], json!(["tagging", "commenting"]));
    assert_eq!(item["body"][0]["value"], "Quantity");
    assert_eq!(item["body"][1]["value"], "Which?");
    assert_eq!(item["hearsay:tag"], "quantity");
    assert_eq!(item["created"], "2026-11-23T06:40:12.345Z");
    assert_eq!(item["modified"], "2026-11-23T06:40:13Z");
    assert_eq!(item["creator"], json!({"type": "Person", "name": "Kim"}));
}

#[test]
fn the_source_is_the_address_of_an_article_that_has_one() {
    let mut article = article();
    article.metadata.url = Some("https://daily.test/dam".into());
    let json = export(&article, &sample(), &ExportOptions::default());
    assert_eq!(
        items(&json)[0]["target"][0]["source"],
        "https://daily.test/dam"
    );
}

#[test]
fn importing_ones_own_export_into_nothing_brings_everything_back() {
    let set = sample();
    let plan = imported(&exported(&set), &AnnotationSet::new()).unwrap();
    assert_eq!(
        (plan.added.len(), plan.changed.len(), plan.orphans.len()),
        (4, 0, 0)
    );
    let mut fresh = AnnotationSet::new();
    History::default()
        .apply(&mut fresh, "Import", plan.edits())
        .unwrap();
    assert_eq!(fresh, set);
}

#[test]
fn importing_again_doubles_nothing_and_shows_what_differs() {
    let set = sample();
    let json = exported(&set);
    let plan = imported(&json, &set).unwrap();
    assert_eq!(plan.unchanged.len(), 4);
    assert_eq!(plan.edits(), []);
    let mut other = sample();
    let mut changed = other.get(&id(2)).unwrap().clone();
    changed.body = claim("prediction");
    other.replace(changed).unwrap();
    let plan = imported(&json, &other).unwrap();
    assert_eq!(plan.unchanged.len(), 3);
    assert_eq!(plan.changed, [set.get(&id(2)).unwrap().clone()]);
    History::default()
        .apply(&mut other, "Import", plan.edits())
        .unwrap();
    assert_eq!(other, set);
}

#[test]
fn plain_annotations_of_others_are_read_in_all_their_wrappings() {
    let one = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://other.test/1", "type": "Annotation",
        "motivation": "tagging", "created": "2024-03-01T14:00:00+02:00",
        "body": {"type": "TextualBody", "value": "quantity"},
        "target": {"source": "https://daily.test/", "selector": {"type": "TextQuoteSelector", "exact": "5 dams"}},
    });
    let page = json!({"type": "AnnotationPage", "items": [one]});
    for wrapped in [
        one.clone(),
        json!([one]),
        page.clone(),
        json!({"type": "AnnotationCollection", "first": page}),
        json!({"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [], "next": page}}),
        json!([one, one]),
    ] {
        let plan = imported(&wrapped.to_string(), &AnnotationSet::new()).unwrap();
        let expected = Annotation {
            id: hearsay_annotate::AnnotationId("https://other.test/1".into()),
            target: vec![span(TEXT, "5 dams")],
            body: claim("quantity"),
            origin: Origin::Person,
            status: Status::Accepted,
            created: Timestamp(1_709_294_400_000),
            modified: Timestamp(0),
        };
        assert_eq!(plan.added, [expected], "{wrapped}");
    }
}

#[test]
fn bodies_of_others_become_tags_and_notes_and_no_word_of_them_is_lost() {
    let read = |properties: Value| {
        let mut one = json!({"type": "Annotation", "target": {"selector": [
            {"type": "RangeSelector"},
            {"type": "TextPositionSelector", "start": 0, "end": 3},
        ]}});
        one.as_object_mut()
            .unwrap()
            .extend(properties.as_object().unwrap().clone());
        let plan = imported(&one.to_string(), &AnnotationSet::new()).unwrap();
        assert_eq!(plan.added[0].target, [span(TEXT, "Zoë")]);
        plan.added[0].body.clone()
    };
    let note = |words: &str| Body::Note(words.into());
    assert_eq!(read(json!({})), note(""));
    assert_eq!(read(json!({"bodyValue": "Hm"})), note("Hm"));
    assert_eq!(
        read(json!({"body": "https://x.test/"})),
        note("https://x.test/")
    );
    assert_eq!(
        read(json!({"body": [{"value": "a"}, {"value": "b", "purpose": "replying"}]})),
        note("a\n\nb")
    );
    let tagged = |tags: &[&str], note: &str| {
        Body::Claim(ClaimBody {
            tags: tags.iter().map(|tag| TagId((*tag).into())).collect(),
            note: note.into(),
            ..ClaimBody::default()
        })
    };
    let body = |value: &str, purpose: &str| json!({"type": "TextualBody", "value": value, "purpose": purpose});
    assert_eq!(
        read(json!({"body": [body("Law or rule", "tagging")]})),
        tagged(&["law-or-rule"], "")
    );
    assert_eq!(
        read(
            json!({"body": [body("why?", "commenting"), body("odd", "tagging"), body("new", "tagging")]})
        ),
        tagged(&["odd", "new"], "why?")
    );
}

#[test]
fn annotations_without_id_are_known_again() {
    let json = r#"{"type": "Annotation", "target": {"selector": {"type": "TextQuoteSelector", "exact": "5 dams"}}}"#;
    let first = imported(json, &AnnotationSet::new()).unwrap();
    let again = imported(json, &set_of(first.added)).unwrap();
    assert_eq!((again.added.len(), again.unchanged.len()), (0, 1));
}

#[test]
fn words_that_are_gone_make_orphans_that_are_listed() {
    let json = exported(&sample());
    let other = Article::verbatim("“We lost,” she said, “again.”");
    let plan = import(&json, &other, &AnnotationSet::new()).unwrap();
    let found: Vec<_> = plan.added.iter().map(|one| one.id.clone()).collect();
    assert_eq!(found, [id(1)]);
    let Body::Quote(quote) = &plan.added[0].body else {
        panic!("a quote stays a quote");
    };
    assert_eq!(quote.source, []);
    assert_eq!(other.slice(quote.cue[0]), "said");
    let mut orphans: Vec<_> = plan
        .orphans
        .iter()
        .map(|one| (one.part, one.words.as_str()))
        .collect();
    orphans.sort_by_key(|(_, words)| words.to_owned());
    assert_eq!(
        orphans,
        [
            (Part::Target, "5 dams"),
            (Part::Source, "Ana Ruiz"),
            (Part::Evidence, "Ana Ruiz"),
            (Part::Target, "Zoë"),
            (Part::Target, "😀")
        ]
    );
}

#[test]
fn a_fault_is_named_with_its_place_and_nothing_is_imported() {
    let target = r#""target": {"selector": {"type": "TextQuoteSelector", "exact": "5 dams"}}"#;
    for (json, expected) in [
        (
            "{\n  \"type\": \"Annotation\",\n  oops\n}".to_owned(),
            "line 3, column 3: not valid JSON (key must be a string); is this the file that was exported?",
        ),
        (
            "[{\"type\":".to_owned(),
            "line 1, column 9: not valid JSON (EOF while parsing a value); is this the file that was exported?",
        ),
        ("7".to_owned(), "at $: expected an object, found a number"),
        (
            "{}".to_owned(),
            "at $: no annotation: expected an Annotation, AnnotationPage or AnnotationCollection of the W3C Web Annotation Data Model",
        ),
        (
            r#"{"first": {"items": [{"type": "Annotation"}]}}"#.to_owned(),
            "at $.first.items[0]: the annotation has no target",
        ),
        (
            r#"[{"target": "https://x.test"}]"#.to_owned(),
            "at $[0].target: no words are selected: expected a TextQuoteSelector or a TextPositionSelector",
        ),
        (
            r#"{"target": [{"selector": [{"type": "XPathSelector"}]}]}"#.to_owned(),
            "at $.target[0].selector: no words are selected: expected a TextQuoteSelector or a TextPositionSelector",
        ),
        (
            r#"{"target": {"selector": {"type": "TextPositionSelector", "start": -1, "end": 2}}}"#
                .to_owned(),
            "at $.target.selector.start: expected a position, a whole number from 0",
        ),
        (
            r#"{"target": {"selector": {"type": "TextQuoteSelector", "exact": 5}}}"#.to_owned(),
            "at $.target.selector.exact: expected a string, found a number",
        ),
        (
            format!(r#"{{{target}, "created": "yesterday"}}"#),
            "at $.created: “yesterday” is no time since 1970 as ISO 8601 writes it (2026-01-31T12:00:00Z)",
        ),
        (
            format!(r#"{{{target}, "hearsay:status": "maybe"}}"#),
            "at $['hearsay:status']: “maybe” is none of suggested, accepted, rejected",
        ),
        (
            format!(r#"{{{target}, "hearsay:quote": {{"hearsay:kind": "loud"}}}}"#),
            "at $['hearsay:quote']['hearsay:kind']: “loud” is none of direct, indirect, mixed",
        ),
        (
            format!(r#"[{{"id": "a:1", {target}}}, {{"id": "a:1", "bodyValue": "x", {target}}}]"#),
            "at $[1]: another annotation in the file has the id a:1 and differs from this one",
        ),
        (
            r#"{"type": "AnnotationCollection", "first": "https://x.test/1"}"#.to_owned(),
            "at $.first: the annotations are at another address; only a file that holds them all can be imported",
        ),
    ] {
        let error = imported(&json, &sample()).unwrap_err();
        assert_eq!(error.to_string(), expected, "{json}");
    }
}

#[test]
fn what_is_too_large_or_too_deep_is_refused() {
    let error = imported(&" ".repeat(MAX_BYTES + 1), &sample()).unwrap_err();
    assert_eq!(
        error,
        ImportError::TooLarge {
            bytes: MAX_BYTES + 1
        }
    );
    let deep = imported(&"[".repeat(100_000), &sample());
    assert!(matches!(deep, Err(ImportError::NotJson { .. })));
}

#[test]
fn targets_that_find_the_same_words_become_one() {
    let target = |exact: &str| json!({"selector": {"type": "TextQuoteSelector", "exact": exact}});
    let one = json!({"type": "Annotation", "target": [target("Ruiz said"), target("Ana Ruiz")]});
    let plan = imported(&one.to_string(), &AnnotationSet::new()).unwrap();
    assert_eq!(plan.added[0].target, [span(TEXT, "Ana Ruiz said")]);
}

#[test]
fn an_empty_set_travels_too() {
    let plan = imported(&exported(&AnnotationSet::new()), &AnnotationSet::new()).unwrap();
    assert_eq!(plan, ImportPlan::default());
}

#[test]
fn a_quote_without_speaker_still_says_that_it_is_one() {
    let set = set_of([annotation(1, &[span(TEXT, "again.")], quote(""))]);
    let item = &items(&exported(&set))[0];
    assert_eq!(item["body"].as_array().unwrap().len(), 1);
    assert_eq!(item["body"][0]["value"], "direct quote");
}

proptest! {
    #[test]
    fn export_then_import_on_the_same_article_is_the_identity((text, annotations) in any_annotated()) {
        let article = Article::verbatim(text);
        let set = set_of(annotations);
        let json = export(&article, &set, &ExportOptions::default());
        prop_assert_eq!(&json, &export(&article, &set, &ExportOptions::default()));
        let plan = import(&json, &article, &AnnotationSet::new()).unwrap();
        prop_assert_eq!(&plan.orphans, &[]);
        prop_assert_eq!(&set_of(plan.added), &set);
        let plan = import(&json, &article, &set).unwrap();
        prop_assert_eq!(plan.unchanged.len(), set.len());
        prop_assert_eq!(plan.edits(), vec![]);
    }

    #[test]
    fn no_input_breaks_the_import(json in "[\\[\\]{}:,\"a-e0-9 ]{0,40}") {
        let _ = imported(&json, &AnnotationSet::new());
    }
}
