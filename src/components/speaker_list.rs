//! Quotes by speaker.

use hearsay_annotate::Status;
use hearsay_text::QuoteKind;
use yew::prelude::*;

use super::cast_list::{cast_list, review_bar, speaker_acts};
use super::filters::{filters, hidden_quotes, use_hidden};
use super::long_list::use_long_list;
use super::voices::use_voices;
use crate::state::{
    Action, Editing, EngineStatus, FocusOrigin, QuoteItem, ReviewAction, Settings, cast,
    quotes_by_speaker, tally, use_dispatch, use_document, use_selection, use_settings, use_status,
};
use crate::t;

/// How high an entry is, roughly, in CSS pixels.
const ENTRY: usize = 92;

/// Quotes by speaker, the one who says most first.
#[component]
pub fn SpeakerList() -> Html {
    let document = use_document();
    let settings = use_settings();
    let status = use_status();
    let voices = use_voices();
    let focused = use_selection().focused.clone();
    let hidden = use_hidden();
    let dispatch = use_dispatch();
    let all_cast = use_state_eq(|| false);
    let sure = use_state_eq(|| 90_u8);
    let overview = use_memo(
        (document.clone(), settings.clone()),
        |(document, settings)| {
            document.as_ref().map_or_else(Default::default, |document| {
                // Whoever is filtered out is still of the cast: that is where one turns back to them.
                let mut unfiltered = Settings::clone(settings);
                unfiltered.filters = Default::default();
                (cast(document, &unfiltered), tally(document, settings))
            })
        },
    );
    let groups = use_memo((document, settings.clone()), |(document, settings)| {
        document
            .as_ref()
            .map(|document| quotes_by_speaker(document, settings))
            .unwrap_or_default()
    });
    let n_quotes = groups.iter().map(|group| group.quotes.len()).sum();
    let mut all = groups.iter().flat_map(|group| &group.quotes);
    let wanted = all.position(|quote| focused.as_ref() == Some(&quote.id));
    let list = use_long_list("quotes", n_quotes, ENTRY, wanted);
    let mut n_before = 0;
    let empty = if matches!(status.engine, EngineStatus::Analysing { .. }) {
        t!("review-finding")
    } else {
        t!("review-no-quotes")
    };
    // The threshold stays where it is when it has hidden the last quote, under the finger that moves it.
    html! {
        <>
            <p class="legend" aria-label={t!("review-legend")}>
                { for QuoteKind::ALL.into_iter().map(|kind| html! {
                    <span key={kind.name()} class={kind.name()}>{ super::kind_label(kind) }</span>
                }) }
            </p>
            { filters(&dispatch, &settings, hidden) }
            { cast_list(&dispatch, &settings, &voices, &overview.0, &all_cast) }
            { review_bar(&dispatch, &groups, overview.1, &sure) }
            if groups.is_empty() {
                <p class="empty">{ empty }</p>
            }
            { for groups.iter().map(|group| {
                let name = group.speaker.clone().unwrap_or_else(|| t!("cast-unknown"));
                let first = n_before;
                n_before += group.quotes.len();
                html! {
                    <section key={name.clone()} class={classes!("speaker-group", voices.class(group.speaker.as_deref()))}>
                        <h3>
                            <span class="voice-dot" />
                            <span class="name">{ name }</span>
                            <span class="count" aria-label={t!("review-n-quotes", n = group.quotes.len())}>{ group.quotes.len() }</span>
                            { speaker_acts(&dispatch, group) }
                        </h3>
                        <ul>
                            { list.draw(first..first + group.quotes.len(), |at| {
                                let quote = &group.quotes[at - first];
                                let is_focused = focused.as_ref() == Some(&quote.id);
                                (quote.id.0.clone(), html! { <QuoteEntry quote={quote.clone()} focused={is_focused} /> })
                            }) }
                        </ul>
                    </section>
                }
            }) }
            { hidden_quotes(&dispatch, hidden) }
        </>
    }
}

/// Properties of [`QuoteEntry`].
#[derive(Properties, PartialEq)]
struct QuoteEntryProps {
    quote: QuoteItem,
    focused: bool,
}

#[component]
fn QuoteEntry(props: &QuoteEntryProps) -> Html {
    let dispatch = use_dispatch();
    let quote = &props.quote;
    let onclick = {
        let (dispatch, id) = (dispatch.clone(), quote.id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Focus(Some(id.clone()), FocusOrigin::Panel));
        })
    };
    let edit = {
        let (dispatch, id) = (dispatch.clone(), quote.id.clone());
        Callback::from(move |_: MouseEvent| {
            let editing = Some(Editing::quote(id.clone()));
            dispatch.dispatch(Action::Review(ReviewAction::Edit(editing)));
        })
    };
    html! {
        <>
        <button type="button" {onclick} data-annotation={quote.id.0.clone()}
            class={classes!("quote-item", quote.kind.name(), props.focused.then_some("focused"))}
            aria-current={props.focused.then_some("true")}>
            <span class="words">{ &quote.words }</span>
            <span class="facts">
                { super::quote_label(quote.kind, quote.reports, quote.modality) }
                if let Some(source) = &quote.source {
                    { " · " }{ source }
                }
                if let Some(cue) = &quote.cue {
                    { if quote.source.is_some() { " " } else { " · " } }<em>{ cue }</em>
                }
                if quote.status == Status::Accepted {
                    { " · " }{ t!("review-accepted") }
                }
            </span>
        </button>
        if props.focused {
            <button type="button" class="button small edit-quote" data-role="edit-quote" onclick={edit}>{ t!("review-edit") }<kbd>{ "R" }</kbd></button>
        }
        </>
    }
}
