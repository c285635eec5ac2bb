//! Owns how one line goes on in the next: with a space, without, or with a hyphen gone that only the line's end asked for.

use std::collections::HashSet;

/// The words that stand inside lines, which settle what a hyphen at the end of a line means.
#[derive(Default)]
pub(crate) struct Words {
    /// In lower case, hyphened ones whole.
    known: HashSet<String>,
}

impl Words {
    /// Takes note of the words of a line, but for the last if it goes on in the next line.
    pub(crate) fn learn(&mut self, line: &str) {
        let cut = line.ends_with(is_hyphen);
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if words.peek().is_some() || !cut {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() {
                    self.known.insert(word.to_lowercase());
                }
            }
        }
    }

    /// Adds the next line to the text so far.
    pub(crate) fn join(&self, text: &mut String, next: &str) {
        let Some(last) = text.chars().next_back() else {
            text.push_str(next);
            return;
        };
        let before = text[..text.len() - last.len_utf8()].chars().next_back();
        let first = next.chars().next().unwrap_or(' ');
        let is_cut = is_hyphen(last) && before.is_some_and(char::is_alphabetic);
        if last == '\u{ad}' {
            text.pop();
        } else if is_cut && first.is_alphabetic() {
            let head = last_word(&text[..text.len() - last.len_utf8()]);
            let tail = next.split_whitespace().next().unwrap_or_default();
            let tail = tail.trim_end_matches(|c: char| !c.is_alphanumeric());
            if matches!(tail, "und" | "oder" | "and" | "or" | "bzw") {
                text.push(' ');
            } else if first.is_lowercase() && !self.keeps_hyphen(head, tail) {
                text.pop();
            }
        } else if is_hyphen(last) && before.is_some_and(char::is_numeric) {
            // A range or a date goes on.
        } else if matches!(last, '—' | '/') && before.is_some_and(|c| !c.is_whitespace()) {
        } else if !(is_ideograph(last) && is_ideograph(first)) {
            text.push(' ');
        }
        text.push_str(next);
    }

    /// Whether the hyphen between the two parts belongs to the word.
    fn keeps_hyphen(&self, head: &str, tail: &str) -> bool {
        const PREFIXES: [&str; 13] = [
            "self", "well", "ex", "all", "half", "cross", "high", "low", "long", "short", "so",
            "vice", "then",
        ];
        let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
        if self.known.contains(&format!("{head}{tail}")) {
            return false;
        }
        self.known.contains(&format!("{head}-{tail}"))
            || PREFIXES.contains(&head.as_str())
            // What is hyphened already goes on being so: *state-of-the-* and *art*.
            || head.contains('-')
    }
}

pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

/// The word that `text` ends with, as far as words go.
fn last_word(text: &str) -> &str {
    const LONGEST: usize = 60;
    let far = text.char_indices().rev().take(LONGEST);
    let start = far
        .take_while(|(_, c)| !c.is_whitespace())
        .last()
        .map_or(text.len(), |(at, _)| at);
    text[start..].trim_matches(is_mark)
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Characters of scripts that are written without spaces.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_in_the_next() {
        let mut words = Words::default();
        words.learn("a co-operation of the long-term kind, so the government says; preg-");
        for (text, next, joined) in [
            ("the end", "of it", "the end of it"),
            ("the govern-", "ment said", "the government said"),
            ("a co-", "operation", "a co-operation"),
            ("a well-", "known man", "a well-known man"),
            ("state-of-the-", "art", "state-of-the-art"),
            ("Jean-", "Pierre", "Jean-Pierre"),
            ("in 2019-", "20", "in 2019-20"),
            ("Vor-", "und Nachteile", "Vor- und Nachteile"),
            ("it was –", "so far", "it was – so far"),
            ("soft\u{ad}", "ware", "software"),
            ("中文", "文字", "中文文字"),
            ("", "start", "start"),
        ] {
            let mut so_far = text.to_owned();
            words.join(&mut so_far, next);
            assert_eq!(so_far, joined);
        }
    }
}
