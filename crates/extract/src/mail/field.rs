//! Owns the fields of a header: folded lines, encoded words, parameters, names in addresses, dates.

use super::transfer::{base64, hex};
use crate::encoding::decode_labelled;

/// A field longer than this, in bytes, says nothing more that is of use.
const LONGEST_FIELD: usize = 16 << 10;

/// The value of the first field called `name` in `header`, its lines joined; encoded words stay as they are.
pub(super) fn value(header: &[u8], name: &str) -> Option<String> {
    let mut found: Option<Vec<u8>> = None;
    for line in header.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if let Some(value) = &mut found {
            if !line.starts_with(b" ") && !line.starts_with(b"\t") || value.len() > LONGEST_FIELD {
                break;
            }
            value.push(b' ');
            value.extend_from_slice(line.trim_ascii());
            continue;
        }
        let is_it = line.len() > name.len()
            && line[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && line[name.len()..].trim_ascii_start().starts_with(b":");
        if is_it {
            let colon = line.iter().position(|byte| *byte == b':')?;
            found = Some(line[colon + 1..].trim_ascii().to_vec());
        }
    }
    let mut value = found?;
    value.truncate(LONGEST_FIELD);
    Some(decode_labelled(&value, None).0.trim().to_owned()).filter(|value| !value.is_empty())
}

