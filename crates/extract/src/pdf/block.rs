//! Owns the way from paragraphs to blocks: which are headings, captions, items and cells, and on which page they begin.

use hearsay_text::{ArticleBuilder, BlockKind, Place};

use super::paragraph::{Item, Paragraph, is_sentence_end};

/// Longest heading, in bytes.
const LONGEST_HEADING: usize = 240;

/// Pushes all paragraphs as blocks; the first heading of the largest size names the article if nothing else does.
pub(crate) fn push_all(builder: &mut ArticleBuilder, paragraphs: &[Paragraph], body: f32) {
    let levels = heading_sizes(paragraphs, body);
    let mut page = 0;
    let mut headline: Option<(f32, String)> = None;
    for paragraph in paragraphs {
        if paragraph.page > page {
            page = paragraph.page;
            builder.landmark(Place::Page(page));
        }
        if !paragraph.table.is_empty() {
            for row in &paragraph.table {
                for (at, cell) in row.iter().enumerate() {
                    let kind = BlockKind::TableCell {
                        header: false,
                        starts_row: at == 0,
                    };
                    builder.push(kind, cell, Vec::new());
                }
            }
            continue;
        }
        let kind = kind(paragraph, &levels, body);
        if matches!(kind, BlockKind::Heading(_)) && page <= 1 {
            let is_larger = headline
                .as_ref()
                .is_none_or(|(size, _)| paragraph.size > size + 0.5);
            if is_larger {
                headline = Some((paragraph.size, paragraph.text.clone()));
            }
        }
        let words = if matches!(kind, BlockKind::ListItem { ordered: false, .. }) {
            paragraph.words()
        } else {
            &paragraph.text
        };
        builder.push(kind, words, Vec::new());
    }
    let title = &mut builder.metadata().title;
    if title.is_none() {
        *title = headline.map(|(_, text)| text);
    }
}

/// The sizes of headings, largest first.
fn heading_sizes(paragraphs: &[Paragraph], body: f32) -> Vec<f32> {
    let mut sizes: Vec<f32> = paragraphs
        .iter()
        .filter(|paragraph| is_large(paragraph, body))
        .map(|paragraph| paragraph.size)
        .collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.dedup_by(|a, b| (*a - *b).abs() < 0.06 * *b);
    sizes
}

fn is_large(paragraph: &Paragraph, body: f32) -> bool {
    paragraph.size > 1.12 * body
        && paragraph.text.len() < LONGEST_HEADING
        && paragraph.item != Some(Item::Bullet)
        && paragraph.text.chars().any(char::is_alphabetic)
}

fn kind(paragraph: &Paragraph, levels: &[f32], body: f32) -> BlockKind {
    let text = &paragraph.text;
    if is_large(paragraph, body) {
        let above = levels
            .iter()
            .filter(|size| **size > 1.06 * paragraph.size)
            .count();
        let is_quote =
            text.starts_with(['“', '„', '«', '"']) && text.ends_with(['”', '“', '»', '"']);
        // Set off to be seen, as magazines do, rather than to head anything.
        return if is_quote && above > 0 {
            BlockKind::BlockQuote
        } else {
            BlockKind::Heading(level(above))
        };
    }
    if is_caption(text) {
        return BlockKind::Caption;
    }
    let is_short = text.len() < 120 && paragraph.n_lines <= 2;
    let is_heading = paragraph.bold
        && is_short
        && paragraph.size > 0.95 * body
        && paragraph.item != Some(Item::Bullet)
        && text.chars().any(char::is_alphabetic)
        && !text.ends_with([',', ';', ':'])
        && (!is_sentence_end(text) || text.ends_with('?'));
    if is_heading {
        return BlockKind::Heading(level(levels.len()));
    }
    match paragraph.item {
        Some(Item::Bullet) => BlockKind::ListItem {
            ordered: false,
            depth: 0,
        },
        Some(Item::Number) => BlockKind::ListItem {
            ordered: true,
            depth: 0,
        },
        None => BlockKind::Paragraph,
    }
}

fn level(n_above: usize) -> u8 {
    u8::try_from(n_above + 1).unwrap_or(6).min(6)
}

/// Whether a paragraph says itself that it belongs to a picture or table.
fn is_caption(text: &str) -> bool {
    const NAMES: [&str; 14] = [
        "figure",
        "fig.",
        "table",
        "photo",
        "photograph",
        "picture",
        "image",
        "chart",
        "map",
        "abbildung",
        "abb.",
        "tabelle",
        "foto",
        "figura",
    ];
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or_default().to_lowercase();
    let next = words.next().unwrap_or_default();
    let is_numbered = next
        .trim_end_matches([':', '.', '|'])
        .parse::<u32>()
        .is_ok();
    let marked = name.ends_with(':') && text.len() < 400;
    let name = name.trim_end_matches(':');
    NAMES.contains(&name) && (marked || (is_numbered && next.ends_with([':', '.', '|'])))
}
