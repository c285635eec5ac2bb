//! Every act of a person that has a key or belongs in the palette of commands: what it is called, which keys do it, when it
//! can be done, and what it does.
//!
//! One file for each area. The palette, the sheet of keys and the keyboard itself read the same list, so that none of them
//! can promise what another doesn't keep.

mod agreement;
mod cast;
mod claims;
mod editing;
mod general;
mod offers;
mod overview;
mod review;
mod tags;

pub use agreement::annotator_of;
pub use editing::{close_editor, let_go_of_words};
pub use general::let_go;
pub use offers::{Offer, offers};

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::services::{Services, use_services};
use crate::state::{
    Action, Dispatch, Document, Layout, Seeing, Selection, Settings, Slice, Status, View,
    use_dispatch, use_document, use_layout, use_seeing, use_selection, use_settings, use_status,
};
use crate::words;

/// Something that a person can do.
pub struct Command {
    /// Identity, and the id of the message that names it: `command-next`.
    pub id: &'static str,
    /// Where it stands in the sheet of keys and the palette.
    pub group: Group,
    /// Keys that do it; the first is the one that is told.
    pub keys: &'static [Press],
    /// Whether it can be done now.
    pub allowed: fn(&Context) -> bool,
    /// Does it.
    pub run: fn(&Context),
}

/// Where a command stands in the sheet of keys and the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Deciding about suggestions and editing quotes.
    Review,
    /// Choosing words and tagging.
    Tag,
    /// Claims and their check.
    Check,
    /// Moving about and what is shown.
    Look,
    /// Articles, files, settings.
    General,
}

impl Group {
    /// All of them, in the order shown.
    pub const ALL: [Self; 5] = [
        Self::Review,
        Self::Tag,
        Self::Check,
        Self::Look,
        Self::General,
    ];

    /// The id of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Review => "commands-review",
            Self::Tag => "commands-tag",
            Self::Check => "commands-check",
            Self::Look => "commands-look",
            Self::General => "commands-general",
        }
    }
}

/// Keys pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// What [`KeyboardEvent::key`] says; letters in lower case.
    pub key: &'static str,
    /// With Ctrl, or the command key of a Mac.
    pub ctrl: bool,
    /// With Shift. Not looked at for signs, which some keyboards have behind Shift.
    pub shift: bool,
    /// With Alt.
    pub alt: bool,
}

impl Press {
    /// The key alone.
    #[must_use]
    pub const fn key(key: &'static str) -> Self {
        Self {
            key,
            ctrl: false,
            shift: false,
            alt: false,
        }
    }

    /// With Shift.
    #[must_use]
    pub const fn shift(key: &'static str) -> Self {
        Self {
            shift: true,
            ..Self::key(key)
        }
    }

    /// With Ctrl, or the command key of a Mac.
    #[must_use]
    pub const fn ctrl(key: &'static str) -> Self {
        Self {
            ctrl: true,
            ..Self::key(key)
        }
    }

    /// With Ctrl, or the command key of a Mac, and Shift.
    #[must_use]
    pub const fn ctrl_shift(key: &'static str) -> Self {
        Self {
            shift: true,
            ..Self::ctrl(key)
        }
    }

    /// With Alt.
    #[must_use]
    pub const fn alt(key: &'static str) -> Self {
        Self {
            alt: true,
            ..Self::key(key)
        }
    }

    /// Whether this is what was pressed.
    #[must_use]
    pub fn is(&self, event: &KeyboardEvent) -> bool {
        let key = event.key();
        let mut chars = self.key.chars();
        let sign = matches!((chars.next(), chars.next()), (Some(c), None) if !c.is_alphabetic());
        (event.ctrl_key() || event.meta_key()) == self.ctrl
            && event.alt_key() == self.alt
            && (sign || event.shift_key() == self.shift)
            && (key == self.key || key.to_lowercase() == self.key)
    }

    /// The keys one by one, as they are told: *Ctrl*, *Shift*, *Z*.
    #[must_use]
    pub fn told(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (with, name) in [
            (self.ctrl, "key-ctrl"),
            (self.alt, "key-alt"),
            (self.shift, "key-shift"),
        ] {
            if with {
                told.push(words::message(name, &[]));
            }
        }
        told.push(match self.key {
            "ArrowLeft" => String::from("←"),
            "ArrowRight" => String::from("→"),
            "ArrowUp" => String::from("↑"),
            "ArrowDown" => String::from("↓"),
            "Escape" => String::from("Esc"),
            "Enter" => words::message("key-enter", &[]),
            "Delete" => words::message("key-delete", &[]),
            key => key.to_uppercase(),
        });
        told
    }
}

/// What commands look at and work with. Cheap to clone.
#[derive(Clone, PartialEq)]
pub struct Context {
    /// The open article, if any.
    pub document: Slice<Option<Document>>,
    /// What is chosen in it.
    pub selection: Slice<Selection>,
    /// Page shown, engine's work, save state.
    pub status: Slice<Status>,
    /// What the person has set.
    pub settings: Slice<Settings>,
    /// What is over the page.
    pub layout: Slice<Layout>,
    /// What is sought, and whether the filters are open.
    pub seeing: Slice<Seeing>,
    /// Changes the state.
    pub dispatch: Dispatch,
    /// Reaches outside.
    pub services: Services,
}

impl Context {
    /// Whether the open article is on screen.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.status.view == View::Read && self.document.is_some()
    }

    /// Whether an annotation of it is looked at.
    #[must_use]
    pub fn has_focus(&self) -> bool {
        self.is_reading() && self.selection.focused.is_some()
    }

    /// Changes the state.
    pub fn tell(&self, action: Action) {
        self.dispatch.dispatch(action);
    }
}

/// What commands look at and work with, from the state and services around.
#[hook]
pub fn use_commands() -> Context {
    Context {
        document: use_document(),
        selection: use_selection(),
        status: use_status(),
        settings: use_settings(),
        layout: use_layout(),
        seeing: use_seeing(),
        dispatch: use_dispatch(),
        services: use_services(),
    }
}

/// All commands, area by area.
pub fn all() -> impl Iterator<Item = &'static Command> {
    let areas: [&'static [Command]; 8] = [
        editing::COMMANDS,
        review::COMMANDS,
        cast::COMMANDS,
        tags::COMMANDS,
        claims::COMMANDS,
        overview::COMMANDS,
        agreement::COMMANDS,
        general::COMMANDS,
    ];
    areas.into_iter().flatten()
}

/// The command that was pressed and can be done.
#[must_use]
pub fn pressed(event: &KeyboardEvent, context: &Context) -> Option<&'static Command> {
    all().find(|command| {
        command.keys.iter().any(|press| press.is(event)) && (command.allowed)(context)
    })
}

impl Command {
    /// What it is called.
    #[must_use]
    pub fn label(&self) -> String {
        words::message(self.id, &[])
    }
}
