//! What changed from one version of an article to another: quotes first, then the text.

use std::rc::Rc;

use hearsay_annotate::compare::Field;
use yew::prelude::*;

use super::compare_quotes::quote_changes;
use super::compare_text::TextChanges;
use super::icon::{Glyph, icon};
use super::library_entry::moment;
use crate::services::{Services, use_services};
use crate::state::{
    Action, Compared, Comparing, Side, View, use_comparing, use_dispatch, use_document,
};
use crate::t;

/// The page.
#[component]
pub fn Compare() -> Html {
    let comparing = use_comparing();
    let dispatch = use_dispatch();
    let document = use_document();
    let services = use_services();
    let heading = use_node_ref();
    // Who comes here by keyboard or with a screen reader begins at the top.
    {
        let heading = heading.clone();
        use_effect_with((), move |()| {
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
            if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // Fails only for what cannot take the focus.
                let _ = heading.focus();
            }
        });
    }
    let back = {
        let view = if document.is_some() {
            View::Read
        } else {
            View::Library
        };
        let words = if document.is_some() {
            t!("compare-back-to-article")
        } else {
            t!("compare-back-to-library")
        };
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Show(view)));
        html! { <button type="button" class="button" {onclick}>{ words }</button> }
    };
    html! {
        <main id="main" tabindex="-1" class="compare">
            <div class="compare-head">
                <h1 tabindex="-1" ref={heading}>{ t!("compare-title") }</h1>
                { back }
            </div>
            { match &*comparing {
                Comparing::Nothing => html! { <p class="soft">{ t!("compare-nothing") }</p> },
                Comparing::Working => html! { <p role="status"><span class="spinner" />{ " " }{ t!("compare-working") }</p> },
                Comparing::Failed(message) => html! {
                    <div class="message error" role="alert">{ icon(Glyph::Warning) }<p>{ message }</p></div>
                },
                Comparing::Ready(compared) => changes(&services, compared),
            } }
        </main>
    }
}

/// Properties of what shows a comparison.
#[derive(Properties, PartialEq)]
pub struct ComparedProps {
    /// The comparison.
    pub compared: Rc<Compared>,
}

fn changes(services: &Services, compared: &Rc<Compared>) -> Html {
    html! {
        <>
            <div class="compare-sides">
                { side(t!("compare-before"), &compared.old) }
                { side(t!("compare-after"), &compared.new) }
            </div>
            <p class="compare-summary" role="status">{ compared.summary() }</p>
            { quote_changes(services, compared) }
            { orphans(services, compared) }
            { fields(compared) }
            <TextChanges compared={Rc::clone(compared)} />
        </>
    }
}

fn side(label: String, side: &Side) -> Html {
    html! {
        <div class="compare-side">
            <span class="soft small">{ label }</span>
            <b>{ &side.title }</b>
            <span class="soft small">
                if let Some(date) = &side.date { { date }{ " · " } }
                { t!("compare-opened", when = moment(side.created)) }
            </span>
        </div>
    }
}

fn fields(compared: &Compared) -> Html {
    let fields = &compared.comparison.fields;
    if fields.is_empty() {
        return Html::default();
    }
    let name = |field: Field| match field {
        Field::Title => t!("compare-field-title"),
        Field::Byline => t!("compare-field-author"),
        Field::Date => t!("compare-field-date"),
        Field::Modified => t!("compare-field-modified"),
    };
    html! {
        <section aria-labelledby="compare-fields">
            <h2 id="compare-fields">{ t!("compare-fields") }</h2>
            <dl class="compare-fields">
                { for fields.iter().map(|change| html! {
                    <>
                        <dt>{ name(change.field) }</dt>
                        <dd>
                            if let Some(old) = &change.old { <del>{ old }</del>{ " " } }
                            if let Some(new) = &change.new { <ins>{ new }</ins> }
                        </dd>
                    </>
                }) }
            </dl>
        </section>
    }
}

/// What a person made in the old version whose words are gone.
fn orphans(services: &Services, compared: &Compared) -> Html {
    if compared.orphans.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="compare-orphans">
            <h2 id="compare-orphans">{ t!("compare-orphans") }<span class="count">{ compared.orphans.len() }</span></h2>
            <p class="soft small">{ t!("compare-orphans-hint") }</p>
            <ul class="compare-list">
                { for compared.orphans.iter().map(|orphan| {
                    let (services, id, start) = (services.clone(), compared.old.id.clone(), orphan.start);
                    let show = Callback::from(move |_: MouseEvent| services.show_at(&id, start, None));
                    html! {
                        <li class="compare-item orphan">
                            <p><b>{ &orphan.label }</b></p>
                            <blockquote>{ &orphan.words }</blockquote>
                            if !orphan.note.is_empty() { <p class="small">{ &orphan.note }</p> }
                            <button type="button" class="button plain small" onclick={show}>{ t!("compare-show-before") }</button>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
