//! Signed posts: words from a social network, set apart and signed on a line of their own or at their end.
//!
//! Owns the recognition of signatures such as *— Ana Ruiz (@anaruiz) May 17, 2023*, as embedded posts carry them and as
//! scrapers leave them (*?? Ana Ruiz (@anaruiz)*). The words before a signature are one direct quote, whatever the
//! tagger made of them.

use hearsay_text::{Article, BlockKind, Modality, QuoteKind, ReportKind, Span, TokenKind};

use crate::words::Words;
use crate::{Evidence, Quote, Speaker};

/// Confidence of a quote that a signature vouches for: the form leaves little doubt, its extent a little.
const CONFIDENCE: f32 = 0.9;

/// Most words of a name in a signature.
const LONGEST_NAME: usize = 6;

/// Most tokens after the handle: a date, a time, an application.
const LONGEST_TAIL: usize = 16;

/// A post's words and its signature.
struct Post {
    content: Vec<Span>,
    name: Span,
    signature: Span,
}

/// Adds a quote for every signed post, in place of what the tagger found inside it.
pub(crate) fn take_in_posts(article: &Article, words: Words<'_>, quotes: &mut Vec<Quote>) {
    let posts = posts(article, words);
    if posts.is_empty() {
        return;
    }
    // Posts are in text order and disjoint, so one search finds the post that a span lies in.
    let areas: Vec<Span> = posts
        .iter()
        .map(|post| {
            let spans = post.content.iter().copied();
            spans.fold(post.signature, Span::cover)
        })
        .collect();
    let in_post = |span: &Span| {
        let nth = areas.partition_point(|area| area.end <= span.start);
        areas.get(nth).is_some_and(|area| area.overlaps(*span))
    };
    quotes.retain(|quote| !quote.content.iter().any(in_post));
    quotes.extend(posts.into_iter().map(|post| Quote {
        content: post.content,
        cue: Vec::new(),
        source: vec![post.signature],
        kind: QuoteKind::Direct,
        reports: ReportKind::Writing,
        modality: Modality::Actual,
        marked: false,
        speaker: Some(Speaker {
            name: post.name.slice(words.text).to_owned(),
            evidence: Evidence::Signature,
            evidence_at: None,
        }),
        confidence: CONFIDENCE,
    }));
}

fn posts(article: &Article, words: Words<'_>) -> Vec<Post> {
    let mut posts: Vec<Post> = Vec::new();
    for (nth, block) in article.blocks.iter().enumerate() {
        let signed = signature_in(words, block.span).or_else(|| {
            let above = nth.checked_sub(1).map(|above| &article.blocks[above]);
            above.filter(|above| above.kind == BlockKind::BlockQuote)?;
            signature_line(words, block.span)
        });
        let Some((start, name, signature)) = signed else {
            continue;
        };
        let before = Span::new(block.span.start, start);
        let own = without_links(words, before);
        let content = if own.is_empty() {
            words_above(article, words, nth, &posts)
        } else {
            vec![own]
        };
        if !content.is_empty() {
            posts.push(Post {
                content,
                name,
                signature,
            });
        }
    }
    posts
}

/// The words that a signature in a block of its own signs: the block above it, and those above that as long as they are
/// set as one post.
fn words_above(article: &Article, words: Words<'_>, nth: usize, posts: &[Post]) -> Vec<Span> {
    let taken = posts.last().map_or(0, |post| post.signature.end);
    let mut content = Vec::new();
    for block in article.blocks[..nth].iter().rev() {
        let is_set_apart = matches!(block.kind, BlockKind::Post | BlockKind::BlockQuote);
        let is_plain = block.kind == BlockKind::Paragraph && content.is_empty();
        if block.span.start < taken || !(is_set_apart || is_plain) {
            break;
        }
        let kept = without_links(words, block.span);
        if !kept.is_empty() {
            content.push(kept);
        }
        if is_plain {
            break;
        }
    }
    content.reverse();
    content
}

/// Where the signature at the end of `block` begins (its dash included), the name in it, and name with handle.
fn signature_in(words: Words<'_>, block: Span) -> Option<(u32, Span, Span)> {
    let tokens = words.within(block);
    // The handle stands in the last few tokens, so a long block costs no more than a short one.
    let reach = tokens.len().saturating_sub(LONGEST_TAIL + 8);
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| words.word(t) == word);
    let at_sign = (reach..tokens.len()).rev().find(|at| is(*at, "@"))?;
    let open = at_sign.checked_sub(1).filter(|at| is(*at, "("))?;
    let close = (at_sign + 1..tokens.len())
        .take(4)
        .find(|at| is(*at, ")"))?;
    if !is_date(words, &tokens[close + 1..]) {
        return None;
    }
    let first = (0..open)
        .rev()
        .take_while(|at| {
            let token = &tokens[*at];
            let mark = words.word(token);
            token.kind == TokenKind::Word || matches!(mark, "’" | "'" | "." | "&" | "_")
        })
        .take(LONGEST_NAME + 1)
        .last()?;
    let (is_short, starts_block) = (open - first <= LONGEST_NAME, first == 0);
    let is_lead = |at: usize| {
        let mark = words.word(&tokens[at]);
        matches!(mark, "—" | "–" | "-" | "―" | "?" | "•" | "·" | "|" | "~")
    };
    let lead = (0..first).rev().take_while(|at| is_lead(*at)).last();
    if !is_short || !(starts_block || lead.is_some()) {
        return None;
    }
    // Question marks sign a post only as what a scraper made of a dash: two of them, or alone in their block.
    if let Some(lead) = lead
        && words.word(&tokens[lead]) == "?"
        && first - lead < 2
        && lead > 0
    {
        return None;
    }
    let name = tokens[first].span.cover(tokens[open - 1].span);
    let starts = tokens[lead.unwrap_or(first)].span.start;
    Some((starts, name, name.cover(tokens[close].span)))
}

