//! Who said what: quotes by speaker, and the claims; beside the article, or a sheet over it on a small screen.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::claim_list::ClaimList;
use super::icon::{Glyph, icon};
use super::overview::OverviewList;
use super::quote_editor::Editor;
use super::speaker_list::SpeakerList;
use crate::state::{
    Action, LayoutAction, Tab, counts, use_dispatch, use_document, use_layout, use_settings,
};
use crate::t;

fn label(tab: Tab) -> AttrValue {
    match tab {
        Tab::Quotes => t!("panel-quotes").into(),
        Tab::Claims => t!("panel-claims").into(),
        Tab::Overview => t!("overview-tab").into(),
    }
}

const fn id(tab: Tab) -> &'static str {
    match tab {
        Tab::Quotes => "tab-quotes",
        Tab::Claims => "tab-claims",
        Tab::Overview => "tab-overview",
    }
}

/// How many each list holds, and how many it suggests beside.
#[hook]
fn use_counts() -> [(usize, usize); 3] {
    let document = use_document();
    let settings = use_settings();
    *use_memo((document, settings), |(document, settings)| {
        document.as_ref().map_or([(0, 0); 3], |document| {
            let [n_quotes, n_claims, n_suggested] = counts(document, settings);
            [(n_quotes, 0), (n_claims, n_suggested), (0, 0)]
        })
    })
}

/// The panel.
#[component]
pub fn SidePanel() -> Html {
    let counts = use_counts();
    let dispatch = use_dispatch();
    let layout = use_layout();
    let shown = layout.tab;
    let choose = |tab: Tab| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Layout(LayoutAction::Follow(tab)));
        })
    };
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Layout(LayoutAction::Sheet(false)));
        })
    };
    // The arrow keys go from tab to tab, as the ARIA practices for tabs have it.
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let forth = match event.key().as_str() {
                "ArrowLeft" => Tab::ALL.len() - 1,
                "ArrowRight" => 1,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let at = Tab::ALL.iter().position(|tab| *tab == shown);
            let other = Tab::ALL[(at.unwrap_or_default() + forth) % Tab::ALL.len()];
            dispatch.dispatch(Action::Layout(LayoutAction::Follow(other)));
            focus_id(id(other));
        })
    };
    html! {
        <aside class={classes!("side-panel", layout.sheet_up.then_some("open"))} aria-label={t!("panel-label")}>
            <div class="tabs">
                <div class="tab-list" role="tablist" aria-label={t!("panel-lists")} {onkeydown}>
                    { for Tab::ALL.into_iter().zip(counts).map(|(tab, (n, suggested))| {
                        let selected = tab == shown;
                        html! {
                            <button key={id(tab)} type="button" role="tab" class="tab" id={id(tab)} onclick={choose(tab)}
                                aria-selected={selected.to_string()} aria-controls="tab-panel"
                                tabindex={if selected { "0" } else { "-1" }}>
                                { label(tab) }
                                if tab != Tab::Overview {
                                    <span class="count">{ n }</span>
                                }
                                if suggested > 0 {
                                    <span class="more" title={t!("panel-worth-checking")}>{ " +" }{ suggested }</span>
                                }
                            </button>
                        }
                    }) }
                </div>
                <button type="button" class="button plain icon sheet-close" aria-label={t!("panel-close")} onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={id(shown)} tabindex="-1">
                { match shown {
                    Tab::Quotes => html! { <SpeakerList /> },
                    Tab::Claims => html! { <ClaimList /> },
                    Tab::Overview => html! { <OverviewList /> },
                } }
            </div>
            <Editor />
        </aside>
    }
}

/// On a small screen: the way to the panel.
#[component]
pub fn BottomBar() -> Html {
    let counts = use_counts();
    let dispatch = use_dispatch();
    html! {
        <nav class="bottom-bar" aria-label={t!("panel-bar")}>
            { for Tab::ALL.into_iter().zip(counts).map(|(tab, (n, _))| {
                let dispatch = dispatch.clone();
                let onclick = Callback::from(move |_: MouseEvent| {
                    dispatch.dispatch(Action::Layout(LayoutAction::ShowTab(tab)));
                });
                html! {
                    <button key={id(tab)} type="button" class="button" {onclick}>
                        { label(tab) }
                        if tab != Tab::Overview {
                            <span class="count">{ n }</span>
                        }
                    </button>
                }
            }) }
        </nav>
    }
}

fn focus_id(id: &str) {
    use wasm_bindgen::JsCast;
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for what cannot take the focus.
        let _ = element.focus();
    }
}
