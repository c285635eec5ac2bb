//! Where annotators disagree: each place with everybody's marks in their context, and what is to be decided.

use hearsay_annotate::agreement::{Disagreement, DisagreementKind, Mark, OwnMark};
use hearsay_text::{Article, Span};
use yew::prelude::*;

use super::agreement::{Sheet, choice, select};
use super::agreement_own::own_editor;
use super::icon::{Glyph, icon};
use crate::state::{AgreementAction, Matched, PAGE, Part, Pick};
use crate::t;

/// Bytes of context on either side of what is marked, at most.
const AROUND: u32 = 90;

/// All kinds, in the order offered.
const KINDS: [DisagreementKind; 4] = [
    DisagreementKind::Missing,
    DisagreementKind::Boundaries,
    DisagreementKind::Tags,
    DisagreementKind::Several,
];

fn kind_label(kind: DisagreementKind) -> String {
    match kind {
        DisagreementKind::Missing => t!("agreement-kind-missing"),
        DisagreementKind::Boundaries => t!("agreement-kind-boundaries"),
        DisagreementKind::Tags => t!("agreement-kind-tags"),
        DisagreementKind::Several => t!("agreement-kind-several"),
    }
}

/// The disagreements, a page at a time, and what comes of them.
pub(super) fn disagreements(view: &Sheet<'_>) -> Html {
    let agreeing = view.agreeing;
    let Some(matched) = &agreeing.matched else {
        return Html::default();
    };
    let (n_decided, n_all) = agreeing.progress();
    let shown = agreeing.shown();
    let here = shown.partition_point(|nth| *nth < agreeing.current);
    let from = here.min(shown.len().saturating_sub(1)) / PAGE * PAGE;
    let page = &shown[from..(from + PAGE).min(shown.len())];
    let n_agreed: usize = matched
        .parts
        .iter()
        .map(|part| part.agreement.agreed.len())
        .sum();
    html! {
        <>
            <section aria-labelledby="agreement-differences">
                <h2 id="agreement-differences">{ t!("agreement-differences") }</h2>
                <p role="status" class="agreement-progress">
                    <b>{ t!("agreement-progress", decided = n_decided, all = n_all) }</b>
                    { " " }<span class="soft">{ t!("agreement-agreed", n = n_agreed) }</span>
                </p>
                if n_all > 0 {
                    { tools(view, matched) }
                    <p class="soft small agreement-keys">{ t!("agreement-keys") }</p>
                }
                if shown.len() > PAGE {
                    { pages(view, from, page.len(), shown.len()) }
                }
                if shown.is_empty() && n_all > 0 {
                    <p class="soft">{ t!("agreement-filtered") }</p>
                }
                <ol class="agreement-cards">
                    { for page.iter().filter_map(|nth| card(view, matched, *nth)) }
                </ol>
                if shown.len() > PAGE {
                    { pages(view, from, page.len(), shown.len()) }
                }
            </section>
            { result(view, n_all - n_decided) }
        </>
    }
}

