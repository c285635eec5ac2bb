//! Tag sets: those that come along, and what makes one fit for use.
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

use hearsay_annotate::record::{Document, DocumentRecord};
use hearsay_annotate::{
    MAX_LABEL, MAX_TAGS, PALETTE, Part, Problem, Tag, TagId, TagSet, Verdict, VerdictId,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// The fact-checking set as it was built in before there were verdicts.
fn before_verdicts() -> TagSet {
    TagSet {
        description: String::new(),
        verdicts: Vec::new(),
        ..TagSet::fact_checking()
    }
}

/// What is wrong with a set of news literacy after `change`, as it is told.
fn wrong(change: impl FnOnce(&mut TagSet)) -> Vec<(Part, Problem)> {
    let mut set = TagSet::news_literacy();
    change(&mut set);
    let problems = set.problems().into_iter();
    problems.map(|error| (error.part, error.problem)).collect()
}

#[test]
fn the_sets_that_come_along_are_fit_for_use_and_differ_in_their_ids() {
    let sets = TagSet::built_in();
    for set in &sets {
        assert_eq!(set.problems(), []);
        assert!(TagSet::is_built_in(&set.id));
    }
    let ids = sets.map(|set| set.id);
    // For good: articles that are stored refer to them.
    assert_eq!(ids, ["fact-checking", "news-literacy", "coding-frame"]);
    assert!(!TagSet::is_built_in("mine"));
}

#[test]
fn the_keys_one_to_seven_give_the_tags_of_fact_checking_in_order() {
    let set = TagSet::fact_checking();
    let by_key: Vec<_> = ('1'..='7')
        .filter_map(|key| Some(set.by_key(key)?.label.as_str()))
        .collect();
    assert_eq!(
        by_key,
        [
            "Personal experience",
            "Quantity",
            "Cause or correlation",
            "Law or rule",
            "Prediction",
            "Other claim",
            "Not a claim"
        ]
    );
    assert_eq!(set.by_key('8'), None);
}

#[test]
fn a_tag_or_verdict_that_the_set_lacks_is_shown_by_its_id() {
    let set = TagSet::fact_checking();
    assert_eq!(set.label(&TagId("quantity".into())), "Quantity");
    assert_eq!(set.label(&TagId("satire".into())), "satire");
    assert_eq!(
        set.verdict_label(&VerdictId("mostly-true".into())),
        "Mostly true"
    );
    assert_eq!(set.verdict_label(&VerdictId("satire".into())), "satire");
}

#[test]
fn in_class_sources_are_tags_for_quotes_and_a_blank_frame_gives_no_verdicts() {
    let set = TagSet::news_literacy();
    let for_quotes = set.tags.iter().filter(|tag| tag.applies.to_quotes());
    let labels: Vec<_> = for_quotes.map(|tag| tag.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Named source",
            "Anonymous source",
            "Expert",
            "Eyewitness",
            "Official"
        ]
    );
    let frame = TagSet::coding_frame();
    assert!(frame.verdicts.is_empty());
    assert!(
        frame
            .tags
            .iter()
            .all(|tag| tag.applies.to_quotes() && tag.applies.to_claims())
    );
}

#[test]
fn a_set_says_of_each_part_what_keeps_it_from_being_used() {
    assert_eq!(
        wrong(|set| set.name = " ".into()),
        [(Part::Set, Problem::NoName)]
    );
    assert_eq!(
        wrong(|set| set.tags[1].id = set.tags[0].id.clone()),
        [(
            Part::Tag(1),
            Problem::SameId {
                other: "Fact".into()
            }
        )]
    );
    assert_eq!(
        wrong(|set| set.tags[2].label = "x".repeat(MAX_LABEL + 1)),
        [(Part::Tag(2), Problem::LongName)]
    );
    assert_eq!(
        wrong(|set| set.tags[2].description = "x".repeat(1_001)),
        [(Part::Tag(2), Problem::LongDescription)]
    );
    assert_eq!(
        wrong(|set| set.tags[3].key = Some('1')),
        [(
            Part::Tag(3),
            Problem::SameKey {
                key: '1',
                other: "Fact".into()
            }
        )]
    );
    for key in ['j', 'D', ' ', '?', '\n'] {
        assert_eq!(
            wrong(|set| set.tags[3].key = Some(key)),
            [(Part::Tag(3), Problem::BadKey { key })]
        );
    }
    assert_eq!(
        wrong(|set| set.verdicts[1].color = PALETTE),
        [(Part::Verdict(1), Problem::BadColor { color: PALETTE })]
    );
    assert_eq!(
        wrong(|set| set.verdicts[1].id = VerdictId(String::new())),
        [(Part::Verdict(1), Problem::NoId)]
    );
}

#[test]
fn a_set_of_a_million_tags_is_told_of_once() {
    let set = TagSet::coding_frame();
    let many = TagSet {
        tags: (0..1_000_000)
            .map(|nth| Tag {
                id: TagId(nth.to_string()),
                key: None,
                ..set.tags[0].clone()
            })
            .collect(),
        ..set
    };
    let problems = many.problems();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].part, Part::Tag(MAX_TAGS));
    assert_eq!(problems[0].problem, Problem::TooMany);
}

