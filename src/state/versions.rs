//! The same article, later: which addresses are one, what is carried over to a newer version, and what changed.

use std::rc::Rc;

use hearsay_annotate::compare::{Comparison, Version, compare};
use hearsay_annotate::{Annotation, AnnotationSet, Body, Rebase, Status, Timestamp, is_touched};
use hearsay_text::Article;

use super::{ArticleId, Document, Settings, Shown};
use crate::t;

/// Parameters of addresses that say how a reader came, and not what they read.
const WAYS_IN: [&str; 12] = [
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "cmpid",
    "ref",
    "ref_src",
    "amp",
    "outputtype",
];

/// What is the same for all addresses of one article: without scheme, `www.`, trailing slash, fragment, parameters that
/// only say how the reader came, and the marks of AMP variants. `None` for what is no web address.
#[must_use]
pub fn url_key(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let host = host.trim_end_matches(":80").trim_end_matches(":443");
    let mut host = host.trim_end_matches('.');
    let mut path = path;
    // AMP caches put the address of the article behind their own.
    if let Some((_, cached)) = path.split_once("amp/s/")
        && host.starts_with("www.google.")
        && let Some((cached_host, cached_path)) = cached.split_once('/')
    {
        (host, path) = (cached_host, cached_path);
    }
    for lead in ["www.", "amp.", "m.", "mobile."] {
        // What is left must be an address still.
        host = host
            .strip_prefix(lead)
            .filter(|rest| rest.contains('.'))
            .unwrap_or(host);
    }
    if host.is_empty() {
        return None;
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let mut parts = parts.as_slice();
    if let [rest @ .., "amp" | "index.html" | "index.php" | "amp.html"] = parts {
        parts = rest;
    }
    if let ["amp", rest @ ..] = parts
        && !rest.is_empty()
    {
        parts = rest;
    }
    let mut key = [host, "/", &parts.join("/")].concat();
    if let Some(shorter) = key.strip_suffix(".amp").or(key.strip_suffix(".amp.html")) {
        key.truncate(shorter.len());
    }
    let mut told: Vec<&str> = Vec::new();
    for pair in query.split('&') {
        let name = pair
            .split('=')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if !name.is_empty() && !name.starts_with("utm_") && !WAYS_IN.contains(&name.as_str()) {
            // In order, because it makes no difference.
            let nth = told.partition_point(|known| *known < pair);
            told.insert(nth, pair);
        }
    }
    if !told.is_empty() {
        key.push('?');
        key.push_str(&told.join("&"));
    }
    let key = key.trim_end_matches('/');
    Some(key.to_owned())
}

/// What was carried over to a newer version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Annotations of a person's that found their words again.
    pub found: usize,
    /// Those whose words are gone; they stay in the old version.
    pub orphans: usize,
}

impl Document {
    /// Takes over what a person made in an earlier version of the article: tags, notes, decisions, edited quotes, with
    /// their dates, the tag set and what is known of speakers. What the engine suggested it suggests anew.
    pub fn carry_over(&mut self, earlier: &Document) -> Carried {
        let rebase = Rebase::new(&earlier.article.text, &self.article.text);
        let mut carried = Carried::default();
        let set = Rc::make_mut(&mut self.annotations);
        set.set_tag_set(earlier.tag_set().clone());
        for (speaker, profile) in earlier.annotations.cast().iter() {
            set.describe(speaker, Some(profile.clone()));
        }
        for annotation in earlier.annotations.iter().filter(|one| is_touched(one)) {
            let rebased = rebase.annotation(annotation);
            if rebased.is_some_and(|rebased| set.insert(rebased.annotation).is_ok()) {
                carried.found += 1;
            } else {
                carried.orphans += 1;
            }
        }
        self.earlier = Some(earlier.id.clone());
        self.revision += 1;
        carried
    }
}

/// Whether two articles are compared, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Comparing {
    /// None are.
    #[default]
    Nothing,
    /// They are being fetched and compared.
    Working,
    /// They cannot be; why, and what to do.
    Failed(String),
    /// They were.
    Ready(Rc<Compared>),
}

/// Two versions of an article, and what changed from one to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The one before.
    pub old: Side,
    /// The one after.
    pub new: Side,
    /// What changed.
    pub comparison: Comparison,
    /// What a person made in the old version whose words the new one has not.
    pub orphans: Vec<Orphan>,
}

/// An article that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Which.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Its date, as printed: that of the last change if it says one.
    pub date: Option<String>,
    /// When it was opened first.
    pub created: Timestamp,
    /// The article.
    pub article: Rc<Article>,
}

