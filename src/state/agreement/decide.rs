//! Decisions about disagreements: kept by what they are about, taken back and made again.

use std::rc::Rc;

use super::{Agreeing, Pick};

impl Agreeing {
    /// What is decided about an item.
    #[must_use]
    pub fn pick(&self, nth: usize) -> Option<&Pick> {
        self.pick_of(&self.matched.as_ref()?.items.get(nth)?.key)
    }

    pub(super) fn pick_of(&self, key: &str) -> Option<&Pick> {
        let at = self.picks.binary_search_by(|(one, _)| (**one).cmp(key));
        Some(&self.picks.get(at.ok()?)?.1)
    }

    /// Decides, or takes a decision back; gives what was decided before.
    fn set_pick(&mut self, key: Rc<str>, pick: Option<Pick>) -> Option<Pick> {
        match (self.picks.binary_search_by(|(one, _)| one.cmp(&key)), pick) {
            (Ok(at), Some(pick)) => Some(std::mem::replace(&mut self.picks[at].1, pick)),
            (Ok(at), None) => Some(self.picks.remove(at).1),
            (Err(at), Some(pick)) => {
                self.picks.insert(at, (key, pick));
                None
            }
            (Err(_), None) => None,
        }
    }

    /// Whether the last decision can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether a decision that was taken back can be made again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Decides about an item; about the one looked at when none is named, and then goes on.
    pub(super) fn decide(&mut self, nth: Option<usize>, pick: Pick) {
        let about = nth.unwrap_or(self.current);
        let Some(item) = self.matched.as_ref().and_then(|all| all.items.get(about)) else {
            return;
        };
        let key = Rc::clone(&item.key);
        let before = self.set_pick(Rc::clone(&key), Some(pick));
        self.undo.push((key, before));
        self.redo.clear();
        self.look(about);
        if nth.is_none() {
            let shown = self.shown();
            let open = |at: &&usize| self.pick(**at).is_none();
            let later = shown.iter().find(|at| **at > about && open(at));
            let next = later.or(shown.iter().find(open)).copied();
            self.look(next.unwrap_or(about));
            self.moved += 1;
        }
    }

    /// Takes the last decision back, or makes it again.
    pub(super) fn step(&mut self, back: bool) {
        let from = if back { &mut self.undo } else { &mut self.redo };
        let Some((key, pick)) = from.pop() else {
            return;
        };
        let instead = self.set_pick(Rc::clone(&key), pick);
        let items = self.matched.as_ref().map(|matched| &matched.items);
        let at = items.and_then(|items| items.iter().position(|item| item.key == key));
        let to = if back { &mut self.redo } else { &mut self.undo };
        to.push((key, instead));
        if let Some(at) = at {
            self.look(at);
            self.moved += 1;
        }
    }
}
