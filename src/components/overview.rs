//! The article at a glance: who has how many of its words, where people are quoted, and how many there are of what. What is
//! pressed filters by it.

use std::rc::Rc;

use yew::prelude::*;

use super::filter_strip::{only_label, toggle};
use super::voices::{Voices, use_voices};
use crate::dom;
use crate::state::{
    Dispatch, Document, Only, Overview, Settings, Share, Slice, use_dispatch, use_document,
    use_settings, word_starts,
};
use crate::t;

/// Speakers that are listed before all are asked for.
const N_SPEAKERS: usize = 10;
/// Length of a bar in its chart, which is drawn in whole numbers.
const LENGTH: usize = 1000;
/// Height of the bars where people are quoted.
const HEIGHT: usize = 100;

/// The open article at a glance.
#[hook]
pub fn use_overview() -> Rc<Overview> {
    let document = use_document();
    let settings = use_settings();
    let id = document.as_ref().map(|open| open.id.clone());
    let words = {
        let document = document.clone();
        use_memo(id, |_| {
            let open = document.as_ref();
            open.map(|open| word_starts(&open.article))
                .unwrap_or_default()
        })
    };
    use_memo(
        (document, settings, words),
        |(document, settings, words)| {
            let open = document.as_ref();
            open.map_or_else(Overview::default, |open| {
                Overview::of(open, settings, words)
            })
        },
    )
}

/// The overview, as a list of the panel.
#[component]
pub fn OverviewList() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let settings = use_settings();
    let voices = use_voices();
    let overview = use_overview();
    let all = use_state_eq(|| false);
    let Some(open) = document.as_ref() else {
        return html! {};
    };
    let drawing = Drawing {
        dispatch,
        document: open,
        settings: &settings,
        voices: &voices,
    };
    let n_speakers = overview.speakers.len();
    let listed = if *all {
        n_speakers
    } else {
        n_speakers.min(N_SPEAKERS)
    };
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <div class="overview">
            <dl class="figures">
                { figure(t!("overview-words"), overview.n_words) }
                <div><dt>{ t!("overview-quoted") }</dt><dd>{ overview.n_quoted }<small>{ percent(overview.n_quoted, overview.n_words) }</small></dd></div>
                { figure(t!("overview-quotes"), overview.n_quotes) }
                { figure(t!("overview-claims"), overview.n_claims) }
                { figure(t!("overview-suggested"), overview.n_suggested) }
            </dl>
            if overview.speakers.is_empty() {
                <p class="empty">{ t!("overview-nothing") }</p>
            } else {
                <section>
                    { drawing.chart("chart-speakers", t!("overview-by-speaker"), &overview.speakers) }
                    { drawing.words_table(t!("overview-speaker"), "chart-speakers", &overview.speakers[..listed], n_words(&overview.speakers)) }
                    if n_speakers > N_SPEAKERS {
                        <button type="button" class="button small" aria-expanded={(*all).to_string()} onclick={more}>
                            { if *all { t!("overview-fewer-speakers") } else { t!("overview-all-speakers", n = n_speakers) } }
                        </button>
                    }
                </section>
                <section>
                    { drawing.chart("chart-kinds", t!("overview-by-kind"), &overview.kinds) }
                    { drawing.words_table(t!("overview-kind"), "chart-kinds", &overview.kinds, n_words(&overview.kinds)) }
                </section>
                { drawing.density(&overview) }
            }
            { drawing.numbers_table(t!("overview-tags"), t!("overview-tag"), &overview.tags) }
            { drawing.numbers_table(t!("overview-standings"), t!("overview-standing"), &overview.standings) }
            { drawing.numbers_table(t!("overview-verdicts"), t!("overview-verdict"), &overview.verdicts) }
        </div>
    }
}

fn figure(name: String, n: usize) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ n }</dd></div> }
}

/// What all parts of the overview are drawn with.
struct Drawing<'a> {
    dispatch: Dispatch,
    document: &'a Document,
    settings: &'a Slice<Settings>,
    voices: &'a Voices,
}

