//! Owns [`Layout`]: how a site sets its articles, and the way from an article to a page.

use crate::Expected;
use crate::clutter::{Clutter, Dice, escape, json};
use crate::source::{Line, Source, Style, runs};

/// How a site sets its articles: a page with places to be filled in, and how each kind of block is marked up.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// Lines of `what markup` before the line `---`.
    rules: Vec<(String, String)>,
    page: String,
}

impl Layout {
    pub(crate) fn parse(text: &str) -> Self {
        let (head, page) = text.split_once("\n---\n").unwrap_or(("", text));
        let rules = head.lines().filter_map(|line| {
            let (what, markup) = line.split_once(" = ")?;
            Some((what.trim().to_owned(), markup.trim().to_owned()))
        });
        Self {
            rules: rules.collect(),
            page: page.to_owned(),
        }
    }

    /// What is expected of an article in this layout, which may print less than there is to be said.
    pub(crate) fn expected(&self, source: &Source) -> Expected {
        let mut expected = source.expected();
        for (what, value) in &self.rules {
            if let Some(key) = what.strip_prefix("expect ") {
                match value.as_str() {
                    "anything" => expected.facts.remove(key),
                    value => expected
                        .facts
                        .insert(key.to_owned(), vec![value.to_owned()]),
                };
            }
            if what == "optional" {
                let authors = source.value("authors").replace("; ", ", ");
                expected
                    .optional
                    .push(value.replace("{{authors}}", &authors));
            }
            if what == "no standfirst" && !source.value("standfirst").is_empty() {
                expected.blocks.remove(0);
            }
        }
        expected
    }

    /// The page.
    pub(crate) fn page(
        &self,
        source: &Source,
        clutter: &Clutter,
        name: &str,
    ) -> Result<String, String> {
        let mut maker = Maker::new(source, clutter, name);
        let body = self.body(source);
        maker.body = maker.fill(&body)?;
        maker.fill(&self.page)
    }

    fn rule<'a>(&'a self, what: &str, otherwise: &'a str) -> &'a str {
        let found = self.rules.iter().find(|(name, _)| name == what);
        found.map_or(otherwise, |(_, markup)| markup)
    }

    /// The blocks, with what the layout puts between them.
    fn body(&self, source: &Source) -> String {
        let lines: Vec<Line<'_>> = source.lines.iter().map(|line| Line::of(line)).collect();
        let mut out = String::new();
        let mut list = None;
        let mut in_table = false;
        for (nth, line) in lines.iter().enumerate() {
            let ordered = match line {
                Line::Item(ordered, _) => Some(*ordered),
                _ => None,
            };
            if ordered != list {
                out.push_str(match list {
                    Some(true) => "</ol>\n",
                    Some(false) => "</ul>\n",
                    None => "",
                });
                out.push_str(match ordered {
                    Some(true) => "<ol>",
                    Some(false) => self.rule("ul", "<ul>"),
                    None => "",
                });
                list = ordered;
            }
            let is_row = matches!(line, Line::Row(..));
            if is_row != in_table {
                out.push_str(if is_row {
                    self.rule("table", "<table>")
                } else {
                    "</table>"
                });
                in_table = is_row;
            }
            out.push_str(&self.block(line));
            out.push('\n');
            let from_end = format!("after -{}", lines.len() - nth);
            for place in [format!("after {}", nth + 1), from_end] {
                out.push_str(self.rule(&place, ""));
            }
        }
        out.push_str(match list {
            Some(true) => "</ol>\n",
            Some(false) => "</ul>\n",
            None => "",
        });
        if in_table {
            out.push_str("</table>\n");
        }
        out
    }

