//! The editor of a tag set: its name, its tags, its verdicts. Nothing of it is used before it is saved.

use hearsay_annotate::{
    Applies, MAX_DESCRIPTION, MAX_LABEL, MAX_TAGS, PALETTE, Part, Problem, TagSet, TagSetError,
};
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::icon::{Glyph, icon};
use super::tag_set_page::{applies_label, tag_class, tell, telling};
use crate::services::Services;
use crate::state::{Dispatch, RowChange, Rows, SetChange, TagSetAction, with_ids};
use crate::{dom, t, words};

/// A row that was moved, added or taken away, and the control that the focus goes to with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    rows: Rows,
    at: usize,
    control: &'static str,
    /// How many there are, to be told.
    of: usize,
}

impl Moved {
    /// Gives the focus to the control; where it cannot have it, to the field of the row's name.
    pub(super) fn focus(&self) {
        let row = ["[data-row=\"", &row_id(self.rows, self.at), "\"] "].concat();
        let control = [&row, "[data-control=", self.control, "]:not(:disabled)"].concat();
        if !dom::focus_first(&control)
            && !dom::focus_first(&[&row, "[data-control=label]"].concat())
        {
            dom::focus_first(&["[data-add=", rows_name(self.rows), "]"].concat());
        }
    }
}

const fn rows_name(rows: Rows) -> &'static str {
    match rows {
        Rows::Tags => "tag",
        Rows::Verdicts => "verdict",
    }
}

fn row_id(rows: Rows, at: usize) -> String {
    [rows_name(rows), "-", &at.to_string()].concat()
}

/// A tag or verdict, as the editor shows it.
struct Row<'a> {
    label: &'a str,
    description: &'a str,
    color: u8,
    /// Of a tag: its key, and what it is for.
    tag: Option<(Option<char>, Applies)>,
}

/// What all parts of the editor work with.
struct Editor<'a> {
    dispatch: &'a Dispatch,
    problems: &'a [TagSetError],
    moved: &'a UseStateHandle<Option<Moved>>,
}

/// The editor; `use_it` is how the set is put to use once it is saved.
pub(super) fn editor(
    dispatch: &Dispatch,
    services: &Services,
    set: &TagSet,
    is_draft: bool,
    moved: &UseStateHandle<Option<Moved>>,
    use_it: Html,
) -> Html {
    let finished = with_ids(set.clone());
    let problems = finished.problems();
    let editor = Editor {
        dispatch,
        problems: &problems,
        moved,
    };
    let save = {
        let services = services.clone();
        let fit = problems.is_empty();
        let first = problems.first().map(|error| error.part);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if fit {
                services.save_tag_set(finished.clone());
            } else if let Some(part) = first {
                focus_part(part);
            }
        })
    };
    let discard = telling(dispatch, TagSetAction::Discard);
    let tags: Vec<Row<'_>> = set
        .tags
        .iter()
        .map(|tag| Row {
            label: &tag.label,
            description: &tag.description,
            color: tag.color,
            tag: Some((tag.key, tag.applies)),
        })
        .collect();
    let verdicts: Vec<Row<'_>> = set
        .verdicts
        .iter()
        .map(|verdict| Row {
            label: &verdict.label,
            description: &verdict.description,
            color: verdict.color,
            tag: None,
        })
        .collect();
    let told = moved
        .as_ref()
        .map(|moved| t!("tags-moved", place = moved.at + 1, n = moved.of));
    html! {
        <form class="tag-set-editor" onsubmit={save} autocomplete="off">
            <label class="tag-set-field">
                <span>{ t!("tags-name") }</span>
                <input id="tag-set-name" value={set.name.clone()} maxlength={MAX_LABEL.to_string()} aria-invalid={editor.invalid(Part::Set)}
                    oninput={editor.text(SetChange::Name)} />
            </label>
            <label class="tag-set-field">
                <span>{ t!("tags-description") }</span>
                <textarea rows="2" value={set.description.clone()} maxlength={MAX_DESCRIPTION.to_string()}
                    oninput={editor.long_text(SetChange::Description)} />
            </label>
            { editor.told(Part::Set) }
            <h3>{ t!("tags-tags") }</h3>
            { editor.rows(Rows::Tags, &tags) }
            <h3>{ t!("tags-verdicts") }</h3>
            <p class="small soft">{ t!("tags-verdicts-lead") }</p>
            { editor.rows(Rows::Verdicts, &verdicts) }
            <div class="save-bar">
                <p class="small" role="status">
                    if !problems.is_empty() {
                        { icon(Glyph::Warning) }{ t!("tags-to-mend", n = problems.len()) }
                    } else if is_draft {
                        { t!("tags-not-yet-saved") }
                    } else {
                        { t!("tags-all-saved") }
                    }
                </p>
                { use_it }
                if is_draft {
                    <button type="submit" class="button primary" data-role="save-tag-set">{ t!("tags-save") }</button>
                    <button type="button" class="button" onclick={discard} data-role="discard-tag-set">{ t!("tags-discard") }</button>
                }
            </div>
            <p class="visually-hidden" aria-live="polite">{ told }</p>
        </form>
    }
}

