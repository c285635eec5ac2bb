//! Choosing words by keyboard, to be tagged, and the way to the tag sets. The keys of the tags themselves are the tag set's,
//! and not listed here.

use super::{Command, Context, Group, Press};
use crate::dom;
use crate::state::{Action, View, WordMove};

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
    Command {
        id: "command-tag-sets",
        group: Group::Tag,
        keys: &[Press::key("t")],
        allowed: |context| context.status.view != View::TagSets,
        run: |context| context.tell(Action::Show(View::TagSets)),
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

#[cfg(test)]
mod tests {
    use hearsay_annotate::RESERVED_KEYS;

    use crate::commands;

    #[test]
    fn no_tag_can_have_the_key_of_a_command() {
        // Annotators are compared on a page of their own, where nothing is tagged.
        let here = commands::all().filter(|command| !command.id.starts_with("command-agreement"));
        for command in here {
            let alone = command
                .keys
                .iter()
                .filter(|press| !press.ctrl && !press.alt);
            for press in alone {
                let mut chars = press.key.chars();
                let (Some(key), None) = (chars.next(), chars.next()) else {
                    continue;
                };
                assert!(
                    !key.is_alphanumeric() || RESERVED_KEYS.contains(key),
                    "{} has the key {key}, which a tag could have",
                    command.id
                );
            }
        }
    }
}
