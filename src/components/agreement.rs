//! Annotators of one article, beside each other: who they are, how far they agree, and where they do not.

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::agreement_cards::disagreements;
use super::agreement_table::figures;
use super::icon::{Glyph, icon};
use super::picker;
use crate::services::{Services, use_services};
use crate::state::{
    Action, Agreeing, AgreementAction, Colleague, Dispatch, Document, Scope, View, use_agreeing,
    use_dispatch, use_document,
};
use crate::t;

/// What parts of the page draw from.
pub(super) struct Sheet<'a> {
    /// The open article.
    pub(super) document: &'a Document,
    /// The annotators.
    pub(super) agreeing: &'a Agreeing,
    /// Changes the state.
    pub(super) dispatch: &'a Dispatch,
    /// Reaches outside.
    pub(super) services: &'a Services,
}

impl Sheet<'_> {
    /// What a button does.
    pub(super) fn does(&self, action: AgreementAction) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Agreement(action.clone())))
    }

    /// What somebody is called.
    pub(super) fn name(&self, number: u32) -> String {
        let name = self.agreeing.name(number).map(str::to_owned);
        name.unwrap_or_else(|| t!("agreement-me"))
    }

    /// What a tag is called.
    pub(super) fn label(&self, tag: &str) -> String {
        match tag {
            "" => t!("agreement-no-tag"),
            "kind:direct" => t!("agreement-direct"),
            "kind:indirect" => t!("agreement-indirect"),
            "kind:mixed" => t!("agreement-mixed"),
            tag => {
                let mut tags = self.document.tag_set().tags.iter();
                let known = tags.find(|one| one.id.0 == tag);
                known.map_or_else(|| tag.to_owned(), |known| known.label.clone())
            }
        }
    }
}

/// The page.
#[component]
pub fn Agreement() -> Html {
    let dispatch = use_dispatch();
    let services = use_services();
    let document = use_document();
    let agreeing = use_agreeing();
    let picker = use_node_ref();
    // What was marked in the article meanwhile counts.
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            dispatch.dispatch(Action::Agreement(AgreementAction::Again { must: false }));
        });
    }
    {
        let (services, document, agreeing) = (services.clone(), document.clone(), agreeing.clone());
        use_effect_with(agreeing.working, move |_| {
            if let Some(document) = document.as_ref() {
                services.compare_annotators(document, &agreeing);
            }
        });
    }
    use_effect_with(agreeing.moved, move |moved| {
        if *moved > 0 {
            show_current();
        }
    });
    let Some(open) = document.as_ref() else {
        return Html::default();
    };
    let other = Agreeing::default();
    // Of another article there is nothing to show.
    let agreeing = match agreeing.of.as_ref() {
        Some(of) if *of == open.id => &*agreeing,
        _ => &other,
    };
    let view = Sheet {
        document: open,
        agreeing,
        dispatch: &dispatch,
        services: &services,
    };
    let choose = {
        let picker = picker.clone();
        Callback::from(move |_: MouseEvent| picker::open(&picker))
    };
    let picked = {
        let services = services.clone();
        picker::chosen(move |files| services.import_annotators(files))
    };
    let back = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(View::Read)))
    };
    let n_others = agreeing.colleagues.len();
    html! {
        <main id="main" class="agreement">
            <div class="agreement-head">
                <h1 tabindex="-1">{ t!("agreement-title") }</h1>
                <button type="button" class="button" onclick={back}>{ t!("agreement-back") }</button>
            </div>
            <p class="soft">{ t!("agreement-intro", title = open.title()) }</p>
            <section class="agreement-people" aria-labelledby="agreement-people">
                <h2 id="agreement-people">{ t!("agreement-people") }</h2>
                { people(&view) }
                { problems(&agreeing.problems) }
                <input type="file" ref={picker} hidden=true multiple=true accept=".json,.jsonld,application/json,application/ld+json"
                    onchange={picked} data-role="annotators" aria-label={t!("agreement-files")} />
                <div class="agreement-row">
                    <button type="button" class={classes!("button", (n_others == 0).then_some("primary"))} onclick={choose}>
                        { t!("agreement-add") }
                    </button>
                    <span class="soft small">{ t!("agreement-drop") }</span>
                </div>
                if n_others > 0 {
                    { scopes(&view) }
                }
            </section>
            { outcome(&view) }
        </main>
    }
}

/// Brings the disagreement that is looked at into view, and the focus to it.
fn show_current() {
    let page = web_sys::window().and_then(|window| window.document());
    let Some(Ok(Some(card))) = page.map(|page| page.query_selector(".agreement-card.current"))
    else {
        return;
    };
    card.scroll_into_view_with_bool(true);
    use wasm_bindgen::JsCast;
    if let Ok(card) = card.dyn_into::<HtmlElement>() {
        // Fails only for what cannot take the focus.
        let _ = card.focus();
    }
}

