//! Owns deleting articles, and bringing back what was deleted since the page was opened.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::database::{StorageError, Store};
use super::record::{read_entry, unknown_entry};
use super::{Storage, because, place_key};
use crate::state::{
    Action, ArticleId, Document, NoticeAction, NoticeKind, NoticePlace, WorkArticle,
};
use crate::t;

/// A deleted article, exactly as it was stored.
pub(super) struct Trash {
    id: ArticleId,
    document: Option<JsValue>,
    entry: Option<JsValue>,
    text: Option<JsValue>,
    claims: Option<JsValue>,
    /// A version that was not durable yet.
    unsaved: Option<Document>,
}

impl Storage {
    /// Deletes an article; [`Storage::restore`] can put it back until the page is left.
    pub fn delete(self: &Rc<Self>, id: &ArticleId, title: String) {
        self.delete_all(vec![(id.clone(), title)]);
    }

    /// Deletes articles, given with their titles: all or none.
    pub fn delete_all(self: &Rc<Self>, articles: Vec<(ArticleId, String)>) {
        let storage = Rc::clone(self);
        spawn_local(async move {
            let mut trash: Vec<Trash> = articles
                .iter()
                .map(|(id, _)| Trash {
                    id: id.clone(),
                    document: None,
                    entry: None,
                    text: None,
                    claims: None,
                    unsaved: storage.unsaved.borrow_mut().remove(id),
                })
                .collect();
            if storage.unavailable.borrow().is_none()
                && let Err(error) = storage.erase(&mut trash).await
            {
                for trash in trash {
                    if let Some(document) = trash.unsaved {
                        storage.unsaved.borrow_mut().put(document);
                    }
                }
                let because = because(&error);
                let text = match articles.as_slice() {
                    [(_, title)] => t!("storage-not-deleted", title = title, because = because),
                    several => {
                        let n = several.len();
                        t!("storage-not-deleted-several", n = n, because = because)
                    }
                };
                storage.tell(Action::Notify {
                    kind: NoticeKind::Error,
                    place: NoticePlace::Library,
                    text,
                    action: None,
                });
                return;
            }
            storage.trash.borrow_mut().extend(trash);
            for (id, title) in articles {
                storage.tell(Action::Deleted { id, title });
            }
        });
    }

    async fn erase(&self, trash: &mut [Trash]) -> Result<(), StorageError> {
        let database = self.database().await?;
        let transaction = database.write(&[
            Store::Documents,
            Store::Entries,
            Store::Texts,
            Store::Claims,
            Store::Session,
        ])?;
        for trash in trash {
            let id = &trash.id.0;
            trash.document = transaction.get(Store::Documents, id).await?;
            trash.entry = transaction.get(Store::Entries, id).await?;
            trash.text = transaction.get(Store::Texts, id).await?;
            trash.claims = transaction.get(Store::Claims, id).await?;
            for store in [
                Store::Documents,
                Store::Entries,
                Store::Texts,
                Store::Claims,
            ] {
                transaction.delete(store, id)?;
            }
            transaction.delete(Store::Session, &place_key(&trash.id))?;
        }
        transaction.done().await
    }

    /// Puts an article back that was deleted.
    pub fn restore(self: &Rc<Self>, id: &ArticleId) {
        self.restore_all(std::slice::from_ref(id));
    }

    /// Puts articles back that were deleted.
    pub fn restore_all(self: &Rc<Self>, ids: &[ArticleId]) {
        let taken: Vec<Trash> = {
            let mut trash = self.trash.borrow_mut();
            let (taken, left) = trash.drain(..).partition(|trash| ids.contains(&trash.id));
            *trash = left;
            taken
        };
        if taken.is_empty() {
            return;
        }
        let storage = Rc::clone(self);
        spawn_local(async move {
            let memory_only = storage.unavailable.borrow().is_some();
            let restored = if memory_only {
                Ok(())
            } else {
                storage.put_back(&taken).await
            };
            if let Err(error) = restored {
                let text = t!("storage-not-restored", because = because(&error));
                let ids = taken.iter().map(|trash| trash.id.clone()).collect();
                storage.trash.borrow_mut().extend(taken);
                storage.tell(Action::Notify {
                    kind: NoticeKind::Error,
                    place: NoticePlace::Library,
                    text,
                    action: Some(NoticeAction::RestoreArticles(ids)),
                });
                return;
            }
            for trash in taken {
                storage.list_again(trash);
            }
            storage.write_unsaved();
        });
    }

    fn list_again(self: &Rc<Self>, trash: Trash) {
        let json = trash.entry.as_ref().and_then(JsValue::as_string);
        let entry = match (&trash.unsaved, json) {
            (Some(document), _) => document.entry(),
            (None, Some(json)) => read_entry(&trash.id.0, &json),
            (None, None) => unknown_entry(&trash.id.0),
        };
        self.tell(Action::Listed(Box::new(entry)));
        let line = trash.claims.as_ref().and_then(JsValue::as_string);
        let claims = match &trash.unsaved {
            Some(document) => Some(WorkArticle::of(document)),
            None => line.and_then(|line| WorkArticle::from_line(&trash.id.0, &line)),
        };
        if let Some(claims) = claims {
            self.tell_claims(claims);
        }
        if let Some(document) = trash.unsaved {
            self.unsaved.borrow_mut().put(document);
        }
    }

    async fn put_back(&self, trash: &[Trash]) -> Result<(), StorageError> {
        let database = self.database().await?;
        let transaction = database.write(&[
            Store::Documents,
            Store::Entries,
            Store::Texts,
            Store::Claims,
        ])?;
        for trash in trash {
            for (store, value) in [
                (Store::Documents, &trash.document),
                (Store::Entries, &trash.entry),
                (Store::Texts, &trash.text),
                (Store::Claims, &trash.claims),
            ] {
                if let Some(value) = value {
                    transaction.put(store, &trash.id.0, value)?;
                }
            }
        }
        transaction.done().await
    }
}
