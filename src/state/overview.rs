//! An article at a glance: who has how many of its words, where they stand, and how many there are of what.
//!
//! A word counts once, however many quotes it lies in: for the innermost, whose speaker is the one who says it.

use std::cmp::Reverse;
use std::collections::HashMap;

use hearsay_annotate::{Annotation, Body, QuoteBody, Status, is_touched};
use hearsay_text::{Article, QuoteKind, Span, TokenKind, tokenize};

use super::{Document, Facet, Filters, Only, Settings, Shown, Standing};

/// Parts that an article is divided into, to show where quotes are dense.
const N_PARTS: usize = 20;

/// An article at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// Words of the article.
    pub n_words: usize,
    /// Those that somebody says, by the quotes shown.
    pub n_quoted: usize,
    /// Quotes shown.
    pub n_quotes: usize,
    /// Claims of a person's that are shown.
    pub n_claims: usize,
    /// Claims shown that the engine suggests.
    pub n_suggested: usize,
    /// Speakers: who has most words first, nobody last.
    pub speakers: Vec<Share>,
    /// The kinds of quotes, in their order.
    pub kinds: Vec<Share>,
    /// The tags that were given, in the order of the tag set; those that it lacks behind.
    pub tags: Vec<Share>,
    /// How far things have come; what nothing is at is left out.
    pub standings: Vec<Share>,
    /// What claims came to, in the order of the scale; open ones last. Empty when none has a verdict.
    pub verdicts: Vec<Share>,
    /// The article from its start to its end in parts of as many words each.
    pub parts: Vec<Stretch>,
}

/// What there is of one thing. It is counted without the filters on such things, so that what else there is can still be
/// chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Of what.
    pub of: Only,
    /// Words, each counted once.
    pub words: usize,
    /// Quotes, or quotes and claims.
    pub n: usize,
}

/// A part of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First byte.
    pub start: u32,
    /// Its words.
    pub words: usize,
    /// Those that somebody says.
    pub quoted: usize,
    /// Claims of a person's that begin in it.
    pub claims: usize,
}

/// First bytes of the words of `article`: letters and digits between white space and signs. What hangs on by an apostrophe is
/// no word of its own; of scripts without spaces each character is.
#[must_use]
pub fn word_starts(article: &Article) -> Vec<u32> {
    let mut last_end = None;
    let text = &article.text;
    let words = tokenize(text).into_iter().filter_map(|token| {
        if token.kind != TokenKind::Word {
            return None;
        }
        let goes_on =
            last_end == Some(token.span.start) && token.span.slice(text).contains(['\'', '’']);
        last_end = Some(token.span.end);
        (!goes_on).then_some(token.span.start)
    });
    words.collect()
}

/// The quotes that are shown, and which of them each word is of.
struct Said<'a> {
    quotes: Vec<&'a QuoteBody>,
    /// For each word the quote, if it is in one.
    of_word: Vec<Option<u32>>,
}

impl<'a> Said<'a> {
    fn new(document: &'a Document, shown: &Shown<'_>, words: &[u32]) -> Self {
        let mut quotes = Vec::new();
        let mut spans: Vec<(u32, Reverse<u32>, u32)> = Vec::new();
        for (annotation, quote) in document.annotations.quotes() {
            if annotation.status == Status::Rejected || !shown.shows(annotation) {
                continue;
            }
            let nth = u32::try_from(quotes.len()).unwrap_or(u32::MAX);
            let pieces = annotation.target.iter();
            spans.extend(pieces.map(|span| (span.start, Reverse(span.end), nth)));
            quotes.push(quote);
        }
        spans.sort_unstable();
        let mut next = spans.into_iter().peekable();
        // What has begun, the innermost last. What ends below something that goes on is met when that has ended.
        let mut open: Vec<(u32, u32)> = Vec::new();
        let of_word = words.iter().map(|word| {
            while let Some((_, Reverse(end), nth)) = next.next_if(|span| span.0 <= *word) {
                open.push((end, nth));
            }
            while open.pop_if(|(end, _)| *end <= *word).is_some() {}
            open.last().map(|(_, nth)| *nth)
        });
        let of_word = of_word.collect();
        Self { quotes, of_word }
    }

    /// Quotes and words by what each quote is: `name` tells these things apart.
    fn shares(
        &self,
        name: fn(&QuoteBody) -> Option<&str>,
        of: fn(&QuoteBody) -> Only,
    ) -> Vec<Share> {
        let mut shares: Vec<Share> = Vec::new();
        let mut known: HashMap<Option<&str>, usize> = HashMap::new();
        let mut places = Vec::with_capacity(self.quotes.len());
        for quote in &self.quotes {
            let place = *known.entry(name(quote)).or_insert_with(|| {
                shares.push(none(of(quote)));
                shares.len() - 1
            });
            shares[place].n += 1;
            places.push(place);
        }
        for nth in self.of_word.iter().flatten() {
            if let Some(place) = places.get(*nth as usize) {
                shares[*place].words += 1;
            }
        }
        shares
    }
}

