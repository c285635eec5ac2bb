//! What the worklist is searched and narrowed with. A function: all that it keeps is in the state.

use hearsay_annotate::Progress;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::services::Services;
use crate::state::{Arrange, ListedClaims, WantedClaims, Worklist, progress_label};
use crate::t;

/// The tools.
pub fn worklist_tools(
    list: &Worklist,
    listed: &ListedClaims,
    kinds: &[Vec<String>; 3],
    typed: &UseStateHandle<String>,
    services: &Services,
) -> Html {
    let wanted = &list.wanted;
    let oninput = {
        let (typed, services, wanted) = (typed.clone(), services.clone(), wanted.clone());
        Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            typed.set(query.clone());
            services.want_claims(WantedClaims {
                query,
                ..wanted.clone()
            });
        })
    };
    let choose = |change: fn(&mut WantedClaims, String)| {
        let (services, wanted) = (services.clone(), wanted.clone());
        Callback::from(move |event: Event| {
            let mut wanted = wanted.clone();
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            change(&mut wanted, value);
            services.want_claims(wanted);
        })
    };
    let clear = {
        let (typed, services, arrange) = (typed.clone(), services.clone(), wanted.arrange);
        Callback::from(move |_: MouseEvent| {
            typed.set(String::new());
            show_no_choice();
            services.want_claims(WantedClaims {
                arrange,
                ..WantedClaims::default()
            });
        })
    };
    let [verdicts, tags, assignees] = kinds;
    html! {
        <div class="worklist-tools" role="search" aria-label={t!("worklist-title")}>
            <label class="query">
                <span class="visually-hidden">{ t!("worklist-search") }</span>
                <input type="search" placeholder={t!("worklist-search")} value={(**typed).clone()} {oninput} autocomplete="off" spellcheck="false"
                    data-role="worklist-search" />
            </label>
            <div class="progress-filter" role="group" aria-label={t!("claim-progress")}>
                { for Progress::ALL.into_iter().zip(listed.n_by_progress).map(|(one, n)| {
                    let on = wanted.progress == Some(one);
                    let (services, mut to) = (services.clone(), wanted.clone());
                    to.progress = (!on).then_some(one);
                    let onclick = Callback::from(move |_: MouseEvent| services.want_claims(to.clone()));
                    html! {
                        <button type="button" key={one.name()} class={classes!("button", "chip", one.name())} aria-pressed={on.to_string()} {onclick}>
                            { progress_label(one) }<span class="count">{ n }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="choices">
                <label class="small">
                    { t!("worklist-arrange") }
                    <select data-role="worklist-arrange" onchange={choose(|wanted, name| wanted.arrange = Arrange::from_name(&name).unwrap_or_default())}>
                        { for Arrange::ALL.into_iter().map(|one| html! {
                            <option key={one.name()} value={one.name()} selected={one == wanted.arrange}>{ arrange_label(one) }</option>
                        }) }
                    </select>
                </label>
                { choice("verdict", t!("worklist-any-verdict"), Some(t!("claim-open")), verdicts, wanted.verdict.as_deref(),
                    choose(|wanted, value| wanted.verdict = picked(&value))) }
                { choice("tag", t!("worklist-any-tag"), None, tags, wanted.tag.as_deref(),
                    choose(|wanted, value| wanted.tag = picked(&value))) }
                { choice("assignee", t!("worklist-anybody"), Some(t!("worklist-nobody")), assignees, wanted.assignee.as_deref(),
                    choose(|wanted, value| wanted.assignee = picked(&value))) }
                if wanted.is_filtered() {
                    <button type="button" class="button plain small" onclick={clear}>{ t!("worklist-show-all") }</button>
                }
            </div>
        </div>
    }
}

/// What was chosen; values begin with a sign, so that the empty one, which stands for none, differs from no choice.
fn picked(value: &str) -> Option<String> {
    value.strip_prefix('=').map(str::to_owned)
}

/// Lists from which somebody chose go on showing that, whatever is drawn; so they are told.
fn show_no_choice() {
    let page = web_sys::window().and_then(|window| window.document());
    let lists = page.and_then(|page| {
        page.query_selector_all(".worklist-tools select.chosen")
            .ok()
    });
    if let Some(lists) = lists {
        for nth in 0..lists.length() {
            if let Some(list) = lists
                .get(nth)
                .and_then(|list| list.dyn_into::<HtmlSelectElement>().ok())
            {
                list.set_value("");
            }
        }
    }
}

/// A list of which one can be chosen, or any.
fn choice(
    role: &'static str,
    any: String,
    none: Option<String>,
    labels: &[String],
    chosen: Option<&str>,
    onchange: Callback<Event>,
) -> Html {
    if labels.is_empty() && chosen.is_none() {
        return html! {};
    }
    let option = |value: &str, label: String| {
        html! {
            <option key={["=", value].concat()} value={["=", value].concat()} selected={chosen == Some(value)}>{ label }</option>
        }
    };
    html! {
        <select aria-label={any.clone()} {onchange} data-role={role} class={chosen.is_some().then_some("chosen")}>
            <option value="" selected={chosen.is_none()}>{ any }</option>
            { for labels.iter().map(|label| option(label, label.clone())) }
            { for none.map(|none| option("", none)) }
        </select>
    }
}

fn arrange_label(arrange: Arrange) -> String {
    match arrange {
        Arrange::Progress => t!("worklist-by-progress"),
        Arrange::Article => t!("worklist-by-article"),
        Arrange::Assignee => t!("worklist-by-assignee"),
        Arrange::Changed => t!("worklist-by-change"),
    }
}
