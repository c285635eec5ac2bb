//! Owns chapters: from the files of a book in reading order to one article each, and to the book as a whole.

use std::collections::BTreeMap;

use hearsay_text::{Article, ArticleBuilder, BlockKind, Metadata, Place};

use super::contents::Starts;
use super::front::is_front_title;
use super::package::SpineItem;
use super::text::Text;
use crate::{Diagnostic, Event, LeftOut, LoadError, Reading, builder, check_size};

/// A chapter, or what stands before and after the chapters.
pub(super) struct Chapter {
    pub(super) title: Option<String>,
    pub(super) article: Article,
    pub(super) left_out: BTreeMap<LeftOut, usize>,
    is_front: bool,
}

/// Puts chapters together from files.
#[derive(Default)]
pub(super) struct Chapters {
    /// Those with words.
    pub(super) found: Vec<Chapter>,
    /// The language that the text says it is in.
    pub(super) language: Option<String>,
    at_hand: Pending,
    size: usize,
}

#[derive(Default)]
struct Pending {
    title: Option<String>,
    is_front: bool,
    events: Vec<Event>,
}

impl Chapters {
    /// Adds a file of the text. `starts` says where chapters begin; without a table of contents each file is one.
    ///
    /// # Errors
    ///
    /// [`LoadError::TooLarge`] if the text grows over the limit.
    pub(super) fn add(
        &mut self,
        item: &SpineItem,
        text: Text,
        starts: &Starts,
    ) -> Result<(), LoadError> {
        let is_front = item.is_front || text.is_front;
        let listed = starts
            .get(&item.path)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let positions = text.positions(listed.iter().filter_map(|(id, _)| id.as_deref()));
        let mut cuts: Vec<(usize, &str)> = Vec::new();
        for (nth, (id, title)) in listed.iter().enumerate() {
            let at = match id.as_deref().map(|id| positions.get(id)) {
                None => Some(0),
                Some(Some(at)) => Some(*at),
                // It leads nowhere; the first of a file is likely at its start.
                Some(None) => (nth == 0).then_some(0),
            };
            cuts.extend(at.map(|at| (at, title.as_str())));
        }
        cuts.sort_by_key(|(at, _)| *at);
        // What begins at one place is called by the last of its titles, which is the innermost.
        cuts.reverse();
        cuts.dedup_by_key(|(at, _)| *at);
        cuts.reverse();
        // A file that is not listed goes on with the chapter before, if there is one.
        let stands_alone = starts.is_empty() || is_front || self.at_hand.is_front;
        if stands_alone && cuts.first().is_none_or(|(at, _)| *at > 0) {
            self.finish()?;
            self.at_hand.is_front = is_front;
        }
        let mut events = text.events.into_iter();
        let mut at = 0;
        for (nth, (cut, title)) in cuts.into_iter().enumerate() {
            self.at_hand.events.extend(events.by_ref().take(cut - at));
            at = cut;
            self.finish()?;
            self.at_hand.title = Some(title.to_owned());
            self.at_hand.is_front = is_front_title(title) || is_front && nth == 0;
        }
        self.at_hand.events.extend(events);
        Ok(())
    }

    /// Ends the chapter at hand.
    pub(super) fn finish(&mut self) -> Result<(), LoadError> {
        let Pending {
            title,
            is_front,
            events,
        } = std::mem::take(&mut self.at_hand);
        if events.is_empty() {
            return Ok(());
        }
        let (mut article, diagnostics) = builder::extract(&events);
        drop(events);
        let language = article.metadata.language.take();
        self.language = self.language.take().or(language);
        if article.blocks.is_empty() {
            return Ok(());
        }
        self.size += article.text.len();
        check_size(self.size)?;
        let mut left_out = BTreeMap::new();
        for diagnostic in diagnostics {
            if let Diagnostic::LeftOut { what, count } = diagnostic {
                *left_out.entry(what).or_default() += count;
            }
        }
        self.found.push(Chapter {
            title: title.or_else(|| first_heading(&article)),
            article,
            left_out,
            is_front,
        });
        Ok(())
    }
}

impl Chapter {
    /// Whether a person may want to read it by itself.
    pub(super) fn is_chapter(&self) -> bool {
        let is_heading = |kind| matches!(kind, BlockKind::Heading(_));
        let has_text = || {
            self.article
                .blocks
                .iter()
                .any(|block| !is_heading(block.kind))
        };
        !self.is_front && has_text()
    }

    /// The chapter as an article of its own, of a book with this metadata.
    pub(super) fn into_reading(mut self, nth: usize, book: &Metadata) -> Reading {
        let title = self.title.unwrap_or_else(|| format!("Part {nth}"));
        let label = label(&title, &self.article.text);
        let whole = book.title.as_ref().filter(|whole| **whole != title);
        let full = match whole {
            Some(whole) => format!("{title} – {whole}"),
            None => title.clone(),
        };
        self.article.metadata = Metadata {
            title: Some(full),
            ..book.clone()
        };
        self.article.landmarks = vec![hearsay_text::Landmark {
            start: 0,
            place: Place::Chapter(title),
        }];
        Reading {
            label,
            article: self.article,
            diagnostics: diagnostics_of(self.left_out),
        }
    }
}

/// All chapters and what stands around them as one article.
pub(super) fn whole(chapters: &[Chapter], metadata: Metadata) -> (Article, Vec<Diagnostic>) {
    let mut builder = ArticleBuilder::new(metadata);
    let mut left_out: BTreeMap<LeftOut, usize> = BTreeMap::new();
    for chapter in chapters {
        if let Some(title) = &chapter.title {
            builder.landmark(Place::Chapter(title.clone()));
        }
        let article = &chapter.article;
        for block in &article.blocks {
            let mut inlines = block.inlines.clone();
            for inline in &mut inlines {
                inline.span.start -= block.span.start;
                inline.span.end -= block.span.start;
            }
            builder.push(block.kind, article.slice(block.span), inlines);
        }
        for (what, count) in &chapter.left_out {
            *left_out.entry(*what).or_default() += count;
        }
    }
    (builder.build(), diagnostics_of(left_out))
}

fn diagnostics_of(left_out: BTreeMap<LeftOut, usize>) -> Vec<Diagnostic> {
    let all = left_out.into_iter();
    all.map(|(what, count)| Diagnostic::LeftOut { what, count })
        .collect()
}

/// *Chapter 3: The Flood · 3,200 words*.
pub(super) fn label(title: &str, text: &str) -> String {
    let has_letters = |word: &&str| word.chars().any(char::is_alphanumeric);
    let n_words = text.split_whitespace().filter(has_letters).count();
    let unit = if n_words == 1 { "word" } else { "words" };
    format!("{title} · {} {unit}", grouped(n_words))
}

/// A number with a comma between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

fn first_heading(article: &Article) -> Option<String> {
    let is_heading = |kind| matches!(kind, BlockKind::Heading(_));
    let heading = article.blocks.iter().find(|block| is_heading(block.kind))?;
    let words = article.slice(heading.span).split_whitespace();
    Some(words.collect::<Vec<_>>().join(" "))
}
