//! Owns [`Format`]: which reader a source is for.

use crate::Source;

/// How many bytes are looked at to tell a format.
const SNIFFED_BYTES: usize = 8_192;

/// How many bytes at the end are looked at to tell an archive; tables of contents are there.
const SNIFFED_TAIL: usize = 1 << 20;

/// How the words of a source are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Nothing but words and line breaks.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// A page saved with all that belongs to it (MHTML, RFC 2557).
    Mhtml,
    /// A mail (RFC 5322).
    Mail,
    /// A Word document (Office Open XML, ECMA-376).
    Docx,
    /// An EPUB book.
    Epub,
    /// PDF.
    Pdf,
}

impl Format {
    /// The format of a file: by what its first bytes give away, else by [`Format::detect`]. A name never overrules the
    /// bytes: a PDF called `notes.txt` is a PDF.
    #[must_use]
    pub fn sniff(bytes: &[u8], name: Option<&str>, media_type: Option<&str>) -> Self {
        let ending = name
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, ending)| ending.to_ascii_lowercase());
        let ending = ending.as_deref().unwrap_or_default();
        let head = &bytes[..bytes.len().min(SNIFFED_BYTES)];
        // A PDF may have up to a kilobyte of anything before its header (ISO 32000-1, implementation note 13 of 1.7).
        if holds(&head[..head.len().min(1_024)], b"%PDF-") {
            return Self::Pdf;
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Self::of_archive(bytes, ending);
        }
        // Office documents of old, and later ones under a password; the reader of Word documents tells which.
        if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Self::Docx;
        }
        let text = String::from_utf8_lossy(head);
        match ending {
            "mhtml" | "mht" if begins_with_field(&text) => return Self::Mhtml,
            "eml" if begins_with_field(&text) => return Self::Mail,
            _ => {}
        }
        if looks_like_mail(&text) {
            return if looks_saved(&text) {
                Self::Mhtml
            } else {
                Self::Mail
            };
        }
        Self::detect(name, media_type, &text)
    }

    /// Whether this format is text, so that the text alone is enough to read it.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Plain | Self::Markdown | Self::Html)
    }

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
            Self::Mhtml => "mhtml",
            Self::Mail => "mail",
            Self::Docx => "docx",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
        }
    }

    /// Name of the format for readers: *web page*, *Word document*.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "web page",
            Self::Mhtml => "saved web page",
            Self::Mail => "mail",
            Self::Docx => "Word document",
            Self::Epub => "EPUB book",
            Self::Pdf => "PDF",
        }
    }

    /// [`Format::label`] with its article: *a Word document*.
    pub(crate) const fn with_article(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "a web page",
            Self::Mhtml => "a saved web page",
            Self::Mail => "a mail",
            Self::Docx => "a Word document",
            Self::Epub => "an EPUB book",
            Self::Pdf => "a PDF",
        }
    }

    /// The source of this format that `text` is; `None` for formats that are not text, and for HTML in a build without the `html` feature, whose caller
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
            Self::Mhtml | Self::Mail | Self::Docx | Self::Epub | Self::Pdf => None,
        }
    }

    /// A ZIP archive is a book if it says so, or holds the part that all books have; all others are for the reader of Word
    /// documents, which says what they are instead.
    fn of_archive(bytes: &[u8], ending: &str) -> Self {
        // The first entry of a book is its media type, uncompressed (EPUB 3.3, section 4.2.2). Where that was
        // forgotten, the table of contents at the end of the file tells.
        let head = &bytes[..bytes.len().min(SNIFFED_BYTES)];
        let says_epub = holds(head, b"mimetypeapplication/epub+zip");
        let tail = &bytes[bytes.len().saturating_sub(SNIFFED_TAIL)..];
        let is_word = holds(tail, b"word/document.xml");
        let is_book = || holds(tail, b"META-INF/container.xml") || ending == "epub";
        if says_epub || !is_word && is_book() {
            Self::Epub
        } else {
            Self::Docx
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
        let front_matter = lines().next().is_some_and(|first| {
            matches!(first, "---" | "+++") && lines().skip(1).any(|line| line == first)
        });
        if heads || front_matter || start.lines().take(200).any(|line| line.contains("](http")) {
            return Self::Markdown;
        }
        Self::Plain
    }
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The lines of a mail, without what some programs put before its header.
fn lines_of_mail(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim_start_matches(['\u{feff}', '\r', '\n']);
    let mut lines = text.lines().peekable();
    lines.next_if(|line| line.starts_with("From "));
    lines
}

/// Whether `text` begins as a mail does, which many other texts do too.
fn begins_with_field(text: &str) -> bool {
    let first = lines_of_mail(text).next().unwrap_or_default();
    first
        .split_once(':')
        .is_some_and(|(name, _)| is_field_name(name))
}

fn is_field_name(name: &str) -> bool {
    let name = name.trim_end();
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'<')
}

/// Whether a mail is a page that a browser saved: nobody sent it.
fn looks_saved(text: &str) -> bool {
    let mut is_related = false;
    for line in lines_of_mail(text).take_while(|line| !line.is_empty()) {
        let line = line.to_ascii_lowercase();
        let begins = |name: &str| line.starts_with(name);
        if begins("snapshot-content-location:") || begins("from:") && line.contains("saved by") {
            return true;
        }
        if begins("to:") || begins("received:") || begins("message-id:") {
            return false;
        }
        is_related |= line.contains("multipart/related") || begins("content-location:");
    }
    is_related
}

/// Whether `text` begins with the header fields of a mail, two well-known ones among them.
fn looks_like_mail(text: &str) -> bool {
    const KNOWN: [&str; 9] = [
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "subject",
        "to",
    ];
    let mut n_known = 0;
    for line in lines_of_mail(text).take(100) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            break;
        };
        if !is_field_name(name) {
            break;
        }
        let name = name.to_ascii_lowercase();
        n_known +=
            usize::from(KNOWN.contains(&name.as_str()) || name == "snapshot-content-location");
    }
    // A transcript has *From:* and *To:* at the most.
    n_known >= 3
}
