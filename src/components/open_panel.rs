//! Ways to open an article: paste it, choose a file, take the sample.

use web_sys::{DataTransfer, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::notices::NoticeAt;
use crate::services::use_services;
use crate::state::{EngineStatus, NoticePlace, use_status};

/// The panel.
#[component]
pub fn OpenPanel() -> Html {
    let services = use_services();
    let status = use_status();
    let typed = use_state_eq(String::new);
    let picker = use_node_ref();

    let onpaste = {
        let services = services.clone();
        Callback::from(move |event: Event| {
            use wasm_bindgen::JsCast;
            let pasted: Option<DataTransfer> = event
                .dyn_ref::<web_sys::ClipboardEvent>()
                .and_then(web_sys::ClipboardEvent::clipboard_data);
            if let Some(pasted) = pasted {
                event.prevent_default();
                services.open_transfer(&pasted);
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let open_typed = {
        let (services, typed) = (services.clone(), typed.clone());
        Callback::from(move |_: MouseEvent| services.open_text((*typed).clone()))
    };
    let choose = {
        let picker = picker.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(picker) = picker.cast::<HtmlInputElement>() {
                picker.click();
            }
        })
    };
    let chosen = {
        let services = services.clone();
        Callback::from(move |event: Event| {
            let picker = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = picker.files().and_then(|files| files.get(0)) {
                services.open_file(file);
            }
            // So that choosing the same file again is a change again.
            picker.set_value("");
        })
    };
    let sample = Callback::from(move |_: MouseEvent| services.open_sample());
    html! {
        <section class="open-panel" aria-label="Open an article">
            <label for="paste">{ "Paste an article" }</label>
            <textarea id="paste" placeholder="Paste it here. It opens at once; formatting from a web page is understood. Or type, and press Open."
                {onpaste} {oninput} value={(*typed).clone()} />
            <div class="choices">
                <button type="button" class="button primary" data-role="open" onclick={open_typed}>{ "Open" }</button>
                <button type="button" class="button" onclick={choose}>{ "Choose a file …" }</button>
                <button type="button" class="button" data-role="sample" onclick={sample}>{ "Try the sample" }</button>
                <span class="soft small">{ "Text, Markdown or HTML; or drop a file anywhere." }</span>
                <input type="file" ref={picker} hidden=true accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html"
                    onchange={chosen} data-role="open-file" aria-label="Article file" />
            </div>
            if let EngineStatus::Opening { what, .. } = &status.engine {
                <p class="working" role="status"><span class="spinner" />{ "Opening " }{ what }{ " …" }</p>
            }
            <NoticeAt place={NoticePlace::Open} />
        </section>
    }
}
