//! The page of tag sets: those there are, and the one looked at.

use hearsay_annotate::{Tag, TagSet, Verdict};
use yew::prelude::*;

use super::picker;
use super::tag_set_editor::{Moved, editor};
use super::tag_set_plan::plan_view;
use crate::dom;
use crate::services::{Services, stamp, use_services};
use crate::state::{
    Action, Dispatch, Document, Others, TagSetAction, TagSets, use_dispatch, use_document,
    use_tag_sets,
};
use crate::t;

/// The page.
#[component]
pub fn TagSetPage() -> Html {
    let sets = use_tag_sets();
    let document = use_document();
    let dispatch = use_dispatch();
    let services = use_services();
    // A row of the editor that was moved or added: the focus goes with it, once it is drawn.
    let moved = use_state(|| None::<Moved>);
    {
        use_effect_with(moved.clone(), |moved| {
            if let Some(moved) = moved.as_ref() {
                moved.focus();
            }
        });
    }
    use_counting(&sets, &services);
    use_focus_on_question(&sets);
    let open = sets.open.clone().or_else(|| {
        let document = document.as_ref();
        document.map(|open| open.tag_set().id.clone())
    });
    let built_in = TagSet::built_in();
    let chosen = open
        .and_then(|id| sets.get(&id))
        .unwrap_or_else(|| built_in[0].clone());
    let picker = use_node_ref();
    let import = {
        let picker = picker.clone();
        Callback::from(move |_: MouseEvent| picker::open(&picker))
    };
    let picked = {
        let services = services.clone();
        picker::chosen_file(move |file| services.import_tag_set(file))
    };
    let fresh = copy(&dispatch, empty(), t!("tags-new-name"));
    let own: Vec<TagSet> = listed(&sets);
    let entry = |set: &TagSet| {
        list_entry(
            &dispatch,
            &sets,
            document.as_ref(),
            set,
            chosen.id == set.id,
        )
    };
    html! {
        <main id="main" tabindex="-1" class="tag-sets">
            <div class="head">
                <h1>{ t!("tags-title") }</h1>
                <p class="soft">{ t!("tags-lead") }</p>
            </div>
            { sets.incoming.as_ref().map(|set| incoming(&dispatch, &services, &sets, set)) }
            { sets.plan.as_ref().map(|plan| plan_view(&dispatch, &services, document.as_ref(), plan)) }
            <nav class="list" aria-label={t!("tags-list")}>
                <h2 class="small soft">{ t!("tags-own") }</h2>
                if own.is_empty() {
                    <p class="small soft">{ t!("tags-none-own") }</p>
                }
                <ul>{ for own.iter().map(entry) }</ul>
                <div class="buttons">
                    <button type="button" class="button" onclick={fresh} data-role="new-tag-set">{ t!("tags-new") }</button>
                    <button type="button" class="button" onclick={import}>{ t!("tags-import") }</button>
                    <input type="file" ref={picker} hidden=true accept=".json,application/json" onchange={picked}
                        data-role="import-tag-set" aria-label={t!("tags-import")} />
                </div>
                <h2 class="small soft">{ t!("tags-built-in") }</h2>
                <ul>{ for built_in.iter().map(entry) }</ul>
            </nav>
            { chosen_set(&dispatch, &services, &sets, document.as_ref(), &chosen, &moved) }
        </main>
    }
}

/// What is asked at the top of the page is brought into view and gets the focus; once it is answered, the set does.
#[hook]
fn use_focus_on_question(sets: &TagSets) {
    let asks = (sets.plan.is_some(), sets.incoming.is_some());
    let asked = use_mut_ref(|| false);
    use_effect_with(asks, move |(plans, imports)| {
        let was_asked = asked.replace(*plans || *imports);
        if *plans || *imports {
            if let Some(window) = web_sys::window() {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
            dom::focus_first(if *plans {
                "#tag-plan-title"
            } else {
                "#tag-incoming-title"
            });
        } else if was_asked {
            dom::focus_first("#tag-set-title");
        }
    });
}

/// Has the articles counted that a new plan could change.
#[hook]
fn use_counting(sets: &TagSets, services: &Services) {
    let counting = sets
        .plan
        .as_ref()
        .filter(|plan| plan.others == Others::Counting);
    let old = counting.map(|plan| plan.old.clone());
    let services = services.clone();
    use_effect_with(old, move |old| {
        if let Some(old) = old {
            services.count_tag_set_uses(old.clone());
        }
    });
}

/// The person's own sets as they are edited, and those that were never saved after them.
fn listed(sets: &TagSets) -> Vec<TagSet> {
    let kept = sets.own.iter().filter_map(|set| sets.get(&set.id));
    let new = sets
        .drafts
        .iter()
        .filter(|draft| sets.kept(&draft.id).is_none());
    kept.chain(new.cloned()).collect()
}

fn empty() -> TagSet {
    TagSet {
        id: String::new(),
        name: String::new(),
        description: String::new(),
        tags: Vec::new(),
        verdicts: Vec::new(),
    }
}

fn copy(dispatch: &Dispatch, of: TagSet, name: String) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        tell(
            &dispatch,
            TagSetAction::Copy {
                of: Box::new(of.clone()),
                name: name.clone(),
                stamp: stamp(),
            },
        );
        dom::focus_first("#tag-set-title");
    })
}

