//! A number that changes with the last bit of whatever the engine says of a text.

use hearsay_engine::{Article, Options, suggest};

/// Articles of ours that have every kind of quote in them.
const TEXTS: [&str; 3] = [
    include_str!("tram.md"),
    include_str!("../corpus/unmarked.txt"),
    include_str!("../corpus/interview.txt"),
];

/// The fingerprint of all suggestions for the texts: ids, words, speakers and every bit of the confidences.
pub(crate) fn fingerprint() -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in TEXTS {
        let article = Article::verbatim(text);
        let suggestions = suggest(&article, Options::default()).expect("the embedded model");
        assert!(!suggestions.is_empty());
        // `Debug` writes floats so that they read back to the same bits.
        for byte in format!("{suggestions:?}").bytes() {
            // FNV-1a.
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}
