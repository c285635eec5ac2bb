//! `hearsay extract`: files in, clean articles out.
//!
//! Owns the text and JSON forms; Markdown is in `markdown.rs`.

use std::path::PathBuf;

use clap::ValueEnum;
use hearsay_text::{Article, BlockKind, InlineStyle, OffsetMap, Place, Span};
use serde_json::{Map, Value, json};

use crate::input::{Choice, Loaded, each_article};
use crate::listing::printable;
use crate::markdown::markdown;
use crate::output::print;

/// What to read and what to write.
#[derive(Debug, clap::Args)]
pub(crate) struct ExtractArgs {
    /// Files to read, of any format and several at once: web pages (.html, .mhtml), PDF, Word documents, EPUB books, mails,
    /// Markdown, text; - is standard input, and so is none
    files: Vec<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    to: To,
}

/// Form of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum To {
    /// The words: title first, blank lines between blocks. Before each of several articles stands its name.
    #[default]
    Text,
    /// Markdown, metadata as front matter.
    Markdown,
    /// One JSON object a line: metadata, provenance, text, blocks, pages or chapters, posts, notes; offsets in Unicode code
    /// points, end exclusive.
    Json,
}

/// Writes every article as soon as it is read; says whether all input was fine.
pub(crate) fn run(args: &ExtractArgs) -> anyhow::Result<bool> {
    let mut n_articles = 0;
    let has_several = args.files.len() > 1;
    each_article(&args.files, &args.choice, &mut |loaded| {
        let heading = match args.to {
            To::Text | To::Markdown if has_several || n_articles > 0 => {
                let gap = if n_articles > 0 { "\n" } else { "" };
                format!("{gap}==> {} <==\n\n", printable(&loaded.name()))
            }
            _ => String::new(),
        };
        n_articles += 1;
        let written = match args.to {
            To::Text => text(&loaded.article),
            To::Markdown => markdown(&loaded.article),
            To::Json => object(&loaded).to_string() + "\n",
        };
        print(&(heading + &written))
    })
}

/// The title of `article` where its text does not begin with it.
pub(crate) fn title_above(article: &Article) -> Option<&str> {
    let title = article.metadata.title.as_deref()?;
    let said = article
        .blocks
        .iter()
        .take(3)
        .any(|block| article.slice(block.span) == title);
    (!said).then_some(title)
}

fn text(article: &Article) -> String {
    let mut out = String::new();
    let mut part = |gap: &str, words: &str| {
        if !out.is_empty() {
            out.push_str(gap);
        }
        // Line by line: breaks inside a block are kept, what could steer a terminal is not.
        let lines: Vec<String> = words.split('\n').map(printable).collect();
        out.push_str(&lines.join("\n"));
    };
    if let Some(title) = title_above(article) {
        part("", title);
    }
    for block in &article.blocks {
        let gap = match block.kind {
            BlockKind::TableCell {
                starts_row: false, ..
            } => "\t",
            _ => "\n\n",
        };
        part(gap, article.slice(block.span));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn object(loaded: &Loaded) -> Value {
    let article = &loaded.article;
    let map = OffsetMap::new(&article.text);
    let (said, from) = (&article.metadata, &article.provenance);
    let point = |at: u32| map.code_points(Span::new(at, at)).0;
    let blocks: Vec<Value> = article
        .blocks
        .iter()
        .map(|block| {
            let inlines: Vec<Value> = block
                .inlines
                .iter()
                .map(|inline| {
                    let mut fields = style(&inline.style);
                    place(&mut fields, map.code_points(inline.span));
                    Value::Object(fields)
                })
                .collect();
            let mut fields = kind(block.kind);
            place(&mut fields, map.code_points(block.span));
            if !inlines.is_empty() {
                fields.insert("inlines".to_owned(), inlines.into());
            }
            Value::Object(fields)
        })
        .collect();
    let landmarks: Vec<Value> = article
        .landmarks
        .iter()
        .map(|landmark| {
            let start = point(landmark.start);
            match &landmark.place {
                Place::Page(number) => json!({"page": number, "start": start}),
                Place::Chapter(title) => json!({"chapter": title, "start": start}),
            }
        })
        .collect();
    let posts: Vec<Value> = article
        .posts
        .iter()
        .map(|post| {
            let (start, end) = map.code_points(post.span);
            json!({
                "start": start, "end": end,
                "author": post.author, "date": post.date, "url": post.url,
            })
        })
        .collect();
    let diagnostics: Vec<String> = loaded.diagnostics.iter().map(ToString::to_string).collect();
    let readings: Vec<&str> = loaded
        .readings
        .iter()
        .map(|(label, _)| label.as_str())
        .filter(|label| !label.is_empty())
        .collect();
    json!({
        "id": loaded.id,
        "title": said.title,
        "byline": said.byline,
        "date": said.date,
        "modified": said.modified,
        "site": said.site,
        "url": said.url,
        "language": said.language,
        "provenance": {"format": from.format, "file": from.file, "address": from.address},
        "text": article.text,
        "blocks": blocks,
        "landmarks": landmarks,
        "posts": posts,
        "diagnostics": diagnostics,
        "readings": readings,
        "reading": loaded.nth_reading + 1,
    })
}

fn place(fields: &mut Map<String, Value>, (start, end): (u32, u32)) {
    fields.insert("start".to_owned(), start.into());
    fields.insert("end".to_owned(), end.into());
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

fn kind(kind: BlockKind) -> Map<String, Value> {
    fields(match kind {
        BlockKind::Heading(level) => json!({"kind": "heading", "level": level}),
        BlockKind::Paragraph => json!({"kind": "paragraph"}),
        BlockKind::ListItem { ordered, depth } => {
            json!({"kind": "list-item", "ordered": ordered, "depth": depth})
        }
        BlockKind::BlockQuote => json!({"kind": "block-quote"}),
        BlockKind::Caption => json!({"kind": "caption"}),
        BlockKind::Post => json!({"kind": "post"}),
        BlockKind::TableCell { header, starts_row } => {
            json!({"kind": "table-cell", "header": header, "starts-row": starts_row})
        }
        BlockKind::Preformatted => json!({"kind": "preformatted"}),
    })
}

fn style(style: &InlineStyle) -> Map<String, Value> {
    fields(match style {
        InlineStyle::Emphasis => json!({"style": "emphasis"}),
        InlineStyle::Strong => json!({"style": "strong"}),
        InlineStyle::Code => json!({"style": "code"}),
        InlineStyle::Link(address) => json!({"style": "link", "url": address}),
    })
}