fn focus_part(part: Part) {
    let control = match part {
        Part::Set => String::from("#tag-set-name"),
        Part::Tag(at) => [
            "[data-row=\"",
            &row_id(Rows::Tags, at),
            "\"] [aria-invalid]",
        ]
        .concat(),
        Part::Verdict(at) => [
            "[data-row=\"",
            &row_id(Rows::Verdicts, at),
            "\"] [aria-invalid]",
        ]
        .concat(),
    };
    dom::focus_first(&control);
}

impl Editor<'_> {
    fn change(&self) -> impl Fn(SetChange) + Clone + 'static {
        let dispatch = self.dispatch.clone();
        move |change| tell(&dispatch, TagSetAction::Change(change))
    }

    fn text(&self, what: impl Fn(String) -> SetChange + 'static) -> Callback<InputEvent> {
        let change = self.change();
        Callback::from(move |event: InputEvent| {
            change(what(
                event.target_unchecked_into::<HtmlInputElement>().value(),
            ));
        })
    }

    fn long_text(&self, what: impl Fn(String) -> SetChange + 'static) -> Callback<InputEvent> {
        let change = self.change();
        Callback::from(move |event: InputEvent| {
            change(what(
                event.target_unchecked_into::<HtmlTextAreaElement>().value(),
            ));
        })
    }

    fn choice(&self, what: impl Fn(String) -> Option<SetChange> + 'static) -> Callback<Event> {
        let change = self.change();
        Callback::from(move |event: Event| {
            if let Some(made) = what(event.target_unchecked_into::<HtmlSelectElement>().value()) {
                change(made);
            }
        })
    }

    fn invalid(&self, part: Part) -> Option<&'static str> {
        let wrong = self.problems.iter().any(|error| error.part == part);
        wrong.then_some("true")
    }

    /// What is wrong with a part, and what to do.
    fn told(&self, part: Part) -> Html {
        let wrong = self.problems.iter().filter(|error| error.part == part);
        wrong
            .map(|error| html! { <p class="small wrong">{ icon(Glyph::Warning) }{ problem_label(&error.problem) }</p> })
            .collect()
    }

    fn rows(&self, rows: Rows, list: &[Row<'_>]) -> Html {
        let change = self.change();
        let (moved, n) = (self.moved.clone(), list.len());
        let add = Callback::from(move |_: MouseEvent| {
            change(SetChange::Add(rows));
            moved.set(Some(Moved {
                rows,
                at: n,
                control: "label",
                of: n + 1,
            }));
        });
        let each = list
            .iter()
            .enumerate()
            .map(|(at, row)| self.row(rows, at, n, row));
        html! {
            <>
                <ol class="edit-rows">{ for each }</ol>
                <button type="button" class="button" onclick={add} disabled={n >= MAX_TAGS} data-add={rows_name(rows)}>
                    { match rows {
                        Rows::Tags => t!("tags-add-tag"),
                        Rows::Verdicts => t!("tags-add-verdict"),
                    } }
                </button>
            </>
        }
    }

    /// Moves a row, and has the focus go with it.
    fn moving(
        &self,
        rows: Rows,
        n: usize,
    ) -> impl Fn(usize, usize, &'static str) + Clone + 'static {
        let (change, moved) = (self.change(), self.moved.clone());
        move |from, to, control| {
            if to < n && from != to {
                change(SetChange::Move(rows, from, to));
                moved.set(Some(Moved {
                    rows,
                    at: to,
                    control,
                    of: n,
                }));
            }
        }
    }

    fn row(&self, rows: Rows, at: usize, n: usize, row: &Row<'_>) -> Html {
        let part = match rows {
            Rows::Tags => Part::Tag(at),
            Rows::Verdicts => Part::Verdict(at),
        };
        let shift = self.moving(rows, n);
        let step = |to: Option<usize>, control: &'static str| {
            let shift = shift.clone();
            Callback::from(move |_: MouseEvent| {
                if let Some(to) = to {
                    shift(at, to, control);
                }
            })
        };
        let remove = {
            let (change, moved) = (self.change(), self.moved.clone());
            Callback::from(move |_: MouseEvent| {
                change(SetChange::Remove(rows, at));
                moved.set(Some(Moved {
                    rows,
                    at: at.min(n.saturating_sub(2)),
                    control: "remove",
                    of: n - 1,
                }));
            })
        };
        let onkeydown = {
            let shift = shift.clone();
            Callback::from(move |event: KeyboardEvent| {
                let to = match event.key().as_str() {
                    "ArrowUp" if event.alt_key() => at.checked_sub(1),
                    "ArrowDown" if event.alt_key() => Some(at + 1),
                    _ => return,
                };
                event.prevent_default();
                if let Some(to) = to {
                    shift(at, to, "label");
                }
            })
        };
        let ondragstart = Callback::from(move |event: DragEvent| {
            if let Some(transfer) = event.data_transfer() {
                // A browser that refuses drags nothing; the buttons are there all the same.
                let _ = transfer.set_data(DRAGGED, &row_id(rows, at));
                transfer.set_effect_allowed("move");
            }
        });
        let ondragover = Callback::from(|event: DragEvent| {
            let ours = event
                .data_transfer()
                .is_some_and(|transfer| transfer.types().includes(&DRAGGED.into(), 0));
            if ours {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        let dropped = shift.clone();
        let ondrop = Callback::from(move |event: DragEvent| {
            let dragged = event
                .data_transfer()
                .and_then(|transfer| transfer.get_data(DRAGGED).ok());
            let from = (0..n).find(|from| dragged.as_deref() == Some(&row_id(rows, *from)));
            if let Some(from) = from {
                event.prevent_default();
                event.stop_propagation();
                dropped(from, at, "label");
            }
        });
        let set = move |change: RowChange| SetChange::Row(rows, at, change);
        let named = |id: &'static str| words::message(id, &[("place", words::Value::from(at + 1))]);
        html! {
            <li key={at} class={tag_class(row.color)} data-row={row_id(rows, at)} {onkeydown} {ondragover} {ondrop}>
                <span class="grip" draggable="true" {ondragstart} title={t!("tags-drag")} aria-hidden="true">{ "⠿" }</span>
                <span class="swatch" aria-hidden="true" />
                <input class="label" data-control="label" value={row.label.to_owned()} maxlength={MAX_LABEL.to_string()}
                    aria-label={named("tags-row-label")} placeholder={t!("tags-row-label-hint")} aria-invalid={self.invalid(part)}
                    oninput={self.text(move |label| set(RowChange::Label(label)))} />
                <select class="color" aria-label={named("tags-row-color")}
                    onchange={self.choice(move |color| Some(set(RowChange::Color(color.parse().ok()?))))}>
                    { for (0..PALETTE).map(|color| html! {
                        <option key={color} value={color.to_string()} selected={color == row.color}>{ color_label(color) }</option>
                    }) }
                </select>
                if let Some((key, applies)) = row.tag {
                    <input class="key" data-control="key" value={key.map(String::from).unwrap_or_default()} size="1"
                        aria-label={named("tags-row-key")} placeholder={t!("tags-row-key-hint")} autocapitalize="off"
                        oninput={self.text(move |key| set(RowChange::Key(key.chars().next_back())))} />
                    <select class="applies" aria-label={named("tags-row-applies")}
                        onchange={self.choice(move |name| Some(set(RowChange::Applies(Applies::from_name(&name)?))))}>
                        { for Applies::ALL.into_iter().map(|one| html! {
                            <option key={one.name()} value={one.name()} selected={one == applies}>{ applies_label(one) }</option>
                        }) }
                    </select>
                }
                <span class="moves">
                    <button type="button" class="button plain icon" data-control="up" disabled={at == 0} aria-label={named("tags-row-up")}
                        onclick={step(at.checked_sub(1), "up")}>{ "↑" }</button>
                    <button type="button" class="button plain icon" data-control="down" disabled={at + 1 == n} aria-label={named("tags-row-down")}
                        onclick={step(Some(at + 1), "down")}>{ "↓" }</button>
                    <button type="button" class="button plain icon" data-control="remove" aria-label={named("tags-row-remove")} onclick={remove}>
                        { icon(Glyph::Remove) }
                    </button>
                </span>
                <input class="what" value={row.description.to_owned()} maxlength={MAX_DESCRIPTION.to_string()}
                    aria-label={named("tags-row-description")} placeholder={t!("tags-row-description-hint")}
                    oninput={self.text(move |description| set(RowChange::Description(description)))} />
                { self.told(part) }
            </li>
        }
    }
}

/// What a row that is dragged is called among the things dragged.
const DRAGGED: &str = "text/x-hearsay-row";

/// A colour of the palette, as it is called.
fn color_label(color: u8) -> String {
    t!("tags-color", color = color)
}

/// What is wrong with a part of a set, and what to do.
fn problem_label(problem: &Problem) -> String {
    match problem {
        Problem::NoId | Problem::SameId { .. } => t!("tags-wrong-id"),
        Problem::NoName => t!("tags-wrong-no-name"),
        Problem::LongName | Problem::LongDescription => t!("tags-wrong-long"),
        Problem::TooMany => t!("tags-wrong-many", n = MAX_TAGS),
        Problem::SameKey { key, other } => {
            t!("tags-wrong-same-key", key = key.to_string(), other = other)
        }
        Problem::BadKey { key } => t!("tags-wrong-key", key = key.to_string()),
        Problem::BadColor { .. } => t!("tags-wrong-color"),
    }
}
