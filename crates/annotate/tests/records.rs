//! Documents are stored and come back, and a damaged or newer one says so.
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

mod support;

use hearsay_annotate::record::{Document, DocumentRecord, RecordError};
use hearsay_annotate::{AnnotationSet, Profile};
use hearsay_text::{Article, ArticleBuilder, BlockKind, Inline, InlineStyle, Metadata, Span};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{annotation, any_annotated, claim, span};

fn document() -> Document {
    let mut builder = ArticleBuilder::new(Metadata {
        title: Some("Dam fails".into()),
        url: Some("https://daily.test/dam".into()),
        ..Metadata::default()
    });
    let inline = |start, end, style| Inline {
        span: Span::new(start, end),
        style,
    };
    let kinds = [
        BlockKind::Heading(2),
        BlockKind::Paragraph,
        BlockKind::ListItem {
            ordered: true,
            depth: 1,
        },
        BlockKind::BlockQuote,
        BlockKind::Caption,
        BlockKind::Post,
        BlockKind::TableCell {
            header: true,
            starts_row: false,
        },
        BlockKind::Preformatted,
    ];
    for kind in kinds {
        let inlines = vec![
            inline(0, 4, InlineStyle::Link("/x".into())),
            inline(0, 2, InlineStyle::Emphasis),
            inline(2, 4, InlineStyle::Strong),
            inline(5, 6, InlineStyle::Code),
        ];
        builder.push(kind, "Zoë won 5 dams.", inlines);
    }
    let article = builder.build();
    let claim = annotation(1, &[span(&article.text, "5 dams")], claim("quantity"));
    let mut annotations = AnnotationSet::from_annotations([claim]).unwrap();
    let minister = Profile {
        role: "minister".into(),
        ..Profile::default()
    };
    annotations.describe("Zoë", Some(minister));
    Document {
        annotations,
        article,
    }
}

fn opened(json: &str) -> Result<Document, RecordError> {
    Document::from_record(DocumentRecord::from_json(json)?)
}

/// The record of the document with one value changed, and what opening it says.
fn damaged(pointer: &str, value: Value) -> String {
    let mut record: Value = serde_json::from_str(&document().to_record().to_json()).unwrap();
    *record.pointer_mut(pointer).unwrap() = value;
    opened(&record.to_string()).unwrap_err().to_string()
}

#[test]
fn a_document_comes_back_whole() {
    assert_eq!(opened(&document().to_record().to_json()), Ok(document()));
}

#[test]
fn the_written_shape_does_not_change_by_accident() {
    let record: Value = serde_json::from_str(&document().to_record().to_json()).unwrap();
    assert_eq!(record["version"], 2);
    assert_eq!(record["article"]["title"], "Dam fails");
    assert_eq!(
        record["article"]["blocks"][0]["kind"],
        json!({"heading": 2})
    );
    assert_eq!(
        record["article"]["blocks"][0]["inlines"][0],
        json!({"span": [0, 4], "style": {"link": "/x"}})
    );
    assert_eq!(record["article"]["blocks"][1]["kind"], "paragraph");
    assert_eq!(
        record["annotations"][0],
        json!({"id": "urn:uuid:00000000-0000-4000-8000-000000000001", "target": [[9, 15]],
            "body": {"claim": {"tag": "quantity", "note": ""}}, "origin": "person", "status": "accepted",
            "created": 0, "modified": 0})
    );
    assert_eq!(record["tag_set"]["tags"][1]["key"], "2");
}

#[test]
fn a_record_of_a_newer_hearsay_is_named_as_such_whatever_else_is_in_it() {
    let said = "this document was saved by a newer Hearsay (format 3, this one reads up to 2); update Hearsay to open it";
    let error = DocumentRecord::from_json(r#"{"version": 3, "chapters": []}"#).unwrap_err();
    assert_eq!(error.to_string(), said);
    assert_eq!(damaged("/version", json!(3)), said);
}

#[test]
fn damage_is_named_with_its_place() {
    let an = "annotation urn:uuid:00000000-0000-4000-8000-000000000001";
    for (pointer, value, said) in [
        ("/annotations/0/target/0", json!([9, 9_000]), format!("{an} points at bytes 9 to 9000, which are no words of a text of 142 bytes; the document is damaged")),
        ("/annotations/0/target/0", json!([3, 5]), format!("{an} points at bytes 3 to 5, which are no words of a text of 142 bytes; the document is damaged")),
        ("/annotations/0/target/0", json!([5, 4]), format!("{an} points at bytes 5 to 4, which are no words of a text of 142 bytes; the document is damaged")),
        ("/annotations/0/target", json!([]), format!("{an} points at no words; select at least one character; the document is damaged")),
        ("/annotations/0/body", json!({"quote": {"kind": "loud", "cue": [], "source": []}}), format!("{an} is a quote of kind “loud”; known are direct, indirect and mixed")),
        ("/article/blocks/1", json!({"kind": "paragraph", "span": [0, 9]}), "block 2 points at bytes 0 to 9, which is no place for it in a text of 142 bytes; the document is damaged".into()),
        ("/article/blocks/0/inlines/0/span", json!([0, 20]), "block 1 points at bytes 0 to 16, which is no place for it in a text of 142 bytes; the document is damaged".into()),
        ("/article/text", json!(7), "this is no document of Hearsay: invalid type: integer `7`, expected a string".into()),
    ] {
        let message = damaged(pointer, value);
        let message = message.split(" at line").next().unwrap();
        assert_eq!(message, said, "{pointer}");
    }
    assert!(
        opened("{")
            .unwrap_err()
            .to_string()
            .contains("line 1 column 1")
    );
}

proptest! {
    #[test]
    fn any_document_comes_back((text, annotations) in any_annotated()) {
        let document = Document {
            article: Article::verbatim(text),
            annotations: AnnotationSet::from_annotations(annotations).unwrap(),
        };
        prop_assert_eq!(opened(&document.to_record().to_json()), Ok(document));
    }
}
