//! What the app tells the person: messages over the page, and those beside what was acted on.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::dom;
use crate::services::{Services, use_services};
use crate::state::{
    Action, Dispatch, Notice, NoticeAction, NoticeId, NoticeKind, NoticePlace, View, use_dispatch,
    use_notices, use_status,
};
use crate::t;

/// Milliseconds that a message stays which tells nothing that is not to be had elsewhere.
const STAY: i32 = 12_000;

/// Properties of [`Message`].
#[derive(Properties, PartialEq)]
pub struct MessageProps {
    /// What to say.
    pub notice: Notice,
}

/// One message, with a way on and a way to be rid of it. Another at its place takes over its element, so that the focus is
/// not lost with it.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let dispatch = use_dispatch();
    let services = use_services();
    let node = use_node_ref();
    // Where the focus was before it came here, and is again afterwards.
    let came_from = use_mut_ref(|| None::<HtmlElement>);
    let notice = props.notice.clone();
    {
        let (services, dispatch, node) = (services.clone(), dispatch.clone(), node.clone());
        use_effect_with(
            (notice.id, may_go(&notice)),
            move |(id, may_go): &(_, bool)| {
                if *may_go {
                    let_go_later(&services, dispatch, *id, node);
                }
            },
        );
    }
    let leave = {
        let (came_from, node) = (came_from.clone(), node.clone());
        move || {
            if is_within(&node, ":focus-within") {
                let before = came_from.borrow_mut().take();
                match before.filter(|element| element.is_connected()) {
                    // Fails only for what cannot take the focus.
                    Some(element) => drop(element.focus()),
                    None => drop(dom::focus_first("#main")),
                }
            }
        }
    };
    let dismiss = {
        let (dispatch, leave, id) = (dispatch.clone(), leave.clone(), notice.id);
        Callback::from(move |()| {
            leave();
            dispatch.dispatch(Action::Dismiss(id));
        })
    };
    let go_on = notice.action.clone().map(|action| {
        let label = action.label();
        let dismiss = dismiss.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dismiss.emit(());
            services.act(&action);
        });
        html! { <button type="button" class="button" {onclick}>{ label }</button> }
    });
    let inside = node.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        use wasm_bindgen::JsCast;
        let from = event.related_target().and_then(|from| from.dyn_into().ok());
        let is_inside = |from: &HtmlElement| {
            let node = inside.get();
            node.is_some_and(|node| node.contains(Some(from.as_ref())))
        };
        if let Some(from) = from.filter(|from| !is_inside(from)) {
            *came_from.borrow_mut() = Some(from);
        }
    });
    let onkeydown = {
        let dismiss = dismiss.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                dismiss.emit(());
            }
        })
    };
    let grave = notice.kind == NoticeKind::Error;
    html! {
        <div class={classes!("message", grave.then_some("error"))} role="group" aria-label={t!("notice-label")} ref={node} {onfocusin} {onkeydown}>
            if matches!(notice.kind, NoticeKind::Error | NoticeKind::Warning) {
                { icon(Glyph::Warning) }
            }
            <p>{ &notice.text }</p>
            { go_on }
            <button type="button" class="button plain icon" aria-label={t!("notice-dismiss")} onclick={dismiss.reform(|_: MouseEvent| ())}>
                { icon(Glyph::Close) }
            </button>
        </div>
    }
}

/// Whether it may go by itself: it tells what the page shows anyway, and its way back is in the history too.
fn may_go(notice: &Notice) -> bool {
    match &notice.action {
        None => notice.kind == NoticeKind::Success,
        Some(action) => *action == NoticeAction::Undo,
    }
}

/// Takes a message away after a while, but not from under a pointer or the keyboard's focus.
fn let_go_later(services: &Services, dispatch: Dispatch, id: NoticeId, node: NodeRef) {
    let again = services.clone();
    services.later(STAY, move || {
        if is_within(&node, ":focus-within, :hover") {
            let_go_later(&again, dispatch, id, node);
        } else {
            dispatch.dispatch(Action::Dismiss(id));
        }
    });
}

fn is_within(node: &NodeRef, selector: &str) -> bool {
    node.cast::<Element>()
        .is_some_and(|element| element.matches(selector).unwrap_or_default())
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
            <Message notice={notice.clone()} />
        }
    }
}

/// Messages over the page: all that have no place of their own on the page shown. Whatever is told anywhere is announced
/// here, in two regions that are always there: what comes into a page together with its region is not announced
/// everywhere.
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
        .map(|notice| html! { <Message key={notice.place as usize} notice={notice.clone()} /> });
    let last = |grave: bool| {
        let mut list = notices.list.iter().rev();
        let notice = list.find(|notice| (notice.kind == NoticeKind::Error) == grave);
        notice.map(|notice| notice.text.clone())
    };
    html! {
        <>
            <div class="visually-hidden" role="status" data-role="announced">{ last(false) }</div>
            <div class="visually-hidden" role="alert">{ last(true) }</div>
            <div class="notices">{ for here }</div>
        </>
    }
}
