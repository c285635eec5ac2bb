//! The way from what a person hands in to the article on the page: text goes to the engine, a file to the reader of its
//! kind first, an address to its site before that.
//!
//! Owns what is under way, so that it can be stopped; and the readings among which a person chooses.

use hearsay_annotate::record::ProvenanceRecord;
use hearsay_extract::Format;
use hearsay_readers::{Answer, AskMessage, ReadingMessage, Task};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, DataTransfer, File};

use super::address;
use super::files::{self, Matter, Opening, Transferred};
use super::host::Services;
use super::readers::{self, Reader};
use super::receive::{self, Errand};
use crate::protocol::Request;
use crate::state::{
    Action, Choice, NoticePlace, Obstacle, OpeningAction, ReadingOption, Refusal, RequestId,
    Shared, Step, Why, typed_address,
};
use crate::t;

/// Work that can be stopped.
pub(super) enum UnderWay {
    /// A file is being read; the worker ends with this.
    Reading {
        /// Its reader.
        _reader: Reader,
    },
    /// An address is being fetched.
    Fetching(AbortController),
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        match self {
            Self::Reading { .. } => {}
            Self::Fetching(abort) => abort.abort(),
        }
    }
}

/// The readings of the source opened last, among which a person may choose.
pub(super) struct Kept {
    readings: Vec<ReadingMessage>,
    choice: Choice,
}

impl Services {
    /// Opens text that was typed or pasted as plain text; the address of a page alone stands for the page.
    pub fn open_text(&self, text: String) {
        if let Some(address) = crate::state::lone_address(&text) {
            self.open_address(address);
            return;
        }
        match files::text(text) {
            Ok(opening) => self.open(opening),
            Err(message) => self.cannot_open(message),
        }
    }

    /// Opens what was pasted or dropped: an address alone, rich text if it has a shape, else plain text, else a file. Says
    /// why when there is nothing.
    pub fn open_transfer(&self, transfer: &DataTransfer) {
        // A transfer is empty once its event is over, so it is read at once.
        match files::transferred(transfer) {
            Transferred::Opening(opening) => self.open(opening),
            Transferred::File(file) => self.open_file(file),
            Transferred::Address(address) => self.open_address(&address),
            Transferred::Nothing(message) => self.cannot_open(message),
        }
    }

    /// Opens what was pasted while something else was read, and offers the way back.
    pub fn open_pasted_over(&self, transfer: &DataTransfer) {
        let open = self.inner.document.borrow().clone();
        *self.inner.came_from.borrow_mut() = open.as_ref().map(|open| open.id.clone());
        self.open_transfer(transfer);
    }

    /// Opens a file that was chosen.
    pub fn open_file(&self, file: File) {
        let request = self.begin(file.name());
        let services = self.clone();
        spawn_local(async move {
            match files::open(&file).await {
                Ok(opening) => services.go_on(request, opening),
                Err(message) => services.failed_to_open(request, message),
            }
        });
    }

    /// Opens the built-in sample.
    pub fn open_sample(&self) {
        self.open(files::sample());
    }

    /// Fetches the page at an address that somebody typed or pasted, and opens it.
    pub fn open_address(&self, typed: &str) {
        let checked = typed_address(typed).and_then(|address| address::checked(&address));
        let Some((address, host)) = checked else {
            let refusal = Refusal::new(typed, "", Obstacle::NoAddress);
            self.cannot_open(refusal.message);
            return;
        };
        let request = self.begin(host.clone());
        let Ok(abort) = AbortController::new() else {
            return;
        };
        *self.inner.under_way.borrow_mut() = Some(UnderWay::Fetching(abort.clone()));
        let services = self.clone();
        spawn_local(async move {
            let proxy = services.inner.proxy.borrow().clone();
            let told = services.clone();
            let on_progress = move |step| told.progressed(request, step);
            let outcome = address::fetch(&address, proxy.as_deref(), &abort, &on_progress).await;
            if !services.inner.engine.is_last(request) {
                return;
            }
            match outcome {
                Ok(fetched) => match files::matter(fetched.bytes, None, fetched.media_type) {
                    Ok(matter) => {
                        let opening = Opening {
                            what: host,
                            matter,
                            title: None,
                            file: None,
                            address: Some(fetched.address),
                        };
                        services.go_on(request, opening);
                    }
                    Err(problem) => {
                        services.failed_to_open(request, files::about(&address, &problem));
                    }
                },
                Err(obstacle) => services.tell(Action::Opening(OpeningAction::Refused {
                    request,
                    refusal: Refusal::new(&address, &host, obstacle),
                })),
            }
        });
    }

    /// Stops what the app is at: fetching, reading, finding quotes. What was on screen stays.
    pub fn stop(&self) {
        *self.inner.under_way.borrow_mut() = None;
        self.inner.engine.stop();
        self.tell(Action::Opening(OpeningAction::Stopped));
    }

    /// Opens one of the readings that were offered.
    pub fn choose_reading(&self, reading_idx: usize) {
        let kept = self.inner.kept.borrow_mut().take();
        let Some(mut kept) = kept.filter(|kept| reading_idx < kept.readings.len()) else {
            return;
        };
        let request = self.begin(kept.choice.what.clone());
        kept.choice.current = Some(reading_idx);
        let reading = kept.readings[reading_idx].clone();
        let choice = kept.choice.clone();
        *self.inner.kept.borrow_mut() = Some(kept);
        self.show_reading(request, reading, Some(choice));
    }

