//! One article of the library: what is known of it, where the words looked for stand in it, and what can be done with it.

use std::rc::Rc;

use hearsay_annotate::Timestamp;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::library_list::Ticked;
use crate::services::use_services;
use crate::state::{
    ArticleId, LibraryEntry, Loadable, Question, SnippetPart, published, use_library,
};
use crate::{t, words};

/// What a press on an article is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Picking {
    /// To open it.
    #[default]
    Nothing,
    /// To tick it.
    Several(Ticked),
    /// To compare it with this one.
    Other(ArticleId),
}

/// Properties of [`Entry`].
#[derive(Properties, PartialEq)]
pub struct EntryProps {
    /// The article.
    pub entry: LibraryEntry,
    /// The next version of it, if there is one.
    pub newer: Option<ArticleId>,
    /// What a press is for.
    pub picking: Picking,
    /// It is for something else now.
    pub onpick: Callback<Picking>,
    /// What is looked for.
    pub question: Rc<Question>,
}

/// One article.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let services = use_services();
    let library = use_library();
    let entry = &props.entry;
    let id = entry.id.clone();
    let open = {
        let (services, id, onpick) = (services.clone(), id.clone(), props.onpick.clone());
        let picking = props.picking.clone();
        let created = entry.created;
        let library = library.clone();
        Callback::from(move |_: MouseEvent| match &picking {
            Picking::Nothing => services.open_stored(&id),
            Picking::Several(ticked) => onpick.emit(Picking::Several(toggled(ticked, &id))),
            Picking::Other(other) => {
                onpick.emit(Picking::Nothing);
                let other_created = created_of(&library.entries, other);
                if other_created.is_some_and(|other| other > created) {
                    services.compare(&id, other);
                } else {
                    services.compare(other, &id);
                }
            }
        })
    };
    let delete = {
        let (services, id) = (services.clone(), id.clone());
        Callback::from(move |_: MouseEvent| services.delete_all(std::slice::from_ref(&id)))
    };
    let compare = {
        let (id, onpick, newer) = (id.clone(), props.onpick.clone(), props.newer.clone());
        Callback::from(move |_: MouseEvent| match &newer {
            Some(newer) => services.compare(&id, newer),
            None => onpick.emit(Picking::Other(id.clone())),
        })
    };
    let compare_label = match props.newer {
        Some(_) => t!("library-compare-next", title = &entry.title),
        None => t!("library-compare-other", title = &entry.title),
    };
    let tick = match &props.picking {
        Picking::Several(ticked) => {
            let (is_ticked, ticked) = (ticked.contains(&id), ticked.clone());
            let (onpick, id) = (props.onpick.clone(), id.clone());
            let onchange = Callback::from(move |event: Event| {
                let on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let mut ticked = ticked.clone();
                if on {
                    ticked.insert(id.clone());
                } else {
                    ticked.remove(&id);
                }
                onpick.emit(Picking::Several(ticked));
            });
            html! {
                <input type="checkbox" class="tick" checked={is_ticked} {onchange} aria-label={t!("library-select-one", title = &entry.title)} />
            }
        }
        _ => Html::default(),
    };
    let is_itself = matches!(&props.picking, Picking::Other(other) if *other == id);
    let title = props.question.marked(&entry.title);
    let snippet = library
        .texts
        .by_id
        .get(&entry.id)
        .and_then(|text| props.question.snippet(&entry.line(), text));
    html! {
        <div class="library-entry">
            { tick }
            <button type="button" class="entry" onclick={open} disabled={entry.unreadable.is_some() && props.picking == Picking::Nothing || is_itself}>
                <span class="title">{ marked(&title) }</span>
                if let Some(why) = &entry.unreadable {
                    <span class="small">{ why }</span>
                } else {
                    <span class="soft small">{ facts(entry).join(" · ") }</span>
                }
                if let Some(snippet) = snippet {
                    <span class="small snippet">
                        if let Some(field) = snippet.field { <b>{ field_name(field) }{ ": " }</b> }
                        { marked(&snippet.parts) }
                    </span>
                }
            </button>
            if props.picking == Picking::Nothing {
                <span class="entry-actions">
                    <button type="button" class="button plain small" onclick={compare} aria-label={compare_label}>
                        { t!("library-compare") }
                    </button>
                    <button type="button" class="button plain icon" onclick={delete}
                        aria-label={t!("library-delete-one", title = &entry.title)} title={t!("library-delete")}>
                        { icon(Glyph::Remove) }
                    </button>
                </span>
            }
        </div>
    }
}

fn toggled(ticked: &Ticked, id: &ArticleId) -> Ticked {
    let mut ticked = ticked.clone();
    if !ticked.remove(id) {
        ticked.insert(id.clone());
    }
    ticked
}

fn created_of(entries: &Loadable<Rc<Vec<LibraryEntry>>>, id: &ArticleId) -> Option<Timestamp> {
    match entries {
        Loadable::Ready(entries) => {
            let entry = entries.iter().find(|entry| entry.id == *id)?;
            Some(entry.created)
        }
        Loadable::Loading | Loadable::Failed(_) => None,
    }
}

/// Words with those that were looked for marked.
fn marked(parts: &[SnippetPart]) -> Html {
    parts
        .iter()
        .map(|part| {
            if part.sought {
                html! { <mark class="sought">{ &part.words }</mark> }
            } else {
                html! { { &part.words } }
            }
        })
        .collect()
}

fn facts(entry: &LibraryEntry) -> Vec<String> {
    let changed = day(entry.modified);
    let opened = day(entry.opened);
    let was_opened = (opened != changed).then(|| t!("library-opened", day = opened));
    let to_check = entry.n_suggested.filter(|n| *n > 0);
    let facts = [
        entry.site.clone(),
        entry.date.as_deref().map(printed),
        Some(t!("library-quotes", n = entry.n_quotes)),
        Some(t!("library-claims", n = entry.n_claims)),
        to_check.map(|n| t!("library-suggestions", n = n)),
        Some(t!("library-changed", day = changed)),
        was_opened,
    ];
    facts.into_iter().flatten().collect()
}

/// A date as printed; of one for machines only the day.
fn printed(date: &str) -> String {
    let is_for_machines = date.len() > 10 && date.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    match date.get(..10) {
        Some(short) if is_for_machines && published(date).is_some() => short.to_owned(),
        _ => date.to_owned(),
    }
}

/// What the search looked through, as shown.
fn field_name(field: &str) -> String {
    match field {
        "Speaker" => t!("library-field-speaker"),
        "Tag" => t!("library-field-tag"),
        other => other.to_owned(),
    }
}

/// The day, as the person's browser writes days.
fn day(time: Timestamp) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(time.0 as f64));
    String::from(date.to_locale_date_string(&words::locale(), &JsValue::UNDEFINED))
}

/// Day and time, as the person's browser writes them: versions may be of one day.
pub(super) fn moment(time: Timestamp) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(time.0 as f64));
    String::from(date.to_locale_string(&words::locale(), &JsValue::UNDEFINED))
}
