//! Makes one style sheet of all that the built page links: thirty small files compress worse than one, and a phone asks for
//! each of them by itself.

use anyhow::{Context, Result};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// How a link to a style sheet begins and ends in a page that Trunk built and made small.
const LINK: (&str, &str) = ("<link href=", " rel=stylesheet>");

/// Puts one style sheet in the place of all that `index.html` in `folder` links, in their order.
///
/// # Errors
/// When the page or a sheet that it links cannot be read or written.
pub fn join(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = std::fs::read_to_string(&page)
        .with_context(|| format!("cannot read {}", page.display()))?;
    let (without, sheets) = taken_out(&html);
    let Some(((first, _), more)) = sheets.split_first().filter(|(_, more)| !more.is_empty()) else {
        return Ok(());
    };
    let mut css = String::new();
    for name in std::iter::once(first).chain(more.iter().map(|(name, _)| name)) {
        let sheet = folder.join(name.trim_start_matches("./"));
        let words = std::fs::read_to_string(&sheet)
            .with_context(|| format!("cannot read {}", sheet.display()))?;
        css.push_str(&words);
        css.push('\n');
    }
    let mut hasher = DefaultHasher::new();
    css.hash(&mut hasher);
    let name = format!("hearsay-{:016x}.css", hasher.finish());
    std::fs::write(folder.join(&name), css)?;
    let at = sheets[0].1;
    let (before, after) = without.split_at(at);
    let link = format!("{}./{name}{}", LINK.0, LINK.1);
    std::fs::write(&page, [before, &link, after].concat())?;
    for (name, _) in &sheets {
        std::fs::remove_file(folder.join(name.trim_start_matches("./")))?;
    }
    Ok(())
}

/// `html` without its links to style sheets; and what they link, each with its place in what is left.
fn taken_out(html: &str) -> (String, Vec<(String, usize)>) {
    let (mut left, mut sheets) = (String::new(), Vec::new());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once(LINK.0) {
        left.push_str(before);
        let to = from.split_once('>').map_or(from, |(to, _)| to);
        if let Some(name) = to.strip_suffix(LINK.1.trim_end_matches('>')) {
            sheets.push((name.to_owned(), left.len()));
            rest = &from[to.len() + 1..];
        } else {
            left.push_str(LINK.0);
            rest = from;
        }
    }
    left.push_str(rest);
    (left, sheets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheets_of_a_page_become_one_in_their_order_and_nothing_else_changes() {
        let folder = std::env::temp_dir().join(format!("hearsay-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let write = |name: &str, words: &str| {
            std::fs::write(folder.join(name), words).expect("a file");
        };
        write("b.css", "b{}");
        write("a.css", "a{}");
        write(
            "index.html",
            "<link href=x.webmanifest rel=manifest><link href=./b.css rel=stylesheet><link href=./a.css rel=stylesheet><p>hi",
        );
        join(&folder).expect("one sheet");
        let html = std::fs::read_to_string(folder.join("index.html")).expect("the page");
        let (rest, sheets) = taken_out(&html);
        assert_eq!(rest, "<link href=x.webmanifest rel=manifest><p>hi");
        assert_eq!(sheets.len(), 1);
        let css = std::fs::read_to_string(folder.join(&sheets[0].0)).expect("the sheet");
        assert_eq!(css, "b{}\na{}\n");
        assert!(!folder.join("a.css").exists());
        std::fs::remove_dir_all(&folder).expect("to clean up");
    }
}
