//! One block of the article, with its highlights as nested elements.

use std::rc::Rc;

use hearsay_annotate::{Annotation, AnnotationId, Body, ClaimBody, is_touched};
use hearsay_text::{Article, BlockKind, InlineStyle};
use yew::prelude::*;

use super::voices::Voices;
use crate::state::{BlockHighlights, Document, PartRole, Run, Shown};

/// Properties of [`BlockView`].
#[derive(Properties, PartialEq)]
pub struct BlockViewProps {
    /// Position of the block in its article.
    pub block_idx: usize,
    /// The article.
    pub article: Rc<Article>,
    /// What is highlighted in the block, and how it looks.
    pub marked: MarkedBlock,
    /// Number of a numbered list's item.
    #[prop_or_default]
    pub number: Option<usize>,
}

/// A block's highlights with all that their looks depend on, so that blocks that look the same are not drawn again.
#[derive(Clone, PartialEq)]
pub struct MarkedBlock {
    /// The runs of the block.
    pub highlights: BlockHighlights,
    /// Looks of the annotations in it.
    pub looks: Rc<Vec<Look>>,
}

/// How the marks of one annotation look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    id: AnnotationId,
    data_type: &'static str,
    kind: String,
    reports: Option<&'static str>,
    speaker: Option<String>,
    voice: String,
    key: Option<String>,
    description: String,
    focused: bool,
    /// Whether a mark of it stands in an earlier block, so that only that one is a stop of the Tab key.
    continued: bool,
}

impl Look {
    /// How `annotation` looks; `block_start` is the first byte of the block it is drawn in.
    #[must_use]
    pub fn of(
        document: &Document,
        shown: &Shown<'_>,
        annotation: &'_ Annotation,
        voices: &Voices,
        focused: Option<&AnnotationId>,
        block_start: u32,
    ) -> Self {
        let speaker = shown.speaker_of(annotation);
        let said_by = speaker.map_or_else(String::new, |speaker| format!(", {speaker}"));
        let (data_type, kind, key, description) = match &annotation.body {
            Body::Quote(quote) => {
                let label = super::quote_label(quote.kind, quote.reports, quote.modality);
                let description = ["quote: ", &label, &said_by].concat();
                ("quote", quote.kind.name().to_owned(), None, description)
            }
            Body::Claim(claim) if !is_touched(annotation) => {
                let label = document.tag_set().labels(&claim.tags);
                let description = ["worth checking? ", &label, &said_by].concat();
                ("suggestion", kind_of(claim), None, description)
            }
            Body::Claim(claim) => {
                let tag = claim.main_tag();
                let tag = tag.and_then(|tag| document.tag_set().get(tag));
                let key = tag.and_then(|tag| tag.key).map(String::from);
                let label = document.tag_set().labels(&claim.tags);
                (
                    "claim",
                    kind_of(claim),
                    key,
                    format!("claim: {label}{said_by}"),
                )
            }
            Body::Note(_) => ("note", "note".to_owned(), None, "note".to_owned()),
        };
        Self {
            id: annotation.id.clone(),
            data_type,
            kind,
            reports: match &annotation.body {
                Body::Quote(quote) => Some(quote.reports.name()),
                Body::Claim(_) | Body::Note(_) => None,
            },
            speaker: speaker.map(str::to_owned),
            voice: voices.class(speaker),
            key,
            description,
            focused: focused == Some(&annotation.id),
            continued: annotation
                .target
                .first()
                .is_some_and(|span| span.start < block_start),
        }
    }
}

/// The first tag of a claim, as `data-kind` carries it.
fn kind_of(claim: &ClaimBody) -> String {
    claim
        .main_tag()
        .map_or_else(String::new, |tag| tag.0.clone())
}

