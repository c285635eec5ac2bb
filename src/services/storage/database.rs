//! A small promise-based face of IndexedDB: open, and transactions that are durable when they are done.
//!
//! Owns the database's name, version and stores. What the values mean is left to `record`.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::services::timer::after;
use crate::t;

/// Grows with the stores; version 1 had no texts, version 2 no tag sets, version 3 no claims.
const VERSION: u32 = 4;

/// Milliseconds that the database may take to open. Browsers have been seen that never answer.
const PATIENCE: i32 = 5_000;

/// A store of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Store {
    /// Articles with their annotations, by id.
    Documents,
    /// Their lines in the library, by id.
    Entries,
    /// What is searched of each article, by id; made again from the documents where it is missing.
    Texts,
    /// The claims of each article that has some, by id; made again from the documents where they are missing.
    Claims,
    /// Where the person was: what was open, and the place in each article.
    Session,
    /// The tag sets that a person made, by id.
    TagSets,
    /// Records that could not be read, kept before another took their place; by id and time.
    SetAside,
}

impl Store {
    const ALL: [Self; 7] = [
        Self::Documents,
        Self::Entries,
        Self::Texts,
        Self::Claims,
        Self::Session,
        Self::TagSets,
        Self::SetAside,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Entries => "entries",
            Self::Texts => "texts",
            Self::Claims => "claims",
            Self::Session => "session",
            Self::TagSets => "tag-sets",
            Self::SetAside => "set-aside",
        }
    }
}

/// Why storage did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StorageError {
    /// There is no database to be had here.
    Unavailable(String),
    /// The disk, or what this site may use of it, is full.
    Full,
    /// The connection is gone: the database was deleted, or the browser closed it.
    Closed,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl StorageError {
    fn of(error: &JsValue) -> Self {
        let Some(error) = error.dyn_ref::<DomException>() else {
            return Self::Failed(t!("storage-no-reason"));
        };
        match error.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "InvalidStateError" => Self::Closed,
            _ => Self::Failed(error.message()),
        }
    }
}

/// An open connection.
pub(super) struct Database {
    database: IdbDatabase,
    _on_version_change: Closure<dyn Fn()>,
}

impl Drop for Database {
    fn drop(&mut self) {
        self.database.close();
    }
}

impl Database {
    /// Opens the database of that name, and makes it if it is not there.
    pub(super) async fn open(name: &str) -> Result<Self, StorageError> {
        let unavailable = |error: JsValue| match StorageError::of(&error) {
            StorageError::Failed(reason) => StorageError::Unavailable(reason),
            _ => StorageError::Unavailable(t!("storage-none-here")),
        };
        let factory = web_sys::window()
            .ok_or(JsValue::UNDEFINED)
            .and_then(|window| window.indexed_db())
            .map_err(unavailable)?
            .ok_or_else(|| unavailable(JsValue::UNDEFINED))?;
        let request = factory.open_with_u32(name, VERSION).map_err(unavailable)?;
        let upgrade = upgrader(&request);
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = within(PATIENCE, finished(&request))
            .await
            .map_err(unavailable)?;
        let database: IdbDatabase = opened.unchecked_into();
        // Another tab may want to upgrade or delete the database: let it.
        let on_version_change = {
            let database = database.clone();
            Closure::<dyn Fn()>::new(move || database.close())
        };
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Ok(Self {
            database,
            _on_version_change: on_version_change,
        })
    }

    /// Begins a transaction that only reads.
    pub(super) fn read(&self, stores: &[Store]) -> Result<Transaction, StorageError> {
        let transaction = self
            .database
            .transaction_with_str_sequence_and_mode(&names(stores), IdbTransactionMode::Readonly)
            .map_err(|error| StorageError::of(&error))?;
        Ok(Transaction { transaction })
    }

    /// Begins a transaction that writes; when it is done, it is on the disk.
    pub(super) fn write(&self, stores: &[Store]) -> Result<Transaction, StorageError> {
        // By name, because `web-sys` counts the options of transactions among its unstable parts. Browsers that do not
        // know them ignore them.
        let begin = || -> Result<JsValue, JsValue> {
            let options = js_sys::Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let transaction: Function =
                Reflect::get(&self.database, &"transaction".into())?.dyn_into()?;
            transaction.call3(
                &self.database,
                &names(stores),
                &"readwrite".into(),
                &options,
            )
        };
        let transaction = begin().map_err(|error| StorageError::of(&error))?;
        Ok(Transaction {
            transaction: transaction.unchecked_into(),
        })
    }
}

