//! Owns author lines: the names in what pages print, without *By*, roles, dates and the like.

use super::scan::find_date;
use super::words::plain;

/// The names, printed as one line: *A*, *A, B*, *A, B, C*; a word between the last two would be another in every language.
pub(super) fn join(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

/// The names in a line that is probably an author line: they look like names.
pub(super) fn shown(line: &str) -> Option<String> {
    let mut names = names(line);
    names.retain(|name| looks_like_name(name));
    join(&names)
}

/// Whether it is as short as names are, begins as they do, and has no word of a link or label.
pub(super) fn looks_like_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.clone().count() <= 5
        && name.chars().next().is_some_and(|c| !c.is_lowercase())
        && !words.any(|word| {
            let word = word.to_lowercase();
            NO_NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
        })
}

/// Words of links and labels near author lines.
const NO_NAMES: [&str; 16] = [
    "author",
    "authors",
    "comment",
    "comments",
    "follow",
    "log",
    "login",
    "more",
    "posts",
    "profile",
    "reply",
    "share",
    "sign",
    "subscribe",
    "updated",
    "view",
];

/// Words between a name and a date.
const BEFORE_DATES: [&str; 13] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "on",
    "am",
    "Last",
    "Updated",
    "Published",
    "Posted",
];

/// The names in an author line or the like; none when it holds no name.
pub(super) fn names(line: &str) -> Vec<String> {
    let mut line = plain(line);
    // Feeds put the name behind the address.
    if let Some((address, name)) = line.split_once(" (")
        && address.contains('@')
    {
        line = name.trim_end_matches(')').to_owned();
    }
    let mut found: Vec<String> = Vec::new();
    for part in line.split(['|', '•', '·', '\u{2022}', ';', '\n', '–', '—']) {
        let mut part = without_opening(part.trim());
        if let Some(date) = find_date(part)
            && let Some(at) = part.find(&date)
            && at > 4
        {
            part = part[..at].trim_end_matches([',', ' ', ':', '(']);
            while !part.is_empty() {
                let last = part.rfind(' ').map_or(0, |at| at + 1);
                if !BEFORE_DATES
                    .iter()
                    .any(|word| word.eq_ignore_ascii_case(&part[last..]))
                {
                    break;
                }
                part = part[..last].trim_end_matches([',', ' ', ':']);
            }
        }
        if part.is_empty() || is_date(part) {
            continue;
        }
        let mut words_of_part = split_names(part);
        words_of_part.retain(|name| is_name(name));
        for name in words_of_part {
            if !found.contains(&name) {
                found.push(name);
            }
        }
        // What comes after a bar is a role or a place.
        if !found.is_empty() && !line.contains(';') {
            break;
        }
    }
    found
}

/// Without *By*, *Von*, *Written by* and the like.
fn without_opening(text: &str) -> &str {
    const OPENINGS: [&str; 44] = [
        "by",
        "written by",
        "posted by",
        "published by",
        "words by",
        "story by",
        "report by",
        "reported by",
        "reporting by",
        "text by",
        "article by",
        "author",
        "authors",
        "from",
        "analysis by",
        "opinion by",
        "review by",
        "an article by",
        "von",
        "ein artikel von",
        "eine analyse von",
        "ein kommentar von",
        "text",
        "autor",
        "autorin",
        "par",
        "publié par",
        "écrit par",
        "por",
        "escrito por",
        "publicado por",
        "di",
        "a cura di",
        "scritto da",
        "da",
        "door",
        "av",
        "af",
        "autor:",
        "автор",
        "kirjoittanut",
        "yazan",
        "skrevet av",
        "tekst",
    ];
    let mut text = text.trim_start_matches([':', ',', '-', ' ', '|']);
    for _ in 0..2 {
        let longest = OPENINGS
            .iter()
            .filter_map(|opening| {
                let end = opening.len();
                let head = text.get(..end)?;
                let tail = text.get(end..)?;
                let parts = tail.is_empty() || tail.starts_with([' ', ':', '\u{a0}']);
                (parts && head.to_lowercase() == **opening).then_some(end)
            })
            .max();
        let Some(end) = longest else {
            break;
        };
        // Some words are names as well; with a colon or small they are not.
        let rest = text[end..].trim_start_matches([':', ' ', '\u{a0}']);
        if rest.is_empty() {
            return "";
        }
        text = rest;
    }
    text.trim().trim_end_matches([',', ':', '-', ' ', '.', '/'])
}

