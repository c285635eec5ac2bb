//! Owns what each [`OpeningAction`] does to the state.

use super::{AppState, EngineStatus, NoticeAction, NoticeKind, NoticePlace, OpeningAction, View};

impl AppState {
    /// Does what `action` says.
    pub(super) fn apply_opening(&mut self, action: OpeningAction) {
        match action {
            OpeningAction::Progressed { request, step } => {
                if self.awaits(request) {
                    self.opening.make_mut().step = Some((request, step));
                }
            }
            OpeningAction::Stopped => self.stopped(),
            OpeningAction::Offered { request, choice } => {
                if self.awaits(request) {
                    self.set_engine(EngineStatus::Idle);
                    let opening = self.opening.make_mut();
                    opening.choice = Some(choice);
                    opening.choosing = true;
                }
            }
            OpeningAction::Known(choice) => {
                let opening = self.opening.make_mut();
                opening.choice = Some(choice);
                opening.choosing = false;
            }
            OpeningAction::Ask(ask) => {
                let opening = self.opening.make_mut();
                opening.choosing = ask && opening.choice.is_some();
                // Nothing of it was opened, so there is nothing to come back to.
                if !ask
                    && opening
                        .choice
                        .as_ref()
                        .is_some_and(|choice| choice.current.is_none())
                {
                    opening.choice = None;
                }
            }
            OpeningAction::Refused { request, refusal } => {
                if self.awaits(request) {
                    self.set_engine(EngineStatus::Idle);
                    if !refusal.has_ways || self.status.view == View::Read {
                        let text = refusal.message.clone();
                        self.notify(NoticeKind::Error, NoticePlace::Open, text, None);
                    }
                    let refusal = refusal.has_ways.then_some(refusal);
                    self.opening.make_mut().refusal = refusal;
                }
            }
            OpeningAction::RefusalRead => self.opening.make_mut().refusal = None,
        }
    }

    /// The person stopped what the app was at; what was on screen stays.
    fn stopped(&mut self) {
        let analysing = matches!(self.status.engine, EngineStatus::Analysing { .. });
        self.opening.make_mut().step = None;
        self.set_engine(EngineStatus::Idle);
        if analysing {
            let text =
                "Finding quotes was stopped. The article can be read and tagged all the same.";
            let retry = Some(NoticeAction::RetryAnalysis);
            self.notify(NoticeKind::Info, NoticePlace::Article, text, retry);
        }
    }
}
