//! Owns what repeats from page to page: running headers and footers, page numbers. They are no part of the article.

use std::collections::{HashMap, HashSet};

use super::piece::Piece;

/// The pieces of a page and its height.
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) height: f32,
}

/// Beyond these, a page is no text with a header.
const MOST_PIECES: usize = 20_000;

/// Removes headers, footers and page numbers; tells how many pieces.
pub(crate) fn remove(sheets: &mut [Sheet]) -> usize {
    let margins: Vec<Vec<Row>> = sheets.iter().map(margin_rows).collect();
    let repeated = repeated(&margins);
    let numbers = page_numbers(&margins);
    let mut n_removed = 0;
    for (at, (sheet, rows)) in sheets.iter_mut().zip(&margins).enumerate() {
        let mut drop = vec![false; sheet.pieces.len()];
        for row in rows {
            let is_repeated = row.in_margin && repeated.contains(&row.key);
            // The rest of a line goes with its page number: a running title changes from chapter to chapter.
            let is_numbered = row.is_numbered(at, &numbers)
                && (row.texts.len() == 1 || (row.in_margin && row.stands_apart));
            if is_repeated || is_numbered {
                row.pieces.iter().for_each(|at| drop[*at] = true);
            }
        }
        let n_dropped = drop.iter().filter(|drop| **drop).count();
        // A page of nothing else is no furniture but a page: a form, a slide.
        if n_dropped == 0 || n_dropped == drop.len() && hold_words(&sheet.pieces) {
            continue;
        }
        n_removed += n_dropped;
        let mut keep = drop.into_iter().map(|drop| !drop);
        sheet.pieces.retain(|_| keep.next().unwrap_or(true));
    }
    n_removed
}

fn hold_words(pieces: &[Piece]) -> bool {
    pieces.iter().map(|piece| piece.text.len()).sum::<usize>() > 200
}

/// A line near the edge of a page.
struct Row {
    pieces: Vec<usize>,
    texts: Vec<String>,
    /// Where it stands and its words without their numbers: *Page 3 of 10* and *Page 4 of 10* are one.
    key: (Zone, i32, String),
    /// Near enough to the edge for anything but page numbers to be furniture.
    in_margin: bool,
    /// How many lines stand between it and the edge.
    n_beyond: usize,
    /// The next line towards the middle of the page is further away than lines are.
    stands_apart: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Zone {
    Top,
    Bottom,
}

/// Share of the page's height, at top and bottom, in which page numbers stand, and in which everything else does.
const NUMBERS: f32 = 0.2;
const MARGIN: f32 = 0.14;

/// The lines near the edges of a page.
fn margin_rows(sheet: &Sheet) -> Vec<Row> {
    if sheet.pieces.len() > MOST_PIECES {
        return Vec::new();
    }
    let pieces: Vec<(usize, &Piece)> = sheet.pieces.iter().enumerate().collect();
    let rows = super::piece::rows(pieces, |(_, piece)| (piece.y, piece.size));
    let ys: Vec<f32> = rows.iter().map(|row| row[0].1.y).collect();
    let height = sheet.height.max(1.0);
    let mut found = Vec::new();
    for (nth, mut row) in rows.into_iter().enumerate() {
        let (y, size) = (ys[nth], row[0].1.size);
        let from_edge = (y / height).min(1.0 - y / height);
        if from_edge > NUMBERS {
            continue;
        }
        row.sort_by(|(_, a), (_, b)| a.x0.total_cmp(&b.x0));
        let is_top = y > height / 2.0;
        let (zone, n_beyond, inner) = if is_top {
            (Zone::Top, nth, ys.get(nth + 1))
        } else {
            let inner = nth.checked_sub(1).map(|above| &ys[above]);
            (Zone::Bottom, ys.len() - 1 - nth, inner)
        };
        let texts: Vec<String> = row.iter().map(|(_, piece)| piece.text.clone()).collect();
        let place = (y / 4.0).round() as i32;
        found.push(Row {
            key: (zone, place, without_numbers(&texts.join(" "))),
            pieces: row.iter().map(|(at, _)| *at).collect(),
            texts,
            in_margin: from_edge < MARGIN,
            n_beyond,
            stands_apart: inner.is_none_or(|inner| (inner - y).abs() > 1.7 * size),
        });
    }
    found
}

fn without_numbers(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_numeric() {
            if !words.ends_with('#') {
                words.push('#');
            }
        } else {
            words.extend(c.to_lowercase());
        }
    }
    words
}

