//! Owns [`Line`]: the pieces of a column that stand on one line, and how the line lies in its column.

use std::collections::HashSet;

use super::direction;
use super::piece::{self, Piece};

/// More large letters than these in a column begin no paragraphs.
const MOST_CAPS: usize = 50;

/// A line of text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Where it begins and ends, from the edge that its column is read from; so lines that run from right to left look
    /// like others.
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) first_word: f32,
    /// The edges of its column.
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Stands beside a drop cap, which pushes it in.
    pub(crate) beside_cap: bool,
    /// Page, counted from 1.
    pub(crate) page: u32,
    /// Column, counted through the whole file.
    pub(crate) column: usize,
    /// Usual distance of the lines in its column.
    pub(crate) leading: f32,
    /// Its pieces as text, with their edges, where there are several.
    pub(crate) cells: Vec<(f32, f32, String)>,
}

/// The lines of a column.
pub(crate) fn lines(mut pieces: Vec<Piece>, page: u32, column: usize) -> Vec<Line> {
    let n_rtl = pieces
        .iter()
        .filter(|piece| direction::is_rtl(&piece.text))
        .count();
    let rtl = 2 * n_rtl > pieces.len();
    let beside = set_drop_caps(&mut pieces);
    let marked: Vec<(Piece, bool)> = pieces
        .into_iter()
        .enumerate()
        .map(|(at, piece)| (piece, beside.contains(&at)))
        .filter(|(piece, _)| !piece.text.is_empty())
        .collect();
    let mut lines = Vec::new();
    for mut row in piece::rows(marked, |(piece, _)| (piece.y, piece.size)) {
        row.sort_by(|(a, _), (b, _)| a.x0.total_cmp(&b.x0));
        if rtl {
            row.reverse();
        }
        let beside_cap = row.iter().any(|(_, beside)| *beside);
        let pieces: Vec<Piece> = row.into_iter().map(|(piece, _)| piece).collect();
        lines.extend(line(&pieces, rtl, beside_cap, page, column));
    }
    let left = lines.iter().map(|line| line.x0).fold(f32::MAX, f32::min);
    let right = lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max);
    let leading = leading(&lines);
    for line in &mut lines {
        (line.left, line.right, line.leading) = (left, right, leading);
    }
    lines
}

fn line(pieces: &[Piece], rtl: bool, beside_cap: bool, page: u32, column: usize) -> Option<Line> {
    let first = pieces.first()?;
    let x0 = pieces.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min);
    let x1 = pieces.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
    // What most of the line is set in.
    let main = pieces
        .iter()
        .max_by_key(|piece| piece.text.len())
        .unwrap_or(first);
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mirrored = |x: f32| if rtl { -x } else { x };
    let cells = if pieces.len() > 1 {
        pieces
            .iter()
            .map(|piece| (piece.x0, piece.x1, piece.text.clone()))
            .collect()
    } else {
        Vec::new()
    };
    Some(Line {
        text: texts.join(" "),
        x0: mirrored(if rtl { x1 } else { x0 }),
        x1: mirrored(if rtl { x0 } else { x1 }),
        y: main.y,
        size: main.size,
        bold: pieces.iter().all(|piece| piece.bold),
        first_word: first.first_word,
        left: 0.0,
        right: 0.0,
        beside_cap,
        page,
        column,
        leading: 0.0,
        cells,
    })
}

/// The usual distance of lines: that which a quarter of them do not exceed, so that gaps between paragraphs don't count.
fn leading(lines: &[Line]) -> f32 {
    let mut gaps: Vec<f32> = lines
        .windows(2)
        .filter(|pair| (pair[0].size - pair[1].size).abs() < 0.1 * pair[0].size)
        .map(|pair| (pair[0].y - pair[1].y) / pair[0].size)
        .filter(|gap| (0.8..4.0).contains(gap))
        .collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(1.25)
}

/// Puts each drop cap before the line that it begins; tells which pieces stand beside one.
fn set_drop_caps(pieces: &mut [Piece]) -> HashSet<usize> {
    let mut sizes: Vec<f32> = pieces.iter().map(|piece| piece.size).collect();
    sizes.sort_by(f32::total_cmp);
    let Some(usual) = sizes.get(sizes.len() / 2).copied() else {
        return HashSet::new();
    };
    let mut beside = HashSet::new();
    let caps: Vec<usize> = (0..pieces.len())
        .filter(|at| pieces[*at].size > piece::TALL * usual && is_initial(&pieces[*at].text))
        .take(MOST_CAPS)
        .collect();
    for cap in caps {
        let Piece {
            x0, x1, y, size, ..
        } = pieces[cap];
        let next_to: Vec<usize> = (0..pieces.len())
            .filter(|at| {
                let piece = &pieces[*at];
                let gap = piece.x0 - x1;
                piece.size < 0.7 * size
                    && (-0.5 * usual..2.0 * usual).contains(&gap)
                    && piece.y > y - 0.4 * usual
                    && piece.y < y + size
            })
            .collect();
        let Some(first) = next_to
            .iter()
            .copied()
            .max_by(|a, b| pieces[*a].y.total_cmp(&pieces[*b].y))
        else {
            continue;
        };
        let initial = std::mem::take(&mut pieces[cap].text);
        let is_word = matches!(initial.as_str(), "A" | "I")
            && pieces[first].text.starts_with(char::is_whitespace);
        let gap = if is_word { " " } else { "" };
        pieces[first].text = format!("{initial}{gap}{}", pieces[first].text);
        for at in next_to {
            pieces[at].x0 = x0;
            beside.insert(at);
        }
    }
    beside
}

/// A letter, perhaps with a quotation mark.
fn is_initial(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some(letter), None, _) => letter.is_uppercase(),
        (Some(mark), Some(letter), None) => !mark.is_alphanumeric() && letter.is_uppercase(),
        _ => false,
    }
}
