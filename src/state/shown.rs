//! Owns what of an article is shown: in its text, in the panel, to the keys that go from one to the next.

use hearsay_annotate::{Annotation, Body, QuoteBody, Status, is_touched};

use super::review::is_engines;
use super::{Document, Settings};

/// Decides what is shown of one article with some settings.
pub struct Shown<'a> {
    document: &'a Document,
    settings: &'a Settings,
}

/// Quotes that the settings hide, by the one setting that would show them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Thoughts, stances and evidence.
    pub unsaid: usize,
    /// Those that the engine is not sure enough of.
    pub unsure: usize,
}

impl<'a> Shown<'a> {
    /// What is shown of `document` with `settings`.
    #[must_use]
    pub fn new(document: &'a Document, settings: &'a Settings) -> Self {
        Self { document, settings }
    }

    /// Whether `annotation` is shown: by the settings, and by the filters that a person has put on.
    #[must_use]
    pub fn shows(&self, annotation: &Annotation) -> bool {
        self.is_usual(annotation) && self.passes(annotation)
    }

    /// Whether `annotation` would be shown without filters. A quote that a person touched or tagged always would, and what
    /// they rejected only if that is asked for.
    fn is_usual(&self, annotation: &Annotation) -> bool {
        (annotation.status != Status::Rejected || self.settings.filters.want_rejected())
            && match &annotation.body {
                Body::Quote(quote) => {
                    self.settings.shows(quote.kind)
                        && self.settings.shows_report(quote.reports)
                        && self.is_sure(quote.confidence)
                        || self.is_persons(annotation)
                }
                Body::Claim(_) => is_touched(annotation) || self.suggests(annotation),
                Body::Note(_) => false,
            }
    }

    /// Whether the filters let `annotation` through.
    fn passes(&self, annotation: &Annotation) -> bool {
        let filters = &self.settings.filters;
        if filters.is_empty() {
            return true;
        }
        let quote = filters
            .ask_quote()
            .then(|| self.quote_of(annotation))
            .flatten();
        filters.let_through(annotation, quote)
    }

    /// The quote that `annotation` is, or that it lies in.
    fn quote_of<'b>(&'b self, annotation: &'b Annotation) -> Option<&'b QuoteBody> {
        match &annotation.body {
            Body::Quote(quote) => Some(quote),
            Body::Claim(_) | Body::Note(_) => {
                let (around, quote) = self.document.annotations.enclosing_quote(annotation)?;
                self.is_usual(around).then_some(quote)
            }
        }
    }

    /// How many annotations the filters alone hide.
    #[must_use]
    pub fn n_filtered(&self) -> usize {
        if self.settings.filters.is_empty() {
            return 0;
        }
        let all = self.document.annotations.iter();
        all.filter(|annotation| {
            annotation.status != Status::Rejected
                && self.is_usual(annotation)
                && !self.passes(annotation)
        })
        .count()
    }

    /// How many quotes are hidden by a setting, and by which. What the filters hide is not counted.
    #[must_use]
    pub fn hidden(&self) -> Hidden {
        let mut hidden = Hidden::default();
        for (annotation, quote) in self.document.annotations.quotes() {
            if annotation.status == Status::Rejected
                || self.is_usual(annotation)
                || !self.passes(annotation)
            {
                continue;
            }
            match (
                self.settings.shows_report(quote.reports),
                self.is_sure(quote.confidence),
            ) {
                (false, true) => hidden.unsaid += 1,
                (true, false) => hidden.unsure += 1,
                // Hidden for both reasons, or for its kind: neither the switch nor the threshold alone would show it.
                _ => {}
            }
        }
        hidden
    }

    /// Who says the words of `annotation`, going by the quotes that are shown without filters: a claim keeps its speaker
    /// when the quote around it is filtered out.
    #[must_use]
    pub fn speaker_of(&self, annotation: &'a Annotation) -> Option<&'a str> {
        let set = &self.document.annotations;
        if let Some((quote, _)) = set.enclosing_quote(annotation)
            && !self.is_usual(quote)
        {
            return None;
        }
        set.speaker_of(annotation)
    }

    fn is_sure(&self, confidence: Option<f32>) -> bool {
        confidence.is_none_or(|confidence| in_percent(confidence) >= self.settings.threshold)
    }

    /// Whether a person made or decided about the quote, or tagged words of it.
    fn is_persons(&self, quote: &Annotation) -> bool {
        is_decided(quote) || self.document.annotations.holds_tagged(quote)
    }

    /// Whether a claim that only the engine suggests is shown: not once a person has tagged some of its words.
    fn suggests(&self, suggestion: &Annotation) -> bool {
        self.settings.suggests_claims && !self.document.annotations.is_tagged(suggestion)
    }
}

/// Whether a person made or decided about a quote. That its speaker got another name decides nothing about it.
fn is_decided(quote: &Annotation) -> bool {
    quote.status != Status::Suggested || !is_engines(quote)
}

/// Whether a claim is a person's, and not one that the engine only suggests or that was dismissed.
pub(super) fn stands(claim: &Annotation) -> bool {
    is_touched(claim) && claim.status != Status::Rejected
}

/// A probability in whole percent, as it is shown and compared.
#[must_use]
pub fn in_percent(probability: f32) -> u8 {
    // `as` keeps within 0 to 255, and makes 0 of what is no number.
    (probability * 100.0).round() as u8
}
