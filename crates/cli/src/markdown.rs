//! Articles as Markdown that Hearsay reads back as the same words and blocks.

use std::fmt::Write as _;

use hearsay_text::{Article, Block, BlockKind, Inline, InlineStyle};

/// The article, with what it says of itself as front matter.
pub(crate) fn markdown(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut before: Option<BlockKind> = None;
    let mut lists = Lists::default();
    let mut at = 0;
    while let Some(block) = article.blocks.get(at) {
        let is_item = |kind| matches!(kind, BlockKind::ListItem { .. });
        if let Some(before) = before {
            let is_list_going_on = is_item(before) && is_item(block.kind);
            out.push_str(if is_list_going_on { "\n" } else { "\n\n" });
        }
        if !is_item(block.kind) {
            lists = Lists::default();
        }
        before = Some(block.kind);
        at += 1;
        match block.kind {
            BlockKind::Heading(level) => {
                let signs = "#".repeat(usize::from(level.clamp(1, 6)));
                let words = inline(article, block, " ");
                let _ = write!(out, "{signs} {words}");
            }
            BlockKind::Paragraph | BlockKind::Caption => {
                out.push_str(&inline(article, block, "\\\n"));
            }
            BlockKind::BlockQuote | BlockKind::Post => {
                out.push_str("> ");
                out.push_str(&inline(article, block, "\\\n> "));
            }
            BlockKind::ListItem { ordered, depth } => {
                let marker = lists.marker(ordered, usize::from(depth));
                out.push_str(&marker);
                let indent = " ".repeat(marker.len());
                out.push_str(&inline(article, block, &format!("\\\n{indent}")));
            }
            BlockKind::Preformatted => {
                let words = article.slice(block.span);
                let fence = "`".repeat(longest_run(words).max(2) + 1);
                let _ = write!(out, "{fence}\n{words}\n{fence}");
            }
            BlockKind::TableCell { .. } => {
                let first = at - 1;
                while let Some(BlockKind::TableCell { .. }) = article.blocks.get(at).map(|b| b.kind)
                {
                    at += 1;
                }
                out.push_str(&table(article, &article.blocks[first..at]));
            }
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn front_matter(article: &Article) -> String {
    let said = &article.metadata;
    let fields = [
        ("title", &said.title),
        ("author", &said.byline),
        ("date", &said.date),
        ("lastmod", &said.modified),
        ("publication", &said.site),
        ("url", &said.url),
        ("lang", &said.language),
    ];
    let mut out = String::new();
    for (key, value) in fields {
        if let Some(value) = value {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let value = value.replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(out, "{key}: \"{value}\"");
        }
    }
    if out.is_empty() {
        return out;
    }
    format!("---\n{out}---\n\n")
}

/// The lists that are open, to number their items and to nest no deeper than the item before allows.
#[derive(Default)]
struct Lists {
    numbers: Vec<(bool, usize)>,
}

impl Lists {
    fn marker(&mut self, ordered: bool, depth: usize) -> String {
        let depth = depth.min(self.numbers.len());
        self.numbers.truncate(depth + 1);
        match self.numbers.get_mut(depth) {
            Some((same, number)) if *same == ordered => *number += 1,
            Some(other) => *other = (ordered, 1),
            None => self.numbers.push((ordered, 1)),
        }
        let indent = " ".repeat(4 * depth);
        match self.numbers[depth] {
            (true, number) => format!("{indent}{number}. "),
            (false, _) => format!("{indent}- "),
        }
    }
}

fn table(article: &Article, cells: &[Block]) -> String {
    let starts_row = |block: &Block| {
        matches!(
            block.kind,
            BlockKind::TableCell {
                starts_row: true,
                ..
            }
        )
    };
    let rows: Vec<&[Block]> = cells.chunk_by(|_, next| !starts_row(next)).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push('|');
        for nth in 0..width {
            let _ = write!(out, " {} |", cells.get(nth).map_or("", String::as_str));
        }
    };
    let is_header = |block: &Block| matches!(block.kind, BlockKind::TableCell { header: true, .. });
    let has_head = rows.first().is_some_and(|row| row.iter().all(is_header));
    if !has_head {
        line(Vec::new());
        line(vec!["---".to_owned(); width]);
    }
    for (nth, row) in rows.iter().enumerate() {
        line(row.iter().map(|cell| inline(article, cell, " ")).collect());
        if nth == 0 && has_head {
            line(vec!["---".to_owned(); width]);
        }
    }
    out
}

/// The words of a block with their styles; `line_break` stands where they break.
fn inline(article: &Article, block: &Block, line_break: &str) -> String {
    let words = article.slice(block.span);
    let at = |offset: u32| (offset - block.span.start) as usize;
    let kept: Vec<&Inline> = block
        .inlines
        .iter()
        .filter(|inline| {
            can_be_marked(
                words,
                at(inline.span.start),
                at(inline.span.end),
                &inline.style,
            )
        })
        .collect();
    let mut out = String::new();
    let mut open: Vec<&Inline> = Vec::new();
    let mut next = kept.into_iter().peekable();
    let mut code_end = 0;
    let mut at_line_start = true;
    for (offset, c) in words.char_indices() {
        while let Some(inline) = open.pop_if(|inline| at(inline.span.end) <= offset) {
            out.push_str(&closing(&inline.style));
        }
        while let Some(inline) = next.next_if(|inline| at(inline.span.start) <= offset) {
            let (start, end) = (at(inline.span.start), at(inline.span.end));
            if start < code_end {
                continue;
            }
            if inline.style == InlineStyle::Code {
                out.push_str(&code(&words[start..end]));
                code_end = end;
            } else {
                out.push_str(opening(&inline.style));
                open.push(inline);
            }
        }
        if offset < code_end {
            at_line_start = false;
            continue;
        }
        if c == '\n' {
            out.push_str(line_break);
            at_line_start = true;
            continue;
        }
        let number_ends = matches!(c, '.' | ')')
            && words[..offset].ends_with(|c: char| c.is_ascii_digit())
            && words[..offset].rsplit('\n').next().is_some_and(|line| {
                line.len() < 10 && line.bytes().all(|byte| byte.is_ascii_digit())
            });
        let is_sign = "\\`*_[]<>&~|#".contains(c) || at_line_start && "+-=:".contains(c);
        if is_sign || number_ends {
            out.push('\\');
        }
        out.push(c);
        at_line_start &= c.is_whitespace();
    }
    while let Some(inline) = open.pop() {
        out.push_str(&closing(&inline.style));
    }
    out
}

const fn opening(style: &InlineStyle) -> &'static str {
    match style {
        InlineStyle::Emphasis => "*",
        InlineStyle::Strong => "**",
        InlineStyle::Code => "",
        InlineStyle::Link(_) => "[",
    }
}

fn closing(style: &InlineStyle) -> String {
    match style {
        InlineStyle::Link(address) => format!("](<{address}>)"),
        style => opening(style).to_owned(),
    }
}

/// Whether Markdown would take marks at both ends for marks: it looks at the characters beside them (CommonMark 0.31,
/// section 6.2).
fn can_be_marked(words: &str, start: usize, end: usize, style: &InlineStyle) -> bool {
    let inner = &words[start..end];
    if inner.contains('\n') && *style == InlineStyle::Code {
        return false;
    }
    if let InlineStyle::Link(address) = style {
        return !address.is_empty() && !address.contains(['<', '>', '\n', '\\']);
    }
    if *style == InlineStyle::Code {
        return true;
    }
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_open = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let (first, last) = (inner.chars().next(), inner.chars().next_back());
    let (before, after) = (
        words[..start].chars().next_back(),
        words[end..].chars().next(),
    );
    (is_word(first) || is_open(before) && !is_open(first))
        && (is_word(last) || is_open(after) && !is_open(last))
}

fn code(words: &str) -> String {
    let fence = "`".repeat(longest_run(words) + 1);
    let pad = if words.starts_with('`') || words.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// The longest run of backticks.
fn longest_run(words: &str) -> usize {
    let runs = words.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}
