//! Who said what: quotes by speaker, and the claims; beside the article, or a sheet over it on a small screen.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::claim_list::ClaimList;
use super::icon::{Glyph, icon};
use super::speaker_list::SpeakerList;
use crate::state::{claims, quotes_by_speaker, suggested_claims, use_document, use_settings};

/// A list of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quotes by speaker.
    #[default]
    Quotes,
    /// Claims.
    Claims,
}

impl Tab {
    const ALL: [Self; 2] = [Self::Quotes, Self::Claims];

    const fn label(self) -> &'static str {
        match self {
            Self::Quotes => "Who said what",
            Self::Claims => "Claims",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Quotes => "tab-quotes",
            Self::Claims => "tab-claims",
        }
    }
}

/// Properties of [`SidePanel`] and [`BottomBar`].
#[derive(Properties, PartialEq)]
pub struct SidePanelProps {
    /// The list shown.
    pub tab: Tab,
    /// Whether the sheet is up; beside the article the panel always shows.
    pub open: bool,
    /// Another list was chosen, or the sheet was put up or down.
    pub onchange: Callback<(Tab, bool)>,
}

/// How many each list holds, and how many it suggests beside.
#[hook]
fn use_counts() -> [(usize, usize); 2] {
    let document = use_document();
    let settings = use_settings();
    *use_memo((document, settings), |(document, settings)| {
        document.as_ref().map_or([(0, 0); 2], |document| {
            let groups = quotes_by_speaker(document, settings);
            let n_quotes = groups.iter().map(|group| group.quotes.len()).sum();
            let n_suggested = suggested_claims(document, settings).len();
            [(n_quotes, 0), (claims(document).len(), n_suggested)]
        })
    })
}

/// The panel.
#[component]
pub fn SidePanel(props: &SidePanelProps) -> Html {
    let counts = use_counts();
    let choose = |tab: Tab| {
        let onchange = props.onchange.clone();
        let open = props.open;
        Callback::from(move |_: MouseEvent| onchange.emit((tab, open)))
    };
    let close = {
        let onchange = props.onchange.clone();
        let tab = props.tab;
        Callback::from(move |_: MouseEvent| onchange.emit((tab, false)))
    };
    // The arrow keys go from tab to tab, as the ARIA practices for tabs have it.
    let onkeydown = {
        let onchange = props.onchange.clone();
        let (tab, open) = (props.tab, props.open);
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                event.prevent_default();
                event.stop_propagation();
                let other = match tab {
                    Tab::Quotes => Tab::Claims,
                    Tab::Claims => Tab::Quotes,
                };
                onchange.emit((other, open));
                focus_id(other.id());
            }
        })
    };
    html! {
        <aside class={classes!("side-panel", props.open.then_some("open"))} aria-label="Quotes and claims">
            <div class="tabs" role="tablist" aria-label="Lists" {onkeydown}>
                { for Tab::ALL.into_iter().zip(counts).map(|(tab, (n, suggested))| {
                    let selected = tab == props.tab;
                    html! {
                        <button key={tab.id()} type="button" role="tab" class="tab" id={tab.id()} onclick={choose(tab)}
                            aria-selected={selected.to_string()} aria-controls="tab-panel"
                            tabindex={if selected { "0" } else { "-1" }}>
                            { tab.label() }<span class="count">{ n }</span>
                            if suggested > 0 {
                                <span class="more" title="Worth checking">{ " +" }{ suggested }</span>
                            }
                        </button>
                    }
                }) }
                <button type="button" class="button plain icon sheet-close" aria-label="Close the panel" onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={props.tab.id()} tabindex="-1">
                if props.tab == Tab::Quotes {
                    <SpeakerList />
                } else {
                    <ClaimList />
                }
            </div>
        </aside>
    }
}

/// On a small screen: the way to the panel.
#[component]
pub fn BottomBar(props: &SidePanelProps) -> Html {
    let counts = use_counts();
    html! {
        <nav class="bottom-bar" aria-label="Panel">
            { for Tab::ALL.into_iter().zip(counts).map(|(tab, (n, _))| {
                let onchange = props.onchange.clone();
                let onclick = Callback::from(move |_: MouseEvent| onchange.emit((tab, true)));
                html! {
                    <button key={tab.id()} type="button" class="button" {onclick}>
                        { tab.label() }<span class="count">{ n }</span>
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
