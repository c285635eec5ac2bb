//! Owns the words of the claims that stand, found by place and not by looking at every claim.

use std::sync::Arc;

use hearsay_text::Span;

use crate::{Annotation, Body, Status, is_touched};

/// Words of the claims that stand: of a person's, and accepted ones.
#[derive(Clone, Debug)]
pub(crate) struct Tagged {
    /// First byte of each claim, ascending, with its place in the set.
    claims: Vec<(u32, u32)>,
    /// Start of each of their spans, ascending, and the furthest end of it and all before it.
    reach: Vec<(u32, u32)>,
}

impl Tagged {
    /// Of the annotations of a set, in their order.
    pub(crate) fn of(annotations: &[Arc<Annotation>]) -> Self {
        let mut claims = Vec::new();
        let mut reach = Vec::new();
        for (place, claim) in (0_u32..).zip(annotations) {
            let is_claim = matches!(claim.body, Body::Claim(_));
            if is_claim && is_touched(claim) && claim.status != Status::Rejected {
                claims.push((claim.reach().0, place));
                let spans = claim.target.iter().filter(|span| !span.is_empty());
                reach.extend(spans.map(|span| (span.start, span.end)));
            }
        }
        reach.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { claims, reach }
    }

    /// Whether one of the claims lies in `words` as a whole; `annotations` are those of the set.
    pub(crate) fn is_one_in(&self, words: &Annotation, annotations: &[Arc<Annotation>]) -> bool {
        let (start, end) = words.reach();
        let first = self.claims.partition_point(|(at, _)| *at < start);
        self.claims[first..]
            .iter()
            .take_while(|(at, _)| *at < end)
            .any(|(_, place)| {
                let held = |span: &Span| words.target.iter().any(|other| other.encloses(*span));
                annotations[*place as usize].target.iter().all(held)
            })
    }

    /// Whether one of the claims has words of `words`.
    pub(crate) fn is_one_at(&self, words: &Annotation) -> bool {
        words.target.iter().any(|span| {
            let n_before = self.reach.partition_point(|(start, _)| *start < span.end);
            let furthest = n_before.checked_sub(1).map(|last| self.reach[last].1);
            !span.is_empty() && furthest.is_some_and(|end| end > span.start)
        })
    }
}

#[cfg(test)]
mod tests {
    use hearsay_text::Span;

    use crate::{
        Annotation, AnnotationId, AnnotationSet, Body, ClaimBody, Origin, Status, TagId, Timestamp,
    };

    fn claim(nth: usize, spans: &[(u32, u32)]) -> Annotation {
        Annotation {
            id: AnnotationId(nth.to_string()),
            target: spans
                .iter()
                .map(|(start, end)| Span::new(*start, *end))
                .collect(),
            body: Body::Claim(ClaimBody::tagged(TagId("x".into()))),
            origin: Origin::Person,
            status: Status::Accepted,
            created: Timestamp(0),
            modified: Timestamp(0),
        }
    }

    /// Every list of one span or two between a few places.
    fn targets() -> Vec<Vec<(u32, u32)>> {
        let places = [0, 2, 3, 5, 8];
        let spans: Vec<_> = places
            .iter()
            .flat_map(|start| places.iter().map(move |end| (*start, *end)))
            .filter(|(start, end)| start < end)
            .collect();
        let pairs = spans.iter().flat_map(|one| {
            let after = spans.iter().filter(move |other| other.0 >= one.1);
            after.map(move |other| vec![*one, *other])
        });
        spans.iter().map(|one| vec![*one]).chain(pairs).collect()
    }

    #[test]
    fn the_words_of_claims_are_found_as_by_a_look_at_each() {
        let targets = targets();
        for one in &targets {
            for other in &targets {
                let claims = [claim(1, one), claim(2, other)];
                let mut set = AnnotationSet::new();
                assert_eq!(set.extend(claims.clone()), Ok(()));
                for words in &targets {
                    let words = claim(3, words);
                    let is_in = claims.iter().any(|claim| {
                        claim
                            .target
                            .iter()
                            .all(|span| words.target.iter().any(|other| other.encloses(*span)))
                    });
                    let is_at = claims.iter().any(|claim| {
                        claim.target.iter().any(|span| {
                            let both = words
                                .target
                                .iter()
                                .filter_map(|other| other.intersection(*span));
                            both.into_iter().any(|both| !both.is_empty())
                        })
                    });
                    let context = (one, other, &words.target);
                    assert_eq!(set.holds_tagged(&words), is_in, "{context:?}");
                    assert_eq!(set.is_tagged(&words), is_at, "{context:?}");
                }
            }
        }
    }
}
