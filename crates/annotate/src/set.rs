//! Owns [`AnnotationSet`]: the annotations of one article, in the order of their words, with the tags and speakers that
//! they refer to.

use std::cmp::{Ordering, Reverse};
use std::sync::{Arc, OnceLock};

use hearsay_text::Span;

use crate::nesting::Nesting;
use crate::tagged::Tagged;
use crate::{
    Annotation, AnnotationId, Body, Cast, ClaimBody, EditError, Profile, QuoteBody, TagSet,
};

/// The annotations of one article, ordered by position; no two have one id. With them, because one edit may change both,
/// the tag set that their tags and verdicts are of, and what is known of the speakers.
///
/// Two sets are equal when they hold equal annotations, however they came about.
///
/// A copy shares its annotations with the original: whoever keeps the set of before an edit keeps two lists of references
/// and not ten thousand annotations.
#[derive(Clone, Debug, Default)]
pub struct AnnotationSet {
    /// Ordered by first byte, the longer first, then by id.
    annotations: Vec<Arc<Annotation>>,
    /// The same ones, ordered by id.
    by_id: Vec<Arc<Annotation>>,
    /// Made when it is first asked for, and again after each change.
    nesting: OnceLock<Nesting>,
    /// As `nesting`.
    tagged: OnceLock<Tagged>,
    tag_set: TagSet,
    cast: Cast,
}

impl PartialEq for AnnotationSet {
    fn eq(&self, other: &Self) -> bool {
        self.annotations == other.annotations
            && self.tag_set == other.tag_set
            && self.cast == other.cast
    }
}

