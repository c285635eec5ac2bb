//! The readers of files: one worker for one file, which is loaded when it is needed and ended after its answer.
//!
//! Owns which reader a format wants, the life of its worker, and what to say when it cannot be had. What a reader finds is
//! dealt with in `opening`.

use std::cell::RefCell;
use std::rc::Rc;

use hearsay_extract::Format;
use hearsay_readers::{Answer, Task};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::files::about;
use crate::t;

/// A reader at work; dropping it ends its worker.
pub(super) struct Reader {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(ErrorEvent)>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The script that starts the reader of pages, mail, and text that is not Unicode.
pub(super) const PAGE: &str = "./reader.js?page";

/// The script that starts the reader of Markdown.
pub(super) const MARKDOWN: &str = "./reader.js?markdown";

/// The script that starts the reader of a format.
pub(super) const fn of(format: Format) -> &'static str {
    match format {
        Format::Docx => "./reader.js?docx",
        Format::Epub => "./reader.js?epub",
        Format::Pdf => "./reader.js?pdf",
        Format::Markdown => MARKDOWN,
        Format::Plain | Format::Html | Format::Mhtml | Format::Mail => PAGE,
    }
}

/// Has a file of `format` read by the reader that `script` starts; people know it as `what`. `heard` gets every answer; the last one is
/// [`Answer::Readings`] or [`Answer::Failed`], whose message is whole.
///
/// # Errors
///
/// Says that there is no worker to be had, and what to do.
pub(super) fn read(
    script: &'static str,
    format: Format,
    what: &str,
    task: Task,
    heard: impl Fn(Answer) + 'static,
) -> Result<Reader, String> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script, &options).map_err(|_| unstarted(what, format))?;
    let heard = Rc::new(heard);
    let on_message = {
        let (heard, worker, what) = (Rc::clone(&heard), worker.clone(), what.to_owned());
        let task = RefCell::new(Some(task));
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            match Answer::from_js(&event.data()) {
                Some(Answer::Ready) => {
                    let Some(task) = task.take() else { return };
                    let gift = js_sys::Array::of1(&task.bytes);
                    // Text and a buffer can always be said.
                    let message = serde_wasm_bindgen::to_value(&task).unwrap_or(JsValue::NULL);
                    if worker.post_message_with_transfer(&message, &gift).is_err() {
                        heard(stopped(&what));
                    }
                }
                Some(Answer::Failed {
                    message,
                    unstarted: false,
                }) => heard(Answer::Failed {
                    message: about(&what, &message),
                    unstarted: false,
                }),
                Some(Answer::Failed {
                    unstarted: true, ..
                }) => heard(Answer::Failed {
                    message: unstarted(&what, format),
                    unstarted: true,
                }),
                Some(answer) => heard(answer),
                None => {}
            }
        })
    };
    let on_error = {
        let what = what.to_owned();
        Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            // Said on the page; the console need not say it again.
            event.prevent_default();
            // A script that cannot be loaded gives an event without a message.
            let message = js_sys::Reflect::get(&event, &JsValue::from_str("message"));
            let has_run = message.is_ok_and(|message| message.is_string());
            heard(if has_run {
                stopped(&what)
            } else {
                Answer::Failed {
                    message: unstarted(&what, format),
                    unstarted: true,
                }
            });
        })
    };
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Ok(Reader {
        worker,
        _on_message: on_message,
        _on_error: on_error,
    })
}

/// What to say when a reader did not start.
fn unstarted(what: &str, format: Format) -> String {
    let kind = format.label();
    about(what, &t!("open-reader-missing", kind = kind))
}

/// What to say when a reader ended without an answer.
fn stopped(what: &str) -> Answer {
    Answer::Failed {
        message: about(what, &t!("open-reader-stopped")),
        unstarted: false,
    }
}
