//! The editor of a quote, below the lists of the panel: its words, kind, speaker, cue and source. Not modal: every change is
//! made at once, as one step of the history, and the article stays at hand to choose words in.

use hearsay_annotate::{AnnotationId, Body};
use hearsay_text::{Modality, QuoteKind, ReportKind, Span};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::cast_editor::cast_editor;
use super::icon::{Glyph, icon};
use super::quote_splitter::QuoteSplitter;
use crate::commands::{close_editor, let_go_of_words};
use crate::services::{now, stamp};
use crate::state::{
    Action, Dispatch, Document, Edge, Editing, Pace, QuoteChange, ReviewAction, speaker_names,
    use_dispatch, use_document, use_selection,
};
use crate::{dom, t};

/// The editor of the quote or the speaker that is edited; nothing while none is.
#[component]
pub fn Editor() -> Html {
    let document = use_document();
    let selection = use_selection();
    let dispatch = use_dispatch();
    let section = use_node_ref();
    let editing = selection.editing.clone();
    {
        // Another quote, or another act on it, is a new start; the next piece is not.
        let about = editing.as_ref().map(|editing| match editing {
            Editing::Quote { id, splitting, .. } => (Some(id.clone()), *splitting),
            Editing::Speaker(_) => (None, false),
        });
        let section = section.clone();
        use_effect_with(about, move |_| {
            if let Some(section) = section.cast::<Element>() {
                dom::remember_focus(&section);
            }
        });
    }
    let (Some(open), Some(editing)) = (document.as_ref(), editing) else {
        return html! {};
    };
    let close = {
        let (dispatch, editing) = (dispatch.clone(), editing.clone());
        move || close_editor(&dispatch, Some(&editing))
    };
    // In a field, Escape is nobody else's.
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            let target = event.target_dyn_into::<Element>();
            let in_field = target.is_some_and(|target| {
                matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
            });
            if in_field && event.key() == "Escape" {
                event.prevent_default();
                close();
            }
        })
    };
    let done = Callback::from(move |_: MouseEvent| close());
    let (title, done_label, inside) = match &editing {
        Editing::Quote {
            id,
            piece,
            splitting,
        } => {
            let Some(annotation) = open.annotations.get(id) else {
                return html! {};
            };
            let inside = if *splitting {
                html! { <QuoteSplitter id={id.clone()} /> }
            } else {
                let words = selection.words;
                quote_editor(open, &dispatch, annotation, *piece, words)
            };
            (t!("review-editor"), t!("review-done"), inside)
        }
        Editing::Speaker(speaker) => (
            t!("cast-editor"),
            t!("cast-done"),
            cast_editor(open, &dispatch, speaker.clone()),
        ),
    };
    html! {
        <section class="editor" ref={section} tabindex="-1" aria-label={title.clone()} {onkeydown}>
            <header>
                <h3>{ title }</h3>
                <button type="button" class="button plain" onclick={done}>{ done_label }<kbd>{ "Esc" }</kbd></button>
            </header>
            { inside }
        </section>
    }
}

/// Sends a change of a quote.
fn change(dispatch: &Dispatch, id: &AnnotationId, change: QuoteChange) {
    dispatch.dispatch(Action::Review(ReviewAction::Change {
        id: id.clone(),
        change,
        now: now(),
    }));
}