/// A block as an element whose text is exactly the block's words.
#[component]
pub fn BlockView(props: &BlockViewProps) -> Html {
    let Some(block) = props.article.blocks.get(props.block_idx) else {
        return html! {};
    };
    let mut drawn = Drawn::default();
    let words = runs(props, &props.marked.highlights.runs, &mut drawn);
    let block_idx = props.block_idx.to_string();
    let (tag, class, depth) = match block.kind {
        BlockKind::Heading(level) => (heading(level), "", 0),
        BlockKind::Paragraph => ("p", "", 0),
        BlockKind::ListItem { depth, .. } => ("div", "list-item", depth),
        BlockKind::BlockQuote => ("blockquote", "", 0),
        BlockKind::Caption => ("p", "caption", 0),
        BlockKind::Post => ("div", "post", 0),
        BlockKind::TableCell { header, starts_row } => match (header, starts_row) {
            (false, false) => ("div", "cell", 0),
            (false, true) => ("div", "cell row-start", 0),
            (true, false) => ("div", "cell header", 0),
            (true, true) => ("div", "cell header row-start", 0),
        },
        BlockKind::Preformatted => ("pre", "", 0),
    };
    let style = (depth > 0).then(|| format!("--depth: {depth}"));
    let number = props.number.map(|number| number.to_string());
    html! {
        <@{tag} data-block={block_idx} class={class} style={style} data-number={number}>{ words }</@>
    }
}

const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// Annotations that have a mark in this block already: the first is the one the Tab key stops at, the last shows the key.
#[derive(Default)]
struct Drawn(Vec<AnnotationId>);

impl Drawn {
    fn is_first(&mut self, id: &AnnotationId) -> bool {
        let first = !self.0.contains(id);
        if first {
            self.0.push(id.clone());
        }
        first
    }
}

fn runs(props: &BlockViewProps, runs: &[Run], drawn: &mut Drawn) -> Html {
    runs.iter().map(|each| run(props, each, drawn)).collect()
}

/// One run. Keys are made of what the run is and where it starts, so that a mark stays the same element, and keeps the
/// keyboard's focus, while cue and source appear beside it.
fn run(props: &BlockViewProps, each: &Run, drawn: &mut Drawn) -> Html {
    let start = start_of(each);
    match each {
        Run::Text(span) => {
            html! { <key={format!("t{start}")}>{ props.article.slice(*span) }</> }
        }
        Run::Inline { style, children } => {
            let class = match style {
                InlineStyle::Emphasis => "emphasis",
                InlineStyle::Strong => "strong",
                InlineStyle::Code => "code",
                InlineStyle::Link(_) => "link",
            };
            let title = match style {
                InlineStyle::Link(address) => Some(address.clone()),
                _ => None,
            };
            html! {
                <span key={format!("i{start}{class}")} {class} {title}>{ runs(props, children, drawn) }</span>
            }
        }
        Run::Part {
            role,
            annotation,
            children,
        } => {
            let voice = look(props, annotation).map(|look| look.voice.clone());
            html! {
                <span key={format!("p{start}{}", role.name())} class={classes!("part", voice)} data-role={role.name()}
                    tabindex={(*role == PartRole::Evidence).then_some("-1")}>
                    { runs(props, children, drawn) }
                </span>
            }
        }
        Run::Mark {
            annotation,
            children,
        } => {
            let key = format!("m{start}{}", annotation.0);
            let Some(look) = look(props, annotation) else {
                return html! { <span {key}>{ runs(props, children, drawn) }</span> };
            };
            let first = drawn.is_first(annotation) && !look.continued;
            // The Tab key passes over what is only suggested: the panel lists it, and a key of its own goes there.
            let stop = if look.data_type == "suggestion" {
                "-1"
            } else {
                "0"
            };
            html! {
                <mark {key} data-annotation={annotation.0.clone()} data-type={look.data_type}
                    data-kind={look.kind.clone()} data-reports={look.reports} data-speaker={look.speaker.clone()} data-key={look.key.clone()}
                    class={classes!(look.voice.clone(), look.focused.then_some("focused"))}
                    tabindex={first.then_some(stop)} aria-description={look.description.clone()}>
                    { runs(props, children, drawn) }
                </mark>
            }
        }
    }
}

fn look<'a>(props: &'a BlockViewProps, id: &AnnotationId) -> Option<&'a Look> {
    props.marked.looks.iter().find(|look| look.id == *id)
}

fn start_of(run: &Run) -> u32 {
    match run {
        Run::Text(span) => span.start,
        Run::Mark { children, .. } | Run::Inline { children, .. } | Run::Part { children, .. } => {
            children.first().map_or(0, start_of)
        }
    }
}
