//! Owns the last look for clutter, line by line, in what was found to be the article: what readability leaves because it
//! stands in the middle of the text.
//!
//! Running text is never dropped for its words alone.

use std::collections::HashSet;

use hearsay_text::Metadata;

use super::byline;
use super::metadata::is_title;
use super::phrases::{ends_page, heads_links, is_boilerplate, leads_elsewhere, n_asks};
use super::scan::size_of;
use super::words::normal;
use crate::Event;
use crate::builder::is_block;
use crate::event::attribute;
use crate::post::is_post_class;

/// Words that stand together: from one block boundary to the next.
struct Line {
    /// Positions of its texts among the events.
    texts: Vec<usize>,
    /// Its words, see [`normal`].
    normal: String,
    size: usize,
    links: usize,
    /// 1 to 6 in a heading.
    heading: u8,
    /// In an embedded post, a list, a table, code: kept but for exact phrases.
    is_set_apart: bool,
    in_post: bool,
    in_item: bool,
    ends_sentence: bool,
    /// Phrases that ask to pay or to log in.
    asks: usize,
    dropped: bool,
}

/// A line of so many letters is running text.
const LONG: usize = 90;

/// The events without clutter; `standfirst` first, where it is not there yet.
pub(super) fn without(
    mut events: Vec<Event>,
    known: &Metadata,
    standfirst: Option<&str>,
) -> Vec<Event> {
    let mut lines = lines(&events);
    drop_boxes(&events, &mut lines);
    drop_phrases(&mut lines);
    drop_head(&mut lines, known);
    drop_lists_of_links(&mut lines);
    drop_tail(&mut lines, known);
    let lead = standfirst.filter(|lead| is_missing(lead, &lines, known));
    for line in lines.iter().filter(|line| line.dropped) {
        for at in &line.texts {
            events[*at] = Event::Text(String::new());
        }
    }
    if let Some(lead) = lead {
        let lead = [Event::open("p"), Event::text(lead), Event::Close];
        events.splice(0..0, lead);
    }
    events
}

/// The events of a whole page without clutter and without what is not in the article that was found, nor goes on from it,
/// nor stands in the middle of it like text: for pages that part the article where readability did not look for it.
pub(super) fn around(mut events: Vec<Event>, found: &[Event], known: &Metadata) -> Vec<Event> {
    let mut lines = lines(&events);
    drop_boxes(&events, &mut lines);
    drop_phrases(&mut lines);
    drop_head(&mut lines, known);
    drop_lists_of_links(&mut lines);
    let wanted: HashSet<String> = self::lines(found)
        .into_iter()
        .map(|line| line.normal)
        .filter(|line| !line.is_empty())
        .collect();
    let matches = |line: &Line| line.size > 20 && wanted.contains(&line.normal);
    let (Some(first), Some(last)) = (
        lines.iter().position(matches),
        lines.iter().rposition(matches),
    ) else {
        return events;
    };
    let mut keep: Vec<bool> = lines
        .iter()
        .enumerate()
        .map(|(idx, line)| {
            wanted.contains(&line.normal) || (first..=last).contains(&idx) && is_text(line)
        })
        .collect();
    let mut n_odd = 0;
    for idx in last + 1..lines.len() {
        let line = &lines[idx];
        keep[idx] = is_text(line);
        n_odd = if keep[idx] || line.dropped {
            0
        } else {
            n_odd + line.size / 40 + 1
        };
        if n_odd > 3 {
            break;
        }
    }
    n_odd = 0;
    for idx in (0..first).rev() {
        let line = &lines[idx];
        if line.heading == 1 {
            break;
        }
        keep[idx] = is_text(line);
        n_odd = if keep[idx] || line.dropped {
            0
        } else {
            n_odd + line.size / 40 + 1
        };
        if n_odd > 3 {
            break;
        }
    }
    // Headings stay where there is text under them.
    for idx in (0..lines.len()).rev() {
        let under = keep.get(idx + 1).copied().unwrap_or_default();
        keep[idx] |= under && lines[idx].heading > 1 && !lines[idx].dropped;
    }
    for (line, keep) in lines.iter_mut().zip(keep) {
        line.dropped |= !keep;
    }
    drop_tail(&mut lines, known);
    for line in lines.iter().filter(|line| line.dropped) {
        for at in &line.texts {
            events[*at] = Event::Text(String::new());
        }
    }
    events
}

