//! How much room the articles take, and how much is left, as far as the browser tells.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::services::storage::{Space, keep_for_good, space};
use crate::state::use_library;
use crate::t;

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
            { t!("library-space", used = size(space_known.used), left = size(left)) }{ " " }
            if space_known.persisted {
                { t!("library-space-kept") }
            } else if *refused {
                { t!("library-space-refused") }
            } else {
                { t!("library-space-may-go") }{ " " }
                <button type="button" class="button plain small" onclick={ask}>{ t!("library-space-ask") }</button>
            }
        </p>
    }
}

/// Bytes, in the unit that fits: whole, and with a tenth where that is less than ten.
fn size(bytes: f64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    // In tenths of a kilobyte; what a browser gives is far below 2^64 of them.
    let mut tenths = (bytes / 100.0) as u64;
    let mut unit = 0;
    while tenths >= 9_995 && unit + 1 < UNITS.len() {
        tenths /= 1_000;
        unit += 1;
    }
    let whole = (tenths / 10).to_string();
    if tenths < 100 && unit > 0 {
        let tenth = (tenths % 10).to_string();
        [&whole, ".", &tenth, " ", UNITS[unit]].concat()
    } else {
        [&whole, " ", UNITS[unit]].concat()
    }
}
