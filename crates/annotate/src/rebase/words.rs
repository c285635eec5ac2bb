//! Owns the words of a text, and which words of one text are words of another.
//!
//! White space is no word: that paragraphs were set apart otherwise changes no word of them.

use std::collections::HashMap;

use hearsay_text::Span;
use imara_diff::{Algorithm, Diff, Token};

use super::anchors::anchors;

/// Words by number. The library's own interner would bring a second kind of hash table into the page.
#[derive(Default)]
pub(crate) struct Known<'a> {
    numbers: HashMap<&'a str, u32>,
}

impl<'a> Known<'a> {
    fn intern(&mut self, word: &'a str) -> Token {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        Token(*self.numbers.entry(word).or_insert(next))
    }
}

/// Words up to which two texts are compared as a whole. Longer ones are compared between passages that they surely have in
/// common, and where such are farther apart than this, nothing is: that bounds the time for any input.
const MANY: usize = 4_000;

/// Words on each side from which a rewritten passage is taken as a whole.
const REWRITTEN: u32 = 8;

/// The words of a text in order, and a number for each: equal words have equal numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub(crate) spans: Vec<Span>,
    pub(super) ids: Vec<Token>,
}

/// Words that both texts have, one after the other: as many in the old text as in the new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) old: u32,
    pub(crate) new: u32,
    pub(crate) len: u32,
}

impl Words {
    pub(crate) fn of<'a>(text: &'a str, known: &mut Known<'a>) -> Self {
        let spans: Vec<Span> = split(text).collect();
        let ids = spans.iter().map(|span| known.intern(span.slice(text)));
        Self {
            ids: ids.collect(),
            spans,
        }
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.spans.len()).unwrap_or(u32::MAX)
    }

    /// Bytes of the words from the `from`-th to before the `to`-th.
    fn weight(&self, from: u32, to: u32) -> u32 {
        let words = self.spans.get(from as usize..to as usize);
        words
            .unwrap_or_default()
            .iter()
            .map(|span| span.len())
            .sum()
    }
}

/// Splits a text into words: runs of letters and digits; letters of scripts that write no spaces, and all other
/// characters but white space, each for itself.
fn split(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| !c.is_whitespace())?;
        let mut end = start + first.len_utf8();
        let joins = |c: char| c.is_alphanumeric() && !stands_alone(c);
        while let Some((at, c)) = rest.peek().copied() {
            // A combining mark belongs to what it follows.
            let marks = matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
            if !(marks || joins(first) && joins(c)) {
                break;
            }
            end = at + c.len_utf8();
            rest.next();
        }
        Some(Span::from_range(start..end))
    })
}

/// Letters of Thai, Lao, Burmese, Khmer, Chinese and Japanese.
const fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The words that `new` has of `old`, in the order of both.
pub(crate) fn common(old: &Words, new: &Words) -> Vec<Run> {
    let long = old.spans.len().max(new.spans.len()) > MANY;
    let anchors = if long {
        anchors(&old.ids, &new.ids)
    } else {
        Vec::new()
    };
    let mut runs = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    let end = Run {
        old: old.len(),
        new: new.len(),
        len: 0,
    };
    for anchor in anchors.into_iter().chain([end]) {
        let between = Run {
            old: at_old,
            new: at_new,
            len: 0,
        };
        compare(&old.ids, &new.ids, between, anchor, &mut runs);
        push(&mut runs, anchor.old, anchor.new, anchor.len);
        (at_old, at_new) = (anchor.old + anchor.len, anchor.new + anchor.len);
    }
    without_chance(old, new, runs)
}

