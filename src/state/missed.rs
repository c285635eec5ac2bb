//! A quote that the engine missed: what it is most likely to be, guessed from the words a person selected.

use hearsay_annotate::{Annotation, Body, Origin, QuoteBody, Status};
use hearsay_text::{QuoteKind, Span};

use super::{Document, PieceError, Stamp, pieces};

/// Marks that open or close words somebody said.
const MARKS: [char; 14] = [
    '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』', '＂',
];

/// The quote that `words` are, said by whoever is quoted next to them. Quotation marks around them are left out.
///
/// # Errors
///
/// [`PieceError::NoWords`] when they hold none.
pub fn missed_quote(
    document: &Document,
    words: Span,
    stamp: Stamp,
) -> Result<Annotation, PieceError> {
    let text = &document.article.text;
    let mut target = pieces::fitted(&document.article, [words])?;
    let kind = kind_of(text, &mut target);
    let target = pieces::fitted(&document.article, target)?;
    Ok(Annotation {
        id: stamp.id,
        body: Body::Quote(QuoteBody {
            kind,
            reports: Default::default(),
            modality: Default::default(),
            cue: Vec::new(),
            source: Vec::new(),
            speaker: nearest_speaker(document, &target),
            evidence: None,
            evidence_at: Vec::new(),
            tags: Vec::new(),
            confidence: None,
        }),
        target,
        origin: Origin::Person,
        status: Status::Accepted,
        created: stamp.now,
        modified: stamp.now,
    })
}

/// Direct for words in marks, mixed for words with marks among them; marks at both ends are taken off.
fn kind_of(text: &str, target: &mut [Span]) -> QuoteKind {
    let (Some(first), Some(last)) = (target.first().copied(), target.last().copied()) else {
        return QuoteKind::Indirect;
    };
    let whole = first.cover(last).slice(text);
    let opens = whole.chars().next().filter(|c| MARKS.contains(c));
    let closes = whole.chars().next_back().filter(|c| MARKS.contains(c));
    let mut inner = whole;
    let mut in_marks = false;
    if let (Some(open), Some(close)) = (opens, closes)
        && whole.len() > open.len_utf8() + close.len_utf8()
    {
        in_marks = true;
        inner = &whole[open.len_utf8()..whole.len() - close.len_utf8()];
        let cut = |c: char| u32::try_from(c.len_utf8()).unwrap_or_default();
        if let Some(first) = target.first_mut() {
            first.start += cut(open);
        }
        if let Some(last) = target.last_mut() {
            last.end -= cut(close);
        }
    } else {
        let before = text.get(..first.start as usize).unwrap_or_default();
        let after = text.get(last.end as usize..).unwrap_or_default();
        let is_stop = |c: char| matches!(c, ',' | '.' | '!' | '?' | '…');
        in_marks = in_marks
            || before.ends_with(MARKS) && after.trim_start_matches(is_stop).starts_with(MARKS);
    }
    match (in_marks, inner.contains(MARKS)) {
        (true, false) => QuoteKind::Direct,
        (_, true) => QuoteKind::Mixed,
        (false, false) => QuoteKind::Indirect,
    }
}

/// The speaker of the quote that stands nearest, in the same block or one beside it; none is guessed from further away.
fn nearest_speaker(document: &Document, target: &[Span]) -> Option<String> {
    let article = &document.article;
    let whole = target.first()?.cover(*target.last()?);
    let own = article.block_at(whole.start)?;
    let near = document
        .annotations
        .quotes()
        .filter(|(quote, _)| quote.status != Status::Rejected)
        .filter_map(|(quote, body)| {
            let there = quote.target.first()?.cover(*quote.target.last()?);
            let block = article.block_at(there.start)?;
            let between = |a: Span, b: Span| b.start.saturating_sub(a.end);
            let distance = between(whole, there).max(between(there, whole));
            let speaker = body.speaker.as_ref()?;
            (block.abs_diff(own) <= 1).then_some((distance, speaker))
        });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, speaker)| speaker.clone())
}
