//! Owns values in brackets and quotation marks, which YAML, TOML and JSON write much alike.

/// One value and the keys it stands under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scalar {
    /// The outermost key.
    pub(super) owner: String,
    /// The innermost, if there is another.
    pub(super) key: Option<String>,
    /// The value, without its marks.
    pub(super) value: String,
}

/// The scalars of the value that `text` begins with, and its length. `owner` is the key before it; if that is empty, the
/// keys of the outermost braces are.
pub(super) fn scalars(text: &str, owner: &str) -> Option<(Vec<Scalar>, usize)> {
    let mut found: Vec<Scalar> = Vec::new();
    // The key of each open bracket.
    let mut open: Vec<Option<String>> = Vec::new();
    let mut key: Option<String> = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            '[' | '{' => {
                open.push(key.take());
                at += 1;
            }
            ']' | '}' => {
                open.pop()?;
                key = None;
                at += 1;
                if open.is_empty() {
                    return Some((found, at));
                }
            }
            '\n' if open.is_empty() => return Some((found, at)),
            '#' if !open.is_empty() => at += text[at..].find('\n')?,
            c if c.is_whitespace() || c == ',' => at += c.len_utf8(),
            _ => {
                let (value, len) = scalar(&text[at..], !open.is_empty())?;
                at += len;
                let rest = text[at..].trim_start_matches([' ', '\t']);
                if !open.is_empty() && rest.starts_with([':', '=']) {
                    at = text.len() - rest.len() + 1;
                    key = Some(value);
                    continue;
                }
                let mut keys = open.iter().flatten().chain(&key);
                let own = if owner.is_empty() {
                    keys.next().cloned().unwrap_or_default()
                } else {
                    owner.to_owned()
                };
                found.push(Scalar {
                    owner: own,
                    key: keys.next_back().cloned(),
                    value,
                });
                key = None;
                if open.is_empty() {
                    return Some((found, at));
                }
            }
        }
    }
    // An end that never comes.
    (open.is_empty() && !found.is_empty()).then_some((found, at))
}

/// The scalar that `text` begins with, and its length.
fn scalar(text: &str, is_inside: bool) -> Option<(String, usize)> {
    for marks in ["\"\"\"", "'''"] {
        if let Some(rest) = text.strip_prefix(marks) {
            let end = rest.find(marks)?;
            let words: Vec<&str> = rest[..end].split_whitespace().collect();
            return Some((words.join(" "), end + 2 * marks.len()));
        }
    }
    match text.chars().next()? {
        '"' => {
            let mut is_escaped = false;
            let end = text[1..].find(|c| {
                let ends = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                ends
            })?;
            Some((unescaped(&text[1..=end]), end + 2))
        }
        '\'' => {
            let end = single_end(text)?;
            Some((text[1..end].replace("''", "'"), end + 1))
        }
        _ => {
            let line = text.split('\n').next().unwrap_or_default();
            let ends = if is_inside {
                let separator =
                    |at: usize| line[at..].starts_with(": ") || line[at..].starts_with(" =");
                let ends = |(at, c): &(usize, char)| ",]}".contains(*c) || separator(*at);
                line.char_indices().find(ends).map(|(at, _)| at)
            } else {
                line.find(" #")
            };
            let end = ends.unwrap_or(line.len());
            Some((line[..end].trim().to_owned(), end.max(1)))
        }
    }
}

/// Where the mark is that ends the words in single marks which `text` begins with; two of them are one of the words.
fn single_end(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += text[at..].find('\'')?;
        if !text[at + 1..].starts_with('\'') {
            return Some(at);
        }
        at += 2;
    }
}

/// A value by itself without its marks, or without the comment behind it.
pub(super) fn unquoted(value: &str) -> String {
    let whole = |found: &(String, usize)| {
        found.1 == value.len() || value[found.1..].trim_start().starts_with('#')
    };
    if value.starts_with(['"', '\'']) {
        return scalar(value, false)
            .filter(whole)
            .map_or_else(|| value.to_owned(), |(value, _)| value);
    }
    let end = value.find(" #").unwrap_or(value.len());
    value[..end].trim().to_owned()
}

fn unescaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 't' | 'r') => out.push(' '),
            Some('u') => {
                let digits: String = chars.by_ref().take(4).collect();
                let c = u32::from_str_radix(&digits, 16)
                    .ok()
                    .and_then(char::from_u32);
                out.push(c.unwrap_or('\u{fffd}'));
            }
            Some(c) => out.push(c),
            None => out.push('\\'),
        }
    }
    out
}
