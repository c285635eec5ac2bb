//! The tag sets that a person has, those that are edited, and the plan by which articles go from one to another.
//!
//! Owns [`TagSets`] and [`TagSetAction`]. Changes of the editor are in `tag_set_draft`; what a migration does is worked out
//! by `hearsay_annotate`, and other articles are changed by `services`.

use hearsay_annotate::{Becomes, Mapping, Migration, TagId, TagSet, Timestamp, VerdictId, migrate};

use super::tag_set_draft::{SetChange, fresh_id};
use super::{AppState, ArticleId, Document, NoticeAction, NoticeKind, NoticePlace, Stamp, View};
use crate::t;

/// The tag sets that a person has, and the one that is edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSets {
    /// The person's own, by name.
    pub own: Vec<TagSet>,
    /// Sets that are edited and not saved, with the ids they are going to have. They last until the page is left.
    pub drafts: Vec<TagSet>,
    /// Id of the set that is looked at.
    pub open: Option<String>,
    /// A set from a file, until the person decides about it.
    pub incoming: Option<TagSet>,
    /// A change of tag set that is looked over before it is made.
    pub plan: Option<Plan>,
}

/// A change from one tag set to another, looked over before it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The set of before.
    pub old: TagSet,
    /// The set to come.
    pub new: TagSet,
    /// What becomes of tags and verdicts.
    pub mapping: Mapping,
    /// Whether the open article takes part.
    pub here: bool,
    /// Whether the other articles that use the old set do.
    pub with_others: bool,
    /// What there is to change in these.
    pub others: Others,
}

/// What there is to change in the articles that are not open.
#[derive(Clone, Debug, PartialEq)]
pub enum Others {
    /// They are being counted.
    Counting,
    /// They could not be; why.
    Failed(String),
    /// The articles that use the set, and what has its tags and verdicts in all of them.
    Counted {
        /// Which.
        ids: Vec<ArticleId>,
        /// For each tag of the old set.
        tags: Vec<Becomes<TagId>>,
        /// For each verdict of the old set.
        verdicts: Vec<Becomes<VerdictId>>,
    },
}

/// What a notice about tag sets can take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagSetUndo {
    /// Edit the set again.
    Draft(Box<TagSet>),
    /// Keep the set again.
    Deleted(Box<TagSet>),
    /// Give articles the set of before, with all tags as they were.
    Changed {
        /// Whether in the open article.
        here: bool,
        /// In which others.
        others: Vec<ArticleId>,
    },
}

/// What happens to tag sets.
#[derive(Clone, Debug, PartialEq)]
pub enum TagSetAction {
    /// The person's own sets are read.
    Loaded(Vec<TagSet>),
    /// Look at a set, or at none.
    Open(Option<String>),
    /// Make a draft of a copy of a set, and look at it.
    Copy {
        /// Of this set.
        of: Box<TagSet>,
        /// The name of the copy.
        name: String,
        /// For its id.
        stamp: Stamp,
    },
    /// Change the set that is looked at; of a built-in one, nothing.
    Change(SetChange),
    /// Forget what was changed in the set that is looked at.
    Discard,
    /// Edit what was discarded again.
    Restore(Box<TagSet>),
    /// A set is stored.
    Saved(Box<TagSet>),
    /// A set is no longer stored.
    Deleted(String),
    /// A set came from a file.
    Incoming(Box<TagSet>),
    /// Do not take it.
    Refuse,
    /// Look over the change of the open article to this set.
    Plan(Box<TagSet>),
    /// Send a tag elsewhere than guessed.
    MapTag(TagId, Option<TagId>),
    /// Send a verdict elsewhere than guessed.
    MapVerdict(VerdictId, Option<VerdictId>),
    /// Change the other articles too, or not.
    WithOthers(bool),
    /// The other articles are counted, or could not be.
    Counted {
        /// The set they use.
        old: String,
        /// What was counted.
        others: Others,
    },
    /// Drop the plan.
    Cancel,
    /// The other articles are changed; now the open one, and the plan is done.
    Apply {
        /// Those that were changed.
        others: Vec<ArticleId>,
        /// When.
        now: Timestamp,
    },
    /// Take the change of the open article back, if it is what was done last.
    TakeBack {
        /// When.
        now: Timestamp,
    },
}

