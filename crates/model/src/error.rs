//! What can be wrong with a packed model, told to the person who has it in hand.
//!
//! Owns [`ModelError`]; where each error arises is the business of `format.rs`.

use thiserror::Error;

/// Why bytes could not be read as a model.
///
/// The engine carries its own model, so these reach people who train and pack one themselves, or whose download was cut.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes do not begin as a packed model does.
    #[error("this is not a Hearsay model: it should begin with \"HEARSAYM\"")]
    Magic,
    /// The layout is one that this build cannot read.
    #[error(
        "the model has format {found}, and this build reads format {supported}: pack it again with the training code of this version"
    )]
    FormatVersion {
        /// Version in the file.
        found: u32,
        /// The only version this build reads.
        supported: u32,
    },
    /// The bytes end early.
    #[error("the model is cut short: {found} bytes of {expected}; fetch or pack it again")]
    Truncated {
        /// Bytes that the header or a part announced, counted from the start of the file.
        expected: usize,
        /// Bytes that are there.
        found: usize,
    },
    /// There are bytes after the end of the model.
    #[error("the model is followed by {extra} bytes that do not belong to it")]
    TrailingBytes {
        /// How many.
        extra: usize,
    },
    /// The bytes are not those that were packed.
    #[error(
        "the model is damaged: its checksum is {found:016x} and should be {expected:016x}; fetch or pack it again"
    )]
    Checksum {
        /// Checksum in the header.
        expected: u64,
        /// Checksum of the bytes.
        found: u64,
    },
    /// A tensor has not the shape that the header asks for.
    #[error(
        "the tensor \"{tensor}\" is {found_rows} × {found_columns} and should be {rows} × {columns}"
    )]
    Shape {
        /// Name of the tensor.
        tensor: String,
        /// Rows the header asks for.
        rows: usize,
        /// Columns the header asks for.
        columns: usize,
        /// Rows in the file.
        found_rows: usize,
        /// Columns in the file.
        found_columns: usize,
    },
    /// A part holds what it must not.
    #[error("the model's {part} cannot be right: {problem}")]
    Invalid {
        /// Which part: "header", "vocabulary" or the name of a tensor.
        part: String,
        /// What is wrong with it.
        problem: String,
    },
}
