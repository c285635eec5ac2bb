//! Owns how the palette of commands finds what is typed: which entries fit, and which of them come first.

use super::fold;

/// An entry of the palette, as far as it is searched and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// Identity, by which it is remembered.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it belongs to.
    pub group: String,
    /// The keys that do the same, one by one.
    pub keys: Vec<String>,
    /// Whether it is offered only to somebody who types, as there may be thousands of its like.
    pub only_typed: bool,
}

/// How well an entry fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The keys are what was typed.
    Keys,
    /// It begins so.
    Beginning,
    /// One of its words begins so.
    Word,
    /// All that was typed begins words of it.
    Words,
    /// It holds all that was typed.
    Holds,
    /// It belongs to what was typed, or holds some and belongs to the rest.
    Group,
    /// The letters are there in this order.
    Letters,
}

impl Fit {
    const ALL: [Self; 7] = [
        Self::Keys,
        Self::Beginning,
        Self::Word,
        Self::Words,
        Self::Holds,
        Self::Group,
        Self::Letters,
    ];
}

/// Places of the entries that fit `query`, the best first; among equals what was chosen lately, then as offered. All fit
/// an empty query.
#[must_use]
pub fn ranked(offered: &[&Offered], query: &str, recent: &[String]) -> Vec<usize> {
    let query = fold(query.trim());
    let fits: Vec<Option<Fit>> = offered
        .iter()
        .map(|entry| match query.is_empty() {
            true => (!entry.only_typed).then_some(Fit::Holds),
            false => fit(entry, &query),
        })
        .collect();
    let mut ranked = Vec::new();
    // Few kinds of fit: going through them weighs less than a sort.
    for wanted in Fit::ALL {
        let is_there = |idx: &usize| fits.get(*idx).copied().flatten() == Some(wanted);
        for id in recent {
            let place = offered.iter().position(|entry| entry.id == *id);
            ranked.extend(place.filter(is_there));
        }
        let rest = (0..offered.len()).filter(is_there);
        ranked.extend(rest.filter(|idx| !recent.contains(&offered[*idx].id)));
    }
    ranked
}

fn fit(entry: &Offered, query: &str) -> Option<Fit> {
    let (label, group) = (fold(&entry.label), fold(&entry.group));
    let begins_word = |part: &str| words(&label).any(|word| word.starts_with(part));
    let mut parts = query.split_whitespace();
    if fold(&entry.keys.join(" ")) == query {
        return Some(Fit::Keys);
    }
    if label.starts_with(query) {
        return Some(Fit::Beginning);
    }
    if words_from(&label).any(|rest| rest.starts_with(query)) {
        return Some(Fit::Word);
    }
    if parts.clone().all(begins_word) {
        return Some(Fit::Words);
    }
    if parts.clone().all(|part| label.contains(part)) {
        return Some(Fit::Holds);
    }
    if parts.all(|part| label.contains(part) || group.contains(part)) {
        return Some(Fit::Group);
    }
    has_letters(&label, query).then_some(Fit::Letters)
}

fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !c.is_alphanumeric())
}

/// What is left of a label from each of its words on.
fn words_from(label: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    label.char_indices().filter_map(move |(at, c)| {
        let begins = c.is_alphanumeric() && !before.is_alphanumeric();
        before = c;
        begins.then(|| &label[at..])
    })
}

/// Whether the letters of `query` stand in `label` in this order, the first of them where a word begins.
fn has_letters(label: &str, query: &str) -> bool {
    words_from(label).any(|rest| {
        let mut sought = query.chars().filter(|c| !c.is_whitespace());
        let mut next = sought.next();
        for (idx, c) in rest.chars().enumerate() {
            if idx == 0 && next != Some(c) {
                return false;
            }
            if next == Some(c) {
                next = sought.next();
            }
        }
        next.is_none()
    })
}
