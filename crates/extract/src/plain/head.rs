//! Owns what stands over a plain text: its title, who wrote it and when. All of it stays in the text too.

use hearsay_text::Metadata;

use super::{Paragraph, ends_sentence, list};

/// A headline has at most so many characters.
const LONGEST_HEADLINE: usize = 120;
/// … and lines with name or date no more than these.
const LONGEST_CREDIT: usize = 100;
/// How far below the title they may stand, a standfirst between.
const FURTHEST: usize = 5;
/// How many lines with keys, like *Title: …*, may stand at the top, in files of digitised books.
const MOST_KEYED: usize = 25;

/// Words of pages that are copied along with an article, and are no title.
const FURNITURE: &str = "advertisement|share this article|skip to content|skip to main content|sign in|read more|most popular|breaking news";

/// Fills in what the top of the text says; the answer is which paragraph is the title.
pub(super) fn read(paragraphs: &[Paragraph], said: &mut Metadata) -> Option<usize> {
    for paragraph in paragraphs.iter().take(MOST_KEYED) {
        keyed(&paragraph.words, said);
    }
    let first = paragraphs
        .iter()
        .position(|paragraph| !is_furniture(&paragraph.words))?;
    let top = &paragraphs[first..paragraphs.len().min(first + 1 + FURTHEST)];
    let words = top[0].words.as_str();
    if credit(words, said) {
        for paragraph in top.iter().skip(1).take(2) {
            if !credit(&paragraph.words, said) {
                break;
            }
        }
        return None;
    }
    let credited = top[0].depth == 0 && could_be_headline(words) && {
        // The lines right below, or right below a standfirst.
        let mut is_credited = false;
        for (nth, paragraph) in top.iter().enumerate().skip(1) {
            let is_credit = credit(&paragraph.words, said);
            if !is_credit && (is_credited || nth > 1) {
                break;
            }
            is_credited |= is_credit;
        }
        is_credited
    };
    if !credited && !is_headline(top) {
        return None;
    }
    said.title = said.title.take().or_else(|| Some(words.to_owned()));
    Some(first)
}

fn is_furniture(words: &str) -> bool {
    is_one_of(FURNITURE, &words.to_ascii_lowercase())
}

/// Whether the first paragraph plainly is a title: a short line by itself that ends like no sentence, holds no quotation
/// marks, and has longer text below. Anything less plain stays a paragraph, which harms nothing.
fn is_headline(top: &[Paragraph]) -> bool {
    let [first, next, ..] = top else {
        return false;
    };
    let (line, next_words) = (first.words.as_str(), next.words.as_str());
    let stands_alone = !first.is_close && !next.is_close && first.depth == 0;
    let length = line.chars().count();
    let plain = line.ends_with(|c: char| c.is_alphanumeric())
        && !line.contains(['"', '“', '”', '„', '«', '»', '@'])
        && !line.contains("://")
        && line.split_whitespace().nth(1).is_some()
        && list::marker(line).is_none();
    stands_alone
        && plain
        && length <= LONGEST_HEADLINE
        && next_words.chars().count() > length
        && ends_sentence(next_words)
}

/// Whether a line that has a byline or date below it may be a title: those may quote and ask.
fn could_be_headline(line: &str) -> bool {
    line.chars().count() <= LONGEST_HEADLINE
        && line.split_whitespace().nth(1).is_some()
        && !line.ends_with(['.', ':', ',', ';'])
        && !line.contains("://")
        && list::marker(line).is_none()
}

/// Reads a line like *Author: Ana Ruiz*.
fn keyed(line: &str, said: &mut Metadata) {
    let Some((key, value)) = line.split_once(": ").filter(|(key, _)| key.len() <= 12) else {
        return;
    };
    let slot = match key.to_ascii_lowercase().as_str() {
        "title" | "headline" => &mut said.title,
        "author" | "byline" => &mut said.byline,
        "date" => &mut said.date,
        "url" | "source" if value.starts_with("http") => &mut said.url,
        _ => return,
    };
    if line.len() <= 2 * LONGEST_CREDIT {
        slot.get_or_insert_with(|| value.trim().to_owned());
    }
}

