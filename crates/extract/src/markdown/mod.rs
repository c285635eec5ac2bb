//! Owns the reader of Markdown: CommonMark with tables, reported as the events of the HTML it stands for.

mod flow;
mod front_matter;

use hearsay_text::Article;
use pulldown_cmark::{CodeBlockKind, Event as Mark, Options, Parser, Tag, TagEnd};

use crate::{Diagnostic, Event, LeftOut, builder};

/// The article that `text` is. Raw HTML is never taken for markup: tags are dropped, words between them kept.
pub(crate) fn extract(text: &str) -> (Article, Vec<Diagnostic>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (said, body, mut diagnostics) = front_matter::split(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for mark in Parser::new_ext(body, options) {
        reader.hear(mark);
    }
    let (mut article, more) = builder::extract(&reader.events);
    diagnostics.extend(more);
    if reader.n_images > 0 {
        let (what, count) = (LeftOut::Media, reader.n_images);
        diagnostics.push(Diagnostic::LeftOut { what, count });
    }
    if reader.n_tags > 0 {
        let count = reader.n_tags;
        diagnostics.push(Diagnostic::RawHtml { count });
    }
    let headline = article.metadata.title.take();
    article.metadata = said;
    article.metadata.title = article.metadata.title.or(headline);
    (article, diagnostics)
}

#[derive(Default)]
struct Reader {
    events: Vec<Event>,
    /// Open pictures, whose description is not part of the text.
    picture_depth: usize,
    n_images: usize,
    n_tags: usize,
    in_table_head: bool,
    /// The raw HTML block at hand.
    raw: Option<String>,
}

impl Reader {
    fn hear(&mut self, mark: Mark<'_>) {
        if let Mark::End(TagEnd::Image) = mark {
            self.picture_depth -= 1;
        }
        let starts_picture = matches!(mark, Mark::Start(Tag::Image { .. }));
        if self.picture_depth > 0 && !starts_picture {
            return;
        }
        match mark {
            Mark::Start(tag) => self.start(tag),
            Mark::End(end) => self.end(end),
            Mark::Text(text) => match &mut self.raw {
                Some(raw) => raw.push_str(&text),
                None => self.events.push(Event::text(text.as_ref())),
            },
            Mark::Code(text) => {
                self.events.push(Event::open("code"));
                self.events.push(Event::text(text.as_ref()));
                self.events.push(Event::Close);
            }
            Mark::Html(html) => match &mut self.raw {
                Some(raw) => raw.push_str(&html),
                None => self.raw_html(&html),
            },
            Mark::InlineHtml(html) => self.raw_html(&html),
            Mark::SoftBreak => self.events.push(Event::text(" ")),
            Mark::HardBreak => self.empty("br"),
            Mark::Rule => self.empty("hr"),
            // Behind options that are off.
            Mark::InlineMath(text) | Mark::DisplayMath(text) | Mark::FootnoteReference(text) => {
                self.events.push(Event::text(text.as_ref()));
            }
            Mark::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let name = match tag {
            Tag::Heading { level, .. } => level.to_string(),
            Tag::BlockQuote(_) => "blockquote".into(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => "pre".into(),
            Tag::List(start) => if start.is_some() { "ol" } else { "ul" }.into(),
            Tag::Item => "li".into(),
            Tag::Table(_) => "table".into(),
            Tag::TableHead => {
                self.in_table_head = true;
                "tr".into()
            }
            Tag::TableRow => "tr".into(),
            Tag::TableCell => if self.in_table_head { "th" } else { "td" }.into(),
            Tag::Emphasis => "em".into(),
            Tag::Strong => "strong".into(),
            Tag::Link { dest_url, .. } => {
                self.events.push(Event::Open {
                    tag: "a".into(),
                    attributes: vec![("href".into(), dest_url.to_string())],
                });
                return;
            }
            Tag::Image { .. } => {
                self.n_images += usize::from(self.picture_depth == 0);
                self.picture_depth += 1;
                return;
            }
            Tag::HtmlBlock => {
                self.raw = Some(String::new());
                "div".into()
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => "span".into(),
            _ => String::from("p"),
        };
        self.events.push(Event::open(name));
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Image => return,
            TagEnd::TableHead => self.in_table_head = false,
            TagEnd::HtmlBlock => {
                if let Some(raw) = self.raw.take() {
                    self.raw_html(&raw);
                }
            }
            _ => {}
        }
        self.events.push(Event::Close);
    }

    fn empty(&mut self, tag: &str) {
        self.events.push(Event::open(tag));
        self.events.push(Event::Close);
    }

    /// Drops the tags in `html`, and what is for programs; each leaves a space, so that words stay apart.
    fn raw_html(&mut self, html: &str) {
        let mut words = String::new();
        // Behind the last `>` no tag can end, so none is looked for.
        let last = html.rfind('>').unwrap_or_default();
        let mut at = 0;
        while let Some(found) = html[at..].find('<').filter(|found| at + found < last) {
            words.push_str(&html[at..at + found]);
            at += found;
            if let Some(len) = len_of_tag(&html[at..]) {
                self.n_tags += 1;
                words.push(' ');
                at += len;
            } else {
                words.push('<');
                at += 1;
            }
        }
        words.push_str(&html[at..]);
        self.events.push(Event::text(words));
    }
}

/// Length of the tag, comment, script or style sheet that `html` begins with; `None` when the `<` is a character.
fn len_of_tag(html: &str) -> Option<usize> {
    let to_end_of = |end: &str| html.find(end).map_or(html.len(), |at| at + end.len());
    if html.starts_with("<!--") {
        return Some(to_end_of("-->"));
    }
    let is = |at: usize, opening: &str| {
        let piece = html.as_bytes().get(at..at + opening.len());
        piece.is_some_and(|piece| piece.eq_ignore_ascii_case(opening.as_bytes()))
    };
    for (opening, closing) in [("<script", "</script>"), ("<style", "</style>")] {
        if is(0, opening) {
            let end = html.match_indices('<').find(|(at, _)| is(*at, closing));
            return Some(end.map_or(html.len(), |(at, _)| at + closing.len()));
        }
    }
    let next = html[1..].chars().next()?;
    let begins = next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?');
    begins.then(|| html.find('>').map(|at| at + 1)).flatten()
}