/// An annotation of a person's whose words are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// What it says: the tag, or what it is.
    pub label: String,
    /// Its words in the old version.
    pub words: String,
    /// The note.
    pub note: String,
    /// First byte of the words.
    pub start: u32,
}

impl Side {
    fn of(document: &Document) -> Self {
        let metadata = &document.article.metadata;
        Self {
            id: document.id.clone(),
            title: document.title(),
            date: metadata.modified.clone().or_else(|| metadata.date.clone()),
            created: document.created,
            article: Rc::clone(&document.article),
        }
    }
}

impl Compared {
    /// Compares two documents, going by what is shown to somebody who has set nothing.
    #[must_use]
    pub fn new(old: &Document, new: &Document) -> Self {
        let settings = Settings::default();
        let (old_shown, new_shown) = (Shown::new(old, &settings), Shown::new(new, &settings));
        let shows_old = |annotation: &Annotation| old_shown.shows(annotation);
        let shows_new = |annotation: &Annotation| new_shown.shows(annotation);
        let rebase = Rebase::new(&old.article.text, &new.article.text);
        let comparison = compare(
            Version {
                article: &old.article,
                annotations: &old.annotations,
                shown: &shows_old,
            },
            Version {
                article: &new.article,
                annotations: &new.annotations,
                shown: &shows_new,
            },
            &rebase,
        );
        Self {
            orphans: orphans(old, &old.annotations, &rebase),
            old: Side::of(old),
            new: Side::of(new),
            comparison,
        }
    }

    /// What changed, in a few words: *3 quotes changed*.
    #[must_use]
    pub fn summary(&self) -> String {
        let n_quotes = self.comparison.quotes.len();
        let n_blocks = self.comparison.blocks.len();
        match (n_quotes, n_blocks) {
            (0, 0) if self.comparison.fields.is_empty() => t!("versions-nothing"),
            (0, 0) => t!("versions-fields"),
            (0, _) => t!("versions-text"),
            (n, _) => t!("versions-quotes", n = n),
        }
    }
}

fn orphans(document: &Document, set: &AnnotationSet, rebase: &Rebase) -> Vec<Orphan> {
    let made = set
        .iter()
        .filter(|one| is_touched(one) && one.status != Status::Rejected);
    made.filter(|annotation| rebase.annotation(annotation).is_none())
        .map(|annotation| {
            let words: Vec<_> = annotation
                .target
                .iter()
                .map(|span| document.article.slice(*span))
                .collect();
            let (label, note) = match &annotation.body {
                Body::Claim(claim) => (document.tag_set().labels(&claim.tags), claim.note.as_str()),
                Body::Quote(_) => (t!("versions-quote"), ""),
                Body::Note(note) => (t!("versions-note"), note.as_str()),
            };
            Orphan {
                label,
                words: words.join(" … "),
                note: note.to_owned(),
                start: annotation.target.first().map_or(0, |span| span.start),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_article_have_one_key() {
        for url in [
            "https://www.example.org/news/ferry",
            "http://example.org/news/ferry/",
            "HTTPS://WWW.EXAMPLE.ORG/news/ferry#comments",
            "https://example.org:443/news/ferry?utm_source=mail&utm_medium=x&fbclid=9",
            "https://amp.example.org/news/ferry",
            "https://m.example.org/news/ferry?amp=1",
            "https://example.org/amp/news/ferry",
            "https://example.org/news/ferry/amp/",
            "https://example.org/news/ferry.amp",
            "https://www.google.com/amp/s/www.example.org/news/ferry",
            " https://example.org/news/ferry/index.html ",
        ] {
            assert_eq!(
                url_key(url).as_deref(),
                Some("example.org/news/ferry"),
                "{url}"
            );
        }
        assert_eq!(
            url_key("https://www.example.org/").as_deref(),
            Some("example.org")
        );
    }

    #[test]
    fn addresses_of_others_have_others() {
        let key = |url: &str| url_key(url);
        assert_ne!(
            key("https://example.org/a?id=1"),
            key("https://example.org/a?id=2")
        );
        assert_eq!(
            key("https://example.org/a?b=2&a=1"),
            key("https://example.org/a?a=1&b=2")
        );
        assert_ne!(
            key("https://example.org/News"),
            key("https://example.org/news")
        );
        assert_ne!(
            key("https://news.example.org/a"),
            key("https://example.org/a")
        );
        for no_address in [
            "",
            "about:blank",
            "file:///a.html",
            "mailto:a@b.c",
            "https://",
            "/news/ferry",
            "https://#",
        ] {
            assert_eq!(url_key(no_address), None, "{no_address}");
        }
    }
}