/// A transaction. Requests made on it are carried out in order, all or none.
pub(super) struct Transaction {
    transaction: IdbTransaction,
}

impl Transaction {
    fn store(&self, store: Store) -> Result<IdbObjectStore, StorageError> {
        self.transaction
            .object_store(store.name())
            .map_err(|error| StorageError::of(&error))
    }

    /// Puts a value in the place of what is stored under `key`.
    pub(super) fn put(&self, store: Store, key: &str, value: &JsValue) -> Result<(), StorageError> {
        let key = JsValue::from_str(key);
        let request = self.store(store)?.put_with_key(value, &key);
        // A request that fails later aborts the transaction, which tells.
        request
            .map(|_| ())
            .map_err(|error| StorageError::of(&error))
    }

    /// Removes what is stored under `key`, if anything is.
    pub(super) fn delete(&self, store: Store, key: &str) -> Result<(), StorageError> {
        let request = self.store(store)?.delete(&JsValue::from_str(key));
        request
            .map(|_| ())
            .map_err(|error| StorageError::of(&error))
    }

    /// What is stored under `key`.
    pub(super) async fn get(
        &self,
        store: Store,
        key: &str,
    ) -> Result<Option<JsValue>, StorageError> {
        let request = self
            .store(store)?
            .get(&JsValue::from_str(key))
            .map_err(|error| StorageError::of(&error))?;
        let value = finished(&request)
            .await
            .map_err(|error| StorageError::of(&error))?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// All keys and values of a store, by key.
    pub(super) async fn all(&self, store: Store) -> Result<Vec<(String, JsValue)>, StorageError> {
        let failed = |error: JsValue| StorageError::of(&error);
        let store = self.store(store)?;
        // Both are asked for at once, so that the transaction stays open for them.
        let (keys, values) = (
            finished(&store.get_all_keys().map_err(failed)?),
            finished(&store.get_all().map_err(failed)?),
        );
        let keys: js_sys::Array = keys.await.map_err(failed)?.unchecked_into();
        let values: js_sys::Array = values.await.map_err(failed)?.unchecked_into();
        let keys = keys.iter().map(|key| key.as_string().unwrap_or_default());
        Ok(keys.zip(values.iter()).collect())
    }

    /// Waits until everything is durable, or nothing was done.
    pub(super) async fn done(self) -> Result<(), StorageError> {
        let transaction = self.transaction;
        // At once, and not when every answer was heard: so that it is not lost when the page is on its way out. Where it is
        // over already, or the browser does not know how, nothing is changed by this.
        let _ = commit(&transaction);
        let promise = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        match JsFuture::from(promise).await {
            Ok(_) => Ok(()),
            Err(_) => Err(match transaction.error() {
                Some(error) => StorageError::of(&error),
                None => StorageError::Closed,
            }),
        }
    }
}

/// By name, because not every browser has it.
fn commit(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let commit: Function = Reflect::get(transaction, &"commit".into())?.dyn_into()?;
    commit.call0(transaction).map(|_| ())
}

fn names(stores: &[Store]) -> JsValue {
    let names: js_sys::Array = stores
        .iter()
        .map(|store| JsValue::from_str(store.name()))
        .collect();
    names.into()
}

/// What `future` comes to, or `undefined` as an error when it takes longer than that.
async fn within(
    milliseconds: i32,
    future: impl Future<Output = Result<JsValue, JsValue>> + 'static,
) -> Result<JsValue, JsValue> {
    let late = after(milliseconds);
    let race = [future_to_promise(future), late.unchecked_into()];
    let first = JsFuture::from(Promise::race(&race.into_iter().collect::<js_sys::Array>())).await?;
    if first.is_undefined() {
        Err(first)
    } else {
        Ok(first)
    }
}

/// Makes the stores that are missing.
fn upgrader(request: &IdbOpenDbRequest) -> Closure<dyn Fn()> {
    let request = request.clone();
    Closure::new(move || {
        let Ok(result) = request.result() else {
            return;
        };
        let database: IdbDatabase = result.unchecked_into();
        let there = database.object_store_names();
        for store in Store::ALL {
            if !there.contains(store.name()) {
                // What cannot be made is missed, and told, when it is used.
                let _ = database.create_object_store(store.name());
            }
        }
    })
}

/// The result of a request, when it is there.
fn finished(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let request = request.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let done = JsFuture::from(promise);
    async move {
        match done.await {
            Ok(_) => request.result(),
            Err(_) => Err(match request.error() {
                Ok(Some(error)) => error.into(),
                _ => JsValue::UNDEFINED,
            }),
        }
    }
}
