//! The bar that finds words in the article.

use hearsay_text::Span;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::dom;
use crate::state::{
    Action, Dispatch, Document, FindAction, SeeingAction, quotes_by_speaker, use_dispatch,
    use_document, use_seeing, use_selection, use_settings,
};
use crate::t;

/// Tells the state what happened to finding.
fn tell(dispatch: &Dispatch, action: FindAction) {
    dispatch.dispatch(Action::Seeing(SeeingAction::Find(action)));
}

/// Puts the bar away; the focus goes to where the found words are, which stay chosen.
pub fn close_find(dispatch: &Dispatch, open: Option<&Document>, hit: Option<Span>) {
    if let (Some(hit), Some(open), Some(root)) = (hit, open, dom::article_element()) {
        if let Some(block_idx) = open.article.block_at(hit.start) {
            dom::focus_block(&root, block_idx);
        }
        // At once, and not only with the next drawing: a browser may tell meanwhile that nothing is selected any more.
        dom::select_span(&root, &open.article, &open.offsets, hit);
    } else {
        dom::focus_first("#find-button");
    }
    tell(dispatch, FindAction::Close);
}

/// The bar, while it is open.
#[component]
pub fn FindBar() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let settings = use_settings();
    let seeing = use_seeing();
    let selection = use_selection();
    let field = use_node_ref();
    let find = seeing.find.as_ref();

    // Whoever asks for it types next.
    {
        let field = field.clone();
        use_effect_with(find.map(|find| find.asked), move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // Fails only for what cannot take the focus.
                let _ = field.focus();
                field.select();
            }
        });
    }
    // Painted again whenever the marks may be others, for the browser forgets the words whose elements change.
    let can_paint = {
        let drawn = (
            document.clone(),
            settings.clone(),
            selection.focused.clone(),
        );
        let painted = find.map(|find| (find.hits.clone(), find.at));
        let can_paint = use_mut_ref(|| true);
        let outcome = can_paint.clone();
        use_effect_with((painted, drawn), move |(painted, (document, ..))| {
            let article = dom::article_element();
            match (painted, document.as_ref(), article) {
                (Some((hits, at)), Some(open), Some(root)) => {
                    let done = dom::paint_found(&root, &open.article, &open.offsets, hits, *at);
                    *outcome.borrow_mut() = done;
                }
                _ => dom::clear_found(),
            }
        });
        can_paint
    };
    {
        let document = document.clone();
        let gone = find.map(|find| (find.gone, find.hit()));
        use_effect_with(gone, move |gone| {
            if let (Some((_, Some(hit))), Some(open), Some(root)) =
                (gone, document.as_ref(), dom::article_element())
            {
                dom::reveal_words(&root, &open.article, &open.offsets, *hit);
                if !*can_paint.borrow() {
                    dom::select_span(&root, &open.article, &open.offsets, *hit);
                }
            }
        });
    }
    use_effect_with((), |()| dom::clear_found);
    let is_open = find.is_some();
    let speakers = use_memo(
        (is_open, document.clone(), settings),
        |(is_open, document, settings)| {
            let open = document.as_ref().filter(|_| *is_open);
            let groups = open
                .map(|open| quotes_by_speaker(open, settings))
                .unwrap_or_default();
            let speakers = groups.into_iter().filter_map(|group| group.speaker);
            speakers.collect::<Vec<_>>()
        },
    );
    let Some(find) = find else {
        return html! {};
    };

    let hit = find.hit();
    let act = |action: FindAction| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| tell(&dispatch, action.clone()))
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            tell(&dispatch, FindAction::Query(query));
        })
    };
    let whole = {
        let (dispatch, on) = (dispatch.clone(), !find.whole_words);
        Callback::from(move |_: Event| tell(&dispatch, FindAction::WholeWords(on)))
    };
    let by = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            tell(
                &dispatch,
                FindAction::By((!name.is_empty()).then_some(name)),
            );
        })
    };
    let close = {
        let (dispatch, document) = (dispatch.clone(), document.clone());
        Callback::from(move |_: MouseEvent| close_find(&dispatch, document.as_ref(), hit))
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let typing = event.target_dyn_into::<HtmlInputElement>().is_some();
            let back = event.shift_key();
            match event.key().as_str() {
                "Enter" if typing => tell(&dispatch, FindAction::Step { back }),
                "F3" => tell(&dispatch, FindAction::Step { back }),
                "Escape" => close_find(&dispatch, document.as_ref(), hit),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let place = match (find.query.trim().is_empty(), find.hits.len()) {
        (true, _) => String::new(),
        (false, 0) => t!("find-nothing"),
        (false, n) => t!("find-place", at = find.at + 1, n = n),
    };
    html! {
        <div class="find-bar" role="search" aria-label={t!("find-label")} {onkeydown}>
            <div class="sought">
                { icon(Glyph::Search) }
                <input ref={field} id="find-field" type="search" value={find.query.clone()} {oninput} autocomplete="off" spellcheck="false"
                    aria-label={t!("find-label")} placeholder={t!("find-label")} />
                <output class="place" role="status" data-role="found">{ place }</output>
            </div>
            <div class="ways">
                <button type="button" class="button plain icon" aria-label={t!("find-previous")} title={t!("find-previous")}
                    disabled={find.hits.is_empty()} onclick={act(FindAction::Step { back: true })}><span aria-hidden="true">{ "↑" }</span></button>
                <button type="button" class="button plain icon" aria-label={t!("find-next")} title={t!("find-next")}
                    disabled={find.hits.is_empty()} onclick={act(FindAction::Step { back: false })}><span aria-hidden="true">{ "↓" }</span></button>
                <button type="button" class="button plain icon close" aria-label={t!("find-close")} title={t!("find-close")} onclick={close}>
                    { icon(Glyph::Close) }
                </button>
            </div>
            <label class="switch">
                <input type="checkbox" checked={find.whole_words} onchange={whole} data-role="whole-words" />
                { t!("find-whole-words") }
            </label>
            <label class="said-by">
                { t!("find-said-by") }
                <select onchange={by} data-role="said-by">
                    <option value="" selected={find.speaker.is_none()}>{ t!("find-anyone") }</option>
                    { for speakers.iter().map(|name| html! {
                        <option key={name.clone()} value={name.clone()} selected={find.speaker.as_ref() == Some(name)}>{ name }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}
