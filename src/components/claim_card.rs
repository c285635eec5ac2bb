//! The card of a claim: who said it, its tags, what the check came to and why, what that rests on, who is at it and how far.

use hearsay_annotate::{AnnotationId, Body, ClaimBody, Progress, TagId, TagSet, VerdictId};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::claim_evidence::ClaimEvidence;
use super::claim_field::ClaimField;
use super::icon::{Glyph, icon};
use crate::services::{now, use_services};
use crate::state::{Action, ClaimAction, ClaimChange, progress_label, use_dispatch, use_document};
use crate::t;

/// The id of the list of names that were given before.
pub const NAMES: &str = "claim-names";

/// Properties of [`ClaimCard`].
#[derive(Properties, PartialEq)]
pub struct ClaimCardProps {
    /// Which claim.
    pub id: AnnotationId,
}

/// The card.
#[component]
pub fn ClaimCard(props: &ClaimCardProps) -> Html {
    let document = use_document();
    let dispatch = use_dispatch();
    let services = use_services();
    let Some(document) = document.as_ref() else {
        return html! {};
    };
    let id = &props.id;
    let annotation = document.annotations.get(id);
    let Some((annotation, Body::Claim(claim))) = annotation.map(|one| (one, &one.body)) else {
        return html! {};
    };
    let set = document.tag_set();
    let speaker = document.annotations.speaker_of(annotation);
    let onchange = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        Callback::from(move |change: ClaimChange| {
            let (id, now) = (id.clone(), now());
            dispatch.dispatch(Action::Claim(ClaimAction::Change { id, change, now }));
        })
    };
    let remove = {
        let id = id.clone();
        Callback::from(move |_: MouseEvent| {
            let id = id.clone();
            dispatch.dispatch(Action::Remove { id, now: now() });
        })
    };
    let ready_names = Callback::from(move |_: FocusEvent| services.ready_worklist());
    html! {
        <div class="claim-card" onkeydown={to_statement()}>
            <p class="said-by">
                if let Some(speaker) = speaker {
                    { t!("claim-said-by", speaker = speaker) }
                } else {
                    <span class="soft">{ t!("claim-said-by-article") }</span>
                }
            </p>
            { tags(claim, set, &onchange) }
            { verdicts(claim, set, &onchange) }
            <ClaimField label={t!("claim-reasoning")} value={claim.reasoning.clone()} lines={2} part="reasoning"
                placeholder={t!("claim-reasoning-empty")} onleave={onchange.reform(ClaimChange::Reasoning)} />
            <ClaimEvidence evidence={claim.evidence.clone()} onchange={onchange.clone()} />
            { progress(claim.progress, &onchange) }
            <ClaimField label={t!("claim-assignee")} value={claim.assignee.clone()} part="assignee" list={NAMES}
                placeholder={t!("claim-assignee-empty")} onleave={onchange.reform(ClaimChange::Assignee)} onfocus={ready_names} />
            <ClaimField label={t!("claim-note")} value={claim.note.clone()} lines={1} part="note"
                placeholder={t!("claim-note-empty")} onleave={onchange.reform(ClaimChange::Note)} />
            <button type="button" class="button plain small remove-claim" onclick={remove}>
                { icon(Glyph::Remove) }{ t!("claim-remove") }
            </button>
        </div>
    }
}

/// Escape leads out of the card's fields, to the words of the claim: from there every key works again.
fn to_statement() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let field = event
            .target()
            .and_then(|at| at.dyn_into::<HtmlElement>().ok());
        let is_field = field.is_some_and(|field| {
            matches!(field.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        });
        if event.key() == "Escape" && is_field {
            event.prevent_default();
            event.stop_propagation();
            crate::dom::focus_in_claim("statement");
        }
    })
}

