//! Interviews in question-and-answer form: paragraphs that begin with who speaks, before a colon or in bold.
//!
//! Owns the recognition of such turns (*Courier: Who reads the book?*). A label counts only when the article is built of
//! them: two labels at least take turns, and each of those two does so twice or more.

use std::collections::BTreeMap;

use hearsay_text::{
    Article, Block, BlockKind, InlineStyle, Modality, QuoteKind, ReportKind, Span, TokenKind,
};

use crate::Quote;
use crate::words::Words;

/// Confidence of a quote that the form of an interview vouches for.
const CONFIDENCE: f32 = 0.9;

/// Most words of a label.
const LONGEST_LABEL: usize = 4;

/// Turns from which an article has the form of an interview.
const FEWEST_TURNS: usize = 4;

#[derive(Clone)]
struct Turn {
    label: Span,
    /// None after a name in bold.
    colon: Option<Span>,
    /// The words after the label.
    content: Span,
    /// Further paragraphs up to the next label.
    more: Vec<Span>,
}

impl Turn {
    /// All of the turn, label and all.
    fn area(&self) -> Span {
        let end = self.more.last().unwrap_or(&self.content);
        self.label.cover(*end)
    }
}

/// Adds a quote for every turn of an interview, in place of what the tagger found in it, but for quotes inside an answer
/// that have a source of their own (*My wife says I have earned it*).
pub(crate) fn take_in_turns(article: &Article, words: Words<'_>, quotes: &mut Vec<Quote>) {
    let turns = turns(article, words);
    if turns.is_empty() {
        return;
    }
    let turn_at = |span: Span| {
        let nth = turns.partition_point(|turn| turn.area().end <= span.start);
        turns.get(nth).filter(|turn| span.start < turn.area().end)
    };
    quotes.retain(|quote| {
        let Some(first) = quote.content.first() else {
            return false;
        };
        let Some(turn) = turn_at(*first).filter(|turn| turn.label.start <= first.start) else {
            return true;
        };
        let has_own_source = quote.source.iter().any(|source| {
            let mention = source.slice(words.text).to_lowercase();
            turn.area().encloses(*source)
                && source.start >= turn.content.start
                && !matches!(mention.as_str(), "i" | "we" | "you")
        });
        has_own_source && quote.content.iter().all(|span| turn.area().encloses(*span))
    });
    quotes.extend(turns.into_iter().map(|turn| Quote {
        content: [vec![turn.content], turn.more].concat(),
        cue: turn.colon.into_iter().collect(),
        source: vec![turn.label],
        kind: QuoteKind::Direct,
        reports: ReportKind::Speech,
        modality: Modality::Actual,
        marked: false,
        speaker: None,
        confidence: CONFIDENCE,
    }));
}

fn turns(article: &Article, words: Words<'_>) -> Vec<Turn> {
    let turns: Vec<Turn> = article
        .blocks
        .iter()
        .filter_map(|block| turn_of(words, block))
        .collect();
    let mut n_of_label: BTreeMap<&str, usize> = BTreeMap::new();
    for turn in &turns {
        *n_of_label.entry(turn.label.slice(words.text)).or_default() += 1;
    }
    let n_of = |turn: &Turn| n_of_label.get(turn.label.slice(words.text)).copied();
    let n_labels = n_of_label.values().filter(|n| **n >= 2).count();
    if turns.len() < FEWEST_TURNS || n_labels < 2 {
        return Vec::new();
    }
    let mut kept: Vec<Turn> = turns
        .iter()
        .filter(|turn| n_of_label.len() <= 3 || n_of(turn) >= Some(2))
        .cloned()
        .collect();
    add_paragraphs(article, &mut kept);
    kept
}

