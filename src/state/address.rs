//! Owns what counts as a web address in what people paste, type and share, and how one goes through a proxy of theirs.

/// The longest address that is looked at, in bytes; browsers show no longer ones.
const LONGEST: usize = 2_048;

/// The address that `text` is and nothing else, as it is pasted or dropped.
#[must_use]
pub fn lone_address(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_one = text.len() <= LONGEST && !text.contains(char::is_whitespace);
    (is_one && has_web_scheme(text)).then_some(text)
}

/// The address that somebody typed, with the scheme that they left out. Whether it is a good one is for the browser to
/// say.
#[must_use]
pub fn typed_address(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(address) = lone_address(text) {
        return Some(address.to_owned());
    }
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains([':', '@', ' ']);
    let is_whole = text.len() <= LONGEST && !text.contains(char::is_whitespace);
    (is_host && is_whole).then(|| ["https://", text].concat())
}

/// The first address of a `text/uri-list` (RFC 2483, section 5), if it is one of the web and the only one.
#[must_use]
pub fn listed_address(list: &str) -> Option<&str> {
    let mut lines = list
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let first = lines.next()?;
    lines
        .next()
        .is_none()
        .then(|| lone_address(first))
        .flatten()
}

/// What was shared with the installed app: an address to open, else words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// An address.
    Address(String),
    /// Words.
    Text(String),
}

/// What somebody shared. Many apps put the address into the text, behind some words about it.
#[must_use]
pub fn shared(title: &str, text: &str, url: &str) -> Option<Shared> {
    if let Some(address) = lone_address(url) {
        return Some(Shared::Address(address.to_owned()));
    }
    let mut addresses = text.split_whitespace().filter_map(lone_address);
    if let (Some(address), None) = (addresses.next(), addresses.next()) {
        // An article has more words than a note about a link.
        if text.split_whitespace().count() <= 60 {
            return Some(Shared::Address(address.to_owned()));
        }
    }
    let parts: Vec<_> = [title, text]
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| Shared::Text(parts.join("\n\n")))
}

/// The address at which a person's own proxy has `address`: `{url}` in the template stands for it, percent-encoded; a
/// template without one is put before it.
#[must_use]
pub fn proxied(template: &str, address: &str) -> String {
    if template.contains("{url}") {
        return template.replace("{url}", &encoded(address));
    }
    [template, address].concat()
}

/// Whether a template may be that of a proxy: one of the web.
#[must_use]
pub fn is_proxy(template: &str) -> bool {
    lone_address(template).is_some() && !template.contains(';')
}

fn has_web_scheme(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && text.len() > scheme.len()
    })
}

/// Percent-encoding of all but unreserved characters (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_alone_is_an_address_and_one_among_words_is_text() {
        for address in ["https://example.com/a?b=c#d", " HTTP://Example.com\n"] {
            assert_eq!(lone_address(address), Some(address.trim()), "{address}");
        }
        for text in [
            "see https://example.com",
            "https://",
            "ftp://example.com",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(lone_address(text), None, "{text}");
        }
    }

    #[test]
    fn a_typed_address_may_lack_its_scheme() {
        assert_eq!(
            typed_address("example.com/news").as_deref(),
            Some("https://example.com/news")
        );
        assert_eq!(
            typed_address("http://localhost:8000/a").as_deref(),
            Some("http://localhost:8000/a")
        );
        for nonsense in [
            "",
            "news",
            "javascript:alert(1).x",
            "a b.c",
            "me@example.com",
        ] {
            assert_eq!(typed_address(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_dropped_list_counts_when_it_names_one_address() {
        assert_eq!(
            listed_address("# a link\r\nhttps://example.com/\r\n"),
            Some("https://example.com/")
        );
        assert_eq!(
            listed_address("https://example.com/\nhttps://example.org/"),
            None
        );
        assert_eq!(listed_address("file:///a.html"), None);
    }

    #[test]
    fn what_is_shared_is_an_address_wherever_it_stands_else_words() {
        let address = |text: &str| Some(Shared::Address(text.to_owned()));
        assert_eq!(
            shared("News", "", "https://example.com/a"),
            address("https://example.com/a")
        );
        assert_eq!(
            shared("News", "Read this: https://example.com/a", ""),
            address("https://example.com/a")
        );
        assert_eq!(
            shared("News", "It is safe, she said.", ""),
            Some(Shared::Text("News\n\nIt is safe, she said.".to_owned()))
        );
        assert_eq!(shared(" ", "", ""), None);
    }

    #[test]
    fn a_proxy_gets_the_address_where_its_template_says() {
        let address = "https://example.com/a?b=1&c";
        assert_eq!(
            proxied("https://p.example/?to={url}&x", address),
            "https://p.example/?to=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1%26c&x"
        );
        assert_eq!(
            proxied("https://p.example/", address),
            "https://p.example/https://example.com/a?b=1&c"
        );
        assert!(is_proxy("https://p.example/{url}"));
        assert!(!is_proxy("p.example") && !is_proxy(""));
    }
}
