//! Owns tables of contents: the navigation document of EPUB 3 (section 7 of EPUB 3.3) and the NCX of EPUB 2, and which of
//! their entries begin a chapter.

use std::collections::BTreeMap;

use crate::path;
use crate::xml::{Node, Xml};

/// Longest title that is kept, in characters.
const LONGEST_TITLE: usize = 200;

/// An entry of a table of contents.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) path: String,
    /// Id of the element at which it begins; the start of the file if there is none.
    pub(super) fragment: Option<String>,
    /// 0 for the outermost.
    depth: usize,
}

/// Where chapters begin in a file: ids and titles, in the order of the contents.
pub(super) type Starts = BTreeMap<String, Vec<(Option<String>, String)>>;

/// The entries of a navigation document in `folder`: of its table of contents, else of its first list.
pub(super) fn of_navigation(text: &str, folder: &str) -> Vec<Entry> {
    let (mut entries, mut others) = (Vec::new(), Vec::new());
    // The depth of the navigation element at hand, and whether it is the table of contents.
    let mut at_hand: Option<(usize, bool)> = None;
    let mut n_lists = 0_usize;
    let mut lists: Vec<usize> = Vec::new();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let depth = xml.depth();
        match node {
            Node::Open(element) => match element.name() {
                "nav" => {
                    let kind = element
                        .get_exactly("epub:type")
                        .or_else(|| element.get("type"));
                    let role = element.get("role").unwrap_or_default();
                    let kind = kind.unwrap_or_default();
                    let is_contents = role == "doc-toc" || kind.split(' ').any(|one| one == "toc");
                    at_hand = Some((depth, is_contents));
                    n_lists += 1;
                }
                "ol" | "ul" => lists.push(depth),
                "a" => {
                    let reference = element.get("href").unwrap_or_default();
                    let title = shorten(&xml.words());
                    let entry = Entry {
                        depth: lists.len().saturating_sub(1),
                        ..Entry::of(folder, &reference, title)
                    };
                    match at_hand {
                        Some((_, true)) => entries.push(entry),
                        Some(_) if n_lists == 1 => others.push(entry),
                        _ => {}
                    }
                }
                _ => {}
            },
            Node::Close => {
                lists.pop_if(|list| *list > depth);
                if at_hand.is_some_and(|(nav, _)| nav > depth) {
                    at_hand = None;
                }
            }
            Node::Text(_) => {}
        }
    }
    if entries.is_empty() { others } else { entries }
}

/// The entries of an NCX in `folder` (DAISY, ANSI/NISO Z39.86-2005, section 8).
pub(super) fn of_ncx(text: &str, folder: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // Entries that are open, by position, and their depths in the markup.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next() {
        let depth = xml.depth();
        match node {
            Node::Open(element) => {
                let at_hand = open.last().and_then(|(at, _)| entries.get_mut(*at));
                match (element.name(), at_hand) {
                    ("navPoint", _) => {
                        entries.push(Entry {
                            depth: open.len(),
                            ..Entry::default()
                        });
                        open.push((entries.len() - 1, depth));
                    }
                    ("navLabel", Some(entry)) if entry.title.is_empty() => {
                        entry.title = shorten(&xml.words());
                    }
                    ("content", Some(entry)) if entry.path.is_empty() => {
                        let reference = element.get("src").unwrap_or_default();
                        let found = Entry::of(folder, &reference, String::new());
                        (entry.path, entry.fragment) = (found.path, found.fragment);
                    }
                    // Lists of pages and of pictures.
                    ("pageList" | "navList", _) => xml.skip(),
                    _ => {}
                }
            }
            Node::Close => {
                open.pop_if(|(_, at)| *at > depth);
            }
            Node::Text(_) => {}
        }
    }
    entries
}

impl Entry {
    fn of(folder: &str, reference: &str, title: String) -> Self {
        let fragment = reference
            .split_once('#')
            .map(|(_, fragment)| path::decode(fragment));
        Self {
            title,
            path: path::resolve(folder, reference),
            fragment: fragment.filter(|fragment| !fragment.is_empty()),
            depth: 0,
        }
    }
}

/// Which entries begin a chapter: the outermost, those in files of their own, and those that call themselves one. What is
/// inside a chapter and in its file is a section of it.
pub(super) fn starts(entries: Vec<Entry>) -> Starts {
    // A book may stand under its own title; then the chapters are a level deeper.
    let n_at = |depth: usize| entries.iter().filter(|entry| entry.depth <= depth).count();
    let outermost = (0..4).find(|depth| n_at(*depth) > 2).unwrap_or(0);
    let mut starts = Starts::new();
    // Files of the entries around the one at hand.
    let mut around: Vec<String> = Vec::new();
    for entry in entries {
        if entry.title.is_empty() || entry.path.is_empty() {
            continue;
        }
        around.truncate(entry.depth);
        let is_elsewhere = around.last() != Some(&entry.path);
        if entry.depth <= outermost || is_elsewhere || is_chapter_title(&entry.title) {
            let starts = starts.entry(entry.path.clone()).or_default();
            starts.push((entry.fragment, entry.title));
        }
        around.push(entry.path);
    }
    starts
}

fn is_chapter_title(title: &str) -> bool {
    let title = title.to_lowercase();
    [
        "chapter ",
        "kapitel ",
        "chapitre ",
        "capítulo ",
        "capitolo ",
        "hoofdstuk ",
        "глава ",
        "rozdział ",
    ]
    .iter()
    .any(|word| title.starts_with(word))
}

fn shorten(title: &str) -> String {
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((at, _)) => format!("{}…", &title[..at]),
        None => title.to_owned(),
    }
}
