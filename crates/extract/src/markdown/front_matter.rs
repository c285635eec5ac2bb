//! Owns front matter: what stands over a Markdown file between `---` (YAML), between `+++` (TOML) or in braces (JSON), as
//! site generators write it.
//!
//! Keys with values, lists and one level of nesting are read, which is all that articles use; whatever looks otherwise
//! makes it all text, so that nothing is lost. Values as they stand between brackets or quotation marks are read in `flow`.

use hearsay_text::Metadata;

use super::flow::{self, Scalar};
use crate::Diagnostic;

/// Longest front matter, in bytes.
const LONGEST: usize = 64 << 10;
/// Keys that only hold other keys together.
const WRAPPERS: [&str; 5] = ["params", "extra", "taxonomies", "article", "meta"];

/// What the front matter says, the text after it, and the fields that are not used.
pub(super) fn split(text: &str) -> (Metadata, &str, Vec<Diagnostic>) {
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let found = match head.lines().next().map(str::trim_end) {
        Some("---") => yaml(head),
        Some("+++") => toml(head),
        Some(line) if line.starts_with('{') => json(head),
        _ => None,
    };
    let Some((scalars, len)) = found.filter(|(scalars, _)| !scalars.is_empty()) else {
        return (Metadata::default(), text, Vec::new());
    };
    let (said, unused) = assign(&scalars);
    (said, &text[len..], unused)
}

fn assign(scalars: &[Scalar]) -> (Metadata, Vec<Diagnostic>) {
    let mut said = Metadata::default();
    let mut unused: Vec<&str> = Vec::new();
    // Several values of one key are listed; of several keys for one thing, the first counts.
    let mut filled: Vec<(usize, &str)> = Vec::new();
    for scalar in scalars {
        let owner = scalar.owner.as_str();
        let (name, inner) = match &scalar.key {
            Some(key) if WRAPPERS.contains(&owner.to_ascii_lowercase().as_str()) => {
                (key.as_str(), None)
            }
            key => (owner, key.as_deref()),
        };
        let Some(nth) = slot_of(name) else {
            if !unused.contains(&name) && unused.len() < 100 {
                unused.push(name);
            }
            continue;
        };
        // Of an author the name, of a source the address.
        let is_wanted = match inner.map(str::to_ascii_lowercase).as_deref() {
            None => true,
            Some("url") => nth == 4,
            Some("name") => nth != 4,
            Some(_) => false,
        };
        let slot = [
            &mut said.title,
            &mut said.byline,
            &mut said.date,
            &mut said.modified,
            &mut said.url,
            &mut said.language,
            &mut said.site,
        ]
        .into_iter()
        .nth(nth);
        let value = scalar.value.trim();
        let (Some(slot), true) = (slot, is_wanted && !value.is_empty()) else {
            continue;
        };
        match slot {
            Some(before) => {
                if filled.contains(&(nth, name)) {
                    before.push_str(", ");
                    before.push_str(value);
                }
            }
            None => {
                *slot = Some(value.to_owned());
                filled.push((nth, name));
            }
        }
    }
    let unused = unused.into_iter().map(|key| {
        let key = key.to_owned();
        Diagnostic::FrontMatter { key }
    });
    (said, unused.collect())
}

/// Which piece of metadata a key names.
fn slot_of(key: &str) -> Option<usize> {
    const KEYS: [&str; 7] = [
        "title|headline",
        "author|authors|byline|by|creator",
        "date|published|publishdate|pubdate|datepublished|publishedat",
        "lastmod|updated|modified|lastmodified|datemodified|updatedat",
        "url|source|link|canonical|canonicalurl|sourceurl|originalurl",
        "lang|language|locale",
        "site|publication|publisher|sitename|website",
    ];
    let mut plain = key.to_ascii_lowercase();
    plain.retain(|c| !matches!(c, '_' | '-'));
    KEYS.iter()
        .position(|keys| keys.split('|').any(|key| key == plain))
}

