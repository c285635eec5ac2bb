//! What the project's own commands are made of.
//!
//! A library so that the journeys in `tests/e2e` use the very server and the very search for a browser that the commands use.

pub mod bench;
pub mod browser;
pub mod console;
pub mod counts;
pub mod dist;
pub mod growth;
pub mod process;
pub mod serve;
pub mod server;
pub mod site;
pub mod size;
pub mod styles;
pub mod test;
pub mod tools;
pub mod train;
pub mod workspace;