impl Overview {
    /// `document` at a glance; `words` are its [`word_starts`].
    #[must_use]
    pub fn of(document: &Document, settings: &Settings, words: &[u32]) -> Self {
        let mut overview = Self {
            n_words: words.len(),
            ..Self::default()
        };
        let with = |filters: Filters| Settings {
            filters,
            ..settings.clone()
        };
        let without = |facet: Facet| with(settings.filters.without(facet));

        let others = without(Facet::Speaker);
        let said = Said::new(document, &Shown::new(document, &others), words);
        overview.speakers = said.shares(
            |quote| quote.speaker.as_deref(),
            |quote| Only::Speaker(quote.speaker.clone()),
        );
        // Stable, so ties stay in the order of first appearance.
        overview.speakers.sort_by_key(|share| {
            (
                share.of == Only::Speaker(None),
                Reverse((share.words, share.n)),
            )
        });

        let others = without(Facet::Kind);
        let said = Said::new(document, &Shown::new(document, &others), words);
        let shares = said.shares(
            |quote| Some(quote.kind.name()),
            |quote| Only::Kind(quote.kind),
        );
        let kinds = QuoteKind::ALL.map(|kind| {
            let of = Only::Kind(kind);
            let known = shares.iter().find(|share| share.of == of);
            known.cloned().unwrap_or_else(|| none(of))
        });
        overview.kinds = kinds.into();

        overview.count_tags(document, &without(Facet::Tag));
        overview.count_verdicts(document, &without(Facet::Verdict));
        overview.count_standings(document, &without(Facet::Standing), with);

        let shown = Shown::new(document, settings);
        let said = Said::new(document, &shown, words);
        overview.n_quotes = said.quotes.len();
        overview.n_quoted = said.of_word.iter().flatten().count();
        let mut claims = Vec::new();
        for (annotation, _) in document.annotations.claims() {
            if Standing::Accepted.is_of(annotation) && shown.shows(annotation) {
                claims.push(start_of(annotation));
            } else if !is_touched(annotation) && shown.shows(annotation) {
                overview.n_suggested += 1;
            }
        }
        overview.n_claims = claims.len();
        overview.parts = parts(words, &said.of_word, &claims);
        overview
    }

    fn count_tags(&mut self, document: &Document, settings: &Settings) {
        let shown = Shown::new(document, settings);
        let tags = document.tag_set().tags.iter();
        self.tags = tags
            .map(|tag| Only::Tag(tag.id.clone()))
            .map(none)
            .collect();
        for annotation in document.annotations.iter() {
            let tags = match &annotation.body {
                Body::Claim(claim) if Standing::Accepted.is_of(annotation) => &claim.tags,
                Body::Quote(quote) if !quote.tags.is_empty() => &quote.tags,
                _ => continue,
            };
            if shown.shows(annotation) {
                for tag in tags {
                    add(&mut self.tags, Only::Tag(tag.clone()));
                }
            }
        }
        self.tags.retain(|share| share.n > 0);
    }

    fn count_verdicts(&mut self, document: &Document, settings: &Settings) {
        let shown = Shown::new(document, settings);
        let verdicts = document.tag_set().verdicts.iter();
        self.verdicts = verdicts
            .map(|verdict| Only::Verdict(Some(verdict.id.clone())))
            .map(none)
            .collect();
        let mut open = 0;
        for (annotation, claim) in document.annotations.claims() {
            if !Standing::Accepted.is_of(annotation) || !shown.shows(annotation) {
                continue;
            }
            match &claim.verdict {
                None => open += 1,
                verdict => add(&mut self.verdicts, Only::Verdict(verdict.clone())),
            }
        }
        self.verdicts.retain(|share| share.n > 0);
        if !self.verdicts.is_empty() && open > 0 {
            self.verdicts.push(Share {
                of: Only::Verdict(None),
                words: 0,
                n: open,
            });
        }
    }

    fn count_standings(
        &mut self,
        document: &Document,
        settings: &Settings,
        with: impl Fn(Filters) -> Settings,
    ) {
        // Rejected ones are shown only where they are asked for.
        let mut filters = settings.filters.clone();
        filters.only.extend(Standing::ALL.map(Only::Standing));
        let all = with(filters);
        let shown = Shown::new(document, &all);
        self.standings = Standing::ALL.map(Only::Standing).map(none).into();
        for annotation in document.annotations.iter() {
            if shown.shows(annotation) {
                for (share, standing) in self.standings.iter_mut().zip(Standing::ALL) {
                    share.n += usize::from(standing.is_of(annotation));
                }
            }
        }
        self.standings.retain(|share| share.n > 0);
    }
}

const fn none(of: Only) -> Share {
    Share { of, words: 0, n: 0 }
}

fn add(shares: &mut Vec<Share>, of: Only) {
    match shares.iter_mut().find(|share| share.of == of) {
        Some(share) => share.n += 1,
        None => shares.push(Share { of, words: 0, n: 1 }),
    }
}

fn start_of(annotation: &Annotation) -> u32 {
    annotation
        .target
        .first()
        .map_or(0, |span: &Span| span.start)
}

/// The article in parts; `claims` are the first bytes of these, ascending.
fn parts(words: &[u32], of_word: &[Option<u32>], claims: &[u32]) -> Vec<Stretch> {
    let n = N_PARTS.min(words.len());
    let cut = |nth: usize| nth * words.len() / n.max(1);
    let start = |nth: usize| match nth {
        0 => 0,
        nth => words.get(cut(nth)).copied().unwrap_or(u32::MAX),
    };
    let before = |at: u32| claims.partition_point(|claim| *claim < at);
    (0..n)
        .map(|nth| Stretch {
            start: start(nth),
            words: cut(nth + 1) - cut(nth),
            quoted: of_word[cut(nth)..cut(nth + 1)].iter().flatten().count(),
            claims: before(start(nth + 1)) - before(start(nth)),
        })
        .collect()
}
