//! Owns text in the format *flowed* (RFC 3676): lines that end with a space go on in the next.

/// The text with its flowed lines joined; marks of quoting stay before each.
pub(super) fn join(text: &str, deletes_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // How often the line was quoted that the next goes on with.
    let mut open: Option<usize> = None;
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let stuffed = &line[depth..];
        let words = stuffed.strip_prefix(' ').unwrap_or(stuffed);
        let is_signature = words == "-- ";
        if open != Some(depth) || is_signature {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            // What only looks quoted keeps the space that says so.
            if depth > 0 || words.starts_with('>') {
                out.push(' ');
            }
        }
        let flows = words.ends_with(' ') && !is_signature;
        let kept = if flows && deletes_space {
            &words[..words.len() - 1]
        } else {
            words
        };
        out.push_str(kept);
        open = flows.then_some(depth);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flowed_lines_are_joined_within_their_level() {
        assert_eq!(
            join(
                "> a \r\n> b\r\n>> c \r\nd \r\n e\r\n\r\nf\r\n-- \r\nAna",
                false
            ),
            "> a b\n>> c \nd e\n\nf\n-- \nAna"
        );
        assert_eq!(join("wo \nrd \n >x", true), "word>x");
        assert_eq!(join("a\n >x", false), "a\n >x");
    }
}
