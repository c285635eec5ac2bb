//! Attribution in Chinese and Japanese, which put no spaces between words.
//!
//! Owns the patterns of the two: *张伟说：“…”*, *“…”张伟说*, *田中市長は「…」と述べた*. Korean has spaces, and stands in
//! `attribution.rs` with the others.

use hearsay_text::Span;

use super::attribution::Attribution;
use super::phrase::{Grammar, ends_sentence};
use crate::language::Language;

/// How many bytes beside a quote are looked at.
const REACH: u32 = 240;

/// How many bytes there may be between a quote and the verb behind it.
const VERB_REACH: usize = 75;

/// Longest subject in bytes: a dozen characters.
const LONGEST: usize = 36;

impl Grammar<'_> {
    /// Who says the words in marks between the regions `before` and `after`.
    pub(super) fn eastern(&self, before: Span, after: Span) -> Option<Attribution> {
        let before = self.end_of(before);
        let after = self.start_of(after);
        if self.language == Language::Japanese {
            self.japanese(before, after)
        } else {
            self.chinese_before(before)
                .or_else(|| self.chinese_after(after))
        }
    }

    /// The last sentence of `region`.
    fn end_of(&self, region: Span) -> Span {
        let mut start = region.start.max(region.end.saturating_sub(REACH));
        while !self.text.is_char_boundary(start as usize) {
            start += 1;
        }
        let words = Span::new(start, region.end).slice(self.text);
        let after_end = words
            .char_indices()
            .rfind(|(_, c)| ends_sentence(*c) || matches!(c, '」' | '』' | '”'))
            .map_or(0, |(at, c)| at + c.len_utf8());
        Span::new(start + bytes(after_end), region.end)
    }

    /// The first sentence of `region`.
    fn start_of(&self, region: Span) -> Span {
        let mut end = region.end.min(region.start + REACH);
        while !self.text.is_char_boundary(end as usize) {
            end -= 1;
        }
        let words = Span::new(region.start, end).slice(self.text);
        let length = words.find(ends_sentence).unwrap_or(words.len());
        Span::new(region.start, region.start + bytes(length))
    }

    /// *市长张伟星期一说：“…”*
    fn chinese_before(&self, region: Span) -> Option<Attribution> {
        let words = region.slice(self.text);
        let told = words.trim_end_matches([':', '：', ',', '，', ' ']);
        // A verb without a colon or comma stands right before the marks or not at all.
        let (at, cue) = self
            .lexicon
            .cues()
            .filter(|cue| told.ends_with(cue))
            .map(|cue| (told.len() - cue.len(), cue))
            .min_by_key(|(at, _)| *at)?;
        let cue = self.piece(region, at, cue.len());
        let clause = told[..at].rfind(['，', '、', ',', '：']);
        let from = clause.map_or(0, |comma| {
            comma + told[comma..].chars().next().map_or(0, char::len_utf8)
        });
        let source = self.eastern_subject(region, from, &told[from..at]);
        Some(self.found(cue, source, region.end))
    }

    /// *“…”，张伟说。*
    fn chinese_after(&self, region: Span) -> Option<Attribution> {
        let words = region.slice(self.text);
        let told = words.trim_start_matches(['，', ',', ' ']);
        let lead = words.len() - told.len();
        let clause = &told[..told
            .find(['，', ',', '：', '“', '「'])
            .unwrap_or(told.len())];
        let (at, cue) = self
            .lexicon
            .cues()
            .filter_map(|cue| Some((clause.find(cue)?, cue)))
            .filter(|(at, _)| *at <= LONGEST)
            .min_by_key(|(at, cue)| (*at, std::cmp::Reverse(cue.len())))?;
        let cue = self.piece(region, lead + at, cue.len());
        let source = self.eastern_subject(region, lead, &clause[..at]);
        // *的说法* and the like: without a subject these are words in marks.
        source.map(|source| self.found(cue, Some(source), cue.end))
    }

    /// *田中市長は「…」と述べた*, *「…」と田中市長は述べた*
    fn japanese(&self, before: Span, after: Span) -> Option<Attribution> {
        let words = after.slice(self.text);
        let told = words
            .strip_prefix('と')
            .or_else(|| words.strip_prefix("など"))?;
        let (at, cue) = self
            .lexicon
            .cues()
            .filter_map(|cue| Some((told.find(cue)?, cue)))
            .filter(|(at, _)| *at <= VERB_REACH)
            .min_by_key(|(at, _)| *at)?;
        let lead = words.len() - told.len();
        let own = self.topic_in(after, lead, &told[..at]);
        let source = own.or_else(|| {
            let words = before.slice(self.text);
            self.topic_in(before, 0, words)
        });
        let cue = self.piece(after, lead + at, cue.len());
        Some(self.found(cue, source, cue.end))
    }

    /// What は, が or も marks in `words`, which begin `lead` bytes into `region`.
    fn topic_in(&self, region: Span, lead: usize, words: &str) -> Option<Span> {
        let end = words.find(['は', 'が', 'も'])?;
        let from = words[..end].rfind(['、', '，', 'で', 'に', ' ', '　']);
        let from = from.map_or(0, |at| {
            at + words[at..].chars().next().map_or(0, char::len_utf8)
        });
        let is_short = end > from && end - from <= LONGEST;
        is_short.then(|| self.piece(region, lead + from, end - from))
    }

    /// A Chinese subject: what stands before time, place and hearer.
    fn eastern_subject(&self, region: Span, lead: usize, words: &str) -> Option<Span> {
        let is_stop = |c: char| self.lexicon.stops_char(c);
        let end = words
            .char_indices()
            .skip(2)
            .find(|(_, c)| is_stop(*c))
            .map_or(words.len(), |(at, _)| at);
        let kept = words[..end].trim();
        let indent = words.len() - words.trim_start().len();
        (!kept.is_empty() && kept.len() <= LONGEST)
            .then(|| self.piece(region, lead + indent, kept.len()))
    }

    fn piece(&self, region: Span, at: usize, length: usize) -> Span {
        Span::new(region.start + bytes(at), region.start + bytes(at + length))
    }

    fn found(&self, cue: Span, source: Option<Span>, end: u32) -> Attribution {
        Attribution {
            cue,
            source,
            end,
            clause: None,
            is_inverted: false,
        }
    }
}

fn bytes(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