fn quote_editor(
    open: &Document,
    dispatch: &Dispatch,
    annotation: &hearsay_annotate::Annotation,
    piece: usize,
    words: Option<Span>,
) -> Html {
    let Body::Quote(quote) = &annotation.body else {
        return html! {};
    };
    let id = &annotation.id;
    let part = |label: String,
                spans: &[Span],
                uses: [String; 2],
                part: fn(Vec<Span>) -> QuoteChange,
                key: &'static str| {
        let is_set = !spans.is_empty();
        let shown = if is_set {
            super::words_of(&open.article, spans)
        } else {
            t!("review-none")
        };
        let set = {
            let (dispatch, id) = (dispatch.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(words) = words {
                    change(&dispatch, &id, part(Vec::from([words])));
                    let_go_of_words(&dispatch);
                }
            })
        };
        let clear = {
            let (dispatch, id) = (dispatch.clone(), id.clone());
            Callback::from(move |_: MouseEvent| change(&dispatch, &id, part(Vec::new())))
        };
        let [use_words, use_none] = uses;
        html! {
            <div class="part-row">
                <span class="label">{ label }</span>
                <span class={classes!("part-words", (!is_set).then_some("soft"))}>{ shown }</span>
                if words.is_some() {
                    <button type="button" class="button small" aria-description={use_words} onmousedown={keep_selection()} onclick={set}>
                        { t!("review-use-words") }<kbd>{ key }</kbd>
                    </button>
                }
                if is_set {
                    <button type="button" class="button plain icon" aria-label={use_none.clone()} title={use_none} onclick={clear}>
                        { icon(Glyph::Close) }
                    </button>
                }
            </div>
        }
    };
    let cue = part(
        t!("review-cue"),
        &quote.cue,
        [t!("review-use-words-cue"), t!("review-clear-cue")],
        QuoteChange::Cue,
        "U",
    );
    let source = part(
        t!("review-source"),
        &quote.source,
        [t!("review-use-words-source"), t!("review-clear-source")],
        QuoteChange::Source,
        "⇧U",
    );
    let set_speaker = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<HtmlInputElement>().value();
            change(&dispatch, &id, QuoteChange::Speaker(Some(name)));
        })
    };
    let act = |action: fn() -> ReviewAction| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Review(action())))
    };
    let split = act(|| ReviewAction::Split {
        at: None,
        stamp: stamp(),
    });
    let join = act(|| ReviewAction::Join { now: now() });
    let reject = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            let id = id.clone();
            dispatch.dispatch(Action::Reject { id, now: now() });
        })
    };
    html! {
        <div class="quote-editor" data-annotation={id.0.clone()}>
            <div class="pieces" role="group" aria-label={t!("review-words")}>
                { for annotation.target.iter().enumerate().map(|(nth, span)| {
                    piece_row(open, dispatch, id, &annotation.target, (nth, *span), nth == piece)
                }) }
            </div>
            <div class="fields">
                <label>{ t!("review-speaker") }
                    <input type="text" list="speaker-names" autocomplete="off" onchange={set_speaker}
                        placeholder={t!("review-speaker-unknown")} value={quote.speaker.clone().unwrap_or_default()} />
                </label>
                { names_list(open) }
                { choice(dispatch, id, t!("review-kind"), QuoteKind::ALL.map(|kind| (kind, kind_label(kind))).into_iter(), quote.kind, QuoteChange::Kind) }
                { choice(dispatch, id, t!("review-reports"), ReportKind::ALL.map(|reports| (reports, reports_label(reports))).into_iter(), quote.reports, QuoteChange::Reports) }
                { choice(dispatch, id, t!("review-modality"), Modality::ALL.map(|modality| (modality, modality_label(modality))).into_iter(), quote.modality, QuoteChange::Modality) }
            </div>
            { source }
            { cue }
            if words.is_none() {
                <p class="soft small">{ t!("review-choose-words-hint") }</p>
            }
            <div class="acts">
                <button type="button" class="button" onmousedown={keep_selection()} onclick={split}>{ t!("review-split") }<kbd>{ "V" }</kbd></button>
                <button type="button" class="button" onclick={join}>{ t!("review-join") }<kbd>{ "B" }</kbd></button>
                <button type="button" class="button" onclick={reject}>{ t!("review-reject") }<kbd>{ "X" }</kbd></button>
            </div>
        </div>
    }
}

/// The names of the article's cast, for fields that take one.
pub(super) fn names_list(open: &Document) -> Html {
    html! {
        <datalist id="speaker-names">
            { for speaker_names(open).into_iter().map(|name| html! { <option key={name.clone()} value={name} /> }) }
        </datalist>
    }
}

/// A press must not take the browser's selection away before the click reads it.
fn keep_selection() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

/// A piece of the quote: its words, and for the one whose ends the keys move, the buttons that move them.
fn piece_row(
    open: &Document,
    dispatch: &Dispatch,
    id: &AnnotationId,
    target: &[Span],
    (nth, span): (usize, Span),
    chosen: bool,
) -> Html {
    let words = open.article.slice(span).to_owned();
    let name = t!("review-piece", nth = nth + 1, n = target.len());
    if !chosen {
        let dispatch = dispatch.clone();
        let choose = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Review(ReviewAction::Piece(Some(nth))));
        });
        return html! {
            <button key={nth} type="button" class="piece other" aria-description={name} onclick={choose}>{ words }</button>
        };
    }
    let remove = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        let rest: Vec<Span> = target
            .iter()
            .copied()
            .filter(|piece| *piece != span)
            .collect();
        Callback::from(move |_: MouseEvent| {
            change(&dispatch, &id, QuoteChange::Words(rest.clone()));
        })
    };
    html! {
        <div key={nth} class="piece chosen" role="group" aria-label={name}>
            <div class="piece-head">
                <p class="piece-words">{ words }</p>
                if target.len() > 1 {
                    <button type="button" class="button plain icon" aria-label={t!("review-remove-piece")} title={t!("review-remove-piece")} onclick={remove}>
                        { icon(Glyph::Remove) }
                    </button>
                }
            </div>
            <div class="edges">
                { edge(dispatch, Edge::Start) }
                { edge(dispatch, Edge::End) }
            </div>
        </div>
    }
}

