//! Owns what is searched: fetched when somebody first searches, and made where an earlier Hearsay left none.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::database::{StorageError, Store};
use super::record::{read_document, read_entry, write_entry};
use super::{Storage, because};
use crate::services::timer::sleep;
use crate::state::{Action, ArticleId, LibraryAction, SearchText, Searchable};
use crate::t;

/// Articles that are made ready for searching before the page gets a turn: some tens of milliseconds of work.
const AT_ONCE: usize = 200;

impl Storage {
    /// Fetches what is searched, and tells of it bit by bit.
    pub fn load_texts(self: &Rc<Self>) {
        let storage = Rc::clone(self);
        storage.tell(Action::Library(LibraryAction::TextsAsked));
        spawn_local(async move {
            let stored = if storage.unavailable.borrow().is_some() {
                Ok(Vec::new())
            } else {
                storage.read_texts().await
            };
            match stored {
                Ok(stored) => storage.tell_texts(stored).await,
                Err(error) => {
                    let message = t!("storage-texts-unread", because = because(&error));
                    let action = LibraryAction::TextsFailed(message);
                    storage.tell(Action::Library(action));
                }
            }
        });
    }

    async fn read_texts(&self) -> Result<Vec<(String, JsValue)>, StorageError> {
        let database = self.database().await?;
        let transaction = database.read(&[Store::Texts])?;
        transaction.all(Store::Texts).await
    }

    async fn tell_texts(&self, stored: Vec<(String, JsValue)>) {
        let unsaved: Vec<_> = self.unsaved.borrow().0.clone();
        for some in stored.chunks(AT_ONCE) {
            let ready = some.iter().filter_map(|(id, line)| {
                let text = SearchText::from_line(&line.as_string()?)?;
                Some((ArticleId(id.clone()), Rc::new(Searchable::from(text))))
            });
            let action = LibraryAction::Texts(ready.collect(), false);
            self.tell(Action::Library(action));
            sleep(0).await;
        }
        let unsaved = unsaved.iter().map(|document| {
            let text = Searchable::from(SearchText::of(document));
            (document.id.clone(), Rc::new(text))
        });
        let action = LibraryAction::Texts(unsaved.collect(), true);
        self.tell(Action::Library(action));
    }

    /// Makes what is searched, and the lines of the list, for articles that a Hearsay stored which knew neither: one by
    /// one, and the page has its turn in between. What cannot be read is left as it is.
    pub fn complete(self: &Rc<Self>, ids: Vec<ArticleId>) {
        let storage = Rc::clone(self);
        spawn_local(async move {
            for id in ids {
                // Should one fail, it is tried again at the next visit.
                let _: Result<(), StorageError> = storage.complete_one(&id).await;
                sleep(0).await;
            }
        });
    }

    async fn complete_one(&self, id: &ArticleId) -> Result<(), StorageError> {
        let database = self.database().await?;
        let transaction = database.write(&[Store::Documents, Store::Entries, Store::Texts])?;
        let json = transaction.get(Store::Documents, &id.0).await?;
        let line = transaction.get(Store::Entries, &id.0).await?;
        let json = json.and_then(|json| json.as_string()).unwrap_or_default();
        let Ok(mut document) = read_document(&json) else {
            return Ok(());
        };
        if let Some(line) = line.and_then(|line| line.as_string()) {
            document.opened = read_entry(&id.0, &line).opened;
        }
        let entry = document.entry();
        let text = SearchText::of(&document);
        let put = |store, value: &str| transaction.put(store, &id.0, &JsValue::from_str(value));
        put(Store::Entries, &write_entry(&entry))?;
        put(Store::Texts, &text.to_line())?;
        transaction.done().await?;
        self.tell(Action::Library(LibraryAction::Text(id.clone(), text)));
        self.tell(Action::Listed(Box::new(entry)));
        Ok(())
    }
}
