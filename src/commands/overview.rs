//! What is shown of the article: finding words, filters, the overview.

use super::{Command, Context, Group, Press};
use crate::components::filter_strip::{choose, open_find};
use crate::components::find_bar::close_find;
use crate::state::{Action, FindAction, LayoutAction, SeeingAction, Tab};

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-find",
        group: Group::Look,
        keys: &[Press::key("/"), Press::ctrl("f")],
        allowed: Context::is_reading,
        run: |context| {
            if let Some(open) = context.document.as_ref() {
                open_find(&context.dispatch, open);
            }
        },
    },
    Command {
        id: "command-find-next",
        group: Group::Look,
        keys: &[Press::key("F3")],
        allowed: is_finding,
        run: |context| step(context, false),
    },
    Command {
        id: "command-find-previous",
        group: Group::Look,
        keys: &[Press::shift("F3")],
        allowed: is_finding,
        run: |context| step(context, true),
    },
    Command {
        id: "command-find-close",
        group: Group::Look,
        keys: &[Press::key("Escape")],
        allowed: is_finding,
        run: |context| {
            let hit = context.seeing.find.as_ref().and_then(|find| find.hit());
            close_find(&context.dispatch, context.document.as_ref(), hit);
        },
    },
    Command {
        id: "command-filters",
        group: Group::Look,
        keys: &[Press::key("f")],
        allowed: Context::is_reading,
        run: |context| choose(&context.dispatch, !context.seeing.choosing),
    },
    Command {
        id: "command-show-everything",
        group: Group::Look,
        keys: &[Press::shift("f")],
        allowed: |context| context.is_reading() && !context.settings.filters.is_empty(),
        run: |context| context.tell(Action::Seeing(SeeingAction::ShowEverything)),
    },
    Command {
        id: "command-overview",
        group: Group::Look,
        keys: &[],
        allowed: Context::is_reading,
        run: |context| context.tell(Action::Layout(LayoutAction::ShowTab(Tab::Overview))),
    },
];

fn is_finding(context: &Context) -> bool {
    context.is_reading() && context.seeing.find.is_some()
}

fn step(context: &Context, back: bool) {
    context.tell(Action::Seeing(SeeingAction::Find(FindAction::Step {
        back,
    })));
}
