//! What is drawn anew when annotations change: as many blocks as the change concerns, whatever the length of the article.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a failed test says enough")]

use std::rc::Rc;

use hearsay::state::{Document, InFocus, Marks, PASSAGE, Settings, Stamp};
use hearsay_annotate::{
    Annotation, AnnotationId, Body, Origin, QuoteBody, Status, TagId, Timestamp,
};
use hearsay_text::{Article, Modality, QuoteKind, ReportKind, Span};

const N_BLOCKS: usize = 10 * PASSAGE;
const BLOCK: &str = "“Nothing moves here,” said Zoe Keller of the harbour.";

/// Where words of a block stand in an article of many such blocks.
fn words(block_idx: usize, words: &str) -> Span {
    let start = block_idx * (BLOCK.len() + 2) + BLOCK.find(words).unwrap();
    Span::from_range(start..start + words.len())
}

fn quote(block_idx: usize, speaker: &str, evidence_at: Vec<Span>) -> Annotation {
    Annotation {
        id: AnnotationId(format!("quote {block_idx}")),
        target: vec![words(block_idx, "Nothing moves here,")],
        body: Body::Quote(QuoteBody {
            kind: QuoteKind::Direct,
            reports: ReportKind::Speech,
            modality: Modality::Actual,
            cue: vec![words(block_idx, "said")],
            source: vec![words(block_idx, "Zoe Keller")],
            speaker: Some(speaker.to_owned()),
            evidence: None,
            evidence_at,
            tags: Vec::new(),
            confidence: Some(0.9),
        }),
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

/// An article with a quote in each of its blocks.
fn long_article() -> Document {
    let text = vec![BLOCK; N_BLOCKS].join("\n\n");
    let mut document = Document::new(Article::verbatim(&text), Timestamp(1));
    assert_eq!(document.article.blocks.len(), N_BLOCKS);
    let quotes = (0..N_BLOCKS).map(|block_idx| {
        let evidence = if block_idx == 7 {
            vec![words(200, "Zoe")]
        } else {
            vec![]
        };
        quote(block_idx, "Zoe Keller", evidence)
    });
    document.suggest(quotes.collect());
    document
}

fn marks(document: &Document, last: &Marks) -> Marks {
    Marks::of(document, &Settings::default(), last)
}

/// Positions of the blocks that are not the very same in both.
fn redrawn(before: &Marks, after: &Marks) -> Vec<usize> {
    let blocks = before.blocks().zip(after.blocks()).enumerate();
    let changed = blocks.filter(|(_, (one, other))| !Rc::ptr_eq(one, other));
    changed.map(|(block_idx, _)| block_idx).collect()
}

fn passages_redrawn(before: &Marks, after: &Marks) -> usize {
    let passages = before.passages.iter().zip(&after.passages);
    passages
        .filter(|(one, other)| !Rc::ptr_eq(one, other))
        .count()
}

fn stamp(nth: u8) -> Stamp {
    Stamp {
        now: Timestamp(9),
        id: AnnotationId::from_random_bytes([nth; 16]),
    }
}

#[test]
fn an_edit_redraws_the_block_that_it_changes_and_no_other() {
    let mut document = long_article();
    let mut last = marks(&document, &Marks::default());
    let mut redraws = |document: &Document, expected: &[usize], what: &str| {
        let next = marks(document, &last);
        assert_eq!(redrawn(&last, &next), expected, "{what}");
        assert_eq!(passages_redrawn(&last, &next), expected.len(), "{what}");
        assert_eq!(
            next,
            marks(document, &Marks::default()),
            "{what}: as drawn anew"
        );
        last = next;
    };
    redraws(&document, &[], "nothing changed");
    let tag = TagId("quantity".into());
    document
        .tag(vec![words(50, "harbour")], tag.clone(), stamp(1))
        .unwrap();
    redraws(&document, &[50], "a claim is tagged");
    let id = AnnotationId("quote 120".into());
    document
        .decide(&id, Status::Rejected, Timestamp(9))
        .unwrap();
    redraws(&document, &[120], "a quote is rejected");
    document.undo(Timestamp(10)).unwrap();
    redraws(&document, &[120], "and back");
    let two = vec![words(30, "harbour"), words(100, "harbour")];
    document.tag(two, tag, stamp(2)).unwrap();
    redraws(&document, &[30, 100], "a claim of words in two blocks");
}

#[test]
fn a_claim_is_redrawn_when_another_speaks_the_quote_around_it() {
    let mut document = long_article();
    document
        .tag(vec![words(3, "moves")], TagId("x".into()), stamp(1))
        .unwrap();
    let before = marks(&document, &Marks::default());
    let renamed =
        (0..N_BLOCKS).map(|at| quote(at, if at == 3 { "Ana Ruiz" } else { "Zoe Keller" }, vec![]));
    document.suggest(renamed.collect());
    let after = marks(&document, &before);
    let claim = after.blocks().nth(3).unwrap().get(&stamp(1).id).unwrap();
    assert_eq!(claim.speaker.as_deref(), Some("Ana Ruiz"));
}

#[test]
fn what_comes_into_focus_is_drawn_in_the_blocks_of_its_words_and_parts_alone() {
    let document = long_article();
    let settings = Settings::default();
    for (id, expected) in [("quote 4", &[4][..]), ("quote 7", &[7, 200])] {
        let id = AnnotationId(id.into());
        let focus = InFocus::of(&document, &settings, &id).unwrap();
        let article = &document.article;
        let drawn = (0..N_BLOCKS).filter(|at| focus.is_in(article, *at..*at + 1));
        assert_eq!(drawn.collect::<Vec<_>>(), expected);
    }
    let unknown = AnnotationId("gone".into());
    assert_eq!(InFocus::of(&document, &settings, &unknown), None);
}
