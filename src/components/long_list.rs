//! A list that may be thousands of entries long: draws those in view and some around them, and gaps as high as the others would
//! be. Who listens hears how long the list is and where in it an entry stands, and the entry with the keyboard's focus stays.

use std::ops::Range;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element};
use yew::prelude::*;

/// Lists up to this long are drawn whole.
const SHORT: usize = 40;

/// Entries drawn before and after those in view.
const ROOM: usize = 8;

/// How far out of view, in CSS pixels, a gap is filled.
const AHEAD: f64 = 300.0;

/// Which entries of a list are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LongList {
    name: &'static str,
    /// How high an entry is, roughly, in CSS pixels.
    height: usize,
    n: usize,
    drawn: Range<usize>,
    /// Drawn besides: the entry that has the keyboard's focus, and the one that is wanted.
    held: [Option<usize>; 2],
}

impl LongList {
    /// The entries of `part` of the list, which is an element of its own: `draw` gives key and content of each.
    pub fn draw(&self, part: Range<usize>, draw: impl Fn(usize) -> (String, Html)) -> Html {
        let pieces = pieces(&part, &self.drawn, self.held);
        let is_whole = self.n <= SHORT;
        let size = (!is_whole).then(|| part.len().to_string());
        let entry = |at: usize| {
            let (key, content) = draw(at);
            let place = (!is_whole).then(|| (at - part.start + 1).to_string());
            html! { <li {key} aria-setsize={size.clone()} aria-posinset={place} data-at={at.to_string()}>{ content }</li> }
        };
        let piece = |piece: Piece| match piece {
            Piece::Entries(entries) => entries.map(&entry).collect::<Html>(),
            Piece::Gap(gap) => {
                let style = ["block-size: ", &(gap.len() * self.height).to_string(), "px"].concat();
                html! {
                    <li key={["gap", &gap.start.to_string()].concat()} class="gap" role="presentation" aria-hidden="true" {style}
                        data-list={self.name} data-from={gap.start.to_string()} data-to={gap.end.to_string()} />
                }
            }
        };
        html! { { for pieces.into_iter().map(piece) } }
    }
}

/// Entries that are drawn, or are not.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Entries(Range<usize>),
    Gap(Range<usize>),
}

/// What `part` of a list is made of.
fn pieces(part: &Range<usize>, drawn: &Range<usize>, held: [Option<usize>; 2]) -> Vec<Piece> {
    let [held, wanted] = held.map(|held| held.map_or(0..0, |held| held..held + 1));
    let mut entries = [drawn.clone(), held, wanted];
    entries.sort_by_key(|range| range.start);
    let mut pieces = Vec::new();
    let mut at = part.start;
    for range in entries {
        let range = range.start.max(at)..range.end.min(part.end);
        if range.is_empty() {
            continue;
        }
        if at < range.start {
            pieces.push(Piece::Gap(at..range.start));
        }
        at = range.end;
        pieces.push(Piece::Entries(range));
    }
    if at < part.end {
        pieces.push(Piece::Gap(at..part.end));
    }
    pieces
}

/// A list of `n` entries of about that many CSS pixels each, of which `wanted` is drawn whenever it becomes another.
#[hook]
pub fn use_long_list(
    name: &'static str,
    n: usize,
    height: usize,
    wanted: Option<usize>,
) -> LongList {
    let redraw = use_force_update();
    let seen = use_mut_ref(|| (around(&(0..ROOM), n), None::<usize>, None::<usize>));
    let list = {
        let mut seen = seen.borrow_mut();
        let (drawn, held, last) = &mut *seen;
        if *last != wanted {
            *last = wanted;
            if let Some(wanted) = wanted.filter(|wanted| !drawn.contains(wanted)) {
                *drawn = around(&(wanted..wanted), n);
            }
        }
        let is_whole = n <= SHORT;
        LongList {
            name,
            height,
            n,
            drawn: if is_whole { 0..n } else { drawn.clone() },
            held: [*held, wanted].map(|held| held.filter(|held| !is_whole && *held < n)),
        }
    };
    let fill = move || {
        if let Some(wanted) = in_view(name) {
            let last = seen.borrow().2;
            *seen.borrow_mut() = (around(&wanted, n), entry_in_focus(), last);
            redraw.force_update();
        }
    };
    // Another list may have been scrolled here, or the entries may be other ones.
    use_effect_with((n, list.drawn.clone()), {
        let fill = fill.clone();
        move |(n, _)| {
            if *n > SHORT {
                fill();
            }
        }
    });
    use_effect_with(n, move |n| {
        let n = *n;
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // The page itself holds no list.
            let page = event.target().and_then(|at| at.dyn_into::<Document>().ok());
            if page.is_none() {
                fill();
            }
        });
        let window = web_sys::window().filter(|_| n > SHORT);
        if let Some(window) = &window {
            // Lists scroll by themselves, and tell only who listens on the way down. Adding a listener does not fail.
            let _ = window.add_event_listener_with_callback_and_bool(
                "scroll",
                listener.as_ref().unchecked_ref(),
                true,
            );
        }
        move || {
            if let Some(window) = window {
                let _ = window.remove_event_listener_with_callback_and_bool(
                    "scroll",
                    listener.as_ref().unchecked_ref(),
                    true,
                );
            }
        }
    });
    list
}

