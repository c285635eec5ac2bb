//! Owns the way from events to blocks: which words stand together, what each block is, how white space collapses.

use hearsay_text::{Article, ArticleBuilder, BlockKind, InlineStyle, Metadata};

use crate::event::attribute;
use crate::line::Line;
use crate::post::{About, about, is_post_class};
#[cfg(feature = "page")]
use crate::survey::inside;
use crate::survey::{Survey, survey};
use crate::{Diagnostic, Event, LeftOut, metadata};

/// The article that the events of a document make.
pub(crate) fn extract(events: &[Event]) -> (Article, Vec<Diagnostic>) {
    build(events, metadata::read(events), &survey(events))
}

/// The article that events make of which all are the article.
#[cfg(feature = "page")]
pub(crate) fn extract_inside(events: &[Event], metadata: Metadata) -> (Article, Vec<Diagnostic>) {
    build(events, metadata, &inside(events))
}

fn build(events: &[Event], metadata: Metadata, survey: &Survey) -> (Article, Vec<Diagnostic>) {
    let mut builder = Builder {
        article: ArticleBuilder::new(metadata),
        ..Builder::default()
    };
    let mut omitted: Vec<LeftOut> = Vec::new();
    let mut at = survey.article.start;
    while at < survey.article.end {
        match &events[at] {
            Event::Open { tag, attributes } => {
                if let Some(omission) = survey.left_out.get(&at) {
                    omitted.extend(omission.what);
                    at = omission.end + 1;
                    continue;
                }
                builder.open(tag, attributes, survey, at);
                builder.post(events, at);
            }
            Event::Text(text) => builder.text(text),
            Event::Close => builder.close(),
        }
        at += 1;
    }
    builder.flush();
    let mut article = builder.article.build();
    if article.metadata.title.is_none() {
        article.metadata.title = headline(&article);
    }
    (article, count(omitted))
}

/// The words of the first heading of level 1.
fn headline(article: &Article) -> Option<String> {
    let heading = article
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Heading(1))?;
    Some(article.slice(heading.span).replace('\n', " "))
}

fn count(mut omitted: Vec<LeftOut>) -> Vec<Diagnostic> {
    omitted.sort_unstable();
    omitted
        .chunk_by(|a, b| a == b)
        .map(|same| Diagnostic::LeftOut {
            what: same[0],
            count: same.len(),
        })
        .collect()
}

#[derive(Default)]
struct Builder {
    article: ArticleBuilder,
    /// The words of the block at hand.
    line: Line,
    /// What each open element has to put right when it closes.
    open: Vec<Frame>,
    /// Kinds of the open elements that have one, innermost last.
    kinds: Vec<BlockKind>,
    /// Whether each open list is ordered.
    lists: Vec<bool>,
    /// No cell of the row at hand has had words yet.
    row_is_fresh: bool,
    /// Open `q` elements.
    n_quotes: usize,
    /// Open `pre` elements.
    n_pre: usize,
    /// Of the open post: the number of open elements with it, where its words begin, what is known of it.
    open_post: Option<(usize, u32, About)>,
}

/// What an open element did and its end must undo.
#[derive(Clone, Copy, Default)]
struct Frame {
    block: bool,
    kind: bool,
    list: bool,
    style: bool,
    quote: bool,
    pre: bool,
}

impl Builder {
    fn open(&mut self, tag: &str, attributes: &[(String, String)], survey: &Survey, at: usize) {
        let mut frame = Frame {
            block: is_block(tag),
            ..Frame::default()
        };
        if frame.block {
            self.boundary();
        }
        match tag {
            "br" => self.line.line_break(),
            "ul" | "ol" | "menu" => {
                self.lists.push(tag == "ol");
                frame.list = true;
            }
            "tr" => self.row_is_fresh = true,
            "pre" => {
                self.n_pre += 1;
                frame.pre = true;
            }
            "q" => {
                self.line.push(if self.n_quotes.is_multiple_of(2) {
                    '“'
                } else {
                    '‘'
                });
                self.n_quotes += 1;
                frame.quote = true;
            }
            _ => {}
        }
        if let Some(kind) = self.kind_of(tag, attributes, survey, at) {
            self.kinds.push(kind);
            frame.kind = true;
        }
        if let Some(style) = style_of(tag, attributes) {
            frame.style = self.line.open_style(style);
        }
        self.open.push(frame);
    }

