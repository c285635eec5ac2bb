//! What annotators settle on: their agreements, and a choice for each disagreement.

use hearsay_text::Span;

use super::{Agreement, Annotator};
use crate::AnnotationId;
use crate::order::ordered;

/// What is decided about a disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What this annotator marked there, by position among the annotators; nothing, if they marked nothing.
    Take(usize),
    /// Nothing is to be marked there.
    Nothing,
    /// Something else.
    Own(Vec<OwnMark>),
}

/// A mark of the person who decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnMark {
    /// Its words.
    pub spans: Vec<Span>,
    /// What they are tagged with.
    pub tags: Vec<String>,
}

/// A mark that was settled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its words.
    pub spans: Vec<Span>,
    /// What they are tagged with.
    pub tags: Vec<String>,
    /// Where it comes from: the mark of every annotator when all agree, the mark that was taken, or for a mark of one's own all
    /// marks of the disagreement that it settles.
    pub from: Vec<AnnotationId>,
}

/// The outcome of comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjudicated {
    /// What was settled on, in reading order.
    pub marks: Vec<Decided>,
    /// The disagreements not decided yet, by position.
    pub open: Vec<usize>,
}

/// Takes over all agreements, as the first annotator marked them, and what `choices` say of disagreements.
///
/// `agreement` is that of `annotators`, and `choices` stand in the order of its disagreements; what is missing there, or `None`,
/// stays open.
#[must_use]
pub fn adjudicate(
    annotators: &[Annotator],
    agreement: &Agreement,
    choices: &[Option<Choice>],
) -> Adjudicated {
    let mark = |(annotator, nth): (usize, &usize)| annotators.get(annotator)?.marks.get(*nth);
    let mut marks = Vec::new();
    for agreed in &agreement.agreed {
        let alike: Vec<_> = agreed.marks.iter().enumerate().filter_map(mark).collect();
        if let Some(first) = alike.first() {
            marks.push(Decided {
                spans: first.spans.clone(),
                tags: first.tags.clone(),
                from: alike.iter().map(|mark| mark.id.clone()).collect(),
            });
        }
    }
    let mut open = Vec::new();
    for (nth, disagreement) in agreement.disagreements.iter().enumerate() {
        let of = |annotator: usize| {
            let theirs = disagreement.marks.get(annotator).into_iter().flatten();
            theirs.filter_map(move |nth| mark((annotator, nth)))
        };
        match choices.get(nth) {
            Some(Some(Choice::Nothing)) => {}
            Some(Some(Choice::Take(annotator))) => {
                marks.extend(of(*annotator).map(|mark| Decided {
                    spans: mark.spans.clone(),
                    tags: mark.tags.clone(),
                    from: vec![mark.id.clone()],
                }));
            }
            Some(Some(Choice::Own(own))) => {
                let all = (0..annotators.len()).flat_map(of);
                let from: Vec<AnnotationId> = all.map(|mark| mark.id.clone()).collect();
                marks.extend(own.iter().map(|own| Decided {
                    spans: own.spans.clone(),
                    tags: own.tags.clone(),
                    from: from.clone(),
                }));
            }
            _ => open.push(nth),
        }
    }
    let place = |mark: &Decided| {
        let cover = mark.spans.iter().copied().reduce(Span::cover);
        let cover = cover.unwrap_or_default();
        [cover.start, !cover.end, 0]
    };
    let marks = marks.into_iter().map(|mark| (place(&mark), mark));
    Adjudicated {
        marks: ordered(marks.collect()),
        open,
    }
}
