//! Lays annotations and styled runs over a block as properly nested runs, ready to become nested elements.
//!
//! Spans that nest or are apart stay whole; where two cross, the one that begins later is split at the end of the
//! other. Longer spans are outside; of spans that are the same, the one given first is.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use hearsay_annotate::{Annotation, AnnotationId, Body};
use hearsay_text::{Block, InlineStyle, Span};

use super::marks::{InFocus, Marked, Marks};
use super::{Document, Settings};

/// A run of words of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Bare words.
    Text(Span),
    /// Words of an annotation; several runs may be of one.
    Mark {
        /// Which annotation.
        annotation: AnnotationId,
        /// What is inside.
        children: Vec<Run>,
    },
    /// Styled words.
    Inline {
        /// How they are set.
        style: InlineStyle,
        /// What is inside.
        children: Vec<Run>,
    },
    /// Cue, source or evidence of the focused quote.
    Part {
        /// Which of them.
        role: PartRole,
        /// Of which quote.
        annotation: AnnotationId,
        /// What is inside.
        children: Vec<Run>,
    },
}

/// What a part of a quote is, other than its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The words that attribute.
    Cue,
    /// The mention of who speaks.
    Source,
    /// The words elsewhere that tell who the mention is.
    Evidence,
}

impl PartRole {
    /// Name in the page: `cue`, `source`, `evidence`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cue => "cue",
            Self::Source => "source",
            Self::Evidence => "evidence",
        }
    }
}

/// The runs of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockHighlights {
    /// Runs that tile the block's span.
    pub runs: Vec<Run>,
}

/// The runs of every block of the open article, in the order of its blocks, with what is in focus drawn into them.
#[must_use]
pub fn highlights(
    document: &Document,
    settings: &Settings,
    focused: Option<&AnnotationId>,
) -> Vec<BlockHighlights> {
    let marks = Marks::of(document, settings, &Marks::default());
    let focus = focused.and_then(|id| InFocus::of(document, settings, id));
    let blocks = document.article.blocks.iter().zip(marks.blocks());
    blocks
        .map(|(block, marks)| BlockHighlights {
            runs: match &focus {
                Some(focus) => marks.runs_with(block, focus),
                None => marks.runs.clone(),
            },
        })
        .collect()
}

/// The runs of a block: its styled words, the marks of what has words in it, and the parts of what is in focus.
pub(super) fn nest_marks(block: &Block, marked: &[Marked], focus: Option<&InFocus>) -> Vec<Run> {
    let mut layers: Vec<_> = inline_layers(block).collect();
    let mut parts = focus.map(|focus| {
        let parts = focus.parts().iter();
        parts.map(|(role, span)| Layer {
            span: *span,
            kind: LayerKind::Part(*role, &focus.id),
        })
    });
    for Marked { annotation, .. } in marked {
        // Ascending, so what lies in other blocks is passed over without a look at each.
        let target = &annotation.target;
        let first = target.partition_point(|span| span.end <= block.span.start);
        let here = target[first..].iter();
        let here = here.take_while(|span| span.start < block.span.end);
        layers.extend(here.map(|span| Layer {
            span: *span,
            kind: LayerKind::Mark(&annotation.id),
        }));
        if focus.is_some_and(|focus| focus.id == annotation.id) {
            layers.extend(parts.take().into_iter().flatten());
        }
    }
    layers.extend(parts.into_iter().flatten());
    nest(block.span, layers)
}

/// Cue, source and evidence spans of a quote.
pub(super) fn parts(annotation: &Annotation) -> impl Iterator<Item = (PartRole, Span)> + '_ {
    let parts = match &annotation.body {
        Body::Quote(quote) => [
            (PartRole::Cue, quote.cue.as_slice()),
            (PartRole::Source, &quote.source),
            (PartRole::Evidence, &quote.evidence_at),
        ],
        Body::Claim(_) | Body::Note(_) => [(PartRole::Cue, [].as_slice()); 3],
    };
    parts
        .into_iter()
        .flat_map(|(role, spans)| spans.iter().map(move |span| (role, *span)))
}

fn inline_layers(block: &Block) -> impl Iterator<Item = Layer<'_>> {
    block.inlines.iter().map(|inline| Layer {
        span: inline.span,
        kind: LayerKind::Inline(&inline.style),
    })
}

/// Something laid over words.
#[derive(Clone, Copy, Debug)]
struct Layer<'a> {
    span: Span,
    kind: LayerKind<'a>,
}

#[derive(Clone, Copy, Debug)]
enum LayerKind<'a> {
    Mark(&'a AnnotationId),
    Inline(&'a InlineStyle),
    Part(PartRole, &'a AnnotationId),
}

impl LayerKind<'_> {
    fn run(self, children: Vec<Run>) -> Run {
        match self {
            Self::Mark(id) => Run::Mark {
                annotation: id.clone(),
                children,
            },
            Self::Inline(style) => Run::Inline {
                style: style.clone(),
                children,
            },
            Self::Part(role, id) => Run::Part {
                role,
                annotation: id.clone(),
                children,
            },
        }
    }
}

/// A layer waiting to be opened: the first by start, the longer first, then in the order given.
struct Waiting<'a> {
    key: (Reverse<u32>, u32, Reverse<usize>),
    layer: Layer<'a>,
}

impl<'a> Waiting<'a> {
    fn new(layer: Layer<'a>, order: usize) -> Self {
        Self {
            key: (Reverse(layer.span.start), layer.span.end, Reverse(order)),
            layer,
        }
    }

