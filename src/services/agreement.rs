//! Files of annotators to those who made them; comparing, a part at a time; the outcome as a file.

use std::rc::Rc;

use hearsay_annotate::w3c::{self, Part as Lost};
use hearsay_annotate::{AnnotationSet, EditError};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList};

use super::host::Services;
use super::timer::sleep;
use super::{downloads, files, now, stamp};
use crate::state::{
    Action, Agreeing, AgreementAction, Colleague, Document, Matched, NoticeAction, NoticeKind,
    NoticePlace, Part, View, is_compared,
};
use crate::t;

/// Milliseconds for the page to draw itself before it is busy.
const BREATH: i32 = 30;

impl Services {
    /// Takes in files of annotators, that were chosen or dropped, for the open article.
    pub fn import_annotators(&self, list: Option<FileList>) {
        let Some(list) = list.filter(|list| list.length() > 0) else {
            return;
        };
        // The list is emptied with the field it is of.
        let chosen: Vec<File> = (0..list.length()).filter_map(|nth| list.get(nth)).collect();
        let services = self.clone();
        spawn_local(async move {
            let (mut colleagues, mut problems) = (Vec::new(), Vec::new());
            for file in chosen {
                let read = files::annotations(&file).await;
                let slice = services.inner.document.borrow().clone();
                let Some(document) = slice.as_ref() else {
                    return;
                };
                match read.and_then(|json| colleague(&file.name(), &json, document)) {
                    Ok(colleague) => colleagues.push(colleague),
                    Err(problem) => problems.push(problem),
                }
            }
            services.tell(Action::Agreement(AgreementAction::Joined {
                colleagues,
                problems,
            }));
            services.tell(Action::Show(View::Agreement));
        });
    }

    /// Makes the comparison that `agreeing` waits for: what takes long is done when the page has said so, and in parts.
    pub fn compare_annotators(&self, document: &Document, agreeing: &Agreeing) {
        let Some(number) = agreeing.working else {
            return;
        };
        let services = self.clone();
        let (article, scope) = (Rc::clone(&document.article), agreeing.scope);
        let sides = agreeing.sides(document);
        spawn_local(async move {
            let mut parts = Vec::new();
            for quotes in [false, true] {
                if scope.holds(quotes) {
                    sleep(BREATH).await;
                    parts.push(Part::of(&article, &sides, quotes));
                }
            }
            let matched = Rc::new(Matched::new(article, sides, parts));
            services.tell(Action::Agreement(AgreementAction::Compared(
                number, matched,
            )));
        });
    }

    /// Brings what was settled on into the open article.
    pub fn take_over(&self, agreeing: &Agreeing) {
        let ids = (0..agreeing.n_ids()).map(|_| stamp().id).collect();
        let now = now();
        self.tell(Action::Agreement(AgreementAction::TakeOver { ids, now }));
    }

    /// Hands what was settled on to the person, as a file of Web Annotation JSON-LD.
    pub fn export_settled(&self, agreeing: &Agreeing) {
        let slice = self.inner.document.borrow().clone();
        let Some(document) = slice.as_ref() else {
            return;
        };
        let ids: Vec<_> = (0..agreeing.n_ids()).map(|_| stamp().id).collect();
        let settled = agreeing.settled(&document.annotations, &ids, now());
        let mut set = document.annotations.without_annotations();
        let written: Result<(), EditError> = set.extend(settled.annotations);
        let options = w3c::ExportOptions::default();
        let json = w3c::export(&document.article, &set, &options);
        let name = downloads::file_name(&document.title(), "-settled.jsonld");
        let handed = downloads::hand_over(&name, "application/ld+json", &json);
        if written.is_err() || handed.is_err() {
            self.tell(Action::Notify {
                kind: NoticeKind::Error,
                place: NoticePlace::Article,
                text: t!("agreement-not-exported"),
                action: None::<NoticeAction>,
            });
        }
    }
}

