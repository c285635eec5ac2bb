//! The model as a whole: what it is, and how features become labels and links.
//!
//! Owns the order of the layers and the buffers between them. The arithmetic is in `layers.rs`, `crf.rs` and `link.rs`,
//! the packed form in `format.rs`.

use crate::crf::{Crf, Decoding};
use crate::error::ModelError;
use crate::format;
use crate::kernel::{Kernel, Work};
use crate::label::{N_LABELS, Role, RoleSpan};
use crate::layers::{ConvBlock, MinGruBlock, Norm, Scratch};
use crate::link::{Context, LinkHead, Links};
use crate::tensor::{Dense, Table};
use crate::vocabulary::Vocabulary;

/// Value of [`Features::state`] on a line break.
pub const STATE_BREAK: u8 = 4;

/// Added to [`Features::position`] on the first token of a sentence.
pub const FIRST_OF_SENTENCE: u8 = 4;

/// What the model sees of one token: rows of its tables.
///
/// A row that a table does not have is read as row 0, so no value is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Features {
    /// Row of the word, from [`Model::word_row`]; 0 for a word outside the vocabulary.
    pub word: u16,
    /// Row of the hashed prefix.
    pub prefix: u16,
    /// Row of the hashed suffix.
    pub suffix: u16,
    /// Row of the hashed shape.
    pub shape: u16,
    /// Quotation-mark state: 0 outside, 1 opening mark, 2 inside, 3 closing mark, 4 line break ([`STATE_BREAK`]).
    pub state: u8,
    /// Number of the sentence in its paragraph, at most 3; plus 4 ([`FIRST_OF_SENTENCE`]) on its first token.
    pub position: u8,
}

/// What a packed model says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Info {
    /// Name of the model.
    pub name: String,
    /// Its version, counted up with each release of new weights.
    pub version: String,
    /// What it was trained on.
    pub training_data: String,
    /// Words with a row of their own.
    pub n_words: usize,
    /// Rows that prefixes are hashed to.
    pub n_prefix_rows: usize,
    /// Rows that suffixes are hashed to.
    pub n_suffix_rows: usize,
    /// Rows that shapes are hashed to.
    pub n_shape_rows: usize,
    /// Length of a hidden state.
    pub width: usize,
    /// Weights, those of the tables included.
    pub n_parameters: usize,
}

#[derive(Debug)]
pub(crate) enum Layer {
    Conv(ConvBlock),
    MinGru(MinGruBlock),
}

/// A quote tagger, ready to run. Parsing one takes a few milliseconds; share it.
#[derive(Debug)]
pub struct Model {
    pub(crate) info: Info,
    pub(crate) vocabulary: Vocabulary,
    /// Word, prefix, suffix, shape, state, position.
    pub(crate) tables: [Table; 6],
    pub(crate) input: Dense,
    pub(crate) layers: Vec<Layer>,
    pub(crate) norm: Norm,
    pub(crate) emit: Dense,
    pub(crate) crf: Crf,
    pub(crate) to_cue: LinkHead,
    pub(crate) to_source: LinkHead,
}

/// Buffers of [`Model::encode`]. They grow to the longest chunk seen and are then reused: keep one per thread.
#[derive(Debug, Default)]
pub struct Workspace {
    rows: Vec<f32>,
    scratch: Scratch,
    emissions: Vec<f32>,
    breaks: Vec<u32>,
    sentences: Vec<u32>,
}

/// A chunk of text as the model understands it: from here come labels and links.
#[derive(Debug)]
pub struct Encoding<'a> {
    model: &'a Model,
    workspace: &'a Workspace,
}

impl Model {
    /// Reads a packed model.
    ///
    /// # Errors
    ///
    /// Says what is wrong with bytes that are not a model, not of this format version, cut short, damaged, or whose parts do not
    /// fit together.
    pub fn parse(bytes: &[u8]) -> Result<Self, ModelError> {
        format::parse(bytes)
    }

    /// What the model says of itself.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Row of a normalised word, for [`Features::word`]; 0 if the vocabulary does not have it.
    pub fn word_row(&self, word: &str) -> u16 {
        u16::try_from(self.vocabulary.row(word)).unwrap_or(0)
    }

    /// Runs the encoder over the tokens of a chunk.
    ///
    /// A chunk should be whole paragraphs and about as long as in training, up to 128 or so tokens; any length works, and
    /// takes time and memory in proportion. The same features give the same bits on every machine, whatever the workspace
    /// held before.
    pub fn encode<'a>(
        &'a self,
        features: &[Features],
        workspace: &'a mut Workspace,
    ) -> Encoding<'a> {
        self.input.level().run(Encode {
            model: self,
            features,
            workspace: &mut *workspace,
        });
        Encoding {
            model: self,
            workspace,
        }
    }
}

