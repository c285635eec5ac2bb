//! Owns the reader of web pages: finds the article among the clutter, by readability and by names and looks, and what the
//! page says of it.

mod address;
mod byline;
mod clutter;
mod dom;
mod json_ld;
mod metadata;
mod names;
mod phrases;
mod posts;
mod scan;
mod title;
mod words;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use hearsay_text::{Article, Block, BlockKind, InlineStyle, Metadata};

use crate::encoding::decode_html;
use crate::{Ask, Diagnostic, Event, Hints, LoadError, Reading, Readings, builder, html};
use address::Base;
use metadata::Known;
use scan::{Scan, size_of};

/// What readability may cost, in steps of the look over the page; no page that people read costs a tenth.
const MOST_COST: usize = 60_000_000;

/// Readability recurses as deep as elements nest; parsing limits that, but not quite.
const MOST_DEPTH: usize = 700;

/// Elements and texts that readability is given.
const MOST_NODES: usize = 400_000;

/// The readings of a web page, or of a piece that was copied from one.
///
/// # Errors
///
/// [`LoadError`] of its bytes; any text is a page.
pub(crate) fn read(bytes: &[u8], hints: Hints<'_>, known: Metadata) -> Result<Readings, LoadError> {
    let (text, note) = decode_html(bytes, hints.media_type)?;
    let mut readings = read_text(&text, hints.address, known);
    for reading in readings.all_mut() {
        reading.diagnostics.splice(0..0, note.clone());
    }
    Ok(readings)
}

/// What the readers of a page need to know of it.
struct Page<'a> {
    text: &'a str,
    known: Known,
    /// What the page says that was copied in with the caller's knowledge.
    address: String,
    is_whole: bool,
    /// It says that it is an article.
    is_article: bool,
    asks_to_pay: bool,
    standfirst: Option<String>,
    size: usize,
    running: usize,
}

fn read_text(text: &str, address: Option<&str>, known: Metadata) -> Readings {
    let document = html::parse(text, Document::default());
    let page_scan = scan::scan(&document);
    let address = base_of(&page_scan, address);
    let base = Base::new(&address);
    let mut page = Page {
        text,
        known: metadata::decide(&page_scan, &base),
        is_whole: page_scan.is_whole
            || text
                .trim_start()
                .get(..9)
                .is_some_and(|head| head.eq_ignore_ascii_case("<!doctype")),
        is_article: false,
        asks_to_pay: page_scan.asks_to_pay,
        standfirst: page_scan.standfirst.clone(),
        size: page_scan.size,
        running: page_scan.running,
        address: String::new(),
    };
    page.is_article = page.known.is_article;
    page.known.metadata = std::mem::take(&mut page.known.metadata).or(known);
    let is_monstrous = page_scan.cost > MOST_COST
        || page_scan.depth > MOST_DEPTH
        || document.tree.len() > MOST_NODES;
    let is_piece = !page.is_whole || text.contains("<!--StartFragment-->");
    let mut shown_authors = None;
    let found = if is_monstrous {
        None
    } else {
        prepare(&page_scan);
        drop(page_scan);
        if is_piece {
            document.body().map(|body| dom::events(body, &base))
        } else {
            readable(document, &base).map(|(events, authors)| {
                shown_authors = authors;
                events
            })
        }
    };
    // What readability takes for the author line is better than none.
    let byline = &mut page.known.metadata.byline;
    *byline = byline.take().or_else(|| byline::shown(&shown_authors?));
    page.address = address;
    if is_piece && found.is_some() {
        return piece(&page, found.unwrap_or_default());
    }
    decide(&page, found)
}

/// The address that relative ones are resolved against.
fn base_of(scan: &Scan<'_>, address: Option<&str>) -> String {
    let own = address.or(scan.canonical.as_deref()).unwrap_or_default();
    match &scan.base {
        Some(base) => Base::new(own).resolve(base).unwrap_or_default(),
        None => own.to_owned(),
    }
}

/// Readies the document: clutter out, posts safe, nothing that readability stumbles over.
fn prepare(scan: &Scan<'_>) {
    for node in &scan.posts {
        if posts::looks_like_one(*node) {
            posts::protect(*node);
        }
    }
    // Frames and recordings hold no words of the article; readability looks closely at their addresses, and may panic
    // at odd ones.
    for node in &scan.wordless {
        node.remove_from_parent();
    }
    for node in &scan.odd {
        node.remove_attrs(&["id", "data-readability-score", "data-readability-table"]);
    }
    for node in &scan.forms {
        node.rename("div");
    }
    for node in &scan.buttons {
        node.rename("span");
    }
    for node in &scan.clutter {
        // Words that it kept apart stay apart.
        let runs_on = |next: NodeRef<'_>| {
            next.element_ref()
                .is_none_or(|element| !builder::is_block(&element.name.local))
        };
        if node.next_sibling().is_some_and(runs_on) {
            node.insert_before(&node.tree.new_element("hr"));
        }
        node.remove_from_parent();
    }
}

