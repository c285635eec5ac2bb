//! Owns [`Event`]: what every reader of markup says, and the builder hears.
//!
//! There are three readers: of HTML files and of Markdown in this crate, and the app's walker over the browser's own
//! DOM. Each only reports what is there; what it means is decided once, in the builder.

/// One step of a walk through a document, in document order.
///
/// A walker reports every element by [`Event::Open`], what it holds, and [`Event::Close`]; elements without content
/// (`br`, `img`) too. Comments and processing instructions are not reported. Closes that are missing or too many are
/// put up with.
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
pub const KEPT_ATTRIBUTES: [&str; 14] = [
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
    "start",
    "style",
];

/// Elements whose content is never words of the article. A walker reports the element itself, so that it can be
/// counted, and may pass over what is inside.
#[must_use]
pub fn is_left_out(tag: &str) -> bool {
    matches!(
        tag,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "audio"
            | "video"
            | "form"
            | "button"
            | "input"
            | "select"
            | "textarea"
            | "option"
            | "datalist"
            | "dialog"
            | "nav"
            | "map"
            | "menu"
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