/// Whether a line reads like text of an article rather than of what surrounds one.
fn is_text(line: &Line) -> bool {
    let free = line.size - line.links.min(line.size);
    !line.dropped
        && line.heading == 0
        && free * 10 >= line.size * 7
        && (line.ends_sentence && line.size >= 20
            || line.size > LONG
            || line.in_item && line.links == 0 && line.size >= 10)
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    texts: Vec<usize>,
    words: String,
    size: usize,
    links: usize,
    heading: u8,
    n_apart: usize,
    n_posts: usize,
    n_items: usize,
    n_links: usize,
    /// Line breaks since the last word.
    n_breaks: usize,
}

impl Reader {
    fn end_line(&mut self) {
        if self.size > 0 {
            let normal = normal(&self.words);
            self.lines.push(Line {
                texts: std::mem::take(&mut self.texts),
                asks: if self.size < 250 { n_asks(&normal) } else { 0 },
                normal,
                size: self.size,
                links: self.links,
                heading: self.heading,
                is_set_apart: self.n_apart > 0,
                in_post: self.n_posts > 0,
                in_item: self.n_items > 0,
                ends_sentence: self
                    .words
                    .trim_end()
                    .ends_with(['.', '!', '?', '”', '"', '»', '。', '…', ':', '’', ')', '؟']),
                dropped: false,
            });
        }
        self.texts.clear();
        self.words.clear();
        (self.size, self.links) = (0, 0);
    }
}

fn lines(events: &[Event]) -> Vec<Line> {
    let mut reader = Reader::default();
    let mut open: Vec<(&str, bool)> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Open { tag, attributes } => {
                let is_post = attribute(attributes, "class").is_some_and(is_post_class);
                if is_block(tag) || is_post {
                    reader.end_line();
                }
                if let [b'h', level @ b'1'..=b'6'] = tag.as_bytes() {
                    reader.heading = level - b'0';
                }
                reader.n_apart += usize::from(matches!(tag.as_str(), "td" | "th" | "pre" | "code"));
                reader.n_items += usize::from(tag == "li");
                reader.n_links += usize::from(tag == "a");
                reader.n_posts += usize::from(is_post);
                open.push((tag, is_post));
            }
            Event::Text(text) => {
                let size = size_of(text);
                if size > 0 {
                    reader.n_breaks = 0;
                }
                reader.size += size;
                reader.links += if reader.n_links > 0 { size } else { 0 };
                reader.words.push_str(text);
                reader.texts.push(at);
            }
            Event::Close => {
                let Some((tag, is_post)) = open.pop() else {
                    continue;
                };
                if is_block(tag) || is_post {
                    reader.end_line();
                } else if tag == "br" {
                    reader.words.push(' ');
                    reader.n_breaks += 1;
                    if reader.n_breaks == 2 {
                        reader.end_line();
                    }
                }
                if matches!(tag.as_bytes(), [b'h', b'1'..=b'6']) {
                    reader.heading = 0;
                }
                reader.n_apart -= usize::from(matches!(tag, "td" | "th" | "pre" | "code"));
                reader.n_items -= usize::from(tag == "li");
                reader.n_links -= usize::from(tag == "a");
                reader.n_posts -= usize::from(is_post);
            }
        }
    }
    reader.end_line();
    reader.lines
}