/// Gives each turn the paragraphs up to the next one. What follows the last turn may be the writer's again.
fn add_paragraphs(article: &Article, turns: &mut [Turn]) {
    let starts: Vec<u32> = turns.iter().skip(1).map(|turn| turn.label.start).collect();
    for (turn, next) in turns.iter_mut().zip(starts) {
        let Some(own) = article.block_at(turn.label.start) else {
            continue;
        };
        let between = article.blocks[own + 1..]
            .iter()
            .take_while(|block| block.span.start < next && block.kind == BlockKind::Paragraph);
        let between = between.map(|block| block.span.trimmed(&article.text));
        turn.more = between.filter(|span| !span.is_empty()).collect();
    }
}

/// The turn that a block is by its look: a name and a colon, or a name in bold, and words after it.
fn turn_of(words: Words<'_>, block: &Block) -> Option<Turn> {
    let tokens = words.within(block.span);
    let reach = tokens.len().min(LONGEST_LABEL + 2);
    let colon = tokens[..reach]
        .iter()
        .position(|token| words.word(token) == ":");
    let n_bold = || {
        let first = block.inlines.first().filter(|inline| {
            inline.style == InlineStyle::Strong && inline.span.start == block.span.start
        })?;
        let n = words.within(first.span).len();
        (n <= LONGEST_LABEL).then_some(n)
    };
    let n_label = colon.or_else(n_bold)?;
    let label = tokens.get(..n_label).filter(|label| !label.is_empty())?;
    let is_name = label.iter().all(|token| {
        let word = words.word(token);
        token.kind == TokenKind::Word && word.starts_with(char::is_uppercase) || word == "."
    });
    let label = label.first()?.span.cover(label.last()?.span);
    let colon = colon.map(|colon| tokens[colon].span);
    let content = Span::new(colon.unwrap_or(label).end, block.span.end).trimmed(words.text);
    (is_name && !content.is_empty()).then_some(Turn {
        label,
        colon,
        content,
        more: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearsay_text::tokenize;

    fn found(text: &str) -> Vec<String> {
        found_in(&Article::verbatim(text))
    }

    fn found_in(article: &Article) -> Vec<String> {
        let text = &*article.text;
        let tokens = tokenize(text);
        let words = Words {
            text,
            tokens: &tokens,
        };
        let show = |turn: &Turn| {
            let (label, content) = (turn.label.slice(text), turn.content.slice(text));
            format!("{label} / {content}")
        };
        turns(article, words).iter().map(show).collect()
    }

    #[test]
    fn turns_of_an_interview_are_found() {
        assert_eq!(
            found("We met.\n\nQ: Why?\n\nA: Why not?\n\nQ: When?\n\nA: Now: today."),
            ["Q / Why?", "A / Why not?", "Q / When?", "A / Now: today."]
        );
    }

    #[test]
    fn names_in_bold_take_turns_as_well() {
        let text =
            "Courier Who built it?\n\nMira Holt My father.\n\nCourier When?\n\nMira Holt Long ago.";
        let mut article = Article::verbatim(text);
        for block in &mut article.blocks {
            let name = ["Courier", "Mira Holt"]
                .into_iter()
                .find(|name| block.span.slice(text).starts_with(name))
                .unwrap();
            let start = block.span.start;
            block.inlines.push(hearsay_text::Inline {
                span: Span::new(start, start + u32::try_from(name.len()).unwrap()),
                style: InlineStyle::Strong,
            });
        }
        assert_eq!(
            found_in(&article),
            [
                "Courier / Who built it?",
                "Mira Holt / My father.",
                "Courier / When?",
                "Mira Holt / Long ago."
            ]
        );
        assert_eq!(found(text), [""; 0]);
    }

    #[test]
    fn a_colon_now_and_then_is_no_interview() {
        for text in [
            "Price: 14 crowns\n\nPlace: Osk\n\nDate: May\n\nTime: noon",
            "Q: Why?\n\nA: Why not?",
            "the mayor: no\n\nthe mayor: yes\n\nhe: no\n\nhe: yes",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
