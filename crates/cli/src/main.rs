//! The native `hearsay` command.

fn main() {}