/// The annotations of a set, by position.
pub type Annotations<'a> = std::iter::Map<
    std::slice::Iter<'a, Arc<Annotation>>,
    fn(&'a Arc<Annotation>) -> &'a Annotation,
>;

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
        let mut new: Vec<_> = annotations.into_iter().map(Arc::new).collect();
        // Of several with one id, the first comes first.
        let mut by_id = new.clone();
        sort(&mut by_id, cmp_id);
        let again = |annotation: &Arc<Annotation>| {
            let first = by_id.partition_point(|other| other.id < annotation.id);
            !Arc::ptr_eq(&by_id[first], annotation)
        };
        let check = |annotation: &Arc<Annotation>| {
            if again(annotation) {
                return Err(already_there(annotation));
            }
            self.check_new(annotation)
        };
        let mut outcome = Ok(());
        let fits = new.iter().position(|annotation| {
            outcome = check(annotation);
            outcome.is_err()
        });
        if let Some(n_fitting) = fits {
            new.truncate(n_fitting);
            by_id.clone_from(&new);
        }
        self.forget_places();
        self.by_id.append(&mut by_id);
        sort(&mut self.by_id, cmp_id);
        self.annotations.append(&mut new);
        sort(&mut self.annotations, cmp_place);
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
    pub fn iter(&self) -> Annotations<'_> {
        self.annotations.iter().map(Arc::as_ref)
    }

    /// All annotations as they are shared, by position: one that two sets share is the same in both, which is told without
    /// looking into it.
    #[must_use]
    pub fn shared(&self) -> &[Arc<Annotation>] {
        &self.annotations
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
        Some(&self.by_id[self.place_by_id(id)?])
    }

    /// Place of the annotation of that id in [`AnnotationSet::iter`].
    #[must_use]
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        let sought = &self.by_id[self.place_by_id(id)?];
        self.annotations
            .binary_search_by(|annotation| cmp_place(annotation, sought))
            .ok()
    }

    fn place_by_id(&self, id: &AnnotationId) -> Option<usize> {
        self.by_id.binary_search_by(|other| other.id.cmp(id)).ok()
    }

    /// The quote that `annotation` lies in: the shortest whose content encloses its whole target. Rejected quotes do
    /// not count, nor does a quote enclose itself.
    #[must_use]
    pub fn enclosing_quote(&self, annotation: &Annotation) -> Option<(&Annotation, &QuoteBody)> {
        let nesting = self.nesting.get_or_init(|| Nesting::of(&self.annotations));
        let (start, end) = annotation.reach();
        let mut shortest: Option<(u32, &Annotation)> = None;
        nesting.around(start, end, |place| {
            let quote = self.annotations[place].as_ref();
            if quote.id == annotation.id || !encloses(&quote.target, &annotation.target) {
                return;
            }
            let length = quote.target.iter().map(|span| span.len()).sum();
            if shortest.is_none_or(|(least, _)| length < least) {
                shortest = Some((length, quote));
            }
        });
        match shortest {
            Some((_, quote)) => match &quote.body {
                Body::Quote(body) => Some((quote, body)),
                Body::Claim(_) | Body::Note(_) => None,
            },
            None => None,
        }
    }

    /// Whether a claim that a person tagged or accepted lies in `annotation` as a whole.
    #[must_use]
    pub fn holds_tagged(&self, annotation: &Annotation) -> bool {
        self.tagged().is_one_in(annotation, &self.annotations)
    }

    /// Whether a claim that a person tagged or accepted has words of `annotation`.
    #[must_use]
    pub fn is_tagged(&self, annotation: &Annotation) -> bool {
        self.tagged().is_one_at(annotation)
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
        let annotation = Arc::new(annotation);
        let cmp = |list: &[Arc<Annotation>], cmp: Compare| {
            list.partition_point(|other| cmp(other, &annotation).is_lt())
        };
        let (place, by_id) = (cmp(&self.annotations, cmp_place), cmp(&self.by_id, cmp_id));
        self.forget_places();
        self.by_id.insert(by_id, Arc::clone(&annotation));
        self.annotations.insert(place, annotation);
        Ok(())
    }

    /// Takes an annotation out and returns it.
    ///
    /// # Errors
    ///
    /// [`EditError::NotThere`]; the set is then as it was.
    pub fn remove(&mut self, id: &AnnotationId) -> Result<Annotation, EditError> {
        let (Some(place), Some(by_id)) = (self.position(id), self.place_by_id(id)) else {
            return Err(EditError::NotThere { id: id.clone() });
        };
        self.forget_places();
        self.by_id.remove(by_id);
        Ok(Arc::unwrap_or_clone(self.annotations.remove(place)))
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

    /// What was known of places before a change.
    fn forget_places(&mut self) {
        self.nesting.take();
        self.tagged.take();
    }

    fn tagged(&self) -> &Tagged {
        self.tagged.get_or_init(|| Tagged::of(&self.annotations))
    }

    fn check_new(&self, annotation: &Annotation) -> Result<(), EditError> {
        if self.place_by_id(&annotation.id).is_some() {
            return Err(already_there(annotation));
        }
        check_target(annotation)
    }
}

impl<'a> IntoIterator for &'a AnnotationSet {
    type Item = &'a Annotation;
    type IntoIter = Annotations<'a>;

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

fn already_there(annotation: &Annotation) -> EditError {
    EditError::AlreadyThere {
        id: annotation.id.clone(),
    }
}

/// An order of annotations.
type Compare = fn(&Arc<Annotation>, &Arc<Annotation>) -> Ordering;

/// One sort for both orders, which would each weigh several kilobytes of program.
fn sort(annotations: &mut [Arc<Annotation>], compare: Compare) {
    annotations.sort_by(compare);
}

fn cmp_id(one: &Arc<Annotation>, other: &Arc<Annotation>) -> Ordering {
    one.id.cmp(&other.id)
}

fn cmp_place(one: &Arc<Annotation>, other: &Arc<Annotation>) -> Ordering {
    let place = |annotation: &Annotation| {
        let (start, end) = annotation.reach();
        (start, Reverse(end))
    };
    place(one)
        .cmp(&place(other))
        .then_with(|| cmp_id(one, other))
}

/// Whether each of the `inner` spans lies in one of the `outer`.
fn encloses(outer: &[Span], inner: &[Span]) -> bool {
    let held = |span: &Span| outer.iter().any(|other| other.encloses(*span));
    !inner.is_empty() && inner.iter().all(held)
}
