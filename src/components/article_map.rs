//! The map of the article: a strip beside the text with its quotes, claims and found words, and what of it is on the screen.
//!
//! What is drawn changes with the annotations alone. Scrolling sets two variables of the strip's style and draws nothing.

use hearsay_text::Span;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::voices::use_voices;
use crate::dom;
use crate::state::{
    MAP_COLUMNS, MAP_ROWS, MapBand, MapColour, Scale, article_map, found_on_map, use_document,
    use_seeing, use_settings,
};
use crate::t;

/// How far the arrow keys go, of 1.
const STEP: f64 = 0.02;
/// How far the keys for pages go, of 1.
const PAGE: f64 = 0.1;

/// The map; nothing while no article is open.
#[component]
pub fn ArticleMap() -> Html {
    let document = use_document();
    let settings = use_settings();
    let seeing = use_seeing();
    let voices = use_voices();
    let strip = use_node_ref();
    let id = document.as_ref().map(|open| open.id.clone());
    let scale = {
        let document = document.clone();
        use_memo(id.clone(), |_| {
            let open = document.as_ref();
            open.map_or_else(Scale::default, |open| Scale::of(&open.article))
        })
    };
    let bands = use_memo(
        (document.clone(), settings, scale.clone()),
        |(document, settings, scale)| {
            let open = document.as_ref();
            open.map_or_else(Vec::new, |open| article_map(open, settings, scale))
        },
    );
    let found = {
        let hits = seeing.find.as_ref().map(|find| find.hits.clone());
        use_memo((hits, scale.clone()), |(hits, scale)| {
            hits.as_ref().map(|hits| found_on_map(hits, scale))
        })
    };
    let here = seeing.find.as_ref().and_then(|find| find.hit());
    let here = here.map(|hit| found_on_map(&[hit], &scale));

    // What is on the screen, told again at each scroll.
    {
        let (document, scale, strip) = (document.clone(), scale.clone(), strip.clone());
        use_effect_with(id, move |_| {
            let blocks = dom::article_element()
                .and_then(|article| article.query_selector_all("[data-block]").ok());
            let show = move || {
                if let (Some(open), Some(blocks), Some(strip)) =
                    (document.as_ref(), &blocks, strip.cast::<HtmlElement>())
                    && let Some(words) = dom::visible_words(&open.article, blocks)
                {
                    show_screen(&strip, &scale, words);
                }
            };
            show();
            let listener = dom::ScrollListener::new(show);
            move || drop(listener)
        });
    }
    let Some(open) = document.as_ref() else {
        return html! {};
    };

    let article = open.article.clone();
    let go = {
        let scale = scale.clone();
        Callback::from(move |place: f64| {
            if let Some(root) = dom::article_element() {
                dom::scroll_to_byte(&root, &article, scale.byte(place));
            }
        })
    };
    let onpointerdown = {
        let (go, strip) = (go.clone(), strip.clone());
        Callback::from(move |event: PointerEvent| {
            if let (0, Some(strip)) = (event.button(), strip.cast::<Element>()) {
                // A browser that refuses ends the drag at the edge of the strip.
                let _ = strip.set_pointer_capture(event.pointer_id());
                go.emit(place_of(&strip, &event));
            }
        })
    };
    let onpointermove = {
        let (go, strip) = (go.clone(), strip.clone());
        Callback::from(move |event: PointerEvent| {
            if let (true, Some(strip)) = (event.buttons() & 1 == 1, strip.cast::<Element>()) {
                go.emit(place_of(&strip, &event));
            }
        })
    };
    let onkeydown = {
        let strip = strip.clone();
        Callback::from(move |event: KeyboardEvent| {
            let now = strip.cast::<Element>();
            let now = now.and_then(|strip| strip.get_attribute("aria-valuenow"));
            let now = now
                .and_then(|now| now.parse::<u8>().ok())
                .unwrap_or_default();
            let now = f64::from(now) / 100.0;
            let to = match event.key().as_str() {
                "ArrowUp" | "ArrowLeft" => now - STEP,
                "ArrowDown" | "ArrowRight" => now + STEP,
                "PageUp" => now - PAGE,
                "PageDown" => now + PAGE,
                "Home" => 0.0,
                "End" => 1.0,
                _ => return,
            };
            if event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            go.emit(to);
        })
    };
    let class = |band: &MapBand| match &band.of {
        MapColour::Speaker(speaker) => classes!("band", voices.class(speaker.as_deref())),
        MapColour::Suggested => classes!("band", "suggested"),
        MapColour::Tag(color) => {
            let color = color.map(|color| ["tag-", &color.to_string()].concat());
            classes!("band", "claim", color)
        }
    };
    let view_box = ["0 0 ", &MAP_COLUMNS.to_string(), " ", &MAP_ROWS.to_string()].concat();
    html! {
        <div ref={strip} class="article-map" role="slider" tabindex="0" aria-label={t!("map-label")} aria-orientation="vertical"
            aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" {onpointerdown} {onpointermove} {onkeydown}>
            <svg viewBox={view_box} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                { for bands.iter().map(|band| html! { <path class={class(band)} d={band.path.clone()} /> }) }
                if let Some(path) = found.as_ref() {
                    <path class="found" d={path.clone()} />
                }
                if let Some(path) = here {
                    <path class="found-here" d={path} />
                }
            </svg>
            <div class="screen" />
        </div>
    }
}

/// Where on the strip the pointer is, from 0 at the top to 1.
fn place_of(strip: &Element, event: &PointerEvent) -> f64 {
    let place = strip.get_bounding_client_rect();
    (f64::from(event.client_y()) - place.top()) / place.height().max(1.0)
}

/// Shows and says which words are on the screen.
fn show_screen(strip: &HtmlElement, scale: &Scale, words: Span) {
    let (from, to) = (scale.place(words.start), scale.place(words.end));
    // Tenths of a percent in whole numbers: to write fractions takes ten kilobytes of program.
    let style = strip.style();
    let thousandths = |place: f64| ((place * 1000.0).round() as i32).to_string();
    // Setting a variable of a style does not fail.
    let _ = style.set_property("--from", &thousandths(from));
    let _ = style.set_property("--to", &thousandths(to));
    let middle = ((from + to) * 50.0).round() as u8;
    let now = middle.to_string();
    if strip.get_attribute("aria-valuenow").as_deref() != Some(&now)
        || !strip.has_attribute("aria-valuetext")
    {
        let told = t!("map-place", n = middle);
        for (name, value) in [("aria-valuenow", &now), ("aria-valuetext", &told)] {
            // Nor does setting an attribute whose name is one.
            let _ = strip.unchecked_ref::<Element>().set_attribute(name, value);
        }
    }
}
