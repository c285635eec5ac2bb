//! The map of an article: where on a strip beside the text its quotes, claims and found words lie.
//!
//! The strip has [`MAP_ROWS`] rows. What falls into one row is drawn once, and rows alike are drawn as one, so that an article
//! with ten thousand annotations is drawn with no more than a few hundred shapes, in one path for each colour. Looks are left
//! to the page.

use std::collections::BTreeMap;

use hearsay_annotate::{Annotation, Body, is_touched};
use hearsay_text::{Article, BlockKind, Span};

use super::{Document, Settings, Shown};

/// Rows of the map. On a screen of usual height one is about two pixels.
pub const MAP_ROWS: u32 = 400;
/// Columns of the map: quotes in the first half, claims in the second.
pub const MAP_COLUMNS: u32 = 12;

/// What the room above a block counts, in letters: about a line.
const GAP: u64 = 60;

/// Where the words of an article lie in its height, of 1. The page's own measures would change with each width; letters and
/// blocks tell it well enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// Spans of the blocks, and the weight of all before each.
    blocks: Vec<(Span, u64)>,
    total: u64,
}

/// All of one colour on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapBand {
    /// Of what.
    pub of: MapColour,
    /// The shapes, as the `d` of an SVG path over [`MAP_COLUMNS`] by [`MAP_ROWS`].
    pub path: String,
}

/// What a colour of the map stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapColour {
    /// Quotes of a speaker; of `None`, those that nobody could be found for.
    Speaker(Option<String>),
    /// Claims that the engine finds worth checking.
    Suggested,
    /// A person's claims, by the place of their tag in the palette, if the tag set has it.
    Tag(Option<u8>),
}

impl Scale {
    /// The scale of `article`.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let mut total = 0;
        let mut blocks = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            let length = u64::from(block.span.len());
            blocks.push((block.span, total));
            total += match block.kind {
                BlockKind::Heading(_) => 2 * (GAP + length),
                BlockKind::ListItem { .. } | BlockKind::TableCell { .. } => {
                    GAP / 2 + length.max(GAP)
                }
                _ => GAP + length,
            };
        }
        Self { blocks, total }
    }

    /// Where the byte `at` lies, from 0 at the top to 1 at the bottom.
    #[must_use]
    pub fn place(&self, at: u32) -> f64 {
        let nth = self.blocks.partition_point(|(span, _)| span.start <= at);
        let Some((span, before)) = nth.checked_sub(1).and_then(|nth| self.blocks.get(nth)) else {
            return 0.0;
        };
        let weight = self.blocks.get(nth).map_or(self.total, |next| next.1) - before;
        let inside = f64::from(at.min(span.end) - span.start) / f64::from(span.len().max(1));
        (*before as f64 + weight as f64 * inside) / self.total.max(1) as f64
    }

    /// The byte at a place from 0 to 1: at the start of a block, or within.
    #[must_use]
    pub fn byte(&self, place: f64) -> u32 {
        let sought = place.clamp(0.0, 1.0) * self.total as f64;
        let nth = self
            .blocks
            .partition_point(|(_, before)| *before as f64 <= sought);
        let Some((span, before)) = nth.checked_sub(1).and_then(|nth| self.blocks.get(nth)) else {
            return 0;
        };
        let weight = self.blocks.get(nth).map_or(self.total, |next| next.1) - before;
        let inside = (sought - *before as f64) / (weight.max(1)) as f64;
        // `as` keeps within the numbers there are.
        (span.start + (f64::from(span.len()) * inside) as u32).min(span.end)
    }

    /// The rows that `span` lies in: the first, and the one behind the last.
    fn rows(&self, span: Span) -> (usize, usize) {
        let row = |at: u32| (self.place(at) * f64::from(MAP_ROWS)) as usize;
        let first = row(span.start).min(MAP_ROWS as usize - 1);
        (first, row(span.end).clamp(first + 1, MAP_ROWS as usize))
    }
}

/// The quotes and claims of `document` that are shown, on the map.
#[must_use]
pub fn article_map(document: &Document, settings: &Settings, scale: &Scale) -> Vec<MapBand> {
    let shown = Shown::new(document, settings);
    let mut colours: Vec<&Annotation> = Vec::new();
    let mut quotes: Vec<Option<usize>> = vec![None; MAP_ROWS as usize];
    let mut claims = quotes.clone();
    for annotation in document.annotations.iter() {
        if !shown.shows(annotation) {
            continue;
        }
        let column = match &annotation.body {
            Body::Quote(_) => &mut quotes,
            Body::Claim(_) => &mut claims,
            Body::Note(_) => continue,
        };
        let weak = is_suggested_claim(annotation);
        for span in &annotation.target {
            let (from, to) = scale.rows(*span);
            for row in &mut column[from..to] {
                // What is inside another is drawn over it; what is only suggested over nothing.
                if !weak || row.is_none() {
                    *row = Some(colours.len());
                }
            }
        }
        colours.push(annotation);
    }
    let colour = |row: &Option<usize>| {
        let annotation = colours.get((*row)?)?;
        Some(match &annotation.body {
            Body::Quote(quote) => MapColour::Speaker(quote.speaker.clone()),
            _ if is_suggested_claim(annotation) => MapColour::Suggested,
            Body::Claim(claim) => {
                let tag = claim.main_tag();
                let tag = tag.and_then(|tag| document.tag_set().get(tag));
                MapColour::Tag(tag.map(|tag| tag.color))
            }
            Body::Note(_) => return None,
        })
    };
    let quotes: Vec<_> = quotes.iter().map(colour).collect();
    let claims: Vec<_> = claims.iter().map(colour).collect();
    let half = MAP_COLUMNS / 2;
    let mut bands = BTreeMap::new();
    draw(&quotes, 0, half, &mut bands);
    draw(&claims, half + 1, half - 1, &mut bands);
    let band = |(of, path)| MapBand { of, path };
    bands.into_iter().map(band).collect()
}

fn is_suggested_claim(annotation: &Annotation) -> bool {
    matches!(annotation.body, Body::Claim(_)) && !is_touched(annotation)
}

/// The places of found words, as the `d` of an SVG path over all columns.
#[must_use]
pub fn found_on_map(hits: &[Span], scale: &Scale) -> String {
    let mut rows = vec![None; MAP_ROWS as usize];
    for hit in hits {
        let (row, _) = scale.rows(*hit);
        rows[row] = Some(MapColour::Suggested);
    }
    let mut bands = BTreeMap::new();
    draw(&rows, 0, MAP_COLUMNS, &mut bands);
    bands.into_values().next().unwrap_or_default()
}

/// Adds a rectangle for each run of rows of one colour.
fn draw(
    rows: &[Option<MapColour>],
    left: u32,
    width: u32,
    bands: &mut BTreeMap<MapColour, String>,
) {
    let mut at = 0;
    for run in rows.chunk_by(|one, other| one == other) {
        if let Some(Some(colour)) = run.first() {
            let path = bands.entry(colour.clone()).or_default();
            let width = width.to_string();
            for piece in [
                "M",
                &left.to_string(),
                " ",
                &at.to_string(),
                "h",
                &width,
                "v",
                &run.len().to_string(),
                "h-",
                &width,
                "z",
            ] {
                path.push_str(piece);
            }
        }
        at += run.len();
    }
}
