//! Owns [`Document`]: the open article with its annotations, and how a person's edits change it.

use std::rc::Rc;

use hearsay_annotate::{
    Annotation, AnnotationId, AnnotationSet, ArticleKey, Body, Edit, EditError, History, Origin,
    Status, TagSet, Timestamp, fit_suggestions, merge_suggestions,
};
use hearsay_text::{Article, OffsetMap};

use super::review::is_engines;
use super::shown::{Shown, stands};
use super::{LibraryEntry, Settings, url_key};
use crate::t;

/// Characters of the first words that stand for a missing title.
const TITLE_CHARS: usize = 80;

/// Identity of an article in storage. Made from its words, so that opening the same text again finds the earlier work.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub String);

impl ArticleId {
    /// The identity of an article with this canonical text.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self(ArticleKey::of_text(text).to_urn())
    }
}

/// The open article with its annotations.
#[derive(Clone, Debug)]
pub struct Document {
    /// Identity in storage.
    pub id: ArticleId,
    /// The article; never changes.
    pub article: Rc<Article>,
    /// The maps between its offsets.
    pub offsets: Rc<OffsetMap>,
    /// Its annotations.
    pub annotations: Rc<AnnotationSet>,
    /// What can be undone and redone; lasts until another article is opened.
    pub history: Rc<History>,
    /// Grows with every change that is to be stored.
    pub revision: u64,
    /// When it was opened first.
    pub created: Timestamp,
    /// When a person changed it last.
    pub modified: Timestamp,
    /// When it was opened last.
    pub opened: Timestamp,
    /// The version before it, if it was opened as a newer one of an article that was there.
    pub earlier: Option<ArticleId>,
    /// Block that was first in view when the article was left; where reading goes on.
    pub place: usize,
    /// Whether the engine has gone through it.
    pub analysed: bool,
}

impl PartialEq for Document {
    /// The same version of the same article.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.revision == other.revision
            && Rc::ptr_eq(&self.annotations, &other.annotations)
            && Rc::ptr_eq(&self.article, &other.article)
    }
}

impl Document {
    /// A newly opened article, without annotations yet.
    #[must_use]
    pub fn new(article: Article, now: Timestamp) -> Self {
        Self {
            id: ArticleId::of_text(&article.text),
            offsets: Rc::new(OffsetMap::new(&article.text)),
            article: Rc::new(article),
            annotations: Rc::default(),
            history: Rc::default(),
            revision: 1,
            created: now,
            modified: now,
            opened: now,
            earlier: None,
            place: 0,
            analysed: false,
        }
    }

    /// The tags offered.
    #[must_use]
    pub fn tag_set(&self) -> &TagSet {
        self.annotations.tag_set()
    }

