//! A mark of one's own where annotators disagree: its ends, moved by words, and its tags.

use hearsay_annotate::agreement::OwnMark;
use hearsay_text::{QuoteKind, Span};
use yew::prelude::*;

use super::agreement::Sheet;
use super::agreement_cards::line;
use crate::state::{Action, AgreementAction, Nudge, Part};
use crate::t;

/// The editor of it, in the place of the buttons.
pub(super) fn own_editor(view: &Sheet<'_>, part: &Part, own: &OwnMark, around: Span) -> Html {
    let nudge = |nudge, sign: &'static str, label: String| {
        html! {
            <button type="button" class="button" aria-label={label.clone()} title={label} onclick={view.does(AgreementAction::Nudge(nudge))}>
                { sign }
            </button>
        }
    };
    let mut tags: Vec<(String, String)> = Vec::new();
    if part.quotes {
        for kind in QuoteKind::ALL {
            let tag = ["kind:", kind.name()].concat();
            tags.push((tag.clone(), view.label(&tag)));
        }
    }
    for tag in &view.document.tag_set().tags {
        let fits = match part.quotes {
            true => tag.applies.to_quotes(),
            false => tag.applies.to_claims(),
        };
        if fits {
            tags.push((tag.id.0.clone(), tag.label.clone()));
        }
    }
    // Those that annotators brought from elsewhere.
    for (tag, _) in &part.agreement.tags {
        if !tag.is_empty() && !tags.iter().any(|(known, _)| known == tag) {
            tags.push((tag.clone(), view.label(tag)));
        }
    }
    html! {
        <div class="agreement-own" role="group" aria-label={t!("agreement-own-title")}>
            <b>{ t!("agreement-own-title") }</b>
            { line(&view.document.article, &own.spans, around) }
            <div class="agreement-row">
                <span class="agreement-row">
                    <span>{ t!("agreement-own-start") }</span>
                    { nudge(Nudge::StartEarlier, "←", t!("agreement-start-earlier")) }
                    { nudge(Nudge::StartLater, "→", t!("agreement-start-later")) }
                </span>
                <span class="agreement-row">
                    <span>{ t!("agreement-own-end") }</span>
                    { nudge(Nudge::EndEarlier, "←", t!("agreement-end-earlier")) }
                    { nudge(Nudge::EndLater, "→", t!("agreement-end-later")) }
                </span>
            </div>
            <div class="agreement-row">
                { for tags.into_iter().map(|(tag, label)| {
                    let checked = own.tags.contains(&tag);
                    let dispatch = view.dispatch.clone();
                    let onchange = Callback::from(move |_: Event| {
                        dispatch.dispatch(Action::Agreement(AgreementAction::OwnTag(tag.clone())));
                    });
                    html! { <label class="agreement-check"><input type="checkbox" {checked} {onchange} />{ label }</label> }
                }) }
            </div>
            <div class="agreement-row">
                <button type="button" class="button primary" onclick={view.does(AgreementAction::EndOwn { keep: true })}>{ t!("agreement-own-keep") }</button>
                <button type="button" class="button" onclick={view.does(AgreementAction::EndOwn { keep: false })}>{ t!("agreement-own-leave") }</button>
            </div>
        </div>
    }
}
