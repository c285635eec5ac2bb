//! Owns the list of stored articles: what it holds, and which are shown in what order.

use std::collections::BTreeMap;
use std::rc::Rc;

use hearsay_annotate::Timestamp;

use super::search::{Question, SearchText, Searchable, fold};
use super::{ArticleId, published};
use crate::t;

/// The list of stored articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// Entries, the one changed last first.
    pub entries: Loadable<Rc<Vec<LibraryEntry>>>,
    /// Which of them are shown, and in what order.
    pub wanted: Wanted,
    /// What is searched of them.
    pub texts: Texts,
}

/// What is searched of the articles; fetched when somebody first searches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    /// Whether it was fetched, is being fetched, or cannot be.
    pub state: TextsState,
    /// What there is.
    pub by_id: Rc<BTreeMap<ArticleId, Rc<Searchable>>>,
}

/// Whether what is searched is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TextsState {
    /// Nobody searched yet.
    #[default]
    Unasked,
    /// On its way: what is found so far may not be all.
    Loading,
    /// There.
    Ready,
    /// It cannot be had; why, and what to do.
    Failed(String),
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
    /// Its language.
    pub language: Option<String>,
    /// What all its versions have in common, see [`super::url_key`].
    pub url_key: Option<String>,
    /// The version before it, if it was opened as a newer one.
    pub earlier: Option<ArticleId>,
    /// Quotes that were not rejected.
    pub n_quotes: u32,
    /// Claims.
    pub n_claims: u32,
    /// Claims that the engine finds worth checking and nobody decided about; `None` when the line was written by a Hearsay
    /// that did not count them, and is to be made again.
    pub n_suggested: Option<u32>,
    /// When it was opened first.
    pub created: Timestamp,
    /// When a person changed it last.
    pub modified: Timestamp,
    /// When it was opened last.
    pub opened: Timestamp,
    /// Why it cannot be opened, if so (unreadable, or written by a newer Hearsay); it is kept as it is.
    pub unreadable: Option<String>,
}

/// Which articles are wanted, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words that must occur.
    pub query: String,
    /// The order.
    pub sort: Sort,
    /// Only those with claims.
    pub with_claims: bool,
    /// Only those with suggestions that nobody decided about.
    pub with_suggestions: bool,
    /// Only those that cannot be opened.
    pub unreadable: bool,
    /// Only those of this site.
    pub site: Option<String>,
    /// Only those in this language.
    pub language: Option<String>,
}

/// An order of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The one changed last first.
    #[default]
    Changed,
    /// The one opened last first.
    Opened,
    /// The one published last first; those without a date last.
    Published,
    /// By title.
    Title,
    /// By site; those without last.
    Site,
    /// The one with most claims first.
    Claims,
    /// The one with most open suggestions first.
    Suggestions,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Changed,
        Self::Opened,
        Self::Published,
        Self::Title,
        Self::Site,
        Self::Claims,
        Self::Suggestions,
    ];

    /// Name in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Opened => "opened",
            Self::Published => "published",
            Self::Title => "title",
            Self::Site => "site",
            Self::Claims => "claims",
            Self::Suggestions => "suggestions",
        }
    }

    /// Name as shown.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Changed => t!("library-sort-changed"),
            Self::Opened => t!("library-sort-opened"),
            Self::Published => t!("library-sort-published"),
            Self::Title => t!("library-sort-title"),
            Self::Site => t!("library-sort-site"),
            Self::Claims => t!("library-sort-claims"),
            Self::Suggestions => t!("library-sort-suggestions"),
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// Something that happens to the list.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryAction {
    /// Others are wanted, or in another order.
    Want(Wanted),
    /// What is searched is being fetched.
    TextsAsked,
    /// Some of what is searched is there; whether that is all.
    Texts(Vec<(ArticleId, Rc<Searchable>)>, bool),
    /// What is searched cannot be had; why, and what to do.
    TextsFailed(String),
    /// What is searched of one article is another.
    Text(ArticleId, SearchText),
}

impl LibraryEntry {
    /// What a search finds in the line itself.
    #[must_use]
    pub fn line(&self) -> String {
        [&self.title, "\n", self.site.as_deref().unwrap_or_default()].concat()
    }
}

impl Wanted {
    /// Whether some are hidden by choice.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        let all = Self {
            sort: self.sort,
            ..Self::default()
        };
        *self != all
    }

    fn allows(&self, entry: &LibraryEntry) -> bool {
        (!self.with_claims || entry.n_claims > 0)
            && (!self.with_suggestions || entry.n_suggested.unwrap_or_default() > 0)
            && (!self.unreadable || entry.unreadable.is_some())
            && (self.site.is_none() || self.site == entry.site)
            && (self.language.is_none() || self.language == entry.language)
    }
}

