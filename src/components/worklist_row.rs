//! A claim in the worklist: its words and where they are from, and what can be changed of it right there.

use std::rc::Rc;

use hearsay_annotate::{Progress, VerdictId};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::claim_card::{NAMES, chip, color_class};
use super::claim_field::ClaimField;
use crate::services::use_services;
use crate::state::{ClaimChange, WorkArticle, WorkClaim, progress_label};
use crate::t;

/// Milliseconds until it is known what became of a change.
const KNOWN: i32 = 500;

/// Properties of [`WorkRow`].
#[derive(Properties, PartialEq)]
pub struct WorkRowProps {
    /// The article.
    pub article: Rc<WorkArticle>,
    /// The place of the claim in it.
    pub nth: usize,
}

/// The claim.
#[component]
pub fn WorkRow(props: &WorkRowProps) -> Html {
    let services = use_services();
    let article = &props.article;
    let claim = article.claims.get(props.nth);
    // Lists show at once what is chosen in them. What then became of it is shown once it is known.
    let redraw = use_force_update();
    let [verdict_list, progress_list] = [use_node_ref(), use_node_ref()];
    {
        let (verdict_list, progress_list) = (verdict_list.clone(), progress_list.clone());
        let verdict = claim.and_then(|claim| Some(claim.verdict.as_ref()?.id.clone()));
        let progress = claim.map_or("", |claim| claim.progress.name());
        use_effect(move || {
            for (list, value) in [
                (verdict_list, verdict.as_deref().unwrap_or_default()),
                (progress_list, progress),
            ] {
                if let Some(list) = list.cast::<HtmlSelectElement>() {
                    list.set_value(value);
                }
            }
        });
    }
    let Some(claim) = claim else {
        return html! {};
    };
    let open = {
        let (services, article, id) = (services.clone(), article.id.clone(), claim.id.clone());
        let start = claim.start;
        Callback::from(move |_: MouseEvent| services.show_at(&article, start, Some(id.clone())))
    };
    let onchange = {
        let (article, id) = (article.id.clone(), claim.id.clone());
        Callback::from(move |change: ClaimChange| {
            services.change_claim(&article, &id, change);
            let redraw = redraw.clone();
            services.later(KNOWN, move || redraw.force_update());
        })
    };
    html! {
        <div class={classes!("work-row", claim.progress.name())} data-annotation={claim.id.0.clone()}>
            <button type="button" class="words" onclick={open} title={t!("worklist-open-claim")}>{ &claim.words }</button>
            <p class="facts">
                { for claim.tags.iter().map(|tag| chip(&tag.label, tag.color)) }
                if let Some(speaker) = &claim.speaker {
                    <span>{ t!("claim-said-by", speaker = speaker) }</span>
                }
                <span class="soft title">{ &article.title }</span>
            </p>
            <div class="work-acts">
                { verdict(article, claim, verdict_list, &onchange) }
                { progress(claim, progress_list, &onchange) }
                <ClaimField label={t!("claim-assignee")} quiet=true value={claim.assignee.clone()} part="assignee" list={NAMES}
                    placeholder={t!("claim-assignee-empty")} onleave={onchange.reform(ClaimChange::Assignee)} />
            </div>
        </div>
    }
}

/// The verdict, as a list to choose from; as it is where there is no scale.
fn verdict(
    article: &WorkArticle,
    claim: &WorkClaim,
    list: NodeRef,
    onchange: &Callback<ClaimChange>,
) -> Html {
    let chosen = claim.verdict.as_ref();
    if article.scale.is_empty() && chosen.is_none() {
        return html! { <span class="no-verdict" /> };
    }
    let is_chosen = |id: &str| chosen.is_some_and(|verdict| verdict.id == id);
    let foreign = chosen.filter(|verdict| !article.scale.contains(verdict));
    let onchange = onchange.reform(|event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        ClaimChange::Verdict((!id.is_empty()).then_some(VerdictId(id)))
    });
    html! {
        <select ref={list} aria-label={t!("claim-verdict")} data-part="verdict" {onchange}
            class={classes!("verdict", color_class(chosen.and_then(|verdict| verdict.color)), chosen.is_some().then_some("given"))}>
            <option value="" selected={chosen.is_none()}>{ t!("claim-open") }</option>
            { for article.scale.iter().chain(foreign).map(|verdict| html! {
                <option key={verdict.id.clone()} value={verdict.id.clone()} selected={is_chosen(&verdict.id)}>{ &verdict.label }</option>
            }) }
        </select>
    }
}

fn progress(claim: &WorkClaim, list: NodeRef, onchange: &Callback<ClaimChange>) -> Html {
    let onchange = onchange.reform(|event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        ClaimChange::Progress(Progress::from_name(&name).unwrap_or_default())
    });
    html! {
        <select ref={list} aria-label={t!("claim-progress")} data-part="progress" class={claim.progress.name()} {onchange}>
            { for Progress::ALL.into_iter().map(|one| html! {
                <option key={one.name()} value={one.name()} selected={one == claim.progress}>{ progress_label(one) }</option>
            }) }
        </select>
    }
}
