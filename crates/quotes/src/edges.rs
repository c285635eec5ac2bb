//! Where a content begins and ends for a reader.
//!
//! Owns the trimming of spans: enclosing quotation marks, commas and white space stay outside, full stops and question
//! marks inside, and pairs of marks are not torn apart. Words are never cut off: what the model took for content stays.

use hearsay_text::Span;

use crate::marks::{Ending, MarkPair, Marks};

/// The content without enclosing marks, and without commas, colons, dashes and white space at its ends. Empty when it
/// held nothing else.
pub(crate) fn trim_content(text: &str, marks: &Marks, span: Span) -> Span {
    let mut span = span.trimmed(text);
    loop {
        let words = span.slice(text);
        let mut next = span;
        if let Some(mark) = mark_at(text, span.start) {
            if is_outer_opener(marks, mark, span) {
                next.start = mark.end;
            }
        } else if let Some(c) = words.chars().next().filter(|c| is_lead(*c)) {
            next.start += width(c);
        }
        if let Some(mark) = mark_before(text, span.end).filter(|mark| mark.start >= next.start) {
            if is_outer_closer(marks, mark, span) {
                next.end = mark.start;
            }
        } else if let Some(c) = words.chars().next_back().filter(|c| is_trail(*c))
            && span.end - width(c) >= next.start
        {
            next.end -= width(c);
        }
        next = Span::new(next.start, next.end).trimmed(text);
        if next == span {
            return take_in_marks(text, marks, span);
        }
        span = next;
    }
}

/// A source or cue without commas, white space and a sentence's full stop at its ends.
pub(crate) fn trim_mention(text: &str, span: Span) -> Span {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let words = span.slice(text);
    let mut kept = words.trim_matches(is_edge);
    // A mark that closes what stands before.
    if let Some(rest) = kept.strip_prefix("’ ") {
        kept = rest;
    }
    if let Some(stem) = kept.strip_suffix('.')
        && !abbreviates(stem)
    {
        kept = stem;
    }
    if kept.is_empty() {
        return span;
    }
    let lead = words.find(kept).unwrap_or_default();
    let start = span.start + u32::try_from(lead).unwrap_or_default();
    Span::new(start, start + u32::try_from(kept.len()).unwrap_or_default())
}

/// The full stop that ends a sentence of the writer's is not said by anybody: an indirect content ends before it.
pub(crate) fn without_full_stop(text: &str, marks: &Marks, span: Span) -> Span {
    let kept = span.slice(text).strip_suffix('.');
    let in_marks = marks
        .outermost_over(span)
        .any(|pair| pair.outer().end >= span.end);
    match kept {
        Some(kept) if !in_marks && !kept.is_empty() && !abbreviates(kept) => {
            Span::new(span.start, span.end - 1)
        }
        _ => span,
    }
}

/// A direct content ends after the mark that ends its sentence.
pub(crate) fn with_end_mark(text: &str, span: Span) -> Span {
    let rest = &text[span.end as usize..];
    let ends_already = span.slice(text).ends_with(['.', '?', '!', '…']);
    match rest.chars().next() {
        Some(c @ ('.' | '?' | '!' | '…')) if !ends_already => {
            // Only if the sentence does end here, by a closing mark, a space or the end of the text.
            let next = rest[c.len_utf8()..].chars().next();
            if next.is_none_or(|c| !c.is_alphanumeric()) {
                Span::new(span.start, span.end + width(c))
            } else {
                span
            }
        }
        _ => span,
    }
}

/// Whether a full stop after these words is part of their last one: *U.S.*, *Inc.*, *J.*
fn abbreviates(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.contains('.')
        || last.chars().count() < 3
        || matches!(
            last,
            "Inc" | "Corp" | "Ltd" | "Bros" | "Calif" | "Mass" | "Penn" | "etc"
        )
}

/// A pair whose marks just missed the content is taken in when only part of the content stands in it, so that a
/// reader sees both marks of it: *called it “a mess” and left* must not begin after the opening mark.
fn take_in_marks(text: &str, marks: &Marks, span: Span) -> Span {
    let mut span = span;
    if let Some(pair) = pair_of_opener_ending_at(marks, span.start)
        && let Ending::Closed(close) = pair.ending
        && close.end < span.end
        && text[close.end as usize..span.end as usize]
            .chars()
            .any(char::is_alphanumeric)
    {
        span.start = pair.open.start;
    }
    if let Some(pair) = pair_of_closer_starting_at(marks, span.end)
        && pair.open.start > span.start
        && text[span.start as usize..pair.open.start as usize]
            .chars()
            .any(char::is_alphanumeric)
        && let Ending::Closed(close) = pair.ending
    {
        span.end = close.end;
    }
    span
}

const fn is_lead(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '—' | '–')
}

const fn is_trail(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '—' | '–')
}

fn width(c: char) -> u32 {
    u32::try_from(c.len_utf8()).unwrap_or_default()
}

/// The double mark that begins at `at`.
fn mark_at(text: &str, at: u32) -> Option<Span> {
    let rest = text.get(at as usize..)?;
    let length = mark_length(rest)?;
    Some(Span::new(at, at + length))
}

/// The double mark that ends at `end`.
fn mark_before(text: &str, end: u32) -> Option<Span> {
    let before = text.get(..end as usize)?;
    let length = if before.ends_with("''") || before.ends_with("``") {
        2
    } else {
        let c = before.chars().next_back()?;
        mark_length(&before[before.len() - c.len_utf8()..])?
    };
    Some(Span::new(end - length, end))
}

fn mark_length(rest: &str) -> Option<u32> {
    if rest.starts_with("''") || rest.starts_with("``") {
        return Some(2);
    }
    let c = rest.chars().next()?;
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
            | '‘'
            | '’'
            | '\''
    )
    .then(|| width(c))
}

/// Whether the mark opens a pair that goes on to the end of `span` or beyond, or is a stray.
fn is_outer_opener(marks: &Marks, mark: Span, span: Span) -> bool {
    match find_pair(marks, mark) {
        Some(pair) => match pair.ending {
            Ending::Closed(close) => close.end >= span.end || close == mark,
            Ending::Continued | Ending::Unclosed => true,
        },
        None => marks.unpaired.binary_search(&mark).is_ok() || pair_of_close(marks, mark).is_some(),
    }
}

/// Whether the mark closes a pair that began at the start of `span` or before, or is a stray.
fn is_outer_closer(marks: &Marks, mark: Span, span: Span) -> bool {
    match pair_of_close(marks, mark) {
        Some(pair) => pair.open.start <= span.start,
        None => marks.unpaired.binary_search(&mark).is_ok() || find_pair(marks, mark).is_some(),
    }
}

fn find_pair(marks: &Marks, open: Span) -> Option<&MarkPair> {
    let at = marks
        .pairs
        .binary_search_by_key(&open.start, |pair| pair.open.start)
        .ok()?;
    Some(&marks.pairs[at])
}

fn pair_of_opener_ending_at(marks: &Marks, end: u32) -> Option<&MarkPair> {
    let at = marks.pairs.partition_point(|pair| pair.open.end < end);
    marks.pairs.get(at).filter(|pair| pair.open.end == end)
}

fn pair_of_closer_starting_at(marks: &Marks, start: u32) -> Option<&MarkPair> {
    marks.closing_at(start)
}

fn pair_of_close(marks: &Marks, close: Span) -> Option<&MarkPair> {
    marks.closing_at(close.start)
}
