//! What is kept is there again, and what cannot be read is not lost.

use std::cell::RefCell;
use std::rc::Rc;

use hearsay::services::storage::{Storage, Stored};
use hearsay::state::{Action, ClaimChange, Document, LibraryAction, Stamp, WorklistAction};
use hearsay_annotate::{AnnotationId, Progress, TagId, Timestamp};
use hearsay_text::{Article, Span};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Storage in a database of this test's own, and what it tells.
fn storage(name: &str) -> (Rc<Storage>, Rc<RefCell<Vec<Action>>>) {
    let storage = Storage::new(name);
    let told = Rc::new(RefCell::new(Vec::new()));
    let telling = Rc::clone(&told);
    storage.listen(move |action| telling.borrow_mut().push(action));
    (storage, told)
}

fn document() -> Document {
    Document::new(
        Article::verbatim("“No,” said Ruiz. 😀\n\nNine."),
        Timestamp(7),
    )
}

fn tag(document: &mut Document, n: u8) {
    let stamp = Stamp {
        now: Timestamp(u64::from(n)),
        id: AnnotationId::from_random_bytes([n; 16]),
    };
    let words = Span::new(3, 3 + u32::from(n) % 3 + 1);
    document
        .tag(vec![words], TagId("quantity".into()), stamp)
        .unwrap();
}

async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until something is told that `is_it` knows.
async fn wait_for(told: &RefCell<Vec<Action>>, is_it: impl Fn(&Action) -> bool) -> Action {
    for _ in 0..500 {
        if let Some(action) = told.borrow().iter().find(|action| is_it(action)) {
            return action.clone();
        }
        sleep(10).await;
    }
    panic!("never told; only {:?}", told.borrow());
}

fn is_saved(revision: u64) -> impl Fn(&Action) -> bool {
    move |action| matches!(action, Action::Saved { revision: saved, .. } if *saved == revision)
}

/// A name that no other test, and no earlier run, has.
fn fresh(name: &str) -> String {
    format!("{name} {}", js_sys::Date::now())
}

/// Puts a value into a store behind the app's back.
async fn put_raw(name: &str, store: &str, key: &str, value: &str) {
    let script =
        "const [name, store, key, value] = arguments; return new Promise((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const transaction = open.result.transaction(store, 'readwrite');
            transaction.objectStore(store).put(value, key);
            transaction.oncomplete = () => { open.result.close(); resolve(); };
            transaction.onabort = reject;
        };
        open.onerror = reject;
    });";
    run(script, &[name, store, key, value]).await;
}

async fn all_raw(name: &str, store: &str) -> Vec<String> {
    let script = "const [name, store] = arguments; return new Promise((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => {
            const all = open.result.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => { open.result.close(); resolve(all.result); };
        };
        open.onerror = reject;
    });";
    let values: js_sys::Array = run(script, &[name, store]).await.unchecked_into();
    values
        .iter()
        .filter_map(|value| value.as_string())
        .collect()
}

async fn run(script: &str, arguments: &[&str]) -> JsValue {
    let arguments: js_sys::Array = arguments
        .iter()
        .map(|argument| JsValue::from_str(argument))
        .collect();
    let promise = Function::new_no_args(script)
        .apply(&JsValue::NULL, &arguments)
        .unwrap();
    JsFuture::from(promise.unchecked_into::<Promise>())
        .await
        .unwrap()
}

