//! The claims that a person tagged; those worth checking below.

use hearsay_annotate::TagId;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::suggestion_list::SuggestionList;
use crate::services::now;
use crate::state::{
    Action, ClaimAction, ClaimChange, ClaimItem, FocusOrigin, claims, use_dispatch, use_document,
    use_selection,
};

/// The claims, in the order of the article.
#[component]
pub fn ClaimList() -> Html {
    let document = use_document();
    let focused = use_selection().focused.clone();
    let claims = use_memo(document, |document| {
        document.as_ref().map(claims).unwrap_or_default()
    });
    html! {
        <>
        if claims.is_empty() {
            <p class="empty">
                { "No claims yet. Select words in the article, or choose a quote, and give it a tag: a number key does it." }
            </p>
        }
        <ul>
            { for claims.iter().map(|claim| html! {
                <li key={claim.id.0.clone()}>
                    <ClaimEntry claim={claim.clone()} focused={focused.as_ref() == Some(&claim.id)} />
                </li>
            }) }
        </ul>
        <SuggestionList />
        </>
    }
}

/// Properties of [`ClaimEntry`].
#[derive(Properties, PartialEq)]
struct ClaimEntryProps {
    claim: ClaimItem,
    focused: bool,
}

#[component]
fn ClaimEntry(props: &ClaimEntryProps) -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let claim = &props.claim;
    let focus = {
        let (dispatch, id) = (dispatch.clone(), claim.id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Focus(Some(id.clone()), FocusOrigin::Panel));
        })
    };
    let retag = {
        let (dispatch, id) = (dispatch.clone(), claim.id.clone());
        Callback::from(move |event: Event| {
            let tag = TagId(event.target_unchecked_into::<HtmlSelectElement>().value());
            let id = id.clone();
            let change = ClaimChange::ToggleTag(tag);
            let now = now();
            dispatch.dispatch(Action::Claim(ClaimAction::Change { id, change, now }));
        })
    };
    // On change, not on input: one step of the history for one thought, stored when the person moves on.
    let set_note = {
        let (dispatch, id) = (dispatch.clone(), claim.id.clone());
        Callback::from(move |event: Event| {
            let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let id = id.clone();
            let change = ClaimChange::Note(note);
            let now = now();
            dispatch.dispatch(Action::Claim(ClaimAction::Change { id, change, now }));
        })
    };
    let remove = {
        let id = claim.id.clone();
        Callback::from(move |_: MouseEvent| {
            let id = id.clone();
            dispatch.dispatch(Action::Remove { id, now: now() });
        })
    };
    let tags = document
        .as_ref()
        .map(|document| document.tag_set().tags.clone())
        .unwrap_or_default();
    let known = tags.iter().any(|tag| claim.tags.contains(&tag.id));
    html! {
        <div class={classes!("claim-item", props.focused.then_some("focused"))} data-annotation={claim.id.0.clone()}>
            <button type="button" class="words" onclick={focus}>{ &claim.words }</button>
            if let Some(speaker) = &claim.speaker {
                <p class="soft small">{ "Said by " }{ speaker }</p>
            }
            <div class="row">
                <select aria-label="Tag" onchange={retag}>
                    if !known {
                        <option selected=true>{ &claim.label }</option>
                    }
                    { for tags.iter().map(|tag| html! {
                        <option key={tag.id.0.clone()} value={tag.id.0.clone()} selected={claim.tags.contains(&tag.id)}>{ &tag.label }</option>
                    }) }
                </select>
                <button type="button" class="button plain icon" aria-label="Remove this claim" title="Remove this claim" onclick={remove}>
                    { icon(Glyph::Remove) }
                </button>
            </div>
            <textarea rows="1" placeholder="Note" aria-label="Note" onchange={set_note} value={claim.note.clone()} />
        </div>
    }
}
