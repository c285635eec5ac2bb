//! Which marks are agreed, and which belong together and differ.

use hearsay_text::Span;

use super::layout::{Layout, Overlap, Placed};
use super::spans::nearest_first;
use super::{Agreed, Disagreement, DisagreementKind};
use crate::order::{Key, order, short};

/// What all marked alike, and all else; both in reading order.
pub(super) fn clusters(
    layout: &Layout<'_>,
    overlaps: &[Overlap],
) -> (Vec<Agreed>, Vec<Disagreement>) {
    let marks = &layout.marks;
    let (agreed, is_agreed) = agreed(layout);
    let mut heads = heads(layout, overlaps, &is_agreed);
    let mut members: Vec<Key> = Vec::new();
    let mut covers: Vec<Span> = marks.iter().map(|mark| mark.cover).collect();
    for (number, mark) in marks.iter().enumerate() {
        if !is_agreed[number] {
            let head = head(&mut heads, number);
            covers[head] = covers[head].cover(mark.cover);
            members.push([0, 0, short(head), short(number)]);
        }
    }
    for member in &mut members {
        let cover = covers[member[2] as usize];
        (member[0], member[1]) = (cover.start, !cover.end);
    }
    order(&mut members);
    let groups = members.chunk_by(|one, other| one[2] == other[2]);
    let disagreements = groups.map(|group| {
        let mut sides = vec![Vec::new(); layout.n_annotators];
        for mark in group.iter().map(|key| &marks[key[3] as usize]) {
            sides[mark.annotator].push(mark.given);
        }
        Disagreement {
            kind: kind(marks, group, &sides),
            cover: covers[group[0][2] as usize],
            marks: sides,
        }
    });
    (agreed, disagreements.collect())
}

/// Marks with the same words and tags, one of each annotator; and for each mark, whether it is among them.
fn agreed(layout: &Layout<'_>) -> (Vec<Agreed>, Vec<bool>) {
    let marks = &layout.marks;
    let numbered = marks.iter().enumerate();
    let mut keys: Vec<Key> = numbered
        .map(|(number, mark)| [mark.hull.0, !mark.hull.1, digest(mark), short(number)])
        .collect();
    order(&mut keys);
    let (mut agreed, mut is_agreed) = (Vec::new(), vec![false; marks.len()]);
    for group in keys.chunk_by(|one, other| one[..3] == other[..3]) {
        if group.len() < layout.n_annotators {
            continue;
        }
        let first = &marks[group[0][3] as usize];
        let mut sides: Vec<Vec<usize>> = vec![Vec::new(); layout.n_annotators];
        for number in group.iter().map(|key| key[3] as usize) {
            let mark = &marks[number];
            // Marks that differ in spite of equal digests are a disagreement: less is taken over than could be.
            if mark.chars == first.chars && mark.tags == first.tags {
                sides[mark.annotator].push(number);
            }
        }
        let n = sides.iter().map(Vec::len).min().unwrap_or_default();
        for nth in 0..n {
            let mut cover = first.cover;
            let mut alike = Vec::with_capacity(sides.len());
            for number in sides.iter().map(|side| side[nth]) {
                is_agreed[number] = true;
                cover = cover.cover(marks[number].cover);
                alike.push(marks[number].given);
            }
            agreed.push(Agreed {
                cover,
                marks: alike,
            });
        }
    }
    (agreed, is_agreed)
}

/// For each mark another one of its group, on the way to the first of them: those that are not agreed belong together when they
/// are paired, or when they overlap, have a tag in common and one is not paired with any.
///
/// That all that overlaps belonged together would make one disagreement of a long quote and all claims in it.
fn heads(layout: &Layout<'_>, overlaps: &[Overlap], is_agreed: &[bool]) -> Vec<usize> {
    let marks = &layout.marks;
    let mut heads: Vec<usize> = (0..marks.len()).collect();
    let mut join = |overlap: &Overlap| {
        let one = head(&mut heads, overlap.one);
        let other = head(&mut heads, overlap.other);
        heads[one.max(other)] = one.min(other);
    };
    let mut paired_in = vec![None; marks.len()];
    for overlaps in layout.by_pair(overlaps) {
        let pair = Some(layout.pair(&overlaps[0]));
        for overlap in nearest_first(layout, overlaps) {
            let both = [overlap.one, overlap.other];
            if both
                .iter()
                .all(|mark| !is_agreed[*mark] && paired_in[*mark] != pair)
            {
                for mark in both {
                    paired_in[mark] = pair;
                }
                join(overlap);
            }
        }
    }
    for overlap in overlaps {
        let both = [overlap.one, overlap.other];
        let (one, other) = (&marks[overlap.one], &marks[overlap.other]);
        let has_tag = |tag: &u32| other.tags.binary_search(tag).is_ok();
        if both.iter().all(|mark| !is_agreed[*mark])
            && both.iter().any(|mark| paired_in[*mark].is_none())
            && one.tags.iter().any(has_tag)
        {
            join(overlap);
        }
    }
    heads
}

/// A number that marks with the same words and tags have in common (FNV-1a, over whole numbers).
fn digest(mark: &Placed) -> u32 {
    let chars = mark.chars.iter().flat_map(|(start, end)| [*start, *end]);
    let numbers = chars.chain(mark.tags.iter().copied());
    numbers.fold(0x811c_9dc5, |digest: u32, number| {
        (digest ^ number).wrapping_mul(0x0100_0193)
    })
}

/// The first mark of the group that `number` is in; halves the way there for those who ask later.
fn head(heads: &mut [usize], mut number: usize) -> usize {
    while heads[number] != number {
        heads[number] = heads[heads[number]];
        number = heads[number];
    }
    number
}

fn kind(marks: &[Placed], group: &[Key], sides: &[Vec<usize>]) -> DisagreementKind {
    let first = &marks[group[0][3] as usize];
    let (mut same_words, mut same_tags) = (true, true);
    for mark in group.iter().map(|key| &marks[key[3] as usize]) {
        same_words &= mark.chars == first.chars;
        same_tags &= mark.tags == first.tags;
    }
    let all = sides.iter().all(|side| !side.is_empty());
    match (same_words, same_tags) {
        _ if sides.iter().any(|side| side.len() > 1) => DisagreementKind::Several,
        (true, true) => DisagreementKind::Missing,
        (false, true) if all => DisagreementKind::Boundaries,
        (true, false) if all => DisagreementKind::Tags,
        _ => DisagreementKind::Several,
    }
}
