//! Owns the way from lines to paragraphs: where one ends, and which goes on in the next column or on the next page.

use super::hyphen::{Words, is_hyphen};
use super::line::Line;

/// Lines that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// Page that it begins on.
    pub(crate) page: u32,
    pub(crate) n_lines: usize,
    pub(crate) item: Option<Item>,
    /// Edge of its first line and of its column.
    pub(crate) indent: f32,
    /// The cells of its lines, if it is a table.
    pub(crate) table: Vec<Vec<String>>,
    last: Line,
    /// Distance of its lines, once there are two.
    leading: Option<f32>,
}

/// The mark of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Bullet,
    Number,
}

/// The paragraphs of all lines.
pub(crate) fn paragraphs(lines: Vec<Line>, words: &Words) -> Vec<Paragraph> {
    let body = body_size(&lines);
    let mut done: Vec<Paragraph> = Vec::new();
    let mut lines = lines.into_iter().peekable();
    let mut rows: Vec<Line> = Vec::new();
    while let Some(line) = lines.next() {
        // Rows of a table are gathered before anything is made of them.
        if is_row(&line) {
            let goes_on = lines
                .peek()
                .is_some_and(|next| is_row(next) && is_same_table(&line, next));
            rows.push(line);
            if goes_on {
                continue;
            }
            if rows.len() >= 3 {
                done.extend(table(std::mem::take(&mut rows)));
            } else {
                for line in rows.drain(..) {
                    add(&mut done, line, body, words);
                }
            }
            continue;
        }
        add(&mut done, line, body, words);
    }
    done
}

fn add(done: &mut Vec<Paragraph>, line: Line, body: f32, words: &Words) {
    if let Some(at) = goes_on_in(done, &line, body) {
        done[at].push(line, words);
    } else {
        done.push(Paragraph::new(line));
    }
}

/// Which paragraph `line` goes on, if any.
fn goes_on_in(done: &[Paragraph], line: &Line, body: f32) -> Option<usize> {
    let last = done.len().checked_sub(1)?;
    if done[last].last.column == line.column {
        return (!begins_anew(&done[last], line, body)).then_some(last);
    }
    // In the next column or on the next page: the last paragraph of its size, though notes and captions may follow it.
    const FAR_ENOUGH: usize = 6;
    let before = (0..done.len()).rev().take(FAR_ENOUGH).find(|at| {
        let other = &done[*at];
        same_look(other, line) && other.table.is_empty()
    })?;
    let page = done[before].last.page;
    let is_near = line.page - page <= 1;
    // Notes at the foot of the column are no part of the text that they interrupt.
    let is_last = done[before + 1..]
        .iter()
        .all(|note| note.size < 0.95 * line.size);
    (is_near && goes_over(&done[before], line, is_last)).then_some(before)
}

fn same_look(paragraph: &Paragraph, line: &Line) -> bool {
    (paragraph.size - line.size).abs() < 0.06 * line.size && paragraph.bold == line.bold
}

/// Whether a paragraph goes on over the end of its column.
fn goes_over(paragraph: &Paragraph, line: &Line, is_last: bool) -> bool {
    if item(&line.text).is_some() {
        return false;
    }
    let first = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_lower = first.starts_with(char::is_lowercase);
    let end = &paragraph.last;
    if end.text.ends_with(is_hyphen) && is_lower {
        return true;
    }
    let is_indented = line.x0 - line.left > 0.9 * line.size;
    if is_sentence_end(&end.text) {
        // It might be both; a paragraph of several full lines that another full line follows is taken for one.
        let was_indented = paragraph.indent > 0.9 * paragraph.size;
        return is_last && was_indented && !is_indented && end.is_full() && line.is_full();
    }
    is_lower || (is_last && !is_indented && end.is_full() && paragraph.n_lines > 1)
}

impl Line {
    /// Whether it reaches the edge of its column.
    fn is_full(&self) -> bool {
        self.right - self.x1 < 2.0 * self.size
    }

    fn is_centred(&self) -> bool {
        let (before, after) = (self.x0 - self.left, self.right - self.x1);
        before > 2.0 * self.size && (before - after).abs() < 1.5 * self.size
    }
}

