//! Owns what a person has set to their liking.

use hearsay_text::{QuoteKind, ReportKind};

use super::Language;
use crate::t;

/// What a person has set to their liking; kept in the browser, apart from articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Kinds of quotes that are neither highlighted nor listed, by [`QuoteKind::name`].
    pub hidden_kinds: Vec<&'static str>,
    /// Whether quotes that are nobody's words are shown too: thoughts, stances, evidence.
    pub shows_unsaid: bool,
    /// Quotes that the engine is less sure of are hidden, in percent.
    pub threshold: u8,
    /// Whether claims that the engine finds worth checking are shown.
    pub suggests_claims: bool,
    /// Whether these are listed by how much they are worth checking, and not by place.
    pub claims_by_score: bool,
    /// What the person wants to see of the open article just now. Here, so that it holds wherever the settings do; not kept.
    pub filters: super::Filters,
    /// Template of the person's own proxy ([`super::proxied`]), for addresses that sites refuse; none unless they set one.
    pub proxy: Option<String>,
    /// The language that the page is to speak; `None` for the browser's.
    pub language: Option<Language>,
    /// Whether keys of one letter or digit do something. Who speaks to the computer, or types with a trembling hand, may
    /// want them off (WCAG 2.2, 2.1.4).
    pub letter_keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            hidden_kinds: Vec::new(),
            shows_unsaid: false,
            threshold: Self::DEFAULT_THRESHOLD,
            suggests_claims: true,
            claims_by_score: false,
            filters: super::Filters::default(),
            proxy: None,
            language: None,
            letter_keys: true,
        }
    }
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

    /// The one that is offered after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

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
    pub fn label(self) -> String {
        match self {
            Self::System => t!("app-theme-system"),
            Self::Light => t!("app-theme-light"),
            Self::Dark => t!("app-theme-dark"),
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl Settings {
    /// The engine's own threshold, in percent: the page doesn't carry the engine, so a test holds the two together.
    pub const DEFAULT_THRESHOLD: u8 = 45;

    /// Whether quotes of `kind` are shown.
    #[must_use]
    pub fn shows(&self, kind: QuoteKind) -> bool {
        !self.hidden_kinds.contains(&kind.name())
    }

    /// Whether quotes that report such a thing are shown.
    #[must_use]
    pub const fn shows_report(&self, reports: ReportKind) -> bool {
        self.shows_unsaid || reports.is_said()
    }

    /// The settings in one line, as the browser keeps them: `theme=dark;hidden=indirect,mixed;unsaid=0;sure=40;suggest=1;rank=0;lang=de;letters=1;proxy=`.
    #[must_use]
    pub fn to_line(&self) -> String {
        let flag = |on: bool| if on { "1" } else { "0" };
        [
            "theme=",
            self.theme.name(),
            ";hidden=",
            &self.hidden_kinds.join(","),
            ";unsaid=",
            flag(self.shows_unsaid),
            ";sure=",
            &self.threshold.to_string(),
            ";suggest=",
            flag(self.suggests_claims),
            ";rank=",
            flag(self.claims_by_score),
            ";lang=",
            self.language.map_or("", Language::code),
            ";letters=",
            flag(self.letter_keys),
            ";proxy=",
            self.proxy.as_deref().unwrap_or_default(),
        ]
        .concat()
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
                "unsaid" => settings.shows_unsaid = value == "1",
                "sure" => {
                    let percent = value.parse().ok().filter(|percent| *percent <= 100);
                    settings.threshold = percent.unwrap_or(settings.threshold);
                }
                "suggest" => settings.suggests_claims = value != "0",
                "lang" => settings.language = Language::from_code(value),
                "letters" => settings.letter_keys = value != "0",
                "rank" => settings.claims_by_score = value == "1",
                "proxy" => {
                    settings.proxy = super::is_proxy(value).then(|| value.to_owned());
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
            shows_unsaid: true,
            threshold: 85,
            suggests_claims: false,
            claims_by_score: true,
            filters: crate::state::Filters::default(),
            proxy: Some(String::from("https://proxy.example/?to={url}&raw=1")),
            language: Some(Language::Spanish),
            letter_keys: false,
        };
        assert_eq!(Settings::from_line(&settings.to_line()), settings);
        assert_eq!(
            Settings::from_line(&Settings::default().to_line()),
            Settings::default()
        );
    }

    #[test]
    fn a_line_from_elsewhere_leaves_the_defaults() {
        for line in [
            "",
            ";;=",
            "theme=plaid;hidden=loud",
            "size=3",
            "lang=tlh;letters=",
            "sure=900;unsaid=maybe;suggest=;rank=x",
            "proxy=javascript:alert(1)",
        ] {
            assert_eq!(Settings::from_line(line), Settings::default(), "{line}");
        }
    }
}
