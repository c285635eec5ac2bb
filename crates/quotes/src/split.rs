//! Split quotes: *“A,” she said, “b.”* is one quote, whatever the tagger made of its second half.
//!
//! Owns that one form. A comma on either side of the attribution says that the sentence goes on; after a full stop a
//! neighbour's cue may as well claim what follows, and that is left to the tagger.

use hearsay_text::Span;

use crate::Quote;
use crate::edges::trim_content;
use crate::marks::{Ending, Marks};
use crate::words::Words;

/// Joins second halves to their quotes. What else a content held that ran on past such a half stays with its own quote.
pub(crate) fn rejoin(words: Words<'_>, marks: &Marks, quotes: &mut Vec<Quote>) {
    let mut places: Vec<(Span, Option<usize>)> = Vec::new();
    for (nth, quote) in quotes.iter().enumerate() {
        places.extend(quote.content.iter().map(|span| (*span, Some(nth))));
        // What attributes is nobody's second half.
        places.extend(
            quote
                .cue
                .iter()
                .chain(&quote.source)
                .map(|span| (*span, None)),
        );
    }
    places.sort_unstable();
    for nth in 0..quotes.len() {
        let Some((half, outer)) = second_half(words, marks, &quotes[nth]) else {
            continue;
        };
        // Few spans overlap one pair of marks, and they stand side by side.
        let first = places.partition_point(|(span, _)| span.start < outer.start);
        let over: Vec<(Span, Option<usize>)> = places[first..]
            .iter()
            .copied()
            .take_while(|(span, _)| span.start < outer.end)
            .collect();
        let begins_before = first
            .checked_sub(1)
            .is_some_and(|before| places[before].0.end > outer.start);
        if begins_before
            || over
                .iter()
                .any(|(_, owner)| owner.is_none_or(|owner| owner == nth))
        {
            continue;
        }
        for (span, owner) in over
            .into_iter()
            .filter_map(|(span, owner)| Some((span, owner?)))
        {
            let rest = Span::new(outer.end, span.end.max(outer.end));
            let rest = trim_content(words.text, marks, rest);
            let content = &mut quotes[owner].content;
            content.retain(|own| *own != span);
            if !rest.is_empty() {
                content.push(rest);
                content.sort_unstable();
            }
        }
        quotes[nth].content.push(half);
    }
    quotes.retain(|quote| !quote.content.is_empty());
}

/// The words in marks that follow the attribution after a comma and end a sentence or a clause, and the marks around them.
fn second_half(words: Words<'_>, marks: &Marks, quote: &Quote) -> Option<(Span, Span)> {
    let ([content], [cue], [source]) = (&quote.content[..], &quote.cue[..], &quote.source[..])
    else {
        return None;
    };
    let attribution = cue.cover(*source);
    let ends_in_comma = marks.outermost_over(*content).last().is_some_and(|pair| {
        pair.outer().end <= attribution.start && pair.inner.slice(words.text).ends_with(',')
    });
    let comma = words.first_from(attribution.end);
    if !ends_in_comma || words.word_at(comma) != "," {
        return None;
    }
    let open = words.tokens.get(comma + 1)?.span.start;
    let pair = marks
        .outermost_after(open)
        .filter(|pair| pair.open.start == open)?;
    let inner = pair.inner.trimmed(words.text);
    let is_clause = inner.slice(words.text).ends_with(['.', '!', '?', ',']);
    (matches!(pair.ending, Ending::Closed(_)) && is_clause)
        .then(|| (trim_content(words.text, marks, inner), pair.outer()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::pair_marks;
    use hearsay_text::{Article, Modality, QuoteKind, ReportKind, tokenize};

    /// Contents after joining: of a quote of `content`, `cue` and `source`, and of another that the tagger made of `other`.
    fn rejoined(text: &str, [content, cue, source]: [&str; 3], other: &str) -> Vec<Vec<String>> {
        let article = Article::verbatim(text);
        let tokens = tokenize(text);
        let words = Words {
            text,
            tokens: &tokens,
        };
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            vec![Span::from_range(start..start + part.len())]
        };
        let quote = |content: &str, cue: Vec<Span>, source: Vec<Span>| Quote {
            content: at(content),
            cue,
            source,
            kind: QuoteKind::Direct,
            reports: ReportKind::Speech,
            modality: Modality::Actual,
            marked: true,
            speaker: None,
            confidence: 0.9,
        };
        let mut quotes = vec![
            quote(content, at(cue), at(source)),
            quote(other, Vec::new(), Vec::new()),
        ];
        rejoin(words, &pair_marks(&article), &mut quotes);
        let slices = |quote: &Quote| {
            let slice = |span: &Span| article.slice(*span).to_owned();
            quote.content.iter().map(slice).collect()
        };
        quotes.iter().map(slices).collect()
    }

    #[test]
    fn a_second_half_after_a_comma_joins_and_what_ran_on_past_it_stays() {
        let found = rejoined(
            "“We waited,” said Obi, “and nobody came.” Boats were late, he said.",
            ["We waited", "said", "Obi"],
            "“and nobody came.” Boats were late",
        );
        assert_eq!(
            found,
            [
                vec!["We waited", "and nobody came."],
                vec!["Boats were late"]
            ]
        );
    }

    #[test]
    fn a_half_that_stood_alone_leaves_no_quote_behind() {
        let found = rejoined(
            "“We waited,” said Obi, “and nobody came.”",
            ["We waited", "said", "Obi"],
            "and nobody came.",
        );
        assert_eq!(found, [vec!["We waited", "and nobody came."]]);
    }

    #[test]
    fn a_nickname_after_the_attribution_is_no_half() {
        let found = rejoined(
            "“We waited,” said Obi, “the captain” of the crew. It rained.",
            ["We waited", "said", "Obi"],
            "It rained",
        );
        assert_eq!(found, [vec!["We waited"], vec!["It rained"]]);
    }
}
