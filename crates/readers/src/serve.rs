//! Owns the loop of a reader: one task, one answer. A panic ends the worker; the page notices and tells the person.

use hearsay_annotate::record::ArticleRecord;
use hearsay_extract::{Ask, Hints, Progress, Reading, Readings, read};
use hearsay_text::{Metadata, TokenKind, tokenize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::message::{Answer, AskMessage, ReadingMessage, Task};

/// Milliseconds between two words about progress.
const PAUSE: f64 = 100.0;

/// Listens for a task; to be called once, in a worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let send = {
        let scope = scope.clone();
        move |answer: &Answer| {
            // Text can always be sent.
            let _ = scope.post_message(&answer.to_js());
        }
    };
    let listen = {
        let send = send.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(task) = Task::from_js(event.data()) {
                let answer = answer(&task, &send);
                send(&answer);
            }
        })
    };
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    listen.forget();
    send(&Answer::Ready);
}

fn answer(task: &Task, send: &impl Fn(&Answer)) -> Answer {
    let bytes = js_sys::Uint8Array::new(&task.bytes).to_vec();
    let hints = Hints {
        name: task.name.as_deref(),
        media_type: task.media_type.as_deref(),
        format: None,
        address: task.address.as_deref(),
    };
    let known = Metadata {
        title: task.title.clone(),
        ..Metadata::default()
    };
    let mut told = js_sys::Date::now();
    let mut on_progress = |Progress { done, total }: Progress| {
        let now = js_sys::Date::now();
        if now - told >= PAUSE {
            told = now;
            send(&Answer::Progress { done, total });
        }
    };
    match read(&bytes, hints, known, &mut on_progress) {
        Ok(Readings { first, others, ask }) => Answer::Readings {
            readings: std::iter::once(first).chain(others).map(said).collect(),
            ask: ask.map(|ask| match ask {
                Ask::WhichIsTheArticle => AskMessage::WhichIsTheArticle,
                Ask::WhichChapter => AskMessage::WhichChapter,
            }),
        },
        Err(error) => Answer::Failed {
            message: error.to_string(),
            unstarted: false,
        },
    }
}

fn said(reading: Reading) -> ReadingMessage {
    let Reading {
        label,
        article,
        diagnostics,
    } = reading;
    let words = tokenize(&article.text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .count();
    ReadingMessage {
        label,
        article: ArticleRecord::from(&article),
        diagnostics: diagnostics.iter().map(ToString::to_string).collect(),
        words: u32::try_from(words).unwrap_or(u32::MAX),
    }
}
