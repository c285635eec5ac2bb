//! Owns [`Layout`]: which list of the panel shows, and what is over the page.

/// Which list of the panel shows, and what is over the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The list of the panel.
    pub tab: Tab,
    /// Whether the panel is up, where it is a sheet (on a small screen).
    pub sheet_up: bool,
    /// What is over the page, if anything.
    pub over: Option<Over>,
}

/// A list of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quotes by speaker: the cast.
    #[default]
    Quotes,
    /// Claims.
    Claims,
}

impl Tab {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 2] = [Self::Quotes, Self::Claims];
}

/// Something over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The sheet of keys.
    Keys,
}

/// What changes the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutAction {
    /// Show a list of the panel, and put the panel up where it is a sheet.
    ShowTab(Tab),
    /// Show the list that what came into focus is in.
    Follow(Tab),
    /// Put the panel up or down, where it is a sheet.
    Sheet(bool),
    /// Put something over the page, or take it away.
    Over(Option<Over>),
}

impl Layout {
    /// Does what `action` says.
    pub(super) fn apply(&mut self, action: LayoutAction) {
        match action {
            LayoutAction::ShowTab(tab) => {
                self.tab = tab;
                self.sheet_up = true;
            }
            LayoutAction::Follow(tab) => self.tab = tab,
            LayoutAction::Sheet(up) => self.sheet_up = up,
            LayoutAction::Over(over) => self.over = over,
        }
    }
}
