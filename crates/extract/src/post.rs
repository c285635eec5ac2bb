//! Owns embedded posts of social networks as events tell them: which elements are posts, who wrote them, when, where.

use crate::Event;
use crate::event::attribute;

/// The class that this crate's own readers give to posts.
pub(crate) const POST_CLASS: &str = "hearsay-post";

/// What is known of a post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) url: Option<String>,
}

/// Whether one of the classes is what social networks give to the posts that pages embed.
pub(crate) fn is_post_class(class: &str) -> bool {
    class.split_whitespace().any(|name| {
        matches!(
            name,
            POST_CLASS
                | "twitter-tweet"
                | "twitter-video"
                | "instagram-media"
                | "tiktok-embed"
                | "bluesky-embed"
                | "mastodon-embed"
                | "reddit-embed-bq"
                | "reddit-card"
                | "fb-post"
                | "fb-xfbml-parse-ignore"
                | "text-post-media"
        )
    })
}

/// Whether an address is that of one post.
pub(crate) fn is_post_address(address: &str) -> bool {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_prefix("mobile.").unwrap_or(host);
    match host {
        "twitter.com" | "x.com" => path.contains("/status/"),
        "bsky.app" => path.contains("/post/"),
        "instagram.com" => path.starts_with("p/") || path.starts_with("reel/"),
        "tiktok.com" => path.contains("/video/"),
        "facebook.com" => {
            path.contains("/posts/") || path.contains("/videos/") || path.contains("story_fbid")
        }
        "threads.net" | "threads.com" => path.contains("/post/"),
        "reddit.com" => path.contains("/comments/"),
        "truthsocial.com" => {
            path.contains("/posts/") || path.starts_with('@') && path.contains('/')
        }
        "t.me" => path.contains('/'),
        // Mastodon runs anywhere: an account, then a number.
        _ => {
            path.starts_with('@')
                && path
                    .split('/')
                    .nth(1)
                    .is_some_and(|id| id.len() > 5 && id.bytes().all(|byte| byte.is_ascii_digit()))
        }
    }
}

/// A date in words and its time are at most so long, in bytes; what is longer is the post itself.
const LONGEST_DATE: usize = 40;

/// Words of the post under one link or element.
struct Piece<'a> {
    start: usize,
    end: usize,
    address: Option<&'a str>,
    class: Option<&'a str>,
}

/// What the post says of itself whose events are `events`, the first of them its own.
pub(crate) fn about(events: &[Event]) -> About {
    let mut flat = String::new();
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut open: Vec<Option<Piece<'_>>> = Vec::new();
    let mut found = About::default();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Open { tag, attributes } => {
                let get = |name: &str| {
                    attribute(attributes, name)
                        .map(str::trim)
                        .filter(|value| !value.is_empty())
                };
                if at == 0 || tag == "blockquote" {
                    found.author = found
                        .author
                        .take()
                        .or_else(|| get("data-author").map(str::to_owned));
                    found.date = found
                        .date
                        .take()
                        .or_else(|| get("data-date").map(str::to_owned));
                    let address = [
                        "data-url",
                        "cite",
                        "data-href",
                        "data-instgrm-permalink",
                        "data-text-post-permalink",
                    ];
                    let address = address.iter().find_map(|name| get(name));
                    found.url = found.url.take().or_else(|| address.map(str::to_owned));
                }
                if tag == "time" {
                    found.date = found
                        .date
                        .take()
                        .or_else(|| get("datetime").map(str::to_owned));
                }
                if crate::builder::is_block(tag) || tag == "br" {
                    flat.push(' ');
                }
                let class = get("class").filter(|class| matches!(*class, "who" | "handle"));
                let class = if tag == "time" { Some("time") } else { class };
                let is_piece = class.is_some() || tag == "a";
                open.push(is_piece.then(|| Piece {
                    start: flat.len(),
                    end: 0,
                    address: get("href"),
                    class,
                }));
            }
            Event::Text(text) => {
                for c in text.chars() {
                    match c {
                        c if !c.is_whitespace() => flat.push(c),
                        _ if !flat.ends_with(' ') => flat.push(' '),
                        _ => {}
                    }
                }
            }
            Event::Close => {
                if let Some(Some(mut piece)) = open.pop() {
                    piece.end = flat.len();
                    pieces.push(piece);
                }
            }
        }
    }
    sign(&flat, &pieces, found)
}

/// Fills in what the words tell: the signature below the post, links to it, elements named for it.
fn sign(flat: &str, pieces: &[Piece<'_>], mut found: About) -> About {
    let words = |piece: &Piece<'_>| flat.get(piece.start..piece.end).unwrap_or_default().trim();
    let of_class = |class: &str| {
        pieces
            .iter()
            .filter(move |piece| piece.class == Some(class))
            .map(words)
            .find(|words| !words.is_empty())
    };
    let link = pieces
        .iter()
        .rev()
        .find(|piece| piece.address.is_some_and(is_post_address));
    if let Some(link) = link {
        found.url = found.url.or_else(|| link.address.map(str::to_owned));
        let says_when = words(link).bytes().any(|byte| byte.is_ascii_digit())
            && words(link).len() <= LONGEST_DATE;
        found.date = found
            .date
            .or_else(|| says_when.then(|| words(link).to_owned()));
    }
    found.date = found.date.or_else(|| of_class("time").map(str::to_owned));
    // Mostly the link ends the signature.
    let end = link.map_or(flat.len(), |link| link.start);
    let before = flat.get(..end).unwrap_or(flat);
    found.author = found
        .author
        .or_else(|| signature(before))
        .or_else(|| named(of_class("who"), of_class("handle")))
        .or_else(|| {
            let handle = |piece: &&Piece<'_>| {
                words(piece).starts_with('@') || words(piece).starts_with("u/")
            };
            pieces
                .iter()
                .find(handle)
                .map(|piece| words(piece).to_owned())
        })
        .map(|author| {
            author
                .trim_end_matches([',', '·', ':', '|', ' '])
                .trim()
                .to_owned()
        })
        .filter(|author| !author.is_empty() && author.chars().count() <= 120);
    found
}

/// *— Ana Ruiz (@ana)*, *A post shared by Ana Ruiz (@ana)*, *Posted by Ana Ruiz on*.
fn signature(before: &str) -> Option<String> {
    for (mark, ends) in [
        ("shared by ", None),
        ("osted by ", Some(" on")),
        ("ost by ", Some(" on")),
        ("— ", None),
        ("― ", None),
        ("– ", None),
    ] {
        let Some(at) = before.rfind(mark) else {
            continue;
        };
        let mut author = before[at + mark.len()..].trim();
        if let Some(end) = ends {
            author = author.split(&format!("{end} ")).next().unwrap_or(author);
            author = author.strip_suffix(end).unwrap_or(author);
        }
        if !author.is_empty() && author.chars().count() <= 100 {
            return Some(author.to_owned());
        }
    }
    None
}

fn named(author: Option<&str>, handle: Option<&str>) -> Option<String> {
    match (author, handle) {
        (Some(author), Some(handle)) if !author.contains(handle) => {
            Some(format!("{author} ({})", handle.trim_matches(['(', ')'])))
        }
        (author, handle) => author.or(handle).map(str::to_owned),
    }
}
