//! Owns [`QuoteKind`], a word that engine, annotations and app share.

/// How faithful a quote is to the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteKind {
    /// Verbatim.
    Direct,
    /// Reported in the writer's words.
    Indirect,
    /// Reported, with verbatim pieces.
    Mixed,
}

impl QuoteKind {
    /// All kinds, in the order they are listed in.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// The kind's name in files, on the command line and in the page: `direct`, `indirect`, `mixed`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
