//! The bar over everything: where one is, whether it is saved, undo and redo, taking away, light and dark.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::working::Finding;
use crate::services::{now, use_services};
use crate::state::{
    Action, LayoutAction, OpeningAction, Over, SaveState, Theme, View, use_dispatch, use_document,
    use_opening, use_settings, use_status,
};

/// The bar.
#[component]
pub fn TopBar() -> Html {
    let dispatch = use_dispatch();
    let document = use_document();
    let status = use_status();
    let reading = status.view == View::Read && document.is_some();
    let go_home = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(View::Library)))
    };
    let go_back = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(View::Read)))
    };
    let step = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    let history = document.as_ref().map(|open| &open.history);
    let undo = history
        .and_then(|history| history.undo_label())
        .map(str::to_owned);
    let redo = history
        .and_then(|history| history.redo_label())
        .map(str::to_owned);
    let title = document.as_ref().map(crate::state::Document::title);
    html! {
        <header class="top-bar">
            <button type="button" class="brand" onclick={go_home} title="Open another article">
                <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M4 5h16v11H11l-4 4v-4H4z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
                    <path d="M8 12.5h8" stroke="var(--voice-1)" stroke-width="2.5" stroke-linecap="round" />
                    <path d="M8 8.75h5" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
                </svg>
                { "Hearsay" }
            </button>
            <span class="where">
                if reading { { title.clone() } }
            </span>
            <div class="actions">
                if reading {
                    <Finding />
                    { saved(&status.save) }
                    <button type="button" class="button plain icon" disabled={undo.is_none()} onclick={step(|| Action::Undo { now: now() })}
                        aria-label={undo.as_ref().map_or_else(|| "Undo".to_owned(), |label| format!("Undo: {label}"))}
                        title={undo.as_ref().map_or_else(|| "Nothing to undo".to_owned(), |label| format!("Undo: {label} (Ctrl Z)"))}>
                        { icon(Glyph::Undo) }
                    </button>
                    <button type="button" class="button plain icon" disabled={redo.is_none()} onclick={step(|| Action::Redo { now: now() })}
                        aria-label={redo.as_ref().map_or_else(|| "Redo".to_owned(), |label| format!("Redo: {label}"))}
                        title={redo.as_ref().map_or_else(|| "Nothing to redo".to_owned(), |label| format!("Redo: {label} (Ctrl Shift Z)"))}>
                        { icon(Glyph::Redo) }
                    </button>
                } else if let Some(title) = title {
                    <button type="button" class="button plain wide-only" onclick={go_back}>{ "Back to “" }{ title }{ "”" }</button>
                }
                <MoreMenu {reading} />
            </div>
        </header>
    }
}

/// Whether all is kept.
fn saved(state: &SaveState) -> Html {
    let (glyph, words, title, failed) = match state {
        SaveState::Saved => (
            Some(Glyph::Check),
            "Saved",
            "Saved in this browser".to_owned(),
            false,
        ),
        SaveState::Saving => (None, "Saving …", "Saving in this browser".to_owned(), false),
        SaveState::NotSaved { message } => {
            (Some(Glyph::Warning), "Not saved", message.clone(), true)
        }
        SaveState::Unavailable { reason } => {
            (Some(Glyph::Warning), "Not kept", reason.clone(), true)
        }
    };
    html! {
        <span class={classes!("save-state", failed.then_some("failed"))} role="status" {title} data-save={words}>
            if let Some(glyph) = glyph {
                { icon(glyph) }
            } else {
                <span class="spinner" />
            }
            <span class="words">{ words }</span>
        </span>
    }
}

/// Properties of [`MoreMenu`].
#[derive(Properties, PartialEq)]
struct MoreMenuProps {
    reading: bool,
}

#[component]
fn MoreMenu(props: &MoreMenuProps) -> Html {
    let services = use_services();
    let dispatch = use_dispatch();
    let theme = use_settings().theme;
    let open = use_state_eq(|| false);
    let picker = use_node_ref();
    let menu = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    // Leaving the menu, by key, pointer or Tab, closes it.
    let onfocusout = {
        let (open, menu) = (open.clone(), menu.clone());
        Callback::from(move |event: FocusEvent| {
            use wasm_bindgen::JsCast;
            let to = event
                .related_target()
                .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            let stays = menu
                .get()
                .is_some_and(|menu| to.is_none() || menu.contains(to.as_ref()));
            if !stays {
                open.set(false);
            }
        })
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.prevent_default();
                open.set(false);
            }
        })
    };
    let export = {
        let (services, open) = (services.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            services.export();
        })
    };
    let import = {
        let (picker, open) = (picker.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            if let Some(picker) = picker.cast::<HtmlInputElement>() {
                picker.click();
            }
        })
    };
    let picked = {
        let services = services.clone();
        Callback::from(move |event: Event| {
            let picker = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = picker.files().and_then(|files| files.get(0)) {
                services.import_file(file);
            }
            // So that choosing the same file again is a change again.
            picker.set_value("");
        })
    };
    let again = {
        let (services, open) = (services.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            services.analyse_again();
        })
    };
    let has_versions = use_opening().choice.is_some();
    let versions = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            dispatch.dispatch(Action::Opening(OpeningAction::Ask(true)));
        })
    };
    let next_theme = match theme {
        Theme::System => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::System,
    };
    let switch_theme = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::SetTheme(next_theme)))
    };
    let help = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            dispatch.dispatch(Action::Layout(LayoutAction::Over(Some(Over::Keys))));
        })
    };
    html! {
        <div class="menu" ref={menu} {onfocusout} {onkeydown}>
            <input type="file" ref={picker} hidden=true accept=".json,.jsonld,application/json,application/ld+json" onchange={picked}
                data-role="import" aria-label="File of annotations" />
            <button type="button" class="button plain icon" aria-label="More" title="More" aria-expanded={open.to_string()} onclick={toggle}>
                { icon(Glyph::More) }
            </button>
            if *open {
                <div class="menu-list">
                    if props.reading {
                        <button type="button" class="button plain" data-role="export" onclick={export}>{ icon(Glyph::Export) }{ "Export annotations (JSON-LD)" }</button>
                        <button type="button" class="button plain" onclick={import}>{ "Import annotations …" }</button>
                        <button type="button" class="button plain" onclick={again}>{ "Find quotes again" }</button>
                        if has_versions {
                            <button type="button" class="button plain" data-role="versions" onclick={versions}>{ "Read another version …" }</button>
                        }
                        <hr />
                    }
                    <button type="button" class="button plain" data-role="theme" onclick={switch_theme}>
                        { icon(Glyph::Theme) }{ "Colours: " }{ theme.label() }
                    </button>
                    <button type="button" class="button plain" onclick={help}><kbd>{ "?" }</kbd>{ "Keys" }</button>
                </div>
            }
        </div>
    }
}
