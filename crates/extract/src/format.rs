//! Owns [`Format`]: which reader a source is for.

use crate::Source;

/// How the words of a source are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Nothing but words and line breaks.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format of a source: by its media type, else by the ending of its name, else by its look. Anything that does
    /// not plainly look like markup is plain text, which loses no words.
    #[must_use]
    pub fn detect(name: Option<&str>, media_type: Option<&str>, text: &str) -> Self {
        media_type
            .and_then(Self::of_media_type)
            .or_else(|| name.and_then(Self::of_name))
            .unwrap_or_else(|| Self::of_look(text))
    }

    /// Name of the format on the command line: `text`, `markdown`, `html`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// The source of this format that `text` is; `None` for HTML in a build without the `html` feature, whose caller
    /// has a parser of its own and hands in [`Source::Events`].
    #[must_use]
    pub const fn source(self, text: &str) -> Option<Source<'_>> {
        match self {
            Self::Plain => Some(Source::Plain(text)),
            #[cfg(feature = "markdown")]
            Self::Markdown => Some(Source::Markdown(text)),
            #[cfg(not(feature = "markdown"))]
            Self::Markdown => None,
            #[cfg(feature = "html")]
            Self::Html => Some(Source::Html(text)),
            #[cfg(not(feature = "html"))]
            Self::Html => None,
        }
    }

    fn of_media_type(media_type: &str) -> Option<Self> {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        match essence.to_ascii_lowercase().as_str() {
            "text/html" | "application/xhtml+xml" => Some(Self::Html),
            "text/markdown" | "text/x-markdown" => Some(Self::Markdown),
            // Systems give `text/plain` to Markdown too, so the name has a say.
            _ => None,
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" | "xht" => Some(Self::Html),
            _ => None,
        }
    }

    fn of_look(text: &str) -> Self {
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let head: String = start
            .chars()
            .take(2_000)
            .collect::<String>()
            .to_ascii_lowercase();
        let opens_as_html = [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<article",
            "<!--",
            "<div",
            "<p>",
            "<p ",
            "<h1",
            "<meta",
        ]
        .iter()
        .any(|opening| head.starts_with(opening));
        if opens_as_html {
            return Self::Html;
        }
        let lines = || start.lines().take(200);
        let heads = lines().any(|line| {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            (1..=6).contains(&level) && line[level..].starts_with(' ')
        });
        let front_matter = start.starts_with("---\n") && lines().skip(1).any(|line| line == "---");
        if heads || front_matter || start.lines().take(200).any(|line| line.contains("](http")) {
            return Self::Markdown;
        }
        Self::Plain
    }
}
