//! Asks which reading of a source to open: the article or the whole page, the book or one of its chapters.

use web_sys::{HtmlDialogElement, HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::services::use_services;
use crate::state::{Action, Choice, OpeningAction, ReadingOption, Why, use_dispatch, use_opening};
use crate::t;

/// How many readings make a list that is worth a filter.
const MANY: usize = 8;

/// The picker, while the person is asked.
#[component]
pub fn ReadingPicker() -> Html {
    let opening = use_opening();
    let choice = opening.choice.clone().filter(|_| opening.choosing);
    html! {
        if let Some(choice) = choice {
            <Picker {choice} />
        }
    }
}

/// Properties of [`Picker`].
#[derive(Properties, PartialEq)]
struct PickerProps {
    choice: Choice,
}

/// The picker; open from its first appearance on.
#[component]
fn Picker(props: &PickerProps) -> Html {
    let dispatch = use_dispatch();
    let services = use_services();
    let wanted = use_state_eq(String::new);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                // Fails only when it is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let onclose = Callback::from(move |_: Event| {
        dispatch.dispatch(Action::Opening(OpeningAction::Ask(false)));
    });
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let choice = &props.choice;
    let chapters = choice.why == Why::Chapter || choice.options.len() > MANY;
    let (title, hint) = if chapters {
        (t!("picker-chapter"), t!("picker-chapter-hint"))
    } else if choice.why == Why::Article {
        (t!("picker-article"), t!("picker-article-hint"))
    } else {
        (t!("picker-offer"), t!("picker-offer-hint"))
    };
    let needle = wanted.to_lowercase();
    let fits = |option: &ReadingOption| {
        needle.is_empty()
            || option.label.to_lowercase().contains(&needle)
            || option.preview.to_lowercase().contains(&needle)
    };
    let options = choice.options.iter().enumerate();
    let options: Vec<_> = options.filter(|(_, option)| fits(option)).collect();
    let none = options.is_empty();
    html! {
        <dialog class={classes!("picker", chapters.then_some("chapters"))} ref={node} {onclose} aria-labelledby="picker-title">
            <header>
                <h2 id="picker-title">{ title }</h2>
                <button type="button" class="button plain icon" aria-label={t!("app-cancel")} onclick={close}>{ icon(Glyph::Close) }</button>
            </header>
            <p class="soft">{ &choice.what }{ " · " }{ hint }</p>
            if choice.options.len() > MANY {
                <input type="search" class="field" placeholder={t!("picker-find")} aria-label={t!("picker-find")} {oninput} value={(*wanted).clone()} />
            }
            <ul class="options">
                { for options.into_iter().map(|(reading_idx, option)| {
                    let services = services.clone();
                    let onclick = Callback::from(move |_: MouseEvent| services.choose_reading(reading_idx));
                    let current = choice.current == Some(reading_idx);
                    let words = count(option.words);
                    html! {
                        <li key={reading_idx}>
                            <button type="button" class="option" autofocus={reading_idx == 0} data-reading={reading_idx.to_string()} aria-current={current.then_some("true")} {onclick}>
                                <span class="name"><strong>{ &option.label }</strong><span class="soft small">{ words }if current { { " · " }{ t!("picker-open") } }</span></span>
                                if !chapters {
                                    if let Some(title) = &option.title { <span class="option-title">{ title }</span> }
                                    <span class="preview">{ &option.preview }</span>
                                }
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if none {
                <p class="soft">{ t!("picker-none") }</p>
            }
        </dialog>
    }
}

/// A number of words, thousands set apart.
fn count(words: u32) -> String {
    let number = words.to_string();
    let mut grouped = String::new();
    for (idx, digit) in number.chars().enumerate() {
        if idx > 0 && (number.len() - idx).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    t!("picker-words", n = words, shown = grouped)
}
