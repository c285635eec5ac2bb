//! Storage: every change durable before anything says so, and nothing overwritten that cannot be read.
//!
//! Owns what is on its way to the database and what is in it. Changes are handed over by [`Storage::keep`] and written
//! one after the other, the latest version of each article only; what cannot be written stays here until it can.

mod claims;
mod database;
mod record;
mod space;
mod tag_sets;
mod texts;
mod trash;

pub use space::{Space, keep_for_good, space};
pub use tag_sets::Change;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use hearsay_annotate::record::RecordError;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::claims::put_claims;
use self::database::{Database, StorageError, Store};
use self::record::{read_document, read_entry, unknown_entry, write_entry, write_in_turns};
use self::tag_sets::Before;
use self::trash::Trash;
use super::now;
use super::timer::sleep;
use super::worklist::ClaimStep;
use crate::state::{
    Action, ArticleId, Document, LibraryAction, LibraryEntry, SearchText, WorkArticle,
};
use crate::t;

/// Name of the app's database.
pub const DATABASE: &str = "hearsay";

/// Key in the session store of the article that was open.
const LAST: &str = "last";

/// Milliseconds until a change is written, so that it is painted before.
const PAUSE: i32 = 40;

/// Milliseconds more, at most, that a change of a long article waits for others to be written with it.
const LONGEST_PAUSE: i32 = 1_000;

/// What is stored of one article.
#[derive(Debug)]
pub enum Stored {
    /// Nothing.
    Nothing,
    /// The article with its annotations.
    Found(Box<Document>),
    /// Something that cannot be opened; why, and what to do. It is kept as it is.
    Unreadable(String),
}

/// Articles in their latest version, one each. Few at any time, so a list, which weighs less than a map.
#[derive(Default)]
struct Unsaved(Vec<Document>);

impl Unsaved {
    fn get(&self, id: &ArticleId) -> Option<&Document> {
        self.0.iter().find(|document| document.id == *id)
    }

    fn put(&mut self, document: Document) {
        self.remove(&document.id);
        self.0.push(document);
    }

    fn remove(&mut self, id: &ArticleId) -> Option<Document> {
        let at = self.0.iter().position(|document| document.id == *id)?;
        Some(self.0.remove(at))
    }
}

/// The app's storage.
pub struct Storage {
    name: String,
    database: RefCell<Option<Rc<Database>>>,
    /// Why there is no storage, if so; all is then kept in `unsaved`.
    unavailable: RefCell<Option<String>>,
    /// The latest version of each article that is not durable.
    unsaved: RefCell<Unsaved>,
    /// Whether somebody is writing them.
    writing: Cell<bool>,
    /// The version handed over, or read, last.
    known: RefCell<Option<(ArticleId, u64)>>,
    /// Articles whose stored record is known to be none, or readable.
    safe_to_replace: RefCell<BTreeSet<ArticleId>>,
    /// What was deleted since the page was opened, to be put back.
    trash: RefCell<Vec<Trash>>,
    /// What articles were before their tag set was changed, until another change.
    before: RefCell<Vec<Before>>,
    /// Whether the claims of all articles were asked for.
    claims_asked: Cell<bool>,
    /// Changes to claims that are yet to be made, in order.
    pub(super) changes: RefCell<VecDeque<ClaimStep>>,
    /// Whether somebody makes them.
    pub(super) changing: Cell<bool>,
    tell: RefCell<Rc<dyn Fn(Action)>>,
}

impl Storage {
    /// The storage in the database of that name, not yet opened.
    #[must_use]
    pub fn new(name: &str) -> Rc<Self> {
        Rc::new(Self {
            name: name.to_owned(),
            database: RefCell::default(),
            unavailable: RefCell::default(),
            unsaved: RefCell::default(),
            writing: Cell::default(),
            known: RefCell::default(),
            safe_to_replace: RefCell::default(),
            trash: RefCell::default(),
            before: RefCell::default(),
            claims_asked: Cell::default(),
            changes: RefCell::default(),
            changing: Cell::default(),
            tell: RefCell::new(Rc::new(|_| {})),
        })
    }

    /// Has `tell` called with what happens.
    pub fn listen(&self, tell: impl Fn(Action) + 'static) {
        *self.tell.borrow_mut() = Rc::new(tell);
    }