/// The entries in view with some room around.
fn around(view: &Range<usize>, n: usize) -> Range<usize> {
    view.start.saturating_sub(ROOM).min(n)..(view.end + ROOM).min(n)
}

/// The entries of the gap in view, if one is in view, or nearly.
fn in_view(name: &str) -> Option<Range<usize>> {
    let window = web_sys::window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    let panel = window.document()?.query_selector(".tab-panel").ok()??;
    let gaps = panel.query_selector_all("li.gap").ok()?;
    (0..gaps.length()).find_map(|nth| {
        let gap: Element = gaps.get(nth)?.dyn_into().ok()?;
        if gap.get_attribute("data-list").as_deref() != Some(name) {
            return None;
        }
        let bounds = gap.get_bounding_client_rect();
        let (top, bottom) = (bounds.top(), bounds.bottom());
        if bounds.height() < 1.0 || bottom < -AHEAD || top > height + AHEAD {
            return None;
        }
        let number = |name: &str| gap.get_attribute(name)?.parse::<usize>().ok();
        let (from, to) = (number("data-from")?, number("data-to")?);
        // Counts of entries are far below 2^52, and a share of one is between 0 and it.
        let at = |y: f64| ((y - top) / (bottom - top) * (to - from) as f64) as usize;
        Some(from + at(top.max(-AHEAD))..(from + at(bottom.min(height + AHEAD))).min(to))
    })
}

/// The entry that has the keyboard's focus.
fn entry_in_focus() -> Option<usize> {
    let focused = web_sys::window()?.document()?.active_element()?;
    let entry = focused.closest("li[data-at]").ok()??;
    entry.get_attribute("data-at")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Piece::{Entries, Gap};
    use super::*;

    #[test]
    fn every_entry_is_drawn_or_in_a_gap_and_none_twice() {
        for (part, drawn, held, expected) in [
            (0..10, 0..10, None, vec![Entries(0..10)]),
            (
                0..10,
                3..6,
                None,
                vec![Gap(0..3), Entries(3..6), Gap(6..10)],
            ),
            (
                0..10,
                3..6,
                Some(8),
                vec![
                    Gap(0..3),
                    Entries(3..6),
                    Gap(6..8),
                    Entries(8..9),
                    Gap(9..10),
                ],
            ),
            (
                0..10,
                3..6,
                Some(0),
                vec![Entries(0..1), Gap(1..3), Entries(3..6), Gap(6..10)],
            ),
            (
                0..10,
                3..6,
                Some(4),
                vec![Gap(0..3), Entries(3..6), Gap(6..10)],
            ),
            // A part of the list, as a speaker's quotes are.
            (10..20, 5..12, Some(3), vec![Entries(10..12), Gap(12..20)]),
            (10..20, 30..40, None, vec![Gap(10..20)]),
            (4..4, 0..10, None, vec![]),
        ] {
            assert_eq!(
                pieces(&part, &drawn, [held, None]),
                expected,
                "{part:?} {drawn:?} {held:?}"
            );
        }
    }

    #[test]
    fn what_is_wanted_is_drawn_wherever_the_list_was_scrolled() {
        let expected = [
            Entries(0..1),
            Gap(1..4),
            Entries(4..6),
            Gap(6..9),
            Entries(9..10),
        ];
        assert_eq!(pieces(&(0..10), &(4..6), [Some(9), Some(0)]), expected);
        assert_eq!(pieces(&(0..10), &(4..6), [Some(0), Some(9)]), expected);
        assert_eq!(
            pieces(&(0..10), &(0..10), [Some(0), Some(9)]),
            [Entries(0..10)]
        );
    }

    #[test]
    fn what_is_drawn_has_room_around_what_is_in_view_and_stays_in_the_list() {
        assert_eq!(around(&(100..110), 1000), 100 - ROOM..110 + ROOM);
        assert_eq!(around(&(3..5), 10), 0..10);
        assert_eq!(around(&(990..1200), 1000), 990 - ROOM..1000);
    }
}
