//! How the tables of cases mark quotes: `{1:content}`, `[1:source]`.

use std::collections::BTreeMap;

use hearsay_quotes::Quote;
use hearsay_text::Span;

/// The text of a case without its marking.
pub(crate) fn plain(case: &str) -> String {
    let mut text = String::new();
    let mut chars = case.chars();
    while let Some(c) = chars.next() {
        match c {
            // The numbers and the colon after them.
            '{' | '[' => while chars.next().is_some_and(|c| c != ':') {},
            '}' | ']' => {}
            _ => text.push(c),
        }
    }
    text
}

/// The quotes marked in the text, as a case marks them.
pub(crate) fn marked(text: &str, quotes: &[Quote]) -> String {
    let mut numbers: BTreeMap<(Span, bool), Vec<String>> = BTreeMap::new();
    for (nth, quote) in quotes.iter().enumerate() {
        let contents = quote.content.iter().map(|span| (*span, false));
        let sources = quote.source.iter().map(|span| (*span, true));
        for place in contents.chain(sources) {
            numbers
                .entry(place)
                .or_default()
                .push((nth + 1).to_string());
        }
    }
    let mut out = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let at = u32::try_from(at).unwrap();
        for ((span, is_source), _) in numbers.iter().rev() {
            if span.end == at {
                out.push(if *is_source { ']' } else { '}' });
            }
        }
        for ((span, is_source), ids) in &numbers {
            if span.start == at {
                out.push(if *is_source { '[' } else { '{' });
                out.push_str(&ids.join(","));
                out.push(':');
            }
        }
        out.push(c);
    }
    out.pop();
    out
}
