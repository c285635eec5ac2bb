//! The packed weights of the quote tagger and their inference.
//!
//! Owns the network: features of tokens go in, labels, links and their probabilities come out. It knows nothing of text:
//! tokens, features and the assembly of quotes are left to `hearsay-quotes`.
//!
//! The same features give the same bits natively and in WebAssembly, on every machine: weights and activations are int8,
//! dot products are integers, and the rest is single IEEE 754 operations in a fixed order (`math.rs`).
//!
//! `MODEL.md` beside this crate's manifest says what the embedded model was trained on, how it scores and where it fails.
//!
//! ```
//! use hearsay_model::{Features, Workspace, embedded, role_spans};
//!
//! let model = embedded().map_err(|error| error.clone())?;
//! let features = ["she", "said", "yes"].map(|word| Features { word: model.word_row(word), ..Features::default() });
//! let mut workspace = Workspace::default();
//! let encoding = model.encode(&features, &mut workspace);
//! let decoding = encoding.decode();
//! assert_eq!(decoding.labels.len(), 3);
//! let spans = role_spans(&decoding.labels);
//! let cues = encoding.link_cues(&spans);
//! let sources = encoding.link_sources(&spans);
//! # let _ = (cues, sources);
//! # Ok::<(), hearsay_model::ModelError>(())
//! ```
#![warn(missing_docs)]

mod crf;
mod error;
mod format;
mod kernel;
mod label;
mod layers;
mod link;
mod math;
mod model;
mod tensor;
mod vocabulary;
#[cfg(target_arch = "x86_64")]
mod x86;

use std::sync::OnceLock;

pub use crf::{Decoding, LabelScores};
pub use error::ModelError;
pub use label::{LABELS, Label, N_LABELS, Role, RoleSpan, role_spans};
pub use link::Links;
pub use model::{Encoding, FIRST_OF_SENTENCE, Features, Info, Model, STATE_BREAK, Workspace};

/// The packed model of this build.
pub const PACKED: &[u8] = include_bytes!("../quotes.model");

/// The model of this build, parsed at the first call.
///
/// # Errors
///
/// None while the committed file is whole, which a test proves; the caller reports rather than panics all the same.
pub fn embedded() -> Result<&'static Model, &'static ModelError> {
    static MODEL: OnceLock<Result<Model, ModelError>> = OnceLock::new();
    MODEL.get_or_init(|| Model::parse(PACKED)).as_ref()
}
