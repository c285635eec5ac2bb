//! Speech with narration let into it.
//!
//! Owns the parting of the two where marks do not: by dashes (*—No —dijo Ana—. Volveremos.*, *«Нет, — сказал он. — Мы
//! ждём»*) and, in French and some others, by commas alone (*— Je pars, dit-il, et vous ?*).

use hearsay_text::Span;

use super::attribution::Attribution;
use super::phrase::Grammar;
use crate::language::Language;

/// How many bytes of narration are looked at after a comma.
const NARRATION: u32 = 160;

/// Words as spoken, and who speaks them where narration says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Speech {
    pub(super) content: Vec<Span>,
    pub(super) attribution: Option<Attribution>,
}

impl Grammar<'_> {
    /// Parts the speech in `span`, which `has_marks` around it or a dash before it.
    pub(super) fn speech(&self, span: Span, has_marks: bool) -> Speech {
        let mut speech = Speech::default();
        let mut start = span.start;
        let dashes = if self.language.has_dashes() {
            self.dashes(span)
        } else {
            Vec::new()
        };
        let mut nth = 0;
        while let Some(dash) = dashes.get(nth) {
            let next = dashes.get(nth + 1).map_or(span.end, |next| next.start);
            let told = self.after(Span::new(dash.end, next), true, true);
            if let Some(told) = told.filter(|told| told.is_inverted || !told.source.is_empty()) {
                self.push(&mut speech, Span::new(start, dash.start), has_marks);
                speech.attribution = speech.attribution.or(Some(told));
                start = dashes.get(nth + 1).map_or(span.end, |next| next.end);
                nth += 1;
            }
            nth += 1;
        }
        self.push(&mut speech, Span::new(start, span.end), has_marks);
        speech
    }

    /// Adds the words of `part`, without narration between commas.
    fn push(&self, speech: &mut Speech, part: Span, has_marks: bool) {
        let has_commas = match self.language {
            Language::French
            | Language::Italian
            | Language::Spanish
            | Language::Portuguese
            | Language::Other => true,
            _ => !has_marks && self.language.has_dashes(),
        };
        let (mut start, mut seen) = (part.start, part.start);
        while has_commas && let Some((comma, told)) = self.narration(seen, part.end, has_marks) {
            let Some(told) = told else {
                seen = comma.end;
                continue;
            };
            // The mark that ends a question is the speaker's.
            let is_comma = comma.slice(self.text) == ",";
            let spoken = Span::new(start, if is_comma { comma.start } else { comma.end });
            self.add(speech, spoken);
            let is_first = speech.attribution.is_none();
            speech.attribution = speech.attribution.or(Some(told));
            let rest = Span::new(told.end, part.end).slice(self.text);
            start = match rest.trim_start().chars().next() {
                Some(',') => told.end,
                Some(_) if has_marks => told.end,
                // After the narrator's full stop a paragraph with a dash is the narrator's.
                _ => part.end,
            };
            seen = start;
            if !is_first {
                break;
            }
        }
        self.add(speech, Span::new(start, part.end));
    }

    /// The next comma or other mark in the speech, and the narration that begins behind it, if it does.
    fn narration(
        &self,
        from: u32,
        end: u32,
        has_marks: bool,
    ) -> Option<(Span, Option<Attribution>)> {
        let words = Span::new(from, end).slice(self.text);
        let at = words.find([',', '!', '?', '…'])?;
        let width = words[at..].chars().next().map_or(1, char::len_utf8);
        let start = from + u32::try_from(at).unwrap_or_default();
        let comma = Span::new(start, start + u32::try_from(width).unwrap_or_default());
        let mut until = end.min(comma.end + NARRATION);
        while !self.text.is_char_boundary(until as usize) {
            until -= 1;
        }
        let region = Span::new(comma.end, until);
        let first = region.slice(self.text).trim_start().chars().next();
        let told = first
            .filter(|c| c.is_alphabetic())
            .and_then(|_| self.after(region, !has_marks, false))
            .filter(|told| !told.source.is_empty());
        let told = told.filter(|told| {
            let next = Span::new(told.end, end).slice(self.text).trim_start();
            next.chars()
                .next()
                .is_none_or(|c| matches!(c, ',' | '.' | '!' | '?'))
                || told.end == until
                || first.is_some_and(char::is_lowercase) && told.is_inverted
        });
        Some((comma, told))
    }

    /// Dashes that may part speech from narration.
    fn dashes(&self, span: Span) -> Vec<Span> {
        let words = span.slice(self.text);
        let mut found = Vec::new();
        for (at, c) in words.char_indices().filter(|(_, c)| is_dash(*c)) {
            let before = words[..at].chars().next_back();
            let after = words[at + c.len_utf8()..].chars().next();
            let is_beside_space = before.is_none_or(|c| !c.is_alphanumeric())
                || after.is_none_or(|c| !c.is_alphanumeric());
            let is_hyphen = c == '-';
            let is_spaced =
                before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace);
            if is_hyphen && is_spaced || !is_hyphen && is_beside_space {
                let start = span.start + u32::try_from(at).unwrap_or_default();
                found.push(Span::new(
                    start,
                    start + u32::try_from(c.len_utf8()).unwrap_or_default(),
                ));
            }
        }
        found
    }

    fn add(&self, speech: &mut Speech, part: Span) {
        let content = self.spoken(part);
        if content.slice(self.text).chars().any(char::is_alphanumeric) {
            speech.content.push(content);
        }
    }

    /// Words without the marks that tie them to what stands beside them.
    pub(super) fn spoken(&self, part: Span) -> Span {
        let words = part.slice(self.text);
        let is_lead = |c: char| {
            c.is_whitespace()
                || is_dash(c)
                || matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '，' | '、')
        };
        let is_trail =
            |c: char| c.is_whitespace() || is_dash(c) || matches!(c, ',' | ';' | ':' | '，' | '、');
        // An ellipsis of full stops is the speaker's.
        let kept = words.trim_end_matches(is_trail);
        let lead = if kept.trim_start().starts_with("..") {
            kept.len() - kept.trim_start().len()
        } else {
            kept.len() - kept.trim_start_matches(is_lead).len()
        };
        let at = |n: usize| part.start + u32::try_from(n).unwrap_or_default();
        Span::new(at(lead), at(kept.len()))
    }
}

/// Whether `c` opens speech or narration where dashes do.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―' | '-')
}
