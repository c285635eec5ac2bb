//! Two versions of an article are compared: quotes first, and only what changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may panic"
)]

mod support;

use hearsay_annotate::compare::{Comparison, Difference, Version, compare};
use hearsay_annotate::{Annotation, AnnotationSet, Body, Rebase};
use hearsay_text::{Article, QuoteKind, Span};
use support::{quote, suggestion};

/// An article in which `{…}` is a quote's content, `(…)` its cue, `<…>` its source; speakers in order.
fn version(marked: &str, speakers: &[&str]) -> (Article, Vec<Annotation>) {
    let mut text = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut quotes: Vec<Annotation> = Vec::new();
    let (mut cues, mut sources) = (Vec::new(), Vec::new());
    for c in marked.chars() {
        match c {
            '{' | '(' | '<' => open.push(text.len()),
            '}' | ')' | '>' => {
                let span = Span::from_range(open.pop().unwrap()..text.len());
                match c {
                    '}' => {
                        let nth = quotes.len();
                        quotes.push(suggestion(
                            nth as u64,
                            &[span],
                            speakers.get(nth).copied().unwrap_or_default(),
                        ));
                    }
                    ')' => cues.push(span),
                    _ => sources.push(span),
                }
            }
            _ => text.push(c),
        }
    }
    // Cue and source belong to the quote that ended last before them, or to the first.
    for (spans, is_cue) in [(cues, true), (sources, false)] {
        for span in spans {
            let owner = quotes
                .iter()
                .rposition(|quote| quote.target[0].end <= span.start)
                .unwrap_or(0);
            if let Some(Annotation {
                body: Body::Quote(body),
                ..
            }) = quotes.get_mut(owner)
            {
                if is_cue {
                    body.cue.push(span)
                } else {
                    body.source.push(span)
                }
            }
        }
    }
    for made in &mut quotes {
        let marked = text[..made.target[0].start as usize].ends_with('“');
        if let Body::Quote(body) = &mut made.body {
            body.kind = if marked {
                QuoteKind::Direct
            } else {
                QuoteKind::Indirect
            };
            body.confidence = Some(0.9);
        }
    }
    (Article::verbatim(text), quotes)
}

fn compared(old: (&str, &[&str]), new: (&str, &[&str])) -> Comparison {
    let (old_article, old_quotes) = version(old.0, old.1);
    let (new_article, new_quotes) = version(new.0, new.1);
    compare_all(&old_article, old_quotes, &new_article, new_quotes)
}

fn compare_all(
    old: &Article,
    old_quotes: Vec<Annotation>,
    new: &Article,
    new_quotes: Vec<Annotation>,
) -> Comparison {
    let shown = |annotation: &Annotation| match &annotation.body {
        Body::Quote(body) => body.confidence.is_none_or(|sure| sure >= 0.45),
        _ => false,
    };
    let old_set = AnnotationSet::from_annotations(old_quotes).unwrap();
    let new_set = AnnotationSet::from_annotations(new_quotes).unwrap();
    compare(
        Version {
            article: old,
            annotations: &old_set,
            shown: &shown,
        },
        Version {
            article: new,
            annotations: &new_set,
            shown: &shown,
        },
        &Rebase::new(&old.text, &new.text),
    )
}

/// One line for each change of a quote.
fn told(comparison: &Comparison) -> Vec<String> {
    let line = |change: &hearsay_annotate::compare::QuoteChange| {
        let mut what = Vec::new();
        match (&change.old, &change.new) {
            (None, _) => what.push("added"),
            (_, None) => what.push("removed"),
            _ => {}
        }
        for (so, word) in [
            (change.reworded, "reworded"),
            (change.reattributed, "re-attributed"),
            (change.kind_changed, "kind"),
            (change.moved, "moved"),
        ] {
            if so {
                what.push(word);
            }
        }
        let side = change.new.as_ref().or(change.old.as_ref()).unwrap();
        format!("{}: {}", what.join(" "), side.words)
    };
    comparison.quotes.iter().map(line).collect()
}

const OLD: &str = "The ferry stops.\n“{We cannot go on},” (said) <Dana Whitlock>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.";
const WHO: [&str; 2] = ["Dana Whitlock", "Peter Amsel"];

#[test]
fn the_same_article_has_no_changes() {
    assert!(compared((OLD, &WHO), (OLD, &WHO)).is_empty());
}

