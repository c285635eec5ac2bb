//! The claims that the engine finds worth checking: each to be accepted or dismissed, all off by one switch.

use hearsay_annotate::AnnotationId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::filters::switch;
use super::icon::{Glyph, icon};
use super::long_list::use_long_list;
use crate::services::now;
use crate::state::{
    Action, Dispatch, Document, Filter, FocusOrigin, SuggestionItem, suggested_claims,
    use_dispatch, use_document, use_selection, use_settings,
};
use crate::t;

/// How high an entry is, roughly, in CSS pixels.
const ENTRY: usize = 150;

/// The list, with its switch and its order.
#[component]
pub fn SuggestionList() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let settings = use_settings();
    let focused = use_selection().focused.clone();
    let suggestions = use_memo((document, settings.clone()), |(document, settings)| {
        let open: Option<&Document> = document.as_ref();
        open.map(|open| suggested_claims(open, settings))
            .unwrap_or_default()
    });
    let wanted = suggestions
        .iter()
        .position(|suggestion| focused.as_ref() == Some(&suggestion.claim.id));
    let list = use_long_list("suggestions", suggestions.len(), ENTRY, wanted);
    html! {
        <section class="suggestions" aria-labelledby="suggestions-title">
            <h3 id="suggestions-title" tabindex="-1">
                { t!("claim-worth-checking") }<span class="count">{ suggestions.len() }</span>
            </h3>
            <div class="filters">
                { switch(&dispatch, t!("claim-suggest"), settings.suggests_claims, Filter::Suggestions(!settings.suggests_claims), "suggest") }
                if settings.suggests_claims {
                    { switch(&dispatch, t!("claim-by-score"), settings.claims_by_score, Filter::ByScore(!settings.claims_by_score), "by-score") }
                }
            </div>
            if settings.suggests_claims && suggestions.is_empty() {
                <p class="soft small">{ t!("claim-no-suggestions") }</p>
            }
            <ul>
                { list.draw(0..suggestions.len(), |at| {
                    let suggestion = &suggestions[at];
                    let is_focused = focused.as_ref() == Some(&suggestion.claim.id);
                    (suggestion.claim.id.0.clone(), entry(&dispatch, suggestion, is_focused))
                }) }
            </ul>
        </section>
    }
}

fn entry(dispatch: &Dispatch, suggestion: &SuggestionItem, focused: bool) -> Html {
    let SuggestionItem { claim, percent } = suggestion;
    let act = |action: fn(AnnotationId) -> Action, leaves: bool| {
        let (dispatch, id) = (dispatch.clone(), claim.id.clone());
        Callback::from(move |event: MouseEvent| {
            if leaves && let Some(entry) = event.target().and_then(|at| at.dyn_into().ok()) {
                focus_neighbour(&entry);
            }
            dispatch.dispatch(action(id.clone()));
        })
    };
    let focus = act(|id| Action::Focus(Some(id), FocusOrigin::Panel), false);
    let accept = act(|id| Action::Accept { id, now: now() }, true);
    let dismiss = act(|id| Action::Reject { id, now: now() }, true);
    html! {
        <div class={classes!("claim-item", "suggested", focused.then_some("focused"))} data-annotation={claim.id.0.clone()}>
            <button type="button" class="words" onclick={focus}>{ &claim.words }</button>
            <p class="soft small">
                if let Some(speaker) = &claim.speaker {
                    { t!("claim-suggestion-facts-said-by", tag = &claim.label, percent = *percent, speaker = speaker) }
                } else {
                    { t!("claim-suggestion-facts", tag = &claim.label, percent = *percent) }
                }
            </p>
            <div class="row">
                <button type="button" class="button" data-role="accept" onclick={accept}>{ icon(Glyph::Check) }{ t!("claim-accept") }</button>
                <button type="button" class="button" data-role="dismiss" onclick={dismiss}>{ icon(Glyph::Close) }{ t!("claim-dismiss") }</button>
            </div>
        </div>
    }
}

/// Gives the keyboard's focus to the same button of the entry beside the one that is about to go; to the heading when there
/// is none.
fn focus_neighbour(button: &Element) {
    let button = button.closest("button").ok().flatten();
    let entry = button
        .as_ref()
        .and_then(|button| button.closest("li").ok()?);
    let beside = entry.as_ref().and_then(|entry| {
        entry
            .next_element_sibling()
            .or_else(|| entry.previous_element_sibling())
    });
    let role = button.and_then(|button| button.get_attribute("data-role"));
    let to = match (beside, role.as_deref()) {
        (Some(beside), Some("accept")) => beside.query_selector("[data-role=accept]"),
        (Some(beside), _) => beside.query_selector("[data-role=dismiss]"),
        (None, _) => match entry.and_then(|entry| entry.closest("section").ok()?) {
            Some(list) => list.query_selector("h3"),
            None => return,
        },
    };
    if let Ok(Some(to)) = to
        && let Some(to) = to.dyn_ref::<HtmlElement>()
    {
        // Fails only for what cannot take the focus.
        let _ = to.focus();
    }
}
