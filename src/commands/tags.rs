//! Choosing words by keyboard, to be tagged. The keys of the tags themselves are the tag set's, and not listed here.

use super::{Command, Context, Group, Press};
use crate::dom;
use crate::state::{Action, WordMove};

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[
    Command {
        id: "command-next-sentence",
        group: Group::Tag,
        keys: &[Press::key("s")],
        allowed: Context::is_reading,
        run: |context| move_words(context, WordMove::NextSentence),
    },
    Command {
        id: "command-previous-sentence",
        group: Group::Tag,
        keys: &[Press::shift("s")],
        allowed: Context::is_reading,
        run: |context| move_words(context, WordMove::PreviousSentence),
    },
    Command {
        id: "command-extend-words",
        group: Group::Tag,
        keys: &[Press::shift("ArrowRight")],
        allowed: has_words,
        run: |context| move_words(context, WordMove::ExtendEnd),
    },
    Command {
        id: "command-shrink-words",
        group: Group::Tag,
        keys: &[Press::shift("ArrowLeft")],
        allowed: has_words,
        run: |context| move_words(context, WordMove::ShrinkEnd),
    },
];

fn has_words(context: &Context) -> bool {
    context.is_reading() && context.selection.words.is_some()
}

fn move_words(context: &Context, how: WordMove) {
    let near = dom::article_element()
        .and_then(|article| dom::first_visible_block(&article, dom::BAR_HEIGHT))
        .unwrap_or_default();
    context.tell(Action::MoveWords { how, near });
}
