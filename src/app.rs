//! Composition only: state, services, and the page inside them.

use yew::prelude::*;

use crate::components::{
    Compare, DropZone, Keys, Notices, Reading, ReadingPicker, Shortcuts, Start, TopBar, Working,
};
use crate::services::ServiceHost;
use crate::state::{StateProvider, View, use_document, use_status};

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
    let help = use_state_eq(|| false);
    let sheet = use_state_eq(|| false);
    let onhelp = {
        let help = help.clone();
        Callback::from(move |()| help.set(true))
    };
    let onclose = {
        let help = help.clone();
        Callback::from(move |()| help.set(false))
    };
    let onescape = {
        let sheet = sheet.clone();
        Callback::from(move |()| sheet.set(false))
    };
    html! {
        <>
            <a class="skip" href="#main">{ "To the text" }</a>
            <TopBar onhelp={onhelp.clone()} />
            <Notices />
            if reading {
                <div class="over-reading"><Working /></div>
                <Reading {sheet} />
            } else if status.view == View::Compare {
                <Compare />
            } else {
                <Start />
            }
            <Keys {onhelp} {onescape} />
            <DropZone />
            <ReadingPicker />
            if *help {
                <Shortcuts {onclose} />
            }
        </>
    }
}

/// Puts the app on the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
