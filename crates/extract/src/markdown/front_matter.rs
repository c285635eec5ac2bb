//! Owns front matter: the lines between `---` at the top of a Markdown file, as site generators write them.
//!
//! Only `key: value` lines and plain lists are read; whatever looks otherwise makes it all text, so that nothing is lost.

use hearsay_text::Metadata;

use crate::Diagnostic;

/// Longest front matter, in lines.
const MOST_LINES: usize = 200;

/// A name and the values given to it.
type Field<'a> = (&'a str, Vec<&'a str>);

/// What the front matter says, the text after it, and the fields that are not used.
pub(super) fn split(text: &str) -> (Metadata, &str, Vec<Diagnostic>) {
    let Some((fields, body)) = fields(text) else {
        return (Metadata::default(), text, Vec::new());
    };
    let mut said = Metadata::default();
    let mut unused = Vec::new();
    for (key, values) in fields {
        let slot = match key.to_ascii_lowercase().as_str() {
            "title" => &mut said.title,
            "author" | "authors" | "byline" => &mut said.byline,
            "date" | "published" | "publishdate" => &mut said.date,
            "url" | "source" | "link" | "canonical" => &mut said.url,
            "lang" | "language" | "locale" => &mut said.language,
            "site" | "publication" | "publisher" => &mut said.site,
            _ => {
                let key = key.into();
                unused.push(Diagnostic::FrontMatter { key });
                continue;
            }
        };
        let value = values.join(", ");
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value);
        }
    }
    (said, body, unused)
}

/// The fields and the text after them; `None` when there is no front matter.
fn fields(text: &str) -> Option<(Vec<Field<'_>>, &str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    let mut fields: Vec<Field<'_>> = Vec::new();
    for line in lines.take(MOST_LINES) {
        at += line.len();
        let line = line.trim_end();
        if matches!(line, "---" | "...") {
            let body = text.get(at..).unwrap_or_default();
            return (!fields.is_empty()).then_some((fields, body));
        }
        let indented = line.starts_with([' ', '\t']);
        let bare = line.trim_start();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        if let Some(item) = bare.strip_prefix("- ") {
            fields.last_mut()?.1.push(unquoted(item));
        } else if indented {
            // A folded or nested value.
            fields.last_mut()?.1.push(unquoted(bare));
        } else {
            let (key, value) = line.split_once(':')?;
            let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
            if key.is_empty() || !key.chars().all(plain) {
                return None;
            }
            let value = value.trim();
            let value = value
                .strip_prefix('[')
                .and_then(|list| list.strip_suffix(']'))
                .map_or_else(|| vec![value], |list| list.split(',').collect());
            let value = value.into_iter().map(unquoted);
            // `>` and `|` announce a value on the lines below.
            fields.push((
                key,
                value
                    .filter(|one| !matches!(*one, "" | ">" | "|" | ">-" | "|-"))
                    .collect(),
            ));
        }
    }
    None
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(value)
}
