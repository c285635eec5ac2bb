//! The cast at a glance, above the quotes: who, as what, how many quotes, what share of the words; and how far the review
//! has come.

use hearsay_annotate::Status;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::voices::Voices;
use crate::services::now;
use crate::state::{
    Action, Batch, CastMember, Dispatch, Editing, Only, QuoteItem, ReviewAction, SeeingAction,
    Settings, SpeakerGroup, Tally, in_percent,
};
use crate::t;

/// Speakers shown before one asks for all.
const FEW: usize = 8;

/// The cast. `all` tells whether the many are shown too; `toggle` changes that.
pub(super) fn cast_list(
    dispatch: &Dispatch,
    settings: &Settings,
    voices: &Voices,
    cast: &[CastMember],
    all: &UseStateHandle<bool>,
) -> Html {
    let shown = if **all {
        cast.len()
    } else {
        FEW.min(cast.len())
    };
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    let more = match cast.len().saturating_sub(FEW) {
        0 => html! {},
        n => html! {
            <button type="button" class="button plain small" aria-expanded={all.to_string()} onclick={toggle}>
                { if **all { t!("cast-show-fewer") } else { t!("cast-show-all", n = n) } }
            </button>
        },
    };
    html! {
        <section class="cast" aria-label={t!("cast-title")}>
            <ul>
                { for cast[..shown].iter().map(|member| html! {
                    <li key={member.speaker.clone().unwrap_or_default()}>{ row(dispatch, settings, voices, member) }</li>
                }) }
            </ul>
            { more }
        </section>
    }
}

/// A member of the cast: a press shows their quotes and no others, another one all again.
fn row(dispatch: &Dispatch, settings: &Settings, voices: &Voices, member: &CastMember) -> Html {
    let name = member.speaker.clone().unwrap_or_else(|| t!("cast-unknown"));
    let only = Only::Speaker(member.speaker.clone());
    let pressed = settings.filters.only.contains(&only);
    let show = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Seeing(SeeingAction::Toggle(only.clone())));
        })
    };
    let edit = {
        let (dispatch, speaker) = (dispatch.clone(), member.speaker.clone());
        Callback::from(move |_: MouseEvent| {
            let editing = Some(Editing::Speaker(speaker.clone()));
            dispatch.dispatch(Action::Review(ReviewAction::Edit(editing)));
        })
    };
    let profile = [&member.profile.role, &member.profile.organisation].map(String::as_str);
    let profile: Vec<_> = profile
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let label = t!(
        "cast-show-quotes",
        n = member.n_quotes,
        name = &name,
        percent = member.percent
    );
    html! {
        <div class={classes!("cast-row", voices.class(member.speaker.as_deref()))}>
            <button type="button" class="cast-member" aria-pressed={pressed.to_string()} aria-description={label} onclick={show}>
                <span class="voice-dot" />
                <span class="who">
                    <span class="name">{ &name }</span>
                    if !profile.is_empty() {
                        <span class="role">{ profile.join(", ") }</span>
                    }
                </span>
                <span class="share"><span class="bar" style={["inline-size: ", &member.percent.to_string(), "%"].concat()} /></span>
                <span class="percent">{ member.percent }{ "%" }</span>
                <span class="count">{ member.n_quotes }</span>
            </button>
            <button type="button" class="button plain icon" aria-label={t!("cast-edit", name = &name)} title={t!("cast-edit", name = &name)} onclick={edit}>
                { icon(Glyph::More) }
            </button>
        </div>
    }
}

/// How far the review has come, the way on, and a way to be done with all that the engine is sure of.
pub(super) fn review_bar(
    dispatch: &Dispatch,
    groups: &[SpeakerGroup],
    tally: Tally,
    sure: &UseStateHandle<u8>,
) -> Html {
    if tally.all == 0 {
        return html! {};
    }
    let done = tally.decided == tally.all;
    let says = if done {
        t!("review-progress-done", all = tally.all)
    } else {
        t!("review-progress", decided = tally.decided, all = tally.all)
    };
    let next = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            let next = ReviewAction::NextUndecided { back: false };
            dispatch.dispatch(Action::Review(next));
        })
    };
    let percent = **sure;
    let batch = Batch::Sure(percent);
    let quotes = groups.iter().flat_map(|group| &group.quotes);
    let is_sure = |quote: &&QuoteItem| {
        quote.status == Status::Suggested
            && quote
                .confidence
                .is_some_and(|confidence| in_percent(confidence) >= percent)
    };
    let n = quotes.filter(is_sure).count();
    let set = {
        let sure = sure.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            sure.set(value.parse().unwrap_or(percent).min(100));
        })
    };
    html! {
        <div class="review-bar">
            <div class="row">
                <progress max={tally.all.to_string()} value={tally.decided.to_string()} aria-hidden="true" />
                <span role="status" data-role="progress">{ says }</span>
                if !done {
                    <button type="button" class="button small" onclick={next}>{ t!("review-next-undecided") }<kbd>{ "N" }</kbd></button>
                }
            </div>
            if !done {
                <div class="row">
                    <button type="button" class="button small" disabled={n == 0} title={t!("review-accept-sure-label")} data-role="accept-sure"
                        onclick={decide_all(dispatch, batch, Status::Accepted)}>{ t!("review-accept-sure", n = n) }</button>
                    <input type="number" min="0" max="100" step="5" value={percent.to_string()} onchange={set} aria-label={t!("review-sure-from")} />
                    { "%" }
                </div>
            }
        </div>
    }
}

/// Accepting and rejecting what is undecided of a speaker's; nothing where all is decided.
pub(super) fn speaker_acts(dispatch: &Dispatch, group: &SpeakerGroup) -> Html {
    let quotes = group.quotes.iter();
    let n = quotes
        .filter(|quote| quote.status == Status::Suggested)
        .count();
    if n == 0 {
        return html! {};
    }
    let batch = Batch::Speaker(group.speaker.clone());
    let name = group.speaker.clone().unwrap_or_else(|| t!("cast-unknown"));
    html! {
        <span class="speaker-acts">
            <button type="button" class="button plain small" data-role="accept-all" aria-label={t!("review-accept-all-label", n = n, name = &name)}
                title={t!("review-accept-all-label", n = n, name = &name)} onclick={decide_all(dispatch, batch.clone(), Status::Accepted)}>
                { icon(Glyph::Check) }{ t!("review-accept-all") }
            </button>
            <button type="button" class="button plain icon" data-role="reject-all" aria-label={t!("review-reject-all-label", n = n, name = &name)}
                title={t!("review-reject-all-label", n = n, name = &name)} onclick={decide_all(dispatch, batch, Status::Rejected)}>
                { icon(Glyph::Close) }
            </button>
        </span>
    }
}

fn decide_all(dispatch: &Dispatch, batch: Batch, status: Status) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        let batch = batch.clone();
        dispatch.dispatch(Action::Review(ReviewAction::DecideAll {
            batch,
            status,
            now: now(),
        }));
    })
}
