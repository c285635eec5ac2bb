//! Undo and redo, moving between pages, what is over the page.

use super::{Command, Context, Group, Press};
use crate::dom;
use crate::services::now;
use crate::state::{Action, Dispatch, FocusOrigin, LayoutAction, Over, View};

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-undo",
        group: Group::General,
        keys: &[Press::ctrl("z")],
        allowed: Context::is_reading,
        run: |context| context.tell(Action::Undo { now: now() }),
    },
    Command {
        id: "command-redo",
        group: Group::General,
        keys: &[Press::ctrl_shift("z"), Press::ctrl("y")],
        allowed: Context::is_reading,
        run: |context| context.tell(Action::Redo { now: now() }),
    },
    Command {
        id: "command-history",
        group: Group::General,
        keys: &[Press::key("h")],
        allowed: Context::is_reading,
        run: |context| context.tell(over(Over::History)),
    },
    Command {
        id: "command-let-go",
        group: Group::Look,
        keys: &[Press::key("Escape")],
        allowed: Context::is_reading,
        run: |context| {
            context.tell(Action::Layout(LayoutAction::Gone(Over::History)));
            if context.selection.words.is_none() && context.selection.focused.is_none() {
                context.tell(Action::Layout(LayoutAction::Sheet(false)));
            }
            let_go(&context.dispatch);
        },
    },
    Command {
        id: "command-library",
        group: Group::General,
        keys: &[],
        allowed: |context| context.status.view != View::Library,
        run: |context| context.tell(Action::Show(View::Library)),
    },
    Command {
        id: "command-back-to-article",
        group: Group::General,
        keys: &[],
        allowed: |context| context.status.view != View::Read && context.document.is_some(),
        run: |context| context.tell(Action::Show(View::Read)),
    },
    Command {
        id: "command-export",
        group: Group::General,
        keys: &[],
        allowed: Context::is_reading,
        run: |context| context.services.export(),
    },
    Command {
        id: "command-print",
        group: Group::General,
        keys: &[],
        allowed: Context::is_reading,
        run: |_| {
            if let Some(window) = web_sys::window() {
                // A browser that cannot print leaves the page as it is.
                let _ = window.print();
            }
        },
    },
    Command {
        id: "command-import",
        group: Group::General,
        keys: &[],
        allowed: Context::is_reading,
        run: |_| dom::press("[data-role=import]"),
    },
    Command {
        id: "command-find-quotes-again",
        group: Group::General,
        keys: &[],
        allowed: Context::is_reading,
        run: |context| context.services.analyse_again(),
    },
    Command {
        id: "command-keys",
        group: Group::General,
        keys: &[Press::key("?")],
        allowed: |_| true,
        run: |context| context.tell(over(Over::Keys)),
    },
    Command {
        id: "command-palette",
        group: Group::General,
        keys: &[Press::ctrl("k")],
        allowed: |context| context.layout.over != Some(Over::Palette),
        run: |context| context.tell(over(Over::Palette)),
    },
    Command {
        id: "command-message",
        group: Group::General,
        keys: &[Press::key("F6")],
        // The key is the browser's where there is nothing to go to.
        allowed: |_| dom::is_there(MESSAGE_BUTTON),
        run: |_| {
            dom::focus_first(MESSAGE_BUTTON);
        },
    },
    Command {
        id: "command-theme",
        group: Group::General,
        keys: &[],
        allowed: |_| true,
        run: |context| context.tell(Action::SetTheme(context.settings.theme.next())),
    },
    Command {
        id: "command-letter-keys",
        group: Group::General,
        keys: &[],
        allowed: |_| true,
        run: |context| context.tell(Action::SetLetterKeys(!context.settings.letter_keys)),
    },
];

/// What a message offers first.
const MESSAGE_BUTTON: &str = ".message button";

const fn over(over: Over) -> Action {
    Action::Layout(LayoutAction::Over(Some(over)))
}

/// Lets go of whatever is chosen: words, quote, claim.
pub fn let_go(dispatch: &Dispatch) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // A browser that refuses keeps showing its selection; ours is gone all the same.
        let _ = selection.remove_all_ranges();
    }
    dispatch.dispatch(Action::SelectWords(None));
    dispatch.dispatch(Action::Focus(None, FocusOrigin::Article));
}
