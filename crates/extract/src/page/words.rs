//! Owns small questions about words: are two titles one, what does text from an attribute read like without entities.

/// `text` without markup and entities, white space collapsed: what people write into JSON and attributes.
pub(super) fn plain(text: &str) -> String {
    let decoded = if text.contains('&') {
        // Some pages escape twice.
        entities(&entities(text))
    } else {
        text.to_owned()
    };
    let untagged = if decoded.contains('<') {
        without_tags(&decoded)
    } else {
        decoded
    };
    untagged.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_tags(text: &str) -> String {
    const TAGS: [&str; 14] = [
        "em", "i", "b", "strong", "span", "p", "br", "a", "sup", "sub", "q", "cite", "u", "div",
    ];
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        kept.push_str(before);
        let name: String = tag[1..]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(8)
            .collect();
        match tag.find('>') {
            Some(end) if TAGS.contains(&name.to_ascii_lowercase().as_str()) => {
                rest = &tag[end + 1..]
            }
            _ => {
                kept.push('<');
                rest = &tag[1..];
            }
        }
    }
    kept + rest
}

/// Resolves the entities that titles and names have.
fn entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        kept.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.char_indices().take(12).find(|(_, c)| *c == ';');
        let c = end.and_then(|(end, _)| entity(&rest[1..end]).map(|c| (c, end)));
        if let Some((c, end)) = c {
            kept.push(c);
            rest = &rest[end + 1..];
        } else {
            kept.push('&');
            rest = &rest[1..];
        }
    }
    kept + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        "ccedil" => 'ç',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "ntilde" => 'ñ',
        "aacute" => 'á',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "euro" => '€',
        "pound" => '£',
        "middot" => '·',
        "bull" => '•',
        "copy" => '©',
        "shy" => '\u{ad}',
        _ => return None,
    })
}

/// Letters and digits of `text` in lower case, words parted by single spaces.
pub(super) fn normal(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        // Apostrophes are typed this way and that.
        if matches!(c, '\'' | '’' | '‘' | '\u{ad}') {
            continue;
        }
        if !c.is_alphanumeric() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && !kept.is_empty() {
            kept.push(' ');
        }
        kept.extend(c.to_lowercase());
    }
    kept
}

/// Whether two titles are one but for marks, case and a few words: what headings repeat.
pub(super) fn similar(one: &str, other: &str) -> bool {
    let (one, other) = (normal(one), normal(other));
    if one.is_empty() || other.is_empty() {
        return false;
    }
    if one == other {
        return true;
    }
    let (long, short) = if one.len() >= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    // A title cut short, or with the name of the site.
    if short.len() * 10 >= long.len() * 6 && long.contains(short.as_str()) {
        return true;
    }
    let words: Vec<&str> = long.split(' ').collect();
    let total: usize = short.split(' ').count() + words.len();
    let shared = short.split(' ').filter(|word| words.contains(word)).count();
    total > 6 && shared * 2 * 100 >= total * 80
}
