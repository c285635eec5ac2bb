//! Owns [`Piece`]: glyphs that stand beside each other on a line, without a gap as wide as between columns.

use std::rc::Rc;

use super::direction;
use super::page::{Glyph, Glyphs};

/// Words side by side.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    /// Of the base line, from the bottom of the page.
    pub(crate) y: f32,
    /// Of most of its letters.
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// Width of the word that is read first.
    pub(crate) first_word: f32,
}

/// A gap wider than this, in letter heights, ends a piece: between columns, or cells of a table.
const WIDEST_SPACE: f32 = 0.65;

/// A gap wider than this is a space, where the file has none of its own.
const NARROWEST_SPACE: f32 = 0.13;

/// How much taller a letter is that begins a text over several lines.
pub(crate) const TALL: f32 = 1.8;

/// The pieces of a page, from top to bottom, then from left to right.
pub(crate) fn pieces(glyphs: Glyphs) -> Vec<Piece> {
    let mut glyphs = glyphs.all;
    settle_raised(&mut glyphs);
    let mut pieces = Vec::new();
    for row in rows(glyphs, |glyph| (glyph.y, glyph.size)) {
        cut(row, &mut pieces);
    }
    pieces
}

/// Groups what stands on one line, from top to bottom. Order among equals stays.
pub(crate) fn rows<T>(mut all: Vec<T>, place: impl Fn(&T) -> (f32, f32)) -> Vec<Vec<T>> {
    all.sort_by(|a, b| place(b).0.total_cmp(&place(a).0));
    let mut rows: Vec<Vec<T>> = Vec::new();
    let mut row_y = f32::INFINITY;
    let mut row_size = 0.0_f32;
    for one in all {
        let (y, size) = place(&one);
        match rows.last_mut() {
            Some(row) if row_y - y <= 0.4 * reach(row_size, size) => {
                // A mark that is raised must not hold the line up.
                if size > row_size {
                    (row_y, row_size) = (y, size);
                }
                row.push(one);
            }
            _ => {
                (row_y, row_size) = (y, size);
                rows.push(vec![one]);
            }
        }
    }
    rows
}

/// The height by which two sizes share a line: the larger, as notes have small marks, but for a letter that is as tall as
/// several lines.
fn reach(a: f32, b: f32) -> f32 {
    let (small, large) = (a.min(b), a.max(b));
    if large > TALL * small { small } else { large }
}

/// Puts raised and lowered characters on the line that they belong to. Digits that are raised stay so as characters: a
/// note's mark is not part of the number or word before it.
fn settle_raised(glyphs: &mut [Glyph]) {
    let mut before: Option<(f32, f32, f32)> = None;
    for glyph in glyphs {
        let Some((end, y, size)) = before else {
            before = Some((glyph.x1, glyph.y, glyph.size));
            continue;
        };
        let up = glyph.y - y;
        let is_beside = (-0.3..0.4).contains(&((glyph.x0 - end) / size));
        // Beside a drop cap stand lines, not marks.
        let is_small = glyph.size < 0.85 * size && 2.1 * glyph.size > size;
        if is_beside && is_small && up > 0.15 * size && up < 0.75 * size {
            glyph.y = y;
            if let Some(raised) = raised(&glyph.text) {
                glyph.text = raised;
            }
            before = Some((glyph.x1, y, size));
        } else if is_beside && is_small && up <= 0.15 * size && up > -0.4 * size {
            glyph.y = y;
            before = Some((glyph.x1, y, size));
        } else {
            before = Some((glyph.x1, glyph.y, glyph.size));
        }
    }
}

fn raised(text: &str) -> Option<Rc<str>> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits: Option<String> = text
        .chars()
        .map(|c| c.to_digit(10).map(|digit| DIGITS[digit as usize]))
        .collect();
    digits.filter(|digits| !digits.is_empty()).map(Rc::from)
}

/// Cuts a row into pieces.
fn cut(mut row: Vec<Glyph>, pieces: &mut Vec<Piece>) {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    // Whether a space of the file's own stands before.
    let mut kept: Vec<(Glyph, bool)> = Vec::with_capacity(row.len());
    let mut spaced = false;
    for mut glyph in row {
        if glyph.text.trim().is_empty() {
            spaced |= !glyph.text.is_empty();
            continue;
        }
        if glyph.x1 - glyph.x0 < 0.02 * glyph.size {
            // The file does not say how wide it is.
            glyph.x1 = glyph.x0 + 0.1 * glyph.size;
        }
        if is_drawn_again(&kept, &glyph) {
            continue;
        }
        let gap = kept.last().map_or(0.0, |(last, _)| {
            (glyph.x0 - last.x1) / last.size.max(glyph.size)
        });
        let is_capped = kept.len() <= 2
            && kept.last().is_some_and(|(last, _)| {
                last.size > TALL * glyph.size && last.text.chars().all(char::is_uppercase)
            });
        if gap > WIDEST_SPACE || is_capped {
            pieces.extend(piece(&kept));
            kept.clear();
        }
        kept.push((glyph, spaced));
        spaced = false;
    }
    pieces.extend(piece(&kept));
}

