//! What a verdict rests on: a list of links, titles and excerpts, and the form that adds to it and changes it.

use hearsay_annotate::Evidence;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::dom;
use crate::services::{today, use_services};
use crate::state::{ClaimChange, lone_address, typed_address};
use crate::t;

/// Milliseconds until what was asked for is drawn and can take the focus.
const DRAWN: i32 = 20;

/// Properties of [`ClaimEvidence`].
#[derive(Properties, PartialEq)]
pub struct ClaimEvidenceProps {
    /// What there is.
    pub evidence: Vec<Evidence>,
    /// Called with each change.
    pub onchange: Callback<ClaimChange>,
}

/// The list.
#[component]
pub fn ClaimEvidence(props: &ClaimEvidenceProps) -> Html {
    let services = use_services();
    // The place of what is in the form; one past the last for something new.
    let editing = use_state_eq(|| None::<usize>);
    let n = props.evidence.len();
    let edit = |idx: Option<usize>| {
        let editing = editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(idx))
    };
    let form = |idx: usize| {
        let (editing, services, onchange) =
            (editing.clone(), services.clone(), props.onchange.clone());
        let onclose = Callback::from(move |()| {
            editing.set(None);
            services.later(DRAWN, || {
                dom::focus_in_claim("add-evidence");
            });
        });
        let onsave = onchange.reform(move |evidence| {
            if idx < n {
                ClaimChange::EditEvidence(idx, evidence)
            } else {
                ClaimChange::AddEvidence(evidence)
            }
        });
        let evidence = props.evidence.get(idx).cloned();
        html! { <EvidenceForm key={idx} {evidence} {onsave} {onclose} /> }
    };
    html! {
        <section class="claim-evidence">
            <h4>{ t!("claim-evidence") }<span class="count">{ n }</span></h4>
            if n == 0 && editing.is_none() {
                <p class="soft small">{ t!("claim-no-evidence") }</p>
            }
            <ol>
                { for props.evidence.iter().enumerate().map(|(idx, evidence)| html! {
                    <li key={idx}>
                        if *editing == Some(idx) {
                            { form(idx) }
                        } else {
                            { piece(evidence, idx, n, &props.onchange, edit(Some(idx))) }
                        }
                    </li>
                }) }
            </ol>
            if *editing == Some(n) {
                { form(n) }
            } else {
                <button type="button" class="button small" data-part="add-evidence" onclick={edit(Some(n))}>
                    { icon(Glyph::Add) }{ t!("claim-add-evidence") }
                </button>
            }
        </section>
    }
}

fn piece(
    evidence: &Evidence,
    idx: usize,
    n: usize,
    onchange: &Callback<ClaimChange>,
    onedit: Callback<MouseEvent>,
) -> Html {
    let name = name_of(evidence);
    let act = |label: String, glyph: Glyph, disabled: bool, change: ClaimChange| {
        let onclick = onchange.reform(move |_: MouseEvent| change.clone());
        html! {
            <button type="button" class="button plain icon" aria-label={label.clone()} title={label} {disabled} {onclick}>{ icon(glyph) }</button>
        }
    };
    let title = match lone_address(&evidence.link) {
        Some(address) => html! {
            <a href={address.to_owned()} target="_blank" rel="noopener noreferrer">{ &name }</a>
        },
        None => html! { <span>{ &name }</span> },
    };
    let site = lone_address(&evidence.link).filter(|_| !evidence.title.trim().is_empty());
    let edit_label = t!("claim-edit-evidence", title = &name);
    html! {
        <div class="piece">
            <p class="title">{ title }</p>
            if !evidence.excerpt.trim().is_empty() {
                <blockquote>{ &evidence.excerpt }</blockquote>
            }
            <p class="soft small facts">
                if let Some(address) = site {
                    <span>{ host_of(address).to_owned() }</span>
                }
                if !evidence.seen.is_empty() {
                    <time datetime={evidence.seen.clone()}>{ t!("claim-seen", day = &evidence.seen) }</time>
                }
                <span class="acts">
                    <button type="button" class="button plain icon" aria-label={edit_label.clone()} title={edit_label} onclick={onedit}>{ icon(Glyph::Edit) }</button>
                    if n > 1 {
                        { act(t!("claim-evidence-up", title = &name), Glyph::Up, idx == 0, ClaimChange::MoveEvidence(idx, idx.saturating_sub(1))) }
                        { act(t!("claim-evidence-down", title = &name), Glyph::Down, idx + 1 == n, ClaimChange::MoveEvidence(idx, idx + 1)) }
                    }
                    { act(t!("claim-remove-evidence", title = &name), Glyph::Remove, false, ClaimChange::RemoveEvidence(idx)) }
                </span>
            </p>
        </div>
    }
}

