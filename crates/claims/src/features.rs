//! Owns what the claim model counts in a sentence: words, pairs of words, pieces of words, and the sentence's shape.
//!
//! Training reads these very features through `examples/dump_claim_features.rs`, so a change here asks for a new model.

use crate::words::{Class, words};

/// Groups of features: words, neighbours, words with one between, pieces of words, shape. The weights of a group are summed and
/// divided by the root of how many features it has, so a long sentence does not win by its length.
pub const N_GROUPS: usize = 5;

const WORDS: usize = 0;
const PAIRS: usize = 1;
const SKIPS: usize = 2;
const PIECES: usize = 3;
const SHAPE: usize = 4;

/// A piece of a word holds this many characters, its edges counted as one each.
const PIECE_SIZES: std::ops::RangeInclusive<usize> = 3..=5;

/// A sentence is at least this many words long, marks counted.
const LENGTHS: [u8; 13] = [2, 4, 6, 8, 11, 14, 17, 20, 24, 28, 34, 40, 50];

/// A sentence has at least this many numbers, or names.
const COUNTS: [u8; 4] = [1, 2, 3, 4];

/// Calls `emit` with the group and the hash of every feature of a sentence, in a fixed order and in linear time.
pub fn each_feature(sentence: &str, mut emit: impl FnMut(usize, u32)) {
    let words = words(sentence);
    let form = |at: usize| words.get(at).map_or("$", |word| word.form.as_str());
    let mut bounds = Vec::new();
    for (at, word) in words.iter().enumerate() {
        emit(WORDS, hash(b'w', &word.form, ""));
        if at == 0 {
            emit(PAIRS, hash(b'b', "^", &word.form));
        }
        emit(PAIRS, hash(b'b', &word.form, form(at + 1)));
        if at + 1 < words.len() {
            emit(SKIPS, hash(b's', &word.form, form(at + 2)));
        }
        if matches!(word.class, Class::Plain | Class::Name) {
            let bounded = format!("^{}$", word.form);
            bounds.clear();
            bounds.extend(bounded.char_indices().map(|(at, _)| at));
            bounds.push(bounded.len());
            for size in PIECE_SIZES {
                for ends in bounds.windows(size + 1) {
                    emit(PIECES, hash(b'c', &bounded[ends[0]..ends[size]], ""));
                }
            }
        }
    }
    let count = |is: fn(Class) -> bool| words.iter().filter(|word| is(word.class)).count();
    let mut steps = |kind, steps: &[u8], count: usize| {
        for &step in steps.iter().filter(|&&step| count >= usize::from(step)) {
            emit(SHAPE, hash_bytes(kind, &[step]));
        }
    };
    steps(b'l', &LENGTHS, words.len());
    steps(
        b'n',
        &COUNTS,
        count(|class| matches!(class, Class::Number | Class::Year)),
    );
    steps(b'm', &COUNTS, count(|class| class == Class::Name));
    steps(
        b'?',
        &[1],
        words.iter().filter(|word| word.form == "?").count(),
    );
}

fn hash(kind: u8, first: &str, second: &str) -> u32 {
    let hash = second
        .bytes()
        .fold(fnv(first.bytes().fold(fnv(OFFSET, kind), fnv), 0), fnv);
    finish(hash)
}

fn hash_bytes(kind: u8, bytes: &[u8]) -> u32 {
    finish(bytes.iter().copied().fold(fnv(OFFSET, kind), fnv))
}

const OFFSET: u32 = 0x811c_9dc5;

/// A step of FNV-1a, 32 bits.
const fn fnv(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// The finisher of MurmurHash3: FNV's low bits alone spread poorly.
const fn finish(hash: u32) -> u32 {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}
