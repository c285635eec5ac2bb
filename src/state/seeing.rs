//! What of the annotations is shown, and what is sought in the article: what happens to them.

use super::filters::{Filters, Only};
use super::{AppState, Settings};

/// What is sought in the article, and whether the filters are laid open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seeing {
    /// Whether the filters are open, to be chosen from.
    pub choosing: bool,
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
        }
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
