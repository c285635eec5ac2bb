//! What the built-in model and the rules for kinds make of sentences that we wrote.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use hearsay_claims::{
    ClaimKind, Model, ModelError, check_worthiness, embedded, kind, score, threshold,
};
use hearsay_text::{ArticleBuilder, BlockKind, Metadata};

const FILE: &[u8] = include_bytes!("../claims.model");

/// Worth checking, kind, sentence.
fn news() -> Vec<(bool, &'static str, &'static str)> {
    let rows = include_str!("news.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let mut columns = row.splitn(3, '\t');
        let mut next = || columns.next().expect("three columns");
        (next() == "1", next(), next())
    })
    .collect()
}

#[test]
fn the_built_in_model_is_sound() {
    embedded().unwrap();
    assert!((0.1..0.9).contains(&threshold()));
}

#[test]
fn claims_rank_above_the_rest_of_the_news() {
    let mut ranked: Vec<_> = news()
        .into_iter()
        .map(|(worth, _, text)| (score(text), worth, text))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (nth, (score, worth, text)) in ranked.iter().enumerate() {
        println!("{score:.3} {} {text}", u8::from(*worth));
        if *worth {
            hits += 1.0;
            sum += hits / (nth + 1) as f64;
        }
    }
    let average_precision = sum / hits;
    println!("average precision {average_precision:.4}");
    assert!(average_precision > 0.95, "{average_precision}");
    assert!(ranked[..20].iter().all(|(_, worth, _)| *worth));
}

#[test]
fn plain_claims_score_above_plain_talk() {
    let claims = [
        "Unemployment fell to 4 percent last year, the lowest rate since 1979.",
        "The governor vetoed the bill that would have raised the minimum wage.",
        "Exports rose by a third, to 14 million tonnes.",
        "The senator voted against the bill in 2011.",
    ];
    let talk = [
        "What a lovely evening.",
        "Thank you for having me.",
        "Who knows?",
        "I think we can do better, Senator.",
        "She smiled and sat down.",
    ];
    for claim in claims {
        assert!(score(claim) >= threshold(), "{claim}");
        for other in talk {
            assert!(score(claim) > score(other), "{claim} / {other}");
        }
    }
    for other in talk {
        assert!(score(other) < threshold(), "{other}");
    }
}

#[test]
fn kinds_are_those_that_people_would_mostly_give() {
    let news = news();
    let claims: Vec<_> = news.iter().filter(|(worth, ..)| *worth).collect();
    let right = claims
        .iter()
        .filter(|(_, expected, text)| kind(text).name() == *expected)
        .count();
    for (_, expected, text) in &claims {
        if kind(text).name() != *expected {
            println!("{} instead of {expected}: {text}", kind(text).name());
        }
    }
    println!("{right} of {}", claims.len());
    assert!(
        right * 10 >= claims.len() * 8,
        "{right} of {}",
        claims.len()
    );
}

#[test]
fn each_kind_has_its_rule() {
    let cases = [
        (ClaimKind::PersonalExperience, "I saw the wall fall."),
        (ClaimKind::Quantity, "Rents rose by 12 percent."),
        (
            ClaimKind::CauseOrCorrelation,
            "The strike led to a shortage of fuel.",
        ),
        (
            ClaimKind::LawOrRule,
            "The law forbids the sale of fireworks.",
        ),
        (ClaimKind::Prediction, "The lake will be dry by 2040."),
        (
            ClaimKind::OtherClaim,
            "Both firms belong to the mayor's brother.",
        ),
    ];
    for (expected, sentence) in cases {
        assert_eq!(kind(sentence), expected, "{sentence}");
    }
}

