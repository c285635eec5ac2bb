//! Owns [`SetChange`]: one change of the editor to a tag set that is not in use yet.

use hearsay_annotate::{Applies, PALETTE, Tag, TagId, TagSet, Verdict, VerdictId};

/// One change to a tag set in the editor. What does not fit, such as a row that is gone, changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetChange {
    /// What it is called.
    Name(String),
    /// What it is for.
    Description(String),
    /// A new row, as the last.
    Add(Rows),
    /// A row goes.
    Remove(Rows, usize),
    /// A row moves from one place to another.
    Move(Rows, usize, usize),
    /// A row changes.
    Row(Rows, usize, RowChange),
}

/// A list of the tag set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Its tags.
    Tags,
    /// Its verdicts.
    Verdicts,
}

/// One change to a tag or verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// What it is called.
    Label(String),
    /// When it is given.
    Description(String),
    /// Its place in the palette.
    Color(u8),
    /// The key that gives the tag; verdicts have none.
    Key(Option<char>),
    /// What the tag is for; verdicts are for claims.
    Applies(Applies),
}

impl SetChange {
    /// Makes the change.
    pub fn make(self, set: &mut TagSet) {
        match self {
            Self::Name(name) => set.name = name,
            Self::Description(description) => set.description = description,
            Self::Add(Rows::Tags) => {
                let tag = Tag {
                    // Named when the set is saved, after the label that it has by then.
                    id: TagId(String::new()),
                    label: String::new(),
                    description: String::new(),
                    key: set.free_key(),
                    color: free_color(set.tags.iter().map(|tag| tag.color)),
                    applies: set.tags.last().map_or(Applies::Claims, |tag| tag.applies),
                };
                set.tags.push(tag);
            }
            Self::Add(Rows::Verdicts) => {
                let verdict = Verdict {
                    id: VerdictId(String::new()),
                    label: String::new(),
                    description: String::new(),
                    color: free_color(set.verdicts.iter().map(|verdict| verdict.color)),
                };
                set.verdicts.push(verdict);
            }
            Self::Remove(Rows::Tags, at) if at < set.tags.len() => {
                set.tags.remove(at);
            }
            Self::Remove(Rows::Verdicts, at) if at < set.verdicts.len() => {
                set.verdicts.remove(at);
            }
            Self::Move(Rows::Tags, from, to) => shift(&mut set.tags, from, to),
            Self::Move(Rows::Verdicts, from, to) => shift(&mut set.verdicts, from, to),
            Self::Row(Rows::Tags, at, change) => {
                if let Some(tag) = set.tags.get_mut(at) {
                    match change {
                        RowChange::Label(label) => tag.label = label,
                        RowChange::Description(description) => tag.description = description,
                        RowChange::Color(color) => tag.color = color,
                        RowChange::Key(key) => tag.key = key,
                        RowChange::Applies(applies) => tag.applies = applies,
                    }
                }
            }
            Self::Row(Rows::Verdicts, at, change) => {
                if let Some(verdict) = set.verdicts.get_mut(at) {
                    match change {
                        RowChange::Label(label) => verdict.label = label,
                        RowChange::Description(description) => verdict.description = description,
                        RowChange::Color(color) => verdict.color = color,
                        RowChange::Key(_) | RowChange::Applies(_) => {}
                    }
                }
            }
            Self::Remove(..) => {}
        }
    }
}

/// The set with an id for each new row, after its label; what had one keeps it for good, because articles refer to it.
#[must_use]
pub fn with_ids(mut set: TagSet) -> TagSet {
    for at in 0..set.tags.len() {
        if set.tags[at].id.0.is_empty() {
            let taken: Vec<&str> = set.tags.iter().map(|tag| tag.id.0.as_str()).collect();
            set.tags[at].id = TagId(fresh_id(&set.tags[at].label, "tag", &taken));
        }
    }
    for at in 0..set.verdicts.len() {
        if set.verdicts[at].id.0.is_empty() {
            let taken: Vec<&str> = set.verdicts.iter().map(|one| one.id.0.as_str()).collect();
            set.verdicts[at].id = VerdictId(fresh_id(&set.verdicts[at].label, "verdict", &taken));
        }
    }
    set
}

/// An id made of the letters and digits of `label`, and a number where it is taken.
#[must_use]
pub fn fresh_id(label: &str, otherwise: &str, taken: &[&str]) -> String {
    let mut id = String::new();
    for c in label.chars().take(40) {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.is_empty() { otherwise } else { id };
    let mut fresh = id.to_owned();
    let mut nth = 1;
    while taken.contains(&fresh.as_str()) {
        nth += 1;
        fresh = [id, "-", &nth.to_string()].concat();
    }
    fresh
}

/// The colour that fewest have, the first of several.
fn free_color(used: impl Iterator<Item = u8>) -> u8 {
    let mut counts = [0_usize; PALETTE as usize];
    for color in used {
        if let Some(count) = counts.get_mut(usize::from(color)) {
            *count += 1;
        }
    }
    (0..PALETTE)
        .min_by_key(|color| counts[usize::from(*color)])
        .unwrap_or_default()
}

fn shift<T>(rows: &mut Vec<T>, from: usize, to: usize) {
    if from < rows.len() && to < rows.len() {
        let row = rows.remove(from);
        rows.insert(to, row);
    }
}
