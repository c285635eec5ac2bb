//! What of the quotes is shown: how sure the engine must be, whose words count; and how many are hidden for it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{
    Action, Document, Filter, Hidden, Shown, use_dispatch, use_document, use_settings,
};

/// Properties of [`Switch`].
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What it switches.
    pub label: &'static str,
    /// Whether it is on.
    pub on: bool,
    /// What a change sets.
    pub sets: Filter,
    /// For tests and styles.
    pub role: &'static str,
}

/// A switch for one of the settings that say what is shown.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let dispatch = use_dispatch();
    let sets = props.sets;
    let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Filter(sets)));
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" checked={props.on} {onchange} data-role={props.role} />
            { props.label }
        </label>
    }
}

/// Quotes that are hidden now.
#[hook]
fn use_hidden() -> Hidden {
    let document = use_document();
    let settings = use_settings();
    *use_memo((document, settings), |(document, settings)| {
        let open: Option<&Document> = document.as_ref();
        open.map_or_else(Hidden::default, |open| Shown::new(open, settings).hidden())
    })
}

/// The switch and the threshold.
#[component]
pub fn Filters() -> Html {
    let dispatch = use_dispatch();
    let settings = use_settings();
    let hidden = use_hidden();
    let oninput = Callback::from(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(percent) = value.parse() {
            dispatch.dispatch(Action::Filter(Filter::Threshold(percent)));
        }
    });
    let percent = settings.threshold.to_string();
    html! {
        <div class="filters">
            <Switch label="Thoughts, stances and evidence too" on={settings.shows_unsaid} sets={Filter::Unsaid(!settings.shows_unsaid)} role="unsaid" />
            <label class="threshold">
                { "Confidence from" }
                <input type="range" min="0" max="95" step="5" value={percent.clone()} {oninput} data-role="threshold"
                    aria-valuetext={[&percent, " percent"].concat()} />
                <output>{ percent }{ "%" }</output>
            </label>
            if hidden.unsure > 0 {
                <p class="soft small" role="status" data-role="n-unsure">{ "Hides " }{ hidden.unsure }{ if hidden.unsure == 1 { " quote" } else { " quotes" } }</p>
            }
        </div>
    }
}

/// How many quotes are hidden because they are nobody's words or too unsure, with a way to see them.
#[component]
pub fn HiddenQuotes() -> Html {
    let dispatch = use_dispatch();
    let hidden = use_hidden();
    let show = |filter: Filter| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(filter)))
    };
    html! {
        <>
            if hidden.unsaid > 0 {
                <p class="hidden-quotes" data-role="n-unsaid">
                    { hidden.unsaid }{ " more: thoughts, stances, evidence " }
                    <button type="button" class="button" onclick={show(Filter::Unsaid(true))}>{ "Show" }</button>
                </p>
            }
            if hidden.unsure > 0 {
                <p class="hidden-quotes">
                    { hidden.unsure }{ " more that are less sure " }
                    <button type="button" class="button" onclick={show(Filter::Threshold(0))}>{ "Show all" }</button>
                </p>
            }
        </>
    }
}
