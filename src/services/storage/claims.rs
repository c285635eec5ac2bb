//! Owns the claims of all articles as they are stored beside them: fetched for the worklist, and made where an earlier Hearsay
//! left none.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::database::{StorageError, Store, Transaction};
use super::record::{read_document, read_entry};
use super::{Storage, because};
use crate::services::timer::sleep;
use crate::state::{Action, ArticleId, Document, WorkArticle, WorklistAction};
use crate::t;

impl Storage {
    /// Fetches the claims of all articles, unless they were asked for before, and tells of them.
    pub fn ready_claims(self: &Rc<Self>) {
        if !self.claims_asked.get() {
            self.load_claims();
        }
    }

    /// Fetches the claims of all articles and tells of them.
    pub fn load_claims(self: &Rc<Self>) {
        self.claims_asked.set(true);
        self.tell(Action::Worklist(WorklistAction::Asked));
        let storage = Rc::clone(self);
        spawn_local(async move {
            let read = if storage.unavailable.borrow().is_some() {
                Ok((Vec::new(), Vec::new()))
            } else {
                storage.read_claims().await
            };
            match read {
                Ok((mut articles, missing)) => {
                    // What is not durable yet is newer.
                    for document in &storage.unsaved.borrow().0 {
                        articles.retain(|article| article.id != document.id);
                        articles.push(Rc::new(WorkArticle::of(document)));
                    }
                    storage.tell(Action::Worklist(WorklistAction::Loaded(articles)));
                    storage.complete_claims(missing).await;
                }
                Err(error) => {
                    let message = t!("worklist-unreadable", why = because(&error));
                    storage.tell(Action::Worklist(WorklistAction::Failed(message)));
                }
            }
        });
    }

    /// The claims that are stored, and the articles that have some of which nothing is stored yet.
    async fn read_claims(&self) -> Result<(Vec<Rc<WorkArticle>>, Vec<ArticleId>), StorageError> {
        let database = self.database().await?;
        let transaction = database.read(&[Store::Claims, Store::Entries])?;
        let lines = transaction.all(Store::Claims).await?;
        let entries = transaction.all(Store::Entries).await?;
        let mut articles = Vec::new();
        // Both come by key, so one look at each line is enough.
        let mut read = lines
            .into_iter()
            .filter_map(|(id, line)| WorkArticle::from_line(&id, &line.as_string()?))
            .peekable();
        let mut missing = Vec::new();
        for (id, line) in entries {
            while read.peek().is_some_and(|article| article.id.0 < id) {
                read.next();
            }
            match read.next_if(|article| article.id.0 == id) {
                Some(article) => articles.push(Rc::new(article)),
                None => {
                    let entry = read_entry(&id, &line.as_string().unwrap_or_default());
                    if entry.n_claims > 0 && entry.unreadable.is_none() {
                        missing.push(entry.id);
                    }
                }
            }
        }
        Ok((articles, missing))
    }

    /// Makes what an earlier Hearsay left out, article by article, and the page has its turn in between.
    async fn complete_claims(&self, missing: Vec<ArticleId>) {
        for id in missing {
            // Should one fail, it is tried again next time.
            let _: Result<(), StorageError> = self.complete_claims_of(&id).await;
            sleep(0).await;
        }
    }

    async fn complete_claims_of(&self, id: &ArticleId) -> Result<(), StorageError> {
        let database = self.database().await?;
        let transaction = database.write(&[Store::Documents, Store::Claims])?;
        let json = transaction.get(Store::Documents, &id.0).await?;
        let json = json.and_then(|json| json.as_string()).unwrap_or_default();
        let Ok(document) = read_document(&json) else {
            return Ok(());
        };
        let article = WorkArticle::of(&document);
        put_claims(&transaction, &article)?;
        transaction.done().await?;
        self.tell_claims(article);
        Ok(())
    }

    /// Tells of the claims of one article, once somebody has asked for those of all.
    pub(super) fn tell_claims(&self, article: WorkArticle) {
        if self.claims_asked.get() {
            self.tell(Action::Worklist(WorklistAction::Put(Rc::new(article))));
        }
    }

    /// Keeps a version of an article that is not open.
    pub fn keep_closed(self: &Rc<Self>, document: Document) {
        self.unsaved.borrow_mut().put(document);
        self.write_unsaved();
    }
}

/// Puts the claims of an article beside it; of one without claims nothing.
pub(super) fn put_claims(
    transaction: &Transaction,
    article: &WorkArticle,
) -> Result<(), StorageError> {
    if article.claims.is_empty() {
        transaction.delete(Store::Claims, &article.id.0)
    } else {
        let line = JsValue::from_str(&article.to_line());
        transaction.put(Store::Claims, &article.id.0, &line)
    }
}
