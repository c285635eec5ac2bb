//! Deletes the double quotation marks of a gold article and moves its spans, as scraped articles lose theirs.

use crate::corpus::{Record, RecordQuote};

/// The article without `"`, “ ”, „, « », `''` and ` `` `. Spans left empty go.
pub(crate) fn delete_marks(record: &Record) -> Record {
    let chars: Vec<char> = record.text.chars().collect();
    let mut text = String::with_capacity(record.text.len());
    // Position in the new text of each code point of the old one, and of its end.
    let mut moved: Vec<i64> = Vec::with_capacity(chars.len() + 1);
    let mut kept = 0;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let is_pair = matches!(c, '\'' | '`') && chars.get(at + 1) == Some(&c);
        if is_pair {
            moved.extend([kept; 2]);
            at += 2;
            continue;
        }
        moved.push(kept);
        if !matches!(c, '"' | '“' | '”' | '„' | '«' | '»') {
            text.push(c);
            kept += 1;
        }
        at += 1;
    }
    moved.push(kept);
    let place = |at: i64| {
        let at = usize::try_from(at).unwrap_or(0).min(chars.len());
        moved[at]
    };
    let shift = |spans: &[(i64, i64)]| -> Vec<(i64, i64)> {
        let spans = spans
            .iter()
            .map(|(start, end)| (place(*start), place(*end)));
        spans.filter(|(start, end)| start < end).collect()
    };
    let quotes = record
        .quotes
        .iter()
        .map(|quote| RecordQuote {
            content: shift(&quote.content),
            cue: shift(&quote.cue),
            source: shift(&quote.source),
            ..quote.clone()
        })
        .collect();
    Record {
        id: record.id.clone(),
        text,
        quotes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_spans_keep_their_words() {
        let text = "“Né,” she said. ''No'' «x» „y“ ``z`` it's";
        let span = |words: &str| {
            let byte = text.find(words).unwrap();
            let start = i64::try_from(text[..byte].chars().count()).unwrap();
            (start, start + i64::try_from(words.chars().count()).unwrap())
        };
        let record = Record {
            id: "a".into(),
            text: text.to_owned(),
            quotes: vec![RecordQuote {
                content: vec![span("“Né,”"), span("''No''"), span("``")],
                source: vec![span("she")],
                ..RecordQuote::default()
            }],
        };
        let unmarked = delete_marks(&record);
        assert_eq!(unmarked.text, "Né, she said. No x y z it's");
        assert_eq!(unmarked.quotes[0].content, [(0, 3), (14, 16)]);
        assert_eq!(unmarked.quotes[0].source, [(4, 7)]);
    }
}