    /// Does what this page was opened for, if for more than to be here. Returns whether there was something.
    pub(super) fn run_errand(&self, errand: Errand) {
        match errand {
            Errand::Shared(Shared::Address(address)) => self.open_address(&address),
            Errand::Shared(Shared::Text(text)) => self.open_text(text),
            Errand::Deaf => self.cannot_open(receive::deaf()),
            Errand::Receive(opener) => {
                let request = self.begin(t!("what-sent"));
                let services = self.clone();
                receive::receive(opener, move |outcome| match outcome {
                    Ok(page) => {
                        let mut opening =
                            files::page(&page.html, page.title.clone(), Some(page.address));
                        opening.title = Some(page.title).filter(|title| !title.trim().is_empty());
                        if opening.title.is_none() {
                            opening.what = t!("what-sent");
                        }
                        services.go_on(request, opening);
                    }
                    Err(message) => services.failed_to_open(request, message),
                });
            }
        }
    }

    /// A new request, for what is known as `what`; all before it is given up.
    fn begin(&self, what: String) -> RequestId {
        *self.inner.under_way.borrow_mut() = None;
        let request = self.inner.engine.next_request();
        self.tell(Action::OpenRequested { request, what });
        request
    }

    fn open(&self, opening: Opening) {
        let request = self.begin(opening.what.clone());
        self.go_on(request, opening);
    }

    /// Has a source read by whom it is for.
    fn go_on(&self, request: RequestId, opening: Opening) {
        if !self.inner.engine.is_last(request) {
            return;
        }
        *self.inner.under_way.borrow_mut() = None;
        let Opening {
            what,
            matter,
            title,
            file,
            address,
        } = opening;
        match matter {
            Matter::Source(format, source) => {
                let is_from_somewhere = file.is_some() || address.is_some();
                self.inner.engine.send(&Request::Open {
                    id: request.0,
                    source,
                    title,
                    provenance: ProvenanceRecord {
                        format: is_from_somewhere.then(|| format.label().to_owned()),
                        file,
                        address,
                    },
                });
            }
            Matter::Bytes {
                reader,
                format,
                media_type,
                bytes,
            } => {
                let task = Task {
                    bytes,
                    name: file,
                    media_type,
                    address,
                    title,
                };
                self.progressed(request, Step::Loading);
                let heard = {
                    let (services, what) = (self.clone(), what.clone());
                    move |answer| services.hear_reader(request, format, &what, answer)
                };
                match readers::read(reader, format, &what, task, heard) {
                    Ok(reader) => {
                        *self.inner.under_way.borrow_mut() =
                            Some(UnderWay::Reading { _reader: reader });
                    }
                    Err(message) => self.failed_to_open(request, message),
                }
            }
        }
    }

    fn hear_reader(&self, request: RequestId, format: Format, what: &str, answer: Answer) {
        if !self.inner.engine.is_last(request) {
            return;
        }
        match answer {
            Answer::Ready => {}
            Answer::Progress { done, total } => {
                let pages = format == Format::Pdf;
                self.progressed(request, Step::Reading { done, total, pages });
            }
            Answer::Failed { message, .. } => {
                *self.inner.under_way.borrow_mut() = None;
                self.failed_to_open(request, message);
            }
            Answer::Readings { readings, ask } => {
                *self.inner.under_way.borrow_mut() = None;
                self.offer(request, what, readings, ask);
            }
        }
    }

    /// Opens the only or best reading, or has the person choose.
    fn offer(
        &self,
        request: RequestId,
        what: &str,
        readings: Vec<ReadingMessage>,
        ask: Option<AskMessage>,
    ) {
        let several = readings.len() > 1;
        let Some(first) = readings.first().cloned() else {
            return;
        };
        if !several {
            *self.inner.kept.borrow_mut() = None;
            self.show_reading(request, first, None);
            return;
        }
        let option = |reading: &ReadingMessage| ReadingOption {
            label: without_count(&reading.label).to_owned(),
            title: reading.article.title.clone(),
            words: reading.words,
            preview: ReadingOption::preview_of(&reading.article.text),
        };
        let mut choice = Choice {
            what: what.to_owned(),
            why: match ask {
                Some(AskMessage::WhichIsTheArticle) => Why::Article,
                Some(AskMessage::WhichChapter) => Why::Chapter,
                None => Why::Offer,
            },
            options: readings.iter().map(option).collect(),
            current: None,
        };
        if ask.is_none() {
            choice.current = Some(0);
        }
        *self.inner.kept.borrow_mut() = Some(Kept {
            readings,
            choice: choice.clone(),
        });
        if ask.is_some() {
            self.tell(Action::Opening(OpeningAction::Offered { request, choice }));
        } else {
            self.show_reading(request, first, Some(choice));
        }
    }

    fn show_reading(&self, request: RequestId, reading: ReadingMessage, choice: Option<Choice>) {
        let services = self.clone();
        spawn_local(async move {
            match reading.article.into_article() {
                Ok(article) => {
                    services
                        .show_new(request, article, &reading.diagnostics, true)
                        .await;
                    if let Some(choice) = choice {
                        services.tell(Action::Opening(OpeningAction::Known(choice)));
                    }
                }
                Err(error) => services.failed_to_open(request, error.to_string()),
            }
        });
    }

    fn progressed(&self, request: RequestId, step: Step) {
        self.tell(Action::Opening(OpeningAction::Progressed { request, step }));
    }

    fn failed_to_open(&self, request: RequestId, message: String) {
        self.inner.came_from.take();
        self.tell(Action::OpenFailed {
            request: Some(request),
            place: NoticePlace::Open,
            message,
        });
    }

    fn cannot_open(&self, message: String) {
        self.inner.came_from.take();
        self.tell(Action::OpenFailed {
            request: None,
            place: NoticePlace::Open,
            message,
        });
    }
}

/// A label without the number of words, which is shown apart from it.
fn without_count(label: &str) -> &str {
    match label.rsplit_once(" · ") {
        Some((name, count)) if count.ends_with("word") || count.ends_with("words") => name,
        _ => label,
    }
}