/// Whether the glyph stands on one just like it: drawn twice to look bold, or as a shadow.
fn is_drawn_again(kept: &[(Glyph, bool)], glyph: &Glyph) -> bool {
    let most = 0.3 * (glyph.x1 - glyph.x0);
    kept.iter()
        .rev()
        .take(4)
        .any(|(other, _)| other.text == glyph.text && (glyph.x0 - other.x0).abs() < most)
}

fn piece(glyphs: &[(Glyph, bool)]) -> Option<Piece> {
    let (first, _) = glyphs.first()?;
    let gaps: Vec<f32> = glyphs
        .windows(2)
        .map(|pair| (pair[1].0.x0 - pair[0].0.x1) / pair[0].0.size.max(pair[1].0.size))
        .collect();
    let apart = letters_apart(glyphs, &gaps);
    let mut units: Vec<&str> = Vec::with_capacity(glyphs.len() * 2);
    let mut spaces: Vec<(f32, f32)> = Vec::new();
    for (at, (glyph, spaced)) in glyphs.iter().enumerate() {
        if at > 0 {
            let gap = gaps[at - 1];
            let is_space = match apart {
                Some(usual) => gap > (1.6 * usual).max(usual + 0.1),
                None => gap > NARROWEST_SPACE || (*spaced && gap > 0.02),
            };
            if is_space {
                units.push(" ");
                spaces.push((glyphs[at - 1].0.x1, glyph.x0));
            }
        }
        units.push(&glyph.text);
    }
    let x0 = first.x0;
    let x1 = glyphs.iter().map(|(glyph, _)| glyph.x1).fold(x0, f32::max);
    let seen = units.concat();
    let (text, rtl) = if direction::has_rtl(&seen) {
        let rtl = direction::is_rtl(&seen);
        (direction::logical(&units, rtl), rtl)
    } else {
        (seen, false)
    };
    let first_word = match (spaces.first(), spaces.last()) {
        (Some((end, _)), _) if !rtl => end - x0,
        (_, Some((_, start))) => x1 - start,
        _ => x1 - x0,
    };
    let size = usual_size(glyphs);
    let y = glyphs
        .iter()
        .find(|(glyph, _)| (glyph.size - size).abs() < 0.1)
        .map_or(first.y, |(glyph, _)| glyph.y);
    let n_bold = glyphs.iter().filter(|(glyph, _)| glyph.bold).count();
    Some(Piece {
        text,
        x0,
        x1,
        y,
        size,
        bold: 10 * n_bold > 9 * glyphs.len(),
        first_word,
    })
}

/// The usual gap between letters that are set apart, as headings sometimes are; `None` for ordinary text.
fn letters_apart(glyphs: &[(Glyph, bool)], gaps: &[f32]) -> Option<f32> {
    // Few letters with spaces of their own between them are words: *Plan A B C*.
    let has_spaces = glyphs[1..].iter().any(|(_, spaced)| *spaced);
    if gaps.len() < if has_spaces { 4 } else { 2 } {
        return None;
    }
    let n_letters = glyphs
        .iter()
        .filter(|(glyph, _)| glyph.text.chars().all(char::is_alphabetic))
        .count();
    let n_apart = gaps.iter().filter(|gap| **gap > NARROWEST_SPACE).count();
    if 10 * n_letters < 8 * glyphs.len() || 10 * n_apart < 7 * gaps.len() {
        return None;
    }
    let mut gaps = gaps.to_vec();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied()
}

/// The size that most glyphs have, to a tenth of a point.
fn usual_size(glyphs: &[(Glyph, bool)]) -> f32 {
    let mut sizes: Vec<f32> = glyphs.iter().map(|(glyph, _)| glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes
        .chunk_by(|a, b| b - a < 0.1)
        .max_by_key(|same| same.len())
        .and_then(|same| same.first().copied())
        .unwrap_or(1.0)
}
