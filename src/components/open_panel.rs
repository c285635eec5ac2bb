//! Ways to open an article: paste it, choose a file, name its address, take the sample.

use web_sys::{DataTransfer, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::address_field::AddressField;
use super::from_anywhere::FromAnywhere;
use super::notices::NoticeAt;
use super::picker;
use super::working::Working;
use crate::services::use_services;
use crate::state::NoticePlace;
use crate::t;

/// The panel.
#[component]
pub fn OpenPanel() -> Html {
    let services = use_services();
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
        Callback::from(move |_: MouseEvent| picker::open(&picker))
    };
    let chosen = {
        let services = services.clone();
        picker::chosen_file(move |file| services.open_file(file))
    };
    let sample = Callback::from(move |_: MouseEvent| services.open_sample());
    html! {
        <section class="open-panel" aria-label={t!("open-panel")}>
            <label for="paste">{ t!("open-paste") }</label>
            <textarea id="paste" placeholder={t!("open-paste-hint")}
                {onpaste} {oninput} value={(*typed).clone()} />
            <div class="choices">
                <button type="button" class="button primary" data-role="open" onclick={open_typed}>{ t!("open-open") }</button>
                <button type="button" class="button" onclick={choose}>{ t!("open-choose-file") }</button>
                <button type="button" class="button" data-role="sample" onclick={sample}>{ t!("open-sample") }</button>
                <span class="soft small">{ t!("open-formats") }</span>
                <input type="file" ref={picker} hidden=true accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.eml,.docx,.epub,.pdf,text/plain,text/markdown,text/html,application/pdf,application/epub+zip,application/vnd.openxmlformats-officedocument.wordprocessingml.document,message/rfc822"
                    onchange={chosen} data-role="open-file" aria-label={t!("open-file")} />
            </div>
            <AddressField />
            <Working />
            <NoticeAt place={NoticePlace::Open} />
            <FromAnywhere />
        </section>
    }
}
