//! Owns what page and reader say to each other.
//!
//! A [`Task`] is a plain object, so that the file's bytes change hands without being copied; an [`Answer`] is JSON, because
//! what the page stores is JSON too and needs the same code.

use hearsay_annotate::record::ArticleRecord;
use js_sys::ArrayBuffer;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// Read this file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Task {
    /// The file; the sender gives it away.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub bytes: ArrayBuffer,
    /// Name of the file.
    pub name: Option<String>,
    /// Media type of the file.
    pub media_type: Option<String>,
    /// The address that it was had from.
    pub address: Option<String>,
    /// Title, if the file says none.
    pub title: Option<String>,
}

/// From the reader.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It listens. Without a task.
    Ready,
    /// How far it is, in pages or chapters.
    Progress {
        /// Steps done.
        done: u32,
        /// Steps in all.
        total: u32,
    },
    /// The readings, at least one, the best guess first.
    Readings {
        /// All of them.
        readings: Vec<ReadingMessage>,
        /// Why a person should choose, if so.
        ask: Option<AskMessage>,
    },
    /// The file cannot be read.
    Failed {
        /// Why, and what to do; to follow the name of the file.
        message: String,
        /// Whether the reader itself could not be started, so that the file is not to blame.
        unstarted: bool,
    },
}

/// One way to read a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadingMessage {
    /// What tells it from the others.
    pub label: String,
    /// The article.
    pub article: ArticleRecord,
    /// What was left out or repaired, for the reader.
    pub diagnostics: Vec<String>,
    /// How many words it has.
    pub words: u32,
}

/// Why a person should choose between readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AskMessage {
    /// It is not sure what on the page is the article.
    WhichIsTheArticle,
    /// A book: its chapters are articles of their own.
    WhichChapter,
}

impl Task {
    /// Reads a task.
    #[must_use]
    pub fn from_js(message: JsValue) -> Option<Self> {
        serde_wasm_bindgen::from_value(message).ok()
    }
}

impl Answer {
    /// The answer as JSON, for `postMessage`.
    #[must_use]
    pub fn to_js(&self) -> JsValue {
        // No map in it has keys other than strings; what could not be said reads as no answer.
        serde_json::to_string(self).map_or(JsValue::NULL, |json| JsValue::from_str(&json))
    }

    /// Reads an answer.
    #[must_use]
    pub fn from_js(message: &JsValue) -> Option<Self> {
        serde_json::from_str(&message.as_string()?).ok()
    }
}
