//! Owns the packed claim model: reading it, and the score of a sentence.
//!
//! `training/claims.py` writes it. All numbers are little-endian.
//!
//! ```text
//! file     "HEARSAYC"  u32 format version  u32 payload length  u64 FNV-1a checksum of the payload  payload
//! payload  f32 bias  f32 step  f32 threshold  u8 bits of a key  u32 number of keys
//!          keys, ascending, each as its distance from the one before: bytes of 255 add up, the first below ends it
//!          i8 weight of each key
//! ```
//!
//! The log-odds of a sentence are `bias + step · Σ over groups (sum of weights / √ number of features)`. Sums are of integers, and
//! the few operations after them are single IEEE ones, so a sentence scores the same natively and in WebAssembly.

use std::fmt;

use crate::features::{N_GROUPS, each_feature};

const MAGIC: &[u8; 8] = b"HEARSAYC";
const VERSION: u32 = 1;
const HEADER_LENGTH: usize = 24;
const MAX_BITS: u8 = 20;

/// Why bytes are no claim model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They do not begin as one.
    Magic,
    /// They are of another format version; retrain, or use the build that they were made for.
    Version(u32),
    /// They end early, or go on after the end: the length expected and the one found.
    Length(usize, usize),
    /// They were damaged.
    Checksum,
    /// They hold something that no model has.
    Content(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => f.write_str("not a claim model: it does not begin with HEARSAYC"),
            Self::Version(found) => write!(
                f,
                "a claim model of format {found}; this build reads format {VERSION}"
            ),
            Self::Length(expected, found) => {
                write!(
                    f,
                    "the claim model should have {expected} bytes but has {found}"
                )
            }
            Self::Checksum => f.write_str("the claim model was damaged: its checksum does not fit"),
            Self::Content(what) => write!(f, "not a usable claim model: {what}"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A claim model, ready to score.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    bias: f32,
    step: f32,
    threshold: f32,
    /// By key; 0 for a feature that does not matter.
    weights: Vec<i8>,
}

impl Model {
    /// Reads a packed model.
    ///
    /// # Errors
    ///
    /// When the bytes are anything else, of another version, or damaged.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        if !bytes.starts_with(MAGIC) {
            return Err(ModelError::Magic);
        }
        let mut header = Reader(&bytes[MAGIC.len()..]);
        let short = || ModelError::Length(HEADER_LENGTH, bytes.len());
        let version = header.array().map(u32::from_le_bytes).ok_or_else(short)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let length = header.array().map(u32::from_le_bytes).ok_or_else(short)?;
        let checksum = header.array().map(u64::from_le_bytes).ok_or_else(short)?;
        let payload = header.0;
        if payload.len() != length as usize {
            let expected = HEADER_LENGTH.saturating_add(length as usize);
            return Err(ModelError::Length(expected, bytes.len()));
        }
        let found = payload.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        if found != checksum {
            return Err(ModelError::Checksum);
        }
        Reader(payload)
            .model()
            .ok_or(ModelError::Content("it ends within a part"))?
    }

    /// How likely a person would find the sentence worth checking, 0 to 1.
    #[must_use]
    pub fn score(&self, sentence: &str) -> f32 {
        let mut sums = [(0_i64, 0_u32); N_GROUPS];
        let mask = self.weights.len() - 1;
        each_feature(sentence, |group, hash| {
            let (sum, count) = &mut sums[group];
            *sum += i64::from(self.weights[hash as usize & mask]);
            *count += 1;
        });
        let mut margin = 0.0_f32;
        for (sum, count) in sums {
            if count > 0 {
                margin += sum as f32 / (count as f32).sqrt();
            }
        }
        crate::sigmoid::sigmoid(self.bias + self.step * margin)
    }

    /// The score from which a sentence counts as worth checking: the best F1 on debates that training held out.
    #[must_use]
    pub const fn threshold(&self) -> f32 {
        self.threshold
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    /// Nothing when the bytes end too early.
    fn model(mut self) -> Option<Result<Model, ModelError>> {
        let bias = f32::from_le_bytes(self.array()?);
        let step = f32::from_le_bytes(self.array()?);
        let threshold = f32::from_le_bytes(self.array()?);
        let [bits] = self.array()?;
        let n_keys = u32::from_le_bytes(self.array()?) as usize;
        if !(bias.is_finite() && step.is_finite() && (0.0..=1.0).contains(&threshold)) {
            return Some(Err(ModelError::Content("a number in it is out of range")));
        }
        if !(1..=MAX_BITS).contains(&bits) || n_keys > 1 << bits {
            return Some(Err(ModelError::Content("its table has an impossible size")));
        }
        let mut keys = Vec::with_capacity(n_keys);
        let mut key = 0_usize;
        for _ in 0..n_keys {
            loop {
                let [byte] = self.array()?;
                key = key.saturating_add(usize::from(byte));
                if byte < u8::MAX {
                    break;
                }
            }
            keys.push(key);
        }
        let mut weights = vec![0; 1 << bits];
        for (key, &weight) in keys.into_iter().zip(self.take(n_keys)?) {
            let Some(place) = weights.get_mut(key) else {
                return Some(Err(ModelError::Content("a key lies outside its table")));
            };
            *place = weight.cast_signed();
        }
        if !self.0.is_empty() {
            return Some(Err(ModelError::Content("bytes follow its weights")));
        }
        Some(Ok(Model {
            bias,
            step,
            threshold,
            weights,
        }))
    }
}
