//! Owns [`Layout`]: which list of the panel shows, and what is over the page.

/// How many of what was chosen in the palette are remembered.
const N_RECENT: usize = 6;

/// Which list of the panel shows, and what is over the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The list of the panel.
    pub tab: Tab,
    /// Whether the panel is up, where it is a sheet (on a small screen).
    pub sheet_up: bool,
    /// What is over the page, if anything.
    pub over: Option<Over>,
    /// What was chosen in the palette of commands, by identity, the latest first.
    pub recent: Vec<String>,
}

/// A list of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quotes by speaker: the cast.
    #[default]
    Quotes,
    /// Claims.
    Claims,
    /// The article at a glance.
    Overview,
}

impl Tab {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 3] = [Self::Quotes, Self::Claims, Self::Overview];
}

/// Something over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The sheet of keys.
    Keys,
    /// The palette of commands.
    Palette,
    /// The steps of the history.
    History,
}

/// What changes the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutAction {
    /// Show a list of the panel, and put the panel up where it is a sheet.
    ShowTab(Tab),
    /// Show the list that what came into focus is in.
    Follow(Tab),
    /// Put the panel up or down, where it is a sheet.
    Sheet(bool),
    /// Put something over the page, or take it away.
    Over(Option<Over>),
    /// This very thing is no longer over the page; what else came over it meanwhile stays.
    Gone(Over),
    /// This was chosen in the palette of commands.
    Chosen(String),
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
            LayoutAction::Gone(over) => self.over = self.over.filter(|other| *other != over),
            LayoutAction::Chosen(id) => {
                self.recent.retain(|other| *other != id);
                self.recent.insert(0, id);
                self.recent.truncate(N_RECENT);
            }
        }
    }
}
