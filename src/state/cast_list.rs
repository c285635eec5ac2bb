//! The cast of the open article: who speaks, as what, how much.

use std::collections::HashMap;

use hearsay_annotate::Profile;

use super::{Document, Settings, Shown};

/// A speaker of the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CastMember {
    /// Who; `None` for the quotes that nobody could be found for.
    pub speaker: Option<String>,
    /// What is known of them.
    pub profile: Profile,
    /// Number of their quotes that are shown.
    pub n_quotes: usize,
    /// Number of the words in them.
    pub n_words: usize,
    /// Share of these in the words of all quotes that are shown, in percent.
    pub percent: usize,
}

/// The cast, the one with most quotes first, ties by first appearance, nobody last: the order of the quotes by speaker.
#[must_use]
pub fn cast(document: &Document, settings: &Settings) -> Vec<CastMember> {
    let shown = Shown::new(document, settings);
    let mut members: Vec<CastMember> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    let mut n_words = 0;
    for (annotation, quote) in document.annotations.quotes() {
        if !shown.shows(annotation) {
            continue;
        }
        let speaker = quote.speaker.as_deref();
        let place = *places.entry(speaker).or_insert_with(|| {
            let profile = speaker.and_then(|name| document.annotations.cast().get(name));
            members.push(CastMember {
                speaker: quote.speaker.clone(),
                profile: profile.cloned().unwrap_or_default(),
                n_quotes: 0,
                n_words: 0,
                percent: 0,
            });
            members.len() - 1
        });
        let pieces = annotation.target.iter();
        let words = pieces.map(|piece| document.article.slice(*piece).split_whitespace().count());
        let words: usize = words.sum();
        members[place].n_quotes += 1;
        members[place].n_words += words;
        n_words += words;
    }
    for member in &mut members {
        member.percent = (member.n_words * 200 + n_words) / (2 * n_words.max(1));
    }
    // Stable, so ties stay in the order of first appearance.
    members.sort_by_key(|member| (member.speaker.is_none(), std::cmp::Reverse(member.n_quotes)));
    members
}

/// The names of all speakers of `document`, shown or not, in the order of first appearance.
#[must_use]
pub fn speaker_names(document: &Document) -> Vec<String> {
    let mut seen: HashMap<Option<&str>, usize> = HashMap::new();
    let quotes = document.annotations.quotes();
    quotes
        .filter_map(|(_, quote)| {
            let name = quote.speaker.as_deref()?;
            let first = seen.insert(Some(name), 0).is_none();
            first.then(|| name.to_owned())
        })
        .collect()
}
