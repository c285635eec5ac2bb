//! The engine behind a message loop, in a worker of its own.
//!
//! Owns nothing but the loop: what is asked is in `hearsay::protocol`, how it is answered in `hearsay_engine`. A panic
//! ends the worker; the page notices, tells the person and starts another.

use hearsay::protocol::{Reply, Request, SourceMessage};
use hearsay_annotate::record::{AnnotationRecord, ArticleRecord};
use hearsay_engine::{Article, Metadata, Options, suggest_with};
use hearsay_extract::{Source, extract};
use hearsay_text::Provenance;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds between two words about progress.
const PAUSE: f64 = 100.0;

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let send = {
        let scope = scope.clone();
        move |reply: Reply| {
            // Text can always be sent.
            let _ = scope.post_message(&reply.to_js());
        }
    };
    let listen = {
        let send = send.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(request) = Request::from_js(&event.data()) {
                answer(request, &send);
            }
        })
    };
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    listen.forget();
    send(Reply::Ready);
}

/// Answers a request: the article as soon as it is there, then its quotes.
// Kept apart, with all it calls: what is inlined here is compiled for speed, and three times as large.
#[inline(never)]
fn answer(request: Request, send: &impl Fn(Reply)) {
    match request {
        Request::Open {
            id,
            source,
            title,
            provenance,
        } => {
            let known = Metadata {
                title,
                ..Metadata::default()
            };
            let (mut article, diagnostics) = match &source {
                SourceMessage::Plain(text) => extract(Source::Plain(text), known),
                SourceMessage::Events(events) => extract(Source::Events(events), known),
            };
            article.provenance = Provenance {
                format: provenance.format,
                file: provenance.file,
                address: provenance.address,
            };
            send(Reply::Article {
                id,
                article: ArticleRecord::from(&article),
                diagnostics: diagnostics.iter().map(ToString::to_string).collect(),
            });
            send(quotes(id, &article, send));
        }
        Request::Analyse { id, article } => send(match article.into_article() {
            Ok(article) => quotes(id, &article, send),
            Err(error) => Reply::Failed {
                id,
                message: error.to_string(),
            },
        }),
    }
}

fn quotes(id: u32, article: &Article, send: &impl Fn(Reply)) -> Reply {
    let mut told = js_sys::Date::now();
    let mut on_progress = |share: f32| {
        let now = js_sys::Date::now();
        if now - told >= PAUSE {
            told = now;
            // A share of 0 to 1 is a percentage that fits.
            let percent = (share * 100.0) as u8;
            send(Reply::Progress { id, percent });
        }
    };
    match suggest_with(article, Options::default(), &mut on_progress) {
        Ok(suggestions) => Reply::Suggestions {
            id,
            suggestions: suggestions.iter().map(AnnotationRecord::from).collect(),
        },
        Err(error) => Reply::Failed {
            id,
            message: error.to_string(),
        },
    }
}