/// The scalars of YAML between `---` and `---` or `...`, and its length.
fn yaml(text: &str) -> Option<(Vec<Scalar>, usize)> {
    let mut found: Vec<Scalar> = Vec::new();
    let mut owner: Option<&str> = None;
    // The value goes on in indented lines, whatever they look like.
    let mut is_open = false;
    let mut at = text.find('\n')? + 1;
    while at < text.len() {
        let rest = &text[at..];
        let whole = rest.split_inclusive('\n').next().unwrap_or_default();
        at += whole.len();
        let line = whole.trim_end();
        if matches!(line, "---" | "...") {
            return Some((found, at));
        }
        let bare = line.trim_start();
        if bare.is_empty() || bare.starts_with('#') && !is_open {
            continue;
        }
        let item = bare.strip_prefix("- ").or((bare == "-").then_some(""));
        if line.starts_with([' ', '\t']) || item.is_some() {
            let owner = owner?.to_owned();
            let words = item.unwrap_or(bare).trim();
            if is_open && item.is_none() {
                let last = found.last_mut()?;
                if !last.value.is_empty() {
                    last.value.push(' ');
                }
                last.value.push_str(words);
            } else if let Some((key, value)) = pair(words) {
                let (key, value) = (Some(key.to_owned()), flow::unquoted(value));
                found.push(Scalar { owner, key, value });
            } else {
                let (key, value) = (None, flow::unquoted(words));
                found.push(Scalar { owner, key, value });
            }
            continue;
        }
        let (key, value) = pair(line)?;
        owner = Some(key);
        let fresh = |value| Scalar {
            owner: key.to_owned(),
            key: None,
            value,
        };
        // What announces a value on the lines below.
        is_open = value.starts_with(['>', '|']) && value.len() <= 3;
        if is_open {
            found.push(fresh(String::new()));
        } else if value.starts_with(['[', '{']) {
            let start = at - whole.len() + whole.find(value)?;
            let (scalars, len) = flow::scalars(&text[start..], key)?;
            found.extend(scalars);
            at = start + len;
            at += text[at..].find('\n').map_or(text.len() - at, |end| end + 1);
        } else if !value.is_empty() {
            found.push(fresh(flow::unquoted(value)));
            is_open = true;
        } else {
            // A key alone is one too: lists may follow.
            found.push(fresh(String::new()));
        }
    }
    None
}

/// A key and its value.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_key = !key.is_empty() && key.chars().all(plain);
    let stands_apart = value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && stands_apart).then_some((key, value.trim()))
}

/// The scalars of TOML between `+++` and `+++`, and its length.
fn toml(text: &str) -> Option<(Vec<Scalar>, usize)> {
    let mut found: Vec<Scalar> = Vec::new();
    let mut section: Option<&str> = None;
    let mut at = text.find('\n')? + 1;
    while at < text.len() {
        let whole = text[at..].split_inclusive('\n').next().unwrap_or_default();
        let line = whole.trim();
        if line == "+++" {
            return Some((found, at + whole.len()));
        }
        if line.is_empty() || line.starts_with('#') {
            at += whole.len();
        } else if line.starts_with('[') {
            section = Some(line.trim_matches(['[', ']', ' ']));
            at += whole.len();
        } else {
            let (key, value) = whole.split_once('=')?;
            let key = key.trim().trim_matches(['"', '\'']);
            let start = at + whole.len() - value.trim_start().len();
            let (scalars, len) = flow::scalars(&text[start..], key)?;
            found.extend(scalars.into_iter().map(|scalar| match section {
                Some(section) => Scalar {
                    owner: section.to_owned(),
                    key: Some(scalar.owner),
                    value: scalar.value,
                },
                None => scalar,
            }));
            at = start + len;
            at += text[at..].find('\n').map_or(text.len() - at, |end| end + 1);
        }
    }
    None
}

/// The scalars of the JSON object that `text` begins with, and its length.
fn json(text: &str) -> Option<(Vec<Scalar>, usize)> {
    let (scalars, len) = flow::scalars(text, "")?;
    let is_sound = scalars.iter().all(|scalar| !scalar.owner.is_empty());
    is_sound.then_some((scalars, len))
}
