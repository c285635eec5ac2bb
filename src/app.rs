//! Composition only: state, services, and the page inside them.

use yew::prelude::*;

use crate::services::ServiceHost;
use crate::state::StateProvider;

/// The whole app.
#[component]
pub fn App() -> Html {
    html! {
        <StateProvider>
            <ServiceHost>
                <main>{ "Hearsay" }</main>
            </ServiceHost>
        </StateProvider>
    }
}

/// Puts the app on the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}
