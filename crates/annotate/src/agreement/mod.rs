//! Where people who marked the same article agree, where they do not, and what they settle on.
//!
//! Owns the comparison of two annotators or more ([`Agreement`]) and its outcome ([`adjudicate`]). Takes plain marks: which
//! annotations count, and what they are tagged with, is its caller's business. Every annotator is taken to have read the whole
//! article, so that what is not marked is an answer too, and no data are missing.
//!
//! - **α** is Krippendorff's, over the words of the text; see [`Units::alpha`] for the formula and its sources. Of one tag, each
//!   annotator says of each word whether it has the tag ([`nominal`]); of all, which set of tags it has, with the distance
//!   [`masi`]. A mark gives its tags to all words that it holds or cuts. Punctuation is no word.
//! - **F1** is that of spans: marks of two annotators are paired one to one, and F1 is twice the pairs by the marks of both.
//!   Marks are compared as sets of word characters, so that quotation marks, punctuation and space at an edge never matter. Pairs
//!   are taken greedily, those that share most first (intersection over union, IoU), and of those that share as much, those that
//!   stand earlier in both: F1 is the same whoever comes first. *Exact* counts pairs with the same word characters, *overlap*
//!   those with an IoU of ½ or more. Of more than two annotators it is the mean over all pairs of annotators of whom at least one
//!   has such a mark. Marks without a word character are not counted.
//!
//! Time and memory are linear in text and marks but for sorting, in any text: where marks of one annotator lie one in the other
//! more than 64 deep, only the innermost 64 are compared with others.

mod adjudicate;
mod alpha;
mod clusters;
mod layout;
mod spans;
mod words;

use hearsay_text::Span;

use crate::AnnotationId;

pub use adjudicate::{Adjudicated, Choice, Decided, OwnMark, adjudicate};
pub use alpha::{Distance, NoAlpha, Units, Value, masi, nominal};

/// One person, and what they marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotator {
    /// What they are called.
    pub name: String,
    /// What they marked, in any order.
    pub marks: Vec<Mark>,
}

/// Words that a person marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The annotation it stands for.
    pub id: AnnotationId,
    /// Its words. Together they are one mark, as the halves of a quote are.
    pub spans: Vec<Span>,
    /// What they were tagged with. None counts as one tag of its own, the empty one.
    pub tags: Vec<String>,
}

/// How far annotators agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Number of words that α is computed over.
    pub n_words: u32,
    /// Over all marks: α of sets of tags; F1 of spans, whatever their tags.
    pub all: Measures,
    /// By tag, in the order in which the marks name them. The empty tag are marks without one.
    pub tags: Vec<(String, Measures)>,
    /// What all marked alike, in reading order.
    pub agreed: Vec<Agreed>,
    /// All other marks, in reading order: every mark stands in one place of `agreed` or here.
    pub disagreements: Vec<Disagreement>,
}

/// The figures of an agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// Number of marks that F1 is computed over, by annotator.
    pub n_marks: Vec<u32>,
    /// Krippendorff's α over words.
    pub alpha: Result<f64, NoAlpha>,
    /// F1 of marks with the same words, 0 to 1; `None` when nobody has any.
    pub exact: Option<f64>,
    /// F1 of marks that share half of their words or more, 0 to 1; `None` when nobody has any.
    pub overlap: Option<f64>,
}

/// Words that all annotators marked, with the same tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// From the first byte marked to the last.
    pub cover: Span,
    /// The mark of each annotator: its position among theirs.
    pub marks: Vec<usize>,
}

/// Marks that belong together and are not the same.
///
/// Marks of two annotators belong together when they are paired as for F1, agreed ones left out, or when they overlap, have a tag in
/// common and one of them is not paired with any mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// What they differ in.
    pub kind: DisagreementKind,
    /// From the first byte marked to the last.
    pub cover: Span,
    /// By annotator, the marks concerned, in reading order: their positions among theirs.
    pub marks: Vec<Vec<usize>>,
}

/// What annotators differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisagreementKind {
    /// Not all marked it; those who did marked the same words with the same tags.
    Missing,
    /// All marked it, with the same tags, and not the same words.
    Boundaries,
    /// All marked the same words, with other tags.
    Tags,
    /// Several of these, or several marks of one person.
    Several,
}

impl Agreement {
    /// Compares what `annotators` marked in `text`.
    ///
    /// With fewer than two there is nothing to compare: no α, no F1, and all marks are agreed.
    ///
    /// ```
    /// use hearsay_annotate::AnnotationId;
    /// use hearsay_annotate::agreement::{Agreement, Annotator, DisagreementKind, Mark};
    /// use hearsay_text::Span;
    ///
    /// let text = "Rents fell by 3 percent, she said.";
    /// let marked = |name: &str, start, end| Annotator {
    ///     name: name.into(),
    ///     marks: vec![Mark {
    ///         id: AnnotationId(format!("urn:example:{name}")),
    ///         spans: vec![Span::new(start, end)],
    ///         tags: vec!["quantity".into()],
    ///     }],
    /// };
    /// let agreement = Agreement::of(text, &[marked("Ana", 0, 24), marked("Ben", 11, 23)]);
    /// assert_eq!(agreement.all.exact, Some(0.0));
    /// assert_eq!(agreement.all.overlap, Some(1.0));
    /// assert_eq!(agreement.disagreements[0].kind, DisagreementKind::Boundaries);
    /// ```
    #[must_use]
    pub fn of(text: &str, annotators: &[Annotator]) -> Self {
        let layout = layout::Layout::of(text, annotators);
        let overlaps = layout.overlaps();
        let (alpha, alphas) = layout.alphas();
        let mut f1s = spans::f1s(&layout, &overlaps).into_iter();
        let mut measures = |alpha| {
            let f1 = f1s.next().unwrap_or_default();
            Measures {
                n_marks: f1.n_marks,
                alpha,
                exact: f1.exact,
                overlap: f1.overlap,
            }
        };
        let all = measures(alpha);
        let tags = layout.tags.iter().zip(alphas);
        let tags = tags.map(|(tag, alpha)| ((*tag).to_owned(), measures(alpha)));
        let tags = tags.collect();
        let (agreed, disagreements) = clusters::clusters(&layout, &overlaps);
        Self {
            n_words: layout.n_words,
            all,
            tags,
            agreed,
            disagreements,
        }
    }
}
