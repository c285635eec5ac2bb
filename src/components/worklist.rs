//! The page of the worklist: the claims of all articles, found, grouped and worked on where they are listed.

use yew::prelude::*;

use super::claim_card::names_list;
use super::icon::{Glyph, icon};
use super::worklist_row::WorkRow;
use super::worklist_tools::worklist_tools;
use crate::services::use_services;
use crate::state::{ListedClaims, Loadable, WorkHeading, Worklist, progress_label, use_worklist};
use crate::t;

/// Claims that are drawn at once; more come when they are asked for.
const PAGE: usize = 60;

/// The page.
#[component]
pub fn WorklistPage() -> Html {
    let list = use_worklist();
    let services = use_services();
    let limit = use_state_eq(|| PAGE);
    let typed = use_state_eq(|| list.wanted.query.clone());
    let listed = use_memo(list.clone(), |list| list.listed());
    let kinds = use_memo(list.articles.clone(), {
        let list = list.clone();
        move |_| list.kinds()
    });
    // What other windows changed meanwhile is there too.
    {
        let services = services.clone();
        use_effect_with((), move |()| services.load_worklist());
    }
    // Another question begins at its beginning.
    {
        let limit = limit.clone();
        use_effect_with(list.wanted.clone(), move |_| limit.set(PAGE));
    }
    let more = {
        let limit = limit.clone();
        Callback::from(move |_: MouseEvent| limit.set(*limit + PAGE))
    };
    let body = match &list.articles {
        Loadable::Loading => html! {
            <p class="soft" role="status"><span class="spinner" />{ t!("worklist-loading") }</p>
        },
        Loadable::Failed(message) => html! {
            <div class="message error" role="alert">{ icon(Glyph::Warning) }<p>{ message }</p></div>
        },
        Loadable::Ready(_) if listed.n_all == 0 => html! {
            <div class="worklist-empty">
                <p>{ t!("worklist-empty") }</p>
                <p class="soft small">{ t!("worklist-empty-how") }</p>
            </div>
        },
        Loadable::Ready(_) => html! {
            <>
                { worklist_tools(&list, &listed, &kinds, &typed, &services) }
                <p class="soft small found" role="status">{ said(&list, &listed) }</p>
                { groups(&listed, *limit) }
                if listed.n_found > *limit {
                    <button type="button" class="button more" onclick={more}>{ t!("worklist-more", n = listed.n_found - *limit) }</button>
                }
                { names_list(list.assignees()) }
            </>
        },
    };
    html! {
        <main id="main" class="worklist" tabindex="-1">
            <h1>{ t!("worklist-title") }</h1>
            { body }
        </main>
    }
}

fn said(list: &Worklist, listed: &ListedClaims) -> String {
    match (listed.n_found, list.wanted.is_filtered()) {
        (n, false) => t!("worklist-count", n = n),
        (0, true) => t!("worklist-none-found"),
        (n, true) => t!("worklist-found", n = n, all = listed.n_all),
    }
}

/// The groups, as far as they are drawn.
fn groups(listed: &ListedClaims, limit: usize) -> Html {
    let mut left = limit;
    listed
        .groups
        .iter()
        .map_while(|group| {
            let n = group.rows.len();
            let drawn = n.min(left);
            left -= drawn;
            (drawn > 0).then(|| {
                let (key, title) = match &group.heading {
                    WorkHeading::Progress(progress) => (progress.name().to_owned(), progress_label(*progress)),
                    WorkHeading::Article(id, title) => (id.0.clone(), title.clone()),
                    WorkHeading::Assignee(name) if name.is_empty() => (String::new(), t!("worklist-nobody")),
                    WorkHeading::Assignee(name) => (name.clone(), name.clone()),
                    WorkHeading::Nothing => (String::new(), String::new()),
                };
                html! {
                    <section {key} class="work-group">
                        if !title.is_empty() {
                            <h2>{ title }<span class="count">{ n }</span></h2>
                        }
                        <ul>
                            { for group.rows.iter().take(drawn).map(|(article, nth)| {
                                let key = article.claims.get(*nth).map_or_else(String::new, |claim| [&article.id.0, " ", &claim.id.0].concat());
                                html! { <li {key}><WorkRow article={article.clone()} nth={*nth} /></li> }
                            }) }
                        </ul>
                    </section>
                }
            })
        })
        .collect()
}