/// Drops boxes that ask to pay, to subscribe or to log in: small elements with several of the phrases that do.
fn drop_boxes(events: &[Event], lines: &mut [Line]) {
    const MOST: usize = 1_500;
    if lines.iter().all(|line| line.asks == 0) {
        return;
    }
    let total: usize = lines.iter().map(|line| line.size).sum();
    // Elements that close, innermost first; the lines of each are those that begin in it.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Open { tag, .. } => {
                open.push((
                    at,
                    matches!(tag.as_str(), "div" | "section" | "aside" | "form" | "p"),
                ));
            }
            Event::Close => {
                let Some((start, true)) = open.pop() else {
                    continue;
                };
                let first = lines
                    .partition_point(|line| line.texts.first().is_none_or(|text| *text < start));
                let last =
                    lines.partition_point(|line| line.texts.first().is_none_or(|text| *text < at));
                let inside = &lines[first..last];
                // Larger elements hold more than a box.
                if inside.len() > 40 {
                    continue;
                }
                let size: usize = inside.iter().map(|line| line.size).sum();
                if size == 0
                    || size > MOST
                    || size * 2 > total
                    || inside.iter().all(|line| line.dropped)
                {
                    continue;
                }
                let asks: usize = inside.iter().map(|line| line.asks).sum();
                let quotes = inside.iter().any(|line| line.size > 300);
                if asks >= 2 && asks * 250 >= size && !quotes {
                    lines[first..last]
                        .iter_mut()
                        .for_each(|line| line.dropped = true);
                }
            }
            Event::Text(_) => {}
        }
    }
}

fn drop_phrases(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| !line.in_post) {
        let leads = line.links * 10 >= line.size * 4 && line.size < 250 && !line.is_set_apart;
        line.dropped |= is_boilerplate(&line.normal)
            && (!line.is_set_apart || line.links == line.size)
            || leads
                && line.heading == 0
                && leads_elsewhere(&line.normal)
                && line.links * 10 >= line.size * 5;
    }
}

/// Drops what stands before the text: the headline again, author line, date.
fn drop_head(lines: &mut [Line], known: &Metadata) {
    let names = known.byline.as_deref().map(normal).unwrap_or_default();
    let mut is_first = true;
    for line in lines.iter_mut().take(25) {
        if line.dropped {
            continue;
        }
        if line.in_post || line.is_set_apart {
            break;
        }
        if line.heading > 0 && is_title_words(line, known) && is_first {
            line.dropped = true;
            is_first = false;
            continue;
        }
        if line.size > 2 * LONG || line.size > LONG && line.ends_sentence {
            break;
        }
        line.dropped |= is_author_line(&line.normal, &names) || is_date_line(&line.normal);
    }
}

fn is_title_words(line: &Line, known: &Metadata) -> bool {
    is_title(&line.normal, known.title.as_deref())
}

/// Whether a line names the authors and little else.
fn is_author_line(line: &str, names: &str) -> bool {
    if names.is_empty() || line.is_empty() {
        return matches!(line, "by" | "von" | "par" | "por");
    }
    let known: Vec<&str> = names.split(' ').collect();
    let n_other = line
        .split(' ')
        .filter(|word| !known.contains(word))
        .filter(|word| !is_date_word(word))
        .count();
    let n_known = line.split(' ').filter(|word| known.contains(word)).count();
    let opens = [
        "by", "von", "par", "por", "written", "posted", "text", "words", "from",
    ]
    .iter()
    .any(|opening| line.split(' ').next() == Some(opening));
    n_known >= 2 && n_other <= if opens { 6 } else { 3 } || n_known >= 1 && n_other <= 1 && opens
}

/// Whether a line is a date and little else.
fn is_date_line(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let has_digit = words
        .iter()
        .any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let n_other = words.iter().filter(|word| !is_date_word(word)).count();
    let n_dates = words.len() - n_other;
    has_digit && words.len() >= 3 && n_other <= 1 && n_dates >= 3 && words.len() <= 16
}

/// Numbers, months, days and what goes with them.
fn is_date_word(word: &str) -> bool {
    const WORDS: [&str; 109] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "am",
        "pm",
        "gmt",
        "utc",
        "est",
        "edt",
        "bst",
        "cet",
        "pst",
        "pdt",
        "at",
        "on",
        "published",
        "updated",
        "posted",
        "last",
        "modified",
        "first",
        "ago",
        "hours",
        "hour",
        "minutes",
        "min",
        "read",
        "date",
        "time",
        "of",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "oktober",
        "dezember",
        "uhr",
        "um",
        "stand",
        "veröffentlicht",
        "aktualisiert",
        "janvier",
        "février",
        "mars",
        "avril",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
        "publié",
        "le",
        "à",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "de",
        "a",
        "las",
        "publicado",
        "actualizado",
    ];
    word.bytes().all(|byte| byte.is_ascii_digit())
        || word
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_digit())
            && word.len() <= 8
        || WORDS.contains(&word)
        || word.len() == 1
}

