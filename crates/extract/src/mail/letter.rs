//! Owns mails as articles: which of the parts hold the words, and what the header says of them.

use hearsay_text::{Article, ArticleBuilder, BlockKind, Inline, Metadata, Span};

use super::part::{DEEPEST, Part};
use super::{field, flowed};
use crate::encoding::decode_labelled;
use crate::{Diagnostic, Format, LoadError, Readings, check_size, html, plain};

/// More attachments need not be named.
const MOST_NAMED: usize = 1_000;

/// The article that the mail `whole` is.
pub(super) fn read(whole: &Part<'_>, known: Metadata) -> Result<Readings, LoadError> {
    let mut letter = Letter::default();
    letter.walk(*whole, DEEPEST)?;
    let mut article = letter.builder.build();
    let header = whole.header;
    article.metadata = Metadata {
        title: field::words(header, "Subject").or(known.title),
        byline: field::people(header, "From").or(known.byline),
        date: field::date(header, "Date").or(known.date),
        modified: known.modified,
        site: known.site,
        url: known.url,
        language: field::words(header, "Content-Language")
            .or(letter.language)
            .or(known.language),
    };
    article.provenance.format = Some(Format::Mail.label().into());
    let mut diagnostics = letter.diagnostics;
    if !letter.attachments.is_empty() {
        let names = letter.attachments;
        diagnostics.push(Diagnostic::Attachments { names });
    }
    if article.blocks.is_empty() {
        diagnostics.push(Diagnostic::NoWords);
    }
    Ok(Readings::one(article, diagnostics))
}

#[derive(Default)]
struct Letter {
    builder: ArticleBuilder,
    language: Option<String>,
    attachments: Vec<String>,
    diagnostics: Vec<Diagnostic>,
    /// Of all texts so far.
    n_bytes: usize,
}

impl Letter {
    /// Adds the words of `part`. Goes no more than `levels` deep.
    fn walk(&mut self, part: Part<'_>, levels: usize) -> Result<(), LoadError> {
        let content_type = part.content_type();
        let kind = field::essence(&content_type);
        let is_attached = field::value(part.header, "Content-Disposition")
            .is_some_and(|value| field::essence(&value) == "attachment");
        let Some(levels) = levels.checked_sub(1) else {
            self.attach(&part, &kind);
            return Ok(());
        };
        match kind.as_str() {
            "message/rfc822" | "message/global" => self.forwarded(part, levels),
            _ if kind.starts_with("multipart/") => {
                let parts = part.parts();
                match kind.as_str() {
                    _ if parts.is_empty() => self.add(plain_text(&part)?),
                    "multipart/alternative" => self.alternative(&parts, levels),
                    "multipart/related" => {
                        let start = field::parameter(&content_type, "start");
                        let start = start
                            .as_deref()
                            .map(|start| start.trim_matches(['<', '>', ' ']));
                        let root = parts.iter().find(|part| {
                            start.is_some() && part.bare("Content-ID").as_deref() == start
                        });
                        // The others are its pictures.
                        self.walk(*root.unwrap_or(&parts[0]), levels)
                    }
                    _ => parts.iter().try_for_each(|part| self.walk(*part, levels)),
                }
            }
            "text/html" | "text/plain" if !is_attached => {
                let words = if kind == "text/html" {
                    html_text(&part)?
                } else {
                    plain_text(&part)?
                };
                self.add(words)
            }
            _ => {
                self.attach(&part, &kind);
                Ok(())
            }
        }
    }

    /// A mail inside the mail: who wrote it and when, then its words.
    fn forwarded(&mut self, part: Part<'_>, levels: usize) -> Result<(), LoadError> {
        let bytes = part.decoded();
        let inner = Part::read(&bytes);
        let from = field::words(inner.header, "From").map(|from| format!("From: {from}"));
        let date = field::words(inner.header, "Date").map(|date| format!("Date: {date}"));
        let subject = field::words(inner.header, "Subject").map(|it| format!("Subject: {it}"));
        let head: Vec<String> = [from, date, subject].into_iter().flatten().collect();
        self.builder
            .push(BlockKind::Paragraph, &head.join("\n"), Vec::new());
        self.walk(inner, levels)
    }

