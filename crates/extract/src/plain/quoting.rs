//! Owns the marks of mail in plain text: `>` before what others wrote, and the signature.

use super::Chunk;

/// Longer than this, in lines, is no signature, whatever stands before it.
const LONGEST_SIGNATURE: usize = 20;

/// The lines of a text in chunks, and how many lines of signatures were left out.
pub(super) fn chunks<'a>(
    lines: impl Iterator<Item = &'a str>,
    is_mail: bool,
) -> (Vec<Chunk<'a>>, usize) {
    let lines: Vec<&str> = lines.collect();
    let is_mail = is_mail || quotes_mail(&lines);
    let mut chunks: Vec<Chunk<'_>> = vec![Chunk::default()];
    let mut n_signature = 0;
    let mut at = 0;
    while at < lines.len() {
        let (depth, words) = if is_mail {
            depth_of(lines[at])
        } else {
            (0, lines[at])
        };
        at += 1;
        // RFC 3676, section 4.3.
        if is_mail && words == "-- " {
            let rest = &lines[at..lines.len().min(at + LONGEST_SIGNATURE + 1)];
            let len = rest
                .iter()
                .take_while(|line| depth_of(line).0 == depth)
                .count();
            let has_words = chunks.len() > 1 || !chunks[0].lines.is_empty();
            if len <= LONGEST_SIGNATURE && has_words {
                let words = rest[..len]
                    .iter()
                    .filter(|line| !depth_of(line).1.trim().is_empty());
                n_signature += words.count();
                at += len;
                continue;
            }
        }
        if words.trim().is_empty() {
            if chunks.last().is_some_and(|chunk| !chunk.lines.is_empty()) {
                chunks.push(Chunk::default());
            }
            continue;
        }
        if let Some(chunk) = chunks.last_mut() {
            if chunk.lines.is_empty() {
                chunk.depth = depth;
            } else if chunk.depth != depth {
                let lines = vec![words];
                chunks.push(Chunk { lines, depth });
                continue;
            }
            chunk.lines.push(words);
        }
    }
    chunks.retain(|chunk| !chunk.lines.is_empty());
    (chunks, n_signature)
}

/// Whether `>` quotes here: one such line alone may be an arrow, unless somebody is said to have written it.
fn quotes_mail(lines: &[&str]) -> bool {
    let is_quote = |line: &&&str| line.starts_with('>');
    let begins = lines.first().is_some_and(|first| is_quote(&first));
    let is_all = begins && lines.get(1).is_none_or(|next| is_quote(&next));
    let mut runs = lines.iter().zip(lines.iter().skip(1));
    is_all
        || runs.any(|(line, next)| {
            is_quote(&next) && (is_quote(&line) || line.trim_end().ends_with(':'))
        })
}

/// How many `>` a line begins with, and what follows them.
fn depth_of(line: &str) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while let Some(next) = rest
        .strip_prefix('>')
        .or_else(|| rest.strip_prefix(" >").filter(|_| depth > 0))
    {
        depth += 1;
        rest = next;
    }
    let words = if depth > 0 {
        rest.strip_prefix(' ').unwrap_or(rest)
    } else {
        rest
    };
    (depth, words)
}

/// Where in `lines` the words begin that introduce a quoted mail: *On Monday, Ana Ruiz wrote:*, wrapped perhaps.
pub(super) fn attribution(lines: &[&str]) -> Option<usize> {
    const OPENINGS: [&str; 9] = [
        "On ", "Am ", "Le ", "El ", "Em ", "Il ", "Op ", "Den ", "W dniu ",
    ];
    let last = lines.last()?.trim_end();
    if !last.ends_with(':') {
        return None;
    }
    let first = lines.len().saturating_sub(4);
    let opens = |line: &&str| OPENINGS.iter().any(|opening| line.starts_with(opening));
    let found = lines[first..].iter().rposition(opens)?;
    Some(first + found)
}