#[test]
fn an_error_names_the_tag_and_says_what_to_do() {
    let mut set = TagSet::news_literacy();
    set.tags[1].key = Some('j');
    assert_eq!(
        set.check().unwrap_err().to_string(),
        "tag 2 (“Opinion”): the key j cannot be a tag’s; choose a digit, or a small letter other than abcefhijknopqrstuvwxy, or none"
    );
}

#[test]
fn a_new_tag_gets_the_first_key_that_is_free() {
    let mut set = TagSet::fact_checking();
    assert_eq!(set.free_key(), Some('8'));
    set = TagSet::news_literacy();
    assert_eq!(set.free_key(), Some('d'));
    set.tags[4].key = None;
    assert_eq!(set.free_key(), Some('5'));
}

#[test]
fn a_document_from_before_verdicts_gets_those_of_today_with_the_set_that_came_along() {
    let load = |tag_set: TagSet| {
        let mut document = Document::default();
        document.annotations.set_tag_set(tag_set);
        let record = DocumentRecord::from_json(&document.to_record().to_json()).unwrap();
        let loaded = Document::from_record(record).unwrap();
        loaded.annotations.tag_set().clone()
    };
    assert_eq!(load(before_verdicts()), TagSet::fact_checking());
    // What somebody made of it is left as it is.
    let mut mine = before_verdicts();
    mine.tags.remove(6);
    assert_eq!(load(mine.clone()), mine);
    let graded = TagSet {
        verdicts: vec![Verdict {
            id: VerdictId("ok".into()),
            label: "OK".into(),
            description: String::new(),
            color: 0,
        }],
        ..before_verdicts()
    };
    assert_eq!(load(graded.clone()), graded);
}

#[test]
fn a_set_comes_back_from_its_file_as_it_was() {
    for set in TagSet::built_in() {
        assert_eq!(TagSet::from_file(&set.to_file()), Ok(set));
    }
}

#[test]
fn a_file_that_was_written_by_hand_needs_ids_and_labels_alone() {
    let json = "\u{feff}{\"format\": \"hearsay-tag-set\", \"version\": 1, \"tagSet\":
        {\"id\": \"mine\", \"name\": \"Mine\", \"tags\": [{\"id\": \"a\", \"label\": \"A\"}], \"extra\": 3}}";
    let set = TagSet::from_file(json).unwrap();
    assert_eq!(set.tags.len(), 1);
    assert_eq!((set.tags[0].key, set.tags[0].color), (None, 0));
    assert!(set.tags[0].applies.to_claims());
}

#[test]
fn a_file_says_where_it_is_at_fault() {
    let told = |json: &str| TagSet::from_file(json).unwrap_err().to_string();
    assert_eq!(
        told("{\"format\": 1,\n \"x"),
        "this is no file with a tag set: invalid type: integer `1`, expected a string at line 1 column 12"
    );
    assert!(told("{}").contains("its “format” is not “hearsay-tag-set”"));
    assert_eq!(
        told(r#"{"format": "hearsay-tag-set", "version": 7, "shape": "unheard of"}"#),
        "this tag set was written by a newer Hearsay (format 7, this one reads up to 1); update Hearsay to open it"
    );
    let file = TagSet::news_literacy().to_file();
    assert_eq!(
        told(&file.replacen("\"label\": \"Fact\",", "", 1)),
        "this is no file with a tag set: missing field `label` at line 15 column 7"
    );
    assert_eq!(
        told(&file.replacen("\"key\": \"2\"", "\"key\": \"1\"", 1)),
        "this tag set cannot be used: tag 2 (“Opinion”): the key 1 gives “Fact” already; choose another key, or none"
    );
    let huge = " ".repeat(2 << 20);
    assert!(told(&huge).contains("2097152 bytes"));
    // Deeper than any stack would bear.
    let deep = ["{\"format\":", &"[".repeat(500_000)].concat();
    assert!(told(&deep).starts_with("this is no file with a tag set"));
}

proptest! {
    #[test]
    fn whatever_is_in_a_file_it_is_read_or_refused(json in "\\PC{0,60}", cut in any::<Index>(), at in any::<Index>()) {
        let _ = TagSet::from_file(&json);
        // A good file, cut short or with something else in the middle.
        let file = TagSet::news_literacy().to_file();
        let file = file.trim_end();
        let bounds: Vec<usize> = file.char_indices().map(|(at, _)| at).collect();
        prop_assert!(TagSet::from_file(&file[..*cut.get(&bounds)]).is_err());
        let at = *at.get(&bounds);
        let spoilt = [&file[..at], json.as_str(), &file[at..]].concat();
        if let Ok(set) = TagSet::from_file(&spoilt) {
            prop_assert_eq!(set.problems(), []);
        }
    }
}