#[test]
fn quotes_are_added_removed_reworded_and_reattributed() {
    let cases: [(&str, &[&str], &[&str]); 7] = [
        (
            "The ferry stops.\n“{We cannot go on},” (said) <Dana Whitlock>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.\n“{Nobody asked us first},” (said) <Rolf Eide>.",
            &["Dana Whitlock", "Peter Amsel", "Rolf Eide"],
            &["added: Nobody asked us first"],
        ),
        (
            "The ferry stops.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.",
            &["Peter Amsel"],
            &["removed: We cannot go on"],
        ),
        (
            "The ferry stops.\n“{We cannot go on},” (said) <Dana Whitlock>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 40 percent more}.",
            &WHO,
            &["reworded: it would cost 40 percent more"],
        ),
        (
            "The ferry stops.\n“{We cannot go on},” (said) <Rolf Eide>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.",
            &["Rolf Eide", "Peter Amsel"],
            &["re-attributed: We cannot go on"],
        ),
        (
            "The ferry stops.\n“{We cannot go on},” (claimed) <Dana Whitlock>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.",
            &WHO,
            &["re-attributed: We cannot go on"],
        ),
        // Nobody is said to say it any more.
        (
            "The ferry stops.\n“We cannot go on.”\nRain fell on the harbour all day long.\n<Peter Amsel> (said) {it would cost 30 percent more}.",
            &["Peter Amsel"],
            &["re-attributed: We cannot go on"],
        ),
        // Marks make a report verbatim.
        (
            "The ferry stops.\n“{We cannot go on},” (said) <Dana Whitlock>.\nRain fell on the harbour all day long.\n<Peter Amsel> (said) “{it would cost 30 percent more}”.",
            &WHO,
            &["kind: it would cost 30 percent more"],
        ),
    ];
    for (new, speakers, expected) in cases {
        assert_eq!(
            told(&compared((OLD, &WHO), (new, speakers))),
            expected,
            "{new}"
        );
    }
}

#[test]
fn a_quote_that_went_elsewhere_is_moved_and_neither_added_nor_removed() {
    let old = "“{The boat is never coming back to this island},” (said) <Dana Whitlock> on Monday.\nRain fell on the harbour all day long, and nobody minded it at all.\nThe end of the article stands here for good.";
    let new = "Rain fell on the harbour all day long, and nobody minded it at all.\nThe end of the article stands here for good.\n“{The boat is never coming back to this island},” (said) <Dana Whitlock> on Monday.";
    let comparison = compared((old, &WHO), (new, &WHO));
    assert_eq!(
        told(&comparison),
        ["moved: The boat is never coming back to this island"]
    );
    assert!(
        comparison.blocks.iter().all(|block| block.moved),
        "{comparison:?}"
    );
}

#[test]
fn second_thoughts_of_the_engine_are_no_change() {
    let (article, quotes) = version(OLD, &WHO);
    let (new_article, _) = version(&OLD.replace("Rain", "Snow"), &WHO);
    // Less sure.
    let mut unsure = quotes.clone();
    if let Body::Quote(body) = &mut unsure[0].body {
        body.confidence = Some(0.2);
    }
    // Not found at all; found anew.
    let fewer = quotes[1..].to_vec();
    // Cut otherwise.
    let mut shorter = quotes.clone();
    shorter[1].target[0].end -= " more".len() as u32;
    // Another name for the same person.
    let mut named = quotes.clone();
    if let Body::Quote(body) = &mut named[0].body {
        body.speaker = Some("Whitlock".to_owned());
    }
    for other in [unsure, fewer, shorter, named] {
        let forth = compare_all(&article, quotes.clone(), &new_article, other.clone());
        assert_eq!(told(&forth), [""; 0]);
        let back = compare_all(&article, other, &new_article, quotes.clone());
        assert_eq!(told(&back), [""; 0]);
        assert_eq!(forth.blocks.len(), 1, "the text changed all the same");
    }
}

#[test]
fn text_changes_are_told_by_block_and_word() {
    let old = Article::verbatim(
        "One stays as it is.\nTwo is taken out whole.\nThree was nine days long.\nFour is split here. And it goes on there.",
    );
    let new = Article::verbatim(
        "One stays as it is.\nThree was ten days long.\nFour is split here.\nAnd it goes on there.\nFive is altogether new.",
    );
    let comparison = compare_all(&old, Vec::new(), &new, Vec::new());
    let told: Vec<(Option<usize>, Option<usize>, String)> = comparison
        .blocks
        .iter()
        .map(|block| {
            let words = block.pieces.iter().map(|piece| match piece.difference {
                Difference::Same => piece.words.clone(),
                Difference::Removed => format!("[-{}-]", piece.words),
                Difference::Added => format!("{{+{}+}}", piece.words),
            });
            (block.old, block.new, words.collect())
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some(1), None, "[-Two is taken out whole.-]".to_owned()),
            (
                Some(2),
                Some(1),
                "Three was [-nine -]{+ten+} days long.".to_owned()
            ),
            (None, Some(4), "{+Five is altogether new.+}".to_owned()),
        ]
    );
}

#[test]
fn title_byline_and_dates_are_compared() {
    let mut old = Article::verbatim("Words.");
    old.metadata.title = Some("Ferry stops".to_owned());
    let mut new = old.clone();
    new.metadata.title = Some("Ferry stops for good".to_owned());
    new.metadata.modified = Some("2026-11-23".to_owned());
    let fields = compare_all(&old, Vec::new(), &new, Vec::new()).fields;
    let told: Vec<_> = fields
        .iter()
        .map(|change| (change.old.as_deref(), change.new.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Some("Ferry stops"), Some("Ferry stops for good")),
            (None, Some("2026-11-23"))
        ]
    );
}

#[test]
fn a_person_s_quote_without_confidence_counts() {
    let (old, _) = version("Nothing is here.", &[]);
    let (new, mut quotes) = version(
        "Nothing is here.\n“{But this is},” (said) <Ruiz>.",
        &["Ruiz"],
    );
    quotes[0].body = quote("Ruiz");
    assert_eq!(
        told(&compare_all(&old, Vec::new(), &new, quotes)),
        ["added: But this is"]
    );
}
