//! Owns what is stored of an article: a versioned record of the whole, and a line for the library.

use hearsay_annotate::Timestamp;
use hearsay_annotate::record::{
    self, AnnotationRecord, DocumentRecord, RecordError, VERSION, VersionRecord,
};
use serde::{Deserialize, Serialize};

use crate::state::{ArticleId, Document, LibraryEntry};
use crate::t;

/// An article with its annotations, as stored.
#[derive(Serialize, Deserialize)]
struct StoredDocument {
    /// Version of this record and the one in it; read before the rest.
    version: u32,
    created: u64,
    modified: u64,
    analysed: bool,
    /// The version before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<String>,
    document: DocumentRecord,
}

/// An article's line in the library, as stored.
#[derive(Serialize, Deserialize)]
struct StoredEntry {
    version: u32,
    id: String,
    title: String,
    #[serde(default)]
    site: Option<String>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    url_key: Option<String>,
    #[serde(default)]
    earlier: Option<String>,
    n_quotes: u32,
    n_claims: u32,
    /// Missing in lines of before it was counted.
    #[serde(default)]
    n_suggested: Option<u32>,
    created: u64,
    modified: u64,
    #[serde(default)]
    opened: Option<u64>,
    /// Why the article could not be read when it was last tried.
    #[serde(default)]
    unreadable: Option<String>,
}

/// Annotations that are written before the page has its turn: a few milliseconds of work.
const AT_ONCE: usize = 200;

/// Where the annotations are to be put in a record without any. In the strings of a record, every quotation mark has a
/// backslash before it, so nobody's words look like this.
const NO_ANNOTATIONS: &str = "\"annotations\":[]";

/// The record of `document`, as JSON, made bit by bit: between two bits, `turn` gives the page its turn.
pub(super) async fn write_in_turns<T: Future<Output = ()>>(
    document: &Document,
    turn: impl Fn() -> T,
) -> String {
    let mut bare = document.clone();
    bare.annotations = document.annotations.without_annotations().into();
    let frame = write_document(&bare);
    let Some((head, tail)) = frame.split_once(NO_ANNOTATIONS) else {
        return write_document(document);
    };
    let mut json = [head, "\"annotations\":["].concat();
    for some in document.annotations.shared().chunks(AT_ONCE) {
        turn().await;
        if !json.ends_with('[') {
            json.push(',');
        }
        let records = some.iter().map(|one| AnnotationRecord::from(one.as_ref()));
        let records = records.collect::<Vec<_>>();
        let list = serde_json::to_string(&records).unwrap_or_default();
        json.push_str(list.trim_start_matches('[').trim_end_matches(']'));
    }
    turn().await;
    json.push(']');
    json.push_str(tail);
    json
}

/// The record of `document`, as JSON.
pub(super) fn write_document(document: &Document) -> String {
    let stored = StoredDocument {
        version: VERSION,
        created: document.created.0,
        modified: document.modified.0,
        analysed: document.analysed,
        earlier: document.earlier.as_ref().map(|id| id.0.clone()),
        document: record::Document {
            article: document.article.as_ref().clone(),
            annotations: document.annotations.as_ref().clone(),
        }
        .to_record(),
    };
    // No map in it has keys other than strings.
    serde_json::to_string(&stored).unwrap_or_default()
}

/// The article that a record holds.
///
/// # Errors
///
/// [`RecordError::Newer`] for a record that a newer Hearsay wrote, else why it cannot be read.
pub(super) fn read_document(json: &str) -> Result<Document, RecordError> {
    let unreadable = |error: serde_json::Error| RecordError::Unreadable {
        reason: error.to_string(),
    };
    let version = match version_at_start(json) {
        Some(version) => VersionRecord { version },
        None => serde_json::from_str(json).map_err(unreadable)?,
    };
    version.check()?;
    let stored: StoredDocument = serde_json::from_str(json).map_err(unreadable)?;
    let held = record::Document::from_record(stored.document)?;
    let mut document = Document::new(held.article, Timestamp(stored.created));
    document.modified = Timestamp(stored.modified);
    document.analysed = stored.analysed;
    document.earlier = stored.earlier.map(ArticleId);
    document.annotations = held.annotations.into();
    Ok(document)
}

/// The version of a record that begins with it, as those written here do: the whole need not be read for it.
fn version_at_start(json: &str) -> Option<u32> {
    let rest = json.strip_prefix("{\"version\":")?;
    rest.split(',').next()?.parse().ok()
}

/// A line of the library, as JSON.
pub(super) fn write_entry(entry: &LibraryEntry) -> String {
    let stored = StoredEntry {
        version: VERSION,
        id: entry.id.0.clone(),
        title: entry.title.clone(),
        site: entry.site.clone(),
        date: entry.date.clone(),
        language: entry.language.clone(),
        url_key: entry.url_key.clone(),
        earlier: entry.earlier.as_ref().map(|id| id.0.clone()),
        n_quotes: entry.n_quotes,
        n_claims: entry.n_claims,
        n_suggested: entry.n_suggested,
        created: entry.created.0,
        modified: entry.modified.0,
        opened: Some(entry.opened.0),
        unreadable: entry.unreadable.clone(),
    };
    serde_json::to_string(&stored).unwrap_or_default()
}

