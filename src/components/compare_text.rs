//! What changed in the text, paragraph by paragraph: side by side where there is room, else in one.

use hearsay_annotate::compare::{BlockChange, Difference, Piece};
use yew::prelude::*;

use super::compare::ComparedProps;
use super::compare_quotes::pieces;
use crate::services::use_services;
use crate::t;

/// Paragraphs that are drawn at once.
const PAGE: usize = 100;

/// Paragraphs that were added, removed, changed or moved.
#[component]
pub fn TextChanges(props: &ComparedProps) -> Html {
    let services = use_services();
    let limit = use_state_eq(|| PAGE);
    let compared = &props.compared;
    let blocks = &compared.comparison.blocks;
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + PAGE))
    };
    let way = |change: &BlockChange| {
        let (side, block, words) = match (change.old, change.new) {
            (_, Some(new)) => (&compared.new, new, t!("compare-show-after")),
            (Some(old), None) => (&compared.old, old, t!("compare-show-before")),
            (None, None) => return Html::default(),
        };
        let start = side
            .article
            .blocks
            .get(block)
            .map_or(0, |block| block.span.start);
        let (services, id) = (services.clone(), side.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| services.show_at(&id, start, None));
        html! { <button type="button" class="button plain small" {onclick}>{ words }</button> }
    };
    html! {
        <section aria-labelledby="compare-text">
            <h2 id="compare-text">{ t!("compare-text") }<span class="count">{ blocks.len() }</span></h2>
            if blocks.is_empty() {
                <p class="soft">{ t!("compare-no-text") }</p>
            }
            <ol class="compare-list">
                { for blocks.iter().take(*limit).map(|change| html! {
                    <li class="compare-item text">
                        <p class="labels"><span class="label">{ label(change) }</span>{ way(change) }</p>
                        <p class="in-one">{ pieces(&change.pieces) }</p>
                        <div class="side-by-side">
                            <p>{ pieces(&of_side(&change.pieces, Difference::Added)) }</p>
                            <p>{ pieces(&of_side(&change.pieces, Difference::Removed)) }</p>
                        </div>
                    </li>
                }) }
            </ol>
            if blocks.len() > *limit {
                <button type="button" class="button" onclick={more}>{ t!("app-show-more", n = blocks.len() - *limit) }</button>
            }
        </section>
    }
}

fn label(change: &BlockChange) -> String {
    let differs = change
        .pieces
        .iter()
        .any(|piece| piece.difference != Difference::Same);
    match (change.old, change.new, change.moved) {
        (None, ..) => t!("compare-added"),
        (_, None, _) => t!("compare-removed"),
        (.., true) if differs => t!("compare-moved-changed"),
        (.., true) => t!("compare-moved"),
        _ => t!("compare-changed"),
    }
}

/// The words of one version: all but those that only the other has.
fn of_side(pieces: &[Piece], without: Difference) -> Vec<Piece> {
    let kept = pieces.iter().filter(|piece| piece.difference != without);
    kept.cloned().collect()
}
