//! Importing annotations: from a file's words to the edits that take them in, and what to say about it.

use hearsay_annotate::Edit;
use hearsay_annotate::w3c::{ImportPlan, Part, import};

use super::files::ended;
use crate::state::Document;

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
        [
            "“",
            name,
            "” was not imported: ",
            &problem,
            " Nothing was changed.",
        ]
        .concat()
    })?;
    Ok((plan.edits(), summary(&plan)))
}

/// What an import did, in a sentence.
fn summary(plan: &ImportPlan) -> String {
    let lost = plan
        .orphans
        .iter()
        .filter(|orphan| orphan.part == Part::Target);
    let counts = [
        (plan.added.len(), "added"),
        (plan.changed.len(), "changed"),
        (plan.unchanged.len(), "already there"),
        (
            lost.count(),
            "left out because their words are not in this article",
        ),
    ];
    let parts: Vec<_> = counts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| [&n.to_string(), " ", what].concat())
        .collect();
    if parts.is_empty() {
        return String::from("The file holds no annotations.");
    }
    ["Annotations imported: ", &parts.join(", "), "."].concat()
}
