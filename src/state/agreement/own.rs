//! A mark of one's own where annotators disagree: what it begins with, and how its ends are moved.

use hearsay_annotate::agreement::OwnMark;
use hearsay_text::{Article, Span, TokenKind, tokenize};

use super::{Agreeing, Pick};

/// How an end of one's own mark is moved, by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// One word more at the start.
    StartEarlier,
    /// One word less at the start.
    StartLater,
    /// One word less at the end.
    EndEarlier,
    /// One word more at the end.
    EndLater,
}

impl Agreeing {
    /// What one's own mark begins with: what was decided, else the first mark there.
    pub(super) fn begin_own(&mut self, nth: usize) {
        self.look(nth);
        let Some((part, disagreement)) = self.matched.as_ref().and_then(|all| all.item(nth)) else {
            return;
        };
        let begun = match self.pick(nth) {
            Some(Pick::Own(own)) => Some(own.clone()),
            _ => part.marks(disagreement).next().map(|(_, mark)| OwnMark {
                spans: mark.spans.clone(),
                tags: mark.tags.clone(),
            }),
        };
        self.own = begun;
    }

    pub(super) fn nudge(&mut self, nudge: Nudge) {
        let Some(matched) = &self.matched else {
            return;
        };
        if let Some(own) = &mut self.own {
            nudged(&matched.article, &mut own.spans, nudge);
        }
    }
}

/// Moves an end of a mark by a word, within the blocks that it is in.
fn nudged(article: &Article, spans: &mut [Span], nudge: Nudge) {
    let (Some(start), Some(end)) = (
        spans.first().map(|span| span.start),
        spans.last().map(|span| span.end),
    ) else {
        return;
    };
    let block = |at: u32| Some(article.blocks.get(article.block_at(at)?)?.span);
    let (Some(first), Some(last)) = (block(start), block(end.saturating_sub(1).max(start))) else {
        return;
    };
    let region = first.cover(last);
    let (mut earlier, mut later) = (None, None);
    for token in tokenize(article.slice(region)) {
        if token.kind != TokenKind::Word {
            continue;
        }
        let (at, here) = match nudge {
            Nudge::StartEarlier | Nudge::StartLater => (region.start + token.span.start, start),
            Nudge::EndEarlier | Nudge::EndLater => (region.start + token.span.end, end),
        };
        if at < here {
            earlier = Some(at);
        } else if at > here && later.is_none() {
            later = Some(at);
        }
    }
    let n = spans.len();
    match nudge {
        Nudge::StartEarlier => spans[0].start = earlier.unwrap_or(start),
        Nudge::StartLater => {
            spans[0].start = later.filter(|at| *at < spans[0].end).unwrap_or(start);
        }
        Nudge::EndEarlier => {
            let least = spans[n - 1].start;
            spans[n - 1].end = earlier.filter(|at| *at > least).unwrap_or(end);
        }
        Nudge::EndLater => spans[n - 1].end = later.unwrap_or(end),
    }
}
