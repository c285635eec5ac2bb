//! How far the review of an article has come, and where it goes on.

use hearsay_annotate::{Annotation, AnnotationId, Body, Status};

use super::{Document, Settings, Shown};

/// How many quotes of an article are decided about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Accepted or rejected, by a person.
    pub decided: usize,
    /// All that are shown, and all that were rejected.
    pub all: usize,
}

/// How far the review of `document` has come. Quotes that the settings hide, and that nobody decided about, don't count.
#[must_use]
pub fn tally(document: &Document, settings: &Settings) -> Tally {
    let shown = Shown::new(document, settings);
    let mut tally = Tally::default();
    for (annotation, _) in document.annotations.quotes() {
        let decided = annotation.status != Status::Suggested;
        if decided || shown.shows(annotation) {
            tally.all += 1;
            tally.decided += usize::from(decided);
        }
    }
    tally
}

/// Quotes that are shown and that nobody decided about, in the order of the article; with `claims`, claims.
pub(super) fn undecided<'a>(
    document: &'a Document,
    settings: &'a Settings,
    claims: bool,
) -> impl DoubleEndedIterator<Item = &'a Annotation> {
    let shown = Shown::new(document, settings);
    document.annotations.iter().filter(move |annotation| {
        annotation.status == Status::Suggested
            && matches!(annotation.body, Body::Claim(_)) == claims
            && shown.shows(annotation)
    })
}

/// The undecided one after `from`, or before it; from the last to the first. `None` when there is no other.
pub(super) fn next_undecided(
    document: &Document,
    settings: &Settings,
    from: Option<&AnnotationId>,
    back: bool,
    claims: bool,
) -> Option<AnnotationId> {
    let set = &document.annotations;
    let here = from.and_then(|id| set.position(id));
    let others =
        || undecided(document, settings, claims).filter(|annotation| Some(&annotation.id) != from);
    let is_after = |annotation: &&Annotation| set.position(&annotation.id) > here;
    let next = match (here, back) {
        (None, false) => others().next(),
        (None, true) => others().next_back(),
        (_, false) => others().find(is_after).or_else(|| others().next()),
        (_, true) => others()
            .rfind(|annotation| !is_after(annotation))
            .or_else(|| others().next_back()),
    };
    next.map(|annotation| annotation.id.clone())
}
