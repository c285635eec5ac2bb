//! What is marked in each block of the open article, kept from one version of its annotations to the next, so that an edit
//! redraws the blocks that it changes and no others.
//!
//! What is in focus is no part of it: [`InFocus`] says which blocks show that, and [`BlockMarks::runs_with`] draws it into them.

use std::rc::Rc;
use std::sync::Arc;

use hearsay_annotate::{Annotation, AnnotationId};
use hearsay_text::{Article, Block, Span};

use super::highlights::{PartRole, Run, nest_marks, parts};
use super::{Document, Settings, Shown};

/// Blocks that are drawn together: few enough to be drawn anew in no time, and so many that an article has few such groups.
pub const PASSAGE: usize = 24;

/// What is marked in the blocks of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// In the order of the article, [`PASSAGE`] blocks each, the last one fewer.
    pub passages: Vec<Rc<Vec<Rc<BlockMarks>>>>,
}

/// What is marked in a block.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockMarks {
    /// The annotations that have words in it, by position, each once.
    pub marked: Vec<Marked>,
    /// Runs that tile the block.
    pub runs: Vec<Run>,
}

/// An annotation, as its marks show it.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The annotation.
    pub annotation: Arc<Annotation>,
    /// Who says its words.
    pub speaker: Option<String>,
}

impl PartialEq for Marked {
    /// One and the same annotation, said by the same speaker.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.annotation, &other.annotation) && self.speaker == other.speaker
    }
}

/// An annotation in focus: where it stands, with the words that attribute it.
#[derive(Clone, Debug, PartialEq)]
pub struct InFocus {
    /// Which one.
    pub id: AnnotationId,
    /// Its words.
    target: Vec<Span>,
    /// Its cue, source and evidence.
    parts: Vec<(PartRole, Span)>,
}

impl Marks {
    /// What is marked in the article of `document`; of the `last` marks of the same article, what is still so is used again.
    #[must_use]
    pub fn of(document: &Document, settings: &Settings, last: &Self) -> Self {
        let article = &document.article;
        let shown = Shown::new(document, settings);
        let mut found: Vec<Vec<(&Arc<Annotation>, Option<&str>)>> =
            vec![Vec::new(); article.blocks.len()];
        for annotation in document.annotations.shared() {
            if !shown.shows(annotation) {
                continue;
            }
            let speaker = shown.speaker_of(annotation);
            for span in &annotation.target {
                for (block_idx, _) in article.pieces(*span) {
                    let in_block = &mut found[block_idx];
                    let known = in_block.last();
                    if known.is_none_or(|(known, _)| !Arc::ptr_eq(known, annotation)) {
                        in_block.push((annotation, speaker));
                    }
                }
            }
        }
        let passages = article.blocks.chunks(PASSAGE).zip(found.chunks(PASSAGE));
        let passages = passages.enumerate().map(|(nth, (blocks, found))| {
            let before = last.passages.get(nth);
            let passage = blocks.iter().zip(found).enumerate();
            let passage: Vec<_> = passage
                .map(|(at, (block, found))| {
                    let before = before.and_then(|passage| passage.get(at));
                    match before.filter(|before| before.is_still(found)) {
                        Some(before) => Rc::clone(before),
                        None => Rc::new(BlockMarks::of(block, found)),
                    }
                })
                .collect();
            let is_still = |before: &&Rc<Vec<Rc<BlockMarks>>>| {
                let both = before.iter().zip(&passage);
                before.len() == passage.len() && both.into_iter().all(|(a, b)| Rc::ptr_eq(a, b))
            };
            match before.filter(is_still) {
                Some(before) => Rc::clone(before),
                None => Rc::new(passage),
            }
        });
        Self {
            passages: passages.collect(),
        }
    }

    /// The marks of every block.
    pub fn blocks(&self) -> impl Iterator<Item = &Rc<BlockMarks>> {
        self.passages.iter().flat_map(|passage| passage.iter())
    }
}

impl BlockMarks {
    fn of(block: &Block, found: &[(&Arc<Annotation>, Option<&str>)]) -> Self {
        let marked: Vec<_> = found
            .iter()
            .map(|(annotation, speaker)| Marked {
                annotation: Arc::clone(annotation),
                speaker: speaker.map(str::to_owned),
            })
            .collect();
        let runs = nest_marks(block, &marked, None);
        Self { marked, runs }
    }

    /// Whether it would come out the same for these annotations.
    fn is_still(&self, found: &[(&Arc<Annotation>, Option<&str>)]) -> bool {
        self.marked.len() == found.len()
            && self
                .marked
                .iter()
                .zip(found)
                .all(|(known, (annotation, speaker))| {
                    Arc::ptr_eq(&known.annotation, annotation)
                        && known.speaker.as_deref() == *speaker
                })
    }

    /// The runs of the block with cue, source and evidence of what is in focus.
    #[must_use]
    pub fn runs_with(&self, block: &Block, focus: &InFocus) -> Vec<Run> {
        nest_marks(block, &self.marked, Some(focus))
    }

    /// The annotation of that id, if it has words in the block.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Marked> {
        self.marked.iter().find(|one| one.annotation.id == *id)
    }
}

impl InFocus {
    /// Of the annotation of that id, if it is shown.
    #[must_use]
    pub fn of(document: &Document, settings: &Settings, id: &AnnotationId) -> Option<Self> {
        let annotation = document.annotations.get(id)?;
        Shown::new(document, settings)
            .shows(annotation)
            .then(|| Self {
                id: id.clone(),
                target: annotation.target.clone(),
                parts: parts(annotation).collect(),
            })
    }

    /// Whether something of it is drawn in one of these blocks.
    #[must_use]
    pub fn is_in(&self, article: &Article, blocks: std::ops::Range<usize>) -> bool {
        let parts = self.parts.iter().map(|(_, span)| span);
        self.target.iter().chain(parts).any(|span| {
            let mut pieces = article.pieces(*span);
            pieces.any(|(block_idx, _)| blocks.contains(&block_idx))
        })
    }

    /// Cue, source and evidence.
    pub(super) fn parts(&self) -> &[(PartRole, Span)] {
        &self.parts
    }
}