    fn tell(&self, action: Action) {
        let tell = Rc::clone(&self.tell.borrow());
        tell(action);
    }

    /// Lists the library, and returns the article that was open when the app was left.
    pub async fn start(&self) -> Option<ArticleId> {
        match self.read_library().await {
            Ok((entries, last)) => {
                self.tell(Action::LibraryLoaded(entries));
                last
            }
            Err(StorageError::Unavailable(reason)) => {
                self.give_up(&reason);
                None
            }
            Err(error) => {
                self.tell(Action::LibraryFailed(t!(
                    "storage-list-unread",
                    because = because(&error)
                )));
                None
            }
        }
    }

    async fn read_library(&self) -> Result<(Vec<LibraryEntry>, Option<ArticleId>), StorageError> {
        let database = self.database().await?;
        let transaction = database.read(&[Store::Entries, Store::Session])?;
        let entries = transaction.all(Store::Entries).await?;
        let last = transaction.get(Store::Session, LAST).await?;
        let entries = entries
            .into_iter()
            .map(|(id, value)| match value.as_string() {
                Some(json) => read_entry(&id, &json),
                None => unknown_entry(&id),
            })
            .collect();
        let last = last
            .and_then(|id| id.as_string())
            .filter(|id| !id.is_empty());
        Ok((entries, last.map(ArticleId)))
    }

    /// The connection, opened when it is first needed and again when it was lost.
    async fn database(&self) -> Result<Rc<Database>, StorageError> {
        if let Some(reason) = self.unavailable.borrow().as_ref() {
            return Err(StorageError::Unavailable(reason.clone()));
        }
        if let Some(database) = self.database.borrow().as_ref() {
            return Ok(Rc::clone(database));
        }
        let database = Rc::new(Database::open(&self.name).await?);
        *self.database.borrow_mut() = Some(Rc::clone(&database));
        Ok(database)
    }

    fn give_up(&self, reason: &str) {
        *self.unavailable.borrow_mut() = Some(reason.to_owned());
        let reason = t!("storage-unavailable", reason = reason);
        self.tell(Action::StorageUnavailable { reason });
    }

    /// What is stored of an article, and the block at which reading goes on.
    pub async fn load(&self, id: &ArticleId) -> Stored {
        if let Some(document) = self.unsaved.borrow().get(id) {
            return Stored::Found(Box::new(document.clone()));
        }
        if self.unavailable.borrow().is_some() {
            return Stored::Nothing;
        }
        match self.read_article(id).await {
            Ok((None, _)) => {
                self.safe_to_replace.borrow_mut().insert(id.clone());
                Stored::Nothing
            }
            Ok((Some(value), place)) => {
                match read_document(&value.as_string().unwrap_or_default()) {
                    Ok(mut document) => {
                        self.safe_to_replace.borrow_mut().insert(id.clone());
                        document.place = place;
                        Stored::Found(Box::new(document))
                    }
                    Err(error) => Stored::Unreadable(error.to_string()),
                }
            }
            Err(StorageError::Unavailable(reason)) => {
                self.give_up(&reason);
                Stored::Nothing
            }
            Err(error) => Stored::Unreadable(t!("storage-unread", because = because(&error))),
        }
    }

    async fn read_article(&self, id: &ArticleId) -> Result<(Option<JsValue>, usize), StorageError> {
        let (value, place) = match self.try_read_article(id).await {
            Err(StorageError::Closed) => {
                *self.database.borrow_mut() = None;
                self.try_read_article(id).await?
            }
            other => other?,
        };
        // Blocks are counted in whole numbers that are small.
        let place = place.and_then(|place| place.as_f64()).unwrap_or_default() as usize;
        Ok((value, place))
    }

    async fn try_read_article(
        &self,
        id: &ArticleId,
    ) -> Result<(Option<JsValue>, Option<JsValue>), StorageError> {
        let database = self.database().await?;
        let transaction = database.read(&[Store::Documents, Store::Session])?;
        let value = transaction.get(Store::Documents, &id.0).await?;
        let place = transaction.get(Store::Session, &place_key(id)).await?;
        Ok((value, place))
    }

