//! The bar over everything: where one is, whether it is saved, undo and redo, taking away, light and dark.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::history::HistoryList;
use super::icon::{Glyph, icon};
use super::picker;
use super::working::Finding;
use crate::services::{now, use_services};
use crate::state::{
    Action, Dispatch, Language, LayoutAction, OpeningAction, Over, SaveState, View, use_dispatch,
    use_document, use_layout, use_opening, use_settings, use_status,
};
use crate::t;

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
    let over = use_layout().over;
    let put = |what: Over| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            // Pressed again, it takes away what it put there.
            let what = Some(what).filter(|what| over != Some(*what));
            dispatch.dispatch(Action::Layout(LayoutAction::Over(what)));
        })
    };
    let (undo_title, redo_title) = (
        undo.as_ref().map_or_else(
            || t!("app-nothing-to-undo"),
            |label| t!("app-undo-what", what = label),
        ),
        redo.as_ref().map_or_else(
            || t!("app-nothing-to-redo"),
            |label| t!("app-redo-what", what = label),
        ),
    );
    html! {
        <header class="top-bar">
            <button type="button" class="brand" onclick={go_home} title={t!("app-brand-title")}>
                <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M4 5h16v11H11l-4 4v-4H4z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
                    <path d="M8 12.5h8" stroke="var(--voice-1)" stroke-width="2.5" stroke-linecap="round" />
                    <path d="M8 8.75h5" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
                </svg>
                <span class="words">{ "Hearsay" }</span>
            </button>
            <nav class="wide-only" aria-label={t!("app-pages")}>
                { for pages(&dispatch, status.view) }
            </nav>
            <span class="where">
                if reading { { title.clone() } }
            </span>
            <div class="actions">
                if reading {
                    <Finding />
                    { saved(&status.save) }
                    <button type="button" class="button plain icon" disabled={undo.is_none()} data-mirrored="" onclick={step(|| Action::Undo { now: now() })}
                        aria-label={if undo.is_some() { undo_title.clone() } else { t!("app-undo") }} title={undo_title}>
                        { icon(Glyph::Undo) }
                    </button>
                    <button type="button" class="button plain icon" disabled={redo.is_none()} data-mirrored="" onclick={step(|| Action::Redo { now: now() })}
                        aria-label={if redo.is_some() { redo_title.clone() } else { t!("app-redo") }} title={redo_title}>
                        { icon(Glyph::Redo) }
                    </button>
                    <div class="menu">
                        <button type="button" class="button plain icon" aria-label={t!("command-history")} title={t!("command-history")}
                            aria-expanded={(over == Some(Over::History)).to_string()} onclick={put(Over::History)} data-role="history">
                            { icon(Glyph::History) }
                        </button>
                        if over == Some(Over::History) {
                            <HistoryList />
                        }
                    </div>
                } else if let Some(title) = title {
                    <button type="button" class="button plain wide-only" onclick={go_back}>{ t!("app-back-to", title = title) }</button>
                }
                <button type="button" class="button plain icon" aria-label={t!("palette-title")} title={t!("palette-title")}
                    aria-haspopup="dialog" onclick={put(Over::Palette)} data-role="palette">
                    { icon(Glyph::Search) }
                </button>
                <MoreMenu {reading} />
            </div>
        </header>
    }
}

/// The ways to the pages of the app; where one is already is marked.
fn pages(dispatch: &Dispatch, shown: View) -> [Html; 3] {
    let pages = [
        (View::Library, t!("app-page-library")),
        (View::Worklist, t!("app-page-worklist")),
        (View::TagSets, t!("app-page-tag-sets")),
    ];
    pages.map(|(view, label)| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(view)));
        html! {
            <button key={view as usize} type="button" class="button plain page" {onclick} aria-current={(view == shown).then_some("page")}>
                { label }
            </button>
        }
    })
}

