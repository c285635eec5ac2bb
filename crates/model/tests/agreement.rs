//! The engine agrees with the training code: the int8 simulation wrote down what it found on a few sentences, and the same
//! features give the same here.

// A helper that fails is a test that fails.
#![allow(clippy::unwrap_used)]

use hearsay_model::{Features, Workspace, embedded, role_spans};
use serde_json::Value;

/// The two compute `exp` and sums differently, and a last bit now and then tips the rounding of an activation.
const TOLERANCE: f32 = 0.05;

fn expectations() -> Vec<Value> {
    serde_json::from_str(include_str!("expectations.json")).unwrap()
}

fn features(chunk: &Value) -> Vec<Features> {
    let small = |value: &Value| u16::try_from(value.as_u64().unwrap()).unwrap();
    let rows = chunk["features"].as_array().unwrap().iter();
    rows.map(|row| Features {
        word: small(&row[0]),
        prefix: small(&row[1]),
        suffix: small(&row[2]),
        shape: small(&row[3]),
        state: small(&row[4]) as u8,
        position: small(&row[5]) as u8,
    })
    .collect()
}

fn assert_near(what: &str, found: &[f32], expected: &Value) {
    let expected = expected.as_array().unwrap();
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let expected = expected.as_f64().unwrap() as f32;
        assert!(
            (found - expected).abs() < TOLERANCE,
            "{what}, number {i}: {found}, expected {expected}"
        );
    }
}

#[test]
fn words_have_the_rows_they_had_in_training() {
    let model = embedded().unwrap();
    let mut n_known = 0;
    for chunk in expectations() {
        for (word, row) in chunk["words"]
            .as_array()
            .unwrap()
            .iter()
            .zip(features(&chunk))
        {
            assert_eq!(model.word_row(word.as_str().unwrap()), row.word, "{word}");
            n_known += usize::from(row.word > 0);
        }
    }
    assert!(n_known > 100, "only {n_known} words have a row");
}

#[test]
fn labels_emissions_and_links_are_those_of_the_training_code() {
    let model = embedded().unwrap();
    let mut workspace = Workspace::default();
    let (mut n_cues, mut n_sources) = (0, 0);
    for chunk in expectations() {
        let id = chunk["id"].as_str().unwrap();
        let encoding = model.encode(&features(&chunk), &mut workspace);
        assert_near(
            &format!("{id}: emissions"),
            encoding.emissions(),
            &chunk["emissions"],
        );
        let labels = encoding.decode().labels;
        let found: Vec<u64> = labels.iter().map(|label| label.index() as u64).collect();
        let expected: Vec<u64> = chunk["labels"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_u64)
            .collect();
        assert_eq!(found, expected, "{id}: labels");
        let spans = role_spans(&labels);
        let (cues, sources) = (encoding.link_cues(&spans), encoding.link_sources(&spans));
        assert_near(
            &format!("{id}: scores of cues"),
            cues.raw_scores(),
            &chunk["cue_scores"],
        );
        assert_near(
            &format!("{id}: scores of sources"),
            sources.raw_scores(),
            &chunk["source_scores"],
        );
        n_cues += cues.raw_scores().len();
        n_sources += sources.raw_scores().len();
    }
    assert!(
        n_cues > 20 && n_sources > 20,
        "{n_cues} and {n_sources} link scores prove little"
    );
}
