//! One block of the article, with its highlights as nested elements.

use std::rc::Rc;

use hearsay_annotate::{AnnotationId, Body, ClaimBody, Status, TagSet, is_touched};
use hearsay_text::{Article, BlockKind, InlineStyle};
use yew::prelude::*;

use super::tag_set_page::tag_class;
use super::voices::Voices;
use crate::state::{BlockMarks, InFocus, Marked, PartRole, Run};
use crate::t;

/// Properties of [`BlockView`].
#[derive(Clone, Properties)]
pub struct BlockViewProps {
    /// Position of the block in its article.
    pub block_idx: usize,
    /// The article.
    pub article: Rc<Article>,
    /// What is marked in the block.
    pub marks: Rc<BlockMarks>,
    /// How marks look.
    pub looks: Rc<Looks>,
    /// What is in focus, if something of it is drawn in the block.
    pub focus: Option<Rc<InFocus>>,
    /// Number of a numbered list's item.
    pub number: Option<u32>,
    /// Whether the marks are drawn; else the words alone.
    pub marked: bool,
}

impl PartialEq for BlockViewProps {
    /// By identity: what is the same draws the same.
    fn eq(&self, other: &Self) -> bool {
        self.block_idx == other.block_idx
            && self.number == other.number
            && self.marked == other.marked
            && Rc::ptr_eq(&self.article, &other.article)
            && Rc::ptr_eq(&self.marks, &other.marks)
            && Rc::ptr_eq(&self.looks, &other.looks)
            && self.focus == other.focus
    }
}

/// What the looks of all marks depend on.
#[derive(Clone, Debug, PartialEq)]
pub struct Looks {
    /// Colours of the speakers.
    pub voices: Rc<Voices>,
    /// Names and keys of the tags.
    pub tag_set: TagSet,
}

/// How the marks of one annotation look.
struct Look {
    data_type: &'static str,
    kind: String,
    reports: Option<&'static str>,
    key: Option<String>,
    description: String,
}

impl Looks {
    fn of(&self, marked: &Marked) -> Look {
        let annotation = &marked.annotation;
        let speaker = marked.speaker.as_deref();
        let said_by = speaker.map_or_else(String::new, |speaker| [", ", speaker].concat());
        let reports = match &annotation.body {
            Body::Quote(quote) => Some(quote.reports.name()),
            Body::Claim(_) | Body::Note(_) => None,
        };
        let (data_type, kind, key, description) = match &annotation.body {
            Body::Quote(quote) => {
                let label = super::quote_label(quote.kind, quote.reports, quote.modality);
                let description = t!("mark-quote", what = [label, said_by].concat());
                ("quote", quote.kind.name().to_owned(), None, description)
            }
            Body::Claim(claim) if !is_touched(annotation) => {
                let label = self.tag_set.labels(&claim.tags);
                let what = [label, said_by].concat();
                let description = t!("mark-suggestion", what = what);
                ("suggestion", kind_of(claim), None, description)
            }
            Body::Claim(claim) => {
                let tag = claim.main_tag();
                let tag = tag.and_then(|tag| self.tag_set.get(tag));
                let key = tag.and_then(|tag| tag.key).map(String::from);
                let label = self.tag_set.labels(&claim.tags);
                let description = t!("mark-claim", what = [label, said_by].concat());
                ("claim", kind_of(claim), key, description)
            }
            Body::Note(_) => ("note", "note".to_owned(), None, t!("mark-note")),
        };
        Look {
            data_type,
            kind,
            reports,
            key,
            description,
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
    let words = match &props.focus {
        _ if !props.marked => html! { { props.article.slice(block.span) } },
        Some(focus) => runs(props, &props.marks.runs_with(block, focus), &mut drawn),
        None => runs(props, &props.marks.runs, &mut drawn),
    };
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
            let marked = props.marks.get(annotation);
            let voice = marked.map(|marked| props.looks.voices.class(marked.speaker.as_deref()));
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
            let key = ["m", &start.to_string(), &annotation.0].concat();
            let Some(marked) = props.marks.get(annotation) else {
                return html! { <span {key}>{ runs(props, children, drawn) }</span> };
            };
            let look = props.looks.of(marked);
            let block_start = props.article.blocks[props.block_idx].span.start;
            // If a mark of it stands in an earlier block, only that one is a stop of the Tab key.
            let first = drawn.is_first(annotation) && marked.annotation.reach().0 >= block_start;
            let focused = props
                .focus
                .as_ref()
                .is_some_and(|focus| focus.id == *annotation);
            // The Tab key passes over what is only suggested: the panel lists it, and a key of its own goes there.
            let stop = if look.data_type == "suggestion" {
                "-1"
            } else {
                "0"
            };
            let rejected = marked.annotation.status == Status::Rejected;
            let voice = props.looks.voices.class(marked.speaker.as_deref());
            // The colour of the first tag.
            let tag = match &marked.annotation.body {
                Body::Claim(claim) => claim.main_tag(),
                Body::Quote(_) | Body::Note(_) => None,
            };
            let tag = tag.and_then(|tag| props.looks.tag_set.get(tag));
            let tag = tag.map(|tag| tag_class(tag.color));
            html! {
                <mark {key} data-annotation={annotation.0.clone()} data-type={look.data_type}
                    data-kind={look.kind} data-reports={look.reports} data-speaker={marked.speaker.clone()} data-key={look.key}
                    class={classes!(voice, tag, focused.then_some("focused"), rejected.then_some("rejected"))}
                    tabindex={first.then_some(stop)} aria-description={look.description}>
                    { runs(props, children, drawn) }
                </mark>
            }
        }
    }
}

fn start_of(run: &Run) -> u32 {
    match run {
        Run::Text(span) => span.start,
        Run::Mark { children, .. } | Run::Inline { children, .. } | Run::Part { children, .. } => {
            children.first().map_or(0, start_of)
        }
    }
}