/// Whether all is kept.
fn saved(state: &SaveState) -> Html {
    let (glyph, (name, words), title, failed) = match state {
        SaveState::Saved => (
            Some(Glyph::Check),
            ("Saved", t!("app-saved")),
            t!("app-saved-title"),
            false,
        ),
        SaveState::Saving => (
            None,
            ("Saving …", t!("app-saving")),
            t!("app-saving-title"),
            false,
        ),
        SaveState::NotSaved { message } => (
            Some(Glyph::Warning),
            ("Not saved", t!("app-not-saved")),
            message.clone(),
            true,
        ),
        SaveState::Unavailable { reason } => (
            Some(Glyph::Warning),
            ("Not kept", t!("app-not-kept")),
            reason.clone(),
            true,
        ),
    };
    html! {
        <span class={classes!("save-state", failed.then_some("failed"))} role="status" {title} data-save={name}>
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
    let settings = use_settings();
    let theme = settings.theme;
    let view = use_status().view;
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
            picker::open(&picker);
        })
    };
    let picked = {
        let services = services.clone();
        picker::chosen_file(move |file| services.import_file(file))
    };
    let again = {
        let (services, open) = (services.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            services.analyse_again();
        })
    };
    let agreement = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            dispatch.dispatch(Action::Show(View::Agreement));
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
    let switch_theme = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::SetTheme(theme.next())))
    };
    let switch_language = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            dispatch.dispatch(Action::SetLanguage(Language::from_code(&code)));
        })
    };
    let history = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            dispatch.dispatch(Action::Layout(LayoutAction::Over(Some(Over::History))));
        })
    };
    let help = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            dispatch.dispatch(Action::Layout(LayoutAction::Over(Some(Over::Keys))));
        })
    };
    let opener = if *open {
        t!("app-menu-close")
    } else {
        t!("app-menu")
    };
    html! {
        <div class="menu" ref={menu} {onfocusout} {onkeydown}>
            <input type="file" ref={picker} hidden=true accept=".json,.jsonld,application/json,application/ld+json" onchange={picked}
                data-role="import" aria-label={t!("app-import-file")} />
            <button type="button" class="button plain icon" aria-label={opener.clone()} title={opener} aria-expanded={open.to_string()} onclick={toggle} data-role="menu">
                { icon(Glyph::More) }
            </button>
            if *open {
                <div class="menu-list">
                    <nav class="narrow-only" aria-label={t!("app-pages")}>
                        { for pages(&dispatch, view) }
                        if props.reading {
                            <button type="button" class="button plain" onclick={history}>{ icon(Glyph::History) }{ t!("command-history") }</button>
                        }
                        <hr />
                    </nav>
                    if props.reading {
                        <button type="button" class="button plain" data-role="export" onclick={export}>{ icon(Glyph::Export) }{ t!("command-export") }</button>
                        <button type="button" class="button plain" onclick={import}>{ t!("app-import") }</button>
                        <button type="button" class="button plain" data-role="agreement" onclick={agreement}>{ t!("command-agreement") }</button>
                        <button type="button" class="button plain" onclick={again}>{ t!("command-find-quotes-again") }</button>
                        if has_versions {
                            <button type="button" class="button plain" data-role="versions" onclick={versions}>{ t!("app-versions") }</button>
                        }
                        <hr />
                    }
                    <button type="button" class="button plain" data-role="theme" onclick={switch_theme}>
                        { icon(Glyph::Theme) }{ t!("app-theme", theme = theme.label()) }
                    </button>
                    <label class="setting">
                        <span>{ t!("app-language") }</span>
                        <select onchange={switch_language} data-role="language">
                            <option value="" selected={settings.language.is_none()}>{ t!("app-language-system") }</option>
                            { for Language::OFFERED.into_iter().map(|language| html! {
                                <option key={language.code()} value={language.code()} lang={language.code()} selected={settings.language == Some(language)}>
                                    { language.own_name() }
                                </option>
                            }) }
                        </select>
                    </label>
                    <button type="button" class="button plain" onclick={help}><kbd>{ "?" }</kbd>{ t!("keys-title") }</button>
                </div>
            }
        </div>
    }
}