/// Tells the state of tag sets something.
pub(super) fn tell(dispatch: &Dispatch, action: TagSetAction) {
    dispatch.dispatch(Action::TagSets(action));
}

/// Tells the state of tag sets something when pressed.
pub(super) fn telling(dispatch: &Dispatch, action: TagSetAction) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| tell(&dispatch, action.clone()))
}

/// A set's name; a word for none.
pub(super) fn name_of(set: &TagSet) -> String {
    match set.name.trim() {
        "" => t!("tags-no-name"),
        name => name.to_owned(),
    }
}

fn list_entry(
    dispatch: &Dispatch,
    sets: &TagSets,
    document: Option<&Document>,
    set: &TagSet,
    chosen: bool,
) -> Html {
    let onclick = {
        let (dispatch, id) = (dispatch.clone(), set.id.clone());
        Callback::from(move |_: MouseEvent| {
            tell(&dispatch, TagSetAction::Open(Some(id.clone())));
            show_chosen();
        })
    };
    let in_use = document.is_some_and(|open| open.tag_set().id == set.id);
    html! {
        <li key={set.id.clone()}>
            <button type="button" class="entry" {onclick} aria-current={chosen.then_some("true")} data-tag-set={set.id.clone()}>
                <span class="name">{ name_of(set) }</span>
                <span class="small soft">
                    { t!("tags-counts", tags = set.tags.len(), verdicts = set.verdicts.len()) }
                </span>
                if in_use {
                    <span class="badge">{ t!("tags-in-use") }</span>
                }
                if sets.draft(&set.id).is_some() {
                    <span class="badge unsaved">{ t!("tags-unsaved") }</span>
                }
            </button>
        </li>
    }
}

/// Brings the set that is looked at into view where it stands below the list, as on a small screen.
fn show_chosen() {
    let page = web_sys::window().and_then(|window| window.document());
    let title = page.and_then(|page| page.get_element_by_id("tag-set-title"));
    let list = title.as_ref().and_then(|title| title.parent_element());
    let list = list.and_then(|set| set.previous_element_sibling());
    if let (Some(title), Some(list)) = (title, list) {
        let (title_at, list_at) = (
            title.get_bounding_client_rect(),
            list.get_bounding_client_rect(),
        );
        if title_at.top() >= list_at.bottom() {
            title.scroll_into_view();
        }
    }
}

/// The set looked at: to be edited where it is the person's own, else to be read; and what can be done with it.
fn chosen_set(
    dispatch: &Dispatch,
    services: &Services,
    sets: &TagSets,
    document: Option<&Document>,
    set: &TagSet,
    moved: &UseStateHandle<Option<Moved>>,
) -> Html {
    let is_own = !TagSet::is_built_in(&set.id);
    let is_draft = sets.draft(&set.id).is_some();
    let in_use = document.is_some_and(|open| open.tag_set() == set);
    let is_older = !in_use && document.is_some_and(|open| open.tag_set().id == set.id);
    let plan = telling(dispatch, TagSetAction::Plan(Box::new(set.clone())));
    let use_it = html! {
        if document.is_some() && !is_draft {
            <button type="button" class="button primary" disabled={in_use} onclick={plan} data-role="use-tag-set">
                { if in_use { t!("tags-used-here") } else { t!("tags-use-here") } }
            </button>
        }
    };
    let duplicate = copy(
        dispatch,
        set.clone(),
        t!("tags-copy-name", name = name_of(set)),
    );
    let export = {
        let (services, set) = (services.clone(), set.clone());
        Callback::from(move |_: MouseEvent| services.export_tag_set(&set))
    };
    let delete = sets.kept(&set.id).map(|kept| {
        let (services, kept) = (services.clone(), kept.clone());
        let onclick = Callback::from(move |_: MouseEvent| services.delete_tag_set(&kept));
        html! { <button type="button" class="button" {onclick} data-role="delete-tag-set">{ t!("tags-delete") }</button> }
    });
    html! {
        <section class="chosen-set" aria-labelledby="tag-set-title">
            <h2 id="tag-set-title" tabindex="-1">{ name_of(set) }</h2>
            if is_older && !is_draft {
                <p class="small">{ t!("tags-older") }</p>
            }
            <div class="buttons">
                if !is_own {
                    { use_it.clone() }
                }
                <button type="button" class="button" onclick={duplicate} data-role="copy-tag-set">{ t!("tags-copy") }</button>
                if !is_draft {
                    <button type="button" class="button" onclick={export} data-role="export-tag-set">{ t!("tags-export") }</button>
                    { delete }
                }
            </div>
            if is_own {
                { editor(dispatch, services, set, is_draft, moved, use_it) }
            } else {
                <p class="small soft">{ t!("tags-read-only") }</p>
                <p>{ &set.description }</p>
                { reading(set) }
            }
        </section>
    }
}

