//! Deciding about quotes and claims, one after the other.

use super::{Command, Context, Group, Press};
use crate::services::now;
use crate::state::Action;

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-next",
        group: Group::Review,
        keys: &[Press::key("j")],
        allowed: Context::is_reading,
        run: |context| context.tell(next(false, false)),
    },
    Command {
        id: "command-previous",
        group: Group::Review,
        keys: &[Press::key("k")],
        allowed: Context::is_reading,
        run: |context| context.tell(next(true, false)),
    },
    Command {
        id: "command-next-suggestion",
        group: Group::Review,
        keys: &[Press::key("w")],
        allowed: Context::is_reading,
        run: |context| context.tell(next(false, true)),
    },
    Command {
        id: "command-previous-suggestion",
        group: Group::Review,
        keys: &[Press::shift("w")],
        allowed: Context::is_reading,
        run: |context| context.tell(next(true, true)),
    },
    Command {
        id: "command-accept",
        group: Group::Review,
        keys: &[Press::key("a")],
        allowed: Context::has_focus,
        run: |context| {
            if let Some(id) = context.selection.focused.clone() {
                context.tell(Action::Accept { id, now: now() });
            }
        },
    },
    Command {
        id: "command-reject",
        group: Group::Review,
        keys: &[
            Press::key("x"),
            Press::key("Delete"),
            Press::key("Backspace"),
        ],
        allowed: Context::has_focus,
        run: |context| {
            if let Some(id) = context.selection.focused.clone() {
                context.tell(Action::Remove { id, now: now() });
            }
        },
    },
    Command {
        id: "command-evidence",
        group: Group::Review,
        keys: &[Press::key("e")],
        allowed: Context::is_reading,
        run: |_| crate::dom::show_evidence(),
    },
];

const fn next(back: bool, suggested: bool) -> Action {
    Action::FocusNext { back, suggested }
}