/// As [`signature_in`], for a line of its own under a block quote: a dash and a name, and at most where it is from.
fn signature_line(words: Words<'_>, block: Span) -> Option<(u32, Span, Span)> {
    let tokens = words.within(block);
    let is_dash = |word: &str| matches!(word, "—" | "–" | "-" | "―");
    let n_dashes = tokens
        .iter()
        .take_while(|token| is_dash(words.word(token)))
        .count();
    let rest = tokens.get(n_dashes..)?;
    let is_part = |token: &hearsay_text::Token| {
        let word = words.word(token);
        word.starts_with(char::is_uppercase)
            || matches!(word, "." | "’" | "'" | "de" | "van" | "of" | "the")
    };
    let n_name = rest.iter().take_while(|token| is_part(token)).count();
    let ends = rest
        .get(n_name)
        .is_none_or(|token| matches!(words.word(token), "," | "("));
    let is_short = n_name > 0 && n_name <= LONGEST_NAME && rest.len() <= LONGEST_TAIL;
    if n_dashes == 0 || !is_short || !ends {
        return None;
    }
    let name = rest[0].span.cover(rest[n_name - 1].span);
    Some((block.start, name, name))
}

/// Whether these tokens are a date, a time, a counter or nothing: what follows a handle in a signature.
fn is_date(words: Words<'_>, tokens: &[hearsay_text::Token]) -> bool {
    tokens.len() <= LONGEST_TAIL
        && tokens.iter().all(|token| {
            let word = words.word(token);
            token.kind != TokenKind::Word
                || word.starts_with(|c: char| c.is_ascii_digit())
                || word.starts_with(char::is_uppercase)
                || matches!(
                    word,
                    "am" | "pm" | "at" | "via" | "de" | "h" | "ago" | "hours" | "min"
                )
        })
}

/// The span without links at its end: they belong to the post, not to what was said.
pub(crate) fn without_links(words: Words<'_>, span: Span) -> Span {
    let mut kept = span.trimmed(words.text);
    loop {
        let text = kept.slice(words.text);
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_link = ["http://", "https://", "pic.twitter.com/", "t.co/", "www."]
            .iter()
            .any(|start| last.starts_with(start));
        if !is_link {
            return kept;
        }
        let end = kept.end - u32::try_from(last.len()).unwrap_or_default();
        kept = Span::new(kept.start, end).trimmed(words.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearsay_text::tokenize;

    /// Content, name and signature of each post.
    fn found(article: &Article) -> Vec<(String, String, String)> {
        let tokens = tokenize(&article.text);
        let words = Words {
            text: &article.text,
            tokens: &tokens,
        };
        let show = |spans: &[Span]| {
            let words: Vec<_> = spans.iter().map(|span| article.slice(*span)).collect();
            words.join(" / ")
        };
        posts(article, words)
            .iter()
            .map(|post| {
                (
                    show(&post.content),
                    show(&[post.name]),
                    show(&[post.signature]),
                )
            })
            .collect()
    }

    fn post(content: &str, name: &str, signature: &str) -> (String, String, String) {
        (content.into(), name.into(), signature.into())
    }

    #[test]
    fn a_signature_signs_the_paragraph_above_it() {
        for signature in [
            "— Ana Ruiz (@anaruiz) May 17, 2023",
            "?? Ana Ruiz (@anaruiz) May 17, 2023",
            "Ana Ruiz (@anaruiz)",
            "- Ana Ruiz (@anaruiz) 10:42 AM · 17 May 2023",
        ] {
            let text = format!(
                "He replied:\n\nWe won’t wait. Not now! https://t.co/x1 pic.twitter.com/y2\n\n{signature}\n\nThen he left."
            );
            assert_eq!(
                found(&Article::verbatim(text)),
                [post(
                    "We won’t wait. Not now!",
                    "Ana Ruiz",
                    "Ana Ruiz (@anaruiz)"
                )],
                "{signature}"
            );
        }
    }

    #[test]
    fn a_signature_at_the_end_signs_its_own_paragraph() {
        assert_eq!(
            found(&Article::verbatim(
                "We won’t wait. — Ana Ruiz (@anaruiz) May 17, 2023"
            )),
            [post("We won’t wait.", "Ana Ruiz", "Ana Ruiz (@anaruiz)")]
        );
    }

    #[test]
    fn a_handle_in_running_text_signs_nothing() {
        for text in [
            "One.\n\nAna Ruiz (@anaruiz) said that she would not wait for the vote.",
            "One.\n\nThe mayor, Ana Ruiz (@anaruiz), left.",
            "Is it over? Ana Ruiz (@anaruiz)",
            "— Ana Ruiz (@anaruiz) May 17, 2023",
            "Write to (@anaruiz",
        ] {
            assert_eq!(found(&Article::verbatim(text)), [], "{text}");
        }
    }
}
