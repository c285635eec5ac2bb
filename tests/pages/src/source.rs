//! Owns [`Source`]: an article as its writer wrote it down, and what a reader should find of it.

use std::collections::BTreeMap;

use crate::Expected;

/// What stands between values of which any is right.
const OR: &str = " || ";

/// The facts that a reader is asked for.
const FACTS: [&str; 6] = ["title", "byline", "site", "date", "language", "url"];

/// An article: lines of `key: value`, a blank line, and one line for each block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// What is said before the blank line.
    pub(crate) values: BTreeMap<String, String>,
    /// What comes after it.
    pub(crate) lines: Vec<String>,
}

/// A line of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    Heading(usize, &'a str),
    Quote(&'a str),
    /// Ordered or not.
    Item(bool, &'a str),
    Caption(&'a str),
    Row(bool, Vec<&'a str>),
    /// Network, name, handle, date, address, words.
    Post([&'a str; 6]),
    Code(&'a str),
    /// Words of the article said again in large letters.
    PullQuote(&'a str),
    /// Markup that is no part of the article.
    Raw(&'a str),
    /// Not emitted; may be found.
    Optional(&'a str),
    Paragraph(&'a str),
}

impl Source {
    pub(crate) fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        let mut values = BTreeMap::new();
        for line in lines.by_ref().take_while(|line| !line.trim().is_empty()) {
            let (key, value) = line.split_once(':').unwrap_or((line, ""));
            values.insert(key.trim().to_owned(), value.trim().to_owned());
        }
        let lines = lines.filter(|line| !line.trim().is_empty());
        let lines = lines.map(str::to_owned).collect();
        Self { values, lines }
    }

    /// The value of a key, or nothing.
    pub(crate) fn value(&self, key: &str) -> &str {
        self.values.get(key).map_or("", String::as_str)
    }

    /// The first of the values that are right: what the page prints.
    pub(crate) fn printed(&self, key: &str) -> &str {
        let value = self.value(key);
        let first = value.split(OR).next().unwrap_or(value);
        if first == "none" { "" } else { first }
    }

    pub(crate) fn layouts(&self) -> Vec<&str> {
        let named = self.value("layouts").split(',').map(str::trim);
        named.filter(|name| !name.is_empty()).collect()
    }

    /// What is expected of a page made by hand, beside which this stands: every line is a block.
    pub(crate) fn expected_as_written(&self) -> Expected {
        let mut expected = self.facts();
        for line in &self.lines {
            match line.strip_prefix("? ") {
                Some(words) => expected.optional.push(words.to_owned()),
                None => expected.blocks.push(line.clone()),
            }
        }
        expected
    }

    /// What is expected of a page made from this article.
    pub(crate) fn expected(&self) -> Expected {
        let mut expected = self.facts();
        let standfirst = self.value("standfirst");
        if !standfirst.is_empty() {
            expected.blocks.push(plain(standfirst));
        }
        for line in &self.lines {
            match Line::of(line) {
                Line::Heading(_, words)
                | Line::Quote(words)
                | Line::Item(_, words)
                | Line::Caption(words)
                | Line::Code(words)
                | Line::Paragraph(words) => expected.blocks.push(plain(words)),
                Line::Row(_, cells) => expected.blocks.extend(cells.into_iter().map(plain)),
                Line::Post([_, name, handle, date, _, words]) => {
                    expected.blocks.push(plain(words));
                    for part in [
                        format!("{name} ({handle})"),
                        name.into(),
                        handle.into(),
                        date.into(),
                    ] {
                        expected.optional.push(part);
                    }
                }
                Line::PullQuote(words) | Line::Optional(words) => {
                    expected.optional.push(plain(words));
                }
                Line::Raw(_) => {}
            }
        }
        expected
    }

    fn facts(&self) -> Expected {
        let mut expected = Expected {
            unsure: self.value("unsure") == "yes",
            ..Expected::default()
        };
        for key in FACTS {
            if let Some(value) = self.values.get(key) {
                let values = value.split(OR).map(str::trim);
                let values = values.filter(|value| !value.is_empty());
                let mut values: Vec<String> = values.map(str::to_owned).collect();
                if key == "date" && !self.value("date-shown").is_empty() {
                    values.push(self.value("date-shown").to_owned());
                }
                if matches!(key, "title" | "byline" | "date") {
                    let printed = values.iter().filter(|value| *value != "none");
                    expected.optional.extend(printed.clone().cloned());
                    if key == "byline" {
                        let printed = printed.map(|value| format!("By {value}"));
                        expected.optional.extend(printed);
                    }
                }
                expected.facts.insert(key.to_owned(), values);
            }
        }
        for key in [
            "byline-shown",
            "date-shown",
            "modified-shown",
            "title-shown",
        ] {
            if !self.value(key).is_empty() {
                expected.optional.push(self.value(key).to_owned());
            }
        }
        expected
    }
}

impl<'a> Line<'a> {
    pub(crate) fn of(line: &'a str) -> Self {
        let Some((sign, rest)) = line.split_once(' ') else {
            return Self::Paragraph(line);
        };
        let parts = |rest: &'a str| rest.split(" | ").map(str::trim);
        match sign {
            "#" => Self::Heading(2, rest),
            "##" => Self::Heading(3, rest),
            ">" => Self::Quote(rest),
            "-" => Self::Item(false, rest),
            "+" => Self::Item(true, rest),
            "!" => Self::Caption(rest),
            "|" => Self::Row(false, parts(rest).collect()),
            "||" => Self::Row(true, parts(rest).collect()),
            "`" => Self::Code(rest),
            "=" => Self::PullQuote(rest),
            "<" => Self::Raw(rest),
            "?" => Self::Optional(rest),
            "@" => {
                let mut parts = parts(rest);
                Self::Post(std::array::from_fn(|_| parts.next().unwrap_or_default()))
            }
            _ => Self::Paragraph(line),
        }
    }
}

/// The words of a text with marks of emphasis and links.
pub(crate) fn plain(text: &str) -> String {
    runs(text).into_iter().map(|run| run.words).collect()
}

/// Words that are set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run<'a> {
    pub(crate) words: &'a str,
    pub(crate) style: Style<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style<'a> {
    Plain,
    Emphasis,
    Strong,
    Link(&'a str),
}

/// The runs of a text: `[words](address)`, `**strong**`, `*emphasis*`.
pub(crate) fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '*']) {
        let (before, from) = rest.split_at(at);
        let run = styled(from);
        let (run, used) = run.unwrap_or((
            Run {
                words: &from[..1],
                style: Style::Plain,
            },
            1,
        ));
        if !before.is_empty() {
            runs.push(Run {
                words: before,
                style: Style::Plain,
            });
        }
        runs.push(run);
        rest = &from[used..];
    }
    if !rest.is_empty() {
        runs.push(Run {
            words: rest,
            style: Style::Plain,
        });
    }
    runs
}

/// The styled run that a text begins with, and its length in bytes.
fn styled(from: &str) -> Option<(Run<'_>, usize)> {
    if let Some(inner) = from.strip_prefix("**") {
        let words = &inner[..inner.find("**")?];
        let style = Style::Strong;
        return Some((Run { words, style }, words.len() + 4));
    }
    if let Some(inner) = from.strip_prefix('*') {
        let words = &inner[..inner.find('*')?];
        let style = Style::Emphasis;
        return Some((Run { words, style }, words.len() + 2));
    }
    let inner = from.strip_prefix('[')?;
    let (words, after) = inner.split_once("](")?;
    let address = &after[..after.find(')')?];
    let style = Style::Link(address);
    Some((Run { words, style }, words.len() + address.len() + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_without_its_marks() {
        assert_eq!(
            plain("See [the *report*](https://a.example/x), **now** or 2 * 3"),
            "See the *report*, now or 2 * 3"
        );
    }

    #[test]
    fn an_article_says_what_is_expected_of_it() {
        let source = Source::parse(
            "title: A || B\nbyline: none\nlayouts: x, y\n\n# Head\nWords *here*.\n| a | b\n< <ad>\n? maybe\n",
        );
        let expected = source.expected();
        assert_eq!(expected.blocks, ["Head", "Words here.", "a", "b"]);
        assert_eq!(expected.optional, ["A", "B", "maybe"]);
        assert_eq!(expected.facts["title"], ["A", "B"]);
        assert_eq!(expected.facts["byline"], ["none"]);
        assert!(!expected.facts.contains_key("site"));
        assert_eq!(source.layouts(), ["x", "y"]);
        assert_eq!(source.printed("title"), "A");
    }
}
