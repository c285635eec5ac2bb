//! The packed form of a model, version 1.
//!
//! Owns reading it; `training/pack.py` writes it. All numbers are little-endian.
//!
//! ```text
//! file      "HEARSAYM"  u32 format version  u32 payload length  u64 FNV-1a checksum of the payload  payload
//! payload   text name  text version  text training data
//!           u16 width  u16 states per direction of a minimal GRU  u16 expanded width of a convolution block
//!           u16 taps of its kernel  u16 size of a link vector
//!           u8 number of layers  per layer u8 (0 convolution, 1 minimal GRU)
//!           u32 number of words  u32 length in bytes  front-coded words (see vocabulary.rs)
//!           tensors, in the order in which `parse` reads them
//! text      u16 length in bytes  UTF-8
//! tensor    u8 kind  u32 rows  u32 columns  values
//! values    kind 0  rows × columns f32
//!           kind 1  f32 scale per row     rows × columns i8
//!           kind 2  f32 scale per column  rows × columns i8
//!           kind 3  f32 scale per column  rows × columns of four bits, offset by 8, low half first, last byte filled with 0
//! ```

use crate::crf::Crf;
use crate::error::ModelError;
use crate::label::N_LABELS;
use crate::layers::{ConvBlock, MinGruBlock, Norm};
use crate::link::{LinkHead, N_BETWEEN, N_BREAKS, N_BUCKETS, N_SENTENCES};
use crate::model::{Info, Layer, Model};
use crate::tensor::{Dense, Table};
use crate::vocabulary::Vocabulary;

const MAGIC: &[u8; 8] = b"HEARSAYM";
const VERSION: u32 = 1;
const HEADER_LENGTH: usize = 24;

const FLOATS: u8 = 0;
const SCALED_ROWS: u8 = 1;
const SCALED_COLUMNS: u8 = 2;
const SCALED_COLUMNS_OF_NIBBLES: u8 = 3;

/// FNV-1a, 64 bits: small, and good enough against damage. It is no protection against malice.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

pub(crate) fn parse(bytes: &[u8]) -> Result<Model, ModelError> {
    if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) || bytes.is_empty() {
        return Err(ModelError::Magic);
    }
    let mut header = Reader {
        bytes,
        at: MAGIC.len().min(bytes.len()),
        n_parameters: 0,
    };
    let version = header.u32()?;
    if version != VERSION {
        return Err(ModelError::FormatVersion {
            found: version,
            supported: VERSION,
        });
    }
    let length = header.u32()? as usize;
    let expected = header.u64()?;
    let end = HEADER_LENGTH.saturating_add(length);
    let Some(payload) = bytes.get(HEADER_LENGTH..end) else {
        return Err(ModelError::Truncated {
            expected: end,
            found: bytes.len(),
        });
    };
    if bytes.len() > end {
        return Err(ModelError::TrailingBytes {
            extra: bytes.len() - end,
        });
    }
    let found = checksum(payload);
    if found != expected {
        return Err(ModelError::Checksum { expected, found });
    }
    header.model()
}

/// A place in the file, and how to read on from it.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    n_parameters: usize,
}

/// Sizes that the header gives and tensors must have.
struct Sizes {
    width: usize,
    hidden: usize,
    expanded: usize,
    taps: usize,
    link: usize,
}

