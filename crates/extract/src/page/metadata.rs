//! Owns what is known of a page's article: title, author line, dates, site, address, language.
//!
//! Where places speak against each other, JSON-LD is believed before OpenGraph, that before other `meta` elements, those
//! before what the page shows. Names of several authors are joined as *A, B, C*.

use hearsay_text::Metadata;

use super::address::Base;
use super::json_ld::{self, Said};
use super::scan::{Scan, Trust};
use super::words::{normal, plain, similar};
use super::{byline, title};

/// What the page says, and whether it says that it is not free to read.
pub(super) struct Known {
    pub(super) metadata: Metadata,
    pub(super) is_closed: bool,
    /// It says that it is an article, rather than a list of them.
    pub(super) is_article: bool,
}

pub(super) fn decide(scan: &Scan<'_>, base: &Base<'_>) -> Known {
    let og_title = meta(scan, &["og:title"]);
    let titles: Vec<&str> = scan
        .headlines
        .iter()
        .chain(&og_title)
        .chain(&scan.title)
        .map(String::as_str)
        .collect();
    let said = json_ld::read(&scan.json_ld, &titles);
    let site = site(scan, &said);
    let language = language(scan, &said);
    let metadata = Metadata {
        title: title::decide(
            scan,
            said.title.as_deref(),
            og_title.as_deref(),
            site.as_deref(),
        ),
        byline: authors(scan, &said, site.as_deref()),
        date: said
            .date
            .clone()
            .or_else(|| meta(scan, &PUBLISHED))
            .or_else(|| shown_date(scan)),
        modified: said.modified.clone().or_else(|| meta(scan, &MODIFIED)),
        url: url(scan, &said, base),
        site,
        language,
    };
    let declares = said.is_article
        || meta(scan, &["og:type"]).is_some_and(|kind| kind == "article")
        || meta(scan, &["article:published_time", "citation_title"]).is_some();
    Known {
        is_article: declares,
        metadata,
        is_closed: said.is_closed
            || meta(scan, &["article:content_tier"]).is_some_and(|tier| tier == "locked"),
    }
}

const PUBLISHED: [&str; 26] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.available",
    "dc.date",
    "dc.date.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "pub_date",
    "date",
    "weibo:article:create_at",
];

const MODIFIED: [&str; 10] = [
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
];

const AUTHORS: [&str; 16] = [
    // Who writes names with a colon knows which vocabulary they are of.
    "dc:creator",
    "dcterms:creator",
    "article:author",
    "og:article:author",
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "creator",
    "twitter:data1:author",
    "cxenseparse:author",
];

/// The content of the first of `names` that has one, the names in order of trust.
pub(super) fn meta(scan: &Scan<'_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        scan.metas
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, content)| plain(content))
            .filter(|content| !content.is_empty())
    })
}

fn authors(scan: &Scan<'_>, said: &Said, site: Option<&str>) -> Option<String> {
    let join = |names: Vec<String>| byline::join(&names);
    let clean = |lines: &[String]| {
        let mut names: Vec<String> = Vec::new();
        for name in lines.iter().flat_map(|line| byline::names(line)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    };
    // The site itself, or a name to log in with.
    let is_poor = |names: &[String]| {
        names.len() == 1
            && (site.is_some_and(|site| normal(site) == normal(&names[0]))
                || !names[0].contains(' ') && names[0].bytes().any(|byte| byte.is_ascii_digit()))
    };
    let mut second_best = None;
    let from_json = clean(&said.authors);
    if !from_json.is_empty() {
        if !is_poor(&from_json) {
            return join(from_json);
        }
        second_best = Some(from_json);
    }
    for wanted in AUTHORS {
        let lines: Vec<String> = scan
            .metas
            .iter()
            .filter(|(name, content)| name == wanted && !content.starts_with("http"))
            .map(|(_, content)| in_order(content, wanted))
            .collect();
        let names = clean(&lines);
        if names.is_empty() {
            continue;
        }
        if !is_poor(&names) {
            return join(names);
        }
        second_best.get_or_insert(names);
    }
    shown_authors(scan)
        .and_then(join)
        .or_else(|| second_best.and_then(join))
}

/// Libraries write the last name first.
fn in_order(name: &str, from: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if from.starts_with("citation") && !first.contains(',') => {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    }
}

/// The names in author lines that the page shows: all that are declared, else the first that is named so.
fn shown_authors(scan: &Scan<'_>) -> Option<Vec<String>> {
    let mut declared: Vec<String> = Vec::new();
    for (trust, line) in &scan.bylines {
        if *trust == Trust::Declared {
            for name in byline::names(line) {
                if !declared.contains(&name) && declared.len() < 10 {
                    declared.push(name);
                }
            }
        }
    }
    if !declared.is_empty() {
        return Some(declared);
    }
    let lines = || scan.bylines.iter().map(|(_, line)| byline::names(line));
    let is_likely = |names: &Vec<String>| {
        !names.is_empty() && names.iter().all(|name| byline::looks_like_name(name))
    };
    lines()
        .find(is_likely)
        .or_else(|| lines().find(|names| !names.is_empty()))
}

fn shown_date(scan: &Scan<'_>) -> Option<String> {
    let best = scan
        .dates
        .iter()
        .filter(|(_, words)| words.bytes().any(|byte| byte.is_ascii_digit()))
        .min_by_key(|(trust, _)| *trust)?;
    Some(plain(&best.1))
}

fn site(scan: &Scan<'_>, said: &Said) -> Option<String> {
    said.site
        .clone()
        .or_else(|| {
            meta(
                scan,
                &[
                    "og:site_name",
                    "application-name",
                    "apple-mobile-web-app-title",
                    "dc.publisher",
                    "dcterms.publisher",
                    "citation_journal_title",
                    "publisher",
                    "cre",
                ],
            )
        })
        .filter(|site| site.chars().count() <= 100)
}

fn url(scan: &Scan<'_>, said: &Said, base: &Base<'_>) -> Option<String> {
    let og = meta(scan, &["og:url"]);
    // Some sites call their front page canonical for every page.
    let is_front = |address: &str| {
        let path = address.split_once("//").map_or(address, |(_, rest)| rest);
        path.split_once('/').is_none_or(|(_, path)| path.is_empty())
    };
    let candidates = [
        scan.canonical.clone(),
        said.url.clone(),
        og,
        meta(
            scan,
            &["twitter:url", "parsely-link", "citation_fulltext_html_url"],
        ),
    ];
    let mut resolved = candidates
        .iter()
        .flatten()
        .filter_map(|address| base.resolve(address))
        .filter(|address| !address.starts_with("file:"))
        .collect::<Vec<_>>();
    resolved.sort_by_key(|address| is_front(address));
    resolved.into_iter().next()
}

fn language(scan: &Scan<'_>, said: &Said) -> Option<String> {
    let candidates = [
        said.language.clone(),
        scan.language.clone(),
        meta(scan, &["og:locale"]),
        meta(
            scan,
            &[
                "content-language",
                "dc.language",
                "dcterms.language",
                "language",
            ],
        ),
    ];
    candidates.into_iter().flatten().find_map(|tag| {
        let tag = tag.trim().replace('_', "-");
        let first = tag.split(',').next().unwrap_or_default().trim().to_owned();
        let valid = (2..=35).contains(&first.len())
            && first
                .split('-')
                .next()
                .is_some_and(|part| (2..=3).contains(&part.len()))
            && first
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        valid.then_some(first)
    })
}

/// Whether `heading` says no more than the title.
pub(super) fn is_title(heading: &str, title: Option<&str>) -> bool {
    title.is_some_and(|title| similar(heading, title))
}
