//! Speakers.

use super::review::speaker;
use super::{Command, Group, Press};
use crate::state::{Action, Editing, LayoutAction, ReviewAction, Tab};

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[Command {
    id: "command-edit-speaker",
    group: Group::Review,
    keys: &[Press::shift("r")],
    allowed: |context| speaker(context).is_some(),
    run: |context| {
        if let Some(speaker) = speaker(context) {
            context.tell(Action::Layout(LayoutAction::ShowTab(Tab::Quotes)));
            let editing = Some(Editing::Speaker(speaker));
            context.tell(Action::Review(ReviewAction::Edit(editing)));
        }
    },
}];
