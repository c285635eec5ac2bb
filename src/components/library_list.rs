//! The stored articles: found by their words, in the order wanted, versions together.

use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, NodeList};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::library_entry::{Entry, Picking};
use super::library_space::LibrarySpace;
use super::library_tools::LibraryTools;
use crate::dom;
use crate::services::use_services;
use crate::state::{
    ArticleId, Library, LibraryEntry, Loadable, Question, Slice, TextsState, use_library,
};
use crate::t;

/// Articles that are drawn at once; more come as one scrolls.
const PAGE: usize = 40;

/// How near the end of the list more of it is drawn, in CSS pixels.
const NEAR_THE_END: f64 = 1_200.0;

/// The list, with its heading and tools.
pub fn library_list(library: &Library) -> Html {
    match &library.entries {
        Loadable::Loading => html! {
            <p class="soft" role="status"><span class="spinner" />{ " " }{ t!("library-looking") }</p>
        },
        Loadable::Failed(message) => html! {
            <div class="message error" role="alert">{ icon(Glyph::Warning) }<p>{ message }</p></div>
        },
        Loadable::Ready(entries) if entries.is_empty() => html! {
            <p class="soft" id="library-title">{ t!("library-empty") }</p>
        },
        Loadable::Ready(entries) => html! {
            <>
                <h2 id="library-title">{ t!("library-title") }</h2>
                <Listing n_all={entries.len()} />
                <LibrarySpace />
            </>
        },
    }
}

/// Properties of [`Listing`].
#[derive(Properties, PartialEq)]
struct ListingProps {
    n_all: usize,
}

#[component]
fn Listing(props: &ListingProps) -> Html {
    let library = use_library();
    let services = use_services();
    let picking = use_state_eq(Picking::default);
    let limit = use_state_eq(|| PAGE);
    let groups = use_memo(library.clone(), |library| library.listed());
    // Another question begins at its beginning.
    {
        let limit = limit.clone();
        use_effect_with(library.wanted.clone(), move |_| limit.set(PAGE));
    }
    use_more_on_scroll(&limit, groups.len());
    let list = use_node_ref();
    let onfocusin = use_focus_on_next(&list, &library);

    let question = use_memo(library.wanted.query.clone(), |query| Question::new(query));
    let n_found: usize = groups.iter().map(Vec::len).sum();
    let searching = library.texts.state == TextsState::Loading && !question.is_empty();
    let said = match (n_found, searching) {
        (_, true) => t!("library-searching", n = n_found),
        (n, _) if !library.wanted.is_filtered() => t!("library-count", n = n),
        (0, _) => t!("library-none"),
        (n, _) => t!("library-found", n = n, all = props.n_all),
    };
    let failed = match &library.texts.state {
        TextsState::Failed(message) => Some(message.clone()),
        _ => None,
    };
    let onpick = {
        let picking = picking.clone();
        Callback::from(move |picked: Picking| picking.set(picked))
    };
    let shown: Vec<ArticleId> = groups
        .iter()
        .flatten()
        .map(|entry| entry.id.clone())
        .collect();
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + PAGE))
    };
    html! {
        <>
            if props.n_all > 1 {
                <LibraryTools picking={(*picking).clone()} onpick={onpick.clone()} {shown} />
                <p class="soft small found" role="status">{ said }</p>
            }
            if let Some(message) = failed {
                <div class="message error" role="alert">{ icon(Glyph::Warning) }<p>{ message }</p></div>
            }
            if let Picking::Other(first) = &*picking {
                <div class="message" role="status">
                    <p>{ t!("library-choose-other", title = services.title(first)) }</p>
                    <button type="button" class="button" onclick={onpick.reform(|_: MouseEvent| Picking::Nothing)}>{ t!("app-cancel") }</button>
                </div>
            }
            <ul class="library-list" ref={list} {onfocusin}>
                { for groups.iter().take(*limit).map(|group| {
                    let key = group.first().map_or_else(String::new, |entry| entry.id.0.clone());
                    html! {
                        <li {key}>{ group_of(group, &picking, &onpick, &question) }</li>
                    }
                }) }
            </ul>
            if groups.len() > *limit {
                <button type="button" class="button more" onclick={more}>
                    { t!("app-show-more", n = groups.len() - *limit) }
                </button>
            }
        </>
    }
}

