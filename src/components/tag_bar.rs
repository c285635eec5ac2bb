//! The bar of tags: for the chosen words, the quote or the claim in focus.

use hearsay_annotate::{AnnotationId, Body, QuoteBody, Status, Tag, TagId, TagSet, is_touched};
use web_sys::Element;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::tag_set_page::tag_class;
use crate::services::{Services, now, stamp, use_services};
use crate::state::{Action, Dispatch, Document, use_dispatch, use_document, use_selection};
use crate::{dom, t};

/// Milliseconds that a choice must stand before the page makes room for it.
const SETTLED: i32 = 250;

/// What a tag would be given to.
struct Chosen {
    words: String,
    what: String,
    /// The annotation in focus, unless words are chosen.
    id: Option<AnnotationId>,
    is_quote: bool,
    is_claim: bool,
    /// Whether it waits for a decision: a quote or a claim that the engine suggests.
    is_open: bool,
    /// The tags that it has; of a claim that is only suggested, the one that the engine would give it.
    tags: Vec<TagId>,
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
    let services = use_services();
    let bar = use_node_ref();
    {
        let bar = bar.clone();
        use_effect_with((selection.words, selection.focused.clone()), move |_| {
            let latest = std::rc::Rc::new(std::cell::Cell::new(true));
            make_room(&services, &bar, &latest);
            move || latest.set(false)
        });
    }
    let Some(document) = document.as_ref() else {
        return html! {};
    };
    let chosen = match (selection.words, &selection.focused) {
        (Some(words), _) => Some(Chosen {
            words: super::words_of(&document.article, &[words]),
            what: t!("tags-bar-words"),
            id: None,
            is_quote: false,
            is_claim: false,
            is_open: false,
            tags: Vec::new(),
            said_by: None,
        }),
        (None, Some(id)) => focused(document, id),
        (None, None) => None,
    };
    let Some(chosen) = chosen else {
        return html! {};
    };

    // A press must not take the browser's selection away before the click reads it.
    let keep_selection = Callback::from(|event: MouseEvent| event.prevent_default());
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
        <section class="tag-bar" ref={bar} aria-label={t!("tags-bar")} onmousedown={keep_selection}>
            <div class="chosen">
                <span class="soft small">{ &chosen.what }</span>
                <span class="words" dir="auto">{ &chosen.words }</span>
                if chosen.is_open {
                    <button type="button" class="button plain" onclick={accept} title={t!("tags-bar-accept-title")}>
                        { icon(Glyph::Check) }{ t!("tags-bar-accept") }
                    </button>
                    <button type="button" class="button plain" onclick={remove.clone()} title={t!("tags-bar-reject-title")}>
                        { icon(Glyph::Remove) }{ t!("tags-bar-reject") }
                    </button>
                }
                if chosen.is_claim && !chosen.is_open {
                    <button type="button" class="button plain" onclick={remove} title={t!("tags-bar-remove-title")}>
                        { icon(Glyph::Remove) }{ t!("tags-bar-remove") }
                    </button>
                }
                <button type="button" class="button plain icon" aria-label={t!("tags-bar-let-go")} title={t!("tags-bar-let-go-title")} onclick={let_go}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            if let Some(said_by) = &chosen.said_by {
                <p class="said-by"><strong>{ &said_by.speaker }</strong><span class="soft small">{ &said_by.facts }</span>
                    if !said_by.told_by.is_empty() {
                        <button type="button" class="told-by" data-role="show-evidence" title={t!("tags-bar-told-by-title")} onclick={|_| dom::show_evidence()}>
                            { t!("tags-bar-told-by", words = &said_by.told_by) }
                        </button>
                    }
                </p>
            }
            { groups(&dispatch, document.tag_set(), &chosen) }
        </section>
    }
}

/// Makes room for what is chosen once it stands and no pointer is pressed, unless something else is chosen by then.
fn make_room(services: &Services, bar: &NodeRef, latest: &std::rc::Rc<std::cell::Cell<bool>>) {
    let (again, bar, latest) = (services.clone(), bar.clone(), latest.clone());
    services.later(SETTLED, move || {
        if !latest.get() {
            return;
        }
        if dom::is_pressed() {
            make_room(&again, &bar, &latest);
        } else if let Some(bar) = bar.cast::<Element>() {
            dom::uncover(&bar);
        }
    });
}

