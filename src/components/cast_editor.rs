//! The editor of a speaker, below the lists of the panel: name, role, organisation, link; who else is the same person, and
//! which of the quotes are somebody else's.

use hearsay_annotate::{AnnotationId, Profile, Status};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::quote_editor::names_list;
use crate::services::now;
use crate::state::{Action, CastAction, Dispatch, Document, is_web_link, speaker_names};
use crate::t;

/// Quotes offered at most to be moved; the others are reached one by one, in the editor of a quote.
const MOST: usize = 200;

/// The editor of one speaker; of `None`, of the quotes that nobody could be found for.
pub(super) fn cast_editor(open: &Document, dispatch: &Dispatch, speaker: Option<String>) -> Html {
    let profile = speaker
        .as_ref()
        .and_then(|name| open.annotations.cast().get(name));
    let profile = profile.cloned().unwrap_or_default();
    let rename = {
        let (dispatch, from) = (dispatch.clone(), speaker.clone());
        Callback::from(move |event: Event| {
            let to = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.dispatch(Action::Cast(CastAction::Rename {
                from: from.clone(),
                to,
                now: now(),
            }));
        })
    };
    let field = |label: String, value: &str, set: fn(&mut Profile, String), kind: &'static str| {
        let (dispatch, speaker, profile) = (dispatch.clone(), speaker.clone(), profile.clone());
        let onchange = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            let mut profile = profile.clone();
            set(&mut profile, value);
            if let Some(speaker) = speaker.clone() {
                dispatch.dispatch(Action::Cast(CastAction::Describe {
                    speaker,
                    profile,
                    now: now(),
                }));
            }
        });
        html! {
            <label>{ label }<input type={kind} autocomplete="off" value={value.to_owned()} {onchange} /></label>
        }
    };
    // The speaker is the key: fields of another are other fields, and don't keep what was typed into these.
    html! {
        <div class="cast-editor" key={speaker.clone().unwrap_or_default()}>
            <div class="fields">
                <label>{ t!("cast-name") }
                    <input type="text" autocomplete="off" list="speaker-names" value={speaker.clone().unwrap_or_default()} onchange={rename} />
                </label>
                { names_list(open) }
                if speaker.is_some() {
                    { field(t!("cast-role"), &profile.role, |profile, role| profile.role = role, "text") }
                    { field(t!("cast-organisation"), &profile.organisation, |profile, name| profile.organisation = name, "text") }
                    { field(t!("cast-link"), &profile.link, |profile, link| profile.link = link, "url") }
                }
            </div>
            if is_web_link(&profile.link) {
                <a class="small" href={profile.link.clone()} target="_blank" rel="noopener noreferrer" title={t!("cast-open-link")}>{ &profile.link }</a>
            }
            if let Some(name) = &speaker {
                { merging(open, dispatch, name) }
            }
            { moving(open, dispatch, speaker.as_deref()) }
        </div>
    }
}

/// Who else is the same person.
fn merging(open: &Document, dispatch: &Dispatch, into: &str) -> Html {
    let mut others = speaker_names(open);
    others.retain(|name| name != into);
    if others.is_empty() {
        return html! {};
    }
    let onclick = {
        let (dispatch, into) = (dispatch.clone(), into.to_owned());
        Callback::from(move |event: MouseEvent| {
            let speakers = ticked(&event);
            if !speakers.is_empty() {
                let into = into.clone();
                dispatch.dispatch(Action::Cast(CastAction::Merge {
                    speakers,
                    into,
                    now: now(),
                }));
            }
        })
    };
    html! {
        <fieldset>
            <legend>{ t!("cast-merge") }</legend>
            <div class="ticks">
                { for others.into_iter().map(|name| html! {
                    <label key={name.clone()} class="tick"><input type="checkbox" value={name.clone()} />{ name }</label>
                }) }
            </div>
            <button type="button" class="button" data-role="merge" {onclick}>{ t!("cast-merge-button") }</button>
        </fieldset>
    }
}

/// Which quotes are somebody else's.
fn moving(open: &Document, dispatch: &Dispatch, speaker: Option<&str>) -> Html {
    let quotes = open
        .annotations
        .quotes()
        .filter(|(quote, body)| {
            quote.status != Status::Rejected && body.speaker.as_deref() == speaker
        })
        .take(MOST)
        .map(|(quote, _)| {
            html! {
                <label key={quote.id.0.clone()} class="tick">
                    <input type="checkbox" value={quote.id.0.clone()} />
                    <span class="tick-words">{ super::words_of(&open.article, &quote.target) }</span>
                </label>
            }
        });
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let quotes: Vec<_> = ticked(&event).into_iter().map(AnnotationId).collect();
            let field = fieldset_of(&event)
                .and_then(|set| set.query_selector("input[type=text]").ok().flatten())
                .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
            if let (Some(field), false) = (field, quotes.is_empty()) {
                let to = Some(field.value());
                field.set_value("");
                dispatch.dispatch(Action::Cast(CastAction::Move {
                    quotes,
                    to,
                    now: now(),
                }));
            }
        })
    };
    html! {
        <fieldset>
            <legend>{ t!("cast-move") }</legend>
            <div class="ticks">{ for quotes }</div>
            <label>{ t!("cast-move-to") }
                <input type="text" autocomplete="off" list="speaker-names" placeholder={t!("cast-unknown")} />
            </label>
            <button type="button" class="button" data-role="move" {onclick}>{ t!("cast-move-button") }</button>
        </fieldset>
    }
}

fn fieldset_of(event: &MouseEvent) -> Option<Element> {
    let button = event.target()?.dyn_into::<Element>().ok()?;
    button.closest("fieldset").ok().flatten()
}

/// What is ticked around the button that was pressed; taken off at once, because it is about to be dealt with.
fn ticked(event: &MouseEvent) -> Vec<String> {
    let boxes = fieldset_of(event).and_then(|set| set.query_selector_all("input:checked").ok());
    let Some(boxes) = boxes else {
        return Vec::new();
    };
    (0..boxes.length())
        .filter_map(|nth| boxes.get(nth)?.dyn_into::<HtmlInputElement>().ok())
        .map(|tick| {
            tick.set_checked(false);
            tick.value()
        })
        .collect()
}
