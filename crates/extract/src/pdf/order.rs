//! Owns the order in which the pieces of a page are read: columns, found by the white space between them.
//!
//! A gutter is a tall strip of white with text at both sides of it. What stands above its top is read first, then what
//! is left of it, then what is right of it, then what stands below; each of the four may have gutters of its own. So a
//! headline over columns, three columns, and columns over columns come out right without being told apart.

use super::direction;
use super::piece::Piece;

/// Beyond these, a page is no text to be read in columns.
const MOST_PIECES: usize = 20_000;
const MOST_GUTTERS: usize = 64;
const DEEPEST: usize = 8;

/// White space between columns; from `bottom` to `top` no piece crosses it.
#[derive(Clone, Debug)]
struct Gutter {
    x0: f32,
    x1: f32,
    top: f32,
    bottom: f32,
    /// Rows with text at its left and right.
    n_left: usize,
    n_right: usize,
}

/// The pieces of a page, column by column in reading order.
pub(crate) fn columns(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut columns = Vec::new();
    if pieces.len() > MOST_PIECES {
        columns.push(pieces);
        return columns;
    }
    let n_rtl = pieces
        .iter()
        .filter(|piece| direction::is_rtl(&piece.text))
        .count();
    let rtl = 2 * n_rtl > pieces.len();
    split(pieces, rtl, 0, &mut columns);
    columns
}

fn split(pieces: Vec<Piece>, rtl: bool, depth: usize, columns: &mut Vec<Vec<Piece>>) {
    if pieces.is_empty() {
        return;
    }
    let best = if depth < DEEPEST && pieces.len() >= 6 {
        tallest_gutter(&pieces)
    } else {
        None
    };
    let Some(gutter) = best else {
        columns.push(pieces);
        return;
    };
    let middle = (gutter.x0 + gutter.x1) / 2.0;
    let [mut above, mut left, mut right, mut below] = [const { Vec::new() }; 4];
    for piece in pieces {
        if piece.y > gutter.top + 0.1 {
            above.push(piece);
        } else if piece.y < gutter.bottom - 0.1 {
            below.push(piece);
        } else if (piece.x0 + piece.x1) / 2.0 < middle {
            left.push(piece);
        } else {
            right.push(piece);
        }
    }
    if rtl {
        std::mem::swap(&mut left, &mut right);
    }
    for part in [above, left, right, below] {
        split(part, rtl, depth + 1, columns);
    }
}

