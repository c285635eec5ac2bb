//! Owns [`Filters`]: which annotations of the open article a person wants to see just now.
//!
//! They are part of [`Settings`](super::Settings), so that every list, highlight and count goes by them without being told,
//! but they last only as long as the article is open, and are not kept.

use hearsay_annotate::{Annotation, Body, Progress, QuoteBody, Status, TagId, VerdictId};
use hearsay_text::QuoteKind;

use super::in_percent;

/// Only these annotations are shown. What is asked of one thing (two speakers) is one *or* the other; what is asked of
/// different things (a speaker and a tag) is one *and* the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters {
    /// What is asked, in the order in which it was.
    pub only: Vec<Only>,
    /// Confidence from, in percent.
    pub from: u8,
    /// Confidence up to, in percent.
    pub to: u8,
}

/// Something that is asked of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    /// Said by this speaker; `None` for quotes that nobody could be found for. A claim is said by who says the quote
    /// around it.
    Speaker(Option<String>),
    /// Quotes of this kind, and claims in them.
    Kind(QuoteKind),
    /// With this tag.
    Tag(TagId),
    /// Come this far.
    Standing(Standing),
    /// Claims with this verdict; `None` for those of a person's that have none yet.
    Verdict(Option<VerdictId>),
}

/// How far a person has come with an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The engine suggests it, and nobody has decided.
    Suggested,
    /// A person made or accepted it.
    Accepted,
    /// A person rejected it. Such are shown only when they are asked for.
    Rejected,
    /// A claim that a person made or accepted, whose check has come this far.
    Check(Progress),
}

/// What an [`Only`] is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Speakers.
    Speaker,
    /// Kinds of quotes.
    Kind,
    /// Tags.
    Tag,
    /// Decisions, and progress of the check.
    Standing,
    /// Verdicts.
    Verdict,
}

impl Facet {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 5] = [
        Self::Speaker,
        Self::Kind,
        Self::Tag,
        Self::Standing,
        Self::Verdict,
    ];
}

impl Standing {
    /// All of them, in the order of work.
    pub const ALL: [Self; 6] = [
        Self::Suggested,
        Self::Accepted,
        Self::Rejected,
        Self::Check(Progress::ToDo),
        Self::Check(Progress::InProgress),
        Self::Check(Progress::Done),
    ];

    /// Whether `annotation` has come this far.
    #[must_use]
    pub fn is_of(self, annotation: &Annotation) -> bool {
        let stands = annotation.status == Status::Accepted;
        match self {
            // A quote whose speaker got another name waits for a decision all the same.
            Self::Suggested => annotation.status == Status::Suggested,
            Self::Accepted => stands,
            Self::Rejected => annotation.status == Status::Rejected,
            Self::Check(progress) => {
                matches!(&annotation.body, Body::Claim(claim) if stands && claim.progress == progress)
            }
        }
    }
}

impl Only {
    /// What it is asked of.
    #[must_use]
    pub const fn facet(&self) -> Facet {
        match self {
            Self::Speaker(_) => Facet::Speaker,
            Self::Kind(_) => Facet::Kind,
            Self::Tag(_) => Facet::Tag,
            Self::Standing(_) => Facet::Standing,
            Self::Verdict(_) => Facet::Verdict,
        }
    }

    /// Whether `annotation` is such a one; `quote` is itself, or the quote around it.
    fn lets(&self, annotation: &Annotation, quote: Option<&QuoteBody>) -> bool {
        match (self, &annotation.body) {
            (Self::Speaker(speaker), _) => quote.is_some_and(|quote| quote.speaker == *speaker),
            (Self::Kind(kind), _) => quote.is_some_and(|quote| quote.kind == *kind),
            (Self::Tag(tag), Body::Quote(quote)) => quote.tags.contains(tag),
            (Self::Tag(tag), Body::Claim(claim)) => claim.tags.contains(tag),
            (Self::Standing(standing), _) => standing.is_of(annotation),
            (Self::Verdict(verdict), Body::Claim(claim)) => {
                Standing::Accepted.is_of(annotation) && claim.verdict == *verdict
            }
            (Self::Tag(_) | Self::Verdict(_), _) => false,
        }
    }
}

impl Default for Filters {
    fn default() -> Self {
        Self {
            only: Vec::new(),
            from: 0,
            to: 100,
        }
    }
}

impl Filters {
    /// Whether nothing is asked, and everything shown.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.only.is_empty() && !self.ask_confidence()
    }

    /// Whether a certain confidence is asked for.
    #[must_use]
    pub const fn ask_confidence(&self) -> bool {
        self.from > 0 || self.to < 100
    }

    /// Whether anything is asked of the quote around an annotation.
    #[must_use]
    pub fn ask_quote(&self) -> bool {
        let asked = |only: &Only| matches!(only, Only::Speaker(_) | Only::Kind(_));
        self.only.iter().any(asked)
    }

    /// Whether rejected annotations are wanted.
    #[must_use]
    pub fn want_rejected(&self) -> bool {
        self.only.contains(&Only::Standing(Standing::Rejected))
    }

    /// Whether `annotation` is shown. `quote` is itself or the quote around it; needed where [`Filters::ask_quote`].
    #[must_use]
    pub fn let_through(&self, annotation: &Annotation, quote: Option<&QuoteBody>) -> bool {
        // What a person made has no confidence: nothing is surer.
        let confidence = match &annotation.body {
            Body::Quote(quote) => quote.confidence,
            Body::Claim(claim) => claim.check_worthiness,
            Body::Note(_) => None,
        };
        let confidence = confidence.map_or(100, in_percent);
        let met = |facet: Facet| {
            let mut asked = self.only.iter().filter(|only| only.facet() == facet);
            match asked.next() {
                None => true,
                Some(first) => {
                    first.lets(annotation, quote) || asked.any(|only| only.lets(annotation, quote))
                }
            }
        };
        self.from <= confidence && confidence <= self.to && Facet::ALL.into_iter().all(met)
    }

    /// The same without what is asked of `facet`: what a chart of it counts, so that its other bars stay to be chosen.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let mut rest = self.clone();
        rest.only.retain(|only| only.facet() != facet);
        rest
    }

    /// Asks for `only`, or no longer.
    pub fn toggle(&mut self, only: Only) {
        match self.only.iter().position(|asked| *asked == only) {
            Some(at) => drop(self.only.remove(at)),
            None => self.only.push(only),
        }
    }
}
