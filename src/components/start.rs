//! The page one opens on: bring an article, or go on with one.

use yew::prelude::*;

use super::library_list::library_list;
use super::notices::NoticeAt;
use super::open_panel::OpenPanel;
use crate::state::{NoticePlace, use_library, use_status};
use crate::t;

/// The page.
#[component]
pub fn Start() -> Html {
    // While it is not known yet whether an article is open, the page keeps itself unseen, though not for long.
    let starting = use_status().starting;
    let library = use_library();
    html! {
        <main id="main" tabindex="-1" class={classes!("start", starting.then_some("starting"))}>
            <div class="lead">
                <h1>{ t!("start-title") }</h1>
                <p>
                    { t!("start-lead") }
                </p>
            </div>
            <OpenPanel />
            <section class="library" aria-labelledby="library-title">
                <NoticeAt place={NoticePlace::Library} />
                { library_list(&library) }
            </section>
        </main>
    }
}
