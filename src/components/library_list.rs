//! The stored articles, the one changed last first.

use hearsay_annotate::Timestamp;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::services::use_services;
use crate::state::{LibraryEntry, Loadable, use_library};

/// The list, with its heading; nothing while there is no article.
#[component]
pub fn LibraryList() -> Html {
    let library = use_library();
    match &library.entries {
        Loadable::Loading => html! {
            <p class="soft" role="status"><span class="spinner" />{ " Looking for your articles …" }</p>
        },
        Loadable::Failed(message) => html! {
            <div class="message error" role="alert"><Icon glyph={Glyph::Warning} /><p>{ message }</p></div>
        },
        Loadable::Ready(entries) if entries.is_empty() => html! {
            <p class="soft" id="library-title">{ "Articles you open are kept here, in this browser only." }</p>
        },
        Loadable::Ready(entries) => html! {
            <>
                <h2 id="library-title">{ "Your articles" }</h2>
                <ul class="library-list">
                    { for entries.iter().map(|entry| html! {
                        <li key={entry.id.0.clone()}><Entry entry={entry.clone()} /></li>
                    }) }
                </ul>
            </>
        },
    }
}

/// Properties of [`Entry`].
#[derive(Properties, PartialEq)]
struct EntryProps {
    entry: LibraryEntry,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let services = use_services();
    let entry = &props.entry;
    let open = {
        let (services, id) = (services.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| services.open_stored(&id))
    };
    let delete = {
        let id = entry.id.clone();
        Callback::from(move |_: MouseEvent| services.delete(&id))
    };
    let facts = [
        entry.site.clone(),
        entry.date.clone(),
        Some(count(entry.n_quotes, "quote", "quotes")),
        Some(count(entry.n_claims, "claim", "claims")),
        Some(format!("changed {}", day(entry.modified))),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    html! {
        <>
            <button type="button" class="entry" onclick={open} disabled={entry.unreadable.is_some()}>
                <span class="title">{ &entry.title }</span>
                if let Some(why) = &entry.unreadable {
                    <span class="small">{ why }</span>
                } else {
                    <span class="soft small">{ facts.join(" · ") }</span>
                }
            </button>
            <button type="button" class="button plain icon" onclick={delete}
                aria-label={format!("Delete “{}”", entry.title)} title="Delete">
                <Icon glyph={Glyph::Remove} />
            </button>
        </>
    }
}

fn count(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The day, as the person's browser writes days.
fn day(time: Timestamp) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(time.0 as f64));
    String::from(date.to_locale_date_string("default", &JsValue::UNDEFINED))
}
