//! Owns what a marked-up document says of itself: title, byline, date, site, address, language.

use hearsay_text::Metadata;

use crate::Event;
use crate::event::attribute;

/// The metadata in the `head` and elsewhere. Where two places speak, the one that names the article rather than the page
/// wins, then the first.
pub(crate) fn read(events: &[Event]) -> Metadata {
    let mut found = Metadata::default();
    let mut page_title = None;
    for (at, event) in events.iter().enumerate() {
        let Event::Open { tag, attributes } = event else {
            continue;
        };
        let get = |name: &str| attribute(attributes, name);
        match tag.as_str() {
            "html" | "body" | "article" => fill(&mut found.language, get("lang")),
            // The first `title` only: a drawing may have one too.
            "title" if page_title.is_none() => page_title = Some(text_inside(&events[at + 1..])),
            "link" if get("rel") == Some("canonical") => fill(&mut found.url, get("href")),
            "meta" => {
                let name = get("property").or(get("name")).or(get("itemprop"));
                let content = get("content");
                match name.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "og:title" => fill(&mut found.title, content),
                    "author" | "article:author" | "parsely-author" | "byl" => {
                        let named = content.filter(|name| !name.contains("://"));
                        fill(&mut found.byline, named);
                    }
                    "article:published_time" | "datepublished" | "date" | "pubdate" | "dc.date" => {
                        fill(&mut found.date, content);
                    }
                    "og:site_name" => fill(&mut found.site, content),
                    "og:url" => fill(&mut found.url, content),
                    _ => {}
                }
            }
            "time" if get("itemprop") == Some("datePublished") => {
                fill(&mut found.date, get("datetime"));
            }
            _ if get("rel") == Some("author") || get("itemprop") == Some("author") => {
                let name = text_inside(&events[at + 1..]);
                fill(&mut found.byline, Some(&name));
            }
            _ => {}
        }
    }
    found.title = found.title.or(page_title.filter(|title| !title.is_empty()));
    found
}

fn fill(slot: &mut Option<String>, value: Option<&str>) {
    let value = value.map(collapse).filter(|value| !value.is_empty());
    if slot.is_none() {
        *slot = value;
    }
}

/// The words until the element ends whose content `events` begins with.
fn text_inside(events: &[Event]) -> String {
    // Enough for any name or title; a broken page may never close it.
    const MOST: usize = 500;
    let mut text = String::new();
    let mut depth = 0_usize;
    for event in events {
        match event {
            Event::Open { .. } => depth += 1,
            Event::Text(more) => text.push_str(more),
            Event::Close if depth == 0 => break,
            Event::Close => depth -= 1,
        }
        if text.len() > MOST {
            break;
        }
    }
    collapse(&text)
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