    fn block(&self, line: &Line<'_>) -> String {
        let set = |what: &str, otherwise: &str, words: &str| {
            self.rule(what, otherwise)
                .replace("{{text}}", &markup(words))
        };
        match line {
            Line::Heading(2, words) => set("h2", "<h2>{{text}}</h2>", words),
            Line::Heading(_, words) => set("h3", "<h3>{{text}}</h3>", words),
            Line::Quote(words) => set("quote", "<blockquote><p>{{text}}</p></blockquote>", words),
            Line::Item(_, words) => set("li", "<li>{{text}}</li>", words),
            Line::Caption(words) => set(
                "figure",
                "<figure><img src=\"/img/{{hash}}.jpg\" alt=\"\" width=\"1200\" height=\"800\"><figcaption>{{text}}</figcaption></figure>",
                words,
            ),
            Line::Row(header, cells) => {
                let tag = if *header { "th" } else { "td" };
                let cells = cells
                    .iter()
                    .map(|cell| format!("<{tag}>{}</{tag}>", markup(cell)));
                format!("<tr>{}</tr>", cells.collect::<String>())
            }
            Line::Post(parts) => post(parts),
            Line::Code(words) => set("code", "<pre><code>{{text}}</code></pre>", words),
            Line::PullQuote(words) => set(
                "pull",
                "<aside class=\"pullquote\" aria-hidden=\"true\"><p>{{text}}</p></aside>",
                words,
            ),
            Line::Raw(markup) => (*markup).to_owned(),
            Line::Optional(_) => String::new(),
            Line::Paragraph(words) => set("p", "<p>{{text}}</p>", words),
        }
    }
}

/// A page made by hand: only its places are filled in.
pub(crate) fn by_hand(
    page: &str,
    source: &Source,
    clutter: &Clutter,
    name: &str,
) -> Result<String, String> {
    Maker::new(source, clutter, name).fill(page)
}

/// Words as HTML.
fn markup(words: &str) -> String {
    let set = runs(words).into_iter().map(|run| {
        let words = escape(run.words);
        match run.style {
            Style::Plain => words,
            Style::Emphasis => format!("<em>{words}</em>"),
            Style::Strong => format!("<strong>{words}</strong>"),
            Style::Link(address) => format!("<a href=\"{}\">{words}</a>", escape(address)),
        }
    });
    set.collect()
}

/// The markup that a network hands out for embedding a post.
fn post([network, name, handle, date, address, words]: &[&str; 6]) -> String {
    let (name, handle, date, address) =
        (escape(name), escape(handle), escape(date), escape(address));
    let words = markup(words);
    match *network {
        "bluesky" => format!(
            "<blockquote class=\"bluesky-embed\" data-bluesky-uri=\"at://did:plc:{{{{hash}}}}/app.bsky.feed.post/{{{{hash}}}}\" data-bluesky-cid=\"bafy{{{{hash}}}}\"><p lang=\"en\">{words}</p>&mdash; {name} (<a href=\"{address}\">{handle}</a>) <a href=\"{address}\">{date}</a></blockquote><script async src=\"https://embed.bsky.example/static/embed.js\" charset=\"utf-8\"></script>"
        ),
        "mastodon" => format!(
            "<blockquote class=\"mastodon-embed\" data-embed-url=\"{address}/embed\" style=\"background: #FCF8FF; border-radius: 8px; border: 1px solid #C9C4DA; max-width: 540px; min-width: 270px; padding: 0\"><p>{words}</p><p>{name} ({handle}), <a href=\"{address}\"><time datetime=\"{date}\">{date}</time></a></p></blockquote>"
        ),
        "instagram" => format!(
            "<blockquote class=\"instagram-media\" data-instgrm-captioned data-instgrm-permalink=\"{address}\" data-instgrm-version=\"14\" style=\"background:#FFF; border:0; border-radius:3px; margin:1px; max-width:540px; padding:0;\"><div style=\"padding:16px;\"><p style=\"margin:8px 0 0 0; padding:0 4px;\"><a href=\"{address}\" style=\"color:#000; font-family:Arial,sans-serif; font-size:14px; text-decoration:none; word-wrap:break-word;\" target=\"_blank\">{words}</a></p><p style=\"color:#c9c8cd; font-size:14px; line-height:17px; margin-bottom:0;\">{name} ({handle}) <time datetime=\"{date}\">{date}</time></p></div></blockquote><script async src=\"//www.instagram.example/embed.js\"></script>"
        ),
        _ => format!(
            "<blockquote class=\"twitter-tweet\" data-lang=\"en\"><p lang=\"en\" dir=\"ltr\">{words}</p>&mdash; {name} ({handle}) <a href=\"{address}?ref_src=twsrc%5Etfw\">{date}</a></blockquote> <script async src=\"https://platform.twitter.example/widgets.js\" charset=\"utf-8\"></script>"
        ),
    }
}

