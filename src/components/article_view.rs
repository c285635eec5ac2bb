//! The open article, to be read: its blocks, what is highlighted in them, and the card of a quote.

use std::rc::Rc;

use hearsay_annotate::AnnotationId;
use hearsay_text::{Article, BlockKind};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::article_head::article_head;
use super::block_view::Looks;
use super::passage::Passage;
use super::quote_card::QuoteCard;
use super::voices::use_voices;
use crate::dom;
use crate::services::use_services;
use crate::state::{
    Action, ArticleId, Document, FocusOrigin, InFocus, Marks, PASSAGE, Settings, Slice,
    use_dispatch, use_document, use_selection, use_settings,
};

/// Passages before and after the one where reading goes on that are drawn whole with the first paint.
const AT_ONCE: usize = 2;

/// Milliseconds for the page's other work, and its paint, before more is drawn.
const BETWEEN: i32 = 4;

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
    let marks = use_marks(&document, &settings);
    let looks = {
        let tag_set = document.as_ref().map(|open| open.tag_set().clone());
        use_memo((voices, tag_set), |(voices, tag_set)| Looks {
            voices: Rc::clone(voices),
            tag_set: tag_set.clone().unwrap_or_default(),
        })
    };
    let focus = use_memo(
        (document.clone(), settings, focused.clone()),
        |(document, settings, focused)| {
            let focus = InFocus::of(document.as_ref()?, settings, focused.as_ref()?)?;
            Some(Rc::new(focus))
        },
    );
    let article = document
        .as_ref()
        .map(|open| ByIdentity(Rc::clone(&open.article)));
    let numbers = use_memo(article, |article| {
        let article = article.as_ref();
        article.map_or_else(Vec::new, |article| list_numbers(&article.0))
    });
    let near = document.as_ref().map_or(0, |open| open.place / PASSAGE);
    let reach = use_reach(
        document.as_ref().map(|open| open.id.clone()),
        near,
        marks.passages.len(),
    );
    let pressed = use_mut_ref(|| None::<(f64, f64)>);
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

    let onmousedown = {
        let pressed = pressed.clone();
        Callback::from(move |event: MouseEvent| {
            // A second press chooses a word, one with Shift extends what is chosen: those the browser does well.
            let alone = event.button() == 0 && event.detail() == 1 && !event.shift_key();
            *pressed.borrow_mut() = alone.then(|| place_of(&event));
        })
    };
    let onmouseup = {
        let document = document.clone();
        Callback::from(move |event: MouseEvent| {
            if let (Some(from), Some(open)) = (pressed.borrow_mut().take(), document.as_ref()) {
                dom::finish_drag(&open.article, &open.offsets, from, place_of(&event));
            }
        })
    };

    let titled = has_title_block(open);
    let language = open.article.metadata.language.clone();
    html! {
        <>
            { article_head(&open.article, open.created, titled) }
            <article class="text" lang={language} dir="auto" {onclick} {onfocusin} {onmousedown} {onmouseup}
                {onpointerover} {onpointerleave}>
                { for marks.passages.iter().enumerate().map(|(nth, passage)| {
                    let first = nth * PASSAGE;
                    let focus = focus.as_ref().as_ref();
                    let focus = focus.filter(|focus| focus.is_in(&open.article, first..first + PASSAGE));
                    html! {
                        <Passage key={nth} {first} article={Rc::clone(&open.article)} marks={Rc::clone(passage)}
                            looks={Rc::clone(&looks)} focus={focus.cloned()} numbers={Rc::clone(&numbers)}
                            marked={focus.is_some() || nth.abs_diff(near) <= reach} />
                    }
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

/// Compared by identity: an article never changes.
#[derive(Clone)]
struct ByIdentity(Rc<Article>);

impl PartialEq for ByIdentity {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What is marked in the open article. Blocks in which an edit changed nothing keep what they have.
#[hook]
fn use_marks(document: &Slice<Option<Document>>, settings: &Slice<Settings>) -> Rc<Marks> {
    let last = use_mut_ref(|| None::<(Rc<Article>, Rc<Marks>)>);
    let marks = use_memo(
        (document.clone(), settings.clone()),
        |(document, settings)| {
            let Some(document) = document.as_ref() else {
                return Rc::default();
            };
            let before = last
                .take()
                .filter(|last| Rc::ptr_eq(&last.0, &document.article));
            let before = before.map(|last| last.1).unwrap_or_default();
            let marks = Rc::new(Marks::of(document, settings, &before));
            *last.borrow_mut() = Some((Rc::clone(&document.article), Rc::clone(&marks)));
            marks
        },
    );
    Rc::clone(&marks)
}

/// How many passages before and after the one where reading goes on have their marks: a few with the first paint, the others
/// one after the other, so that nobody waits for the marks of a book to see its first page.
#[hook]
fn use_reach(article: Option<ArticleId>, near: usize, n_passages: usize) -> usize {
    let services = use_services();
    let reached = use_state_eq(|| (None, AT_ONCE));
    let reach = if reached.0 == article {
        reached.1
    } else {
        AT_ONCE
    };
    let furthest = near.max(n_passages.saturating_sub(near + 1));
    use_effect_with(
        (article, reach < furthest, reach),
        move |(article, waits, reach)| {
            if *waits {
                let next = (article.clone(), reach + 1);
                services.later(BETWEEN, move || reached.set(next));
            }
        },
    );
    reach
}

/// Numbers of the items of numbered lists, by block; 0 for what is none.
fn list_numbers(article: &Article) -> Vec<u32> {
    // Depth of each list that goes on, and its last number.
    let mut lists: Vec<(u8, u32)> = Vec::new();
    let number = |kind: &BlockKind| {
        let BlockKind::ListItem { ordered, depth } = *kind else {
            lists.clear();
            return 0;
        };
        lists.retain(|(at, _)| *at < depth || *at == depth && ordered);
        if !ordered {
            return 0;
        }
        match lists.last_mut() {
            Some((at, last)) if *at == depth => {
                *last += 1;
                *last
            }
            _ => {
                lists.push((depth, 1));
                1
            }
        }
    };
    let kinds = article.blocks.iter().map(|block| &block.kind);
    kinds.map(number).collect()
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

/// Where the pointer is in the window, in CSS pixels.
fn place_of(event: &MouseEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}
