//! The engine behind a message loop, in a worker of its own.
//!
//! Owns nothing but the loop: what is asked is in `hearsay::protocol`, how it is answered in `hearsay_engine`. A panic
//! ends the worker; the page notices, tells the person and starts another.

use hearsay::protocol::{Reply, Request, SourceMessage};
use hearsay_annotate::record::{AnnotationRecord, ArticleRecord};
use hearsay_engine::{Article, Metadata, Options, suggest};
use hearsay_extract::{Source, extract};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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
            if let Some(request) = Request::from_js(event.data()) {
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
fn answer(request: Request, send: &impl Fn(Reply)) {
    match request {
        Request::Open { id, source, title } => {
            let known = Metadata {
                title,
                ..Metadata::default()
            };
            let (article, diagnostics) = match &source {
                SourceMessage::Plain(text) => extract(Source::Plain(text), known),
                SourceMessage::Markdown(text) => extract(Source::Markdown(text), known),
                SourceMessage::Events(events) => extract(Source::Events(events), known),
            };
            send(Reply::Article {
                id,
                article: ArticleRecord::from(&article),
                diagnostics: diagnostics.iter().map(ToString::to_string).collect(),
            });
            send(quotes(id, &article));
        }
        Request::Analyse { id, article } => send(match article.into_article() {
            Ok(article) => quotes(id, &article),
            Err(error) => Reply::Failed {
                id,
                message: error.to_string(),
            },
        }),
    }
}

fn quotes(id: u32, article: &Article) -> Reply {
    match suggest(article, Options::default()) {
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
