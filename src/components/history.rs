//! The history of the open article: every step with the way back or forth to it.

use hearsay_annotate::Timestamp;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::dom;
use crate::services::now;
use crate::state::{Action, LayoutAction, Over, use_dispatch, use_document};
use crate::t;

/// Steps drawn on either side of where one is; the others come near as one goes.
const N_AROUND: usize = 100;

/// The steps, the latest first, with the focus on the one where one is. Nothing modal: it goes as soon as one leaves it.
#[component]
pub fn HistoryList() -> Html {
    let document = use_document();
    let dispatch = use_dispatch();
    let node = use_node_ref();
    // Where the focus was, and is again afterwards.
    let came_from = use_mut_ref(dom::focused_element);
    let n_done = document.as_ref().map_or(0, |open| open.history.n_done());
    {
        let node = node.clone();
        use_effect_with(n_done, move |_| {
            if let Some(step) = find(&node, "[aria-current]") {
                // Fails only for what cannot take the focus.
                let _ = step.focus();
            }
        });
    }
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            dispatch.dispatch(Action::Layout(LayoutAction::Gone(Over::History)));
        })
    };
    let onkeydown = {
        let (node, close) = (node.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let forth = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                "Escape" | "h" => {
                    event.prevent_default();
                    event.stop_propagation();
                    if let Some(element) = came_from.borrow().as_ref() {
                        // Fails only for what cannot take the focus.
                        let _ = element.focus();
                    }
                    close.emit(());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let item = find(&node, "li:focus-within");
            let other = item.and_then(|item| match forth {
                true => item.next_element_sibling(),
                false => item.previous_element_sibling(),
            });
            let button = other.and_then(|item| item.first_element_child());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    let onfocusout = {
        let node = node.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event
                .related_target()
                .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            // The button that shows it stands beside it, and is no other place.
            let around = node.get().and_then(|node| node.parent_node());
            let stays = around.is_some_and(|around| to.is_none() || around.contains(to.as_ref()));
            if !stays {
                close.emit(());
            }
        })
    };
    let Some(open) = document.as_ref() else {
        return Html::default();
    };
    let now_is = now();
    let step = |n: usize, label: String, made: Option<Timestamp>| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::StepTo {
                n_done: n,
                now: now(),
            });
        });
        let undone = n > n_done;
        html! {
            <li key={n} class={undone.then_some("undone")}>
                <button type="button" class="button plain" {onclick} aria-current={(n == n_done).then_some("step")}>
                    <span class="label">{ label }</span>
                    if undone {
                        <span class="soft small">{ t!("history-undone") }</span>
                    }
                    if let Some(made) = made {
                        <span class="soft small">{ ago(made, now_is) }</span>
                    }
                </button>
            </li>
        }
    };
    let steps = open.history.steps().enumerate();
    let near = steps
        .skip((n_done + 1).saturating_sub(N_AROUND))
        .take(2 * N_AROUND);
    let mut items: Vec<Html> = near
        .map(|(idx, (label, made))| step(idx + 1, label.to_owned(), made))
        .collect();
    items.reverse();
    if n_done < N_AROUND {
        items.push(step(0, t!("history-start"), None));
    }
    html! {
        <section class="history" ref={node} {onkeydown} {onfocusout} role="dialog" aria-labelledby="history-title" tabindex="-1">
            <h2 id="history-title">{ t!("history-title") }</h2>
            <ol reversed=true>{ items }</ol>
            <p class="soft small">{ t!("history-hint") }</p>
        </section>
    }
}

fn find(node: &NodeRef, selector: &str) -> Option<HtmlElement> {
    let found = node.cast::<Element>()?.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// How long ago something was, in the unit that fits.
fn ago(made: Timestamp, now: Timestamp) -> String {
    let minutes = now.0.saturating_sub(made.0) / 60_000;
    let n = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    match minutes {
        0 => t!("history-now"),
        1..60 => t!("history-minutes", n = n(minutes)),
        60..1_440 => t!("history-hours", n = n(minutes / 60)),
        _ => t!("history-days", n = n(minutes / 1_440)),
    }
}
