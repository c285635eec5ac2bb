//! A small notation for articles, so that a test shows what it expects: one block a line, its kind before a colon,
//! styled runs in angle brackets, line breaks as `⏎`.

use hearsay_extract::{Source, extract};
use hearsay_text::{Article, Block, BlockKind, InlineStyle, Metadata};

pub(crate) fn show(article: &Article) -> String {
    let lines: Vec<String> = article
        .blocks
        .iter()
        .map(|block| line(article, block))
        .collect();
    lines.join("\n")
}

fn line(article: &Article, block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Paragraph => "p".into(),
        BlockKind::ListItem { ordered, depth } => {
            format!("{}{}", if ordered { "ol" } else { "ul" }, depth)
        }
        BlockKind::BlockQuote => "quote".into(),
        BlockKind::Caption => "caption".into(),
        BlockKind::Post => "post".into(),
        BlockKind::TableCell { header, starts_row } => {
            let name = if header { "th" } else { "td" };
            format!("{}{name}", if starts_row { "|" } else { "" })
        }
        BlockKind::Preformatted => "pre".into(),
    };
    // Marks to insert, the last first; at one place the inner ones close before the outer.
    let mut words = article.slice(block.span).to_owned();
    let mut marks: Vec<(u32, usize, String)> = Vec::new();
    for (nth, inline) in block.inlines.iter().enumerate() {
        let (open, close) = match &inline.style {
            InlineStyle::Emphasis => ("<em ".into(), ">"),
            InlineStyle::Strong => ("<strong ".into(), ">"),
            InlineStyle::Code => ("<code ".into(), ">"),
            InlineStyle::Link(address) => (format!("<{address} "), ">"),
        };
        marks.push((inline.span.start - block.span.start, 1_000 + nth, open));
        marks.push((inline.span.end - block.span.start, 999 - nth, close.into()));
    }
    marks.sort();
    for (at, _, mark) in marks.iter().rev() {
        words.insert_str(*at as usize, mark);
    }
    format!("{kind}: {}", words.replace('\n', "⏎"))
}

/// Every promise that an article makes by its type.
pub(crate) fn assert_sound(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        assert!(block.span.start >= end, "blocks are in order and disjoint");
        let gap = &article.text[end as usize..block.span.start as usize];
        assert_eq!(gap.trim(), "", "only white space lies between blocks");
        let words = article.slice(block.span);
        assert!(!words.trim().is_empty(), "no block is empty");
        for inline in &block.inlines {
            assert!(block.span.encloses(inline.span) && !inline.span.is_empty());
            assert!(article.text.get(inline.span.range()).is_some());
        }
        end = block.span.end;
    }
    assert_eq!(article.text[end as usize..].trim(), "");
}

pub(crate) fn check(source: Source<'_>, expected: &str) {
    let shown = format!("{source:?}");
    let (article, _) = extract(source, Metadata::default());
    assert_sound(&article);
    let expected: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(show(&article), expected.join("\n"), "from {shown}");
}

/// Runs of letters and digits, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