/// What a piece of evidence goes by: its title, else its link, else the beginning of its excerpt.
fn name_of(evidence: &Evidence) -> String {
    let names = [&evidence.title, &evidence.link, &evidence.excerpt];
    let name = names.into_iter().find(|name| !name.trim().is_empty());
    let name = name.map_or("", |name| name.trim());
    name.chars().take(120).collect()
}

fn host_of(address: &str) -> &str {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Properties of [`EvidenceForm`].
#[derive(Properties, PartialEq)]
struct EvidenceFormProps {
    /// What is changed; nothing for something new.
    evidence: Option<Evidence>,
    onsave: Callback<Evidence>,
    onclose: Callback<()>,
}

/// The form. What is in it when it goes away before it was saved or cancelled is saved.
#[component]
fn EvidenceForm(props: &EvidenceFormProps) -> Html {
    let stored = props.evidence.clone();
    let draft = use_state_eq(|| {
        stored.unwrap_or_else(|| Evidence {
            seen: today(),
            ..Evidence::default()
        })
    });
    let pending = use_mut_ref(|| None::<(Evidence, Callback<Evidence>)>);
    let first = use_node_ref();
    {
        let (first, pending) = (first.clone(), pending.clone());
        use_effect_with((), move |()| {
            if let Some(first) = first.cast::<HtmlElement>() {
                // Fails only for what cannot take the focus.
                let _ = first.focus();
            }
            move || {
                if let Some((evidence, onsave)) = pending.take() {
                    onsave.emit(evidence);
                }
            }
        });
    }
    let input = |set: fn(&mut Evidence, String), lines: bool| {
        let (draft, pending, onsave) = (draft.clone(), pending.clone(), props.onsave.clone());
        Callback::from(move |event: InputEvent| {
            let mut evidence = (*draft).clone();
            set(
                &mut evidence,
                if lines {
                    event.target_unchecked_into::<HtmlTextAreaElement>().value()
                } else {
                    event.target_unchecked_into::<HtmlInputElement>().value()
                },
            );
            *pending.borrow_mut() =
                (!is_blank(&evidence)).then(|| (whole(&evidence), onsave.clone()));
            draft.set(evidence);
        })
    };
    let onsubmit = {
        let (pending, onclose) = (pending.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some((evidence, onsave)) = pending.take() {
                onsave.emit(evidence);
            }
            onclose.emit(());
        })
    };
    let cancel = {
        let (pending, onclose) = (pending.clone(), props.onclose.clone());
        move || {
            pending.take();
            onclose.emit(());
        }
    };
    let onkeydown = {
        let cancel = cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                cancel();
            }
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| cancel());
    html! {
        <form class="evidence-form" {onsubmit} {onkeydown} aria-label={t!("claim-evidence-form")}>
            <label class="claim-field">
                <span class="label">{ t!("claim-evidence-link") }</span>
                <input ref={first} type="text" inputmode="url" autocomplete="off" spellcheck="false" data-part="evidence-link" placeholder="https://"
                    value={draft.link.clone()} oninput={input(|evidence, words| evidence.link = words, false)} />
            </label>
            <label class="claim-field">
                <span class="label">{ t!("claim-evidence-title") }</span>
                <input type="text" autocomplete="off" data-part="evidence-title"
                    value={draft.title.clone()} oninput={input(|evidence, words| evidence.title = words, false)} />
            </label>
            <label class="claim-field">
                <span class="label">{ t!("claim-evidence-excerpt") }</span>
                <textarea rows="2" data-part="evidence-excerpt"
                    value={draft.excerpt.clone()} oninput={input(|evidence, words| evidence.excerpt = words, true)} />
            </label>
            <label class="claim-field">
                <span class="label">{ t!("claim-evidence-seen") }</span>
                <input type="date" data-part="evidence-seen"
                    value={draft.seen.clone()} oninput={input(|evidence, words| evidence.seen = words, false)} />
            </label>
            <div class="row">
                <button type="submit" class="button primary">{ t!("claim-evidence-save") }</button>
                <button type="button" class="button" {onclick}>{ t!("claim-evidence-cancel") }</button>
            </div>
        </form>
    }
}

fn is_blank(evidence: &Evidence) -> bool {
    let parts = [&evidence.link, &evidence.title, &evidence.excerpt];
    parts.into_iter().all(|part| part.trim().is_empty())
}

/// The evidence as it is kept: a link has the scheme that was left out.
fn whole(evidence: &Evidence) -> Evidence {
    let link = evidence.link.trim();
    Evidence {
        link: typed_address(link).unwrap_or_else(|| link.to_owned()),
        title: evidence.title.trim().to_owned(),
        excerpt: evidence.excerpt.trim().to_owned(),
        seen: evidence.seen.clone(),
    }
}
