//! Owns [`Quote`] and what is said of it: kind, speaker, confidence.

use hearsay_text::{Modality, QuoteKind, ReportKind, Span};

/// Confidence from which a quote is shown unless somebody asks for more or fewer.
pub const DEFAULT_THRESHOLD: f32 = 0.45;

/// Words attributed to someone. `"…," she said, "…"` is one quote with two content spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The attributed words: one span or more, ascending and disjoint. Enclosing quotation marks are outside.
    pub content: Vec<Span>,
    /// The words that attribute (*said*, *according to*); empty for a floating quote.
    pub cue: Vec<Span>,
    /// The mention of who speaks (*she*, *the minister*); that of the neighbouring quote which a quote goes on from. Empty
    /// when the text names nobody.
    pub source: Vec<Span>,
    /// Verbatim, reported or both.
    pub kind: QuoteKind,
    /// What it reports: speech, writing, thought, stance or evidence.
    pub reports: ReportKind,
    /// Whether it is said to have happened.
    pub modality: Modality,
    /// Whether quotation marks enclose any of the content.
    pub marked: bool,
    /// Who the source resolves to, and why; `None` when nothing tells.
    pub speaker: Option<Speaker>,
    /// Probability that this is a quote with these words, 0 to 1.
    pub confidence: f32,
}

impl Quote {
    /// Whether a reader sees it without asking: somebody said or wrote it, and the engine is at least this sure.
    #[must_use]
    pub const fn is_shown_by_default(&self, threshold: f32) -> bool {
        self.reports.is_said() && self.confidence >= threshold
    }
}

/// Every span of every quote, in order.
pub(crate) fn spans(quotes: &[Quote]) -> Vec<Span> {
    let mut spans: Vec<Span> = quotes
        .iter()
        .flat_map(|quote| quote.content.iter().chain(&quote.cue).chain(&quote.source))
        .copied()
        .collect();
    spans.sort_unstable();
    spans
}

/// The person or body that a source resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name the article gives; the mention itself when it gives none.
    pub name: String,
    /// What the resolution rests on.
    pub evidence: Evidence,
    /// The words elsewhere in the article that it rests on: the fuller name, what a pronoun stands for. `None` where the
    /// source itself is all there is.
    pub evidence_at: Option<Span>,
}

/// What the resolution of a speaker rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The source is the name, or holds it (*Joelle Pineau, vice president at Meta*).
    Named,
    /// A surname or other part of a fuller name elsewhere in the article.
    PartOfName,
    /// A name whose first part is an initial (*J. Pineau*), and a fuller name elsewhere that it fits.
    Initials,
    /// A name on a social network (*@anaruiz*) that the article ties to somebody.
    Handle,
    /// The short form of a body that the article spells out (*FDA*).
    Acronym,
    /// A pronoun, resolved to the nearest fitting speaker before it.
    Pronoun,
    /// A part in life (*the minister*) that the article gives one person in reach.
    Role,
    /// A sort of body (*the company*) that one body in reach is.
    KindOfBody,
    /// Somebody or something of a person or body that is known (*her office*, *Ruiz's spokesman*).
    Possessive,
    /// *They*, for the people last spoken of (*officials*).
    Group,
    /// A signature line under a post.
    Signature,
    /// The quote goes on from one whose speaker is known.
    Continuation,
    /// The mention as it stands (*officials*, *a spokesperson*): nothing tells more.
    MentionOnly,
}

impl Evidence {
    /// Its name in files and in the page: `named`, `part-of-name`, `pronoun`, ….
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::PartOfName => "part-of-name",
            Self::Initials => "initials",
            Self::Handle => "handle",
            Self::Acronym => "acronym",
            Self::Pronoun => "pronoun",
            Self::Role => "role",
            Self::KindOfBody => "kind-of-body",
            Self::Possessive => "possessive",
            Self::Group => "group",
            Self::Signature => "signature",
            Self::Continuation => "continuation",
            Self::MentionOnly => "mention-only",
        }
    }
}
