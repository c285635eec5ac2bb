//! Owns the way from XHTML, in which books are written, to HTML, which the one reader of pages reads.
//!
//! Elements that close themselves get end tags, marked sections become text, declarations go. Books have sections,
//! headers and asides that belong to the text, unlike those of web pages: they become plain divisions. Ids and the types
//! of EPUB take the names of attributes that events keep.

use crate::html::is_void;

/// The attribute in which ids are found again.
pub(super) const ID: &str = "name";

/// The attribute in which types (`epub:type`) are found again.
pub(super) const TYPE: &str = "property";

/// `text` as HTML. Takes time in proportion to it.
pub(super) fn to_html(text: &str) -> String {
    let mut rewriter = Rewriter {
        rest: text,
        out: String::with_capacity(text.len() + text.len() / 8),
        missing: Missing::default(),
    };
    rewriter.out.push_str("<!DOCTYPE html>");
    while let Some(at) = rewriter.rest.find('<') {
        rewriter.copy(at);
        rewriter.markup();
    }
    rewriter.out.push_str(rewriter.rest);
    rewriter.out
}

struct Rewriter<'a> {
    rest: &'a str,
    out: String,
    missing: Missing,
}

/// What was looked for up to the end in vain, and need not be looked for again.
#[derive(Default)]
struct Missing {
    comment_end: bool,
    section_end: bool,
    instruction_end: bool,
    subset_end: bool,
    double_quote: bool,
    single_quote: bool,
}

impl<'a> Rewriter<'a> {
    fn copy(&mut self, length: usize) {
        let (copied, rest) = self.rest.split_at(length);
        self.out.push_str(copied);
        self.rest = rest;
    }

    /// What the markup that `rest` begins with becomes.
    fn markup(&mut self) {
        let rest = self.rest;
        if let Some(inside) = rest.strip_prefix("<!--") {
            match find(inside, "-->", &mut self.missing.comment_end) {
                Some((_, after)) => self.rest = after,
                None => self.literally(),
            }
        } else if let Some(inside) = rest.strip_prefix("<![CDATA[") {
            match find(inside, "]]>", &mut self.missing.section_end) {
                Some((words, after)) => {
                    self.rest = after;
                    self.out
                        .push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
                }
                None => self.literally(),
            }
        } else if let Some(inside) = rest.strip_prefix("<?") {
            match find(inside, "?>", &mut self.missing.instruction_end) {
                Some((_, after)) => self.rest = after,
                None => self.literally(),
            }
        } else if rest.starts_with("<!") {
            self.declaration();
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            self.tag();
        } else {
            self.literally();
        }
    }

    /// A `<` that begins nothing.
    fn literally(&mut self) {
        self.out.push_str("&lt;");
        self.rest = &self.rest[1..];
    }

    /// Drops a document type and what it declares.
    fn declaration(&mut self) {
        let end = self.rest.find(['[', '>']);
        let after = match end {
            Some(at) if self.rest[at..].starts_with('[') => {
                let inside = &self.rest[at..];
                find(inside, "]>", &mut self.missing.subset_end).map(|(_, after)| after)
            }
            Some(at) => Some(&self.rest[at + 1..]),
            None => None,
        };
        match after {
            Some(after) => self.rest = after,
            None => self.literally(),
        }
    }

    fn tag(&mut self) {
        let inside = &self.rest[1..];
        let (inside, is_end) = match inside.strip_prefix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let name_end = inside
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<'))
            .unwrap_or(inside.len());
        let name = plain_name(&inside[..name_end]);
        self.rest = &inside[name_end..];
        if is_end {
            let end = self.rest.find(['>', '<']).unwrap_or(self.rest.len());
            self.rest = &self.rest[end..];
            self.rest = self.rest.strip_prefix('>').unwrap_or(self.rest);
            if !is_void(&name) {
                self.out.extend(["</", &name, ">"]);
            }
            return;
        }
        self.out.extend(["<", &name]);
        let closes_itself = self.attributes(&name);
        self.out.push('>');
        if closes_itself && !is_void(&name) {
            self.out.extend(["</", &name, ">"]);
        }
    }

    /// Copies the attributes of an element up to the end of its tag; tells whether it closes itself.
    fn attributes(&mut self, element: &str) -> bool {
        let mut closes_itself = false;
        loop {
            self.rest = self.rest.trim_ascii_start();
            let Some(first) = self.rest.chars().next() else {
                return closes_itself;
            };
            match first {
                '>' => {
                    self.rest = &self.rest[1..];
                    return closes_itself;
                }
                // A tag that was not finished.
                '<' => return closes_itself,
                '/' => {
                    closes_itself = true;
                    self.rest = &self.rest[1..];
                }
                '=' | '"' | '\'' => self.rest = &self.rest[1..],
                _ => {
                    closes_itself = false;
                    self.attribute(element);
                }
            }
        }
    }

    fn attribute(&mut self, element: &str) {
        let stops =
            |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/' | '<' | '"' | '\'');
        let end = self.rest.find(stops).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        let rest = rest.trim_ascii_start();
        let value = match rest.strip_prefix('=') {
            Some(after) => self.value(after.trim_ascii_start()),
            None => {
                self.rest = rest;
                ""
            }
        };
        let name = match name {
            "id" | "xml:id" if element != "meta" => ID,
            "epub:type" => TYPE,
            "xml:lang" => "lang",
            "role" if value == "main" => return,
            name => name,
        };
        self.out.extend([" ", name, "=\""]);
        self.out.push_str(&value.replace('"', "&quot;"));
        self.out.push('"');
    }

    /// The value that `text` begins with; the rest is what follows.
    fn value(&mut self, text: &'a str) -> &'a str {
        let quoted = match text.as_bytes().first() {
            Some(b'"') => find(&text[1..], "\"", &mut self.missing.double_quote),
            Some(b'\'') => find(&text[1..], "'", &mut self.missing.single_quote),
            _ => None,
        };
        let (value, rest) = quoted.unwrap_or_else(|| {
            let stops = |c: char| c.is_ascii_whitespace() || c == '>' || c == '<';
            text.split_at(text.find(stops).unwrap_or(text.len()))
        });
        self.rest = rest;
        value
    }
}

/// What stands before and after `wanted`.
fn find<'a>(text: &'a str, wanted: &str, is_missing: &mut bool) -> Option<(&'a str, &'a str)> {
    if *is_missing {
        return None;
    }
    let found = text.split_once(wanted);
    *is_missing = found.is_none();
    found
}

/// The name of an element without prefix, as this crate's readers are to see it.
fn plain_name(name: &str) -> String {
    let name = match name.split_once(':') {
        Some(("svg", _)) | None => name,
        Some((_, local)) => local,
    };
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "main" | "article" | "header" | "footer" | "aside" | "section" => "div".into(),
        // Formulas are read as the letters and signs that they are made of, once.
        "math" => "span".into(),
        "annotation" | "annotation-xml" => "template".into(),
        _ => name,
    }
}
