//! Scores predicted quotes against gold ones, as the reference scorer does.
//!
//! Owns matching and counting. What a word character is lies in `words.rs`, how the figures are printed in `table.rs`.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::cue_class::{CueClasses, is_alphanumeric};
use super::reliability::Reliability;
use super::words::{CharSet, ScoredText, ratio};
use crate::corpus::RecordQuote;

/// What to score.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options<'a> {
    /// Every contiguous piece of content is an item of its own.
    pub segments: bool,
    /// A leading *that*, *whether*, *if* or *to* is no part of the content.
    pub that: bool,
    /// Only attributions of speech and writing count; the others are ignored, neither right nor wrong.
    pub speech: Option<&'a CueClasses>,
}

/// One count for all quotes and one for each kind, in the order of [`ROWS`].
pub(crate) type Counts = [usize; 4];

/// The rows of the table.
pub(crate) const ROWS: [&str; 4] = ["all", "direct", "mixed", "indirect"];

/// Everything that is counted; see the reference scorer for what each figure means.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub gold: Counts,
    pub predicted: Counts,
    pub gold_chars: Counts,
    pub predicted_chars: Counts,
    pub gold_chars_hit: Counts,
    pub predicted_chars_hit: Counts,
    pub exact_gold: Counts,
    pub exact_predicted: Counts,
    pub overlap_gold: Counts,
    pub overlap_predicted: Counts,
    pub sourced: Counts,
    pub source_right: Counts,
    pub source_half_right: Counts,
    pub end_to_end_gold: Counts,
    pub end_to_end_predicted: Counts,
    pub end_to_end_gold_hit: Counts,
    pub end_to_end_predicted_hit: Counts,
    /// What the reference scorer does not look at: speakers and kinds, where the gold has them.
    /// How often the engine was right, by how sure it was.
    pub reliability: Reliability,
    pub extra: Extra,
}

/// Figures beyond the reference table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extra {
    /// Gold quotes.
    pub gold: usize,
    /// Those of them that were found (IoU at least one half).
    pub found: usize,
    /// Those of them found with a source that shares a word, or with none where the gold has none.
    pub sources_right: usize,
    /// Predicted quotes that are none of the gold's.
    pub others: usize,
    /// Gold quotes that name a speaker.
    pub speakers: usize,
    /// Those of them that were found (IoU at least one half).
    pub speakers_found: usize,
    /// Those of them found with the same speaker.
    pub speakers_right: usize,
    /// Gold quotes that state a kind.
    pub kinds: usize,
    /// Those of them that were found.
    pub kinds_found: usize,
    /// Those of them found with the same kind.
    pub kinds_right: usize,
}

struct Item<'a> {
    content: CharSet,
    source: CharSet,
    row: usize,
    keep: bool,
    quote: &'a RecordQuote,
}

/// Adds one article's figures to `tally`. Spans are code points.
pub(crate) fn score_article(
    tally: &mut Tally,
    text: &str,
    gold: &[RecordQuote],
    predicted: &[RecordQuote],
    options: Options<'_>,
) {
    let text = ScoredText::new(text);
    let gold = items(&text, gold, options, true);
    let predicted = items(&text, predicted, options, false);
    let kept = CharSet::union(gold.iter().filter(|g| g.keep).map(|g| &g.content));
    let ignored =
        CharSet::union(gold.iter().filter(|g| !g.keep).map(|g| &g.content)).without(&kept);

    let matches = match_greedily(&gold, &predicted, |overlap| overlap >= 0.5);
    let matched: BTreeSet<usize> = matches.iter().map(|pair| pair.1).collect();
    let ignored_match = matches.iter().filter(|pair| !gold[pair.0].keep);
    let mut dropped: BTreeSet<usize> = ignored_match.map(|pair| pair.1).collect();
    for (nth, item) in predicted.iter().enumerate() {
        let inside = item.content.n_shared(&ignored) * 2 >= item.content.len();
        if !ignored.is_empty() && !matched.contains(&nth) && inside {
            dropped.insert(nth);
        }
    }

    for item in gold.iter().filter(|g| g.keep) {
        add(&mut tally.gold, item.row, 1);
        if !item.source.is_empty() {
            add(&mut tally.end_to_end_gold, item.row, 1);
        }
        tally.extra.gold += 1;
        tally.extra.speakers += usize::from(item.quote.speaker.is_some());
        tally.extra.kinds += usize::from(item.quote.kind.is_some());
    }
    for (g, p) in match_greedily(&gold, &predicted, |overlap| overlap >= 1.0) {
        if gold[g].keep {
            add(&mut tally.exact_gold, gold[g].row, 1);
            add(&mut tally.exact_predicted, predicted[p].row, 1);
        }
    }
    let mut unsourced = BTreeSet::new();
    for (g, p) in matches {
        let (wanted, found) = (&gold[g], &predicted[p]);
        if !wanted.keep {
            continue;
        }
        add(&mut tally.overlap_gold, wanted.row, 1);
        add(&mut tally.overlap_predicted, found.row, 1);
        count_extra(&mut tally.extra, wanted.quote, found.quote);
        let is_right = if wanted.source.is_empty() {
            found.source.is_empty()
        } else {
            wanted.source.n_shared(&found.source) > 0
        };
        tally.extra.found += 1;
        tally.extra.sources_right += usize::from(is_right);
        if wanted.source.is_empty() {
            unsourced.insert(p);
            continue;
        }
        let hit = usize::from(wanted.source.n_shared(&found.source) > 0);
        let half = usize::from(wanted.source.overlap(&found.source) >= 0.5);
        add(&mut tally.sourced, wanted.row, 1);
        add(&mut tally.source_right, wanted.row, hit);
        add(&mut tally.source_half_right, wanted.row, half);
        add(&mut tally.end_to_end_gold_hit, wanted.row, hit);
        add(&mut tally.end_to_end_predicted_hit, found.row, hit);
    }
    for (nth, item) in predicted.iter().enumerate() {
        if !dropped.contains(&nth) {
            if let Some(sure) = item.quote.confidence {
                tally.reliability.add(sure, matched.contains(&nth));
            }
            tally.extra.others += usize::from(!matched.contains(&nth));
            add(&mut tally.predicted, item.row, 1);
            if !unsourced.contains(&nth) {
                add(&mut tally.end_to_end_predicted, item.row, 1);
            }
        }
    }
    count_chars(tally, &gold, &predicted, &kept, &ignored);
}