impl TagSets {
    /// The set of that id: the draft of it, else as it is kept, else the built-in one.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<TagSet> {
        self.draft(id)
            .or_else(|| self.kept(id))
            .cloned()
            .or_else(|| TagSet::built_in().into_iter().find(|set| set.id == id))
    }

    /// The person's own set of that id, as it is stored.
    #[must_use]
    pub fn kept(&self, id: &str) -> Option<&TagSet> {
        self.own.iter().find(|set| set.id == id)
    }

    /// What is changed in the set of that id and not saved.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<&TagSet> {
        self.drafts.iter().find(|set| set.id == id)
    }

    fn put_draft(&mut self, draft: TagSet) {
        self.drafts.retain(|other| other.id != draft.id);
        // What is as it is kept is no draft.
        if self.kept(&draft.id) != Some(&draft) {
            self.drafts.push(draft);
        }
    }

    fn put_own(&mut self, set: TagSet) {
        self.own.retain(|other| other.id != set.id);
        let at = self.own.iter().filter(|other| other.name <= set.name);
        self.own.insert(at.count(), set);
    }
}

impl Plan {
    fn new(old: TagSet, new: TagSet, here: bool) -> Self {
        Self {
            mapping: Mapping::guess(&old, &new),
            old,
            new,
            here,
            with_others: false,
            others: Others::Counting,
        }
    }

    /// What it does to the open article, if that takes part.
    #[must_use]
    pub fn migration(&self, open: Option<&Document>, now: Timestamp) -> Option<Migration> {
        let document = open.filter(|_| self.here)?;
        Some(migrate(
            &document.annotations,
            &self.new,
            &self.mapping,
            now,
        ))
    }

    /// The articles that are changed besides the open one.
    #[must_use]
    pub fn chosen_others(&self) -> &[ArticleId] {
        match &self.others {
            Others::Counted { ids, .. } if self.with_others => ids,
            _ => &[],
        }
    }
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_tag_sets(&mut self, action: TagSetAction) {
        match action {
            TagSetAction::Loaded(sets) => {
                for set in sets {
                    self.tag_sets.make_mut().put_own(set);
                }
            }
            TagSetAction::Open(id) => self.tag_sets.make_mut().open = id,
            TagSetAction::Copy { of, name, stamp } => {
                let random = stamp.id.as_str().rsplit(':').next().unwrap_or_default();
                let random: String = random.chars().take(8).collect();
                let id = [&fresh_id(&name, "tags", &[]), "-", &random].concat();
                let sets = self.tag_sets.make_mut();
                sets.open = Some(id.clone());
                sets.put_draft(TagSet { id, name, ..*of });
            }
            TagSetAction::Change(change) => {
                let open = self.tag_sets.open.as_deref();
                if let Some(id) = open.filter(|id| !TagSet::is_built_in(id))
                    && let Some(mut set) = self.tag_sets.get(id)
                {
                    change.make(&mut set);
                    self.tag_sets.make_mut().put_draft(set);
                }
            }
            TagSetAction::Discard => {
                let open = self.tag_sets.open.as_deref();
                let Some(draft) = open.and_then(|id| self.tag_sets.draft(id)).cloned() else {
                    return;
                };
                let sets = self.tag_sets.make_mut();
                sets.drafts.retain(|other| other.id != draft.id);
                if sets.kept(&draft.id).is_none() {
                    sets.open = None;
                }
                let text = t!("tags-discarded", name = &draft.name);
                self.tell_of_tag_sets(text, Some(TagSetUndo::Draft(Box::new(draft))));
            }
            TagSetAction::Restore(draft) => {
                let sets = self.tag_sets.make_mut();
                sets.open = Some(draft.id.clone());
                sets.put_draft(*draft);
            }
            TagSetAction::Saved(set) => self.tag_set_saved(*set),
            TagSetAction::Deleted(id) => {
                let sets = self.tag_sets.make_mut();
                let Some(at) = sets.own.iter().position(|set| set.id == id) else {
                    return;
                };
                let set = sets.own.remove(at);
                sets.drafts.retain(|draft| draft.id != id);
                sets.open = None;
                let text = t!("tags-deleted", name = &set.name);
                self.tell_of_tag_sets(text, Some(TagSetUndo::Deleted(Box::new(set))));
            }
            TagSetAction::Incoming(set) => {
                let is_there =
                    self.tag_sets.kept(&set.id) == Some(&set) || TagSet::built_in().contains(&set);
                let sets = self.tag_sets.make_mut();
                if is_there {
                    sets.open = Some(set.id.clone());
                    let text = t!("tags-import-same", name = &set.name);
                    self.tell_of_tag_sets(text, None);
                } else {
                    sets.incoming = Some(*set);
                }
            }
            TagSetAction::Refuse => self.tag_sets.make_mut().incoming = None,
            TagSetAction::Plan(new) => {
                if let Some(open) = self.document.as_ref() {
                    let plan = Plan::new(open.tag_set().clone(), *new, true);
                    self.tag_sets.make_mut().plan = Some(plan);
                }
            }
            TagSetAction::MapTag(from, to) => self.with_plan(|plan| {
                for row in plan.mapping.tags.iter_mut().filter(|row| row.0 == from) {
                    row.1.clone_from(&to);
                }
            }),
            TagSetAction::MapVerdict(from, to) => self.with_plan(|plan| {
                for row in plan.mapping.verdicts.iter_mut().filter(|row| row.0 == from) {
                    row.1.clone_from(&to);
                }
            }),
            TagSetAction::WithOthers(with) => self.with_plan(|plan| plan.with_others = with),
            TagSetAction::Counted { old, others } => self.others_counted(&old, others),
            TagSetAction::Cancel => self.tag_sets.make_mut().plan = None,
            TagSetAction::Apply { others, now } => self.apply_plan(others, now),
            TagSetAction::TakeBack { now } => {
                let label = t!("tags-step");
                let document = self.document.as_ref();
                if document.and_then(|open| open.history.undo_label()) == Some(&label) {
                    self.edit(|document| document.undo(now).map(|_| ()));
                }
            }
        }
    }

