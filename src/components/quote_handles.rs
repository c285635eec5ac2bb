//! Handles over the article at both ends of each piece of the quote that is edited, to be dragged with mouse or finger.
//!
//! They are for pointers alone, and hidden from screen readers: the editor and the keys do the same.

use hearsay_text::Span;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DomRect, Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::dom;
use crate::services::now;
use crate::state::{
    Action, Document, Edge, Editing, QuoteChange, ReviewAction, dragged, use_dispatch,
    use_document, use_selection, use_settings,
};

/// A box over the article, in CSS pixels from the corner of the overlay.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

/// An end that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drag {
    piece: usize,
    edge: Edge,
    /// From where the pointer took hold to the middle of the line at that end.
    grip: (f64, f64),
    /// The piece as it would be now.
    span: Span,
}

/// The handles; nothing while no quote is edited.
#[component]
pub fn QuoteHandles() -> Html {
    let document = use_document();
    let settings = use_settings();
    let selection = use_selection();
    let dispatch = use_dispatch();
    let overlay = use_node_ref();
    let drag = use_state_eq(|| None::<Drag>);
    // The latest, for moves that come before the page is drawn again.
    let latest = use_mut_ref(|| None::<Drag>);
    let places = use_state_eq(Vec::<(usize, Edge, Place)>::new);
    let lit = use_state_eq(Vec::<Place>::new);
    let moved = use_state_eq(|| 0_u32);
    let editing = selection
        .editing
        .as_ref()
        .and_then(Editing::quote_id)
        .cloned();
    use_window_moves(editing.is_some(), moved.clone());

    {
        let (places, lit, overlay) = (places.clone(), lit.clone(), overlay.clone());
        let deps = (document.clone(), settings, editing.clone(), *drag, *moved);
        use_effect_with(deps, move |(document, _, editing, drag, _)| {
            let quote = document.as_ref().zip(editing.as_ref());
            let target = quote.and_then(|(open, id)| Some((open, open.annotations.get(id)?)));
            let (Some((open, quote)), Some(overlay)) = (target, overlay.cast::<Element>()) else {
                places.set(Vec::new());
                lit.set(Vec::new());
                return;
            };
            let mut found = Vec::new();
            for (nth, piece) in quote.target.iter().enumerate() {
                let span = match drag {
                    Some(drag) if drag.piece == nth => drag.span,
                    _ => *piece,
                };
                found.extend(ends_of(open, &overlay, nth, span));
            }
            places.set(found);
            lit.set(drag.map_or_else(Vec::new, |drag| lines_of(open, &overlay, drag.span)));
        });
    }

    // Escape gives up, before anybody else hears of it.
    {
        let (drag, latest) = (drag.clone(), latest.clone());
        use_effect_with(drag.is_some(), move |dragging| {
            let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    event.stop_propagation();
                    latest.replace(None);
                    drag.set(None);
                }
            });
            let window = web_sys::window().filter(|_| *dragging);
            if let Some(window) = &window {
                // Adding a listener to the window does not fail.
                let _ = window.add_event_listener_with_callback_and_bool(
                    "keydown",
                    listener.as_ref().unchecked_ref(),
                    true,
                );
            }
            move || {
                if let Some(window) = window {
                    let _ = window.remove_event_listener_with_callback_and_bool(
                        "keydown",
                        listener.as_ref().unchecked_ref(),
                        true,
                    );
                }
            }
        });
    }

    let (Some(_), Some(id)) = (document.as_ref(), editing) else {
        return html! {};
    };
    let onpointermove = {
        let (document, id) = (document.clone(), id.clone());
        let (drag, latest) = (drag.clone(), latest.clone());
        Callback::from(move |event: PointerEvent| {
            let held = *latest.borrow();
            let (Some(held), Some(open)) = (held, document.as_ref()) else {
                return;
            };
            let (Some(root), Some(quote)) = (dom::article_element(), open.annotations.get(&id))
            else {
                return;
            };
            let place = (
                f64::from(event.client_x()) + held.grip.0,
                f64::from(event.client_y()) + held.grip.1,
            );
            let at = dom::byte_at_point(&root, &open.article, &open.offsets, place);
            let span =
                at.and_then(|at| dragged(&open.article, &quote.target, held.piece, held.edge, at));
            if let Some(span) = span {
                let held = Some(Drag { span, ..held });
                latest.replace(held);
                drag.set(held);
            }
        })
    };
    let onpointerup = {
        let (drag, latest, id) = (drag.clone(), latest.clone(), id.clone());
        Callback::from(move |_: PointerEvent| {
            let held = latest.replace(None);
            if let Some(held) = held {
                drag.set(None);
                dispatch.dispatch(Action::Review(ReviewAction::Change {
                    id: id.clone(),
                    change: QuoteChange::Piece(held.piece, held.span),
                    now: now(),
                }));
            }
        })
    };
    let onpointercancel = {
        let (drag, latest) = (drag.clone(), latest.clone());
        Callback::from(move |_: PointerEvent| {
            latest.replace(None);
            drag.set(None);
        })
    };
    let take_hold = |piece: usize, edge: Edge| {
        let (document, id, overlay) = (document.clone(), id.clone(), overlay.clone());
        let (drag, latest) = (drag.clone(), latest.clone());
        Callback::from(move |event: PointerEvent| {
            let quote = document.as_ref().and_then(|open| open.annotations.get(&id));
            let span = quote.and_then(|quote| quote.target.get(piece)).copied();
            let handle = event.target_dyn_into::<Element>();
            let (Some(span), Some(handle), Some(overlay), 0) =
                (span, handle, overlay.cast::<Element>(), event.button())
            else {
                return;
            };
            event.prevent_default();
            // Without it the drag ends where the handle does; nothing else depends on it.
            let _ = overlay.set_pointer_capture(event.pointer_id());
            let middle = handle.get_bounding_client_rect();
            let grip = (
                middle.left() + middle.width() / 2.0 - f64::from(event.client_x()),
                middle.top() + middle.height() / 2.0 - f64::from(event.client_y()),
            );
            let held = Some(Drag {
                piece,
                edge,
                grip,
                span,
            });
            latest.replace(held);
            drag.set(held);
        })
    };
    let stay = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div ref={overlay.clone()} class={classes!("quote-handles", drag.is_some().then_some("dragging"))} aria-hidden="true"
            {onpointermove} {onpointerup} {onpointercancel}>
            { for lit.iter().enumerate().map(|(nth, place)| html! {
                <span key={["lit", &nth.to_string()].concat()} class="lit" style={style(place)} />
            }) }
            { for places.iter().map(|(piece, edge, place)| {
                let name = match edge {
                    Edge::Start => "start",
                    Edge::End => "end",
                };
                html! {
                    <span key={[name, &piece.to_string()].concat()} class="handle" data-edge={name} data-piece={piece.to_string()}
                        style={style(place)} onpointerdown={take_hold(*piece, *edge)} onmousedown={stay.clone()} />
                }
            }) }
        </div>
    }
}

