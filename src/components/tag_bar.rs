//! The bar of tags: for the chosen words, the quote or the claim in focus.

use hearsay_annotate::{AnnotationId, Body, Status, TagId, is_touched};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::services::{now, stamp};
use crate::state::{Action, use_dispatch, use_document, use_selection};

/// What a tag would be given to.
struct Chosen {
    words: String,
    what: &'static str,
    /// The annotation in focus, unless words are chosen.
    id: Option<AnnotationId>,
    is_claim: bool,
    /// Whether it waits for a decision: a quote or a claim that the engine suggests.
    is_open: bool,
    tag: Option<TagId>,
    /// Who says it, and how: for a screen that has no room for the panel, and no pointer to hover with.
    said_by: Option<SaidBy>,
}

/// Who says a quote, and how.
struct SaidBy {
    speaker: String,
    facts: String,
    /// The words elsewhere in the article that tell who it is.
    told_by: String,
}

/// The bar of tags; nothing while nothing is chosen.
#[component]
pub fn TagBar() -> Html {
    let document = use_document();
    let selection = use_selection();
    let dispatch = use_dispatch();
    let Some(document) = document.as_ref() else {
        return html! {};
    };
    let slice = |spans: &[hearsay_text::Span]| super::words_of(&document.article, spans);
    let chosen = if let Some(words) = selection.words {
        Some(Chosen {
            words: slice(&[words]),
            what: "Words",
            id: None,
            is_claim: false,
            is_open: false,
            tag: None,
            said_by: None,
        })
    } else {
        let focused = selection.focused.as_ref();
        focused
            .and_then(|id| document.annotations.get(id))
            .map(|annotation| Chosen {
                words: slice(&annotation.target),
                what: match annotation.body {
                    Body::Claim(_) if !is_touched(annotation) => "Worth checking?",
                    Body::Claim(_) => "Claim",
                    Body::Quote(_) => "Quote",
                    Body::Note(_) => "Note",
                },
                id: Some(annotation.id.clone()),
                is_claim: matches!(annotation.body, Body::Claim(_)) && is_touched(annotation),
                is_open: !matches!(annotation.body, Body::Note(_))
                    && annotation.status == Status::Suggested,
                tag: match &annotation.body {
                    Body::Claim(claim) => claim.main_tag().cloned(),
                    Body::Quote(_) | Body::Note(_) => None,
                },
                said_by: match &annotation.body {
                    Body::Quote(quote) => Some(SaidBy {
                        speaker: quote
                            .speaker
                            .clone()
                            .unwrap_or_else(|| "Speaker unknown".to_owned()),
                        facts: [
                            super::quote_label(quote.kind, quote.reports, quote.modality),
                            [slice(&quote.source), slice(&quote.cue)]
                                .join(" ")
                                .trim()
                                .to_owned(),
                            quote.confidence.map_or_else(String::new, super::percent),
                            super::evidence_label(&document.article, quote).unwrap_or_default(),
                        ]
                        .into_iter()
                        .filter(|fact| !fact.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                        told_by: slice(&quote.evidence_at),
                    }),
                    Body::Claim(_) | Body::Note(_) => None,
                },
            })
    };
    let Some(chosen) = chosen else {
        return html! {};
    };

    // A press must not take the browser's selection away before the click reads it.
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
    let tags = document.tag_set().tags.iter().map(|tag| {
        let id = tag.id.clone();
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Tag {
                tag: id.clone(),
                stamp: stamp(),
            });
        });
        let pressed = (chosen.tag.as_ref() == Some(&tag.id)).to_string();
        html! {
            <button key={tag.id.0.clone()} type="button" class="button tag" data-tag={tag.id.0.clone()}
                title={tag.description.clone()} aria-pressed={pressed} {onclick}>
                if let Some(key) = tag.key {
                    <kbd>{ key.to_string() }</kbd>
                }
                { &tag.label }
            </button>
        }
    });
    let act = |action: fn(AnnotationId) -> Action| {
        let dispatch = dispatch.clone();
        let id = chosen.id.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = id.clone() {
                dispatch.dispatch(action(id));
            }
        })
    };
    let accept = act(|id| Action::Accept { id, now: now() });
    let remove = act(|id| Action::Remove { id, now: now() });
    let let_go = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| crate::commands::let_go(&dispatch))
    };
    html! {
        <section class="tag-bar" aria-label="Tag what is chosen" onmousedown={keep_selection}>
            <div class="chosen">
                <span class="soft small">{ chosen.what }</span>
                <span class="words">{ &chosen.words }</span>
                if chosen.is_open {
                    <button type="button" class="button plain" onclick={accept} title="Accept this (A)">
                        { icon(Glyph::Check) }{ "Accept" }
                    </button>
                    <button type="button" class="button plain" onclick={remove.clone()} title="Reject this (X)">
                        { icon(Glyph::Remove) }{ "Reject" }
                    </button>
                }
                if chosen.is_claim && !chosen.is_open {
                    <button type="button" class="button plain" onclick={remove} title="Remove this claim (X)">
                        { icon(Glyph::Remove) }{ "Remove" }
                    </button>
                }
                <button type="button" class="button plain icon" aria-label="Let go" title="Let go (Esc)" onclick={let_go}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            if let Some(said_by) = &chosen.said_by {
                <p class="said-by"><strong>{ &said_by.speaker }</strong><span class="soft small">{ &said_by.facts }</span>
                    if !said_by.told_by.is_empty() {
                        <button type="button" class="told-by" data-role="show-evidence" title="Show these words (E)" onclick={|_| crate::dom::show_evidence()}>
                            { "told by “" }{ &said_by.told_by }{ "”" }
                        </button>
                    }
                </p>
            }
            <div class="tags" role="group" aria-label={document.tag_set().name.clone()}>{ for tags }</div>
        </section>
    }
}
