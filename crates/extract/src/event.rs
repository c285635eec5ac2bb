//! Owns [`Event`]: what every reader of markup says, and the builder hears.
//!
//! There are three readers: of HTML files and of Markdown in this crate, and the app's walker over the browser's own
//! DOM. Each only reports what is there; what it means is decided once, in the builder.

/// One step of a walk through a document, in document order.
///
/// A walker reports every element by [`Event::Open`], what it holds, and [`Event::Close`]; elements without content
/// (`br`, `img`) too. It begins at the root element, so that language and metadata are heard. Comments and processing
/// instructions are not reported. Closes that are missing or too many are put up with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Event {
    /// An element begins.
    Open {
        /// Its name in lower case, without namespace: `blockquote`.
        tag: String,
        /// Those of its attributes that [`KEPT_ATTRIBUTES`] lists, names in lower case; others do no harm.
        attributes: Vec<(String, String)>,
    },
    /// Characters, entities resolved, white space as it stands.
    Text(String),
    /// The innermost open element ends.
    Close,
}

/// The attributes that the builder looks at. A walker need not report others.
pub const KEPT_ATTRIBUTES: [&str; 13] = [
    "aria-hidden",
    "class",
    "content",
    "datetime",
    "hidden",
    "href",
    "itemprop",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "style",
];

/// Elements whose content is never words of the article. A walker reports the element itself, so that it can be
/// counted, and may pass over what is inside.
#[must_use]
pub fn is_left_out(tag: &str) -> bool {
    // The title is no part of the text either, but it names the article.
    tag != "title" && (is_machinery(tag) || is_media(tag) || is_control(tag))
}

/// For programs, not for readers.
pub(crate) fn is_machinery(tag: &str) -> bool {
    matches!(
        tag,
        "script" | "style" | "template" | "noscript" | "map" | "title"
    )
}

/// Pictures drawn in the text, recordings, other documents.
pub(crate) fn is_media(tag: &str) -> bool {
    matches!(
        tag,
        "svg" | "math" | "iframe" | "object" | "embed" | "canvas" | "audio" | "video"
    )
}

/// What people press and fill in.
pub(crate) fn is_control(tag: &str) -> bool {
    matches!(
        tag,
        "button" | "input" | "select" | "textarea" | "option" | "datalist"
    )
}

impl Event {
    /// An element begins, without attributes.
    #[must_use]
    pub fn open(tag: impl Into<String>) -> Self {
        let (tag, attributes) = (tag.into(), Vec::new());
        Self::Open { tag, attributes }
    }

    /// Characters.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// The value of the attribute `name`.
pub(crate) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|(key, _)| key == name);
    found.map(|(_, value)| value.as_str())
}
