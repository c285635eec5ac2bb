//! The card beside a mark under the pointer: who, how, with which words, on what evidence.

use hearsay_annotate::{AnnotationId, Body, is_touched};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::voices::use_voices;
use crate::state::{Shown, use_document, use_settings};
use crate::t;

/// Widest the card gets, in CSS pixels; see `quote_card.css`.
const WIDTH: f64 = 320.0;
/// Room kept between the card and the edge of the window.
const MARGIN: f64 = 12.0;
/// Room between the card and its mark, in CSS pixels.
const GAP: f64 = 8.0;

/// Properties of [`QuoteCard`].
#[derive(Properties, PartialEq)]
pub struct QuoteCardProps {
    /// Which annotation.
    pub id: AnnotationId,
    /// Left edge of the mark in the window, in CSS pixels.
    pub left: f64,
    /// Upper edge of the mark in the window, in CSS pixels.
    pub top: f64,
    /// Lower edge of the mark in the window, in CSS pixels.
    pub bottom: f64,
}

/// The card.
#[component]
pub fn QuoteCard(props: &QuoteCardProps) -> Html {
    let document = use_document();
    let settings = use_settings();
    let voices = use_voices();
    let Some(document) = document.as_ref() else {
        return html! {};
    };
    let Some(annotation) = document.annotations.get(&props.id) else {
        return html! {};
    };
    let room = |side: Option<Result<JsValue, JsValue>>| side?.ok()?.as_f64();
    let window = web_sys::window();
    let width = room(window.as_ref().map(|window| window.inner_width())).unwrap_or(WIDTH);
    let height = room(window.as_ref().map(|window| window.inner_height())).unwrap_or_default();
    let left = props.left.min(width - WIDTH - MARGIN).max(MARGIN);
    // On the side of the mark that has more room, so that it never leaves the window.
    let side = if props.bottom > height - props.top {
        ["bottom: ", &pixels(height - props.top + GAP)].concat()
    } else {
        ["top: ", &pixels(props.bottom + GAP)].concat()
    };
    let style = ["left: ", &pixels(left), "; ", &side].concat();
    let speaker = Shown::new(document, &settings).speaker_of(annotation);
    let slice = |spans: &[hearsay_text::Span]| {
        (!spans.is_empty()).then(|| super::words_of(&document.article, spans))
    };
    let rows: Vec<(String, String)> = match &annotation.body {
        Body::Quote(quote) => [
            Some((
                t!("review-card-kind"),
                super::quote_label(quote.kind, quote.reports, quote.modality),
            )),
            slice(&quote.source).map(|words| (t!("review-card-source"), words)),
            slice(&quote.cue).map(|words| (t!("review-card-cue"), words)),
            super::evidence_label(&document.article, quote)
                .map(|label| (t!("review-card-speaker"), label)),
            slice(&quote.evidence_at).map(|words| (t!("review-card-told-by"), words)),
            quote
                .confidence
                .map(|confidence| (t!("review-card-confidence"), super::percent(confidence))),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Body::Claim(claim) => [
            Some((
                t!("review-card-tag"),
                document.tag_set().labels(&claim.tags),
            )),
            claim
                .check_worthiness
                .map(|worth| (t!("review-card-worth"), super::percent(worth))),
            (!claim.note.is_empty()).then(|| (t!("review-card-note"), claim.note.clone())),
        ]
        .into_iter()
        .flatten()
        .collect(),
        Body::Note(note) => vec![(t!("review-card-note"), note.clone())],
    };
    html! {
        <aside class={classes!("quote-card", voices.class(speaker))} {style} aria-hidden="true">
            <p class="speaker">{ match (speaker, &annotation.body) {
                (Some(speaker), _) => speaker.to_owned(),
                (None, Body::Quote(_)) => t!("cast-unknown"),
                (None, _) if is_touched(annotation) => t!("review-card-claim"),
                (None, _) => t!("review-card-worth-checking"),
            } }</p>
            <dl>
                { for rows.into_iter().map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
            </dl>
        </aside>
    }
}

/// A length for a style, in whole pixels: to write fractions takes ten kilobytes of program.
fn pixels(length: f64) -> String {
    [&(length.round() as i32).to_string(), "px"].concat()
}