impl Drawing<'_> {
    fn class(&self, only: &Only) -> String {
        match only {
            Only::Speaker(speaker) => self.voices.class(speaker.as_deref()),
            Only::Kind(kind) => ["kind-", kind.name()].concat(),
            Only::Tag(tag) => {
                let tag = self.document.tag_set().get(tag);
                tag.map_or_else(String::new, |tag| ["tag-", &tag.color.to_string()].concat())
            }
            Only::Verdict(Some(verdict)) => {
                let verdict = self.document.tag_set().verdict(verdict);
                verdict.map_or_else(String::new, |verdict| {
                    ["tag-", &verdict.color.to_string()].concat()
                })
            }
            Only::Standing(_) | Only::Verdict(None) => String::new(),
        }
    }

    /// Whether `only` is asked for, or nothing of its sort is.
    fn is_in(&self, only: &Only) -> bool {
        let asked = &self.settings.filters.only;
        asked.contains(only) || !asked.iter().any(|other| other.facet() == only.facet())
    }

    /// One bar of all the words that are quoted, in pieces.
    fn chart(&self, id: &'static str, title: String, shares: &[Share]) -> Html {
        let n_words = n_words(shares);
        let mut at = 0;
        let pieces = shares.iter().filter(|share| share.words > 0).map(|share| {
            let label = only_label(self.document, &share.of);
            let about = t!("overview-piece", what = label, words = share.words, percent = percent(share.words, n_words));
            let x = at * LENGTH / n_words.max(1);
            at += share.words;
            // A gap, so that neighbours are told apart by more than their colours.
            let width = (at * LENGTH / n_words.max(1)).saturating_sub(x + 4).max(2);
            let onclick = toggle(&self.dispatch, &share.of);
            html! {
                <rect class={classes!("piece", self.class(&share.of), (!self.is_in(&share.of)).then_some("out"))}
                    x={x.to_string()} y="0" width={width.to_string()} height="40" {onclick}><title>{ about }</title></rect>
            }
        });
        let (title_id, about_id) = ([id, "-title"].concat(), [id, "-about"].concat());
        html! {
            <>
                <h3 id={id}>{ title.clone() }</h3>
                <svg class="chart" viewBox={["0 0 ", &LENGTH.to_string(), " 40"].concat()} preserveAspectRatio="none" role="img"
                    aria-labelledby={title_id.clone()} aria-describedby={about_id.clone()}>
                    <title id={title_id}>{ title }</title>
                    <desc id={about_id}>{ t!("overview-chart-about") }</desc>
                    <rect class="rest" x="0" y="0" width={LENGTH.to_string()} height="40" />
                    { for pieces }
                </svg>
            </>
        }
    }

    /// A thing that filters when it is pressed, at the head of its row.
    fn row_head(&self, share: &Share) -> Html {
        let on = self.settings.filters.only.contains(&share.of);
        html! {
            <th scope="row">
                <button type="button" class={classes!("by", self.class(&share.of))} aria-pressed={on.to_string()}
                    onclick={toggle(&self.dispatch, &share.of)}>
                    <span class="dot" /><span class="what">{ only_label(self.document, &share.of) }</span>
                </button>
            </th>
        }
    }

    /// The numbers of a chart.
    fn words_table(&self, what: String, chart: &'static str, shares: &[Share], all: usize) -> Html {
        html! {
            <table class="shares" aria-labelledby={chart}>
                <thead><tr>
                    <th scope="col">{ what }</th>
                    <th scope="col">{ t!("overview-words") }</th>
                    <th scope="col">{ t!("overview-share") }</th>
                    <th scope="col">{ t!("overview-quotes") }</th>
                </tr></thead>
                <tbody>
                    { for shares.iter().map(|share| html! {
                        <tr class={classes!((!self.is_in(&share.of)).then_some("out"))}>
                            { self.row_head(share) }
                            <td>{ share.words }</td>
                            <td>{ percent(share.words, all) }</td>
                            <td>{ share.n }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        }
    }

    /// What there is how often; nothing where there is nothing.
    fn numbers_table(&self, title: String, what: String, shares: &[Share]) -> Html {
        if shares.is_empty() {
            return html! {};
        }
        html! {
            <table class="shares numbers">
                <caption>{ title }</caption>
                <thead class="visually-hidden"><tr><th scope="col">{ what }</th><th scope="col">{ t!("overview-number") }</th></tr></thead>
                <tbody>
                    { for shares.iter().map(|share| html! {
                        <tr class={classes!((!self.is_in(&share.of)).then_some("out"))}>{ self.row_head(share) }<td>{ share.n }</td></tr>
                    }) }
                </tbody>
            </table>
        }
    }

    /// Where in the article people are quoted.
    fn density(&self, overview: &Overview) -> Html {
        let n = overview.parts.len().max(1);
        let width = LENGTH / n;
        let go = |start: u32| {
            let article = self.document.article.clone();
            Callback::from(move |_: MouseEvent| {
                if let Some(root) = dom::article_element() {
                    dom::scroll_to_byte(&root, &article, start);
                }
            })
        };
        let bars = overview.parts.iter().enumerate().map(|(nth, part)| {
            let about = t!(
                "overview-part-about",
                part = nth + 1,
                percent = percent(part.quoted, part.words),
                claims = part.claims
            );
            let x = (nth * width).to_string();
            let high = part.quoted * HEIGHT / part.words.max(1);
            let inner = width.saturating_sub(6).to_string();
            html! {
                <g class="part" onclick={go(part.start)}>
                    <title>{ about }</title>
                    <rect class="rest" x={x.clone()} y="0" width={inner.clone()} height={HEIGHT.to_string()} />
                    <rect class="quoted" x={x.clone()} y={(HEIGHT - high).to_string()} width={inner.clone()} height={high.to_string()} />
                    if part.claims > 0 {
                        <rect class="claims" {x} y={(HEIGHT + 6).to_string()} width={inner} height="12" />
                    }
                </g>
            }
        });
        html! {
            <section>
                <h3 id="chart-density">{ t!("overview-density") }</h3>
                <svg class="chart density" viewBox={["0 0 ", &(width * n).to_string(), " 118"].concat()} preserveAspectRatio="none" role="img"
                    aria-labelledby="chart-density-title" aria-describedby="chart-density-about">
                    <title id="chart-density-title">{ t!("overview-density") }</title>
                    <desc id="chart-density-about">{ t!("overview-density-about") }</desc>
                    { for bars }
                </svg>
                <details>
                    <summary>{ t!("overview-numbers") }</summary>
                    <table class="shares" aria-labelledby="chart-density">
                        <thead><tr>
                            <th scope="col">{ t!("overview-part") }</th>
                            <th scope="col">{ t!("overview-words") }</th>
                            <th scope="col">{ t!("overview-quoted") }</th>
                            <th scope="col">{ t!("overview-claims") }</th>
                        </tr></thead>
                        <tbody>
                            { for overview.parts.iter().enumerate().map(|(nth, part)| html! {
                                <tr>
                                    <th scope="row">
                                        <button type="button" class="by" onclick={go(part.start)} aria-label={t!("overview-go-to-part", part = nth + 1)}>
                                            { nth + 1 }
                                        </button>
                                    </th>
                                    <td>{ part.words }</td>
                                    <td>{ part.quoted }</td>
                                    <td>{ part.claims }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </details>
            </section>
        }
    }
}

/// The words of all shares; each counts once.
fn n_words(shares: &[Share]) -> usize {
    shares.iter().map(|share| share.words).sum()
}

/// A share in whole percent, in words.
fn percent(words: usize, all: usize) -> String {
    match (words * 200 / all.max(1)).div_ceil(2) {
        0 if words > 0 => t!("overview-under-one"),
        n => t!("overview-percent", n = n),
    }
}
