//! Finding words in the open article: where they are, and which of the places is looked at.
//!
//! Letters are compared as the search of the library does it ([`super::search`]): case and accents make no difference.

use std::rc::Rc;

use hearsay_annotate::Status;
use hearsay_text::Span;

use super::search::fold_char;
use super::{Document, Settings, Shown};

/// Folded bytes between two places whose byte in the text is written down.
const STRIDE: usize = 256;
/// The most places that are kept: those of one letter in a long book.
const MAX_HITS: usize = 1_000_000;

/// A text made ready to be searched often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedText {
    folded: String,
    /// Bytes of the folded text and of the text that begin the same letter, one in [`STRIDE`] or so.
    places: Vec<(usize, usize)>,
}

/// What is sought in the open article, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// The words as typed.
    pub query: String,
    /// Whether they must not go on in letters on either side.
    pub whole_words: bool,
    /// Whose words are searched; `None` for all of the article.
    pub speaker: Option<String>,
    /// Where they are, in the order of the article.
    pub hits: Rc<Vec<Span>>,
    /// Which of these is looked at.
    pub at: usize,
    /// How often the bar was asked for, so that it takes the focus each time.
    pub asked: u32,
    /// How often a place was gone to, so that it comes into view even if it is the only one.
    pub gone: u32,
    /// First byte from where on a new search looks first.
    near: u32,
    text: Rc<FoldedText>,
}

/// What happens to finding in the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindAction {
    /// Show the bar, or give it the focus once more. The search begins at this byte.
    Open {
        /// First byte in view.
        near: u32,
    },
    /// Put the bar away; what is looked at stays chosen.
    Close,
    /// Seek these words.
    Query(String),
    /// Whether the words must be whole.
    WholeWords(bool),
    /// Search what this speaker said; `None` for all of the article.
    By(Option<String>),
    /// Go to the next place.
    Step {
        /// To the one before instead.
        back: bool,
    },
}

/// The letter as it is compared: white space is all alike.
fn fold(c: char) -> Option<char> {
    if c.is_whitespace() {
        Some(' ')
    } else {
        fold_char(c)
    }
}

impl FoldedText {
    /// Makes `text` ready.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut due = 0;
        for (at, c) in text.char_indices() {
            let Some(plain) = fold(c) else {
                continue;
            };
            if folded.len() >= due {
                places.push((folded.len(), at));
                due = folded.len() + STRIDE;
            }
            folded.push(plain);
        }
        Self { folded, places }
    }

    /// The byte of `text` that became the byte `at`; behind the last letter its end.
    fn unfolded(&self, text: &str, at: usize) -> usize {
        let before = self.places.partition_point(|place| place.0 <= at);
        let (mut folded, from) = self.places[..before].last().copied().unwrap_or_default();
        for (here, c) in text[from..].char_indices() {
            if let Some(plain) = fold(c) {
                if folded >= at {
                    return from + here;
                }
                folded += plain.len_utf8();
            }
        }
        text.len()
    }

    /// Where `query` is in `text`, which this was made of. No two places overlap.
    #[must_use]
    pub fn find(&self, text: &str, query: &str, whole_words: bool) -> Vec<Span> {
        let folded: String = query.chars().filter_map(fold).collect();
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let query = words.join(" ");
        if query.is_empty() {
            return Vec::new();
        }
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let goes_on = |one: Option<char>, other: Option<char>| is_word(one) && is_word(other);
        let is_whole = |at: usize| {
            let (before, after) = (&self.folded[..at], &self.folded[at + query.len()..]);
            !goes_on(before.chars().next_back(), query.chars().next())
                && !goes_on(query.chars().next_back(), after.chars().next())
        };
        self.folded
            .match_indices(query.as_str())
            .map(|(at, _)| at)
            .filter(|at| !whole_words || is_whole(*at))
            .take(MAX_HITS)
            .map(|at| {
                let (start, end) = (at, at + query.len());
                let found = self.unfolded(text, start)..self.unfolded(text, end);
                // A mark that changes the last letter belongs to it; white space that was passed over does not.
                let kept = text[found.clone()].trim_end().len();
                Span::from_range(found.start..found.start + kept)
            })
            .collect()
    }
}

impl Find {
    /// A bar with nothing sought yet.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        Self {
            query: String::new(),
            whole_words: false,
            speaker: None,
            hits: Rc::default(),
            at: 0,
            asked: 0,
            gone: 0,
            near: 0,
            text: Rc::new(FoldedText::new(&document.article.text)),
        }
    }

    /// The place looked at.
    #[must_use]
    pub fn hit(&self) -> Option<Span> {
        self.hits.get(self.at).copied()
    }

    /// Does what `action` says, but for closing.
    pub fn apply(&mut self, action: FindAction, document: &Document, settings: &Settings) {
        match action {
            FindAction::Open { near } => {
                self.asked += 1;
                // Somebody who is at a place goes on from there.
                if self.hit().is_none() {
                    self.near = near;
                }
                return;
            }
            FindAction::Close => return,
            FindAction::Step { back } => {
                let n = self.hits.len();
                if n > 0 {
                    self.at = (self.at + if back { n - 1 } else { 1 }) % n;
                    self.near = self.hits[self.at].start;
                    self.gone += 1;
                }
                return;
            }
            FindAction::Query(query) => self.query = query,
            FindAction::WholeWords(whole) => self.whole_words = whole,
            FindAction::By(speaker) => self.speaker = speaker,
        }
        self.seek(document, settings);
    }

    /// Looks for the words again, and goes to the first place from where the reader was.
    fn seek(&mut self, document: &Document, settings: &Settings) {
        let text = &document.article.text;
        let mut hits = self.text.find(text, &self.query, self.whole_words);
        if let Some(speaker) = &self.speaker {
            let said = said_by(document, settings, speaker);
            let mut said = said.iter().copied().peekable();
            hits.retain(|hit| {
                while said.peek().is_some_and(|span| span.end < hit.end) {
                    said.next();
                }
                said.peek().is_some_and(|span| span.encloses(*hit))
            });
        }
        self.at = hits.partition_point(|hit| hit.start < self.near);
        if self.at == hits.len() {
            self.at = 0;
        }
        self.hits = Rc::new(hits);
        self.gone += 1;
    }
}

/// What `speaker` says by the quotes that are shown: ascending spans, apart from each other.
fn said_by(document: &Document, settings: &Settings, speaker: &str) -> Vec<Span> {
    let shown = Shown::new(document, settings);
    let mut said: Vec<Span> = Vec::new();
    for (annotation, quote) in document.annotations.quotes() {
        let is_theirs = quote.speaker.as_deref() == Some(speaker);
        if is_theirs && annotation.status != Status::Rejected && shown.shows(annotation) {
            said.extend(&annotation.target);
        }
    }
    said.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(said.len());
    for span in said {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}
