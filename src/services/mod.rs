//! Side effects, one file per outside party: each listens to the state and dispatches actions to it.
//!
//! Components ask for effects through [`Services`]; nothing else in the app reaches a file, the clock, storage or the
//! engine. What the outcome does to the page is left to `state`.

mod address;
mod agreement;
mod clock_ids;
mod downloads;
mod engine;
mod files;
mod host;
mod imports;
mod language;
mod leaving;
mod library;
mod opening;
mod readers;
mod receive;
mod replies;
pub mod storage;
mod tag_sets;
mod theme;
mod timer;
mod versions;
mod worklist;

pub use clock_ids::{now, stamp, today};
pub use host::{ServiceHost, ServiceHostProps, Services, use_services};
