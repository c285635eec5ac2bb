//! What the worklist asks of the outside world: the claims of all articles, and changes to claims of articles that are not
//! open.

use std::rc::Rc;

use hearsay_annotate::{AnnotationId, Body};
use wasm_bindgen_futures::spawn_local;

use super::host::Services;
use super::now;
use super::storage::Stored;
use crate::state::{
    Action, ArticleId, ClaimAction, ClaimChange, Document, NoticeAction, NoticeKind, NoticePlace,
    WantedClaims, WorkArticle, WorklistAction,
};
use crate::t;

/// A change to a claim of some article.
pub(super) struct ClaimStep {
    article: ArticleId,
    claim: AnnotationId,
    change: ClaimChange,
}

impl Services {
    /// Fetches the claims of all articles, unless they were asked for before.
    pub fn ready_worklist(&self) {
        self.inner.storage.ready_claims();
    }

    /// Fetches the claims of all articles as they are now.
    pub fn load_worklist(&self) {
        self.inner.storage.load_claims();
    }

    /// Lists other claims of all articles, or in another order.
    pub fn want_claims(&self, wanted: WantedClaims) {
        self.tell(Action::Worklist(WorklistAction::Want(wanted)));
    }

    /// Changes a claim, in whatever article it is, as one step, and says so with a way back.
    pub fn change_claim(&self, article: &ArticleId, claim: &AnnotationId, change: ClaimChange) {
        let storage = &self.inner.storage;
        storage.changes.borrow_mut().push_back(ClaimStep {
            article: article.clone(),
            claim: claim.clone(),
            change,
        });
        if storage.changing.replace(true) {
            // Whoever changes looks again when done: one after the other, so that none is lost.
            return;
        }
        let services = self.clone();
        spawn_local(async move {
            let storage = &services.inner.storage;
            loop {
                let next = storage.changes.borrow_mut().pop_front();
                let Some(next) = next else {
                    break;
                };
                services.make(next).await;
            }
            storage.changing.set(false);
        });
    }

    async fn make(&self, change: ClaimStep) {
        if self.is_open(&change.article) {
            self.make_in_open(change);
            return;
        }
        let stored = self.inner.storage.load(&change.article).await;
        if self.is_open(&change.article) {
            // It was opened meanwhile.
            self.make_in_open(change);
            return;
        }
        let title = self.title_of(&change.article);
        let ClaimStep {
            article,
            claim: id,
            change,
        } = change;
        let failed = |why: String| {
            self.say(
                NoticeKind::Error,
                t!("worklist-not-changed", title = title, why = why),
                None,
            );
        };
        let mut document = match stored {
            Stored::Found(document) => document,
            Stored::Nothing => return failed(t!("worklist-gone")),
            Stored::Unreadable(reason) => return failed(reason),
        };
        if let Some(entry) = self.entry_of(&article) {
            document.opened = entry.opened;
        }
        let back = document
            .annotations
            .get(&id)
            .and_then(|annotation| match &annotation.body {
                Body::Claim(claim) => change.back(claim),
                Body::Quote(_) | Body::Note(_) => None,
            });
        let before = document.revision;
        if let Err(error) = document.change_claim(&id, change, now()) {
            return failed(error.to_string());
        }
        if document.revision == before {
            return;
        }
        let label = document.history.undo_label().unwrap_or_default().to_owned();
        // Shown at once, and not only when it is stored.
        self.show_claims(&document);
        self.inner.storage.keep_closed(*document);
        let action = back.map(|back| NoticeAction::ChangeClaim(article, id, back));
        self.say(
            NoticeKind::Info,
            t!("worklist-changed", step = label),
            action,
        );
    }

    fn make_in_open(&self, change: ClaimStep) {
        let ClaimStep { claim, change, .. } = change;
        let text = {
            let open = self.inner.document.borrow().clone();
            let Some(document) = open.as_ref() else {
                return;
            };
            let mut changed = document.clone();
            if changed.change_claim(&claim, change.clone(), now()).is_ok() {
                self.show_claims(&changed);
            }
            change.label_in(document, &claim)
        };
        self.tell(Action::Claim(ClaimAction::Change {
            id: claim,
            change,
            now: now(),
        }));
        if let Some(step) = text {
            let text = t!("worklist-changed", step = step);
            self.say(NoticeKind::Info, text, Some(NoticeAction::Undo));
        }
    }

    fn show_claims(&self, document: &Document) {
        let article = Rc::new(WorkArticle::of(document));
        self.tell(Action::Worklist(WorklistAction::Put(article)));
    }

    fn is_open(&self, id: &ArticleId) -> bool {
        let open = self.inner.document.borrow();
        open.as_ref().is_some_and(|document| document.id == *id)
    }

    fn say(&self, kind: NoticeKind, text: String, action: Option<NoticeAction>) {
        let place = NoticePlace::Article;
        self.tell(Action::Notify {
            kind,
            place,
            text,
            action,
        });
    }
}