/// The tags as chips that can be taken off, and those that can be added.
fn tags(claim: &ClaimBody, set: &TagSet, onchange: &Callback<ClaimChange>) -> Html {
    let add = {
        let onchange = onchange.clone();
        Callback::from(move |event: Event| {
            let list = event.target_unchecked_into::<HtmlSelectElement>();
            let tag = list.value();
            list.set_value("");
            if !tag.is_empty() {
                onchange.emit(ClaimChange::ToggleTag(TagId(tag)));
            }
        })
    };
    let left: Vec<_> = set
        .tags
        .iter()
        .filter(|tag| tag.applies.to_claims() && !claim.tags.contains(&tag.id))
        .collect();
    html! {
        <div class="claim-tags" role="group" aria-label={t!("claim-tags")}>
            { for claim.tags.iter().map(|tag| {
                let id = tag.clone();
                let label = set.label(tag);
                let onclick = onchange.reform(move |_: MouseEvent| ClaimChange::ToggleTag(id.clone()));
                let color = set.get(tag).map(|tag| tag.color);
                html! {
                    <button key={tag.0.clone()} type="button" class={classes!("tag-chip", color_class(color))} {onclick}
                        aria-label={t!("claim-take-tag-off", tag = label)} title={t!("claim-take-tag-off", tag = label)}>
                        { label }{ icon(Glyph::Close) }
                    </button>
                }
            }) }
            if !left.is_empty() {
                <select class="add-tag" aria-label={t!("claim-add-tag")} data-part="tags" onchange={add}>
                    <option value="" selected=true>{ t!("claim-add-tag-prompt") }</option>
                    { for left.into_iter().map(|tag| html! {
                        <option key={tag.id.0.clone()} value={tag.id.0.clone()}>{ &tag.label }</option>
                    }) }
                </select>
            }
        </div>
    }
}

/// The scale, one step of which is chosen, or none.
fn verdicts(claim: &ClaimBody, set: &TagSet, onchange: &Callback<ClaimChange>) -> Html {
    let chosen = claim.verdict.as_ref();
    // A verdict from another scale is shown all the same.
    let foreign = chosen.filter(|id| set.verdict(id).is_none());
    if set.verdicts.is_empty() && foreign.is_none() {
        return html! { <p class="soft small">{ t!("claim-no-scale", set = &set.name) }</p> };
    }
    let step = |id: Option<&VerdictId>, label: String, title: String, color: Option<u8>| {
        let to = id.cloned();
        let set_it = onchange.reform(move |_: Event| ClaimChange::Verdict(to.clone()));
        radio("claim-verdict", chosen == id, color, (label, title), set_it)
    };
    html! {
        <fieldset class="segments" data-part="verdict">
            <legend>{ t!("claim-verdict") }</legend>
            <div class="steps">
                { for set.verdicts.iter().map(|one| step(Some(&one.id), one.label.clone(), one.description.clone(), Some(one.color))) }
                { for foreign.map(|id| step(Some(id), id.0.clone(), String::new(), None)) }
                { step(None, t!("claim-open"), t!("claim-open-means"), None) }
            </div>
        </fieldset>
    }
}

/// How far the check has come.
fn progress(now: Progress, onchange: &Callback<ClaimChange>) -> Html {
    html! {
        <fieldset class="segments" data-part="progress">
            <legend>{ t!("claim-progress") }</legend>
            <div class="steps">
                { for Progress::ALL.into_iter().map(|one| {
                    let set_it = onchange.reform(move |_: Event| ClaimChange::Progress(one));
                    radio("claim-progress", one == now, None, (progress_label(one), String::new()), set_it)
                }) }
            </div>
        </fieldset>
    }
}

/// One of several that exclude each other; its words are its label and what it means.
fn radio(
    group: &'static str,
    checked: bool,
    color: Option<u8>,
    (label, title): (String, String),
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class={classes!("step", color_class(color), color.is_some().then_some("has-color"))} {title}>
            <input type="radio" name={group} {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

/// The class that sets `--tag` to a colour of the palette, if it is one of it.
pub fn color_class(color: Option<u8>) -> Option<String> {
    color.map(super::tag_set_page::tag_class)
}

/// A tag as a chip that only shows.
pub fn chip(label: &str, color: Option<u8>) -> Html {
    html! { <span class={classes!("tag-chip", color_class(color))}>{ label }</span> }
}

/// A verdict as a badge.
pub fn verdict_badge(label: &str, color: Option<u8>) -> Html {
    html! { <span class={classes!("verdict-badge", color_class(color))}>{ label }</span> }
}

/// The names that were given before, for the fields that ask for one.
pub fn names_list<'a>(names: impl Iterator<Item = &'a str>) -> Html {
    let mut known: Vec<&str> = Vec::new();
    for name in names {
        if !name.is_empty() && known.len() < 200 && !known.contains(&name) {
            known.push(name);
        }
    }
    html! {
        <datalist id={NAMES}>
            { for known.into_iter().map(|name| html! { <option key={name.to_owned()} value={name.to_owned()} /> }) }
        </datalist>
    }
}
