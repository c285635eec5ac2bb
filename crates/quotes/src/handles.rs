//! Names on social networks, and whose they are.
//!
//! Owns the ties that an article makes between a handle and a name: *Ana Ruiz (@anaruiz)*, or the name itself spelled as
//! a handle.

use hearsay_text::Span;

use crate::index::Index;
use crate::names::{Names, without};
use crate::order::sorted;
use crate::words::Words;

/// The handles of an article.
#[derive(Debug, Default)]
pub(crate) struct Handles<'a> {
    tied: Index<'a>,
    /// Bearer of each tied handle, and where the article ties it.
    bearers: Vec<(usize, Span)>,
    /// Hashes of the letters of names of several words, sorted, and their bearers; made when first asked for.
    spelled: Option<Vec<(u32, usize)>>,
}

impl<'a> Handles<'a> {
    /// Finds the handles that the article ties to a name right before them.
    pub(crate) fn new(words: Words<'a>, names: &Names) -> Self {
        let mut handles = Self::default();
        for (at, _) in words.text.match_indices('@') {
            let before = without(&words.text[..at], &["(", ",", " ", "["]);
            let end = u32::try_from(before.len()).unwrap_or(u32::MAX);
            let handle = handle_at(&words.text[at..]);
            if at - before.len() <= 4
                && !handle.is_empty()
                && let Some(mention) = names.ending_at(end)
                && handles.tied.insert(handle) == handles.bearers.len()
            {
                handles.bearers.push((mention.entity, mention.span));
            }
        }
        handles
    }

    /// Whose the handle at `span` is, and the words that tell.
    pub(crate) fn bearer(
        &mut self,
        words: Words<'_>,
        names: &Names,
        span: Span,
    ) -> Option<(usize, Span)> {
        let handle = handle_at(span.slice(words.text));
        if let Some(nth) = self.tied.find(handle) {
            return self.bearers.get(nth).copied();
        }
        let spelled = self.spelled.get_or_insert_with(|| {
            let named = names.entities.iter().enumerate();
            let named = named.filter(|(_, entity)| entity.is_named && entity.n_words > 1);
            let spelled: Vec<(u32, usize)> = named
                .map(|(nth, entity)| (hash(letters(entity.span.slice(words.text))), nth))
                .collect();
            sorted(&spelled, |(hash, _)| *hash)
        });
        let wanted = hash(letters(handle));
        let nth = spelled.partition_point(|(hash, _)| *hash < wanted);
        let (_, entity) = *spelled.get(nth)?;
        let span = names.entities[entity].span;
        let is_same = letters(span.slice(words.text)).eq(letters(handle));
        is_same.then_some((entity, span))
    }
}

/// The handle at the start of `text`, without its sign.
fn handle_at(text: &str) -> &str {
    let text = text.strip_prefix('@').unwrap_or(text);
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The letters and digits, those of English in small letters.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
}

/// A number that names of other letters rarely have.
fn hash(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(0, |hash, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193))
}
