//! What is done with the engine's answers, and how an article that is new here gets on the page.

use std::rc::Rc;

use hearsay_annotate::record::ArticleRecord;
use hearsay_text::Article;
use wasm_bindgen_futures::spawn_local;

use super::host::Services;
use super::now;
use super::storage::Stored;
use crate::protocol::{Reply, Request};
use crate::state::{
    Action, Document, NoticeAction, NoticeKind, NoticePlace, OpeningAction, RequestId, Step,
};
use crate::t;

impl Services {
    /// Deals with a reply of the engine after those before it.
    pub(super) fn hear(&self, reply: Reply) {
        self.inner.replies.borrow_mut().push_back(reply);
        if self.inner.replying.replace(true) {
            return;
        }
        let services = self.clone();
        spawn_local(async move {
            loop {
                let next = services.inner.replies.borrow_mut().pop_front();
                match next {
                    Some(reply) => services.deal_with(reply).await,
                    None => break,
                }
            }
            services.inner.replying.set(false);
        });
    }

    async fn deal_with(&self, reply: Reply) {
        match reply {
            Reply::Ready => {}
            Reply::Article {
                id,
                article,
                diagnostics,
            } => match article.into_article() {
                Ok(article) => {
                    self.show_new(RequestId(id), article, &diagnostics, false)
                        .await;
                }
                Err(error) => self.failed(RequestId(id), error.to_string()),
            },
            Reply::Progress { id, percent } => {
                self.tell(Action::Opening(OpeningAction::Progressed {
                    request: RequestId(id),
                    step: Step::Finding { percent },
                }));
            }
            Reply::Suggestions { id, suggestions } => {
                let request = RequestId(id);
                let article = Rc::clone(&self.inner.asked.borrow());
                let suggestions = suggestions
                    .into_iter()
                    .map(|record| record.into_annotation(&article.text))
                    .collect();
                match suggestions {
                    Ok(suggestions) => self.tell(Action::Suggested {
                        request,
                        suggestions,
                    }),
                    Err(error) => self.failed(request, error.to_string()),
                }
            }
            Reply::Failed { id, message } => self.failed(RequestId(id), message),
        }
    }

    /// Shows an article that was made of a source: as it was left, if it was opened before. Unless the engine made it, and
    /// goes on by itself, it is asked for the quotes.
    pub(super) async fn show_new(
        &self,
        request: RequestId,
        article: Article,
        diagnostics: &[String],
        ask_engine: bool,
    ) {
        if article.blocks.is_empty() {
            self.tell(Action::OpenFailed {
                request: Some(request),
                place: NoticePlace::Open,
                message: t!("open-no-words"),
            });
            return;
        }
        let mut new = Document::new(article, now());
        let (document, stored, remark) = match self.inner.storage.load(&new.id).await {
            Stored::Found(mut known) => {
                known.opened = new.opened;
                self.inner.storage.is_kept(&known);
                self.inner.storage.keep_entry(known.entry());
                let remark = t!("open-known");
                (*known, true, Some(remark))
            }
            Stored::Nothing => {
                let remark = self.follow(&mut new).await;
                (new, false, remark.or_else(|| remark_of(diagnostics)))
            }
            Stored::Unreadable(reason) => {
                let remark = t!("open-unreadable-copy", reason = reason);
                (new, false, Some(remark))
            }
        };
        *self.inner.asked.borrow_mut() = Rc::clone(&document.article);
        let question = (ask_engine && !document.analysed)
            .then(|| ArticleRecord::from(document.article.as_ref()));
        let analysing = !ask_engine || question.is_some();
        let came_from = self.inner.came_from.take();
        let has_remark = remark.is_some();
        let id = document.id.clone();
        self.tell(Action::Opened {
            request,
            document: Box::new(document),
            analysing,
            stored,
            remark,
        });
        if let Some(before) = came_from.filter(|before| !has_remark && *before != id) {
            self.tell(Action::Notify {
                kind: NoticeKind::Info,
                place: NoticePlace::Article,
                text: t!("open-pasted-over"),
                action: Some(NoticeAction::BackTo(before)),
            });
        }
        if let Some(article) = question {
            let id = request.0;
            self.inner.engine.send(&Request::Analyse { id, article });
        }
    }

    fn failed(&self, request: RequestId, message: String) {
        let opening = NoticePlace::Open;
        // Exactly one of the two is awaited; the other is dropped.
        self.tell(Action::AnalysisFailed {
            request,
            message: message.clone(),
        });
        self.tell(Action::OpenFailed {
            request: Some(request),
            place: opening,
            message,
        });
    }
}

/// What the reader should know of how a source was read; the rest is not worth their time.
fn remark_of(diagnostics: &[String]) -> Option<String> {
    (!diagnostics.is_empty()).then(|| t!("open-with-care", what = diagnostics.join("; ")))
}
