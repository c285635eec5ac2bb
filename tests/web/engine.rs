//! The engine gives the same in a browser as natively, to the last bit.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fingerprint::fingerprint;

#[wasm_bindgen_test]
fn the_engine_finds_in_a_browser_what_it_finds_natively_to_the_last_bit() {
    // Written by the native test of the same number, `tests/parity.rs`.
    assert_eq!(fingerprint(), include_str!("fingerprint.txt").trim());
}
