//! What of the annotations is shown, and what is sought in the article: what happens to them.

use super::filters::{Filters, Only};
use super::find::{Find, FindAction};
use super::{AppState, Settings};

/// What is sought in the article, and whether the filters are laid open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seeing {
    /// Whether the filters are open, to be chosen from.
    pub choosing: bool,
    /// The bar that finds words, while it is open.
    pub find: Option<Find>,
}

/// What of the annotations is shown: filters, find in article.
#[derive(Clone, Debug, PartialEq)]
pub enum SeeingAction {
    /// Show only such as this besides those asked for already; no longer, if it was asked for.
    Toggle(Only),
    /// Show only what the engine is so sure of, in percent.
    Confidence {
        /// From.
        from: u8,
        /// Up to.
        to: u8,
    },
    /// Filter nothing any more.
    ShowEverything,
    /// Lay the filters open, or put them away.
    Choose(bool),
    /// Something happened to finding in the article.
    Find(FindAction),
}

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_seeing(&mut self, action: SeeingAction) {
        match action {
            SeeingAction::Toggle(only) => self.filter(|filters| filters.toggle(only)),
            SeeingAction::Confidence { from, to } => self.filter(|filters| {
                let (from, to) = (from.min(100), to.min(100));
                // The end that is moved pushes the other along.
                let moved = if from == filters.from { to } else { from };
                let apart = from <= to;
                filters.from = if apart { from } else { moved };
                filters.to = if apart { to } else { moved };
            }),
            SeeingAction::ShowEverything => self.filter(|filters| *filters = Filters::default()),
            SeeingAction::Choose(open) => {
                let mut seeing = self.seeing.as_ref_clone();
                seeing.choosing = open;
                self.seeing.set(seeing);
            }
            SeeingAction::Find(action) => self.find(action),
        }
    }

    fn find(&mut self, action: FindAction) {
        let Some(document) = self.document.as_ref() else {
            return;
        };
        let mut seeing = self.seeing.as_ref_clone();
        if action == FindAction::Close {
            // What was found stays chosen, so that a key can tag it.
            if let Some(hit) = seeing.find.take().and_then(|find| find.hit()) {
                let mut selection = self.selection.as_ref_clone();
                selection.words = Some(hit);
                selection.words_by_keyboard = true;
                self.selection.set(selection);
            }
        } else {
            let find = seeing.find.get_or_insert_with(|| Find::new(document));
            find.apply(action, document, &self.settings);
        }
        self.seeing.set(seeing);
    }

    fn filter(&mut self, change: impl FnOnce(&mut Filters)) {
        let mut settings: Settings = self.settings.as_ref_clone();
        change(&mut settings.filters);
        self.settings.set(settings);
        self.drop_lost_focus();
    }

    /// Another article is open: what was asked of the last one is not asked of it.
    pub(super) fn see_afresh(&mut self) {
        self.filter(|filters| *filters = Filters::default());
        self.seeing.set(Seeing::default());
    }
}
