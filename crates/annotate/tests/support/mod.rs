//! Articles and annotations to test with.
#![allow(dead_code, reason = "each test file uses some of it")]

use hearsay_annotate::{
    Annotation, AnnotationId, Body, ClaimBody, Evidence, Origin, Progress, QuoteBody, Status,
    TagId, Timestamp, VerdictId,
};
use hearsay_text::{Modality, QuoteKind, ReportKind, Span};
use proptest::prelude::*;
use proptest::sample::Index;

pub(crate) fn id(nth: u64) -> AnnotationId {
    AnnotationId(format!("urn:uuid:00000000-0000-4000-8000-{nth:012x}"))
}

/// The first occurrence of `words` in `text`.
pub(crate) fn span(text: &str, words: &str) -> Span {
    let start = text.find(words);
    assert!(start.is_some(), "{words} is in the text");
    let start = start.unwrap_or_default();
    Span::from_range(start..start + words.len())
}

pub(crate) fn annotation(nth: u64, target: &[Span], body: Body) -> Annotation {
    Annotation {
        id: id(nth),
        target: target.to_vec(),
        body,
        origin: Origin::Person,
        status: Status::Accepted,
        created: Timestamp(0),
        modified: Timestamp(0),
    }
}

pub(crate) fn quote(speaker: &str) -> Body {
    Body::Quote(QuoteBody {
        kind: QuoteKind::Direct,
        reports: ReportKind::Speech,
        modality: Modality::Actual,
        cue: Vec::new(),
        source: Vec::new(),
        speaker: Some(speaker.to_owned()).filter(|name| !name.is_empty()),
        evidence: None,
        evidence_at: Vec::new(),
        tags: Vec::new(),
        confidence: None,
    })
}

pub(crate) fn claim(tag: &str) -> Body {
    Body::Claim(ClaimBody::tagged(TagId(tag.into())))
}

pub(crate) fn suggestion(nth: u64, target: &[Span], speaker: &str) -> Annotation {
    Annotation {
        origin: Origin::Engine,
        status: Status::Suggested,
        ..annotation(nth, target, quote(speaker))
    }
}

/// Texts with characters of one to four bytes, repeats, combining marks and line breaks.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("the dam ".to_owned()),
        Just("“no” ".to_owned()),
        Just("\n\n".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("👩🏽\u{200d}🚀".to_owned()),
        "[ab]{1,3}",
        "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

/// Up to `most` disjoint spans of `text` on character boundaries, ascending.
pub(crate) fn spans_at(text: &str, cuts: &[Index], most: usize) -> Vec<Span> {
    let bounds: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| *cut.get(&bounds)).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.chunks_exact(2)
        .take(most)
        .map(|pair| Span::from_range(pair[0]..pair[1]))
        .collect()
}

fn any_words() -> impl Strategy<Value = Option<String>> {
    prop::option::of("\\PC{0,8}")
}

fn any_cuts() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 6)
}

prop_compose! {
    /// An annotation of `text`; `None` when chance gave it no words.
    pub(crate) fn any_annotation(text: String)(
        nth in any::<u32>(),
        (target, cue, source) in (any_cuts(), any_cuts(), any_cuts()),
        (speaker, evidence, note) in (any_words(), any_words(), "\\PC{0,8}"),
        confidence in prop::option::of(0.0_f32..=1.0),
        what in 0..5_u8,
        (reports, modality) in (0..5_usize, 0..3_usize),
        (by_engine, decision) in (any::<bool>(), 0..3_u8),
        // Whole years beyond 9999 included; 0 is never written.
        (created, modified) in (any::<u64>(), 0..3_000_000_000_000_u64),
    ) -> Option<Annotation> {
        let target = spans_at(&text, &target, 3);
        if target.is_empty() {
            return None;
        }
        let kind = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];
        let body = match what {
            3 => Body::Claim(ClaimBody {
                tags: [speaker.as_deref().unwrap_or("quantity"), "law-or-rule"]
                    .into_iter()
                    .take(1 + reports % 2)
                    .filter(|tag| !tag.is_empty())
                    .map(|tag| TagId(tag.into()))
                    .collect(),
                verdict: evidence.clone().map(VerdictId),
                reasoning: note.clone(),
                evidence: (0..modality)
                    .map(|_| Evidence {
                        link: note.clone(),
                        title: evidence.clone().unwrap_or_default(),
                        excerpt: String::new(),
                        seen: "2026-11-23".into(),
                    })
                    .collect(),
                progress: Progress::ALL[modality],
                assignee: speaker.unwrap_or_default(),
                note,
                check_worthiness: confidence,
            }),
            4 => Body::Note(note),
            kind_idx => Body::Quote(QuoteBody {
                kind: kind[usize::from(kind_idx)],
                reports: ReportKind::ALL[reports],
                modality: Modality::ALL[modality],
                cue: spans_at(&text, &cue, 1),
                source: spans_at(&text, &source, 2),
                speaker,
                evidence,
                evidence_at: spans_at(&text, &cue, 1),
                tags: (0..modality).map(|nth| TagId(format!("tag-{nth}"))).collect(),
                confidence,
            }),
        };
        Some(Annotation {
            id: id(nth.into()),
            target,
            body,
            origin: if by_engine { Origin::Engine } else { Origin::Person },
            status: [Status::Suggested, Status::Accepted, Status::Rejected][usize::from(decision)],
            created: Timestamp(created),
            modified: Timestamp(modified),
        })
    }
}

prop_compose! {
    /// A text and annotations of it, no two with one id.
    pub(crate) fn any_annotated()(text in any_text())(
        annotations in prop::collection::vec(any_annotation(text.clone()), 0..6),
        text in Just(text),
    ) -> (String, Vec<Annotation>) {
        let mut annotations: Vec<_> = annotations.into_iter().flatten().collect();
        annotations.sort_by(|a, b| a.id.cmp(&b.id));
        annotations.dedup_by(|a, b| a.id == b.id);
        (text, annotations)
    }
}
