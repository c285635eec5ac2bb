//! The claims that a person tagged, a line each, the one in focus as a card; those worth checking below.

use std::rc::Rc;

use hearsay_annotate::Progress;
use yew::prelude::*;

use super::claim_card::{ClaimCard, chip, names_list, verdict_badge};
use super::long_list::use_long_list;
use super::suggestion_list::SuggestionList;
use crate::state::{
    Action, ClaimItem, Document, FocusOrigin, progress_label, shown_claims, use_dispatch,
    use_document, use_selection, use_settings, use_worklist,
};
use crate::t;

/// How high an entry is, roughly, in CSS pixels.
const ENTRY: usize = 78;

/// The claims, in the order of the article.
#[component]
pub fn ClaimList() -> Html {
    let document = use_document();
    let worklist = use_worklist();
    let focused = use_selection().focused.clone();
    let settings = use_settings();
    let hides_some = !settings.filters.is_empty();
    let claims = use_memo((document, settings), |(document, settings)| {
        let open: Option<&Document> = document.as_ref();
        let listed = open.map(|open| shown_claims(open, settings));
        let listed = listed.unwrap_or_default();
        listed.into_iter().map(Rc::new).collect::<Vec<_>>()
    });
    let here = claims.iter().map(|claim| claim.assignee.as_str());
    let n_done = claims
        .iter()
        .filter(|claim| claim.progress == Progress::Done)
        .count();
    let wanted = claims
        .iter()
        .position(|claim| focused.as_ref() == Some(&claim.id));
    let list = use_long_list("claims", claims.len(), ENTRY, wanted);
    html! {
        <>
        if claims.is_empty() && hides_some {
            <p class="empty">{ t!("claim-all-hidden") }</p>
        } else if claims.is_empty() {
            <div class="empty">
                <p>{ t!("claim-none-yet") }</p>
                <p class="small">{ t!("claim-none-yet-how") }</p>
            </div>
        } else {
            <p class="soft small claim-count" role="status">{ t!("claim-n-done", n = n_done, all = claims.len()) }</p>
        }
        <ul>
            { list.draw(0..claims.len(), |at| {
                let claim = &claims[at];
                let is_focused = focused.as_ref() == Some(&claim.id);
                (claim.id.0.clone(), html! { <ClaimEntry claim={Rc::clone(claim)} focused={is_focused} /> })
            }) }
        </ul>
        { names_list(here.chain(worklist.assignees())) }
        <SuggestionList />
        </>
    }
}

/// Properties of [`ClaimEntry`].
#[derive(Properties, PartialEq)]
struct ClaimEntryProps {
    claim: Rc<ClaimItem>,
    focused: bool,
}

#[component]
fn ClaimEntry(props: &ClaimEntryProps) -> Html {
    let dispatch = use_dispatch();
    let claim = &props.claim;
    let open = props.focused;
    let onclick = {
        let id = claim.id.clone();
        Callback::from(move |_: MouseEvent| {
            let id = (!open).then(|| id.clone());
            dispatch.dispatch(Action::Focus(id, FocusOrigin::Panel));
        })
    };
    html! {
        <div class={classes!("claim-item", open.then_some("focused"))} data-annotation={claim.id.0.clone()}>
            <blockquote>
                <button type="button" class="words" data-part="statement" aria-expanded={open.to_string()} {onclick}>{ &claim.words }</button>
            </blockquote>
            if open {
                <ClaimCard key={claim.id.0.clone()} id={claim.id.clone()} />
            } else {
                { facts(claim) }
            }
        </div>
    }
}

/// What is known of a claim, on a line or two.
fn facts(claim: &ClaimItem) -> Html {
    html! {
        <div class="facts">
            { for claim.verdict.iter().map(|verdict| verdict_badge(&verdict.label, verdict.color)) }
            { for claim.labels.iter().map(|tag| chip(&tag.label, tag.color)) }
            if let Some(speaker) = &claim.speaker {
                <span>{ t!("claim-said-by", speaker = speaker) }</span>
            }
            <span class={classes!("progress", claim.progress.name())}>{ progress_label(claim.progress) }</span>
            if !claim.assignee.is_empty() {
                <span>{ t!("claim-assigned-to", name = &claim.assignee) }</span>
            }
        </div>
    }
}
