//! Owns one paragraph: its words as they come in run by run, and the events that it becomes.

use super::numbering::Numbering;
use super::styles::{Role, Styles, heading};
use crate::Event;

/// How a run looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
    /// Position in the list of addresses.
    pub(super) link: Option<u32>,
}

/// Stands for a line break among the words; XML cannot hold this character.
const LINE_BREAK: char = '\u{b}';

/// Paragraphs longer than this, in bytes, are no headings, whatever outline level somebody gave them by hand.
const LONGEST_HEADING: usize = 300;

/// A paragraph in the making.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Id of its style.
    pub(super) style: Option<String>,
    /// Its list and level.
    pub(super) numbering: (Option<String>, Option<u8>),
    pub(super) outline: Option<u8>,
    /// Its end was deleted, or it is an initial: what follows belongs to it.
    pub(super) runs_on: bool,
    /// What is anchored in it and stands apart: text boxes.
    pub(super) after: Vec<Event>,
    words: String,
    /// Where each look begins among the words.
    looks: Vec<(usize, Look)>,
}

impl Paragraph {
    /// The paragraph that goes on with the words of `before`, which ran on.
    pub(super) fn after(before: Option<Self>) -> Self {
        let Some(before) = before else {
            return Self::default();
        };
        Self {
            after: before.after,
            words: before.words,
            looks: before.looks,
            ..Self::default()
        }
    }

    pub(super) fn push(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        if self.looks.last().is_none_or(|(_, last)| *last != look) {
            self.looks.push((self.words.len(), look));
        }
        self.words.push_str(text);
    }

    pub(super) fn line_break(&mut self, look: Look) {
        self.push(LINE_BREAK.encode_utf8(&mut [0; 4]), look);
    }

    /// Its words on one line.
    pub(super) fn line(&self) -> String {
        let words = self.words.split(|c: char| c.is_whitespace());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    pub(super) fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }

    /// What it is, by its style, its outline level and its list.
    pub(super) fn role(&self, styles: &Styles, numbering: &Numbering) -> Role {
        let role = styles.role(self.style.as_deref());
        let by_style = styles.paragraph(self.style.as_deref());
        let (own, own_level) = (&self.numbering.0, self.numbering.1);
        let style_list = by_style.map(|style| &style.numbering);
        let list = own.as_ref().or(style_list.and_then(|list| list.0.as_ref()));
        match (role, list) {
            (Role::Body | Role::List { .. }, Some(list)) if list == "0" => Role::Body,
            (Role::Body | Role::List { .. }, Some(list)) => {
                let level = own_level
                    .or(style_list.and_then(|list| list.1))
                    .unwrap_or(0);
                let least = match role {
                    Role::List { depth, .. } => depth,
                    _ => 0,
                };
                Role::List {
                    ordered: numbering.is_ordered(list, level),
                    depth: level.clamp(least, 8),
                }
            }
            (Role::Body, None) if self.words.len() <= LONGEST_HEADING => match self.outline {
                Some(level @ 0..9) => heading(level),
                _ => role,
            },
            _ => role,
        }
    }

    /// Says its words and what is anchored in it.
    pub(super) fn say(self, role: Role, addresses: &[String], out: &mut Vec<Event>) {
        if !self.is_blank() {
            let tags = tags_of(role);
            out.extend(tags.iter().copied().map(Event::open));
            self.say_runs(
                matches!(role, Role::Title | Role::Heading(_)),
                addresses,
                out,
            );
            out.extend(tags.iter().map(|_| Event::Close));
        }
        out.extend(self.after);
    }

    fn say_runs(&self, is_heading: bool, addresses: &[String], out: &mut Vec<Event>) {
        let ends = self.looks.iter().skip(1).map(|(start, _)| *start);
        let ends = ends.chain([self.words.len()]);
        let mut open_link = None;
        for ((start, look), end) in self.looks.iter().zip(ends) {
            if open_link != look.link {
                out.extend(open_link.map(|_| Event::Close));
                let address = look.link.and_then(|idx| addresses.get(idx as usize));
                out.extend(address.map(|address| Event::Open {
                    tag: "a".into(),
                    attributes: vec![("href".into(), address.clone())],
                }));
                open_link = look.link.filter(|_| address.is_some());
            }
            let styles = [
                ("strong", look.bold && !is_heading),
                ("em", look.italic && !is_heading),
                ("code", look.code),
            ];
            let styles = || styles.iter().filter(|(_, is_on)| *is_on);
            out.extend(styles().map(|(tag, _)| Event::open(*tag)));
            for (nth, line) in self.words[*start..end].split(LINE_BREAK).enumerate() {
                if nth > 0 {
                    out.extend([Event::open("br"), Event::Close]);
                }
                if !line.is_empty() {
                    out.push(Event::text(line));
                }
            }
            out.extend(styles().map(|_| Event::Close));
        }
        out.extend(open_link.map(|_| Event::Close));
    }
}

/// The elements that a paragraph stands in, outermost first. Each item of a list brings the lists around it along.
fn tags_of(role: Role) -> Vec<&'static str> {
    match role {
        Role::Title => vec!["h1"],
        Role::Heading(level) => {
            vec![["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]]
        }
        Role::Quote => vec!["blockquote", "p"],
        Role::Caption => vec!["figcaption"],
        Role::Preformatted => vec!["pre"],
        Role::List { ordered, depth } => {
            let mut tags = vec![if ordered { "ol" } else { "ul" }; usize::from(depth) + 1];
            tags.push("li");
            tags
        }
        Role::Body | Role::Contents | Role::Byline | Role::Date => vec!["p"],
    }
}
