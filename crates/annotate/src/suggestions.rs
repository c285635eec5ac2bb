//! Owns what happens when the engine runs again: its suggestions change, what a person touched does not.

use std::collections::HashMap;

use hearsay_text::Span;

use crate::{Annotation, AnnotationSet, Body, Origin, Status};

/// Share of the words of two annotations that both hold, from which they are taken for one: intersection over union.
const SAME_WORDS: f64 = 0.5;

/// What [`merge_suggestions`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeReport {
    /// Suggestions that are new.
    pub added: usize,
    /// Suggestions that the set had and the engine makes again, perhaps with other words for cue or speaker.
    pub renewed: usize,
    /// Earlier suggestions, never touched, that the engine no longer makes.
    pub removed: usize,
    /// New suggestions left out: a person has decided about those words, or they came twice.
    pub left_out: usize,
}

/// Whether a person made, changed or decided about `annotation`; the engine then keeps its hands off.
#[must_use]
pub fn is_touched(annotation: &Annotation) -> bool {
    annotation.origin == Origin::Person || annotation.status != Status::Suggested
}

/// Replaces the engine's untouched suggestions in `set` by `new`.
///
/// What a person touched ([`is_touched`]) is never changed or removed. A new suggestion is left out when an annotation
/// of its id was touched, or when it is new to the set and at least half its words are those of a touched annotation of
/// the same type: so nothing rejected is suggested again, and nothing accepted or corrected twice.
///
/// This is not a step of a [`crate::History`]: there is nothing of a person's to undo in it. Steps made before still
/// undo, except one that removed a suggestion which the engine makes again; reject suggestions, don't remove them.
pub fn merge_suggestions(set: &mut AnnotationSet, new: Vec<Annotation>) -> MergeReport {
    let mut report = MergeReport::default();
    let touched: Vec<_> = set.iter().filter(|old| is_touched(old)).cloned().collect();
    let n_untouched = set.len() - touched.len();
    let mut merged = set.without_annotations();
    if merged.extend(touched.iter().cloned()).is_err() {
        return report;
    }
    // Of several with one id the first counts, taken or not. By numbers, because such a map is in the page already.
    let mut firsts: HashMap<&str, u32> = HashMap::new();
    let again: Vec<bool> = (0_u32..)
        .zip(&new)
        .map(|(nth, suggestion)| *firsts.entry(suggestion.id.as_str()).or_insert(nth) != nth)
        .collect();
    for (suggestion, again) in new.into_iter().zip(again) {
        let known = set.get(&suggestion.id).is_some_and(|old| !is_touched(old));
        let decided = !known && touched.iter().any(|old| same_words(old, &suggestion));
        if again || decided || merged.insert(suggestion).is_err() {
            report.left_out += 1;
        } else if known {
            report.renewed += 1;
        } else {
            report.added += 1;
        }
    }
    report.removed = n_untouched - report.renewed;
    *set = merged;
    report
}

fn same_words(one: &Annotation, other: &Annotation) -> bool {
    let same_type = matches!(
        (&one.body, &other.body),
        (Body::Quote(_), Body::Quote(_))
            | (Body::Claim(_), Body::Claim(_))
            | (Body::Note(_), Body::Note(_))
    );
    same_type && overlap(&one.target, &other.target) >= SAME_WORDS
}

/// Intersection over union, in bytes, of two lists of disjoint spans.
pub(crate) fn overlap(one: &[Span], other: &[Span]) -> f64 {
    let length = |spans: &[Span]| spans.iter().map(|span| u64::from(span.len())).sum::<u64>();
    let both: u64 = one
        .iter()
        .flat_map(|a| other.iter().filter_map(|b| a.intersection(*b)))
        .map(|span| u64::from(span.len()))
        .sum();
    let either = length(one) + length(other) - both;
    if either == 0 {
        return 0.0;
    }
    // Lengths of texts are far below 2^52.
    both as f64 / either as f64
}
