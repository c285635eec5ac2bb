//! What the app tells the person: messages over the page, and those beside what was acted on.

use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::services::use_services;
use crate::state::{
    Action, Notice, NoticeKind, NoticePlace, View, use_dispatch, use_notices, use_status,
};

/// Properties of [`Message`].
#[derive(Properties, PartialEq)]
pub struct MessageProps {
    /// What to say.
    pub notice: Notice,
}

/// One message, with a way on and a way to be rid of it.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let dispatch = use_dispatch();
    let services = use_services();
    let notice = props.notice.clone();
    let dismiss = {
        let dispatch = dispatch.clone();
        let id = notice.id;
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Dismiss(id)))
    };
    let go_on = notice.action.clone().map(|action| {
        let label = action.label();
        let id = notice.id;
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Dismiss(id));
            services.act(&action);
        });
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    });
    let grave = notice.kind == NoticeKind::Error;
    html! {
        <div class={classes!("message", grave.then_some("error"))} role={if grave { "alert" } else { "status" }}>
            if matches!(notice.kind, NoticeKind::Error | NoticeKind::Warning) {
                { icon(Glyph::Warning) }
            }
            <p>{ &notice.text }</p>
            { go_on }
            <button type="button" class="button plain icon" aria-label="Dismiss this message" onclick={dismiss}>
                { icon(Glyph::Close) }
            </button>
        </div>
    }
}

/// Properties of [`NoticeAt`].
#[derive(Properties, PartialEq)]
pub struct NoticeAtProps {
    /// Where.
    pub place: NoticePlace,
}

/// The message that belongs at one place, if there is one.
#[component]
pub fn NoticeAt(props: &NoticeAtProps) -> Html {
    let notices = use_notices();
    let notice = notices.at(props.place);
    html! {
        if let Some(notice) = notice {
            <Message key={notice.id.0} notice={notice.clone()} />
        }
    }
}

/// Messages over the page: all that have no place of their own on the page shown.
#[component]
pub fn Notices() -> Html {
    let notices = use_notices();
    let on_start = use_status().view == View::Library;
    let here = notices
        .list
        .iter()
        .filter(|notice| {
            !(on_start && matches!(notice.place, NoticePlace::Open | NoticePlace::Library))
        })
        .map(|notice| html! { <Message key={notice.id.0} notice={notice.clone()} /> });
    html! {
        <div class="notices" aria-live="polite">{ for here }</div>
    }
}
