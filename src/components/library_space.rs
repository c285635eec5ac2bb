//! How much room the articles take, and how much is left, as far as the browser tells.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::services::storage::{Space, keep_for_good, space};
use crate::state::use_library;

/// One line, and a way to ask the browser to keep everything.
#[component]
pub fn LibrarySpace() -> Html {
    let library = use_library();
    let known = use_state_eq(|| None::<Space>);
    let refused = use_state_eq(|| false);
    {
        let known = known.clone();
        use_effect_with(library.entries.clone(), move |_| {
            spawn_local(async move { known.set(space().await) });
        });
    }
    let Some(space_known) = *known else {
        return Html::default();
    };
    let ask = {
        let (known, refused) = (known.clone(), refused.clone());
        Callback::from(move |_: MouseEvent| {
            let (known, refused) = (known.clone(), refused.clone());
            spawn_local(async move {
                refused.set(!keep_for_good().await);
                known.set(space().await);
            });
        })
    };
    let left = (space_known.quota - space_known.used).max(0.0);
    html! {
        <p class="soft small library-space">
            { format!("Hearsay keeps about {} in this browser; by its estimate there is room for {} more. ", size(space_known.used), size(left)) }
            if space_known.persisted {
                { "The browser has promised not to clear it by itself." }
            } else if *refused {
                { "The browser did not promise to keep it: when the disk is full it may clear it. Export what must not be lost." }
            } else {
                { "When the disk is full, the browser may clear it. " }
                <button type="button" class="button plain small" onclick={ask}>{ "Ask it to keep everything" }</button>
            }
        </p>
    }
}

/// Bytes, in the unit that fits.
fn size(bytes: f64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    let mut amount = bytes / 1_000.0;
    let mut unit = 0;
    while amount >= 999.5 && unit + 1 < UNITS.len() {
        amount /= 1_000.0;
        unit += 1;
    }
    if amount < 10.0 && unit > 0 {
        format!("{amount:.1} {}", UNITS[unit])
    } else {
        format!("{amount:.0} {}", UNITS[unit])
    }
}