/// The person who made the annotations in a file.
///
/// # Errors
///
/// Says what is wrong with the file, and where.
fn colleague(file: &str, json: &str, document: &Document) -> Result<Colleague, String> {
    let empty: AnnotationSet = document.annotations.without_annotations();
    let plan = w3c::import(json, &document.article, &empty).map_err(|error| {
        t!(
            "agreement-not-read",
            file = file,
            problem = error.to_string()
        )
    })?;
    let mut lost = Vec::new();
    for orphan in plan.orphans {
        if orphan.part == Lost::Target {
            lost.push(orphan.words);
        }
    }
    let n_found = plan.added.len();
    if lost.len() > n_found {
        return Err(t!(
            "agreement-other-article",
            file = file,
            found = n_found,
            all = n_found + lost.len()
        ));
    }
    let of_a_person = |one| is_compared(one, true) || is_compared(one, false);
    if !plan.added.iter().any(of_a_person) {
        return Err(t!("agreement-nothing-in-it", file = file, n = n_found));
    }
    let mut annotations = empty;
    annotations.extend(plan.added).map_err(|error| {
        t!(
            "agreement-not-read",
            file = file,
            problem = error.to_string()
        )
    })?;
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Ok(Colleague {
        number: 0,
        name: plan.creator.unwrap_or_else(|| stem.to_owned()),
        file: file.to_owned(),
        annotations: Rc::new(annotations),
        lost,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use hearsay_annotate::Timestamp;
    use hearsay_text::Article;

    use super::*;

    fn document() -> Document {
        let text = "The fare rose by 9 percent. Nobody knew why.";
        Document::new(Article::verbatim(text), Timestamp(1))
    }

    /// Annotations that tag these words, made by `creator`, a piece of JSON.
    fn file(creator: &str, words: &[&str]) -> String {
        let mut items = Vec::new();
        for exact in words {
            items.push(
                [
                    "{\"type\":\"Annotation\",\"creator\":",
                    creator,
                    ",\"motivation\":\"tagging\",\"body\":{\"value\":\"fact\",\"purpose\":\"tagging\"},\"target\":{\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"",
                    exact,
                    "\"}}}",
                ]
                .concat(),
            );
        }
        ["[", &items.join(","), "]"].concat()
    }

    #[test]
    fn an_annotator_is_called_what_the_file_calls_its_creator_and_else_what_it_is_called_itself() {
        for (creator, name) in [
            ("{\"type\":\"Person\",\"name\":\"Ana Ruiz\"}", "Ana Ruiz"),
            ("\"https://example.org/ana\"", "https://example.org/ana"),
            (
                "{\"type\":\"Software\",\"name\":\"Hearsay\"}",
                "second.coder",
            ),
            ("null", "second.coder"),
            ("{\"type\":\"Person\",\"name\":\" \"}", "second.coder"),
        ] {
            let json = file(creator, &["Nobody knew why"]);
            let made = colleague("second.coder.jsonld", &json, &document()).unwrap();
            assert_eq!(made.name, name, "{creator}");
            assert_eq!(made.annotations.len(), 1);
        }
    }

    #[test]
    fn words_that_the_article_does_not_have_are_named() {
        let json = file("null", &["Nobody knew why", "The fare rose", "Sundays"]);
        let made = colleague("ana.json", &json, &document()).unwrap();
        assert_eq!(made.lost, ["Sundays"]);
        assert_eq!(made.annotations.len(), 2);
    }

    #[test]
    fn a_file_for_another_article_is_refused() {
        let json = file("null", &["Nobody knew why", "Sundays", "The ferry"]);
        let refused = colleague("ferry.json", &json, &document()).unwrap_err();
        assert!(refused.contains("“ferry.json”"), "{refused}");
        assert!(refused.contains("another article"), "{refused}");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_refused_with_the_place_at_fault() {
        for (json, place) in [("{", "line 1"), ("[{\"type\":\"Annotation\"}]", "$[0]")] {
            let refused = colleague("broken.json", json, &document()).unwrap_err();
            assert!(refused.contains("broken.json"), "{refused}");
            assert!(refused.contains(place), "{refused}");
        }
    }

    #[test]
    fn a_file_in_which_nobody_decided_anything_is_refused() {
        let note = "[{\"type\":\"Annotation\",\"bodyValue\":\"Hm.\",\"target\":{\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"Nobody\"}}}]";
        for json in [note, "[]"] {
            let refused = colleague("ana.json", json, &document()).unwrap_err();
            assert!(refused.contains("was not taken in"), "{refused}");
        }
    }
}
