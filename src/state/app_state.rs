//! Owns [`AppState`] and what each [`Action`] does to it.

use std::rc::Rc;

use hearsay_annotate::{EditError, Status as Decision, Timestamp};
use yew::Reducible;

use super::{
    Action, Agreeing, Comparing, Document, EngineStatus, Filter, Layout, Library, Loadable,
    NoticeAction, NoticeKind, NoticePlace, Notices, Opening, RequestId, SaveState, Seeing,
    Selection, Settings, Slice, Status, TagSets, View, Worklist,
};
use crate::t;

/// All the app knows, in parts by rate of change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// The open article, if any.
    pub document: Slice<Option<Document>>,
    /// What is chosen in it.
    pub selection: Slice<Selection>,
    /// What there is to say while something is being opened.
    pub opening: Slice<Opening>,
    /// The list of stored articles.
    pub library: Slice<Library>,
    /// Two articles that are compared.
    pub comparing: Slice<Comparing>,
    /// The claims of all articles.
    pub worklist: Slice<Worklist>,
    /// The tag sets that a person has.
    pub tag_sets: Slice<TagSets>,
    /// Annotators of one article beside each other.
    pub agreeing: Slice<Agreeing>,
    /// What of the annotations is shown.
    pub seeing: Slice<Seeing>,
    /// Which list of the panel shows, what is over the page.
    pub layout: Slice<Layout>,
    /// Page shown, engine's work, save state.
    pub status: Slice<Status>,
    /// What the app tells the person.
    pub notices: Slice<Notices>,
    /// What the person has set to their liking.
    pub settings: Slice<Settings>,
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = self.as_ref().clone();
        state.apply(action);
        // The very same value tells Yew that nothing is to be redrawn.
        if state == *self { self } else { Rc::new(state) }
    }
}

