//! A packed model that is not whole, not ours or not of this version is refused, and the refusal says what is wrong.

// A helper that fails is a test that fails.
#![allow(clippy::unwrap_used)]

use hearsay_model::{Model, ModelError, PACKED, embedded};

/// Start of the payload: after magic, format version, length and checksum.
const HEADER: usize = 24;

fn refusal(bytes: &[u8]) -> String {
    Model::parse(bytes).map(|_| ()).unwrap_err().to_string()
}

/// The packed model with its payload changed and the checksum made right again.
fn with_payload(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut payload = PACKED[HEADER..].to_vec();
    change(&mut payload);
    let checksum = payload
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    let mut bytes = PACKED[..12].to_vec();
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend(checksum.to_le_bytes());
    bytes.extend(payload);
    bytes
}

#[test]
fn the_embedded_model_is_whole_and_small_enough() {
    let model = embedded().unwrap();
    assert_eq!(model.info().name, "hearsay-quotes-en");
    assert!(model.info().training_data.contains("PolNeAR"));
    assert!(PACKED.len() <= 600_000, "{} bytes", PACKED.len());
}

#[test]
fn bytes_of_another_kind_are_no_model() {
    assert_eq!(
        Model::parse(b"PK\x03\x04 something else").unwrap_err(),
        ModelError::Magic
    );
    assert_eq!(Model::parse(b"").unwrap_err(), ModelError::Magic);
    assert!(refusal(b"<!doctype html>").contains("not a Hearsay model"));
}

#[test]
fn another_format_version_is_named_with_the_one_that_is_read() {
    let mut bytes = PACKED.to_vec();
    bytes[8] = 9;
    assert_eq!(
        Model::parse(&bytes).unwrap_err(),
        ModelError::FormatVersion {
            found: 9,
            supported: 1
        }
    );
    assert!(refusal(&bytes).contains("format 9"));
}

#[test]
fn a_model_cut_short_anywhere_is_refused_with_its_length() {
    for length in [
        4,
        10,
        HEADER,
        HEADER + 100,
        PACKED.len() / 2,
        PACKED.len() - 1,
    ] {
        let error = Model::parse(&PACKED[..length]).unwrap_err();
        assert!(
            matches!(error, ModelError::Truncated { found, .. } if found == length),
            "{length}: {error}"
        );
    }
}

#[test]
fn one_changed_bit_is_noticed() {
    for at in [HEADER, PACKED.len() / 2, PACKED.len() - 1] {
        let mut bytes = PACKED.to_vec();
        bytes[at] ^= 4;
        assert!(matches!(
            Model::parse(&bytes).unwrap_err(),
            ModelError::Checksum { .. }
        ));
        assert!(refusal(&bytes).contains("checksum"));
    }
}

#[test]
fn bytes_after_the_end_are_counted() {
    let mut bytes = PACKED.to_vec();
    bytes.extend([0; 3]);
    assert_eq!(
        Model::parse(&bytes).unwrap_err(),
        ModelError::TrailingBytes { extra: 3 }
    );
    let padded = with_payload(|payload| payload.extend([0; 2]));
    assert_eq!(
        Model::parse(&padded).unwrap_err(),
        ModelError::TrailingBytes { extra: 2 }
    );
}

#[test]
fn parts_that_do_not_fit_together_are_named() {
    let texts: usize = [
        &embedded().unwrap().info().name,
        &embedded().unwrap().info().version,
        &embedded().unwrap().info().training_data,
    ]
    .iter()
    .map(|text| 2 + text.len())
    .sum();
    // The width comes first after the three texts.
    let narrower = with_payload(|payload| payload[texts] -= 16);
    assert!(
        matches!(Model::parse(&narrower).unwrap_err(), ModelError::Shape { tensor, .. } if tensor == "input")
    );
    let sizeless = with_payload(|payload| payload[texts..texts + 2].fill(0));
    assert!(refusal(&sizeless).contains("size"));
    let layer_kind = texts + 10 + 1;
    let odd_layer = with_payload(|payload| payload[layer_kind] = 7);
    assert!(refusal(&odd_layer).contains("kind 7"));
    let last_float = with_payload(|payload| {
        let end = payload.len();
        payload[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
    });
    assert!(refusal(&last_float).contains("not finite"));
}
