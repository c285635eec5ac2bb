//! Owns what repeats from page to page: running headers and footers, page numbers. They are no part of the article.

use std::collections::HashMap;

use super::piece::Piece;

/// The pieces of a page and its height.
pub(crate) struct Sheet {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) height: f32,
}

/// Removes headers, footers and page numbers; tells how many pieces.
pub(crate) fn remove(sheets: &mut [Sheet]) -> usize {
    let repeated = repeated(sheets);
    let numbers = page_numbers(sheets);
    let mut n_removed = 0;
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let mut drop: Vec<bool> = sheet
            .pieces
            .iter()
            .map(|piece| {
                zone(piece, sheet.height).is_some_and(|zone| {
                    repeated.contains_key(&key(piece, zone))
                        || numbers.get(&(zone, place(piece))).is_some_and(|offset| {
                            page_number(&piece.text)
                                .is_some_and(|number| number - at as i64 == *offset)
                        })
                })
            })
            .collect();
        drop_beside(sheet, &mut drop);
        let n_dropped = drop.iter().filter(|drop| **drop).count();
        // A page of nothing else is no furniture but a page: a form, a slide.
        if n_dropped == 0 || n_dropped == drop.len() && sheets_hold_words(&sheet.pieces) {
            continue;
        }
        n_removed += n_dropped;
        let mut keep = drop.into_iter().map(|drop| !drop);
        sheet.pieces.retain(|_| keep.next().unwrap_or(true));
    }
    n_removed
}

fn sheets_hold_words(pieces: &[Piece]) -> bool {
    pieces.iter().map(|piece| piece.text.len()).sum::<usize>() > 200
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Zone {
    Top,
    Bottom,
}

/// Whether a piece stands where headers and footers do.
fn zone(piece: &Piece, height: f32) -> Option<Zone> {
    match piece.y / height.max(1.0) {
        at if at > 0.87 => Some(Zone::Top),
        at if at < 0.12 => Some(Zone::Bottom),
        _ => None,
    }
}

/// Where a piece stands, to a few points.
fn place(piece: &Piece) -> i32 {
    (piece.y / 4.0).round() as i32
}

/// Its words without their numbers: *Page 3 of 10* and *Page 4 of 10* are one.
fn key(piece: &Piece, zone: Zone) -> (Zone, i32, String) {
    let mut words = String::with_capacity(piece.text.len());
    for c in piece.text.chars() {
        if c.is_numeric() {
            if !words.ends_with('#') {
                words.push('#');
            }
        } else {
            words.extend(c.to_lowercase());
        }
    }
    (zone, place(piece), words)
}

/// What stands at the same place of enough pages.
fn repeated(sheets: &[Sheet]) -> HashMap<(Zone, i32, String), usize> {
    let mut counts: HashMap<(Zone, i32, String), usize> = HashMap::new();
    for sheet in sheets {
        let mut seen: Vec<(Zone, i32, String)> = Vec::new();
        for piece in &sheet.pieces {
            if let Some(zone) = zone(piece, sheet.height) {
                let key = key(piece, zone);
                if !seen.contains(&key) && seen.len() < 40 {
                    *counts.entry(key.clone()).or_default() += 1;
                    seen.push(key);
                }
            }
        }
    }
    // Two pages that agree are all that a file of two or three pages can show.
    let enough = if sheets.len() < 4 { 2 } else { 3 };
    counts.retain(|_, count| *count >= enough);
    counts
}

/// The places where numbers stand that count along with the pages, and by how much they are ahead of them.
fn page_numbers(sheets: &[Sheet]) -> HashMap<(Zone, i32), i64> {
    let mut counts: HashMap<(Zone, i32, i64), usize> = HashMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        for piece in &sheet.pieces {
            if let (Some(zone), Some(number)) =
                (zone(piece, sheet.height), page_number(&piece.text))
            {
                let offset = number - at as i64;
                *counts.entry((zone, place(piece), offset)).or_default() += 1;
            }
        }
    }
    let enough = if sheets.len() == 1 { 1 } else { 2 };
    let mut found: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count >= enough)
        // On a single page only the number 1 can be told from others.
        .filter(|((_, _, offset), _)| sheets.len() > 1 || *offset == 1)
        .collect();
    found.sort_by_key(|((_, place, offset), count)| (*count, *place, *offset));
    found
        .into_iter()
        .map(|((zone, place, offset), _)| ((zone, place), offset))
        .collect()
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

/// The rest of a line goes with what is dropped of it, when it is the outermost and stands apart: a running title beside
/// the page number changes from chapter to chapter.
fn drop_beside(sheet: &Sheet, drop: &mut [bool]) {
    for zone_at in [Zone::Top, Zone::Bottom] {
        let outermost = sheet
            .pieces
            .iter()
            .map(|piece| {
                if zone_at == Zone::Top {
                    piece.y
                } else {
                    -piece.y
                }
            })
            .fold(f32::MIN, f32::max);
        let outermost = if zone_at == Zone::Top {
            outermost
        } else {
            -outermost
        };
        let in_row = |piece: &Piece| (piece.y - outermost).abs() < 0.4 * piece.size;
        let begins = sheet
            .pieces
            .iter()
            .zip(drop.iter())
            .any(|(piece, drop)| *drop && in_row(piece));
        let stands_apart = sheet
            .pieces
            .iter()
            .filter(|piece| !in_row(piece))
            .all(|piece| (piece.y - outermost).abs() > 1.7 * piece.size);
        if !begins || !stands_apart {
            continue;
        }
        for (piece, drop) in sheet.pieces.iter().zip(drop.iter_mut()) {
            *drop |= in_row(piece) && zone(piece, sheet.height) == Some(zone_at);
        }
    }
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