/// The events of what readability takes for the article, and what it takes for the author line.
fn readable(document: Document, base: &Base<'_>) -> Option<(Vec<Event>, Option<String>)> {
    let config = Config {
        disable_json_ld: true,
        keep_classes: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let authors = readability.parse().ok()?.byline;
    let root = readability.doc.select_single("#readability-page-1");
    let root = root.nodes().first()?;
    Some((dom::events(*root, base), authors))
}

/// A copied piece is all article.
fn piece(page: &Page<'_>, events: Vec<Event>) -> Readings {
    let events = clutter::without(events, &page.known.metadata, None);
    let (article, diagnostics) = finish(page, &events);
    Readings::one(article, diagnostics)
}

/// Which reading comes first, and whether to ask.
fn decide(page: &Page<'_>, found: Option<Vec<Event>>) -> Readings {
    let Some(events) = found else {
        return whole_first(page);
    };
    let events = clutter::without(events, &page.known.metadata, page.standfirst.as_deref());
    let (mut article, mut diagnostics) = finish(page, &events);
    if page.running > 60 + text_size(&article) * 10 / 9
        && let Some(more) = second_look(page, &events)
    {
        let (other, its_diagnostics) = finish(page, &more);
        // Much more is not this article.
        if text_size(&other) < text_size(&article) * 7 / 4 + 200 {
            (article, diagnostics) = (other, its_diagnostics);
        }
    }
    let size = size_of(&article.text);
    // Headings that were never closed come through readability twice.
    if size == 0 || size > page.size {
        return whole_first(page);
    }
    let is_doubtful = size < 250 && page.size > 4 * size
        || page.running > 3 * size
        || !page.is_article && running(&article) < 700;
    let mut readings = Readings::one(article, diagnostics);
    readings.first.label = ARTICLE.to_owned();
    if is_doubtful {
        let whole = whole(page);
        if size_of(&whole.article.text) > size + size / 5 {
            readings.others.push(whole);
            readings.ask = Some(Ask::WhichIsTheArticle);
        }
    }
    readings
}

/// Letters outside of headings, captions and links.
fn text_size(article: &Article) -> usize {
    let blocks = article
        .blocks
        .iter()
        .filter(|block| !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Caption));
    blocks.map(|block| unlinked(article, block)).sum()
}

fn unlinked(article: &Article, block: &Block) -> usize {
    let links: usize = block
        .inlines
        .iter()
        .filter(|inline| matches!(inline.style, InlineStyle::Link(_)))
        .map(|inline| size_of(article.slice(inline.span)))
        .sum();
    size_of(article.slice(block.span)).saturating_sub(links)
}

/// What the whole page has of the article beyond what readability found.
fn second_look(page: &Page<'_>, found: &[Event]) -> Option<Vec<Event>> {
    let document = html::parse(page.text, Document::default());
    let scan = scan::scan(&document);
    prepare(&scan);
    for node in &scan.hidden {
        node.remove_from_parent();
    }
    document
        .select("aside, footer, form, nav, dialog, noscript")
        .remove();
    let events = dom::events(document.body()?, &Base::new(&page.address));
    Some(clutter::around(events, found, &page.known.metadata))
}

/// Letters in paragraphs long enough to be running text.
fn running(article: &Article) -> usize {
    let sizes = article.blocks.iter().map(|block| unlinked(article, block));
    sizes.filter(|size| *size > 80).sum()
}

const ARTICLE: &str = "The article";
const WHOLE: &str = "The whole page";

fn whole_first(page: &Page<'_>) -> Readings {
    Readings {
        first: whole(page),
        others: Vec::new(),
        ask: None,
    }
}

/// All that the page shows, roughly without what is no text.
fn whole(page: &Page<'_>) -> Reading {
    let (mut article, mut diagnostics) = html::extract(page.text);
    let headline = article.metadata.title.take();
    article.metadata = page.known.metadata.clone();
    article.metadata.title = article.metadata.title.take().or(headline);
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    Reading {
        label: WHOLE.to_owned(),
        article,
        diagnostics,
    }
}

fn finish(page: &Page<'_>, events: &[Event]) -> (Article, Vec<Diagnostic>) {
    let (article, mut diagnostics) = builder::extract_inside(events, page.known.metadata.clone());
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    if page.known.is_closed || page.asks_to_pay {
        diagnostics.push(Diagnostic::NotFree);
    }
    (article, diagnostics)
}
