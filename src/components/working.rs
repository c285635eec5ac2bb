//! What the app is at while something is being opened, how far it is, and the way to stop it.

use yew::prelude::*;

use crate::services::use_services;
use crate::state::{EngineStatus, use_opening, use_status};
use crate::t;

/// What is being opened; nothing while nothing is. Work that is over in a blink is not shown.
#[component]
pub fn Working() -> Html {
    let services = use_services();
    let status = use_status();
    let opening = use_opening();
    let EngineStatus::Opening { request, what } = &status.engine else {
        return html! {};
    };
    let step = opening.step.filter(|(of, _)| of == request);
    let percent = step.and_then(|(_, step)| step.percent());
    let words = step.map_or_else(
        || t!("step-opening", what = what),
        |(_, step)| step.words(what),
    );
    let stop = Callback::from(move |_: MouseEvent| services.stop());
    html! {
        <div class="working">
            <span class="spinner" />
            <p role="status">{ words }</p>
            if let Some(percent) = percent {
                <progress max="100" value={percent.to_string()} aria-label={t!("step-progress")} />
            }
            <button type="button" class="button" data-role="cancel" onclick={stop}>{ t!("app-cancel") }</button>
        </div>
    }
}

/// How far the search for quotes is, with the way to stop it, for the bar over the page.
#[component]
pub fn Finding() -> Html {
    let services = use_services();
    let status = use_status();
    let opening = use_opening();
    let EngineStatus::Analysing { request } = &status.engine else {
        return html! {};
    };
    let step = opening.step.filter(|(of, _)| of == request);
    let words = step.map_or_else(|| t!("step-finding-quotes"), |(_, step)| step.words(""));
    let stop = Callback::from(move |_: MouseEvent| services.stop());
    html! {
        <span class="save-state finding">
            <span class="spinner" /><span role="status" class="words">{ words }</span>
            <button type="button" class="button plain" data-role="cancel" aria-label={t!("step-stop-finding")} onclick={stop}>{ t!("app-cancel") }</button>
        </span>
    }
}
