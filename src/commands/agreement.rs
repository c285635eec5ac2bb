//! Comparing annotators: going from one disagreement to the next, and deciding.

use web_sys::KeyboardEvent;

use super::{Command, Context, Group, Press};
use crate::state::{Action, AgreementAction, View};

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-agreement",
        group: Group::Look,
        keys: &[],
        allowed: |context| context.document.is_some() && !is_comparing(context),
        run: |context| context.tell(Action::Show(View::Agreement)),
    },
    Command {
        id: "command-agreement-next",
        group: Group::Check,
        keys: &[Press::key("j"), Press::key("ArrowDown")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Next { back: false }),
    },
    Command {
        id: "command-agreement-previous",
        group: Group::Check,
        keys: &[Press::key("k"), Press::key("ArrowUp")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Next { back: true }),
    },
    Command {
        id: "command-agreement-nothing",
        group: Group::Check,
        keys: &[Press::key("0")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Nothing(None)),
    },
    Command {
        id: "command-agreement-own",
        group: Group::Check,
        keys: &[Press::key("o")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Own(None)),
    },
    Command {
        id: "command-agreement-undo",
        group: Group::Check,
        keys: &[Press::ctrl("z")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Undo),
    },
    Command {
        id: "command-agreement-redo",
        group: Group::Check,
        keys: &[Press::ctrl_shift("z"), Press::ctrl("y")],
        allowed: is_comparing,
        run: |context| tell(context, AgreementAction::Redo),
    },
];

fn is_comparing(context: &Context) -> bool {
    context.status.view == View::Agreement && context.document.is_some()
}

fn tell(context: &Context, action: AgreementAction) {
    context.tell(Action::Agreement(action));
}

/// What a digit decides where annotators are compared: for the first, the second, the ninth of them.
#[must_use]
pub fn annotator_of(event: &KeyboardEvent, context: &Context) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || !is_comparing(context) {
        return None;
    }
    let digit: usize = event.key().parse().ok()?;
    let who = digit.checked_sub(1)?;
    Some(Action::Agreement(AgreementAction::Take(None, who)))
}
