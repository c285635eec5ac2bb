//! Owns which lists of a document are numbered and which have bullets.

use std::collections::BTreeMap;

use crate::xml::{Element, Node, Vocabulary, Xml};

/// Levels that a list has (ECMA-376 part 1, section 17.9.6).
const LEVELS: usize = 9;

/// The lists of a document: by id, whether each level is numbered.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, [bool; LEVELS]>,
}

impl Numbering {
    pub(super) fn read(text: &str) -> Self {
        let mut abstracts: BTreeMap<String, [bool; LEVELS]> = BTreeMap::new();
        let mut found = Self::default();
        let (mut abstract_id, mut id) = (None, None);
        let mut level = 0;
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next() {
            let Node::Open(element) = node else {
                continue;
            };
            if element.vocabulary != Vocabulary::Word {
                continue;
            }
            match element.name() {
                "abstractNum" => (abstract_id, id) = (element.get("abstractNumId"), None),
                "num" => (abstract_id, id) = (None, element.get("numId")),
                "abstractNumId" => {
                    let levels = element.get("val").and_then(|id| abstracts.get(&id));
                    if let (Some(levels), Some(id)) = (levels, &id) {
                        found.lists.insert(id.clone(), *levels);
                    }
                }
                "lvl" | "lvlOverride" => level = level_of(&element),
                "numFmt" => {
                    let format = element.get("val");
                    let ordered = !matches!(format.as_deref(), Some("bullet" | "none") | None);
                    let list = match (&abstract_id, &id) {
                        (Some(id), _) => abstracts.entry(id.clone()).or_default(),
                        (None, Some(id)) => found.lists.entry(id.clone()).or_default(),
                        (None, None) => continue,
                    };
                    list[level] = ordered;
                }
                _ => {}
            }
        }
        found
    }

    /// Whether the items of a list are numbered at a level; a list that is nowhere described is not.
    pub(super) fn is_ordered(&self, id: &str, level: u8) -> bool {
        let level = usize::from(level).min(LEVELS - 1);
        self.lists.get(id).is_some_and(|levels| levels[level])
    }
}

fn level_of(element: &Element<'_>) -> usize {
    let level = element.get("ilvl").and_then(|level| level.parse().ok());
    level.unwrap_or(0).min(LEVELS - 1)
}
