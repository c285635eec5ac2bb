//! Owns the reader of PDF files: from pages to the article that they show.
//!
//! A PDF knows glyphs and places, not words. Every page becomes glyphs ([`page`]), glyphs become pieces of lines
//! ([`piece`]), what repeats from page to page is dropped ([`furniture`]), columns are put in order ([`order`]), their
//! lines ([`line`]) become paragraphs ([`paragraph`]) and these blocks ([`block`]). The syntax of the file and the
//! meaning of its codes are left to the `hayro` crates, bounded by [`unpack`] and [`font`].

mod block;
mod direction;
mod font;
mod furniture;
mod hyphen;
mod info;
mod line;
mod matrix;
mod order;
mod page;
mod paragraph;
mod piece;
mod string;
mod unpack;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hearsay_text::{ArticleBuilder, Metadata};

use crate::{Diagnostic, Format, LeftOut, LoadError, Progress, Readings};
use string::text_string;

/// Most pages that are read; what comes after is left out, with a diagnostic.
const MOST_PAGES: usize = 5_000;

/// The article that a PDF file shows.
pub(crate) fn read(
    bytes: &[u8],
    known: Metadata,
    on_progress: &mut dyn FnMut(Progress),
) -> Result<Readings, LoadError> {
    unpack::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| refusal(error, bytes))?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(damaged("its list of pages is empty or lost"));
    }
    let total = count(pages.len().min(MOST_PAGES));
    let mut fonts = font::Fonts::new();
    let mut budget = page::Budget::new();
    let mut sheets = Vec::new();
    let mut without_text = Vec::new();
    let (mut n_pictures, mut n_unknown) = (0, 0);
    for (at, page) in pages.iter().take(MOST_PAGES).enumerate() {
        on_progress(Progress {
            done: count(at),
            total,
        });
        let glyphs = page::glyphs(page, &mut fonts, &mut budget)?;
        n_pictures += glyphs.n_pictures;
        n_unknown += glyphs.n_unknown;
        let is_blank = glyphs.n_pictures == 0 && glyphs.n_unknown == 0;
        let height = glyphs.height;
        let pieces = piece::pieces(glyphs);
        if pieces.is_empty() && !is_blank {
            without_text.push(count(at + 1));
        }
        sheets.push(furniture::Sheet { pieces, height });
    }
    let n_letters: usize = sheets
        .iter()
        .flat_map(|sheet| &sheet.pieces)
        .map(|piece| piece.text.len())
        .sum();
    // A stamp on each page, as scanners and archives put it there, is no text.
    let is_scan = n_pictures >= sheets.len() && n_letters < 20 * sheets.len();
    if n_letters == 0 || (is_scan && without_text.len() * 2 >= sheets.len()) {
        return Err(match (n_pictures, n_unknown) {
            (0, 0) => LoadError::Empty,
            (0, _) => damaged("its fonts do not say which characters its glyphs stand for"),
            _ => LoadError::Scan {
                pages: sheets.len(),
            },
        });
    }
    let n_furniture = furniture::remove(&mut sheets);
    let mut lines = Vec::new();
    let mut n_columns = 0;
    for (at, sheet) in sheets.into_iter().enumerate() {
        for column in order::columns(sheet.pieces) {
            lines.extend(line::lines(column, count(at + 1), n_columns));
            n_columns += 1;
        }
    }
    let mut words = hyphen::Words::default();
    for line in &lines {
        words.learn(&line.text);
    }
    let body = paragraph::body_size(&lines);
    let paragraphs = paragraph::paragraphs(lines, &words);
    let mut builder = ArticleBuilder::new(info::read(&pdf));
    block::push_all(&mut builder, &paragraphs, body);
    let said = std::mem::take(builder.metadata());
    *builder.metadata() = said.or(known);
    let mut diagnostics = Vec::new();
    if !without_text.is_empty() {
        diagnostics.push(Diagnostic::PagesWithoutText {
            pages: without_text,
            of: total,
        });
    }
    if pages.len() > MOST_PAGES {
        diagnostics.push(Diagnostic::PagesLeftOut {
            from: total + 1,
            of: count(pages.len()),
        });
    }
    if n_furniture > 0 {
        let (what, count) = (LeftOut::Surroundings, n_furniture);
        diagnostics.push(Diagnostic::LeftOut { what, count });
    }
    let article = builder.build();
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    on_progress(Progress { done: total, total });
    Ok(Readings::one(article, diagnostics))
}

/// Why the file cannot be opened.
fn refusal(error: LoadPdfError, bytes: &[u8]) -> LoadError {
    let format = Format::Pdf;
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            LoadError::Protected { format }
        }
        LoadPdfError::Decryption(_) => {
            damaged("it is encrypted in a way that is not known here or broken")
        }
        LoadPdfError::Invalid => {
            let end = &bytes[bytes.len().saturating_sub(2_048)..];
            let has_end = end.windows(5).any(|word| word == b"%%EOF");
            if has_end {
                damaged("neither its table of objects nor its pages can be made out")
            } else {
                damaged("its end is missing, and with it the list of its pages")
            }
        }
    }
}

fn damaged(problem: &str) -> LoadError {
    LoadError::Damaged {
        format: Format::Pdf,
        problem: problem.into(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