/// Names that *and*, commas and slashes part; roles go.
fn split_names(part: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in pieces(part) {
        let mut piece = without_opening(piece.trim().trim_matches([',', ' ']));
        if let Some(inside) = piece.strip_prefix('(') {
            piece = inside.trim_end_matches(')');
        }
        // *Ana Ruiz for the Daily*, *Ana Ruiz in Porto*.
        let cut = [
            " for ",
            " in ",
            " at ",
            " updated",
            " Updated",
            " published",
            " Published",
            " @",
            " on ",
        ]
        .iter()
        .filter_map(|word| piece.find(word))
        .chain(aside(piece))
        .min()
        .unwrap_or(piece.len());
        let name = piece[..cut].trim();
        if name.is_empty() || is_role(name) || is_date(name) {
            continue;
        }
        if is_credential(name)
            && let Some(last) = names.last_mut()
        {
            last.push_str(", ");
            last.push_str(name);
            continue;
        }
        names.push(name.to_owned());
    }
    names
}

/// What commas and words like *and* part, outside of brackets; *&* is part of many a name.
fn pieces(text: &str) -> Vec<&str> {
    const BETWEEN: [&str; 14] = [
        ", ", " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " with ", " / ",
        " и ", " ja ", " i ",
    ];
    let is_balanced = text.matches('(').count() == text.matches(')').count();
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            _ if at < start => {}
            '(' if is_balanced => depth += 1,
            ')' if is_balanced => depth = depth.saturating_sub(1),
            '،' | '、' if depth == 0 => {
                found.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            ' ' | ',' if depth == 0 => {
                let rest = &text[at..];
                if let Some(between) = BETWEEN.iter().find(|word| rest.starts_with(**word)) {
                    found.push(&text[start..at]);
                    // The space may begin the next word between.
                    start = at + between.len() - 1;
                }
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    found
}

/// Where brackets begin that hold an address, a number or nothing that ends.
fn aside(piece: &str) -> Option<usize> {
    let at = piece.find(" (")?;
    let inside = &piece[at + 2..];
    let is_odd = !inside.contains(')')
        || inside.contains("://")
        || inside.contains('@')
        || inside.bytes().any(|byte| byte.is_ascii_digit());
    is_odd.then_some(at)
}

/// Whether words after a name and a comma belong to the name.
fn is_credential(text: &str) -> bool {
    matches!(
        text,
        "Jr."
            | "Jr"
            | "Sr."
            | "Sr"
            | "II"
            | "III"
            | "IV"
            | "Ph.D."
            | "PhD"
            | "Ph.D"
            | "Esq."
            | "Esq"
    ) || (2..=5).contains(&text.len())
        && text.starts_with(['M', 'B', 'D', 'R', 'L', 'J', 'P'])
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// Whether words are what somebody does rather than who it is.
fn is_role(text: &str) -> bool {
    const ROLES: [&str; 40] = [
        "correspondent",
        "editor",
        "reporter",
        "writer",
        "journalist",
        "contributor",
        "columnist",
        "producer",
        "bureau",
        "chief",
        "critic",
        "analyst",
        "photographer",
        "blogger",
        "intern",
        "anchor",
        "presenter",
        "fellow",
        "professor",
        "lecturer",
        "university",
        "redakteur",
        "redakteurin",
        "korrespondent",
        "korrespondentin",
        "redaktion",
        "journaliste",
        "correspondant",
        "correspondante",
        "corresponsal",
        "redactor",
        "redactora",
        "periodista",
        "giornalista",
        "redacteur",
        "verslaggever",
        "jornalista",
        "repórter",
        "director",
        "specialist",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ROLES.contains(&word))
}

/// Whether a part tells a date, a time or how long reading takes.
fn is_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has_digit = lower.bytes().any(|byte| byte.is_ascii_digit());
    let says = [
        "updated",
        "published",
        "posted on",
        "last modified",
        "min read",
        "ago",
        "aktualisiert",
        "publié le",
        "veröffentlicht",
    ];
    says.iter().any(|word| lower.contains(word)) && (has_digit || lower.split(' ').count() < 3)
        || has_digit
            && (lower.contains(':')
                || lower.contains("20")
                || lower.contains("19")
                || lower.contains("am")
                || lower.contains("pm")
                || lower.contains("min"))
}

fn is_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let n_words = name.split_whitespace().count();
    name.chars().any(char::is_alphabetic)
        && n_words <= 8
        && name.chars().count() <= 80
        && !name.ends_with('>')
        && !name.contains("://")
        && !name.contains("www.")
        && !name.contains('@')
        && !name.contains('{')
        && !matches!(
            lower.as_str(),
            "admin"
                | "super user"
                | "administrator"
                | "staff"
                | "editor"
                | "author"
                | "user"
                | "webmaster"
                | "unknown"
                | "null"
                | "undefined"
                | "none"
                | "anonymous"
                | "guest"
                | "share"
                | "follow"
                | "facebook"
                | "twitter"
                | "email"
                | "home"
                | "view all posts"
                | "contributor"
                | "about the author"
                | "follow author"
                | "last"
                | "about"
                | "bio"
                | "more"
                | "image"
                | "photo"
        )
}
