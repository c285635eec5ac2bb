//! Owns [`AnnotationSet`]: the annotations of one article, in the order of their words, with the tags and speakers that
//! they refer to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use hearsay_text::Span;

use crate::{
    Annotation, AnnotationId, Body, Cast, ClaimBody, EditError, Profile, QuoteBody, Status, TagSet,
};

/// Where an annotation stands in a set: by first byte, the longer first, then by id.
type Place = (u32, Reverse<u32>, AnnotationId);

/// The annotations of one article, ordered by position; no two have one id. With them, because one edit may change both,
/// the tag set that their tags and verdicts are of, and what is known of the speakers.
///
/// Two sets are equal when they hold equal annotations, however they came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnotationSet {
    /// Ordered by place.
    annotations: Vec<Annotation>,
    places: BTreeMap<AnnotationId, Place>,
    tag_set: TagSet,
    cast: Cast,
}

impl AnnotationSet {
    /// A set without annotations.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The set of `annotations`.
    ///
    /// # Errors
    ///
    /// [`EditError::AlreadyThere`] when two have one id, [`EditError::NoTarget`] when one points at no words.
    pub fn from_annotations(
        annotations: impl IntoIterator<Item = Annotation>,
    ) -> Result<Self, EditError> {
        let mut set = Self::new();
        set.extend(annotations)?;
        Ok(set)
    }

    /// Takes in many annotations at once.
    ///
    /// # Errors
    ///
    /// As [`AnnotationSet::from_annotations`]; what came before the one at fault is then in the set.
    pub fn extend(
        &mut self,
        annotations: impl IntoIterator<Item = Annotation>,
    ) -> Result<(), EditError> {
        let mut outcome = Ok(());
        for annotation in annotations {
            outcome = self.check_new(&annotation);
            if outcome.is_err() {
                break;
            }
            self.places
                .insert(annotation.id.clone(), place(&annotation));
            self.annotations.push(annotation);
        }
        self.annotations.sort_by_cached_key(place);
        outcome
    }

    /// The same tags and speakers without any annotation.
    #[must_use]
    pub fn without_annotations(&self) -> Self {
        Self {
            tag_set: self.tag_set.clone(),
            cast: self.cast.clone(),
            ..Self::default()
        }
    }

    /// The tag set that tags and verdicts refer to.
    #[must_use]
    pub const fn tag_set(&self) -> &TagSet {
        &self.tag_set
    }

    /// Puts another tag set in its place and returns the one that was there. Annotations stay as they are.
    pub fn set_tag_set(&mut self, tag_set: TagSet) -> TagSet {
        std::mem::replace(&mut self.tag_set, tag_set)
    }

    /// What is known of the speakers.
    #[must_use]
    pub const fn cast(&self) -> &Cast {
        &self.cast
    }

    /// Writes down what is known of `speaker`, or that nothing is; returns what was.
    pub fn describe(&mut self, speaker: &str, profile: Option<Profile>) -> Option<Profile> {
        self.cast.set(speaker, profile)
    }