/// Whether `line`, below the paragraph in the same column, begins another.
fn begins_anew(paragraph: &Paragraph, line: &Line, body: f32) -> bool {
    let last = &paragraph.last;
    let size = line.size.max(last.size);
    if (line.size - paragraph.size).abs() > 0.1 * size || line.bold != paragraph.bold {
        return true;
    }
    let gap = last.y - line.y;
    let usual = paragraph.leading.unwrap_or(line.leading * size);
    if gap > 1.28 * usual + 0.5 || gap > 3.5 * size {
        return true;
    }
    let is_item = item(&line.text);
    if is_item == Some(Item::Bullet)
        || (is_item == Some(Item::Number)
            && (paragraph.item == Some(Item::Number) || is_sentence_end(&last.text)))
    {
        return true;
    }
    let is_centred = last.is_centred() && line.is_centred();
    let is_large = line.size > 1.15 * body;
    if is_centred || is_large {
        return false;
    }
    let room = last.right - last.x1;
    let width = last.right - last.left;
    let fits = room > line.first_word + 0.6 * size;
    if fits && (is_sentence_end(&last.text) || room > 0.35 * width) {
        return true;
    }
    if line.beside_cap || last.beside_cap {
        return false;
    }
    let step = line.x0 - last.x0;
    if paragraph.n_lines > 1 {
        // Sloped columns and hanging marks aside, the lines of a paragraph begin together.
        return step.abs() > 0.9 * size
            && (step > 0.0 || paragraph.item.is_some() || step < -3.0 * size);
    }
    // After the first line: less indented is usual, more is a list or another paragraph.
    step > 0.9 * size && paragraph.item.is_none() && is_sentence_end(&last.text)
}

impl Paragraph {
    fn new(line: Line) -> Self {
        Self {
            text: line.text.clone(),
            size: line.size,
            bold: line.bold,
            page: line.page,
            n_lines: 1,
            item: item(&line.text),
            indent: line.x0 - line.left,
            table: Vec::new(),
            last: line,
            leading: None,
        }
    }

    fn push(&mut self, line: Line, words: &Words) {
        words.join(&mut self.text, &line.text);
        if line.column == self.last.column {
            let gap = self.last.y - line.y;
            if gap > 0.5 * line.size {
                self.leading = Some(self.leading.map_or(gap, |leading| leading.min(gap)));
            }
        }
        self.n_lines += 1;
        self.last = line;
    }

    /// Its text without the mark of the list.
    pub(crate) fn words(&self) -> &str {
        match self.item {
            Some(Item::Bullet) => self.text.trim_start_matches(is_bullet).trim_start(),
            _ => &self.text,
        }
    }
}

/// The size that most of the text is set in.
pub(crate) fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines
        .iter()
        .map(|line| (line.size, line.text.len()))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    sizes
        .chunk_by(|a, b| b.0 - a.0 < 0.2)
        .max_by_key(|same| same.iter().map(|(_, length)| length).sum::<usize>())
        .and_then(|same| same.first())
        .map_or(10.0, |(size, _)| *size)
}

/// Whether a text ends as sentences do.
pub(crate) fn is_sentence_end(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '«' | ')' | ']')
            || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)
    });
    end.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '؟', '।'])
}

const fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦' | '▪' | '■' | '□' | '●' | '○' | '‣' | '⁃' | '➢' | '✓' | '·' | '∙'
    )
}

/// The mark that a line begins with.
fn item(text: &str) -> Option<Item> {
    if text.starts_with(is_bullet) {
        return Some(Item::Bullet);
    }
    let (mark, rest) = text.split_once(' ')?;
    if matches!(mark, "–" | "-" | "*" | "—") && !rest.is_empty() && mark != "—" {
        return Some(Item::Bullet);
    }
    let inner = mark.strip_prefix('(').unwrap_or(mark);
    let inner = inner.strip_suffix(['.', ')'])?;
    let is_number = inner.len() <= 3 && inner.chars().all(|c| c.is_ascii_digit());
    let is_letter =
        inner.len() == 1 && mark.ends_with(')') && inner.chars().all(char::is_lowercase);
    (!inner.is_empty() && (is_number || is_letter)).then_some(Item::Number)
}

/// Whether a line may be the row of a table: several pieces, none of them a mark or a line of running text, and further
/// apart than words are even in lines that are stretched.
fn is_row(line: &Line) -> bool {
    const LONGEST: usize = 60;
    let is_apart = |pair: &[(f32, f32, String)]| {
        let gap = (pair[1].0 - pair[0].1).max(pair[0].0 - pair[1].1);
        gap > 1.5 * line.size
    };
    line.cells.len() > 1
        && item(&line.text).is_none()
        && line.cells.windows(2).all(is_apart)
        && line
            .cells
            .iter()
            .all(|(.., text)| text.chars().count() < LONGEST)
}

/// Whether the cells of two rows stand below each other.
fn is_same_table(above: &Line, below: &Line) -> bool {
    let n_aligned = below
        .cells
        .iter()
        .filter(|(x, ..)| {
            above
                .cells
                .iter()
                .any(|(other, ..)| (x - other).abs() < 0.5 * below.size)
        })
        .count();
    above.column == below.column
        && above.y - below.y < 3.5 * below.size
        && n_aligned >= 2
        && above.cells.len().abs_diff(below.cells.len()) <= 1
}

/// A table of `rows`.
fn table(rows: Vec<Line>) -> Option<Paragraph> {
    let cells = |line: &Line| line.cells.iter().map(|(.., text)| text.clone()).collect();
    let table = rows.iter().map(cells).collect();
    let mut lines = rows.into_iter();
    let mut whole = Paragraph::new(lines.next()?);
    whole.n_lines += lines.len();
    whole.last = lines.next_back()?;
    whole.table = table;
    Some(whole)
}