/// What stands at the same place of enough pages.
fn repeated(margins: &[Vec<Row>]) -> HashSet<(Zone, i32, String)> {
    let mut counts: HashMap<&(Zone, i32, String), usize> = HashMap::new();
    for rows in margins {
        let keys: HashSet<_> = rows
            .iter()
            .filter(|row| row.in_margin)
            .map(|row| &row.key)
            .collect();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    // Two pages that agree are all that a file of two or three pages can show.
    let enough = if margins.len() < 4 { 2 } else { 3 };
    let found = counts.into_iter().filter(|(_, count)| *count >= enough);
    found.map(|(key, _)| key.clone()).collect()
}

/// By how much numbers are ahead of the pages that they stand on, where they count along with them.
fn page_numbers(margins: &[Vec<Row>]) -> HashSet<(Zone, i64)> {
    let mut counts: HashMap<(Zone, i64), usize> = HashMap::new();
    for (at, rows) in margins.iter().enumerate() {
        for row in rows.iter().filter(|row| row.n_beyond < 2) {
            for number in row.numbers() {
                *counts.entry((row.key.0, number - at as i64)).or_default() += 1;
            }
        }
    }
    let enough = if margins.len() == 1 { 1 } else { 2 };
    counts
        .into_iter()
        .filter(|(_, count)| *count >= enough)
        // On a single page only the number 1 can be told from others.
        .filter(|((_, offset), _)| margins.len() > 1 || *offset == 1)
        .map(|(key, _)| key)
        .collect()
}

impl Row {
    fn is_numbered(&self, page: usize, numbers: &HashSet<(Zone, i64)>) -> bool {
        self.n_beyond < 2
            && self
                .numbers()
                .any(|number| numbers.contains(&(self.key.0, number - page as i64)))
    }

    /// The numbers that it may be there to show: pieces of their own, and in a header or footer its first or last word.
    fn numbers(&self) -> impl Iterator<Item = i64> {
        const LONGEST: usize = 100;
        let alone = self.texts.iter().filter_map(|text| page_number(text));
        let is_edge = self.n_beyond == 0 && self.in_margin && self.stands_apart;
        let words = self.texts.iter().flat_map(|text| text.split_whitespace());
        let length: usize = self.texts.iter().map(String::len).sum();
        let edges = if is_edge && length < LONGEST {
            [words.clone().next(), words.last()]
        } else {
            [None, None]
        };
        alone.chain(edges.into_iter().flatten().filter_map(page_number))
    }
}

/// The number of *12*, *– 12 –*, *Page 12 of 20*, *12/20*, *xii*.
fn page_number(text: &str) -> Option<i64> {
    const WORDS: [&str; 12] = [
        "page", "p", "pg", "of", "seite", "s", "von", "página", "pagina", "de", "sur", "di",
    ];
    if text.len() > 40 {
        return None;
    }
    let mut number = None;
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let lower = word.to_lowercase();
        if let Ok(value) = word.parse::<i64>() {
            number = number.or(Some(value).filter(|value| (0..100_000).contains(value)));
        } else if let Some(value) = roman(&lower) {
            number = number.or(Some(value));
        } else if !WORDS.contains(&lower.as_str()) {
            return None;
        }
    }
    number
}

fn roman(word: &str) -> Option<i64> {
    let values: Option<Vec<i64>> = word
        .chars()
        .map(|c| match c {
            'i' => Some(1),
            'v' => Some(5),
            'x' => Some(10),
            'l' => Some(50),
            'c' => Some(100),
            _ => None,
        })
        .collect();
    let values = values.filter(|values| !values.is_empty() && values.len() < 9)?;
    let signed = values.iter().enumerate().map(|(at, value)| {
        let is_less = values.get(at + 1).is_some_and(|next| next > value);
        if is_less { -value } else { *value }
    });
    Some(signed.sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_other_words() {
        for (text, number) in [
            ("12", Some(12)),
            ("– 12 –", Some(12)),
            ("Page 3 of 10", Some(3)),
            ("3/10", Some(3)),
            ("xiv", Some(14)),
            ("12 people", None),
            ("", None),
        ] {
            assert_eq!(page_number(text), number, "{text}");
        }
    }
}
