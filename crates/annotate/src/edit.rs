//! Owns [`Edit`]: one change to a set, and its exact inverse.

use crate::{Annotation, AnnotationId, AnnotationSet, Profile, TagSet};

/// One change to an [`AnnotationSet`].
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Adds an annotation whose id is new.
    Add(Annotation),
    /// Removes the annotation of that id.
    Remove(AnnotationId),
    /// Puts an annotation in the place of the one that has its id.
    Replace(Annotation),
    /// Writes down what is known of a speaker, or that nothing is.
    Describe {
        /// The speaker's name.
        speaker: String,
        /// What is known.
        profile: Option<Profile>,
    },
    /// Puts another tag set in the place of the one that tags and verdicts refer to.
    SetTagSet(Box<TagSet>),
}

/// Why an edit does not fit a set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// An annotation of that id is in the set.
    #[error("annotation {} is there already, so it cannot be added", id.0)]
    AlreadyThere {
        /// Of the annotation that was to be added.
        id: AnnotationId,
    },
    /// No annotation of that id is in the set.
    #[error("annotation {} is no longer there, so it cannot be changed or removed", id.0)]
    NotThere {
        /// Of the annotation that was to be changed.
        id: AnnotationId,
    },
    /// The annotation points at no words.
    #[error("annotation {} points at no words; select at least one character", id.0)]
    NoTarget {
        /// Of the annotation without target.
        id: AnnotationId,
    },
}

impl Edit {
    /// Makes the change and returns the edit that takes it back.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the edit does not fit; the set is then as it was.
    pub fn apply(self, set: &mut AnnotationSet) -> Result<Self, EditError> {
        match self {
            Self::Add(annotation) => {
                let id = annotation.id.clone();
                set.insert(annotation)?;
                Ok(Self::Remove(id))
            }
            Self::Remove(id) => set.remove(&id).map(Self::Add),
            Self::Replace(annotation) => set.replace(annotation).map(Self::Replace),
            Self::Describe { speaker, profile } => {
                let profile = set.describe(&speaker, profile);
                Ok(Self::Describe { speaker, profile })
            }
            Self::SetTagSet(tag_set) => Ok(Self::SetTagSet(Box::new(set.set_tag_set(*tag_set)))),
        }
    }
}

/// Makes all changes in order, or none, and returns the edits that take them back, in the order to apply them.
///
/// # Errors
///
/// The [`EditError`] of the first edit that does not fit; the set is then as it was.
pub fn apply_all(
    edits: impl IntoIterator<Item = Edit>,
    set: &mut AnnotationSet,
) -> Result<Vec<Edit>, EditError> {
    let mut inverses = Vec::new();
    for edit in edits {
        match edit.apply(set) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.into_iter().rev() {
                    // An inverse fits the set that its edit left.
                    let _ = inverse.apply(set);
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(inverses)
}
