//! What a printed article has beside its text: who said what, and the claims with what their check came to. Drawn when the
//! browser is about to print, and not before.

use hearsay_annotate::{Body, ClaimBody, Status, is_touched};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::voices::use_voices;
use crate::state::{Document, Settings, quotes_by_speaker, use_document, use_settings};
use crate::t;

/// The sheet; nothing while nothing is printed.
#[component]
pub fn PrintSheet() -> Html {
    let document = use_document();
    let settings = use_settings();
    let voices = use_voices();
    let printing = use_state_eq(|| false);
    {
        let printing = printing.clone();
        use_effect_with((), move |()| {
            let window = web_sys::window();
            let listen = |event: &'static str, on: bool| {
                let printing = printing.clone();
                let listener = Closure::<dyn Fn()>::new(move || printing.set(on));
                if let Some(window) = &window {
                    // Adding a listener to the window does not fail.
                    let _ = window
                        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
                }
                (event, listener)
            };
            let listeners = [listen("beforeprint", true), listen("afterprint", false)];
            move || {
                let Some(window) = web_sys::window() else {
                    return;
                };
                for (event, listener) in listeners {
                    let _ = window.remove_event_listener_with_callback(
                        event,
                        listener.as_ref().unchecked_ref(),
                    );
                }
            }
        });
    }
    let (true, Some(open)) = (*printing, document.as_ref()) else {
        return html! {};
    };
    html! {
        <section class="print-sheet">
            <h2>{ t!("print-speakers") }</h2>
            { for speakers(open, &settings).into_iter().map(|(name, profile, quotes)| html! {
                <section class={classes!("print-speaker", voices.class(name.as_deref()))}>
                    <h3>
                        <span class="voice-dot" />
                        { name.unwrap_or_else(|| t!("print-speaker-unknown")) }
                        if !profile.is_empty() {
                            <small>{ profile }</small>
                        }
                    </h3>
                    <ol>{ for quotes.into_iter().map(|words| html! { <li>{ words }</li> }) }</ol>
                </section>
            }) }
            { claims(open) }
        </section>
    }
}

/// Each speaker with what is known of them and the words of their quotes.
fn speakers(
    document: &Document,
    settings: &Settings,
) -> Vec<(Option<String>, String, Vec<String>)> {
    quotes_by_speaker(document, settings)
        .into_iter()
        .map(|group| {
            let name = group.speaker.as_deref().unwrap_or_default();
            let profile = document.annotations.cast().get(name);
            let parts = profile.map_or_else(Vec::new, |profile| {
                Vec::from([profile.role.as_str(), profile.organisation.as_str()])
            });
            let profile: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let words = group.quotes.into_iter().map(|quote| quote.words).collect();
            (group.speaker, profile.join(", "), words)
        })
        .collect()
}

fn claims(document: &Document) -> Html {
    let set = &document.annotations;
    let made: Vec<_> = set
        .iter()
        .filter(|one| is_touched(one) && one.status != Status::Rejected)
        .filter_map(|one| match &one.body {
            Body::Claim(claim) => Some((one, claim)),
            Body::Quote(_) | Body::Note(_) => None,
        })
        .collect();
    if made.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h2>{ t!("print-claims") }</h2>
            { for made.into_iter().map(|(annotation, claim)| html! {
                <section class="print-claim">
                    <blockquote>{ super::words_of(&document.article, &annotation.target) }</blockquote>
                    <p>{ facts(document, claim, set.speaker_of(annotation)) }</p>
                    if !claim.reasoning.is_empty() { <p>{ &claim.reasoning }</p> }
                    if !claim.evidence.is_empty() {
                        <ul>
                            { for claim.evidence.iter().map(|one| {
                                let parts = [&one.title, &one.link, &one.excerpt, &one.seen];
                                let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                                html! { <li>{ parts.join(" · ") }</li> }
                            }) }
                        </ul>
                    }
                    if !claim.note.is_empty() { <p class="soft">{ &claim.note }</p> }
                </section>
            }) }
        </>
    }
}

/// Verdict, tags, speaker and who checks it, in a line.
fn facts(document: &Document, claim: &ClaimBody, speaker: Option<&str>) -> String {
    let verdict = claim.verdict.as_ref();
    let parts = [
        verdict.map(|verdict| document.tag_set().verdict_label(verdict).to_owned()),
        (!claim.tags.is_empty()).then(|| document.tag_set().labels(&claim.tags)),
        speaker.map(|speaker| t!("print-said-by", speaker = speaker)),
        (!claim.assignee.is_empty()).then(|| claim.assignee.clone()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}
