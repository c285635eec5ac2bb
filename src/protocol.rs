//! What page and worker say to each other: JSON, one message at a time, because what is stored is JSON too and needs the
//! same code.
//!
//! Every [`Request`] gets an end: [`Reply::Suggestions`] or [`Reply::Failed`], with its id.

use hearsay_annotate::record::{AnnotationRecord, ArticleRecord, ProvenanceRecord};
use hearsay_extract::Event;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// From the page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::large_enum_variant,
    reason = "one message at a time, written and read at once"
)]
pub enum Request {
    /// Make an article of a source and find its quotes: answered by [`Reply::Article`] first.
    Open {
        /// For the replies.
        id: u32,
        /// What to read.
        source: SourceMessage,
        /// Title, if the source says none.
        title: Option<String>,
        /// Where the source was had from.
        provenance: ProvenanceRecord,
    },
    /// Find the quotes of an article.
    Analyse {
        /// For the reply.
        id: u32,
        /// The article.
        article: ArticleRecord,
    },
}

/// What an article is made from.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum SourceMessage {
    /// Words and line breaks.
    Plain(String),
    /// HTML, parsed and walked by the page: a worker has no parser.
    Events(Vec<Event>),
}

/// From the worker.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::large_enum_variant,
    reason = "one message at a time, written and read at once"
)]
pub enum Reply {
    /// The worker listens. Without a request.
    Ready,
    /// The article, to be shown while its quotes are being found.
    Article {
        /// Of the request.
        id: u32,
        /// The article.
        article: ArticleRecord,
        /// What was left out or repaired, for the reader.
        diagnostics: Vec<String>,
    },
    /// How far the search for quotes is.
    Progress {
        /// Of the request.
        id: u32,
        /// Of the article, 0 to 100.
        percent: u8,
    },
    /// The quotes.
    Suggestions {
        /// Of the request.
        id: u32,
        /// What the engine suggests, ordered by position.
        suggestions: Vec<AnnotationRecord>,
    },
    /// The request cannot be answered.
    Failed {
        /// Of the request.
        id: u32,
        /// Why, and what to do.
        message: String,
    },
}

impl Request {
    /// For the replies.
    #[must_use]
    pub const fn id(&self) -> u32 {
        match self {
            Self::Open { id, .. } | Self::Analyse { id, .. } => *id,
        }
    }

    /// The message as JSON, for `postMessage`.
    // Kept apart: inlined where it is called, it would be compiled for speed, three times as large.
    #[inline(never)]
    #[must_use]
    pub fn to_js(&self) -> JsValue {
        // No map in it has keys other than strings; what could not be said reads as no message.
        serde_json::to_string(self).map_or(JsValue::NULL, |json| JsValue::from_str(&json))
    }

    /// Reads a message.
    #[inline(never)]
    #[must_use]
    pub fn from_js(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}

impl Reply {
    /// The message as JSON, for `postMessage`.
    // Kept apart: inlined where it is called, it would be compiled for speed, three times as large.
    #[inline(never)]
    #[must_use]
    pub fn to_js(&self) -> JsValue {
        // No map in it has keys other than strings; what could not be said reads as no message.
        serde_json::to_string(self).map_or(JsValue::NULL, |json| JsValue::from_str(&json))
    }

    /// Reads a message.
    #[inline(never)]
    #[must_use]
    pub fn from_js(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}
