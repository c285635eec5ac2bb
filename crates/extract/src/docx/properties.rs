//! Owns what a document says of itself in its properties, and what of that is worth believing.

use hearsay_text::Metadata;

use crate::xml::{Node, Xml};

/// The metadata in `docProps/core.xml` (ECMA-376 part 2, section 11). Programs fill these fields by themselves, with
/// names of accounts and of templates; what is plainly such is dropped.
pub(super) fn read(text: &str) -> Metadata {
    let mut found = Metadata::default();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let Node::Open(element) = node else {
            continue;
        };
        let slot = match element.name() {
            "title" => &mut found.title,
            "creator" => &mut found.byline,
            "created" => &mut found.date,
            "modified" => &mut found.modified,
            "language" => &mut found.language,
            _ => continue,
        };
        let words = Some(xml.words()).filter(|words| !words.is_empty());
        *slot = slot.take().or(words);
    }
    if found.modified == found.date {
        found.modified = None;
    }
    // The template of this library has its own birthday.
    if found.byline.as_deref() == Some("python-docx") {
        found.date = None;
    }
    found.title = found.title.filter(|title| !is_made_up(title));
    found.byline = found.byline.filter(|name| is_name(name));
    found
}

/// Whether a title is one that programs give.
fn is_made_up(title: &str) -> bool {
    let title = title.to_lowercase();
    let ends = [
        ".doc", ".docx", ".dot", ".dotx", ".rtf", ".odt", ".tmp", ".pdf",
    ];
    let starts = [
        "microsoft word",
        "word document",
        "document",
        "untitled",
        "template",
        "slide",
    ];
    let is_bare = |start: &&str| {
        let rest = title.strip_prefix(*start);
        rest.is_some_and(|rest| !rest.chars().any(char::is_alphabetic))
    };
    ends.iter().any(|end| title.ends_with(end))
        || title.starts_with("microsoft word - ")
        || starts.iter().any(is_bare)
}

/// Whether a creator is a person's or body's name rather than an account or a program.
fn is_name(name: &str) -> bool {
    const NOT_NAMES: [&str; 13] = [
        "apache poi",
        "default user",
        "microsoft corporation",
        "microsoft office",
        "microsoft office user",
        "microsoft word",
        "ms office user",
        "office user",
        "google docs",
        "openoffice.org",
        "un named",
        "windows user",
        "your name",
    ];
    let lower = name.to_lowercase();
    // Accounts are one word; names in scripts without spaces are too.
    let is_account = name.is_ascii() && !name.contains(' ');
    !is_account && !name.contains('@') && !NOT_NAMES.contains(&lower.as_str())
}
