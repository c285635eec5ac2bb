//! The engine's suggestions for our own articles, as a number that the tests in a browser must find again.
//!
//! `HEARSAY_BLESS=1` writes the number down anew, as for golden articles.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test may panic")]

#[path = "web/fingerprint.rs"]
mod fingerprint;

#[test]
fn the_engine_finds_natively_what_is_written_down_for_the_browser() {
    let found = fingerprint::fingerprint();
    if std::env::var_os("HEARSAY_BLESS").is_some_and(|value| value == "1") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/web/fingerprint.txt");
        std::fs::write(path, [&found, "\n"].concat()).expect("a file that can be written");
        return;
    }
    assert_eq!(found, include_str!("web/fingerprint.txt").trim());
}