/// The words of a field for people, encoded words decoded (RFC 2047).
pub(super) fn words(header: &[u8], name: &str) -> Option<String> {
    let words = decode_words(&value(header, name)?);
    Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

fn decode_words(value: &str) -> String {
    let mut out = String::new();
    // Programs cut characters between words, so the bytes of neighbours are decoded together.
    let mut pending: (String, Vec<u8>) = Default::default();
    let mut rest = value;
    while let Some(start) = rest.find("=?") {
        let (before, word) = rest.split_at(start);
        let Some((charset, bytes, len)) = encoded_word(word) else {
            flush(&mut pending, &mut out);
            out.push_str(before);
            out.push_str("=?");
            rest = &word[2..];
            continue;
        };
        let is_neighbour = !pending.1.is_empty() && before.trim().is_empty();
        if !(is_neighbour && pending.0.eq_ignore_ascii_case(charset)) {
            flush(&mut pending, &mut out);
        }
        if !is_neighbour {
            out.push_str(before);
        }
        pending.0 = charset.to_owned();
        pending.1.extend(bytes);
        rest = &word[len..];
    }
    flush(&mut pending, &mut out);
    out.push_str(rest);
    out
}

fn flush(pending: &mut (String, Vec<u8>), out: &mut String) {
    let (charset, bytes) = std::mem::take(pending);
    out.push_str(&decode_labelled(&bytes, Some(&charset)).0);
}

/// The charset and bytes of the encoded word that `word` begins with, and its length.
fn encoded_word(word: &str) -> Option<(&str, Vec<u8>, usize)> {
    let rest = word.strip_prefix("=?")?;
    let (charset, rest) = rest.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (text, after) = rest.split_once("?=")?;
    if charset.len() + text.len() > 1_000 || text.contains(' ') && encoding != "Q" {
        return None;
    }
    let bytes = match encoding {
        "B" | "b" => base64(text.as_bytes()),
        "Q" | "q" => {
            let text = text.replace('_', " ");
            percent(&text, b'=')
        }
        _ => return None,
    };
    // A language may be named behind the charset (RFC 2231, section 5).
    let charset = charset.split('*').next().unwrap_or_default();
    Some((charset, bytes, word.len() - after.len()))
}

/// Undoes `%41` or `=41`.
fn percent(text: &str, sign: u8) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == sign
            && let Some([high, low]) = bytes.get(at + 1..at + 3)
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            out.push(high << 4 | low);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

/// What stands before the parameters, in lower case: `text/html`.
pub(super) fn essence(value: &str) -> String {
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// The parameter `name` of a field like Content-Type, in whatever way it is written (RFC 2045; RFC 2231).
pub(super) fn parameter(value: &str, name: &str) -> Option<String> {
    let all = parameters(value);
    let get = |name: &str| {
        all.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    if let Some(value) = get(name) {
        return Some(decode_words(value));
    }
    if let Some(value) = get(&format!("{name}*")) {
        return Some(decode_extended(value));
    }
    let (mut whole, mut is_extended) = (String::new(), false);
    for number in 0..100 {
        if let Some(value) = get(&format!("{name}*{number}")) {
            whole.push_str(value);
        } else if let Some(value) = get(&format!("{name}*{number}*")) {
            is_extended = true;
            whole.push_str(value);
        } else {
            break;
        }
    }
    if is_extended {
        whole = decode_extended(&whole);
    }
    (!whole.is_empty()).then_some(whole)
}

/// `utf-8'en'%E2%82%AC` (RFC 2231, section 4).
fn decode_extended(value: &str) -> String {
    let mut pieces = value.splitn(3, '\'');
    match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(charset), Some(_), Some(text)) => {
            decode_labelled(&percent(text, b'%'), Some(charset)).0
        }
        _ => decode_labelled(&percent(value, b'%'), None).0,
    }
}

fn parameters(value: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(at) = rest.find(';') {
        rest = rest[at + 1..].trim_start();
        let Some(end) = rest.find(['=', ';']) else {
            break;
        };
        if rest[end..].starts_with(';') {
            rest = &rest[end..];
            continue;
        }
        let key = rest[..end].trim().to_ascii_lowercase();
        rest = rest[end + 1..].trim_start();
        let mut content = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut chars = quoted.char_indices();
            rest = "";
            while let Some((at, c)) = chars.next() {
                match c {
                    '"' => {
                        rest = &quoted[at + 1..];
                        break;
                    }
                    '\\' => content.extend(chars.next().map(|(_, c)| c)),
                    c => content.push(c),
                }
            }
        } else {
            let end = rest.find([';', ' ', '\t']).unwrap_or(rest.len());
            content.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        found.push((key, content));
        if found.len() > 100 {
            break;
        }
    }
    found
}

/// The names of people in an address field, or their addresses where they have none: *Ana Ruiz, ben@daily.test*.
pub(super) fn people(header: &[u8], name: &str) -> Option<String> {
    let field = value(header, name)?;
    let mut names: Vec<String> = Vec::new();
    for mailbox in mailboxes(&field).into_iter().take(20) {
        let name = match mailbox.rsplit_once('<') {
            Some((name, address)) if name.trim().is_empty() => address.trim_end_matches('>'),
            Some((name, _)) => name,
            // The way of old: an address and the name in a comment.
            None => match mailbox.split_once('(') {
                Some((_, comment)) => comment.trim_end().trim_end_matches(')'),
                None => mailbox,
            },
        };
        let name = name.trim().trim_matches('"').replace("\\\"", "\"");
        let name = decode_words(&name);
        let name = name.trim().trim_matches(['"', '\'']);
        if !name.is_empty() {
            names.push(name.to_owned());
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Cuts at commas that are not in quotes or angle brackets.
fn mailboxes(field: &str) -> Vec<&str> {
    let (mut start, mut is_quoted, mut is_escaped) = (0, false, false);
    let mut found = Vec::new();
    for (at, c) in field.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => {
                found.push(field[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(field[start..].trim());
    found.retain(|mailbox| !mailbox.is_empty());
    found
}

/// A date as mail writes it (RFC 5322, section 3.3) in the form of ISO 8601; as it stands when it is none.
pub(super) fn date(header: &[u8], name: &str) -> Option<String> {
    let printed = words(header, name)?;
    Some(iso(&printed).unwrap_or(printed))
}

fn iso(printed: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let after_day = printed.split_once(',').map_or(printed, |(_, rest)| rest);
    let mut words = after_day.split_whitespace();
    let day: u8 = words
        .next()?
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let month = words.next()?.get(..3)?.to_ascii_lowercase();
    let month = 1 + MONTHS.iter().position(|name| *name == month)?;
    let mut year: u16 = words.next()?.parse().ok()?;
    if year < 100 {
        year += if year < 50 { 2_000 } else { 1_900 };
    }
    let mut time = words
        .next()?
        .split(':')
        .map(|number| number.parse::<u8>().ok());
    let (hour, minute) = (time.next()??, time.next()??);
    let second = time.next().flatten().unwrap_or_default();
    if year > 9_999 || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let zone = match words.next().unwrap_or_default() {
        "GMT" | "UT" | "UTC" | "Z" | "+0000" => "Z".to_owned(),
        "EST" | "CDT" => "-05:00".to_owned(),
        "EDT" => "-04:00".to_owned(),
        "CST" | "MDT" => "-06:00".to_owned(),
        "MST" | "PDT" => "-07:00".to_owned(),
        "PST" => "-08:00".to_owned(),
        zone if zone.len() == 5
            && zone.starts_with(['+', '-'])
            && zone[1..].bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("{}:{}", &zone[..3], &zone[3..])
        }
        _ => String::new(),
    };
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_words_are_decoded_and_joined() {
        for (field, expected) in [
            (
                "=?utf-8?Q?Gr=C3=B6=C3=9Fe?= and =?UTF-8*en?B?w6Q=?=",
                "Größe and ä",
            ),
            // A character cut in two, as some programs do.
            ("=?utf-8?B?R3LD?=\r\n =?utf-8?B?tsOfZQ==?=", "Größe"),
            ("=?windows-1251?B?zeXy?= =?iso-8859-1?Q?_=E9?=", "Нет é"),
            ("=?nonsense?= 1 =? 2", "=?nonsense?= 1 =? 2"),
            ("caf\u{e9}", "caf\u{e9}"),
        ] {
            let header = format!("To: x\r\nsubject : {field}\r\nFrom: y\r\n");
            assert_eq!(
                words(header.as_bytes(), "Subject").as_deref(),
                Some(expected)
            );
        }
    }

    #[test]
    fn parameters_are_found_however_they_are_written() {
        for (field, expected) in [
            ("text/html; charset=utf-8", "utf-8"),
            (
                "text/html; a=\"x;charset=no\";CHARSET = \"u\\\"tf\"; b=c",
                "u\"tf",
            ),
            ("x; charset*=utf-8'en'%E2%82%AC%20a", "€ a"),
            (
                "x; charset*0*=utf-8''%E2; charset*1*=%82%AC; charset*2=b",
                "€b",
            ),
            ("x; charset=\"=?utf-8?Q?=C3=A4?=\"", "ä"),
        ] {
            assert_eq!(
                parameter(field, "charset").as_deref(),
                Some(expected),
                "{field}"
            );
        }
        assert_eq!(parameter("text/html; charset", "charset"), None);
    }

    #[test]
    fn people_are_named_by_their_names() {
        for (field, expected) in [
            ("Ana Ruiz <ana@osk.test>", "Ana Ruiz"),
            (
                "\"Ruiz, Ana\" <ana@osk.test>, ben@daily.test",
                "Ruiz, Ana, ben@daily.test",
            ),
            ("=?utf-8?Q?J=C3=B6rg?= <j@x.test>", "Jörg"),
            ("<ana@osk.test>", "ana@osk.test"),
            ("ana@osk.test (Ana Ruiz)", "Ana Ruiz"),
        ] {
            let header = format!("From: {field}\n");
            assert_eq!(people(header.as_bytes(), "From").as_deref(), Some(expected));
        }
    }

    #[test]
    fn dates_become_iso_and_others_stay_as_printed() {
        for (field, expected) in [
            (
                "Mon, 4 Mar 2024 10:20:30 +0100 (CET)",
                "2024-03-04T10:20:30+01:00",
            ),
            ("4 Mar 24 10:20 GMT", "2024-03-04T10:20:00Z"),
            ("yesterday", "yesterday"),
            ("Mon, 44 Mar 2024 10:20:30", "Mon, 44 Mar 2024 10:20:30"),
        ] {
            let header = format!("Date: {field}\n");
            assert_eq!(date(header.as_bytes(), "Date").as_deref(), Some(expected));
        }
    }
}
