//! What finds articles in the library: words, order, filters; and what is done with several at once.

use std::collections::BTreeMap;

use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

use super::library_entry::Picking;
use crate::services::{Services, use_services};
use crate::state::{ArticleId, Sort, Wanted, use_library};
use crate::t;

/// Milliseconds that somebody must have stopped typing before the list is searched, so that typing never waits for it.
const PAUSE: i32 = 50;

/// Properties of [`LibraryTools`].
#[derive(Properties, PartialEq)]
pub struct LibraryToolsProps {
    /// What a press on an article is for.
    pub picking: Picking,
    /// It is for something else now.
    pub onpick: Callback<Picking>,
    /// The articles found.
    pub shown: Vec<ArticleId>,
}

/// The tools.
#[component]
pub fn LibraryTools(props: &LibraryToolsProps) -> Html {
    let library = use_library();
    let services = use_services();
    let typed = use_state_eq(|| library.wanted.query.clone());
    let n_strokes = use_mut_ref(|| 0_u32);
    let oninput = {
        let (typed, services) = (typed.clone(), services.clone());
        let wanted = library.wanted.clone();
        Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            typed.set(query.clone());
            let stroke = {
                let mut n = n_strokes.borrow_mut();
                *n += 1;
                *n
            };
            let (n_strokes, wanting) = (n_strokes.clone(), services.clone());
            let wanted = Wanted {
                query,
                ..wanted.clone()
            };
            services.later(PAUSE, move || {
                if *n_strokes.borrow() == stroke {
                    wanting.want(wanted);
                }
            });
        })
    };
    // Who goes into the field is about to search.
    let onfocus = {
        let services = services.clone();
        Callback::from(move |_: FocusEvent| services.ready_search())
    };
    let change = |change: fn(&mut Wanted, String)| {
        let services = services.clone();
        let wanted = Wanted {
            query: (*typed).clone(),
            ..library.wanted.clone()
        };
        Callback::from(move |event: Event| {
            let mut wanted = wanted.clone();
            change(
                &mut wanted,
                event.target_unchecked_into::<HtmlSelectElement>().value(),
            );
            services.want(wanted);
        })
    };
    let switch = |change: fn(&mut Wanted)| {
        let services = services.clone();
        let wanted = Wanted {
            query: (*typed).clone(),
            ..library.wanted.clone()
        };
        Callback::from(move |_: MouseEvent| {
            let mut wanted = wanted.clone();
            change(&mut wanted);
            services.want(wanted);
        })
    };
    let (sites, languages) = (*use_memo(library.entries.clone(), {
        let library = library.clone();
        move |_| library.kinds()
    }))
    .clone();
    let wanted = &library.wanted;
    let clear = {
        let (services, typed, sort) = (services.clone(), typed.clone(), wanted.sort);
        Callback::from(move |_: MouseEvent| {
            typed.set(String::new());
            services.want(Wanted {
                sort,
                ..Wanted::default()
            });
        })
    };
    let pressed = |on: bool, label: String, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="button chip" aria-pressed={on.to_string()} {onclick}>{ label }</button>
        }
    };
    html! {
        <div class="library-tools" role="search" aria-label={t!("library-title")}>
            <label class="words">
                <span class="visually-hidden">{ t!("library-search") }</span>
                <input type="search" placeholder={t!("library-search-in")} {oninput} {onfocus} value={(*typed).clone()}
                    autocomplete="off" spellcheck="false" data-role="library-search" />
            </label>
            <label class="small">
                { t!("library-sort") }{ " " }
                <select data-role="library-sort" onchange={change(|wanted, name| wanted.sort = Sort::from_name(&name).unwrap_or_default())}>
                    { for Sort::ALL.into_iter().map(|sort| html! {
                        <option key={sort.name()} value={sort.name()} selected={sort == wanted.sort}>{ sort.label() }</option>
                    }) }
                </select>
            </label>
            <div class="chips">
                { pressed(wanted.with_claims, t!("library-with-claims"), switch(|wanted| wanted.with_claims = !wanted.with_claims)) }
                { pressed(wanted.with_suggestions, t!("library-with-suggestions"), switch(|wanted| wanted.with_suggestions = !wanted.with_suggestions)) }
                { pressed(wanted.unreadable, t!("library-unreadable"), switch(|wanted| wanted.unreadable = !wanted.unreadable)) }
                { choice(t!("library-any-site"), t!("library-site"), &sites, wanted.site.as_deref(), change(|wanted, site| wanted.site = Some(site).filter(|site| !site.is_empty()))) }
                { choice(t!("library-any-language"), t!("library-language"), &languages, wanted.language.as_deref(), change(|wanted, language| wanted.language = Some(language).filter(|language| !language.is_empty()))) }
                if wanted.is_filtered() {
                    <button type="button" class="button plain" onclick={clear}>{ t!("library-show-all") }</button>
                }
                { several(&services, props) }
            </div>
        </div>
    }
}

/// Ticking several articles, to delete them at once.
fn several(services: &Services, props: &LibraryToolsProps) -> Html {
    let Picking::Several(ticked) = &props.picking else {
        let onclick = props
            .onpick
            .reform(|_: MouseEvent| Picking::Several(Default::default()));
        return html! { <button type="button" class="button plain select" {onclick}>{ t!("library-select") }</button> };
    };
    let all = {
        let shown = props.shown.clone();
        props
            .onpick
            .reform(move |_: MouseEvent| Picking::Several(shown.iter().cloned().collect()))
    };
    let delete = {
        let (services, onpick) = (services.clone(), props.onpick.clone());
        let ids: Vec<_> = ticked.iter().cloned().collect();
        Callback::from(move |_: MouseEvent| {
            services.delete_all(&ids);
            onpick.emit(Picking::Nothing);
        })
    };
    html! {
        <span class="several">
            <button type="button" class="button" onclick={all}>{ t!("library-select-all") }</button>
            <button type="button" class="button" onclick={delete} disabled={ticked.is_empty()} data-role="delete-selected">
                { t!("library-delete-n", n = ticked.len()) }
            </button>
            <button type="button" class="button plain" onclick={props.onpick.reform(|_: MouseEvent| Picking::Nothing)}>{ t!("app-done") }</button>
        </span>
    }
}

/// A choice among what occurs; nothing where there is nothing to choose.
fn choice(
    any: String,
    label: String,
    kinds: &BTreeMap<String, usize>,
    chosen: Option<&str>,
    onchange: Callback<Event>,
) -> Html {
    if kinds.len() < 2 && chosen.is_none() {
        return Html::default();
    }
    html! {
        <select aria-label={label} {onchange}>
            <option value="" selected={chosen.is_none()}>{ any }</option>
            { for kinds.iter().map(|(name, n)| html! {
                <option key={name.clone()} value={name.clone()} selected={chosen == Some(name.as_str())}>{ name }{ " (" }{ n }{ ")" }</option>
            }) }
        </select>
    }
}
