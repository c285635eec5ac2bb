//! How far annotators agree, in figures: a table for claims and one for quotes, and what the figures mean.

use hearsay_annotate::agreement::{Measures, NoAlpha};
use yew::prelude::*;

use super::agreement::Sheet;
use crate::state::{Matched, Part};
use crate::t;

/// From these hundredths on α is held to be reliable, and from those on good for tentative conclusions (K. Krippendorff, *Content
/// Analysis*, 2004, chapter 11). Judged as shown, so that figure and word never differ.
const RELIABLE: i32 = 80;
const TENTATIVE: i32 = 67;

/// The tables.
pub(super) fn figures(view: &Sheet<'_>) -> Html {
    let Some(matched) = &view.agreeing.matched else {
        return Html::default();
    };
    html! {
        <section aria-labelledby="agreement-figures">
            <h2 id="agreement-figures">{ t!("agreement-figures") }</h2>
            { for matched.parts.iter().map(|part| table(view, matched, part)) }
            <p>{ t!("agreement-read-alpha") }</p>
            <p class="soft small">{ t!("agreement-read-f1") }</p>
        </section>
    }
}

fn table(view: &Sheet<'_>, matched: &Matched, part: &Part) -> Html {
    let agreement = &part.agreement;
    let caption = match part.quotes {
        true => t!("agreement-table-quotes", n = agreement.n_words),
        false => t!("agreement-table-claims", n = agreement.n_words),
    };
    if agreement.tags.is_empty() {
        let nothing = match part.quotes {
            true => t!("agreement-no-quotes"),
            false => t!("agreement-no-claims"),
        };
        return html! { <p class="soft">{ nothing }</p> };
    }
    html! {
        // It scrolls within itself where it is too wide, by keyboard too.
        <div class="agreement-table" role="region" tabindex="0" aria-label={caption.clone()}>
            <table>
                <caption>{ caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ t!("agreement-tag") }</th>
                        { for matched.sides.iter().map(|side| html! {
                            <th scope="col" class="number">{ view.name(side.number) }</th>
                        }) }
                        <th scope="col">{ t!("agreement-alpha") }</th>
                        <th scope="col" class="number">{ t!("agreement-exact") }</th>
                        <th scope="col" class="number">{ t!("agreement-overlap") }</th>
                    </tr>
                </thead>
                <tbody>
                    { row(t!("agreement-all"), &agreement.all, "all") }
                    { for agreement.tags.iter().map(|(tag, measures)| row(view.label(tag), measures, "one")) }
                </tbody>
            </table>
        </div>
    }
}

fn row(label: String, measures: &Measures, class: &'static str) -> Html {
    let share = |share: Option<f64>| match share {
        Some(share) => decimal(hundredths(share)),
        None => t!("agreement-none"),
    };
    html! {
        <tr {class}>
            <th scope="row">{ label }</th>
            { for measures.n_marks.iter().map(|n| html! { <td class="number">{ *n }</td> }) }
            <td>{ alpha(&measures.alpha) }</td>
            <td class="number">{ share(measures.exact) }</td>
            <td class="number">{ share(measures.overlap) }</td>
        </tr>
    }
}

fn alpha(alpha: &Result<f64, NoAlpha>) -> Html {
    let (figure, word) = match alpha {
        Ok(alpha) => {
            let alpha = hundredths(*alpha);
            let word = match alpha {
                RELIABLE.. => t!("agreement-reliable"),
                TENTATIVE.. => t!("agreement-tentative"),
                _ => t!("agreement-unreliable"),
            };
            (decimal(alpha), word)
        }
        Err(NoAlpha::NoVariation) => (t!("agreement-undefined"), t!("agreement-no-variation")),
        Err(NoAlpha::TooVaried) => (t!("agreement-undefined"), t!("agreement-too-varied")),
    };
    html! { <><b>{ figure }</b>{ " " }<span class="soft small">{ word }</span></> }
}

/// A figure in whole hundredths: more would be false precision.
fn hundredths(figure: f64) -> i32 {
    // `as` makes 0 of what is no number; figures lie between −1 and 1.
    (figure * 100.0).round() as i32
}

fn decimal(hundredths: i32) -> String {
    let whole = (hundredths.unsigned_abs() / 100).to_string();
    let rest = hundredths.unsigned_abs() % 100;
    let rest = [(rest / 10).to_string(), (rest % 10).to_string()].concat();
    match hundredths < 0 {
        true => t!("agreement-negative", whole = whole, rest = rest),
        false => t!("agreement-decimal", whole = whole, rest = rest),
    }
}