/// [`Model::encode`] as a job for a kernel.
struct Encode<'a> {
    model: &'a Model,
    features: &'a [Features],
    workspace: &'a mut Workspace,
}

impl Work for Encode<'_> {
    type Output = ();

    #[inline(always)]
    fn run<K: Kernel>(self) {
        let Self {
            model,
            features,
            workspace,
        } = self;
        let Workspace {
            rows,
            scratch,
            emissions,
            breaks,
            sentences,
        } = workspace;
        breaks.clear();
        sentences.clear();
        let (mut n_breaks, mut n_sentences) = (0, 0);
        scratch.quantised.start(model.input.inputs());
        for token in features {
            n_breaks += u32::from(token.state == STATE_BREAK);
            n_sentences += u32::from(token.position >= FIRST_OF_SENTENCE);
            breaks.push(n_breaks);
            sentences.push(n_sentences);
            let [word, prefix, suffix, shape, state, position] = &model.tables;
            scratch.row.clear();
            word.append_row(usize::from(token.word), &mut scratch.row);
            prefix.append_row(usize::from(token.prefix), &mut scratch.row);
            suffix.append_row(usize::from(token.suffix), &mut scratch.row);
            shape.append_row(usize::from(token.shape), &mut scratch.row);
            state.append_row(usize::from(token.state), &mut scratch.row);
            position.append_row(usize::from(token.position), &mut scratch.row);
            scratch.quantised.push::<K>(&scratch.row);
        }
        model.input.apply::<K>(&scratch.quantised, rows);
        for layer in &model.layers {
            match layer {
                Layer::Conv(block) => block.apply::<K>(rows, scratch),
                Layer::MinGru(block) => block.apply::<K>(rows, scratch),
            }
        }
        let width = model.input.outputs();
        scratch.quantised.start(width);
        for row in rows.chunks_exact_mut(width) {
            model.norm.apply(row);
            scratch.quantised.push::<K>(row);
        }
        model.emit.apply::<K>(&scratch.quantised, emissions);
    }
}

/// [`Encoding::decode`] as a job: it has no use for the kernel, but for the processor's wide vectors.
struct Decode<'a> {
    crf: &'a Crf,
    emissions: &'a [f32],
}

impl Work for Decode<'_> {
    type Output = Decoding;

    #[inline(always)]
    fn run<K: Kernel>(self) -> Decoding {
        self.crf.decode(self.emissions)
    }
}

impl Encoding<'_> {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.workspace.breaks.len()
    }

    /// Whether the chunk has no tokens.
    pub fn is_empty(&self) -> bool {
        self.workspace.breaks.is_empty()
    }

    /// Scores of the labels before the CRF, [`N_LABELS`] per token; for tests against the training code.
    pub fn emissions(&self) -> &[f32] {
        debug_assert_eq!(self.workspace.emissions.len(), self.len() * N_LABELS);
        &self.workspace.emissions
    }

    /// The best label sequence, and the probability of every label.
    pub fn decode(&self) -> Decoding {
        self.model.input.level().run(Decode {
            crf: &self.model.crf,
            emissions: self.emissions(),
        })
    }

    /// Which cue each content belongs to: children are the contents among `spans`, parents the cues, both in their order there.
    ///
    /// Pass all spans of the chunk, sources too: what lies between a content and a cue counts. Spans may be
    /// [`role_spans`](crate::role_spans) of the decoded labels or what became of them. Spans that reach outside the chunk
    /// are left out, and so are not numbered.
    pub fn link_cues(&self, spans: &[RoleSpan]) -> Links {
        self.model
            .to_cue
            .score(&self.context(), spans, Role::Content, Role::Cue)
    }

    /// Which source each cue belongs to: children are the cues among `spans`, parents the sources. See [`Encoding::link_cues`].
    pub fn link_sources(&self, spans: &[RoleSpan]) -> Links {
        self.model
            .to_source
            .score(&self.context(), spans, Role::Cue, Role::Source)
    }

    fn context(&self) -> Context<'_> {
        Context {
            hidden: &self.workspace.rows,
            width: self.model.input.outputs(),
            breaks: &self.workspace.breaks,
            sentences: &self.workspace.sentences,
        }
    }
}