#[wasm_bindgen_test]
async fn what_was_said_to_be_saved_is_there_for_the_next_visit() {
    let name = fresh("saved");
    let (first, told) = storage(&name);
    assert_eq!(first.start().await, None);
    let mut document = document();
    first.keep(&document);
    // Changes come faster than they can be written; only the last needs to be.
    for n in 1..=20 {
        tag(&mut document, n);
        first.keep(&document);
    }
    wait_for(&told, is_saved(document.revision)).await;
    assert!(!first.has_unsaved());
    assert!(
        told.borrow().len() < 15,
        "versions nobody waits for are not written"
    );
    first.keep_open(Some(&document.id));
    first.keep_place(&document.id, 1);
    sleep(100).await;

    let (second, told) = storage(&name);
    assert_eq!(second.start().await.as_ref(), Some(&document.id));
    let Action::LibraryLoaded(entries) = told.borrow()[0].clone() else {
        panic!("{told:?}");
    };
    assert_eq!(entries, [document.entry()]);
    let Stored::Found(back) = second.load(&document.id).await else {
        panic!("not found");
    };
    assert_eq!(back.annotations, document.annotations);
    assert_eq!(back.article, document.article);
    assert_eq!(back.place, 1);
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_set_aside_when_another_takes_its_place() {
    let name = fresh("damaged");
    let (first, _) = storage(&name);
    first.start().await;
    let document = document();
    put_raw(&name, "documents", &document.id.0, "{\"version\":1,").await;
    assert!(matches!(
        first.load(&document.id).await,
        Stored::Unreadable(_)
    ));
    let (second, told) = storage(&name);
    second.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    assert_eq!(all_raw(&name, "set-aside").await, ["{\"version\":1,"]);
}

#[wasm_bindgen_test]
async fn a_record_of_a_newer_hearsay_is_never_overwritten() {
    let name = fresh("newer");
    let (first, told) = storage(&name);
    first.start().await;
    let document = document();
    let newer = "{\"version\":99,\"more\":true}";
    put_raw(&name, "documents", &document.id.0, newer).await;
    first.keep(&document);
    wait_for(&told, |action| matches!(action, Action::SaveFailed { .. })).await;
    assert!(
        first.has_unsaved(),
        "what could not be saved is kept in memory"
    );
    assert_eq!(all_raw(&name, "documents").await, [newer]);
}

#[wasm_bindgen_test]
async fn a_deleted_article_comes_back_exactly_as_it_was() {
    let name = fresh("deleted");
    let (first, told) = storage(&name);
    first.start().await;
    let mut document = document();
    tag(&mut document, 1);
    first.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    let stored = all_raw(&name, "documents").await;
    first.delete(&document.id, document.title());
    wait_for(&told, |action| matches!(action, Action::Deleted { .. })).await;
    assert!(all_raw(&name, "documents").await.is_empty());
    assert!(matches!(first.load(&document.id).await, Stored::Nothing));
    first.restore(&document.id);
    wait_for(&told, |action| matches!(action, Action::Listed(_))).await;
    assert_eq!(all_raw(&name, "documents").await, stored);
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closed_is_opened_again() {
    let name = fresh("closed");
    let (first, told) = storage(&name);
    first.start().await;
    let mut document = document();
    first.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    // Deleting asks every connection to close.
    let script = "const [name] = arguments; return new Promise((resolve, reject) => {
        const gone = indexedDB.deleteDatabase(name); gone.onsuccess = resolve; gone.onerror = reject; });";
    run(script, &[&name]).await;
    tag(&mut document, 1);
    first.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    assert_eq!(all_raw(&name, "documents").await.len(), 1);
}

#[wasm_bindgen_test]
async fn without_a_database_the_app_says_so_and_keeps_all_in_memory() {
    let deny = "globalThis.kept = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
        const get = () => { throw new DOMException('denied', 'SecurityError'); };
        Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get });
        return Promise.resolve();";
    let allow = "delete globalThis.indexedDB;
        if (globalThis.kept) Object.defineProperty(globalThis, 'indexedDB', globalThis.kept);
        return Promise.resolve();";
    run(deny, &[]).await;
    let (denied, told) = storage("denied");
    let last = denied.start().await;
    let document = document();
    denied.keep(&document);
    let found = denied.load(&document.id).await;
    run(allow, &[]).await;
    assert_eq!(last, None);
    wait_for(&told, |action| {
        matches!(action, Action::StorageUnavailable { .. })
    })
    .await;
    wait_for(&told, |action| matches!(action, Action::Listed(_))).await;
    assert!(
        !told
            .borrow()
            .iter()
            .any(|action| matches!(action, Action::Saved { .. }))
    );
    assert!(matches!(found, Stored::Found(_)));
}

