//! The open article, to be read: its blocks, what is highlighted in them, and the card of a quote.

use std::rc::Rc;

use hearsay_annotate::AnnotationId;
use hearsay_text::BlockKind;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::article_head::{article_head, margin};
use super::block_view::{BlockView, Look, MarkedBlock};
use super::quote_card::QuoteCard;
use super::voices::use_voices;
use crate::state::{
    Action, Document, FocusOrigin, Run, Shown, highlights, use_dispatch, use_document,
    use_selection, use_settings,
};

/// The annotation under the pointer, and the edges of its mark in the window, in CSS pixels.
#[derive(Clone, PartialEq)]
struct Hovered {
    id: AnnotationId,
    left: f64,
    top: f64,
    bottom: f64,
}

/// The open article; nothing while none is open.
#[component]
pub fn ArticleView() -> Html {
    let document = use_document();
    let settings = use_settings();
    let selection = use_selection();
    let dispatch = use_dispatch();
    let voices = use_voices();
    let hovered = use_state_eq(|| None::<Hovered>);
    let focused = selection.focused.clone();
    let marked = use_memo(
        (document.clone(), settings, focused.clone(), voices),
        |(document, settings, focused, voices)| {
            let Some(document) = document.as_ref() else {
                return Vec::new();
            };
            let shown = Shown::new(document, settings);
            highlights(document, settings, focused.as_ref())
                .into_iter()
                .zip(&document.article.blocks)
                .map(|(highlights, block)| {
                    let mut ids = Vec::new();
                    annotations_in(&highlights.runs, &mut ids);
                    let looks = ids
                        .into_iter()
                        .filter_map(|id| document.annotations.get(id))
                        .map(|annotation| {
                            Look::of(
                                document,
                                &shown,
                                annotation,
                                voices,
                                focused.as_ref(),
                                block.span.start,
                            )
                        })
                        .collect();
                    MarkedBlock {
                        highlights,
                        looks: Rc::new(looks),
                    }
                })
                .collect()
        },
    );
    let Some(open) = document.as_ref() else {
        return html! {};
    };

    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let from = event.target().and_then(|target| mark_of(&target));
            dispatch.dispatch(Action::Focus(from.map(|mark| mark.0), FocusOrigin::Article));
        })
    };
    let onfocusin = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: FocusEvent| {
            // A press may be the start of a selection; it brings the mark into focus when it proves to be a click.
            let reached = event
                .target()
                .and_then(|target| mark_of(&target))
                .filter(|(_, mark)| mark.matches(":focus-visible").unwrap_or(false));
            if let Some((id, _)) = reached {
                dispatch.dispatch(Action::Focus(Some(id), FocusOrigin::Article));
            }
        })
    };
    let onpointerover = {
        let hovered = hovered.clone();
        Callback::from(move |event: PointerEvent| {
            // A finger has no hover; what it taps comes into focus instead.
            if event.pointer_type() == "touch" {
                return;
            }
            let over = event.target().and_then(|target| mark_of(&target));
            hovered.set(over.map(|(id, mark)| {
                let place = mark.get_bounding_client_rect();
                Hovered {
                    id,
                    left: place.left(),
                    top: place.top(),
                    bottom: place.bottom(),
                }
            }));
        })
    };
    let onpointerleave = {
        let hovered = hovered.clone();
        Callback::from(move |_: PointerEvent| hovered.set(None))
    };

    let titled = has_title_block(open);
    let language = open.article.metadata.language.clone();
    html! {
        <>
            { article_head(&open.article, open.created, titled) }
            <article class="text" lang={language} dir="auto" {onclick} {onfocusin} {onpointerover} {onpointerleave}>
                { for marked.iter().enumerate().map(|(block_idx, marked)| html! {
                    <>
                        { margin::landmark(&open.article, open.article.blocks[block_idx].span) }
                        <BlockView key={block_idx} {block_idx} article={Rc::clone(&open.article)} marked={marked.clone()}
                            number={number_of(open, block_idx)} />
                        { margin::post(&open.article, open.article.blocks[block_idx].span) }
                    </>
                }) }
            </article>
            // What is in focus is told of in the tag bar, which the card would cover.
            if let Some(Hovered { id, left, top, bottom }) = (*hovered).clone().filter(|over| focused.as_ref() != Some(&over.id)) {
                <QuoteCard {id} {left} {top} {bottom} />
            }
        </>
    }
}

/// Whether the article's title stands among its blocks, so that it need not be shown above them.
fn has_title_block(document: &Document) -> bool {
    document
        .article
        .blocks
        .iter()
        .take(3)
        .any(|block| block.kind == BlockKind::Heading(1))
}

/// Number of the item of a numbered list at `block_idx`.
fn number_of(document: &Document, block_idx: usize) -> Option<usize> {
    let blocks = &document.article.blocks;
    let BlockKind::ListItem {
        ordered: true,
        depth,
    } = blocks.get(block_idx)?.kind
    else {
        return None;
    };
    let before = blocks[..block_idx]
        .iter()
        .rev()
        .map_while(|block| match block.kind {
            BlockKind::ListItem { ordered, depth: at } if at > depth || ordered && at == depth => {
                Some(at)
            }
            _ => None,
        });
    Some(1 + before.filter(|at| *at == depth).count())
}

/// The innermost mark around `target`: its annotation and its element. What is only suggested comes after all else.
fn mark_of(target: &web_sys::EventTarget) -> Option<(AnnotationId, Element)> {
    let target = target.dyn_ref::<Element>()?;
    let mark = target
        .closest("mark:not([data-type=suggestion])")
        .ok()
        .flatten()
        .or_else(|| target.closest("mark").ok().flatten())?;
    Some((AnnotationId(mark.get_attribute("data-annotation")?), mark))
}

fn annotations_in<'a>(runs: &'a [Run], ids: &mut Vec<&'a AnnotationId>) {
    for run in runs {
        match run {
            Run::Text(_) => {}
            Run::Inline { children, .. } => annotations_in(children, ids),
            Run::Mark {
                annotation,
                children,
            }
            | Run::Part {
                annotation,
                children,
                ..
            } => {
                if !ids.contains(&annotation) {
                    ids.push(annotation);
                }
                annotations_in(children, ids);
            }
        }
    }
}