fn count_chars(
    tally: &mut Tally,
    gold: &[Item<'_>],
    predicted: &[Item<'_>],
    kept: &CharSet,
    ignored: &CharSet,
) {
    let found = CharSet::union(predicted.iter().map(|p| &p.content)).without(ignored);
    for row in 0..ROWS.len() {
        let of_row = |item: &&Item<'_>| row == 0 || item.row == row;
        let gold_chars = CharSet::union(
            gold.iter()
                .filter(|g| g.keep)
                .filter(of_row)
                .map(|g| &g.content),
        );
        let predicted_chars =
            CharSet::union(predicted.iter().filter(of_row).map(|p| &p.content)).without(ignored);
        tally.gold_chars[row] += gold_chars.len();
        tally.predicted_chars[row] += predicted_chars.len();
        tally.gold_chars_hit[row] += gold_chars.n_shared(&found);
        tally.predicted_chars_hit[row] += predicted_chars.n_shared(kept);
    }
}

fn count_extra(extra: &mut Extra, wanted: &RecordQuote, found: &RecordQuote) {
    if let Some(speaker) = &wanted.speaker {
        extra.speakers_found += 1;
        extra.speakers_right += usize::from(found.speaker.as_ref() == Some(speaker));
    }
    if let Some(kind) = &wanted.kind {
        extra.kinds_found += 1;
        extra.kinds_right += usize::from(found.kind.as_ref() == Some(kind));
    }
}

fn add(counts: &mut Counts, row: usize, n: usize) {
    counts[0] += n;
    counts[row] += n;
}

fn items<'a>(
    text: &ScoredText,
    quotes: &'a [RecordQuote],
    options: Options<'_>,
    is_gold: bool,
) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for quote in quotes {
        let parts = if options.segments {
            pieces(text, &quote.content)
        } else {
            vec![quote.content.clone()]
        };
        let keep = !is_gold
            || options
                .speech
                .is_none_or(|classes| classes.is_speech(&cue(text, quote)));
        let source = text.word_chars(&quote.source);
        for mut spans in parts {
            if options.that {
                strip_lead(text, &mut spans);
            }
            let content = text.word_chars(&spans);
            if content.is_empty() {
                continue;
            }
            items.push(Item {
                row: row(text, &content),
                content,
                source: source.clone(),
                keep,
                quote,
            });
        }
    }
    items
}

fn cue(text: &ScoredText, quote: &RecordQuote) -> String {
    let words: Vec<String> = quote
        .cue
        .iter()
        .map(|span| text.slice(*span).iter().collect())
        .collect();
    words.join(" ")
}

/// Row of the kind that the share of characters inside quotation marks tells.
fn row(text: &ScoredText, content: &CharSet) -> usize {
    let share = ratio(text.n_quoted(content), content.len());
    if share >= 0.9 {
        1
    } else if share > 0.0 {
        2
    } else {
        3
    }
}

/// The contiguous pieces of a content: joined where no word lies between.
fn pieces(text: &ScoredText, spans: &[(i64, i64)]) -> Vec<Vec<(i64, i64)>> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let mut pieces: Vec<Vec<(i64, i64)>> = Vec::new();
    for (start, end) in spans {
        match pieces.last_mut().and_then(|piece| piece.last_mut()) {
            Some(last) if text.is_wordless((last.1, start)) => last.1 = last.1.max(end),
            _ => pieces.push(vec![(start, end)]),
        }
    }
    pieces
}

/// Takes one leading *that*, *whether*, *if* or *to* off, unless nothing would remain of the first span.
fn strip_lead(text: &ScoredText, spans: &mut [(i64, i64)]) {
    spans.sort_unstable();
    let Some(first) = spans.first_mut() else {
        return;
    };
    let chars = text.slice(*first);
    let lead = chars.iter().take_while(|c| !is_alphanumeric(**c)).count();
    let word = chars[lead..]
        .iter()
        .take_while(|c| is_alphanumeric(**c) || **c == '_');
    let word: String = word.map(char::to_ascii_lowercase).collect();
    if matches!(word.as_str(), "that" | "whether" | "if" | "to") {
        let end = lead + word.len();
        if end < chars.len() {
            first.0 += i64::try_from(end).unwrap_or_default();
        }
    }
}

/// One-to-one pairs of gold and predicted items by falling overlap; of equals the earlier gold goes first.
fn match_greedily(
    gold: &[Item<'_>],
    predicted: &[Item<'_>],
    accept: impl Fn(f64) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        for (p, found) in predicted.iter().enumerate() {
            let overlap = wanted.content.overlap(&found.content);
            if overlap > 0.0 && accept(overlap) {
                candidates.push((overlap, g, p));
            }
        }
    }
    candidates.sort_by(|a, b| {
        let by_overlap = b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal);
        by_overlap.then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
    });
    let (mut gold_used, mut predicted_used) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, g, p) in candidates {
        if !gold_used.contains(&g) && !predicted_used.contains(&p) {
            gold_used.insert(g);
            predicted_used.insert(p);
            pairs.push((g, p));
        }
    }
    pairs
}
