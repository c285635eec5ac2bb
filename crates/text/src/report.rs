//! Owns [`ReportKind`] and [`Modality`]: what a quote reports, and whether it is said to have happened.

/// What a quote reports of its source. Corpora of attribution hold more than readers call a quote; this tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportKind {
    /// Spoken words: *said*, *according to*.
    #[default]
    Speech,
    /// Written words: *wrote*, *tweeted*, a statement, a report that somebody signed.
    Writing,
    /// What somebody thinks, wants, expects or knows: *believes*, *hoped*.
    Thought,
    /// Where somebody stands, told by what they did with words: *endorsed*, *criticised*, *declined to comment*.
    Stance,
    /// What a finding shows: *the poll shows*.
    Evidence,
}

impl ReportKind {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 5] = [
        Self::Speech,
        Self::Writing,
        Self::Thought,
        Self::Stance,
        Self::Evidence,
    ];

    /// Its name in files, on the command line and in the page: `speech`, `writing`, `thought`, `stance`, `evidence`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Writing => "writing",
            Self::Thought => "thought",
            Self::Stance => "stance",
            Self::Evidence => "evidence",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether these are words of somebody's, which is what readers call a quote.
    #[must_use]
    pub const fn is_said(self) -> bool {
        matches!(self, Self::Speech | Self::Writing)
    }
}

/// Whether what a quote reports is said to have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It happened: *she said*.
    #[default]
    Actual,
    /// It did not: *she never said*, *did not say whether*.
    Negated,
    /// It might, would or should: *she could say*, *if she said*.
    Hypothetical,
}

impl Modality {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 3] = [Self::Actual, Self::Negated, Self::Hypothetical];

    /// Its name in files and in the page: `actual`, `negated`, `hypothetical`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Negated => "negated",
            Self::Hypothetical => "hypothetical",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|modality| modality.name() == name)
    }
}