/// What there is to see of the comparison.
fn outcome(view: &Sheet<'_>) -> Html {
    let agreeing = view.agreeing;
    if agreeing.colleagues.is_empty() {
        return Html::default();
    }
    let working = agreeing.working.is_some();
    html! {
        <>
            <div role="status" class="agreement-status">
                if working {
                    <p><span class="spinner" />{ " " }{ t!("agreement-working") }</p>
                } else if agreeing.matched.is_none() {
                    <p>{ t!("agreement-one-only") }</p>
                }
            </div>
            if agreeing.matched.is_some() {
                if agreeing.taken_over {
                    <div class="message">
                        <p>{ t!("agreement-taken-over") }</p>
                        <button type="button" class="button" onclick={view.does(AgreementAction::Again { must: true })}>
                            { t!("agreement-again") }
                        </button>
                    </div>
                }
                { figures(view) }
                { disagreements(view) }
            }
        </>
    }
}

/// Those who are compared, or could be.
fn people(view: &Sheet<'_>) -> Html {
    let agreeing = view.agreeing;
    let with_me = agreeing.is_with_me(view.document);
    let n_mine = agreeing.n_marks(&view.document.annotations);
    let onchange = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: Event| {
            dispatch.dispatch(Action::Agreement(AgreementAction::WithMe(!with_me)));
        })
    };
    html! {
        <ul class="agreement-list">
            <li>
                <label class="agreement-row">
                    <input type="checkbox" checked={with_me} {onchange} />
                    <b>{ t!("agreement-me") }</b>
                    <span class="soft small">{ t!("agreement-marks", n = n_mine) }</span>
                </label>
            </li>
            { for agreeing.colleagues.iter().map(|colleague| person(view, colleague)) }
        </ul>
    }
}

fn person(view: &Sheet<'_>, colleague: &Colleague) -> Html {
    let number = colleague.number;
    let rename = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.dispatch(Action::Agreement(AgreementAction::Rename(number, name)));
        })
    };
    let remove = t!("agreement-remove", name = &colleague.name);
    html! {
        <li key={number}>
            <div class="agreement-row">
                <input class="agreement-name" value={colleague.name.clone()} onchange={rename}
                    aria-label={t!("agreement-name", file = &colleague.file)} />
                <span class="soft small">
                    { t!("agreement-marks-in", n = view.agreeing.n_marks(&colleague.annotations), file = &colleague.file) }
                </span>
                <button type="button" class="button plain icon" aria-label={remove.clone()} title={remove}
                    onclick={view.does(AgreementAction::Leave(number))}>
                    { icon(Glyph::Remove) }
                </button>
            </div>
            if !colleague.lost.is_empty() {
                <details class="small">
                    <summary>{ t!("agreement-lost", n = colleague.lost.len()) }</summary>
                    <ul>{ for colleague.lost.iter().map(|words| html! { <li><q>{ words }</q></li> }) }</ul>
                </details>
            }
        </li>
    }
}

fn problems(problems: &[String]) -> Html {
    html! {
        <div role="alert" class="agreement-problems">
            { for problems.iter().map(|problem| html! {
                <div class="message error">{ icon(Glyph::Warning) }<p>{ problem }</p></div>
            }) }
        </div>
    }
}

/// What is compared.
fn scopes(view: &Sheet<'_>) -> Html {
    let options = Scope::ALL.map(|scope| {
        let label = match scope {
            Scope::Both => t!("agreement-both"),
            Scope::Claims => t!("agreement-claims"),
            Scope::Quotes => t!("agreement-quotes"),
        };
        (label, view.agreeing.scope == scope)
    });
    let onchange = choice(view, |nth| {
        AgreementAction::Compare(Scope::ALL.get(nth).copied().unwrap_or_default())
    });
    html! {
        <>
            { select("agreement-scope", t!("agreement-compare"), onchange, &options) }
            <p class="soft small">{ t!("agreement-how") }</p>
        </>
    }
}

/// What a list of choices does.
pub(super) fn choice(
    view: &Sheet<'_>,
    action: impl Fn(usize) -> AgreementAction + 'static,
) -> Callback<Event> {
    let dispatch = view.dispatch.clone();
    Callback::from(move |event: Event| {
        let nth = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        let nth = usize::try_from(nth).unwrap_or_default();
        dispatch.dispatch(Action::Agreement(action(nth)));
    })
}

/// A list to choose from, with its name.
pub(super) fn select(
    id: &'static str,
    label: String,
    onchange: Callback<Event>,
    options: &[(String, bool)],
) -> Html {
    html! {
        <span class="agreement-row">
            <label for={id}>{ label }</label>
            <select {id} {onchange}>
                { for options.iter().map(|(label, selected)| html! { <option selected={*selected}>{ label }</option> }) }
            </select>
        </span>
    }
}
