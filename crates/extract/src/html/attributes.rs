//! Owns the limit on attributes: the tokenizer compares each attribute of a tag with all before it, so a tag with a
//! million of them would cost hours.

use std::borrow::Cow;

/// Attributes that a tag keeps. No page that means well has a tenth as many.
const LIMIT: u32 = 1_000;

/// Where a tokenizer may be inside a tag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    TagName,
    BeforeName,
    Name,
    BeforeValue,
    DoubleQuoted,
    SingleQuoted,
    Unquoted,
}

const STATES: [State; 7] = [
    State::TagName,
    State::BeforeName,
    State::Name,
    State::BeforeValue,
    State::DoubleQuoted,
    State::SingleQuoted,
    State::Unquoted,
];

/// Attributes so far, for each state that the tokenizer may be in.
type Counts = [Option<u32>; STATES.len()];

/// The text, with tags of more than [`LIMIT`] attributes cut short.
///
/// Whether `<` begins a tag depends on all that stands before it, which only the parser knows. So every `<` with a
/// letter after it is taken for one, inside of quotes too, and all possibilities are followed at once; where they meet,
/// only the higher count goes on. The count is never too low, and seldom too high.
pub(super) fn limited(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if bytes.len() < 2 * LIMIT as usize {
        return Cow::Borrowed(text);
    }
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'<') {
        at = follow(bytes, at + found + 1, &mut cuts);
    }
    if cuts.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len() + cuts.len());
    let mut start = 0;
    for cut in cuts {
        // Cuts stand before ASCII or the first byte of a character: white space came before.
        if let Some(piece) = text.get(start..cut) {
            kept.push_str(piece);
            kept.push('>');
            start = cut;
        }
    }
    kept.push_str(&text[start..]);
    Cow::Owned(kept)
}

/// Follows the tag that may begin at `start`, and those that may begin inside it, to where all of them have ended.
fn follow(bytes: &[u8], start: usize, cuts: &mut Vec<usize>) -> usize {
    let begins = |at: usize| {
        let letter = if bytes.get(at) == Some(&b'/') {
            at + 1
        } else {
            at
        };
        bytes.get(letter).is_some_and(u8::is_ascii_alphabetic)
    };
    if !begins(start) {
        return start;
    }
    let (mut at, mut state, mut count) = (start, State::TagName, 0);
    // Nearly always there is only one possibility.
    loop {
        let Some(&byte) = bytes.get(at) else {
            return at;
        };
        if byte == b'<' && begins(at + 1) {
            break;
        }
        let Some(new) = step(state, byte) else {
            return at + 1;
        };
        if new == State::Name && state != State::Name {
            if count == LIMIT {
                break;
            }
            count += 1;
        }
        state = new;
        at += 1;
    }
    let mut counts: Counts = [None; STATES.len()];
    counts[state as usize] = Some(count);
    while at < bytes.len() {
        let byte = bytes[at];
        let mut next: Counts = [None; STATES.len()];
        let mut cut = false;
        for state in STATES {
            let Some(count) = counts[state as usize] else {
                continue;
            };
            let Some(new) = step(state, byte) else {
                continue;
            };
            let begins_name = new == State::Name && state != State::Name;
            let count = count + u32::from(begins_name);
            if count > LIMIT {
                cut = true;
                continue;
            }
            let slot = &mut next[new as usize];
            *slot = (*slot).max(Some(count));
        }
        if cut {
            cuts.push(at);
        }
        if byte == b'<' && begins(at + 1) {
            let slot = &mut next[State::TagName as usize];
            *slot = (*slot).max(Some(0));
        }
        counts = next;
        at += 1;
        if counts.iter().all(Option::is_none) {
            break;
        }
    }
    at
}

/// The state after `byte`; `None` when the tag ends. By the standard's tokenization, section 13.2.5.
const fn step(state: State, byte: u8) -> Option<State> {
    use State::{BeforeName, BeforeValue, DoubleQuoted, Name, SingleQuoted, TagName, Unquoted};
    let space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c);
    Some(match (state, byte) {
        (DoubleQuoted, b'"') | (SingleQuoted, b'\'') => BeforeName,
        (DoubleQuoted, _) => DoubleQuoted,
        (SingleQuoted, _) => SingleQuoted,
        (_, b'>') => return None,
        (TagName | Name | Unquoted, _) if space => BeforeName,
        (TagName | Name, b'/') => BeforeName,
        (TagName, _) => TagName,
        (BeforeName, b'/') => BeforeName,
        // After a name and white space an equals sign goes with the name.
        (BeforeName | Name, b'=') => BeforeValue,
        (BeforeName, _) if space => BeforeName,
        (BeforeName | Name, _) => Name,
        (BeforeValue, _) if space => BeforeValue,
        (BeforeValue, b'"') => DoubleQuoted,
        (BeforeValue, b'\'') => SingleQuoted,
        (BeforeValue | Unquoted, _) => Unquoted,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_keep_their_attributes_up_to_the_limit() {
        let page = format!("<p {}>a</p>", "x=1 y ".repeat(490));
        assert_eq!(limited(&page), page);
        let page = format!("<p {}>a</p>", "x ".repeat(1_500));
        let kept = limited(&page);
        assert!(kept.starts_with(&format!("<p {}>x x", "x ".repeat(1_000))));
        assert_eq!(kept.replace('>', ""), page.replace('>', ""));
    }

    #[test]
    fn attributes_are_counted_wherever_a_tag_may_begin() {
        let many = "x ".repeat(1_500);
        for before in [
            "<!-- <a b=\" -->",
            "<a b='\" c='>",
            "<script>if (a<b \"</script>",
            "<a b=\"",
        ] {
            let page = format!("{before}<p {many}>");
            assert_ne!(limited(&page), page, "{before}");
        }
        let page = format!("<a {}>", "b=\">\"".repeat(1_500));
        assert_ne!(limited(&page), page);
    }
}
