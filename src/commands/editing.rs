//! Editing a quote: its words by keyboard, its parts, two of one and one of two.

use hearsay_annotate::{AnnotationId, Body};
use hearsay_text::Span;

use super::{Command, Context, Group, Press};
use crate::dom;
use crate::services::{now, stamp};
use crate::state::{
    Action, Dispatch, Edge, Editing, LayoutAction, Pace, QuoteChange, ReviewAction, Tab,
};

/// Shift with an arrow moves the end of what is edited, and Ctrl with it the start.
const fn arrow(key: &'static str, edge: Edge) -> Press {
    match edge {
        Edge::End => Press::shift(key),
        Edge::Start => Press::ctrl_shift(key),
    }
}

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-edit-quote",
        group: Group::Review,
        keys: &[Press::key("r")],
        allowed: has_quote,
        run: |context| {
            if let Some(id) = quote_at_hand(context) {
                context.tell(Action::Layout(LayoutAction::ShowTab(Tab::Quotes)));
                context.tell(Action::Review(ReviewAction::Edit(Some(Editing::quote(id)))));
            }
        },
    },
    Command {
        id: "command-done-editing",
        group: Group::Review,
        keys: &[Press::key("Escape")],
        allowed: |context| {
            context.is_reading()
                && context.selection.editing.is_some()
                && context.selection.words.is_none()
        },
        run: |context| close_editor(&context.dispatch, context.selection.editing.as_ref()),
    },
    Command {
        id: "command-add-quote",
        group: Group::Review,
        keys: &[Press::key("q")],
        allowed: Context::is_reading,
        run: |context| {
            choose(context);
            context.tell(Action::Review(ReviewAction::Add { stamp: stamp() }));
        },
    },
    Command {
        id: "command-split-quote",
        group: Group::Review,
        keys: &[Press::key("v")],
        allowed: has_quote,
        run: |context| {
            choose(context);
            let at = None;
            context.tell(Action::Layout(LayoutAction::ShowTab(Tab::Quotes)));
            context.tell(Action::Review(ReviewAction::Split { at, stamp: stamp() }));
        },
    },
    Command {
        id: "command-join-quotes",
        group: Group::Review,
        keys: &[Press::key("b")],
        allowed: has_quote,
        run: |context| context.tell(Action::Review(ReviewAction::Join { now: now() })),
    },
    Command {
        id: "command-set-cue",
        group: Group::Review,
        keys: &[Press::key("u")],
        allowed: has_quote,
        run: |context| set_part(context, QuoteChange::Cue),
    },
    Command {
        id: "command-set-source",
        group: Group::Review,
        keys: &[Press::shift("u")],
        allowed: has_quote,
        run: |context| set_part(context, QuoteChange::Source),
    },
    Command {
        id: "command-end-later",
        group: Group::Review,
        keys: &[arrow("ArrowRight", Edge::End)],
        allowed: moves_ends,
        run: |context| step(context, Edge::End, Pace::Word, true),
    },
    Command {
        id: "command-end-earlier",
        group: Group::Review,
        keys: &[arrow("ArrowLeft", Edge::End)],
        allowed: moves_ends,
        run: |context| step(context, Edge::End, Pace::Word, false),
    },
    Command {
        id: "command-end-later-sentence",
        group: Group::Review,
        keys: &[arrow("ArrowDown", Edge::End)],
        allowed: moves_ends,
        run: |context| step(context, Edge::End, Pace::Sentence, true),
    },
    Command {
        id: "command-end-earlier-sentence",
        group: Group::Review,
        keys: &[arrow("ArrowUp", Edge::End)],
        allowed: moves_ends,
        run: |context| step(context, Edge::End, Pace::Sentence, false),
    },
    Command {
        id: "command-start-earlier",
        group: Group::Review,
        keys: &[arrow("ArrowLeft", Edge::Start)],
        allowed: moves_ends,
        run: |context| step(context, Edge::Start, Pace::Word, true),
    },
    Command {
        id: "command-start-later",
        group: Group::Review,
        keys: &[arrow("ArrowRight", Edge::Start)],
        allowed: moves_ends,
        run: |context| step(context, Edge::Start, Pace::Word, false),
    },
    Command {
        id: "command-start-earlier-sentence",
        group: Group::Review,
        keys: &[arrow("ArrowUp", Edge::Start)],
        allowed: moves_ends,
        run: |context| step(context, Edge::Start, Pace::Sentence, true),
    },
    Command {
        id: "command-start-later-sentence",
        group: Group::Review,
        keys: &[arrow("ArrowDown", Edge::Start)],
        allowed: moves_ends,
        run: |context| step(context, Edge::Start, Pace::Sentence, false),
    },
    Command {
        id: "command-next-piece",
        group: Group::Review,
        keys: &[Press::key("i")],
        allowed: moves_ends,
        run: |context| context.tell(Action::Review(ReviewAction::Piece(None))),
    },
];

/// The quote that is edited, or else the one in focus.
fn quote_at_hand(context: &Context) -> Option<AnnotationId> {
    let editing = context.selection.editing.as_ref();
    let id = editing
        .and_then(Editing::quote_id)
        .or(context.selection.focused.as_ref())?;
    let annotation = context.document.as_ref()?.annotations.get(id)?;
    matches!(annotation.body, Body::Quote(_)).then(|| id.clone())
}

fn has_quote(context: &Context) -> bool {
    context.is_reading() && quote_at_hand(context).is_some()
}

/// Words that are selected have the arrow keys first.
fn moves_ends(context: &Context) -> bool {
    context.is_reading()
        && context.selection.words.is_none()
        && matches!(context.selection.editing, Some(Editing::Quote { .. }))
}

fn step(context: &Context, edge: Edge, pace: Pace, more: bool) {
    context.tell(Action::Review(ReviewAction::Move {
        edge,
        pace,
        more,
        now: now(),
    }));
}

fn set_part(context: &Context, change: fn(Vec<Span>) -> QuoteChange) {
    if let (Some(id), Some(words)) = (quote_at_hand(context), choose(context)) {
        let change = change(Vec::from([words]));
        let now = now();
        context.tell(Action::Review(ReviewAction::Change { id, change, now }));
        let_go_of_words(&context.dispatch);
    }
}

/// The words chosen. The browser may tell of a selection only after a key that was pressed right behind it, so it is asked.
fn choose(context: &Context) -> Option<Span> {
    let (Some(open), Some(article)) = (context.document.as_ref(), dom::article_element()) else {
        return None;
    };
    let selected = dom::selected_span(&article, &open.article, &open.offsets);
    if selected.is_some() {
        context.tell(Action::SelectWords(selected));
    }
    selected.or(context.selection.words)
}

/// Lets go of the chosen words, and of nothing else.
pub fn let_go_of_words(dispatch: &Dispatch) {
    if let Some(Ok(Some(selection))) = web_sys::window().map(|window| window.get_selection()) {
        // A browser that refuses keeps showing its selection; ours is gone all the same.
        let _ = selection.remove_all_ranges();
    }
    dispatch.dispatch(Action::SelectWords(None));
}

/// Closes the editor; the keyboard's focus goes back to where it was, or else to the quote.
pub fn close_editor(dispatch: &Dispatch, editing: Option<&Editing>) {
    dispatch.dispatch(Action::Review(ReviewAction::Edit(None)));
    dom::return_focus(editing.and_then(Editing::quote_id));
}
