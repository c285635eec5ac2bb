//! Owns comparing quotes: which is which, and what counts as a change.

use hearsay_text::{Article, Span};

use super::{QuoteChange, QuoteSide, Version, word_changes};
use crate::order::{Key, order, ordered, short};
use crate::suggestions::overlap;
use crate::{Annotation, QuoteBody, Rebase, Status};

/// Share of the words of two quotes at the same place that both hold, by length, from which they are one.
const SAME_PLACE: f64 = 0.5;

/// Share of words in common from which two quotes at different places are one, and from which they are if one person
/// says both.
const SAME_WORDS: f32 = 0.6;
const SAME_WORDS_OF_ONE: f32 = 0.4;

/// The most quotes on either side that are compared each with each.
const MANY: usize = 400;

/// A quote and what is needed to compare it.
struct Quote<'a> {
    annotation: &'a Annotation,
    body: &'a QuoteBody,
    article: &'a Article,
    shown: bool,
}

/// Two quotes that are one, and whether their places told so.
struct Pair {
    old: usize,
    new: usize,
    placed: bool,
}

pub(super) fn compare(
    old: Version<'_>,
    new: Version<'_>,
    forth: &Rebase,
    back: &Rebase,
) -> Vec<QuoteChange> {
    let (olds, news) = (quotes(old), quotes(new));
    let pairs = pairs(&olds, &news, forth);
    let mut found: Vec<([u32; 3], QuoteChange)> = Vec::new();
    let (mut old_taken, mut new_taken) = (vec![false; olds.len()], vec![false; news.len()]);
    for pair in pairs {
        (old_taken[pair.old], new_taken[pair.new]) = (true, true);
        let (one, other) = (&olds[pair.old], &news[pair.new]);
        if let Some(change) = changed(one, other, pair.placed, forth, back) {
            found.push(([other.start(), 0, 0], change));
        }
    }
    for (quote, _) in olds
        .iter()
        .zip(&old_taken)
        .filter(|(quote, taken)| quote.shown && !**taken)
    {
        if let Some(change) = lost(quote, forth, new.article) {
            found.push(([forth.near(quote.start()), 0, 0], change));
        }
    }
    for (quote, _) in news
        .iter()
        .zip(&new_taken)
        .filter(|(quote, taken)| quote.shown && !**taken)
    {
        // Seen from the new version, what was added is what the old one lacks.
        if let Some(change) = lost(quote, back, old.article) {
            let change = QuoteChange {
                old: change.new,
                new: change.old,
                ..change
            };
            let words = change.pieces();
            found.push(([quote.start(), 0, 0], QuoteChange { words, ..change }));
        }
    }
    ordered(found)
}

fn quotes(version: Version<'_>) -> Vec<Quote<'_>> {
    let quotes = version.annotations.quotes();
    quotes
        .filter(|(quote, _)| quote.status != Status::Rejected)
        .map(|(annotation, body)| Quote {
            annotation,
            body,
            article: version.article,
            shown: (version.shown)(annotation),
        })
        .collect()
}

impl Quote<'_> {
    fn start(&self) -> u32 {
        self.annotation.target.first().map_or(0, |span| span.start)
    }

    fn words(&self, spans: &[Span]) -> String {
        let pieces: Vec<_> = spans.iter().map(|span| self.article.slice(*span)).collect();
        pieces.join(" … ")
    }

    fn side(&self) -> QuoteSide {
        QuoteSide {
            id: Some(self.annotation.id.clone()),
            at: self.annotation.target.clone(),
            words: self.words(&self.annotation.target),
            speaker: self.body.speaker.clone(),
            source: self.words(&self.body.source),
            cue: self.words(&self.body.cue),
            kind: Some(self.body.kind),
        }
    }

    /// The signs around its words, which make it verbatim or not.
    fn marks(&self) -> (Option<char>, Option<char>) {
        let target = &self.annotation.target;
        let (Some(first), Some(last)) = (target.first(), target.last()) else {
            return (None, None);
        };
        let text = &self.article.text;
        let before = text.get(..first.start as usize);
        let after = text.get(last.end as usize..);
        let sign = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
        (
            before
                .and_then(|text| text.chars().next_back())
                .filter(sign),
            after.and_then(|text| text.chars().next()).filter(sign),
        )
    }
}

