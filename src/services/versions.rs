//! The same article, later: finds the version before, tells what changed, shows both.

use std::rc::Rc;

use hearsay_annotate::AnnotationId;
use wasm_bindgen_futures::spawn_local;

use super::host::Services;
use super::storage::Stored;
use super::timer::sleep;
use crate::dom;
use crate::state::{
    Action, ArticleId, Compared, Comparing, Document, FocusOrigin, NoticeAction, NoticeKind,
    NoticePlace, View,
};
use crate::t;

/// Milliseconds until an article that was just opened is drawn and can be scrolled.
const DRAWN: i32 = 120;

impl Services {
    /// If an article at the same address is stored, takes over what a person made in it, and says so. A text that is
    /// stored word for word never comes here: it is the same article, and not a version.
    pub(super) async fn follow(&self, new: &mut Document) -> Option<String> {
        let key = new.entry().url_key?;
        let id = self.inner.library.borrow().newest_at(&key)?.id.clone();
        let Stored::Found(earlier) = self.inner.storage.load(&id).await else {
            return None;
        };
        let carried = new.carry_over(&earlier);
        let kept = match (carried.found, carried.orphans) {
            (0, 0) => String::new(),
            (found, 0) => t!("versions-carried", n = found),
            (found, lost) => t!("versions-carried-part", n = found, lost = lost),
        };
        *self.inner.earlier.borrow_mut() = Some(*earlier);
        Some([t!("versions-newer"), kept].join(" ").trim_end().to_owned())
    }

    /// Once the quotes of a newer version are known, tells how many changed.
    pub(super) fn tell_changes(&self, document: &Document) {
        let is_it = |earlier: &Document| document.earlier.as_ref() == Some(&earlier.id);
        let known = self.inner.earlier.borrow().as_ref().is_some_and(is_it);
        if !known || !document.analysed {
            return;
        }
        let Some(earlier) = self.inner.earlier.take() else {
            return;
        };
        let (services, document) = (self.clone(), document.clone());
        spawn_local(async move {
            // The quotes are drawn first.
            sleep(0).await;
            let compared = Compared::new(&earlier, &document);
            let (place, kind) = (NoticePlace::Article, NoticeKind::Info);
            let lost = match compared.orphans.len() {
                0 => String::new(),
                n => t!("versions-lost", n = n),
            };
            let text = [t!("versions-newer"), compared.summary(), lost].join(" ");
            services.tell(Action::Notify {
                kind,
                place,
                text: text.trim_end().to_owned(),
                action: Some(NoticeAction::Compare(earlier.id, document.id)),
            });
        });
    }

    /// Shows what changed from one article to another.
    pub fn compare(&self, old: &ArticleId, new: &ArticleId) {
        self.tell(Action::Compare(Comparing::Working));
        let (services, old, new) = (self.clone(), old.clone(), new.clone());
        spawn_local(async move {
            let outcome = match (services.fetch(&old).await, services.fetch(&new).await) {
                (Ok(old), Ok(new)) => Comparing::Ready(Rc::new(Compared::new(&old, &new))),
                (Err(message), _) | (_, Err(message)) => Comparing::Failed(message),
            };
            // What was asked is shown before the answer.
            sleep(0).await;
            services.tell(Action::Compare(outcome));
        });
    }

    async fn fetch(&self, id: &ArticleId) -> Result<Document, String> {
        let open = self.inner.document.borrow().clone();
        if let Some(document) = open.as_ref().filter(|document| document.id == *id) {
            return Ok(document.clone());
        }
        let failed = |reason: &str| {
            let title = self.title_of(id);
            t!("versions-cannot", title = title, reason = reason)
        };
        match self.inner.storage.load(id).await {
            Stored::Found(document) => Ok(*document),
            Stored::Nothing => Err(failed(&t!("versions-gone"))),
            Stored::Unreadable(reason) => Err(failed(&reason)),
        }
    }

    /// Shows a place of an article: the words from that byte on, and the annotation, if it is known.
    pub fn show_at(&self, id: &ArticleId, start: u32, annotation: Option<AnnotationId>) {
        let (services, id) = (self.clone(), id.clone());
        spawn_local(async move {
            let open = services.inner.document.borrow().clone();
            if open.as_ref().is_some_and(|document| document.id == id) {
                services.tell(Action::Show(View::Read));
            } else {
                let request = services.inner.engine.next_request();
                let what = services.title_of(&id);
                services.tell(Action::OpenRequested { request, what });
                services.open_from_storage(request, id.clone()).await;
            }
            sleep(DRAWN).await;
            let open = services.inner.document.borrow().clone();
            let Some(document) = open.as_ref().filter(|document| document.id == id) else {
                return;
            };
            let article = web_sys::window()
                .and_then(|window| window.document())
                .and_then(|page| page.query_selector("main article").ok().flatten());
            if let (Some(article), Some(block_idx)) = (article, document.article.block_at(start)) {
                dom::scroll_to_block(&article, block_idx);
            }
            if let Some(known) = annotation.filter(|id| document.annotations.get(id).is_some()) {
                services.tell(Action::Focus(None, FocusOrigin::Article));
                services.tell(Action::Focus(Some(known), FocusOrigin::Keyboard));
            }
        });
    }
}