    /// Number of annotations.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.annotations.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.annotations.is_empty()
    }

    /// All annotations, by position.
    pub fn iter(&self) -> std::slice::Iter<'_, Annotation> {
        self.annotations.iter()
    }

    /// All quotes, by position, whatever their status.
    pub fn quotes(&self) -> impl DoubleEndedIterator<Item = (&Annotation, &QuoteBody)> {
        self.iter().filter_map(|annotation| match &annotation.body {
            Body::Quote(quote) => Some((annotation, quote)),
            Body::Claim(_) | Body::Note(_) => None,
        })
    }

    /// All claims, by position, whatever their status.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = (&Annotation, &ClaimBody)> {
        self.iter().filter_map(|annotation| match &annotation.body {
            Body::Claim(claim) => Some((annotation, claim)),
            Body::Quote(_) | Body::Note(_) => None,
        })
    }

    /// The annotation of that id.
    #[must_use]
    pub fn get(&self, id: &AnnotationId) -> Option<&Annotation> {
        self.annotations.get(self.position(id)?)
    }

    /// Place of the annotation of that id in [`AnnotationSet::iter`].
    #[must_use]
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        let sought = self.places.get(id)?;
        self.annotations
            .binary_search_by(|annotation| cmp_place(annotation, sought))
            .ok()
    }

    /// The quote that `annotation` lies in: the shortest whose content encloses its whole target. Rejected quotes do
    /// not count, nor does a quote enclose itself.
    #[must_use]
    pub fn enclosing_quote(&self, annotation: &Annotation) -> Option<(&Annotation, &QuoteBody)> {
        self.quotes()
            .filter(|(quote, _)| quote.status != Status::Rejected && quote.id != annotation.id)
            .filter(|(quote, _)| encloses(&quote.target, &annotation.target))
            .min_by_key(|(quote, _)| quote.target.iter().map(|span| span.len()).sum::<u32>())
    }

    /// Who says the words of `annotation`: a quote's own speaker; for a claim or note, the speaker of the quote that
    /// it lies in.
    #[must_use]
    pub fn speaker_of<'a>(&'a self, annotation: &'a Annotation) -> Option<&'a str> {
        match &annotation.body {
            Body::Quote(quote) => quote.speaker.as_deref(),
            Body::Claim(_) | Body::Note(_) => {
                self.enclosing_quote(annotation)?.1.speaker.as_deref()
            }
        }
    }

    /// Adds an annotation.
    ///
    /// # Errors
    ///
    /// [`EditError::AlreadyThere`] or [`EditError::NoTarget`]; the set is then as it was.
    pub fn insert(&mut self, annotation: Annotation) -> Result<(), EditError> {
        self.check_new(&annotation)?;
        let place = place(&annotation);
        let at = self
            .annotations
            .partition_point(|other| cmp_place(other, &place).is_lt());
        self.places.insert(annotation.id.clone(), place);
        self.annotations.insert(at, annotation);
        Ok(())
    }

    /// Takes an annotation out and returns it.
    ///
    /// # Errors
    ///
    /// [`EditError::NotThere`]; the set is then as it was.
    pub fn remove(&mut self, id: &AnnotationId) -> Result<Annotation, EditError> {
        let at = self
            .position(id)
            .ok_or_else(|| EditError::NotThere { id: id.clone() })?;
        self.places.remove(id);
        Ok(self.annotations.remove(at))
    }

    /// Puts `annotation` in the place of the one that has its id, and returns that one.
    ///
    /// # Errors
    ///
    /// [`EditError::NotThere`] or [`EditError::NoTarget`]; the set is then as it was.
    pub fn replace(&mut self, annotation: Annotation) -> Result<Annotation, EditError> {
        check_target(&annotation)?;
        let old = self.remove(&annotation.id)?;
        self.insert(annotation)?;
        Ok(old)
    }

    fn check_new(&self, annotation: &Annotation) -> Result<(), EditError> {
        if self.places.contains_key(&annotation.id) {
            let id = annotation.id.clone();
            return Err(EditError::AlreadyThere { id });
        }
        check_target(annotation)
    }
}

impl<'a> IntoIterator for &'a AnnotationSet {
    type Item = &'a Annotation;
    type IntoIter = std::slice::Iter<'a, Annotation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn check_target(annotation: &Annotation) -> Result<(), EditError> {
    let points = annotation.target.iter().any(|span| !span.is_empty());
    points.then_some(()).ok_or_else(|| EditError::NoTarget {
        id: annotation.id.clone(),
    })
}

fn place(annotation: &Annotation) -> Place {
    let (start, end) = reach(annotation);
    (start, Reverse(end), annotation.id.clone())
}

fn cmp_place(annotation: &Annotation, place: &Place) -> std::cmp::Ordering {
    let (start, end) = reach(annotation);
    (start, Reverse(end), &annotation.id).cmp(&(place.0, place.1, &place.2))
}

/// First byte and end of all the words annotated.
fn reach(annotation: &Annotation) -> (u32, u32) {
    let start = annotation.target.iter().map(|span| span.start).min();
    let end = annotation.target.iter().map(|span| span.end).max();
    (start.unwrap_or_default(), end.unwrap_or_default())
}

/// Whether each of the `inner` spans lies in one of the `outer`.
fn encloses(outer: &[Span], inner: &[Span]) -> bool {
    let held = |span: &Span| outer.iter().any(|other| other.encloses(*span));
    !inner.is_empty() && inner.iter().all(held)
}