/// What is in a set, to be read.
fn reading(set: &TagSet) -> Html {
    html! {
        <>
            <h3>{ t!("tags-tags") }</h3>
            <ul class="rows">{ for set.tags.iter().map(tag_row) }</ul>
            if !set.verdicts.is_empty() {
                <h3>{ t!("tags-verdicts") }</h3>
                <ol class="rows">{ for set.verdicts.iter().map(verdict_row) }</ol>
            }
        </>
    }
}

fn tag_row(tag: &Tag) -> Html {
    html! {
        <li key={tag.id.0.clone()} class={tag_class(tag.color)}>
            <span class="swatch" aria-hidden="true" />
            <span class="label">{ &tag.label }</span>
            if let Some(key) = tag.key {
                <kbd>{ key.to_string() }</kbd>
            }
            <span class="small soft applies">{ applies_label(tag.applies) }</span>
            <span class="small soft what">{ &tag.description }</span>
        </li>
    }
}

fn verdict_row(verdict: &Verdict) -> Html {
    html! {
        <li key={verdict.id.0.clone()} class={tag_class(verdict.color)}>
            <span class="swatch" aria-hidden="true" />
            <span class="label">{ &verdict.label }</span>
            <span class="small soft what">{ &verdict.description }</span>
        </li>
    }
}

/// The class that gives what has it the colour of that place in the palette, as `--tag`.
#[must_use]
pub fn tag_class(color: u8) -> String {
    ["tag-", &color.to_string()].concat()
}

/// What a tag can be given to, as shown.
pub(super) fn applies_label(applies: hearsay_annotate::Applies) -> String {
    use hearsay_annotate::Applies;
    match applies {
        Applies::Claims => t!("tags-for-claims"),
        Applies::Quotes => t!("tags-for-quotes"),
        Applies::Both => t!("tags-for-both"),
    }
}

/// A set from a file, until the person says what is to become of it.
fn incoming(dispatch: &Dispatch, services: &Services, sets: &TagSets, set: &TagSet) -> Html {
    let refuse = telling(dispatch, TagSetAction::Refuse);
    let labels: Vec<&str> = set.tags.iter().map(|tag| tag.label.as_str()).collect();
    let there = sets.get(&set.id);
    let add = {
        let (services, set) = (services.clone(), set.clone());
        Callback::from(move |_: MouseEvent| services.save_tag_set(set.clone()))
    };
    let beside = {
        let (services, set) = (services.clone(), set.clone());
        Callback::from(move |_: MouseEvent| {
            let random = stamp().id;
            let random = random.as_str().rsplit(':').next().unwrap_or_default();
            let id = [&set.id, "-", random.get(..8).unwrap_or_default()].concat();
            services.save_tag_set(TagSet { id, ..set.clone() });
        })
    };
    let is_built_in = TagSet::is_built_in(&set.id);
    html! {
        <section class="panel incoming" aria-labelledby="tag-incoming-title">
            <h2 id="tag-incoming-title" tabindex="-1">{ t!("tags-incoming", name = name_of(set)) }</h2>
            <p>{ t!("tags-counts", tags = set.tags.len(), verdicts = set.verdicts.len()) }</p>
            <p class="small soft">{ labels.join(" · ") }</p>
            if let Some(there) = &there {
                <p>{ if is_built_in { t!("tags-incoming-built-in", name = name_of(there)) } else { t!("tags-incoming-there", name = name_of(there)) } }</p>
            }
            <div class="buttons">
                if there.is_none() {
                    <button type="button" class="button primary" onclick={add} data-role="add-tag-set">{ t!("tags-incoming-add") }</button>
                } else {
                    <button type="button" class="button primary" onclick={beside} data-role="keep-both">{ t!("tags-incoming-both") }</button>
                    if !is_built_in {
                        <button type="button" class="button" onclick={add} data-role="replace-tag-set">{ t!("tags-incoming-replace") }</button>
                    }
                }
                <button type="button" class="button plain" onclick={refuse}>{ t!("tags-cancel") }</button>
            </div>
        </section>
    }
}