    /// The same words several times: as HTML where that shows how they belong together, else as they stand.
    fn alternative(&mut self, parts: &[Part<'_>], levels: usize) -> Result<(), LoadError> {
        let is = |part: &&Part<'_>, kind: &str| field::essence(&part.content_type()) == kind;
        let plain = parts.iter().find(|part| is(part, "text/plain"));
        let html = parts.iter().find(|part| is(part, "text/html"));
        let (Some(plain), Some(html)) = (plain, html) else {
            // HTML may lie in a part of its own together with its pictures.
            let rich = parts.iter().rfind(|part| {
                let kind = field::essence(&part.content_type());
                kind.starts_with("multipart/") || kind == "text/html"
            });
            return self.walk(*rich.or(plain).unwrap_or(&parts[0]), levels);
        };
        let rich = html_text(html)?;
        let bare = plain_text(plain)?;
        let is_rich =
            has_structure(&rich.article) && rich.article.text.len() * 2 >= bare.article.text.len();
        self.add(if is_rich { rich } else { bare })
    }

    fn add(&mut self, words: Words) -> Result<(), LoadError> {
        self.n_bytes += words.article.text.len();
        check_size(self.n_bytes)?;
        append(&mut self.builder, &words.article);
        self.language = self.language.take().or(words.article.metadata.language);
        self.diagnostics.extend(words.diagnostics);
        Ok(())
    }

    fn attach(&mut self, part: &Part<'_>, kind: &str) {
        let is_signature = kind.ends_with("-signature");
        if !is_signature && self.attachments.len() < MOST_NAMED {
            self.attachments
                .push(part.file_name().unwrap_or_else(|| kind.to_owned()));
        }
    }
}

/// What a part says.
struct Words {
    article: Article,
    diagnostics: Vec<Diagnostic>,
}

fn text_of(part: &Part<'_>) -> Result<(String, Option<Diagnostic>), LoadError> {
    let bytes = part.decoded();
    check_size(bytes.len())?;
    let charset = field::parameter(&part.content_type(), "charset");
    Ok(decode_labelled(&bytes, charset.as_deref()))
}

fn html_text(part: &Part<'_>) -> Result<Words, LoadError> {
    let (text, note) = text_of(part)?;
    let (article, mut diagnostics) = html::extract(&text);
    diagnostics.splice(0..0, note);
    Ok(Words {
        article,
        diagnostics,
    })
}

fn plain_text(part: &Part<'_>) -> Result<Words, LoadError> {
    let (mut text, note) = text_of(part)?;
    let content_type = part.content_type();
    let says = |name: &str, wanted: &str| {
        field::parameter(&content_type, name).is_some_and(|it| it.eq_ignore_ascii_case(wanted))
    };
    if says("format", "flowed") {
        text = flowed::join(&text, says("delsp", "yes"));
    }
    let (article, mut diagnostics) = plain::extract_mail(&text);
    diagnostics.splice(0..0, note);
    Ok(Words {
        article,
        diagnostics,
    })
}

/// Whether the blocks of `article` tell more than lines would.
fn has_structure(article: &Article) -> bool {
    let plain = |kind: BlockKind| kind == BlockKind::Paragraph;
    article.blocks.len() > 1 || article.blocks.iter().any(|block| !plain(block.kind))
}

fn append(builder: &mut ArticleBuilder, article: &Article) {
    for block in &article.blocks {
        let moved = |at: u32| at - block.span.start;
        let inlines = block.inlines.iter().map(|inline| Inline {
            span: Span::new(moved(inline.span.start), moved(inline.span.end)),
            style: inline.style.clone(),
        });
        builder.push(block.kind, article.slice(block.span), inlines.collect());
    }
}
