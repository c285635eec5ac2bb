//! The page of the open article: text, panel, tag bar; and what keeps them together: the browser's selection, the
//! focus, the place where one reads.

use std::cell::Cell;
use std::rc::Rc;

use hearsay_annotate::AnnotationId;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::article_map::ArticleMap;
use super::article_view::ArticleView;
use super::filter_strip::SeeingBar;
use super::quote_handles::QuoteHandles;
use super::side_panel::{BottomBar, SidePanel};
use super::tag_bar::TagBar;
use crate::dom;
use crate::services::use_services;
use crate::state::{
    Action, FocusOrigin, LayoutAction, Tab, use_dispatch, use_document, use_layout, use_selection,
};

/// Milliseconds from scrolling to a look at what is in view.
const PLACE_LOOK: i32 = 150;

/// The page of the open article.
#[component]
pub fn Reading() -> Html {
    let selection = use_selection();
    let document = use_document();
    let dispatch = use_dispatch();
    use_browser_selection();
    use_keyboard_words();
    use_focus_in_view();
    use_panel_at_focus();
    use_reading_place();

    // A claim that comes into focus is best seen among claims, a quote among quotes. A quote chosen in the sheet is to be
    // seen, so the sheet makes room; a claim opens into its card there.
    use_effect_with(selection, move |selection| {
        let focused = selection.focused.as_ref();
        let annotation = focused.and_then(|id| document.as_ref()?.annotations.get(id));
        let tab = match annotation.map(|annotation| &annotation.body) {
            Some(hearsay_annotate::Body::Quote(_)) => Tab::Quotes,
            Some(hearsay_annotate::Body::Claim(_)) => Tab::Claims,
            _ => return,
        };
        dispatch.dispatch(Action::Layout(LayoutAction::Follow(tab)));
        // What is edited is edited in the sheet.
        let edits = selection.editing.is_some();
        if selection.focused_from == FocusOrigin::Panel && tab == Tab::Quotes && !edits {
            dispatch.dispatch(Action::Layout(LayoutAction::Sheet(false)));
        }
    });
    html! {
        <div class="reading">
            <main id="main" tabindex="-1"><SeeingBar /><ArticleView /><QuoteHandles /></main>
            <ArticleMap />
            <SidePanel />
            <BottomBar />
            <TagBar />
        </div>
    }
}

/// Listens on the page for as long as the component lives.
#[hook]
fn use_page_listener(
    event: &'static str,
    listener: impl Fn() + 'static,
    deps: impl PartialEq + 'static,
) {
    use_effect_with(deps, move |_| {
        let closure = Closure::<dyn Fn()>::new(listener);
        let page = web_sys::window().and_then(|window| window.document());
        if let Some(page) = &page {
            // Adding a listener to the page does not fail.
            let _ = page.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
        move || {
            if let Some(page) = page {
                let _ = page
                    .remove_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            }
        }
    });
}

/// Words that the person selects in the article are the words chosen.
#[hook]
fn use_browser_selection() {
    let dispatch = use_dispatch();
    let document = use_document();
    let deps = document.as_ref().map(|open| open.id.clone());
    use_page_listener(
        "selectionchange",
        move || {
            let (Some(open), Some(article)) = (document.as_ref(), dom::article_element()) else {
                return;
            };
            let words = dom::selected_span(&article, &open.article, &open.offsets);
            dispatch.dispatch(Action::SelectWords(words));
        },
        deps,
    );
}

/// Words that were chosen by keyboard become the browser's selection, so that they are seen, and copied, as such.
#[hook]
fn use_keyboard_words() {
    let document = use_document();
    let selection = use_selection();
    use_effect_with(selection, move |selection| {
        let (true, Some(words)) = (selection.words_by_keyboard, selection.words) else {
            return;
        };
        if let (Some(open), Some(article)) = (document.as_ref(), dom::article_element()) {
            dom::select_span(&article, &open.article, &open.offsets, words);
            if let Some(block_idx) = open.article.block_at(words.start) {
                dom::reveal_block(&article, block_idx);
            }
        }
    });
}

/// What comes into focus from elsewhere than its mark is brought into view, and its mark takes the keyboard's focus.
#[hook]
fn use_focus_in_view() {
    let selection = use_selection();
    let chosen: Option<(AnnotationId, FocusOrigin)> = selection
        .focused
        .clone()
        .map(|id| (id, selection.focused_from));
    use_effect_with(chosen, move |chosen| {
        let (Some((id, from)), Some(article)) = (chosen, dom::article_element()) else {
            return;
        };
        match from {
            FocusOrigin::Article => scroll_panel_to(id),
            FocusOrigin::Panel => {
                dom::scroll_to_annotation(&article, id);
                // The card that closes may have moved the one that opens.
                scroll_panel_to(id);
            }
            FocusOrigin::Keyboard => {
                dom::scroll_to_annotation(&article, id);
                dom::focus_annotation(&article, id);
                scroll_panel_to(id);
            }
        }
    });
}

/// A list of the panel that comes up begins with what is in focus, if it is in it.
#[hook]
fn use_panel_at_focus() {
    let focused = use_selection().focused.clone();
    let tab = use_layout().tab;
    use_effect_with(tab, move |_| {
        if let Some(id) = &focused {
            scroll_panel_to(id);
        }
    });
}

/// The panel's entry of what is in focus, brought into view.
fn scroll_panel_to(id: &AnnotationId) {
    if let Some(Ok(Some(panel))) = web_sys::window()
        .and_then(|window| window.document())
        .map(|page| page.query_selector(".side-panel .tab-panel"))
    {
        dom::reveal_in_list(&panel, id);
    }
}

/// Goes on where the article was left, and keeps the place.
#[hook]
fn use_reading_place() {
    let document = use_document();
    let services = use_services();
    let id = document.as_ref().map(|open| open.id.clone());
    {
        let document = document.clone();
        use_effect_with(id.clone(), move |_| {
            let place = document.as_ref().map_or(0, |open| open.place);
            match (place, dom::article_element(), web_sys::window()) {
                (0, _, Some(window)) => window.scroll_to_with_x_and_y(0.0, 0.0),
                (_, Some(article), _) => dom::scroll_to_block(&article, place),
                _ => {}
            }
        });
    }
    // Not with every frame: nobody waits for it.
    let waiting = Rc::new(Cell::new(false));
    use_page_listener(
        "scroll",
        move || {
            if waiting.replace(true) {
                return;
            }
            let (waiting, at) = (Rc::clone(&waiting), services.clone());
            services.later(PLACE_LOOK, move || {
                waiting.set(false);
                let visible = dom::article_element()
                    .and_then(|article| dom::first_visible_block(&article, dom::BAR_HEIGHT));
                if let Some(block_idx) = visible {
                    at.keep_place(block_idx);
                }
            });
        },
        id,
    );
}
