//! Owns [`Matched`]: what of people's annotations is compared, as which marks, and what came of it.
//!
//! Claims are compared with claims and quotes with quotes, each for itself: a claim of somebody's is no answer to the quote that
//! somebody else finds in the same words.

use std::rc::Rc;

use hearsay_annotate::agreement::{Agreement, Annotator, Disagreement, Mark};
use hearsay_annotate::{Annotation, AnnotationId, AnnotationSet, Body, Status, is_touched};
use hearsay_text::{Article, Span};

/// Begins the tag that a quote has by its kind, so that it is told apart from those of tag sets.
pub(super) const KIND: &str = "kind:";

/// What is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Claims and their tags.
    Claims,
    /// Quotes: their words, kinds and tags.
    Quotes,
    /// Both, each for itself.
    #[default]
    Both,
}

impl Scope {
    /// All of them, in the order offered.
    pub const ALL: [Self; 3] = [Self::Both, Self::Claims, Self::Quotes];

    /// Whether quotes are compared (or else claims).
    #[must_use]
    pub const fn holds(self, quotes: bool) -> bool {
        matches!(
            (self, quotes),
            (Self::Both, _) | (Self::Quotes, true) | (Self::Claims, false)
        )
    }
}

/// Somebody who is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The person at this page is 0; the others have the numbers they were given as they joined.
    pub number: u32,
    /// What they made.
    pub annotations: Rc<AnnotationSet>,
}

/// A comparison that was made. Who is called what is not in it, for names change.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// The article.
    pub article: Rc<Article>,
    /// Who was compared; the person at this page first, if they were.
    pub sides: Vec<Party>,
    /// Claims, quotes, or both.
    pub parts: Vec<Part>,
    /// The disagreements of all parts, in reading order.
    pub items: Vec<Item>,
}

/// The comparison of claims, or that of quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Whether it is of quotes.
    pub quotes: bool,
    /// What was compared, in the order of the sides.
    pub annotators: Vec<Annotator>,
    /// What came of it.
    pub agreement: Agreement,
}

/// A disagreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which part it is of.
    pub part: usize,
    /// Which of its disagreements.
    pub nth: usize,
    /// What is known again when everything is compared once more: whose marks it is about.
    pub key: Rc<str>,
}

/// Whether an annotation is compared: quotes or claims that somebody made, changed or accepted.
#[must_use]
pub fn is_compared(annotation: &Annotation, quotes: bool) -> bool {
    let fits = match &annotation.body {
        Body::Quote(_) => quotes,
        Body::Claim(_) => !quotes,
        Body::Note(_) => false,
    };
    fits && is_touched(annotation) && annotation.status != Status::Rejected
}

/// What an annotation is tagged with, as it is compared: of a quote, its kind is one of them.
pub(super) fn tags_of(annotation: &Annotation) -> Vec<String> {
    let mut tags = Vec::new();
    let ids = match &annotation.body {
        Body::Quote(quote) => {
            tags.push([KIND, quote.kind.name()].concat());
            &quote.tags
        }
        Body::Claim(claim) => &claim.tags,
        Body::Note(_) => return tags,
    };
    for id in ids {
        tags.push(id.0.clone());
    }
    tags
}

impl Part {
    /// Compares the quotes, or the claims, of `sides`.
    #[must_use]
    pub fn of(article: &Article, sides: &[Party], quotes: bool) -> Self {
        let mut annotators = Vec::with_capacity(sides.len());
        for side in sides {
            let mut person = Annotator::default();
            for annotation in side.annotations.iter() {
                if is_compared(annotation, quotes) {
                    person.marks.push(Mark {
                        // Several people may have decided about one suggestion of the engine's.
                        id: AnnotationId(
                            [&side.number.to_string(), " ", &annotation.id.0].concat(),
                        ),
                        spans: annotation.target.clone(),
                        tags: tags_of(annotation),
                    });
                }
            }
            annotators.push(person);
        }
        Self {
            quotes,
            agreement: Agreement::of(&article.text, &annotators),
            annotators,
        }
    }

    /// The marks of a disagreement: by annotator, in reading order.
    pub fn marks<'a>(
        &'a self,
        disagreement: &'a Disagreement,
    ) -> impl Iterator<Item = (usize, &'a Mark)> {
        let sides = disagreement.marks.iter().enumerate();
        sides.flat_map(move |(who, marks)| {
            let marks = marks.iter();
            marks.filter_map(move |nth| Some((who, self.annotators.get(who)?.marks.get(*nth)?)))
        })
    }
}

impl Matched {
    /// The comparison of `sides` in these parts.
    #[must_use]
    pub fn new(article: Rc<Article>, sides: Vec<Party>, parts: Vec<Part>) -> Self {
        let mut nexts = vec![0; parts.len()];
        let mut items = Vec::new();
        // Each part is in reading order.
        loop {
            let mut first: Option<(usize, Span)> = None;
            for (nth, part) in parts.iter().enumerate() {
                let Some(next) = part.agreement.disagreements.get(nexts[nth]) else {
                    continue;
                };
                let is_first = first.is_none_or(|(_, cover)| place(next.cover) < place(cover));
                if is_first {
                    first = Some((nth, next.cover));
                }
            }
            let Some((part, _)) = first else {
                break;
            };
            let nth = nexts[part];
            nexts[part] += 1;
            items.push(Item {
                part,
                nth,
                key: key(&parts[part], nth),
            });
        }
        Self {
            article,
            sides,
            parts,
            items,
        }
    }

    /// The part and the disagreement of an item.
    #[must_use]
    pub fn item(&self, nth: usize) -> Option<(&Part, &Disagreement)> {
        let item = self.items.get(nth)?;
        let part = self.parts.get(item.part)?;
        Some((part, part.agreement.disagreements.get(item.nth)?))
    }

    /// The annotation that a mark stands for, and its place among the sides.
    pub(super) fn annotation(&self, mark: &AnnotationId) -> Option<(usize, &Annotation)> {
        let (number, id) = mark.0.split_once(' ')?;
        let number: u32 = number.parse().ok()?;
        let who = self.sides.iter().position(|side| side.number == number)?;
        let annotation = self.sides[who]
            .annotations
            .get(&AnnotationId(id.to_owned()))?;
        Some((who, annotation))
    }
}

const fn place(cover: Span) -> (u32, u32) {
    (cover.start, !cover.end)
}

fn key(part: &Part, nth: usize) -> Rc<str> {
    let mut key = String::new();
    if let Some(disagreement) = part.agreement.disagreements.get(nth) {
        for (_, mark) in part.marks(disagreement) {
            key.push_str(&mark.id.0);
            key.push('\n');
        }
    }
    Rc::from(key)
}