/// Compares the words from one place to another, word for word.
fn compare(old: &[Token], new: &[Token], from: Run, to: Run, runs: &mut Vec<Run>) {
    let mut old = &old[from.old as usize..to.old as usize];
    let mut new = &new[from.new as usize..to.new as usize];
    let n_alike = |pairs: &mut dyn Iterator<Item = (&Token, &Token)>| {
        pairs.take_while(|(a, b)| a == b).count()
    };
    let first = n_alike(&mut old.iter().zip(new));
    (old, new) = (&old[first..], &new[first..]);
    let last = n_alike(&mut old.iter().rev().zip(new.iter().rev()));
    (old, new) = (&old[..old.len() - last], &new[..new.len() - last]);
    let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    push(runs, from.old, from.new, cut(first));
    let (start_old, start_new) = (from.old + cut(first), from.new + cut(first));
    let few = old.len().max(new.len()) <= MANY;
    if few && !old.is_empty() && !new.is_empty() {
        // The comparison takes room for every number there is, so each passage is numbered for itself.
        let mut numbers = HashMap::new();
        let old = numbered(old, &mut numbers);
        let new = numbered(new, &mut numbers);
        let mut diff = Diff::default();
        diff.compute_with(Algorithm::Histogram, &old, &new, cut(numbers.len()));
        let (mut at_old, mut at_new) = (0, 0);
        for hunk in diff.hunks() {
            let len = hunk.before.start - at_old;
            push(runs, start_old + at_old, start_new + at_new, len);
            (at_old, at_new) = (hunk.before.end, hunk.after.end);
        }
        let len = cut(old.len()) - at_old;
        push(runs, start_old + at_old, start_new + at_new, len);
    }
    push(runs, to.old - cut(last), to.new - cut(last), cut(last));
}

/// The words, numbered by `numbers`, which learns of new ones.
fn numbered<'a>(ids: &'a [Token], numbers: &mut HashMap<&'a [Token], u32>) -> Vec<Token> {
    ids.iter()
        .map(|id| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            // By slices of one, because maps of slices are there already.
            Token(*numbers.entry(std::slice::from_ref(id)).or_insert(next))
        })
        .collect()
}

fn push(runs: &mut Vec<Run>, old: u32, new: u32, len: u32) {
    if len > 0 {
        runs.push(Run { old, new, len });
    }
}

/// Leaves out what two rewritten passages have in common by chance: an article, a comma.
fn without_chance(old: &Words, new: &Words, runs: Vec<Run>) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    for (nth, run) in runs.iter().enumerate() {
        let (old_from, new_from) = kept
            .last()
            .map_or((0, 0), |last| (last.old + last.len, last.new + last.len));
        let (old_to, new_to) = runs
            .get(nth + 1)
            .map_or((old.len(), new.len()), |next| (next.old, next.new));
        let (old_end, new_end) = (run.old + run.len, run.new + run.len);
        let removed = (run.old - old_from) + (old_to - old_end);
        let added = (run.new - new_from) + (new_to - new_end);
        let before = run.old > old_from || run.new > new_from;
        let after = old_to > old_end || new_to > new_end;
        let weight = || 3 * old.weight(run.old, old_end);
        let chance = run.len <= 3
            && before
            && after
            && removed >= REWRITTEN
            && added >= REWRITTEN
            && weight() <= old.weight(old_from, run.old) + old.weight(old_end, old_to)
            && weight() <= new.weight(new_from, run.new) + new.weight(new_end, new_to);
        if !chance {
            kept.push(*run);
        }
    }
    kept
}

/// Characters, in bytes, that two words begin with and end with alike; none when the words are less than half alike.
pub(super) fn likeness(old: &str, new: &str) -> Option<(u32, u32)> {
    let prefix: usize = old
        .chars()
        .zip(new.chars())
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (old_rest, new_rest) = (&old[prefix..], &new[prefix..]);
    let suffix: usize = old_rest
        .chars()
        .rev()
        .zip(new_rest.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let alike = 2 * (prefix + suffix) >= old.len().max(new.len()) && old != new;
    let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    alike.then(|| (cut(prefix), cut(suffix)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_words_signs_and_single_letters_of_scripts_without_spaces() {
        let words = |text: &str| -> Vec<String> {
            split(text)
                .map(|span| span.slice(text).to_owned())
                .collect()
        };
        assert_eq!(
            words("Zoë’s  9.5% \n“no”"),
            ["Zoë", "’", "s", "9", ".", "5", "%", "“", "no", "”"]
        );
        assert_eq!(words("彼は e\u{301}t"), ["彼", "は", "e\u{301}t"]);
        assert!(words(" \n").is_empty());
    }

    #[test]
    fn words_are_alike_by_how_they_begin_and_end() {
        assert_eq!(likeness("house", "houses"), Some((5, 0)));
        assert_eq!(likeness("colour", "color"), Some((4, 1)));
        assert_eq!(likeness("said", "claimed"), None);
        assert_eq!(likeness("aa", "aaa"), Some((2, 0)));
        assert_eq!(likeness("same", "same"), None);
    }
}
