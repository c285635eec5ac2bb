//! Claims and their check: the way into the card and through it, and to the claims of all articles.

use hearsay_annotate::{Annotation, Body};

use super::{Command, Context, Group, Press};
use crate::dom;
use crate::services::{now, stamp};
use crate::state::{
    Action, ClaimAction, ClaimChange, ClaimFrom, LayoutAction, Tab, View, next_progress,
};

/// Milliseconds until a card that was asked for is drawn, and the panel is up where it is a sheet.
const DRAWN: i32 = 60;

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-claim-card",
        group: Group::Check,
        keys: &[Press::key("c")],
        allowed: |context| focused(context).is_some() || has_words(context),
        run: |context| {
            if !is_claim(context) {
                make(context, ClaimFrom::Chosen);
            }
            go_to(context, "statement");
        },
    },
    Command {
        id: "command-claim-sentence",
        group: Group::Check,
        keys: &[Press::shift("c")],
        allowed: Context::is_reading,
        run: |context| {
            let near = dom::article_element()
                .and_then(|article| dom::first_visible_block(&article, dom::BAR_HEIGHT));
            let near = near.unwrap_or_default();
            make(context, ClaimFrom::Sentence { near });
            go_to(context, "statement");
        },
    },
    Command {
        id: "command-claim-progress",
        group: Group::Check,
        keys: &[Press::key("o")],
        allowed: is_claim,
        run: |context| {
            if let Some(annotation) = focused(context)
                && let Body::Claim(claim) = &annotation.body
            {
                context.tell(Action::Claim(ClaimAction::Change {
                    id: annotation.id.clone(),
                    change: ClaimChange::Progress(next_progress(claim.progress)),
                    now: now(),
                }));
            }
        },
    },
    Command {
        id: "command-claim-verdict",
        group: Group::Check,
        keys: &[Press::key("p")],
        allowed: is_claim,
        run: |context| go_to(context, "verdict"),
    },
    Command {
        id: "command-claim-reasoning",
        group: Group::Check,
        keys: &[Press::shift("p")],
        allowed: is_claim,
        run: |context| go_to(context, "reasoning"),
    },
    Command {
        id: "command-claim-assign",
        group: Group::Check,
        keys: &[Press::shift("o")],
        allowed: is_claim,
        run: |context| go_to(context, "assignee"),
    },
    Command {
        id: "command-claim-evidence",
        group: Group::Check,
        keys: &[Press::shift("e")],
        allowed: is_claim,
        run: |context| {
            show_card(context);
            context
                .services
                .later(DRAWN, || dom::press_in_claim("add-evidence"));
        },
    },
    Command {
        id: "command-claim-note",
        group: Group::Check,
        keys: &[],
        allowed: is_claim,
        run: |context| go_to(context, "note"),
    },
    Command {
        id: "command-worklist",
        group: Group::Check,
        keys: &[],
        allowed: |context| context.status.view != View::Worklist,
        run: |context| context.tell(Action::Show(View::Worklist)),
    },
];

fn focused(context: &Context) -> Option<&Annotation> {
    let id = context.selection.focused.as_ref()?;
    let document = context.document.as_ref()?;
    document
        .annotations
        .get(id)
        .filter(|_| context.is_reading())
}

fn is_claim(context: &Context) -> bool {
    focused(context).is_some_and(|annotation| matches!(annotation.body, Body::Claim(_)))
        && !has_words(context)
}

fn has_words(context: &Context) -> bool {
    context.is_reading() && context.selection.words.is_some()
}

fn make(context: &Context, of: ClaimFrom) {
    let stamp = stamp();
    context.tell(Action::Claim(ClaimAction::Make { of, stamp }));
}

fn show_card(context: &Context) {
    context.tell(Action::Layout(LayoutAction::ShowTab(Tab::Claims)));
}

/// Opens the card and gives the keyboard's focus to a part of it.
fn go_to(context: &Context, part: &'static str) {
    show_card(context);
    context.services.later(DRAWN, move || {
        dom::focus_in_claim(part);
    });
}