/// Drops headings of lists of other articles, with the links under them.
fn drop_lists_of_links(lines: &mut [Line]) {
    let mut idx = 0;
    while idx < lines.len() {
        let line = &lines[idx];
        let is_heading = line.heading > 0 || line.size < 60 && !line.ends_sentence && !line.in_item;
        if line.dropped
            || !is_heading
            || line.in_post
            || line.is_set_apart
            || !heads_links(&line.normal)
        {
            idx += 1;
            continue;
        }
        let mut end = idx + 1;
        let (mut size, mut links) = (0, 0);
        while let Some(next) = lines.get(end) {
            let is_link = next.links * 10 >= next.size * 6;
            let is_small = next.size < LONG && !next.ends_sentence && next.heading == 0;
            if !(next.dropped || is_link || is_small) || next.in_post || end > idx + 60 {
                break;
            }
            size += next.size;
            links += next.links;
            end += 1;
        }
        let rest = lines.get(end..).unwrap_or_default();
        let at_end = !rest.iter().any(|line| line.size > LONG);
        // A heading of real text has text under it.
        let is_empty = size == 0 && lines.get(end).is_none_or(|next| next.heading > 0);
        if links > 0 && links * 10 >= size * 5 || is_empty && at_end || at_end && size == 0 {
            for line in &mut lines[idx..end] {
                line.dropped = true;
            }
        }
        idx = end;
    }
}

/// Drops what stands after the text: rights, key words, who the author is, headings with nothing under them.
fn drop_tail(lines: &mut [Line], known: &Metadata) {
    let authors: Vec<String> = known
        .byline
        .as_deref()
        .map(byline::names)
        .unwrap_or_default()
        .iter()
        .map(|name| normal(name))
        .collect();
    let n_lines = lines.len();
    let mut n_seen = 0;
    for line in lines.iter_mut().rev().filter(|line| !line.dropped) {
        n_seen += 1;
        if n_seen > 12 || line.in_post || n_seen * 2 > n_lines.max(4) {
            break;
        }
        let is_about_author = line.size < 400
            && authors.iter().any(|name| {
                line.normal.strip_prefix(name.as_str()).is_some_and(|rest| {
                    [
                        " is ",
                        " writes ",
                        " covers ",
                        " reports ",
                        " was ",
                        " has ",
                        " ist ",
                        " est ",
                        " es ",
                        " é ",
                        " schreibt ",
                    ]
                    .iter()
                    .any(|verb| rest.starts_with(verb))
                })
            });
        let is_rights = line.size < 300
            && (line.normal.starts_with("c 20")
                || line.normal.contains("all rights reserved")
                || line.normal.contains("alle rechte vorbehalten"));
        let is_link = line.links == line.size && line.size < 80 && !line.is_set_apart;
        if line.heading > 0
            || is_about_author
            || is_rights
            || line.size < 200 && ends_page(&line.normal) && !(line.is_set_apart && line.links == 0)
            || is_link && !line.in_item && !line.ends_sentence
        {
            line.dropped = true;
            continue;
        }
        break;
    }
}

/// Whether the lead is neither in the text nor the headline again.
fn is_missing(lead: &str, lines: &[Line], known: &Metadata) -> bool {
    let lead = normal(lead);
    if lead.len() < 20 || is_title(&lead, known.title.as_deref()) || is_date_line(&lead) {
        return false;
    }
    let byline = known.byline.as_deref().map(normal).unwrap_or_default();
    if is_author_line(&lead, &byline) || n_asks(&lead) > 0 {
        return false;
    }
    let start: String = lead.chars().take(60).collect();
    !lines
        .iter()
        .take(30)
        .any(|line| line.normal.contains(&start))
}