impl QuoteChange {
    fn pieces(&self) -> Vec<super::Piece> {
        let words = |side: &Option<QuoteSide>| {
            side.as_ref()
                .map_or_else(String::new, |side| side.words.clone())
        };
        word_changes(&words(&self.old), &words(&self.new))
    }
}

/// Which quote became which: by place first, then by words; those that are shown first.
fn pairs(olds: &[Quote<'_>], news: &[Quote<'_>], forth: &Rebase) -> Vec<Pair> {
    let mut candidates: Vec<Key> = Vec::new();
    for (old_idx, quote) in olds.iter().enumerate() {
        let Some((spans, _)) = forth.map_all(&quote.annotation.target) else {
            continue;
        };
        let end = spans.last().map_or(0, |span| span.end);
        let until = news.partition_point(|other| other.start() < end);
        // Quotes lie one after the other; those far before cannot reach here unless something is odd.
        for (new_idx, other) in news[..until].iter().enumerate().rev().take(24) {
            let share = overlap(&spans, &other.annotation.target);
            if share >= SAME_PLACE {
                // In thousandths, to be compared.
                candidates.push([
                    u32::from(!other.shown),
                    1000 - (share * 1000.0) as u32,
                    short(old_idx),
                    short(new_idx),
                ]);
            }
        }
    }
    order(&mut candidates);
    let mut pairs = Vec::new();
    let (mut old_taken, mut new_taken) = (vec![false; olds.len()], vec![false; news.len()]);
    let mut take = |old: usize, new: usize, placed: bool, pairs: &mut Vec<Pair>| {
        if !old_taken[old] && !new_taken[new] {
            (old_taken[old], new_taken[new]) = (true, true);
            pairs.push(Pair { old, new, placed });
        }
    };
    for [_, _, old, new] in candidates {
        take(old as usize, new as usize, true, &mut pairs);
    }
    let free = |quotes: &[Quote<'_>], old: bool, pairs: &[Pair]| -> Vec<(usize, Vec<Key>)> {
        let mut taken = vec![false; quotes.len()];
        for pair in pairs {
            taken[if old { pair.old } else { pair.new }] = true;
        }
        let free = quotes
            .iter()
            .enumerate()
            .filter(|(idx, quote)| quote.shown && !taken[*idx]);
        free.take(MANY)
            .map(|(idx, quote)| (idx, bag(&quote.words(&quote.annotation.target))))
            .collect()
    };
    let (free_olds, free_news) = (free(olds, true, &pairs), free(news, false, &pairs));
    let mut alike: Vec<Key> = Vec::new();
    for (old, old_bag) in &free_olds {
        for (new, new_bag) in &free_news {
            let share = likeness(old_bag, new_bag);
            let one_person = match (&olds[*old].body.speaker, &news[*new].body.speaker) {
                (Some(one), Some(other)) => same_person(one, other),
                _ => false,
            };
            let enough = if one_person {
                SAME_WORDS_OF_ONE
            } else {
                SAME_WORDS
            };
            if share >= enough {
                alike.push([1000 - (share * 1000.0) as u32, short(*old), short(*new), 0]);
            }
        }
    }
    order(&mut alike);
    for [_, old, new, _] in alike {
        let (old, new) = (old as usize, new as usize);
        take(old, new, false, &mut pairs);
    }
    pairs
}

