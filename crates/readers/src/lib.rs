//! The readers of files behind a message, each in a web worker of its own.
//!
//! Owns what page and reader say to each other ([`Task`], [`Answer`]) and the loop of the reader. What a file is made of
//! is left to `hearsay_extract::read`; which reader a file is for, and when one is ended, to the page.
#![warn(missing_docs)]

mod message;
#[cfg(feature = "serve")]
mod serve;

pub use message::{Answer, AskMessage, ReadingMessage, Task};
#[cfg(feature = "serve")]
pub use serve::serve;
