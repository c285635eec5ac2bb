//! Composition only: state, services, and the page inside them.

use yew::prelude::*;

use crate::components::{
    Compare, DropZone, Keys, Notices, PrintSheet, Reading, ReadingPicker, Shortcuts, Start, TopBar,
    Working,
};
use crate::services::ServiceHost;
use crate::state::{Over, StateProvider, View, use_document, use_layout, use_status};

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
    html! {
        <>
            <a class="skip" href="#main">{ "To the text" }</a>
            <TopBar />
            <Notices />
            if reading {
                <div class="over-reading"><Working /></div>
                <Reading />
                <PrintSheet />
            } else if status.view == View::Compare {
                <Compare />
            } else {
                <Start />
            }
            <Keys />
            <DropZone />
            <ReadingPicker />
            if over == Some(Over::Keys) {
                <Shortcuts />
            }
        </>
    }
}

/// Puts the app on the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
