//! What of the quotes is shown: how sure the engine must be, whose words count; and how many are hidden for it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{
    Action, Dispatch, Document, Filter, Hidden, Settings, Shown, use_document, use_settings,
};
use crate::t;

/// A switch for one of the settings that say what is shown; `sets` is what a change sets. Functions here and not components
/// where nothing is kept between drawings: a component costs a kilobyte.
pub fn switch(
    dispatch: &Dispatch,
    label: String,
    on: bool,
    sets: Filter,
    role: &'static str,
) -> Html {
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Filter(sets)));
    html! {
        <label class="switch">
            <input type="checkbox" role="switch" checked={on} {onchange} data-role={role} />
            { label }
        </label>
    }
}

/// Quotes that are hidden now.
#[hook]
pub fn use_hidden() -> Hidden {
    let document = use_document();
    let settings = use_settings();
    *use_memo((document, settings), |(document, settings)| {
        let open: Option<&Document> = document.as_ref();
        open.map_or_else(Hidden::default, |open| Shown::new(open, settings).hidden())
    })
}

/// The switch and the threshold.
pub fn filters(dispatch: &Dispatch, settings: &Settings, hidden: Hidden) -> Html {
    let set = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(percent) = value.parse() {
            set.dispatch(Action::Filter(Filter::Threshold(percent)));
        }
    });
    let percent = settings.threshold.to_string();
    html! {
        <div class="filters">
            { switch(dispatch, t!("filter-unsaid"), settings.shows_unsaid, Filter::Unsaid(!settings.shows_unsaid), "unsaid") }
            <label class="threshold">
                { t!("filter-threshold") }
                <input type="range" min="0" max="95" step="5" value={percent.clone()} {oninput} data-role="threshold"
                    aria-valuetext={t!("filter-percent", n = settings.threshold)} />
                <output>{ percent }{ "%" }</output>
            </label>
            if hidden.unsure > 0 {
                <p class="soft small" role="status" data-role="n-unsure">{ t!("filter-n-unsure", n = hidden.unsure) }</p>
            }
        </div>
    }
}

/// How many quotes are hidden because they are nobody's words or too unsure, with a way to see them.
pub fn hidden_quotes(dispatch: &Dispatch, hidden: Hidden) -> Html {
    let show = |filter: Filter| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(filter)))
    };
    html! {
        <>
            if hidden.unsaid > 0 {
                <p class="hidden-quotes" data-role="n-unsaid">
                    { t!("filter-more-unsaid", n = hidden.unsaid) }
                    <button type="button" class="button" onclick={show(Filter::Unsaid(true))}>{ t!("filter-show") }</button>
                </p>
            }
            if hidden.unsure > 0 {
                <p class="hidden-quotes">
                    { t!("filter-more-unsure", n = hidden.unsure) }
                    <button type="button" class="button" onclick={show(Filter::Threshold(0))}>{ t!("filter-show-all") }</button>
                </p>
            }
        </>
    }
}