/// Which of them are shown; back and forth; a decision taken back.
fn tools(view: &Sheet<'_>, matched: &Matched) -> Html {
    let agreeing = view.agreeing;
    let mut kinds = Vec::from([(t!("agreement-any-kind"), agreeing.only_kind.is_none())]);
    for kind in KINDS {
        kinds.push((kind_label(kind), agreeing.only_kind == Some(kind)));
    }
    let by_kind = choice(view, |nth| {
        AgreementAction::OnlyKind(nth.checked_sub(1).and_then(|nth| KINDS.get(nth)).copied())
    });
    let mut tags: Vec<String> = Vec::new();
    for (tag, _) in matched.parts.iter().flat_map(|part| &part.agreement.tags) {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    let mut offered = Vec::from([(t!("agreement-any-tag"), agreeing.only_tag.is_none())]);
    for tag in &tags {
        offered.push((view.label(tag), agreeing.only_tag.as_ref() == Some(tag)));
    }
    let by_tag = choice(view, move |nth| {
        AgreementAction::OnlyTag(nth.checked_sub(1).and_then(|nth| tags.get(nth)).cloned())
    });
    let step = |action, disabled: bool, glyph, label: String| {
        html! {
            <button type="button" class="button plain icon" {disabled} aria-label={label.clone()} title={label} onclick={view.does(action)}>
                { icon(glyph) }
            </button>
        }
    };
    html! {
        <div class="agreement-row agreement-tools">
            { select("agreement-only-kind", t!("agreement-kind"), by_kind, &kinds) }
            { select("agreement-only-tag", t!("agreement-tag"), by_tag, &offered) }
            <span class="agreement-row">
                <button type="button" class="button" onclick={view.does(AgreementAction::Next { back: true })}>{ t!("agreement-previous") }</button>
                <button type="button" class="button" onclick={view.does(AgreementAction::Next { back: false })}>{ t!("agreement-next") }</button>
                { step(AgreementAction::Undo, !agreeing.can_undo(), Glyph::Undo, t!("command-agreement-undo")) }
                { step(AgreementAction::Redo, !agreeing.can_redo(), Glyph::Redo, t!("command-agreement-redo")) }
            </span>
        </div>
    }
}

fn pages(view: &Sheet<'_>, from: usize, n: usize, all: usize) -> Html {
    html! {
        <div class="agreement-row">
            <button type="button" class="button" disabled={from == 0} onclick={view.does(AgreementAction::Turn { back: true })}>
                { t!("agreement-page-before") }
            </button>
            <span>{ t!("agreement-page", from = from + 1, to = from + n, all = all) }</span>
            <button type="button" class="button" disabled={from + n >= all} onclick={view.does(AgreementAction::Turn { back: false })}>
                { t!("agreement-page-after") }
            </button>
        </div>
    }
}

fn card(view: &Sheet<'_>, matched: &Matched, nth: usize) -> Option<Html> {
    let agreeing = view.agreeing;
    let (part, disagreement) = matched.item(nth)?;
    let is_current = agreeing.current == nth;
    let pick = agreeing.pick(nth);
    let own = agreeing.own.as_ref().filter(|_| is_current);
    let what = match part.quotes {
        true => t!("agreement-quote"),
        false => t!("agreement-claim"),
    };
    let around = context(&matched.article, disagreement.cover);
    let id = ["disagreement-", &nth.to_string()].concat();
    Some(html! {
        <li key={nth}>
            <article tabindex="-1" aria-labelledby={id.clone()} data-decided={pick.is_some().to_string()} data-kind={kind_name(disagreement.kind)}
                class={classes!("agreement-card", is_current.then_some("current"), pick.is_some().then_some("decided"))}>
                <header class="agreement-row">
                    <h3 {id}>{ t!("agreement-nth", n = nth + 1, kind = kind_label(disagreement.kind)) }</h3>
                    <span class="soft small">{ what }</span>
                    if pick.is_some() {
                        <span class="agreement-decided small">{ icon(Glyph::Check) }{ t!("agreement-decided") }</span>
                    }
                </header>
                <ul class="agreement-sides">
                    { for matched.sides.iter().enumerate().map(|(who, side)| {
                        let taken = pick == Some(&Pick::Take(side.number));
                        person(view, part, disagreement, (nth, who), side.number, taken, around)
                    }) }
                    if let (Some(Pick::Own(mine)), None) = (pick, own) {
                        <li class="taken">
                            <div class="agreement-row"><b>{ t!("agreement-own-made") }</b>{ tags(view, &mine.tags) }</div>
                            { line(&matched.article, &mine.spans, around) }
                        </li>
                    }
                </ul>
                if let Some(own) = own {
                    { own_editor(view, part, own, widened(around, own, &matched.article)) }
                } else {
                    <div class="agreement-row">
                        <button type="button" class="button" aria-pressed={(pick == Some(&Pick::Nothing)).to_string()}
                            onclick={view.does(AgreementAction::Nothing(Some(nth)))}>
                            <kbd>{ "0" }</kbd>{ t!("agreement-nothing") }
                        </button>
                        <button type="button" class="button" aria-pressed={matches!(pick, Some(Pick::Own(_))).to_string()}
                            onclick={view.does(AgreementAction::Own(Some(nth)))}>
                            <kbd>{ "O" }</kbd>{ t!("agreement-own") }
                        </button>
                    </div>
                }
            </article>
        </li>
    })
}

/// What somebody marked there.
fn person(
    view: &Sheet<'_>,
    part: &Part,
    disagreement: &Disagreement,
    (nth, who): (usize, usize),
    number: u32,
    taken: bool,
    around: Span,
) -> Html {
    let marks = part.marks(disagreement).filter(|(whose, _)| *whose == who);
    let marks: Vec<&Mark> = marks.map(|(_, mark)| mark).collect();
    let name = view.name(number);
    let digit = who + 1;
    let take = t!("agreement-take", name = &name);
    html! {
        <li class={classes!("side", taken.then_some("taken"))}>
            <div class="agreement-row">
                <b>{ name }</b>
                if marks.is_empty() {
                    <span class="soft">{ t!("agreement-marked-nothing") }</span>
                }
                <button type="button" class="button take" aria-pressed={taken.to_string()}
                    onclick={view.does(AgreementAction::Take(Some(nth), who))}>
                    if digit < 10 { <kbd>{ digit }</kbd> }
                    <span aria-hidden="true">{ t!("agreement-take-this") }</span>
                    <span class="visually-hidden">{ take }</span>
                </button>
            </div>
            { for marks.iter().map(|mark| html! {
                <>
                    { tags(view, &mark.tags) }
                    { line(&view.document.article, &mark.spans, around) }
                </>
            }) }
        </li>
    }
}

fn tags(view: &Sheet<'_>, tags: &[String]) -> Html {
    let empty = [String::new()];
    let tags = if tags.is_empty() { &empty[..] } else { tags };
    html! {
        <span class="agreement-tags">
            { for tags.iter().map(|tag| html! { <span class="agreement-tag">{ view.label(tag) }</span> }) }
        </span>
    }
}

/// Words in their context, with what is marked.
pub(super) fn line(article: &Article, spans: &[Span], around: Span) -> Html {
    let mut at = around.start;
    let mut pieces = Vec::new();
    for span in spans {
        let start = span.start.clamp(at, around.end);
        let end = span.end.clamp(start, around.end);
        pieces.push(html! {
            <>{ article.slice(Span::new(at, start)) }<mark>{ article.slice(Span::new(start, end)) }</mark></>
        });
        at = end;
    }
    let dots = |cut: bool| if cut { "…" } else { "" };
    let starts = around.start == 0 || article.text[..around.start as usize].ends_with('\n');
    let rest = article.slice(Span::new(at, around.end));
    let ends = article.text[around.end as usize..].starts_with('\n')
        || around.end as usize == article.text.len();
    html! {
        <p class="agreement-line" lang={article.metadata.language.clone()} dir="auto">
            { dots(!starts) }{ for pieces }{ rest }{ dots(!ends) }
        </p>
    }
}

/// What is shown around a place: words before and after it, of its own blocks.
fn context(article: &Article, cover: Span) -> Span {
    let block = |at: u32| Some(article.blocks.get(article.block_at(at)?)?.span);
    let first = block(cover.start).unwrap_or(cover);
    let last = block(cover.end.saturating_sub(1)).unwrap_or(cover);
    let mut start = cover
        .start
        .saturating_sub(AROUND)
        .max(first.start)
        .min(cover.start);
    let mut end = (cover.end + AROUND).min(last.end).max(cover.end);
    // Whole words: between spaces.
    let is_edge = |at: u32| {
        let text = &article.text;
        text.is_char_boundary(at as usize) && text[at as usize..].starts_with(char::is_whitespace)
    };
    while start > first.start && start < cover.start && !is_edge(start) {
        start += 1;
    }
    while end < last.end && end > cover.end && !is_edge(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// The context, made so wide that all of one's own mark is in it.
fn widened(around: Span, own: &OwnMark, article: &Article) -> Span {
    let cover = own.spans.iter().copied().reduce(Span::cover);
    match cover {
        Some(cover) if !around.encloses(cover) => context(article, around.cover(cover)),
        _ => around,
    }
}

const fn kind_name(kind: DisagreementKind) -> &'static str {
    match kind {
        DisagreementKind::Missing => "missing",
        DisagreementKind::Boundaries => "boundaries",
        DisagreementKind::Tags => "tags",
        DisagreementKind::Several => "several",
    }
}

/// What comes of it, and where it goes.
fn result(view: &Sheet<'_>, n_open: usize) -> Html {
    let agreeing = view.agreeing.clone();
    let take_over = {
        let (services, agreeing) = (view.services.clone(), agreeing.clone());
        Callback::from(move |_: MouseEvent| services.take_over(&agreeing))
    };
    let export = {
        let services = view.services.clone();
        Callback::from(move |_: MouseEvent| services.export_settled(&agreeing))
    };
    html! {
        <section aria-labelledby="agreement-result">
            <h2 id="agreement-result">{ t!("agreement-result") }</h2>
            <p>{ if n_open == 0 { t!("agreement-result-all") } else { t!("agreement-result-open", n = n_open) } }</p>
            <div class="agreement-row">
                <button type="button" class="button primary" data-role="take-over" onclick={take_over}>{ t!("agreement-take-over") }</button>
                <button type="button" class="button" data-role="export-settled" onclick={export}>{ icon(Glyph::Export) }{ t!("agreement-export") }</button>
            </div>
            <p class="soft small">{ t!("agreement-kept") }</p>
        </section>
    }
}
