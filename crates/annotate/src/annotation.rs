//! Owns [`Annotation`]: anything stand-off that points into an article.

use hearsay_text::{Modality, QuoteKind, ReportKind, Span};

/// Identity of an annotation, for good: a URI, `urn:uuid:…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(pub String);

/// Name of a tag in its tag set, as files and `data-kind` carry it: `quantity`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagId(pub String);

/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Whoever makes an annotation hands it in; engine
/// suggestions carry 0, because they depend on the article alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

/// Anything stand-off that points into an article: a quote, a claim, a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Identity; stays the same through every edit, export and import.
    pub id: AnnotationId,
    /// The words annotated: one span or more, ascending and disjoint. For a quote, its content.
    pub target: Vec<Span>,
    /// What is said of them.
    pub body: Body,
    /// Who made it.
    pub origin: Origin,
    /// What a person decided about it.
    pub status: Status,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Annotation {
    /// First byte and end of all the words annotated, of their gaps too.
    #[must_use]
    pub fn reach(&self) -> (u32, u32) {
        let start = self.target.iter().map(|span| span.start).min();
        let end = self.target.iter().map(|span| span.end).max();
        (start.unwrap_or_default(), end.unwrap_or_default())
    }
}

/// What an annotation says of its target.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The target is the content of a quote.
    Quote(QuoteBody),
    /// The target is a claim that a person tagged.
    Claim(ClaimBody),
    /// A remark.
    Note(String),
}

/// A quote, as an annotation carries it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteBody {
    /// Verbatim, reported or both.
    pub kind: QuoteKind,
    /// What it reports: speech, writing, thought, stance or evidence.
    pub reports: ReportKind,
    /// Whether it is said to have happened.
    pub modality: Modality,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// The mention of who speaks.
    pub source: Vec<Span>,
    /// Who the source resolves to.
    pub speaker: Option<String>,
    /// What the resolution rests on, in the engine's word for it (`named`, `pronoun`, …).
    pub evidence: Option<String>,
    /// The words elsewhere in the article that the resolution rests on.
    pub evidence_at: Vec<Span>,
    /// The tags it was given, the first first.
    pub tags: Vec<TagId>,
    /// The engine's probability that this is a quote with these words, 0 to 1; `None` for a person's quote.
    pub confidence: Option<f32>,
}

/// A claim: a statement that a person has tagged, or that the engine suggests as worth checking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimBody {
    /// The tags it was given. The first is the one whose colour it has.
    pub tags: Vec<TagId>,
    /// What the check came to, on the scale of the tag set; `None` while it is open.
    pub verdict: Option<VerdictId>,
    /// Why the verdict is what it is, for readers; empty for none.
    pub reasoning: String,
    /// What the verdict rests on, in the order given.
    pub evidence: Vec<Evidence>,
    /// How far the check has come.
    pub progress: Progress,
    /// Who checks it, as plain text; empty for nobody.
    pub assignee: String,
    /// The person's working note; empty for none.
    pub note: String,
    /// The engine's probability that it is worth checking, 0 to 1; `None` for a person's claim.
    pub check_worthiness: Option<f32>,
}

impl ClaimBody {
    /// A claim with one tag and nothing else yet.
    #[must_use]
    pub fn tagged(tag: TagId) -> Self {
        Self {
            tags: Vec::from([tag]),
            ..Self::default()
        }
    }

    /// The first tag, whose colour and name stand for the claim where there is room for one.
    #[must_use]
    pub fn main_tag(&self) -> Option<&TagId> {
        self.tags.first()
    }
}

/// Name of a verdict in its tag set, as files carry it: `mostly-true`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerdictId(pub String);

/// Something that a verdict rests on. All of it is a person's text, and each part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Where it is: an address of the web, or a reference in words.
    pub link: String,
    /// What it is called.
    pub title: String,
    /// The words that count.
    pub excerpt: String,
    /// The day on which the person saw it, `2026-11-23`.
    pub seen: String,
}

/// How far the check of a claim has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Progress {
    /// Nobody has begun.
    #[default]
    ToDo,
    /// Somebody is at it.
    InProgress,
    /// It is done.
    Done,
}

impl Progress {
    /// All of them, in the order of work.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::InProgress, Self::Done];

    /// Name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::InProgress => "in-progress",
            Self::Done => "done",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Who made an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Suggested by the engine.
    Engine,
    /// Made, or changed, by a person.
    Person,
}

/// What a person decided about an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nothing yet.
    Suggested,
    /// It stands.
    Accepted,
    /// It does not; kept, so that the engine does not suggest it again.
    Rejected,
}
