//! Composition only: state, services, and the page inside them.

use yew::prelude::*;

use crate::components::{
    Agreement, Compare, DropZone, Keys, Notices, Palette, PrintSheet, Reading, ReadingPicker,
    Shortcuts, Start, TagSetPage, TopBar, Working, WorklistPage,
};
use crate::dom;
use crate::services::ServiceHost;
use crate::state::{
    ArticleId, Over, StateProvider, Status, View, use_document, use_layout, use_status,
};
use crate::t;

/// The whole app.
#[component]
pub fn App() -> Html {
    html! {
        <StateProvider>
            <ServiceHost>
                <Page />
            </ServiceHost>
        </StateProvider>
    }
}

#[component]
fn Page() -> Html {
    let status = use_status();
    let document = use_document();
    let reading = status.view == View::Read && document.is_some();
    let over = use_layout().over;
    use_focus_on_page(
        document.as_ref().filter(|_| reading).map(|open| &open.id),
        &status,
    );
    // Another key is another page, which says everything anew in another language; bar and menu only redraw, and keep the
    // focus.
    let language = status.language.code();
    let page = if reading {
        html! {
            <>
                <div class="over-reading"><Working /></div>
                <Reading key={language} />
                <PrintSheet key={language} />
            </>
        }
    } else {
        match status.view {
            View::Compare => html! { <Compare key={language} /> },
            View::Agreement if document.is_some() => html! { <Agreement key={language} /> },
            View::TagSets => html! { <TagSetPage key={language} /> },
            View::Worklist => html! { <WorklistPage key={language} /> },
            _ => html! { <Start key={language} /> },
        }
    };
    html! {
        <>
            <a class="skip" href="#main">{ t!("app-skip") }</a>
            <TopBar />
            <Notices />
            { page }
            <Keys />
            <DropZone />
            <ReadingPicker />
            if over == Some(Over::Keys) {
                <Shortcuts />
            } else if over == Some(Over::Palette) {
                <Palette />
            }
        </>
    }
}

/// Whoever comes to another page, or another article, is at its beginning: the focus is on what the page is for. Not when
/// the app starts, which is no step of a person's.
#[hook]
fn use_focus_on_page(article: Option<&ArticleId>, status: &Status) {
    let at = (status.view, article.cloned(), status.starting);
    let was_starting = use_mut_ref(|| true);
    use_effect_with(at, move |(_, _, starting)| {
        // What is in the page may have taken the focus already: a heading, the claim that one came for.
        if !was_starting.replace(*starting) && !dom::is_there("#main:focus-within") {
            dom::focus_first("#main");
        }
    });
}

/// Puts the app on the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