impl AppState {
    /// Does what `action` says.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::OpenRequested { request, what } => {
                self.clear_notice(NoticePlace::Open);
                self.opening.set(Opening::default());
                self.set_engine(EngineStatus::Opening { request, what });
            }
            Action::Opened {
                request,
                document,
                analysing,
                stored,
                remark,
            } => {
                if self.awaits(request) {
                    self.open(*document, request, analysing, stored, remark);
                }
            }
            Action::OpenFailed {
                request,
                place,
                message,
            } => {
                if request.is_none_or(|request| self.awaits(request)) {
                    if request.is_some() {
                        self.set_engine(EngineStatus::Idle);
                    }
                    self.notify(NoticeKind::Error, place, message, None);
                }
            }
            Action::AnalysisRequested { request } => {
                self.clear_notice(NoticePlace::Article);
                self.set_engine(EngineStatus::Analysing { request });
            }
            Action::Suggested {
                request,
                suggestions,
            } => {
                if self.awaits(request) {
                    self.set_engine(EngineStatus::Idle);
                    self.with_document(|document| document.suggest(suggestions));
                    self.drop_lost_focus();
                }
            }
            Action::AnalysisFailed { request, message } => {
                if self.awaits(request) {
                    self.set_engine(EngineStatus::Failed(message.clone()));
                    let retry = Some(NoticeAction::RetryAnalysis);
                    self.notify(NoticeKind::Error, NoticePlace::Article, message, retry);
                }
            }
            Action::Opening(action) => self.apply_opening(action),
            Action::Review(action) => self.apply_review(action),
            Action::Cast(action) => self.apply_cast(action),
            Action::Claim(action) => self.apply_claim(action),
            Action::Worklist(action) => self.apply_worklist(action),
            Action::TagSets(action) => self.apply_tag_sets(action),
            Action::Agreement(action) => self.apply_agreement(action),
            Action::Seeing(action) => self.apply_seeing(action),
            Action::Layout(action) => {
                let mut layout = self.layout.as_ref_clone();
                layout.apply(action);
                self.layout.set(layout);
            }
            Action::Show(view) => self.show(view),
            Action::Focus(id, from) => {
                if !self.keeps_editing(id.as_ref(), from) {
                    self.focus(id, from);
                }
            }
            Action::FocusNext { back, suggested } => self.focus_next(back, suggested),
            Action::SelectWords(words) => {
                let mut selection = self.selection.as_ref_clone();
                selection.words = words.filter(|span| !span.is_empty());
                selection.words_by_keyboard = false;
                self.selection.set(selection);
            }
            Action::MoveWords { how, near } => self.move_words(how, near),
            Action::Tag { tag, stamp } => self.tag(tag, stamp),
            Action::Remove { id, now } => {
                self.edit(|document| document.remove(&id, now));
                self.tell_undoable();
            }
            Action::Accept { id, now } => {
                self.edit(|document| document.decide(&id, Decision::Accepted, now));
            }
            Action::Reject { id, now } => {
                self.edit(|document| document.decide(&id, Decision::Rejected, now));
                self.tell_undoable();
            }
            Action::Imported {
                edits,
                summary,
                now,
            } => {
                let undo = (!edits.is_empty()).then_some(NoticeAction::Undo);
                let done = undo.is_none()
                    || self.edit(|document| document.edit(&t!("step-import"), edits, now));
                if done {
                    let (kind, place) = (NoticeKind::Success, NoticePlace::Import);
                    self.notify(kind, place, summary, undo);
                }
            }
            Action::Undo { now } => self.step(false, |document| document.undo(now)),
            Action::Redo { now } => self.step(true, |document| document.redo(now)),
            Action::StepTo { n_done, now } => self.step_to(n_done, now),
            Action::Saved { entry, revision } => {
                let current = self.document.as_ref();
                if current.is_some_and(|open| open.id == entry.id && open.revision == revision) {
                    self.set_save_unless_unavailable(SaveState::Saved);
                    self.clear_notice(NoticePlace::Storage);
                }
                self.library.make_mut().put(*entry);
            }
            Action::SaveFailed { id, message } => {
                if self.document.as_ref().is_some_and(|open| open.id == id) {
                    self.set_save(SaveState::NotSaved {
                        message: message.clone(),
                    });
                }
                let retry = Some(NoticeAction::RetrySave);
                self.notify(NoticeKind::Error, NoticePlace::Storage, message, retry);
            }
            Action::SaveRetried => {
                self.clear_notice(NoticePlace::Storage);
                self.set_save(SaveState::Saving);
            }
            Action::StorageUnavailable { reason } => {
                self.set_save(SaveState::Unavailable {
                    reason: reason.clone(),
                });
                self.notify(NoticeKind::Warning, NoticePlace::Storage, reason, None);
                if matches!(self.library.entries, Loadable::Loading) {
                    self.library.make_mut().set(Vec::new());
                }
            }
            Action::LibraryLoaded(entries) => self.library.make_mut().loaded(entries),
            Action::LibraryFailed(message) => {
                self.library.make_mut().entries = Loadable::Failed(message);
            }
            Action::Deleted { id, title } => self.deleted(&id, &title),
            Action::Library(action) => self.library.make_mut().apply(action),
            Action::Compare(comparing) => self.compare(comparing),
            Action::Listed(entry) => self.library.make_mut().put(*entry),
            Action::Started => self.started(),
            Action::SettingsLoaded(mut settings) => {
                settings.filters = self.settings.filters.clone();
                self.settings.set(settings);
            }
            Action::SetProxy(proxy) => self.settings.make_mut().proxy = proxy,
            Action::SetTheme(theme) => {
                let mut settings = self.settings.as_ref_clone();
                settings.theme = theme;
                self.settings.set(settings);
            }
            Action::SetLanguage(language) => self.settings.make_mut().language = language,
            Action::Spoken(language) => {
                let mut status = self.status.as_ref_clone();
                status.language = language;
                self.status.set(status);
            }
            Action::SetLetterKeys(on) => self.settings.make_mut().letter_keys = on,
            Action::ShowKind { kind, shown } => {
                let mut settings = self.settings.as_ref_clone();
                settings
                    .hidden_kinds
                    .retain(|hidden| *hidden != kind.name());
                if !shown {
                    settings.hidden_kinds.push(kind.name());
                }
                self.settings.set(settings);
                self.drop_lost_focus();
            }
            Action::Filter(filter) => {
                let mut settings = self.settings.as_ref_clone();
                match filter {
                    Filter::Unsaid(shown) => settings.shows_unsaid = shown,
                    Filter::Threshold(percent) => settings.threshold = percent.min(100),
                    Filter::Suggestions(shown) => settings.suggests_claims = shown,
                    Filter::ByScore(ranked) => settings.claims_by_score = ranked,
                }
                self.settings.set(settings);
                self.drop_lost_focus();
            }
            Action::Notify {
                kind,
                place,
                text,
                action,
            } => self.notify(kind, place, text, action),
            Action::Dismiss(id) => self.notices.make_mut().dismiss(id),
        }
    }

    /// Whether the answer to `request` is still awaited.
    pub(super) fn awaits(&self, request: RequestId) -> bool {
        self.status.engine.awaited() == Some(request)
    }

    pub(super) fn set_engine(&mut self, engine: EngineStatus) {
        let mut status = self.status.as_ref_clone();
        status.engine = engine;
        self.status.set(status);
    }

    fn set_save(&mut self, save: SaveState) {
        let mut status = self.status.as_ref_clone();
        status.save = save;
        self.status.set(status);
    }

    pub(super) fn clear_notice(&mut self, place: NoticePlace) {
        if self.notices.at(place).is_some() {
            self.notices.make_mut().clear(place);
        }
    }

    pub(super) fn notify(
        &mut self,
        kind: NoticeKind,
        place: NoticePlace,
        text: impl Into<String>,
        action: Option<NoticeAction>,
    ) {
        self.notices.make_mut().show(kind, place, text, action);
    }

    fn open(
        &mut self,
        document: Document,
        request: RequestId,
        analysing: bool,
        stored: bool,
        remark: Option<String>,
    ) {
        let known = self.document.as_ref().map(|open| open.id.clone());
        if known.as_ref() != Some(&document.id) {
            self.see_afresh();
        }
        self.document = Slice::new(Some(document));
        self.selection = Slice::default();
        // First, because it clears what was said about another page.
        self.show(View::Read);
        for place in [NoticePlace::Open, NoticePlace::Article, NoticePlace::Import] {
            self.clear_notice(place);
        }
        if let Some(remark) = remark {
            self.notify(NoticeKind::Info, NoticePlace::Article, remark, None);
        }
        self.set_engine(if analysing {
            EngineStatus::Analysing { request }
        } else {
            EngineStatus::Idle
        });
        self.started();
        if stored {
            self.set_save_unless_unavailable(SaveState::Saved);
        } else {
            self.set_save_unless_unavailable(SaveState::Saving);
        }
    }

    pub(super) fn show(&mut self, view: View) {
        if matches!(view, View::Read | View::Agreement) && self.document.is_none() {
            return;
        }
        if view != self.status.view {
            // They were about what is no longer on screen.
            for place in [NoticePlace::Open, NoticePlace::Article, NoticePlace::Import] {
                self.clear_notice(place);
            }
        }
        let mut status = self.status.as_ref_clone();
        status.view = view;
        self.status.set(status);
    }

    /// Shows what comparing two articles came to; of none, the library.
    fn compare(&mut self, comparing: Comparing) {
        let view = match &comparing {
            Comparing::Nothing => View::Library,
            _ => View::Compare,
        };
        // Whoever left meanwhile is not called back.
        let is_answer = matches!(comparing, Comparing::Ready(_) | Comparing::Failed(_));
        if !is_answer || self.status.view == View::Compare {
            self.comparing = Slice::new(comparing);
            self.show(view);
        }
    }

    fn started(&mut self) {
        let mut status = self.status.as_ref_clone();
        status.starting = false;
        self.status.set(status);
    }

    fn set_save_unless_unavailable(&mut self, save: SaveState) {
        if !matches!(self.status.save, SaveState::Unavailable { .. }) {
            self.set_save(save);
        }
    }

    /// Changes the open article, which is then to be saved.
    pub(super) fn with_document<T>(
        &mut self,
        change: impl FnOnce(&mut Document) -> T,
    ) -> Option<T> {
        let before = self.document.as_ref()?.revision;
        let mut changed = self.document.as_ref_clone()?;
        let outcome = change(&mut changed);
        if changed.revision != before {
            self.document = Slice::new(Some(changed));
            self.set_save_unless_unavailable(SaveState::Saving);
        }
        Some(outcome)
    }

    /// Makes a person's edit; says so when it does not fit. Returns whether it was made.
    pub(super) fn edit(
        &mut self,
        edit: impl FnOnce(&mut Document) -> Result<(), EditError>,
    ) -> bool {
        let outcome = self.with_document(edit);
        if let Some(Err(error)) = &outcome {
            let (kind, place) = (NoticeKind::Error, NoticePlace::Article);
            self.notify(kind, place, sentence(&error.to_string()), None);
        }
        self.drop_lost_focus();
        matches!(outcome, Some(Ok(())))
    }

    fn step(
        &mut self,
        redo: bool,
        step: impl FnOnce(&mut Document) -> Result<Option<String>, EditError>,
    ) {
        let mut label = None;
        self.edit(|document| {
            label = step(document)?;
            Ok(())
        });
        if let Some(label) = label {
            let text = if redo {
                t!("notice-redone", what = label)
            } else {
                t!("notice-undone", what = label)
            };
            self.notify(NoticeKind::Success, NoticePlace::Article, text, None);
        }
    }

    /// Goes to a step of the history, over several at once if need be.
    fn step_to(&mut self, n_done: usize, now: Timestamp) {
        let before = self
            .document
            .as_ref()
            .map_or(0, |open| open.history.n_done());
        let mut n = 0;
        if self.edit(|document| {
            n = document.step_to(n_done, now)?;
            Ok(())
        }) && n > 0
        {
            let text = if n_done < before {
                t!("history-went-back", n = n)
            } else {
                t!("history-went-forth", n = n)
            };
            self.notify(NoticeKind::Info, NoticePlace::Article, text, None);
        }
    }

    /// Says what was just done, with a way back.
    pub(super) fn tell_undoable(&mut self) {
        let document = self.document.as_ref();
        let Some(label) = document.and_then(|open| open.history.undo_label()) else {
            return;
        };
        let text = t!("notice-done", what = label);
        let undo = Some(NoticeAction::Undo);
        self.notify(NoticeKind::Info, NoticePlace::Article, text, undo);
    }

    fn deleted(&mut self, id: &super::ArticleId, title: &str) {
        self.library.make_mut().remove(id);
        self.worklist.make_mut().remove(id);
        if self.document.as_ref().is_some_and(|open| open.id == *id) {
            self.document = Slice::default();
            self.selection = Slice::default();
            self.set_engine(EngineStatus::Idle);
            self.set_save_unless_unavailable(SaveState::Saved);
            self.show(View::Library);
        }
        // What was deleted before and can still be taken back is taken back along with it.
        let before = self.notices.at(NoticePlace::Library);
        let mut ids = match before.and_then(|notice| notice.action.clone()) {
            Some(NoticeAction::RestoreArticles(ids)) => ids,
            _ => Vec::new(),
        };
        ids.retain(|other| other != id);
        ids.push(id.clone());
        let text = match ids.len() {
            1 => t!("notice-deleted", title = title),
            n => t!("notice-deleted-several", n = n, title = title),
        };
        let restore = Some(NoticeAction::RestoreArticles(ids));
        self.notify(NoticeKind::Info, NoticePlace::Library, text, restore);
    }
}

/// An error's words as a sentence.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    [&first.unwrap_or_default(), chars.as_str(), "."].concat()
}