/// Makes a database as the first Hearsay did: version 1, without texts, and a line that counts no suggestions.
async fn make_first_version(name: &str, id: &str, document: &str) {
    let script =
        "const [name, id, json] = arguments; return new Promise((resolve, reject) => {
        const open = indexedDB.open(name, 1);
        open.onupgradeneeded = () => ['documents', 'entries', 'session', 'set-aside'].forEach((store) => open.result.createObjectStore(store));
        open.onsuccess = () => {
            const transaction = open.result.transaction(['documents', 'entries'], 'readwrite');
            transaction.objectStore('documents').put(json, id);
            const line = { version: 1, id, title: 'Old line', n_quotes: 0, n_claims: 0, created: 7, modified: 9 };
            transaction.objectStore('entries').put(JSON.stringify(line), id);
            transaction.oncomplete = () => { open.result.close(); resolve(); };
            transaction.onabort = reject;
        };
        open.onerror = reject;
    });";
    run(script, &[name, id, document]).await;
}

#[wasm_bindgen_test]
async fn a_database_of_the_first_version_opens_and_is_made_searchable_by_and_by() {
    let elsewhere = fresh("elsewhere");
    let (writer, told) = storage(&elsewhere);
    writer.start().await;
    let mut document = document();
    tag(&mut document, 1);
    writer.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    let json = all_raw(&elsewhere, "documents").await.remove(0);
    assert_eq!(
        all_raw(&elsewhere, "texts").await.len(),
        1,
        "saving keeps what is searched"
    );

    let name = fresh("first version");
    make_first_version(&name, &document.id.0, &json).await;
    let (storage, told) = storage(&name);
    storage.start().await;
    let Action::LibraryLoaded(entries) = told.borrow()[0].clone() else {
        panic!("{told:?}");
    };
    assert_eq!(
        (entries[0].title.as_str(), entries[0].n_suggested),
        ("Old line", None)
    );
    storage.complete(vec![document.id.clone()]);
    let listed = wait_for(&told, |action| matches!(action, Action::Listed(_))).await;
    let Action::Listed(entry) = listed else {
        panic!("{listed:?}");
    };
    assert_eq!((entry.n_claims, entry.n_suggested), (1, Some(0)));
    assert_eq!(all_raw(&name, "texts").await.len(), 1);
    assert_eq!(
        all_raw(&name, "documents").await,
        [json],
        "the article itself is left as it was"
    );
    told.borrow_mut().clear();
    storage.load_texts();
    let is_all = |action: &Action| matches!(action, Action::Library(LibraryAction::Texts(_, true)));
    wait_for(&told, is_all).await;
    let is_it = |action: &Action| match action {
        Action::Library(LibraryAction::Texts(texts, _)) => {
            texts.iter().any(|(id, _)| *id == document.id)
        }
        _ => false,
    };
    assert!(told.borrow().iter().any(is_it), "{told:?}");
}

#[wasm_bindgen_test]
async fn several_deleted_articles_all_come_back() {
    let name = fresh("several");
    let (storage, told) = storage(&name);
    storage.start().await;
    let documents: Vec<Document> = ["One.", "Two.", "Three."]
        .map(|text| Document::new(Article::verbatim(text), Timestamp(7)))
        .into();
    for document in &documents {
        storage.keep(document);
        wait_for(
            &told,
            |action| matches!(action, Action::Saved { entry, .. } if entry.id == document.id),
        )
        .await;
    }
    let stored = all_raw(&name, "documents").await;
    storage.delete(&documents[0].id, documents[0].title());
    let others = documents[1..]
        .iter()
        .map(|document| (document.id.clone(), document.title()));
    storage.delete_all(others.collect());
    wait_for(
        &told,
        |action| matches!(action, Action::Deleted { id, .. } if *id == documents[2].id),
    )
    .await;
    assert!(all_raw(&name, "documents").await.is_empty());
    assert!(all_raw(&name, "texts").await.is_empty());
    let ids: Vec<_> = documents
        .iter()
        .map(|document| document.id.clone())
        .collect();
    storage.restore_all(&ids);
    wait_for(
        &told,
        |action| matches!(action, Action::Listed(entry) if entry.id == documents[2].id),
    )
    .await;
    assert_eq!(all_raw(&name, "documents").await, stored);
    assert_eq!(all_raw(&name, "texts").await.len(), 3);
}