/// The annotation in focus.
fn focused(document: &Document, id: &AnnotationId) -> Option<Chosen> {
    let annotation = document.annotations.get(id)?;
    let is_suggested = !is_touched(annotation);
    Some(Chosen {
        words: super::words_of(&document.article, &annotation.target),
        what: match annotation.body {
            Body::Claim(_) if is_suggested => t!("tags-bar-suggestion"),
            Body::Claim(_) => t!("tags-bar-is-claim"),
            Body::Quote(_) => t!("tags-bar-is-quote"),
            Body::Note(_) => t!("tags-bar-is-note"),
        },
        id: Some(annotation.id.clone()),
        is_quote: matches!(annotation.body, Body::Quote(_)),
        is_claim: matches!(annotation.body, Body::Claim(_)) && !is_suggested,
        is_open: !matches!(annotation.body, Body::Note(_))
            && annotation.status == Status::Suggested,
        tags: match &annotation.body {
            Body::Claim(claim) => claim.tags.clone(),
            Body::Quote(quote) => quote.tags.clone(),
            Body::Note(_) => Vec::new(),
        },
        said_by: match &annotation.body {
            Body::Quote(quote) => Some(said_by(document, quote)),
            Body::Claim(_) | Body::Note(_) => None,
        },
    })
}

fn said_by(document: &Document, quote: &QuoteBody) -> SaidBy {
    let slice = |spans: &[hearsay_text::Span]| super::words_of(&document.article, spans);
    let facts = [
        super::quote_label(quote.kind, quote.reports, quote.modality),
        [slice(&quote.source), slice(&quote.cue)]
            .join(" ")
            .trim()
            .to_owned(),
        quote.confidence.map_or_else(String::new, super::percent),
        super::evidence_label(&document.article, quote).unwrap_or_default(),
    ];
    SaidBy {
        speaker: quote
            .speaker
            .clone()
            .unwrap_or_else(|| t!("tags-bar-unknown-speaker")),
        facts: facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        told_by: slice(&quote.evidence_at),
    }
}

/// The tags that fit what is chosen: of a quote, first those for quotes, then those that make a claim of its words.
fn groups(dispatch: &Dispatch, set: &TagSet, chosen: &Chosen) -> Html {
    let button = |tag: &Tag| tag_button(dispatch, tag, chosen.tags.contains(&tag.id));
    let for_quote: Vec<&Tag> = set
        .tags
        .iter()
        .filter(|tag| chosen.is_quote && tag.applies.to_quotes())
        .collect();
    let for_claim: Vec<&Tag> = set
        .tags
        .iter()
        .filter(|tag| tag.applies.to_claims() && !(chosen.is_quote && tag.applies.to_quotes()))
        .collect();
    let group = |label: String, visible: bool, tags: &[&Tag]| {
        if tags.is_empty() {
            return Html::default();
        }
        html! {
            <div class="tags" role="group" aria-label={label.clone()}>
                if visible {
                    <span class="small soft group-label" aria-hidden="true">{ label }</span>
                }
                { for tags.iter().map(|tag| button(tag)) }
            </div>
        }
    };
    let both = !for_quote.is_empty() && !for_claim.is_empty();
    let claim_label = if chosen.is_quote {
        t!("tags-bar-claim")
    } else {
        set.name.clone()
    };
    html! {
        <div class="groups">
            { group(t!("tags-bar-quote"), both, &for_quote) }
            { group(claim_label, both, &for_claim) }
            if for_quote.is_empty() && for_claim.is_empty() {
                <p class="small soft">{ t!("tags-bar-none", name = &set.name) }</p>
            }
        </div>
    }
}

/// One tag, pressed where what is chosen has it.
fn tag_button(dispatch: &Dispatch, tag: &Tag, pressed: bool) -> Html {
    let (id, dispatch) = (tag.id.clone(), dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Tag {
            tag: id.clone(),
            stamp: stamp(),
        });
    });
    html! {
        <button key={tag.id.0.clone()} type="button" class={classes!("button", "tag", tag_class(tag.color))} data-tag={tag.id.0.clone()}
            title={tag.description.clone()} aria-pressed={pressed.to_string()} {onclick}>
            if let Some(key) = tag.key {
                <kbd>{ key.to_string() }</kbd>
            }
            { &tag.label }
        </button>
    }
}