/// The buttons that move an end, the further outward the further from the middle.
fn edge(dispatch: &Dispatch, edge: Edge) -> Html {
    let moves: [(Pace, bool, &'static str, String, &'static str); 4] = match edge {
        Edge::Start => [
            (
                Pace::Sentence,
                true,
                "«",
                t!("review-start-earlier-sentence"),
                "Ctrl ⇧ ↑",
            ),
            (
                Pace::Word,
                true,
                "‹",
                t!("review-start-earlier"),
                "Ctrl ⇧ ←",
            ),
            (Pace::Word, false, "›", t!("review-start-later"), "Ctrl ⇧ →"),
            (
                Pace::Sentence,
                false,
                "»",
                t!("review-start-later-sentence"),
                "Ctrl ⇧ ↓",
            ),
        ],
        Edge::End => [
            (
                Pace::Sentence,
                false,
                "«",
                t!("review-end-earlier-sentence"),
                "⇧ ↑",
            ),
            (Pace::Word, false, "‹", t!("review-end-earlier"), "⇧ ←"),
            (Pace::Word, true, "›", t!("review-end-later"), "⇧ →"),
            (
                Pace::Sentence,
                true,
                "»",
                t!("review-end-later-sentence"),
                "⇧ ↓",
            ),
        ],
    };
    let label = match edge {
        Edge::Start => t!("review-start"),
        Edge::End => t!("review-end"),
    };
    html! {
        <div class="edge" role="group" aria-label={label.clone()}>
            <span class="label" aria-hidden="true">{ label }</span>
            { for moves.into_iter().map(|(pace, more, sign, label, keys)| {
                let dispatch = dispatch.clone();
                let onclick = Callback::from(move |_: MouseEvent| {
                    dispatch.dispatch(Action::Review(ReviewAction::Move { edge, pace, more, now: now() }));
                });
                let title = [&label, " (", keys, ")"].concat();
                html! {
                    <button key={sign} type="button" class="button icon step" aria-label={label} {title} {onclick}>{ sign }</button>
                }
            }) }
        </div>
    }
}

/// A list to choose one of.
fn choice<T: Copy + PartialEq + 'static>(
    dispatch: &Dispatch,
    id: &AnnotationId,
    label: String,
    all: impl Iterator<Item = (T, String)>,
    now_is: T,
    makes: fn(T) -> QuoteChange,
) -> Html {
    let (all, labels): (Vec<T>, Vec<String>) = all.unzip();
    let onchange = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        let all = all.clone();
        Callback::from(move |event: Event| {
            let nth = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            if let Some(one) = usize::try_from(nth).ok().and_then(|nth| all.get(nth)) {
                change(&dispatch, &id, makes(*one));
            }
        })
    };
    html! {
        <label>{ label }
            <select {onchange}>
                { for all.iter().zip(labels).map(|(one, label)| html! {
                    <option key={label.clone()} selected={*one == now_is}>{ label }</option>
                }) }
            </select>
        </label>
    }
}

fn kind_label(kind: QuoteKind) -> String {
    match kind {
        QuoteKind::Direct => t!("review-kind-direct"),
        QuoteKind::Indirect => t!("review-kind-indirect"),
        QuoteKind::Mixed => t!("review-kind-mixed"),
    }
}

fn reports_label(reports: ReportKind) -> String {
    match reports {
        ReportKind::Speech => t!("review-reports-speech"),
        ReportKind::Writing => t!("review-reports-writing"),
        ReportKind::Thought => t!("review-reports-thought"),
        ReportKind::Stance => t!("review-reports-stance"),
        ReportKind::Evidence => t!("review-reports-evidence"),
    }
}

fn modality_label(modality: Modality) -> String {
    match modality {
        Modality::Actual => t!("review-modality-actual"),
        Modality::Negated => t!("review-modality-negated"),
        Modality::Hypothetical => t!("review-modality-hypothetical"),
    }
}