    const fn order(&self) -> usize {
        self.key.2.0
    }
}

impl Ord for Waiting<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Waiting<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Waiting<'_> {}

/// Runs under construction: what is open, outermost first, and what each holds so far.
struct Nesting<'a> {
    /// End of the words dealt with.
    at: u32,
    /// Runs outside of everything.
    outer: Vec<Run>,
    open: Vec<(Layer<'a>, Vec<Run>)>,
}

impl Nesting<'_> {
    fn children(&mut self) -> &mut Vec<Run> {
        match self.open.last_mut() {
            Some((_, children)) => children,
            None => &mut self.outer,
        }
    }

    /// Bare words up to `end`.
    fn text_to(&mut self, end: u32) {
        if self.at < end {
            let span = Span::new(self.at, end);
            self.children().push(Run::Text(span));
            self.at = end;
        }
    }

    /// Closes what ends at or before `at`.
    fn close_to(&mut self, at: u32) {
        while let Some((layer, _)) = self.open.last() {
            let end = layer.span.end;
            if end > at {
                break;
            }
            self.text_to(end);
            if let Some((layer, children)) = self.open.pop() {
                self.children().push(layer.kind.run(children));
            }
        }
    }
}

/// Runs that tile `block`, with `layers` as properly nested as they can be.
fn nest(block: Span, layers: Vec<Layer<'_>>) -> Vec<Run> {
    let mut waiting: BinaryHeap<_> = layers
        .into_iter()
        .enumerate()
        .filter_map(|(order, layer)| {
            let span = layer.span.intersection(block)?;
            if span.is_empty() {
                return None;
            }
            Some(Waiting::new(Layer { span, ..layer }, order))
        })
        .collect();
    let mut nesting = Nesting {
        at: block.start,
        outer: Vec::new(),
        open: Vec::new(),
    };
    while let Some(next) = waiting.pop() {
        let Layer { mut span, kind } = next.layer;
        nesting.close_to(span.start);
        nesting.text_to(span.start);
        if let Some((around, _)) = nesting.open.last()
            && around.span.end < span.end
        {
            // It crosses: what sticks out waits for its turn.
            let rest = Span::new(around.span.end, span.end);
            waiting.push(Waiting::new(Layer { span: rest, kind }, next.order()));
            span.end = around.span.end;
        }
        nesting.open.push((Layer { span, kind }, Vec::new()));
    }
    nesting.close_to(block.end);
    nesting.text_to(block.end);
    nesting.outer
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "abcdefghij";

    /// Lays `spans` over [`TEXT`] and writes marks as `1(…)`, by their order.
    fn draw(spans: &[(u32, u32)]) -> String {
        let ids: Vec<_> = (1..=spans.len())
            .map(|nth| AnnotationId(nth.to_string()))
            .collect();
        let layers = spans.iter().zip(&ids).map(|((start, end), id)| Layer {
            span: Span::new(*start, *end),
            kind: LayerKind::Mark(id),
        });
        write(&nest(Span::new(0, 10), layers.collect()))
    }

    fn write(runs: &[Run]) -> String {
        runs.iter()
            .map(|run| match run {
                Run::Text(span) => span.slice(TEXT).to_owned(),
                Run::Mark {
                    annotation,
                    children,
                } => format!("{}({})", annotation.0, write(children)),
                Run::Inline { children, .. } | Run::Part { children, .. } => {
                    format!("[{}]", write(children))
                }
            })
            .collect()
    }

    #[test]
    fn marks_nest_and_split_only_where_they_cross() {
        for (spans, expected) in [
            (&[][..], "abcdefghij"),
            (&[(0, 10)], "1(abcdefghij)"),
            (&[(2, 4), (4, 6)], "ab1(cd)2(ef)ghij"),
            // The longer is outside, whatever the order.
            (&[(2, 4), (1, 6)], "a2(b1(cd)ef)ghij"),
            (&[(2, 4), (2, 6)], "ab2(1(cd)ef)ghij"),
            // The same words: the one given first is outside.
            (&[(2, 4), (2, 4)], "ab1(2(cd))efghij"),
            // Crossing: the later one is split at the end of the earlier.
            (&[(1, 5), (3, 8)], "a1(bc2(de))2(fgh)ij"),
            (&[(0, 4), (2, 6), (3, 8)], "1(ab2(c3(d)))3(2(ef)gh)ij"),
            // Empty and outlying spans draw nothing.
            (&[(3, 3), (12, 14)], "abcdefghij"),
            (&[(8, 14)], "abcdefgh1(ij)"),
        ] {
            assert_eq!(draw(spans), expected, "{spans:?}");
        }
    }

    #[test]
    fn every_word_is_drawn_once_however_marks_lie() {
        let bounds = [0, 1, 3, 4, 7, 10];
        let spans: Vec<_> = bounds
            .iter()
            .flat_map(|start| bounds.iter().map(move |end| (*start, *end)))
            .filter(|(start, end)| start < end)
            .collect();
        for a in &spans {
            for b in &spans {
                for c in &spans {
                    let drawn = draw(&[*a, *b, *c]);
                    let words: String = drawn.chars().filter(char::is_ascii_lowercase).collect();
                    assert_eq!(words, TEXT, "{a:?} {b:?} {c:?}: {drawn}");
                }
            }
        }
    }
}
