//! Owns what a person has set to their liking.

use std::collections::BTreeSet;

use hearsay_text::QuoteKind;

/// What a person has set to their liking; kept in the browser, apart from articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Kinds of quotes that are neither highlighted nor listed, by [`QuoteKind::name`].
    pub hidden_kinds: BTreeSet<&'static str>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All themes, in the order to offer them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Name in storage and in `data-theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Name as shown.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Settings {
    /// Whether quotes of `kind` are shown.
    #[must_use]
    pub fn shows(&self, kind: QuoteKind) -> bool {
        !self.hidden_kinds.contains(kind.name())
    }

    /// The settings in one line, as the browser keeps them: `theme=dark;hidden=indirect,mixed`.
    #[must_use]
    pub fn to_line(&self) -> String {
        let hidden: Vec<_> = self.hidden_kinds.iter().copied().collect();
        ["theme=", self.theme.name(), ";hidden=", &hidden.join(",")].concat()
    }

    /// Reads [`Settings::to_line`]; what it doesn't know is left at its default.
    #[must_use]
    pub fn from_line(line: &str) -> Self {
        let mut settings = Self::default();
        for (name, value) in line.split(';').filter_map(|part| part.split_once('=')) {
            match name {
                "theme" => settings.theme = Theme::from_name(value).unwrap_or_default(),
                "hidden" => {
                    let kinds = value.split(',').filter_map(QuoteKind::from_name);
                    settings.hidden_kinds = kinds.map(QuoteKind::name).collect();
                }
                _ => {}
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_being_kept_in_a_line() {
        let settings = Settings {
            theme: Theme::Dark,
            hidden_kinds: ["indirect", "mixed"].into(),
        };
        assert_eq!(Settings::from_line(&settings.to_line()), settings);
        assert_eq!(
            Settings::from_line(&Settings::default().to_line()),
            Settings::default()
        );
    }

    #[test]
    fn a_line_from_elsewhere_leaves_the_defaults() {
        for line in ["", ";;=", "theme=plaid;hidden=loud", "size=3"] {
            assert_eq!(Settings::from_line(line), Settings::default(), "{line}");
        }
    }
}
