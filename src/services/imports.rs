//! Importing annotations: from a file's words to the edits that take them in, and what to say about it.

use hearsay_annotate::Edit;
use hearsay_annotate::w3c::{ImportPlan, Part, import};

use super::files::ended;
use crate::state::Document;
use crate::t;

/// The edits that take the annotations in `json` into `document`, and a summary. Nothing is changed yet.
///
/// # Errors
///
/// Says where the file is at fault.
pub(super) fn plan(
    name: &str,
    json: &str,
    document: &Document,
) -> Result<(Vec<Edit>, String), String> {
    let plan = import(json, &document.article, &document.annotations).map_err(|error| {
        let problem = ended(error.to_string());
        t!("import-failed", name = name, problem = problem)
    })?;
    Ok((plan.edits(), summary(&plan)))
}

/// What an import did, in a sentence.
fn summary(plan: &ImportPlan) -> String {
    let n_lost = plan
        .orphans
        .iter()
        .filter(|orphan| orphan.part == Part::Target)
        .count();
    let parts = [
        (plan.added.len(), t!("import-added", n = plan.added.len())),
        (
            plan.changed.len(),
            t!("import-changed", n = plan.changed.len()),
        ),
        (
            plan.unchanged.len(),
            t!("import-known", n = plan.unchanged.len()),
        ),
        (n_lost, t!("import-lost", n = n_lost)),
    ];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0);
    let parts: Vec<_> = parts.map(|(_, words)| words).collect();
    if parts.is_empty() {
        return t!("import-empty");
    }
    t!("import-done", what = parts.join(", "))
}