    fn with_plan(&mut self, change: impl FnOnce(&mut Plan)) {
        if self.tag_sets.plan.is_some()
            && let Some(plan) = &mut self.tag_sets.make_mut().plan
        {
            change(plan);
        }
    }

    /// A set is stored. Where it was there before, articles may use it as it was: these are offered the new one.
    fn tag_set_saved(&mut self, set: TagSet) {
        let was = self.tag_sets.kept(&set.id).cloned();
        let in_use = self.document.as_ref().map(|open| open.tag_set().clone());
        let in_use = in_use.filter(|used| used.id == set.id);
        let sets = self.tag_sets.make_mut();
        sets.open = Some(set.id.clone());
        sets.drafts.retain(|draft| draft.id != set.id);
        sets.incoming = None;
        sets.put_own(set.clone());
        let here = in_use.as_ref().is_some_and(|used| *used != set);
        sets.plan = in_use
            .filter(|_| here)
            .or(was)
            .filter(|old| *old != set)
            .map(|old| Plan::new(old, set, here));
    }

    fn others_counted(&mut self, old: &str, counted: Others) {
        self.with_plan(|plan| {
            if plan.old.id == old {
                // Whoever changes a set that is in use mostly means it everywhere; whoever chooses another for this article,
                // not.
                plan.with_others = plan.old.id == plan.new.id;
                plan.others = counted;
            }
        });
        let is_idle = self.tag_sets.plan.as_ref().is_some_and(|plan| {
            let nobody = matches!(&plan.others, Others::Counted { ids, .. } if ids.is_empty());
            nobody && !plan.here
        });
        if is_idle {
            self.tag_sets.make_mut().plan = None;
        }
    }

    fn apply_plan(&mut self, others: Vec<ArticleId>, now: Timestamp) {
        let Some(plan) = self.tag_sets.plan.clone() else {
            return;
        };
        let migration = plan.migration(self.document.as_ref(), now);
        let edits = migration.map(|migration| migration.edits);
        let edits = edits.filter(|edits| !edits.is_empty());
        let here = edits.is_some();
        if let Some(edits) = edits
            && !self.edit(|document| document.edit(&t!("tags-step"), edits, now))
        {
            return;
        }
        self.tag_sets.make_mut().plan = None;
        if plan.here {
            self.show(View::Read);
        }
        if !here && others.is_empty() {
            // All were as they were to be.
            return;
        }
        let (name, n) = (plan.new.name, others.len());
        let text = match (here, n) {
            (true, 0) => t!("tags-applied-here", name = name),
            (true, n) => t!("tags-applied-everywhere", name = name, n = n),
            (false, n) => t!("tags-applied-others", name = name, n = n),
        };
        self.tell_of_tag_sets(text, Some(TagSetUndo::Changed { here, others }));
    }

    fn tell_of_tag_sets(&mut self, text: String, undo: Option<TagSetUndo>) {
        let undo = undo.map(NoticeAction::TagSets);
        self.notify(NoticeKind::Success, NoticePlace::Article, text, undo);
    }
}
