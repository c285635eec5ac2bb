//! Which colour each speaker has: the eight of the palette in the order of first appearance, then again from the first.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Document, Settings, Shown, use_document};

/// Colours in the palette of speakers, `--voice-0` to `--voice-7` in `tokens.css`.
const N_VOICES: usize = 8;

/// The colours of an article's speakers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices(BTreeMap<String, usize>);

impl Voices {
    /// Gives every speaker of `document` a colour.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut voices = BTreeMap::new();
        // Whoever is hidden unless asked for comes last, so that colours stay and those on screen differ.
        let usual = Settings::default();
        let shown = Shown::new(document, &usual);
        for first in [true, false] {
            for (annotation, quote) in document.annotations.quotes() {
                if let Some(speaker) = &quote.speaker
                    && !voices.contains_key(speaker)
                    && shown.shows(annotation) == first
                {
                    let next = voices.len();
                    voices.insert(speaker.clone(), next);
                }
            }
        }
        Self(voices)
    }

    /// The class that sets `--voice` to the speaker's colour.
    #[must_use]
    pub fn class(&self, speaker: Option<&str>) -> String {
        match speaker.and_then(|speaker| self.0.get(speaker)) {
            Some(nth) => format!("voice-{}", nth % N_VOICES),
            None => "voice-none".to_owned(),
        }
    }
}

/// The colours of the open article's speakers.
#[hook]
pub fn use_voices() -> Rc<Voices> {
    let document = use_document();
    use_memo(document, |document| {
        document.as_ref().map_or_else(Voices::default, Voices::of)
    })
}
