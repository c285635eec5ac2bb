//! The preview of a change of tag set: what becomes of each tag and verdict that is in use, and where.

use hearsay_annotate::{Becomes, TagId, Timestamp, VerdictId};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::tag_set_page::{name_of, tag_class, tell, telling};
use crate::services::Services;
use crate::state::{Dispatch, Document, Others, Plan, TagSetAction};
use crate::t;

/// One tag or verdict of the old set, with what has it.
struct Line {
    id: String,
    label: String,
    color: u8,
    n_claims: usize,
    n_quotes: usize,
    n_suggested: usize,
    n_lost: usize,
    to: Option<String>,
}

/// The preview.
pub(super) fn plan_view(
    dispatch: &Dispatch,
    services: &Services,
    document: Option<&Document>,
    plan: &Plan,
) -> Html {
    let here = plan.migration(document, Timestamp(0));
    let (other_tags, other_verdicts) = match &plan.others {
        Others::Counted { tags, verdicts, .. } if plan.with_others => {
            (tags.as_slice(), verdicts.as_slice())
        }
        _ => (&[][..], &[][..]),
    };
    let tags: Vec<Line> = plan
        .old
        .tags
        .iter()
        .map(|tag| {
            let to = plan.mapping.tag(&tag.id).flatten().map(|to| to.0.clone());
            let here = here.as_ref().map_or(&[][..], |here| &here.tags);
            line(
                &tag.id,
                (&tag.id.0, &tag.label, tag.color),
                to,
                here,
                other_tags,
            )
        })
        .collect();
    let verdicts: Vec<Line> = plan
        .old
        .verdicts
        .iter()
        .map(|one| {
            let to = plan
                .mapping
                .verdict(&one.id)
                .flatten()
                .map(|to| to.0.clone());
            let here = here.as_ref().map_or(&[][..], |here| &here.verdicts);
            line(
                &one.id,
                (&one.id.0, &one.label, one.color),
                to,
                here,
                other_verdicts,
            )
        })
        .collect();
    let in_use = |line: &&Line| line.n_claims + line.n_quotes + line.n_suggested > 0;
    let n_unused = tags
        .iter()
        .chain(&verdicts)
        .filter(|line| !in_use(line))
        .count();
    let map_tag = |from: &str, to: Option<String>| {
        TagSetAction::MapTag(TagId(from.to_owned()), to.map(TagId))
    };
    let map_verdict = |from: &str, to: Option<String>| {
        TagSetAction::MapVerdict(VerdictId(from.to_owned()), to.map(VerdictId))
    };
    let new_tags: Vec<(&str, &str)> = plan
        .new
        .tags
        .iter()
        .map(|tag| (tag.id.0.as_str(), tag.label.as_str()))
        .collect();
    let new_verdicts: Vec<(&str, &str)> = plan
        .new
        .verdicts
        .iter()
        .map(|one| (one.id.0.as_str(), one.label.as_str()))
        .collect();
    let rows: Vec<Html> = tags
        .iter()
        .filter(in_use)
        .map(|line| row(dispatch, line, &new_tags, map_tag))
        .chain(
            verdicts
                .iter()
                .filter(in_use)
                .map(|line| row(dispatch, line, &new_verdicts, map_verdict)),
        )
        .collect();
    let apply = {
        let (services, plan) = (services.clone(), plan.clone());
        Callback::from(move |_: MouseEvent| services.apply_plan(&plan))
    };
    let does_something = plan.here || !plan.chosen_others().is_empty();
    html! {
        <section class="panel plan" aria-labelledby="tag-plan-title">
            <h2 id="tag-plan-title" tabindex="-1">{ title(plan) }</h2>
            if rows.is_empty() {
                <p>{ t!("tags-plan-nothing") }</p>
            } else {
                <p class="soft small">{ t!("tags-plan-lead") }</p>
                <ul class="plan-rows">{ for rows }</ul>
                if n_unused > 0 {
                    <p class="soft small">{ t!("tags-plan-unused", n = n_unused) }</p>
                }
            }
            if let Some(here) = here.as_ref().filter(|here| here.n_bare > 0) {
                <p class="small wrong">{ icon(Glyph::Warning) }{ t!("tags-plan-bare", n = here.n_bare) }</p>
            }
            { others(dispatch, plan) }
            <div class="buttons">
                <button type="button" class="button primary" onclick={apply} disabled={!does_something} data-role="apply-plan">
                    { t!("tags-plan-apply") }
                </button>
                <button type="button" class="button plain" onclick={telling(dispatch, TagSetAction::Cancel)} data-role="cancel-plan">
                    { if plan.here { t!("tags-cancel") } else { t!("tags-plan-leave") } }
                </button>
            </div>
        </section>
    }
}

