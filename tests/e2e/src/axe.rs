//! What axe finds wrong with a page: its rules for WCAG 2.2 at the levels A and AA, and no matters of taste.
//!
//! Axe is not in the page, whose policy would refuse it: WebDriver runs it, and takes it away again.

use crate::journey::Journey;
use serde_json::{Value, json};
use std::fmt;

/// The rules that are run, by axe's names for the levels of each version of the guidelines.
const LEVELS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// A rule that the page breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Axe's name of the rule: `color-contrast`.
    pub rule: String,
    /// What the rule asks for.
    pub help: String,
    /// Where it is broken: for each element a selector, and what to do.
    pub nodes: Vec<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.rule, self.help)?;
        self.nodes
            .iter()
            .try_for_each(|node| write!(to, "\n  {node}"))
    }
}

impl Journey {
    /// What axe finds wrong with the page as it is now.
    ///
    /// # Panics
    /// When axe is not there; `cargo xtask test` gets it where there is npm.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let script = xtask::tools::find_axe().unwrap_or_else(|| {
            panic!("no axe: install Node.js with npm and run `cargo xtask test`, which gets it, or set HEARSAY_AXE to an axe.min.js")
        });
        let axe = std::fs::read_to_string(&script)
            .unwrap_or_else(|error| panic!("{}: {error}", script.display()));
        let run = r#"
            const clean = () => { delete window.axe; };
            return axe.run(document, { runOnly: { type: "tag", values: arguments[0] }, resultTypes: ["violations"] })
                .then(({ violations }) => violations.map((fault) => [fault.id, fault.help, fault.nodes.map((node) =>
                    `${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`)]))
                .finally(clean);
        "#;
        let found = self
            .session
            .script(&format!("{axe}\n{run}"), &[json!(LEVELS)]);
        let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
        found.iter().map(fault).collect()
    }

    /// Insists that axe finds nothing wrong with the page as it is now; `state` names it.
    ///
    /// # Panics
    /// When it finds something, with all of it.
    pub fn insist_on_no_faults(&self, state: &str) {
        let faults = self.faults();
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            faults.is_empty(),
            "{}: axe finds in “{state}”:\n{}",
            self.name,
            told.join("\n")
        );
    }
}

fn fault(value: &Value) -> Fault {
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = value[2].as_array().map(Vec::as_slice).unwrap_or_default();
    Fault {
        rule: said(&value[0]),
        help: said(&value[1]),
        nodes: nodes.iter().map(said).collect(),
    }
}
