//! Tag sets: kept, taken away and brought as files, and changed in articles that are not open.

use hearsay_annotate::{FILE_ENDING, MAX_FILE_BYTES, TagSet, TagSetFileError};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::host::Services;
use super::storage::Change;
use super::{downloads, files, now};
use crate::state::{
    Action, ArticleId, Loadable, NoticeAction, NoticeKind, NoticePlace, Plan, TagSetAction,
    TagSetUndo,
};
use crate::t;

impl Services {
    /// Reads the tag sets that the person made.
    pub(super) async fn load_tag_sets(&self) {
        let sets = self.inner.storage.tag_sets().await;
        if !sets.is_empty() {
            self.tell(Action::TagSets(TagSetAction::Loaded(sets)));
        }
    }

    /// Keeps a tag set.
    pub fn save_tag_set(&self, set: TagSet) {
        let services = self.clone();
        spawn_local(async move {
            match services.inner.storage.keep_tag_set(&set).await {
                Ok(()) => {
                    services.tell(Action::TagSets(TagSetAction::Saved(Box::new(set))));
                }
                Err(reason) => {
                    services.tag_set_failed(t!("tags-not-saved", name = set.name, reason = reason))
                }
            }
        });
    }

    /// Forgets a tag set; a notice offers to keep it again.
    pub fn delete_tag_set(&self, set: &TagSet) {
        let (services, set) = (self.clone(), set.clone());
        spawn_local(async move {
            match services.inner.storage.forget_tag_set(&set.id).await {
                Ok(()) => services.tell(Action::TagSets(TagSetAction::Deleted(set.id))),
                Err(reason) => services.tag_set_failed(t!(
                    "tags-not-deleted",
                    name = set.name,
                    reason = reason
                )),
            }
        });
    }

    /// Hands a tag set to the person as a file.
    pub fn export_tag_set(&self, set: &TagSet) {
        let name = downloads::file_name(&set.name, FILE_ENDING);
        if downloads::hand_over(&name, "application/json", &set.to_file()).is_err() {
            self.tag_set_failed(t!("tags-not-exported"));
        }
    }

    /// Reads a tag set from a file that was chosen; nothing is kept before the person says so.
    pub fn import_tag_set(&self, file: File) {
        let services = self.clone();
        spawn_local(async move {
            let name = file.name();
            let read = files::words(&file, |bytes| {
                if bytes > MAX_FILE_BYTES {
                    return Err(TagSetFileError::TooLarge { bytes }.to_string());
                }
                Ok(())
            });
            let set = match read.await {
                Ok(json) => TagSet::from_file(&json).map_err(|error| {
                    t!("tags-not-imported", file = name, reason = error.to_string())
                }),
                Err(message) => Err(message),
            };
            match set {
                Ok(set) => services.tell(Action::TagSets(TagSetAction::Incoming(Box::new(set)))),
                Err(text) => services.tag_set_failed(text),
            }
        });
    }

    /// Counts the articles besides the open one that a plan could change.
    pub fn count_tag_set_uses(&self, old: TagSet) {
        let services = self.clone();
        spawn_local(async move {
            let ids = services.other_articles();
            let id = old.id.clone();
            let others = services.inner.storage.tag_set_uses(&old, ids).await;
            services.tell(Action::TagSets(TagSetAction::Counted { old: id, others }));
        });
    }

    /// Carries a plan out: first in the other articles, where it may fail, then in the open one.
    pub fn apply_plan(&self, plan: &Plan) {
        let (services, ids) = (self.clone(), plan.chosen_others().to_vec());
        let old = plan.old.id.clone();
        let change = Change {
            new: plan.new.clone(),
            mapping: plan.mapping.clone(),
            now: now(),
        };
        spawn_local(async move {
            let changed = if ids.is_empty() {
                Ok(Vec::new())
            } else {
                let storage = &services.inner.storage;
                storage.change_tag_set(&ids, &old, &change).await
            };
            match changed {
                Ok(others) => services.tell(Action::TagSets(TagSetAction::Apply {
                    others,
                    now: change.now,
                })),
                Err(reason) => {
                    services.tag_set_failed(t!("tags-not-applied", reason = reason));
                }
            }
        });
    }

    /// Takes back what a notice about tag sets says.
    pub(super) fn undo_tag_sets(&self, undo: &TagSetUndo) {
        match undo {
            TagSetUndo::Draft(draft) => {
                self.tell(Action::TagSets(TagSetAction::Restore(draft.clone())));
            }
            TagSetUndo::Deleted(set) => self.save_tag_set(set.as_ref().clone()),
            TagSetUndo::Changed { here, others } => {
                if *here {
                    self.tell(Action::TagSets(TagSetAction::TakeBack { now: now() }));
                }
                if others.is_empty() {
                    return;
                }
                let (services, undo) = (self.clone(), undo.clone());
                spawn_local(async move {
                    let (kind, text, again) = match services.inner.storage.restore_tag_set().await {
                        Ok(0) => (NoticeKind::Success, t!("tags-taken-back"), None),
                        Ok(n) => (
                            NoticeKind::Warning,
                            t!("tags-partly-taken-back", n = n),
                            None,
                        ),
                        Err(reason) => {
                            let text = t!("tags-not-taken-back", reason = reason);
                            (NoticeKind::Error, text, Some(NoticeAction::TagSets(undo)))
                        }
                    };
                    services.tell(Action::Notify {
                        kind,
                        place: NoticePlace::Article,
                        text,
                        action: again,
                    });
                });
            }
        }
    }

    /// All articles but the open one.
    fn other_articles(&self) -> Vec<ArticleId> {
        let open = self.inner.document.borrow();
        let open = open.as_ref().map(|open| open.id.clone());
        match &self.inner.library.borrow().entries {
            Loadable::Ready(entries) => entries
                .iter()
                .map(|entry| entry.id.clone())
                .filter(|id| open.as_ref() != Some(id))
                .collect(),
            Loadable::Loading | Loadable::Failed(_) => Vec::new(),
        }
    }

    fn tag_set_failed(&self, text: String) {
        self.tell(Action::Notify {
            kind: NoticeKind::Error,
            place: NoticePlace::Import,
            text,
            action: None,
        });
    }
}
