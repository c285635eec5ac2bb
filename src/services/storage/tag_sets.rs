//! Owns the tag sets that are stored, and changing the tag set of stored articles: all of them or none, and back again.

use std::rc::Rc;

use hearsay_annotate::{Becomes, Mapping, TagSet, Timestamp, apply_all, migrate};
use wasm_bindgen::prelude::*;

use super::claims::put_claims;
use super::database::{Database, StorageError, Store, Transaction};
use super::record::{read_document, read_entry, write_document, write_entry};
use super::{Storage, because};
use crate::state::{Action, ArticleId, Document, LibraryAction, Others, SearchText, WorkArticle};

/// A change of tag set, for articles that are not open.
pub struct Change {
    /// The set of after.
    pub new: TagSet,
    /// What becomes of tags and verdicts.
    pub mapping: Mapping,
    /// When.
    pub now: Timestamp,
}

/// An article as it was before its tag set was changed.
pub(super) struct Before {
    id: ArticleId,
    /// The record of before.
    was: Kept,
    /// The record of after: what is to be found where nobody changed it since.
    is: String,
}

/// Where an article was found.
enum Kept {
    Stored(JsValue),
    /// Not durable: there is no storage, or it is on its way.
    Unsaved(Box<Document>),
}

impl Storage {
    /// The tag sets that the person made; what cannot be read is left as it is and not listed.
    pub async fn tag_sets(&self) -> Vec<TagSet> {
        let read = async {
            let database = self.database().await?;
            let transaction = database.read(&[Store::TagSets])?;
            transaction.all(Store::TagSets).await
        };
        let stored: Result<_, StorageError> = read.await;
        let sets = stored.unwrap_or_default().into_iter();
        sets.filter_map(|(_, json)| TagSet::from_file(&json.as_string()?).ok())
            .collect()
    }

    /// Keeps a tag set; durable when this is done. Without storage it is kept in memory alone.
    ///
    /// # Errors
    ///
    /// Why it is not, and what to do.
    pub async fn keep_tag_set(&self, set: &TagSet) -> Result<(), String> {
        let json = JsValue::from_str(&set.to_file());
        self.with_tag_sets(|transaction| transaction.put(Store::TagSets, &set.id, &json))
            .await
    }

    /// Forgets a tag set.
    ///
    /// # Errors
    ///
    /// Why it is still there, and what to do.
    pub async fn forget_tag_set(&self, id: &str) -> Result<(), String> {
        self.with_tag_sets(|transaction| transaction.delete(Store::TagSets, id))
            .await
    }

    async fn with_tag_sets(
        &self,
        write: impl FnOnce(&Transaction) -> Result<(), StorageError>,
    ) -> Result<(), String> {
        let written = async {
            let database = self.database().await?;
            let transaction = database.write(&[Store::TagSets])?;
            write(&transaction)?;
            transaction.done().await
        };
        match written.await {
            Ok(()) | Err(StorageError::Unavailable(_)) => Ok(()),
            Err(error) => Err(because(&error)),
        }
    }

    /// Of `ids`, the articles that use the tag set of that id, and what has its tags and verdicts in all of them.
    pub async fn tag_set_uses(&self, old: &TagSet, ids: Vec<ArticleId>) -> Others {
        let (mut used, mut tags, mut verdicts) = (Vec::new(), Vec::new(), Vec::new());
        for id in ids {
            let document = match self.for_change(&id, &old.id).await {
                Ok(Some((document, _))) => document,
                Ok(None) => continue,
                Err(error) => return Others::Failed(because(&error)),
            };
            // Mapped to itself, for the counts.
            let uses = migrate(
                &document.annotations,
                old,
                &Mapping::default(),
                Timestamp(0),
            );
            add(&mut tags, uses.tags);
            add(&mut verdicts, uses.verdicts);
            used.push(id);
        }
        Others::Counted {
            ids: used,
            tags: ordered(tags, old.tags.iter().map(|tag| &tag.id)),
            verdicts: ordered(verdicts, old.verdicts.iter().map(|verdict| &verdict.id)),
        }
    }

    /// Gives articles that use the tag set of the id `old` another, in one transaction: all or none. Those of an earlier
    /// change can then no longer be taken back.
    ///
    /// # Errors
    ///
    /// Why nothing was changed, and what to do.
    pub async fn change_tag_set(
        self: &Rc<Self>,
        ids: &[ArticleId],
        old: &str,
        change: &Change,
    ) -> Result<Vec<ArticleId>, String> {
        let failed = |error: StorageError| because(&error);
        let transaction = self.begin().await.map_err(failed)?;
        let (mut before, mut changed) = (Vec::new(), Vec::new());
        for id in ids {
            let found = self.find(transaction.as_ref(), id, old).await;
            let Some((mut document, was)) = found.map_err(failed)? else {
                continue;
            };
            let set = Rc::make_mut(&mut document.annotations);
            let migration = migrate(set, &change.new, &change.mapping, change.now);
            if apply_all(migration.edits, set).is_err() {
                continue;
            }
            document.modified = change.now;
            document.revision += 1;
            let is = write_document(&document);
            if let Some(transaction) = &transaction {
                put(transaction, &document, &is).await.map_err(failed)?;
            }
            before.push(Before {
                id: id.clone(),
                was,
                is,
            });
            changed.push(document);
        }
        if let Some(transaction) = transaction {
            transaction.done().await.map_err(failed)?;
        }
        *self.before.borrow_mut() = before;
        let ids = changed.iter().map(|document| document.id.clone());
        let ids = ids.collect();
        changed
            .into_iter()
            .for_each(|document| self.tell_of(document));
        Ok(ids)
    }

