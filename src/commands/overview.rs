//! What is shown of the article: search, filters, lists.

use super::Command;

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[];