fn tallest_gutter(pieces: &[Piece]) -> Option<Gutter> {
    let mut sizes: Vec<f32> = pieces.iter().map(|piece| piece.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes[sizes.len() / 2];
    let rows = super::piece::rows(pieces.iter().collect(), |piece| (piece.y, piece.size));
    let mut done: Vec<Gutter> = Vec::new();
    let mut open: Vec<Gutter> = Vec::new();
    let mut above: Vec<&Piece> = Vec::new();
    for row in rows {
        // The pieces of a row may stand a little higher or lower.
        let (top, bottom) = extent(&row);
        open.retain_mut(|gutter| {
            let goes_on = gutter.bottom - top < 4.0 * size && gutter.narrow(&row, 0.6 * size);
            if goes_on {
                gutter.bottom = bottom;
                gutter.count(&row);
            } else {
                done.push(gutter.clone());
            }
            goes_on
        });
        // Lines of neighbouring columns need not stand at one height; so two rows are looked at together.
        let (top_above, bottom_above) = extent(&above);
        let both = if !above.is_empty() && bottom_above - top < 3.0 * size {
            [above.as_slice(), &row].concat()
        } else {
            row.clone()
        };
        for (x0, x1) in gaps(&both) {
            let is_new = open.iter().all(|gutter| gutter.x1 <= x0 || x1 <= gutter.x0);
            if x1 - x0 >= 0.6 * size && is_new && open.len() < MOST_GUTTERS {
                let mut gutter = Gutter {
                    x0,
                    x1,
                    top: top.max(if both.len() > row.len() {
                        top_above
                    } else {
                        top
                    }),
                    bottom,
                    n_left: 0,
                    n_right: 0,
                };
                if both.len() > row.len() {
                    gutter.count(&above);
                }
                gutter.count(&row);
                open.push(gutter);
            }
        }
        above = row;
    }
    done.append(&mut open);
    done.retain(|gutter| {
        let enough = if gutter.x1 - gutter.x0 < size { 6 } else { 3 };
        gutter.n_left.min(gutter.n_right) >= enough
    });
    done.sort_by(|a, b| {
        let height = |gutter: &Gutter| gutter.top - gutter.bottom;
        height(b).total_cmp(&height(a))
    });
    let mut best = done
        .into_iter()
        .take(MOST_GUTTERS)
        .find(|gutter| gutter.parts_columns(pieces, size))?;
    best.reach_up(pieces, size);
    Some(best)
}

/// The highest and the lowest base line.
fn extent(row: &[&Piece]) -> (f32, f32) {
    let ys = || row.iter().map(|piece| piece.y);
    (ys().fold(f32::MIN, f32::max), ys().fold(f32::MAX, f32::min))
}

/// The gaps between pieces, from left to right, where none of them stands.
fn gaps(pieces: &[&Piece]) -> Vec<(f32, f32)> {
    let mut edges: Vec<(f32, f32)> = pieces.iter().map(|piece| (piece.x0, piece.x1)).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut gaps = Vec::new();
    let mut end = f32::INFINITY;
    for (x0, x1) in edges {
        if x0 > end {
            gaps.push((end, x0));
        }
        end = if end.is_finite() { end.max(x1) } else { x1 };
    }
    gaps
}

impl Gutter {
    /// Leaves out what `row` covers; `false` when too little is left.
    fn narrow(&mut self, row: &[&Piece], least: f32) -> bool {
        for piece in row {
            if piece.x1 <= self.x0 || piece.x0 >= self.x1 {
                continue;
            }
            let (left, right) = (piece.x0 - self.x0, self.x1 - piece.x1);
            if left.max(right) < least {
                return false;
            }
            if left > right {
                self.x1 = piece.x0;
            } else {
                self.x0 = piece.x1;
            }
        }
        true
    }

    fn count(&mut self, row: &[&Piece]) {
        self.n_left += usize::from(row.iter().any(|piece| piece.x1 <= self.x0 + 0.1));
        self.n_right += usize::from(row.iter().any(|piece| piece.x0 >= self.x1 - 0.1));
    }

    /// Whether the text at both sides is running text rather than bullets, numbers or short cells of a table: most lines
    /// are long, and most of their length is words.
    fn parts_columns(&self, pieces: &[Piece], size: f32) -> bool {
        let is_text = |is_on_side: &dyn Fn(&Piece) -> bool| {
            let side: Vec<&Piece> = pieces
                .iter()
                .filter(|piece| piece.y <= self.top + 0.1 && piece.y >= self.bottom - 0.1)
                .filter(|piece| is_on_side(piece))
                .collect();
            let rows = super::piece::rows(side, |piece| (piece.y, piece.size));
            let n_text = rows
                .iter()
                .filter(|row| {
                    let words: f32 = row.iter().map(|piece| piece.x1 - piece.x0).sum();
                    let x0 = row.iter().map(|piece| piece.x0).fold(f32::MAX, f32::min);
                    let x1 = row.iter().map(|piece| piece.x1).fold(f32::MIN, f32::max);
                    words > 6.5 * size && words > 0.65 * (x1 - x0)
                })
                .count();
            2 * n_text > rows.len()
        };
        is_text(&|piece| piece.x1 <= self.x0 + 0.1) && is_text(&|piece| piece.x0 >= self.x1 - 0.1)
    }

    /// Takes in the lines above that stand in one of the columns: a picture may take the other's place.
    fn reach_up(&mut self, pieces: &[Piece], size: f32) {
        let mut above: Vec<&Piece> = pieces.iter().filter(|piece| piece.y > self.top).collect();
        above.sort_by(|a, b| a.y.total_cmp(&b.y));
        for piece in above {
            let crosses = piece.x0 < self.x1 && piece.x1 > self.x0;
            if crosses || piece.y - self.top > 4.0 * size {
                break;
            }
            self.top = self.top.max(piece.y);
        }
    }
}
