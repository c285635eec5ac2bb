//! Owns the list of stored articles, as it is shown.

use std::rc::Rc;

use hearsay_annotate::Timestamp;

use super::ArticleId;

/// The list of stored articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// Entries, the one changed last first.
    pub entries: Loadable<Rc<Vec<LibraryEntry>>>,
}

/// Data that is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Loadable<T> {
    /// On its way.
    #[default]
    Loading,
    /// There.
    Ready(T),
    /// It cannot be had; why, and what to do.
    Failed(String),
}

/// One stored article, as the library lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntry {
    /// Which article.
    pub id: ArticleId,
    /// Its title, or its first words.
    pub title: String,
    /// Name of the site or publication.
    pub site: Option<String>,
    /// Publication date, as printed.
    pub date: Option<String>,
    /// Quotes that were not rejected.
    pub n_quotes: u32,
    /// Claims.
    pub n_claims: u32,
    /// When it was opened first.
    pub created: Timestamp,
    /// When a person changed it last.
    pub modified: Timestamp,
    /// Why it cannot be opened, if so (unreadable, or written by a newer Hearsay); it is kept as it is.
    pub unreadable: Option<String>,
}

impl Library {
    /// Puts `entry` in the place of the one with its id, or adds it; the list stays ordered.
    pub fn put(&mut self, entry: LibraryEntry) {
        let mut entries = match &self.entries {
            Loadable::Ready(entries) => entries.as_ref().clone(),
            Loadable::Loading | Loadable::Failed(_) => Vec::new(),
        };
        entries.retain(|other| other.id != entry.id);
        entries.push(entry);
        self.set(entries);
    }

    /// Takes the entry of that id off the list.
    pub fn remove(&mut self, id: &ArticleId) {
        if let Loadable::Ready(entries) = &self.entries {
            let mut entries = entries.as_ref().clone();
            entries.retain(|entry| entry.id != *id);
            self.set(entries);
        }
    }

    /// Takes in the list as storage has it. An article stored while the list was being read stays on it.
    pub fn loaded(&mut self, mut entries: Vec<LibraryEntry>) {
        if let Loadable::Ready(known) = &self.entries {
            let new = |entry: &&LibraryEntry| entries.iter().all(|other| other.id != entry.id);
            let missing: Vec<_> = known.iter().filter(new).cloned().collect();
            entries.extend(missing);
        }
        self.set(entries);
    }

    /// Replaces the list.
    pub fn set(&mut self, mut entries: Vec<LibraryEntry>) {
        entries.sort_by(|a, b| b.modified.cmp(&a.modified).then_with(|| a.id.cmp(&b.id)));
        self.entries = Loadable::Ready(Rc::new(entries));
    }
}