    /// Keeps an article's line alone: that it was opened, or could not be. The article is left as it is.
    pub fn keep_entry(self: &Rc<Self>, entry: LibraryEntry) {
        let storage = Rc::clone(self);
        spawn_local(async move {
            let written = async {
                let database = storage.database().await?;
                let transaction = database.write(&[Store::Entries])?;
                let json = JsValue::from_str(&write_entry(&entry));
                transaction.put(Store::Entries, &entry.id.0, &json)?;
                transaction.done().await
            };
            // Should this fail, it is told again next time.
            let _: Result<(), StorageError> = written.await;
            storage.tell(Action::Listed(Box::new(entry)));
        });
    }

    /// This version comes from storage and need not be kept again.
    pub fn is_kept(&self, document: &Document) {
        *self.known.borrow_mut() = Some((document.id.clone(), document.revision));
    }

    /// Keeps a version of an article; tells when it is durable, or that it could not be.
    pub fn keep(self: &Rc<Self>, document: &Document) {
        let version = Some((document.id.clone(), document.revision));
        if *self.known.borrow() == version {
            return;
        }
        *self.known.borrow_mut() = version;
        self.unsaved.borrow_mut().put(document.clone());
        self.write_unsaved();
    }

    /// Whether something is not durable yet.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.borrow().0.is_empty()
    }

    /// Tries again to write what could not be written.
    pub fn retry(self: &Rc<Self>) {
        self.tell(Action::SaveRetried);
        self.write_unsaved();
    }

    fn write_unsaved(self: &Rc<Self>) {
        if self.unavailable.borrow().is_some() {
            // Memory is all there is; at least the list shows what is in it.
            let listed: Vec<_> = self
                .unsaved
                .borrow()
                .0
                .iter()
                .map(|document| (document.entry(), WorkArticle::of(document)))
                .collect();
            for (entry, claims) in listed {
                self.tell(Action::Listed(Box::new(entry)));
                self.tell_claims(claims);
            }
            return;
        }
        if self.writing.replace(true) {
            // Whoever writes looks again when done.
            return;
        }
        let storage = Rc::clone(self);
        spawn_local(async move {
            let mut failed: Vec<(ArticleId, u64)> = Vec::new();
            // What a person did is painted first, and what they do right after it is written along.
            while let Some(pause) = storage.next_unsaved(&failed).as_ref().map(pause_before) {
                sleep(pause).await;
                let Some(document) = storage.next_unsaved(&failed) else {
                    break;
                };
                match storage.write(&document).await {
                    Ok(()) => storage.written(&document),
                    Err(error) => {
                        failed.push((document.id.clone(), document.revision));
                        storage.not_written(&document, &error);
                    }
                }
            }
            storage.writing.set(false);
        });
    }

    /// An article to write: not one of the versions that could not be.
    fn next_unsaved(&self, failed: &[(ArticleId, u64)]) -> Option<Document> {
        let unsaved = self.unsaved.borrow();
        let mut tried = unsaved.0.iter();
        let untried = |document: &&Document| {
            let is_it = |(id, revision): &(ArticleId, u64)| {
                *id == document.id && *revision == document.revision
            };
            !failed.iter().any(is_it)
        };
        tried.find(untried).cloned()
    }

    fn written(&self, document: &Document) {
        let mut unsaved = self.unsaved.borrow_mut();
        let latest = unsaved.get(&document.id).map(|latest| latest.revision);
        if latest == Some(document.revision) {
            unsaved.remove(&document.id);
        }
        drop(unsaved);
        self.tell(Action::Saved {
            entry: Box::new(document.entry()),
            revision: document.revision,
        });
    }

    fn not_written(self: &Rc<Self>, document: &Document, error: &WriteError) {
        match error {
            WriteError::Storage(StorageError::Unavailable(reason)) => {
                self.give_up(reason);
                self.tell(Action::Listed(Box::new(document.entry())));
            }
            WriteError::Storage(error) => self.tell(Action::SaveFailed {
                id: document.id.clone(),
                message: t!("storage-not-saved", because = because(error)),
            }),
            WriteError::Protected(reason) => self.tell(Action::SaveFailed {
                id: document.id.clone(),
                message: t!("storage-protected", reason = reason),
            }),
        }
    }

    async fn write(&self, document: &Document) -> Result<(), WriteError> {
        match self.try_write(document).await {
            Err(WriteError::Storage(StorageError::Closed)) => {
                *self.database.borrow_mut() = None;
                self.try_write(document).await
            }
            other => other,
        }
    }

    async fn try_write(&self, document: &Document) -> Result<(), WriteError> {
        let id = &document.id;
        let database = self.database().await?;
        // Bit by bit, so that a key that is pressed meanwhile is not kept waiting.
        let json = write_in_turns(document, || sleep(0)).await;
        let json = JsValue::from_str(&json);
        sleep(0).await;
        let entry = JsValue::from_str(&write_entry(&document.entry()));
        let text = SearchText::of(document);
        sleep(0).await;
        let claims = WorkArticle::of(document);
        let transaction = database.write(&[
            Store::Documents,
            Store::Entries,
            Store::Texts,
            Store::Claims,
            Store::SetAside,
        ])?;
        if !self.safe_to_replace.borrow().contains(id) {
            // Never seen: what cannot be read is set aside, what is newer is left alone.
            if let Some(old) = transaction.get(Store::Documents, &id.0).await? {
                match read_document(&old.as_string().unwrap_or_default()) {
                    Ok(_) => {}
                    Err(error @ RecordError::Newer { .. }) => {
                        return Err(WriteError::Protected(error.to_string()));
                    }
                    Err(_) => {
                        let key = [&id.0, " ", &now().0.to_string()].concat();
                        transaction.put(Store::SetAside, &key, &old)?;
                    }
                }
            }
        }
        transaction.put(Store::Documents, &id.0, &json)?;
        transaction.put(Store::Entries, &id.0, &entry)?;
        transaction.put(Store::Texts, &id.0, &JsValue::from_str(&text.to_line()))?;
        put_claims(&transaction, &claims)?;
        transaction.done().await?;
        self.tell(Action::Library(LibraryAction::Text(id.clone(), text)));
        self.tell_claims(claims);
        self.safe_to_replace.borrow_mut().insert(id.clone());
        Ok(())
    }

    /// Keeps which article is open, for the next visit.
    pub fn keep_open(self: &Rc<Self>, id: Option<&ArticleId>) {
        let id = id.map_or("", |id| &id.0);
        self.keep_in_session(LAST.to_owned(), JsValue::from_str(id));
    }

    /// Keeps the block at which reading goes on.
    pub fn keep_place(self: &Rc<Self>, id: &ArticleId, block_idx: usize) {
        // Blocks are far fewer than 2^52.
        let place = JsValue::from_f64(block_idx as f64);
        self.keep_in_session(place_key(id), place);
    }

    fn keep_in_session(self: &Rc<Self>, key: String, value: JsValue) {
        let storage = Rc::clone(self);
        spawn_local(async move {
            let kept = async {
                let database = storage.database().await?;
                let transaction = database.write(&[Store::Session])?;
                transaction.put(Store::Session, &key, &value)?;
                transaction.done().await
            };
            // A convenience: that the place is lost is not worth a message.
            let _: Result<(), StorageError> = kept.await;
        });
    }
}

/// Milliseconds until a version is written: until after the next paint, and longer for one that is long work. An article that
/// was just opened is written at once, so that a page that is loaded again finds it.
fn pause_before(document: &Document) -> i32 {
    if document.revision <= 1 {
        return 0;
    }
    let n = i32::try_from(document.annotations.len()).unwrap_or(i32::MAX);
    PAUSE + (n / 10).min(LONGEST_PAUSE)
}

/// Why a version was not written.
enum WriteError {
    Storage(StorageError),
    /// What is stored must not be overwritten.
    Protected(String),
}

impl From<StorageError> for WriteError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

fn place_key(id: &ArticleId) -> String {
    ["place ", &id.0].concat()
}

/// The second half of a message: why, and what to do.
fn because(error: &StorageError) -> String {
    match error {
        StorageError::Full => t!("storage-because-full"),
        StorageError::Closed => t!("storage-because-closed"),
        StorageError::Unavailable(reason) | StorageError::Failed(reason) => {
            t!("storage-because", reason = reason)
        }
    }
}
