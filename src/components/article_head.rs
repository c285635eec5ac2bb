//! What is known of the open article, over its text: what it says of itself, and where it was had from.

use hearsay_annotate::Timestamp;
use hearsay_text::{Article, Place};
use yew::prelude::*;

use crate::state::lone_address;
use crate::t;

/// The head of an article that was opened first at `opened`; without its title where that stands among the blocks
/// already, `titled`.
pub fn article_head(article: &Article, opened: Timestamp, titled: bool) -> Html {
    let facts = &article.metadata;
    // What is only the name of a file is no headline; it is named below.
    let file = article.provenance.file.as_deref().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let title = facts
        .title
        .as_ref()
        .filter(|title| !titled && *title != stem);
    let modified = facts
        .modified
        .as_ref()
        .filter(|modified| facts.date.as_ref() != Some(*modified));
    let stated = [&facts.byline, &facts.site].into_iter().flatten().cloned();
    let dates = facts.date.as_deref().map(day_of).into_iter();
    let changed = modified.map(|date| t!("article-changed", day = day_of(date)));
    let said = stated.chain(dates).chain(changed);
    html! {
        <header class="article-head">
            if let Some(title) = title {
                <h1 class="title">{ title }</h1>
            }
            <p class="facts">{ for said.map(|fact| html! { <span>{ fact }</span> }) }</p>
            <p class="provenance">{ provenance(article, opened) }</p>
        </header>
    }
}

/// Where it was had from: *From report.pdf, PDF, 12 pages · opened 3 March 2026 · Original*.
fn provenance(article: &Article, opened: Timestamp) -> Html {
    let from = &article.provenance;
    let mut parts: Vec<Html> = Vec::new();
    let host = from.address.as_deref().and_then(host_of);
    let source = from.file.clone().or(host);
    if let Some(source) = source {
        let mut words = t!("article-from", source = source);
        if let Some(format) = &from.format {
            words = [&words, ", ", format].concat();
        }
        if let Some(extent) = extent_of(article) {
            words = [&words, ", ", &extent].concat();
        }
        parts.push(html! { <span>{ words }</span> });
    }
    parts.push(html! { <span>{ t!("article-opened", day = local_day(opened)) }</span> });
    let original = from.address.as_deref().or(article.metadata.url.as_deref());
    if let Some(address) = original.and_then(lone_address) {
        parts.push(html! { <a href={address.to_owned()} target="_blank" rel="noopener noreferrer">{ t!("article-original") }</a> });
    }
    html! { { for parts } }
}

/// How many pages or chapters there are.
fn extent_of(article: &Article) -> Option<String> {
    let last_page = article
        .landmarks
        .iter()
        .rev()
        .find_map(|landmark| match landmark.place {
            Place::Page(number) => Some(number),
            Place::Chapter(_) => None,
        });
    if let Some(pages) = last_page {
        return Some(t!("article-pages", n = pages));
    }
    let n_chapters = article.landmarks.len();
    (n_chapters > 1).then(|| t!("article-chapters", n = n_chapters))
}

fn host_of(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    (!host.is_empty()).then(|| host.to_owned())
}

/// A date as declared, without its time; as it is when it was printed some other way.
fn day_of(date: &str) -> String {
    let is_day = |day: &str| {
        day.bytes().enumerate().all(|(idx, byte)| match idx {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    match date.get(..10) {
        Some(day) if is_day(day) && date.as_bytes().get(10).is_none_or(|byte| *byte == b'T') => {
            day.to_owned()
        }
        _ => date.to_owned(),
    }
}

/// The day of a moment, as the person's browser writes it.
fn local_day(moment: Timestamp) -> String {
    // Milliseconds since 1970 are far below what a float holds exactly.
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(moment.0 as f64));
    date.to_locale_date_string(&crate::words::locale(), &wasm_bindgen::JsValue::UNDEFINED)
        .into()
}

/// The places and posts of an article, beside its text.
pub mod margin {
    use hearsay_text::{Article, Place, Post, Span};
    use yew::prelude::*;

    use crate::state::lone_address;
    use crate::t;

    /// The mark of the page or chapter that begins at a block; it has no text of its own, which would be text of the
    /// article.
    pub fn landmark(article: &Article, block: Span) -> Html {
        let found = article
            .landmarks
            .binary_search_by_key(&block.start, |landmark| landmark.start)
            .ok()
            .and_then(|idx| article.landmarks.get(idx));
        let label = match found.map(|landmark| &landmark.place) {
            Some(Place::Page(number)) => t!("article-page", n = *number),
            Some(Place::Chapter(title)) => title.clone(),
            None => return html! {},
        };
        html! { <div class="landmark" data-label={label.clone()} role="note" aria-label={label} /> }
    }

    /// Who posted the words that end at a block, when, and where.
    pub fn post(article: &Article, block: Span) -> Html {
        let Some(Post {
            author, date, url, ..
        }) = article.posts.iter().find(|post| post.span.end == block.end)
        else {
            return html! {};
        };
        let words = [author.as_deref(), date.as_deref()];
        let words: Vec<_> = words.into_iter().flatten().collect();
        html! {
            <p class="post-source">
                { words.join(" · ") }
                if let Some(address) = url.as_deref().and_then(lone_address) {
                    { " " }<a href={address.to_owned()} target="_blank" rel="noopener noreferrer">{ t!("article-open-post") }</a>
                }
            </p>
        }
    }
}