    /// Keeps what is known of a post, if one has just begun at `at` that is in no other.
    fn post(&mut self, events: &[Event], at: usize) {
        if self.open_post.is_none() && self.kinds.last() == Some(&BlockKind::Post) {
            let mut depth = 0_usize;
            let end = events[at..].iter().position(|event| {
                match event {
                    Event::Open { .. } => depth += 1,
                    Event::Close => depth = depth.saturating_sub(1),
                    Event::Text(_) => {}
                }
                depth == 0
            });
            let end = end.map_or(events.len(), |end| at + end + 1);
            let about = about(&events[at..end]);
            self.open_post = Some((self.open.len(), self.article.next_start(), about));
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.open.pop() else {
            return;
        };
        if self
            .open_post
            .as_ref()
            .is_some_and(|(depth, ..)| *depth > self.open.len())
        {
            self.flush();
            if let Some((_, start, About { author, date, url })) = self.open_post.take() {
                self.article.post(start, author, date, url);
            }
        }
        if frame.style {
            self.line.close_style();
        }
        if frame.quote {
            self.n_quotes -= 1;
            self.line.push(if self.n_quotes.is_multiple_of(2) {
                '”'
            } else {
                '’'
            });
        }
        if frame.kind {
            // The words so far are of the kind that ends here.
            self.flush();
            self.kinds.pop();
        } else if frame.block {
            self.boundary();
        }
        if frame.pre {
            self.n_pre -= 1;
        }
        if frame.list {
            self.lists.pop();
        }
    }

    fn text(&mut self, text: &str) {
        if self.n_pre > 0 {
            self.line.push_as_it_is(text);
            return;
        }
        for c in text.chars() {
            if self.line.ends_paragraph_before(c) && !self.in_cell() {
                self.flush();
            }
            self.line.push(c);
        }
    }

    /// A block-level element begins or ends: what comes stands apart. In a table cell, on a line of its own.
    fn boundary(&mut self) {
        if self.in_cell() {
            self.line.line_break();
        } else {
            self.flush();
        }
    }

    fn in_cell(&self) -> bool {
        matches!(self.kinds.last(), Some(BlockKind::TableCell { .. }))
    }

    /// Ends the block at hand.
    fn flush(&mut self) {
        let (words, inlines) = self.line.take();
        if words.trim().is_empty() {
            return;
        }
        let mut kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        if let BlockKind::TableCell { starts_row, .. } = &mut kind {
            *starts_row = std::mem::take(&mut self.row_is_fresh);
        }
        self.article.push(kind, &words, inlines);
    }

    fn kind_of(
        &self,
        tag: &str,
        attributes: &[(String, String)],
        survey: &Survey,
        at: usize,
    ) -> Option<BlockKind> {
        let class = attribute(attributes, "class").unwrap_or_default();
        if is_post_class(class) {
            return Some(BlockKind::Post);
        }
        match tag {
            "h1" => Some(BlockKind::Heading(1)),
            "h2" => Some(BlockKind::Heading(2)),
            "h3" => Some(BlockKind::Heading(3)),
            "h4" => Some(BlockKind::Heading(4)),
            "h5" => Some(BlockKind::Heading(5)),
            "h6" => Some(BlockKind::Heading(6)),
            "li" => Some(BlockKind::ListItem {
                ordered: self.lists.last().copied().unwrap_or_default(),
                depth: u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
            }),
            // In an embedded post everything is the post.
            "blockquote" if self.kinds.last() != Some(&BlockKind::Post) => {
                Some(BlockKind::BlockQuote)
            }
            "figcaption" | "caption" => Some(BlockKind::Caption),
            "td" | "th" if survey.layout_cells.contains(&at) => Some(BlockKind::Paragraph),
            "td" | "th" => Some(BlockKind::TableCell {
                header: tag == "th",
                starts_row: false,
            }),
            "pre" => Some(BlockKind::Preformatted),
            _ => None,
        }
    }
}

fn style_of(tag: &str, attributes: &[(String, String)]) -> Option<InlineStyle> {
    match tag {
        "em" | "i" | "cite" => Some(InlineStyle::Emphasis),
        // Google Docs wraps all that it copies in a `b` that is not bold.
        "b" if is_of_normal_weight(attributes) => None,
        "strong" | "b" => Some(InlineStyle::Strong),
        "code" | "kbd" | "samp" | "tt" => Some(InlineStyle::Code),
        "a" => {
            attribute(attributes, "href").map(|address| InlineStyle::Link(address.trim().into()))
        }
        _ => None,
    }
}

fn is_of_normal_weight(attributes: &[(String, String)]) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default();
    style.split(';').any(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or_default();
        property.trim() == "font-weight" && matches!(value.trim(), "normal" | "400")
    })
}

/// Elements that stand on lines of their own by the standard's style sheet. Others, unknown ones included, run on.
pub(crate) fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