/// A tensor as stored: `scales` is empty for floats.
struct Tensor {
    kind: u8,
    rows: usize,
    columns: usize,
    scales: Vec<f32>,
    floats: Vec<f32>,
    integers: Vec<i8>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], ModelError> {
        let end = self.at.saturating_add(length);
        let taken = self.bytes.get(self.at..end).ok_or(ModelError::Truncated {
            expected: end,
            found: self.bytes.len(),
        })?;
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn u8(&mut self) -> Result<u8, ModelError> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn u16(&mut self) -> Result<usize, ModelError> {
        self.array()
            .map(|bytes| usize::from(u16::from_le_bytes(bytes)))
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Result<u64, ModelError> {
        self.array().map(u64::from_le_bytes)
    }

    fn text(&mut self) -> Result<String, ModelError> {
        let length = self.u16()?;
        let bytes = self.take(length)?;
        String::from_utf8(bytes.to_vec())
            .map_err(|_| invalid("header", "a text in it is not UTF-8"))
    }

    fn floats(&mut self, count: usize, part: &str) -> Result<Vec<f32>, ModelError> {
        let bytes = self.take(count.saturating_mul(4))?;
        let floats: Vec<f32> = bytes
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect();
        if floats.iter().all(|value| value.is_finite()) {
            Ok(floats)
        } else {
            Err(invalid(part, "it holds a number that is not finite"))
        }
    }

    fn model(mut self) -> Result<Model, ModelError> {
        let (name, version, training_data) = (self.text()?, self.text()?, self.text()?);
        let sizes = Sizes {
            width: self.u16()?,
            hidden: self.u16()?,
            expanded: self.u16()?,
            taps: self.u16()?,
            link: self.u16()?,
        };
        if [
            sizes.width,
            sizes.hidden,
            sizes.expanded,
            sizes.taps,
            sizes.link,
        ]
        .contains(&0)
        {
            return Err(invalid("header", "a size in it is zero"));
        }
        let n_layers = usize::from(self.u8()?);
        let kinds = self.take(n_layers)?;
        let (n_words, length) = (self.u32()? as usize, self.u32()? as usize);
        if n_words >= usize::from(u16::MAX) {
            return Err(invalid(
                "vocabulary",
                "it has more words than a row number can count",
            ));
        }
        let vocabulary = Vocabulary::parse(n_words, self.take(length)?)
            .map_err(|problem| invalid("vocabulary", &problem))?;

        let tables = [
            self.table("word table", Some(n_words + 1))?,
            self.table("prefix table", None)?,
            self.table("suffix table", None)?,
            self.table("shape table", None)?,
            self.table("state table", Some(5))?,
            self.table("position table", Some(8))?,
        ];
        let inputs = tables.iter().map(Table::columns).sum();
        let input = self.dense("input", sizes.width, inputs)?;
        let layers = kinds
            .iter()
            .enumerate()
            .map(|(number, kind)| match kind {
                0 => self
                    .conv(&format!("layer {number}"), &sizes)
                    .map(Layer::Conv),
                1 => self
                    .min_gru(&format!("layer {number}"), &sizes)
                    .map(Layer::MinGru),
                _ => Err(invalid(
                    "header",
                    &format!("layer {number} is of kind {kind}, which is unknown"),
                )),
            })
            .collect::<Result<_, _>>()?;
        let norm = self.norm("last norm", sizes.width)?;
        let emit = self.dense("emissions", N_LABELS, sizes.width)?;
        let transitions = self.vector("transitions", N_LABELS, N_LABELS)?;
        let initial = self.vector("initial scores", 1, N_LABELS)?;
        let to_cue = self.link_head("link to cue", &sizes)?;
        let to_source = self.link_head("link to source", &sizes)?;
        if self.at < self.bytes.len() {
            return Err(ModelError::TrailingBytes {
                extra: self.bytes.len() - self.at,
            });
        }
        let info = Info {
            name,
            version,
            training_data,
            n_words,
            n_prefix_rows: tables[1].rows(),
            n_suffix_rows: tables[2].rows(),
            n_shape_rows: tables[3].rows(),
            width: sizes.width,
            n_parameters: self.n_parameters,
        };
        let crf = Crf::new(&transitions, &initial);
        Ok(Model {
            info,
            vocabulary,
            tables,
            input,
            layers,
            norm,
            emit,
            crf,
            to_cue,
            to_source,
        })
    }

    fn tensor(&mut self, name: &str) -> Result<Tensor, ModelError> {
        let kind = self.u8()?;
        let (rows, columns) = (self.u32()? as usize, self.u32()? as usize);
        let size = rows.saturating_mul(columns);
        let mut tensor = Tensor {
            kind,
            rows,
            columns,
            scales: Vec::new(),
            floats: Vec::new(),
            integers: Vec::new(),
        };
        match kind {
            FLOATS => tensor.floats = self.floats(size, name)?,
            SCALED_ROWS | SCALED_COLUMNS => {
                tensor.scales =
                    self.floats(if kind == SCALED_ROWS { rows } else { columns }, name)?;
                tensor.integers = self
                    .take(size)?
                    .iter()
                    .map(|&byte| byte.cast_signed())
                    .collect();
            }
            SCALED_COLUMNS_OF_NIBBLES => {
                tensor.scales = self.floats(columns, name)?;
                let bytes = self.take(size.div_ceil(2))?;
                tensor.integers = bytes
                    .iter()
                    .flat_map(|byte| [byte & 15, byte >> 4])
                    .map(|nibble| nibble.cast_signed() - 8)
                    .take(size)
                    .collect();
            }
            _ => {
                return Err(invalid(
                    name,
                    &format!("its kind is {kind}, which is unknown"),
                ));
            }
        }
        self.n_parameters += size;
        Ok(tensor)
    }

    /// A tensor of one of `kinds` and of the given shape.
    fn shaped(
        &mut self,
        name: &str,
        kinds: &[u8],
        rows: usize,
        columns: usize,
    ) -> Result<Tensor, ModelError> {
        let tensor = self.tensor(name)?;
        if !kinds.contains(&tensor.kind) {
            return Err(invalid(
                name,
                &format!("its kind is {} and should be {kinds:?}", tensor.kind),
            ));
        }
        if (tensor.rows, tensor.columns) != (rows, columns) {
            return Err(ModelError::Shape {
                tensor: name.to_owned(),
                rows,
                columns,
                found_rows: tensor.rows,
                found_columns: tensor.columns,
            });
        }
        Ok(tensor)
    }

    fn vector(&mut self, name: &str, rows: usize, columns: usize) -> Result<Vec<f32>, ModelError> {
        Ok(self.shaped(name, &[FLOATS], rows, columns)?.floats)
    }

    fn table(&mut self, name: &str, rows: Option<usize>) -> Result<Table, ModelError> {
        let tensor = self.tensor(name)?;
        if ![SCALED_COLUMNS, SCALED_COLUMNS_OF_NIBBLES].contains(&tensor.kind) {
            return Err(invalid(
                name,
                &format!("its kind is {} and should be 2 or 3", tensor.kind),
            ));
        }
        let rows = rows.unwrap_or(tensor.rows);
        if tensor.rows != rows || tensor.rows == 0 || tensor.columns == 0 {
            return Err(ModelError::Shape {
                tensor: name.to_owned(),
                rows: rows.max(1),
                columns: tensor.columns.max(1),
                found_rows: tensor.rows,
                found_columns: tensor.columns,
            });
        }
        Ok(Table::new(tensor.integers, tensor.scales))
    }

    fn dense(&mut self, name: &str, outputs: usize, inputs: usize) -> Result<Dense, ModelError> {
        let weights = self.shaped(name, &[SCALED_ROWS], outputs, inputs)?;
        let bias = self.vector(&format!("{name}, bias"), 1, outputs)?;
        Ok(Dense::new(&weights.integers, weights.scales, bias))
    }

    fn norm(&mut self, name: &str, width: usize) -> Result<Norm, ModelError> {
        Ok(Norm {
            scale: self.vector(&format!("{name}, scale"), 1, width)?,
            shift: self.vector(&format!("{name}, shift"), 1, width)?,
        })
    }

    fn conv(&mut self, name: &str, sizes: &Sizes) -> Result<ConvBlock, ModelError> {
        Ok(ConvBlock {
            kernel: self.vector(&format!("{name}, kernel"), sizes.taps, sizes.width)?,
            bias: self.vector(&format!("{name}, kernel bias"), 1, sizes.width)?,
            norm: self.norm(&format!("{name}, norm"), sizes.width)?,
            up: self.dense(&format!("{name}, up"), sizes.expanded, sizes.width)?,
            down: self.dense(&format!("{name}, down"), sizes.width, sizes.expanded)?,
        })
    }

    fn min_gru(&mut self, name: &str, sizes: &Sizes) -> Result<MinGruBlock, ModelError> {
        Ok(MinGruBlock {
            norm: self.norm(&format!("{name}, norm"), sizes.width)?,
            gates: self.dense(&format!("{name}, gates"), 4 * sizes.hidden, sizes.width)?,
            out: self.dense(&format!("{name}, out"), sizes.width, 2 * sizes.hidden)?,
        })
    }

    fn link_head(&mut self, name: &str, sizes: &Sizes) -> Result<LinkHead, ModelError> {
        Ok(LinkHead {
            child: self.dense(&format!("{name}, child"), sizes.link, 2 * sizes.width)?,
            parent: self.dense(&format!("{name}, parent"), sizes.link, 2 * sizes.width)?,
            none: self.dense(&format!("{name}, none"), 1, sizes.link)?,
            distance: self.vector(&format!("{name}, distance"), 2, N_BUCKETS)?,
            breaks: self.vector(&format!("{name}, breaks"), 1, N_BREAKS)?,
            sentences: self.vector(&format!("{name}, sentences"), 1, N_SENTENCES)?,
            between: self.vector(&format!("{name}, between"), 3, N_BETWEEN)?,
        })
    }
}

fn invalid(part: &str, problem: &str) -> ModelError {
    ModelError::Invalid {
        part: part.to_owned(),
        problem: problem.to_owned(),
    }
}
