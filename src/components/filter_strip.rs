//! The bar over the article: ways to find and to filter, the filters that are on, and what they hide.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::find_bar::FindBar;
use super::icon::{Glyph, icon};
use super::overview::use_overview;
use crate::dom;
use crate::state::{
    Action, Dispatch, Document, Facet, Filters, FindAction, Only, Overview, SeeingAction, Share,
    Shown, Standing, use_dispatch, use_document, use_seeing, use_settings,
};
use crate::t;

/// What is asked for, in words.
pub fn only_label(document: &Document, only: &Only) -> String {
    use hearsay_annotate::Progress;
    use hearsay_text::QuoteKind;
    match only {
        Only::Speaker(Some(speaker)) => speaker.clone(),
        Only::Speaker(None) => t!("filter-nobody"),
        Only::Kind(QuoteKind::Direct) => t!("filter-direct"),
        Only::Kind(QuoteKind::Indirect) => t!("filter-indirect"),
        Only::Kind(QuoteKind::Mixed) => t!("filter-mixed"),
        Only::Tag(tag) => document.tag_set().label(tag).to_owned(),
        Only::Standing(Standing::Suggested) => t!("filter-suggested"),
        Only::Standing(Standing::Accepted) => t!("filter-accepted"),
        Only::Standing(Standing::Rejected) => t!("filter-rejected"),
        Only::Standing(Standing::Check(Progress::ToDo)) => t!("filter-to-do"),
        Only::Standing(Standing::Check(Progress::InProgress)) => t!("filter-in-progress"),
        Only::Standing(Standing::Check(Progress::Done)) => t!("filter-checked"),
        Only::Verdict(Some(verdict)) => document.tag_set().verdict_label(verdict).to_owned(),
        Only::Verdict(None) => t!("filter-no-verdict"),
    }
}

/// Does what a press of something that filters does.
pub fn toggle(dispatch: &Dispatch, only: &Only) -> Callback<MouseEvent> {
    let (dispatch, only) = (dispatch.clone(), only.clone());
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Seeing(SeeingAction::Toggle(only.clone())));
    })
}

/// Lays the filters open or puts them away, and takes the focus along.
pub fn choose(dispatch: &Dispatch, open: bool) {
    dispatch.dispatch(Action::Seeing(SeeingAction::Choose(open)));
    if !open {
        dom::focus_first("#filter-button");
    }
}

/// Opens the bar that finds words; the search begins at what is on the screen.
pub fn open_find(dispatch: &Dispatch, document: &Document) {
    let block_idx = dom::article_element()
        .and_then(|article| dom::first_visible_block(&article, dom::BAR_HEIGHT));
    let block = block_idx.and_then(|block_idx| document.article.blocks.get(block_idx));
    let near = block.map_or(0, |block| block.span.start);
    let action = FindAction::Open { near };
    dispatch.dispatch(Action::Seeing(SeeingAction::Find(action)));
}

/// The bar.
#[component]
pub fn SeeingBar() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let settings = use_settings();
    let seeing = use_seeing();
    let n_hidden = use_memo(
        (document.clone(), settings.clone()),
        |(document, settings)| {
            let open = document.as_ref();
            open.map_or(0, |open| Shown::new(open, settings).n_filtered())
        },
    );
    // The first of the filters takes the focus when they are laid open.
    use_effect_with(seeing.choosing, |choosing| {
        if *choosing {
            dom::focus_first(".filter-chooser button, .filter-chooser input");
        }
    });
    let Some(open) = document.as_ref() else {
        return html! {};
    };
    let filters = &settings.filters;
    let find = {
        let (dispatch, document) = (dispatch.clone(), document.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(open) = document.as_ref() {
                open_find(&dispatch, open);
            }
        })
    };
    let lay_open = {
        let (dispatch, open) = (dispatch.clone(), !seeing.choosing);
        Callback::from(move |_: MouseEvent| choose(&dispatch, open))
    };
    let show_everything = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus_first("#filter-button");
            dispatch.dispatch(Action::Seeing(SeeingAction::ShowEverything));
        })
    };
    let active = seeing.find.is_some() || seeing.choosing || !filters.is_empty();
    html! {
        <section class={classes!("seeing-bar", active.then_some("active"))} aria-label={t!("seeing-label")}>
            <FindBar />
            <div class="filter-strip">
                if !filters.is_empty() {
                    <ul class="filters-on">
                        { for filters.only.iter().map(|only| {
                            let label = only_label(open, only);
                            remove_chip(&dispatch, label, SeeingAction::Toggle(only.clone()))
                        }) }
                        if filters.ask_confidence() {
                            { remove_chip(
                                &dispatch,
                                t!("filter-between", from = filters.from, to = filters.to),
                                SeeingAction::Confidence { from: 0, to: 100 },
                            ) }
                        }
                    </ul>
                }
                <p class="soft small" role="status" data-role="n-filtered">
                    if !filters.is_empty() {
                        { t!("filter-hidden", n = *n_hidden) }
                    }
                </p>
                if !filters.is_empty() {
                    <button type="button" class="button small" data-role="show-everything" onclick={show_everything}>{ t!("filter-show-everything") }</button>
                }
                <span class="ways">
                    if seeing.find.is_none() {
                        <button type="button" class="button plain small" id="find-button" onclick={find}>
                            { icon(Glyph::Search) }{ t!("find-button") }<kbd>{ "/" }</kbd>
                        </button>
                    }
                    <button type="button" class="button plain small" id="filter-button" onclick={lay_open}
                        aria-expanded={seeing.choosing.to_string()} aria-controls={seeing.choosing.then_some("filter-chooser")}>
                        { t!("filter-button") }<kbd>{ "F" }</kbd>
                    </button>
                </span>
            </div>
            if seeing.choosing {
                <FilterChooser />
            }
        </section>
    }
}

