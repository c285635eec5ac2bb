//! Owns author lines: the names in what pages print, without *By*, roles, dates and the like.

use super::scan::find_date;
use super::words::plain;

/// The names, printed as one line: *A*, *A and B*, *A, B and C*; where `language` is not English, commas alone, for the
/// word between is another.
pub(super) fn join(names: &[String], language: Option<&str>) -> Option<String> {
    let is_english =
        language.is_none_or(|language| language.to_ascii_lowercase().starts_with("en"));
    let (last, before) = names.split_last()?;
    Some(match before {
        [] => last.clone(),
        before if is_english => format!("{} and {last}", before.join(", ")),
        before => format!("{}, {last}", before.join(", ")),
    })
}

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
            let day = part.rfind(' ').map_or(0, |at| at + 1);
            if [
                "Monday",
                "Tuesday",
                "Wednesday",
                "Thursday",
                "Friday",
                "Saturday",
                "Sunday",
                "on",
                "am",
                "Updated",
                "Published",
                "Posted",
            ]
            .contains(&&part[day..])
            {
                part = part[..day].trim_end_matches([',', ' ', ':']);
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
    let mut text = part.to_owned();
    for between in [
        " and ", " und ", " et ", " y ", " e ", " & ", " og ", " och ", " en ", " with ", " / ",
        " и ", " ja ", " i ",
    ] {
        if text.contains(between) {
            text = text.replace(between, ", ");
        }
    }
    let mut names: Vec<String> = Vec::new();
    for piece in text
        .split(", ")
        .flat_map(|piece| piece.split('،'))
        .flat_map(|piece| piece.split('、'))
    {
        let piece = without_opening(piece.trim().trim_matches([',', '(', ')', ' ']));
        // *Ana Ruiz for the Daily*, *Ana Ruiz in Porto*.
        let cut = [
            " for ",
            " in ",
            " at ",
            " (",
            " updated",
            " Updated",
            " published",
            " Published",
            " @",
            " on ",
        ]
        .iter()
        .filter_map(|word| piece.find(word))
        .min()
        .unwrap_or(piece.len());
        let name = piece[..cut].trim();
        if name.is_empty() || is_role(name) || is_date(name) {
            continue;
        }
        if matches!(
            name,
            "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "PhD" | "Ph.D." | "MD" | "M.D." | "Esq."
        ) && let Some(last) = names.last_mut()
        {
            last.push_str(", ");
            last.push_str(name);
            continue;
        }
        names.push(name.to_owned());
    }
    names
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
                | "about"
                | "bio"
                | "more"
                | "image"
                | "photo"
        )
}