/// The line of the library that is stored for `id`; one that cannot be read is listed as such.
pub(super) fn read_entry(id: &str, json: &str) -> LibraryEntry {
    match serde_json::from_str::<StoredEntry>(json) {
        Ok(stored) => LibraryEntry {
            id: ArticleId(id.to_owned()),
            title: stored.title,
            site: stored.site,
            date: stored.date,
            language: stored.language,
            url_key: stored.url_key,
            earlier: stored.earlier.map(ArticleId),
            n_quotes: stored.n_quotes,
            n_claims: stored.n_claims,
            n_suggested: stored.n_suggested,
            created: Timestamp(stored.created),
            modified: Timestamp(stored.modified),
            opened: Timestamp(stored.opened.unwrap_or(stored.modified)),
            unreadable: stored.unreadable,
        },
        Err(_) => unknown_entry(id),
    }
}

/// The line for an article of which nothing is known but that it is there.
pub(super) fn unknown_entry(id: &str) -> LibraryEntry {
    LibraryEntry {
        id: ArticleId(id.to_owned()),
        title: t!("storage-unlisted"),
        site: None,
        date: None,
        language: None,
        url_key: None,
        earlier: None,
        n_quotes: 0,
        n_claims: 0,
        n_suggested: Some(0),
        created: Timestamp(0),
        modified: Timestamp(0),
        opened: Timestamp(0),
        unreadable: Some(t!("storage-damaged-line")),
    }
}

#[cfg(test)]
mod tests {
    use hearsay_annotate::{AnnotationId, TagId};
    use hearsay_text::{Article, Span};

    use super::*;
    use crate::state::Stamp;

    fn tagged() -> Document {
        let article = Article::verbatim("“No,” said Zoë Ruiz. 😀\n\nShe left in 2019.");
        let mut document = Document::new(article, Timestamp(5));
        let stamp = Stamp {
            now: Timestamp(7),
            id: AnnotationId::from_random_bytes([3; 16]),
        };
        let words = vec![Span::new(35, 46)];
        document
            .tag(words, TagId("quantity".into()), stamp)
            .unwrap();
        document
    }

    #[test]
    fn an_article_comes_back_as_it_was_stored() {
        let document = tagged();
        let back = read_document(&write_document(&document)).unwrap();
        assert_eq!(back.id, document.id);
        assert_eq!(back.article, document.article);
        assert_eq!(back.annotations, document.annotations);
        assert_eq!(
            (back.created, back.modified, back.analysed),
            (Timestamp(5), Timestamp(7), false)
        );
        assert_eq!(back.entry(), document.entry());
    }

    #[test]
    fn an_article_written_in_turns_is_the_one_written_at_once() {
        for n in [0, 1, AT_ONCE, 2 * AT_ONCE + 1] {
            let words = "“annotations”: [], \"annotations\":[] ".repeat(2 * n + 1);
            let mut document = Document::new(Article::verbatim(&words), Timestamp(5));
            for nth in 0..n {
                let mut id = [7; 16];
                id[..8].copy_from_slice(&nth.to_le_bytes());
                let stamp = Stamp {
                    now: Timestamp(7),
                    id: AnnotationId::from_random_bytes(id),
                };
                let start = u32::try_from(20 * nth).unwrap();
                // Any words will do, if they begin and end between letters.
                let target = vec![Span::new(start, start + 40)];
                document.tag(target, TagId("a]".into()), stamp).unwrap();
            }
            let turns = std::cell::Cell::new(0);
            let mut writing = std::pin::pin!(write_in_turns(&document, || {
                turns.set(turns.get() + 1);
                std::future::ready(())
            }));
            let mut context = std::task::Context::from_waker(std::task::Waker::noop());
            let std::task::Poll::Ready(json) = writing.as_mut().poll(&mut context) else {
                panic!("nothing was waited for");
            };
            assert_eq!(json, write_document(&document), "{n} annotations");
            assert_eq!(turns.get(), n.div_ceil(AT_ONCE) + 1);
        }
    }

    #[test]
    fn a_record_of_a_newer_version_is_named_as_such_whatever_else_is_in_it() {
        for newer in [
            r#"{"version": 99, "shape": "unheard of"}"#,
            r#"{"version":99,"shape":"unheard of"}"#,
            r#"{"shape":"unheard of","version":99}"#,
        ] {
            assert_eq!(
                read_document(newer).unwrap_err(),
                RecordError::Newer { found: 99 }
            );
        }
    }

    #[test]
    fn a_damaged_record_is_an_error_and_a_damaged_line_is_listed() {
        let json = write_document(&tagged());
        assert!(read_document(&json[..json.len() / 2]).is_err());
        assert!(read_document("").is_err());
        assert!(read_entry("urn:uuid:1", "{").unreadable.is_some());
    }

    #[test]
    fn a_line_of_the_library_comes_back_as_it_was_stored() {
        let entry = tagged().entry();
        assert_eq!(read_entry(&entry.id.0, &write_entry(&entry)), entry);
    }
}
