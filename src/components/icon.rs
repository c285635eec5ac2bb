//! The app's icons: a few strokes each, drawn in the colour of the text beside them, hidden from screen readers.

use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A plus sign.
    Add,
    /// A tick.
    Check,
    /// A cross.
    Close,
    /// An arrow down.
    Down,
    /// A pencil.
    Edit,
    /// An arrow up into a tray.
    Export,
    /// An arrow up.
    Up,
    /// An arrow bent back.
    Undo,
    /// An arrow bent forth.
    Redo,
    /// A clock whose hand goes back.
    History,
    /// A looking glass.
    Search,
    /// A half-filled circle.
    Theme,
    /// Three dots.
    More,
    /// A bin.
    Remove,
    /// A warning triangle.
    Warning,
}

/// An icon. A function, as everything that keeps nothing: a component weighs two kilobytes.
pub fn icon(glyph: Glyph) -> Html {
    let path = match glyph {
        Glyph::Add => "M10 4v12M4 10h12",
        Glyph::Check => "M4 10.5l4 4 8-9",
        Glyph::Close => "M5 5l10 10M15 5L5 15",
        Glyph::Down => "M10 4v12m0 0l-5-5m5 5l5-5",
        Glyph::Edit => "M4 16l1-4 8.500-8.500 3 3L8 15zM11.500 5.500l3 3",
        Glyph::Export => "M10 12V3m0 0L6.5 6.5M10 3l3.5 3.5M4 12v4h12v-4",
        Glyph::Up => "M10 16V4m0 0L5 9m5-5l5 5",
        Glyph::Undo => "M7 4L3 8l4 4M3 8h9a4.5 4.5 0 0 1 0 9H8",
        Glyph::Redo => "M13 4l4 4-4 4m4-4H8a4.5 4.5 0 0 0 0 9h4",
        Glyph::Theme => "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
        Glyph::History => {
            "M3.5 5v3.500h3.500M4 8.500a6.500 6.500 0 1 1-.4 3.500M10 6.500V10l2.500 2"
        }
        Glyph::Search => {
            "M12.5 12.500l4.500 4.500M14 8.500a5.500 5.500 0 1 1-11 0a5.500 5.500 0 0 1 11 0"
        }
        Glyph::More => "M4 10h.01M10 10h.01M16 10h.01",
        Glyph::Remove => "M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6",
        Glyph::Warning => "M10 3.5L17.5 16h-15zM10 8.5v3.5m0 2v.01",
    };
    let filled = (glyph == Glyph::Theme).then_some("M10 3a7 7 0 1 0 0 14z");
    html! {
        <svg class="icon-image" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            if let Some(half) = filled {
                <path d={half} fill="currentColor" stroke="none" />
            }
            <path d={path} />
        </svg>
    }
}
