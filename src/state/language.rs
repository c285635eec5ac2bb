//! Owns [`Language`]: what the page can speak. The words themselves are in `locales/`.

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which is built in.
    #[default]
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// English written backwards, from right to left. Offered to nobody: it shows how the page stands in Arabic or Hebrew.
    Mirrored,
}

impl Language {
    /// Those that are offered.
    pub const OFFERED: [Self; 3] = [Self::English, Self::German, Self::Spanish];

    /// Its code (BCP 47), which also names its file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            // The code that Unicode's locale data have for such a pseudo-language.
            Self::Mirrored => "ar-XB",
        }
    }

    /// What it calls itself: whoever looks for a language reads it in that language.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Spanish => "Español",
            Self::Mirrored => "hsilgnE",
        }
    }

    /// How its lines run, as in `dir`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Mirrored => "rtl",
            _ => "ltr",
        }
    }

    /// The language of that very code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Mirrored]
            .into_iter()
            .chain(Self::OFFERED)
            .find(|language| language.code() == code)
    }

    /// The first language that the page can speak among those that a person prefers, the most preferred first: of `de-AT`
    /// the `de`. English where there is none.
    #[must_use]
    pub fn preferred<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut codes = codes.into_iter();
        codes
            .find_map(|code| {
                let code = code.split(['-', '_']).next()?;
                Self::OFFERED
                    .into_iter()
                    .find(|language| language.code().eq_ignore_ascii_case(code))
            })
            .unwrap_or_default()
    }
}