/// Whether a line names authors or dates and nothing else; they are then filled in.
fn credit(line: &str, said: &mut Metadata) -> bool {
    if line.chars().count() > LONGEST_CREDIT {
        return false;
    }
    let parts = || {
        line.split(['|', '·', '•'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    let is_credit = |part: &str| byline(part).is_some() || date(part).is_some();
    // A place or a section may stand beside.
    let n_credits = parts().filter(|part| is_credit(part)).count();
    if n_credits == 0 || parts().count() > n_credits + 1 {
        return false;
    }
    for part in parts() {
        if let Some(name) = byline(part) {
            said.byline.get_or_insert_with(|| name.to_owned());
        } else if let Some((is_change, when)) = date(part) {
            let slot = if is_change {
                &mut said.modified
            } else {
                &mut said.date
            };
            slot.get_or_insert_with(|| when.to_owned());
        }
    }
    true
}

/// The names in *By Ana Ruiz* or *Ana Ruiz, Reuters*.
fn byline(part: &str) -> Option<&str> {
    const OPENINGS: &str = "By |BY |by |Von |Par |Por |Di |Door |Av |Text: ";
    const AGENCIES: &str = "Reuters|AP|Associated Press|The Associated Press|AFP|dpa|EFE|ANSA|BBC|BBC News|Staff Writer|Staff Reporter";
    let opening = OPENINGS
        .split('|')
        .find_map(|opening| part.strip_prefix(opening));
    if let Some(names) = opening {
        return is_names(names).then_some(names);
    }
    let (names, agency) = part.split_once(", ")?;
    (is_one_of(AGENCIES, agency) && is_names(names)).then_some(part)
}

/// Whether there are names and what joins names, and nothing else.
fn is_names(words: &str) -> bool {
    const JOINERS: &str =
        "and|und|et|y|e|en|och|&|in|at|for|of|with|de|da|di|du|la|le|van|von|der|den|bin|al|dos";
    let mut n_names = 0;
    for word in words.split_whitespace() {
        let bare = word.trim_end_matches([',', '.']);
        // A sentence ends with a word, a name may with an initial.
        if word.ends_with('.') && bare.chars().count() > 2
            || bare.contains(|c: char| c.is_numeric())
        {
            return false;
        }
        if bare.starts_with(char::is_uppercase) {
            n_names += 1;
        } else if !is_one_of(JOINERS, bare) && bare.starts_with(char::is_lowercase) {
            return false;
        }
    }
    let has_marks = words.contains(['"', '“', '”', '?', '!', ':', ';']);
    (2..=14).contains(&n_names) && !has_marks
}

/// The date that a line is, and whether it is that of a change: *Updated 3 March 2024, 10:20*.
fn date(part: &str) -> Option<(bool, &str)> {
    const BEFORE: &str =
        "published|posted|first|veröffentlicht|publié|publicado|pubblicato|stand|date|gepubliceerd";
    const CHANGED: &str =
        "updated|last|modified|aktualisiert|mis|actualizado|aggiornato|atualizado";
    const BESIDE: &str = "on|at|am|um|le|el|à|a|las|de|den|il|em|às|op|uhr|pm|a.m|p.m|gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|ist|jour|h";
    const MONTHS_AND_DAYS: &str = "jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mei|jun|jui|jul|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dec|déc|dez|dic|ene|gen|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|lun|mer|jeu|ven|dim|mié|jue|sáb";
    let (mut is_change, mut has_year, mut has_day, mut start) = (false, false, false, None);
    let at = |word: &str| word.as_ptr() as usize - part.as_ptr() as usize;
    let mut n_words = 0;
    for word in part.split_whitespace() {
        n_words += 1;
        let bare = word
            .trim_matches([',', ':', '.', '(', ')', '–', '-', '|'])
            .to_ascii_lowercase();
        let known = |list: &str| is_one_of(list, &bare);
        let begins =
            |list: &str| bare.len() <= 10 && list.split('|').any(|stem| bare.starts_with(stem));
        let is_number = bare.starts_with(|c: char| c.is_ascii_digit());
        if is_number {
            let figures = |c: char| c.is_ascii_digit() || ":./-+h".contains(c);
            let rest = bare.trim_start_matches(figures);
            if !is_one_of("|st|nd|rd|th|am|pm|h|er", rest) && !is_iso(&bare) {
                return None;
            }
            let has_four = bare
                .split(|c: char| !c.is_ascii_digit())
                .any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
            has_year |= has_four;
            has_day |= bare.len() != 4;
            start.get_or_insert_with(|| at(word));
        } else if start.is_none() && known(CHANGED) {
            is_change = true;
        } else if start.is_none() && known(BEFORE) || known(BESIDE) || bare.is_empty() {
        } else if begins(MONTHS_AND_DAYS) {
            start.get_or_insert_with(|| at(word));
        } else {
            return None;
        }
    }
    (has_year && has_day && n_words <= 12).then(|| (is_change, &part[start.unwrap_or_default()..]))
}

/// Whether `words` is one of those in `list`, between which bars stand: half the weight of an array of them.
#[inline(never)]
fn is_one_of(list: &str, words: &str) -> bool {
    list.split('|').any(|one| one == words)
}

/// Whether a word is a date with its time, as programs write it.
fn is_iso(word: &str) -> bool {
    let (date, time) = word.split_once('t').unwrap_or_default();
    let figures = |c: char| c.is_ascii_digit() || ":.+-z".contains(c);
    date.len() == 10 && date.chars().all(figures) && time.chars().all(figures)
}
