//! An article with quotes of several speakers and claims in them, as the engine would suggest them, for tests of what a
//! person does with them.
#![allow(dead_code, reason = "each test uses some of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

use hearsay::state::{Action, AppState, Document, RequestId, Stamp};
use hearsay_annotate::{
    Annotation, AnnotationId, Body, ClaimBody, Origin, QuoteBody, Status, TagId, Timestamp, record,
};
use hearsay_text::{Article, QuoteKind, Span};

pub(crate) const TEXT: &str = "The ferry to Holm stops in May, the harbour office said.\n\n\
    “We ran out of captains,” said Mara Lindqvist. “Two left in March, and nobody applied.”\n\n\
    She expects 40 trips fewer a week. The island’s grocer, Jon Ek, called it a disgrace.\n\n\
    “My shelves are half empty,” he said. Three shops closed last year, according to Ek.\n\n\
    Lindqvist said the pay would rise. Ferries were cheap once. “Nobody asked us,” read a note at the pier.";

/// Quotes: words of each piece, who speaks, how sure the engine is in percent.
pub(crate) const QUOTES: [(&[&str], Option<&str>, u8); 8] = [
    (
        &["The ferry to Holm stops in May"],
        Some("harbour office"),
        95,
    ),
    (
        &[
            "We ran out of captains",
            "Two left in March, and nobody applied.",
        ],
        Some("Mara Lindqvist"),
        97,
    ),
    (&["40 trips fewer a week"], Some("Mara Lindqvist"), 62),
    (&["a disgrace"], Some("Jon Ek"), 81),
    (&["My shelves are half empty"], Some("Jon Ek"), 99),
    (&["Three shops closed last year"], Some("Ek"), 92),
    (&["the pay would rise"], Some("Lindqvist"), 90),
    (&["Nobody asked us"], None, 55),
];

/// Claims that the engine finds worth checking.
pub(crate) const CLAIMS: [&str; 3] = [
    "Two left in March",
    "40 trips fewer a week",
    "Ferries were cheap once.",
];

pub(crate) fn id(n: u32) -> AnnotationId {
    let mut bytes = [7; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    AnnotationId::from_random_bytes(bytes)
}

pub(crate) fn stamp(n: u32) -> Stamp {
    Stamp {
        now: Timestamp(u64::from(n)),
        id: id(n),
    }
}

/// The first place of these words in the text.
pub(crate) fn at(words: &str) -> Span {
    let start = TEXT.find(words).expect("words of the text");
    Span::from_range(start..start + words.len())
}

/// The identity of the nth quote, from 0.
pub(crate) fn quote_id(nth: usize) -> AnnotationId {
    id(1_000 + nth as u32)
}

/// The identity of the nth claim that the engine suggests, from 0.
pub(crate) fn claim_id(nth: usize) -> AnnotationId {
    id(2_000 + nth as u32)
}

/// What the engine makes of the text, each time again.
pub(crate) fn suggestions() -> Vec<Annotation> {
    let suggested = |id, target, body| Annotation {
        id,
        target,
        body,
        origin: Origin::Engine,
        status: Status::Suggested,
        created: Timestamp(0),
        modified: Timestamp(0),
    };
    let quotes = QUOTES
        .iter()
        .enumerate()
        .map(|(nth, (pieces, speaker, percent))| {
            let body = QuoteBody {
                kind: QuoteKind::ALL[nth % 3],
                reports: Default::default(),
                modality: Default::default(),
                cue: vec![at("said")],
                source: Vec::new(),
                speaker: speaker.map(str::to_owned),
                evidence: speaker.map(|_| "named".to_owned()),
                evidence_at: vec![at("Mara Lindqvist")],
                tags: Vec::new(),
                confidence: Some(f32::from(*percent) / 100.0),
            };
            let target = pieces.iter().map(|piece| at(piece)).collect();
            suggested(quote_id(nth), target, Body::Quote(body))
        });
    let claims = CLAIMS.iter().enumerate().map(|(nth, words)| {
        let mut claim = ClaimBody::tagged(TagId("quantity".to_owned()));
        claim.check_worthiness = Some(0.7);
        suggested(claim_id(nth), vec![at(words)], Body::Claim(claim))
    });
    quotes.chain(claims).collect()
}

/// An app that reads the article.
pub(crate) fn reading() -> AppState {
    let mut state = AppState::default();
    let request = RequestId(1);
    state.apply(Action::OpenRequested {
        request,
        what: "the text".to_owned(),
    });
    state.apply(Action::Opened {
        request,
        document: Box::new(Document::new(Article::verbatim(TEXT), Timestamp(1))),
        analysing: true,
        stored: false,
        remark: None,
    });
    analyse(&mut state, 1, suggestions());
    state
}

/// The engine's answer to a request.
pub(crate) fn analyse(state: &mut AppState, request: u32, suggestions: Vec<Annotation>) {
    let request = RequestId(request);
    state.apply(Action::AnalysisRequested { request });
    state.apply(Action::Suggested {
        request,
        suggestions,
    });
}

pub(crate) fn document(state: &AppState) -> &Document {
    state.document.as_ref().expect("an open article")
}

pub(crate) fn annotation<'a>(state: &'a AppState, id: &AnnotationId) -> &'a Annotation {
    let found = document(state).annotations.get(id);
    found.expect("an annotation of that id")
}

/// The words of the pieces of an annotation.
pub(crate) fn words(state: &AppState, id: &AnnotationId) -> Vec<&'static str> {
    let target = &annotation(state, id).target;
    target.iter().map(|span| span.slice(TEXT)).collect()
}

pub(crate) fn quote<'a>(state: &'a AppState, id: &AnnotationId) -> &'a QuoteBody {
    match &annotation(state, id).body {
        Body::Quote(quote) => quote,
        other => panic!("no quote: {other:?}"),
    }
}

/// Everything that is said of the article, as it is stored: byte for byte.
pub(crate) fn stored(state: &AppState) -> String {
    let open = document(state);
    let document = record::Document {
        article: (*open.article).clone(),
        annotations: (*open.annotations).clone(),
    };
    serde_json::to_string(&document.to_record()).expect("a record is JSON")
}
