//! A field for a person's words: what is typed is one change when the field is left, and is not lost when the field goes away
//! before that. (When the page goes away, `services::leaving` has every field say what it holds.)

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Letters that fit on a line of the narrowest card: for browsers that do not let a field grow by themselves.
const LINE: usize = 38;

/// Lines that a field grows to before it scrolls.
const MOST_LINES: usize = 16;

/// Properties of [`ClaimField`].
#[derive(Properties, PartialEq)]
pub struct ClaimFieldProps {
    /// What the field is for.
    pub label: String,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub quiet: bool,
    /// What is stored.
    pub value: String,
    /// Lines of an empty field; none for a field of one line that does not grow.
    #[prop_or_default]
    pub lines: usize,
    /// What the keyboard's commands find it by.
    pub part: &'static str,
    /// The id of a list of what is often typed.
    #[prop_or_default]
    pub list: Option<&'static str>,
    /// Shown while it is empty.
    #[prop_or_default]
    pub placeholder: Option<String>,
    /// Called with what was typed.
    pub onleave: Callback<String>,
    /// Called when somebody is about to type.
    #[prop_or_default]
    pub onfocus: Callback<FocusEvent>,
}

/// The field.
#[component]
pub fn ClaimField(props: &ClaimFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let pending = use_mut_ref(|| None::<(String, Callback<String>)>);
    {
        let pending = pending.clone();
        use_effect_with((), move |()| {
            move || {
                if let Some((words, onleave)) = pending.take() {
                    onleave.emit(words);
                }
            }
        });
    }
    let oninput = {
        let (draft, pending, onleave) = (draft.clone(), pending.clone(), props.onleave.clone());
        let (stored, lines) = (props.value.clone(), props.lines);
        Callback::from(move |event: InputEvent| {
            let words = match lines {
                0 => event.target_unchecked_into::<HtmlInputElement>().value(),
                _ => event.target_unchecked_into::<HtmlTextAreaElement>().value(),
            };
            *pending.borrow_mut() = (words != stored).then(|| (words.clone(), onleave.clone()));
            draft.set(Some(words));
        })
    };
    let onchange = {
        let draft = draft.clone();
        Callback::from(move |_: Event| {
            let typed = pending.take();
            draft.set(None);
            if let Some((words, onleave)) = typed {
                onleave.emit(words);
            }
        })
    };
    let value = draft.as_ref().unwrap_or(&props.value).clone();
    let field = if props.lines == 0 {
        html! {
            <input type="text" {value} {oninput} {onchange} onfocus={props.onfocus.clone()} data-part={props.part} list={props.list}
                placeholder={props.placeholder.clone()} autocomplete="off" />
        }
    } else {
        let n_lines: usize = value.lines().map(|line| 1 + line.len() / LINE).sum();
        let rows = n_lines.clamp(props.lines, MOST_LINES).to_string();
        html! {
            <textarea {rows} {value} {oninput} {onchange} onfocus={props.onfocus.clone()} data-part={props.part}
                placeholder={props.placeholder.clone()} />
        }
    };
    html! {
        <label class="claim-field">
            <span class={if props.quiet { "visually-hidden" } else { "label" }}>{ &props.label }</span>
            { field }
        </label>
    }
}
