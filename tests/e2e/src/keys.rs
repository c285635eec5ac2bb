//! The names of keys, as people say them, and what WebDriver calls them.

/// The parts of a chord such as `Control+Shift+z`, each as the character that WebDriver types for it.
pub(crate) fn chord(spoken: &str) -> Vec<char> {
    // A plus sign alone is the key of that name.
    if spoken == "+" {
        return vec!['+'];
    }
    spoken.split('+').map(key).collect()
}

/// WebDriver §17.4.2 gives the keys that type nothing characters from a private area of Unicode.
fn key(name: &str) -> char {
    match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        "F6" => '\u{E036}',
        "Meta" => '\u{E03D}',
        other => {
            let mut characters = other.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => character,
                _ => panic!("there is no key called {other:?}"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::chord;

    #[test]
    fn a_chord_is_its_keys_in_order() {
        assert_eq!(chord("Control+Shift+z"), ['\u{E009}', '\u{E008}', 'z']);
        assert_eq!(chord("2"), ['2']);
        assert_eq!(chord("+"), ['+']);
    }
}