    /// The title; the first words when the article has none.
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(title) = &self.article.metadata.title {
            return title.clone();
        }
        let first = self.article.blocks.first().map(|block| block.span);
        let words = first.map_or("", |span| self.article.slice(span));
        match words.char_indices().nth(TITLE_CHARS) {
            None => words.to_owned(),
            Some((cut, _)) => {
                let kept = &words[..cut];
                let kept = kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole);
                [kept, "…"].concat()
            }
        }
    }

    /// Its line in the library.
    #[must_use]
    pub fn entry(&self) -> LibraryEntry {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        // What everybody sees who has set nothing: the list knows no settings.
        let settings = Settings::default();
        let shown = Shown::new(self, &settings);
        let quotes = self.annotations.quotes();
        let claims = self.annotations.claims();
        let suggested = self
            .annotations
            .claims()
            .filter(|(claim, _)| !stands(claim));
        let metadata = &self.article.metadata;
        let address = metadata
            .url
            .as_ref()
            .or(self.article.provenance.address.as_ref());
        LibraryEntry {
            id: self.id.clone(),
            title: self.title(),
            site: metadata.site.clone(),
            date: metadata.date.clone(),
            language: metadata.language.clone(),
            url_key: address.and_then(|address| url_key(address)),
            earlier: self.earlier.clone(),
            n_quotes: count(quotes.filter(|(quote, _)| shown.shows(quote)).count()),
            n_claims: count(claims.filter(|(claim, _)| stands(claim)).count()),
            n_suggested: Some(count(
                suggested.filter(|(claim, _)| shown.shows(claim)).count(),
            )),
            created: self.created,
            modified: self.modified,
            opened: self.opened,
            unreadable: None,
        }
    }

    /// Makes `edits` as one step of the history called `label`.
    ///
    /// # Errors
    ///
    /// [`EditError`] when one does not fit; the document is then as it was.
    pub fn edit(&mut self, label: &str, edits: Vec<Edit>, now: Timestamp) -> Result<(), EditError> {
        let set = Rc::make_mut(&mut self.annotations);
        let history = Rc::make_mut(&mut self.history);
        history.apply(set, label, edits)?;
        history.date(now);
        self.touch(now);
        Ok(())
    }

    /// Goes back or forth until `n_done` steps of the history are done, as far as there are that many; says by how many.
    ///
    /// # Errors
    ///
    /// [`EditError`] when a step no longer fits; those before it are made.
    pub fn step_to(&mut self, n_done: usize, now: Timestamp) -> Result<usize, EditError> {
        let mut n_steps = 0;
        while self.history.n_done() > n_done && self.undo(now)?.is_some() {
            n_steps += 1;
        }
        while self.history.n_done() < n_done && self.redo(now)?.is_some() {
            n_steps += 1;
        }
        Ok(n_steps)
    }

    /// Takes the last step back; its label, or `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the step no longer fits.
    pub fn undo(&mut self, now: Timestamp) -> Result<Option<String>, EditError> {
        let set = Rc::make_mut(&mut self.annotations);
        let label = Rc::make_mut(&mut self.history).undo(set)?;
        if label.is_some() {
            self.touch(now);
        }
        Ok(label)
    }

    /// Makes the step again that was taken back last; its label, or `None` when there is none.
    ///
    /// # Errors
    ///
    /// [`EditError`] when the step no longer fits.
    pub fn redo(&mut self, now: Timestamp) -> Result<Option<String>, EditError> {
        let set = Rc::make_mut(&mut self.annotations);
        let label = Rc::make_mut(&mut self.history).redo(set)?;
        if label.is_some() {
            self.touch(now);
        }
        Ok(label)
    }

    /// Takes in what the engine suggests. Not a step of the history, and not a person's change.
    pub fn suggest(&mut self, mut suggestions: Vec<Annotation>) {
        fit_suggestions(&mut suggestions, self.tag_set());
        merge_suggestions(Rc::make_mut(&mut self.annotations), suggestions);
        self.analysed = true;
        self.revision += 1;
    }

    /// Decides about an annotation.
    ///
    /// # Errors
    ///
    /// [`EditError`] when it is gone.
    pub fn decide(
        &mut self,
        id: &AnnotationId,
        status: Status,
        now: Timestamp,
    ) -> Result<(), EditError> {
        let known = self.annotations.get(id);
        let is_claim = known.is_some_and(|known| matches!(known.body, Body::Claim(_)));
        let label = match (status, is_claim) {
            (Status::Accepted, false) => t!("step-accept-quote"),
            (Status::Rejected, false) => t!("step-reject-quote"),
            (Status::Accepted, true) => t!("step-accept-claim"),
            (Status::Rejected, true) if known.is_some_and(stands) => t!("step-remove-claim"),
            (Status::Rejected, true) => t!("step-dismiss-claim"),
            (Status::Suggested, _) => t!("step-take-back"),
        };
        self.change(id, &label, now, |annotation| annotation.status = status)
    }

    /// Removes a claim; rejects what the engine suggested, so that it isn't suggested again.
    ///
    /// # Errors
    ///
    /// [`EditError`] when it is gone.
    pub fn remove(&mut self, id: &AnnotationId, now: Timestamp) -> Result<(), EditError> {
        match self.annotations.get(id) {
            // What the engine found stays the engine's, whatever a person has changed about it since.
            Some(annotation) if annotation.origin == Origin::Engine || is_engines(annotation) => {
                self.decide(id, Status::Rejected, now)
            }
            Some(Annotation {
                body: Body::Claim(_),
                ..
            }) => self.edit(
                &t!("step-remove-claim"),
                vec![Edit::Remove(id.clone())],
                now,
            ),
            _ => self.edit(
                &t!("step-remove-annotation"),
                vec![Edit::Remove(id.clone())],
                now,
            ),
        }
    }

    /// Replaces an annotation by a changed one, as one step; no step when nothing changes.
    fn change(
        &mut self,
        id: &AnnotationId,
        label: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) -> Result<(), EditError> {
        let old = self
            .annotations
            .get(id)
            .ok_or_else(|| EditError::NotThere { id: id.clone() })?;
        let mut new = old.clone();
        change(&mut new);
        if new == *old {
            return Ok(());
        }
        new.modified = now;
        self.edit(label, vec![Edit::Replace(new)], now)
    }

    fn touch(&mut self, now: Timestamp) {
        self.modified = now;
        self.revision += 1;
    }
}
