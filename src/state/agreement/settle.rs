//! Owns what comes of decisions: the annotations that people settled on, and the edits that bring them into the article.

use hearsay_annotate::agreement::{Choice, Decided, adjudicate};
use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, Body, Edit, Origin, Status, TagId, Timestamp,
};
use hearsay_text::QuoteKind;

use super::matched::{KIND, Matched, tags_of};
use super::{Agreeing, Pick};

/// What was settled on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Agreements and decisions, part by part in reading order.
    pub annotations: Vec<Annotation>,
    /// What the person at this page had marked, and does not keep.
    pub dropped: Vec<AnnotationId>,
    /// Disagreements that are not decided: nothing of them is in the annotations, or dropped.
    pub n_open: usize,
}

impl Agreeing {
    /// What was settled on so far. What comes from the person at this page, and what `document` has already, keeps its identity;
    /// all else takes one of `ids`, of which [`Agreeing::n_ids`] are enough.
    #[must_use]
    pub fn settled(&self, has: &AnnotationSet, ids: &[AnnotationId], now: Timestamp) -> Settled {
        let mut settled = Settled::default();
        let Some(matched) = &self.matched else {
            return settled;
        };
        let mut ids = ids.iter();
        let mut set = AnnotationSet::new();
        for (nth, part) in matched.parts.iter().enumerate() {
            let mut choices = vec![None; part.agreement.disagreements.len()];
            for item in matched.items.iter().filter(|item| item.part == nth) {
                choices[item.nth] = self
                    .pick_of(&item.key)
                    .and_then(|pick| choice(matched, pick));
            }
            let outcome = adjudicate(&part.annotators, &part.agreement, &choices);
            settled.n_open += outcome.open.len();
            for decided in outcome.marks {
                let Some(mut annotation) = annotation(matched, &decided, now) else {
                    continue;
                };
                let is_free =
                    has.get(&annotation.id).is_some() && set.get(&annotation.id).is_none();
                if !is_free {
                    let Some(id) = ids.next() else {
                        continue;
                    };
                    annotation.id = id.clone();
                }
                if set.insert(annotation.clone()).is_ok() {
                    settled.annotations.push(annotation);
                }
            }
            let mine = matched.sides.iter().position(|side| side.number == 0);
            let decided = part.agreement.disagreements.iter().zip(&choices);
            for (disagreement, _) in decided.filter(|(_, choice)| choice.is_some()) {
                for (who, mark) in part.marks(disagreement) {
                    if Some(who) == mine
                        && let Some((_, annotation)) = matched.annotation(&mark.id)
                        && set.get(&annotation.id).is_none()
                    {
                        settled.dropped.push(annotation.id.clone());
                    }
                }
            }
        }
        // Of two parts the second may keep what the first dropped; identities are of both.
        settled.dropped.retain(|id| set.get(id).is_none());
        settled
    }

    /// Number of fresh identities that [`Agreeing::settled`] needs at most.
    #[must_use]
    pub fn n_ids(&self) -> usize {
        let parts = self.matched.iter().flat_map(|matched| &matched.parts);
        let marks = parts.flat_map(|part| &part.annotators);
        marks.map(|person| person.marks.len()).sum()
    }
}

impl Settled {
    /// The edits that bring it into `document`, as one step.
    #[must_use]
    pub fn edits(self, has: &AnnotationSet, now: Timestamp) -> Vec<Edit> {
        let mut edits = Vec::new();
        for annotation in self.annotations {
            match has.get(&annotation.id) {
                None => edits.push(Edit::Add(annotation)),
                Some(same) if *same == annotation => {}
                Some(_) => edits.push(Edit::Replace(annotation)),
            }
        }
        for id in self.dropped {
            match has.get(&id) {
                // What the engine suggested is rejected, so that it is not suggested again.
                Some(old) if old.origin == Origin::Engine => {
                    edits.push(Edit::Replace(Annotation {
                        status: Status::Rejected,
                        modified: now,
                        ..old.clone()
                    }));
                }
                Some(_) => edits.push(Edit::Remove(id)),
                None => {}
            }
        }
        edits
    }
}

fn choice(matched: &Matched, pick: &Pick) -> Option<Choice> {
    Some(match pick {
        Pick::Nothing => Choice::Nothing,
        Pick::Own(own) => Choice::Own(Vec::from([own.clone()])),
        Pick::Take(number) => Choice::Take(
            matched
                .sides
                .iter()
                .position(|side| side.number == *number)?,
        ),
    })
}

/// The annotation that was settled on: the very one that was taken, or what was made of it.
fn annotation(matched: &Matched, decided: &Decided, now: Timestamp) -> Option<Annotation> {
    let (_, base) = matched.annotation(decided.from.first()?)?;
    let mut annotation = base.clone();
    if annotation.target != decided.spans || tags_of(base) != decided.tags {
        annotation.target.clone_from(&decided.spans);
        let mut ids = Vec::new();
        let mut kind = None;
        for tag in &decided.tags {
            match tag.strip_prefix(KIND) {
                Some(name) => kind = kind.or(QuoteKind::from_name(name)),
                None => ids.push(TagId(tag.clone())),
            }
        }
        match &mut annotation.body {
            Body::Quote(quote) => {
                quote.tags = ids;
                quote.kind = kind.unwrap_or(quote.kind);
            }
            Body::Claim(claim) => claim.tags = ids,
            Body::Note(_) => {}
        }
        annotation.origin = Origin::Person;
        annotation.modified = now;
    }
    annotation.status = Status::Accepted;
    Some(annotation)
}