#[test]
fn every_sentence_of_running_text_is_a_candidate_and_headings_are_not() {
    let mut builder = ArticleBuilder::new(Metadata::default());
    builder.push(BlockKind::Heading(1), "Taxes rose in May", vec![]);
    builder.push(
        BlockKind::Paragraph,
        "Taxes rose by 3 percent. Nobody laughed.",
        vec![],
    );
    builder.push(BlockKind::BlockQuote, "We will see.", vec![]);
    let article = builder.build();
    let candidates = check_worthiness(&article, 0.0);
    let sentences: Vec<_> = candidates
        .iter()
        .map(|candidate| article.slice(candidate.span))
        .collect();
    assert_eq!(
        sentences,
        [
            "Taxes rose by 3 percent.",
            "Nobody laughed.",
            "We will see."
        ]
    );
    for candidate in &candidates {
        assert_eq!(candidate.score, score(article.slice(candidate.span)));
    }
    assert_eq!(candidates[0].kind, ClaimKind::Quantity);
}

#[test]
fn odd_input_gets_a_score_between_nothing_and_certainty() {
    let long = "word ".repeat(20_000);
    let endless = "a".repeat(100_000);
    let digits = "1,000".repeat(10_000);
    for text in [
        "",
        " ",
        "\n\n",
        "?",
        "…",
        "1",
        "1,",
        "1,000,",
        "\u{feff}",
        "日本語の文。",
        "’’’'",
        "é",
        "$",
        &long,
        &endless,
        &digits,
    ] {
        let score = score(text);
        assert!((0.0..=1.0).contains(&score), "{score}");
        let _ = kind(text);
    }
}

/// The same bits natively and in WebAssembly: only integers and single IEEE operations are at work, and this is what they give.
#[test]
fn a_model_without_weights_scores_by_its_bias_alone() {
    let model = Model::parse(&packed(&payload(0.0, 3, &[7], &[0]))).unwrap();
    assert_eq!(model.score("Anything at all."), 0.5);
}

#[test]
fn the_weight_of_a_key_reaches_the_score() {
    // A table of two keys: every feature has one or the other, and both weigh the same.
    let model = Model::parse(&packed(&payload(0.0, 1, &[0, 1], &[5, 5]))).unwrap();
    assert!(model.score("Anything at all.") > 0.9);
}

#[test]
fn bytes_that_are_no_model_are_refused_with_the_reason() {
    let refusal = |bytes: &[u8]| Model::parse(bytes).unwrap_err();
    assert_eq!(refusal(b""), ModelError::Magic);
    assert_eq!(refusal(b"HEARSAYM and so on"), ModelError::Magic);
    assert!(matches!(refusal(&FILE[..20]), ModelError::Length(..)));
    assert!(matches!(
        refusal(&FILE[..FILE.len() - 1]),
        ModelError::Length(..)
    ));
    assert!(matches!(
        refusal(&[FILE, &[0]].concat()),
        ModelError::Length(..)
    ));
    let mut other = FILE.to_vec();
    other[8] = 9;
    assert_eq!(refusal(&other), ModelError::Version(9));
    let mut damaged = FILE.to_vec();
    damaged[FILE.len() / 2] ^= 1;
    assert_eq!(refusal(&damaged), ModelError::Checksum);
    for content in [
        payload(f32::NAN, 3, &[1], &[1]),
        payload(0.0, 0, &[1], &[1]),
        payload(0.0, 40, &[1], &[1]),
        payload(0.0, 3, &[8], &[1]),
        payload(0.0, 3, &[1], &[]),
        payload(0.0, 3, &[1], &[1, 2]),
    ] {
        assert!(matches!(refusal(&packed(&content)), ModelError::Content(_)));
    }
}

fn payload(bias: f32, bits: u8, distances: &[u8], weights: &[i8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in [bias, 1.0, 0.5] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.push(bits);
    bytes.extend(u32::try_from(distances.len()).unwrap().to_le_bytes());
    bytes.extend(distances);
    bytes.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    bytes
}

fn packed(payload: &[u8]) -> Vec<u8> {
    let checksum = payload
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let mut bytes = b"HEARSAYC".to_vec();
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    bytes.extend(checksum.to_le_bytes());
    bytes.extend(payload);
    bytes
}