fn title(plan: &Plan) -> String {
    let (old, new) = (name_of(&plan.old), name_of(&plan.new));
    match (plan.here, plan.old.id == plan.new.id) {
        (true, true) => t!("tags-plan-same", name = new),
        (true, false) => t!("tags-plan-other", old = old, new = new),
        (false, _) => t!("tags-plan-articles", name = new),
    }
}

/// Counts of one tag, in the open article and in the others.
fn line<Id: PartialEq>(
    id: &Id,
    (name, label, color): (&str, &str, u8),
    to: Option<String>,
    here: &[Becomes<Id>],
    others: &[Becomes<Id>],
) -> Line {
    let mut line = Line {
        id: name.to_owned(),
        label: label.to_owned(),
        color,
        n_claims: 0,
        n_quotes: 0,
        n_suggested: 0,
        n_lost: 0,
        to,
    };
    for (at, count) in here
        .iter()
        .map(|one| (true, one))
        .chain(others.iter().map(|one| (false, one)))
    {
        if count.from == *id {
            line.n_claims += count.n_claims;
            line.n_quotes += count.n_quotes;
            line.n_suggested += count.n_suggested;
            // Those of the others were counted before the person sent the tag anywhere.
            line.n_lost += match (at, &line.to) {
                (true, _) => count.n_lost,
                (false, None) => count.n_claims + count.n_quotes,
                (false, Some(_)) => 0,
            };
        }
    }
    line
}

fn row(
    dispatch: &Dispatch,
    line: &Line,
    choices: &[(&str, &str)],
    map: impl Fn(&str, Option<String>) -> TagSetAction + 'static,
) -> Html {
    let onchange = {
        let (dispatch, from) = (dispatch.clone(), line.id.clone());
        Callback::from(move |event: Event| {
            let to = event.target_unchecked_into::<HtmlSelectElement>().value();
            tell(&dispatch, map(&from, Some(to).filter(|to| !to.is_empty())));
        })
    };
    html! {
        <li key={line.id.clone()} class={tag_class(line.color)} data-from={line.id.clone()}>
            <span class="swatch" aria-hidden="true" />
            <span class="label">{ &line.label }</span>
            <span class="small soft counts">
                { t!("tags-plan-counts", claims = line.n_claims, quotes = line.n_quotes, suggested = line.n_suggested) }
            </span>
            <label class="becomes">
                <span>{ t!("tags-plan-becomes") }</span>
                <select {onchange} aria-label={t!("tags-plan-becomes-what", tag = &line.label)}>
                    <option value="" selected={line.to.is_none()}>{ t!("tags-plan-dropped") }</option>
                    { for choices.iter().map(|(id, label)| html! {
                        <option key={(*id).to_owned()} value={(*id).to_owned()} selected={line.to.as_deref() == Some(*id)}>{ *label }</option>
                    }) }
                </select>
            </label>
            if line.n_lost > 0 {
                <span class="small wrong">{ icon(Glyph::Warning) }{ t!("tags-plan-lost", n = line.n_lost) }</span>
            }
        </li>
    }
}

/// The other articles that could be changed along.
fn others(dispatch: &Dispatch, plan: &Plan) -> Html {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let with = event.target_unchecked_into::<HtmlInputElement>().checked();
            tell(&dispatch, TagSetAction::WithOthers(with));
        })
    };
    match &plan.others {
        Others::Counting => html! {
            <p class="small soft" role="status"><span class="spinner" />{ t!("tags-plan-counting") }</p>
        },
        Others::Failed(reason) => html! {
            <p class="small wrong">{ icon(Glyph::Warning) }{ t!("tags-plan-not-counted", reason = reason) }</p>
        },
        Others::Counted { ids, .. } if ids.is_empty() => html! {
            <p class="small soft" data-role="no-others">{ t!("tags-plan-no-others", name = name_of(&plan.old)) }</p>
        },
        Others::Counted { ids, tags, .. } => {
            let n_tagged: usize = tags.iter().map(|tag| tag.n_claims + tag.n_quotes).sum();
            html! {
                <label class="with-others">
                    <input type="checkbox" checked={plan.with_others} {onchange} data-role="with-others" />
                    <span>{ t!("tags-plan-others", n = ids.len(), name = name_of(&plan.old)) }{ " " }{ t!("tags-plan-others-tagged", n = n_tagged) }</span>
                </label>
            }
        }
    }
}
