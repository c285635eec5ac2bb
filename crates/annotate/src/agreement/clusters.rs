//! Which marks are agreed, and which belong together and differ.

use hearsay_text::Span;

use super::layout::{Layout, Overlap, Placed};
use super::spans::nearest_first;
use super::{Agreed, Disagreement, DisagreementKind};
use crate::order::{Key, order, ordered, short};

/// What all marked alike, and all else.
pub(super) fn clusters(
    layout: &Layout<'_>,
    overlaps: &[Overlap],
) -> (Vec<Agreed>, Vec<Disagreement>) {
    let marks = &layout.marks;
    let mut is_agreed = vec![false; marks.len()];
    let mut agreed = Vec::new();
    for group in alike(layout) {
        let cover = cover(group.iter().map(|number| &marks[*number]));
        for number in &group {
            is_agreed[*number] = true;
        }
        let marks = group.iter().map(|number| marks[*number].given).collect();
        agreed.push((key(cover), Agreed { cover, marks }));
    }
    let mut heads = heads(layout, overlaps, &is_agreed);
    let rest = (0..marks.len()).filter(|number| !is_agreed[*number]);
    let mut members: Vec<Key> = rest
        .map(|number| [short(head(&mut heads, number)), short(number), 0, 0])
        .collect();
    order(&mut members);
    let groups = members.chunk_by(|one, other| one[0] == other[0]);
    let disagreements = groups.map(|group| {
        let members: Vec<&Placed> = group.iter().map(|key| &marks[key[1] as usize]).collect();
        let cover = cover(members.iter().copied());
        let mut sides = vec![Vec::new(); layout.n_annotators];
        for member in &members {
            sides[member.annotator].push(member.given);
        }
        let disagreement = Disagreement {
            kind: kind(&members, layout.n_annotators),
            cover,
            marks: sides,
        };
        (key(cover), disagreement)
    });
    let disagreements = disagreements.collect();
    (ordered(agreed), ordered(disagreements))
}

/// Groups of marks with the same words and tags, one of each annotator, in the order of annotators.
fn alike(layout: &Layout<'_>) -> Vec<Vec<usize>> {
    let marks = &layout.marks;
    let numbered = marks.iter().enumerate();
    let mut keys: Vec<Key> = numbered
        .map(|(number, mark)| [mark.hull.0, mark.hull.1, digest(mark), short(number)])
        .collect();
    order(&mut keys);
    let mut groups = Vec::new();
    for group in keys.chunk_by(|one, other| one[..3] == other[..3]) {
        if group.len() < layout.n_annotators {
            continue;
        }
        let first = &marks[group[0][3] as usize];
        let mut sides: Vec<Vec<usize>> = vec![Vec::new(); layout.n_annotators];
        for number in group.iter().map(|key| key[3] as usize) {
            let mark = &marks[number];
            // Marks that differ in spite of equal digests are a disagreement: less is taken over than could be.
            if mark.same_words(first) && mark.tags == first.tags {
                sides[mark.annotator].push(number);
            }
        }
        let n = sides.iter().map(Vec::len).min().unwrap_or_default();
        groups.extend((0..n).map(|nth| sides.iter().map(|side| side[nth]).collect()));
    }
    groups
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

fn kind(members: &[&Placed], n_annotators: usize) -> DisagreementKind {
    let (first, rest) = (members[0], &members[1..]);
    let several = members
        .windows(2)
        .any(|two| two[0].annotator == two[1].annotator);
    let same_words = rest.iter().all(|member| member.same_words(first));
    let same_tags = rest.iter().all(|member| member.tags == first.tags);
    let all = members.len() == n_annotators;
    match (same_words, same_tags) {
        _ if several => DisagreementKind::Several,
        (true, true) => DisagreementKind::Missing,
        (false, true) if all => DisagreementKind::Boundaries,
        (true, false) if all => DisagreementKind::Tags,
        _ => DisagreementKind::Several,
    }
}

fn cover<'a>(marks: impl Iterator<Item = &'a Placed>) -> Span {
    let covers = marks.map(|mark| mark.cover);
    covers.reduce(Span::cover).unwrap_or_default()
}

/// Reading order.
const fn key(cover: Span) -> [u32; 3] {
    [cover.start, !cover.end, 0]
}
