//! Quotes by speaker.

use hearsay_annotate::Status;
use hearsay_text::QuoteKind;
use yew::prelude::*;

use super::filters::{filters, hidden_quotes, use_hidden};
use super::voices::use_voices;
use crate::state::{
    Action, EngineStatus, FocusOrigin, QuoteItem, quotes_by_speaker, use_dispatch, use_document,
    use_selection, use_settings, use_status,
};

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
    let groups = use_memo((document, settings.clone()), |(document, settings)| {
        document
            .as_ref()
            .map(|document| quotes_by_speaker(document, settings))
            .unwrap_or_default()
    });
    let empty = if matches!(status.engine, EngineStatus::Analysing { .. }) {
        "Finding quotes …"
    } else {
        "No quotes to show in this article. You can select words and tag them all the same."
    };
    // The threshold stays where it is when it has hidden the last quote, under the finger that moves it.
    html! {
        <>
            <p class="legend" aria-label="How kinds of quotes are marked">
                { for QuoteKind::ALL.into_iter().map(|kind| html! {
                    <span key={kind.name()} class={kind.name()}>{ super::kind_label(kind) }</span>
                }) }
            </p>
            { filters(&dispatch, &settings, hidden) }
            if groups.is_empty() {
                <p class="empty">{ empty }</p>
            }
            { for groups.iter().map(|group| {
                let name = group.speaker.as_deref().unwrap_or("Speaker unknown");
                html! {
                    <section key={name.to_owned()} class={classes!("speaker-group", voices.class(group.speaker.as_deref()))}>
                        <h3>
                            <span class="voice-dot" />
                            <span class="name">{ name }</span>
                            <span class="count" aria-label={format!("{} quotes", group.quotes.len())}>{ group.quotes.len() }</span>
                        </h3>
                        <ul>
                            { for group.quotes.iter().map(|quote| html! {
                                <li key={quote.id.0.clone()}>
                                    <QuoteEntry quote={quote.clone()} focused={focused.as_ref() == Some(&quote.id)} />
                                </li>
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
        let id = quote.id.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Focus(Some(id.clone()), FocusOrigin::Panel));
        })
    };
    html! {
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
                    { " · accepted" }
                }
            </span>
        </button>
    }
}
