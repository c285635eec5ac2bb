//! What changed in quotes, each with words for how, and ways to where it stands.

use hearsay_annotate::compare::{Difference, Piece, QuoteChange, QuoteSide};
use yew::prelude::*;

use super::kind_label;
use crate::services::Services;
use crate::state::{ArticleId, Compared};
use crate::t;

/// Quotes that were added, removed or changed.
pub(super) fn quote_changes(services: &Services, compared: &Compared) -> Html {
    let quotes = &compared.comparison.quotes;
    let show = |id: &ArticleId, side: &Option<QuoteSide>, words: String| {
        let Some(side) = side else {
            return Html::default();
        };
        let (services, id) = (services.clone(), id.clone());
        let (start, annotation) = (
            side.at.first().map_or(0, |span| span.start),
            side.id.clone(),
        );
        let label = [&words, ": ", &side.words].concat();
        let onclick = Callback::from(move |_: MouseEvent| {
            services.show_at(&id, start, annotation.clone());
        });
        html! { <button type="button" class="button plain small" aria-label={label} {onclick}>{ words }</button> }
    };
    html! {
        <section aria-labelledby="compare-quotes">
            <h2 id="compare-quotes">{ t!("compare-quotes") }<span class="count">{ quotes.len() }</span></h2>
            if quotes.is_empty() {
                <p class="soft">{ t!("compare-no-quotes") }</p>
            }
            <ul class="compare-list">
                { for quotes.iter().map(|change| html! {
                    <li class="compare-item" data-change={labels(change).into_iter().map(|label| label.0).collect::<Vec<_>>().join(" ")}>
                        <p class="labels">{ for labels(change).into_iter().map(|label| html! { <span class="label">{ label.1 }</span> }) }</p>
                        <blockquote>{ pieces(&change.words) }</blockquote>
                        { attribution(change) }
                        <p class="ways">
                            { show(&compared.old.id, &change.old, t!("compare-show-before")) }
                            { show(&compared.new.id, &change.new, t!("compare-show-after")) }
                        </p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// What changed, by name and as shown.
fn labels(change: &QuoteChange) -> Vec<(&'static str, String)> {
    let mut labels = Vec::new();
    if change.old.is_none() {
        labels.push(("added", t!("compare-added")));
    } else if change.new.is_none() {
        labels.push(("removed", t!("compare-removed")));
    }
    for (so, label) in [
        (change.reworded, ("reworded", t!("compare-reworded"))),
        (
            change.reattributed,
            ("re-attributed", t!("compare-reattributed")),
        ),
        (
            change.kind_changed,
            ("kind changed", t!("compare-kind-changed")),
        ),
        (change.moved, ("moved", t!("compare-moved"))),
    ] {
        if so {
            labels.push(label);
        }
    }
    labels
}

/// Who says it, and what of that changed.
fn attribution(change: &QuoteChange) -> Html {
    let nobody = || t!("compare-nobody");
    let speaker = |side: &Option<QuoteSide>| {
        side.as_ref()
            .map(|side| side.speaker.clone().unwrap_or_else(nobody))
    };
    let printed = |side: &Option<QuoteSide>| {
        let side = side.as_ref()?;
        let words = [side.source.as_str(), side.cue.as_str()];
        let words: Vec<_> = words
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        Some(words.join(" … "))
    };
    let kind = |side: &Option<QuoteSide>| {
        let kind = side.as_ref()?.kind?;
        Some(kind_label(kind))
    };
    html! {
        <p class="small who">
            { t!("compare-said-by") }{ " " }{ both(speaker(&change.old), speaker(&change.new)) }
            if change.reattributed {
                { " · " }{ t!("compare-in-the-words") }{ " " }{ both(printed(&change.old), printed(&change.new)) }
            }
            if change.kind_changed {
                { " · " }{ both(kind(&change.old), kind(&change.new)) }
            }
        </p>
    }
}

/// Something before and after; once, when it is the same or there is one of them only.
fn both(old: Option<String>, new: Option<String>) -> Html {
    match (old, new) {
        (Some(old), Some(new)) if old != new => html! {
            <><del>{ old }</del>{ " " }<ins>{ new }</ins></>
        },
        (_, Some(words)) | (Some(words), None) => html! { { words } },
        (None, None) => Html::default(),
    }
}

/// Words with what was taken out and put in.
pub(super) fn pieces(pieces: &[Piece]) -> Html {
    pieces
        .iter()
        .map(|piece| match piece.difference {
            Difference::Same => html! { { &piece.words } },
            Difference::Removed => html! { <del>{ &piece.words }</del> },
            Difference::Added => html! { <ins>{ &piece.words }</ins> },
        })
        .collect()
}