impl Library {
    /// Does what `action` says.
    pub fn apply(&mut self, action: LibraryAction) {
        match action {
            LibraryAction::Want(wanted) => self.wanted = wanted,
            LibraryAction::TextsAsked => self.texts.state = TextsState::Loading,
            LibraryAction::Texts(texts, all) => {
                Rc::make_mut(&mut self.texts.by_id).extend(texts);
                if all {
                    self.texts.state = TextsState::Ready;
                }
            }
            LibraryAction::TextsFailed(message) => self.texts.state = TextsState::Failed(message),
            LibraryAction::Text(id, text) => {
                // Before anybody searches, it is fetched with the rest.
                if self.texts.state != TextsState::Unasked {
                    let by_id = Rc::make_mut(&mut self.texts.by_id);
                    by_id.insert(id, Rc::new(Searchable::from(text)));
                }
            }
        }
    }

    /// The articles that are wanted, in the order wanted: versions of one article together, the newest first, at the
    /// place of the one that comes first.
    #[must_use]
    pub fn listed(&self) -> Vec<Vec<LibraryEntry>> {
        let Loadable::Ready(entries) = &self.entries else {
            return Vec::new();
        };
        let question = Question::new(&self.wanted.query);
        let mut found: Vec<&LibraryEntry> = entries
            .iter()
            .filter(|entry| self.wanted.allows(entry))
            .filter(|entry| {
                question.is_empty()
                    || question.finds(&entry.line(), self.texts.by_id.get(&entry.id))
            })
            .collect();
        sort(&mut found, self.wanted.sort);
        // Of the same type as other maps, which weighs less than one more.
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut groups: Vec<Vec<LibraryEntry>> = Vec::new();
        for entry in found {
            let place = match &entry.url_key {
                Some(key) => *places.entry(key.clone()).or_insert(groups.len()),
                None => groups.len(),
            };
            match groups.get_mut(place) {
                Some(group) => group.push(entry.clone()),
                None => groups.push(vec![entry.clone()]),
            }
        }
        for group in groups.iter_mut().filter(|group| group.len() > 1) {
            let keys = group
                .iter()
                .map(|entry| (last(entry.created), entry.id.0.clone()));
            *group = ordered(group, keys.collect())
                .into_iter()
                .cloned()
                .collect();
        }
        groups
    }

    /// The newest stored version of the article at the address with this key.
    #[must_use]
    pub fn newest_at(&self, url_key: &str) -> Option<&LibraryEntry> {
        let Loadable::Ready(entries) = &self.entries else {
            return None;
        };
        let versions = entries.iter().filter(|entry| {
            entry.url_key.as_deref() == Some(url_key) && entry.unreadable.is_none()
        });
        versions.max_by_key(|entry| entry.created)
    }

    /// Sites and languages that occur, each with how often, in alphabetical order.
    #[must_use]
    pub fn kinds(&self) -> (BTreeMap<String, usize>, BTreeMap<String, usize>) {
        let (mut sites, mut languages) = (BTreeMap::new(), BTreeMap::new());
        if let Loadable::Ready(entries) = &self.entries {
            for entry in entries.iter() {
                if let Some(site) = &entry.site {
                    *sites.entry(site.clone()).or_default() += 1;
                }
                if let Some(language) = &entry.language {
                    *languages.entry(language.clone()).or_default() += 1;
                }
            }
        }
        (sites, languages)
    }

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
    pub fn set(&mut self, entries: Vec<LibraryEntry>) {
        let keys = entries
            .iter()
            .map(|entry| (last(entry.modified), entry.id.0.clone()));
        let entries = ordered(&entries, keys.collect())
            .into_iter()
            .cloned()
            .collect();
        self.entries = Loadable::Ready(Rc::new(entries));
    }
}

/// What something is ordered by: a number first, then words.
type Key = (u64, String);

/// `things` in ascending order of their keys; what is equal stays as it was. The one sort of the library, because each
/// more would weigh kilobytes.
pub(super) fn ordered<T>(things: &[T], keys: Vec<Key>) -> Vec<&T> {
    let mut keys: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
    keys.sort_unstable();
    keys.iter()
        .filter_map(|(_, nth)| things.get(*nth))
        .collect()
}

/// A number that is the less the later the time is.
pub(super) const fn last(time: Timestamp) -> u64 {
    u64::MAX - time.0
}

/// Sorts; what is equal stays with the one changed last first.
fn sort(entries: &mut Vec<&LibraryEntry>, by: Sort) {
    let most = |n: u32| (u64::from(u32::MAX - n), String::new());
    let keys = entries.iter().map(|entry| match by {
        Sort::Changed => (0, String::new()),
        Sort::Opened => (last(entry.opened), String::new()),
        Sort::Published => {
            let date = entry.date.as_deref().and_then(published);
            let (year, month, day) = date.unwrap_or_default();
            most(10_000 * year + 100 * month + day)
        }
        Sort::Title => (0, fold(&entry.title)),
        Sort::Site => match &entry.site {
            Some(site) => (0, fold(site)),
            None => (1, String::new()),
        },
        Sort::Claims => most(entry.n_claims),
        Sort::Suggestions => most(entry.n_suggested.unwrap_or_default()),
    });
    let keys = keys.collect();
    let sorted = ordered(entries, keys).into_iter().copied().collect();
    *entries = sorted;
}
