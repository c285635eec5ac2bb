//! The page one opens on: bring an article, or go on with one.

use yew::prelude::*;

use super::library_list::LibraryList;
use super::notices::NoticeAt;
use super::open_panel::OpenPanel;
use crate::state::NoticePlace;

/// The page.
#[component]
pub fn Start() -> Html {
    html! {
        <main id="main" class="start">
            <div class="lead">
                <h1>{ "See who said what." }</h1>
                <p>
                    { "Give Hearsay a news article. It finds the quotes, with quotation marks or without, names the speakers, and lets \
                       you tag the claims that need checking. Everything stays in this browser." }
                </p>
            </div>
            <OpenPanel />
            <section class="library" aria-labelledby="library-title">
                <NoticeAt place={NoticePlace::Library} />
                <LibraryList />
            </section>
        </main>
    }
}
