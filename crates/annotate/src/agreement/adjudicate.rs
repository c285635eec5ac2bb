//! What annotators settle on: their agreements, and a choice for each disagreement.

use hearsay_text::Span;

use super::{Agreement, Annotator, Mark};
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
    let mut marks = Vec::new();
    let mut settle = |spans: &[Span], tags: &[String], from: &[&Mark]| {
        let cover = spans.iter().copied().reduce(Span::cover);
        let cover = cover.unwrap_or_default();
        let decided = Decided {
            spans: spans.to_vec(),
            tags: tags.to_vec(),
            from: from.iter().map(|mark| mark.id.clone()).collect(),
        };
        marks.push(([cover.start, !cover.end, 0], decided));
    };
    let mark = |annotator: usize, nth: usize| annotators.get(annotator)?.marks.get(nth);
    for agreed in &agreement.agreed {
        let alike = agreed.marks.iter().enumerate();
        let alike: Vec<&Mark> = alike.filter_map(|(who, nth)| mark(who, *nth)).collect();
        if let Some(first) = alike.first() {
            settle(&first.spans, &first.tags, &alike);
        }
    }
    let mut open = Vec::new();
    for (nth, disagreement) in agreement.disagreements.iter().enumerate() {
        let choice = choices.get(nth).and_then(Option::as_ref);
        if choice.is_none() {
            open.push(nth);
        }
        let mut all = Vec::new();
        for (who, theirs) in disagreement.marks.iter().enumerate() {
            for mark in theirs.iter().filter_map(|nth| mark(who, *nth)) {
                if choice == Some(&Choice::Take(who)) {
                    settle(&mark.spans, &mark.tags, &[mark]);
                }
                all.push(mark);
            }
        }
        if let Some(Choice::Own(own)) = choice {
            for own in own {
                settle(&own.spans, &own.tags, &all);
            }
        }
    }
    Adjudicated {
        marks: ordered(marks),
        open,
    }
}
