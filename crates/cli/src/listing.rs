//! Listings for people: quotes one by one, in colour where a terminal shows it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::IsTerminal as _;

use hearsay_quotes::Quote;
use hearsay_text::{Article, Modality, Place, ReportKind, Span};

use crate::input::Loaded;

/// How a listing is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listing {
    in_colour: bool,
}

impl Listing {
    /// In colour on a terminal, unless the environment says `NO_COLOR` (<https://no-color.org>).
    pub(crate) fn for_standard_output() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            in_colour: !refused && std::io::stdout().is_terminal(),
        }
    }

    /// The quotes of an article, one after the other, and a line between articles.
    pub(crate) fn quotes(self, loaded: &Loaded, quotes: &[Quote]) -> String {
        let speakers: BTreeSet<&str> = quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref())
            .map(|speaker| speaker.name.as_str())
            .collect();
        let mut out = format!(
            "{}: {}, {}\n\n",
            self.bold(&printable(&loaded.name())),
            count(quotes.len(), "quote"),
            count(speakers.len(), "speaker"),
        );
        for (nth, quote) in quotes.iter().enumerate() {
            self.quote(&mut out, nth + 1, &loaded.article, quote);
        }
        out
    }

    fn quote(self, out: &mut String, number: usize, article: &Article, quote: &Quote) {
        let words = |spans: &[Span]| {
            let words: Vec<&str> = spans.iter().map(|span| article.slice(*span)).collect();
            printable(&words.join(" … "))
        };
        let speaker = quote.speaker.as_ref().map_or_else(
            || self.dim("nobody named"),
            |speaker| self.bold(&printable(&speaker.name)),
        );
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{number:>3}. {speaker}");
        let _ = writeln!(out, "     {}", words(&quote.content));
        let mut facts = vec![quote.kind.name().to_owned()];
        if quote.reports != ReportKind::Speech {
            facts.push(quote.reports.name().to_owned());
        }
        if quote.modality != Modality::Actual {
            facts.push(quote.modality.name().to_owned());
        }
        if !quote.cue.is_empty() {
            facts.push(format!("cue: {}", words(&quote.cue)));
        }
        if !quote.source.is_empty() {
            facts.push(format!("source: {}", words(&quote.source)));
        }
        if let Some(speaker) = &quote.speaker {
            facts.push(format!("speaker by: {}", speaker.evidence.name()));
        }
        if let Some(place) = place_of(article, quote) {
            facts.push(printable(&place));
        }
        facts.push(format!("confidence: {:.2}", quote.confidence));
        let _ = writeln!(out, "     {}\n", self.dim(&facts.join(" · ")));
    }

    fn bold(self, words: &str) -> String {
        self.styled("1", words)
    }

    fn dim(self, words: &str) -> String {
        self.styled("2", words)
    }

    fn styled(self, code: &str, words: &str) -> String {
        if self.in_colour {
            format!("\u{1b}[{code}m{words}\u{1b}[0m")
        } else {
            words.to_owned()
        }
    }
}

/// The page or chapter that a quote begins on.
fn place_of(article: &Article, quote: &Quote) -> Option<String> {
    let start = quote.content.first()?.start;
    let before = article
        .landmarks
        .partition_point(|landmark| landmark.start <= start);
    let landmark = article.landmarks.get(before.checked_sub(1)?)?;
    Some(place_name(&landmark.place))
}

/// A place as people cite it.
pub(crate) fn place_name(place: &Place) -> String {
    match place {
        Place::Page(number) => format!("page {number}"),
        Place::Chapter(title) => format!("chapter “{title}”"),
    }
}

/// The words on one line, without the control characters by which a text could steer the terminal it is shown on.
pub(crate) fn printable(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            _ if c.is_control() => shown.push('\u{fffd}'),
            // Marks that turn the direction of writing around.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => shown.push('\u{fffd}'),
            _ => shown.push(c),
        }
    }
    shown
}

fn count(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        assert_eq!(
            printable("a\u{1b}[2Jb\nc\u{202e}d"),
            "a\u{fffd}[2Jb c\u{fffd}d"
        );
    }
}
