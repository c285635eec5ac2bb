//! The Hearsay app: opens articles, shows who said what, and keeps what people tag.
//!
//! Everything here may touch a browser; whatever doesn't need one is in `crates/`. Knowledge points one way:
//! `words`, `dom` → `state` → `services` → `commands` → `components` → [`App`].

mod app;
pub mod commands;
pub mod components;
pub mod dom;
pub mod protocol;
pub mod services;
pub mod state;
pub mod words;

pub use app::{App, mount};
