//! What a page shows, read by the documented DOM contract: the article is one `<article>` in `<main>`, every highlight a
//! `<mark>` with `data-annotation`, `data-type`, `data-kind` and `data-speaker`.

use crate::session::Session;
use base64::Engine as _;
use serde_json::{Value, json};
use std::path::Path;

/// One `<mark>`: a run of highlighted letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The id of the annotation that it belongs to.
    pub annotation: String,
    /// `direct`, `indirect` or `mixed` for a quote, the tag for a claim.
    pub kind: String,
    /// Who says it, if that is known.
    pub speaker: String,
    /// The letters in it.
    pub text: String,
}

/// Everything highlighted with one id; several marks where it spans blocks or overlaps others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The id.
    pub id: String,
    /// As its first mark says.
    pub kind: String,
    /// As its first mark says.
    pub speaker: String,
    /// The letters of its marks, one after the other.
    pub text: String,
}

/// The marks of one type, `quote` or `claim`, in the order of the article.
pub(crate) fn marks(session: &Session, kind_of_annotation: &str) -> Vec<Mark> {
    let script = r#"
        const told = (mark, name) => mark.getAttribute("data-" + name) ?? "";
        return [...document.querySelectorAll("main article mark[data-annotation]")]
            .filter((mark) => told(mark, "type") === arguments[0])
            .map((mark) => [told(mark, "annotation"), told(mark, "kind"), told(mark, "speaker"), mark.textContent]);
    "#;
    let found = session.script(script, &[json!(kind_of_annotation)]);
    found
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(mark)
        .collect()
}

fn mark(value: &Value) -> Mark {
    let said = |idx: usize| value[idx].as_str().unwrap_or_default().to_owned();
    Mark {
        annotation: said(0),
        kind: said(1),
        speaker: said(2),
        text: said(3),
    }
}

/// Marks with one id are one annotation; the order is that of their first marks.
pub(crate) fn gathered(marks: Vec<Mark>) -> Vec<Annotation> {
    let mut annotations: Vec<Annotation> = Vec::new();
    for mark in marks {
        match annotations
            .iter_mut()
            .find(|annotation| annotation.id == mark.annotation)
        {
            Some(annotation) => annotation.text.push_str(&mark.text),
            None => annotations.push(Annotation {
                id: mark.annotation,
                kind: mark.kind,
                speaker: mark.speaker,
                text: mark.text,
            }),
        }
    }
    annotations
}

/// The element of a role that people press or choose whose accessible name is `name`, or else begins with it.
///
/// An approximation of the accessible name: its label, its title, or its words.
pub(crate) fn control(session: &Session, name: &str) -> Option<String> {
    let script = r#"
        const spoken = (element) =>
            (element.getAttribute("aria-label") || element.innerText || element.value || element.title || "")
                .replace(/\s+/g, " ").trim();
        const controls = [...document.querySelectorAll(
            "button, a[href], summary, label, select, input, textarea, [role=button], [role=tab], [role=option], [role=menuitem], [role=link]"
        )].filter((element) => element.checkVisibility({ visibilityProperty: true }));
        return controls.find((element) => spoken(element) === arguments[0])
            ?? controls.find((element) => spoken(element).startsWith(arguments[0]))
            ?? null;
    "#;
    id_in(&session.script(script, &[json!(name)]))
}

/// Where some words of the article begin and end on the screen, in CSS pixels of the window, after scrolling them into
/// view: the first occurrence of the words.
pub(crate) fn place_of(session: &Session, words: &str) -> Option<[f64; 4]> {
    let script = format!(
        r#"{FIND_WORDS}
        const range = findWords(arguments[0]);
        if (!range) return null;
        range.startContainer.parentElement.scrollIntoView({{ block: "center", behavior: "instant" }});
        const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
        const [first, last] = [rects[0], rects[rects.length - 1]];
        return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
    "#
    );
    let place = session.script(&script, &[json!(words)]);
    let at = |idx: usize| place[idx].as_f64();
    Some([at(0)?, at(1)?, at(2)?, at(3)?])
}

/// Selects some words of the article as a script of the page would.
pub(crate) fn select(session: &Session, words: &str) -> bool {
    let script = format!(
        r#"{FIND_WORDS}
        const range = findWords(arguments[0]);
        if (!range) return false;
        range.startContainer.parentElement.scrollIntoView({{ block: "center", behavior: "instant" }});
        const selection = document.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        return true;
    "#
    );
    session.script(&script, &[json!(words)]) == json!(true)
}

/// Drops a file as a script of the page would.
pub(crate) fn drop_file(session: &Session, file: &Path, place: (u32, u32)) {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let script = r#"
        const [name, base64, x, y] = arguments;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
        const target = document.elementFromPoint(x, y) ?? document.body;
        for (const stage of ["dragenter", "dragover", "drop"])
            target.dispatchEvent(new DragEvent(stage, { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, dataTransfer }));
    "#;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let bytes = base64::engine::general_purpose::STANDARD.encode(bytes);
    session.script(
        script,
        &[json!(name), json!(bytes), json!(place.0), json!(place.1)],
    );
}

/// A script's way to find words that several elements share.
const FIND_WORDS: &str = r#"
    const findWords = (words) => {
        const walker = document.createTreeWalker(document.querySelector("main article") ?? document.body, NodeFilter.SHOW_TEXT);
        const nodes = [];
        let text = "";
        while (walker.nextNode()) {
            nodes.push([text.length, walker.currentNode]);
            text += walker.currentNode.data;
        }
        const start = text.indexOf(words);
        if (start < 0) return null;
        const end = start + words.length;
        const range = document.createRange();
        for (const [from, node] of nodes) {
            const to = from + node.length;
            if (from <= start && start < to) range.setStart(node, start - from);
            if (from < end && end <= to) range.setEnd(node, end - from);
        }
        return range;
    };
"#;

/// The element that a script returned.
pub(crate) fn id_in(value: &Value) -> Option<String> {
    value
        .as_object()?
        .values()
        .next()?
        .as_str()
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{Mark, gathered};

    #[test]
    fn marks_of_one_annotation_count_once() {
        let mark = |id: &str, text: &str| Mark {
            annotation: id.into(),
            kind: "direct".into(),
            speaker: "Ana Ruiz".into(),
            text: text.into(),
        };
        let annotations = gathered(vec![
            mark("a", "We won't "),
            mark("b", "wait"),
            mark("a", "wait"),
        ]);
        let told: Vec<(&str, &str)> = annotations
            .iter()
            .map(|annotation| (annotation.id.as_str(), annotation.text.as_str()))
            .collect();
        assert_eq!(told, [("a", "We won't wait"), ("b", "wait")]);
    }
}