/// The claims that were told of, by the words of each.
fn told_claims(action: &Action) -> Option<Vec<String>> {
    let articles = match action {
        Action::Worklist(WorklistAction::Loaded(articles)) => articles.as_slice(),
        Action::Worklist(WorklistAction::Put(article)) => std::slice::from_ref(article),
        _ => return None,
    };
    let claims = articles.iter().flat_map(|article| &article.claims);
    Some(claims.map(|claim| claim.words.clone()).collect())
}

#[wasm_bindgen_test]
async fn the_claims_of_an_article_are_written_with_it_go_with_it_and_come_back_with_it() {
    let name = fresh("claims");
    let (writer, told) = storage(&name);
    writer.start().await;
    let mut document = document();
    tag(&mut document, 2);
    writer.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    let words = document.article.slice(Span::new(3, 6)).to_owned();
    let is_it =
        |action: &Action| told_claims(action).is_some_and(|claims| claims == [words.as_str()]);

    let (reader, told) = storage(&name);
    reader.start().await;
    reader.load_claims();
    wait_for(&told, is_it).await;
    reader.delete(&document.id, document.title());
    wait_for(&told, |action| matches!(action, Action::Deleted { .. })).await;
    assert!(all_raw(&name, "claims").await.is_empty());
    told.borrow_mut().clear();
    reader.restore(&document.id);
    wait_for(&told, is_it).await;
    assert_eq!(all_raw(&name, "claims").await.len(), 1);
}

#[wasm_bindgen_test]
async fn the_claims_of_an_article_that_an_earlier_version_stored_are_made_when_they_are_asked_for()
{
    let name = fresh("claims left out");
    let (writer, told) = storage(&name);
    writer.start().await;
    let mut document = document();
    tag(&mut document, 2);
    writer.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    // What cannot be read is made again as what is missing is.
    put_raw(&name, "claims", &document.id.0, "99 of a later version").await;

    let (reader, told) = storage(&name);
    reader.start().await;
    reader.load_claims();
    let is_none = |action: &Action| told_claims(action).is_some_and(|claims| claims.is_empty());
    wait_for(&told, is_none).await;
    let is_one = |action: &Action| told_claims(action).is_some_and(|claims| claims.len() == 1);
    wait_for(&told, is_one).await;
    assert!(all_raw(&name, "claims").await[0].starts_with('1'));
}

#[wasm_bindgen_test]
async fn an_article_that_is_not_open_is_kept_in_a_new_version() {
    let name = fresh("closed");
    let (storage, told) = storage(&name);
    storage.start().await;
    let mut document = document();
    tag(&mut document, 2);
    storage.keep(&document);
    wait_for(&told, is_saved(document.revision)).await;
    storage.load_claims();
    wait_for(&told, |action| told_claims(action).is_some()).await;

    let Stored::Found(mut found) = storage.load(&document.id).await else {
        panic!("not found");
    };
    let id = found.annotations.claims().next().unwrap().0.id.clone();
    let done = ClaimChange::Progress(Progress::Done);
    found.change_claim(&id, done, Timestamp(99)).unwrap();
    let expected = found.annotations.clone();
    storage.keep_closed(*found);
    wait_for(&told, |action| match action {
        Action::Worklist(WorklistAction::Put(article)) => {
            article.claims[0].progress == Progress::Done
        }
        _ => false,
    })
    .await;
    let Stored::Found(back) = storage.load(&document.id).await else {
        panic!("not found");
    };
    assert_eq!(back.annotations, expected);
}
