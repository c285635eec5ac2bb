//! What the library asks of the outside world: search, deleting, completing what an earlier Hearsay left.

use wasm_bindgen_futures::spawn_local;

use super::host::Services;
use super::timer::sleep;
use crate::state::{Action, ArticleId, LibraryAction, Loadable, TextsState, Wanted};

/// Milliseconds until what an earlier Hearsay left is completed.
const COMPLETING: i32 = 500;

impl Services {
    /// Does something in a while, counted in milliseconds.
    pub fn later(&self, milliseconds: i32, what: impl FnOnce() + 'static) {
        spawn_local(async move {
            sleep(milliseconds).await;
            what();
        });
    }

    /// Fetches what is searched, unless it was asked for before.
    pub fn ready_search(&self) {
        let unasked = self.inner.library.borrow().texts.state == TextsState::Unasked;
        if unasked {
            self.inner.storage.load_texts();
        }
    }

    /// Lists other articles, or in another order.
    pub fn want(&self, wanted: Wanted) {
        if !wanted.query.trim().is_empty() {
            self.ready_search();
        }
        self.tell(Action::Library(LibraryAction::Want(wanted)));
    }

    /// The title of an article of the library.
    #[must_use]
    pub fn title(&self, id: &ArticleId) -> String {
        self.title_of(id)
    }

    /// Deletes articles of the library; a notice offers to take them back.
    pub fn delete_all(&self, ids: &[ArticleId]) {
        let titled = ids.iter().map(|id| (id.clone(), self.title_of(id)));
        self.inner.storage.delete_all(titled.collect());
    }

    /// Has lines of the list that an earlier Hearsay wrote made again, and what is searched of those articles.
    pub(super) fn complete_library(&self) {
        let services = self.clone();
        spawn_local(async move {
            // The page comes first, and the state learns of the list with it.
            sleep(COMPLETING).await;
            let ids: Vec<ArticleId> = match &services.inner.library.borrow().entries {
                Loadable::Ready(entries) => entries
                    .iter()
                    .filter(|entry| entry.n_suggested.is_none() && entry.unreadable.is_none())
                    .map(|entry| entry.id.clone())
                    .collect(),
                Loadable::Loading | Loadable::Failed(_) => Vec::new(),
            };
            services.inner.storage.complete(ids);
        });
    }
}