/// What changed from one to the other; `None` when nothing did that a reader was shown.
fn changed(
    old: &Quote<'_>,
    new: &Quote<'_>,
    placed: bool,
    forth: &Rebase,
    back: &Rebase,
) -> Option<QuoteChange> {
    if !old.shown && !new.shown {
        return None;
    }
    let (old_side, new_side) = (old.side(), new.side());
    // The same words, or words that both texts have and the engine cut otherwise.
    let same = plain(&old_side.words) == plain(&new_side.words)
        || forth.keeps(&old.annotation.target) && back.keeps(&new.annotation.target);
    let source_changed = plain(&old_side.source) != plain(&new_side.source)
        && is_new_text(&old.body.source, &new.body.source, forth, back);
    let cue_changed = plain(&old_side.cue) != plain(&new_side.cue)
        && is_new_text(&old.body.cue, &new.body.cue, forth, back);
    let speaker_changed = match (&old_side.speaker, &new_side.speaker) {
        (Some(one), Some(other)) => !same_person(one, other),
        // Nobody, where somebody was: a change only if the text is another.
        (Some(_), None) | (None, Some(_)) => source_changed,
        (None, None) => false,
    };
    let moved = if placed {
        let first = old.annotation.target.first();
        first
            .and_then(|span| forth.map(*span))
            .is_some_and(|mapped| mapped.moved)
    } else {
        same
    };
    let change = QuoteChange {
        reworded: !same,
        reattributed: speaker_changed || source_changed || cue_changed,
        kind_changed: old.body.kind != new.body.kind && (!same || old.marks() != new.marks()),
        moved,
        old: Some(old_side),
        new: Some(new_side),
        words: Vec::new(),
    };
    let differs = change.reworded || change.reattributed || change.kind_changed || change.moved;
    differs.then(|| {
        let words = change.pieces();
        QuoteChange { words, ..change }
    })
}

/// Whether some words are not in the other version: the old ones in the new text, or the new ones in the old.
fn is_new_text(old: &[Span], new: &[Span], forth: &Rebase, back: &Rebase) -> bool {
    (!old.is_empty() && !forth.keeps(old)) || (!new.is_empty() && !back.keeps(new))
}

/// What became of a quote that the other version has not: removed, or no longer attributed; `None` when its words are all
/// there and only the engine thinks otherwise.
fn lost(quote: &Quote<'_>, rebase: &Rebase, other: &Article) -> Option<QuoteChange> {
    let old = quote.side();
    let target = &quote.annotation.target;
    if !rebase.keeps(target) {
        let words = word_changes(&old.words, "");
        return Some(QuoteChange {
            old: Some(old),
            words,
            ..QuoteChange::default()
        });
    }
    let is_gone = |spans: &[Span]| !spans.is_empty() && !rebase.keeps(spans);
    if !is_gone(&quote.body.cue) && !is_gone(&quote.body.source) {
        return None;
    }
    let (at, _) = rebase.map_all(target)?;
    let words: Vec<_> = at.iter().map(|span| other.slice(*span)).collect();
    let new = QuoteSide {
        id: None,
        words: words.join(" … "),
        at,
        speaker: None,
        source: String::new(),
        cue: String::new(),
        kind: None,
    };
    let change = QuoteChange {
        old: Some(old),
        new: Some(new),
        reattributed: true,
        ..QuoteChange::default()
    };
    let words = change.pieces();
    Some(QuoteChange { words, ..change })
}

/// Words without marks, signs and case: what is said and not how it is set.
fn plain(words: &str) -> String {
    let letters = words
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase);
    let letters: String = letters.collect();
    let words: Vec<_> = letters.split_whitespace().collect();
    words.join(" ")
}

/// The words in an order, each as a number made of its letters: FNV-1a, 32 bits. That two words have one number, once in
/// four thousand million, makes a share wrong by one word.
fn bag(words: &str) -> Vec<Key> {
    let number = |word: &str| {
        word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    };
    let mut bag: Vec<Key> = plain(words)
        .split(' ')
        .map(|word| [number(word), 0, 0, 0])
        .collect();
    order(&mut bag);
    bag
}

/// Share of words in common, 0 to 1: twice what both have, by what either has.
fn likeness(one: &[Key], other: &[Key]) -> f32 {
    let (mut a, mut b, mut both) = (0, 0, 0);
    while a < one.len() && b < other.len() {
        match one[a].cmp(&other[b]) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (a, b, both) = (a + 1, b + 1, both + 1),
        }
    }
    2.0 * both as f32 / (one.len() + other.len()).max(1) as f32
}

/// Whether two names may be of one person: one is part of the other.
fn same_person(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    let within = |part: &str, whole: &str| {
        part.split(' ')
            .all(|word| whole.split(' ').any(|name| name == word))
    };
    within(&one, &other) || within(&other, &one)
}