/// A filter that is on, and goes when it is pressed.
fn remove_chip(dispatch: &Dispatch, label: String, action: SeeingAction) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(chip) = event.target().and_then(|chip| chip.dyn_into().ok()) {
            focus_neighbour(&chip);
        }
        dispatch.dispatch(Action::Seeing(action.clone()));
    });
    let name = t!("filter-remove", what = &label);
    html! {
        <li key={label.clone()}>
            <button type="button" class="chip" title={name.clone()} aria-label={name} {onclick}>
                <span class="what">{ label }</span>{ icon(Glyph::Close) }
            </button>
        </li>
    }
}

/// Gives the focus to the filter beside the one that is about to go; to the button for filters when there is none.
fn focus_neighbour(chip: &Element) {
    let item = chip.closest("li").ok().flatten();
    let beside = item.and_then(|item| {
        item.next_element_sibling()
            .or_else(|| item.previous_element_sibling())
    });
    let button = beside.and_then(|beside| beside.query_selector("button").ok().flatten());
    match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        Some(button) => {
            // Fails only for what cannot take the focus.
            let _ = button.focus();
        }
        None => drop(dom::focus_first("#filter-button")),
    }
}

/// All filters there are, to be chosen from.
#[component]
fn FilterChooser() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let settings = use_settings();
    let overview = use_overview();
    let Some(open) = document.as_ref() else {
        return html! {};
    };
    let filters = &settings.filters;
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                choose(&dispatch, false);
            }
        })
    };
    let done = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| choose(&dispatch, false))
    };
    html! {
        <div class="filter-chooser" id="filter-chooser" role="group" aria-label={t!("filter-title")} {onkeydown}>
            { for Facet::ALL.into_iter().map(|facet| group(&dispatch, open, filters, &overview, facet)) }
            <fieldset class="confidence">
                <legend>{ t!("filter-confidence") }</legend>
                { end(&dispatch, filters, true) }
                { end(&dispatch, filters, false) }
            </fieldset>
            <button type="button" class="button done" onclick={done}>{ t!("filter-done") }</button>
        </div>
    }
}

/// The filters of one facet; nothing where there is only one thing to choose from, or none.
fn group(
    dispatch: &Dispatch,
    document: &Document,
    filters: &Filters,
    overview: &Overview,
    facet: Facet,
) -> Html {
    let (title, shares): (String, &[Share]) = match facet {
        Facet::Speaker => (t!("filter-speakers"), &overview.speakers),
        Facet::Kind => (t!("filter-kinds"), &overview.kinds),
        Facet::Tag => (t!("filter-tags"), &overview.tags),
        Facet::Standing => (t!("filter-standings"), &overview.standings),
        Facet::Verdict => (t!("filter-verdicts"), &overview.verdicts),
    };
    if shares.is_empty() {
        return html! {};
    }
    html! {
        <fieldset>
            <legend>{ title }</legend>
            <ul>
                { for shares.iter().map(|share| {
                    let label = only_label(document, &share.of);
                    let on = filters.only.contains(&share.of);
                    html! {
                        <li key={label.clone()}>
                            <button type="button" class="chip" aria-pressed={on.to_string()} onclick={toggle(dispatch, &share.of)}
                                title={t!("filter-count", n = share.n)}>
                                <span class="what">{ label }</span>{ " " }<span class="count">{ share.n }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </fieldset>
    }
}

/// One end of the confidence that is asked for.
fn end(dispatch: &Dispatch, filters: &Filters, lower: bool) -> Html {
    let (dispatch, from, to) = (dispatch.clone(), filters.from, filters.to);
    let oninput = Callback::from(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(percent) = value.parse() {
            let (from, to) = if lower {
                (percent, to)
            } else {
                (from, percent)
            };
            dispatch.dispatch(Action::Seeing(SeeingAction::Confidence { from, to }));
        }
    });
    let (label, value) = if lower {
        (t!("filter-from"), filters.from)
    } else {
        (t!("filter-to"), filters.to)
    };
    html! {
        <label class="threshold">
            { label }
            <input type="range" min="0" max="100" step="5" value={value.to_string()} {oninput}
                data-role={if lower { "confidence-from" } else { "confidence-to" }} aria-valuetext={t!("filter-percent", n = value)} />
            <output>{ value }{ "%" }</output>
        </label>
    }
}
