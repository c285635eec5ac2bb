//! Native code and WebAssembly agree to the last bit: both hash every number the model gives on the test sentences, and the
//! hash is committed.
//!
//! After training anew, `HEARSAY_BLESS=1 cargo test -p hearsay-model --test parity` writes the hash of the new model; it has to
//! come out the same in the browser.

// A helper that fails is a test that fails.
#![allow(clippy::unwrap_used)]

use hearsay_model::{Features, Workspace, embedded, role_spans};
use serde_json::Value;

fn mix(hash: u64, value: f32) -> u64 {
    value
        .to_bits()
        .to_le_bytes()
        .iter()
        .fold(hash, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}

/// Hash of the bits of all emissions, marginals, span probabilities and link probabilities.
fn fingerprint() -> u64 {
    let model = embedded().unwrap();
    let mut workspace = Workspace::default();
    let chunks: Vec<Value> = serde_json::from_str(include_str!("expectations.json")).unwrap();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for chunk in &chunks {
        let number = |value: &Value| value.as_u64().unwrap() as u16;
        let features: Vec<Features> = chunk["features"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| Features {
                word: number(&row[0]),
                prefix: number(&row[1]),
                suffix: number(&row[2]),
                shape: number(&row[3]),
                state: number(&row[4]) as u8,
                position: number(&row[5]) as u8,
            })
            .collect();
        let encoding = model.encode(&features, &mut workspace);
        let decoding = encoding.decode();
        let spans = role_spans(&decoding.labels);
        let (cues, sources) = (encoding.link_cues(&spans), encoding.link_sources(&spans));
        let mut take =
            |values: &[f32]| hash = values.iter().fold(hash, |hash, &value| mix(hash, value));
        take(encoding.emissions());
        take(decoding.marginals.as_flattened());
        for span in &spans {
            take(&[decoding.span_probability(span.role, span.first, span.last)]);
        }
        for links in [&cues, &sources] {
            for child in 0..links.n_children() {
                take(&[links.none(child)]);
                take(links.parents(child));
            }
        }
    }
    hash
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_bit_is_the_one_that_was_committed() {
    let found = format!("{:016x}", fingerprint());
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("HEARSAY_BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fingerprint.txt");
        std::fs::write(path, format!("{found}\n")).unwrap();
        return;
    }
    assert_eq!(found, include_str!("fingerprint.txt").trim());
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn what_the_workspace_held_before_leaves_no_trace() {
    let first = fingerprint();
    assert_eq!(first, fingerprint());
}