    /// Puts articles back as they were before [`Storage::change_tag_set`]; what was changed since stays as it is. Says how many
    /// of them did.
    ///
    /// # Errors
    ///
    /// Why nothing was put back, and what to do.
    pub async fn restore_tag_set(self: &Rc<Self>) -> Result<usize, String> {
        let failed = |error: StorageError| because(&error);
        let taken = self.before.take();
        let transaction = self.begin().await.map_err(failed)?;
        let (mut restored, mut n_kept) = (Vec::new(), 0);
        for before in &taken {
            let now = self.find(transaction.as_ref(), &before.id, "").await;
            let Some((document, _)) = now.map_err(failed)? else {
                continue;
            };
            if write_document(&document) != before.is {
                n_kept += 1;
                continue;
            }
            let was = match &before.was {
                Kept::Stored(json) => read_document(&json.as_string().unwrap_or_default()).ok(),
                Kept::Unsaved(document) => Some(document.as_ref().clone()),
            };
            let Some(mut was) = was else {
                continue;
            };
            was.revision = document.revision + 1;
            if let Some(transaction) = &transaction {
                let json = write_document(&was);
                put(transaction, &was, &json).await.map_err(failed)?;
            }
            restored.push(was);
        }
        if let Some(transaction) = transaction
            && let Err(error) = transaction.done().await
        {
            *self.before.borrow_mut() = taken;
            return Err(failed(error));
        }
        restored
            .into_iter()
            .for_each(|document| self.tell_of(document));
        Ok(n_kept)
    }

    /// A transaction that changes articles; none where there is no storage.
    async fn begin(&self) -> Result<Option<Transaction>, StorageError> {
        match self.database().await {
            Ok(database) => change_articles(&database).map(Some),
            Err(StorageError::Unavailable(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn for_change(
        &self,
        id: &ArticleId,
        old: &str,
    ) -> Result<Option<(Document, Kept)>, StorageError> {
        let transaction = match self.database().await {
            Ok(database) => Some(database.read(&[Store::Documents, Store::Entries])?),
            Err(StorageError::Unavailable(_)) => None,
            Err(error) => return Err(error),
        };
        self.find(transaction.as_ref(), id, old).await
    }

    /// The latest version of an article, if it can be read and uses the tag set of the id `old`; empty for any.
    async fn find(
        &self,
        transaction: Option<&Transaction>,
        id: &ArticleId,
        old: &str,
    ) -> Result<Option<(Document, Kept)>, StorageError> {
        let stored = match transaction {
            Some(transaction) => transaction.get(Store::Documents, &id.0).await?,
            None => None,
        };
        let uses = |document: &Document| old.is_empty() || document.tag_set().id == old;
        if let Some(document) = self.unsaved.borrow().get(id) {
            let kept = Kept::Unsaved(Box::new(document.clone()));
            return Ok(uses(document).then(|| (document.clone(), kept)));
        }
        let Some(json) = stored.as_ref().and_then(JsValue::as_string) else {
            return Ok(None);
        };
        // Most of a library may use another: their records are not read whole.
        if !json.contains(old) {
            return Ok(None);
        }
        let document = read_document(&json).ok().filter(uses);
        Ok(document.zip(stored.map(Kept::Stored)))
    }

    /// Tells of an article that was changed in storage; where that has not come to it yet, the new version is what goes there.
    fn tell_of(&self, document: Document) {
        let text = SearchText::of(&document);
        self.tell(Action::Library(LibraryAction::Text(
            document.id.clone(),
            text,
        )));
        self.tell(Action::Listed(Box::new(document.entry())));
        self.tell_claims(WorkArticle::of(&document));
        let mut unsaved = self.unsaved.borrow_mut();
        if unsaved.get(&document.id).is_some() {
            unsaved.put(document);
        }
    }
}

fn change_articles(database: &Database) -> Result<Transaction, StorageError> {
    database.write(&[
        Store::Documents,
        Store::Entries,
        Store::Texts,
        Store::Claims,
    ])
}

async fn put(
    transaction: &Transaction,
    document: &Document,
    json: &str,
) -> Result<(), StorageError> {
    let id = &document.id.0;
    let line = transaction.get(Store::Entries, id).await?;
    let mut entry = document.entry();
    if let Some(line) = line.and_then(|line| line.as_string()) {
        entry.opened = read_entry(id, &line).opened;
    }
    for (store, value) in [
        (Store::Documents, json),
        (Store::Entries, &write_entry(&entry)),
        (Store::Texts, &SearchText::of(document).to_line()),
    ] {
        transaction.put(store, id, &JsValue::from_str(value))?;
    }
    put_claims(transaction, &WorkArticle::of(document))
}

/// Adds counts to those of other articles.
fn add<Id: PartialEq>(sums: &mut Vec<Becomes<Id>>, counts: Vec<Becomes<Id>>) {
    for count in counts {
        match sums.iter_mut().find(|sum| sum.from == count.from) {
            Some(sum) => {
                sum.n_claims += count.n_claims;
                sum.n_quotes += count.n_quotes;
                sum.n_suggested += count.n_suggested;
            }
            None => sums.push(count),
        }
    }
}

/// Those of `ids`, in their order.
fn ordered<'a, Id: PartialEq + 'a>(
    mut sums: Vec<Becomes<Id>>,
    ids: impl Iterator<Item = &'a Id>,
) -> Vec<Becomes<Id>> {
    ids.filter_map(|id| {
        let at = sums.iter().position(|sum| sum.from == *id)?;
        Some(sums.swap_remove(at))
    })
    .collect()
}
