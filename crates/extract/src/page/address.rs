//! Owns addresses: relative ones made whole against that of the page (RFC 3986, section 5, for `http` and `https`).

/// What addresses are resolved against.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Base<'a> {
    /// `https:`.
    scheme: &'a str,
    /// `//daily.test`.
    authority: &'a str,
    /// `/news/dam.html`, without question mark and hash.
    path: &'a str,
    /// With them.
    whole: &'a str,
}

impl<'a> Base<'a> {
    /// Of an absolute `http` or `https` address; of any other nothing is resolved.
    pub(super) fn new(address: &'a str) -> Self {
        let address = address.trim();
        let Some(colon) = address.find(':') else {
            return Self::default();
        };
        let (scheme, rest) = address.split_at(colon + 1);
        if !is_web(scheme) || !rest.starts_with("//") {
            return Self::default();
        }
        let end = rest[2..]
            .find(['/', '?', '#'])
            .map_or(rest.len(), |at| at + 2);
        let (authority, tail) = rest.split_at(end);
        let path = &tail[..tail.find(['?', '#']).unwrap_or(tail.len())];
        Self {
            scheme,
            authority,
            path,
            whole: address,
        }
    }

    /// `address` made whole; as it is where there is nothing to resolve it against; `None` for what is no address: none
    /// at all, scripts, data.
    pub(super) fn resolve(&self, address: &str) -> Option<String> {
        let address = address.trim();
        if address.is_empty() {
            return None;
        }
        if let Some(scheme) = scheme_of(address) {
            let harmful = ["javascript:", "data:", "vbscript:", "blob:"];
            let is_harmful = harmful.iter().any(|one| scheme.eq_ignore_ascii_case(one));
            return (!is_harmful).then(|| address.to_owned());
        }
        if self.authority.is_empty() {
            return Some(address.to_owned());
        }
        let Self {
            scheme,
            authority,
            path,
            whole,
        } = self;
        Some(if address.starts_with("//") {
            format!("{scheme}{address}")
        } else if address.starts_with('#') {
            let whole = &whole[..whole.find('#').unwrap_or(whole.len())];
            format!("{whole}{address}")
        } else if address.starts_with('?') {
            format!("{scheme}{authority}{path}{address}")
        } else {
            let cut = address.find(['?', '#']).unwrap_or(address.len());
            let (relative, tail) = address.split_at(cut);
            let folder = if relative.starts_with('/') {
                ""
            } else {
                &path[..path.rfind('/').map_or(0, |at| at + 1)]
            };
            let path = without_dots(folder, relative);
            format!("{scheme}{authority}{path}{tail}")
        })
    }
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http:") || scheme.eq_ignore_ascii_case("https:")
}

/// The scheme with its colon.
fn scheme_of(address: &str) -> Option<&str> {
    let colon = address.find(':')?;
    let scheme = &address[..colon];
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| {
            c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '\t' | '\n' | '\r')
        });
    valid.then(|| &address[..=colon])
}

/// A path without `.` and `..`, by RFC 3986, section 5.2.4.
fn without_dots(folder: &str, relative: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = folder
        .split('/')
        .filter(|one| !one.is_empty())
        .chain(relative.strip_prefix('/').unwrap_or(relative).split('/'))
        .peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." if is_last => kept.push(""),
            "." => {}
            ".." => {
                kept.pop();
                if is_last {
                    kept.push("");
                }
            }
            segment => kept.push(segment),
        }
    }
    let mut path = String::new();
    for segment in kept {
        path.push('/');
        path.push_str(segment);
    }
    if path.is_empty() {
        path.push('/');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_are_made_whole() {
        let base = Base::new("https://daily.test/news/2024/dam.html?p=1#top");
        let resolved = |address: &str| base.resolve(address).unwrap_or_default();
        assert_eq!(resolved("a.html"), "https://daily.test/news/2024/a.html");
        assert_eq!(resolved("../a?b=c/.."), "https://daily.test/news/a?b=c/..");
        assert_eq!(resolved("/x/./y/"), "https://daily.test/x/y/");
        assert_eq!(resolved("../../../.."), "https://daily.test/");
        assert_eq!(resolved("//other.test/a"), "https://other.test/a");
        assert_eq!(resolved("?q"), "https://daily.test/news/2024/dam.html?q");
        assert_eq!(
            resolved("#n1"),
            "https://daily.test/news/2024/dam.html?p=1#n1"
        );
        assert_eq!(resolved("mailto:a@b.test"), "mailto:a@b.test");
        assert_eq!(
            Base::new("https://daily.test").resolve("a").as_deref(),
            Some("https://daily.test/a")
        );
    }

    #[test]
    fn without_an_address_of_the_page_they_stay_as_they_are() {
        for page in ["", "file.html", "about:blank", "file:///tmp/x.html"] {
            assert_eq!(
                Base::new(page).resolve("/a").as_deref(),
                Some("/a"),
                "{page}"
            );
        }
    }

    #[test]
    fn scripts_are_no_addresses() {
        let base = Base::new("https://daily.test/");
        for address in [
            "javascript:void(0)",
            " JavaScript:x",
            "data:text/html,x",
            "",
        ] {
            assert_eq!(base.resolve(address), None, "{address}");
        }
    }
}
