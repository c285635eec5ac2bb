//! Deciding about quotes and claims, one after the other.

use hearsay_annotate::{Body, Status};

use super::{Command, Context, Group, Press};
use crate::services::now;
use crate::state::{Action, Batch, ReviewAction};

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
        id: "command-next-undecided",
        group: Group::Review,
        keys: &[Press::key("n")],
        allowed: Context::is_reading,
        run: |context| context.tell(next_undecided(false)),
    },
    Command {
        id: "command-previous-undecided",
        group: Group::Review,
        keys: &[Press::shift("n")],
        allowed: Context::is_reading,
        run: |context| context.tell(next_undecided(true)),
    },
    Command {
        id: "command-accept",
        group: Group::Review,
        keys: &[Press::key("a")],
        allowed: Context::has_focus,
        run: |context| context.tell(decide(Status::Accepted, true)),
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
        run: |context| context.tell(decide(Status::Rejected, true)),
    },
    Command {
        id: "command-accept-stay",
        group: Group::Review,
        keys: &[Press::shift("a")],
        allowed: Context::has_focus,
        run: |context| context.tell(decide(Status::Accepted, false)),
    },
    Command {
        id: "command-reject-stay",
        group: Group::Review,
        keys: &[Press::shift("x")],
        allowed: Context::has_focus,
        run: |context| context.tell(decide(Status::Rejected, false)),
    },
    Command {
        id: "command-accept-speaker",
        group: Group::Review,
        keys: &[Press::key("y")],
        allowed: |context| speaker(context).is_some(),
        run: |context| decide_speaker(context, Status::Accepted),
    },
    Command {
        id: "command-reject-speaker",
        group: Group::Review,
        keys: &[Press::shift("y")],
        allowed: |context| speaker(context).is_some(),
        run: |context| decide_speaker(context, Status::Rejected),
    },
    Command {
        id: "command-accept-sure",
        group: Group::Review,
        keys: &[],
        allowed: Context::is_reading,
        run: |context| context.tell(decide_all(Batch::Sure(90), Status::Accepted)),
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

const fn next_undecided(back: bool) -> Action {
    Action::Review(ReviewAction::NextUndecided { back })
}

fn decide(status: Status, onward: bool) -> Action {
    Action::Review(ReviewAction::Decide {
        status,
        onward,
        now: now(),
    })
}

fn decide_all(batch: Batch, status: Status) -> Action {
    Action::Review(ReviewAction::DecideAll {
        batch,
        status,
        now: now(),
    })
}

/// The speaker of the quote in focus, `Some(None)` for one that has none.
pub(super) fn speaker(context: &Context) -> Option<Option<String>> {
    let id = context.selection.focused.as_ref();
    let annotation = context.document.as_ref()?.annotations.get(id?)?;
    match &annotation.body {
        Body::Quote(quote) if context.is_reading() => Some(quote.speaker.clone()),
        _ => None,
    }
}

fn decide_speaker(context: &Context, status: Status) {
    if let Some(speaker) = speaker(context) {
        context.tell(decide_all(Batch::Speaker(speaker), status));
    }
}
