//! A harness for whole journeys through the built app in a real browser.
//!
//! A journey reads as what a person does and sees:
//!
//! ```no_run
//! use hearsay_e2e::{Journey, Visitor};
//!
//! let journey = Journey::start("a first look", Visitor::at_a_desk());
//! journey.paste("“We won't wait,” said Ana Ruiz.");
//! journey.wait_until("a quote is highlighted", || !journey.annotations("quote").is_empty());
//! journey.screenshot("first-look");
//! journey.end();
//! ```
//!
//! Owns the browser, its driver, the server and the words for what a person does; knows the app only by its documented
//! DOM contract. What the app should do is for the tests beside it to say.
//!
//! `cargo xtask test --only journeys` builds the site and runs them. By hand, against a site that is built:
//! `HEARSAY_DIST=dist cargo test -p hearsay-e2e -- --include-ignored --test-threads=1`. Tests carry
//! `#[ignore = "needs the built site and a browser: cargo xtask test"]`, so that `cargo test --workspace` needs neither.

pub mod documents;
mod driver;
mod folder;
mod journey;
mod keys;
mod other_site;
mod page;
mod session;
mod sight;
mod visitor;

pub use folder::Folder;
pub use journey::Journey;
pub use other_site::{Answered, OtherSite};
pub use page::{Annotation, Mark};
pub use session::Session;
pub use visitor::{Scheme, Visitor};
