//! The engine in its worker: starts it, asks it, and makes sure that every question gets an answer.
//!
//! Only the last request counts. A worker that fails or is busy with something nobody waits for is ended, and the next
//! request starts another. What is done with the answers is left to `host`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::protocol::{Reply, Request};
use crate::services::now;
use crate::state::RequestId;
use crate::t;

/// The worker's first script, beside the page.
const SCRIPT: &str = "./engine.js";

/// Milliseconds after which a request that was superseded is not waited for.
const PATIENCE: u64 = 1_000;

/// The engine, as the page sees it.
pub(super) struct Engine {
    worker: RefCell<Option<Running>>,
    /// Identity of the request sent last.
    last: Cell<u32>,
    /// The request that the worker has yet to finish, and when it got it.
    unfinished: Cell<Option<(u32, u64)>>,
    /// Hears every reply to the last request.
    heard: RefCell<Rc<dyn Fn(Reply)>>,
}

/// A worker and what listens to it.
struct Running {
    worker: Worker,
    /// Requests from before it listened; `None` since it does.
    waiting: Option<Vec<JsValue>>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(ErrorEvent)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Engine {
    /// An engine that has yet to be started.
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self {
            worker: RefCell::default(),
            last: Cell::default(),
            unfinished: Cell::default(),
            heard: RefCell::new(Rc::new(|_| {})),
        })
    }

    /// Has `heard` called with every reply to the last request.
    pub(super) fn listen(&self, heard: impl Fn(Reply) + 'static) {
        *self.heard.borrow_mut() = Rc::new(heard);
    }

    /// A new identity; answers to earlier requests are dropped from now on.
    pub(super) fn next_request(&self) -> RequestId {
        self.last.set(self.last.get() + 1);
        RequestId(self.last.get())
    }

    /// Whether no request came after this one.
    pub(super) fn is_last(&self, request: RequestId) -> bool {
        self.last.get() == request.0
    }

    /// Starts the worker if there is none, so that it is ready when it is needed.
    pub(super) fn warm_up(self: &Rc<Self>) {
        if self.worker.borrow().is_none() {
            match start(self) {
                Ok(running) => *self.worker.borrow_mut() = Some(running),
                Err(error) => self.fail(&words_of(&error)),
            }
        }
    }

    /// Gives up what it is at; the next request starts it again.
    pub(super) fn stop(&self) {
        self.last.set(self.last.get() + 1);
        if self.unfinished.take().is_some() {
            *self.worker.borrow_mut() = None;
        }
    }

    /// Sends a request; its id is from [`Engine::next_request`].
    pub(super) fn send(self: &Rc<Self>, request: &Request) {
        let now = now().0;
        if let Some((_, since)) = self.unfinished.get()
            && now.saturating_sub(since) > PATIENCE
        {
            // It is at something long that nobody waits for any more.
            *self.worker.borrow_mut() = None;
        }
        self.unfinished.set(Some((request.id(), now)));
        self.warm_up();
        let message = request.to_js();
        let sent = match self.worker.borrow_mut().as_mut() {
            // The start failed, which has been said.
            None => return,
            Some(Running {
                waiting: Some(waiting),
                ..
            }) => {
                waiting.push(message);
                Ok(())
            }
            Some(running) => running.worker.post_message(&message),
        };
        if let Err(error) = sent {
            self.fail(&words_of(&error));
        }
    }

    fn hear(&self, reply: Reply) {
        let (id, done) = match &reply {
            Reply::Ready => {
                self.send_waiting();
                return;
            }
            Reply::Failed { id: 0, message } => {
                self.fail(message);
                return;
            }
            Reply::Article { id, .. } | Reply::Progress { id, .. } => (*id, false),
            Reply::Suggestions { id, .. } | Reply::Failed { id, .. } => (*id, true),
        };
        if done && self.unfinished.get().is_some_and(|(of, _)| of == id) {
            self.unfinished.set(None);
        }
        if id == self.last.get() {
            let heard = Rc::clone(&self.heard.borrow());
            heard(reply);
        }
    }

    fn send_waiting(&self) {
        let mut worker = self.worker.borrow_mut();
        let Some(running) = worker.as_mut() else {
            return;
        };
        for message in running.waiting.take().unwrap_or_default() {
            // What fails here fails for `onerror` too, and is answered there.
            let _ = running.worker.post_message(&message);
        }
    }

    /// Ends the worker, and answers what it leaves unanswered.
    fn fail(&self, reason: &str) {
        *self.worker.borrow_mut() = None;
        let Some((id, _)) = self.unfinished.take() else {
            return;
        };
        if id != self.last.get() {
            return;
        }
        let message = if reason.is_empty() {
            t!("engine-stopped")
        } else {
            t!("engine-stopped-because", reason = reason)
        };
        let heard = Rc::clone(&self.heard.borrow());
        heard(Reply::Failed { id, message });
    }
}

fn start(engine: &Rc<Engine>) -> Result<Running, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(SCRIPT, &options)?;
    let on_message = {
        let engine = Rc::downgrade(engine);
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let reply = Reply::from_js(&event.data());
            if let (Some(engine), Some(reply)) = (engine.upgrade(), reply) {
                engine.hear(reply);
            }
        })
    };
    let on_error = {
        let engine = Rc::downgrade(engine);
        Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            if let Some(engine) = engine.upgrade() {
                // A script that cannot be loaded gives an event without a message.
                let message = js_sys::Reflect::get(&event, &JsValue::from_str("message"));
                let message = message.ok().and_then(|message| message.as_string());
                engine.fail(&message.unwrap_or_default());
            }
        })
    };
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Ok(Running {
        worker,
        waiting: Some(Vec::new()),
        _on_message: on_message,
        _on_error: on_error,
    })
}

fn words_of(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    }
}