/// Fills in the places of a page.
struct Maker<'a> {
    source: &'a Source,
    clutter: &'a Clutter,
    dice: Dice,
    body: String,
}

impl<'a> Maker<'a> {
    fn new(source: &'a Source, clutter: &'a Clutter, name: &str) -> Self {
        Self {
            source,
            clutter,
            dice: Dice::of(name),
            body: String::new(),
        }
    }

    /// Replaces every `{{name argument}}`.
    fn fill(&mut self, template: &str) -> Result<String, String> {
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while let Some(at) = rest.find("{{") {
            out.push_str(&rest[..at]);
            let after = &rest[at + 2..];
            let mut end = after.find("}}").ok_or("a place is not closed")?;
            // An argument may be an object of JSON, whose brace comes first.
            let is_open = |end: usize| {
                let count = |brace: char| after[..end].matches(brace).count();
                count('{') > count('}')
            };
            while is_open(end) && after[end + 1..].starts_with("}}") {
                end += 1;
            }
            let place = after[..end].trim();
            let filled = self.place(place)?;
            out.push_str(&filled);
            rest = &after[end + 2..];
        }
        out.push_str(rest);
        Ok(out)
    }

    fn place(&mut self, place: &str) -> Result<String, String> {
        let (name, argument) = place.split_once(' ').unwrap_or((place, ""));
        let language = self.source.value("language");
        Ok(match name {
            "body" => std::mem::take(&mut self.body),
            "json" => json(self.source.printed(argument)),
            "raw" => self.source.printed(argument).to_owned(),
            "standfirst" => markup(self.source.value("standfirst")),
            "authors" => {
                // The argument is how one author is marked up.
                let names = self.source.value("authors").split(';').map(str::trim);
                let names = names.filter(|name| !name.is_empty());
                let set: Vec<String> = names
                    .map(|name| {
                        argument
                            .replace("NAME", &escape(name))
                            .replace("SLUG", &slug(name))
                    })
                    .collect();
                set.join(", ")
            }
            "slug" => slug(self.source.printed(argument)),
            "text-json" => {
                let words: Vec<String> = self.source.expected().blocks;
                json(&words.join("\n\n"))
            }
            _ => match self.clutter.place(name, argument, language, &mut self.dice) {
                Some(made) => made,
                None if self.source.values.contains_key(name) => escape(self.source.printed(name)),
                None if OPEN_PLACES.contains(&name) => String::new(),
                None => return Err(format!("nothing is known of the place {{{{{place}}}}}")),
            },
        })
    }
}

/// Values that an article need not have.
const OPEN_PLACES: [&str; 11] = [
    "byline-shown",
    "byline",
    "standfirst",
    "section",
    "date-shown",
    "modified",
    "modified-shown",
    "role",
    "bio",
    "place",
    "date",
];

/// As part of an address.
fn slug(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_set_by_the_rules_of_its_layout() {
        let layout = Layout::parse(
            "p = <div class=\"p\">{{text}}</div>\nafter 1 = <hr>\nexpect site = none\n---\n<h1>{{title}}</h1>{{body}}",
        );
        let source = Source::parse("title: A & B\nsite: S\n\nOne *word*.\n- x\n- y\n");
        let clutter = Clutter::default();
        assert_eq!(
            layout.page(&source, &clutter, "t").as_deref(),
            Ok(
                "<h1>A &amp; B</h1><div class=\"p\">One <em>word</em>.</div>\n<hr><ul><li>x</li>\n<li>y</li>\n</ul>\n"
            )
        );
        assert_eq!(layout.expected(&source).facts["site"], ["none"]);
    }

    #[test]
    fn a_place_that_nobody_knows_is_an_error() {
        let made = by_hand("{{nonsense}}", &Source::default(), &Clutter::default(), "t");
        assert!(made.is_err());
    }
}
