//! The engine behind a message loop, in a worker of its own.

fn main() {}