fn style(place: &Place) -> String {
    let parts = [
        ("left: ", place.left),
        ("; top: ", place.top),
        ("; --width: ", place.width),
        ("; --height: ", place.height),
    ];
    let mut style = String::new();
    for (name, pixels) in parts {
        style += name;
        style += &pixels.to_string();
        style += "px";
    }
    style
}

/// Both ends of a piece, where its block is drawn.
fn ends_of(
    open: &Document,
    overlay: &Element,
    nth: usize,
    span: Span,
) -> Vec<(usize, Edge, Place)> {
    let lines = rects_of(open, span);
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Vec::new();
    };
    let rightward = !is_rtl();
    let end = |rect: &DomRect, at_left: bool| {
        let mut place = place_of(overlay, rect);
        if !at_left {
            place.left += place.width;
        }
        place.width = 0;
        place
    };
    Vec::from([
        (nth, Edge::Start, end(first, rightward)),
        (nth, Edge::End, end(last, !rightward)),
    ])
}

fn lines_of(open: &Document, overlay: &Element, span: Span) -> Vec<Place> {
    let lines = rects_of(open, span);
    lines.iter().map(|rect| place_of(overlay, rect)).collect()
}

fn rects_of(open: &Document, span: Span) -> Vec<DomRect> {
    let rects = dom::article_element()
        .and_then(|root| dom::range_of(&root, &open.article, &open.offsets, span))
        .and_then(|range| range.get_client_rects());
    let Some(rects) = rects else {
        return Vec::new();
    };
    (0..rects.length())
        .filter_map(|nth| rects.item(nth))
        .filter(|rect| rect.width() > 0.5)
        .collect()
}

fn place_of(overlay: &Element, rect: &DomRect) -> Place {
    let corner = overlay.get_bounding_client_rect();
    Place {
        left: (rect.left() - corner.left()).round() as i32,
        top: (rect.top() - corner.top()).round() as i32,
        width: rect.width().round() as i32,
        height: rect.height().round() as i32,
    }
}

/// Whether the article runs from right to left.
fn is_rtl() -> bool {
    let style = web_sys::window()
        .zip(dom::article_element())
        .and_then(|(window, article)| window.get_computed_style(&article).ok().flatten());
    style.is_some_and(|style| {
        style
            .get_property_value("direction")
            .is_ok_and(|direction| direction == "rtl")
    })
}

/// Counts the moves of the window that may move words, while it matters.
#[hook]
fn use_window_moves(matters: bool, moved: UseStateHandle<u32>) {
    let count = use_mut_ref(|| 0_u32);
    use_effect_with(matters, move |matters| {
        let listener = Closure::<dyn Fn()>::new(move || {
            *count.borrow_mut() += 1;
            moved.set(*count.borrow());
        });
        let window = web_sys::window().filter(|_| *matters);
        if let Some(window) = &window {
            for event in ["resize", "scroll"] {
                // Adding a listener to the window does not fail.
                let _ = window
                    .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
        move || {
            if let Some(window) = window {
                for event in ["resize", "scroll"] {
                    let _ = window.remove_event_listener_with_callback(
                        event,
                        listener.as_ref().unchecked_ref(),
                    );
                }
            }
        }
    });
}
