//! What a person hears who has the page read out: the accessibility tree of the browser, in reading order.

use crate::journey::Journey;
use crate::session::Session;
use crate::{chromium, firefox};
use serde_json::json;
use std::fmt;
use xtask::browser::Kind;

/// One thing that a screen reader comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The ARIA role; `text` for words that are in no control, `document` for the page.
    pub role: String,
    /// The accessible name; for `text` the words.
    pub name: String,
    /// What is said beside the name: of a highlight, what it highlights.
    pub description: String,
    /// What a field holds.
    pub value: String,
    /// Of `focused`, `expanded`, `collapsed`, `checked`, `selected`, `pressed`, `disabled`, `required`, `invalid` and
    /// `modal` those that are so, and `level 2` of a heading; in the order of the alphabet.
    pub states: Vec<String>,
}

/// The way a test says what should be heard: `button “Keep it”, pressed`, `mark (quote: Direct, Ana Ruiz)`.
impl fmt::Display for Heard {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", self.role)?;
        if !self.name.is_empty() {
            write!(to, " “{}”", self.name)?;
        }
        if !self.description.is_empty() {
            write!(to, " ({})", self.description)?;
        }
        if !self.value.is_empty() {
            write!(to, ": {}", self.value)?;
        }
        self.states
            .iter()
            .try_for_each(|state| write!(to, ", {state}"))
    }
}

/// A node of the browser's tree, deeper than the node before it that contains it.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) depth: usize,
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) value: String,
    pub(crate) states: Vec<String>,
}

/// Nothing is said of these unless they have a name.
const SILENT: [&str; 8] = [
    "generic",
    "label",
    "none",
    "presentation",
    "paragraph",
    "emphasis",
    "strong",
    "code",
];

/// The name of these says the words in them.
const SAY_THEIR_WORDS: [&str; 17] = [
    "button",
    "cell",
    "checkbox",
    "columnheader",
    "gridcell",
    "heading",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "rowheader",
    "switch",
    "tab",
    "tooltip",
    "treeitem",
];

/// What is in these is never gone into.
const WHOLE: [&str; 10] = [
    "button",
    "combobox",
    "image",
    "img",
    "meter",
    "progressbar",
    "searchbox",
    "slider",
    "spinbutton",
    "textbox",
];

impl Journey {
    /// All that a screen reader goes through, in reading order, from the start of the page to its end; for a
    /// [`crate::Visitor::who_listens`].
    #[must_use]
    pub fn heard(&self) -> Vec<Heard> {
        let nodes = match self.session.kind() {
            Kind::Chromium => chromium::accessible_tree(&self.session),
            Kind::Firefox => firefox::accessible_tree(&self.session),
        };
        read_out(nodes)
    }

    /// Role and name of what has the focus; the document when nothing has.
    ///
    /// # Panics
    /// When the browser does not tell.
    #[must_use]
    pub fn heard_in_focus(&self) -> Heard {
        let active = self.session.command("GET", "element/active", None);
        let active = active.ok().and_then(|found| crate::page::id_in(&found));
        let Some(active) = active else {
            return document();
        };
        let script =
            "return arguments[0] === document.body || arguments[0] === document.documentElement;";
        if self
            .session
            .script(script, &[Session::as_argument(&active)])
            == json!(true)
        {
            return document();
        }
        self.role_and_name(&active)
    }

    /// Role and name of the first element that a CSS selector finds, as the browser computes them.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn heard_at(&self, selector: &str) -> Heard {
        let element = self.session.element(selector);
        self.role_and_name(&element.unwrap_or_else(|| panic!("there is no {selector}")))
    }

    fn role_and_name(&self, element: &str) -> Heard {
        let told = |what: &str| {
            let path = format!("element/{element}/computed{what}");
            let words = self.session.command("GET", &path, None);
            let words = words.unwrap_or_else(|error| panic!("{path}: {error}"));
            in_one_line(words.as_str().unwrap_or_default())
        };
        Heard {
            role: told("role"),
            name: told("label"),
            ..Heard::default()
        }
    }
}

fn document() -> Heard {
    Heard {
        role: "document".to_owned(),
        ..Heard::default()
    }
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said of a tree: not the boxes that only lay it out, nor any words twice.
fn read_out(nodes: Vec<Node>) -> Vec<Heard> {
    let mut heard = Vec::new();
    // The depth of the node that we are in and whose words are said, and of the one that is not gone into.
    let (mut said, mut whole) = (None, None);
    for node in nodes {
        let outside = |depth: &mut Option<usize>| {
            if depth.is_some_and(|depth| node.depth <= depth) {
                *depth = None;
            }
        };
        outside(&mut said);
        outside(&mut whole);
        // Firefox names some of these by all that is in them.
        let is_nameless = ["generic", "label", "listitem", "none"].contains(&node.role.as_str());
        let name = if is_nameless {
            String::new()
        } else {
            in_one_line(&node.name)
        };
        let is_said = if node.role == "text" {
            said.is_none() && !name.is_empty()
        } else {
            !name.is_empty() || !SILENT.contains(&node.role.as_str())
        };
        let inside_whole = whole.is_some();
        if whole.is_none() && WHOLE.contains(&node.role.as_str()) {
            whole = Some(node.depth);
        }
        // A label is the name of its control.
        let says_its_words = !name.is_empty() && SAY_THEIR_WORDS.contains(&node.role.as_str());
        if said.is_none() && (says_its_words || node.role == "label") {
            said = Some(node.depth);
        }
        if is_said && !inside_whole {
            let mut states = node.states;
            // That the window has the focus is no news.
            states.retain(|state| node.role != "document" || state != "focused");
            states.sort();
            heard.push(Heard {
                description: in_one_line(&node.description),
                value: in_one_line(&node.value),
                role: node.role,
                name,
                states,
            });
        }
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::{Node, read_out};

    #[test]
    fn words_are_said_once_and_boxes_are_not_said() {
        let node = |depth: usize, role: &str, name: &str| Node {
            depth,
            role: role.into(),
            name: name.into(),
            description: String::new(),
            value: String::new(),
            states: Vec::new(),
        };
        let heard = read_out(vec![
            node(0, "document", "A page"),
            node(1, "generic", ""),
            node(2, "heading", "Two words"),
            node(3, "text", "Two "),
            node(3, "link", "words"),
            node(4, "text", "words"),
            node(2, "text", " after\n it "),
            node(2, "textbox", "Search"),
            node(3, "text", "what is typed"),
            node(3, "list", "inside"),
            node(1, "label", "Claims"),
            node(2, "checkbox", "Claims"),
            node(2, "text", "Claims"),
            node(1, "paragraph", ""),
            node(2, "text", " "),
            node(2, "text", "the end"),
        ]);
        let heard: Vec<String> = heard.iter().map(ToString::to_string).collect();
        assert_eq!(
            heard,
            [
                "document “A page”",
                "heading “Two words”",
                "link “words”",
                "text “after it”",
                "textbox “Search”",
                "checkbox “Claims”",
                "text “the end”"
            ]
        );
    }
}
