//! Claims and their check.

use super::Command;

/// The commands of this area.
pub(super) const COMMANDS: &[Command] = &[];
