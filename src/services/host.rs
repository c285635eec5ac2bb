//! Brings services and state together: [`Services`] for components, [`ServiceHost`] to run them.

use std::rc::Rc;

use web_sys::{DataTransfer, File};
use yew::prelude::*;

use crate::state::{ArticleId, Dispatch, NoticeAction, use_dispatch};

/// What components can ask of the outside world. Cheap to clone; outcomes come back as state.
#[derive(Clone)]
pub struct Services {
    inner: Rc<Inner>,
}

struct Inner {
    #[allow(dead_code, reason = "services are being filled in")]
    dispatch: Dispatch,
}

impl PartialEq for Services {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Services {
    /// Opens text that was typed or pasted as plain text.
    pub fn open_text(&self, text: String) {
        let _ = text;
    }

    /// Opens what was pasted or dropped: a file if there is one, else rich text, else plain text. Says why when there
    /// is nothing.
    pub fn open_transfer(&self, transfer: &DataTransfer) {
        let _ = transfer;
    }

    /// Opens a file that was chosen.
    pub fn open_file(&self, file: File) {
        let _ = file;
    }

    /// Opens the built-in sample.
    pub fn open_sample(&self) {}

    /// Opens an article of the library.
    pub fn open_stored(&self, id: &ArticleId) {
        let _ = id;
    }

    /// Deletes an article of the library; a notice offers to take it back.
    pub fn delete(&self, id: &ArticleId) {
        let _ = id;
    }

    /// Hands the annotations of the open article to the person as a file of Web Annotation JSON-LD.
    pub fn export(&self) {}

    /// Adds the annotations of a file that was chosen to the open article: all or none.
    pub fn import_file(&self, file: File) {
        let _ = file;
    }

    /// Asks the engine for the quotes of the open article again.
    pub fn analyse_again(&self) {}

    /// Keeps where the person reads: the block that is first in view.
    pub fn keep_place(&self, block_idx: usize) {
        let _ = block_idx;
    }

    /// Does what a notice's button says.
    pub fn act(&self, action: &NoticeAction) {
        let _ = action;
    }
}

/// Properties of [`ServiceHost`].
#[derive(Properties, PartialEq)]
pub struct ServiceHostProps {
    /// Who may use the services.
    pub children: Html,
}

/// Starts the services, keeps them informed of the state, and provides them to everything below.
#[component]
pub fn ServiceHost(props: &ServiceHostProps) -> Html {
    let dispatch = use_dispatch();
    let services = use_memo((), |()| Services {
        inner: Rc::new(Inner { dispatch }),
    });
    html! {
        <ContextProvider<Services> context={services.as_ref().clone()}>
            { props.children.clone() }
        </ContextProvider<Services>>
    }
}

/// What components can ask of the outside world.
#[allow(
    clippy::expect_used,
    reason = "a component outside the host is a mistake of ours that shows on the first render"
)]
#[hook]
pub fn use_services() -> Services {
    use_context::<Services>().expect("a component that uses services is below its ServiceHost")
}