/// The newest version, and those before it below.
fn group_of(
    group: &[LibraryEntry],
    picking: &Picking,
    onpick: &Callback<Picking>,
    question: &Rc<Question>,
) -> Html {
    let Some((newest, before)) = group.split_first() else {
        return Html::default();
    };
    let entry = |entry: &LibraryEntry, next: Option<&LibraryEntry>| {
        html! {
            <Entry entry={entry.clone()} newer={next.map(|next| next.id.clone())} picking={picking.clone()} onpick={onpick.clone()}
                question={Rc::clone(question)} />
        }
    };
    html! {
        <>
            { entry(newest, None) }
            if !before.is_empty() {
                <p class="soft small versions-title">{ t!("library-earlier", n = before.len()) }</p>
                <ol class="versions" reversed=true>
                    { for before.iter().zip(group).map(|(older, next)| html! {
                        <li key={older.id.0.clone()}>{ entry(older, Some(next)) }</li>
                    }) }
                </ol>
            }
        </>
    }
}

/// When the entry that had the focus is gone, the one that took its place has it. Gives what is to hear where the focus is.
#[hook]
fn use_focus_on_next(list: &NodeRef, library: &Slice<Library>) -> Callback<FocusEvent> {
    let place = use_mut_ref(|| None::<u32>);
    {
        let (list, place) = (list.clone(), place.clone());
        use_effect_with(library.entries.clone(), move |_| {
            let Some(entries) = entries_of(&list).filter(|_| dom::focused_element().is_none())
            else {
                return;
            };
            let last = entries.length().checked_sub(1);
            let next = place.borrow().zip(last).map(|(at, last)| at.min(last));
            let next = next.and_then(|at| entries.get(at));
            if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
                // Fails only for what cannot take the focus.
                let _ = next.focus();
            }
        });
    }
    let list = list.clone();
    Callback::from(move |event: FocusEvent| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let own = target.and_then(|target: Element| target.closest(".library-entry").ok()?);
        let entries = entries_of(&list);
        *place.borrow_mut() = entries.zip(own).and_then(|(entries, own)| {
            (0..entries.length()).find(|nth| {
                let entry = entries.get(*nth);
                entry.is_some_and(|entry| own.contains(Some(&entry)))
            })
        });
    })
}

/// The buttons that open the articles.
fn entries_of(list: &NodeRef) -> Option<NodeList> {
    let list = list.cast::<Element>()?;
    list.query_selector_all(".library-entry > .entry").ok()
}

/// Draws more of the list when its end comes near.
#[hook]
fn use_more_on_scroll(limit: &UseStateHandle<usize>, n: usize) {
    let limit = limit.clone();
    use_effect_with((*limit, n), move |(shown, n)| {
        let wants_more = n > shown;
        let closure = Closure::<dyn Fn()>::new(move || {
            if is_near_the_end() {
                limit.set(*limit + PAGE);
            }
        });
        let window = web_sys::window().filter(|_| wants_more);
        if let Some(window) = &window {
            // Adding a listener does not fail; the button below the list does the same.
            let _ =
                window.add_event_listener_with_callback("scroll", closure.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = window {
                let _ = window.remove_event_listener_with_callback(
                    "scroll",
                    closure.as_ref().unchecked_ref(),
                );
            }
        }
    });
}

fn is_near_the_end() -> bool {
    let bottom = web_sys::window().and_then(|window| {
        let list = window.document()?.query_selector(".library-list").ok()??;
        let height = window.inner_height().ok()?.as_f64()?;
        Some(list.get_bounding_client_rect().bottom() - height)
    });
    bottom.is_some_and(|bottom| bottom < NEAR_THE_END)
}

/// Which articles are ticked.
pub(super) type Ticked = BTreeSet<ArticleId>;
